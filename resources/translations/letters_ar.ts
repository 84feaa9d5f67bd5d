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
        <source>absence_query</source>
        <translation>استفسار</translation>
    </message>
    <message>
        <source>notice_to_resume</source>
        <translation>إنذار باستئناف العمل</translation>
    </message>
    <message>
        <source>dismissal_order</source>
        <translation>قرار العزل</translation>
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
</context>
</TS>
