<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>problem</name>
    <message>
        <source>same_card</source>
        <translation>رقم البطاقة الوطنية نفسه في ملف آخر: قارن الملفين، وصحح الرقم أو ادمجهما</translation>
    </message>
    <message>
        <source>possible_duplicate</source>
        <translation>شخص آخر بالاسم وتاريخ الازدياد نفسيهما: قارن الملفين، وادمجهما إن كانا لشخص واحد</translation>
    </message>
    <message>
        <source>ppr_missing</source>
        <translation>لا رقم تأجير بعد أكثر من {limit} أشهر على التوظيف: اطلبه من الأكاديمية</translation>
    </message>
    <message>
        <source>two_original_posts</source>
        <translation>منصبان أصليان ابتداء من {day}، أولهما في {school}: ألغ الإجراء الخاطئ أو صححه</translation>
    </message>
    <message>
        <source>past_age_limit</source>
        <translation>بلغ حد السن في {day} ولا إجراء مغادرة: سجل الإحالة على التقاعد</translation>
    </message>
    <message>
        <source>tenured_without_act</source>
        <translation>مرسم دون تاريخ ترسيم: سجل إجراء الترسيم أو صحح الوضعية الأصلية</translation>
    </message>
    <message>
        <source>position_expired</source>
        <translation>انتهت الوضعية في {day} دون تجديد ولا استئناف: سجل أحدهما</translation>
    </message>
    <message>
        <source>late_for_pay</source>
        <translation>مضى على الأثر أكثر من {limit} أشهر ولم يرسل إلى الأجور: أرسله أو اسأل الخزينة</translation>
    </message>
    <message>
        <source>decided_without_number</source>
        <translation>قرار بلا رقم: سجل رقم القرار</translation>
    </message>
    <message>
        <source>no_last_day</source>
        <translation>لا تاريخ انتهاء لهذا الإجراء المحدد المدة: صححه بإجراء آخر</translation>
    </message>
    <message>
        <source>spouses_join_each_other</source>
        <translation>كلا الزوجين يطلب الالتحاق بالآخر: ارجع أحد الطلبين</translation>
    </message>
    <message>
        <source>not_married</source>
        <translation>غير متزوج حسب الملف: صحح الحالة العائلية أو ارجع الطلب</translation>
    </message>
    <message>
        <source>own_ppr</source>
        <translation>هذا رقم تأجير المعني نفسه: اكتب رقم الزوج</translation>
    </message>
</context>
</TS>
