<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>App</name>
    <message>
        <source>Making a practice province...</source>
        <translation>Préparation d’une province de formation...</translation>
    </message>
    <message>
        <source>Taking the first copy of the province...</source>
        <translation>Réception de la première copie de la province...</translation>
    </message>
</context>
<context>
    <name>PeopleExport</name>
    <message>
        <source>Save the list of people</source>
        <translation>Enregistrer la liste des personnes</translation>
    </message>
    <message>
        <source>people</source>
        <translation>liste_des_personnes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Excel, the columns shown</source>
        <translation>Excel, les colonnes affichées</translation>
    </message>
    <message>
        <source>CSV, the columns shown</source>
        <translation>CSV, les colonnes affichées</translation>
    </message>
    <message>
        <source>Excel, all that is kept</source>
        <translation>Excel, tout ce qui est conservé</translation>
    </message>
</context>
</TS>
