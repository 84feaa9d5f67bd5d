<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>field</name>
    <message>
        <source>withdrawn</source>
        <translation>سبب السحب</translation>
    </message>
    <message>
        <source>employee.ppr</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>employee.cin</source>
        <translation>البطاقة الوطنية</translation>
    </message>
    <message>
        <source>employee.cin_expires_on</source>
        <translation>انتهاء صلاحية البطاقة</translation>
    </message>
    <message>
        <source>employee.surname_ar</source>
        <translation>الاسم العائلي بالعربية</translation>
    </message>
    <message>
        <source>employee.first_name_ar</source>
        <translation>الاسم الشخصي بالعربية</translation>
    </message>
    <message>
        <source>employee.surname_la</source>
        <translation>الاسم العائلي باللاتينية</translation>
    </message>
    <message>
        <source>employee.first_name_la</source>
        <translation>الاسم الشخصي باللاتينية</translation>
    </message>
    <message>
        <source>employee.name_as_written</source>
        <translation>الاسم كما كتب في المصدر</translation>
    </message>
    <message>
        <source>employee.sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>employee.nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>employee.birth_date</source>
        <translation>تاريخ الازدياد</translation>
    </message>
    <message>
        <source>employee.birth_place_ar</source>
        <translation>مكان الازدياد بالعربية</translation>
    </message>
    <message>
        <source>employee.birth_place_la</source>
        <translation>مكان الازدياد باللاتينية</translation>
    </message>
    <message>
        <source>employee.birth_province</source>
        <translation>إقليم الازدياد</translation>
    </message>
    <message>
        <source>employee.birth_country</source>
        <translation>بلد الازدياد</translation>
    </message>
    <message>
        <source>employee.phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>employee.second_phone</source>
        <translation>هاتف ثان</translation>
    </message>
    <message>
        <source>employee.email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>employee.institutional_email</source>
        <translation>البريد المهني</translation>
    </message>
    <message>
        <source>employee.address_ar</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>employee.address_la</source>
        <translation>العنوان باللاتينية</translation>
    </message>
    <message>
        <source>employee.city</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>employee.postal_code</source>
        <translation>الرمز البريدي</translation>
    </message>
    <message>
        <source>employee.marital_status</source>
        <translation>الحالة العائلية</translation>
    </message>
    <message>
        <source>employee.married_on</source>
        <translation>تاريخ الزواج</translation>
    </message>
    <message>
        <source>employee.pension_scheme</source>
        <translation>نظام التقاعد</translation>
    </message>
    <message>
        <source>employee.pension_number</source>
        <translation>رقم الانخراط في التقاعد</translation>
    </message>
    <message>
        <source>employee.mutual_number</source>
        <translation>رقم التعاضدية</translation>
    </message>
    <message>
        <source>employee.cnops_number</source>
        <translation>رقم كنوبس</translation>
    </message>
    <message>
        <source>employee.origin</source>
        <translation>مصدر الملف</translation>
    </message>
    <message>
        <source>employee.verified_on</source>
        <translation>تحقق منه المعني يوم</translation>
    </message>
    <message>
        <source>employee.merged_into</source>
        <translation>ضم إلى ملف</translation>
    </message>
    <message>
        <source>situation.employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>situation.as_known_on</source>
        <translation>معروف بتاريخ</translation>
    </message>
    <message>
        <source>situation.cadre</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>situation.grade</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>situation.grade_since</source>
        <translation>في الدرجة منذ</translation>
    </message>
    <message>
        <source>situation.echelle</source>
        <translation>السلم</translation>
    </message>
    <message>
        <source>situation.echelon</source>
        <translation>الرتبة</translation>
    </message>
    <message>
        <source>situation.echelon_since</source>
        <translation>في الرتبة منذ</translation>
    </message>
    <message>
        <source>situation.index_number</source>
        <translation>الرقم الاستدلالي</translation>
    </message>
    <message>
        <source>situation.statutory_situation</source>
        <translation>الوضعية النظامية</translation>
    </message>
    <message>
        <source>situation.recruited_on</source>
        <translation>تاريخ التوظيف</translation>
    </message>
    <message>
        <source>situation.recruitment_mode</source>
        <translation>طريقة التوظيف</translation>
    </message>
    <message>
        <source>situation.first_appointed_on</source>
        <translation>أول تعيين</translation>
    </message>
    <message>
        <source>situation.tenured_on</source>
        <translation>تاريخ الترسيم</translation>
    </message>
    <message>
        <source>situation.cadre_since</source>
        <translation>في الإطار منذ</translation>
    </message>
    <message>
        <source>situation.public_service_since</source>
        <translation>في الوظيفة العمومية منذ</translation>
    </message>
    <message>
        <source>situation.budget_post</source>
        <translation>المنصب المالي</translation>
    </message>
    <message>
        <source>situation.subject</source>
        <translation>مادة التدريس</translation>
    </message>
    <message>
        <source>situation.teaching_language</source>
        <translation>لغة التدريس</translation>
    </message>
    <message>
        <source>situation.cycle</source>
        <translation>السلك</translation>
    </message>
    <message>
        <source>situation.function</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>situation.function_since</source>
        <translation>في المهمة منذ</translation>
    </message>
    <message>
        <source>situation.position</source>
        <translation>الوضعية الإدارية</translation>
    </message>
    <message>
        <source>situation.position_since</source>
        <translation>في الوضعية منذ</translation>
    </message>
    <message>
        <source>situation.school</source>
        <translation>مقر العمل</translation>
    </message>
    <message>
        <source>situation.school_since</source>
        <translation>في المؤسسة منذ</translation>
    </message>
    <message>
        <source>situation.commune_since</source>
        <translation>في الجماعة منذ</translation>
    </message>
    <message>
        <source>situation.province_since</source>
        <translation>في الإقليم منذ</translation>
    </message>
    <message>
        <source>situation.region_since</source>
        <translation>في الجهة منذ</translation>
    </message>
    <message>
        <source>situation.assignment_nature</source>
        <translation>طبيعة التعيين</translation>
    </message>
    <message>
        <source>situation.residence_zone</source>
        <translation>منطقة الإقامة</translation>
    </message>
    <message>
        <source>situation.rib</source>
        <translation>الحساب البنكي (RIB)</translation>
    </message>
    <message>
        <source>opening_situation.known_on</source>
        <translation>معروف بتاريخ</translation>
    </message>
    <message>
        <source>opening_situation.source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>situation_correction.corrects</source>
        <translation>يصحح الوضعية الأولى</translation>
    </message>
    <message>
        <source>situation_correction.corrected_on</source>
        <translation>تاريخ التصحيح</translation>
    </message>
    <message>
        <source>situation_correction.reason</source>
        <translation>سبب التصحيح</translation>
    </message>
    <message>
        <source>situation_correction.cleared</source>
        <translation>المعطيات المحذوفة</translation>
    </message>
    <message>
        <source>dependant.employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>dependant.relation</source>
        <translation>القرابة</translation>
    </message>
    <message>
        <source>dependant.surname_ar</source>
        <translation>الاسم العائلي بالعربية</translation>
    </message>
    <message>
        <source>dependant.first_name_ar</source>
        <translation>الاسم الشخصي بالعربية</translation>
    </message>
    <message>
        <source>dependant.surname_la</source>
        <translation>الاسم العائلي باللاتينية</translation>
    </message>
    <message>
        <source>dependant.first_name_la</source>
        <translation>الاسم الشخصي باللاتينية</translation>
    </message>
    <message>
        <source>dependant.sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>dependant.birth_date</source>
        <translation>تاريخ الازدياد</translation>
    </message>
    <message>
        <source>dependant.cin</source>
        <translation>البطاقة الوطنية</translation>
    </message>
    <message>
        <source>dependant.ppr</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>dependant.employer</source>
        <translation>المشغل</translation>
    </message>
    <message>
        <source>dependant.work_place</source>
        <translation>مكان العمل</translation>
    </message>
    <message>
        <source>dependant.schooling</source>
        <translation>التمدرس</translation>
    </message>
    <message>
        <source>dependant.in_custody</source>
        <translation>في الحضانة</translation>
    </message>
    <message>
        <source>dependant.counted_for_allowance</source>
        <translation>محتسب في التعويض العائلي</translation>
    </message>
    <message>
        <source>disability.employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>disability.dependant</source>
        <translation>الشخص المعني من الأسرة</translation>
    </message>
    <message>
        <source>disability.card_number</source>
        <translation>رقم بطاقة الإعاقة</translation>
    </message>
    <message>
        <source>disability.recognised_on</source>
        <translation>تاريخ الاعتراف</translation>
    </message>
    <message>
        <source>disability.expires_on</source>
        <translation>تنتهي الصلاحية يوم</translation>
    </message>
    <message>
        <source>diploma.employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>diploma.diploma_kind</source>
        <translation>نوع الشهادة</translation>
    </message>
    <message>
        <source>diploma.title</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>diploma.speciality</source>
        <translation>التخصص</translation>
    </message>
    <message>
        <source>diploma.institution</source>
        <translation>المؤسسة المانحة</translation>
    </message>
    <message>
        <source>diploma.obtained_on</source>
        <translation>تاريخ الحصول عليها</translation>
    </message>
    <message>
        <source>diploma.equivalence_reference</source>
        <translation>مرجع قرار المعادلة</translation>
    </message>
    <message>
        <source>school.gresa</source>
        <translation>رمز المؤسسة (GRESA)</translation>
    </message>
    <message>
        <source>school.name_ar</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>school.name_la</source>
        <translation>الاسم باللاتينية</translation>
    </message>
    <message>
        <source>school.cycle</source>
        <translation>السلك</translation>
    </message>
    <message>
        <source>school.satellite_of</source>
        <translation>المؤسسة الأصلية</translation>
    </message>
    <message>
        <source>school.milieu</source>
        <translation>الوسط</translation>
    </message>
    <message>
        <source>school.commune_ar</source>
        <translation>الجماعة بالعربية</translation>
    </message>
    <message>
        <source>school.commune_la</source>
        <translation>الجماعة باللاتينية</translation>
    </message>
    <message>
        <source>school.province</source>
        <translation>الإقليم</translation>
    </message>
    <message>
        <source>school.zone</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>school.closed_on</source>
        <translation>أغلقت يوم</translation>
    </message>
    <message>
        <source>school.opened_on</source>
        <translation>تفتح يوم</translation>
    </message>
    <message>
        <source>school.status</source>
        <translation>مفتوحة أم مغلقة</translation>
    </message>
    <message>
        <source>school.valid_from</source>
        <translation>ساري المفعول من</translation>
    </message>
    <message>
        <source>school.valid_to</source>
        <translation>ساري المفعول إلى</translation>
    </message>
    <message>
        <source>school.published_on</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>school.uncertain</source>
        <translation>يحتاج إلى تأكيد</translation>
    </message>
    <message>
        <source>school.source</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>school.note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>code.table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>code.code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>code.label_ar</source>
        <translation>التسمية بالعربية</translation>
    </message>
    <message>
        <source>code.label_la</source>
        <translation>التسمية بالفرنسية</translation>
    </message>
    <message>
        <source>code.valid_from</source>
        <translation>ساري منذ</translation>
    </message>
    <message>
        <source>code.valid_to</source>
        <translation>ساري إلى</translation>
    </message>
    <message>
        <source>code.order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>code.note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>conflict.about_kind</source>
        <translation>نوع السجل</translation>
    </message>
    <message>
        <source>conflict.about_row</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>conflict.group</source>
        <translation>المعطى المتنازع عليه</translation>
    </message>
    <message>
        <source>conflict.losing</source>
        <translation>القيمة غير المعتمدة</translation>
    </message>
    <message>
        <source>conflict.standing</source>
        <translation>القيمة المعتمدة</translation>
    </message>
    <message>
        <source>conflict.original</source>
        <translation>القيمة الأصلية</translation>
    </message>
    <message>
        <source>conflict.losing_author</source>
        <translation>كاتب القيمة غير المعتمدة</translation>
    </message>
    <message>
        <source>conflict.losing_day</source>
        <translation>يوم القيمة غير المعتمدة</translation>
    </message>
    <message>
        <source>conflict.losing_device</source>
        <translation>حاسوب القيمة غير المعتمدة</translation>
    </message>
    <message>
        <source>conflict.standing_author</source>
        <translation>كاتب القيمة المعتمدة</translation>
    </message>
    <message>
        <source>conflict.standing_day</source>
        <translation>يوم القيمة المعتمدة</translation>
    </message>
    <message>
        <source>conflict.standing_device</source>
        <translation>حاسوب القيمة المعتمدة</translation>
    </message>
    <message>
        <source>conflict.person</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>conflict.choice</source>
        <translation>الاختيار</translation>
    </message>
    <message>
        <source>conflict.chosen</source>
        <translation>القيمة المختارة</translation>
    </message>
    <message>
        <source>conflict.settled_by</source>
        <translation>حسم التعارض</translation>
    </message>
    <message>
        <source>conflict.settled_on</source>
        <translation>حسم يوم</translation>
    </message>
    <message>
        <source>conflict.reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>anomaly.person</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>anomaly.code</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>anomaly.field</source>
        <translation>المعطى</translation>
    </message>
    <message>
        <source>anomaly.known</source>
        <translation>المعروف</translation>
    </message>
    <message>
        <source>anomaly.found</source>
        <translation>الوارد في المصدر</translation>
    </message>
    <message>
        <source>anomaly.source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>transfer_stub.person</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>transfer_stub.ppr</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>transfer_stub.surname_ar</source>
        <translation>النسب بالعربية</translation>
    </message>
    <message>
        <source>transfer_stub.first_name_ar</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>transfer_stub.surname_la</source>
        <translation>النسب باللاتينية</translation>
    </message>
    <message>
        <source>transfer_stub.first_name_la</source>
        <translation>الاسم باللاتينية</translation>
    </message>
    <message>
        <source>transfer_stub.destination</source>
        <translation>رمز المديرية المستقبلة</translation>
    </message>
    <message>
        <source>transfer_stub.destination_ar</source>
        <translation>المديرية المستقبلة</translation>
    </message>
    <message>
        <source>transfer_stub.destination_la</source>
        <translation>المديرية المستقبلة باللاتينية</translation>
    </message>
    <message>
        <source>transfer_stub.day</source>
        <translation>تاريخ الانتقال</translation>
    </message>
    <message>
        <source>transfer_stub.acts</source>
        <translation>أرقام الإجراءات المتخذة هنا</translation>
    </message>
    <message>
        <source>transfer_stub.merged_into</source>
        <translation>ملف أدمج فيه</translation>
    </message>
    <message>
        <source>employee.name_ar</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>employee.name_la</source>
        <translation>الاسم باللاتينية</translation>
    </message>
    <message>
        <source>employee.address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>employee.marriage</source>
        <translation>الحالة العائلية</translation>
    </message>
    <message>
        <source>employee.pension</source>
        <translation>التقاعد</translation>
    </message>
    <message>
        <source>dependant.name_ar</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>dependant.name_la</source>
        <translation>الاسم باللاتينية</translation>
    </message>
    <message>
        <source>dependant.work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>situation.contract_until</source>
        <translation>نهاية العقد</translation>
    </message>
    <message>
        <source>code.package</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>school.package</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>note.employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>note.text</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>note.remind_on</source>
        <translation>التذكير يوم</translation>
    </message>
    <message>
        <source>note.done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>note.written_by</source>
        <translation>كتبها</translation>
    </message>
    <message>
        <source>directory_entry.person</source>
        <translation>المعني بالأمر</translation>
    </message>
    <message>
        <source>directory_entry.ppr</source>
        <translation>رقم التأجير</translation>
    </message>
    <message>
        <source>directory_entry.surname_ar</source>
        <translation>الاسم العائلي بالعربية</translation>
    </message>
    <message>
        <source>directory_entry.first_name_ar</source>
        <translation>الاسم الشخصي بالعربية</translation>
    </message>
    <message>
        <source>directory_entry.surname_la</source>
        <translation>الاسم العائلي باللاتينية</translation>
    </message>
    <message>
        <source>directory_entry.first_name_la</source>
        <translation>الاسم الشخصي باللاتينية</translation>
    </message>
    <message>
        <source>directory_entry.cadre</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>directory_entry.school</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>directory_entry.province</source>
        <translation>المديرية</translation>
    </message>
    <message>
        <source>reading.person</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>reading.deed</source>
        <translation>ما جرى بالملف</translation>
    </message>
    <message>
        <source>reading.times</source>
        <translation>عدد المرات</translation>
    </message>
    <message>
        <source>reading.first</source>
        <translation>أول مرة (بالدقائق)</translation>
    </message>
    <message>
        <source>reading.last</source>
        <translation>آخر مرة (بالدقائق)</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>identity</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>family</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>التقاعد والتغطية</translation>
    </message>
    <message>
        <source>control</source>
        <translation>مراقبة الملف</translation>
    </message>
    <message>
        <source>career</source>
        <translation>المسار المهني</translation>
    </message>
    <message>
        <source>position</source>
        <translation>الوضعية الإدارية</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>مقر العمل</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>الأجرة</translation>
    </message>
    <message>
        <source>health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>diplomas</source>
        <translation>الشهادات</translation>
    </message>
    <message>
        <source>school</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>code</source>
        <translation>الجداول المرجعية</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>التعارض</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>الانتقال</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>دليل الجهة</translation>
    </message>
</context>
<context>
    <name>kind</name>
    <message>
        <source>employee</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>situation</source>
        <translation>الوضعية</translation>
    </message>
    <message>
        <source>dependant</source>
        <translation>فرد من الأسرة</translation>
    </message>
    <message>
        <source>disability</source>
        <translation>الإعاقة</translation>
    </message>
    <message>
        <source>diploma</source>
        <translation>شهادة</translation>
    </message>
    <message>
        <source>school</source>
        <translation>مؤسسة</translation>
    </message>
    <message>
        <source>school_change</source>
        <translation>تغيير في مؤسسة</translation>
    </message>
    <message>
        <source>code</source>
        <translation>رمز مرجعي</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>confidential_conflict</source>
        <translation>تعارض سري</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>اختلاف بين المصادر</translation>
    </message>
    <message>
        <source>transfer_stub</source>
        <translation>ملف منتقل</translation>
    </message>
    <message>
        <source>opening_situation</source>
        <translation>الوضعية الأولى (SI-INI)</translation>
    </message>
    <message>
        <source>situation_correction</source>
        <translation>تصحيح الوضعية (SI-COR)</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>confidential_note</source>
        <translation>ملاحظة سرية</translation>
    </message>
    <message>
        <source>directory_entry</source>
        <translation>بطاقة في دليل الجهة</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>اطلاع على ملف سري</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>employee.sex.F</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>employee.sex.M</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>employee.marital_status.single</source>
        <translation>عازب(ة)</translation>
    </message>
    <message>
        <source>employee.marital_status.married</source>
        <translation>متزوج(ة)</translation>
    </message>
    <message>
        <source>employee.marital_status.divorced</source>
        <translation>مطلق(ة)</translation>
    </message>
    <message>
        <source>employee.marital_status.widowed</source>
        <translation>أرمل(ة)</translation>
    </message>
    <message>
        <source>employee.pension_scheme.CMR</source>
        <translation>الصندوق المغربي للتقاعد (CMR)</translation>
    </message>
    <message>
        <source>employee.pension_scheme.RCAR</source>
        <translation>النظام الجماعي (RCAR)</translation>
    </message>
    <message>
        <source>employee.origin.massir</source>
        <translation>مسير</translation>
    </message>
    <message>
        <source>employee.origin.list</source>
        <translation>لائحة مستوردة</translation>
    </message>
    <message>
        <source>employee.origin.province</source>
        <translation>المديرية الإقليمية</translation>
    </message>
    <message>
        <source>employee.origin.aref</source>
        <translation>الأكاديمية</translation>
    </message>
    <message>
        <source>dependant.relation.spouse</source>
        <translation>زوج(ة)</translation>
    </message>
    <message>
        <source>dependant.relation.child</source>
        <translation>ابن(ة)</translation>
    </message>
    <message>
        <source>dependant.sex.F</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>dependant.sex.M</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>dependant.schooling.none</source>
        <translation>غير متمدرس</translation>
    </message>
    <message>
        <source>dependant.schooling.school</source>
        <translation>متمدرس</translation>
    </message>
    <message>
        <source>dependant.schooling.university</source>
        <translation>طالب</translation>
    </message>
    <message>
        <source>dependant.schooling.training</source>
        <translation>في التكوين المهني</translation>
    </message>
    <message>
        <source>diploma.diploma_kind.academic</source>
        <translation>أكاديمية</translation>
    </message>
    <message>
        <source>diploma.diploma_kind.professional</source>
        <translation>مهنية</translation>
    </message>
    <message>
        <source>diploma.diploma_kind.equivalence</source>
        <translation>معادلة</translation>
    </message>
    <message>
        <source>school.cycle.primary</source>
        <translation>الابتدائي</translation>
    </message>
    <message>
        <source>school.cycle.lower_secondary</source>
        <translation>الثانوي الإعدادي</translation>
    </message>
    <message>
        <source>school.cycle.upper_secondary</source>
        <translation>الثانوي التأهيلي</translation>
    </message>
    <message>
        <source>school.cycle.higher</source>
        <translation>العالي</translation>
    </message>
    <message>
        <source>school.milieu.urban</source>
        <translation>حضري</translation>
    </message>
    <message>
        <source>school.milieu.rural</source>
        <translation>قروي</translation>
    </message>
    <message>
        <source>school.zone.A</source>
        <translation>أ</translation>
    </message>
    <message>
        <source>school.zone.B</source>
        <translation>ب</translation>
    </message>
    <message>
        <source>school.zone.C</source>
        <translation>ج</translation>
    </message>
    <message>
        <source>school.status.open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>school.status.closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>situation.statutory_situation.1</source>
        <translation>مرسم</translation>
    </message>
    <message>
        <source>situation.statutory_situation.2</source>
        <translation>متمرن</translation>
    </message>
    <message>
        <source>situation.statutory_situation.3</source>
        <translation>مؤقت</translation>
    </message>
    <message>
        <source>situation.statutory_situation.4</source>
        <translation>مداوم</translation>
    </message>
    <message>
        <source>situation.statutory_situation.5</source>
        <translation>متعاقد</translation>
    </message>
    <message>
        <source>situation.statutory_situation.6</source>
        <translation>متعاون</translation>
    </message>
    <message>
        <source>situation.statutory_situation.7</source>
        <translation>في خدمة مدنية</translation>
    </message>
    <message>
        <source>situation.statutory_situation.8</source>
        <translation>عرضي</translation>
    </message>
    <message>
        <source>situation.recruitment_mode.contest</source>
        <translation>مباراة</translation>
    </message>
    <message>
        <source>situation.recruitment_mode.title</source>
        <translation>شهادة</translation>
    </message>
    <message>
        <source>situation.recruitment_mode.integration</source>
        <translation>إدماج</translation>
    </message>
    <message>
        <source>situation.teaching_language.ar</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>situation.teaching_language.fr</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>situation.teaching_language.en</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>situation.teaching_language.zgh</source>
        <translation>الأمازيغية</translation>
    </message>
    <message>
        <source>situation.cycle.primary</source>
        <translation>الابتدائي</translation>
    </message>
    <message>
        <source>situation.cycle.lower_secondary</source>
        <translation>الثانوي الإعدادي</translation>
    </message>
    <message>
        <source>situation.cycle.upper_secondary</source>
        <translation>الثانوي التأهيلي</translation>
    </message>
    <message>
        <source>situation.cycle.higher</source>
        <translation>العالي</translation>
    </message>
    <message>
        <source>situation.position.activity</source>
        <translation>في العمل</translation>
    </message>
    <message>
        <source>situation.position.detachment</source>
        <translation>إلحاق</translation>
    </message>
    <message>
        <source>situation.position.availability</source>
        <translation>استيداع</translation>
    </message>
    <message>
        <source>situation.position.military_service</source>
        <translation>خدمة عسكرية</translation>
    </message>
    <message>
        <source>situation.assignment_nature.original</source>
        <translation>منصب أصلي</translation>
    </message>
    <message>
        <source>situation.assignment_nature.temporary</source>
        <translation>تكليف</translation>
    </message>
    <message>
        <source>situation.assignment_nature.completion</source>
        <translation>تكملة الحصة</translation>
    </message>
    <message>
        <source>situation.residence_zone.A</source>
        <translation>أ</translation>
    </message>
    <message>
        <source>situation.residence_zone.B</source>
        <translation>ب</translation>
    </message>
    <message>
        <source>situation.residence_zone.C</source>
        <translation>ج</translation>
    </message>
    <message>
        <source>conflict.choice.mine</source>
        <translation>قيمتي</translation>
    </message>
    <message>
        <source>conflict.choice.centre</source>
        <translation>قيمة المركز</translation>
    </message>
    <message>
        <source>conflict.choice.other</source>
        <translation>قيمة أخرى</translation>
    </message>
    <message>
        <source>flag.true</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>flag.false</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>reading.deed.opened</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>reading.deed.printed</source>
        <translation>طبع</translation>
    </message>
    <message>
        <source>reading.deed.exported</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>required</source>
        <translation>مطلوب، املأه قبل أي قرار</translation>
    </message>
    <message>
        <source>ppr_malformed</source>
        <translation>رقم التأجير من 5 إلى 8 أرقام، صححه</translation>
    </message>
    <message>
        <source>cin_malformed</source>
        <translation>حرف أو حرفان ثم أرقام، مثل JC482190</translation>
    </message>
    <message>
        <source>rib_malformed</source>
        <translation>الحساب من 24 رقما، راجع الشيك أو الشهادة البنكية</translation>
    </message>
    <message>
        <source>rib_key_wrong</source>
        <translation>آخر رقمين ينبغي أن يكونا {expected}، راجع الحساب</translation>
    </message>
    <message>
        <source>phone_malformed</source>
        <translation>عشرة أرقام تبدأ بـ 05 أو 06 أو 07 أو 08</translation>
    </message>
    <message>
        <source>email_malformed</source>
        <translation>اكتب عنوانا مثل nom@taalim.ma</translation>
    </message>
    <message>
        <source>gresa_malformed</source>
        <translation>خمسة أرقام ثم حرف، مثل 12345A</translation>
    </message>
    <message>
        <source>postal_code_malformed</source>
        <translation>الرمز البريدي من خمسة أرقام</translation>
    </message>
    <message>
        <source>day_malformed</source>
        <translation>اكتب التاريخ هكذا: 14/03/1983</translation>
    </message>
    <message>
        <source>day_impossible</source>
        <translation>هذا اليوم غير موجود في التقويم، صححه</translation>
    </message>
    <message>
        <source>day_partial</source>
        <translation>اليوم والشهر والسنة كلها مطلوبة هنا</translation>
    </message>
    <message>
        <source>partial_day_malformed</source>
        <translation>يوم أو شهر أو سنة: 14/03/1983 أو 1983</translation>
    </message>
    <message>
        <source>integer_malformed</source>
        <translation>اكتب عددا صحيحا بالأرقام</translation>
    </message>
    <message>
        <source>flag_malformed</source>
        <translation>اختر نعم أو لا</translation>
    </message>
    <message>
        <source>text_malformed</source>
        <translation>أعد كتابة هذا النص</translation>
    </message>
    <message>
        <source>arabic_name_malformed</source>
        <translation>اكتب الاسم بحروف عربية</translation>
    </message>
    <message>
        <source>latin_name_malformed</source>
        <translation>اكتب الاسم بحروف لاتينية</translation>
    </message>
    <message>
        <source>choice_malformed</source>
        <translation>اختر من اللائحة</translation>
    </message>
    <message>
        <source>code_malformed</source>
        <translation>اختر من اللائحة</translation>
    </message>
    <message>
        <source>ref_malformed</source>
        <translation>اختر السجل من جديد</translation>
    </message>
    <message>
        <source>not_a_choice</source>
        <translation>اختر من اللائحة</translation>
    </message>
    <message>
        <source>too_long</source>
        <translation>أطول من {limit} حرفا، اختصره</translation>
    </message>
    <message>
        <source>wrong_type</source>
        <translation>قيمة لا تناسب هذا الحقل، أعد كتابتها</translation>
    </message>
    <message>
        <source>unknown_field</source>
        <translation>حقل لا تعرفه هذه النسخة من البرنامج، حدّث البرنامج</translation>
    </message>
    <message>
        <source>unknown_row</source>
        <translation>السجل غير موجود هنا، زامن ثم أعد المحاولة</translation>
    </message>
    <message>
        <source>row_exists</source>
        <translation>هذا السجل موجود من قبل، افتحه بدل إنشائه</translation>
    </message>
    <message>
        <source>row_of_another_device</source>
        <translation>رقم السجل لحاسوب آخر، اتصل بمسؤول النظام</translation>
    </message>
    <message>
        <source>wrong_dossier</source>
        <translation>السجل لا ينتمي إلى هذا الملف، أعد فتح الملف</translation>
    </message>
    <message>
        <source>not_your_scope</source>
        <translation>هذا الملف خارج اختصاص مكتبك، اتصل بمديريته</translation>
    </message>
    <message>
        <source>written_by_acts_only</source>
        <translation>هذا المعطى يكتب بإجراء إداري فقط، سجل الإجراء المناسب</translation>
    </message>
    <message>
        <source>written_by_centre_only</source>
        <translation>هذا المعطى يكتبه المركز وحده، راسل الأكاديمية</translation>
    </message>
    <message>
        <source>already_withdrawn</source>
        <translation>سحب هذا السجل من قبل، لا شيء عليك فعله</translation>
    </message>
    <message>
        <source>already_joined</source>
        <translation>ضم أحد السجلين من قبل، افتح الملف الذي بقي</translation>
    </message>
    <message>
        <source>not_joined</source>
        <translation>السجلان غير مضمومين، لا شيء يفصل</translation>
    </message>
    <message>
        <source>conflict_settled</source>
        <translation>حسم هذا التعارض من قبل، راجع القيمة المعتمدة</translation>
    </message>
    <message>
        <source>chosen_malformed</source>
        <translation>القيمة المختارة لا تخص هذا التعارض، اختر من جديد</translation>
    </message>
    <message>
        <source>changed_elsewhere</source>
        <translation>غيره مكتب آخر قبل أن ترسل، يحسمه المركز عند المزامنة</translation>
    </message>
    <message>
        <source>code_unknown</source>
        <translation>الرمز {value} غير وارد في الجداول الحالية، تحقق منه</translation>
    </message>
    <message>
        <source>number_stands_twice</source>
        <translation>الرقم مسجل في ملف آخر، افتحه وقارن</translation>
    </message>
    <message>
        <source>recruited_before_birth</source>
        <translation>التوظيف قبل الازدياد، صحح أحد التاريخين</translation>
    </message>
    <message>
        <source>recruited_young</source>
        <translation>العمر عند التوظيف أقل من {years} سنة، تحقق من التاريخين</translation>
    </message>
    <message>
        <source>tenured_before_recruited</source>
        <translation>الترسيم قبل التوظيف، تحقق من التاريخين</translation>
    </message>
    <message>
        <source>echelon_before_grade</source>
        <translation>الرتبة أقدم من الدرجة، تحقق من التاريخين</translation>
    </message>
    <message>
        <source>opening_situation_exists</source>
        <translation>الوضعية الأولى من {source} مسجلة، صححها بدل تكرارها</translation>
    </message>
    <message>
        <source>no_opening_situation</source>
        <translation>لا وضعية أولى لهذا الشخص، سجلها قبل تصحيحها</translation>
    </message>
    <message>
        <source>nothing_to_correct</source>
        <translation>لم تغير شيئا، أدخل القيمة الصحيحة</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>لم يستطع المركز قراءة هذه العملية، اتصل بمسؤول النظام</translation>
    </message>
    <message>
        <source>done_by_copy</source>
        <translation>سجلته من قبل نسخة من هذا الحاسوب، فاحتُسب مرة واحدة</translation>
    </message>
    <message>
        <source>not_run_here</source>
        <translation>محفوظة، ولم يستطع هذا البرنامج إعادة حسابها، زامن ثم حيّن البرنامج أو اتصل بمسؤول النظام</translation>
    </message>
    <message>
        <source>follows_rejected</source>
        <translation>تتبع عملية رفضها المركز، استرجع الأولى من قائمة المرفوضات ثم أعدها</translation>
    </message>
    <message>
        <source>dossier_transferred</source>
        <translation>انتقل هذا الملف إلى {ar} ابتداء من {day}، راسل المديرية المستقبلة</translation>
    </message>
    <message>
        <source>transferred_after</source>
        <translation>طبق لدى {ar} التي انتقل إليها الملف ابتداء من {day}، لا شيء يلزم فعله</translation>
    </message>
    <message>
        <source>written_after_transfer</source>
        <translation>وصل تعديل من المديرية السابقة {source} بعد انتقال الملف، راجع سجل التغييرات</translation>
    </message>
    <message>
        <source>auditor_reads_only</source>
        <translation>دور المدقق يسمح بالاطلاع فقط، ولا يكتب شيئا في الملفات</translation>
    </message>
    <message>
        <source>known_elsewhere</source>
        <translation>رقم التأجير ورقم البطاقة الوطنية معروفان معا في {ar}: تحققوا قبل المتابعة، فقد يتعلق الأمر بانتقال</translation>
    </message>
    <message>
        <source>author_unknown</source>
        <translation>المركز لا يعرف صاحب هذه العملية، اتصل بمسؤول النظام</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ملاحظة من نسخة أحدث ({code})، حدّث البرنامج</translation>
    </message>
    <message>
        <source>academy_takes_steps_only</source>
        <translation>تبت الأكاديمية في الملفات المحالة عليها، أما غير ذلك فتكتبه المديرية الإقليمية</translation>
    </message>
    <message>
        <source>dossier_not_referred</source>
        <translation>هذا الملف غير محال على الأكاديمية، أو لم يعد كذلك: يوجد لدى مديريته الإقليمية، راسلها</translation>
    </message>
    <message>
        <source>decided_when_gone</source>
        <translation>سجل القرار، وكان الملف قد عاد إلى مديريته الإقليمية: راسلها</translation>
    </message>
    <message>
        <source>act_not_referred</source>
        <translation>هذا الإجراء غير محال على الأكاديمية، أو أعيد إلى مديريته الإقليمية</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>open</source>
        <translation>على هذا الحاسوب فقط</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>أرسلت وتنتظر الجواب</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>تحتاج إلى نظرة</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>قبلها المركز</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>مطابقة لما في المركز</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>مسجلة وفيها خلل</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>رفضها المركز</translation>
    </message>
    <message>
        <source>held</source>
        <translation>معلقة في المركز</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>عوضتها عملية لاحقة</translation>
    </message>
</context>
<context>
    <name>verb</name>
    <message>
        <source>CREATE</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>CORRECT</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>WITHDRAW</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>ACT</source>
        <translation>إجراء إداري</translation>
    </message>
    <message>
        <source>JOIN</source>
        <translation>ضم ملفين</translation>
    </message>
    <message>
        <source>PART</source>
        <translation>فصل ملفين</translation>
    </message>
    <message>
        <source>SETTLE</source>
        <translation>حسم تعارض</translation>
    </message>
    <message>
        <source>VOID</source>
        <translation>عملية ملغاة</translation>
    </message>
    <message>
        <source>READ</source>
        <translation>اطلاع على ملف سري</translation>
    </message>
</context>
</TS>
