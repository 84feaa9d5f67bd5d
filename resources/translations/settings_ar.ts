<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>MainWindow</name>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>This is not the recovery code: look at each group again.</source>
        <translation>هذا ليس رمز الاسترجاع: راجع كل مجموعة من جديد.</translation>
    </message>
    <message>
        <source>This recovery code is of another office. Take the one that was printed for this office.</source>
        <translation>رمز الاسترجاع هذا لمكتب آخر. خذ الذي طُبع لهذا المكتب.</translation>
    </message>
    <message>
        <source>This colleague can open the office already.</source>
        <translation>هذا الزميل يستطيع فتح المكتب من قبل.</translation>
    </message>
    <message>
        <source>This clerk does not open this office. Choose her name again.</source>
        <translation>هذا الاسم لا يفتح هذا المكتب. اختر الاسم من جديد.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Locked: everything is as you left it</source>
        <translation>مقفل: كل شيء كما تركته</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>من يعمل هنا</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>نسيت كلمة السر</translation>
    </message>
    <message>
        <source>Another clerk</source>
        <translation>شخص آخر</translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>The two passwords differ: type it again</source>
        <translation>كلمتا السر مختلفتان: اكتبها من جديد</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة السر الجديدة</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>كلمة السر نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>At least %1 signs; three or four words are easy to keep in mind</source>
        <translation>%1 علامات على الأقل؛ ثلاث كلمات أو أربع يسهل حفظها</translation>
    </message>
    <message>
        <source>Too simple: the same signs come back too often</source>
        <translation>بسيطة جدا: العلامات نفسها تتكرر</translation>
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
    <name>ForgottenPassword</name>
    <message>
        <source>Ask the head of human resources to read it to you</source>
        <translation>اطلب من رئيس الموارد البشرية أن يقرأه لك</translation>
    </message>
    <message>
        <source>Look at group %1 again</source>
        <translation>راجع المجموعة %1 من جديد</translation>
    </message>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>كلمة سر جديدة</translation>
    </message>
    <message>
        <source>Telephone the head of human resources: she reads you the recovery code that lies in the office's safe. No line is needed, and nothing that was saved is lost.</source>
        <translation>اتصل برئيس الموارد البشرية: يقرأ لك رمز الاسترجاع المحفوظ في خزانة المكتب. لا حاجة إلى خط، ولا يضيع شيء مما سُجل.</translation>
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
        <source>Open my office</source>
        <translation>فتح مكتبي</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Every choice holds at once, on this computer only.</source>
        <translation>كل اختيار يسري فورا، على هذا الحاسوب وحده.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>أقسام الإعدادات</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>المظهر واللغة</translation>
    </message>
    <message>
        <source>Session and field visit</source>
        <translation>الجلسة والزيارة الميدانية</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Clerks of this computer</source>
        <translation>مستعملو هذا الحاسوب</translation>
    </message>
    <message>
        <source>New or broken computer</source>
        <translation>حاسوب جديد أو معطل</translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Dark rests the eyes in a dim office; every word keeps its contrast.</source>
        <translation>الداكن يريح العين في مكتب خافت الضوء؛ وتبقى كل كلمة واضحة.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Names, schools and grades are always shown in both scripts.</source>
        <translation>الأسماء والمؤسسات والدرجات تظهر دائما باللغتين.</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>Lock when nobody works</source>
        <translation>القفل عند غياب العمل</translation>
    </message>
    <message>
        <source>What is on the screen and what is typed stays; the password opens it again, without any line.</source>
        <translation>يبقى ما على الشاشة وما كُتب كما هو؛ وتفتحه كلمة السر من جديد، بلا أي خط.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>لا دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>قفل الآن</translation>
    </message>
    <message>
        <source>Field visit</source>
        <translation>الزيارة الميدانية</translation>
    </message>
    <message>
        <source>The laptop leaves the office: it locks by itself after %1 minutes.</source>
        <translation>يغادر الحاسوب المكتب: يُقفل تلقائيا بعد %1 دقيقة.</translation>
    </message>
    <message>
        <source>This laptop is on a field visit</source>
        <translation>هذا الحاسوب في زيارة ميدانية</translation>
    </message>
</context>
<context>
    <name>LinePart</name>
    <message>
        <source>Proxy</source>
        <translation>الوكيل (Proxy)</translation>
    </message>
    <message>
        <source>Most offices need none. Where there is one, the network's technician gives its address.</source>
        <translation>لا تحتاجه أغلب المكاتب. وحيث يوجد، يعطي تقني الشبكة عنوانه.</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>كما يحدد النظام</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بدون</translation>
    </message>
    <message>
        <source>This address</source>
        <translation>هذا العنوان</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>عنوان الوكيل</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>مثلا: %1</translation>
    </message>
    <message>
        <source>Write it as name:port, without a password</source>
        <translation>اكتبه هكذا: الاسم:المنفذ، بدون كلمة سر</translation>
    </message>
</context>
<context>
    <name>ClerksPart</name>
    <message>
        <source>Who opens this office</source>
        <translation>من يفتح هذا المكتب</translation>
    </message>
    <message>
        <source>Each clerk has her own password, keys and rights; nobody can read another one's password.</source>
        <translation>لكل مستعمل كلمة سره ومفاتيحه وصلاحياته؛ ولا أحد يقرأ كلمة سر غيره.</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>تغيير كلمة سري</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>إضافة زميل</translation>
    </message>
    <message>
        <source>Another clerk signs in</source>
        <translation>دخول مستعمل آخر</translation>
    </message>
    <message>
        <source>Your password now</source>
        <translation>كلمة سرك الحالية</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>الزميل</translation>
    </message>
    <message>
        <source>Those whom the centre knows in this directorate</source>
        <translation>من يعرفهم المركز في هذه المديرية</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>اختر زميلا</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>تم تغيير كلمة سرك</translation>
    </message>
    <message>
        <source>Your colleague can open this office now</source>
        <translation>يستطيع زميلك الآن فتح هذا المكتب</translation>
    </message>
    <message>
        <source>Let her open this office</source>
        <translation>السماح بفتح هذا المكتب</translation>
    </message>
</context>
<context>
    <name>ComputerPart</name>
    <message>
        <source>Copying… please leave the stick in.</source>
        <translation>جارٍ النسخ… اترك المفتاح في مكانه.</translation>
    </message>
    <message>
        <source>A new computer</source>
        <translation>حاسوب جديد</translation>
    </message>
    <message>
        <source>Copy the whole office, still encrypted, to a stick. On the new computer choose “Bring my office from another computer”: the recovery code of the safe opens it. Then no longer work on this one.</source>
        <translation>انسخ المكتب كله، مشفرا، إلى مفتاح. على الحاسوب الجديد اختر «جلب مكتبي من حاسوب آخر»: يفتحه رمز الاسترجاع المحفوظ في الخزانة. ثم لا تعمل بعد ذلك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Copy the office to the stick</source>
        <translation>نسخ المكتب إلى المفتاح</translation>
    </message>
    <message>
        <source>A broken computer</source>
        <translation>حاسوب معطل</translation>
    </message>
    <message>
        <source>Ask the centre for a new code: the files come back from there. Work that was never sent is taken out of the old disk by the IT unit with the recovery code (massar rescue).</source>
        <translation>اطلب من المركز رمزا جديدا: تعود الملفات من هناك. والعمل الذي لم يُرسل تستخرجه وحدة المعلوميات من القرص القديم برمز الاسترجاع (massar rescue).</translation>
    </message>
    <message>
        <source>The office is on the stick: %1</source>
        <translation>المكتب على المفتاح: %1</translation>
    </message>
    <message>
        <source>You may take it out. Never keep it together with the recovery code.</source>
        <translation>يمكنك نزعه. لا تحفظه أبدا مع رمز الاسترجاع.</translation>
    </message>
    <message>
        <source>Put a USB stick in.</source>
        <translation>أدخل مفتاح USB.</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>Type the letters that were read to you</source>
        <translation>اكتبوا الحروف التي قرئت عليكم</translation>
    </message>
    <message>
        <source>These letters do not answer the question: have both read again</source>
        <translation>هذه الحروف لا تطابق السؤال: أعيدوا قراءة الاثنين معا</translation>
    </message>
    <message>
        <source>Massar Desktop</source>
        <translation>مسير المكتب</translation>
    </message>
    <message>
        <source>Not seen for more than 45 days</source>
        <translation>لم يتصل هذا الحاسوب منذ أكثر من 45 يوما</translation>
    </message>
    <message>
        <source>This computer has not exchanged with the centre for a long time. Telephone your administrator, give the number and the ten letters, and type those that are read back. Nothing that was saved is lost.</source>
        <translation>لم يتبادل هذا الحاسوب مع المركز منذ مدة طويلة. اتصلوا هاتفيا بمسؤول النظام، وأعطوه الرقم والحروف العشرة، ثم اكتبوا الحروف التي يقرؤها عليكم. لم يضع شيء مما حفظ.</translation>
    </message>
    <message>
        <source>Number of this computer: %1</source>
        <translation>رقم هذا الحاسوب: %1</translation>
    </message>
    <message>
        <source>Letters that were read back</source>
        <translation>الحروف التي قرئت عليكم</translation>
    </message>
    <message>
        <source>Ten letters; capitals, spaces and hyphens do not matter</source>
        <translation>عشرة حروف؛ لا فرق بين الكبيرة والصغيرة ولا أثر للفراغات والشرطات</translation>
    </message>
    <message>
        <source>Open my office</source>
        <translation>فتح مكتبي</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>Choose a colleague</source>
        <translation>اختر زميلا</translation>
    </message>
    <message>
        <source>Take a colleague off this computer</source>
        <translation>سحب زميل من هذا الحاسوب</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>رمز استرجاع جديد</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>الزميل</translation>
    </message>
    <message>
        <source>Your password now</source>
        <translation>كلمة سرك الحالية</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>She opens this office no more, and the office's file gets a new key.</source>
        <translation>لن يفتح هذا المكتب بعد الآن، ويأخذ ملف المكتب مفتاحا جديدا.</translation>
    </message>
    <message>
        <source>The old code opens nothing any more: destroy the sheet in the safe.</source>
        <translation>الرمز القديم لن يفتح شيئا: أتلف الورقة المحفوظة في الخزانة.</translation>
    </message>
    <message>
        <source>What she wrote stays, and what waits to be sent is sent. It takes a minute, then work goes on.</source>
        <translation>ما كتبه يبقى، وما ينتظر الإرسال يُرسل. يأخذ ذلك دقيقة ثم يتواصل العمل.</translation>
    </message>
    <message>
        <source>Take her off</source>
        <translation>سحبه</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>إنشاء رمز جديد</translation>
    </message>
</context>
<context>
    <name>KeysChange</name>
    <message>
        <source>The office's file gets a new key</source>
        <translation>ملف المكتب يأخذ مفتاحا جديدا</translation>
    </message>
    <message>
        <source>Wait a moment. Should the computer go off now, nothing is lost: the next sign-in finishes it.</source>
        <translation>انتظر لحظة. إذا انطفأ الحاسوب الآن فلا يضيع شيء: الدخول القادم يتم العملية.</translation>
    </message>
</context>
</TS>
