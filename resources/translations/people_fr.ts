<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>PeopleModel</name>
    <message>
        <source>Full name</source>
        <translation>Nom et prénom</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Affectation</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transféré</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Name, PPR, CIN or school</source>
        <translation>Nom, PPR, CIN, établissement</translation>
    </message>
    <message>
        <source>Search for people</source>
        <translation>Chercher des personnes</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Aucune personne trouvée</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone.</source>
        <translation>Essayez moins de lettres, ou le PPR ou la CIN seuls.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>parcourir</translation>
    </message>
    <message>
        <source>open the file</source>
        <translation>ouvrir le dossier</translation>
    </message>
    <message>
        <source>print</source>
        <translation>imprimer</translation>
    </message>
    <message>
        <source>back to the search</source>
        <translation>revenir à la recherche</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>includes %1</source>
        <translation>inclut %1</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>La liste n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>Close other programs that use this office's file, then search again.</source>
        <translation>Fermez les autres programmes qui utilisent le fichier du bureau, puis cherchez de nouveau.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportée : %1</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 personnes</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Remove the filter: %1</source>
        <translation>Retirer le filtre : %1</translation>
    </message>
</context>
<context>
    <name>PersonPreview</name>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Cadre, grade</source>
        <translation>Cadre, grade</translation>
    </message>
    <message>
        <source>Échelle, échelon</source>
        <translation>Échelle, échelon</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Attend l’envoi</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>Transferred to %1 from %2 on</source>
        <translation>Transféré à %1 à compter du %2</translation>
    </message>
    <message>
        <source>The file is there.</source>
        <translation>Le dossier y est.</translation>
    </message>
    <message>
        <source>Acts taken here</source>
        <translation>Actes pris ici</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplet</translation>
    </message>
    <message>
        <source>Joined records</source>
        <translation>Dossiers réunis</translation>
    </message>
    <message>
        <source>index %1</source>
        <translation>indice %1</translation>
    </message>
    <message>
        <source>closed since %1</source>
        <translation>fermé depuis le %1</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Another office has written: %1</source>
        <translation>Un autre bureau a écrit : %1</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Save at any time: what is missing can be filled in later.</source>
        <translation>Enregistrez quand vous voulez : ce qui manque se remplit plus tard.</translation>
    </message>
    <message>
        <source>No career facts are known yet.</source>
        <translation>Aucune donnée de carrière n’est encore connue.</translation>
    </message>
    <message>
        <source>New act</source>
        <translation>Nouvel acte</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>CIN</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>Né(e) le</translation>
    </message>
</context>
<context>
    <name>PersonTabs</name>
    <message>
        <source>Identity and contact</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Diplomas</source>
        <translation>Diplômes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Parties du dossier</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>PersonScreen</name>
    <message>
        <source>Also in the file of %1</source>
        <translation>Aussi dans le dossier de %1</translation>
    </message>
</context>
<context>
    <name>SituationTab</name>
    <message>
        <source>Massir</source>
        <translation>Massir</translation>
    </message>
    <message>
        <source>These facts are written by acts only; here they are read.</source>
        <translation>Ces données ne sont écrites que par des actes ; ici, on les lit.</translation>
    </message>
    <message>
        <source>To mend one, register the act that states it.</source>
        <translation>Pour en corriger une, inscrivez l’acte qui l’établit.</translation>
    </message>
    <message>
        <source>No act states them yet: import a list, or register the opening situation.</source>
        <translation>Aucun acte ne les établit : importez une liste, ou inscrivez la situation initiale.</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 in %4</source>
        <translation>%1 : %2 ici, %3 dans %4</translation>
    </message>
    <message>
        <source>Look at the paper, then register an act if this is wrong.</source>
        <translation>Voyez le papier, puis inscrivez un acte si ceci est faux.</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Changes of this file</source>
        <translation>Changements de ce dossier</translation>
    </message>
    <message>
        <source>Nothing has changed here</source>
        <translation>Rien n’a changé ici</translation>
    </message>
    <message>
        <source>Changes older than this office's first copy are kept at the centre.</source>
        <translation>Ce qui précède la première copie de ce bureau est gardé au centre.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Donnée</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Au centre</translation>
    </message>
    <message>
        <source>This office</source>
        <translation>Ce bureau</translation>
    </message>
    <message>
        <source>Another office</source>
        <translation>Un autre bureau</translation>
    </message>
</context>
<context>
    <name>PersonListings</name>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans intitulé</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Spouse and children</source>
        <translation>Conjoint et enfants</translation>
    </message>
    <message>
        <source>Add a family member</source>
        <translation>Ajouter un membre de la famille</translation>
    </message>
    <message>
        <source>Add a diploma</source>
        <translation>Ajouter un diplôme</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>Notes and reminders</source>
        <translation>Notes et rappels</translation>
    </message>
    <message>
        <source>Confidential notes</source>
        <translation>Notes confidentielles</translation>
    </message>
</context>
<context>
    <name>RecordsTab</name>
    <message>
        <source>Withdraw...</source>
        <translation>Retirer...</translation>
    </message>
</context>
<context>
    <name>JoinTab</name>
    <message>
        <source>The other record</source>
        <translation>L’autre dossier</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Name, PPR or CIN of the other record</source>
        <translation>Nom, PPR ou CIN de l’autre dossier</translation>
    </message>
    <message>
        <source>Search for the other record</source>
        <translation>Chercher l’autre dossier</translation>
    </message>
    <message>
        <source>Records found</source>
        <translation>Dossiers trouvés</translation>
    </message>
    <message>
        <source>Both records side by side</source>
        <translation>Les deux dossiers côte à côte</translation>
    </message>
    <message>
        <source>Join the other record to this file</source>
        <translation>Réunir l’autre dossier à celui-ci</translation>
    </message>
    <message>
        <source>Separate them again</source>
        <translation>Les séparer de nouveau</translation>
    </message>
    <message>
        <source>This file stays and shows the rows of both; nothing is lost, and they can be separated again.</source>
        <translation>Ce dossier reste et montre les données des deux ; rien n’est perdu, et on peut les séparer de nouveau.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>This file, which stays</source>
        <translation>Ce dossier, qui reste</translation>
    </message>
    <message>
        <source>Joined to this file: %1</source>
        <translation>Réuni à ce dossier : %1</translation>
    </message>
    <message>
        <source>a record without a name</source>
        <translation>un dossier sans nom</translation>
    </message>
</context>
<context>
    <name>PersonNotices</name>
    <message>
        <source>The record of %1 was joined to this file.</source>
        <translation>Le dossier de %1 a été réuni à celui-ci.</translation>
    </message>
    <message>
        <source>What you save goes into this file.</source>
        <translation>Ce que vous enregistrez va dans ce dossier.</translation>
    </message>
    <message>
        <source>Separate them again</source>
        <translation>Les séparer de nouveau</translation>
    </message>
    <message>
        <source>Two offices have written different values in this file.</source>
        <translation>Deux bureaux ont écrit des valeurs différentes dans ce dossier.</translation>
    </message>
    <message>
        <source>Press F6 to see both and choose. Until then the first one received stands.</source>
        <translation>Appuyez sur F6 pour voir les deux et choisir. D’ici là, la première reçue reste.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>L’abandonner</translation>
    </message>
    <message>
        <source>What you typed on %1 without saving is back.</source>
        <translation>Ce que vous aviez tapé le %1 sans enregistrer est revenu.</translation>
    </message>
    <message>
        <source>Save it with Ctrl S, or discard it.</source>
        <translation>Enregistrez-le avec Ctrl S, ou abandonnez-le.</translation>
    </message>
    <message>
        <source>%1 %2 is also in the file of %3.</source>
        <translation>%1 %2 est aussi dans le dossier de %3.</translation>
    </message>
    <message>
        <source>If it is the same person, join the two records.</source>
        <translation>S’il s’agit de la même personne, réunissez les deux dossiers.</translation>
    </message>
    <message>
        <source>Open that file</source>
        <translation>Ouvrir ce dossier</translation>
    </message>
    <message>
        <source>Compare and join</source>
        <translation>Comparer et réunir</translation>
    </message>
    <message>
        <source>Undo (Ctrl Z)</source>
        <translation>Annuler (Ctrl Z)</translation>
    </message>
    <message>
        <source>Saved on this computer; it will be sent at the next exchange.</source>
        <translation>Enregistré sur cet ordinateur ; sera envoyé au prochain échange.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were not saved: mend what is in red.</source>
        <translation>
            <numerusform>%n champ n’a pas été enregistré : corrigez ce qui est en rouge.</numerusform>
            <numerusform>%n champs n’ont pas été enregistrés : corrigez ce qui est en rouge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was saved: %1</source>
        <translation>Rien n’a été enregistré : %1</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Ce que vous avez tapé est toujours là.</translation>
    </message>
    <message>
        <source>Nothing was saved: this office's file cannot be written.</source>
        <translation>Rien n’a été enregistré : le fichier du bureau ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>What you typed is still here. Free some room on the disk, then save again.</source>
        <translation>Ce que vous avez tapé est toujours là. Libérez de la place sur le disque, puis enregistrez.</translation>
    </message>
    <message>
        <source>The last save was undone.</source>
        <translation>Le dernier enregistrement a été annulé.</translation>
    </message>
    <message>
        <source>Too late to undo: it was sent to the centre, or a paper was given that rests on it.</source>
        <translation>Trop tard pour annuler : déjà envoyé au centre, ou un papier remis depuis repose dessus.</translation>
    </message>
    <message>
        <source>Type the right value and save again.</source>
        <translation>Tapez la bonne valeur et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>This file is no longer here: its creation was undone.</source>
        <translation>Ce dossier n’est plus ici : sa création a été annulée.</translation>
    </message>
    <message>
        <source>What you typed is below; save it to create the file again.</source>
        <translation>Ce que vous aviez tapé est ci-dessous ; enregistrez pour recréer le dossier.</translation>
    </message>
</context>
<context>
    <name>ReasonAsk</name>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Why is it withdrawn?</source>
        <translation>Pourquoi le retirer ?</translation>
    </message>
    <message>
        <source>The record stays in the history with this reason.</source>
        <translation>L’enregistrement reste dans l’historique avec ce motif.</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>Écrivez d’abord le motif.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>What wants an eye in this file</source>
        <translation>Ce qui appelle l’attention dans ce dossier</translation>
    </message>
    <message>
        <source>What wants an eye</source>
        <translation>Ce qui appelle l’attention</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Situation today</source>
        <translation>Situation à ce jour</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Nothing waits on this file</source>
        <translation>Rien n’est en attente dans ce dossier</translation>
    </message>
    <message>
        <source>F4 begins an act, Ctrl P prints, Ctrl 1 is who she is.</source>
        <translation>F4 commence un acte, Ctrl P imprime, Ctrl 1 montre l’identité.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Acts under way</source>
        <translation>Actes en cours</translation>
    </message>
    <message>
        <source>Last papers</source>
        <translation>Dernières pièces</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 jusqu’au %2</translation>
    </message>
    <message>
        <source>Cadre, grade</source>
        <translation>Cadre, grade</translation>
    </message>
    <message>
        <source>Échelle, échelon</source>
        <translation>Échelle, échelon</translation>
    </message>
    <message>
        <source>Échelon since</source>
        <translation>Échelon depuis</translation>
    </message>
    <message>
        <source>Next échelon</source>
        <translation>Échelon suivant</translation>
    </message>
    <message>
        <source>There since</source>
        <translation>Affecté(e) depuis</translation>
    </message>
    <message>
        <source>Age limit</source>
        <translation>Limite d’âge</translation>
    </message>
</context>
<context>
    <name>OverviewLines</name>
    <message numerus="yes">
        <source>%n value(s) in conflict</source>
        <translation>
            <numerusform>%n valeur en conflit</numerusform>
            <numerusform>%n valeurs en conflit</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Il manque</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
</context>
</TS>
