<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>WorkListScreen</name>
    <message>
        <source>Today's work</source>
        <translation>عمل اليوم</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>لائحة العمل</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>one sort only</source>
        <translation>صنف واحد فقط</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Act and person</source>
        <translation>الإجراء والشخص</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>الأجل</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>The most pressing stand here.</source>
        <translation>الأكثر استعجالا معروضة هنا.</translation>
    </message>
    <message>
        <source>%1 more are not listed</source>
        <translation>%1 أخرى غير معروضة</translation>
    </message>
    <message>
        <source>Nothing of this sort</source>
        <translation>لا شيء من هذا الصنف</translation>
    </message>
    <message>
        <source>Esc shows everything.</source>
        <translation>المفتاح Esc يعرض الكل.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>لا شيء ينتظرك</translation>
    </message>
    <message>
        <source>Acts stand here from their registration to their notification. F3 finds a person, F4 in her file begins an act.</source>
        <translation>تظهر الإجراءات هنا من تسجيلها إلى تبليغها. بالمفتاح F3 تبحث عن شخص، وبالمفتاح F4 في ملفه تبدأ إجراء.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>تعذرت قراءة اللائحة.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>فيما بعد</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>غير نظامية</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>للاستكمال</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>تنتظرك</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>لدى جهة أخرى</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>مسودات</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>لا تأخر</numerusform>
            <numerusform>تأخر بيوم واحد</numerusform>
            <numerusform>تأخر بيومين</numerusform>
            <numerusform>تأخر بـ%n أيام</numerusform>
            <numerusform>تأخر بـ%n يوما</numerusform>
            <numerusform>تأخر بـ%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>غدا</numerusform>
            <numerusform>بعد يومين</numerusform>
            <numerusform>بعد %n أيام</numerusform>
            <numerusform>بعد %n يوما</numerusform>
            <numerusform>بعد %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>decide before it begins</source>
        <translation>البت قبل بدايته</translation>
    </message>
    <message>
        <source>study the request</source>
        <translation>دراسة الطلب</translation>
    </message>
    <message>
        <source>notify the decision</source>
        <translation>تبليغ القرار</translation>
    </message>
    <message>
        <source>send the notice to resume</source>
        <translation>توجيه إنذار باستئناف العمل</translation>
    </message>
    <message>
        <source>follow the notice at the post</source>
        <translation>تتبع الإنذار لدى البريد</translation>
    </message>
    <message>
        <source>the term to resume ends</source>
        <translation>ينتهي أجل الاستئناف</translation>
    </message>
    <message>
        <source>stop the pay</source>
        <translation>توقيف الأجرة</translation>
    </message>
    <message>
        <source>dismissal may be decided</source>
        <translation>يمكن تقرير العزل</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>تذكيرات</translation>
    </message>
</context>
</TS>
