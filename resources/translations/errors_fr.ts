<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>error</name>
    <message>
        <source>The password is not right. Try again.</source>
        <translation>Le mot de passe n’est pas bon. Réessayez.</translation>
    </message>
    <message>
        <source>This computer has lost its secret. Ask the head of HR for the recovery code.</source>
        <translation>Cet ordinateur a perdu son secret. Demandez le code de récupération au chef du service RH.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Do not delete anything; call the IT unit with the recovery code.</source>
        <translation>Le fichier des clés est illisible. N’effacez rien ; appelez la cellule informatique avec le code de récupération.</translation>
    </message>
    <message>
        <source>The key file is missing from the office's folder. Call the IT unit.</source>
        <translation>Le fichier des clés manque dans le dossier du bureau. Appelez la cellule informatique.</translation>
    </message>
    <message>
        <source>A newer version wrote this office. Install the update first.</source>
        <translation>Une version plus récente a écrit ce bureau. Installez d’abord la mise à jour.</translation>
    </message>
    <message>
        <source>The office's file is not in its folder. Call the IT unit.</source>
        <translation>Le fichier du bureau n’est pas dans son dossier. Appelez la cellule informatique.</translation>
    </message>
    <message>
        <source>There is already an office on this computer.</source>
        <translation>Il y a déjà un bureau sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This office is open in another window. Close that window first.</source>
        <translation>Ce bureau est ouvert dans une autre fenêtre. Fermez-la d’abord.</translation>
    </message>
    <message>
        <source>The disk is full: this was not saved, nothing before it was lost. Free some room, then save again.</source>
        <translation>Le disque est plein : ceci n’est pas enregistré, rien de ce qui précède n’est perdu. Libérez de la place, puis enregistrez.</translation>
    </message>
    <message>
        <source>Another program holds the office's file. Close it, then try again.</source>
        <translation>Un autre programme tient le fichier du bureau. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The office's folder cannot be written. Call the IT unit.</source>
        <translation>Impossible d’écrire dans le dossier du bureau. Appelez la cellule informatique.</translation>
    </message>
    <message>
        <source>The office's file is damaged. It is kept; call the IT unit: what was not sent can be rescued.</source>
        <translation>Le fichier du bureau est abîmé. Il est conservé ; appelez la cellule informatique : ce qui n’est pas parti peut être sauvé.</translation>
    </message>
    <message>
        <source>A newer version wrote this file. Install the update first.</source>
        <translation>Une version plus récente a écrit ce fichier. Installez d’abord la mise à jour.</translation>
    </message>
    <message>
        <source>The centre cannot be reached. Look at the line and try again.</source>
        <translation>Le centre est injoignable. Vérifiez la ligne et réessayez.</translation>
    </message>
    <message>
        <source>The centre is busy. Try again in a minute.</source>
        <translation>Le centre est occupé. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>The centre does not accept this code. Ask for a new one.</source>
        <translation>Le centre n’accepte pas ce code. Demandez-en un nouveau.</translation>
    </message>
    <message>
        <source>This version is too old. Install the update.</source>
        <translation>Cette version est trop ancienne. Installez la mise à jour.</translation>
    </message>
    <message>
        <source>This address does not answer like a centre. Check it.</source>
        <translation>Cette adresse ne répond pas comme un centre. Vérifiez-la.</translation>
    </message>
    <message>
        <source>This file cannot be used. Nothing changed here. Ask the centre for another one.</source>
        <translation>Ce fichier ne peut pas servir. Rien n’a changé ici. Demandez-en un autre au centre.</translation>
    </message>
    <message>
        <source>This file is damaged or no exchange file. Nothing changed here. Copy it again or ask for another one.</source>
        <translation>Ce fichier est abîmé ou n’est pas un fichier d’échange. Rien n’a changé ici. Copiez-le de nouveau ou demandez-en un autre.</translation>
    </message>
    <message>
        <source>A newer version wrote this exchange file. Install the update first; the file keeps.</source>
        <translation>Une version plus récente a écrit ce fichier d’échange. Installez d’abord la mise à jour ; le fichier reste valable.</translation>
    </message>
    <message>
        <source>This file is for another office or centre. Nothing changed here. Choose the reply to your own request.</source>
        <translation>Ce fichier est destiné à un autre bureau ou à un autre centre. Rien n’a changé ici. Choisissez la réponse à votre demande.</translation>
    </message>
    <message>
        <source>This is a request for the centre. Take it there; what comes back is the reply to choose here.</source>
        <translation>Ceci est une demande pour le centre. Portez-la-lui ; c’est la réponse qu’il faut choisir ici.</translation>
    </message>
    <message>
        <source>This office does not have the key of this file yet. It comes with the next exchange with the centre.</source>
        <translation>Ce bureau n’a pas encore la clé de ce fichier. Elle vient avec le prochain échange avec le centre.</translation>
    </message>
    <message>
        <source>The file cannot be read or written. Is the stick still there, and is there room on it?</source>
        <translation>Le fichier ne peut être ni lu ni écrit. La clé USB est-elle en place, et reste-t-il de l’espace ?</translation>
    </message>
    <message>
        <source>No enrolment was asked from this computer. Make a request file with a new code first.</source>
        <translation>Aucune inscription n’a été demandée depuis cet ordinateur. Créez d’abord un fichier de demande avec un nouveau code.</translation>
    </message>
    <message>
        <source>Everything in this file was taken in.</source>
        <translation>Tout le contenu de ce fichier a été repris.</translation>
    </message>
    <message>
        <source>This file was taken in. Make a new request file: the centre has more to tell.</source>
        <translation>Ce fichier a été repris. Créez une nouvelle demande : le centre a encore à dire.</translation>
    </message>
    <message>
        <source>A file before this one is missing. Take that one in first, or make a new request; nothing is lost.</source>
        <translation>Il manque un fichier avant celui-ci. Reprenez-le d’abord, ou créez une nouvelle demande ; rien n’est perdu.</translation>
    </message>
    <message>
        <source>These answers are not about what is here now and were left out. Make a new request; nothing is lost.</source>
        <translation>Ces réponses ne concernent plus ce qui est ici et ont été écartées. Créez une nouvelle demande ; rien n’est perdu.</translation>
    </message>
    <message>
        <source>This office differs from the centre. The next exchange on a line mends it; without one, call the IT unit.</source>
        <translation>Ce bureau ne contient pas exactement ce que contient le centre. Le prochain échange en ligne le répare ; sans ligne, appelez la cellule informatique.</translation>
    </message>
    <message>
        <source>Something went wrong ({code}). What you saved is safe. Call the IT unit.</source>
        <translation>Un incident s’est produit ({code}). Ce que vous avez enregistré est en sûreté. Appelez la cellule informatique.</translation>
    </message>
</context>
</TS>
