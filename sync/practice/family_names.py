"""Family names of synthetic people: Arab, Amazigh, Sahrawi and Andalusi ones, in shares that differ by region.

Written as in first_names; the compound ones (أيت, بن, بو, ولد) are built from parts. Latin family names are in
capitals, as on the identity card.
"""

from __future__ import annotations

from typing import Final

from sync.practice.draws import Draw
from sync.practice.first_names import Spelt, parse, spell

_ARAB = """
العلوي=El Alaoui/Alaoui/Al Alaoui; الإدريسي=El Idrissi/Idrissi/Al Idrissi; المنصوري=El Mansouri/Mansouri
الحداد=El Haddad/Haddad; التازي=Tazi/Ettazi; الفاسي=El Fassi/Fassi; الشرقاوي=Cherkaoui/Echerkaoui
الراجي=Erraji/Raji; العمراني=El Amrani/Amrani; الحسني=El Hassani/Hassani; البقالي=El Bakkali/Bakkali
الكتاني=El Kettani/Kettani; الوزاني=El Ouazzani/Ouazzani; الناصري=Naciri/Ennaciri
الصديقي=Seddiki/Essadiki; الرحماني=Rahmani/Errahmani; اليوسفي=El Youssfi/Youssoufi
الزياني=Zayani/Ezzayani; الخطابي=El Khattabi/Khattabi; السعيدي=Saidi/Essaidi/Saïdi
الهاشمي=El Hachimi/Hachimi; القادري=El Kadiri/Kadiri; الطاهري=Tahiri/Ettahiri; المرابط=El Mrabet/Mrabet
الغازي=El Ghazi/Ghazi; المالكي=El Malki/Malki; الحمداوي=El Hamdaoui/Hamdaoui
البوزيدي=El Bouzidi/Bouzidi; السباعي=Sbai/Essbai/Sbaï; الدرقاوي=Derkaoui/Eddarkaoui
الخياطي=El Khayati/Khayati; النجار=Ennajjar/Najjar; الخياط=El Khayat/Khayat
الحجوجي=El Hajjouji/Hajjouji; الزروالي=Zerouali/Ezzarouali; زروال=Zeroual; حجي=Hajji; بوزيد=Bouzid
بوعزة=Bouazza; بلقاسم=Belkacem; بلحاج=Belhaj/Bel Haj; بنعلي=Benali/Ben Ali; بنعمر=Benomar/Ben Omar
بنسعيد=Bensaid/Ben Said; بلعربي=Belarbi; بلفقيه=Belfkih/Belfakih; الكرواني=El Guerouani/Guerouani
العبدي=El Abdi/Abdi; الدكالي=Doukkali/Eddoukkali; الشاوي=Chaoui/Echaoui; الغرباوي=El Gharbaoui/Gharbaoui
الزموري=Zemmouri/Ezzemmouri; الرباطي=Rbati/Errabati; المكناسي=Meknassi/El Meknassi
المراكشي=El Merrakchi/Marrakchi; الوجدي=El Oujdi/Oujdi; الصغير=Seghir/Essaghir; الكبير=Lakbir/El Kabir
الأشقر=Lachgar/El Achgar; الأسود=Lassoued/El Assouad; الأحمر=Lahmar/El Ahmar
المعروفي=El Maaroufi/Maaroufi; المسعودي=El Messaoudi/Messaoudi; الحمري=El Hamri/Hamri
السليماني=Slimani/Esslimani; العثماني=El Othmani; الصالحي=Salhi/Essalhi; الفيلالي=Filali/El Filali
التوزاني=Touzani/Ettouzani; الريفي=Rifi/Errifi; الجبلي=Jebli/El Jabli; القرشي=El Korchi/Korchi
المختاري=El Mokhtari/Mokhtari; المهداوي=El Mahdaoui/Mahdaoui; الخلفي=El Khalfi/Khalfi
العزوزي=El Azzouzi/Azzouzi; الهلالي=El Hilali/Hilali; الزهري=Zouhri/Ezzahri; القاسمي=El Kasmi/Kasmi
الحسناوي=El Hasnaoui/Hasnaoui; الشافعي=Chafai/Echafii; البكاري=El Bakkari/Bakkari; مفتاح=Meftah
شكري=Choukri; رحال=Rahhal; فريد=Farid; نصري=Nasri; كريمي=Karimi; شفيق=Chafik; لحلو=Lahlou
لمريني=Lamrini; لعروسي=Laaroussi; خلدون=Khaldoun; سلامي=Sellami; حمدي=Hamdi; مبروك=Mabrouk; زكي=Zaki
صابر=Saber/Sabir; طالب=Taleb; غانم=Ghanem; قدوري=Kaddouri; كنون=Guennoun
"""
_AMAZIGH = """
أوحساين=Ouhssaine/Ouhsaine; أوشن=Ouchen; أكناو=Agnaou/Aguenaou; أعراب=Aarab; أمزيان=Amziane/Ameziane
أزناك=Aznag; أوعلي=Ouali/Ou Ali; أوبلا=Oubella; أزولاي=Azoulay; أمغار=Amghar; أوراغ=Ouragh
أشيبان=Achibane; أومليل=Oumlil; أوعزيز=Ouaziz; أوحدو=Ouhaddou; أوعسو=Ouassou; أوموسى=Oumoussa
أوسعيد=Oussaid/Oussaïd; أوخويا=Oukhouya; إدبلقاسم=Idbelkacem; إدحمو=Idhammou; أزكاغ=Azeggagh
أقشمار=Akechmar; أمنزو=Amenzou; أفقير=Afkir/Oufkir; أحرضان=Ahardane; أوريد=Ourid/Aourid; أمهاوش=Amhaouch
أبلال=Ablal; أزروال=Azeroual; أكوجيل=Agoujil; أسكور=Askour; واعراب=Ouaarab; وعزيزي=Ouazizi
تملالت=Tamellalt; حمو=Hammou; أوحمو=Ouhammou; ميمون=Mimoun; زايد=Zaid; باحدو=Bahaddou; بنحدو=Benhaddou
يعقوبي=Yaakoubi; الزيغ=Ezzigh; أمجاهد=Amjahed; أولحاج=Oulhaj/Oulhadj; أولعربي=Oularbi; أودادس=Oudades
إمزيلن=Imzilen; أنفلوس=Anflous
"""
_SAHRAWI = """
ماء العينين=Maa El Ainin/Maelainin; الركيبي=Erguibi/Rguibi; لمجيدري=Lemjeidri; السالك=Essalek/Salek
بوجمعة=Boujemaa; الداه=Eddah; لبات=Lebbat; بابا=Baba; الشيخ=Cheikh/Echeikh; لعبيد=Laabid; حمدات=Hamdat
الكوري=El Gouri; البشير=El Bachir/Bachir; اعلي سالم=Ali Salem; التكني=Tekni; الدليمي=Dlimi/Eddlimi
العروسي=Laaroussi/El Aroussi; بيروك=Bairouk/Beyrouk; السويح=Souih; اندور=Endour; لخريف=Lakhrif
"""
_ANDALUSI = """
بنجلون=Benjelloun/Ben Jelloun; بركاش=Bargach; بنونة=Bennouna; طريس=Torres; الخطيب=El Khatib
برادة=Berrada; كديرة=Guedira; ملين=Mouline; مولين=Mouline; بيرو=Piro; بلافريج=Balafrej
السبتي=Sebti/Essebti; الطود=Ettoud; الرندة=Ronda; مرسيل=Marcil; القرطبي=El Kortobi/Kortobi
غرناط=Gharnate; الغرناطي=El Gharnati; اللبادي=Lebbadi; الرزيني=Erzini; بنشقرون=Benchekroun/Ben Chekroun
كسوس=Kessous; بناني=Bennani; السقاط=Sekkat
"""
_PARTS = """
الحاج=Lhaj/El Haj; علي=Ali; موسى=Moussa; يوسف=Youssef; إبراهيم=Brahim; سعيد=Said; عمر=Omar; حمو=Hammou
حدو=Haddou; داود=Daoud; عيسى=Aissa; سليمان=Slimane; الطالب=Taleb/Ettaleb; احمد=Ahmed; عبو=Abbou
باها=Baha; بلا=Bella; وعزيز=Ouaaziz; مسعود=Messaoud; صالح=Salah; منصور=Mansour; يحيى=Yahya; لحسن=Lahcen
القاضي=El Kadi; الفقيه=El Fkih; ناصر=Nacer; حمد=Hamad; عدي=Addi; خويا=Khouya; بوبكر=Boubker
"""
_BOU_PARTS = """
سيف=Sif; حمارة=Hmara; شامة=Chama; عنان=Anane; طيب=Taib; مهدي=Mehdi; الريش=Errich; الكنادل=Lguenadel
فارس=Fares; نوار=Nouar; درقة=Derka; شعيب=Chaib; سلهام=Selham; القرعة=Elkoraa; هلال=Hlal; رحيم=Rahim
صحابة=Sehaba; غابة=Ghaba; حافة=Hafa; زكري=Zekri
"""

_Head = tuple[tuple[str, ...], tuple[str, ...]]
_AIT: Final[_Head] = ("أيت", "آيت", "ايت"), ("Ait", "Aït")
_BEN: Final[_Head] = ("بن", "ابن"), ("Ben", "Ibn")
_OULD: Final[_Head] = ("ولد",), ("Ould",)
_BOU: Final[_Head] = ("بو", "أبو"), ("Bou", "Abou")

_SHARES_AT_HOME: Final = {
    # Region: upper bounds of Arab, Amazigh, Sahrawi and Andalusi names; the rest is compound. Plausible, not a census.
    1: (58, 70, 70, 84),
    2: (60, 78, 78, 80),
    3: (58, 70, 70, 84),
    4: (64, 74, 75, 84),
    5: (46, 76, 76, 77),
    6: (66, 76, 77, 82),
    7: (60, 78, 79, 80),
    8: (42, 74, 75, 75),
    9: (38, 76, 77, 77),
    10: (38, 62, 80, 80),
    11: (34, 46, 82, 82),
    12: (32, 42, 84, 84),
}


def _entries(*pools: str) -> list[list[Spelt]]:
    return [parse(pool) for pool in pools]


_SIMPLE: Final = _entries(_ARAB, _AMAZIGH, _SAHRAWI, _ANDALUSI)
_COMPOUND: Final = parse(_PARTS)
_BOU_COMPOUND: Final = parse(_BOU_PARTS)


def _compound(draw: Draw, region: int) -> tuple[str, str]:
    chance = draw.random()
    if chance < 0.45:
        heads, parts = _AIT, _COMPOUND
    elif chance < 0.75:
        heads, parts = _BEN, _COMPOUND
    elif chance < 0.9 or region < 10:
        heads, parts = _BOU, _BOU_COMPOUND
    else:
        heads, parts = _OULD, _COMPOUND
    arabic, spellings = draw.pick(parts)
    head = heads[0][0] if draw.random() < 0.6 else draw.pick(heads[0])
    latin = heads[1][0] if draw.random() < 0.6 else draw.pick(heads[1])
    if heads is _BOU and draw.random() < 0.6:
        return head + arabic, f"{latin}{spell(draw, spellings)}".upper()
    return f"{head} {arabic}", f"{latin} {spell(draw, spellings)}".upper()


def family_name(draw: Draw, region: int) -> tuple[str, str]:
    """A family name as the people of a region (1 to 12) have them, in Arabic and in Latin capitals."""
    chance = draw.random() * 100
    for pool, bound in zip(_SIMPLE, _SHARES_AT_HOME[region], strict=True):
        if chance < bound:
            arabic, spellings = draw.pick(pool)
            return arabic, spell(draw, spellings).upper()
    return _compound(draw, region)


def other_spelling(draw: Draw, name: tuple[str, str]) -> tuple[str, str]:
    """The same family name as another office might have written it in Latin; itself when only one is known."""
    for pool in _SIMPLE:
        for arabic, spellings in pool:
            others = [latin.upper() for latin in spellings if latin.upper() != name[1]]
            if arabic == name[0] and others:
                return arabic, draw.pick(others)
    return name
