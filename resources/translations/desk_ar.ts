<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>ActCounter</name>
    <message>
        <source>New act</source>
        <translation>إجراء جديد</translation>
    </message>
    <message>
        <source>Enter goes from field to field; the kind of act stays for the next paper.</source>
        <translation>Enter ينتقل من حقل إلى حقل؛ نوع الإجراء يبقى للوثيقة الموالية.</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>نوع الإجراء</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>كل الحقول</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>طبع الإشعار بالاستلام</translation>
    </message>
    <message>
        <source>Registered now</source>
        <translation>المسجل في هذه الجلسة</translation>
    </message>
    <message>
        <source>Correct what is in red first.</source>
        <translation>صحح أولا ما هو بالأحمر.</translation>
    </message>
    <message>
        <source>Registered under %1: %2</source>
        <translation>سُجل تحت عدد %1: %2</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>لم يُكتب أي شيء.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>The same act for %1 people; %2 to go</source>
        <translation>الإجراء نفسه لـ%1 أشخاص؛ بقي %2 بعد هذا</translation>
    </message>
</context>
<context>
    <name>CounterFields</name>
    <message>
        <source>Days</source>
        <translation>عدد الأيام</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>إلى غاية %1</translation>
    </message>
    <message>
        <source>A number of days</source>
        <translation>عدد أيام</translation>
    </message>
</context>
<context>
    <name>PersonPick</name>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>PPR, CIN or name</source>
        <translation>رقم التأجير أو البطاقة أو الاسم</translation>
    </message>
    <message>
        <source>Who it may be</source>
        <translation>من قد يكون</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>لا أحد بهذا</translation>
    </message>
</context>
<context>
    <name>Balances</name>
    <message>
        <source>%1 left of %2</source>
        <translation>بقي %1 من %2</translation>
    </message>
    <message>
        <source>Annual leave %1</source>
        <translation>الرخصة السنوية %1</translation>
    </message>
    <message>
        <source>%1, at full pay</source>
        <translation>%1، بأجرة كاملة</translation>
    </message>
</context>
<context>
    <name>PersonPreview</name>
    <message>
        <source>Running acts</source>
        <translation>إجراءات جارية</translation>
    </message>
    <message>
        <source>The file is at %1</source>
        <translation>الملف لدى مديرية %1</translation>
    </message>
    <message>
        <source>It was not referred to the academy: only the directory is here.</source>
        <translation>لم يحل على الأكاديمية: لا يوجد هنا سوى الدليل.</translation>
    </message>
</context>
<context>
    <name>PersonGlance</name>
    <message>
        <source>The telephone is saved on this computer.</source>
        <translation>حُفظ الهاتف في هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>DecideScreen</name>
    <message>
        <source>Decide</source>
        <translation>البت</translation>
    </message>
    <message>
        <source>Each line is checked; nothing is saved before you sign.</source>
        <translation>كل سطر تم التحقق منه؛ لا يُحفظ شيء قبل التوقيع.</translation>
    </message>
    <message>
        <source>Acts that wait for a decision</source>
        <translation>إجراءات تنتظر البت</translation>
    </message>
    <message>
        <source>Number of the first decision</source>
        <translation>رقم القرار الأول</translation>
    </message>
    <message>
        <source>A number such as 412/2026</source>
        <translation>رقم مثل 412/2026</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>لا شيء ينتظر قرارك</translation>
    </message>
    <message>
        <source>Acts come here once they are registered.</source>
        <translation>تصل الإجراءات إلى هنا بعد تسجيلها.</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>return</source>
        <translation>إرجاع</translation>
    </message>
    <message>
        <source>later</source>
        <translation>لاحقا</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Act and person</source>
        <translation>الإجراء والشخص</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>بلا أيام</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يوما</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>قيد التحقق</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Cannot be accepted</source>
        <translation>لا يمكن قبوله</translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>يحتاج نظرة ثانية</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>مرجع</translation>
    </message>
    <message>
        <source>This one cannot be accepted as it stands: see the checks.</source>
        <translation>لا يمكن قبول هذا كما هو: انظر التحقق.</translation>
    </message>
    <message>
        <source>2 returns it with a reason, 3 leaves it for later.</source>
        <translation>2 للإرجاع مع السبب، 3 للتأجيل.</translation>
    </message>
    <message numerus="yes">
        <source>Sign %n decision(s)</source>
        <translation>
            <numerusform>لا قرار للتوقيع</numerusform>
            <numerusform>توقيع قرار واحد</numerusform>
            <numerusform>توقيع قرارين</numerusform>
            <numerusform>توقيع %n قرارات</numerusform>
            <numerusform>توقيع %n قرارا</numerusform>
            <numerusform>توقيع %n قرار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) not decided</source>
        <translation>
            <numerusform>لا إجراء دون بت</numerusform>
            <numerusform>إجراء واحد لم يُبت فيه</numerusform>
            <numerusform>إجراءان لم يُبت فيهما</numerusform>
            <numerusform>%n إجراءات لم يُبت فيها</numerusform>
            <numerusform>%n إجراء لم يُبت فيه</numerusform>
            <numerusform>%n إجراء لم يُبت فيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) signed</source>
        <translation>
            <numerusform>لم يُوقع أي قرار</numerusform>
            <numerusform>وُقع قرار واحد</numerusform>
            <numerusform>وُقع قراران</numerusform>
            <numerusform>وُقعت %n قرارات</numerusform>
            <numerusform>وُقع %n قرارا</numerusform>
            <numerusform>وُقع %n قرار</numerusform>
        </translation>
    </message>
    <message>
        <source>They travel with the next exchange. Ctrl Z takes them back until then.</source>
        <translation>تسافر مع المزامنة القادمة. Ctrl Z يتراجع عنها إلى ذلك الحين.</translation>
    </message>
    <message>
        <source>The decisions are taken back</source>
        <translation>تم التراجع عن القرارات</translation>
    </message>
    <message>
        <source>Some decisions have travelled already</source>
        <translation>بعض القرارات سافرت من قبل</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>لم يُكتب أي شيء.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>A paper is missing</source>
        <translation>وثيقة ناقصة</translation>
    </message>
    <message>
        <source>The paper cannot be read</source>
        <translation>الوثيقة غير مقروءة</translation>
    </message>
    <message>
        <source>The days differ from those on the paper</source>
        <translation>الأيام تخالف ما في الوثيقة</translation>
    </message>
    <message>
        <source>The paper came too late</source>
        <translation>وصلت الوثيقة خارج الأجل</translation>
    </message>
    <message>
        <source>A signature or a stamp is missing</source>
        <translation>ينقص توقيع أو خاتم</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Other words</source>
        <translation>عبارة أخرى</translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation>سبب الإرجاع</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Anomalies</source>
        <translation>اختلالات</translation>
    </message>
    <message>
        <source>Retires in %1</source>
        <translation>يتقاعد سنة %1</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الوضعية</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>ملفات ناقصة</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Acts</source>
        <translation>الإجراءات</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Screens, lists and actions</source>
        <translation>الشاشات واللوائح والأوامر</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Number, name, act or screen</source>
        <translation>رقم أو اسم أو إجراء أو شاشة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>New act</source>
        <translation>إجراء جديد</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>البت</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتيجة</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone; F3 shows everybody.</source>
        <translation>جرب حروفا أقل، أو رقم التأجير أو البطاقة وحدها؛ F3 يعرض الجميع.</translation>
    </message>
    <message>
        <source>%1 people found; the first ones stand here, F3 shows all</source>
        <translation>وُجد %1 شخصا؛ أولهم هنا، وF3 يعرض الكل</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>act</source>
        <translation>إجراء</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>وثيقة</translation>
    </message>
    <message>
        <source>today's work</source>
        <translation>عمل اليوم</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Retires this year</source>
        <translation>المتقاعدون هذه السنة</translation>
    </message>
    <message>
        <source>Retires next year</source>
        <translation>المتقاعدون السنة المقبلة</translation>
    </message>
    <message>
        <source>Incomplete records</source>
        <translation>ملفات ناقصة</translation>
    </message>
    <message>
        <source>Anomalies to look at</source>
        <translation>اختلالات للمعاينة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New act</source>
        <translation>إجراء جديد</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>البت</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Retires on</source>
        <translation>يتقاعد في</translation>
    </message>
    <message>
        <source>Not referred</source>
        <translation>غير محال</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message numerus="yes">
        <source>Act for %n people</source>
        <translation>
            <numerusform>إجراء بلا شخص</numerusform>
            <numerusform>إجراء لشخص واحد</numerusform>
            <numerusform>إجراء لشخصين</numerusform>
            <numerusform>إجراء لـ%n أشخاص</numerusform>
            <numerusform>إجراء لـ%n شخصا</numerusform>
            <numerusform>إجراء لـ%n شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of %1 is at %2.</source>
        <translation>ملف %1 يوجد لدى مديرية %2.</translation>
    </message>
    <message>
        <source>She was transferred there: only her name, her PPR and her acts taken here remain.</source>
        <translation>انتقل إليها: لم يبق هنا سوى الاسم ورقم التأجير والإجراءات المتخذة هنا.</translation>
    </message>
    <message>
        <source>It was not referred to the academy: only the directory is here. The directorate refers it.</source>
        <translation>لم يحل على الأكاديمية: لا يوجد هنا سوى الدليل. المديرية هي التي تحيله.</translation>
    </message>
</context>
<context>
    <name>PeopleTools</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Kept lists</source>
        <translation>لوائح محفوظة</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Keep this list...</source>
        <translation>الاحتفاظ بهذه اللائحة...</translation>
    </message>
    <message>
        <source>Keep this list</source>
        <translation>الاحتفاظ باللائحة</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>اسمها</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <translation>إزالة: %1</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A person, an act, a screen, a list or an action</source>
        <translation>شخص أو إجراء أو شاشة أو لائحة أو أمر</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>ابحث عن أي شيء</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Either script, PPR and CIN are accepted.</source>
        <translation>يُقبل الاسم بالحرفين ورقم التأجير والبطاقة.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>تنفيذ</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>مباشرة</translation>
    </message>
    <message>
        <source>for nobody</source>
        <translation>دون شخص</translation>
    </message>
    <message>
        <source>close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Acts for %1</source>
        <translation>إجراءات لفائدة %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتيجة</translation>
    </message>
    <message>
        <source>Try fewer letters, or the PPR or the CIN alone; Esc goes back.</source>
        <translation>جرب حروفا أقل، أو رقم التأجير أو البطاقة وحدها؛ Esc للرجوع.</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>the same for all %1 like it</source>
        <translation>الجواب نفسه للمماثلة كلها (%1)</translation>
    </message>
    <message>
        <source>Reason, if one is needed (Ctrl R)</source>
        <translation>السبب إن لزم (Ctrl R)</translation>
    </message>
    <message>
        <source>Reason of the choice</source>
        <translation>سبب الاختيار</translation>
    </message>
    <message>
        <source>The value of this computer</source>
        <translation>قيمة هذا الحاسوب</translation>
    </message>
    <message>
        <source>The centre's</source>
        <translation>قيمة المركز</translation>
    </message>
</context>
<context>
    <name>PersonTimeline</name>
    <message>
        <source>Situation over time</source>
        <translation>الوضعية عبر الزمن</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>الرخص</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Health leave</source>
        <translation>رخصة صحية</translation>
    </message>
</context>
</TS>
