<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>AgeWords</name>
    <message>
        <source>just now</source>
        <translation>قبل لحظات</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>منذ أقل من دقيقة</numerusform>
            <numerusform>منذ دقيقة</numerusform>
            <numerusform>منذ دقيقتين</numerusform>
            <numerusform>منذ %n دقائق</numerusform>
            <numerusform>منذ %n دقيقة</numerusform>
            <numerusform>منذ %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>منذ أقل من ساعة</numerusform>
            <numerusform>منذ ساعة</numerusform>
            <numerusform>منذ ساعتين</numerusform>
            <numerusform>منذ %n ساعات</numerusform>
            <numerusform>منذ %n ساعة</numerusform>
            <numerusform>منذ %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>منذ يوم</numerusform>
            <numerusform>منذ يومين</numerusform>
            <numerusform>منذ %n أيام</numerusform>
            <numerusform>منذ %n يوما</numerusform>
            <numerusform>منذ %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>dd/mm/yyyy, or the year</source>
        <translation>يوم/شهر/سنة</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>يوم/شهر/سنة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Today's work</source>
        <translation>عمل اليوم</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>استيراد لائحة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Help on this screen</source>
        <translation>مساعدة الشاشة</translation>
    </message>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>إظهار كلمة السر</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>إخفاء كلمة السر</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>invented people, nothing here touches real files</source>
        <translation>أشخاص مختلقون، لا أثر على الملفات الحقيقية</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
    <message>
        <source>Staff files of the provincial directorate</source>
        <translation>ملفات موظفي المديرية الإقليمية</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة السر</translation>
    </message>
    <message>
        <source>Practice: the password is already filled in</source>
        <translation>تدريب: كلمة السر مكتوبة مسبقا</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جار الفتح…</translation>
    </message>
    <message>
        <source>Open my office</source>
        <translation>فتح مكتبي</translation>
    </message>
    <message>
        <source>Choose your name first</source>
        <translation>اختر اسمك أولا</translation>
    </message>
    <message>
        <source>Type your password</source>
        <translation>اكتب كلمة السر</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>not yet</source>
        <translation>لم تتم بعد</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>آخر مزامنة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Send and receive</source>
        <translation>إرسال واستقبال</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>لا عملية</numerusform>
            <numerusform>عملية واحدة</numerusform>
            <numerusform>عمليتان</numerusform>
            <numerusform>%n عمليات</numerusform>
            <numerusform>%n عملية</numerusform>
            <numerusform>%n عملية</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the oldest %2</source>
        <translation>%1، أقدمها %2</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>لم يُجرب بعد</translation>
    </message>
    <message>
        <source>good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>ضعيف</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>لا اتصال</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
    <message>
        <source>Search for a person, PPR or CIN…</source>
        <translation>ابحث عن شخص بالاسم أو رقم التأجير أو البطاقة…</translation>
    </message>
    <message>
        <source>Search people (Ctrl K)</source>
        <translation>البحث عن الأشخاص (Ctrl K)</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>MB</source>
        <translation>م.ب</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ك.ب</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>اليوم %1</translation>
    </message>
</context>
</TS>
