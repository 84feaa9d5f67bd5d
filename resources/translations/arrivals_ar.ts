<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>ArrivalsScreen</name>
    <message>
        <source>What changed since I left</source>
        <translation>ما تغيّر منذ غيابي</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>اطلعت على الكل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Files that others changed</source>
        <translation>ملفات غيّرها آخرون</translation>
    </message>
    <message>
        <source>Nothing new from others</source>
        <translation>لا جديد من الآخرين</translation>
    </message>
    <message>
        <source>What other offices and the centre change appears here after an exchange.</source>
        <translation>ما تغيره المكاتب الأخرى والمركز يظهر هنا بعد المزامنة.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما تغيّر</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملف</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>A file that is not here</source>
        <translation>ملف غير موجود هنا</translation>
    </message>
    <message>
        <source>the file came</source>
        <translation>وصل الملف إلى هنا</translation>
    </message>
    <message>
        <source>the file left</source>
        <translation>غادر الملف</translation>
    </message>
    <message>
        <source>the file left for %1</source>
        <translation>غادر الملف إلى %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>جديد: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Other office or centre</source>
        <translation>مكتب آخر أو المركز</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message numerus="yes">
        <source>Changed by others: %n file(s)</source>
        <translation>
            <numerusform>لا ملف غيّره آخرون</numerusform>
            <numerusform>غيّر آخرون: ملف واحد</numerusform>
            <numerusform>غيّر آخرون: ملفان</numerusform>
            <numerusform>غيّر آخرون: %n ملفات</numerusform>
            <numerusform>غيّر آخرون: %n ملفا</numerusform>
            <numerusform>غيّر آخرون: %n ملف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Copy to a USB stick</source>
        <translation>نسخ إلى مفتاح USB</translation>
    </message>
</context>
</TS>
