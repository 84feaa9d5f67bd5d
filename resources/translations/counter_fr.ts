<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>CensusList</name>
    <message>
        <source>%1 people noted on this computer; they will be sent at the next exchange.</source>
        <translation>%1 personnes notées sur cet ordinateur ; elles partiront au prochain échange.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Ctrl P prints the list.</source>
        <translation>Ctrl P imprime la liste.</translation>
    </message>
    <message>
        <source>Everybody of this list is counted.</source>
        <translation>Toute la liste est recensée.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connu</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Note her and save the list first.</source>
        <translation>Notez le constat et enregistrez la liste d’abord.</translation>
    </message>
    <message>
        <source>Number of the person, then a letter</source>
        <translation>Numéro de la personne, puis une lettre</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>People of the school</source>
        <translation>Agents de l’établissement</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Imprimer la liste</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>Établissements</translation>
    </message>
    <message>
        <source>She is not counted yet.</source>
        <translation>Cette personne n’est pas encore recensée.</translation>
    </message>
    <message>
        <source>The list has no such number.</source>
        <translation>La liste n’a pas ce numéro.</translation>
    </message>
    <message>
        <source>Type the number on the list and one of the letters below it.</source>
        <translation>Tapez le numéro de la liste et une des lettres ci-dessous.</translation>
    </message>
    <message>
        <source>Without a school</source>
        <translation>Sans établissement</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
</context>
<context>
    <name>CensusScreen</name>
    <message>
        <source>Begun</source>
        <translation>Commencé</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>CIN</translation>
    </message>
    <message>
        <source>Census</source>
        <translation>Recensement</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Recensés</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendus</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Restants</translation>
    </message>
    <message>
        <source>No school of this sort</source>
        <translation>Aucun établissement de cette sorte</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>PPR</translation>
    </message>
    <message>
        <source>People not counted</source>
        <translation>Agents non recensés</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Imprimer la liste</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>Schools done</source>
        <translation>Établissements terminés</translation>
    </message>
    <message>
        <source>Schools to count</source>
        <translation>Établissements à recenser</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The counters above show what is left and what is done.</source>
        <translation>Les compteurs ci-dessus montrent ce qui reste et ce qui est fait.</translation>
    </message>
    <message>
        <source>To count</source>
        <translation>À recenser</translation>
    </message>
    <message>
        <source>Without a school</source>
        <translation>Sans établissement</translation>
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
        <source>open the list</source>
        <translation>ouvrir la liste</translation>
    </message>
    <message>
        <source>A school by its code or some letters of its name</source>
        <translation>Un établissement par son code ou des lettres de son nom</translation>
    </message>
</context>
<context>
    <name>ChecksScreen</name>
    <message>
        <source>%1 more are not listed: mend these first.</source>
        <translation>%1 autres ne sont pas listés : traitez d’abord ceux-ci.</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Esc shows everything.</source>
        <translation>Échap montre tout.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>No term comes up, and the controls find nothing wrong in the files of the province.</source>
        <translation>Aucune échéance proche, et les contrôles ne trouvent rien d’anormal dans les dossiers de la province.</translation>
    </message>
    <message>
        <source>Nothing of this sort</source>
        <translation>Rien de cette sorte</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Rien à vérifier</translation>
    </message>
    <message>
        <source>The files could not be read.</source>
        <translation>Les dossiers n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>What comes up, and what the controls across all files find</source>
        <translation>Les échéances, et ce que les contrôles trouvent dans tous les dossiers</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
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
        <source>open the file</source>
        <translation>ouvrir le dossier</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>Règle changée</translation>
    </message>
    <message>
        <source>Published rules are not whole, or not as the centre signed them: %1.</source>
        <translation>Règles publiées incomplètes, ou différentes de ce que le centre a signé : %1.</translation>
    </message>
    <message>
        <source>Press Sync. If this stays, call the centre before deciding.</source>
        <translation>Synchronisez. Si ce message reste, appelez le centre avant de décider.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Close other programs that use this office's file, then open this screen again.</source>
        <translation>Fermez les autres programmes qui utilisent le fichier de ce bureau, puis rouvrez cet écran.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Census</source>
        <translation>Recensement</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
</context>
<context>
    <name>RegisterScreen</name>
    <message>
        <source>Act and person</source>
        <translation>Acte et personne</translation>
    </message>
    <message>
        <source>Alt and an arrow show another day.</source>
        <translation>Alt et une flèche montrent un autre jour.</translation>
    </message>
    <message>
        <source>Any number: official, provisional, of a decision, of a slip</source>
        <translation>Un numéro : officiel, provisoire, de décision, de bordereau</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Covering slip %1</source>
        <translation>Bordereau d’envoi %1</translation>
    </message>
    <message>
        <source>Covering slips</source>
        <translation>Bordereaux d’envoi</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Jour suivant</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Jour précédent</translation>
    </message>
    <message>
        <source>Entries of the day</source>
        <translation>Opérations du jour</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Left for %1</source>
        <translation>Parti pour %1</translation>
    </message>
    <message>
        <source>No act has this number</source>
        <translation>Aucun acte ne porte ce numéro</translation>
    </message>
    <message>
        <source>No covering slip yet</source>
        <translation>Aucun bordereau pour l’instant</translation>
    </message>
    <message>
        <source>Nothing was registered on this day</source>
        <translation>Rien n’a été enregistré ce jour</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Acts referred to the academy under one number make one.</source>
        <translation>Les actes transmis à l’académie sous un même numéro en font un.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Bordereau</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The register could not be read.</source>
        <translation>Le registre n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Type it as the paper has it: 12/2026, or C-42.</source>
        <translation>Tapez-le comme sur le papier : 12/2026, ou C-42.</translation>
    </message>
    <message>
        <source>journal or slips</source>
        <translation>journal ou bordereaux</translation>
    </message>
    <message>
        <source>leave the number</source>
        <translation>quitter le numéro</translation>
    </message>
    <message>
        <source>move</source>
        <translation>se déplacer</translation>
    </message>
    <message>
        <source>open the act</source>
        <translation>ouvrir l’acte</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Post left for %1 days, %2 of them working days</source>
        <translation>Poste quitté depuis %1 jours, dont %2 ouvrables</translation>
    </message>
    <message>
        <source>%1 until %2: %3 days left, %4 of them working days</source>
        <translation>%1 avant le %2 : il reste %3 jours, dont %4 ouvrables</translation>
    </message>
</context>
</TS>
