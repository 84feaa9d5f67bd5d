<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>FieldVisitScreen</name>
    <message>
        <source>Field visit</source>
        <translation>الزيارة الميدانية</translation>
    </message>
    <message>
        <source>Everything is on this laptop; what is counted leaves with the next exchange.</source>
        <translation>كل شيء على هذا الحاسوب؛ وما يُحصى هناك يُرسل في المزامنة القادمة.</translation>
    </message>
    <message>
        <source>This laptop is on a field visit</source>
        <translation>هذا الحاسوب في زيارة ميدانية</translation>
    </message>
    <message>
        <source>It locks by itself after %1 minutes.</source>
        <translation>يُقفل تلقائيا بعد %1 دقيقة.</translation>
    </message>
    <message>
        <source>School to visit</source>
        <translation>المؤسسة المراد زيارتها</translation>
    </message>
    <message>
        <source>Type a part of its name or its code</source>
        <translation>اكتب جزءا من اسمها أو رمزها</translation>
    </message>
    <message>
        <source>Print its sheet</source>
        <translation>طباعة لائحتها</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>fill in its list</source>
        <translation>ملء لائحتها</translation>
    </message>
    <message>
        <source>take it off</source>
        <translation>حذفها من الزيارة</translation>
    </message>
    <message>
        <source>Schools to visit</source>
        <translation>المؤسسات المراد زيارتها</translation>
    </message>
    <message>
        <source>No school chosen yet</source>
        <translation>لم تُختر أي مؤسسة بعد</translation>
    </message>
    <message>
        <source>Choose the schools above: only they are listed here.</source>
        <translation>اختر مؤسسات الزيارة أعلاه: هي وحدها تظهر هنا.</translation>
    </message>
    <message>
        <source>School</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>On its list</source>
        <translation>في اللائحة</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>أُحصي</translation>
    </message>
    <message>
        <source>To count</source>
        <translation>لم يُحص بعد</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>Schools to visit</source>
        <translation>المؤسسات المراد زيارتها</translation>
    </message>
</context>
</TS>
