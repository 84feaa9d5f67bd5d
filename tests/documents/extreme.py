"""Facts for papers at their worst: names as long as a form lets them be, both scripts in one value, nothing known."""

from __future__ import annotations

from typing import Final

from massar_desktop.queries.paper_facts import ActFacts, OfficeFacts
from massar_desktop.queries.reference import Reference
from sync.domain import catalog
from sync.domain.act import typed
from sync.domain.acts.abandonment import Abandonment, Progress
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.fields import Field, Value, Wire
from sync.domain.lifecycle import Level, Role
from sync.domain.record import Row
from sync.domain.signature import Signature
from sync.domain.taking import is_administrative

NUMBER: Final = "118/2026"
DECISION: Final = "4507/2026"
OFFICE: Final = OfficeFacts(
    place=903,
    directorate=("اشتوكة - أيت باها", "Chtouka-Aït Baha"),
    region=("سوس - ماسة", "Souss-Massa"),
    practice=True,
    today="2026-11-23",
    as_of_ms=1_795_420_800_000,
    clerk=("نادية الإدريسي", "Nadia El Idrissi"),
)
_MIXED: Final = "ثانوية Lycée Ibn Al-Haytham (annexe n° 2) - حي السلام، 12"
_LONG_AR: Final = "آيت عبد الرحمن المنصوري الإدريسي البوعزاوي العلوي الحسني التاقي"
_LONG_LA: Final = "AIT ABDERRAHMANE EL MANSOURI EL IDRISSI BOUAZZAOUI D'AGADIR-OUFELLA"


def acts() -> list[type[AdministrativeAct]]:
    """The acts that have papers."""
    return [cls for cls in catalog.ACTS if is_administrative(cls.KIND.name) and issubclass(cls, AdministrativeAct)]


LENT: Final = Signature(Level.AREF, Role.DIRECTOR, lent=True)


def worst(cls: type[AdministrativeAct], signature: Signature = LENT) -> ActFacts:
    """An accepted act with every fact filled in as long as it may be."""
    declared = cls.KIND
    values: dict[str, Value] = {field.name: _value(field) for field in declared.fields}
    values |= {
        "from_on": "2026-12-07",
        "to_on": "2027-03-14",
        "number": NUMBER,
        "provisional_number": "B-42",
        "decision": "accepted",
        "state": "accepted",
        "decision_number": DECISION,
        "decided_on": "2026-11-20",
        "ended_on": None,
        "withdrawn": None,
        "papers": " ".join(getattr(cls, "PAPERS", ())[:1]),
    }
    row = Row(declared.name, 77, 5, 9030, {name: what for name, what in values.items() if name in declared.by_name})
    made = typed(cls, row)
    assert isinstance(made, AdministrativeAct)
    decided = Row(
        "act_step",
        78,
        5,
        9030,
        {
            "act_kind": row.kind,
            "act_row": 77,
            "step": "accept",
            "on": "2026-11-20",
            "level": "P",
            "signed_by": "محمد بن عبد الله (M. Benabdallah)",
            "remark": _MIXED,
        },
    )
    situation: dict[str, Value] = {field.name: _value(field) for field in catalog.BY_NAME["situation"].fields}
    return ActFacts(
        office=OFFICE,
        person=worst_person(),
        row=row,
        made=made,
        before=situation,
        steps=(decided,),
        signature=signature,
        progress=Progress(98, 66) if cls is Abandonment else None,
        known=Reference(schools={"12345A": (_MIXED, _MIXED)}),
        notice=Row("leave_notice", 77, 5, 9030, {"half_from": "2027-01-01"}),
        due="2026-12-30",
        limits={"notice_days": 7, "return_request_months": 2},
        relations={"child": worst_person(), "dependant": worst_person()},
    )


def barest(cls: type[AdministrativeAct]) -> ActFacts:
    """An act of which nothing is known but its provisional number, in an office that never met the centre."""
    row = Row(cls.KIND.name, 77, 5, 9030, {"provisional_number": "B-42", "state": "registered"})
    made = typed(cls, row)
    assert isinstance(made, AdministrativeAct)
    office = OfficeFacts(0, ("", ""), ("", ""), practice=False, today="2026-11-23", as_of_ms=None, clerk=("", ""))
    person = Row("employee", 5, 5, 9030, {})
    return ActFacts(office, person, row, made, {}, (), None, Reference())


def worst_person() -> Row:
    """Somebody with long names and a birth date of which only the year is known."""
    names = {
        "surname_ar": _LONG_AR,
        "first_name_ar": "فاطمة الزهراء",
        "surname_la": _LONG_LA,
        "first_name_la": "Fatima",
    }
    numbers: dict[str, Value] = {"ppr": "1234567", "cin": "JB123456", "sex": "F", "birth_date": "1966-00-00"}
    return Row("employee", 5, 5, 9030, {**names, **numbers, "address_ar": _MIXED, "address_la": _MIXED})


def _value(field: Field) -> Value:
    if field.choices:
        return field.choices[-1]
    if field.kind.wire is Wire.INTEGER:
        return 123
    if field.kind.wire is Wire.FLAG:
        return True
    if field.kind.wire in (Wire.DAY, Wire.PARTIAL_DAY):
        return "2026-10-31"
    if field.kind.name == "gresa":
        return "12345A"
    if field.kind.name == "rib":
        return "011519000001205000534921"
    return "12345" if field.kind.ltr else _MIXED * 2
