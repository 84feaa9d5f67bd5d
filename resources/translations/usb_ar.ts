<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>Units</name>
    <message>
        <source>GB</source>
        <translation>ج.ب</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>No line? Use a USB stick</source>
        <translation>لا اتصال؟ استعمل مفتاح USB</translation>
    </message>
    <message>
        <source>The same exchange, encrypted, in one file</source>
        <translation>المزامنة نفسها، مشفرة، في ملف واحد</translation>
    </message>
    <message>
        <source>Open the USB stick</source>
        <translation>فتح معالج USB</translation>
    </message>
</context>
<context>
    <name>StickScreen</name>
    <message>
        <source>Exchange by USB stick</source>
        <translation>المزامنة بمفتاح USB</translation>
    </message>
    <message>
        <source>The same exchange, encrypted, in one file that is carried.</source>
        <translation>المزامنة نفسها، مشفرة، في ملف واحد يُحمل باليد.</translation>
    </message>
    <message>
        <source>Choose the centre's reply</source>
        <translation>اختر جواب المركز</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Sticks in this computer</source>
        <translation>مفاتيح USB في هذا الحاسوب</translation>
    </message>
    <message>
        <source>The stick</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Put a USB stick in</source>
        <translation>أدخل مفتاح USB</translation>
    </message>
    <message>
        <source>It is found by itself. Nothing else on it is read or changed.</source>
        <translation>يُعثر عليه تلقائيا، ولا يُقرأ فيه شيء آخر ولا يُغيَّر.</translation>
    </message>
    <message>
        <source>Write a request all the same</source>
        <translation>كتابة الحزمة مع ذلك</translation>
    </message>
    <message>
        <source>A reply from another place…</source>
        <translation>جواب من مكان آخر…</translation>
    </message>
    <message>
        <source>See conflicts</source>
        <translation>عرض التعارضات</translation>
    </message>
    <message>
        <source>See returned</source>
        <translation>عرض المرفوضات</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>كيف يتم ذلك</translation>
    </message>
    <message>
        <source>Put the stick in: it is found and chosen by itself</source>
        <translation>أدخل المفتاح: يُعثر عليه ويُختار تلقائيا</translation>
    </message>
    <message>
        <source>Write what waits here; it is checked before you take the stick out</source>
        <translation>اكتب ما ينتظر هنا؛ يُتحقق منه قبل أن تنزع المفتاح</translation>
    </message>
    <message>
        <source>The stick goes to the centre and comes back with its reply</source>
        <translation>يذهب المفتاح إلى المركز ويعود بجوابه</translation>
    </message>
    <message>
        <source>Take the reply in: put the stick in and press Enter</source>
        <translation>استقبل الجواب: أدخل المفتاح واضغط Enter</translation>
    </message>
    <message>
        <source>Nothing can be lost or sent twice: repeat any step, in any order, or use the line meanwhile.</source>
        <translation>لا شيء يضيع ولا يُرسل مرتين: أعد أي خطوة، بأي ترتيب، أو زامن عبر الخط في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Take the reply in</source>
        <translation>استقبال الجواب</translation>
    </message>
    <message>
        <source>Copy to the stick</source>
        <translation>نسخ إلى المفتاح</translation>
    </message>
    <message>
        <source>Practice on this computer only: nothing is sent.</source>
        <translation>تدريب على هذا الحاسوب فقط: لا يُرسل شيء.</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>جارٍ العمل…</translation>
    </message>
    <message>
        <source>The file is encrypted for the centre: whoever finds the stick reads nothing.</source>
        <translation>الملف مشفر للمركز: من وجد المفتاح لا يقرأ منه شيئا.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>أجيب عنها</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استقبال</translation>
    </message>
    <message>
        <source>Conflict or returned</source>
        <translation>تعارض أو رفض</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>%1 free</source>
        <translation>%1 فارغة</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>مفتاح USB</translation>
    </message>
    <message>
        <source>This stick cannot be read</source>
        <translation>لا يمكن قراءة هذا المفتاح</translation>
    </message>
    <message>
        <source>Take it out, put it in again, or use another one.</source>
        <translation>انزعه ثم أدخله من جديد، أو استعمل غيره.</translation>
    </message>
    <message>
        <source>The centre's reply to this office is on the stick</source>
        <translation>جواب المركز لهذا المكتب موجود على المفتاح</translation>
    </message>
    <message>
        <source>Take it in now: it changes nothing twice.</source>
        <translation>استقبله الآن: لا يغيّر شيئا مرتين.</translation>
    </message>
    <message>
        <source>Use another stick, or free some room on this one.</source>
        <translation>استعمل مفتاحا آخر، أو أفرغ مكانا في هذا.</translation>
    </message>
    <message>
        <source>This stick is locked against writing</source>
        <translation>هذا المفتاح مقفل ضد الكتابة</translation>
    </message>
    <message>
        <source>There is no room on this stick</source>
        <translation>لا مكان على هذا المفتاح</translation>
    </message>
    <message>
        <source>The reply on this stick was taken in already</source>
        <translation>الجواب الموجود على هذا المفتاح سبق استقباله</translation>
    </message>
    <message>
        <source>The reply on this stick is for another office</source>
        <translation>الجواب الموجود على هذا المفتاح لمكتب آخر</translation>
    </message>
    <message>
        <source>It is left as it is. Yours comes from the centre with your own request.</source>
        <translation>يُترك كما هو. جوابكم يأتي من المركز مع حزمتكم أنتم.</translation>
    </message>
    <message>
        <source>A file on this stick is damaged</source>
        <translation>ملف على هذا المفتاح تالف</translation>
    </message>
    <message>
        <source>Nothing is read from it. Ask the centre for the reply once more.</source>
        <translation>لا يُقرأ منه شيء. اطلب الجواب من المركز مرة أخرى.</translation>
    </message>
    <message>
        <source>A request waits on this stick for the centre</source>
        <translation>حزمة على هذا المفتاح تنتظر الوصول إلى المركز</translation>
    </message>
    <message>
        <source>Carry it there, or write it again with what was saved since: the newer one replaces it.</source>
        <translation>احملها إليه، أو اكتبها من جديد بما سُجل منذئذ: الأحدث يعوض الأقدم.</translation>
    </message>
    <message>
        <source>Nothing waits here. A request still asks the centre for what is new.</source>
        <translation>لا شيء ينتظر هنا. الحزمة تطلب من المركز مع ذلك ما هو جديد.</translation>
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
        <source>%1 wait here, about %2</source>
        <translation>في الانتظار هنا: %1، نحو %2</translation>
    </message>
    <message>
        <source>Copied and checked: %1, %2</source>
        <translation>تم النسخ والتحقق: %1، %2</translation>
    </message>
    <message>
        <source>You may take the stick out. Everything is kept here too, until the centre answers.</source>
        <translation>يمكنك نزع المفتاح. كل شيء يبقى محفوظا هنا أيضا إلى أن يجيب المركز.</translation>
    </message>
    <message>
        <source>Please leave the stick in…</source>
        <translation>اترك المفتاح في مكانه…</translation>
    </message>
    <message>
        <source>%1 answers, %2 changes taken in</source>
        <translation>استقبال %1 من الأجوبة و%2 من التغييرات</translation>
    </message>
</context>
</TS>
