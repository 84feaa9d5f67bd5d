"""Schools as they are on a day: the facts with which each was published, and the dated changes that came after.

Nothing is written over: a verdict of a day rests on what the packages say of that day (ADR 38).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from sync.domain.administrative_act import NEVER
from sync.domain.entities.school import CLOSED, OPEN, School, SchoolChange
from sync.domain.fields import Value
from sync.domain.operation import Reader
from sync.domain.record import Row, kind_of
from sync.domain.reference import in_force

KIND: Final = kind_of(School).name
CHANGE: Final = kind_of(SchoolChange).name
_DATED: Final = tuple(
    name
    for name in kind_of(SchoolChange).by_name
    if name in kind_of(School).by_name and name not in ("gresa", "package")
)
_JUDGED: Final = ("closed_on", "opened_on", "province", "zone")
"""What an act may rest on; a name changes no verdict."""


class Schools:
    """Some schools with their changes, by GRESA code."""

    def __init__(self, schools: Iterable[Row], changes: Iterable[Row]) -> None:
        self._schools = {row.text("gresa"): row for row in schools if not row.withdrawn}
        self._changes: dict[str, list[Row]] = {}
        for row in changes:
            if not row.withdrawn:
                self._changes.setdefault(row.text("gresa"), []).append(row)

    def __iter__(self) -> Iterator[str]:
        """The codes of all of them."""
        return iter(self._schools)

    def on(self, gresa: str, day: str, known_on: str = NEVER) -> Row | None:
        """A school with its facts of a day, as they were known on another; None for one that is not known here.

        `closed_on` stands in it only while it is closed, and says since when; `opened_on` only before it opens.
        """
        school = self._schools.get(gresa)
        if school is None:
            return None
        facts = dict(school.values)
        if school.text("closed_on") > day:
            facts.pop("closed_on")
        if school.text("opened_on") <= day:
            facts.pop("opened_on", None)
        for change in self._in_force(gresa, day, known_on):
            _lay(facts, change)
        return replace(school, values=facts)

    def names(self, gresa: str) -> Iterator[str]:
        """Every name that a school ever had or will have, so that it is found by any of them."""
        rows = [self._schools[gresa]] if gresa in self._schools else []
        for row in (*rows, *self._changes.get(gresa, ())):
            yield from (row.text(name) for name in ("name_ar", "name_la") if row.get(name))

    def ruled_later(self, gresa: str, day: str, decided_on: str) -> Row | None:
        """The change published after a decision by which the school is another one on the day it rested on."""
        then, now = self.on(gresa, day, decided_on), self.on(gresa, day)
        if then is None or now is None or all(then.get(name) == now.get(name) for name in _JUDGED):
            return None
        return next(row for row in reversed(self._in_force(gresa, day)) if row.text("published_on") > decided_on)

    def _in_force(self, gresa: str, day: str, known_on: str = NEVER) -> list[Row]:
        changes = self._changes.get(gresa, ())
        return in_force((row for row in changes if row.text("published_on") <= known_on), day)


def status(school: Row) -> str:
    """Whether a school, as it is on a day, is open."""
    return CLOSED if school.get("closed_on") or school.get("opened_on") else OPEN


def says_something(facts: Mapping[str, Value]) -> bool:
    """Whether the facts of a change say that anything is different."""
    return any(facts.get(name) not in (None, "") for name in ("status", *_DATED))


def _lay(facts: dict[str, Value], change: Row) -> None:
    """One change over the facts of before."""
    facts |= {name: change.get(name) for name in _DATED if change.get(name) not in (None, "")}
    if change.get("status"):
        facts.pop("closed_on", None)
        facts.pop("opened_on", None)
    if change.get("status") == CLOSED:
        facts["closed_on"] = change.get("valid_from")


def school_on(state: Reader, gresa: str, day: str) -> Row | None:
    """A school of the region on a day; None when it is not known here."""
    return Schools(state.find(KIND, "gresa", gresa), state.find(CHANGE, "gresa", gresa)).on(gresa, day)
