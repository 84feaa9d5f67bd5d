<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Tour</name>
    <message>
        <source>Begin to work</source>
        <translation>Commencer à travailler</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>Everything begins with the search</source>
        <translation>Tout commence par la recherche</translation>
    </message>
    <message>
        <source>Type a name in either script, a PPR or a CIN: the file opens with Enter.</source>
        <translation>Tapez un nom dans l’une des écritures, un PPR ou une CIN : Entrée ouvre le dossier.</translation>
    </message>
    <message>
        <source>Acts are found by their name</source>
        <translation>Les actes se trouvent par leur nom</translation>
    </message>
    <message>
        <source>A few letters, then the fields in the order of the paper. What is typed is kept by itself.</source>
        <translation>Quelques lettres, puis les champs dans l’ordre du papier. Ce qui est tapé se garde tout seul.</translation>
    </message>
    <message>
        <source>Work first, send later</source>
        <translation>Travailler d’abord, envoyer ensuite</translation>
    </message>
    <message>
        <source>All is saved here, with or without a line. It leaves by itself when there is one.</source>
        <translation>Tout est enregistré ici, avec ou sans ligne. Cela part tout seul dès qu’il y en a une.</translation>
    </message>
    <message>
        <source>No line for days?</source>
        <translation>Pas de ligne depuis des jours ?</translation>
    </message>
    <message>
        <source>The same exchange goes by USB stick. Put it in: the page knows what to do.</source>
        <translation>Le même échange passe par clé USB. Branchez-la : la page sait quoi faire.</translation>
    </message>
    <message>
        <source>Help on every screen</source>
        <translation>De l’aide à chaque écran</translation>
    </message>
    <message>
        <source>One short page, in your language. The line at the foot tells what waits here.</source>
        <translation>Une courte page, dans votre langue. La barre du bas dit ce qui attend ici.</translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>First tour</source>
        <translation>Première visite guidée</translation>
    </message>
    <message>
        <source>Five lines at the foot of the window that say where things are done.</source>
        <translation>Cinq lignes au bas de la fenêtre, qui disent où se font les choses.</translation>
    </message>
    <message>
        <source>Show the tour again</source>
        <translation>Revoir la visite guidée</translation>
    </message>
</context>
</TS>
