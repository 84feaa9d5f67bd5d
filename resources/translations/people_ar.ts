<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>PeopleModel</name>
    <message>
        <source>Full name</source>
        <translation>الاسم الكامل</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>مقر العمل</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الوضعية</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Name in Arabic or French, PPR, CIN or school</source>
        <translation>الاسم بالعربية أو الفرنسية، رقم التأجير، البطاقة الوطنية أو المؤسسة</translation>
    </message>
    <message>
        <source>Search for people</source>
        <translation>البحث عن الأشخاص</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>الأشخاص الموجودون</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>لم نجد أحدا</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone.</source>
        <translation>جرب حروفا أقل، أو رقم التأجير أو البطاقة الوطنية وحدها.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>تنقل</translation>
    </message>
    <message>
        <source>open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>new person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>back to the search</source>
        <translation>العودة إلى البحث</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>includes %1</source>
        <translation>يشمل %1</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>تعذرت قراءة اللائحة.</translation>
    </message>
    <message>
        <source>Close other programs that use this office's file, then search again.</source>
        <translation>أغلق البرامج الأخرى التي تستعمل ملف المكتب، ثم ابحث من جديد.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Incomplete records</source>
        <translation>ملفات ناقصة</translation>
    </message>
    <message>
        <source>Remove the filter: %1</source>
        <translation>إزالة التصفية: %1</translation>
    </message>
</context>
<context>
    <name>PersonPreview</name>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Cadre, grade</source>
        <translation>الإطار والدرجة</translation>
    </message>
    <message>
        <source>Échelle, échelon</source>
        <translation>السلم والرتبة</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>ينتظر الإرسال</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>و%1 أخرى</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>ما ينقص</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>To look at again</source>
        <translation>تحتاج إلى نظرة</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>في انتظار الإرسال</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>ملف ناقص</translation>
    </message>
    <message>
        <source>Joined records</source>
        <translation>سجلات مضمومة</translation>
    </message>
    <message>
        <source>index %1</source>
        <translation>الرقم %1</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Another office has written: %1</source>
        <translation>كتب مكتب آخر: %1</translation>
    </message>
</context>
</TS>
