"""First names of synthetic people, in Arabic and in the Latin spellings that Moroccan offices write.

One entry reads `Arabic=Latin/another Latin/...`, the commonest spelling first. `OLDER` names belong to people born
before 1975, `YOUNGER` ones to those born from 1990 on, children above all.
"""

from __future__ import annotations

from typing import Final

from sync.practice.draws import Draw

OLDER_BEFORE, YOUNGER_FROM = 1975, 1990
_FREQUENT_COPIES = 5

Spelt = tuple[str, tuple[str, ...]]
"""An Arabic name with its Latin spellings."""

_MEN_FREQUENT = """
محمد=Mohamed/Mohammed/Mohamad; أحمد=Ahmed; عبد الله=Abdellah/Abdallah; حسن=Hassan
الحسين=El Houcine/Lhoussaine/Houcine; رشيد=Rachid; يوسف=Youssef/Youssouf; سعيد=Said/Saïd
مصطفى=Mustapha/Mostafa/Mustafa; إبراهيم=Brahim/Ibrahim; خالد=Khalid; عبد الرحيم=Abderrahim
إدريس=Driss/Idriss; عمر=Omar; محمد أمين=Mohamed Amine/Mohammed Amine
"""
_MEN = """
حميد=Hamid; عزيز=Aziz; عبد العزيز=Abdelaziz/Abdelâaziz; عبد اللطيف=Abdellatif
عبد الرحمان=Abderrahmane/Abderrahman; عبد الكريم=Abdelkrim/Abdelkarim; عبد الحق=Abdelhak
عبد الإله=Abdelilah; عبد المجيد=Abdelmajid; عبد الغني=Abdelghani; عبد الواحد=Abdelouahed/Abdelwahed
عبد الهادي=Abdelhadi; عبد السلام=Abdeslam/Abdessalam; عبد القادر=Abdelkader; عبد الجليل=Abdeljalil
عبد الفتاح=Abdelfattah; عبد الصمد=Abdessamad; عبد المالك=Abdelmalek; عبد الخالق=Abdelkhalek; كريم=Karim
نور الدين=Noureddine/Nour-Eddine; عز الدين=Azeddine/Azzeddine; جمال=Jamal; كمال=Kamal
توفيق=Taoufik/Toufik; هشام=Hicham; طارق=Tarik/Tarek; سمير=Samir; نبيل=Nabil; فؤاد=Fouad
جواد=Jaouad/Jawad; مراد=Mourad; عادل=Adil/Adel; منير=Mounir; نجيب=Najib; المصطفى=El Mostafa/El Mustapha
عثمان=Othmane/Otman; علي=Ali; الحسن=El Hassan/Lahcen; محمد علي=Mohamed Ali; ياسين=Yassine; بدر=Badr
بوشعيب=Bouchaib/Bouchaïb; محسن=Mohcine/Mohssine; سفيان=Soufiane; امحمد=M'hamed/Mhamed; موسى=Moussa
عيسى=Aissa/Aïssa; يحيى=Yahya; إسماعيل=Ismail/Ismaïl; زكرياء=Zakaria/Zakariae; أنس=Anas; أسامة=Oussama
أيوب=Ayoub; المهدي=El Mehdi/Mehdi; أمين=Amine; حاتم=Hatim; وليد=Walid; بلال=Bilal
"""
_MEN_OLDER = """
بوعزة=Bouazza; الميلودي=El Miloudi/Miloudi; الجيلالي=Jilali; العربي=Larbi; المعطي=El Maati/Maâti
صالح=Salah; بنعيسى=Benaissa; حدو=Haddou; موحى=Moha; باسو=Bassou; لحسن=Lahcen; التهامي=Thami
الطيب=Taib/Tayeb; قاسم=Kacem; علال=Allal; حماد=Hammad; أوحماد=Ouhammad; زايد=Zaid; الكبير=El Kbir
عسو=Assou; بناصر=Bennacer; المحجوب=El Mahjoub; سالم=Salem; عبد النبي=Abdenbi
"""
_MEN_YOUNGER = """
آدم=Adam; ريان=Rayane/Rayan; غيث=Ghait/Ghaith; أمير=Amir; نزار=Nizar; إلياس=Ilyas/Ilyass; أنور=Anouar
زيد=Zaid; إياد=Iyad; سعد=Saad; حمزة=Hamza; معاذ=Mouad/Moad; مروان=Marouane/Marwane; رضى=Reda/Rida
عماد=Imad; جاد=Jad; طه=Taha; سيف الدين=Saif Eddine; نوفل=Naoufal; صهيب=Souhaib; هيثم=Haitam
أيمن=Aymane/Aymen; يونس=Younes; أكسيل=Axel
"""
_WOMEN_FREQUENT = """
فاطمة=Fatima/Fatma; فاطمة الزهراء=Fatima Zahra/Fatima-Zohra/Fatima Ezzahra; خديجة=Khadija
عائشة=Aicha/Aïcha; مريم=Maryam/Meryem; نادية=Nadia; لطيفة=Latifa; رشيدة=Rachida; سعيدة=Saida/Saïda
حنان=Hanane/Hanan; نعيمة=Naima/Naïma; أمينة=Amina; سميرة=Samira; زينب=Zineb/Zaineb; كريمة=Karima
"""
_WOMEN = """
مليكة=Malika; حفيظة=Hafida; نجاة=Najat; عزيزة=Aziza; السعدية=Saadia/Essaadia; زهرة=Zahra/Zohra
ثريا=Touria/Thouria; أسماء=Asmae/Asma; بشرى=Bouchra; سناء=Sanae/Sanaa; وفاء=Wafae/Ouafae; هدى=Houda
إيمان=Imane; إلهام=Ilham; سهام=Siham; كوثر=Kaoutar/Kawtar; حسناء=Hasnae/Hasna; ابتسام=Ibtissam
نوال=Naoual/Nawal; جميلة=Jamila; رجاء=Rajae/Raja; غزلان=Ghizlane; سلوى=Salwa/Saloua; لبنى=Loubna
منى=Mouna; ليلى=Leila/Layla; فوزية=Fouzia/Faouzia; حليمة=Halima; مينة=Mina; نزهة=Nezha/Nouzha
فتيحة=Fatiha; حياة=Hayat; صباح=Sabah; سكينة=Soukaina; هاجر=Hajar/Hajare; عتيقة=Atika; بديعة=Badiaa/Badia
أمال=Amal; فدوى=Fadwa/Fadoua; شيماء=Chaimae/Chaïmae; حسنية=Hassnia; لمياء=Lamiae/Lamia
سمية=Soumaya/Soumia; وداد=Widad/Ouidad; مارية=Maria/Mariya; نورة=Noura; رقية=Rkia/Rokaya; جليلة=Jalila
سارة=Sara/Sarah; دنيا=Dounia; غيثة=Ghita; هند=Hind
"""
_WOMEN_OLDER = """
يامنة=Yamna; هنية=Hnia/Haniya; طامو=Tamou; إيطو=Itto; تودة=Touda; رحمة=Rahma; حدهوم=Hadhoum
الزهراء=Ezzahra; فاضمة=Fadma; يزة=Izza; مباركة=Mbarka/Embarka; الضاوية=Daouia; المحجوبة=El Mahjouba
ربيعة=Rabia/Rabiaa; زبيدة=Zoubida; للا فاطمة=Lalla Fatima; خدوج=Khadouj; صفية=Safia; كلثوم=Keltoum
عبلة=Abla; رابحة=Rabha; يطو=Yetto
"""
_WOMEN_YOUNGER = """
ياسمين=Yasmine; سلمى=Salma; آية=Aya; ملاك=Malak; رانيا=Rania; جنة=Janna; هبة=Hiba; إسراء=Israe/Israa
ندى=Nada; دعاء=Douae/Doaa; نهيلة=Nouhaila; وئام=Wiam/Ouiam; إكرام=Ikram; أميمة=Oumaima
خولة=Khaoula/Khawla; شهد=Chahd; لينا=Lina; تسنيم=Tasnim; إيناس=Inas/Ines; رميساء=Roumaissae
بثينة=Boutaina; تيليلا=Tilila; تفاوت=Tafaout; مايسة=Mayssa; يسرى=Yousra; مروة=Marwa
"""


def parse(text: str) -> list[Spelt]:
    """The entries of a pool written as above, one or several on a line."""
    entries = [entry.strip().split("=") for line in text.strip().splitlines() for entry in line.split(";")]
    return [(arabic, tuple(latin.split("/"))) for arabic, latin in entries]


def _pools(frequent: str, usual: str, older: str, younger: str) -> tuple[list[Spelt], list[Spelt], list[Spelt]]:
    """The names to draw from for the older, the middle and the younger generation."""
    common = parse(frequent) * _FREQUENT_COPIES + parse(usual)
    return common + parse(older) * 2, common, common + parse(younger) * _FREQUENT_COPIES


_POOLS: Final = {
    "M": _pools(_MEN_FREQUENT, _MEN, _MEN_OLDER, _MEN_YOUNGER),
    "F": _pools(_WOMEN_FREQUENT, _WOMEN, _WOMEN_OLDER, _WOMEN_YOUNGER),
}


def spell(draw: Draw, spellings: tuple[str, ...]) -> str:
    """One of the Latin spellings: six times in ten the commonest."""
    return spellings[0] if draw.random() < 0.6 else draw.pick(spellings)


def first_name(draw: Draw, sex: str, born_in: int) -> tuple[str, str]:
    """A first name of that sex and generation, in Arabic and in Latin."""
    older, middle, younger = _POOLS[sex]
    pool = older if born_in < OLDER_BEFORE else younger if born_in >= YOUNGER_FROM else middle
    arabic, spellings = draw.pick(pool)
    return arabic, spell(draw, spellings)


def other_spelling(draw: Draw, sex: str, name: tuple[str, str]) -> tuple[str, str]:
    """The same first name as another office might have written it in Latin; itself when only one is known."""
    for pool in _POOLS[sex]:
        for arabic, spellings in pool:
            others = [latin for latin in spellings if latin != name[1]]
            if arabic == name[0] and others:
                return arabic, draw.pick(others)
    return name
