"""The diplomas of the people of a practice province: one from a faculty, mostly one of a training centre as well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sync.domain.entities.diploma import Diploma
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.practice.cadres import cadre_of
from sync.practice.draws import Draw, Stream
from sync.practice.numbering import DIPLOMAS_EACH, made_row, practice_id
from sync.practice.people import Person, World, person

_LETTERS = ("الدراسات العربية", "الدراسات الإسلامية", "الدراسات الفرنسية", "التاريخ والجغرافيا", "الدراسات الإنجليزية")
_SCIENCES = ("الرياضيات", "الفيزياء", "علوم الحياة", "الكيمياء", "الإعلاميات")
_LAW = ("القانون الخاص", "القانون العام", "العلوم الاقتصادية", "التدبير")
_FACULTIES = (
    ("كلية الآداب والعلوم الإنسانية", _LETTERS),
    ("كلية العلوم", _SCIENCES),
    ("كلية العلوم القانونية والاقتصادية والاجتماعية", _LAW),
    ("الكلية متعددة التخصصات", (*_LETTERS, *_LAW)),
)
_TOWNS = ("فاس", "الرباط", "مراكش", "بني ملال", "مكناس", "أكادير", "وجدة", "تطوان", "القنيطرة", "الدار البيضاء")
_DEGREE, _MASTER, _DOCTORATE = "الإجازة", "الماستر", "الدكتوراه"
_SHORT = (
    ("البكالوريا", "العلوم التجريبية", "الثانوية التأهيلية"),
    ("البكالوريا", "الآداب والعلوم الإنسانية", "الثانوية التأهيلية"),
    ("دبلوم تقني متخصص", "التدبير", "المعهد المتخصص للتكنولوجيا التطبيقية"),
    ("دبلوم تقني متخصص", "الشبكات المعلوماتية", "المعهد المتخصص للتكنولوجيا التطبيقية"),
    ("دبلوم الدراسات الجامعية العامة", "العلوم الاقتصادية", "كلية العلوم القانونية والاقتصادية والاجتماعية"),
)
_TOP_GRADE = 3
_FROM_ABROAD = ("فرنسا", "إسبانيا", "تونس")


def diploma_rows(world: World, index: int) -> Iterator[Row]:
    """The diplomas of one person, the oldest first; none for a second record of somebody."""
    one = person(world, index)
    if one.is_duplicate:
        return
    draw = world.chance.draw(Stream.DIPLOMA, one.origin)
    for slot, values in enumerate(_diplomas(draw, world, one)):
        own = practice_id(world.device, "diploma", one.index * DIPLOMAS_EACH + slot)
        yield made_row(Diploma, own, one.id, world.general, {"employee": one.id, **values})


def _diplomas(draw: Draw, world: World, one: Person) -> Iterator[dict[str, Value]]:
    recruited = date.fromordinal(one.recruited).year
    graduated = max(date.fromordinal(one.born).year + 19, recruited - draw.between(1, 4))
    cadre = cadre_of(world, one)
    faculty, specialities = draw.pick(_FACULTIES)
    graduate = cadre.last_grade == _TOP_GRADE or draw.random() < 0.3
    title, speciality, place = (_DEGREE, draw.pick(specialities), faculty) if graduate else draw.pick(_SHORT)
    studies: dict[str, Value] = {
        "diploma_kind": "academic",
        "title": title,
        "speciality": speciality,
        "institution": f"{place} - {draw.pick(_TOWNS)}",
        "obtained_on": _obtained(draw, graduated),
    }
    if draw.random() < 0.01:
        country = draw.pick(_FROM_ABROAD)
        reference = f"{draw.between(100, 9999)}.{graduated % 100:02d}"
        studies |= {"diploma_kind": "equivalence", "institution": country, "equivalence_reference": reference}
    yield studies
    if cadre.subjects and draw.random() < 0.85:
        yield _professional(draw, world, recruited)
    chance, later = draw.random(), graduated + draw.between(2, 9)
    if graduate and chance < 0.14 and later < date.fromordinal(world.today).year:
        title = _MASTER if chance < 0.115 else _DOCTORATE
        yield {**studies, "diploma_kind": "academic", "title": title, "obtained_on": _obtained(draw, later),
               "equivalence_reference": ""}  # fmt: skip


def _professional(draw: Draw, world: World, recruited: int) -> dict[str, Value]:
    title = "شهادة التأهيل التربوي" if recruited >= 2012 else "دبلوم مركز تكوين المعلمين والأساتذة"
    centre = "المركز الجهوي لمهن التربية والتكوين" if recruited >= 2012 else "مركز تكوين الأساتذة"
    return {
        "diploma_kind": "professional",
        "title": title,
        "institution": f"{centre} - {world.directorate.name_ar}",
        "obtained_on": _obtained(draw, recruited - 1),
    }


def _obtained(draw: Draw, year: int) -> str:
    """Mostly a session of June or July; often only the year is written."""
    chance = draw.random()
    if chance < 0.4:
        return f"{year}-00-00"
    return f"{year}-07-00" if chance < 0.6 else f"{year}-{draw.between(6, 7):02d}-{draw.between(1, 30):02d}"
