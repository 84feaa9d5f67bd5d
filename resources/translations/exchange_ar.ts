<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>AfterOrDuring</name>
    <message>
        <source>See conflicts</source>
        <translation>عرض التعارضات</translation>
    </message>
    <message>
        <source>See returned</source>
        <translation>عرض المرفوضات</translation>
    </message>
    <message>
        <source>Stopping is safe: what arrived stays, what did not arrive waits here.</source>
        <translation>الإيقاف آمن: ما وصل يبقى، وما لم يصل ينتظر هنا.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استقبال</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Conflict or returned</source>
        <translation>تعارض أو رفض</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Reading %1…</source>
        <translation>قراءة %1…</translation>
    </message>
    <message>
        <source>Drop a list here, or choose a file</source>
        <translation>أفلت اللائحة هنا أو اختر ملفا</translation>
    </message>
    <message>
        <source>xlsx, xls, ods or csv, with Arabic or French headers.</source>
        <translation>xlsx أو xls أو ods أو csv، بعناوين عربية أو فرنسية.</translation>
    </message>
    <message>
        <source>Nothing is written before you have seen what becomes of each line.</source>
        <translation>لا يُكتب شيء قبل أن ترى مصير كل سطر.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>استيراد لائحة</translation>
    </message>
    <message>
        <source>The newest lists of this computer and its sticks</source>
        <translation>أحدث اللوائح في هذا الحاسوب وفي مفاتيح USB</translation>
    </message>
    <message>
        <source>Enter opens the chosen one</source>
        <translation>الزر Enter يفتح اللائحة المختارة</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>Header in the file</source>
        <translation>العنوان في الملف</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>القيم الأولى</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>يذهب إلى</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Two different values: choose what stays</source>
        <translation>قيمتان مختلفتان، اختر ما يبقى</translation>
    </message>
    <message>
        <source>Both values are always kept</source>
        <translation>القيمتان محفوظتان معا دائما</translation>
    </message>
    <message>
        <source>The value you do not choose stays in the history, with its author and its day.</source>
        <translation>القيمة التي لا تختارها تبقى في سجل التغييرات، مع اسم صاحبها ويومها.</translation>
    </message>
    <message>
        <source>No value is chosen beforehand. You can undo until the next exchange.</source>
        <translation>لا قيمة مختارة مسبقا. يمكن التراجع إلى حين المزامنة التالية.</translation>
    </message>
    <message>
        <source>Write another value</source>
        <translation>كتابة قيمة أخرى</translation>
    </message>
    <message>
        <source>Ask a colleague, leave it for later</source>
        <translation>سؤال الزميل وترك القرار</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>The value before both changes: %1</source>
        <translation>القيمة الأصلية قبل التغييرين: %1</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>في المركز</translation>
    </message>
    <message>
        <source>Take the centre's value</source>
        <translation>أخذ قيمة المركز</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Keep my value</source>
        <translation>الإبقاء على قيمتي</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>على حاسوب آخر</translation>
    </message>
    <message>
        <source>Take this value</source>
        <translation>أخذ هذه القيمة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>Settled: both values</source>
        <translation>تمت التسوية: القيمتان معا</translation>
    </message>
    <message>
        <source>Taking the other value now is a correction of today, in your name; its reason is a note.</source>
        <translation>أخذ القيمة الأخرى الآن تصحيح بتاريخ اليوم وباسمك، وسببه ملاحظة في الملف.</translation>
    </message>
</context>
<context>
    <name>ConflictsScreen</name>
    <message>
        <source>That choice has already travelled</source>
        <translation>سبق أن أُرسل هذا الاختيار</translation>
    </message>
    <message>
        <source>Your choice is taken back</source>
        <translation>تم التراجع عن اختيارك</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>المرفوضات</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>لا تعارض</translation>
    </message>
    <message>
        <source>When two offices change one value, both are kept and come here.</source>
        <translation>إذا غيّر مكتبان قيمة واحدة، تُحفظ القيمتان وتظهران هنا.</translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation>لا شيء مرفوض</translation>
    </message>
    <message>
        <source>What the centre does not take comes here, whole, with the reason.</source>
        <translation>ما لا يقبله المركز يأتي إلى هنا كاملا مع السبب.</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>تم الفصل: %1</translation>
    </message>
    <message>
        <source>It travels with the next exchange. Ctrl Z takes it back until then.</source>
        <translation>يُرسل مع المزامنة التالية، ويمكن التراجع عنه قبلها بـ Ctrl Z.</translation>
    </message>
    <message>
        <source>Left for later: it stays in the list</source>
        <translation>تُرك لوقت لاحق: يبقى في اللائحة</translation>
    </message>
    <message>
        <source>Written again: it travels with the next exchange</source>
        <translation>كُتب من جديد: يُرسل مع المزامنة التالية</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>تم الطي</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>Ctrl H shows what is settled: take the other value there.</source>
        <translation>الزر Ctrl H يعرض ما تمت تسويته: خذ منه القيمة الأخرى.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>المسوّاة</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>التعارضات المفتوحة</translation>
    </message>
    <message>
        <source>Settled conflicts</source>
        <translation>التعارضات المسوّاة</translation>
    </message>
    <message>
        <source>None is settled yet</source>
        <translation>لم تتم تسوية أي تعارض بعد</translation>
    </message>
    <message>
        <source>Ctrl H shows the open ones.</source>
        <translation>الزر Ctrl H يعرض المفتوحة.</translation>
    </message>
    <message>
        <source>Written back: %1</source>
        <translation>أعيدت كتابتها: %1</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message>
        <source>Send and receive now</source>
        <translation>إرسال واستقبال الآن</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Exchange under way…</source>
        <translation>الإرسال جار…</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Practice on this computer only: nothing is sent.</source>
        <translation>تدريب على هذا الحاسوب فقط: لا يُرسل شيء.</translation>
    </message>
    <message>
        <source>Stopping after the piece that is on its way…</source>
        <translation>التوقف بعد القطعة الجارية…</translation>
    </message>
    <message>
        <source>You can go on working: an exchange stops no screen.</source>
        <translation>يمكنك متابعة عملك: المزامنة لا توقف أي شاشة.</translation>
    </message>
    <message>
        <source>See what will travel before it starts. Files can be worked on at any time.</source>
        <translation>اطلع على ما سيسافر قبل أن يبدأ. العمل على الملفات ممكن في كل وقت.</translation>
    </message>
    <message>
        <source>Trying again by itself in %1</source>
        <translation>تُعاد المحاولة تلقائيا بعد %1</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>The exchange did not go through (%1)</source>
        <translation>لم تتم المزامنة (%1)</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it comes back, tell support.</source>
        <translation>لم يضع شيء. أعد المحاولة، وإن تكرر فأخبر الدعم.</translation>
    </message>
    <message>
        <source>What you saved is kept here and leaves by itself as soon as the line is back.</source>
        <translation>ما سجلته محفوظ هنا، ويُرسل تلقائيا فور عودة الخط.</translation>
    </message>
    <message>
        <source>Everything is exchanged</source>
        <translation>تمت المزامنة كاملة</translation>
    </message>
    <message>
        <source>No connection to the centre</source>
        <translation>لا اتصال بالمركز</translation>
    </message>
    <message>
        <source>The centre is busy</source>
        <translation>المركز مشغول</translation>
    </message>
    <message>
        <source>It is tried again by itself in a moment.</source>
        <translation>تُعاد المحاولة تلقائيا بعد قليل.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>توقفت المزامنة</translation>
    </message>
    <message>
        <source>What arrived is kept; what did not arrive waits.</source>
        <translation>ما وصل محفوظ، وما لم يصل ينتظر.</translation>
    </message>
    <message>
        <source>This computer has been erased by order of an administrator</source>
        <translation>تم مسح هذا الحاسوب بأمر من مسؤول النظام</translation>
    </message>
    <message>
        <source>What it had not sent is sealed for the centre. Ask your administrator for another computer.</source>
        <translation>ما لم يرسل منه محفوظ ومختوم للمركز. اطلبوا حاسوبا آخر من مسؤول النظام.</translation>
    </message>
    <message>
        <source>The centre does not know this computer</source>
        <translation>المركز لا يعرف هذا الحاسوب</translation>
    </message>
    <message>
        <source>Ask the head of human resources for an enrolment code. What you saved is kept.</source>
        <translation>اطلب رمز التسجيل من رئيس مصلحة الموارد البشرية. ما سجلته محفوظ.</translation>
    </message>
    <message>
        <source>This version is too old to receive</source>
        <translation>هذه النسخة قديمة ولا تستقبل</translation>
    </message>
    <message>
        <source>What you sent has arrived. Update the application to receive.</source>
        <translation>ما أرسلته وصل. حدّث التطبيق لتستقبل.</translation>
    </message>
    <message>
        <source>The centre's history is not the one this office has read</source>
        <translation>سجل المركز ليس السجل الذي قرأه هذا المكتب</translation>
    </message>
    <message>
        <source>Nothing is deleted here. Call support before anything else.</source>
        <translation>لم يُحذف شيء هنا. اتصل بالدعم قبل أي شيء.</translation>
    </message>
    <message>
        <source>The centre wants to take many files away from this office at once</source>
        <translation>يريد المركز سحب ملفات كثيرة من هذا المكتب دفعة واحدة</translation>
    </message>
    <message>
        <source>It was stopped, and nothing was removed. Tell the academy: it confirms why, then exchange again.</source>
        <translation>أُوقف ذلك ولم يُسحب شيء. أخبر الأكاديمية لتؤكد السبب، ثم أعد المزامنة.</translation>
    </message>
    <message>
        <source>The centre's answer cannot be read</source>
        <translation>تعذرت قراءة جواب المركز</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>Free some room, then exchange again. Nothing that was saved is lost.</source>
        <translation>أفرغ بعض المساحة ثم أعد المزامنة. لم يضع شيء مما سُجل.</translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s)</source>
        <translation>
            <numerusform>لا شخص جديد</numerusform>
            <numerusform>شخص جديد واحد</numerusform>
            <numerusform>شخصان جديدان</numerusform>
            <numerusform>%n أشخاص جدد</numerusform>
            <numerusform>%n شخصا جديدا</numerusform>
            <numerusform>%n شخص جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>لا تعديل</numerusform>
            <numerusform>تعديل واحد</numerusform>
            <numerusform>تعديلان</numerusform>
            <numerusform>%n تعديلات</numerusform>
            <numerusform>%n تعديلا</numerusform>
            <numerusform>%n تعديل</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n new record(s) in files</source>
        <translation>
            <numerusform>لا عنصر جديد</numerusform>
            <numerusform>عنصر جديد</numerusform>
            <numerusform>عنصران جديدان</numerusform>
            <numerusform>%n عناصر جديدة</numerusform>
            <numerusform>%n عنصرا جديدا</numerusform>
            <numerusform>%n عنصر جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawal(s)</source>
        <translation>
            <numerusform>لا سحب</numerusform>
            <numerusform>سحب واحد</numerusform>
            <numerusform>سحبان</numerusform>
            <numerusform>%n عمليات سحب</numerusform>
            <numerusform>%n عملية سحب</numerusform>
            <numerusform>%n عملية سحب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n joining(s) of records</source>
        <translation>
            <numerusform>لا ضم</numerusform>
            <numerusform>ضم ملفين</numerusform>
            <numerusform>عمليتا ضم</numerusform>
            <numerusform>%n عمليات ضم ملفات</numerusform>
            <numerusform>%n عملية ضم ملفات</numerusform>
            <numerusform>%n عملية ضم ملفات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled conflict(s)</source>
        <translation>
            <numerusform>لا تعارض مفصول فيه</numerusform>
            <numerusform>تعارض واحد فُصل فيه</numerusform>
            <numerusform>تعارضان فُصل فيهما</numerusform>
            <numerusform>%n تعارضات فُصل فيها</numerusform>
            <numerusform>%n تعارضا فُصل فيه</numerusform>
            <numerusform>%n تعارض فُصل فيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) of an imported list</source>
        <translation>
            <numerusform>لا عملية من لائحة مستوردة</numerusform>
            <numerusform>عملية من لائحة مستوردة</numerusform>
            <numerusform>عمليتان من لائحة مستوردة</numerusform>
            <numerusform>%n عمليات من لائحة مستوردة</numerusform>
            <numerusform>%n عملية من لائحة مستوردة</numerusform>
            <numerusform>%n عملية من لائحة مستوردة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n file(s)</source>
        <translation>
            <numerusform>على لا ملف</numerusform>
            <numerusform>على ملف واحد</numerusform>
            <numerusform>على ملفين</numerusform>
            <numerusform>على %n ملفات</numerusform>
            <numerusform>على %n ملفا</numerusform>
            <numerusform>على %n ملف</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>لا مسودة</numerusform>
            <numerusform>مسودة واحدة</numerusform>
            <numerusform>مسودتان</numerusform>
            <numerusform>%n مسودات</numerusform>
            <numerusform>%n مسودة</numerusform>
            <numerusform>%n مسودة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>لا تعارض</numerusform>
            <numerusform>تعارض واحد ينتظر قرارك</numerusform>
            <numerusform>تعارضان ينتظران قرارك</numerusform>
            <numerusform>%n تعارضات تنتظر قرارك</numerusform>
            <numerusform>%n تعارضا ينتظر قرارك</numerusform>
            <numerusform>%n تعارض ينتظر قرارك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned operation(s)</source>
        <translation>
            <numerusform>لا عملية مرفوضة</numerusform>
            <numerusform>عملية واحدة مرفوضة</numerusform>
            <numerusform>عمليتان مرفوضتان</numerusform>
            <numerusform>%n عمليات مرفوضة</numerusform>
            <numerusform>%n عملية مرفوضة</numerusform>
            <numerusform>%n عملية مرفوضة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut(s) of the line</source>
        <translation>
            <numerusform>دون انقطاع</numerusform>
            <numerusform>انقطاع واحد</numerusform>
            <numerusform>انقطاعان</numerusform>
            <numerusform>%n انقطاعات</numerusform>
            <numerusform>%n انقطاعا</numerusform>
            <numerusform>%n انقطاع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) safe on this computer</source>
        <translation>
            <numerusform>لم تصل أي قطعة بعد</numerusform>
            <numerusform>قطعة واحدة محفوظة على هذا الحاسوب</numerusform>
            <numerusform>قطعتان محفوظتان على هذا الحاسوب</numerusform>
            <numerusform>%n قطع محفوظة على هذا الحاسوب</numerusform>
            <numerusform>%n قطعة محفوظة على هذا الحاسوب</numerusform>
            <numerusform>%n قطعة محفوظة على هذا الحاسوب</numerusform>
        </translation>
    </message>
    <message>
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <source>s</source>
        <translation>ث</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Colleague no. %1</source>
        <translation>الزميل رقم %1</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (أنت)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Another computer (no. %1)</source>
        <translation>حاسوب آخر (رقم %1)</translation>
    </message>
    <message>
        <source>A file that is no longer here</source>
        <translation>ملف لم يعد هنا</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Last exchanges</source>
        <translation>آخر المرات</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لم تتم أي مزامنة بعد</translation>
    </message>
    <message>
        <source>%1 sent, %2 received, %3</source>
        <translation>إرسال %1، استقبال %2، %3</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Why it was refused</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>استيراد لائحة</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>ملف آخر</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>اللوائح</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>اختيار لائحة</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Save the refused lines</source>
        <translation>حفظ الأسطر المرفوضة</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>تم الحفظ: %1</translation>
    </message>
    <message>
        <source>Mend the lines in it, then import it like any list.</source>
        <translation>أصلح الأسطر فيه ثم استورده كأي لائحة.</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Full name, family name first</source>
        <translation>الاسم الكامل، العائلي أولا</translation>
    </message>
    <message>
        <source>Full name, first name first</source>
        <translation>الاسم الكامل، الشخصي أولا</translation>
    </message>
    <message>
        <source>Full name in Arabic</source>
        <translation>الاسم الكامل بالعربية</translation>
    </message>
    <message>
        <source>Full name in Latin letters</source>
        <translation>الاسم الكامل بالفرنسية</translation>
    </message>
    <message>
        <source>Line number, left out</source>
        <translation>الرقم الترتيبي، متروك</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>No name on this line</source>
        <translation>لا اسم في هذا السطر</translation>
    </message>
    <message>
        <source>Neither number nor birth date: nobody can be told by it</source>
        <translation>لا رقم ولا تاريخ ازدياد: لا يُعرف صاحبه</translation>
    </message>
    <message>
        <source>It fits two people; write the payroll number</source>
        <translation>ينطبق على شخصين؛ اكتب رقم التأجير</translation>
    </message>
    <message>
        <source>The birth date cannot be read</source>
        <translation>تاريخ الازدياد غير مقروء</translation>
    </message>
    <message>
        <source>The birth date is impossible</source>
        <translation>تاريخ الازدياد غير ممكن</translation>
    </message>
    <message>
        <source>Recruited before the birth date</source>
        <translation>تاريخ التوظيف قبل تاريخ الازدياد</translation>
    </message>
    <message>
        <source>The same person stands on an earlier line; they are taken together</source>
        <translation>الشخص نفسه في سطر سابق؛ يُجمعان معا</translation>
    </message>
    <message>
        <source>Somebody else has this number; both are kept and listed</source>
        <translation>الرقم نفسه لشخص آخر؛ يُحفظان ويُدرجان للمراجعة</translation>
    </message>
    <message>
        <source>The office knows another value; it is listed and changes nothing</source>
        <translation>للمكتب قيمة أخرى؛ تُدرج للمراجعة ولا تغيّر شيئا</translation>
    </message>
    <message>
        <source>This person's file was withdrawn; nothing is written</source>
        <translation>ملف هذا الشخص مسحوب؛ لا يُكتب شيء</translation>
    </message>
    <message>
        <source>The name cannot be read; left out</source>
        <translation>الاسم غير مقروء؛ تُرك</translation>
    </message>
    <message>
        <source>An unusual card number; kept as it is</source>
        <translation>رقم بطاقة غير معتاد؛ حُفظ كما هو</translation>
    </message>
    <message>
        <source>A day in the future; kept as it is</source>
        <translation>يوم في المستقبل؛ حُفظ كما هو</translation>
    </message>
    <message>
        <source>Not in the code table; left out</source>
        <translation>غير موجود في جدول الرموز؛ تُرك</translation>
    </message>
    <message>
        <source>Not one of the known words; left out</source>
        <translation>كلمة غير معروفة؛ تُركت</translation>
    </message>
    <message>
        <source>The school is closed; kept as it is</source>
        <translation>المؤسسة مغلقة؛ حُفظت كما هي</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>تعذر فتح الملف</translation>
    </message>
    <message>
        <source>Close it elsewhere, then try again.</source>
        <translation>أغلقه في البرامج الأخرى ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This is not a list</source>
        <translation>هذا الملف ليس لائحة</translation>
    </message>
    <message>
        <source>Choose a file made by a spreadsheet: xlsx, xls, ods or csv.</source>
        <translation>اختر ملف جدول: xlsx أو xls أو ods أو csv.</translation>
    </message>
    <message>
        <source>The file is incomplete</source>
        <translation>الملف غير مكتمل</translation>
    </message>
    <message>
        <source>Ask for it again, or copy it again.</source>
        <translation>اطلبه أو انسخه من جديد.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>الملف فارغ</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>اختر ملفا آخر.</translation>
    </message>
    <message>
        <source>The file is too large for a list</source>
        <translation>الملف أكبر من أن يكون لائحة</translation>
    </message>
    <message>
        <source>Delete the empty lines and columns at its end, save it, and try again.</source>
        <translation>احذف الأسطر والأعمدة الفارغة في آخره، واحفظه، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The file has a password</source>
        <translation>الملف محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>Save it without a password, then choose it again.</source>
        <translation>احفظه دون كلمة مرور ثم اختره من جديد.</translation>
    </message>
    <message>
        <source>No line of headers was found</source>
        <translation>لم يُعثر على سطر العناوين</translation>
    </message>
    <message>
        <source>Give each column a header, such as «الاسم» or «PPR», and save it again.</source>
        <translation>ضع لكل عمود عنوانا، مثل «الاسم» أو «PPR»، واحفظه من جديد.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1)</source>
        <translation>تعذرت قراءة الملف (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>لا سطر</numerusform>
            <numerusform>سطر واحد</numerusform>
            <numerusform>سطران</numerusform>
            <numerusform>%n أسطر</numerusform>
            <numerusform>%n سطرا</numerusform>
            <numerusform>%n سطر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>لا شخص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>The line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>as measured lately</source>
        <translation>حسب آخر القياسات</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>لم تُقس بعد</translation>
    </message>
    <message>
        <source>No connection now. It is looked for by itself every few minutes.</source>
        <translation>لا اتصال الآن. يُبحث عنه تلقائيا كل بضع دقائق.</translation>
    </message>
    <message>
        <source>The line is cut at times; nothing is lost, the exchange goes on where it was.</source>
        <translation>الخط متقطع، ولم يضع شيء: تُستأنف المزامنة من حيث توقفت.</translation>
    </message>
    <message>
        <source>The line is weak; exchanges are made for it.</source>
        <translation>الخط ضعيف، والمزامنة معدة لذلك.</translation>
    </message>
    <message>
        <source>Exchanges need little: an edit is less than one kilobyte.</source>
        <translation>المزامنة خفيفة: التعديل الواحد أقل من كيلوبايت.</translation>
    </message>
    <message>
        <source>In seven days: %1</source>
        <translation>في سبعة أيام: %1</translation>
    </message>
    <message>
        <source>%1 went through, %2 did not, %3</source>
        <translation>%1 تمت، %2 لم تتم، %3</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>Another value</source>
        <translation>قيمة أخرى</translation>
    </message>
    <message>
        <source>Write this value</source>
        <translation>كتابة هذه القيمة</translation>
    </message>
    <message>
        <source>Back to the two values</source>
        <translation>العودة إلى القيمتين</translation>
    </message>
    <message>
        <source>Write a value, or go back</source>
        <translation>اكتب قيمة أو عد إلى القيمتين</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Save the refused lines…</source>
        <translation>حفظ الأسطر المرفوضة…</translation>
    </message>
    <message>
        <source>Import another list</source>
        <translation>استيراد لائحة أخرى</translation>
    </message>
    <message>
        <source>The columns are remembered for the next list with these headers.</source>
        <translation>ترتيب الأعمدة محفوظ للائحة القادمة بهذه العناوين.</translation>
    </message>
    <message>
        <source>What was imported travels with the next exchanges, after the work of the day.</source>
        <translation>ما استُورد يُرسل مع المزامنات التالية، بعد عمل اليوم.</translation>
    </message>
    <message>
        <source>Stopped: what was written stays. Import the same file again to go on.</source>
        <translation>توقف الاستيراد: ما كُتب يبقى. استورد الملف نفسه لتتابع.</translation>
    </message>
    <message>
        <source>The list is imported</source>
        <translation>تم استيراد اللائحة</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>أشخاص جدد</translation>
    </message>
    <message>
        <source>Known people filled in</source>
        <translation>أشخاص معروفون استُكملوا</translation>
    </message>
    <message>
        <source>Disagreements listed</source>
        <translation>اختلافات مدرجة للمراجعة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>أسطر مرفوضة</translation>
    </message>
</context>
<context>
    <name>ReturnedView</name>
    <message>
        <source>Nothing of it is lost: it stays here, whole, until you restore it or put it away.</source>
        <translation>لم يضع منه شيء: يبقى هنا كاملا إلى أن تستعيده أو تطويه.</translation>
    </message>
    <message>
        <source>Restore: write it again on today's file</source>
        <translation>استعادة: كتابته من جديد على ملف اليوم</translation>
    </message>
    <message>
        <source>Put away: dealt with</source>
        <translation>طيّ: عولج الأمر</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>Accepted as irregular: to be looked at</source>
        <translation>مقبول مع مخالفة: يحتاج نظرا</translation>
    </message>
    <message>
        <source>The centre did not take it</source>
        <translation>لم يقبله المركز</translation>
    </message>
    <message>
        <source>No reason was given</source>
        <translation>لم يُذكر سبب</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>ما كُتب</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>القيمة الحالية</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Save the refused lines…</source>
        <translation>حفظ الأسطر المرفوضة…</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>أعمدة اللائحة</translation>
    </message>
    <message>
        <source>Findings, line by line</source>
        <translation>النتائج سطرا سطرا</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Lines with a finding</source>
        <translation>أسطر فيها ملاحظات</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>أشخاص جدد</translation>
    </message>
    <message>
        <source>Already known</source>
        <translation>معروفون من قبل</translation>
    </message>
    <message>
        <source>Standing twice</source>
        <translation>مكررة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>The column %1 goes to</source>
        <translation>العمود %1 يذهب إلى</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message numerus="yes">
        <source>unreadable saves on %n file(s)</source>
        <translation>
            <numerusform>لا تسجيل غير مقروء</numerusform>
            <numerusform>تسجيلات لم تعد مقروءة في ملف واحد، يجب إعادة كتابتها</numerusform>
            <numerusform>تسجيلات لم تعد مقروءة في ملفين، يجب إعادة كتابتها</numerusform>
            <numerusform>تسجيلات لم تعد مقروءة في %n ملفات، يجب إعادة كتابتها</numerusform>
            <numerusform>تسجيلات لم تعد مقروءة في %n ملفا، يجب إعادة كتابتها</numerusform>
            <numerusform>تسجيلات لم تعد مقروءة في %n ملف، يجب إعادة كتابتها</numerusform>
        </translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation>سيُرسل</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ك.ب</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>لا شيء في الانتظار</translation>
    </message>
    <message>
        <source>Everything saved here has reached the centre. An exchange brings what is new.</source>
        <translation>كل ما سُجل هنا وصل إلى المركز. المزامنة تأتي بالجديد.</translation>
    </message>
    <message>
        <source>All that travels is encrypted and signed with the key of this computer.</source>
        <translation>كل ما يسافر مشفر وموقّع بمفتاح هذا الحاسوب.</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>المجموع: %1</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>يبقى على هذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>Stopping…</source>
        <translation>جار التوقف…</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Waiting for an exchange to end, or comparing with known people…</source>
        <translation>في انتظار نهاية المزامنة، أو مقارنة مع الأشخاص المعروفين…</translation>
    </message>
    <message>
        <source>Stopping is safe: people written so far stay, whole.</source>
        <translation>الإيقاف آمن: من كُتب من الأشخاص يبقى كاملا.</translation>
    </message>
    <message>
        <source>Import the same file again to go on from there; nobody is doubled.</source>
        <translation>استورد الملف نفسه لتتابع من هناك؛ لا أحد يتكرر.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>NewFiles</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>آخر حفظ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
</TS>
