<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>field</name>
    <message>
        <source>withdrawn</source>
        <translation>Motif du retrait</translation>
    </message>
    <message>
        <source>employee.ppr</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>employee.cin</source>
        <translation>CIN</translation>
    </message>
    <message>
        <source>employee.cin_expires_on</source>
        <translation>Fin de validité de la CIN</translation>
    </message>
    <message>
        <source>employee.surname_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>employee.first_name_ar</source>
        <translation>Prénom en arabe</translation>
    </message>
    <message>
        <source>employee.surname_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>employee.first_name_la</source>
        <translation>Prénom en latin</translation>
    </message>
    <message>
        <source>employee.name_as_written</source>
        <translation>Nom tel qu’il était écrit</translation>
    </message>
    <message>
        <source>employee.sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>employee.nationality</source>
        <translation>Nationalité</translation>
    </message>
    <message>
        <source>employee.birth_date</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>employee.birth_place_ar</source>
        <translation>Lieu de naissance en arabe</translation>
    </message>
    <message>
        <source>employee.birth_place_la</source>
        <translation>Lieu de naissance en latin</translation>
    </message>
    <message>
        <source>employee.birth_province</source>
        <translation>Province de naissance</translation>
    </message>
    <message>
        <source>employee.birth_country</source>
        <translation>Pays de naissance</translation>
    </message>
    <message>
        <source>employee.phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>employee.second_phone</source>
        <translation>Second téléphone</translation>
    </message>
    <message>
        <source>employee.email</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>employee.institutional_email</source>
        <translation>Courriel professionnel</translation>
    </message>
    <message>
        <source>employee.address_ar</source>
        <translation>Adresse en arabe</translation>
    </message>
    <message>
        <source>employee.address_la</source>
        <translation>Adresse en latin</translation>
    </message>
    <message>
        <source>employee.city</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>employee.postal_code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>employee.marital_status</source>
        <translation>Situation familiale</translation>
    </message>
    <message>
        <source>employee.married_on</source>
        <translation>Date du mariage</translation>
    </message>
    <message>
        <source>employee.pension_scheme</source>
        <translation>Régime de retraite</translation>
    </message>
    <message>
        <source>employee.pension_number</source>
        <translation>Numéro de retraite</translation>
    </message>
    <message>
        <source>employee.mutual_number</source>
        <translation>Numéro de mutuelle</translation>
    </message>
    <message>
        <source>employee.cnops_number</source>
        <translation>Numéro CNOPS</translation>
    </message>
    <message>
        <source>employee.origin</source>
        <translation>Origine du dossier</translation>
    </message>
    <message>
        <source>employee.verified_on</source>
        <translation>Vérifié par l’intéressé le</translation>
    </message>
    <message>
        <source>employee.merged_into</source>
        <translation>Réuni au dossier</translation>
    </message>
    <message>
        <source>situation.employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>situation.as_known_on</source>
        <translation>Connu au</translation>
    </message>
    <message>
        <source>situation.cadre</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>situation.grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>situation.grade_since</source>
        <translation>Dans le grade depuis</translation>
    </message>
    <message>
        <source>situation.echelle</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>situation.echelon</source>
        <translation>Échelon</translation>
    </message>
    <message>
        <source>situation.echelon_since</source>
        <translation>Dans l’échelon depuis</translation>
    </message>
    <message>
        <source>situation.index_number</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>situation.statutory_situation</source>
        <translation>Situation statutaire</translation>
    </message>
    <message>
        <source>situation.recruited_on</source>
        <translation>Date de recrutement</translation>
    </message>
    <message>
        <source>situation.recruitment_mode</source>
        <translation>Mode de recrutement</translation>
    </message>
    <message>
        <source>situation.first_appointed_on</source>
        <translation>Première nomination</translation>
    </message>
    <message>
        <source>situation.tenured_on</source>
        <translation>Date de titularisation</translation>
    </message>
    <message>
        <source>situation.cadre_since</source>
        <translation>Dans le cadre depuis</translation>
    </message>
    <message>
        <source>situation.public_service_since</source>
        <translation>Dans la fonction publique depuis</translation>
    </message>
    <message>
        <source>situation.budget_post</source>
        <translation>Poste budgétaire</translation>
    </message>
    <message>
        <source>situation.subject</source>
        <translation>Matière enseignée</translation>
    </message>
    <message>
        <source>situation.teaching_language</source>
        <translation>Langue d’enseignement</translation>
    </message>
    <message>
        <source>situation.cycle</source>
        <translation>Cycle</translation>
    </message>
    <message>
        <source>situation.function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>situation.function_since</source>
        <translation>Dans la fonction depuis</translation>
    </message>
    <message>
        <source>situation.position</source>
        <translation>Position administrative</translation>
    </message>
    <message>
        <source>situation.position_since</source>
        <translation>Dans la position depuis</translation>
    </message>
    <message>
        <source>situation.school</source>
        <translation>Affectation</translation>
    </message>
    <message>
        <source>situation.school_since</source>
        <translation>Dans l’établissement depuis</translation>
    </message>
    <message>
        <source>situation.commune_since</source>
        <translation>Dans la commune depuis</translation>
    </message>
    <message>
        <source>situation.province_since</source>
        <translation>Dans la province depuis</translation>
    </message>
    <message>
        <source>situation.region_since</source>
        <translation>Dans la région depuis</translation>
    </message>
    <message>
        <source>situation.assignment_nature</source>
        <translation>Nature de l’affectation</translation>
    </message>
    <message>
        <source>situation.residence_zone</source>
        <translation>Zone de résidence</translation>
    </message>
    <message>
        <source>situation.rib</source>
        <translation>Compte bancaire (RIB)</translation>
    </message>
    <message>
        <source>opening_situation.known_on</source>
        <translation>Connu au</translation>
    </message>
    <message>
        <source>opening_situation.source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>situation_correction.corrects</source>
        <translation>Corrige la situation initiale</translation>
    </message>
    <message>
        <source>situation_correction.corrected_on</source>
        <translation>Date de la correction</translation>
    </message>
    <message>
        <source>situation_correction.reason</source>
        <translation>Motif de la correction</translation>
    </message>
    <message>
        <source>situation_correction.cleared</source>
        <translation>Données effacées</translation>
    </message>
    <message>
        <source>dependant.employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>dependant.relation</source>
        <translation>Lien de parenté</translation>
    </message>
    <message>
        <source>dependant.surname_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>dependant.first_name_ar</source>
        <translation>Prénom en arabe</translation>
    </message>
    <message>
        <source>dependant.surname_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>dependant.first_name_la</source>
        <translation>Prénom en latin</translation>
    </message>
    <message>
        <source>dependant.sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>dependant.birth_date</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>dependant.cin</source>
        <translation>CIN</translation>
    </message>
    <message>
        <source>dependant.ppr</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>dependant.employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>dependant.work_place</source>
        <translation>Lieu de travail</translation>
    </message>
    <message>
        <source>dependant.schooling</source>
        <translation>Scolarité</translation>
    </message>
    <message>
        <source>dependant.in_custody</source>
        <translation>En garde</translation>
    </message>
    <message>
        <source>dependant.counted_for_allowance</source>
        <translation>Compté pour l’allocation</translation>
    </message>
    <message>
        <source>disability.employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>disability.dependant</source>
        <translation>Membre de la famille</translation>
    </message>
    <message>
        <source>disability.card_number</source>
        <translation>Numéro de la carte</translation>
    </message>
    <message>
        <source>disability.recognised_on</source>
        <translation>Reconnue le</translation>
    </message>
    <message>
        <source>disability.expires_on</source>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>diploma.employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>diploma.diploma_kind</source>
        <translation>Type de diplôme</translation>
    </message>
    <message>
        <source>diploma.title</source>
        <translation>Diplôme</translation>
    </message>
    <message>
        <source>diploma.speciality</source>
        <translation>Spécialité</translation>
    </message>
    <message>
        <source>diploma.institution</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>diploma.obtained_on</source>
        <translation>Obtenu le</translation>
    </message>
    <message>
        <source>diploma.equivalence_reference</source>
        <translation>Référence de l’équivalence</translation>
    </message>
    <message>
        <source>school.gresa</source>
        <translation>Code GRESA</translation>
    </message>
    <message>
        <source>school.name_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>school.name_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>school.cycle</source>
        <translation>Cycle</translation>
    </message>
    <message>
        <source>school.satellite_of</source>
        <translation>Établissement mère</translation>
    </message>
    <message>
        <source>school.milieu</source>
        <translation>Milieu</translation>
    </message>
    <message>
        <source>school.commune_ar</source>
        <translation>Commune en arabe</translation>
    </message>
    <message>
        <source>school.commune_la</source>
        <translation>Commune en latin</translation>
    </message>
    <message>
        <source>school.province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>school.zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>school.closed_on</source>
        <translation>Fermé le</translation>
    </message>
    <message>
        <source>school.opened_on</source>
        <translation>Ouvert le</translation>
    </message>
    <message>
        <source>school.status</source>
        <translation>Ouvert ou fermé</translation>
    </message>
    <message>
        <source>school.valid_from</source>
        <translation>En vigueur du</translation>
    </message>
    <message>
        <source>school.valid_to</source>
        <translation>En vigueur jusqu’au</translation>
    </message>
    <message>
        <source>school.published_on</source>
        <translation>Publié le</translation>
    </message>
    <message>
        <source>school.uncertain</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>school.source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>school.note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>code.table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>code.code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>code.label_ar</source>
        <translation>Libellé en arabe</translation>
    </message>
    <message>
        <source>code.label_la</source>
        <translation>Libellé en français</translation>
    </message>
    <message>
        <source>code.valid_from</source>
        <translation>En vigueur depuis</translation>
    </message>
    <message>
        <source>code.valid_to</source>
        <translation>En vigueur jusqu’au</translation>
    </message>
    <message>
        <source>code.order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>code.note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>conflict.about_kind</source>
        <translation>Type d’enregistrement</translation>
    </message>
    <message>
        <source>conflict.about_row</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>conflict.group</source>
        <translation>Donnée en conflit</translation>
    </message>
    <message>
        <source>conflict.losing</source>
        <translation>Valeur non retenue</translation>
    </message>
    <message>
        <source>conflict.standing</source>
        <translation>Valeur en vigueur</translation>
    </message>
    <message>
        <source>conflict.original</source>
        <translation>Valeur d’origine</translation>
    </message>
    <message>
        <source>conflict.losing_author</source>
        <translation>Auteur de la valeur non retenue</translation>
    </message>
    <message>
        <source>conflict.losing_day</source>
        <translation>Jour de la valeur non retenue</translation>
    </message>
    <message>
        <source>conflict.losing_device</source>
        <translation>Ordinateur de la valeur non retenue</translation>
    </message>
    <message>
        <source>conflict.standing_author</source>
        <translation>Auteur de la valeur en vigueur</translation>
    </message>
    <message>
        <source>conflict.standing_day</source>
        <translation>Jour de la valeur en vigueur</translation>
    </message>
    <message>
        <source>conflict.standing_device</source>
        <translation>Ordinateur de la valeur en vigueur</translation>
    </message>
    <message>
        <source>conflict.person</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>conflict.choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>conflict.chosen</source>
        <translation>Valeur choisie</translation>
    </message>
    <message>
        <source>conflict.settled_by</source>
        <translation>Réglé par</translation>
    </message>
    <message>
        <source>conflict.settled_on</source>
        <translation>Réglé le</translation>
    </message>
    <message>
        <source>conflict.reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>anomaly.person</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>anomaly.code</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>anomaly.field</source>
        <translation>Donnée</translation>
    </message>
    <message>
        <source>anomaly.known</source>
        <translation>Connu</translation>
    </message>
    <message>
        <source>anomaly.found</source>
        <translation>Trouvé dans la source</translation>
    </message>
    <message>
        <source>anomaly.source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>transfer_stub.person</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>transfer_stub.ppr</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>transfer_stub.surname_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>transfer_stub.first_name_ar</source>
        <translation>Prénom en arabe</translation>
    </message>
    <message>
        <source>transfer_stub.surname_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>transfer_stub.first_name_la</source>
        <translation>Prénom en latin</translation>
    </message>
    <message>
        <source>transfer_stub.destination</source>
        <translation>Code de la direction d’accueil</translation>
    </message>
    <message>
        <source>transfer_stub.destination_ar</source>
        <translation>Direction d’accueil (arabe)</translation>
    </message>
    <message>
        <source>transfer_stub.destination_la</source>
        <translation>Direction d’accueil</translation>
    </message>
    <message>
        <source>transfer_stub.day</source>
        <translation>Date du transfert</translation>
    </message>
    <message>
        <source>transfer_stub.acts</source>
        <translation>Numéros des actes pris ici</translation>
    </message>
    <message>
        <source>transfer_stub.merged_into</source>
        <translation>Dossier réuni à</translation>
    </message>
    <message>
        <source>employee.name_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>employee.name_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>employee.address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>employee.marriage</source>
        <translation>Situation familiale</translation>
    </message>
    <message>
        <source>employee.pension</source>
        <translation>Retraite</translation>
    </message>
    <message>
        <source>dependant.name_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>dependant.name_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>dependant.work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>situation.contract_until</source>
        <translation>Fin du contrat</translation>
    </message>
    <message>
        <source>code.package</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>school.package</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>note.employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>note.text</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>note.remind_on</source>
        <translation>Me le rappeler le</translation>
    </message>
    <message>
        <source>note.done</source>
        <translation>C’est fait</translation>
    </message>
    <message>
        <source>note.written_by</source>
        <translation>Écrite par</translation>
    </message>
    <message>
        <source>directory_entry.person</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>directory_entry.ppr</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>directory_entry.surname_ar</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>directory_entry.first_name_ar</source>
        <translation>Prénom en arabe</translation>
    </message>
    <message>
        <source>directory_entry.surname_la</source>
        <translation>Nom en latin</translation>
    </message>
    <message>
        <source>directory_entry.first_name_la</source>
        <translation>Prénom en latin</translation>
    </message>
    <message>
        <source>directory_entry.cadre</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>directory_entry.school</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>directory_entry.province</source>
        <translation>Direction provinciale</translation>
    </message>
    <message>
        <source>reading.person</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>reading.deed</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>reading.times</source>
        <translation>Nombre de fois</translation>
    </message>
    <message>
        <source>reading.first</source>
        <translation>Première fois (minutes)</translation>
    </message>
    <message>
        <source>reading.last</source>
        <translation>Dernière fois (minutes)</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>Retraite et couverture</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Contrôle du dossier</translation>
    </message>
    <message>
        <source>career</source>
        <translation>Carrière</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position administrative</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>Affectation</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>Paie</translation>
    </message>
    <message>
        <source>health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>diplomas</source>
        <translation>Diplômes</translation>
    </message>
    <message>
        <source>school</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Tables de référence</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>Anomalies</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Transfert</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Annuaire de la région</translation>
    </message>
</context>
<context>
    <name>kind</name>
    <message>
        <source>employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>dependant</source>
        <translation>Membre de la famille</translation>
    </message>
    <message>
        <source>disability</source>
        <translation>Handicap</translation>
    </message>
    <message>
        <source>diploma</source>
        <translation>Diplôme</translation>
    </message>
    <message>
        <source>school</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>school_change</source>
        <translation>Changement d’un établissement</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code de référence</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>confidential_conflict</source>
        <translation>Conflit confidentiel</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>Anomalie</translation>
    </message>
    <message>
        <source>transfer_stub</source>
        <translation>Dossier transféré</translation>
    </message>
    <message>
        <source>opening_situation</source>
        <translation>Situation initiale (SI-INI)</translation>
    </message>
    <message>
        <source>situation_correction</source>
        <translation>Correction de situation (SI-COR)</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>confidential_note</source>
        <translation>Note confidentielle</translation>
    </message>
    <message>
        <source>directory_entry</source>
        <translation>Fiche de l’annuaire régional</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Consultation d’un dossier confidentiel</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>employee.sex.F</source>
        <translation>Féminin</translation>
    </message>
    <message>
        <source>employee.sex.M</source>
        <translation>Masculin</translation>
    </message>
    <message>
        <source>employee.marital_status.single</source>
        <translation>Célibataire</translation>
    </message>
    <message>
        <source>employee.marital_status.married</source>
        <translation>Marié(e)</translation>
    </message>
    <message>
        <source>employee.marital_status.divorced</source>
        <translation>Divorcé(e)</translation>
    </message>
    <message>
        <source>employee.marital_status.widowed</source>
        <translation>Veuf, veuve</translation>
    </message>
    <message>
        <source>employee.pension_scheme.CMR</source>
        <translation>Caisse marocaine des retraites (CMR)</translation>
    </message>
    <message>
        <source>employee.pension_scheme.RCAR</source>
        <translation>Régime collectif (RCAR)</translation>
    </message>
    <message>
        <source>employee.origin.massir</source>
        <translation>Massir</translation>
    </message>
    <message>
        <source>employee.origin.list</source>
        <translation>Liste importée</translation>
    </message>
    <message>
        <source>employee.origin.province</source>
        <translation>Direction provinciale</translation>
    </message>
    <message>
        <source>employee.origin.aref</source>
        <translation>AREF</translation>
    </message>
    <message>
        <source>dependant.relation.spouse</source>
        <translation>Conjoint(e)</translation>
    </message>
    <message>
        <source>dependant.relation.child</source>
        <translation>Enfant</translation>
    </message>
    <message>
        <source>dependant.sex.F</source>
        <translation>Féminin</translation>
    </message>
    <message>
        <source>dependant.sex.M</source>
        <translation>Masculin</translation>
    </message>
    <message>
        <source>dependant.schooling.none</source>
        <translation>Non scolarisé</translation>
    </message>
    <message>
        <source>dependant.schooling.school</source>
        <translation>Scolarisé</translation>
    </message>
    <message>
        <source>dependant.schooling.university</source>
        <translation>Étudiant</translation>
    </message>
    <message>
        <source>dependant.schooling.training</source>
        <translation>En formation</translation>
    </message>
    <message>
        <source>diploma.diploma_kind.academic</source>
        <translation>Académique</translation>
    </message>
    <message>
        <source>diploma.diploma_kind.professional</source>
        <translation>Professionnel</translation>
    </message>
    <message>
        <source>diploma.diploma_kind.equivalence</source>
        <translation>Équivalence</translation>
    </message>
    <message>
        <source>school.cycle.primary</source>
        <translation>Primaire</translation>
    </message>
    <message>
        <source>school.cycle.lower_secondary</source>
        <translation>Secondaire collégial</translation>
    </message>
    <message>
        <source>school.cycle.upper_secondary</source>
        <translation>Secondaire qualifiant</translation>
    </message>
    <message>
        <source>school.cycle.higher</source>
        <translation>Supérieur</translation>
    </message>
    <message>
        <source>school.milieu.urban</source>
        <translation>Urbain</translation>
    </message>
    <message>
        <source>school.milieu.rural</source>
        <translation>Rural</translation>
    </message>
    <message>
        <source>school.zone.A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>school.zone.B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>school.zone.C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>school.status.open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>school.status.closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>situation.statutory_situation.1</source>
        <translation>Titulaire</translation>
    </message>
    <message>
        <source>situation.statutory_situation.2</source>
        <translation>Stagiaire</translation>
    </message>
    <message>
        <source>situation.statutory_situation.3</source>
        <translation>Temporaire</translation>
    </message>
    <message>
        <source>situation.statutory_situation.4</source>
        <translation>Auxiliaire permanent</translation>
    </message>
    <message>
        <source>situation.statutory_situation.5</source>
        <translation>Contractuel</translation>
    </message>
    <message>
        <source>situation.statutory_situation.6</source>
        <translation>Coopérant</translation>
    </message>
    <message>
        <source>situation.statutory_situation.7</source>
        <translation>En service civil</translation>
    </message>
    <message>
        <source>situation.statutory_situation.8</source>
        <translation>Occasionnel</translation>
    </message>
    <message>
        <source>situation.recruitment_mode.contest</source>
        <translation>Concours</translation>
    </message>
    <message>
        <source>situation.recruitment_mode.title</source>
        <translation>Sur titre</translation>
    </message>
    <message>
        <source>situation.recruitment_mode.integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>situation.teaching_language.ar</source>
        <translation>Arabe</translation>
    </message>
    <message>
        <source>situation.teaching_language.fr</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>situation.teaching_language.en</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>situation.teaching_language.zgh</source>
        <translation>Amazighe</translation>
    </message>
    <message>
        <source>situation.cycle.primary</source>
        <translation>Primaire</translation>
    </message>
    <message>
        <source>situation.cycle.lower_secondary</source>
        <translation>Secondaire collégial</translation>
    </message>
    <message>
        <source>situation.cycle.upper_secondary</source>
        <translation>Secondaire qualifiant</translation>
    </message>
    <message>
        <source>situation.cycle.higher</source>
        <translation>Supérieur</translation>
    </message>
    <message>
        <source>situation.position.activity</source>
        <translation>En activité</translation>
    </message>
    <message>
        <source>situation.position.detachment</source>
        <translation>Détachement</translation>
    </message>
    <message>
        <source>situation.position.availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>situation.position.military_service</source>
        <translation>Service militaire</translation>
    </message>
    <message>
        <source>situation.assignment_nature.original</source>
        <translation>Poste d’origine</translation>
    </message>
    <message>
        <source>situation.assignment_nature.temporary</source>
        <translation>Affectation provisoire</translation>
    </message>
    <message>
        <source>situation.assignment_nature.completion</source>
        <translation>Complément de service</translation>
    </message>
    <message>
        <source>situation.residence_zone.A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>situation.residence_zone.B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>situation.residence_zone.C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>conflict.choice.mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>conflict.choice.centre</source>
        <translation>Celle du centre</translation>
    </message>
    <message>
        <source>conflict.choice.other</source>
        <translation>Une autre</translation>
    </message>
    <message>
        <source>flag.true</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>flag.false</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>reading.deed.opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>reading.deed.printed</source>
        <translation>Imprimé</translation>
    </message>
    <message>
        <source>reading.deed.exported</source>
        <translation>Exporté</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>required</source>
        <translation>À remplir avant toute décision</translation>
    </message>
    <message>
        <source>ppr_malformed</source>
        <translation>Le PPR compte 5 à 8 chiffres</translation>
    </message>
    <message>
        <source>cin_malformed</source>
        <translation>1 ou 2 lettres puis des chiffres : JC482190</translation>
    </message>
    <message>
        <source>rib_malformed</source>
        <translation>24 chiffres : revoyez le chèque ou l’attestation</translation>
    </message>
    <message>
        <source>rib_key_wrong</source>
        <translation>Les 2 derniers chiffres devraient être {expected}</translation>
    </message>
    <message>
        <source>phone_malformed</source>
        <translation>Dix chiffres : 05, 06, 07 ou 08 au début</translation>
    </message>
    <message>
        <source>email_malformed</source>
        <translation>Écrivez une adresse comme nom@taalim.ma</translation>
    </message>
    <message>
        <source>gresa_malformed</source>
        <translation>Cinq chiffres puis une lettre, ex. 12345A</translation>
    </message>
    <message>
        <source>postal_code_malformed</source>
        <translation>Le code postal compte cinq chiffres</translation>
    </message>
    <message>
        <source>day_malformed</source>
        <translation>Écrivez : 14/03/1983</translation>
    </message>
    <message>
        <source>day_impossible</source>
        <translation>Ce jour n’existe pas : corrigez-le</translation>
    </message>
    <message>
        <source>day_partial</source>
        <translation>Donnez le jour, le mois et l’année</translation>
    </message>
    <message>
        <source>partial_day_malformed</source>
        <translation>Un jour, un mois ou une année : 14/03/1983</translation>
    </message>
    <message>
        <source>integer_malformed</source>
        <translation>Écrivez un nombre entier en chiffres</translation>
    </message>
    <message>
        <source>flag_malformed</source>
        <translation>Choisissez oui ou non</translation>
    </message>
    <message>
        <source>text_malformed</source>
        <translation>Réécrivez ce texte</translation>
    </message>
    <message>
        <source>arabic_name_malformed</source>
        <translation>Écrivez le nom en lettres arabes</translation>
    </message>
    <message>
        <source>latin_name_malformed</source>
        <translation>Écrivez le nom en lettres latines</translation>
    </message>
    <message>
        <source>choice_malformed</source>
        <translation>Choisissez dans la liste</translation>
    </message>
    <message>
        <source>code_malformed</source>
        <translation>Choisissez dans la liste</translation>
    </message>
    <message>
        <source>ref_malformed</source>
        <translation>Choisissez de nouveau l’enregistrement</translation>
    </message>
    <message>
        <source>not_a_choice</source>
        <translation>Choisissez dans la liste</translation>
    </message>
    <message>
        <source>too_long</source>
        <translation>Plus de {limit} caractères : abrégez</translation>
    </message>
    <message>
        <source>wrong_type</source>
        <translation>Valeur d’un autre type : réécrivez-la</translation>
    </message>
    <message>
        <source>unknown_field</source>
        <translation>Champ inconnu de cette version : mettez le logiciel à jour</translation>
    </message>
    <message>
        <source>unknown_row</source>
        <translation>Enregistrement introuvable : échangez puis réessayez</translation>
    </message>
    <message>
        <source>row_exists</source>
        <translation>Cet enregistrement existe déjà : ouvrez-le</translation>
    </message>
    <message>
        <source>row_of_another_device</source>
        <translation>Numéro d’un autre ordinateur : appelez l’administrateur</translation>
    </message>
    <message>
        <source>wrong_dossier</source>
        <translation>L’enregistrement n’est pas de ce dossier : rouvrez-le</translation>
    </message>
    <message>
        <source>not_your_scope</source>
        <translation>Ce dossier ne relève pas de votre bureau : appelez sa direction</translation>
    </message>
    <message>
        <source>written_by_acts_only</source>
        <translation>Donnée écrite par un acte seulement : faites l’acte voulu</translation>
    </message>
    <message>
        <source>written_by_centre_only</source>
        <translation>Donnée écrite par le centre seul : écrivez à l’AREF</translation>
    </message>
    <message>
        <source>already_withdrawn</source>
        <translation>Déjà retiré : rien à faire</translation>
    </message>
    <message>
        <source>already_joined</source>
        <translation>Un des deux est déjà réuni : ouvrez le dossier gardé</translation>
    </message>
    <message>
        <source>not_joined</source>
        <translation>Les deux ne sont pas réunis : rien à séparer</translation>
    </message>
    <message>
        <source>conflict_settled</source>
        <translation>Conflit déjà réglé : voyez la valeur retenue</translation>
    </message>
    <message>
        <source>chosen_malformed</source>
        <translation>Valeur étrangère à ce conflit : choisissez de nouveau</translation>
    </message>
    <message>
        <source>changed_elsewhere</source>
        <translation>Changé ailleurs avant votre envoi : le centre tranchera à l’échange</translation>
    </message>
    <message>
        <source>code_unknown</source>
        <translation>Le code {value} n’est pas dans les tables : vérifiez-le</translation>
    </message>
    <message>
        <source>number_stands_twice</source>
        <translation>Numéro inscrit dans un autre dossier : ouvrez-le et comparez</translation>
    </message>
    <message>
        <source>recruited_before_birth</source>
        <translation>Recrutement avant la naissance : corrigez une des dates</translation>
    </message>
    <message>
        <source>recruited_young</source>
        <translation>Moins de {years} ans au recrutement : vérifiez les dates</translation>
    </message>
    <message>
        <source>tenured_before_recruited</source>
        <translation>Titularisation avant le recrutement : vérifiez les dates</translation>
    </message>
    <message>
        <source>echelon_before_grade</source>
        <translation>Échelon antérieur au grade : vérifiez les dates</translation>
    </message>
    <message>
        <source>opening_situation_exists</source>
        <translation>Situation initiale de {source} déjà inscrite : corrigez-la</translation>
    </message>
    <message>
        <source>no_opening_situation</source>
        <translation>Pas de situation initiale : inscrivez-la d’abord</translation>
    </message>
    <message>
        <source>nothing_to_correct</source>
        <translation>Rien n’est changé : donnez la valeur juste</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>Opération illisible au centre : appelez l’administrateur</translation>
    </message>
    <message>
        <source>done_by_copy</source>
        <translation>Déjà enregistré par une copie de cet ordinateur : compté une seule fois</translation>
    </message>
    <message>
        <source>not_run_here</source>
        <translation>Gardée, mais non recalculée ici : synchronisez, puis mettez le programme à jour</translation>
    </message>
    <message>
        <source>follows_rejected</source>
        <translation>Suit une opération refusée : reprenez d’abord celle-ci</translation>
    </message>
    <message>
        <source>dossier_transferred</source>
        <translation>Dossier transféré à {la} à compter du {day} : écrivez à la direction d’accueil</translation>
    </message>
    <message>
        <source>transferred_after</source>
        <translation>Appliqué à {la}, où le dossier est transféré à compter du {day} : rien à faire</translation>
    </message>
    <message>
        <source>written_after_transfer</source>
        <translation>Une modification de l’ancienne direction {source} est arrivée après le transfert : voyez l’historique</translation>
    </message>
    <message>
        <source>auditor_reads_only</source>
        <translation>Le rôle d’auditeur permet de lire, pas d’écrire dans les dossiers</translation>
    </message>
    <message>
        <source>known_elsewhere</source>
        <translation>PPR et CIN sont connus ensemble à {la} : vérifiez, il s’agit peut-être d’un transfert</translation>
    </message>
    <message>
        <source>author_unknown</source>
        <translation>Auteur inconnu du centre : appelez l’administrateur</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>Remarque d’une version plus récente ({code}) : mettez à jour</translation>
    </message>
    <message>
        <source>academy_takes_steps_only</source>
        <translation>L’académie statue sur les dossiers qui lui sont renvoyés ; tout le reste s’écrit à la direction provinciale</translation>
    </message>
    <message>
        <source>dossier_not_referred</source>
        <translation>Ce dossier n’est pas renvoyé à l’académie, ou ne l’est plus : il est à sa direction provinciale, écrivez-lui</translation>
    </message>
    <message>
        <source>decided_when_gone</source>
        <translation>Décision enregistrée alors que le dossier était revenu à sa direction provinciale : écrivez-lui</translation>
    </message>
    <message>
        <source>act_not_referred</source>
        <translation>Cet acte n’est pas renvoyé à l’académie, ou est revenu à sa direction provinciale</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>open</source>
        <translation>Sur cet ordinateur seulement</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>Envoyée, attend la réponse</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>Acceptée par le centre</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>Identique à celle du centre</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>Inscrite mais irrégulière</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>Refusée par le centre</translation>
    </message>
    <message>
        <source>held</source>
        <translation>En suspens au centre</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>Remplacée par une autre</translation>
    </message>
</context>
<context>
    <name>verb</name>
    <message>
        <source>CREATE</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>CORRECT</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>WITHDRAW</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>ACT</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>JOIN</source>
        <translation>Réunion de deux dossiers</translation>
    </message>
    <message>
        <source>PART</source>
        <translation>Séparation de deux dossiers</translation>
    </message>
    <message>
        <source>SETTLE</source>
        <translation>Règlement d’un conflit</translation>
    </message>
    <message>
        <source>VOID</source>
        <translation>Opération annulée</translation>
    </message>
    <message>
        <source>READ</source>
        <translation>Consultation d’un dossier confidentiel</translation>
    </message>
</context>
</TS>
