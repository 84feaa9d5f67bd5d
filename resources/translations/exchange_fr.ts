<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>AfterOrDuring</name>
    <message>
        <source>See conflicts</source>
        <translation>Voir les conflits</translation>
    </message>
    <message>
        <source>See returned</source>
        <translation>Voir les retours</translation>
    </message>
    <message>
        <source>Stopping is safe: what arrived stays, what did not arrive waits here.</source>
        <translation>L’arrêt est sans risque : ce qui est arrivé reste, le reste attend ici.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyées</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçues</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Conflict or returned</source>
        <translation>Conflits ou retours</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Reading %1…</source>
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>Drop a list here, or choose a file</source>
        <translation>Déposez une liste ici, ou choisissez un fichier</translation>
    </message>
    <message>
        <source>xlsx, xls, ods or csv, with Arabic or French headers.</source>
        <translation>xlsx, xls, ods ou csv, avec des en-têtes en arabe ou en français.</translation>
    </message>
    <message>
        <source>Nothing is written before you have seen what becomes of each line.</source>
        <translation>Rien n’est écrit avant que vous ayez vu ce que devient chaque ligne.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>The newest lists of this computer and its sticks</source>
        <translation>Les listes les plus récentes de cet ordinateur et de ses clés</translation>
    </message>
    <message>
        <source>Enter opens the chosen one</source>
        <translation>Entrée ouvre la liste choisie</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Header in the file</source>
        <translation>En-tête dans le fichier</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Premières valeurs</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va dans</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Two different values: choose what stays</source>
        <translation>Deux valeurs différentes : choisissez celle qui reste</translation>
    </message>
    <message>
        <source>Both values are always kept</source>
        <translation>Les deux valeurs sont toujours gardées</translation>
    </message>
    <message>
        <source>The value you do not choose stays in the history, with its author and its day.</source>
        <translation>La valeur non retenue reste dans l’historique, avec son auteur et son jour.</translation>
    </message>
    <message>
        <source>No value is chosen beforehand. You can undo until the next exchange.</source>
        <translation>Aucune valeur n’est choisie d’avance. Vous pouvez annuler jusqu’au prochain échange.</translation>
    </message>
    <message>
        <source>Write another value</source>
        <translation>Écrire une autre valeur</translation>
    </message>
    <message>
        <source>Ask a colleague, leave it for later</source>
        <translation>Demander, laisser pour plus tard</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>The value before both changes: %1</source>
        <translation>Valeur avant les deux modifications : %1</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Au centre</translation>
    </message>
    <message>
        <source>Take the centre's value</source>
        <translation>Prendre la valeur du centre</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Keep my value</source>
        <translation>Garder ma valeur</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>Sur un autre ordinateur</translation>
    </message>
    <message>
        <source>Take this value</source>
        <translation>Prendre cette valeur</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Settled: both values</source>
        <translation>Réglé : les deux valeurs</translation>
    </message>
    <message>
        <source>Taking the other value now is a correction of today, in your name; its reason is a note.</source>
        <translation>Prendre l’autre valeur maintenant est une correction d’aujourd’hui, à votre nom ; son motif devient une note du dossier.</translation>
    </message>
</context>
<context>
    <name>ConflictsScreen</name>
    <message>
        <source>That choice has already travelled</source>
        <translation>Ce choix est déjà parti</translation>
    </message>
    <message>
        <source>Your choice is taken back</source>
        <translation>Votre choix est annulé</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflits</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>Aucun conflit</translation>
    </message>
    <message>
        <source>When two offices change one value, both are kept and come here.</source>
        <translation>Quand deux bureaux modifient une même valeur, les deux sont gardées et viennent ici.</translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation>Aucun retour</translation>
    </message>
    <message>
        <source>What the centre does not take comes here, whole, with the reason.</source>
        <translation>Ce que le centre n’accepte pas revient ici, entier, avec la raison.</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>Tranché : %1</translation>
    </message>
    <message>
        <source>It travels with the next exchange. Ctrl Z takes it back until then.</source>
        <translation>Le choix part au prochain échange. Ctrl Z l’annule d’ici là.</translation>
    </message>
    <message>
        <source>Left for later: it stays in the list</source>
        <translation>Laissé pour plus tard : il reste dans la liste</translation>
    </message>
    <message>
        <source>Written again: it travels with the next exchange</source>
        <translation>Réécrit : il part au prochain échange</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Classé</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Ctrl H shows what is settled: take the other value there.</source>
        <translation>Ctrl H montre ce qui est réglé : prenez-y l’autre valeur.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglés</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>Conflits ouverts</translation>
    </message>
    <message>
        <source>Settled conflicts</source>
        <translation>Conflits réglés</translation>
    </message>
    <message>
        <source>None is settled yet</source>
        <translation>Aucun n’est encore réglé</translation>
    </message>
    <message>
        <source>Ctrl H shows the open ones.</source>
        <translation>Ctrl H montre ceux qui sont ouverts.</translation>
    </message>
    <message>
        <source>Written back: %1</source>
        <translation>Rétabli : %1</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message>
        <source>Send and receive now</source>
        <translation>Envoyer et recevoir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Exchange under way…</source>
        <translation>Échange en cours…</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>Practice on this computer only: nothing is sent.</source>
        <translation>Exercice sur cet ordinateur seulement : rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Stopping after the piece that is on its way…</source>
        <translation>Arrêt après le morceau en route…</translation>
    </message>
    <message>
        <source>You can go on working: an exchange stops no screen.</source>
        <translation>Vous pouvez continuer : un échange ne bloque aucun écran.</translation>
    </message>
    <message>
        <source>See what will travel before it starts. Files can be worked on at any time.</source>
        <translation>Voyez ce qui va partir avant de commencer. Les dossiers restent utilisables.</translation>
    </message>
    <message>
        <source>Trying again by itself in %1</source>
        <translation>Nouvel essai automatique dans %1</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>The exchange did not go through (%1)</source>
        <translation>L’échange n’a pas abouti (%1)</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it comes back, tell support.</source>
        <translation>Rien n’est perdu. Réessayez ; si cela revient, prévenez l’assistance.</translation>
    </message>
    <message>
        <source>What you saved is kept here and leaves by itself as soon as the line is back.</source>
        <translation>Ce que vous avez enregistré est gardé ici et partira dès le retour de la ligne.</translation>
    </message>
    <message>
        <source>Everything is exchanged</source>
        <translation>Tout est échangé</translation>
    </message>
    <message>
        <source>No connection to the centre</source>
        <translation>Pas de connexion au centre</translation>
    </message>
    <message>
        <source>The centre is busy</source>
        <translation>Le centre est occupé</translation>
    </message>
    <message>
        <source>It is tried again by itself in a moment.</source>
        <translation>Un nouvel essai se fera de lui-même dans un moment.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>What arrived is kept; what did not arrive waits.</source>
        <translation>Ce qui est arrivé est gardé ; le reste attend.</translation>
    </message>
    <message>
        <source>This computer has been erased by order of an administrator</source>
        <translation>Ce poste a été effacé sur ordre d’un administrateur</translation>
    </message>
    <message>
        <source>What it had not sent is sealed for the centre. Ask your administrator for another computer.</source>
        <translation>Ce qu’il n’avait pas envoyé est scellé pour le centre. Demandez un autre poste à votre administrateur.</translation>
    </message>
    <message>
        <source>The centre does not know this computer</source>
        <translation>Le centre ne connaît pas cet ordinateur</translation>
    </message>
    <message>
        <source>Ask the head of human resources for an enrolment code. What you saved is kept.</source>
        <translation>Demandez un code d’inscription au chef des RH. Ce que vous avez enregistré est gardé.</translation>
    </message>
    <message>
        <source>This version is too old to receive</source>
        <translation>Cette version est trop ancienne pour recevoir</translation>
    </message>
    <message>
        <source>What you sent has arrived. Update the application to receive.</source>
        <translation>Ce que vous avez envoyé est arrivé. Mettez l’application à jour pour recevoir.</translation>
    </message>
    <message>
        <source>The centre's history is not the one this office has read</source>
        <translation>L’historique du centre n’est pas celui que ce bureau a lu</translation>
    </message>
    <message>
        <source>Nothing is deleted here. Call support before anything else.</source>
        <translation>Rien n’est effacé ici. Appelez l’assistance avant toute chose.</translation>
    </message>
    <message>
        <source>The centre wants to take many files away from this office at once</source>
        <translation>Le centre veut retirer beaucoup de dossiers à ce bureau d’un seul coup</translation>
    </message>
    <message>
        <source>It was stopped, and nothing was removed. Tell the academy: it confirms why, then exchange again.</source>
        <translation>L’échange s’est arrêté et rien n’a été retiré. Prévenez l’académie : elle confirme la raison, puis échangez de nouveau.</translation>
    </message>
    <message>
        <source>The centre's answer cannot be read</source>
        <translation>La réponse du centre est illisible</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Free some room, then exchange again. Nothing that was saved is lost.</source>
        <translation>Libérez de la place, puis recommencez. Rien d’enregistré n’est perdu.</translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s)</source>
        <translation>
            <numerusform>%n nouvelle personne</numerusform>
            <numerusform>%n nouvelles personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n acte</numerusform>
            <numerusform>%n actes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) in files</source>
        <translation>
            <numerusform>%n nouvel élément de dossier</numerusform>
            <numerusform>%n nouveaux éléments de dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawal(s)</source>
        <translation>
            <numerusform>%n retrait</numerusform>
            <numerusform>%n retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n joining(s) of records</source>
        <translation>
            <numerusform>%n fusion de dossiers</numerusform>
            <numerusform>%n fusions de dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled conflict(s)</source>
        <translation>
            <numerusform>%n conflit tranché</numerusform>
            <numerusform>%n conflits tranchés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) of an imported list</source>
        <translation>
            <numerusform>%n opération d’une liste importée</numerusform>
            <numerusform>%n opérations d’une liste importée</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n file(s)</source>
        <translation>
            <numerusform>sur %n dossier</numerusform>
            <numerusform>sur %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n opération</numerusform>
            <numerusform>%n opérations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n brouillon</numerusform>
            <numerusform>%n brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflit à trancher</numerusform>
            <numerusform>%n conflits à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned operation(s)</source>
        <translation>
            <numerusform>%n opération en retour</numerusform>
            <numerusform>%n opérations en retour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut(s) of the line</source>
        <translation>
            <numerusform>%n coupure de la ligne</numerusform>
            <numerusform>%n coupures de la ligne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) safe on this computer</source>
        <translation>
            <numerusform>%n morceau à l’abri sur cet ordinateur</numerusform>
            <numerusform>%n morceaux à l’abri sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Colleague no. %1</source>
        <translation>Collègue n° %1</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Another computer (no. %1)</source>
        <translation>Un autre ordinateur (n° %1)</translation>
    </message>
    <message>
        <source>A file that is no longer here</source>
        <translation>Un dossier qui n’est plus ici</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Last exchanges</source>
        <translation>Derniers échanges</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucun pour l’instant</translation>
    </message>
    <message>
        <source>%1 sent, %2 received, %3</source>
        <translation>envoi %1, réception %2, %3</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Why it was refused</source>
        <translation>Raison du refus</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Autre fichier</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Choisir une liste</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusées</translation>
    </message>
    <message>
        <source>Save the refused lines</source>
        <translation>Enregistrer les lignes refusées</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>Mend the lines in it, then import it like any list.</source>
        <translation>Corrigez-y les lignes, puis importez-le comme une liste.</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Full name, family name first</source>
        <translation>Nom complet, nom d’abord</translation>
    </message>
    <message>
        <source>Full name, first name first</source>
        <translation>Nom complet, prénom d’abord</translation>
    </message>
    <message>
        <source>Full name in Arabic</source>
        <translation>Nom complet en arabe</translation>
    </message>
    <message>
        <source>Full name in Latin letters</source>
        <translation>Nom complet en lettres latines</translation>
    </message>
    <message>
        <source>Line number, left out</source>
        <translation>Numéro d’ordre, laissé</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissée</translation>
    </message>
    <message>
        <source>No name on this line</source>
        <translation>Aucun nom sur cette ligne</translation>
    </message>
    <message>
        <source>Neither number nor birth date: nobody can be told by it</source>
        <translation>Ni numéro ni date de naissance : personne n’est reconnaissable</translation>
    </message>
    <message>
        <source>It fits two people; write the payroll number</source>
        <translation>Deux personnes correspondent ; écrivez le PPR</translation>
    </message>
    <message>
        <source>The birth date cannot be read</source>
        <translation>La date de naissance est illisible</translation>
    </message>
    <message>
        <source>The birth date is impossible</source>
        <translation>La date de naissance est impossible</translation>
    </message>
    <message>
        <source>Recruited before the birth date</source>
        <translation>Recrutement avant la naissance</translation>
    </message>
    <message>
        <source>The same person stands on an earlier line; they are taken together</source>
        <translation>La même personne figure plus haut ; les lignes sont réunies</translation>
    </message>
    <message>
        <source>Somebody else has this number; both are kept and listed</source>
        <translation>Une autre personne a ce numéro ; les deux sont gardées et signalées</translation>
    </message>
    <message>
        <source>The office knows another value; it is listed and changes nothing</source>
        <translation>Le bureau connaît une autre valeur ; elle est signalée sans rien changer</translation>
    </message>
    <message>
        <source>This person's file was withdrawn; nothing is written</source>
        <translation>Le dossier est retiré ; rien n’est écrit</translation>
    </message>
    <message>
        <source>The name cannot be read; left out</source>
        <translation>Le nom est illisible ; laissé</translation>
    </message>
    <message>
        <source>An unusual card number; kept as it is</source>
        <translation>Numéro de carte inhabituel ; gardé tel quel</translation>
    </message>
    <message>
        <source>A day in the future; kept as it is</source>
        <translation>Jour dans le futur ; gardé tel quel</translation>
    </message>
    <message>
        <source>Not in the code table; left out</source>
        <translation>Absent de la table des codes ; laissé</translation>
    </message>
    <message>
        <source>Not one of the known words; left out</source>
        <translation>Mot inconnu ; laissé</translation>
    </message>
    <message>
        <source>The school is closed; kept as it is</source>
        <translation>Établissement fermé ; gardé tel quel</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Le fichier ne s’ouvre pas</translation>
    </message>
    <message>
        <source>Close it elsewhere, then try again.</source>
        <translation>Fermez-le ailleurs, puis réessayez.</translation>
    </message>
    <message>
        <source>This is not a list</source>
        <translation>Ce n’est pas une liste</translation>
    </message>
    <message>
        <source>Choose a file made by a spreadsheet: xlsx, xls, ods or csv.</source>
        <translation>Choisissez un fichier de tableur : xlsx, xls, ods ou csv.</translation>
    </message>
    <message>
        <source>The file is incomplete</source>
        <translation>Le fichier est incomplet</translation>
    </message>
    <message>
        <source>Ask for it again, or copy it again.</source>
        <translation>Redemandez-le, ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Le fichier est vide</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The file is too large for a list</source>
        <translation>Le fichier est trop grand pour une liste</translation>
    </message>
    <message>
        <source>Delete the empty lines and columns at its end, save it, and try again.</source>
        <translation>Supprimez les lignes et colonnes vides de la fin, enregistrez et réessayez.</translation>
    </message>
    <message>
        <source>The file has a password</source>
        <translation>Le fichier a un mot de passe</translation>
    </message>
    <message>
        <source>Save it without a password, then choose it again.</source>
        <translation>Enregistrez-le sans mot de passe, puis choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>No line of headers was found</source>
        <translation>Aucune ligne d’en-têtes trouvée</translation>
    </message>
    <message>
        <source>Give each column a header, such as «الاسم» or «PPR», and save it again.</source>
        <translation>Donnez un en-tête à chaque colonne, comme « Nom » ou « PPR », et enregistrez.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1)</source>
        <translation>Le fichier est illisible (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The line</source>
        <translation>La ligne</translation>
    </message>
    <message>
        <source>as measured lately</source>
        <translation>d’après les dernières mesures</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesurée</translation>
    </message>
    <message>
        <source>No connection now. It is looked for by itself every few minutes.</source>
        <translation>Pas de connexion. Elle est cherchée d’elle-même toutes les quelques minutes.</translation>
    </message>
    <message>
        <source>The line is cut at times; nothing is lost, the exchange goes on where it was.</source>
        <translation>La ligne se coupe parfois ; rien n’est perdu, l’échange reprend où il était.</translation>
    </message>
    <message>
        <source>The line is weak; exchanges are made for it.</source>
        <translation>La ligne est faible ; les échanges sont faits pour cela.</translation>
    </message>
    <message>
        <source>Exchanges need little: an edit is less than one kilobyte.</source>
        <translation>Un échange demande peu : une modification fait moins d’un kilo-octet.</translation>
    </message>
    <message>
        <source>In seven days: %1</source>
        <translation>Sur sept jours : %1</translation>
    </message>
    <message>
        <source>%1 went through, %2 did not, %3</source>
        <translation>%1 aboutis, %2 non, %3</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>Another value</source>
        <translation>Autre valeur</translation>
    </message>
    <message>
        <source>Write this value</source>
        <translation>Écrire cette valeur</translation>
    </message>
    <message>
        <source>Back to the two values</source>
        <translation>Revenir aux deux valeurs</translation>
    </message>
    <message>
        <source>Write a value, or go back</source>
        <translation>Écrivez une valeur, ou revenez</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Save the refused lines…</source>
        <translation>Enregistrer les lignes refusées…</translation>
    </message>
    <message>
        <source>Import another list</source>
        <translation>Importer une autre liste</translation>
    </message>
    <message>
        <source>The columns are remembered for the next list with these headers.</source>
        <translation>Les colonnes sont retenues pour la prochaine liste avec ces en-têtes.</translation>
    </message>
    <message>
        <source>What was imported travels with the next exchanges, after the work of the day.</source>
        <translation>Ce qui est importé part aux prochains échanges, après le travail du jour.</translation>
    </message>
    <message>
        <source>Stopped: what was written stays. Import the same file again to go on.</source>
        <translation>Arrêté : ce qui est écrit reste. Réimportez le même fichier pour continuer.</translation>
    </message>
    <message>
        <source>The list is imported</source>
        <translation>La liste est importée</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Nouvelles personnes</translation>
    </message>
    <message>
        <source>Known people filled in</source>
        <translation>Personnes connues complétées</translation>
    </message>
    <message>
        <source>Disagreements listed</source>
        <translation>Désaccords signalés</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Lignes refusées</translation>
    </message>
</context>
<context>
    <name>ReturnedView</name>
    <message>
        <source>Nothing of it is lost: it stays here, whole, until you restore it or put it away.</source>
        <translation>Rien n’en est perdu : l’opération reste ici, entière, jusqu’à ce que vous la rétablissiez ou la classiez.</translation>
    </message>
    <message>
        <source>Restore: write it again on today's file</source>
        <translation>Rétablir dans le dossier</translation>
    </message>
    <message>
        <source>Put away: dealt with</source>
        <translation>Classer : affaire réglée</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Accepted as irregular: to be looked at</source>
        <translation>Acceptée comme irrégulière : à examiner</translation>
    </message>
    <message>
        <source>The centre did not take it</source>
        <translation>Le centre ne l’a pas acceptée</translation>
    </message>
    <message>
        <source>No reason was given</source>
        <translation>Aucune raison donnée</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Ce qui a été écrit</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>Valeur actuelle</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Save the refused lines…</source>
        <translation>Enregistrer les lignes refusées…</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>Colonnes de la liste</translation>
    </message>
    <message>
        <source>Findings, line by line</source>
        <translation>Constats, ligne par ligne</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Lines with a finding</source>
        <translation>Lignes avec un constat</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Nouvelles personnes</translation>
    </message>
    <message>
        <source>Already known</source>
        <translation>Déjà connues</translation>
    </message>
    <message>
        <source>Standing twice</source>
        <translation>En double</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>The column %1 goes to</source>
        <translation>La colonne %1 va dans</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message numerus="yes">
        <source>unreadable saves on %n file(s)</source>
        <translation>
            <numerusform>saisies devenues illisibles sur %n dossier, à refaire</numerusform>
            <numerusform>saisies devenues illisibles sur %n dossiers, à refaire</numerusform>
        </translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation>Sera envoyé</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Everything saved here has reached the centre. An exchange brings what is new.</source>
        <translation>Tout ce qui est enregistré ici est au centre. Un échange apporte les nouveautés.</translation>
    </message>
    <message>
        <source>All that travels is encrypted and signed with the key of this computer.</source>
        <translation>Tout ce qui voyage est chiffré et signé par la clé de cet ordinateur.</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>En tout : %1</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>Reste sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importation de %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Waiting for an exchange to end, or comparing with known people…</source>
        <translation>En attente de la fin d’un échange, ou comparaison avec les personnes connues…</translation>
    </message>
    <message>
        <source>Stopping is safe: people written so far stay, whole.</source>
        <translation>L’arrêt est sans risque : les personnes déjà écrites restent, entières.</translation>
    </message>
    <message>
        <source>Import the same file again to go on from there; nobody is doubled.</source>
        <translation>Réimportez le même fichier pour continuer ; personne n’est doublé.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>NewFiles</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
</TS>
