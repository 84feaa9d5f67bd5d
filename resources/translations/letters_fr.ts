<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>letter</name>
    <message>
        <source>receipt</source>
        <translation>Accusé de réception</translation>
    </message>
    <message>
        <source>annual_leave</source>
        <translation>Décision de congé annuel</translation>
    </message>
    <message>
        <source>exceptional_leave</source>
        <translation>Décision de congé exceptionnel</translation>
    </message>
    <message>
        <source>pilgrimage_leave</source>
        <translation>Décision de congé de pèlerinage</translation>
    </message>
    <message>
        <source>maternity_leave</source>
        <translation>Décision de congé de maternité</translation>
    </message>
    <message>
        <source>paternity_leave</source>
        <translation>Décision de congé de paternité</translation>
    </message>
    <message>
        <source>sick_leave</source>
        <translation>Décision de congé de maladie</translation>
    </message>
    <message>
        <source>deduction_order</source>
        <translation>Ordre de retenue</translation>
    </message>
    <message>
        <source>explanation_request</source>
        <translation>Demande d’explication</translation>
    </message>
    <message>
        <source>notice_to_resume</source>
        <translation>Mise en demeure de reprendre</translation>
    </message>
    <message>
        <source>dismissal_proposal</source>
        <translation>Proposition de révocation</translation>
    </message>
    <message>
        <source>detachment_order</source>
        <translation>Arrêté de détachement</translation>
    </message>
    <message>
        <source>availability_order</source>
        <translation>Arrêté de disponibilité</translation>
    </message>
    <message>
        <source>transfer_order</source>
        <translation>Décision de mutation</translation>
    </message>
    <message>
        <source>tasking_note</source>
        <translation>Note de mission</translation>
    </message>
    <message>
        <source>arrival_minutes</source>
        <translation>Procès-verbal d’installation ou de reprise</translation>
    </message>
    <message>
        <source>tenure_order</source>
        <translation>Arrêté de titularisation</translation>
    </message>
    <message>
        <source>echelon_decision</source>
        <translation>Décision d’avancement d’échelon</translation>
    </message>
    <message>
        <source>retirement_notice</source>
        <translation>Avis de mise à la retraite</translation>
    </message>
    <message>
        <source>resignation_decision</source>
        <translation>Acceptation de démission</translation>
    </message>
    <message>
        <source>family_decision</source>
        <translation>Décision de changement familial</translation>
    </message>
    <message>
        <source>account_notice</source>
        <translation>Avis de changement de compte</translation>
    </message>
    <message>
        <source>rectification_certificate</source>
        <translation>Certificat de rectification</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>Décision de refus</translation>
    </message>
    <message>
        <source>covering_slip</source>
        <translation>Bordereau d’envoi</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal du jour</translation>
    </message>
    <message>
        <source>census_list</source>
        <translation>Liste de recensement</translation>
    </message>
    <message>
        <source>general_decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>spouse_transfer_order</source>
        <translation>Décision de rapprochement du conjoint</translation>
    </message>
    <message>
        <source>pay_stop_order</source>
        <translation>Ordre de suspension de la rémunération</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Attestation de travail</translation>
    </message>
    <message>
        <source>services</source>
        <translation>État des services</translation>
    </message>
    <message>
        <source>leave_balance</source>
        <translation>Solde de congé</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>Fiche de renseignements</translation>
    </message>
    <message>
        <source>kafala_leave</source>
        <translation>Décision de congé de kafala</translation>
    </message>
    <message>
        <source>nursing_leave</source>
        <translation>Décision de congé d’allaitement</translation>
    </message>
    <message>
        <source>unpaid_leave</source>
        <translation>Décision de congé sans solde</translation>
    </message>
    <message>
        <source>absence_permission</source>
        <translation>Autorisation d’absence</translation>
    </message>
    <message>
        <source>accident_decision</source>
        <translation>Décision d’accident de service</translation>
    </message>
    <message>
        <source>grade_decision</source>
        <translation>Arrêté d’avancement de grade</translation>
    </message>
    <message>
        <source>early_retirement_decision</source>
        <translation>Décision de retraite anticipée</translation>
    </message>
    <message>
        <source>death_decision</source>
        <translation>Décision de radiation pour décès</translation>
    </message>
    <message>
        <source>disposal_order</source>
        <translation>Arrêté de mise à disposition</translation>
    </message>
    <message>
        <source>people_list</source>
        <translation>Liste du personnel</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>The printer did not take the paper. Look at it, or keep a PDF: Ctrl S.</source>
        <translation>L’imprimante n’a pas pris le papier. Vérifiez-la, ou gardez un PDF : Ctrl S.</translation>
    </message>
    <message>
        <source>The template of this paper is at fault. Nothing is lost; tell the IT unit which paper it was.</source>
        <translation>Le modèle de ce papier est en défaut. Rien n’est perdu ; dites à l’unité informatique de quel papier il s’agit.</translation>
    </message>
    <message>
        <source>This act is not on this computer, or it is not for you to read.</source>
        <translation>Cet acte n’est pas sur cet ordinateur, ou vous n’avez pas à le lire.</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Print</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papiers</translation>
    </message>
    <message>
        <source>Print two copies</source>
        <translation>Imprimer deux exemplaires</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>Garder en PDF</translation>
    </message>
    <message>
        <source>In the other language</source>
        <translation>Dans l’autre langue</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>Le papier tel qu’il sera imprimé</translation>
    </message>
    <message>
        <source>%1 copies were sent to the printer %2.</source>
        <translation>%1 exemplaires envoyés à l’imprimante %2.</translation>
    </message>
    <message>
        <source>The paper is kept on this computer.</source>
        <translation>Le papier est gardé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This paper could not be made or printed.</source>
        <translation>Ce papier n’a pas pu être fait ou imprimé.</translation>
    </message>
    <message>
        <source>Print all, two copies each</source>
        <translation>Tout imprimer en deux exemplaires</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>Ctrl P prints the receipt.</source>
        <translation>Ctrl P imprime l’accusé de réception.</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>act_step.step.register</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>DecideScreen</name>
    <message>
        <source>Ctrl P prints their letters.</source>
        <translation>Ctrl P imprime leurs décisions.</translation>
    </message>
</context>
</TS>
