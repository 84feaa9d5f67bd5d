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
</TS>
