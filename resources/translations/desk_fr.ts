<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>ActCounter</name>
    <message>
        <source>New act</source>
        <translation>Nouvel acte</translation>
    </message>
    <message>
        <source>Enter goes from field to field; the kind of act stays for the next paper.</source>
        <translation>Entrée passe d’un champ à l’autre ; le type d’acte reste pour la pièce suivante.</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>Type d’acte</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tous les champs</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Imprimer l’accusé de réception</translation>
    </message>
    <message>
        <source>Registered now</source>
        <translation>Enregistrés à l’instant</translation>
    </message>
    <message>
        <source>Correct what is in red first.</source>
        <translation>Corrigez d’abord ce qui est en rouge.</translation>
    </message>
    <message>
        <source>Registered under %1: %2</source>
        <translation>Enregistré sous %1 : %2</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>The same act for %1 people; %2 to go</source>
        <translation>Le même acte pour %1 personnes ; encore %2 après celle-ci</translation>
    </message>
</context>
<context>
    <name>CounterFields</name>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>A number of days</source>
        <translation>Un nombre de jours</translation>
    </message>
</context>
<context>
    <name>PersonPick</name>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>PPR, CIN or name</source>
        <translation>PPR, CIN ou nom</translation>
    </message>
    <message>
        <source>Who it may be</source>
        <translation>Qui ce peut être</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Personne trouvé</translation>
    </message>
</context>
<context>
    <name>Balances</name>
    <message>
        <source>%1 left of %2</source>
        <translation>reste %1 sur %2</translation>
    </message>
    <message>
        <source>Annual leave %1</source>
        <translation>Congé annuel %1</translation>
    </message>
    <message>
        <source>%1, at full pay</source>
        <translation>%1, à plein traitement</translation>
    </message>
</context>
<context>
    <name>PersonPreview</name>
    <message>
        <source>Running acts</source>
        <translation>Actes en cours</translation>
    </message>
    <message>
        <source>The file is at %1</source>
        <translation>Le dossier est à %1</translation>
    </message>
    <message>
        <source>It was not referred to the academy: only the directory is here.</source>
        <translation>Il n’est pas renvoyé à l’académie : seul l’annuaire est ici.</translation>
    </message>
</context>
<context>
    <name>PersonGlance</name>
    <message>
        <source>The telephone is saved on this computer.</source>
        <translation>Le téléphone est enregistré sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>DecideScreen</name>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Each line is checked; nothing is saved before you sign.</source>
        <translation>Chaque ligne est contrôlée ; rien n’est enregistré avant la signature.</translation>
    </message>
    <message>
        <source>Acts that wait for a decision</source>
        <translation>Actes en attente de décision</translation>
    </message>
    <message>
        <source>Number of the first decision</source>
        <translation>Numéro de la première décision</translation>
    </message>
    <message>
        <source>A number such as 412/2026</source>
        <translation>Un numéro comme 412/2026</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Rien n’attend votre décision</translation>
    </message>
    <message>
        <source>Acts come here once they are registered.</source>
        <translation>Les actes arrivent ici une fois enregistrés.</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>accepter</translation>
    </message>
    <message>
        <source>return</source>
        <translation>renvoyer</translation>
    </message>
    <message>
        <source>later</source>
        <translation>plus tard</translation>
    </message>
    <message>
        <source>move</source>
        <translation>parcourir</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvrir</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>annuler</translation>
    </message>
    <message>
        <source>Act and person</source>
        <translation>Acte et personne</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>contrôle en cours</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En règle</translation>
    </message>
    <message>
        <source>Cannot be accepted</source>
        <translation>Ne peut être accepté</translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>À regarder de près</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Renvoyé</translation>
    </message>
    <message>
        <source>This one cannot be accepted as it stands: see the checks.</source>
        <translation>Celui-ci ne peut être accepté en l’état : voir les contrôles.</translation>
    </message>
    <message>
        <source>2 returns it with a reason, 3 leaves it for later.</source>
        <translation>2 le renvoie avec un motif, 3 le laisse pour plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>Sign %n decision(s)</source>
        <translation>
            <numerusform>Signer %n décision</numerusform>
            <numerusform>Signer %n décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) not decided</source>
        <translation>
            <numerusform>%n acte non décidé</numerusform>
            <numerusform>%n actes non décidés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) signed</source>
        <translation>
            <numerusform>%n décision signée</numerusform>
            <numerusform>%n décisions signées</numerusform>
        </translation>
    </message>
    <message>
        <source>They travel with the next exchange. Ctrl Z takes them back until then.</source>
        <translation>Elles partent au prochain échange. Ctrl Z les annule jusque-là.</translation>
    </message>
    <message>
        <source>The decisions are taken back</source>
        <translation>Les décisions sont annulées</translation>
    </message>
    <message>
        <source>Some decisions have travelled already</source>
        <translation>Certaines décisions sont déjà parties</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>A paper is missing</source>
        <translation>Il manque une pièce</translation>
    </message>
    <message>
        <source>The paper cannot be read</source>
        <translation>La pièce est illisible</translation>
    </message>
    <message>
        <source>The days differ from those on the paper</source>
        <translation>Les jours diffèrent de ceux de la pièce</translation>
    </message>
    <message>
        <source>The paper came too late</source>
        <translation>La pièce est arrivée hors délai</translation>
    </message>
    <message>
        <source>A signature or a stamp is missing</source>
        <translation>Il manque une signature ou un cachet</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Other words</source>
        <translation>Autre motif</translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation>Motif du renvoi</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Anomalies</source>
        <translation>Anomalies</translation>
    </message>
    <message>
        <source>Retires in %1</source>
        <translation>Retraite en %1</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplets</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Acts</source>
        <translation>Actes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Screens, lists and actions</source>
        <translation>Écrans, listes et commandes</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Number, name, act or screen</source>
        <translation>Numéro, nom, acte ou écran</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>New act</source>
        <translation>Nouvel acte</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone; F3 shows everybody.</source>
        <translation>Essayez moins de lettres, ou le PPR ou la CIN seuls ; F3 montre tout le monde.</translation>
    </message>
    <message>
        <source>%1 people found; the first ones stand here, F3 shows all</source>
        <translation>%1 personnes trouvées ; les premières sont ici, F3 les montre toutes</translation>
    </message>
    <message>
        <source>move</source>
        <translation>parcourir</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvrir</translation>
    </message>
    <message>
        <source>act</source>
        <translation>acte</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>document</translation>
    </message>
    <message>
        <source>today's work</source>
        <translation>travail du jour</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Retires this year</source>
        <translation>Retraites de l’année</translation>
    </message>
    <message>
        <source>Retires next year</source>
        <translation>Retraites de l’an prochain</translation>
    </message>
    <message>
        <source>Incomplete records</source>
        <translation>Dossiers incomplets</translation>
    </message>
    <message>
        <source>Anomalies to look at</source>
        <translation>Anomalies à examiner</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New act</source>
        <translation>Nouvel acte</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Retires on</source>
        <translation>Part le</translation>
    </message>
    <message>
        <source>Not referred</source>
        <translation>Non renvoyé</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message numerus="yes">
        <source>Act for %n people</source>
        <translation>
            <numerusform>Acte pour %n personne</numerusform>
            <numerusform>Acte pour %n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of %1 is at %2.</source>
        <translation>Le dossier de %1 est à %2.</translation>
    </message>
    <message>
        <source>She was transferred there: only her name, her PPR and her acts taken here remain.</source>
        <translation>Transféré là-bas : il ne reste ici que le nom, le PPR et les actes pris ici.</translation>
    </message>
    <message>
        <source>It was not referred to the academy: only the directory is here. The directorate refers it.</source>
        <translation>Il n’est pas renvoyé à l’académie : seul l’annuaire est ici. C’est la direction qui le renvoie.</translation>
    </message>
</context>
<context>
    <name>PeopleTools</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Kept lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Keep this list...</source>
        <translation>Garder cette liste...</translation>
    </message>
    <message>
        <source>Keep this list</source>
        <translation>Garder cette liste</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Son nom</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <translation>Oublier : %1</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A person, an act, a screen, a list or an action</source>
        <translation>Une personne, un acte, un écran, une liste ou une commande</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tout chercher</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>Either script, PPR and CIN are accepted.</source>
        <translation>Les deux écritures, le PPR et la CIN sont acceptés.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>exécuter</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>directement</translation>
    </message>
    <message>
        <source>for nobody</source>
        <translation>sans personne</translation>
    </message>
    <message>
        <source>close</source>
        <translation>fermer</translation>
    </message>
    <message>
        <source>Acts for %1</source>
        <translation>Actes pour %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone; Esc goes back.</source>
        <translation>Essayez moins de lettres, ou le PPR ou la CIN seuls ; Esc revient.</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>the same for all %1 like it</source>
        <translation>la même réponse pour les %1 semblables</translation>
    </message>
    <message>
        <source>Reason, if one is needed (Ctrl R)</source>
        <translation>Motif, s’il en faut un (Ctrl R)</translation>
    </message>
    <message>
        <source>Reason of the choice</source>
        <translation>Motif du choix</translation>
    </message>
    <message>
        <source>The value of this computer</source>
        <translation>La valeur de cet ordinateur</translation>
    </message>
    <message>
        <source>The centre's</source>
        <translation>Celle du centre</translation>
    </message>
</context>
<context>
    <name>PersonTimeline</name>
    <message>
        <source>Situation over time</source>
        <translation>La situation dans le temps</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Congés</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Health leave</source>
        <translation>Congé de maladie</translation>
    </message>
</context>
</TS>
