<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>HomeSide</name>
    <message>
        <source>Next dates</source>
        <translation>المواعيد القادمة</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) want your decision</source>
        <translation>
            <numerusform>لا شيء ينتظر قرارك</numerusform>
            <numerusform>حالة واحدة تنتظر قرارك</numerusform>
            <numerusform>حالتان تنتظران قرارك</numerusform>
            <numerusform>%n حالات تنتظر قرارك</numerusform>
            <numerusform>%n حالة تنتظر قرارك</numerusform>
            <numerusform>%n حالة تنتظر قرارك</numerusform>
        </translation>
    </message>
    <message>
        <source>What will travel</source>
        <translation>ما سيسافر</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>آخر ما فتحت</translation>
    </message>
    <message>
        <source>Both values are kept until you choose. Nothing is lost.</source>
        <translation>تُحفظ القيمتان حتى تختار. لا يضيع شيء.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>الحسم</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>إرسال واستقبال</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>لا إجراء</numerusform>
            <numerusform>إجراء واحد</numerusform>
            <numerusform>إجراءان</numerusform>
            <numerusform>%n إجراءات</numerusform>
            <numerusform>%n إجراء</numerusform>
            <numerusform>%n إجراء</numerusform>
        </translation>
    </message>
    <message>
        <source>No deadline is near.</source>
        <translation>لا أجل قريبا.</translation>
    </message>
    <message>
        <source>Received, about</source>
        <translation>سيُستقبل (تقدير)</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Will be received</source>
        <translation>سيُستقبل</translation>
    </message>
    <message>
        <source>not known before the centre answers</source>
        <translation>غير معروف قبل أن يجيب المركز</translation>
    </message>
    <message>
        <source>received; an estimate, by the last two weeks</source>
        <translation>تُستقبل، تقدير حسب الأسبوعين الأخيرين</translation>
    </message>
    <message>
        <source>Hardly any change of others</source>
        <translation>لا تغيير يُذكر من الزملاء</translation>
    </message>
    <message numerus="yes">
        <source>About %n change(s) of others</source>
        <translation>
            <numerusform>لا تغيير من الزملاء</numerusform>
            <numerusform>نحو تغيير واحد من الزملاء</numerusform>
            <numerusform>نحو تغييرين من الزملاء</numerusform>
            <numerusform>نحو %n تغييرات من الزملاء</numerusform>
            <numerusform>نحو %n تغييرا من الزملاء</numerusform>
            <numerusform>نحو %n تغيير من الزملاء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Why, after all? (Ctrl R)</source>
        <translation>لماذا الآن؟ (Ctrl R)</translation>
    </message>
    <message>
        <source>Reason of the choice: %1</source>
        <translation>سبب الاختيار: %1</translation>
    </message>
</context>
<context>
    <name>ConflictNote</name>
    <message>
        <source>%1: the other value of a settled conflict was taken. Reason: %2</source>
        <translation>%1: أُخذت القيمة الأخرى لتعارض محسوم. السبب: %2</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Print all parts</source>
        <translation>طبع كل الأجزاء</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>طبع اللائحة</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Look at it</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>This paper cannot be shown here: it is protected or damaged. Save a copy and open that.</source>
        <translation>لا يمكن عرض هذه الوثيقة هنا: محمية أو تالفة. احفظ نسخة وافتحها.</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>لا صفحة</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>a screen on</source>
        <translation>شاشة</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>تكبير، تصغير</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Register somebody new</source>
        <translation>تسجيل شخص جديد</translation>
    </message>
    <message>
        <source>Send and receive now</source>
        <translation>إرسال واستقبال الآن</translation>
    </message>
    <message>
        <source>Exchange by USB stick</source>
        <translation>المزامنة بمفتاح USB</translation>
    </message>
    <message>
        <source>What changed since I left</source>
        <translation>ما تغير منذ غيابي</translation>
    </message>
    <message>
        <source>Field visit: schools to see</source>
        <translation>زيارة ميدانية: المؤسسات المراد زيارتها</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>اللغة الأخرى</translation>
    </message>
    <message>
        <source>Show the first tour again</source>
        <translation>عرض الجولة الأولى من جديد</translation>
    </message>
    <message>
        <source>Another person enters</source>
        <translation>دخول شخص آخر</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>Print a certificate or all that is held</source>
        <translation>طباعة شهادة أو كل ما هو محفوظ</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>إرفاق وثيقة ممسوحة</translation>
    </message>
    <message>
        <source>Write a note or a reminder</source>
        <translation>كتابة ملاحظة أو تذكير</translation>
    </message>
</context>
</TS>
