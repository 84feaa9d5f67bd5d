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
</TS>
