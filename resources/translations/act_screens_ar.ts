<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>ActDetail</name>
    <message>
        <source>Steps taken</source>
        <translation>المراحل المنجزة</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>The draft is kept on this computer. It is sent nowhere.</source>
        <translation>حفظت المسودة على هذا الحاسوب، ولا ترسل إلى أي جهة.</translation>
    </message>
    <message>
        <source>Correct what is in red first.</source>
        <translation>صحح أولا ما هو بالأحمر.</translation>
    </message>
    <message>
        <source>Which act?</source>
        <translation>أي إجراء؟</translation>
    </message>
    <message>
        <source>Type some letters of its Arabic or French name, or its code.</source>
        <translation>اكتب بعض حروف اسمه بالعربية أو الفرنسية، أو رمزه.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>حفظ كمسودة</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى اللائحة</translation>
    </message>
    <message>
        <source>New act</source>
        <translation>إجراء جديد</translation>
    </message>
    <message>
        <source>What you had typed was put back.</source>
        <translation>استرجعنا ما كتبته.</translation>
    </message>
</context>
<context>
    <name>ActPreview</name>
    <message>
        <source>Checks</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>لا ينقص شيء.</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>الرخصة السنوية</translation>
    </message>
    <message>
        <source>It will change on %1</source>
        <translation>ما سيتغير يوم %1</translation>
    </message>
    <message>
        <source>It will change</source>
        <translation>ما سيتغير</translation>
    </message>
    <message>
        <source>Nothing in the situation.</source>
        <translation>لا شيء في الوضعية.</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Irregular</source>
        <translation>غير سليم</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>مصرح به</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>%1: %2 of %3 days left</source>
        <translation>%1: بقي %2 من %3 يوما</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>في رخصة</translation>
    </message>
    <message>
        <source>Leave from</source>
        <translation>الرخصة من</translation>
    </message>
    <message>
        <source>Leave until</source>
        <translation>الرخصة إلى</translation>
    </message>
    <message>
        <source>Rate of pay</source>
        <translation>نسبة الأجرة</translation>
    </message>
    <message>
        <source>On a task at</source>
        <translation>مكلف بمهمة في</translation>
    </message>
    <message>
        <source>Task from</source>
        <translation>المهمة من</translation>
    </message>
    <message>
        <source>Task until</source>
        <translation>المهمة إلى</translation>
    </message>
    <message>
        <source>Health leave</source>
        <translation>رخصة صحية</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>Acts</source>
        <translation>الإجراءات</translation>
    </message>
    <message>
        <source>No act yet</source>
        <translation>لا إجراء بعد</translation>
    </message>
    <message>
        <source>F4 begins one: leave, absence, assignment, advancement, exit.</source>
        <translation>اضغط F4 للبدء: رخصة، غياب، تعيين، ترقية، مغادرة.</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>%1: %2 days at full pay, %3 in all</source>
        <translation>%1: ‏%2 يوما بأجرة كاملة، %3 إجمالا</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>الرخصة السنوية</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Registered on this computer; it will be sent at the next exchange.</source>
        <translation>سجل على هذا الحاسوب، وسيرسل عند المزامنة القادمة.</translation>
    </message>
    <message>
        <source>The step is saved on this computer; it will be sent at the next exchange.</source>
        <translation>حفظت المرحلة على هذا الحاسوب، وسترسل عند المزامنة القادمة.</translation>
    </message>
</context>
<context>
    <name>PersonTabs</name>
    <message>
        <source>Acts</source>
        <translation>الإجراءات</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Next step</source>
        <translation>المرحلة التالية</translation>
    </message>
    <message>
        <source>Take this step</source>
        <translation>إنجاز هذه المرحلة</translation>
    </message>
</context>
</TS>
