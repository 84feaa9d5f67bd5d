"""Names of communes, streets and schools as Morocco has them everywhere, without meaning any real one, and the card
letters and postal codes of each region. The letters and codes are plausible, to be verified.
"""

from __future__ import annotations

from typing import Final

from sync.practice.draws import Draw
from sync.practice.first_names import parse

CARD_LETTERS: Final = {
    1: ("K", "KB", "L", "LA", "LC", "R"),
    2: ("F", "FA", "FB", "S", "FL"),
    3: ("C", "CD", "D", "DN", "Z", "CB"),
    4: ("A", "AB", "AD", "AE", "G", "GB", "X", "XA"),
    5: ("I", "IA", "IB", "IC", "V", "VA", "Q"),
    6: ("B", "BE", "BH", "BJ", "BK", "BL", "BM", "T", "W", "WA", "M", "MC"),
    7: ("E", "EE", "EA", "Y", "H", "HA", "HH", "N"),
    8: ("U", "UA", "UB", "UC", "P", "PA", "PB"),
    9: ("J", "JB", "JC", "JE", "JT"),
    10: ("JA", "JF", "JY"),
    11: ("SH", "SJ", "SL"),
    12: ("OD", "SD"),
}
POSTAL_PREFIXES: Final = {
    1: 90, 2: 60, 3: 30, 4: 10, 5: 54, 6: 20, 7: 40, 8: 52, 9: 80, 10: 81, 11: 70, 12: 73,
}  # fmt: skip

_HEADS: Final = parse("""
سيدي=Sidi; أيت=Ait; أولاد=Oulad; بني=Beni; عين=Ain; تيزي=Tizi; مولاي=Moulay; سوق=Souk; واد=Oued
تالة=Tala; أكلموس=Aguelmous; ترميلت=Tarmilat
""")
_TAILS: Final = parse("""
علي=Ali; يوسف=Youssef; الزيتون=Zitoun; النخلة=Nakhla; الحجر=Lahjar; بوعزة=Bouazza; العربي=Larbi
حمو=Hammou; بلال=Bilal; الجمعة=Jemaa; الأربعاء=Larbaa; الخميس=Khemis; الثلاثاء=Tlat; الماء=Lma
سالم=Salem; امبارك=Mbarek; يعقوب=Yacoub; الرمل=Rmel; السدرة=Sedra; الغابة=Laghaba; الكهف=Kef
إسحاق=Ishak; عيسى=Aissa; لحسن=Lahcen; سعيد=Said; الأرز=Larz; الكبير=Lakbir; الصغير=Sghir; الفوقي=Fouki
السفلي=Soufli
""")
DISTRICTS: Final = parse("""
حي السلام=Hay Essalam; حي النهضة=Hay Ennahda; حي الأمل=Hay El Amal; الحي الإداري=Quartier administratif
حي المسيرة=Hay El Massira; حي الفتح=Hay El Fath; حي الياسمين=Hay Yasmine
المدينة القديمة=Ancienne médina; حي الحسني=Hay Hassani; حي الوحدة=Hay El Wahda
تجزئة الرياض=Lotissement Riad; تجزئة النخيل=Lotissement Nakhil; حي الزيتون=Hay Zitoun
حي القدس=Hay El Qods; تجزئة الأطلس=Lotissement Atlas
""")
_SCHOOLS: Final = parse("""
ابن خلدون=Ibn Khaldoun; ابن سينا=Ibn Sina; ابن رشد=Ibn Rochd; ابن بطوطة=Ibn Battouta
ابن زيدون=Ibn Zaidoun; ابن الهيثم=Ibn El Haitam; طارق بن زياد=Tarik Ibn Ziad
عقبة بن نافع=Okba Ibn Nafii; يوسف بن تاشفين=Youssef Ibn Tachfine; فاطمة الفهرية=Fatima El Fihria
الخنساء=El Khansaa; علال الفاسي=Allal El Fassi; المختار السوسي=Mokhtar Soussi; محمد الخامس=Mohammed V
الحسن الثاني=Hassan II; مولاي إسماعيل=Moulay Ismail; مولاي رشيد=Moulay Rachid
الأميرة للا مريم=Princesse Lalla Meryem; الزرقطوني=Zerktouni; عبد الكريم الخطابي=Abdelkrim El Khattabi
المسيرة الخضراء=Al Massira Al Khadra; الوحدة=Al Wahda; السلام=Essalam; الأمل=Al Amal; النهضة=Ennahda
النجاح=Ennajah; المستقبل=Al Moustakbal; الأطلس=Atlas; الأرز=Al Arz; النخيل=Ennakhil; الزيتون=Zitoun
الياسمين=Yasmine; الفتح=Al Fath; القدس=Al Qods; الأندلس=Al Andalous; المغرب العربي=Maghreb Arabe
11 يناير=11 Janvier; 20 غشت=20 Août; 18 نونبر=18 Novembre; 16 نونبر=16 Novembre; 9 أبريل=9 Avril
3 مارس=3 Mars; تيفيناغ=Tifinagh; إدريس الأول=Idriss Ier
""")

Named = tuple[str, str]
"""A name in Arabic and in Latin letters."""


def commune_name(draw: Draw) -> Named:
    """The name of a rural commune that might lie anywhere: سيدي علي, Sidi Ali."""
    head, tail = draw.pick(_HEADS), draw.pick(_TAILS)
    return f"{head[0]} {tail[0]}", f"{head[1][0]} {tail[1][0]}"


def school_name(draw: Draw) -> Named:
    """What a school in a town is called after."""
    arabic, latin = draw.pick(_SCHOOLS)
    return arabic, latin[0]


def district_name(draw: Draw) -> Named:
    """A quarter of a town, for addresses."""
    arabic, latin = draw.pick(DISTRICTS)
    return arabic, latin[0]


def postal_code(draw: Draw, region: int) -> str:
    """A postal code of a region."""
    return f"{POSTAL_PREFIXES[region]}{draw.below(40) * 10:03d}"
