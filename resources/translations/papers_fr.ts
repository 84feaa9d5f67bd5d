<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>field</name>
    <message>
        <source>attachment.employee</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>attachment.title</source>
        <translation>Objet de la pièce</translation>
    </message>
    <message>
        <source>attachment.media</source>
        <translation>Type de fichier</translation>
    </message>
    <message>
        <source>attachment.size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>attachment.pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>attachment.content</source>
        <translation>Empreinte du contenu</translation>
    </message>
    <message>
        <source>attachment.paper_date</source>
        <translation>Date de la pièce</translation>
    </message>
    <message>
        <source>attachment.attached_kind</source>
        <translation>Type d’acte</translation>
    </message>
    <message>
        <source>attachment.attached_to</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>attachment.arrived</source>
        <translation>Arrivée au centre</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>papers</source>
        <translation>Pièces</translation>
    </message>
</context>
<context>
    <name>kind</name>
    <message>
        <source>attachment</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>confidential_attachment</source>
        <translation>Pièce confidentielle</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>attachment.media.pdf</source>
        <translation>Fichier PDF</translation>
    </message>
    <message>
        <source>attachment.media.jpeg</source>
        <translation>Image JPEG</translation>
    </message>
    <message>
        <source>attachment.media.png</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>attachment.media.tiff</source>
        <translation>Image TIFF</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>digest_malformed</source>
        <translation>Joignez la pièce de nouveau : son empreinte n’est pas correcte</translation>
    </message>
    <message>
        <source>paper_of_unknown_kind</source>
        <translation>Choisissez un fichier PDF ou une image JPEG, PNG ou TIFF</translation>
    </message>
    <message>
        <source>paper_too_large</source>
        <translation>Le fichier dépasse {megabytes} Mo : numérisez-le en plus petit ou partagez la pièce</translation>
    </message>
</context>
</TS>
