"""Packages of reference data: what is signed of one, and which acts a change of the past asks to look at again.

A package is append only: a rule that changes is a new row with its own days. A verdict that was given stands; what was
decided under a rule that has been replaced for its day is listed for a person, never decided again by a machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sync.domain import canonical, catalog, schools
from sync.domain.act import typed
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.acts.echelon import EchelonAdvancement
from sync.domain.administrative_act import ALL_ACTS, NEVER, AdministrativeAct
from sync.domain.errors import Problem, warning
from sync.domain.fields import Value
from sync.domain.ids import place_of, region_of
from sync.domain.record import Row
from sync.domain.schools import Schools

CONTENT: Final = ("code", "school", "school_change", "limit", "delegation", "holiday", "grade_index")
"""The kinds that travel in packages."""
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "limit": ("act", "name"),
    "delegation": ("act", "region", "up_to_days"),
    "holiday": ("nature", "name_la", "year"),
    "grade_index": ("grade", "echelon"),
}
"""What two rows have in common of which the later publication replaces the other for the days of both."""
_CONTEXT: Final = b"massar reference package 1\n"


@dataclass(frozen=True, slots=True)
class Package:
    """The facts of a package beside its rows. `region` is the place of its scope, 0 for the nation."""

    version: int
    region: int
    name: str
    published_on: str

    @classmethod
    def of(cls, row: Row) -> Package:
        """The package of its record."""
        region = row.get("region")
        return cls(int(row.text("version")), region if isinstance(region, int) else 0, *_texts(row))


def _texts(row: Row) -> tuple[str, str]:
    return row.text("name"), row.text("published_on")


def digest(rows: Iterable[Row]) -> str:
    """One hash of all rows of a package, whatever their order."""
    parts = bytearray()
    for row in sorted(rows, key=lambda row: (catalog.BY_NAME[row.kind].number, row.id)):
        kind = catalog.BY_NAME[row.kind]
        encoded = canonical.encode_fields(row.values, kind.by_name)
        for number in (kind.number, row.id, row.scope, len(encoded)):
            canonical.write_varint(parts, number)
        parts += encoded
    return hashlib.blake2b(bytes(parts), digest_size=32).hexdigest()


def message(package: Package, rows: int, content: str) -> bytes:
    """What the centre signs: the facts of a package, how many rows, and their digest."""
    said = (package.version, package.region, package.published_on, rows, content, package.name)
    return _CONTEXT + "\n".join(str(one) for one in said).encode()


def verified(record: Row, rows: Iterable[Row], is_signed: Callable[[bytes, bytes], bool]) -> bool:
    """Whether the rows at hand are all of a package, as it was signed; `is_signed` takes a signature and a message."""
    package = Package.of(record)
    own = [row for row in rows if row.get("package") == package.version and place_of(row.scope) == package.region]
    content = digest(own)
    if content != record.text("digest") or len(own) != record.get("rows"):
        return False
    try:
        signature = bytes.fromhex(record.text("signature"))
    except ValueError:
        return False
    return is_signed(signature, message(package, len(own), content))


# -- what a change of the past asks to look at again ---------------------------------------------------------------


def replaced(rules: Iterable[Row]) -> list[tuple[Row, Row]]:
    """Of some rules those that came later about days that an earlier publication had ruled: (new, old) each.

    Only days before the new rule was published count: what a rule says of days to come changes nobody's past.
    """
    by_key: dict[tuple[Value, ...], list[Row]] = {}
    for row in rules:
        names = _KEYS.get(row.kind)
        if names and not row.withdrawn:
            by_key.setdefault((row.kind, *(row.get(name) for name in names)), []).append(row)
    found = []
    for rows in by_key.values():
        rows.sort(key=lambda row: (row.text("published_on"), row.id))
        for number, new in enumerate(rows):
            older = [old for old in rows[:number] if old.text("published_on") < new.text("published_on")]
            found += [(new, old) for old in older[-1:] if _reaches_back(new, old)]
    return found


def reaching_back(rules: Iterable[Row]) -> list[Row]:
    """Of some rules those that say something new of days before they were published."""
    rules = list(rules)
    changes = (row for row in rules if row.kind == schools.CHANGE and not row.withdrawn)
    found = [new for new, _old in replaced(rules)]
    return [*found, *(row for row in changes if row.text("valid_from") < row.text("published_on"))]


def _reaches_back(new: Row, old: Row) -> bool:
    first, last = _days(new)
    old_first, old_last = _days(old)
    return max(first, old_first) <= min(last, old_last) and max(first, old_first) < new.text("published_on")


def _days(rule: Row) -> tuple[str, str]:
    return rule.text("valid_from"), rule.text("valid_to") or NEVER


_SAID: Final[Mapping[str, Callable[[str], Problem]]] = {
    "limit": lambda day: warning("limit_changed", day=day),
    "delegation": lambda day: warning("matrix_changed", day=day),
    "holiday": lambda day: warning("holiday_changed", day=day),
    "grade_index": lambda day: warning("index_changed", day=day),
    schools.CHANGE: lambda day: warning("school_changed", day=day),
}


def changed_rule(rule: Row) -> Problem:
    """What to say of an act that rests on what a rule ruled later for its day."""
    return _SAID[rule.kind](rule.text("published_on"))


def to_check_again(acts: Iterable[Row], rules: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """The acts in force, each with the new rule, that were decided before the rule was known on which they rest."""
    rules = list(rules)
    changes, known = replaced(rules), schools_of(rules)
    for row in acts:
        cls = catalog.ACT_BY_KIND.get(row.kind)
        if cls is None or not issubclass(cls, AdministrativeAct):
            continue
        act = typed(cls, row)
        if act.counts(row):
            yield from ((row, new) for new, _ in changes if _rests_on(act, row, new))
            yield from ((row, new) for new in _school_ruled_later(act, row, known))


def schools_of(rules: Iterable[Row]) -> Schools:
    """The schools among some rules, with their changes."""
    rules = list(rules)
    return Schools(*([row for row in rules if row.kind == kind] for kind in (schools.KIND, schools.CHANGE)))


def _school_ruled_later(act: AdministrativeAct, row: Row, known: Schools) -> Iterator[Row]:
    """The change of the school that an act is about, published after its decision for the day on which it begins."""
    gresa, decided = row.text("school"), row.text("decided_on")
    new = known.ruled_later(gresa, act.effective_on, decided) if gresa and decided else None
    if new is not None:
        yield new


def _rests_on(act: AdministrativeAct, row: Row, rule: Row) -> bool:
    decided, region = row.text("decided_on"), rule.get("region")
    if not decided or decided >= rule.text("published_on"):
        return False
    if rule.kind == "holiday":
        first, last = rule.text("from_on"), rule.text("to_on")
        return isinstance(act, AnnualLeave) and act.effective_on <= last and first <= act.last_on
    valid_from, valid_to = _days(rule)
    day = decided if rule.kind == "delegation" else act.effective_on
    if not valid_from <= day <= valid_to:
        return False
    if rule.kind == "grade_index":
        return isinstance(act, EchelonAdvancement) and (act.grade, act.echelon) == (
            rule.get("grade"),
            rule.get("echelon"),
        )
    return rule.text("act") in (act.CODE, ALL_ACTS) and region in (None, region_of(place_of(row.scope)))
