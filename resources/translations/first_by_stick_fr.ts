<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>_ChoicePage</name>
    <message>
        <source>No line here: enrol by USB stick</source>
        <translation>Pas de ligne ici : s’inscrire par clé USB</translation>
    </message>
    <message>
        <source>Bring my office from another computer</source>
        <translation>Apporter mon bureau d’un autre ordinateur</translation>
    </message>
</context>
<context>
    <name>_StickForm</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>EnrolByStick</name>
    <message>
        <source>The request is on the stick</source>
        <translation>La demande est sur la clé</translation>
    </message>
    <message>
        <source>Carry it to the centre. When it comes back, put it in here: the reply is taken in on this page.</source>
        <translation>Portez-la au centre. À son retour, branchez-la ici : la réponse se prend sur cette page.</translation>
    </message>
    <message>
        <source>Type the password you chose then</source>
        <translation>Tapez le mot de passe choisi alors</translation>
    </message>
    <message>
        <source>%1 letters of %2</source>
        <translation>%1 lettres sur %2</translation>
    </message>
    <message>
        <source>Put the stick from the centre in</source>
        <translation>Branchez la clé venue du centre</translation>
    </message>
    <message>
        <source>The centre's reply is on it</source>
        <translation>La réponse du centre est dessus</translation>
    </message>
    <message>
        <source>The centre's card is on it</source>
        <translation>La carte du centre est dessus</translation>
    </message>
    <message>
        <source>There is no reply on this stick yet</source>
        <translation>Pas encore de réponse sur cette clé</translation>
    </message>
    <message>
        <source>The centre's card is not on this stick</source>
        <translation>La carte du centre n’est pas sur cette clé</translation>
    </message>
    <message>
        <source>Ask the centre for a stick with its card, the small file that ends in .card.</source>
        <translation>Demandez au centre une clé avec sa carte, le petit fichier qui finit par .card.</translation>
    </message>
    <message>
        <source>Enrol by USB stick</source>
        <translation>S’inscrire par clé USB</translation>
    </message>
    <message>
        <source>The reply of the centre is awaited. Put the stick in when it is back.</source>
        <translation>La réponse du centre est attendue. Branchez la clé à son retour.</translation>
    </message>
    <message>
        <source>Without any line: a request goes to the centre on a stick, the files come back on it.</source>
        <translation>Sans aucune ligne : une demande va au centre sur une clé, les dossiers en reviennent.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message>
        <source>Told by the centre over the telephone; it is never written on the stick</source>
        <translation>Dit par le centre au téléphone ; il n’est jamais écrit sur la clé</translation>
    </message>
    <message>
        <source>The password you chose</source>
        <translation>Le mot de passe choisi</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Take the reply in</source>
        <translation>Prendre la réponse</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>Écrire la demande</translation>
    </message>
</context>
<context>
    <name>BringOffice</name>
    <message>
        <source>It lies in the office's safe</source>
        <translation>Il est dans le coffre du bureau</translation>
    </message>
    <message>
        <source>Choose your name first</source>
        <translation>Choisissez d’abord votre nom</translation>
    </message>
    <message>
        <source>Put the stick with the copy in</source>
        <translation>Branchez la clé qui porte la copie</translation>
    </message>
    <message>
        <source>There is no copy of an office on this stick</source>
        <translation>Il n’y a pas de copie d’un bureau sur cette clé</translation>
    </message>
    <message>
        <source>On the old computer: Settings, “New or broken computer”.</source>
        <translation>Sur l’ancien ordinateur : Réglages, « Ordinateur neuf ou en panne ».</translation>
    </message>
    <message>
        <source>An office is on it</source>
        <translation>Un bureau est dessus</translation>
    </message>
    <message>
        <source>Bring my office from another computer</source>
        <translation>Apporter mon bureau d’un autre ordinateur</translation>
    </message>
    <message>
        <source>The copy is encrypted: the recovery code opens it, once. Then no longer work on the old computer.</source>
        <translation>La copie est chiffrée : le code de récupération l’ouvre, une fois. Ensuite, ne travaillez plus sur l’ancien ordinateur.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>Seven groups of five signs; capitals, spaces and hyphens do not matter</source>
        <translation>Sept groupes de cinq signes ; majuscules, espaces et tirets ne comptent pas</translation>
    </message>
    <message>
        <source>Bring the office</source>
        <translation>Apporter le bureau</translation>
    </message>
</context>
</TS>
