<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>App</name>
    <message>
        <source>Making a practice province...</source>
        <translation>إعداد إقليم للتدريب...</translation>
    </message>
    <message>
        <source>Taking the first copy of the province...</source>
        <translation>استقبال النسخة الأولى للإقليم...</translation>
    </message>
</context>
<context>
    <name>PeopleExport</name>
    <message>
        <source>Save the list of people</source>
        <translation>حفظ لائحة الأشخاص</translation>
    </message>
    <message>
        <source>people</source>
        <translation>لائحة_الأشخاص</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Excel, the columns shown</source>
        <translation>Excel، الأعمدة المعروضة</translation>
    </message>
    <message>
        <source>CSV, the columns shown</source>
        <translation>CSV، الأعمدة المعروضة</translation>
    </message>
    <message>
        <source>Excel, all that is kept</source>
        <translation>Excel، كل ما هو محفوظ</translation>
    </message>
</context>
</TS>
