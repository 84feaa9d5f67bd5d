<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>PeopleModel</name>
    <message>
        <source>Full name</source>
        <translation>الاسم الكامل</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>مقر العمل</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الوضعية</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>منتقل</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Name, PPR, CIN or school</source>
        <translation>الاسم، رقم التأجير، البطاقة، المؤسسة</translation>
    </message>
    <message>
        <source>Search for people</source>
        <translation>البحث عن الأشخاص</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>الأشخاص الموجودون</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>لم نجد أحدا</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone.</source>
        <translation>جرب حروفا أقل، أو رقم التأجير أو البطاقة الوطنية وحدها.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>تنقل</translation>
    </message>
    <message>
        <source>open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>back to the search</source>
        <translation>العودة إلى البحث</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>includes %1</source>
        <translation>يشمل %1</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>تعذرت قراءة اللائحة.</translation>
    </message>
    <message>
        <source>Close other programs that use this office's file, then search again.</source>
        <translation>أغلق البرامج الأخرى التي تستعمل ملف المكتب، ثم ابحث من جديد.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>صُدّرت اللائحة: %1</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>عدد الأشخاص: %1</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Remove the filter: %1</source>
        <translation>إزالة التصفية: %1</translation>
    </message>
</context>
<context>
    <name>PersonPreview</name>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Cadre, grade</source>
        <translation>الإطار والدرجة</translation>
    </message>
    <message>
        <source>Échelle, échelon</source>
        <translation>السلم والرتبة</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>ينتظر الإرسال</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>و%1 أخرى</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>ما ينقص</translation>
    </message>
    <message>
        <source>Transferred to %1 from %2 on</source>
        <translation>انتقل إلى %1 ابتداء من %2</translation>
    </message>
    <message>
        <source>The file is there.</source>
        <translation>الملف هناك.</translation>
    </message>
    <message>
        <source>Acts taken here</source>
        <translation>إجراءات اتخذت هنا</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>إجراء</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>To look at again</source>
        <translation>تحتاج إلى نظرة</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>في انتظار الإرسال</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>ملف ناقص</translation>
    </message>
    <message>
        <source>Joined records</source>
        <translation>سجلات مضمومة</translation>
    </message>
    <message>
        <source>index %1</source>
        <translation>الرقم %1</translation>
    </message>
    <message>
        <source>closed since %1</source>
        <translation>مغلقة منذ %1</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Another office has written: %1</source>
        <translation>كتب مكتب آخر: %1</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Save at any time: what is missing can be filled in later.</source>
        <translation>احفظ متى شئت: ما ينقص يملأ لاحقا.</translation>
    </message>
    <message>
        <source>No career facts are known yet.</source>
        <translation>لا معطيات مهنية معروفة بعد.</translation>
    </message>
    <message>
        <source>New act</source>
        <translation>إجراء جديد</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>الازدياد</translation>
    </message>
</context>
<context>
    <name>PersonTabs</name>
    <message>
        <source>Identity and contact</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>المسار المهني</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>Diplomas</source>
        <translation>الشهادات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>سجل مكرر</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>أجزاء الملف</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>الوثائق</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
</context>
<context>
    <name>PersonScreen</name>
    <message>
        <source>Also in the file of %1</source>
        <translation>مسجل أيضا في ملف %1</translation>
    </message>
</context>
<context>
    <name>SituationTab</name>
    <message>
        <source>Massir</source>
        <translation>مسير</translation>
    </message>
    <message>
        <source>These facts are written by acts only; here they are read.</source>
        <translation>هذه المعطيات تكتبها الإجراءات وحدها، وتقرأ هنا.</translation>
    </message>
    <message>
        <source>To mend one, register the act that states it.</source>
        <translation>لتصحيح معطى، سجل الإجراء الذي يثبته.</translation>
    </message>
    <message>
        <source>No act states them yet: import a list, or register the opening situation.</source>
        <translation>لا إجراء يثبتها بعد: استورد لائحة، أو سجل الوضعية الأولى.</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 in %4</source>
        <translation>%1: %2 هنا، و%3 في %4</translation>
    </message>
    <message>
        <source>Look at the paper, then register an act if this is wrong.</source>
        <translation>راجع الوثيقة، ثم سجل إجراء إن كان ما هنا خاطئا.</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Changes of this file</source>
        <translation>تغييرات هذا الملف</translation>
    </message>
    <message>
        <source>Nothing has changed here</source>
        <translation>لم يتغير شيء هنا</translation>
    </message>
    <message>
        <source>Changes older than this office's first copy are kept at the centre.</source>
        <translation>ما سبق أول نسخة لهذا المكتب محفوظ في المركز.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المعطى</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>وصل المركز</translation>
    </message>
    <message>
        <source>This office</source>
        <translation>هذا المكتب</translation>
    </message>
    <message>
        <source>Another office</source>
        <translation>مكتب آخر</translation>
    </message>
</context>
<context>
    <name>PersonListings</name>
    <message>
        <source>To look at again</source>
        <translation>تحتاج إلى نظرة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Spouse and children</source>
        <translation>الزوج(ة) والأبناء</translation>
    </message>
    <message>
        <source>Add a family member</source>
        <translation>إضافة فرد من الأسرة</translation>
    </message>
    <message>
        <source>Add a diploma</source>
        <translation>إضافة شهادة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Notes and reminders</source>
        <translation>ملاحظات وتذكيرات</translation>
    </message>
    <message>
        <source>Confidential notes</source>
        <translation>ملاحظات سرية</translation>
    </message>
</context>
<context>
    <name>RecordsTab</name>
    <message>
        <source>Withdraw...</source>
        <translation>سحب...</translation>
    </message>
</context>
<context>
    <name>JoinTab</name>
    <message>
        <source>The other record</source>
        <translation>السجل الآخر</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>جنبا إلى جنب</translation>
    </message>
    <message>
        <source>Name, PPR or CIN of the other record</source>
        <translation>اسم السجل الآخر أو رقم تأجيره أو بطاقته</translation>
    </message>
    <message>
        <source>Search for the other record</source>
        <translation>البحث عن السجل الآخر</translation>
    </message>
    <message>
        <source>Records found</source>
        <translation>السجلات الموجودة</translation>
    </message>
    <message>
        <source>Both records side by side</source>
        <translation>السجلان جنبا إلى جنب</translation>
    </message>
    <message>
        <source>Join the other record to this file</source>
        <translation>ضم السجل الآخر إلى هذا الملف</translation>
    </message>
    <message>
        <source>Separate them again</source>
        <translation>فصل السجلين</translation>
    </message>
    <message>
        <source>This file stays and shows the rows of both; nothing is lost, and they can be separated again.</source>
        <translation>يبقى هذا الملف ويعرض معطيات السجلين، ولا يضيع شيء، ويمكن فصلهما من جديد.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>This file, which stays</source>
        <translation>هذا الملف، وهو الباقي</translation>
    </message>
    <message>
        <source>Joined to this file: %1</source>
        <translation>مضموم إلى هذا الملف: %1</translation>
    </message>
    <message>
        <source>a record without a name</source>
        <translation>سجل بلا اسم</translation>
    </message>
</context>
<context>
    <name>PersonNotices</name>
    <message>
        <source>The record of %1 was joined to this file.</source>
        <translation>ضم سجل %1 إلى هذا الملف.</translation>
    </message>
    <message>
        <source>What you save goes into this file.</source>
        <translation>ما تحفظه يسجل في هذا الملف.</translation>
    </message>
    <message>
        <source>Separate them again</source>
        <translation>فصل السجلين</translation>
    </message>
    <message>
        <source>Two offices have written different values in this file.</source>
        <translation>كتب مكتبان قيمتين مختلفتين في هذا الملف.</translation>
    </message>
    <message>
        <source>Press F6 to see both and choose. Until then the first one received stands.</source>
        <translation>اضغط F6 لرؤيتهما والاختيار. إلى ذلك الحين تبقى القيمة التي وصلت أولا.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>تجاهله</translation>
    </message>
    <message>
        <source>What you typed on %1 without saving is back.</source>
        <translation>استرجعنا ما كتبته يوم %1 ولم تحفظه.</translation>
    </message>
    <message>
        <source>Save it with Ctrl S, or discard it.</source>
        <translation>احفظه بـ Ctrl S، أو تجاهله.</translation>
    </message>
    <message>
        <source>%1 %2 is also in the file of %3.</source>
        <translation>%1 %2 مسجل أيضا في ملف %3.</translation>
    </message>
    <message>
        <source>If it is the same person, join the two records.</source>
        <translation>إن كان الشخص نفسه، فضم السجلين.</translation>
    </message>
    <message>
        <source>Open that file</source>
        <translation>فتح ذلك الملف</translation>
    </message>
    <message>
        <source>Compare and join</source>
        <translation>مقارنة وضم</translation>
    </message>
    <message>
        <source>Undo (Ctrl Z)</source>
        <translation>تراجع (Ctrl Z)</translation>
    </message>
    <message>
        <source>Saved on this computer; it will be sent at the next exchange.</source>
        <translation>حفظ على هذا الحاسوب، ويرسل عند المزامنة القادمة.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were not saved: mend what is in red.</source>
        <translation>
            <numerusform>لم يبق حقل دون حفظ.</numerusform>
            <numerusform>لم يحفظ حقل واحد: صحح ما هو بالأحمر.</numerusform>
            <numerusform>لم يحفظ حقلان: صحح ما هو بالأحمر.</numerusform>
            <numerusform>لم تحفظ %n حقول: صحح ما هو بالأحمر.</numerusform>
            <numerusform>لم يحفظ %n حقلا: صحح ما هو بالأحمر.</numerusform>
            <numerusform>لم يحفظ %n حقل: صحح ما هو بالأحمر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was saved: %1</source>
        <translation>لم يحفظ شيء: %1</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>ما كتبته باق هنا.</translation>
    </message>
    <message>
        <source>Nothing was saved: this office's file cannot be written.</source>
        <translation>لم يحفظ شيء: تعذرت الكتابة في ملف المكتب.</translation>
    </message>
    <message>
        <source>What you typed is still here. Free some room on the disk, then save again.</source>
        <translation>ما كتبته باق هنا. أفرغ مكانا على القرص ثم احفظ من جديد.</translation>
    </message>
    <message>
        <source>The last save was undone.</source>
        <translation>ألغي آخر حفظ.</translation>
    </message>
    <message>
        <source>Too late to undo: it was sent to the centre, or a paper was given that rests on it.</source>
        <translation>فات أوان التراجع: أرسل إلى المركز، أو سُلمت بعده وثيقة تقوم عليه.</translation>
    </message>
    <message>
        <source>Type the right value and save again.</source>
        <translation>اكتب القيمة الصحيحة واحفظ من جديد.</translation>
    </message>
    <message>
        <source>This file is no longer here: its creation was undone.</source>
        <translation>لم يعد هذا الملف هنا: ألغي إنشاؤه.</translation>
    </message>
    <message>
        <source>What you typed is below; save it to create the file again.</source>
        <translation>ما كتبته أسفله، احفظه لإنشاء الملف من جديد.</translation>
    </message>
</context>
<context>
    <name>ReasonAsk</name>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Why is it withdrawn?</source>
        <translation>لماذا يسحب؟</translation>
    </message>
    <message>
        <source>The record stays in the history with this reason.</source>
        <translation>يبقى السجل في سجل التغييرات مع هذا السبب.</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>اكتب السبب أولا.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>What wants an eye in this file</source>
        <translation>ما يستدعي النظر في هذا الملف</translation>
    </message>
    <message>
        <source>What wants an eye</source>
        <translation>ما يستدعي النظر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Situation today</source>
        <translation>الوضعية اليوم</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>كلها</translation>
    </message>
    <message>
        <source>Nothing waits on this file</source>
        <translation>لا شيء ينتظر في هذا الملف</translation>
    </message>
    <message>
        <source>F4 begins an act, Ctrl P prints, Ctrl 1 is who she is.</source>
        <translation>F4 لبدء إجراء، وCtrl P للطبع، وCtrl 1 للهوية.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للنظر</translation>
    </message>
    <message>
        <source>Acts under way</source>
        <translation>إجراءات جارية</translation>
    </message>
    <message>
        <source>Last papers</source>
        <translation>آخر الوثائق</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 إلى غاية %2</translation>
    </message>
    <message>
        <source>Cadre, grade</source>
        <translation>الإطار والدرجة</translation>
    </message>
    <message>
        <source>Échelle, échelon</source>
        <translation>السلم والرتبة</translation>
    </message>
    <message>
        <source>Échelon since</source>
        <translation>في الرتبة منذ</translation>
    </message>
    <message>
        <source>Next échelon</source>
        <translation>الرتبة الموالية</translation>
    </message>
    <message>
        <source>There since</source>
        <translation>بها منذ</translation>
    </message>
    <message>
        <source>Age limit</source>
        <translation>حد السن</translation>
    </message>
</context>
<context>
    <name>OverviewLines</name>
    <message numerus="yes">
        <source>%n value(s) in conflict</source>
        <translation>
            <numerusform>لا قيمة متعارضة</numerusform>
            <numerusform>قيمة واحدة متعارضة</numerusform>
            <numerusform>قيمتان متعارضتان</numerusform>
            <numerusform>%n قيم متعارضة</numerusform>
            <numerusform>%n قيمة متعارضة</numerusform>
            <numerusform>%n قيمة متعارضة</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ينقص</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>تذكير</translation>
    </message>
</context>
</TS>
