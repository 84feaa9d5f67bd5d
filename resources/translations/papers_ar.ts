<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>field</name>
    <message>
        <source>attachment.employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>attachment.title</source>
        <translation>موضوع الوثيقة</translation>
    </message>
    <message>
        <source>attachment.media</source>
        <translation>نوع الملف</translation>
    </message>
    <message>
        <source>attachment.size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>attachment.pages</source>
        <translation>عدد الصفحات</translation>
    </message>
    <message>
        <source>attachment.content</source>
        <translation>بصمة المحتوى</translation>
    </message>
    <message>
        <source>attachment.paper_date</source>
        <translation>تاريخ الوثيقة</translation>
    </message>
    <message>
        <source>attachment.attached_kind</source>
        <translation>نوع الإجراء</translation>
    </message>
    <message>
        <source>attachment.attached_to</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>attachment.arrived</source>
        <translation>وصلت إلى المركز</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>papers</source>
        <translation>الوثائق</translation>
    </message>
</context>
<context>
    <name>kind</name>
    <message>
        <source>attachment</source>
        <translation>وثيقة</translation>
    </message>
    <message>
        <source>confidential_attachment</source>
        <translation>وثيقة سرية</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>attachment.media.pdf</source>
        <translation>ملف PDF</translation>
    </message>
    <message>
        <source>attachment.media.jpeg</source>
        <translation>صورة JPEG</translation>
    </message>
    <message>
        <source>attachment.media.png</source>
        <translation>صورة PNG</translation>
    </message>
    <message>
        <source>attachment.media.tiff</source>
        <translation>صورة TIFF</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>digest_malformed</source>
        <translation>أعد إرفاق الوثيقة: بصمتها غير صحيحة</translation>
    </message>
    <message>
        <source>paper_of_unknown_kind</source>
        <translation>اختر ملف PDF أو صورة JPEG أو PNG أو TIFF</translation>
    </message>
    <message>
        <source>paper_too_large</source>
        <translation>الملف أكبر من {megabytes} ميغابايت: أعد المسح بدقة أقل أو قسم الوثيقة</translation>
    </message>
</context>
</TS>
