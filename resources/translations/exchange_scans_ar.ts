<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>لا صورة ممسوحة</numerusform>
            <numerusform>صورة ممسوحة واحدة</numerusform>
            <numerusform>صورتان ممسوحتان</numerusform>
            <numerusform>%n صور ممسوحة</numerusform>
            <numerusform>%n صورة ممسوحة</numerusform>
            <numerusform>%n صورة ممسوحة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Send all scans now, however long it takes</source>
        <translation>إرسال كل الصور الآن مهما طالت المدة</translation>
    </message>
    <message>
        <source>last, and on from where a cut left them</source>
        <translation>في الأخير، وتُستأنف بعد الانقطاع</translation>
    </message>
    <message>
        <source>a part each time, %1 in all</source>
        <translation>جزء في كل مرة، %1 في المجموع</translation>
    </message>
</context>
<context>
    <name>AttachPanel</name>
    <message>
        <source>Reading %1…</source>
        <translation>قراءة %1…</translation>
    </message>
    <message>
        <source>Say what it is first: a title is enough.</source>
        <translation>اذكر أولا ما هي الوثيقة: يكفي موضوعها.</translation>
    </message>
    <message>
        <source>The newest scans</source>
        <translation>أحدث الوثائق الممسوحة</translation>
    </message>
    <message>
        <source>The newest scans of this computer and its sticks</source>
        <translation>أحدث الوثائق الممسوحة في هذا الحاسوب وفي مفاتيح USB</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>ملفات أخرى…</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>إرفاق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Confidential: only for those with that right</source>
        <translation>سرية: لمن له هذا الحق فقط</translation>
    </message>
    <message>
        <source>%1 instead of %2; about %3 on the line</source>
        <translation>%1 بدل %2؛ حوالي %3 على الخط</translation>
    </message>
    <message>
        <source>%1; about %3 on the line</source>
        <translation>%1؛ حوالي %3 على الخط</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>أقل من ثانية</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>%n ثوان</numerusform>
            <numerusform>%n ثانية</numerusform>
            <numerusform>%n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>لا صفحة</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF is sent as it is: scanned as pictures it would be lighter.</source>
        <translation>ملف PDF يُرسل كما هو: لو مُسح صورا لكان أخف.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>وثائق ممسوحة</translation>
    </message>
    <message>
        <source>Choose the pages</source>
        <translation>اختر الصفحات</translation>
    </message>
    <message>
        <source>No scan was found here: choose its file</source>
        <translation>لم توجد هنا أي وثيقة ممسوحة: اختر ملفها</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Papers in the file</source>
        <translation>وثائق الملف</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>إرفاق وثيقة ممسوحة</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>طلبها</translation>
    </message>
    <message>
        <source>Withdraw...</source>
        <translation>سحب...</translation>
    </message>
    <message>
        <source>No paper yet</source>
        <translation>لا وثيقة بعد</translation>
    </message>
    <message>
        <source>Ctrl D attaches a scan; it travels last, and goes on after a cut.</source>
        <translation>الزر Ctrl D يرفق وثيقة ممسوحة؛ ترسل في الأخير، وتواصل بعد كل انقطاع.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>تاريخها</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>أين هي</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>تنتظر الإرسال</translation>
    </message>
    <message>
        <source>On its way: %1</source>
        <translation>في الطريق: %1</translation>
    </message>
    <message>
        <source>Not sent by its office yet</source>
        <translation>لم يرسلها مكتبها بعد</translation>
    </message>
    <message>
        <source>At the centre, not here</source>
        <translation>في المركز، وليست هنا</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>مطلوبة: %1</translation>
    </message>
    <message>
        <source>Arrived at the centre</source>
        <translation>وصلت إلى المركز</translation>
    </message>
    <message>
        <source>The scan is in the file; it travels after everything else.</source>
        <translation>الوثيقة في الملف؛ ترسل بعد كل ما سواها.</translation>
    </message>
    <message>
        <source>F9 sends it; here you see when it has arrived.</source>
        <translation>الزر F9 يرسلها؛ وهنا ترى متى وصلت.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>This file is no picture and no PDF. Scan the paper again, or choose another.</source>
        <translation>هذا الملف ليس صورة ولا PDF. امسح الوثيقة من جديد، أو اختر ملفا آخر.</translation>
    </message>
    <message>
        <source>Pictures and PDFs cannot be one paper: attach them one after the other.</source>
        <translation>لا تجتمع الصور وملفات PDF في وثيقة واحدة: أرفقها واحدة بعد أخرى.</translation>
    </message>
    <message>
        <source>More than 60 pages: attach it in parts.</source>
        <translation>أكثر من 60 صفحة: أرفقها أجزاء.</translation>
    </message>
</context>
</TS>
