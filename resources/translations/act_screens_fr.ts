<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ActDetail</name>
    <message>
        <source>Steps taken</source>
        <translation>Étapes accomplies</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>The draft is kept on this computer. It is sent nowhere.</source>
        <translation>Le brouillon est gardé sur cet ordinateur. Il n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Correct what is in red first.</source>
        <translation>Corrigez d’abord ce qui est en rouge.</translation>
    </message>
    <message>
        <source>Which act?</source>
        <translation>Quel acte ?</translation>
    </message>
    <message>
        <source>Type some letters of its Arabic or French name, or its code.</source>
        <translation>Tapez quelques lettres de son nom français ou arabe, ou son code.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>Garder en brouillon</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>New act</source>
        <translation>Nouvel acte</translation>
    </message>
    <message>
        <source>What you had typed was put back.</source>
        <translation>Votre saisie a été rétablie.</translation>
    </message>
</context>
<context>
    <name>ActPreview</name>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Rien ne manque.</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>Congé annuel</translation>
    </message>
    <message>
        <source>It will change on %1</source>
        <translation>Ce qui changera le %1</translation>
    </message>
    <message>
        <source>It will change</source>
        <translation>Ce qui changera</translation>
    </message>
    <message>
        <source>Nothing in the situation.</source>
        <translation>Rien dans la situation.</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Irregular</source>
        <translation>Irrégulier</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>Déclaré</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>%1: %2 of %3 days left</source>
        <translation>%1 : il reste %2 jours sur %3</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>En congé</translation>
    </message>
    <message>
        <source>Leave from</source>
        <translation>Congé du</translation>
    </message>
    <message>
        <source>Leave until</source>
        <translation>Congé jusqu’au</translation>
    </message>
    <message>
        <source>Rate of pay</source>
        <translation>Taux de rémunération</translation>
    </message>
    <message>
        <source>On a task at</source>
        <translation>En mission à</translation>
    </message>
    <message>
        <source>Task from</source>
        <translation>Mission du</translation>
    </message>
    <message>
        <source>Task until</source>
        <translation>Mission jusqu’au</translation>
    </message>
    <message>
        <source>Health leave</source>
        <translation>Congé de santé</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>Acts</source>
        <translation>Actes</translation>
    </message>
    <message>
        <source>No act yet</source>
        <translation>Aucun acte</translation>
    </message>
    <message>
        <source>F4 begins one: leave, absence, assignment, advancement, exit.</source>
        <translation>F4 en commence un : congé, absence, affectation, avancement, sortie.</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>%1: %2 days at full pay, %3 in all</source>
        <translation>%1 : %2 jours à plein traitement, %3 au total</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>Congé annuel</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Registered on this computer; it will be sent at the next exchange.</source>
        <translation>Enregistré sur cet ordinateur ; envoyé au prochain échange.</translation>
    </message>
    <message>
        <source>The step is saved on this computer; it will be sent at the next exchange.</source>
        <translation>L’étape est enregistrée sur cet ordinateur ; envoyée au prochain échange.</translation>
    </message>
</context>
<context>
    <name>PersonTabs</name>
    <message>
        <source>Acts</source>
        <translation>Actes</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Take this step</source>
        <translation>Accomplir cette étape</translation>
    </message>
</context>
</TS>
