<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>EnrolmentForm</name>
    <message>
        <source>Write the address as the centre gave it</source>
        <translation>اكتب العنوان كما أعطاه المركز</translation>
    </message>
    <message>
        <source>The two passwords differ: type it again</source>
        <translation>الكلمتان مختلفتان: أعد الكتابة</translation>
    </message>
    <message>
        <source>Enrol with the centre</source>
        <translation>التسجيل لدى المركز</translation>
    </message>
    <message>
        <source>The centre gives you an address and a one-time code. The code works once, for three days.</source>
        <translation>يعطيك المركز عنوانا ورمزا يُستعمل مرة واحدة خلال ثلاثة أيام.</translation>
    </message>
    <message>
        <source>The centre's address</source>
        <translation>عنوان المركز</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>مثلا: %1</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>رمز الاستعمال الواحد</translation>
    </message>
    <message>
        <source>Ten letters; capitals and spaces do not matter</source>
        <translation>عشرة حروف لاتينية، كبيرة أو صغيرة، بفراغات أو بدونها</translation>
    </message>
    <message>
        <source>Choose your password</source>
        <translation>اختر كلمة السر</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>كلمة السر نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>Enrol this computer</source>
        <translation>تسجيل هذا الحاسوب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>This line is not encrypted: only for a trial, never for real files</source>
        <translation>هذا الخط غير مشفر: للتجربة فقط، لا للملفات الحقيقية</translation>
    </message>
    <message>
        <source>A code has no %1: no I, L or O, and no figures. Ask for this letter again</source>
        <translation>لا يوجد %1 في أي رمز: لا I, L ولا O ولا أرقام. اسأل عن هذا الحرف</translation>
    </message>
    <message>
        <source>%1 letters of %2</source>
        <translation>%1 من %2 حروف</translation>
    </message>
    <message>
        <source>At least %1 signs; three or four words are easy to keep in mind</source>
        <translation>%1 علامات على الأقل؛ ثلاث كلمات أو أربع يسهل حفظها</translation>
    </message>
    <message>
        <source>Too simple: the same signs come back too often</source>
        <translation>بسيطة جدا: العلامات نفسها تتكرر كثيرا</translation>
    </message>
    <message>
        <source>Figures alone are easy to guess: add words</source>
        <translation>الأرقام وحدها سهلة التخمين: أضف كلمات</translation>
    </message>
    <message>
        <source>Fair: one more word would make it strong</source>
        <translation>مقبولة: كلمة أخرى تجعلها قوية</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>قوية</translation>
    </message>
</context>
<context>
    <name>RecoveryCodePage</name>
    <message>
        <source>Your office's recovery code</source>
        <translation>رمز استرجاع مكتبك</translation>
    </message>
    <message>
        <source>If a password is forgotten or the computer's session is set up anew, this code alone opens the office's files. It is shown this one time and kept nowhere.</source>
        <translation>إذا نُسيت كلمة السر أو أُعيد إعداد جلسة الحاسوب، فهذا الرمز وحده يفتح ملفات المكتب. يُعرض هذه المرة فقط ولا يُحفظ في أي مكان.</translation>
    </message>
    <message>
        <source>Write it on paper and put it in the office's safe.</source>
        <translation>اكتبه على ورقة وضعها في خزنة المكتب.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>I wrote it down and put it in a safe place</source>
        <translation>كتبته ووضعته في مكان آمن</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>_ChoicePage</name>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
    <message>
        <source>This computer has no office yet. How shall we begin?</source>
        <translation>لا يوجد مكتب على هذا الحاسوب بعد. كيف نبدأ؟</translation>
    </message>
    <message>
        <source>Practice province</source>
        <translation>إقليم للتدريب</translation>
    </message>
    <message>
        <source>Invented people, schools and files: nobody is real</source>
        <translation>أشخاص ومؤسسات وملفات مخترعة: لا أحد حقيقي</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>لا شيء يغادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Try everything; nothing you do can do harm</source>
        <translation>جرب كل شيء، لا ضرر من أي خطأ</translation>
    </message>
    <message>
        <source>Begin to practise</source>
        <translation>بدء التدريب</translation>
    </message>
    <message>
        <source>My directorate's office</source>
        <translation>مكتب مديريتي</translation>
    </message>
    <message>
        <source>With the address and the one-time code from the centre</source>
        <translation>بالعنوان والرمز اللذين أعطاهما المركز</translation>
    </message>
    <message>
        <source>The files are copied here, encrypted</source>
        <translation>تُنسخ الملفات إلى هنا مشفرة</translation>
    </message>
    <message>
        <source>A connection is needed this first time; afterwards you work without</source>
        <translation>الاتصال ضروري هذه المرة فقط، وبعدها تعمل بدونه</translation>
    </message>
    <message>
        <source>Enrol with the centre</source>
        <translation>التسجيل لدى المركز</translation>
    </message>
</context>
<context>
    <name>_WorkingPage</name>
    <message>
        <source>Your office is being prepared…</source>
        <translation>يجري إعداد مكتبك…</translation>
    </message>
    <message>
        <source>Please leave this window open.</source>
        <translation>اترك هذه النافذة مفتوحة.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>صفحات المساعدة</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <source>Acts: leave</source>
        <translation>الإجراءات: الرخص</translation>
    </message>
    <message>
        <source>Acts: illness</source>
        <translation>الإجراءات: المرض</translation>
    </message>
    <message>
        <source>Acts: absence</source>
        <translation>الإجراءات: الغياب</translation>
    </message>
    <message>
        <source>Acts: postings</source>
        <translation>الإجراءات: التعيين والحركة</translation>
    </message>
    <message>
        <source>Acts: positions</source>
        <translation>الإجراءات: الوضعيات</translation>
    </message>
    <message>
        <source>Acts: career, family, pay</source>
        <translation>الإجراءات: المسار والعائلة والأجر</translation>
    </message>
    <message>
        <source>Acts: exits</source>
        <translation>الإجراءات: المغادرة</translation>
    </message>
    <message>
        <source>Acts: census</source>
        <translation>الإجراءات: الإحصاء</translation>
    </message>
    <message>
        <source>Acts: first situation</source>
        <translation>الإجراءات: الوضعية الأولى</translation>
    </message>
</context>
</TS>
