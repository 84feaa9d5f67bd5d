"""The words of Arabic and French column headers, and of the values in them, that offices use.

Roles are field names of the employee or of the opening act; `surname`, `first_name`, `address` and `birth_place`
become the Arabic or the Latin field by what the column holds. Compared through `header_key`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from sync.domain.names import fold

_ARTICLE: Final = re.compile(r"\b(و?)ال(?=\w{2})")
_LONE_AND: Final = re.compile(r"\bو (?=\w)")
_APOSTROPHES: Final = str.maketrans("'’‘ʼ_", "     ")


@lru_cache(maxsize=2048)
def header_key(text: str) -> str:
    """A header or label in one spelling: folded, without the Arabic article, apostrophes apart."""
    return _LONE_AND.sub("و", _ARTICLE.sub(r"\1", fold(text.translate(_APOSTROPHES))))


FULL_NAME: Final = "full_name"
FULL_NAME_AR: Final = "full_name_ar"
FULL_NAME_LA: Final = "full_name_la"
FULL_NAME_GIVEN_FIRST: Final = "full_name_given_first"
IGNORE: Final = "ignore"
ORDER: Final = "order"
SPECIALS: Final = (FULL_NAME, FULL_NAME_AR, FULL_NAME_LA, FULL_NAME_GIVEN_FIRST, IGNORE, ORDER)

SCRIPTED: Final = frozenset(("surname", "first_name", "address", "birth_place"))
"""Roles that become `<role>_ar` or `<role>_la`."""

_HEADERS: Final[Mapping[str, str]] = {
    ORDER: "رت|ر ت|رقم ترتيبي|الرقم الترتيبي|ترتيب|عدد|N°|n ordre|n d ordre|numéro d ordre|num|no|ordre|#|م",
    "ppr": "ppr|n ppr|som|n som|doti|drpp|matricule|n de som|رقم التأجير|رقم تأجير|رقم الدوتي|التأجير|رقم المأجور",
    "cin": "cin|cine|cnie|cni|c i n|c n i e|c i n e|carte nationale|carte d identité|رقم ب ت و|ب ت و|رقم ب و ت|ب و ت|"
    "البطاقة الوطنية|بطاقة التعريف|رقم البطاقة|رقم بطاقة التعريف الوطنية|ر ب ت و|رقم ب و",
    "cin_expires_on": "validité cin|expiration cin|date d expiration cin|تاريخ انتهاء البطاقة|صلاحية البطاقة",
    "surname": "nom|nom de famille|nom ar|nom arabe|nom fr|nom en arabe|nom en français|nom latin|النسب|"
    "الاسم العائلي|اسم العائلة|النسب بالعربية|النسب بالفرنسية|الاسم العائلي بالعربية|الاسم العائلي بالفرنسية",
    "first_name": "prénom|prénoms|prénom ar|prénom arabe|prénom fr|prénom en arabe|prénom en français|الاسم الشخصي|"
    "الاسم|الاسم بالعربية|الاسم بالفرنسية|الاسم الشخصي بالعربية|الاسم الشخصي بالفرنسية",
    FULL_NAME: "nom et prénom|nom prénom|nom et prénoms|nom complet|noms et prénoms|nom et prénom en arabe|"
    "nom & prénom|intéressé|fonctionnaire|الاسم الكامل|النسب والاسم|الاسم العائلي والشخصي|"
    "الاسم العائلي والاسم الشخصي|المعني بالأمر|اسم الموظف",
    FULL_NAME_GIVEN_FIRST: "prénom et nom|prénom nom|الاسم والنسب|الاسم الشخصي والعائلي|الاسم الشخصي والنسب",
    "sex": "sexe|genre|الجنس|النوع",
    "birth_date": "date de naissance|date naissance|naissance|né le|née le|date naiss|ddn|تاريخ الازدياد|"
    "تاريخ الولادة|تاريخ الميلاد|الازدياد|تاريخ الإزدياد",
    "birth_place": "lieu de naissance|lieu naissance|lieu naiss|مكان الازدياد|مكان الولادة|محل الازدياد",
    "phone": "téléphone|tél|tel|gsm|portable|mobile|n téléphone|n de téléphone|numéro de téléphone|الهاتف|رقم الهاتف|"
    "الهاتف النقال|الهاتف المحمول|النقال",
    "second_phone": "téléphone 2|autre téléphone|téléphone fixe|fixe|هاتف آخر|الهاتف الثابت|الهاتف 2",
    "email": "e mail|email|mail|courriel|adresse e mail|adresse email|adresse électronique|البريد الإلكتروني",
    "institutional_email": "e mail professionnel|email professionnel|mail taalim|taalim|البريد المهني|البريد المؤسساتي",
    "address": "adresse|adresse personnelle|domicile|العنوان|العنوان الشخصي|عنوان السكن",
    "city": "ville|المدينة",
    "postal_code": "code postal|cp|الرمز البريدي",
    "marital_status": "situation familiale|état matrimonial|sit fam|الحالة العائلية|الوضعية العائلية|الحالة الاجتماعية",
    "married_on": "date de mariage|date mariage|تاريخ الزواج",
    "pension_scheme": "régime de retraite|caisse de retraite|نظام التقاعد|صندوق التقاعد",
    "pension_number": "n cmr|n rcar|numéro de pension|n affiliation|رقم التقاعد|رقم الانخراط في التقاعد",
    "mutual_number": "n mutuelle|mutuelle|n mgpap|رقم التعاضدية|التعاضدية",
    "cnops_number": "n cnops|cnops|رقم الكنوبس",
    "cadre": "cadre|corps|intitulé cadre|libellé cadre|الإطار|الاطار",
    "grade": "grade|intitulé grade|libellé grade|الدرجة",
    "grade_since": "date grade|date de grade|date effet grade|date d effet grade|date d effet du grade|"
    "ancienneté grade|ancienneté dans le grade|تاريخ الدرجة|تاريخ الترقية في الدرجة|تاريخ مفعول الدرجة|"
    "الأقدمية في الدرجة",
    "echelle": "échelle|السلم",
    "echelon": "échelon|ech|الرتبة",
    "echelon_since": "date échelon|date d échelon|date effet échelon|date d effet échelon|date d effet de l échelon|"
    "ancienneté échelon|ancienneté dans l échelon|تاريخ الرتبة|تاريخ مفعول الرتبة|الأقدمية في الرتبة",
    "index_number": "indice|الرقم الاستدلالي",
    "statutory_situation": "situation statutaire|الوضعية النظامية|الوضعية القانونية",
    "recruited_on": "date de recrutement|date recrutement|recrutement|date d embauche|date embauche|تاريخ التوظيف|"
    "التوظيف|تاريخ ولوج الوظيفة|تاريخ الالتحاق بالوظيفة",
    "recruitment_mode": "mode de recrutement|طريقة التوظيف|كيفية التوظيف",
    "first_appointed_on": "date de première nomination|date première affectation|تاريخ أول تعيين|أول تعيين",
    "tenured_on": "date de titularisation|titularisation|تاريخ الترسيم|الترسيم",
    "cadre_since": "date cadre|date d entrée dans le cadre|تاريخ الإطار|تاريخ ولوج الإطار|الأقدمية في الإطار",
    "public_service_since": "date d entrée à la fonction publique|ancienneté générale|الأقدمية العامة",
    "budget_post": "poste budgétaire|n poste budgétaire|المنصب المالي|رقم المنصب المالي",
    "subject": "matière|spécialité|discipline|matière enseignée|المادة|مادة التدريس|التخصص|المادة المدرسة",
    "teaching_language": "langue d enseignement|لغة التدريس",
    "cycle": "cycle|السلك|سلك التدريس",
    "function": "fonction|المهمة|الوظيفة|المهام",
    "function_since": "date fonction|date de prise de fonction|تاريخ المهمة",
    "position": "position|situation administrative|الوضعية الإدارية|الوضعية",
    "position_since": "date position|تاريخ الوضعية",
    "school": "gresa|code gresa|établissement|code établissement|école|affectation|lieu d affectation|cd etab|"
    "المؤسسة|رمز المؤسسة|مقر العمل|رمز كريزا|اسم المؤسسة|المؤسسة الأصلية|التعيين",
    "school_since": "date d affectation|date affectation|date affectation établissement|تاريخ التعيين بالمؤسسة|"
    "تاريخ الالتحاق بالمؤسسة|الأقدمية في المؤسسة|تاريخ التعيين بالمؤسسة الحالية|تاريخ التعيين",
    "province_since": "date affectation province|ancienneté province|الأقدمية في الإقليم|تاريخ الالتحاق بالمديرية",
    "region_since": "date affectation région|الأقدمية في الجهة",
    "residence_zone": "zone|zone de résidence|المنطقة",
    "rib": "rib|n rib|compte bancaire|n compte|n de compte|رقم الحساب البنكي|الحساب البنكي|ر ب ب",
    IGNORE: "observation|observations|ملاحظات|ملاحظة|commune|الجماعة|province|الإقليم|direction|المديرية|académie|"
    "الأكاديمية|âge|السن|signature|التوقيع|nom de l établissement|libellé établissement|nom établissement",
}

ROLE_OF: Final[Mapping[str, str]] = {
    header_key(words): role for role, phrases in _HEADERS.items() for words in phrases.split("|") if header_key(words)
}
_PEOPLE_ELSE: Final = (
    "conjoint conjointe époux épouse père mère enfant enfants directeur chef زوج زوجة أب أم أبناء مدير"
)
SOMEONE_ELSE: Final = frozenset(map(header_key, _PEOPLE_ELSE.split()))
"""A header with one of these words is about another person than the row's."""
DAY_WORDS: Final = frozenset(map(header_key, ("date", "تاريخ", "ancienneté", "الأقدمية", "أقدمية")))
TOTALS: Final = tuple(
    map(header_key, ("total", "totaux", "sous total", "total général", "المجموع", "مجموع", "effectif"))
)

CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    field: {header_key(word): choice for choice, phrases in table.items() for word in phrases.split("|")}
    for field, table in {
        "sex": {
            "F": "f|féminin|femme|fille|mme|mlle|أنثى|انثى|امرأة|إناث|مؤنث",
            "M": "m|h|masculin|homme|garçon|mr|ذكر|رجل|ذكور|مذكر",
        },
        "marital_status": {
            "single": "c|célibataire|أعزب|عازب|عازبة|عزباء",
            "married": "m|marié|mariée|marié e|متزوج|متزوجة|متزوج ة",
            "divorced": "d|divorcé|divorcée|divorcé e|مطلق|مطلقة|مطلق ة",
            "widowed": "v|veuf|veuve|veuf ve|أرمل|أرملة|أرمل ة",
        },
        "pension_scheme": {"CMR": "cmr|الصندوق المغربي للتقاعد", "RCAR": "rcar|النظام الجماعي"},
        "statutory_situation": {
            "1": "titulaire|مرسم|مرسمة|رسمي|رسمية",
            "2": "stagiaire|متمرن|متمرنة|متدرب|متدربة",
            "3": "temporaire|مؤقت|مؤقتة",
            "4": "auxiliaire|مداوم|مداومة",
            "5": "contractuel|contractuelle|متعاقد|متعاقدة",
            "6": "coopérant|متعاون",
            "8": "occasionnel|عرضي|عرضية",
        },
        "recruitment_mode": {
            "contest": "concours|مباراة",
            "title": "titre|sur titre|بالشهادة|على أساس الشهادة",
            "integration": "intégration|إدماج|الإدماج",
        },
        "teaching_language": {
            "ar": "arabe|العربية|عربية",
            "fr": "français|الفرنسية|فرنسية",
            "en": "anglais|الإنجليزية|إنجليزية",
            "zgh": "amazigh|tamazight|الأمازيغية|أمازيغية",
        },
        "cycle": {
            "primary": "primaire|ابتدائي|التعليم الابتدائي|السلك الابتدائي",
            "lower_secondary": "collégial|collège|secondaire collégial|إعدادي|ثانوي إعدادي|الثانوي الإعدادي",
            "upper_secondary": "qualifiant|lycée|secondaire qualifiant|تأهيلي|ثانوي تأهيلي|الثانوي التأهيلي",
            "higher": "bts|cpge|الأقسام التحضيرية",
        },
        "position": {
            "activity": "activité|en activité|en fonction|مزاول|القيام بالوظيفة|نشيط|في حالة القيام بالوظيفة",
            "detachment": "détachement|détaché|détachée|إلحاق|الإلحاق|ملحق|ملحقة|رهن الإلحاق",
            "availability": "disponibilité|استيداع|الاستيداع|في استيداع",
            "military_service": "service militaire|الخدمة العسكرية",
        },
        "assignment_nature": {
            "original": "d origine|titulaire du poste|أصلي|التعيين الأصلي",
            "temporary": "chargé|intérim|تكليف|مؤقت",
            "completion": "complément|تتميم|إتمام الحصة",
        },
    }.items()
}
"""Words of a column of choices, by field."""

_GIVEN: Final = (
    "محمد أحمد يوسف إبراهيم الحسن الحسين حسن حسين لحسن عمر علي سعيد رشيد إدريس مصطفى خالد حميد كريم جمال هشام "
    "عادل سمير نبيل طارق ياسين أنس أيوب حمزة المهدي فاطمة خديجة عائشة مريم حنان نادية سناء سعيدة السعدية لطيفة "
    "أمينة رقية زهرة زينب سلمى هند نجاة مليكة سميرة حليمة جميلة نعيمة ليلى إيمان أسماء سارة "
    "mohamed mohammed ahmed youssef brahim ibrahim hassan hossein houssaine lahcen omar ali said rachid driss "
    "mustapha khalid hamid karim jamal hicham adil samir nabil tarik yassine anas fatima khadija aicha meryem "
    "mariam hanane nadia sanae saida saadia latifa amina rkia zahra zineb salma hind najat malika samira halima "
    "jamila naima leila imane asmae sara abderrahim abdellah abdelkrim"
)
GIVEN_NAMES: Final = frozenset(map(fold, _GIVEN.split()))
"""Frequent first names, only to tell on which side of a column of full names the first name stands."""
