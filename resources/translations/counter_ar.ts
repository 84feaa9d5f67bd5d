<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>CensusList</name>
    <message>
        <source>%1 people noted on this computer; they will be sent at the next exchange.</source>
        <translation>سجل %1 شخصا على هذا الحاسوب؛ سيرسلون في المزامنة المقبلة.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>شهادة التصحيح</translation>
    </message>
    <message>
        <source>Ctrl P prints the list.</source>
        <translation>المفتاح Ctrl P يطبع اللائحة.</translation>
    </message>
    <message>
        <source>Everybody of this list is counted.</source>
        <translation>أحصي جميع أشخاص هذه اللائحة.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>المعاينة</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>المعروف</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>ر.ت</translation>
    </message>
    <message>
        <source>Note her and save the list first.</source>
        <translation>سجلوا المعاينة واحفظوا اللائحة أولا.</translation>
    </message>
    <message>
        <source>Number of the person, then a letter</source>
        <translation>رقم الشخص ثم حرف</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>People of the school</source>
        <translation>موظفو المؤسسة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>طباعة اللائحة</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>حفظ اللائحة</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>المؤسسات</translation>
    </message>
    <message>
        <source>She is not counted yet.</source>
        <translation>لم يحص هذا الشخص بعد.</translation>
    </message>
    <message>
        <source>The list has no such number.</source>
        <translation>لا يوجد هذا الرقم في اللائحة.</translation>
    </message>
    <message>
        <source>Type the number on the list and one of the letters below it.</source>
        <translation>اكتبوا الرقم في اللائحة ثم أحد الحروف أسفله.</translation>
    </message>
    <message>
        <source>Without a school</source>
        <translation>بدون مؤسسة</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>لم يحفظ</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>محفوظ</translation>
    </message>
</context>
<context>
    <name>CensusScreen</name>
    <message>
        <source>Begun</source>
        <translation>جار</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>رقم البطاقة الوطنية</translation>
    </message>
    <message>
        <source>Census</source>
        <translation>الإحصاء السنوي</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المحصون</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقعون</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>الباقون</translation>
    </message>
    <message>
        <source>No school of this sort</source>
        <translation>لا توجد مؤسسة من هذا النوع</translation>
    </message>
    <message>
        <source>PPR</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>People not counted</source>
        <translation>أشخاص لم يحصوا</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>طباعة اللائحة</translation>
    </message>
    <message>
        <source>School</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>Schools done</source>
        <translation>مؤسسات منتهية</translation>
    </message>
    <message>
        <source>Schools to count</source>
        <translation>مؤسسات للإحصاء</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>The counters above show what is left and what is done.</source>
        <translation>العدادات أعلاه تبين ما بقي وما تم.</translation>
    </message>
    <message>
        <source>To count</source>
        <translation>للإحصاء</translation>
    </message>
    <message>
        <source>Without a school</source>
        <translation>بدون مؤسسة</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>one sort only</source>
        <translation>نوع واحد</translation>
    </message>
    <message>
        <source>open the list</source>
        <translation>فتح اللائحة</translation>
    </message>
    <message>
        <source>A school by its code or some letters of its name</source>
        <translation>مؤسسة برمزها أو بحروف من اسمها</translation>
    </message>
</context>
<context>
    <name>ChecksScreen</name>
    <message>
        <source>%1 more are not listed: mend these first.</source>
        <translation>%1 أخرى غير معروضة: أصلحوا هذه أولا.</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>آجال قادمة</translation>
    </message>
    <message>
        <source>Esc shows everything.</source>
        <translation>المفتاح Esc يعرض الكل.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر أجل</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ناقصة</translation>
    </message>
    <message>
        <source>No term comes up, and the controls find nothing wrong in the files of the province.</source>
        <translation>لا أجل قريب، ولم تجد المراقبة أي خلل في ملفات المديرية.</translation>
    </message>
    <message>
        <source>Nothing of this sort</source>
        <translation>لا شيء من هذا النوع</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>لا شيء للمراقبة</translation>
    </message>
    <message>
        <source>The files could not be read.</source>
        <translation>تعذرت قراءة الملفات.</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>المراقبة</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>للتحقق</translation>
    </message>
    <message>
        <source>What comes up, and what the controls across all files find</source>
        <translation>الآجال القادمة وما تجده المراقبة في جميع الملفات</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>المطلوب</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>أخطاء</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>one sort only</source>
        <translation>نوع واحد</translation>
    </message>
    <message>
        <source>open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>مع %1</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>تغيرت القاعدة</translation>
    </message>
    <message>
        <source>Published rules are not whole, or not as the centre signed them: %1.</source>
        <translation>قواعد منشورة ناقصة، أو ليست كما وقعها المركز: %1.</translation>
    </message>
    <message>
        <source>Press Sync. If this stays, call the centre before deciding.</source>
        <translation>اضغط مزامنة. إن بقي هذا التنبيه فاتصل بالمركز قبل أي قرار.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Close other programs that use this office's file, then open this screen again.</source>
        <translation>أغلق البرامج الأخرى التي تستعمل ملف هذا المكتب، ثم افتح هذه الشاشة من جديد.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Census</source>
        <translation>الإحصاء السنوي</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>المراقبة</translation>
    </message>
</context>
<context>
    <name>RegisterScreen</name>
    <message>
        <source>Act and person</source>
        <translation>الإجراء والشخص</translation>
    </message>
    <message>
        <source>Alt and an arrow show another day.</source>
        <translation>المفتاح Alt مع سهم يعرض يوما آخر.</translation>
    </message>
    <message>
        <source>Any number: official, provisional, of a decision, of a slip</source>
        <translation>أي رقم: رسمي أو مؤقت أو رقم قرار أو بيان إرسال</translation>
    </message>
    <message>
        <source>By</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Covering slip %1</source>
        <translation>بيان الإرسال %1</translation>
    </message>
    <message>
        <source>Covering slips</source>
        <translation>بيانات الإرسال</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>اليوم الموالي</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>اليوم السابق</translation>
    </message>
    <message>
        <source>Entries of the day</source>
        <translation>عمليات اليوم</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Left for %1</source>
        <translation>انتقل إلى %1</translation>
    </message>
    <message>
        <source>No act has this number</source>
        <translation>لا إجراء بهذا الرقم</translation>
    </message>
    <message>
        <source>No covering slip yet</source>
        <translation>لا يوجد بيان إرسال بعد</translation>
    </message>
    <message>
        <source>Nothing was registered on this day</source>
        <translation>لم يسجل شيء في هذا اليوم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Acts referred to the academy under one number make one.</source>
        <translation>الإجراءات المحالة على الأكاديمية تحت رقم واحد تكون بيان إرسال.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>تاريخ التسجيل</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>The register could not be read.</source>
        <translation>تعذرت قراءة السجل.</translation>
    </message>
    <message>
        <source>Type it as the paper has it: 12/2026, or C-42.</source>
        <translation>اكتبوه كما في الورقة: 12/2026 أو C-42.</translation>
    </message>
    <message>
        <source>journal or slips</source>
        <translation>اليومية أو البيانات</translation>
    </message>
    <message>
        <source>leave the number</source>
        <translation>ترك الرقم</translation>
    </message>
    <message>
        <source>move</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>open the act</source>
        <translation>فتح الإجراء</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Post left for %1 days, %2 of them working days</source>
        <translation>تركت الوظيفة منذ %1 يوما، منها %2 يوم عمل</translation>
    </message>
    <message>
        <source>%1 until %2: %3 days left, %4 of them working days</source>
        <translation>%1 إلى غاية %2: بقي %3 يوما، منها %4 يوم عمل</translation>
    </message>
</context>
</TS>
