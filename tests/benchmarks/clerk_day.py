"""The made workload: what a clerk of an education directorate corrects and adds, with each random choice paid for.

Every draw adds -log2 of its probability, so that the sum is the information that no encoding can go below. What
follows from a draw (an address in two scripts, a mail address made of a name) costs nothing more.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import log2
from pathlib import Path
from typing import TypeVar

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.record import Place, Row
from sync.practice.draws import Draw
from sync.practice.people import day
from sync.practice.province import PracticeProvince, rows
from sync.practice.toponyms import DISTRICTS, POSTAL_PREFIXES
from tests.benchmarks.workload import PLACE, Edit, Workload, lines

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = "2026-11-20"
PEOPLE, EDITS = 5000, 2000
T = TypeVar("T")

_MAIL = ("courriel.example", "poste.example", "taalim.example")
_STATUS = (("married", 6), ("divorced", 2), ("widowed", 2))
_SCHOOLING = ("none", "school", "university", "training")
_DIPLOMAS = (
    ("الإجازة", "academic"),
    ("الماستر", "academic"),
    ("الدكتوراه", "academic"),
    ("شهادة التأهيل التربوي", "professional"),
)
_SUBJECTS = ("الدراسات العربية", "الرياضيات", "الفيزياء", "القانون العام", "التدبير", "الإعلاميات")
_FACULTIES = ("جامعة ابن زهر", "جامعة القاضي عياض", "جامعة محمد الخامس", "جامعة الحسن الثاني", "جامعة مولاي إسماعيل")
_CARD_LETTERS = ("J", "JA", "JB", "JC", "JE", "JF", "JT", "PA", "PB")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SAME_PERSON = 0.15


class PaidDraw:
    """Random choices with an account: `bits` is the sum of -log2 of their probabilities."""

    def __init__(self, seed: int) -> None:
        self._draw = Draw(seed)
        self.bits = 0.0

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices; one that stands in them several times is as many times likelier."""
        found = self._draw.pick(choices)
        self.bits -= log2(choices.count(found) / len(choices))
        return found

    def between(self, first: int, last: int) -> int:
        """A whole number from first to last."""
        self.bits += log2(last - first + 1)
        return self._draw.between(first, last)

    def chance(self, probability: float) -> bool:
        """Yes with this probability."""
        found = self._draw.random() < probability
        self.bits -= log2(probability if found else 1 - probability)
        return found

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """One of the choices by weight."""
        return self.pick([item for item, weight in choices for _ in range(weight)])


def clerk_days(*, people: int = PEOPLE, edits: int = EDITS, seed: int = 11) -> Workload:
    """A practice province and so many edits on it; the same for the same arguments."""
    province = PracticeProvince(today=TODAY, place=PLACE, people=people)
    return day_of(list(rows(province, RESOURCES)), edits=edits, seed=seed)


def careers(*, whole: bool = False, people: int = PEOPLE) -> Workload:
    """A province of which everybody's career is told by acts, about ten each: people, situations and acts.

    The `whole` of it has besides families, diplomas and the steps of each act.
    """
    province = PracticeProvince(today=TODAY, place=PLACE, people=people, histories=100)
    kept = catalog.ACT_BY_KIND.keys() | {"employee", "situation"}
    made = rows(province, RESOURCES)
    told = [row for row in made if whole or row.kind in kept or catalog.BY_NAME[row.kind].place is Place.NATION]
    return Workload(told, {}, [])


def day_of(known: list[Row], *, edits: int, seed: int) -> Workload:
    """So many edits on people and families among known rows; the same for the same arguments."""
    keys = {f"{row.kind[0]}{row.id}": row for row in known if row.kind in ("employee", "dependant")}
    clerk = _Clerk(keys, PaidDraw(seed))
    return Workload(known, keys, [clerk.edit() for _ in range(edits)])


class _Clerk:
    """Draws one edit after the other."""

    def __init__(self, keys: dict[str, Row], draw: PaidDraw) -> None:
        self._draw = draw
        self._keys = keys
        self._people = [key for key, row in keys.items() if row.kind == "employee"]
        self._children = [key for key, row in keys.items() if row.get("relation") == "child"]
        self._towns = sorted({row.text("city") for row in keys.values() if row.get("city")})
        children = [keys[key] for key in self._children]
        self._first_names = {
            sex: [(c.text("first_name_ar"), c.text("first_name_la")) for c in children if c.get("sex") == sex]
            for sex in "FM"
        }
        self._today = date.fromisoformat(TODAY).toordinal()
        self._last = ""
        self._made = 0
        self._forms = (
            *((self._phone, 26), (self._second_phone, 3), (self._mail, 7), (self._address, 22), (self._status, 5)),
            *((self._card, 6), (self._verified, 4), (self._spelling, 3), (self._pension, 5), (self._mutual, 2)),
            *((self._schooling, 6), (self._child, 8), (self._diploma, 6), (self._newcomer, 3)),
        )

    def edit(self) -> Edit:
        """The next edit, with its price."""
        self._draw.bits = 0.0
        edit = self._draw.weighted(self._forms)()
        return replace(edit, bits=self._draw.bits)

    def _person(self) -> str:
        """Often the same as before: a clerk corrects several things of one person."""
        if not self._last or not self._draw.chance(_SAME_PERSON):
            self._last = self._draw.pick(self._people)
        return self._last

    def _new_key(self) -> str:
        self._made += 1
        return f"new{self._made}"

    def _days_ago(self, most: int) -> str:
        return day(self._today - self._draw.between(0, most))

    def _mobile(self) -> str:
        head = "6" if self._draw.chance(0.8) else "7"
        return f"+212{head}{self._draw.between(10_000_000, 99_999_999)}"

    def _phone(self) -> Edit:
        return Edit(self._person(), {"phone": self._mobile()})

    def _second_phone(self) -> Edit:
        return Edit(self._person(), {"second_phone": f"+2125{self._draw.between(22_000_000, 39_999_999)}"})

    def _mail(self) -> Edit:
        key = self._person()
        parts = (self._keys[key].text("first_name_la"), self._keys[key].text("surname_la"))
        plain = ("".join(c for c in part.lower() if "a" <= c <= "z") or "x" for part in parts)
        return Edit(key, {"email": f"{'.'.join(plain)}{self._draw.between(0, 99)}@{self._draw.pick(_MAIL)}"})

    def _address(self) -> Edit:
        draw = self._draw
        house, street, town = draw.between(1, 240), draw.between(1, 60), draw.pick(self._towns)
        arabic, latin = draw.pick(DISTRICTS)
        fields = {
            "address_ar": f"رقم {house}، زنقة {street}، {arabic}، {town}",
            "address_la": f"{house}, rue {street}, {latin[0]}",
            "city": town,
            "postal_code": f"{POSTAL_PREFIXES[PLACE // 100]}{draw.between(0, 39) * 10:03d}",
        }
        return Edit(self._person(), fields)

    def _status(self) -> Edit:
        fields = {"marital_status": self._draw.weighted(_STATUS), "married_on": self._days_ago(90)}
        return Edit(self._person(), fields)

    def _card(self) -> Edit:
        """A renewed identity card."""
        return Edit(self._person(), {"cin_expires_on": day(self._today + 3650 - self._draw.between(0, 60))})

    def _verified(self) -> Edit:
        return Edit(self._person(), {"verified_on": TODAY})

    def _spelling(self) -> Edit:
        """One letter of the Latin family name was wrong."""
        key = self._person()
        name = self._keys[key].text("surname_la")
        at = self._draw.pick([place for place, letter in enumerate(name) if letter.isalpha()])
        return Edit(key, {"surname_la": f"{name[:at]}{self._draw.pick(_LETTERS)}{name[at + 1 :]}"})

    def _pension(self) -> Edit:
        return Edit(self._person(), {"pension_number": str(self._draw.between(1_000_000, 9_999_999))})

    def _mutual(self) -> Edit:
        return Edit(self._person(), {"mutual_number": str(self._draw.between(100_000, 999_999))})

    def _schooling(self) -> Edit:
        return Edit(self._draw.pick(self._children), {"schooling": self._draw.pick(_SCHOOLING)})

    def _named(self, sex: str) -> dict[str, Value]:
        arabic, latin = self._draw.pick(self._first_names[sex])
        return {"first_name_ar": arabic, "first_name_la": latin, "sex": sex}

    def _child(self) -> Edit:
        """A birth: the family name is the one of the parent on the staff."""
        person = self._person()
        family = {name: self._keys[person].get(name) for name in ("surname_ar", "surname_la")}
        own = {**self._named(self._draw.pick("FM")), "birth_date": self._days_ago(90)}
        return Edit(self._new_key(), {"relation": "child", **family, **own}, "dependant", person)

    def _diploma(self) -> Edit:
        title, kind = self._draw.pick(_DIPLOMAS)
        fields: dict[str, Value] = {
            "diploma_kind": kind,
            "title": title,
            "speciality": self._draw.pick(_SUBJECTS),
            "institution": self._draw.pick(_FACULTIES),
            "obtained_on": f"{self._draw.between(1990, 2026)}-{self._draw.between(6, 7):02d}-00",
        }
        return Edit(self._new_key(), fields, "diploma", self._person())

    def _newcomer(self) -> Edit:
        """A new colleague, as far as her file goes on the first day."""
        draw = self._draw
        family = self._keys[draw.pick(self._people)]
        fields: dict[str, Value] = {
            "cin": f"{draw.pick(_CARD_LETTERS)}{draw.between(100_000, 999_999)}",
            "surname_ar": family.get("surname_ar"),
            "surname_la": family.get("surname_la"),
            **self._named(draw.pick("FM")),
            "birth_date": day(self._today - draw.between(22 * 365, 40 * 365)),
            "nationality": "MA",
            "phone": self._mobile(),
        }
        return Edit(self._new_key(), fields, "employee")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream, as everywhere
    sys.stdout.writelines(lines(clerk_days()))
