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
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Name in Arabic or French, PPR, CIN or school</source>
        <translation>Nom en arabe ou en français, PPR, CIN ou établissement</translation>
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
        <source>new person</source>
        <translation>nouvelle personne</translation>
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
        <translation>La liste n'a pas pu être lue.</translation>
    </message>
    <message>
        <source>Close other programs that use this office's file, then search again.</source>
        <translation>Fermez les autres programmes qui utilisent le fichier du bureau, puis cherchez de nouveau.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Incomplete records</source>
        <translation>Dossiers incomplets</translation>
    </message>
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
        <translation>Attend l'envoi</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
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
        <translation>En attente d'envoi</translation>
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
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Another office has written: %1</source>
        <translation>Un autre bureau a écrit : %1</translation>
    </message>
</context>
</TS>
