<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n document numérisé</numerusform>
            <numerusform>%n documents numérisés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Send all scans now, however long it takes</source>
        <translation>Envoyer toutes les numérisations maintenant, quelle qu’en soit la durée</translation>
    </message>
    <message>
        <source>last, and on from where a cut left them</source>
        <translation>en dernier, et repris là où une coupure les laisse</translation>
    </message>
    <message>
        <source>a part each time, %1 in all</source>
        <translation>une part à chaque fois, %1 en tout</translation>
    </message>
</context>
<context>
    <name>AttachPanel</name>
    <message>
        <source>Reading %1…</source>
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>Say what it is first: a title is enough.</source>
        <translation>Dites d’abord ce que c’est : un titre suffit.</translation>
    </message>
    <message>
        <source>The newest scans</source>
        <translation>Les numérisations les plus récentes</translation>
    </message>
    <message>
        <source>The newest scans of this computer and its sticks</source>
        <translation>Les numérisations les plus récentes de cet ordinateur et de ses clés</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>Autres fichiers…</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Joindre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Confidential: only for those with that right</source>
        <translation>Confidentielle : pour ceux qui y ont droit</translation>
    </message>
    <message>
        <source>%1 instead of %2; about %3 on the line</source>
        <translation>%1 au lieu de %2 ; environ %3 sur la ligne</translation>
    </message>
    <message>
        <source>%1; about %3 on the line</source>
        <translation>%1 ; environ %3 sur la ligne</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF is sent as it is: scanned as pictures it would be lighter.</source>
        <translation>Un PDF part tel quel : numérisé en images il serait plus léger.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Numérisations</translation>
    </message>
    <message>
        <source>Choose the pages</source>
        <translation>Choisissez les pages</translation>
    </message>
    <message>
        <source>No scan was found here: choose its file</source>
        <translation>Aucune numérisation trouvée ici : choisissez son fichier</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Papers in the file</source>
        <translation>Pièces du dossier</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>Joindre une numérisation</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>La demander</translation>
    </message>
    <message>
        <source>Withdraw...</source>
        <translation>Retirer...</translation>
    </message>
    <message>
        <source>No paper yet</source>
        <translation>Aucune pièce</translation>
    </message>
    <message>
        <source>Ctrl D attaches a scan; it travels last, and goes on after a cut.</source>
        <translation>Ctrl D joint une numérisation ; elle part en dernier et reprend après une coupure.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Où elle est</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Attend l’envoi</translation>
    </message>
    <message>
        <source>On its way: %1</source>
        <translation>En route : %1</translation>
    </message>
    <message>
        <source>Not sent by its office yet</source>
        <translation>Pas encore envoyée par son bureau</translation>
    </message>
    <message>
        <source>At the centre, not here</source>
        <translation>Au centre, pas ici</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>Demandée : %1</translation>
    </message>
    <message>
        <source>Arrived at the centre</source>
        <translation>Arrivée au centre</translation>
    </message>
    <message>
        <source>The scan is in the file; it travels after everything else.</source>
        <translation>La numérisation est au dossier ; elle part après tout le reste.</translation>
    </message>
    <message>
        <source>F9 sends it; here you see when it has arrived.</source>
        <translation>F9 l’envoie ; ici vous voyez quand elle est arrivée.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>This file is no picture and no PDF. Scan the paper again, or choose another.</source>
        <translation>Ce fichier n’est ni une image ni un PDF. Numérisez de nouveau, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Pictures and PDFs cannot be one paper: attach them one after the other.</source>
        <translation>Images et PDF ne font pas une seule pièce : joignez-les l’un après l’autre.</translation>
    </message>
    <message>
        <source>More than 60 pages: attach it in parts.</source>
        <translation>Plus de 60 pages : joignez-les en plusieurs fois.</translation>
    </message>
</context>
</TS>
