<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>Tour</name>
    <message>
        <source>Begin to work</source>
        <translation>بدء العمل</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Everything begins with the search</source>
        <translation>كل شيء يبدأ بالبحث</translation>
    </message>
    <message>
        <source>Type a name in either script, a PPR or a CIN: the file opens with Enter.</source>
        <translation>اكتب اسما بأي من الخطين، أو رقم تأجير أو بطاقة: يفتح Enter الملف.</translation>
    </message>
    <message>
        <source>Acts are found by their name</source>
        <translation>الإجراءات تُعثر عليها باسمها</translation>
    </message>
    <message>
        <source>A few letters, then the fields in the order of the paper. What is typed is kept by itself.</source>
        <translation>بضعة أحرف، ثم الحقول بترتيب الورقة. وما يُكتب يُحفظ تلقائيا.</translation>
    </message>
    <message>
        <source>Work first, send later</source>
        <translation>العمل أولا والإرسال لاحقا</translation>
    </message>
    <message>
        <source>All is saved here, with or without a line. It leaves by itself when there is one.</source>
        <translation>كل شيء يُسجل هنا، بخط أو بدونه. ويُرسل تلقائيا عند وجود خط.</translation>
    </message>
    <message>
        <source>No line for days?</source>
        <translation>لا خط منذ أيام؟</translation>
    </message>
    <message>
        <source>The same exchange goes by USB stick. Put it in: the page knows what to do.</source>
        <translation>المزامنة نفسها تتم بمفتاح USB. أدخله: الصفحة تعرف ما العمل.</translation>
    </message>
    <message>
        <source>Help on every screen</source>
        <translation>مساعدة في كل شاشة</translation>
    </message>
    <message>
        <source>One short page, in your language. The line at the foot tells what waits here.</source>
        <translation>صفحة قصيرة بلغتك. والشريط في الأسفل يقول ما ينتظر هنا.</translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>First tour</source>
        <translation>الجولة الأولى</translation>
    </message>
    <message>
        <source>Five lines at the foot of the window that say where things are done.</source>
        <translation>خمسة أسطر في أسفل النافذة تقول أين ينجز كل عمل.</translation>
    </message>
    <message>
        <source>Show the tour again</source>
        <translation>عرض الجولة من جديد</translation>
    </message>
</context>
</TS>
