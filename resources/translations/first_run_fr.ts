<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>EnrolmentForm</name>
    <message>
        <source>Write the address as the centre gave it</source>
        <translation>Saisissez l’adresse telle que le centre l’a donnée</translation>
    </message>
    <message>
        <source>The two passwords differ: type it again</source>
        <translation>Les deux saisies diffèrent : recommencez</translation>
    </message>
    <message>
        <source>Enrol with the centre</source>
        <translation>S’inscrire auprès du centre</translation>
    </message>
    <message>
        <source>The centre gives you an address and a one-time code. The code works once, for three days.</source>
        <translation>Le centre vous donne une adresse et un code à usage unique, valable trois jours.</translation>
    </message>
    <message>
        <source>The centre's address</source>
        <translation>Adresse du centre</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Par exemple : %1</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message>
        <source>Ten letters; capitals and spaces do not matter</source>
        <translation>Dix lettres ; majuscules et espaces sont sans importance</translation>
    </message>
    <message>
        <source>Choose your password</source>
        <translation>Choisissez votre mot de passe</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Le même mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>Enrol this computer</source>
        <translation>Inscrire cet ordinateur</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>This line is not encrypted: only for a trial, never for real files</source>
        <translation>Ligne non chiffrée : pour un essai, jamais pour de vrais dossiers</translation>
    </message>
    <message>
        <source>A code has no %1: no I, L or O, and no figures. Ask for this letter again</source>
        <translation>Aucun code n’a de %1 : ni I, L, O, ni chiffres. Redemandez cette lettre</translation>
    </message>
    <message>
        <source>%1 letters of %2</source>
        <translation>%1 lettres sur %2</translation>
    </message>
    <message>
        <source>At least %1 signs; three or four words are easy to keep in mind</source>
        <translation>%1 signes au moins ; trois ou quatre mots se retiennent bien</translation>
    </message>
    <message>
        <source>Too simple: the same signs come back too often</source>
        <translation>Trop simple : les mêmes signes reviennent trop souvent</translation>
    </message>
    <message>
        <source>Figures alone are easy to guess: add words</source>
        <translation>Des chiffres seuls se devinent : ajoutez des mots</translation>
    </message>
    <message>
        <source>Fair: one more word would make it strong</source>
        <translation>Acceptable : un mot de plus le rendrait fort</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fort</translation>
    </message>
</context>
<context>
    <name>RecoveryCodePage</name>
    <message>
        <source>Your office's recovery code</source>
        <translation>Le code de récupération de votre bureau</translation>
    </message>
    <message>
        <source>If a password is forgotten or the computer's session is set up anew, this code alone opens the office's files. It is shown this one time and kept nowhere.</source>
        <translation>Si un mot de passe est oublié ou si la session de l’ordinateur est refaite, seul ce code ouvre les fichiers du bureau. Il n’est montré que cette fois et n’est conservé nulle part.</translation>
    </message>
    <message>
        <source>Write it on paper and put it in the office's safe.</source>
        <translation>Notez-le sur papier et mettez-le dans le coffre du bureau.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>I wrote it down and put it in a safe place</source>
        <translation>Je l’ai noté et mis en lieu sûr</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>_ChoicePage</name>
    <message>
        <source>Massar Desktop</source>
        <translation>Massir Bureau</translation>
    </message>
    <message>
        <source>This computer has no office yet. How shall we begin?</source>
        <translation>Cet ordinateur n’a pas encore de bureau. Par quoi commencer ?</translation>
    </message>
    <message>
        <source>Practice province</source>
        <translation>Province d’entraînement</translation>
    </message>
    <message>
        <source>Invented people, schools and files: nobody is real</source>
        <translation>Personnes, écoles et dossiers inventés : rien n’est réel</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>Try everything; nothing you do can do harm</source>
        <translation>Essayez tout : aucune erreur n’a de suite</translation>
    </message>
    <message>
        <source>Begin to practise</source>
        <translation>Commencer l’entraînement</translation>
    </message>
    <message>
        <source>My directorate's office</source>
        <translation>Le bureau de ma direction</translation>
    </message>
    <message>
        <source>With the address and the one-time code from the centre</source>
        <translation>Avec l’adresse et le code donnés par le centre</translation>
    </message>
    <message>
        <source>The files are copied here, encrypted</source>
        <translation>Les dossiers sont copiés ici, chiffrés</translation>
    </message>
    <message>
        <source>A connection is needed this first time; afterwards you work without</source>
        <translation>La connexion n’est nécessaire que cette première fois</translation>
    </message>
    <message>
        <source>Enrol with the centre</source>
        <translation>S’inscrire auprès du centre</translation>
    </message>
</context>
<context>
    <name>_WorkingPage</name>
    <message>
        <source>Your office is being prepared…</source>
        <translation>Votre bureau se prépare…</translation>
    </message>
    <message>
        <source>Please leave this window open.</source>
        <translation>Laissez cette fenêtre ouverte.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Massar Desktop</source>
        <translation>Massir Bureau</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Pages d’aide</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Écrans</translation>
    </message>
    <message>
        <source>Acts: leave</source>
        <translation>Actes : congés</translation>
    </message>
    <message>
        <source>Acts: illness</source>
        <translation>Actes : maladie</translation>
    </message>
    <message>
        <source>Acts: absence</source>
        <translation>Actes : absences</translation>
    </message>
    <message>
        <source>Acts: postings</source>
        <translation>Actes : affectations</translation>
    </message>
    <message>
        <source>Acts: positions</source>
        <translation>Actes : positions</translation>
    </message>
    <message>
        <source>Acts: career, family, pay</source>
        <translation>Actes : carrière, famille, paie</translation>
    </message>
    <message>
        <source>Acts: exits</source>
        <translation>Actes : sorties</translation>
    </message>
    <message>
        <source>Acts: census</source>
        <translation>Actes : recensement</translation>
    </message>
    <message>
        <source>Acts: first situation</source>
        <translation>Actes : situation initiale</translation>
    </message>
</context>
</TS>
