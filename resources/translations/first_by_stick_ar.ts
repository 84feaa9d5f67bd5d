<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>_ChoicePage</name>
    <message>
        <source>No line here: enrol by USB stick</source>
        <translation>لا خط هنا: التسجيل بمفتاح USB</translation>
    </message>
    <message>
        <source>Bring my office from another computer</source>
        <translation>جلب مكتبي من حاسوب آخر</translation>
    </message>
</context>
<context>
    <name>_StickForm</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>EnrolByStick</name>
    <message>
        <source>The request is on the stick</source>
        <translation>الطلب على المفتاح</translation>
    </message>
    <message>
        <source>Carry it to the centre. When it comes back, put it in here: the reply is taken in on this page.</source>
        <translation>احمله إلى المركز. وعند عودته أدخله هنا: يُستقبل الجواب في هذه الصفحة.</translation>
    </message>
    <message>
        <source>Type the password you chose then</source>
        <translation>اكتب كلمة السر التي اخترتها حينئذ</translation>
    </message>
    <message>
        <source>%1 letters of %2</source>
        <translation>%1 من %2 أحرف</translation>
    </message>
    <message>
        <source>Put the stick from the centre in</source>
        <translation>أدخل المفتاح القادم من المركز</translation>
    </message>
    <message>
        <source>The centre's reply is on it</source>
        <translation>جواب المركز عليه</translation>
    </message>
    <message>
        <source>The centre's card is on it</source>
        <translation>بطاقة المركز عليه</translation>
    </message>
    <message>
        <source>There is no reply on this stick yet</source>
        <translation>لا جواب على هذا المفتاح بعد</translation>
    </message>
    <message>
        <source>The centre's card is not on this stick</source>
        <translation>بطاقة المركز ليست على هذا المفتاح</translation>
    </message>
    <message>
        <source>Ask the centre for a stick with its card, the small file that ends in .card.</source>
        <translation>اطلب من المركز مفتاحا عليه بطاقته، وهي ملف صغير ينتهي اسمه بـ .card</translation>
    </message>
    <message>
        <source>Enrol by USB stick</source>
        <translation>التسجيل بمفتاح USB</translation>
    </message>
    <message>
        <source>The reply of the centre is awaited. Put the stick in when it is back.</source>
        <translation>جواب المركز منتظر. أدخل المفتاح عند عودته.</translation>
    </message>
    <message>
        <source>Without any line: a request goes to the centre on a stick, the files come back on it.</source>
        <translation>بلا أي خط: يذهب الطلب إلى المركز على مفتاح، وتعود الملفات عليه.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>رمز لمرة واحدة</translation>
    </message>
    <message>
        <source>Told by the centre over the telephone; it is never written on the stick</source>
        <translation>يقوله المركز عبر الهاتف؛ ولا يُكتب أبدا على المفتاح</translation>
    </message>
    <message>
        <source>The password you chose</source>
        <translation>كلمة السر التي اخترتها</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Take the reply in</source>
        <translation>استقبال الجواب</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>كتابة الطلب</translation>
    </message>
</context>
<context>
    <name>BringOffice</name>
    <message>
        <source>It lies in the office's safe</source>
        <translation>يوجد في خزانة المكتب</translation>
    </message>
    <message>
        <source>Choose your name first</source>
        <translation>اختر اسمك أولا</translation>
    </message>
    <message>
        <source>Put the stick with the copy in</source>
        <translation>أدخل المفتاح الذي عليه النسخة</translation>
    </message>
    <message>
        <source>There is no copy of an office on this stick</source>
        <translation>لا نسخة من مكتب على هذا المفتاح</translation>
    </message>
    <message>
        <source>On the old computer: Settings, “New or broken computer”.</source>
        <translation>على الحاسوب القديم: الإعدادات، «حاسوب جديد أو معطل».</translation>
    </message>
    <message>
        <source>An office is on it</source>
        <translation>مكتب عليه</translation>
    </message>
    <message>
        <source>Bring my office from another computer</source>
        <translation>جلب مكتبي من حاسوب آخر</translation>
    </message>
    <message>
        <source>The copy is encrypted: the recovery code opens it, once. Then no longer work on the old computer.</source>
        <translation>النسخة مشفرة: يفتحها رمز الاسترجاع مرة واحدة. ثم لا تعمل بعد ذلك على الحاسوب القديم.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترجاع</translation>
    </message>
    <message>
        <source>Seven groups of five signs; capitals, spaces and hyphens do not matter</source>
        <translation>سبع مجموعات من خمس علامات؛ لا تهم الحروف الكبيرة ولا الفراغات</translation>
    </message>
    <message>
        <source>Bring the office</source>
        <translation>جلب المكتب</translation>
    </message>
</context>
</TS>
