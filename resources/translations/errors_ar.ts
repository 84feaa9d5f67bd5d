<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>error</name>
    <message>
        <source>The password is not right. Try again.</source>
        <translation>كلمة السر غير صحيحة. أعد المحاولة.</translation>
    </message>
    <message>
        <source>This computer has lost its secret. Ask the head of HR for the recovery code.</source>
        <translation>فقد هذا الحاسوب سره المحفوظ. اطلب من رئيس المصلحة رمز الاسترجاع.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Do not delete anything; call the IT unit with the recovery code.</source>
        <translation>تعذرت قراءة ملف المفاتيح. لا تحذف شيئا واتصل بخلية الإعلاميات ومعك رمز الاسترجاع.</translation>
    </message>
    <message>
        <source>The key file is missing from the office's folder. Call the IT unit.</source>
        <translation>ملف المفاتيح غير موجود في مجلد المكتب. اتصل بخلية الإعلاميات.</translation>
    </message>
    <message>
        <source>A newer version wrote this office. Install the update first.</source>
        <translation>كتبت نسخة أحدث هذا المكتب. ثبت التحديث أولا.</translation>
    </message>
    <message>
        <source>The office's file is not in its folder. Call the IT unit.</source>
        <translation>ملف المكتب غير موجود في مجلده. اتصل بخلية الإعلاميات.</translation>
    </message>
    <message>
        <source>There is already an office on this computer.</source>
        <translation>يوجد مكتب على هذا الحاسوب من قبل.</translation>
    </message>
    <message>
        <source>This office is open in another window. Close that window first.</source>
        <translation>هذا المكتب مفتوح في نافذة أخرى. أغلقها أولا.</translation>
    </message>
    <message>
        <source>The disk is full: this was not saved, nothing before it was lost. Free some room, then save again.</source>
        <translation>القرص ممتلئ: لم يحفظ هذا، ولم يضع شيء مما قبله. أفرغ بعض المساحة ثم احفظ من جديد.</translation>
    </message>
    <message>
        <source>Another program holds the office's file. Close it, then try again.</source>
        <translation>برنامج آخر يستعمل ملف المكتب. أغلقه ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The office's folder cannot be written. Call the IT unit.</source>
        <translation>لا يمكن الكتابة في مجلد المكتب. اتصل بخلية الإعلاميات.</translation>
    </message>
    <message>
        <source>The office's file is damaged. It is kept; call the IT unit: what was not sent can be rescued.</source>
        <translation>ملف المكتب متضرر، وهو محفوظ كما هو. اتصل بخلية الإعلاميات: يمكن إنقاذ ما لم يرسل.</translation>
    </message>
    <message>
        <source>A newer version wrote this file. Install the update first.</source>
        <translation>كتبت نسخة أحدث هذا الملف. ثبت التحديث أولا.</translation>
    </message>
    <message>
        <source>The centre cannot be reached. Look at the line and try again.</source>
        <translation>تعذر الوصول إلى المركز. تحقق من الخط وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The centre is busy. Try again in a minute.</source>
        <translation>المركز مشغول. أعد المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>The centre does not accept this code. Ask for a new one.</source>
        <translation>لا يقبل المركز هذا الرمز. اطلب رمزا جديدا.</translation>
    </message>
    <message>
        <source>This version is too old. Install the update.</source>
        <translation>هذه النسخة قديمة. ثبت التحديث.</translation>
    </message>
    <message>
        <source>This address does not answer like a centre. Check it.</source>
        <translation>هذا العنوان لا يجيب كمركز. تحقق منه.</translation>
    </message>
    <message>
        <source>This file cannot be used. Nothing changed here. Ask the centre for another one.</source>
        <translation>لا يمكن استعمال هذا الملف. لم يتغير شيء هنا. اطلب ملفا آخر من المركز.</translation>
    </message>
    <message>
        <source>This file is damaged or no exchange file. Nothing changed here. Copy it again or ask for another one.</source>
        <translation>هذا الملف تالف أو ليس ملف مزامنة. لم يتغير شيء هنا. انسخه من جديد أو اطلب ملفا آخر.</translation>
    </message>
    <message>
        <source>A newer version wrote this exchange file. Install the update first; the file keeps.</source>
        <translation>كتبت نسخة أحدث ملف المزامنة هذا. ثبت التحديث أولا؛ الملف يبقى صالحا.</translation>
    </message>
    <message>
        <source>This file is for another office or centre. Nothing changed here. Choose the reply to your own request.</source>
        <translation>هذا الملف موجه إلى مكتب آخر أو مركز آخر. لم يتغير شيء هنا. اختر الرد على طلبك.</translation>
    </message>
    <message>
        <source>This is a request for the centre. Take it there; what comes back is the reply to choose here.</source>
        <translation>هذا طلب موجه إلى المركز. أوصله إليه؛ الرد الذي يعود هو ما تختاره هنا.</translation>
    </message>
    <message>
        <source>This office does not have the key of this file yet. It comes with the next exchange with the centre.</source>
        <translation>لا يملك هذا المكتب مفتاح هذا الملف بعد. يصل مع المزامنة القادمة مع المركز.</translation>
    </message>
    <message>
        <source>The file cannot be read or written. Is the stick still there, and is there room on it?</source>
        <translation>تعذرت قراءة الملف أو كتابته. هل ما زال مفتاح USB في مكانه وهل فيه متسع؟</translation>
    </message>
    <message>
        <source>No enrolment was asked from this computer. Make a request file with a new code first.</source>
        <translation>لم يطلب أي تسجيل من هذا الحاسوب. أنشئ أولا ملف طلب برمز جديد.</translation>
    </message>
    <message>
        <source>Everything in this file was taken in.</source>
        <translation>تم إدخال كل ما في هذا الملف.</translation>
    </message>
    <message>
        <source>This file was taken in. Make a new request file: the centre has more to tell.</source>
        <translation>تم إدخال هذا الملف. أنشئ ملف طلب جديدا: عند المركز المزيد.</translation>
    </message>
    <message>
        <source>A file before this one is missing. Take that one in first, or make a new request; nothing is lost.</source>
        <translation>ينقص ملف قبل هذا الملف. أدخله أولا أو أنشئ طلبا جديدا؛ لم يضع شيء.</translation>
    </message>
    <message>
        <source>These answers are not about what is here now and were left out. Make a new request; nothing is lost.</source>
        <translation>لم تعد هذه الأجوبة تخص ما هو موجود هنا فأهملت. أنشئ ملف طلب جديدا؛ لم يضع شيء.</translation>
    </message>
    <message>
        <source>This office differs from the centre. The next exchange on a line mends it; without one, call the IT unit.</source>
        <translation>لا يطابق ما في هذا المكتب ما عند المركز تماما. تصلح المزامنة القادمة على الخط ذلك؛ وإن لم يوجد خط فاتصل بخلية الإعلاميات.</translation>
    </message>
    <message>
        <source>Something went wrong ({code}). What you saved is safe. Call the IT unit.</source>
        <translation>وقع خلل ({code}). ما حفظته في أمان. اتصل بخلية الإعلاميات.</translation>
    </message>
</context>
</TS>
