<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>problem</name>
    <message>
        <source>contract_ends</source>
        <translation>Le contrat finit le {day} : renouvelez-le ou préparez la sortie</translation>
    </message>
    <message>
        <source>position_ends</source>
        <translation>La position finit le {day} : enregistrez le renouvellement ou la reprise</translation>
    </message>
    <message>
        <source>return_to_be_asked</source>
        <translation>La position finit le {day} : l’intéressé doit demander avant retour ou renouvellement ; écrivez-lui</translation>
    </message>
    <message>
        <source>health_leave_ends</source>
        <translation>Le congé finit le {day} : attendez le PV de reprise ou un nouveau certificat</translation>
    </message>
    <message>
        <source>task_ends</source>
        <translation>La mission finit le {day} : renouvelez-la ou faites reprendre le poste d’origine</translation>
    </message>
    <message>
        <source>retirement_comes</source>
        <translation>Limite d’âge le {limit_day}, départ le {day} : demandez le dossier de pension</translation>
    </message>
    <message>
        <source>retirement_comes_assumed</source>
        <translation>Naissance incomplète, limite d’âge supposée le {limit_day}, départ le {day} : complétez la date, puis demandez le dossier de pension</translation>
    </message>
    <message>
        <source>tenure_due</source>
        <translation>Le stage s’achève le {day} : préparez la titularisation ou sa prolongation</translation>
    </message>
    <message>
        <source>notice_to_send</source>
        <translation>Abandon de poste : envoyez la mise en demeure (absence signalée le {day})</translation>
    </message>
    <message>
        <source>notice_unanswered</source>
        <translation>Mise en demeure sans accusé de réception, terme le {day} : suivez-la à la poste</translation>
    </message>
    <message>
        <source>resumption_awaited</source>
        <translation>Le délai de la mise en demeure finit le {day} : notez la reprise, ou proposez la révocation après ce jour</translation>
    </message>
    <message>
        <source>pay_to_stop</source>
        <translation>Mise en demeure non remise le {day} : suspendez le traitement sans attendre</translation>
    </message>
    <message>
        <source>dismissal_possible</source>
        <translation>Le délai après suspension du traitement finit le {day} : notez la reprise, ou proposez la révocation après ce jour</translation>
    </message>
</context>
</TS>
