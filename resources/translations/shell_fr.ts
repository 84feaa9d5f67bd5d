<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AgeWords</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>dd/mm/yyyy, or the year</source>
        <translation>jj/mm/aaaa, ou l’année</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Today's work</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflits</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Help on this screen</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Massar Desktop</source>
        <translation>Massir Bureau</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>invented people, nothing here touches real files</source>
        <translation>personnes inventées, aucun effet sur les vrais dossiers</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Massar Desktop</source>
        <translation>Massir Bureau</translation>
    </message>
    <message>
        <source>Staff files of the provincial directorate</source>
        <translation>Dossiers du personnel de la direction provinciale</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Practice: the password is already filled in</source>
        <translation>Entraînement : le mot de passe est déjà rempli</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Open my office</source>
        <translation>Ouvrir mon bureau</translation>
    </message>
    <message>
        <source>Choose your name first</source>
        <translation>Choisissez d’abord votre nom</translation>
    </message>
    <message>
        <source>Type your password</source>
        <translation>Saisissez votre mot de passe</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>Dernier échange</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>Envoyer et recevoir</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n opération</numerusform>
            <numerusform>%n opérations</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the oldest %2</source>
        <translation>%1, la plus ancienne %2</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>pas encore essayée</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bonne</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>pas de connexion</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Massar Desktop</source>
        <translation>Massir Bureau</translation>
    </message>
    <message>
        <source>Search for a person, PPR or CIN…</source>
        <translation>Chercher une personne, un PPR, une CIN…</translation>
    </message>
    <message>
        <source>Search people (Ctrl K)</source>
        <translation>Chercher une personne (Ctrl K)</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>auj. %1</translation>
    </message>
</context>
</TS>
