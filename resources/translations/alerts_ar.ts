<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>problem</name>
    <message>
        <source>contract_ends</source>
        <translation>ينتهي العقد في {day}: جدده أو هيئ المغادرة</translation>
    </message>
    <message>
        <source>position_ends</source>
        <translation>تنتهي الوضعية في {day}: سجل التجديد أو الاستئناف</translation>
    </message>
    <message>
        <source>return_to_be_asked</source>
        <translation>تنتهي الوضعية في {day}: على المعني طلب الرجوع أو التجديد قبل ذلك، راسله</translation>
    </message>
    <message>
        <source>health_leave_ends</source>
        <translation>تنتهي الرخصة في {day}: انتظر محضر الاستئناف أو شهادة جديدة</translation>
    </message>
    <message>
        <source>task_ends</source>
        <translation>ينتهي التكليف في {day}: جدده أو أرجع المعني إلى منصبه الأصلي</translation>
    </message>
    <message>
        <source>retirement_comes</source>
        <translation>حد السن في {limit_day}، والمغادرة في {day}: اطلب ملف المعاش</translation>
    </message>
    <message>
        <source>retirement_comes_assumed</source>
        <translation>تاريخ الازدياد ناقص، افترض حد السن في {limit_day} والمغادرة في {day}: أكمل التاريخ ثم اطلب ملف المعاش</translation>
    </message>
    <message>
        <source>tenure_due</source>
        <translation>انتهت مدة التمرين في {day}: هيئ الترسيم أو تمديد التمرين</translation>
    </message>
    <message>
        <source>notice_to_send</source>
        <translation>ترك المنصب: ابعث الإنذار بالرجوع إلى العمل (أبلغ عن التغيب في {day})</translation>
    </message>
    <message>
        <source>notice_unanswered</source>
        <translation>الإنذار مرسل ولا إشعار بالتوصل، الأجل {day}: تتبعه لدى البريد</translation>
    </message>
    <message>
        <source>resumption_awaited</source>
        <translation>ينتهي أجل الإنذار في {day}: سجل الرجوع، أو اقترح العزل بعد هذا اليوم</translation>
    </message>
    <message>
        <source>pay_to_stop</source>
        <translation>تعذر تسليم الإنذار في {day}: أوقف الأجرة فورا</translation>
    </message>
    <message>
        <source>dismissal_possible</source>
        <translation>ينتهي أجل توقيف الأجرة في {day}: سجل الرجوع، أو اقترح العزل بعد هذا اليوم</translation>
    </message>
</context>
</TS>
