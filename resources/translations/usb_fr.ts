<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Units</name>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>No line? Use a USB stick</source>
        <translation>Pas de ligne ? Prenez une clé USB</translation>
    </message>
    <message>
        <source>The same exchange, encrypted, in one file</source>
        <translation>Le même échange, chiffré, en un fichier</translation>
    </message>
    <message>
        <source>Open the USB stick</source>
        <translation>Ouvrir la clé USB</translation>
    </message>
</context>
<context>
    <name>StickScreen</name>
    <message>
        <source>Exchange by USB stick</source>
        <translation>Échange par clé USB</translation>
    </message>
    <message>
        <source>The same exchange, encrypted, in one file that is carried.</source>
        <translation>Le même échange, chiffré, dans un fichier que l’on porte.</translation>
    </message>
    <message>
        <source>Choose the centre's reply</source>
        <translation>Choisir la réponse du centre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Sticks in this computer</source>
        <translation>Clés USB de cet ordinateur</translation>
    </message>
    <message>
        <source>The stick</source>
        <translation>La clé</translation>
    </message>
    <message>
        <source>Put a USB stick in</source>
        <translation>Branchez une clé USB</translation>
    </message>
    <message>
        <source>It is found by itself. Nothing else on it is read or changed.</source>
        <translation>Elle est trouvée d’elle-même. Rien d’autre n’y est lu ni changé.</translation>
    </message>
    <message>
        <source>Write a request all the same</source>
        <translation>Écrire une demande</translation>
    </message>
    <message>
        <source>A reply from another place…</source>
        <translation>Une réponse d’ailleurs…</translation>
    </message>
    <message>
        <source>See conflicts</source>
        <translation>Voir les conflits</translation>
    </message>
    <message>
        <source>See returned</source>
        <translation>Voir les retours</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Comment cela se passe</translation>
    </message>
    <message>
        <source>Put the stick in: it is found and chosen by itself</source>
        <translation>Branchez la clé : elle est trouvée et choisie d’elle-même</translation>
    </message>
    <message>
        <source>Write what waits here; it is checked before you take the stick out</source>
        <translation>Écrivez ce qui attend ici ; c’est vérifié avant de retirer la clé</translation>
    </message>
    <message>
        <source>The stick goes to the centre and comes back with its reply</source>
        <translation>La clé va au centre et revient avec sa réponse</translation>
    </message>
    <message>
        <source>Take the reply in: put the stick in and press Enter</source>
        <translation>Prenez la réponse : branchez la clé et appuyez sur Entrée</translation>
    </message>
    <message>
        <source>Nothing can be lost or sent twice: repeat any step, in any order, or use the line meanwhile.</source>
        <translation>Rien ne peut se perdre ni partir deux fois : refaites une étape, dans tout ordre, ou échangez par la ligne entre-temps.</translation>
    </message>
    <message>
        <source>Take the reply in</source>
        <translation>Prendre la réponse</translation>
    </message>
    <message>
        <source>Copy to the stick</source>
        <translation>Copier sur la clé</translation>
    </message>
    <message>
        <source>Practice on this computer only: nothing is sent.</source>
        <translation>Exercice sur cet ordinateur seul : rien n’est envoyé.</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>The file is encrypted for the centre: whoever finds the stick reads nothing.</source>
        <translation>Le fichier est chiffré pour le centre : qui trouve la clé n’y lit rien.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondues</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Conflict or returned</source>
        <translation>Conflit ou retour</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>Clé USB</translation>
    </message>
    <message>
        <source>This stick cannot be read</source>
        <translation>Cette clé ne peut pas être lue</translation>
    </message>
    <message>
        <source>Take it out, put it in again, or use another one.</source>
        <translation>Retirez-la, rebranchez-la, ou prenez-en une autre.</translation>
    </message>
    <message>
        <source>The centre's reply to this office is on the stick</source>
        <translation>La réponse du centre à ce bureau est sur la clé</translation>
    </message>
    <message>
        <source>Take it in now: it changes nothing twice.</source>
        <translation>Prenez-la maintenant : elle ne change rien deux fois.</translation>
    </message>
    <message>
        <source>Use another stick, or free some room on this one.</source>
        <translation>Prenez une autre clé, ou libérez de la place sur celle-ci.</translation>
    </message>
    <message>
        <source>This stick is locked against writing</source>
        <translation>Cette clé est protégée en écriture</translation>
    </message>
    <message>
        <source>There is no room on this stick</source>
        <translation>Il n’y a pas de place sur cette clé</translation>
    </message>
    <message>
        <source>The reply on this stick was taken in already</source>
        <translation>La réponse de cette clé a déjà été prise</translation>
    </message>
    <message>
        <source>The reply on this stick is for another office</source>
        <translation>La réponse de cette clé est pour un autre bureau</translation>
    </message>
    <message>
        <source>It is left as it is. Yours comes from the centre with your own request.</source>
        <translation>Elle reste telle quelle. La vôtre vient du centre avec votre propre demande.</translation>
    </message>
    <message>
        <source>A file on this stick is damaged</source>
        <translation>Un fichier de cette clé est abîmé</translation>
    </message>
    <message>
        <source>Nothing is read from it. Ask the centre for the reply once more.</source>
        <translation>Rien n’en est lu. Redemandez la réponse au centre.</translation>
    </message>
    <message>
        <source>A request waits on this stick for the centre</source>
        <translation>Une demande attend sur cette clé d’aller au centre</translation>
    </message>
    <message>
        <source>Carry it there, or write it again with what was saved since: the newer one replaces it.</source>
        <translation>Portez-la-lui, ou récrivez-la avec ce qui a été enregistré depuis : la nouvelle la remplace.</translation>
    </message>
    <message>
        <source>Nothing waits here. A request still asks the centre for what is new.</source>
        <translation>Rien n’attend ici. Une demande interroge quand même le centre sur le nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n opération</numerusform>
            <numerusform>%n opérations</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wait here, about %2</source>
        <translation>En attente ici : %1, environ %2</translation>
    </message>
    <message>
        <source>Copied and checked: %1, %2</source>
        <translation>Copié et vérifié : %1, %2</translation>
    </message>
    <message>
        <source>You may take the stick out. Everything is kept here too, until the centre answers.</source>
        <translation>Vous pouvez retirer la clé. Tout reste aussi gardé ici, jusqu’à la réponse du centre.</translation>
    </message>
    <message>
        <source>Please leave the stick in…</source>
        <translation>Laissez la clé branchée…</translation>
    </message>
    <message>
        <source>%1 answers, %2 changes taken in</source>
        <translation>%1 réponses, %2 changements pris</translation>
    </message>
</context>
</TS>
