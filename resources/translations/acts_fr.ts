<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>kind</name>
    <message>
        <source>limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>delegation</source>
        <translation>Ligne de délégation</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>Jour férié</translation>
    </message>
    <message>
        <source>grade_index</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>interim</source>
        <translation>Intérim</translation>
    </message>
    <message>
        <source>act_step</source>
        <translation>Étape d’un acte</translation>
    </message>
    <message>
        <source>confidential_step</source>
        <translation>Étape d’un acte confidentiel</translation>
    </message>
    <message>
        <source>leave_notice</source>
        <translation>Avis de congé</translation>
    </message>
    <message>
        <source>annual_leave</source>
        <translation>Congé annuel (LV-ANN)</translation>
    </message>
    <message>
        <source>exceptional_leave</source>
        <translation>Congé exceptionnel (LV-EXC)</translation>
    </message>
    <message>
        <source>maternity_leave</source>
        <translation>Congé de maternité (LV-MAT)</translation>
    </message>
    <message>
        <source>paternity_leave</source>
        <translation>Congé de paternité (LV-PAT)</translation>
    </message>
    <message>
        <source>sick_short</source>
        <translation>Congé de maladie de courte durée (SK-ST)</translation>
    </message>
    <message>
        <source>sick_medium</source>
        <translation>Congé de maladie de moyenne durée (SK-MT)</translation>
    </message>
    <message>
        <source>sick_long</source>
        <translation>Congé de maladie de longue durée (SK-LT)</translation>
    </message>
    <message>
        <source>unjustified_absence</source>
        <translation>Absence injustifiée (AB-UNJ)</translation>
    </message>
    <message>
        <source>abandonment</source>
        <translation>Abandon de poste (AB-DEP)</translation>
    </message>
    <message>
        <source>interest_transfer</source>
        <translation>Mutation dans l’intérêt du service (MV-INT)</translation>
    </message>
    <message>
        <source>tasking</source>
        <translation>Mission temporaire (MV-TSK)</translation>
    </message>
    <message>
        <source>arrival_minutes</source>
        <translation>Procès-verbal d’installation ou de reprise (MV-ARR)</translation>
    </message>
    <message>
        <source>echelon</source>
        <translation>Avancement d’échelon (CA-ECH)</translation>
    </message>
    <message>
        <source>tenure</source>
        <translation>Titularisation (CA-TEN)</translation>
    </message>
    <message>
        <source>family_change</source>
        <translation>Changement familial (CA-FAM)</translation>
    </message>
    <message>
        <source>bank_change</source>
        <translation>Changement de compte bancaire (CA-RIB)</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>Disponibilité (PO-DIS)</translation>
    </message>
    <message>
        <source>detachment</source>
        <translation>Détachement (PO-DET)</translation>
    </message>
    <message>
        <source>age_retirement</source>
        <translation>Retraite par limite d’âge (EX-AGE)</translation>
    </message>
    <message>
        <source>resignation</source>
        <translation>Démission (EX-RES)</translation>
    </message>
    <message>
        <source>presence_census</source>
        <translation>Recensement annuel (CE-ANN)</translation>
    </message>
    <message>
        <source>pilgrimage_leave</source>
        <translation>Congé de pèlerinage (LV-HAJ)</translation>
    </message>
    <message>
        <source>spouse_transfer</source>
        <translation>Rapprochement du conjoint (MV-CON)</translation>
    </message>
    <message>
        <source>reference_package</source>
        <translation>Lot de référence</translation>
    </message>
    <message>
        <source>kafala_leave</source>
        <translation>Congé de kafala (LV-KAF)</translation>
    </message>
    <message>
        <source>nursing_leave</source>
        <translation>Heure d’allaitement (LV-ALL)</translation>
    </message>
    <message>
        <source>unpaid_leave</source>
        <translation>Congé sans solde (LV-UNP)</translation>
    </message>
    <message>
        <source>justified_absence</source>
        <translation>Absence justifiée (AB-JUS)</translation>
    </message>
    <message>
        <source>work_accident</source>
        <translation>Accident ou maladie de service (SK-WK)</translation>
    </message>
    <message>
        <source>provincial_move</source>
        <translation>Mouvement provincial (MV-PRO)</translation>
    </message>
    <message>
        <source>grade_advancement</source>
        <translation>Avancement de grade (CA-GRD)</translation>
    </message>
    <message>
        <source>early_retirement</source>
        <translation>Retraite anticipée (EX-EAR)</translation>
    </message>
    <message>
        <source>death</source>
        <translation>Décès (EX-DEA)</translation>
    </message>
    <message>
        <source>put_at_disposal</source>
        <translation>Mise à disposition (PO-MAD)</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>Congé</translation>
    </message>
    <message>
        <source>act</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>life</source>
        <translation>Parcours de l’acte</translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>rule.valid_from</source>
        <translation>En vigueur du</translation>
    </message>
    <message>
        <source>rule.valid_to</source>
        <translation>En vigueur jusqu’au</translation>
    </message>
    <message>
        <source>rule.published_on</source>
        <translation>Publié le</translation>
    </message>
    <message>
        <source>rule.uncertain</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>rule.source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>rule.note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>rule.act</source>
        <translation>Code de l’acte</translation>
    </message>
    <message>
        <source>rule.name</source>
        <translation>Nom de la limite</translation>
    </message>
    <message>
        <source>rule.value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>rule.unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>rule.region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>rule.level</source>
        <translation>Niveau de décision</translation>
    </message>
    <message>
        <source>rule.role</source>
        <translation>Signataire</translation>
    </message>
    <message>
        <source>rule.means</source>
        <translation>Nature de la délégation</translation>
    </message>
    <message>
        <source>rule.up_to_days</source>
        <translation>Jusqu’à (jours)</translation>
    </message>
    <message>
        <source>rule.year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>rule.nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>rule.from_on</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>rule.to_on</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>rule.name_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>rule.name_la</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>rule.grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>rule.echelle</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>rule.echelon</source>
        <translation>Échelon</translation>
    </message>
    <message>
        <source>rule.index_number</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>interim.account</source>
        <translation>Intérimaire</translation>
    </message>
    <message>
        <source>interim.role</source>
        <translation>Fonction exercée</translation>
    </message>
    <message>
        <source>interim.from_on</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>interim.to_on</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>interim.reference</source>
        <translation>Référence de la décision</translation>
    </message>
    <message>
        <source>situation.position_until</source>
        <translation>Fin de la position</translation>
    </message>
    <message>
        <source>situation.left_on</source>
        <translation>Sortie le</translation>
    </message>
    <message>
        <source>situation.exit_reason</source>
        <translation>Motif de sortie</translation>
    </message>
    <message>
        <source>situation.children_counted</source>
        <translation>Enfants comptés pour l’allocation</translation>
    </message>
    <message>
        <source>act_step.employee</source>
        <translation>Intéressé</translation>
    </message>
    <message>
        <source>act_step.act_kind</source>
        <translation>Type d’acte</translation>
    </message>
    <message>
        <source>act_step.act_row</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>act_step.step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>act_step.on</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>act_step.number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>act_step.remark</source>
        <translation>Remarque ou motif</translation>
    </message>
    <message>
        <source>act_step.opinion</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>act_step.level</source>
        <translation>Niveau de décision</translation>
    </message>
    <message>
        <source>act_step.signed_by</source>
        <translation>Signataire</translation>
    </message>
    <message>
        <source>act_step.means</source>
        <translation>Qualité du signataire</translation>
    </message>
    <message>
        <source>act_step.by</source>
        <translation>Saisie par</translation>
    </message>
    <message>
        <source>act_step.irregular</source>
        <translation>Motif d’irrégularité</translation>
    </message>
    <message>
        <source>act_step.moved_to</source>
        <translation>Déplacé vers le dossier</translation>
    </message>
    <message>
        <source>leave_notice.employee</source>
        <translation>Intéressé</translation>
    </message>
    <message>
        <source>leave_notice.from_on</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>leave_notice.to_on</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>leave_notice.rate</source>
        <translation>Taux de rémunération</translation>
    </message>
    <message>
        <source>leave_notice.half_from</source>
        <translation>Demi-traitement à partir du</translation>
    </message>
    <message>
        <source>leave_notice.decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <source>act.from_on</source>
        <translation>À partir du</translation>
    </message>
    <message>
        <source>act.to_on</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>act.reference</source>
        <translation>Référence du document</translation>
    </message>
    <message>
        <source>act.registered_on</source>
        <translation>Enregistré le</translation>
    </message>
    <message>
        <source>act.papers</source>
        <translation>Pièces fournies</translation>
    </message>
    <message>
        <source>act.remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>act.rectifies</source>
        <translation>Rectifie l’acte</translation>
    </message>
    <message>
        <source>act.provisional_number</source>
        <translation>Numéro provisoire</translation>
    </message>
    <message>
        <source>act.number</source>
        <translation>Numéro d’enregistrement</translation>
    </message>
    <message>
        <source>act.state</source>
        <translation>État</translation>
    </message>
    <message>
        <source>act.opinion</source>
        <translation>Avis de la direction</translation>
    </message>
    <message>
        <source>act.referred_on</source>
        <translation>Transmis à l’AREF le</translation>
    </message>
    <message>
        <source>act.decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>act.decided_on</source>
        <translation>Décidé le</translation>
    </message>
    <message>
        <source>act.decided_level</source>
        <translation>Niveau de décision</translation>
    </message>
    <message>
        <source>act.decided_by</source>
        <translation>Décidé par</translation>
    </message>
    <message>
        <source>act.decision_number</source>
        <translation>Numéro de la décision</translation>
    </message>
    <message>
        <source>act.notified_on</source>
        <translation>Notifié le</translation>
    </message>
    <message>
        <source>act.ended_on</source>
        <translation>Terminé le</translation>
    </message>
    <message>
        <source>act.irregular</source>
        <translation>Irrégulier pour</translation>
    </message>
    <message>
        <source>act.irregular_by</source>
        <translation>Étape irrégulière</translation>
    </message>
    <message>
        <source>act.rectified_by</source>
        <translation>Rectifié par l’acte</translation>
    </message>
    <message>
        <source>act.pay_state</source>
        <translation>État auprès de la paie</translation>
    </message>
    <message>
        <source>act.moved_to</source>
        <translation>Déplacé vers</translation>
    </message>
    <message>
        <source>act.moved_from</source>
        <translation>Déplacé depuis l’acte</translation>
    </message>
    <message>
        <source>act.days_taken</source>
        <translation>Jours ouvrables pris</translation>
    </message>
    <message>
        <source>act.year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>act.address</source>
        <translation>Adresse pendant le congé</translation>
    </message>
    <message>
        <source>act.replaced_by</source>
        <translation>Remplacé par</translation>
    </message>
    <message>
        <source>act.reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>act.detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>act.expected_on</source>
        <translation>Accouchement prévu le</translation>
    </message>
    <message>
        <source>act.born_on</source>
        <translation>Né le</translation>
    </message>
    <message>
        <source>act.child</source>
        <translation>Enfant</translation>
    </message>
    <message>
        <source>act.certificate_on</source>
        <translation>Certificat du</translation>
    </message>
    <message>
        <source>act.received_on</source>
        <translation>Reçu le</translation>
    </message>
    <message>
        <source>act.doctor</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>act.rural</source>
        <translation>Affectation en milieu rural</translation>
    </message>
    <message>
        <source>act.counter_visit</source>
        <translation>Contre-visite</translation>
    </message>
    <message>
        <source>act.council_sent_on</source>
        <translation>Dossier envoyé au conseil de santé le</translation>
    </message>
    <message>
        <source>act.council_opinion</source>
        <translation>Avis du conseil de santé</translation>
    </message>
    <message>
        <source>act.council_on</source>
        <translation>Avis rendu le</translation>
    </message>
    <message>
        <source>act.reported_on</source>
        <translation>Absence signalée le</translation>
    </message>
    <message>
        <source>act.queried_on</source>
        <translation>Demande d’explication du</translation>
    </message>
    <message>
        <source>act.replied_on</source>
        <translation>Réponse du</translation>
    </message>
    <message>
        <source>act.reply</source>
        <translation>Suite donnée à la réponse</translation>
    </message>
    <message>
        <source>act.days_deducted</source>
        <translation>Jours retenus</translation>
    </message>
    <message>
        <source>act.notice_on</source>
        <translation>Mise en demeure du</translation>
    </message>
    <message>
        <source>act.postal_reference</source>
        <translation>Référence postale</translation>
    </message>
    <message>
        <source>act.notice_received_on</source>
        <translation>Mise en demeure notifiée le</translation>
    </message>
    <message>
        <source>act.undelivered_on</source>
        <translation>Non distribuée le</translation>
    </message>
    <message>
        <source>act.pay_stopped_on</source>
        <translation>Traitement suspendu le</translation>
    </message>
    <message>
        <source>act.returned_on</source>
        <translation>Reprise le</translation>
    </message>
    <message>
        <source>act.outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>act.reach</source>
        <translation>Portée de la mutation</translation>
    </message>
    <message>
        <source>act.nature</source>
        <translation>Nature de la mission</translation>
    </message>
    <message>
        <source>act.hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>act.minutes</source>
        <translation>Nature du procès-verbal</translation>
    </message>
    <message>
        <source>act.pace</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>act.average_mark</source>
        <translation>Note moyenne (centièmes)</translation>
    </message>
    <message>
        <source>act.commission_on</source>
        <translation>Commission du</translation>
    </message>
    <message>
        <source>act.change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>act.dependant</source>
        <translation>Personne concernée</translation>
    </message>
    <message>
        <source>act.children</source>
        <translation>Enfants comptés</translation>
    </message>
    <message>
        <source>act.limit_on</source>
        <translation>Limite d’âge atteinte le</translation>
    </message>
    <message>
        <source>act.pension_file_on</source>
        <translation>Dossier de pension déposé le</translation>
    </message>
    <message>
        <source>act.requested_on</source>
        <translation>Demande du</translation>
    </message>
    <message>
        <source>act.found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>act.mended</source>
        <translation>Certificat de rectification</translation>
    </message>
    <message>
        <source>act.host</source>
        <translation>Organisme d’accueil</translation>
    </message>
    <message>
        <source>act.travel_days</source>
        <translation>Jours de voyage</translation>
    </message>
    <message>
        <source>act.proof_on</source>
        <translation>Justifié le</translation>
    </message>
    <message>
        <source>act.spouse_ppr</source>
        <translation>PPR du conjoint</translation>
    </message>
    <message>
        <source>rule.package</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>rule.version</source>
        <translation>Version du lot</translation>
    </message>
    <message>
        <source>rule.rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>rule.digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>rule.signature</source>
        <translation>Signature du centre</translation>
    </message>
    <message>
        <source>act.order_on</source>
        <translation>Date de l’ordonnance de kafala</translation>
    </message>
    <message>
        <source>act.cause</source>
        <translation>Cause de l’absence</translation>
    </message>
    <message>
        <source>act.accident_on</source>
        <translation>Date de l’accident</translation>
    </message>
    <message>
        <source>act.declared_on</source>
        <translation>Date de la déclaration</translation>
    </message>
    <message>
        <source>act.imputability</source>
        <translation>Avis de la commission sur l’imputabilité</translation>
    </message>
    <message>
        <source>act.points</source>
        <translation>Points (en centièmes)</translation>
    </message>
    <message>
        <source>act.way</source>
        <translation>Mode d’avancement</translation>
    </message>
    <message>
        <source>act.died_on</source>
        <translation>Date du décès</translation>
    </message>
    <message>
        <source>act.heirs_file_on</source>
        <translation>Date du dossier des ayants droit</translation>
    </message>
    <message>
        <source>act.convention_on</source>
        <translation>Date de la convention</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>rule.role.clerk</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>rule.role.head</source>
        <translation>Chef de service</translation>
    </message>
    <message>
        <source>rule.role.director</source>
        <translation>Directeur provincial</translation>
    </message>
    <message>
        <source>rule.role.aref</source>
        <translation>AREF</translation>
    </message>
    <message>
        <source>rule.role.ministry</source>
        <translation>Ministère</translation>
    </message>
    <message>
        <source>rule.role.auditor</source>
        <translation>Auditeur</translation>
    </message>
    <message>
        <source>interim.role.clerk</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>interim.role.head</source>
        <translation>Chef de service</translation>
    </message>
    <message>
        <source>interim.role.director</source>
        <translation>Directeur provincial</translation>
    </message>
    <message>
        <source>interim.role.aref</source>
        <translation>AREF</translation>
    </message>
    <message>
        <source>interim.role.ministry</source>
        <translation>Ministère</translation>
    </message>
    <message>
        <source>interim.role.auditor</source>
        <translation>Auditeur</translation>
    </message>
    <message>
        <source>rule.level.P</source>
        <translation>Direction provinciale</translation>
    </message>
    <message>
        <source>rule.level.A</source>
        <translation>AREF</translation>
    </message>
    <message>
        <source>rule.level.C</source>
        <translation>Ministère</translation>
    </message>
    <message>
        <source>act_step.level.P</source>
        <translation>Direction provinciale</translation>
    </message>
    <message>
        <source>act_step.level.A</source>
        <translation>AREF</translation>
    </message>
    <message>
        <source>act_step.level.C</source>
        <translation>Ministère</translation>
    </message>
    <message>
        <source>act.decided_level.P</source>
        <translation>Direction provinciale</translation>
    </message>
    <message>
        <source>act.decided_level.A</source>
        <translation>AREF</translation>
    </message>
    <message>
        <source>act.decided_level.C</source>
        <translation>Ministère</translation>
    </message>
    <message>
        <source>rule.means.competence</source>
        <translation>Délégation de compétence</translation>
    </message>
    <message>
        <source>rule.means.signature</source>
        <translation>Délégation de signature</translation>
    </message>
    <message>
        <source>act_step.means.competence</source>
        <translation>Délégation de compétence</translation>
    </message>
    <message>
        <source>act_step.means.signature</source>
        <translation>Délégation de signature</translation>
    </message>
    <message>
        <source>act_step.means.interim</source>
        <translation>Par intérim</translation>
    </message>
    <message>
        <source>act_step.opinion.favourable</source>
        <translation>Favorable</translation>
    </message>
    <message>
        <source>act_step.opinion.unfavourable</source>
        <translation>Défavorable</translation>
    </message>
    <message>
        <source>act_step.opinion.reserved</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>act.opinion.favourable</source>
        <translation>Favorable</translation>
    </message>
    <message>
        <source>act.opinion.unfavourable</source>
        <translation>Défavorable</translation>
    </message>
    <message>
        <source>act.opinion.reserved</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>rule.unit.days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>rule.unit.working_days</source>
        <translation>Jours ouvrables</translation>
    </message>
    <message>
        <source>rule.unit.weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>rule.unit.months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>rule.unit.years</source>
        <translation>Années</translation>
    </message>
    <message>
        <source>rule.unit.times</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>rule.unit.percent</source>
        <translation>Pour cent</translation>
    </message>
    <message>
        <source>rule.nature.fixed</source>
        <translation>Fête fixe</translation>
    </message>
    <message>
        <source>rule.nature.religious</source>
        <translation>Fête religieuse</translation>
    </message>
    <message>
        <source>rule.nature.exceptional</source>
        <translation>Congé exceptionnel</translation>
    </message>
    <message>
        <source>rule.nature.school_year</source>
        <translation>Année scolaire</translation>
    </message>
    <message>
        <source>rule.nature.school_break</source>
        <translation>Vacances scolaires</translation>
    </message>
    <message>
        <source>situation.exit_reason.retirement</source>
        <translation>Retraite</translation>
    </message>
    <message>
        <source>situation.exit_reason.resignation</source>
        <translation>Démission</translation>
    </message>
    <message>
        <source>situation.exit_reason.dismissal</source>
        <translation>Révocation</translation>
    </message>
    <message>
        <source>act_step.step.study</source>
        <translation>Mise à l’étude</translation>
    </message>
    <message>
        <source>act_step.step.return</source>
        <translation>Retour pour complément</translation>
    </message>
    <message>
        <source>act_step.step.complete</source>
        <translation>Complément reçu</translation>
    </message>
    <message>
        <source>act_step.step.opinion</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>act_step.step.refer</source>
        <translation>Transmission à l’AREF</translation>
    </message>
    <message>
        <source>act_step.step.accept</source>
        <translation>Acceptation</translation>
    </message>
    <message>
        <source>act_step.step.refuse</source>
        <translation>Refus</translation>
    </message>
    <message>
        <source>act_step.step.enter_accepted</source>
        <translation>Saisie d’une acceptation reçue</translation>
    </message>
    <message>
        <source>act_step.step.enter_refused</source>
        <translation>Saisie d’un refus reçu</translation>
    </message>
    <message>
        <source>act_step.step.notify</source>
        <translation>Notification</translation>
    </message>
    <message>
        <source>act_step.step.start</source>
        <translation>Prise d’effet</translation>
    </message>
    <message>
        <source>act_step.step.end</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>act_step.step.withdraw</source>
        <translation>Retrait de la demande</translation>
    </message>
    <message>
        <source>act_step.step.move</source>
        <translation>Déplacement vers la bonne personne</translation>
    </message>
    <message>
        <source>act_step.step.cancel</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>act_step.step.enter_cancelled</source>
        <translation>Saisie d’une annulation reçue</translation>
    </message>
    <message>
        <source>act_step.step.advise</source>
        <translation>Avis de l’académie</translation>
    </message>
    <message>
        <source>act_step.step.regularise</source>
        <translation>Régularisation</translation>
    </message>
    <message>
        <source>leave_notice.rate.full</source>
        <translation>Plein traitement</translation>
    </message>
    <message>
        <source>leave_notice.rate.half</source>
        <translation>Demi-traitement</translation>
    </message>
    <message>
        <source>leave_notice.rate.none</source>
        <translation>Sans traitement</translation>
    </message>
    <message>
        <source>act.state.registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>act.state.study</source>
        <translation>À l’étude</translation>
    </message>
    <message>
        <source>act.state.returned</source>
        <translation>À compléter</translation>
    </message>
    <message>
        <source>act.state.opinion</source>
        <translation>Avis rendu</translation>
    </message>
    <message>
        <source>act.state.referred</source>
        <translation>Transmis à l’AREF</translation>
    </message>
    <message>
        <source>act.state.accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>act.state.refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>act.state.notified</source>
        <translation>Notifié</translation>
    </message>
    <message>
        <source>act.state.in_effect</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>act.state.ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>act.state.withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>act.state.cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>act.state.rectified</source>
        <translation>Rectifié</translation>
    </message>
    <message>
        <source>act.state.moved</source>
        <translation>Déplacé</translation>
    </message>
    <message>
        <source>act.decision.accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>act.decision.refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>act.pay_state.none</source>
        <translation>Sans effet</translation>
    </message>
    <message>
        <source>act.pay_state.to_send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>act.pay_state.in_batch</source>
        <translation>Dans un lot</translation>
    </message>
    <message>
        <source>act.pay_state.accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>act.pay_state.rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>act.pay_state.corrected</source>
        <translation>Corrigé</translation>
    </message>
    <message>
        <source>act.pay_state.applied</source>
        <translation>Appliqué</translation>
    </message>
    <message>
        <source>act.reason.marriage</source>
        <translation>Mariage</translation>
    </message>
    <message>
        <source>act.reason.death</source>
        <translation>Décès dans la famille</translation>
    </message>
    <message>
        <source>act.reason.family</source>
        <translation>Motif familial grave</translation>
    </message>
    <message>
        <source>act.reason.election</source>
        <translation>Mandat électif</translation>
    </message>
    <message>
        <source>act.reason.union</source>
        <translation>Congrès syndical</translation>
    </message>
    <message>
        <source>act.reason.other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>act.reason.illness_of_family</source>
        <translation>Maladie grave du conjoint ou d’un enfant</translation>
    </message>
    <message>
        <source>act.reason.army</source>
        <translation>Service dans l’armée</translation>
    </message>
    <message>
        <source>act.reason.studies</source>
        <translation>Études ou recherches</translation>
    </message>
    <message>
        <source>act.reason.personal</source>
        <translation>Convenances personnelles</translation>
    </message>
    <message>
        <source>act.reason.young_child</source>
        <translation>Élever un jeune enfant ou un enfant handicapé</translation>
    </message>
    <message>
        <source>act.reason.follow_spouse</source>
        <translation>Suivre le conjoint</translation>
    </message>
    <message>
        <source>act.reason.ex_officio</source>
        <translation>D’office après maladie</translation>
    </message>
    <message>
        <source>act.counter_visit.none</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>act.counter_visit.ordered</source>
        <translation>Ordonnée</translation>
    </message>
    <message>
        <source>act.counter_visit.confirmed</source>
        <translation>Confirme le congé</translation>
    </message>
    <message>
        <source>act.counter_visit.refused</source>
        <translation>Ne confirme pas le congé</translation>
    </message>
    <message>
        <source>act.council_opinion.favourable</source>
        <translation>Favorable</translation>
    </message>
    <message>
        <source>act.council_opinion.unfavourable</source>
        <translation>Défavorable</translation>
    </message>
    <message>
        <source>act.council_opinion.adjourned</source>
        <translation>Ajourné</translation>
    </message>
    <message>
        <source>act.reply.none</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>act.reply.accepted</source>
        <translation>Explication acceptée</translation>
    </message>
    <message>
        <source>act.reply.not_accepted</source>
        <translation>Explication non retenue</translation>
    </message>
    <message>
        <source>act.outcome.returned</source>
        <translation>A repris le travail</translation>
    </message>
    <message>
        <source>act.outcome.dismissed</source>
        <translation>Révoqué</translation>
    </message>
    <message>
        <source>act.reach.school</source>
        <translation>Établissement de la même commune</translation>
    </message>
    <message>
        <source>act.reach.commune</source>
        <translation>Autre commune</translation>
    </message>
    <message>
        <source>act.reach.province</source>
        <translation>Autre province</translation>
    </message>
    <message>
        <source>act.reach.region</source>
        <translation>Autre région</translation>
    </message>
    <message>
        <source>act.nature.temporary</source>
        <translation>Temporaire</translation>
    </message>
    <message>
        <source>act.nature.completion</source>
        <translation>Complément de service</translation>
    </message>
    <message>
        <source>act.minutes.installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>act.minutes.resumption</source>
        <translation>Reprise de travail</translation>
    </message>
    <message>
        <source>act.pace.rapid</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>act.pace.medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>act.pace.slow</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>act.change.marriage</source>
        <translation>Mariage</translation>
    </message>
    <message>
        <source>act.change.birth</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>act.change.divorce</source>
        <translation>Divorce</translation>
    </message>
    <message>
        <source>act.change.death</source>
        <translation>Décès</translation>
    </message>
    <message>
        <source>act.change.custody</source>
        <translation>Garde</translation>
    </message>
    <message>
        <source>act.change.schooling</source>
        <translation>Scolarité</translation>
    </message>
    <message>
        <source>act.found.present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>act.found.on_leave</source>
        <translation>En congé</translation>
    </message>
    <message>
        <source>act.found.tasked_elsewhere</source>
        <translation>En mission ailleurs</translation>
    </message>
    <message>
        <source>act.found.absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>act.found.left</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>act.cause.summons</source>
        <translation>Convocation officielle</translation>
    </message>
    <message>
        <source>act.cause.exam</source>
        <translation>Examen ou concours</translation>
    </message>
    <message>
        <source>act.cause.union</source>
        <translation>Activité syndicale</translation>
    </message>
    <message>
        <source>act.cause.training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>act.cause.other</source>
        <translation>Autre cause</translation>
    </message>
    <message>
        <source>act.imputability.imputable</source>
        <translation>Imputable au service</translation>
    </message>
    <message>
        <source>act.imputability.not_imputable</source>
        <translation>Non imputable au service</translation>
    </message>
    <message>
        <source>act.imputability.adjourned</source>
        <translation>Ajourné</translation>
    </message>
    <message>
        <source>act.way.exam</source>
        <translation>Examen professionnel</translation>
    </message>
    <message>
        <source>act.way.choice</source>
        <translation>Au choix</translation>
    </message>
    <message>
        <source>situation.exit_reason.death</source>
        <translation>Décès</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>request</source>
        <translation>Demande de l’intéressé</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>Justificatif</translation>
    </message>
    <message>
        <source>medical_certificate</source>
        <translation>Certificat médical</translation>
    </message>
    <message>
        <source>birth_certificate</source>
        <translation>Acte de naissance</translation>
    </message>
    <message>
        <source>council_file</source>
        <translation>Dossier du conseil de santé</translation>
    </message>
    <message>
        <source>absence_report</source>
        <translation>Rapport d’absence</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Demande d’explication</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Mise en demeure</translation>
    </message>
    <message>
        <source>transfer_order</source>
        <translation>Ordre de mutation</translation>
    </message>
    <message>
        <source>tasking_note</source>
        <translation>Note de mission</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Procès-verbal signé</translation>
    </message>
    <message>
        <source>aptitude_result</source>
        <translation>Résultat de l’examen d’aptitude</translation>
    </message>
    <message>
        <source>commission_minutes</source>
        <translation>Procès-verbal de la commission paritaire</translation>
    </message>
    <message>
        <source>bank_certificate</source>
        <translation>Attestation de RIB</translation>
    </message>
    <message>
        <source>pension_file</source>
        <translation>Dossier de pension</translation>
    </message>
    <message>
        <source>host_agreement</source>
        <translation>Accord de l’organisme d’accueil</translation>
    </message>
    <message>
        <source>pilgrimage_draw</source>
        <translation>Résultat du tirage au sort</translation>
    </message>
    <message>
        <source>marriage_certificate</source>
        <translation>Acte de mariage</translation>
    </message>
    <message>
        <source>spouse_work_certificate</source>
        <translation>Attestation de travail du conjoint</translation>
    </message>
    <message>
        <source>kafala_order</source>
        <translation>Ordonnance de kafala</translation>
    </message>
    <message>
        <source>accident_declaration</source>
        <translation>Déclaration d’accident</translation>
    </message>
    <message>
        <source>death_certificate</source>
        <translation>Acte de décès</translation>
    </message>
    <message>
        <source>convention</source>
        <translation>Convention entre administrations</translation>
    </message>
</context>
<context>
    <name>verb</name>
    <message>
        <source>STEP</source>
        <translation>Étape d’un acte</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>ends_before_it_begins</source>
        <translation>La fin précède le début : corrigez-la</translation>
    </message>
    <message>
        <source>before_recruitment</source>
        <translation>Le début précède le recrutement du {day} : corrigez la date</translation>
    </message>
    <message>
        <source>has_left</source>
        <translation>L’intéressé est parti le {day} : rien ne peut suivre</translation>
    </message>
    <message>
        <source>far_back</source>
        <translation>Effet rétroactif de plus de {limit} mois : vérifiez auprès de la paie</translation>
    </message>
    <message>
        <source>nothing_to_rectify</source>
        <translation>Aucun acte en vigueur à rectifier : choisissez-en un autre</translation>
    </message>
    <message>
        <source>overlaps_leave</source>
        <translation>Chevauche un congé du {first} au {last} : changez les dates</translation>
    </message>
    <message>
        <source>overlaps</source>
        <translation>Chevauche {code} du {first} au {last} : changez les dates ou terminez cet acte</translation>
    </message>
    <message>
        <source>paper_missing</source>
        <translation>Il manque une pièce : {paper} ; demandez-la puis cochez-la</translation>
    </message>
    <message>
        <source>role_may_not</source>
        <translation>Votre rôle ne permet pas : {step} ; demandez à votre chef</translation>
    </message>
    <message>
        <source>competence_not_published</source>
        <translation>Le niveau de décision de {code} n’est pas publié : échangez avec le centre</translation>
    </message>
    <message>
        <source>not_competent</source>
        <translation>La décision revient à : {level} ; transmettez-lui le dossier</translation>
    </message>
    <message>
        <source>delegation_changed</source>
        <translation>La délégation a changé avant l’arrivée de l’acte : voyez le chef de service</translation>
    </message>
    <message>
        <source>school_unknown</source>
        <translation>Établissement absent de la liste : vérifiez son code</translation>
    </message>
    <message>
        <source>school_closed</source>
        <translation>Établissement fermé depuis le {day} : choisissez-en un autre</translation>
    </message>
    <message>
        <source>school_not_open</source>
        <translation>Établissement ouvert le {day} seulement : choisissez-en un autre, ou une date ultérieure</translation>
    </message>
    <message>
        <source>limit_changed</source>
        <translation>Limite publiée le {day} pour une période passée : revoyez cette décision, et rectifiez-la par un autre acte s’il le faut</translation>
    </message>
    <message>
        <source>matrix_changed</source>
        <translation>Délégation publiée le {day} pour une période passée : vérifiez qui pouvait décider de cet acte</translation>
    </message>
    <message>
        <source>holiday_changed</source>
        <translation>Jour férié publié le {day}, situé dans ce congé : revoyez le nombre de jours</translation>
    </message>
    <message>
        <source>index_changed</source>
        <translation>Indice publié le {day} pour ce grade et cet échelon : revoyez l’acte</translation>
    </message>
    <message>
        <source>school_changed</source>
        <translation>Changement de l’établissement publié le {day} pour une période passée : revoyez l’acte</translation>
    </message>
    <message>
        <source>school_elsewhere</source>
        <translation>Établissement d’une autre direction : choisissez-en un d’ici</translation>
    </message>
    <message>
        <source>zone_differs</source>
        <translation>La zone de cet établissement est {zone} : corrigez-la</translation>
    </message>
    <message>
        <source>sick_days_exceeded</source>
        <translation>Plafond de {limit} jours dépassé à partir du {day} : saisissez le conseil de santé</translation>
    </message>
    <message>
        <source>half_pay_from</source>
        <translation>Demi-traitement à partir du {day} : prévenez l’intéressé</translation>
    </message>
    <message>
        <source>council_against</source>
        <translation>Le conseil de santé n’est pas favorable : le congé ne peut être accordé</translation>
    </message>
    <message>
        <source>council_sent_late</source>
        <translation>Dossier envoyé au conseil après plus de {limit} jours : expliquez le retard</translation>
    </message>
    <message>
        <source>grant_too_long</source>
        <translation>Pas plus de {limit} mois à la fois : réduisez la durée</translation>
    </message>
    <message>
        <source>step_in_future</source>
        <translation>Cette date n’est pas encore passée : corrigez-la</translation>
    </message>
    <message>
        <source>step_not_from_here</source>
        <translation>L’acte est {state} : {step} n’est pas possible ; relisez le dossier</translation>
    </message>
    <message>
        <source>nothing_irregular</source>
        <translation>Rien à régulariser dans cet acte</translation>
    </message>
    <message>
        <source>act_is_decided</source>
        <translation>L’acte est décidé : enregistrez un acte rectificatif</translation>
    </message>
    <message>
        <source>position_too_long</source>
        <translation>Dépasse la durée de {limit} mois, qui finit le {last} : réduisez-la</translation>
    </message>
    <message>
        <source>not_in_activity</source>
        <translation>N’est pas en activité : enregistrez d’abord la reprise</translation>
    </message>
    <message>
        <source>renewed_too_often</source>
        <translation>Renouvelée plus de {limit} fois : consultez l’AREF</translation>
    </message>
    <message>
        <source>not_tenured</source>
        <translation>Non titulaire : vérifiez son droit à cette position</translation>
    </message>
    <message>
        <source>once_in_a_career</source>
        <translation>Accordé une seule fois dans la carrière, et déjà pris</translation>
    </message>
    <message>
        <source>leave_too_long</source>
        <translation>Durée légale de {limit}, jusqu’au {last} : réduisez le congé</translation>
    </message>
    <message>
        <source>leave_shorter_than_legal</source>
        <translation>Plus court que la durée légale, qui finit le {last} : vérifiez</translation>
    </message>
    <message>
        <source>annual_leave_that_year</source>
        <translation>Un congé annuel a été pris en {year} : choisissez une autre année</translation>
    </message>
    <message>
        <source>pilgrimage_that_year</source>
        <translation>Pas de congé annuel l’année du pèlerinage ({year})</translation>
    </message>
    <message>
        <source>maternity_of_man</source>
        <translation>Congé de maternité pour un homme : vérifiez le sexe ou le type de congé</translation>
    </message>
    <message>
        <source>paternity_of_woman</source>
        <translation>Congé de paternité pour une femme : vérifiez le sexe ou le type de congé</translation>
    </message>
    <message>
        <source>before_birth</source>
        <translation>Le début précède la naissance : corrigez la date</translation>
    </message>
    <message>
        <source>window_has_passed</source>
        <translation>Doit finir avant le {last} : vérifiez le délai</translation>
    </message>
    <message>
        <source>leave_taken_for_birth</source>
        <translation>Un congé a déjà été pris pour cette naissance</translation>
    </message>
    <message>
        <source>same_school</source>
        <translation>C’est l’établissement actuel : choisissez-en un autre</translation>
    </message>
    <message>
        <source>beyond_school_year</source>
        <translation>Dépasse la fin de l’année scolaire ({day}) : réduisez</translation>
    </message>
    <message>
        <source>query_before_absence</source>
        <translation>La demande d’explication précède l’absence : corrigez-la</translation>
    </message>
    <message>
        <source>absence_was_justified</source>
        <translation>L’explication est acceptée : pas de retenue</translation>
    </message>
    <message>
        <source>days_deducted_differ</source>
        <translation>L’absence dure {days} jours : corrigez la retenue</translation>
    </message>
    <message>
        <source>absence_too_long</source>
        <translation>Absence de plus de {limit} jours : ouvrez un abandon de poste</translation>
    </message>
    <message>
        <source>counted_already</source>
        <translation>Déjà recensé en {year} : rectifiez cette ligne</translation>
    </message>
    <message>
        <source>present_though_away</source>
        <translation>Compté présent alors qu’il n’est pas en activité : vérifiez</translation>
    </message>
    <message>
        <source>absent_though_known</source>
        <translation>Compté absent alors qu’il est en congé ou en mission : vérifiez</translation>
    </message>
    <message>
        <source>before_request</source>
        <translation>L’effet précède la demande : corrigez-le</translation>
    </message>
    <message>
        <source>post_abandoned</source>
        <translation>Un abandon de poste est en cours : terminez-le d’abord</translation>
    </message>
    <message>
        <source>grade_differs</source>
        <translation>Ce n’est pas son grade actuel : corrigez-le</translation>
    </message>
    <message>
        <source>echelon_out_of_turn</source>
        <translation>L’échelon suivant est le {next} : corrigez-le</translation>
    </message>
    <message>
        <source>echelon_too_early</source>
        <translation>Les {limit} mois dans l’échelon finissent le {day} : vérifiez le rythme</translation>
    </message>
    <message>
        <source>pace_does_not_fit_mark</source>
        <translation>Le rythme ne correspond pas à la note moyenne : vérifiez</translation>
    </message>
    <message>
        <source>index_differs</source>
        <translation>L’indice du tableau est {index} : corrigez-le</translation>
    </message>
    <message>
        <source>same_account</source>
        <translation>C’est le compte actuel</translation>
    </message>
    <message>
        <source>account_of_another</source>
        <translation>Ce compte est celui d’une autre personne : vérifiez l’attestation</translation>
    </message>
    <message>
        <source>days_of_year_exceeded</source>
        <translation>Déjà {taken} jours cette année, la limite est {limit} : vérifiez</translation>
    </message>
    <message>
        <source>working_days_differ</source>
        <translation>Cette période compte {days} jours ouvrables : corrigez</translation>
    </message>
    <message>
        <source>service_too_short</source>
        <translation>Pas de congé annuel avant {limit} mois de service</translation>
    </message>
    <message>
        <source>annual_leave_of_teacher</source>
        <translation>Les enseignants suivent les vacances scolaires : vérifiez la demande</translation>
    </message>
    <message>
        <source>year_out_of_reach</source>
        <translation>Le droit de cette année n’est pas ouvert : corrigez l’année</translation>
    </message>
    <message>
        <source>carried_over</source>
        <translation>Report exceptionnel du droit de {year} : gardez l’accord</translation>
    </message>
    <message>
        <source>leave_exceeds_balance</source>
        <translation>Solde restant : {left} jours sur {limit} ; réduisez le congé</translation>
    </message>
    <message>
        <source>too_many_children</source>
        <translation>Au plus {limit} enfants sont comptés : corrigez</translation>
    </message>
    <message>
        <source>children_differ</source>
        <translation>Le dossier compte {counted} enfants : corrigez l’un ou l’autre</translation>
    </message>
    <message>
        <source>has_returned</source>
        <translation>A repris le travail : pas de révocation</translation>
    </message>
    <message>
        <source>notice_still_runs</source>
        <translation>La mise en demeure court jusqu’au {day} : attendez</translation>
    </message>
    <message>
        <source>notice_not_delivered</source>
        <translation>Notifiez la mise en demeure, ou notez qu’elle n’a pu l’être et suspendez le traitement</translation>
    </message>
    <message>
        <source>stopped_pay_still_runs</source>
        <translation>Le délai après suspension finit le {day} : attendez</translation>
    </message>
    <message>
        <source>birth_date_needed</source>
        <translation>Date de naissance inconnue : saisissez-la d’abord</translation>
    </message>
    <message>
        <source>birth_date_assumed</source>
        <translation>Date de naissance incomplète : limite d’âge supposée au {day}</translation>
    </message>
    <message>
        <source>age_limit_differs</source>
        <translation>La limite d’âge est atteinte le {day} : corrigez la date</translation>
    </message>
    <message>
        <source>before_age_limit</source>
        <translation>La limite d’âge n’est atteinte que le {day} : utilisez une autre sortie</translation>
    </message>
    <message>
        <source>counter_visit_refused</source>
        <translation>La contre-visite ne confirme pas le congé : ne l’accordez pas</translation>
    </message>
    <message>
        <source>certificate_late</source>
        <translation>Certificat reçu après {limit} jours ouvrables : demandez une explication</translation>
    </message>
    <message>
        <source>already_tenured</source>
        <translation>Déjà titularisé</translation>
    </message>
    <message>
        <source>not_a_trainee</source>
        <translation>N’est pas stagiaire : vérifiez la situation statutaire</translation>
    </message>
    <message>
        <source>trainee_too_short</source>
        <translation>Les {limit} mois de stage ne sont pas accomplis : vérifiez</translation>
    </message>
    <message>
        <source>was_not_away</source>
        <translation>N’était pas absent d’après le dossier : vérifiez le procès-verbal</translation>
    </message>
    <message>
        <source>two_transfers_on_a_day</source>
        <translation>Une autre mutation a lieu ce jour : rectifiez l’une des deux</translation>
    </message>
    <message>
        <source>before_order</source>
        <translation>Avant l’ordonnance du {day} : corrigez la date</translation>
    </message>
    <message>
        <source>child_too_old</source>
        <translation>L’enfant a plus de {limit} mois : ce congé n’est pas dû</translation>
    </message>
    <message>
        <source>nursing_of_man</source>
        <translation>Heure d’allaitement pour un homme : vérifiez le sexe ou le type de congé</translation>
    </message>
    <message>
        <source>taken_too_recently</source>
        <translation>Congé semblable depuis le {day} : attendez la fin du délai</translation>
    </message>
    <message>
        <source>before_accident</source>
        <translation>Avant l’accident du {day} : corrigez la date</translation>
    </message>
    <message>
        <source>not_of_service</source>
        <translation>La commission ne l’impute pas au service : utilisez un congé de maladie</translation>
    </message>
    <message>
        <source>declared_late</source>
        <translation>Déclaration après le {day} : demandez une justification</translation>
    </message>
    <message>
        <source>same_grade</source>
        <translation>C’est le grade actuel : choisissez-en un autre</translation>
    </message>
    <message>
        <source>grade_too_early</source>
        <translation>Ancienneté requise le {day} seulement : changez la date ou le mode</translation>
    </message>
    <message>
        <source>index_below</source>
        <translation>Indice inférieur à l’actuel ({index}) : corrigez l’échelon</translation>
    </message>
    <message>
        <source>service_years_short</source>
        <translation>Les {limit} ans de service ne sont atteints que le {day} : changez la date</translation>
    </message>
    <message>
        <source>exit_before_death</source>
        <translation>La sortie commence le lendemain du décès ({day}) : corrigez la date</translation>
    </message>
    <message>
        <source>before_convention</source>
        <translation>Avant la convention du {day} : corrigez la date</translation>
    </message>
</context>
</TS>
