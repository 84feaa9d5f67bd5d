<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>FieldVisitScreen</name>
    <message>
        <source>Field visit</source>
        <translation>Visite de terrain</translation>
    </message>
    <message>
        <source>Everything is on this laptop; what is counted leaves with the next exchange.</source>
        <translation>Tout est sur cet ordinateur ; ce qui y est compté part au prochain échange.</translation>
    </message>
    <message>
        <source>This laptop is on a field visit</source>
        <translation>Cet ordinateur est en visite de terrain</translation>
    </message>
    <message>
        <source>It locks by itself after %1 minutes.</source>
        <translation>Il se verrouille de lui-même après %1 minutes.</translation>
    </message>
    <message>
        <source>School to visit</source>
        <translation>École à visiter</translation>
    </message>
    <message>
        <source>Type a part of its name or its code</source>
        <translation>Tapez une partie de son nom ou de son code</translation>
    </message>
    <message>
        <source>Print its sheet</source>
        <translation>Imprimer sa feuille</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>fill in its list</source>
        <translation>remplir sa liste</translation>
    </message>
    <message>
        <source>take it off</source>
        <translation>la retirer</translation>
    </message>
    <message>
        <source>Schools to visit</source>
        <translation>Écoles à visiter</translation>
    </message>
    <message>
        <source>No school chosen yet</source>
        <translation>Aucune école choisie</translation>
    </message>
    <message>
        <source>Choose the schools above: only they are listed here.</source>
        <translation>Choisissez ci-dessus les écoles de la visite : elles seules sont listées ici.</translation>
    </message>
    <message>
        <source>School</source>
        <translation>École</translation>
    </message>
    <message>
        <source>On its list</source>
        <translation>Sur sa liste</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Comptés</translation>
    </message>
    <message>
        <source>To count</source>
        <translation>À compter</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>Schools to visit</source>
        <translation>Écoles à visiter</translation>
    </message>
</context>
</TS>
