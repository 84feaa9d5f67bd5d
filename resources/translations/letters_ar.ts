<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>letter</name>
    <message>
        <source>receipt</source>
        <translation>إشعار بالاستلام</translation>
    </message>
    <message>
        <source>annual_leave</source>
        <translation>قرار الرخصة السنوية</translation>
    </message>
    <message>
        <source>exceptional_leave</source>
        <translation>قرار الرخصة الاستثنائية</translation>
    </message>
    <message>
        <source>pilgrimage_leave</source>
        <translation>قرار رخصة الحج</translation>
    </message>
    <message>
        <source>maternity_leave</source>
        <translation>قرار رخصة الولادة</translation>
    </message>
    <message>
        <source>paternity_leave</source>
        <translation>قرار رخصة الأبوة</translation>
    </message>
    <message>
        <source>sick_leave</source>
        <translation>قرار الرخصة المرضية</translation>
    </message>
    <message>
        <source>deduction_order</source>
        <translation>قرار الاقتطاع</translation>
    </message>
    <message>
        <source>explanation_request</source>
        <translation>استفسار</translation>
    </message>
    <message>
        <source>notice_to_resume</source>
        <translation>إنذار باستئناف العمل</translation>
    </message>
    <message>
        <source>dismissal_proposal</source>
        <translation>اقتراح العزل</translation>
    </message>
    <message>
        <source>detachment_order</source>
        <translation>قرار الإلحاق</translation>
    </message>
    <message>
        <source>availability_order</source>
        <translation>قرار الاستيداع</translation>
    </message>
    <message>
        <source>transfer_order</source>
        <translation>قرار الانتقال</translation>
    </message>
    <message>
        <source>tasking_note</source>
        <translation>مذكرة التكليف</translation>
    </message>
    <message>
        <source>arrival_minutes</source>
        <translation>محضر الالتحاق أو الاستئناف</translation>
    </message>
    <message>
        <source>tenure_order</source>
        <translation>قرار الترسيم</translation>
    </message>
    <message>
        <source>echelon_decision</source>
        <translation>قرار الترقية في الرتبة</translation>
    </message>
    <message>
        <source>retirement_notice</source>
        <translation>إشعار بالإحالة على التقاعد</translation>
    </message>
    <message>
        <source>resignation_decision</source>
        <translation>قرار قبول الاستقالة</translation>
    </message>
    <message>
        <source>family_decision</source>
        <translation>قرار تغيير الحالة العائلية</translation>
    </message>
    <message>
        <source>account_notice</source>
        <translation>إشعار بتغيير الحساب البنكي</translation>
    </message>
    <message>
        <source>rectification_certificate</source>
        <translation>شهادة تصحيح الإحصاء</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>قرار الرفض</translation>
    </message>
    <message>
        <source>covering_slip</source>
        <translation>بيان الإرسال</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>يومية التسجيل</translation>
    </message>
    <message>
        <source>census_list</source>
        <translation>لائحة الإحصاء</translation>
    </message>
    <message>
        <source>general_decision</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>spouse_transfer_order</source>
        <translation>قرار الالتحاق بالزوج(ة)</translation>
    </message>
    <message>
        <source>pay_stop_order</source>
        <translation>قرار إيقاف الأجرة</translation>
    </message>
    <message>
        <source>work</source>
        <translation>شهادة العمل</translation>
    </message>
    <message>
        <source>services</source>
        <translation>بيان الخدمات</translation>
    </message>
    <message>
        <source>leave_balance</source>
        <translation>رصيد الرخص</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>بطاقة المعلومات</translation>
    </message>
    <message>
        <source>kafala_leave</source>
        <translation>قرار رخصة الكفالة</translation>
    </message>
    <message>
        <source>nursing_leave</source>
        <translation>قرار رخصة الرضاعة</translation>
    </message>
    <message>
        <source>unpaid_leave</source>
        <translation>قرار رخصة بدون أجر</translation>
    </message>
    <message>
        <source>absence_permission</source>
        <translation>ترخيص بالتغيب</translation>
    </message>
    <message>
        <source>accident_decision</source>
        <translation>قرار حادثة أو مرض بسبب العمل</translation>
    </message>
    <message>
        <source>grade_decision</source>
        <translation>قرار الترقية في الدرجة</translation>
    </message>
    <message>
        <source>early_retirement_decision</source>
        <translation>قرار التقاعد النسبي</translation>
    </message>
    <message>
        <source>death_decision</source>
        <translation>قرار الحذف بسبب الوفاة</translation>
    </message>
    <message>
        <source>disposal_order</source>
        <translation>قرار الوضع رهن الإشارة</translation>
    </message>
    <message>
        <source>people_list</source>
        <translation>لائحة الموظفين</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>The printer did not take the paper. Look at it, or keep a PDF: Ctrl S.</source>
        <translation>لم تقبل الطابعة الورقة. افحصوها، أو احتفظوا بنسخة PDF: Ctrl S.</translation>
    </message>
    <message>
        <source>The template of this paper is at fault. Nothing is lost; tell the IT unit which paper it was.</source>
        <translation>في نموذج هذه الورقة خلل. لم يضع شيء؛ أخبروا وحدة الإعلاميات باسم الورقة.</translation>
    </message>
    <message>
        <source>This act is not on this computer, or it is not for you to read.</source>
        <translation>هذا الإجراء غير موجود على هذا الحاسوب، أو ليس لكم حق الاطلاع عليه.</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Print</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>Print two copies</source>
        <translation>طباعة نسختين</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>الاحتفاظ بنسخة PDF</translation>
    </message>
    <message>
        <source>In the other language</source>
        <translation>باللغة الأخرى</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>الورقة كما ستطبع</translation>
    </message>
    <message>
        <source>%1 copies were sent to the printer %2.</source>
        <translation>أرسلت %1 نسخ إلى الطابعة %2.</translation>
    </message>
    <message>
        <source>The paper is kept on this computer.</source>
        <translation>حفظت الورقة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This paper could not be made or printed.</source>
        <translation>تعذر إعداد هذه الورقة أو طباعتها.</translation>
    </message>
    <message>
        <source>Print all, two copies each</source>
        <translation>طباعة الكل في نسختين</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>Ctrl P prints the receipt.</source>
        <translation>المفتاح Ctrl P يطبع إشعار الاستلام.</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>act_step.step.register</source>
        <translation>تسجيل</translation>
    </message>
</context>
<context>
    <name>DecideScreen</name>
    <message>
        <source>Ctrl P prints their letters.</source>
        <translation>المفتاح Ctrl P يطبع رسائلها.</translation>
    </message>
</context>
</TS>
