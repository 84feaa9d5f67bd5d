<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>MainWindow</name>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>This is not the recovery code: look at each group again.</source>
        <translation>Ce n’est pas le code de récupération : revoyez chaque groupe.</translation>
    </message>
    <message>
        <source>This recovery code is of another office. Take the one that was printed for this office.</source>
        <translation>Ce code de récupération est d’un autre bureau. Prenez celui qui fut imprimé pour ce bureau.</translation>
    </message>
    <message>
        <source>This colleague can open the office already.</source>
        <translation>Ce collègue peut déjà ouvrir le bureau.</translation>
    </message>
    <message>
        <source>This clerk does not open this office. Choose her name again.</source>
        <translation>Ce nom n’ouvre pas ce bureau. Choisissez-le de nouveau.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Locked: everything is as you left it</source>
        <translation>Verrouillé : tout est resté en place</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Qui travaille ici</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Mot de passe oublié</translation>
    </message>
    <message>
        <source>Another clerk</source>
        <translation>Une autre personne</translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>The two passwords differ: type it again</source>
        <translation>Les deux mots de passe diffèrent : retapez-le</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Le même mot de passe encore une fois</translation>
    </message>
    <message>
        <source>At least %1 signs; three or four words are easy to keep in mind</source>
        <translation>Au moins %1 signes ; trois ou quatre mots se retiennent bien</translation>
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
        <translation>Correct : un mot de plus le rendrait fort</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fort</translation>
    </message>
</context>
<context>
    <name>ForgottenPassword</name>
    <message>
        <source>Ask the head of human resources to read it to you</source>
        <translation>Demandez au chef des ressources humaines de vous le lire</translation>
    </message>
    <message>
        <source>Look at group %1 again</source>
        <translation>Revoyez le groupe %1</translation>
    </message>
    <message>
        <source>Massar Desktop</source>
        <translation>Massir Bureau</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>Un nouveau mot de passe</translation>
    </message>
    <message>
        <source>Telephone the head of human resources: she reads you the recovery code that lies in the office's safe. No line is needed, and nothing that was saved is lost.</source>
        <translation>Téléphonez au chef des ressources humaines : il vous lit le code de récupération gardé dans le coffre. Aucune ligne n’est nécessaire, et rien de ce qui est enregistré ne se perd.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>Seven groups of five signs; capitals, spaces and hyphens do not matter</source>
        <translation>Sept groupes de cinq signes ; majuscules, espaces et tirets ne comptent pas</translation>
    </message>
    <message>
        <source>Open my office</source>
        <translation>Ouvrir mon bureau</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Every choice holds at once, on this computer only.</source>
        <translation>Chaque choix vaut aussitôt, sur cet ordinateur seulement.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>Parties des réglages</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspect et langue</translation>
    </message>
    <message>
        <source>Session and field visit</source>
        <translation>Session et visite de terrain</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>La ligne</translation>
    </message>
    <message>
        <source>Clerks of this computer</source>
        <translation>Personnes de cet ordinateur</translation>
    </message>
    <message>
        <source>New or broken computer</source>
        <translation>Ordinateur neuf ou en panne</translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Dark rests the eyes in a dim office; every word keeps its contrast.</source>
        <translation>Le sombre repose les yeux dans un bureau peu éclairé ; chaque mot garde son contraste.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Names, schools and grades are always shown in both scripts.</source>
        <translation>Noms, écoles et grades sont toujours montrés dans les deux écritures.</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>Lock when nobody works</source>
        <translation>Verrouiller quand personne ne travaille</translation>
    </message>
    <message>
        <source>What is on the screen and what is typed stays; the password opens it again, without any line.</source>
        <translation>Ce qui est à l’écran et ce qui est tapé reste ; le mot de passe rouvre, sans aucune ligne.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Verrouiller maintenant</translation>
    </message>
    <message>
        <source>Field visit</source>
        <translation>Visite de terrain</translation>
    </message>
    <message>
        <source>The laptop leaves the office: it locks by itself after %1 minutes.</source>
        <translation>L’ordinateur quitte le bureau : il se verrouille de lui-même après %1 minutes.</translation>
    </message>
    <message>
        <source>This laptop is on a field visit</source>
        <translation>Cet ordinateur est en visite de terrain</translation>
    </message>
</context>
<context>
    <name>LinePart</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Most offices need none. Where there is one, the network's technician gives its address.</source>
        <translation>La plupart des bureaux n’en ont pas besoin. S’il y en a un, le technicien du réseau en donne l’adresse.</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>This address</source>
        <translation>Cette adresse</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Par exemple : %1</translation>
    </message>
    <message>
        <source>Write it as name:port, without a password</source>
        <translation>Écrivez nom:port, sans mot de passe</translation>
    </message>
</context>
<context>
    <name>ClerksPart</name>
    <message>
        <source>Who opens this office</source>
        <translation>Qui ouvre ce bureau</translation>
    </message>
    <message>
        <source>Each clerk has her own password, keys and rights; nobody can read another one's password.</source>
        <translation>Chacun a son mot de passe, ses clés et ses droits ; nul ne peut lire le mot de passe d’un autre.</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Changer mon mot de passe</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Ajouter un collègue</translation>
    </message>
    <message>
        <source>Another clerk signs in</source>
        <translation>Une autre personne entre</translation>
    </message>
    <message>
        <source>Your password now</source>
        <translation>Votre mot de passe actuel</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
    <message>
        <source>Those whom the centre knows in this directorate</source>
        <translation>Ceux que le centre connaît dans cette direction</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>Choisissez un collègue</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>Votre mot de passe est changé</translation>
    </message>
    <message>
        <source>Your colleague can open this office now</source>
        <translation>Votre collègue peut maintenant ouvrir ce bureau</translation>
    </message>
    <message>
        <source>Let her open this office</source>
        <translation>Autoriser l’ouverture de ce bureau</translation>
    </message>
</context>
<context>
    <name>ComputerPart</name>
    <message>
        <source>Copying… please leave the stick in.</source>
        <translation>Copie en cours… laissez la clé branchée.</translation>
    </message>
    <message>
        <source>A new computer</source>
        <translation>Un ordinateur neuf</translation>
    </message>
    <message>
        <source>Copy the whole office, still encrypted, to a stick. On the new computer choose “Bring my office from another computer”: the recovery code of the safe opens it. Then no longer work on this one.</source>
        <translation>Copiez tout le bureau, toujours chiffré, sur une clé. Sur le nouvel ordinateur, choisissez « Apporter mon bureau d’un autre ordinateur » : le code de récupération du coffre l’ouvre. Ensuite, ne travaillez plus sur celui-ci.</translation>
    </message>
    <message>
        <source>Copy the office to the stick</source>
        <translation>Copier le bureau sur la clé</translation>
    </message>
    <message>
        <source>A broken computer</source>
        <translation>Un ordinateur en panne</translation>
    </message>
    <message>
        <source>Ask the centre for a new code: the files come back from there. Work that was never sent is taken out of the old disk by the IT unit with the recovery code (massar rescue).</source>
        <translation>Demandez au centre un nouveau code : les fichiers en reviennent. Le travail jamais envoyé est sorti du vieux disque par le service informatique avec le code de récupération (massar rescue).</translation>
    </message>
    <message>
        <source>The office is on the stick: %1</source>
        <translation>Le bureau est sur la clé : %1</translation>
    </message>
    <message>
        <source>You may take it out. Never keep it together with the recovery code.</source>
        <translation>Vous pouvez la retirer. Ne la gardez jamais avec le code de récupération.</translation>
    </message>
    <message>
        <source>Put a USB stick in.</source>
        <translation>Branchez une clé USB.</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>Type the letters that were read to you</source>
        <translation>Saisissez les lettres qui vous ont été lues</translation>
    </message>
    <message>
        <source>These letters do not answer the question: have both read again</source>
        <translation>Ces lettres ne répondent pas à la question : faites relire les deux</translation>
    </message>
    <message>
        <source>Massar Desktop</source>
        <translation>Massar Desktop</translation>
    </message>
    <message>
        <source>Not seen for more than 45 days</source>
        <translation>Pas vu depuis plus de 45 jours</translation>
    </message>
    <message>
        <source>This computer has not exchanged with the centre for a long time. Telephone your administrator, give the number and the ten letters, and type those that are read back. Nothing that was saved is lost.</source>
        <translation>Ce poste n’a pas échangé avec le centre depuis longtemps. Téléphonez à votre administrateur, donnez le numéro et les dix lettres, puis saisissez celles qu’il vous lit. Rien de ce qui a été enregistré n’est perdu.</translation>
    </message>
    <message>
        <source>Number of this computer: %1</source>
        <translation>Numéro de ce poste : %1</translation>
    </message>
    <message>
        <source>Letters that were read back</source>
        <translation>Lettres lues en retour</translation>
    </message>
    <message>
        <source>Ten letters; capitals, spaces and hyphens do not matter</source>
        <translation>Dix lettres ; majuscules, espaces et tirets sont indifférents</translation>
    </message>
    <message>
        <source>Open my office</source>
        <translation>Ouvrir mon bureau</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>Choose a colleague</source>
        <translation>Choisissez un collègue</translation>
    </message>
    <message>
        <source>Take a colleague off this computer</source>
        <translation>Retirer un collègue de cet ordinateur</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Nouveau code de secours</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
    <message>
        <source>Your password now</source>
        <translation>Votre mot de passe actuel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>She opens this office no more, and the office's file gets a new key.</source>
        <translation>Ce collègue n’ouvrira plus ce bureau, et le fichier du bureau reçoit une nouvelle clé.</translation>
    </message>
    <message>
        <source>The old code opens nothing any more: destroy the sheet in the safe.</source>
        <translation>L’ancien code n’ouvrira plus rien : détruisez la feuille du coffre.</translation>
    </message>
    <message>
        <source>What she wrote stays, and what waits to be sent is sent. It takes a minute, then work goes on.</source>
        <translation>Ce qu’il a écrit reste, et ce qui attend part. Cela prend une minute, puis le travail continue.</translation>
    </message>
    <message>
        <source>Take her off</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Faire un nouveau code</translation>
    </message>
</context>
<context>
    <name>KeysChange</name>
    <message>
        <source>The office's file gets a new key</source>
        <translation>Le fichier du bureau reçoit une nouvelle clé</translation>
    </message>
    <message>
        <source>Wait a moment. Should the computer go off now, nothing is lost: the next sign-in finishes it.</source>
        <translation>Un instant. Si l’ordinateur s’éteint maintenant, rien n’est perdu : la prochaine connexion termine le changement.</translation>
    </message>
</context>
</TS>
