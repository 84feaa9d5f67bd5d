<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>problem</name>
    <message>
        <source>same_card</source>
        <translation>Même CIN dans un autre dossier : comparez, puis corrigez le numéro ou réunissez les dossiers</translation>
    </message>
    <message>
        <source>possible_duplicate</source>
        <translation>Même nom et même date de naissance qu’une autre personne : comparez, réunissez les dossiers si c’est la même</translation>
    </message>
    <message>
        <source>ppr_missing</source>
        <translation>Pas de numéro PPR plus de {limit} mois après le recrutement : demandez-le à l’académie</translation>
    </message>
    <message>
        <source>two_original_posts</source>
        <translation>Deux postes d’origine au {day}, l’un à {school} : annulez ou rectifiez l’acte erroné</translation>
    </message>
    <message>
        <source>past_age_limit</source>
        <translation>Limite d’âge atteinte le {day} sans acte de sortie : enregistrez la mise à la retraite</translation>
    </message>
    <message>
        <source>tenured_without_act</source>
        <translation>Titulaire sans date de titularisation : enregistrez l’acte ou corrigez la situation de départ</translation>
    </message>
    <message>
        <source>position_expired</source>
        <translation>Position échue le {day} sans renouvellement ni reprise : enregistrez l’un ou l’autre</translation>
    </message>
    <message>
        <source>late_for_pay</source>
        <translation>Effet de plus de {limit} mois, pas encore transmis à la paie : transmettez ou interrogez la trésorerie</translation>
    </message>
    <message>
        <source>decided_without_number</source>
        <translation>Décision sans numéro : saisissez le numéro de la décision</translation>
    </message>
    <message>
        <source>no_last_day</source>
        <translation>Acte temporaire sans date de fin : rectifiez-le par un autre acte</translation>
    </message>
    <message>
        <source>spouses_join_each_other</source>
        <translation>Chacun des conjoints demande à rejoindre l’autre : retournez l’une des demandes</translation>
    </message>
    <message>
        <source>not_married</source>
        <translation>Non marié d’après le dossier : corrigez la situation familiale ou retournez la demande</translation>
    </message>
    <message>
        <source>own_ppr</source>
        <translation>C’est le PPR de l’intéressé : saisissez celui du conjoint</translation>
    </message>
</context>
</TS>
