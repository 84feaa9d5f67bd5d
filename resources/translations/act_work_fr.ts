<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>WorkListScreen</name>
    <message>
        <source>Today's work</source>
        <translation>Travail du jour</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>Liste de travail</translation>
    </message>
    <message>
        <source>move</source>
        <translation>se déplacer</translation>
    </message>
    <message>
        <source>one sort only</source>
        <translation>une seule sorte</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>Act and person</source>
        <translation>Acte et personne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>The most pressing stand here.</source>
        <translation>Les plus pressants sont affichés ici.</translation>
    </message>
    <message>
        <source>%1 more are not listed</source>
        <translation>%1 autres ne sont pas affichés</translation>
    </message>
    <message>
        <source>Nothing of this sort</source>
        <translation>Rien de cette sorte</translation>
    </message>
    <message>
        <source>Esc shows everything.</source>
        <translation>Échap affiche tout.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Acts stand here from their registration to their notification. F3 finds a person, F4 in her file begins an act.</source>
        <translation>Les actes figurent ici de leur enregistrement à leur notification. F3 trouve une personne, F4 dans son dossier commence un acte.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>premier jour</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>La liste n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvrir</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>Irréguliers</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>À compléter</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>Ailleurs</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n jour de retard</numerusform>
            <numerusform>%n jours de retard</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>decide before it begins</source>
        <translation>décider avant le début</translation>
    </message>
    <message>
        <source>study the request</source>
        <translation>étudier la demande</translation>
    </message>
    <message>
        <source>notify the decision</source>
        <translation>notifier la décision</translation>
    </message>
    <message>
        <source>send the notice to resume</source>
        <translation>envoyer la mise en demeure</translation>
    </message>
    <message>
        <source>follow the notice at the post</source>
        <translation>suivre la mise en demeure à la poste</translation>
    </message>
    <message>
        <source>the term to resume ends</source>
        <translation>fin du délai de reprise</translation>
    </message>
    <message>
        <source>stop the pay</source>
        <translation>arrêter la paie</translation>
    </message>
    <message>
        <source>dismissal may be decided</source>
        <translation>la radiation peut être décidée</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
</context>
</TS>
