<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>kind</name>
    <message>
        <source>limit</source>
        <translation>حد قانوني</translation>
    </message>
    <message>
        <source>delegation</source>
        <translation>خلية من مصفوفة التفويض</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>عطلة</translation>
    </message>
    <message>
        <source>grade_index</source>
        <translation>رقم استدلالي</translation>
    </message>
    <message>
        <source>interim</source>
        <translation>نيابة</translation>
    </message>
    <message>
        <source>act_step</source>
        <translation>مرحلة من مسار الإجراء</translation>
    </message>
    <message>
        <source>confidential_step</source>
        <translation>مرحلة من مسار إجراء سري</translation>
    </message>
    <message>
        <source>leave_notice</source>
        <translation>إشعار برخصة</translation>
    </message>
    <message>
        <source>annual_leave</source>
        <translation>الرخصة السنوية (LV-ANN)</translation>
    </message>
    <message>
        <source>exceptional_leave</source>
        <translation>الرخصة الاستثنائية (LV-EXC)</translation>
    </message>
    <message>
        <source>maternity_leave</source>
        <translation>رخصة الولادة (LV-MAT)</translation>
    </message>
    <message>
        <source>paternity_leave</source>
        <translation>رخصة الأبوة (LV-PAT)</translation>
    </message>
    <message>
        <source>sick_short</source>
        <translation>رخصة مرض قصيرة الأمد (SK-ST)</translation>
    </message>
    <message>
        <source>sick_medium</source>
        <translation>رخصة مرض متوسطة الأمد (SK-MT)</translation>
    </message>
    <message>
        <source>sick_long</source>
        <translation>رخصة مرض طويلة الأمد (SK-LT)</translation>
    </message>
    <message>
        <source>unjustified_absence</source>
        <translation>تغيب غير مشروع (AB-UNJ)</translation>
    </message>
    <message>
        <source>abandonment</source>
        <translation>ترك الوظيفة (AB-DEP)</translation>
    </message>
    <message>
        <source>interest_transfer</source>
        <translation>انتقال من أجل المصلحة (MV-INT)</translation>
    </message>
    <message>
        <source>tasking</source>
        <translation>تكليف (MV-TSK)</translation>
    </message>
    <message>
        <source>arrival_minutes</source>
        <translation>محضر الالتحاق أو استئناف العمل (MV-ARR)</translation>
    </message>
    <message>
        <source>echelon</source>
        <translation>الترقية في الرتبة (CA-ECH)</translation>
    </message>
    <message>
        <source>tenure</source>
        <translation>الترسيم (CA-TEN)</translation>
    </message>
    <message>
        <source>family_change</source>
        <translation>تغيير في الحالة العائلية (CA-FAM)</translation>
    </message>
    <message>
        <source>bank_change</source>
        <translation>تغيير الحساب البنكي (CA-RIB)</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>الاستيداع (PO-DIS)</translation>
    </message>
    <message>
        <source>detachment</source>
        <translation>الإلحاق (PO-DET)</translation>
    </message>
    <message>
        <source>age_retirement</source>
        <translation>الإحالة على التقاعد لحد السن (EX-AGE)</translation>
    </message>
    <message>
        <source>resignation</source>
        <translation>الاستقالة (EX-RES)</translation>
    </message>
    <message>
        <source>presence_census</source>
        <translation>الإحصاء السنوي (CE-ANN)</translation>
    </message>
    <message>
        <source>pilgrimage_leave</source>
        <translation>رخصة الحج (LV-HAJ)</translation>
    </message>
    <message>
        <source>spouse_transfer</source>
        <translation>الالتحاق بالزوج(ة) (MV-CON)</translation>
    </message>
    <message>
        <source>reference_package</source>
        <translation>حزمة المراجع</translation>
    </message>
    <message>
        <source>kafala_leave</source>
        <translation>رخصة الكفالة (LV-KAF)</translation>
    </message>
    <message>
        <source>nursing_leave</source>
        <translation>رخصة الرضاعة (LV-ALL)</translation>
    </message>
    <message>
        <source>unpaid_leave</source>
        <translation>رخصة بدون أجر (LV-UNP)</translation>
    </message>
    <message>
        <source>justified_absence</source>
        <translation>غياب مبرر (AB-JUS)</translation>
    </message>
    <message>
        <source>work_accident</source>
        <translation>حادثة أو مرض بسبب العمل (SK-WK)</translation>
    </message>
    <message>
        <source>provincial_move</source>
        <translation>الحركة الإقليمية (MV-PRO)</translation>
    </message>
    <message>
        <source>grade_advancement</source>
        <translation>الترقية في الدرجة (CA-GRD)</translation>
    </message>
    <message>
        <source>early_retirement</source>
        <translation>التقاعد النسبي (EX-EAR)</translation>
    </message>
    <message>
        <source>death</source>
        <translation>الوفاة (EX-DEA)</translation>
    </message>
    <message>
        <source>put_at_disposal</source>
        <translation>الوضع رهن الإشارة (PO-MAD)</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>step</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>act</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>life</source>
        <translation>مسار الإجراء</translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>rule.valid_from</source>
        <translation>ساري المفعول من</translation>
    </message>
    <message>
        <source>rule.valid_to</source>
        <translation>ساري المفعول إلى</translation>
    </message>
    <message>
        <source>rule.published_on</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>rule.uncertain</source>
        <translation>يحتاج إلى تأكيد</translation>
    </message>
    <message>
        <source>rule.source</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>rule.note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>rule.act</source>
        <translation>رمز الإجراء</translation>
    </message>
    <message>
        <source>rule.name</source>
        <translation>اسم الحد</translation>
    </message>
    <message>
        <source>rule.value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>rule.unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>rule.region</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>rule.level</source>
        <translation>مستوى القرار</translation>
    </message>
    <message>
        <source>rule.role</source>
        <translation>صاحب التوقيع</translation>
    </message>
    <message>
        <source>rule.means</source>
        <translation>نوع التفويض</translation>
    </message>
    <message>
        <source>rule.up_to_days</source>
        <translation>إلى حدود (أيام)</translation>
    </message>
    <message>
        <source>rule.year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>rule.nature</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>rule.from_on</source>
        <translation>من</translation>
    </message>
    <message>
        <source>rule.to_on</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>rule.name_ar</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>rule.name_la</source>
        <translation>الاسم بالفرنسية</translation>
    </message>
    <message>
        <source>rule.grade</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>rule.echelle</source>
        <translation>السلم</translation>
    </message>
    <message>
        <source>rule.echelon</source>
        <translation>الرتبة</translation>
    </message>
    <message>
        <source>rule.index_number</source>
        <translation>الرقم الاستدلالي</translation>
    </message>
    <message>
        <source>interim.account</source>
        <translation>النائب</translation>
    </message>
    <message>
        <source>interim.role</source>
        <translation>المهمة بالنيابة</translation>
    </message>
    <message>
        <source>interim.from_on</source>
        <translation>من</translation>
    </message>
    <message>
        <source>interim.to_on</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>interim.reference</source>
        <translation>مرجع القرار</translation>
    </message>
    <message>
        <source>situation.position_until</source>
        <translation>نهاية الوضعية</translation>
    </message>
    <message>
        <source>situation.left_on</source>
        <translation>تاريخ المغادرة</translation>
    </message>
    <message>
        <source>situation.exit_reason</source>
        <translation>سبب المغادرة</translation>
    </message>
    <message>
        <source>situation.children_counted</source>
        <translation>الأطفال المحتسبون للتعويض</translation>
    </message>
    <message>
        <source>act_step.employee</source>
        <translation>المعني بالأمر</translation>
    </message>
    <message>
        <source>act_step.act_kind</source>
        <translation>نوع الإجراء</translation>
    </message>
    <message>
        <source>act_step.act_row</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>act_step.step</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>act_step.on</source>
        <translation>بتاريخ</translation>
    </message>
    <message>
        <source>act_step.number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>act_step.remark</source>
        <translation>ملاحظة أو سبب</translation>
    </message>
    <message>
        <source>act_step.opinion</source>
        <translation>الرأي</translation>
    </message>
    <message>
        <source>act_step.level</source>
        <translation>مستوى القرار</translation>
    </message>
    <message>
        <source>act_step.signed_by</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>act_step.means</source>
        <translation>صفة التوقيع</translation>
    </message>
    <message>
        <source>act_step.by</source>
        <translation>سجلها</translation>
    </message>
    <message>
        <source>act_step.irregular</source>
        <translation>سبب عدم النظامية</translation>
    </message>
    <message>
        <source>act_step.moved_to</source>
        <translation>نقل إلى ملف</translation>
    </message>
    <message>
        <source>leave_notice.employee</source>
        <translation>المعني بالأمر</translation>
    </message>
    <message>
        <source>leave_notice.from_on</source>
        <translation>من</translation>
    </message>
    <message>
        <source>leave_notice.to_on</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>leave_notice.rate</source>
        <translation>نسبة الأجر</translation>
    </message>
    <message>
        <source>leave_notice.half_from</source>
        <translation>نصف الأجر ابتداء من</translation>
    </message>
    <message>
        <source>leave_notice.decided</source>
        <translation>صدر القرار</translation>
    </message>
    <message>
        <source>act.from_on</source>
        <translation>ابتداء من</translation>
    </message>
    <message>
        <source>act.to_on</source>
        <translation>إلى غاية</translation>
    </message>
    <message>
        <source>act.reference</source>
        <translation>مرجع الوثيقة</translation>
    </message>
    <message>
        <source>act.registered_on</source>
        <translation>تاريخ التسجيل</translation>
    </message>
    <message>
        <source>act.papers</source>
        <translation>الوثائق المدلى بها</translation>
    </message>
    <message>
        <source>act.remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>act.rectifies</source>
        <translation>يصحح الإجراء</translation>
    </message>
    <message>
        <source>act.provisional_number</source>
        <translation>الرقم المؤقت</translation>
    </message>
    <message>
        <source>act.number</source>
        <translation>رقم التسجيل</translation>
    </message>
    <message>
        <source>act.state</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>act.opinion</source>
        <translation>رأي المديرية</translation>
    </message>
    <message>
        <source>act.referred_on</source>
        <translation>تاريخ الإحالة على الأكاديمية</translation>
    </message>
    <message>
        <source>act.decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>act.decided_on</source>
        <translation>تاريخ القرار</translation>
    </message>
    <message>
        <source>act.decided_level</source>
        <translation>جهة القرار</translation>
    </message>
    <message>
        <source>act.decided_by</source>
        <translation>صاحب القرار</translation>
    </message>
    <message>
        <source>act.decision_number</source>
        <translation>رقم القرار</translation>
    </message>
    <message>
        <source>act.notified_on</source>
        <translation>تاريخ التبليغ</translation>
    </message>
    <message>
        <source>act.ended_on</source>
        <translation>انتهى في</translation>
    </message>
    <message>
        <source>act.irregular</source>
        <translation>غير نظامي بسبب</translation>
    </message>
    <message>
        <source>act.irregular_by</source>
        <translation>المرحلة غير النظامية</translation>
    </message>
    <message>
        <source>act.rectified_by</source>
        <translation>صححه الإجراء</translation>
    </message>
    <message>
        <source>act.pay_state</source>
        <translation>الحالة لدى الأداء</translation>
    </message>
    <message>
        <source>act.moved_to</source>
        <translation>نقل إلى ملف</translation>
    </message>
    <message>
        <source>act.moved_from</source>
        <translation>نقل من الإجراء</translation>
    </message>
    <message>
        <source>act.days_taken</source>
        <translation>أيام العمل المستهلكة</translation>
    </message>
    <message>
        <source>act.year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>act.address</source>
        <translation>العنوان خلال الرخصة</translation>
    </message>
    <message>
        <source>act.replaced_by</source>
        <translation>من ينوب عنه</translation>
    </message>
    <message>
        <source>act.reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>act.detail</source>
        <translation>تفصيل</translation>
    </message>
    <message>
        <source>act.expected_on</source>
        <translation>تاريخ الوضع المرتقب</translation>
    </message>
    <message>
        <source>act.born_on</source>
        <translation>تاريخ الولادة</translation>
    </message>
    <message>
        <source>act.child</source>
        <translation>الطفل</translation>
    </message>
    <message>
        <source>act.certificate_on</source>
        <translation>تاريخ الشهادة الطبية</translation>
    </message>
    <message>
        <source>act.received_on</source>
        <translation>تاريخ التوصل</translation>
    </message>
    <message>
        <source>act.doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <source>act.rural</source>
        <translation>مقر العمل بالوسط القروي</translation>
    </message>
    <message>
        <source>act.counter_visit</source>
        <translation>الفحص المضاد</translation>
    </message>
    <message>
        <source>act.council_sent_on</source>
        <translation>إحالة الملف على المجلس الصحي</translation>
    </message>
    <message>
        <source>act.council_opinion</source>
        <translation>رأي المجلس الصحي</translation>
    </message>
    <message>
        <source>act.council_on</source>
        <translation>تاريخ رأي المجلس</translation>
    </message>
    <message>
        <source>act.reported_on</source>
        <translation>تاريخ تبليغ الغياب</translation>
    </message>
    <message>
        <source>act.queried_on</source>
        <translation>تاريخ الاستفسار</translation>
    </message>
    <message>
        <source>act.replied_on</source>
        <translation>تاريخ الجواب</translation>
    </message>
    <message>
        <source>act.reply</source>
        <translation>مآل الجواب</translation>
    </message>
    <message>
        <source>act.days_deducted</source>
        <translation>أيام الاقتطاع</translation>
    </message>
    <message>
        <source>act.notice_on</source>
        <translation>تاريخ الإنذار</translation>
    </message>
    <message>
        <source>act.postal_reference</source>
        <translation>مرجع البريد المضمون</translation>
    </message>
    <message>
        <source>act.notice_received_on</source>
        <translation>تاريخ تبليغ الإنذار</translation>
    </message>
    <message>
        <source>act.undelivered_on</source>
        <translation>تعذر التبليغ في</translation>
    </message>
    <message>
        <source>act.pay_stopped_on</source>
        <translation>توقيف الأجر في</translation>
    </message>
    <message>
        <source>act.returned_on</source>
        <translation>استأنف العمل في</translation>
    </message>
    <message>
        <source>act.outcome</source>
        <translation>المآل</translation>
    </message>
    <message>
        <source>act.reach</source>
        <translation>مدى الانتقال</translation>
    </message>
    <message>
        <source>act.nature</source>
        <translation>نوع التكليف</translation>
    </message>
    <message>
        <source>act.hours</source>
        <translation>عدد الساعات</translation>
    </message>
    <message>
        <source>act.minutes</source>
        <translation>نوع المحضر</translation>
    </message>
    <message>
        <source>act.pace</source>
        <translation>نسق الترقية</translation>
    </message>
    <message>
        <source>act.average_mark</source>
        <translation>معدل النقط (بأجزاء المائة)</translation>
    </message>
    <message>
        <source>act.commission_on</source>
        <translation>تاريخ اللجنة الإدارية</translation>
    </message>
    <message>
        <source>act.change</source>
        <translation>نوع التغيير</translation>
    </message>
    <message>
        <source>act.dependant</source>
        <translation>الشخص المعني من العائلة</translation>
    </message>
    <message>
        <source>act.children</source>
        <translation>عدد الأطفال المحتسبين</translation>
    </message>
    <message>
        <source>act.limit_on</source>
        <translation>تاريخ بلوغ حد السن</translation>
    </message>
    <message>
        <source>act.pension_file_on</source>
        <translation>إيداع ملف المعاش</translation>
    </message>
    <message>
        <source>act.requested_on</source>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>act.found</source>
        <translation>نتيجة الإحصاء</translation>
    </message>
    <message>
        <source>act.mended</source>
        <translation>شهادة تصحيح</translation>
    </message>
    <message>
        <source>act.host</source>
        <translation>الجهة المستقبلة</translation>
    </message>
    <message>
        <source>act.travel_days</source>
        <translation>أيام السفر</translation>
    </message>
    <message>
        <source>act.proof_on</source>
        <translation>تاريخ الإدلاء بما يثبت</translation>
    </message>
    <message>
        <source>act.spouse_ppr</source>
        <translation>رقم تأجير الزوج</translation>
    </message>
    <message>
        <source>rule.package</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>rule.version</source>
        <translation>رقم الحزمة</translation>
    </message>
    <message>
        <source>rule.rows</source>
        <translation>عدد الأسطر</translation>
    </message>
    <message>
        <source>rule.digest</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>rule.signature</source>
        <translation>توقيع المركز</translation>
    </message>
    <message>
        <source>act.order_on</source>
        <translation>تاريخ أمر الكفالة</translation>
    </message>
    <message>
        <source>act.cause</source>
        <translation>سبب الغياب</translation>
    </message>
    <message>
        <source>act.accident_on</source>
        <translation>تاريخ الحادثة</translation>
    </message>
    <message>
        <source>act.declared_on</source>
        <translation>تاريخ التصريح</translation>
    </message>
    <message>
        <source>act.imputability</source>
        <translation>رأي اللجنة في السبب</translation>
    </message>
    <message>
        <source>act.points</source>
        <translation>النقط (بالمئات)</translation>
    </message>
    <message>
        <source>act.way</source>
        <translation>طريقة الترقية</translation>
    </message>
    <message>
        <source>act.died_on</source>
        <translation>تاريخ الوفاة</translation>
    </message>
    <message>
        <source>act.heirs_file_on</source>
        <translation>تاريخ ملف ذوي الحقوق</translation>
    </message>
    <message>
        <source>act.convention_on</source>
        <translation>تاريخ الاتفاقية</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>rule.role.clerk</source>
        <translation>موظف المصلحة</translation>
    </message>
    <message>
        <source>rule.role.head</source>
        <translation>رئيس المصلحة</translation>
    </message>
    <message>
        <source>rule.role.director</source>
        <translation>المدير الإقليمي</translation>
    </message>
    <message>
        <source>rule.role.aref</source>
        <translation>الأكاديمية الجهوية</translation>
    </message>
    <message>
        <source>rule.role.ministry</source>
        <translation>الوزارة</translation>
    </message>
    <message>
        <source>rule.role.auditor</source>
        <translation>المراقب</translation>
    </message>
    <message>
        <source>interim.role.clerk</source>
        <translation>موظف المصلحة</translation>
    </message>
    <message>
        <source>interim.role.head</source>
        <translation>رئيس المصلحة</translation>
    </message>
    <message>
        <source>interim.role.director</source>
        <translation>المدير الإقليمي</translation>
    </message>
    <message>
        <source>interim.role.aref</source>
        <translation>الأكاديمية الجهوية</translation>
    </message>
    <message>
        <source>interim.role.ministry</source>
        <translation>الوزارة</translation>
    </message>
    <message>
        <source>interim.role.auditor</source>
        <translation>المراقب</translation>
    </message>
    <message>
        <source>rule.level.P</source>
        <translation>المديرية الإقليمية</translation>
    </message>
    <message>
        <source>rule.level.A</source>
        <translation>الأكاديمية الجهوية</translation>
    </message>
    <message>
        <source>rule.level.C</source>
        <translation>الوزارة</translation>
    </message>
    <message>
        <source>act_step.level.P</source>
        <translation>المديرية الإقليمية</translation>
    </message>
    <message>
        <source>act_step.level.A</source>
        <translation>الأكاديمية الجهوية</translation>
    </message>
    <message>
        <source>act_step.level.C</source>
        <translation>الوزارة</translation>
    </message>
    <message>
        <source>act.decided_level.P</source>
        <translation>المديرية الإقليمية</translation>
    </message>
    <message>
        <source>act.decided_level.A</source>
        <translation>الأكاديمية الجهوية</translation>
    </message>
    <message>
        <source>act.decided_level.C</source>
        <translation>الوزارة</translation>
    </message>
    <message>
        <source>rule.means.competence</source>
        <translation>تفويض الاختصاص</translation>
    </message>
    <message>
        <source>rule.means.signature</source>
        <translation>تفويض الإمضاء</translation>
    </message>
    <message>
        <source>act_step.means.competence</source>
        <translation>تفويض الاختصاص</translation>
    </message>
    <message>
        <source>act_step.means.signature</source>
        <translation>تفويض الإمضاء</translation>
    </message>
    <message>
        <source>act_step.means.interim</source>
        <translation>بالنيابة</translation>
    </message>
    <message>
        <source>act_step.opinion.favourable</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>act_step.opinion.unfavourable</source>
        <translation>غير موافق</translation>
    </message>
    <message>
        <source>act_step.opinion.reserved</source>
        <translation>متحفظ</translation>
    </message>
    <message>
        <source>act.opinion.favourable</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>act.opinion.unfavourable</source>
        <translation>غير موافق</translation>
    </message>
    <message>
        <source>act.opinion.reserved</source>
        <translation>متحفظ</translation>
    </message>
    <message>
        <source>rule.unit.days</source>
        <translation>يوم</translation>
    </message>
    <message>
        <source>rule.unit.working_days</source>
        <translation>يوم عمل</translation>
    </message>
    <message>
        <source>rule.unit.weeks</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <source>rule.unit.months</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>rule.unit.years</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>rule.unit.times</source>
        <translation>مرة</translation>
    </message>
    <message>
        <source>rule.unit.percent</source>
        <translation>في المائة</translation>
    </message>
    <message>
        <source>rule.nature.fixed</source>
        <translation>عيد وطني ثابت</translation>
    </message>
    <message>
        <source>rule.nature.religious</source>
        <translation>عيد ديني</translation>
    </message>
    <message>
        <source>rule.nature.exceptional</source>
        <translation>عطلة استثنائية</translation>
    </message>
    <message>
        <source>rule.nature.school_year</source>
        <translation>سنة دراسية</translation>
    </message>
    <message>
        <source>rule.nature.school_break</source>
        <translation>عطلة مدرسية</translation>
    </message>
    <message>
        <source>situation.exit_reason.retirement</source>
        <translation>التقاعد</translation>
    </message>
    <message>
        <source>situation.exit_reason.resignation</source>
        <translation>الاستقالة</translation>
    </message>
    <message>
        <source>situation.exit_reason.dismissal</source>
        <translation>العزل</translation>
    </message>
    <message>
        <source>act_step.step.study</source>
        <translation>الشروع في الدراسة</translation>
    </message>
    <message>
        <source>act_step.step.return</source>
        <translation>إرجاع للاستكمال</translation>
    </message>
    <message>
        <source>act_step.step.complete</source>
        <translation>استكمال</translation>
    </message>
    <message>
        <source>act_step.step.opinion</source>
        <translation>إبداء الرأي</translation>
    </message>
    <message>
        <source>act_step.step.refer</source>
        <translation>إحالة على الأكاديمية</translation>
    </message>
    <message>
        <source>act_step.step.accept</source>
        <translation>قرار بالموافقة</translation>
    </message>
    <message>
        <source>act_step.step.refuse</source>
        <translation>قرار بالرفض</translation>
    </message>
    <message>
        <source>act_step.step.enter_accepted</source>
        <translation>تسجيل موافقة واردة</translation>
    </message>
    <message>
        <source>act_step.step.enter_refused</source>
        <translation>تسجيل رفض وارد</translation>
    </message>
    <message>
        <source>act_step.step.notify</source>
        <translation>تبليغ</translation>
    </message>
    <message>
        <source>act_step.step.start</source>
        <translation>بدء السريان</translation>
    </message>
    <message>
        <source>act_step.step.end</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>act_step.step.withdraw</source>
        <translation>سحب الطلب</translation>
    </message>
    <message>
        <source>act_step.step.move</source>
        <translation>نقل إلى الشخص المعني</translation>
    </message>
    <message>
        <source>act_step.step.cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>act_step.step.enter_cancelled</source>
        <translation>تسجيل إلغاء وارد</translation>
    </message>
    <message>
        <source>act_step.step.advise</source>
        <translation>إبداء رأي الأكاديمية</translation>
    </message>
    <message>
        <source>act_step.step.regularise</source>
        <translation>تسوية</translation>
    </message>
    <message>
        <source>leave_notice.rate.full</source>
        <translation>أجر كامل</translation>
    </message>
    <message>
        <source>leave_notice.rate.half</source>
        <translation>نصف الأجر</translation>
    </message>
    <message>
        <source>leave_notice.rate.none</source>
        <translation>بدون أجر</translation>
    </message>
    <message>
        <source>act.state.registered</source>
        <translation>مسجل</translation>
    </message>
    <message>
        <source>act.state.study</source>
        <translation>قيد الدراسة</translation>
    </message>
    <message>
        <source>act.state.returned</source>
        <translation>أرجع للاستكمال</translation>
    </message>
    <message>
        <source>act.state.opinion</source>
        <translation>رأي المديرية</translation>
    </message>
    <message>
        <source>act.state.referred</source>
        <translation>أحيل على الأكاديمية</translation>
    </message>
    <message>
        <source>act.state.accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>act.state.refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>act.state.notified</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>act.state.in_effect</source>
        <translation>ساري</translation>
    </message>
    <message>
        <source>act.state.ended</source>
        <translation>منته</translation>
    </message>
    <message>
        <source>act.state.withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>act.state.cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>act.state.rectified</source>
        <translation>مصحح</translation>
    </message>
    <message>
        <source>act.state.moved</source>
        <translation>نقل إلى ملف آخر</translation>
    </message>
    <message>
        <source>act.decision.accepted</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>act.decision.refused</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>act.pay_state.none</source>
        <translation>لا أثر على الأجر</translation>
    </message>
    <message>
        <source>act.pay_state.to_send</source>
        <translation>في انتظار الإرسال</translation>
    </message>
    <message>
        <source>act.pay_state.in_batch</source>
        <translation>ضمن دفعة</translation>
    </message>
    <message>
        <source>act.pay_state.accepted</source>
        <translation>مقبول لدى الأداء</translation>
    </message>
    <message>
        <source>act.pay_state.rejected</source>
        <translation>مرفوض لدى الأداء</translation>
    </message>
    <message>
        <source>act.pay_state.corrected</source>
        <translation>مصحح</translation>
    </message>
    <message>
        <source>act.pay_state.applied</source>
        <translation>مطبق في الأجر</translation>
    </message>
    <message>
        <source>act.reason.marriage</source>
        <translation>زواج</translation>
    </message>
    <message>
        <source>act.reason.death</source>
        <translation>وفاة في العائلة</translation>
    </message>
    <message>
        <source>act.reason.family</source>
        <translation>سبب عائلي خطير</translation>
    </message>
    <message>
        <source>act.reason.election</source>
        <translation>مهمة انتخابية</translation>
    </message>
    <message>
        <source>act.reason.union</source>
        <translation>مؤتمر نقابي</translation>
    </message>
    <message>
        <source>act.reason.other</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>act.reason.illness_of_family</source>
        <translation>مرض خطير للزوج أو الطفل</translation>
    </message>
    <message>
        <source>act.reason.army</source>
        <translation>التجنيد</translation>
    </message>
    <message>
        <source>act.reason.studies</source>
        <translation>دراسة أو بحث</translation>
    </message>
    <message>
        <source>act.reason.personal</source>
        <translation>أسباب شخصية</translation>
    </message>
    <message>
        <source>act.reason.young_child</source>
        <translation>تربية طفل صغير أو معاق</translation>
    </message>
    <message>
        <source>act.reason.follow_spouse</source>
        <translation>الالتحاق بالزوج</translation>
    </message>
    <message>
        <source>act.reason.ex_officio</source>
        <translation>حتمي بعد استنفاد رخص المرض</translation>
    </message>
    <message>
        <source>act.counter_visit.none</source>
        <translation>لم يؤمر به</translation>
    </message>
    <message>
        <source>act.counter_visit.ordered</source>
        <translation>أمر به</translation>
    </message>
    <message>
        <source>act.counter_visit.confirmed</source>
        <translation>أكد الرخصة</translation>
    </message>
    <message>
        <source>act.counter_visit.refused</source>
        <translation>لم يؤكد الرخصة</translation>
    </message>
    <message>
        <source>act.council_opinion.favourable</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>act.council_opinion.unfavourable</source>
        <translation>غير موافق</translation>
    </message>
    <message>
        <source>act.council_opinion.adjourned</source>
        <translation>مؤجل</translation>
    </message>
    <message>
        <source>act.reply.none</source>
        <translation>لا جواب</translation>
    </message>
    <message>
        <source>act.reply.accepted</source>
        <translation>تعليل مقبول</translation>
    </message>
    <message>
        <source>act.reply.not_accepted</source>
        <translation>تعليل غير مقبول</translation>
    </message>
    <message>
        <source>act.outcome.returned</source>
        <translation>استأنف العمل</translation>
    </message>
    <message>
        <source>act.outcome.dismissed</source>
        <translation>عزل</translation>
    </message>
    <message>
        <source>act.reach.school</source>
        <translation>مؤسسة في نفس الجماعة</translation>
    </message>
    <message>
        <source>act.reach.commune</source>
        <translation>جماعة أخرى</translation>
    </message>
    <message>
        <source>act.reach.province</source>
        <translation>إقليم آخر</translation>
    </message>
    <message>
        <source>act.reach.region</source>
        <translation>جهة أخرى</translation>
    </message>
    <message>
        <source>act.nature.temporary</source>
        <translation>تكليف مؤقت</translation>
    </message>
    <message>
        <source>act.nature.completion</source>
        <translation>تكملة الحصة</translation>
    </message>
    <message>
        <source>act.minutes.installation</source>
        <translation>التحاق</translation>
    </message>
    <message>
        <source>act.minutes.resumption</source>
        <translation>استئناف العمل</translation>
    </message>
    <message>
        <source>act.pace.rapid</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>act.pace.medium</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>act.pace.slow</source>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>act.change.marriage</source>
        <translation>زواج</translation>
    </message>
    <message>
        <source>act.change.birth</source>
        <translation>ولادة</translation>
    </message>
    <message>
        <source>act.change.divorce</source>
        <translation>طلاق</translation>
    </message>
    <message>
        <source>act.change.death</source>
        <translation>وفاة</translation>
    </message>
    <message>
        <source>act.change.custody</source>
        <translation>حضانة</translation>
    </message>
    <message>
        <source>act.change.schooling</source>
        <translation>تمدرس</translation>
    </message>
    <message>
        <source>act.found.present</source>
        <translation>حاضر</translation>
    </message>
    <message>
        <source>act.found.on_leave</source>
        <translation>في رخصة</translation>
    </message>
    <message>
        <source>act.found.tasked_elsewhere</source>
        <translation>مكلف خارج المؤسسة</translation>
    </message>
    <message>
        <source>act.found.absent</source>
        <translation>غائب</translation>
    </message>
    <message>
        <source>act.found.left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>act.cause.summons</source>
        <translation>استدعاء رسمي</translation>
    </message>
    <message>
        <source>act.cause.exam</source>
        <translation>امتحان أو مباراة</translation>
    </message>
    <message>
        <source>act.cause.union</source>
        <translation>نشاط نقابي</translation>
    </message>
    <message>
        <source>act.cause.training</source>
        <translation>تكوين</translation>
    </message>
    <message>
        <source>act.cause.other</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>act.imputability.imputable</source>
        <translation>بسبب العمل</translation>
    </message>
    <message>
        <source>act.imputability.not_imputable</source>
        <translation>ليس بسبب العمل</translation>
    </message>
    <message>
        <source>act.imputability.adjourned</source>
        <translation>مؤجل</translation>
    </message>
    <message>
        <source>act.way.exam</source>
        <translation>امتحان مهني</translation>
    </message>
    <message>
        <source>act.way.choice</source>
        <translation>بالاختيار</translation>
    </message>
    <message>
        <source>situation.exit_reason.death</source>
        <translation>وفاة</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>request</source>
        <translation>طلب المعني بالأمر</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>وثيقة مثبتة</translation>
    </message>
    <message>
        <source>medical_certificate</source>
        <translation>شهادة طبية</translation>
    </message>
    <message>
        <source>birth_certificate</source>
        <translation>عقد الازدياد</translation>
    </message>
    <message>
        <source>council_file</source>
        <translation>ملف المجلس الصحي</translation>
    </message>
    <message>
        <source>absence_report</source>
        <translation>تقرير الغياب</translation>
    </message>
    <message>
        <source>query</source>
        <translation>الاستفسار</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>الإنذار باستئناف العمل</translation>
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
        <source>minutes</source>
        <translation>المحضر الموقع</translation>
    </message>
    <message>
        <source>aptitude_result</source>
        <translation>نتيجة امتحان الكفاءة</translation>
    </message>
    <message>
        <source>commission_minutes</source>
        <translation>محضر اللجنة الإدارية المتساوية الأعضاء</translation>
    </message>
    <message>
        <source>bank_certificate</source>
        <translation>شهادة التعريف البنكي</translation>
    </message>
    <message>
        <source>pension_file</source>
        <translation>ملف المعاش</translation>
    </message>
    <message>
        <source>host_agreement</source>
        <translation>موافقة الجهة المستقبلة</translation>
    </message>
    <message>
        <source>pilgrimage_draw</source>
        <translation>نتيجة قرعة الحج</translation>
    </message>
    <message>
        <source>marriage_certificate</source>
        <translation>رسم الزواج</translation>
    </message>
    <message>
        <source>spouse_work_certificate</source>
        <translation>شهادة عمل الزوج</translation>
    </message>
    <message>
        <source>kafala_order</source>
        <translation>أمر الكفالة</translation>
    </message>
    <message>
        <source>accident_declaration</source>
        <translation>التصريح بالحادثة</translation>
    </message>
    <message>
        <source>death_certificate</source>
        <translation>شهادة الوفاة</translation>
    </message>
    <message>
        <source>convention</source>
        <translation>اتفاقية بين الإدارتين</translation>
    </message>
</context>
<context>
    <name>verb</name>
    <message>
        <source>STEP</source>
        <translation>مرحلة من مسار الإجراء</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>ends_before_it_begins</source>
        <translation>تاريخ النهاية قبل تاريخ البداية، صححه</translation>
    </message>
    <message>
        <source>before_recruitment</source>
        <translation>البداية قبل التوظيف في {day}، صحح التاريخ</translation>
    </message>
    <message>
        <source>has_left</source>
        <translation>غادر المعني بالأمر في {day}، لا يمكن تسجيل هذا بعد ذلك</translation>
    </message>
    <message>
        <source>far_back</source>
        <translation>أثر رجعي يفوق {limit} أشهر، تأكد من قبوله لدى الأداء</translation>
    </message>
    <message>
        <source>nothing_to_rectify</source>
        <translation>لا يوجد إجراء ساري يمكن تصحيحه، اختر إجراء آخر</translation>
    </message>
    <message>
        <source>overlaps_leave</source>
        <translation>تتداخل مع رخصة من {first} إلى {last}، غير التواريخ</translation>
    </message>
    <message>
        <source>overlaps</source>
        <translation>تتداخل مع {code} من {first} إلى {last}، غير التواريخ أو أنه ذاك الإجراء</translation>
    </message>
    <message>
        <source>paper_missing</source>
        <translation>تنقص وثيقة: {paper}، اطلبها ثم أشر عليها</translation>
    </message>
    <message>
        <source>role_may_not</source>
        <translation>صفتك لا تسمح بهذه المرحلة: {step}، اطلبها من رئيسك</translation>
    </message>
    <message>
        <source>competence_not_published</source>
        <translation>لم تنشر جهة القرار الخاصة بـ {code}، تواصل مع المركز ثم أعد المحاولة</translation>
    </message>
    <message>
        <source>not_competent</source>
        <translation>القرار من اختصاص: {level}، أحل الملف عليها</translation>
    </message>
    <message>
        <source>delegation_changed</source>
        <translation>تغير التفويض قبل وصول هذا الإجراء، راجعه مع رئيس المصلحة</translation>
    </message>
    <message>
        <source>school_unknown</source>
        <translation>المؤسسة غير واردة في القائمة، تحقق من رمزها</translation>
    </message>
    <message>
        <source>school_closed</source>
        <translation>المؤسسة مغلقة منذ {day}، اختر أخرى</translation>
    </message>
    <message>
        <source>school_not_open</source>
        <translation>المؤسسة لا تفتح إلا يوم {day}، اختر أخرى أو تاريخا لاحقا</translation>
    </message>
    <message>
        <source>limit_changed</source>
        <translation>نُشر يوم {day} حد قانوني جديد يسري على هذا الإجراء السابق: راجعه، وصححه بإجراء آخر عند الاقتضاء</translation>
    </message>
    <message>
        <source>matrix_changed</source>
        <translation>نُشر يوم {day} تفويض جديد يسري على تاريخ هذا الإجراء: راجع من كان له حق البت فيه</translation>
    </message>
    <message>
        <source>holiday_changed</source>
        <translation>نُشرت يوم {day} عطلة تقع في هذه الرخصة: راجع عدد أيامها</translation>
    </message>
    <message>
        <source>index_changed</source>
        <translation>نُشر يوم {day} رقم استدلالي جديد لهذه الدرجة والرتبة: راجع الإجراء</translation>
    </message>
    <message>
        <source>school_changed</source>
        <translation>نُشر يوم {day} تغيير في المؤسسة يسري على تاريخ هذا الإجراء: راجعه</translation>
    </message>
    <message>
        <source>school_elsewhere</source>
        <translation>المؤسسة تابعة لمديرية أخرى، اختر مؤسسة من المديرية</translation>
    </message>
    <message>
        <source>zone_differs</source>
        <translation>منطقة الإقامة لهذه المؤسسة هي {zone}، صححها</translation>
    </message>
    <message>
        <source>sick_days_exceeded</source>
        <translation>تم تجاوز سقف {limit} يوم مرض ابتداء من {day}، أحل الملف على المجلس الصحي</translation>
    </message>
    <message>
        <source>half_pay_from</source>
        <translation>نصف الأجر ابتداء من {day}، أخبر المعني بالأمر</translation>
    </message>
    <message>
        <source>council_against</source>
        <translation>رأي المجلس الصحي غير موافق، لا تمنح الرخصة</translation>
    </message>
    <message>
        <source>council_sent_late</source>
        <translation>أحيل الملف على المجلس بعد أكثر من {limit} أيام، علل التأخر</translation>
    </message>
    <message>
        <source>grant_too_long</source>
        <translation>لا تمنح أكثر من {limit} أشهر في المرة، قلص المدة</translation>
    </message>
    <message>
        <source>step_in_future</source>
        <translation>التاريخ لم يحل بعد، صححه</translation>
    </message>
    <message>
        <source>step_not_from_here</source>
        <translation>الإجراء الآن: {state}، لا تصح معه: {step}، أعد قراءة الملف</translation>
    </message>
    <message>
        <source>nothing_irregular</source>
        <translation>لا شيء يحتاج إلى تسوية في هذا الإجراء</translation>
    </message>
    <message>
        <source>act_is_decided</source>
        <translation>صدر القرار ولا يعدل، سجل إجراء يصححه</translation>
    </message>
    <message>
        <source>position_too_long</source>
        <translation>تتجاوز المدة القصوى {limit} شهرا التي تنتهي في {last}، قلصها</translation>
    </message>
    <message>
        <source>not_in_activity</source>
        <translation>ليس في وضعية القيام بالوظيفة، سجل محضر الاستئناف أولا</translation>
    </message>
    <message>
        <source>renewed_too_often</source>
        <translation>تم تجديدها أكثر من {limit} مرة، راجع الأكاديمية</translation>
    </message>
    <message>
        <source>not_tenured</source>
        <translation>غير مرسم، تأكد من حقه في هذه الوضعية</translation>
    </message>
    <message>
        <source>once_in_a_career</source>
        <translation>تمنح مرة واحدة في الحياة الإدارية وقد سبق منحها</translation>
    </message>
    <message>
        <source>leave_too_long</source>
        <translation>المدة القانونية {limit} وتنتهي في {last}، قلص الرخصة</translation>
    </message>
    <message>
        <source>leave_shorter_than_legal</source>
        <translation>أقصر من المدة القانونية التي تنتهي في {last}، تأكد من ذلك</translation>
    </message>
    <message>
        <source>annual_leave_that_year</source>
        <translation>استفاد من رخصة سنوية سنة {year}، اختر سنة أخرى</translation>
    </message>
    <message>
        <source>pilgrimage_that_year</source>
        <translation>لا رخصة سنوية في سنة الحج {year}</translation>
    </message>
    <message>
        <source>maternity_of_man</source>
        <translation>رخصة الولادة للنساء، تحقق من الجنس أو من نوع الرخصة</translation>
    </message>
    <message>
        <source>paternity_of_woman</source>
        <translation>رخصة الأبوة للرجال، تحقق من الجنس أو من نوع الرخصة</translation>
    </message>
    <message>
        <source>before_birth</source>
        <translation>البداية قبل الولادة، صحح التاريخ</translation>
    </message>
    <message>
        <source>window_has_passed</source>
        <translation>يجب أن تنتهي قبل {last}، تأكد من الأجل</translation>
    </message>
    <message>
        <source>leave_taken_for_birth</source>
        <translation>سبق منح رخصة عن هذه الولادة</translation>
    </message>
    <message>
        <source>same_school</source>
        <translation>هي المؤسسة الحالية نفسها، اختر أخرى</translation>
    </message>
    <message>
        <source>beyond_school_year</source>
        <translation>يتجاوز التكليف نهاية السنة الدراسية في {day}، قلصه</translation>
    </message>
    <message>
        <source>query_before_absence</source>
        <translation>تاريخ الاستفسار قبل الغياب، صححه</translation>
    </message>
    <message>
        <source>absence_was_justified</source>
        <translation>قبل تعليل الغياب، لا اقتطاع</translation>
    </message>
    <message>
        <source>days_deducted_differ</source>
        <translation>مدة الغياب {days} يوم، صحح أيام الاقتطاع</translation>
    </message>
    <message>
        <source>absence_too_long</source>
        <translation>الغياب يفوق {limit} أيام، ابدأ مسطرة ترك الوظيفة</translation>
    </message>
    <message>
        <source>counted_already</source>
        <translation>تم إحصاؤه سنة {year}، صحح السطر الموجود</translation>
    </message>
    <message>
        <source>present_though_away</source>
        <translation>أحصي حاضرا وهو ليس في وضعية القيام بالوظيفة، تحقق</translation>
    </message>
    <message>
        <source>absent_though_known</source>
        <translation>أحصي غائبا وله رخصة أو تكليف، تحقق</translation>
    </message>
    <message>
        <source>before_request</source>
        <translation>تاريخ الأثر قبل الطلب، صححه</translation>
    </message>
    <message>
        <source>post_abandoned</source>
        <translation>هناك مسطرة ترك الوظيفة، أنهها أولا</translation>
    </message>
    <message>
        <source>grade_differs</source>
        <translation>ليست هذه درجته الحالية، صححها</translation>
    </message>
    <message>
        <source>echelon_out_of_turn</source>
        <translation>الرتبة الموالية هي {next}، صححها</translation>
    </message>
    <message>
        <source>echelon_too_early</source>
        <translation>لم تنقض {limit} شهرا في الرتبة قبل {day}، تحقق من النسق</translation>
    </message>
    <message>
        <source>pace_does_not_fit_mark</source>
        <translation>نسق الترقية لا يوافق معدل النقط، تحقق</translation>
    </message>
    <message>
        <source>index_differs</source>
        <translation>الرقم الاستدلالي في الجدول هو {index}، صححه</translation>
    </message>
    <message>
        <source>same_account</source>
        <translation>هو الحساب الحالي نفسه</translation>
    </message>
    <message>
        <source>account_of_another</source>
        <translation>هذا الحساب مسجل لشخص آخر، تحقق من الشهادة البنكية</translation>
    </message>
    <message>
        <source>days_of_year_exceeded</source>
        <translation>استفاد من {taken} أيام هذه السنة، والحد {limit}، تحقق</translation>
    </message>
    <message>
        <source>working_days_differ</source>
        <translation>أيام العمل في هذه الفترة {days}، صحح العدد</translation>
    </message>
    <message>
        <source>service_too_short</source>
        <translation>لا رخصة سنوية قبل {limit} شهرا من الخدمة</translation>
    </message>
    <message>
        <source>annual_leave_of_teacher</source>
        <translation>هيئة التدريس تتبع العطل المدرسية، تأكد من الطلب</translation>
    </message>
    <message>
        <source>year_out_of_reach</source>
        <translation>لا تؤخذ الرخصة من حق هذه السنة، صحح السنة</translation>
    </message>
    <message>
        <source>carried_over</source>
        <translation>من حق سنة {year} المرحل استثناء، احتفظ بالموافقة</translation>
    </message>
    <message>
        <source>leave_exceeds_balance</source>
        <translation>الرصيد الباقي {left} يوم عمل من {limit}، قلص الرخصة</translation>
    </message>
    <message>
        <source>too_many_children</source>
        <translation>يحتسب {limit} أطفال على الأكثر، صحح العدد</translation>
    </message>
    <message>
        <source>children_differ</source>
        <translation>عدد الأطفال المحتسبين في الملف {counted}، صحح أحدهما</translation>
    </message>
    <message>
        <source>has_returned</source>
        <translation>استأنف العمل، لا عزل</translation>
    </message>
    <message>
        <source>notice_still_runs</source>
        <translation>أجل الإنذار ينتهي في {day}، انتظر</translation>
    </message>
    <message>
        <source>notice_not_delivered</source>
        <translation>بلغ الإنذار أو سجل تعذر التبليغ وتوقيف الأجر أولا</translation>
    </message>
    <message>
        <source>stopped_pay_still_runs</source>
        <translation>الأجل بعد توقيف الأجر ينتهي في {day}، انتظر</translation>
    </message>
    <message>
        <source>birth_date_needed</source>
        <translation>تاريخ الازدياد غير معروف، سجله أولا</translation>
    </message>
    <message>
        <source>birth_date_assumed</source>
        <translation>تاريخ الازدياد ناقص، افترض بلوغ حد السن في {day}</translation>
    </message>
    <message>
        <source>age_limit_differs</source>
        <translation>حد السن يبلغ في {day}، صحح التاريخ</translation>
    </message>
    <message>
        <source>before_age_limit</source>
        <translation>لم يبلغ حد السن قبل {day}، استعمل مغادرة أخرى</translation>
    </message>
    <message>
        <source>counter_visit_refused</source>
        <translation>الفحص المضاد لم يؤكد الرخصة، لا تمنح</translation>
    </message>
    <message>
        <source>certificate_late</source>
        <translation>وصلت الشهادة بعد {limit} أيام عمل، اطلب تعليلا</translation>
    </message>
    <message>
        <source>already_tenured</source>
        <translation>سبق ترسيمه</translation>
    </message>
    <message>
        <source>not_a_trainee</source>
        <translation>ليس متمرنا، تحقق من الوضعية النظامية</translation>
    </message>
    <message>
        <source>trainee_too_short</source>
        <translation>لم تنقض {limit} شهرا من التمرين، تحقق</translation>
    </message>
    <message>
        <source>was_not_away</source>
        <translation>لم يكن غائبا حسب الملف، تحقق من نوع المحضر</translation>
    </message>
    <message>
        <source>two_transfers_on_a_day</source>
        <translation>هناك انتقال آخر في اليوم نفسه، صحح أحدهما</translation>
    </message>
    <message>
        <source>before_order</source>
        <translation>قبل أمر الكفالة المؤرخ في {day}: صحح التاريخ</translation>
    </message>
    <message>
        <source>child_too_old</source>
        <translation>تجاوز سن الطفل {limit} شهرا: لا تمنح هذه الرخصة</translation>
    </message>
    <message>
        <source>nursing_of_man</source>
        <translation>رخصة الرضاعة لرجل: تحقق من الجنس أو من نوع الرخصة</translation>
    </message>
    <message>
        <source>taken_too_recently</source>
        <translation>رخصة مماثلة ابتداء من {day}: انتظر انقضاء المدة</translation>
    </message>
    <message>
        <source>before_accident</source>
        <translation>قبل الحادثة المؤرخة في {day}: صحح التاريخ</translation>
    </message>
    <message>
        <source>not_of_service</source>
        <translation>لم تقر اللجنة أنها بسبب العمل: استعمل رخصة مرض</translation>
    </message>
    <message>
        <source>declared_late</source>
        <translation>التصريح بعد {day}: اطلب تعليلا</translation>
    </message>
    <message>
        <source>same_grade</source>
        <translation>هي الدرجة الحالية: اختر درجة أخرى</translation>
    </message>
    <message>
        <source>grade_too_early</source>
        <translation>لا تستوفى الأقدمية قبل {day}: غير التاريخ أو طريقة الترقية</translation>
    </message>
    <message>
        <source>index_below</source>
        <translation>الرقم الاستدلالي أقل من الحالي ({index}): صحح الرتبة</translation>
    </message>
    <message>
        <source>service_years_short</source>
        <translation>لا تكتمل {limit} سنة من الخدمة قبل {day}: غير التاريخ</translation>
    </message>
    <message>
        <source>exit_before_death</source>
        <translation>تبدأ المغادرة في اليوم الموالي للوفاة ({day}): صحح التاريخ</translation>
    </message>
    <message>
        <source>before_convention</source>
        <translation>قبل الاتفاقية المؤرخة في {day}: صحح التاريخ</translation>
    </message>
</context>
</TS>
