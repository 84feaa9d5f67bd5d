<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ArrivalsScreen</name>
    <message>
        <source>What changed since I left</source>
        <translation>Ce qui a changé depuis mon départ</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Tout est vu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Files that others changed</source>
        <translation>Dossiers changés par d’autres</translation>
    </message>
    <message>
        <source>Nothing new from others</source>
        <translation>Rien de nouveau des autres</translation>
    </message>
    <message>
        <source>What other offices and the centre change appears here after an exchange.</source>
        <translation>Ce que les autres bureaux et le centre changent paraît ici après un échange.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>A file that is not here</source>
        <translation>Un dossier qui n’est pas ici</translation>
    </message>
    <message>
        <source>the file came</source>
        <translation>arrivée du dossier</translation>
    </message>
    <message>
        <source>the file left</source>
        <translation>départ du dossier</translation>
    </message>
    <message>
        <source>the file left for %1</source>
        <translation>départ du dossier vers %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>nouveau : %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Other office or centre</source>
        <translation>Autre bureau ou centre</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message numerus="yes">
        <source>Changed by others: %n file(s)</source>
        <translation>
            <numerusform>Changé par d’autres : %n dossier</numerusform>
            <numerusform>Changés par d’autres : %n dossiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Copy to a USB stick</source>
        <translation>Copier sur une clé USB</translation>
    </message>
</context>
</TS>
