<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>HomeSide</name>
    <message>
        <source>Next dates</source>
        <translation>Prochaines échéances</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) want your decision</source>
        <translation>
            <numerusform>%n décision à prendre</numerusform>
            <numerusform>%n décisions à prendre</numerusform>
        </translation>
    </message>
    <message>
        <source>What will travel</source>
        <translation>À échanger</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Derniers dossiers ouverts</translation>
    </message>
    <message>
        <source>Both values are kept until you choose. Nothing is lost.</source>
        <translation>Les deux valeurs sont gardées jusqu’à votre choix. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Trancher</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Envoyer et recevoir</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Ce jour</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n acte</numerusform>
            <numerusform>%n actes</numerusform>
        </translation>
    </message>
    <message>
        <source>No deadline is near.</source>
        <translation>Aucune échéance en vue.</translation>
    </message>
    <message>
        <source>Received, about</source>
        <translation>À recevoir (estimation)</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Will be received</source>
        <translation>À recevoir</translation>
    </message>
    <message>
        <source>not known before the centre answers</source>
        <translation>inconnu tant que le centre n’a pas répondu</translation>
    </message>
    <message>
        <source>received; an estimate, by the last two weeks</source>
        <translation>à recevoir ; estimation d’après les deux dernières semaines</translation>
    </message>
    <message>
        <source>Hardly any change of others</source>
        <translation>Presque aucune modification des collègues</translation>
    </message>
    <message numerus="yes">
        <source>About %n change(s) of others</source>
        <translation>
            <numerusform>Environ %n modification des collègues</numerusform>
            <numerusform>Environ %n modifications des collègues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Why, after all? (Ctrl R)</source>
        <translation>Pourquoi finalement ? (Ctrl R)</translation>
    </message>
    <message>
        <source>Reason of the choice: %1</source>
        <translation>Motif du choix : %1</translation>
    </message>
</context>
<context>
    <name>ConflictNote</name>
    <message>
        <source>%1: the other value of a settled conflict was taken. Reason: %2</source>
        <translation>%1 : l’autre valeur d’un conflit tranché a été prise. Motif : %2</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Print all parts</source>
        <translation>Imprimer toutes les parties</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Imprimer la liste</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Look at it</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>This paper cannot be shown here: it is protected or damaged. Save a copy and open that.</source>
        <translation>Ce document ne peut pas être affiché ici : protégé ou abîmé. Gardez-en une copie et ouvrez-la.</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Garder une copie…</translation>
    </message>
    <message>
        <source>move</source>
        <translation>se déplacer</translation>
    </message>
    <message>
        <source>a screen on</source>
        <translation>un écran</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>agrandir, réduire</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Register somebody new</source>
        <translation>Inscrire une nouvelle personne</translation>
    </message>
    <message>
        <source>Send and receive now</source>
        <translation>Envoyer et recevoir maintenant</translation>
    </message>
    <message>
        <source>Exchange by USB stick</source>
        <translation>Échanger par clé USB</translation>
    </message>
    <message>
        <source>What changed since I left</source>
        <translation>Ce qui a changé depuis mon départ</translation>
    </message>
    <message>
        <source>Field visit: schools to see</source>
        <translation>Visite de terrain : écoles à voir</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>L’autre langue</translation>
    </message>
    <message>
        <source>Show the first tour again</source>
        <translation>Revoir la première visite guidée</translation>
    </message>
    <message>
        <source>Another person enters</source>
        <translation>Une autre personne entre</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Print a certificate or all that is held</source>
        <translation>Imprimer une attestation ou tout ce qui est détenu</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>Joindre une numérisation</translation>
    </message>
    <message>
        <source>Write a note or a reminder</source>
        <translation>Écrire une note ou un rappel</translation>
    </message>
</context>
</TS>
