"""Who is who: the people an office knows, and the person that a line of a list is about.

A payroll or card number points to a person, but numbers are mistyped: it counts only while no more than one of the
other facts (other number, name, birth date) contradicts it, or more agree than contradict: two records of one person
can be joined later, two people in one record cannot be told apart again. Without a shared number, the same name and the
same birth date are the same person unless something contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from sync.client.importing.packed import pack_facts, unpack_facts
from sync.domain.fields import Value
from sync.domain.names import fold
from sync.domain.partial_day import earliest, latest

NUMBERS: Final = ("ppr", "cin")
_SCRIPTS: Final = ("ar", "la")
_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})
_NOTHING_ADDED: Final = (_NOTHING, _NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person in the office's data, as the replica gives her.

    `fields` are her filled employee fields, `facts` her folded situation; `openings` the facts stated by each of her
    opening acts, by source; `anomalies` the (field, found) pairs already listed for her; `joined` the fields of
    records that were joined into hers, which a list may still name.
    """

    id: int
    fields: Mapping[str, Value]
    facts: Mapping[str, Value] = field(default_factory=dict)
    openings: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    anomalies: frozenset[tuple[str, str]] = frozenset()
    joined: tuple[Mapping[str, Value], ...] = ()
    withdrawn: bool = False


class Candidate:
    """A person while an import is planned: known (with an id) or new (without), and what the list adds to her.

    A list makes as many as it has lines: what is known of her is not copied, what is empty is shared, and what the list
    adds is packed once a line is taken (`rest`).
    """

    __slots__ = ("_added", "_packed", "anomalies", "known", "rows")

    def __init__(self, known: KnownPerson | None = None) -> None:
        self.known = known
        self.rows: tuple[int, ...] = ()
        self.anomalies: Mapping[tuple[str, str], Mapping[str, Value]] = _NOTHING
        self._added: tuple[dict[str, Value], dict[str, Value]] | None = None
        self._packed = b""

    @property
    def new_fields(self) -> Mapping[str, Value]:
        """The fields that the list fills."""
        return self._both()[0]

    @property
    def opening(self) -> Mapping[str, Value]:
        """The facts that the list states."""
        return self._both()[1]

    def fill(self, name: str, value: Value) -> None:
        """The list gives one of her fields."""
        self._work()[0][name] = value

    def state(self, name: str, value: Value) -> None:
        """The list states a fact of her situation."""
        self._work()[1][name] = value

    def withhold(self, name: str) -> None:
        """A fact is not stated after all."""
        del self._work()[1][name]
        self.rest()

    def rest(self) -> None:
        """A line is taken: hold what the list adds as bytes until she is asked for."""
        if self._added is not None:
            self._packed = pack_facts(*self._added) if any(self._added) else b""
            self._added = None

    def _work(self) -> tuple[dict[str, Value], dict[str, Value]]:
        if self._added is None:
            self._added = unpack_facts(self._packed) if self._packed else ({}, {})
        return self._added

    def _both(self) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
        return self._added or (unpack_facts(self._packed) if self._packed else _NOTHING_ADDED)

    def value(self, name: str) -> Value:
        """One of her fields: what is known, else what the list adds."""
        known = self.known.fields.get(name) if self.known else None
        return self.new_fields.get(name) if known in (None, "") else known

    def fact(self, name: str) -> Value:
        """A fact of her situation: what is known, else what the list states."""
        known = self.known.facts.get(name) if self.known else None
        return self.opening.get(name) if known in (None, "") else known

    def list_anomaly(self, key: tuple[str, str], facts: Mapping[str, Value]) -> None:
        """Add a disagreement, by field and what was found."""
        self.anomalies = {**self.anomalies, key: facts}

    def names(self) -> Mapping[str, set[str]]:
        """Her folded names by script. Not kept: few people are compared with more than one line."""
        return {script: {key for version in self.versions if (key := name_key(version, script))} for script in _SCRIPTS}

    @property
    def versions(self) -> tuple[Mapping[str, Value], ...]:
        """Her fields, and those of records joined into hers."""
        if self.known is None:
            return (self.new_fields,)
        added = self.new_fields
        own = {**added, **self.known.fields} if added else self.known.fields
        return (own, *self.known.joined)


def name_key(fields: Mapping[str, Value], script: str) -> str:
    """A whole name in one script, folded, its words in any order; '' when it is not known."""
    parts = (fields.get(f"surname_{script}"), fields.get(f"first_name_{script}"))
    return "".join(sorted(fold(" ".join(str(part) for part in parts if part)).split()))


def same_days(one: str, other: str) -> bool:
    """True when two partial days may be the same day."""
    return one == other or (earliest(one) <= latest(other) and earliest(other) <= latest(one))


_Index = dict[str, Candidate | tuple[Candidate, ...]]
"""Candidates by what they are found by; of most there is one."""


class AmbiguousPerson(Exception):
    """A line fits two people equally well."""


class Lines:
    """Some lines of a list, to tell whom of the office's people they may be about."""

    def __init__(self, lines: Iterable[Mapping[str, Value]]) -> None:
        self.numbers: dict[str, set[str]] = {name: set() for name in NUMBERS}
        self._names: dict[str, set[str]] = {}
        for line in lines:
            for name in NUMBERS:
                if number := line.get(name):
                    self.numbers[name].add(str(number))
            if born := line.get("birth_date"):
                self._names.setdefault(str(born), set()).update(filter(None, _names_of(line).values()))

    @property
    def birth_dates(self) -> Iterable[str]:
        """The birth dates that stand on them."""
        return self._names

    def may_mean(self, fields: Mapping[str, Value]) -> bool:
        """True when one of them has a number of these fields, or their birth date and name."""
        if any(str(fields.get(name) or "") in self.numbers[name] for name in NUMBERS):
            return True
        names = self._names.get(str(fields.get("birth_date") or ""), set())
        return bool(names) and not names.isdisjoint(_names_of(fields).values())


class People:
    """An index of candidates by number and by birth date; names are folded only among people of one birth date."""

    def __init__(self) -> None:
        self._by_number: dict[str, _Index] = {name: {} for name in NUMBERS}
        self._by_birth: _Index = {}
        self._known: set[int] = set()

    def know(self, known: Iterable[KnownPerson]) -> None:
        """Make people of the office findable, by everything known of them."""
        for person in known:
            if person.id not in self._known:
                self._known.add(person.id)
                candidate = Candidate(person)
                for version in candidate.versions:
                    self.note(candidate, version)

    def note(self, person: Candidate, fields: Mapping[str, Value]) -> None:
        """Make a person findable by some more of her fields."""
        for name, numbered in self._by_number.items():
            if value := fields.get(name):
                _append(numbered, str(value), person)
        if born := fields.get("birth_date"):
            _append(self._by_birth, str(born), person)

    def find(self, fields: Mapping[str, Value]) -> Candidate | None:
        """The person these fields are about, None for somebody new; raises AmbiguousPerson."""
        scored: dict[Candidate, float] = {}
        for person in self.sharing_number(fields):
            agree, against = _compared(person, fields)
            if agree > against or against < 2:
                scored[person] = agree - against
        if not scored:
            scored = self._by_name(fields)
        if not scored:
            return None
        best = max(scored.values())
        winners = [person for person, score in scored.items() if score == best]
        standing = [person for person in winners if not (person.known and person.known.withdrawn)]
        if len(standing or winners) > 1:
            raise AmbiguousPerson
        return (standing or winners)[0]

    def sharing_number(self, fields: Mapping[str, Value]) -> list[Candidate]:
        """Everybody who has one of these fields' numbers."""
        found: list[Candidate] = []
        for name in NUMBERS:
            numbered = _under(self._by_number[name], str(fields.get(name) or ""))
            found += [person for person in numbered if person not in found]
        return found

    def _by_name(self, fields: Mapping[str, Value]) -> dict[Candidate, float]:
        scored: dict[Candidate, float] = {}
        names = _names_of(fields)
        for person in _under(self._by_birth, str(fields.get("birth_date") or "")):
            numbers = [_number_agrees(person, fields, name) for name in NUMBERS]
            if False not in numbers and _name_agrees(person, names):
                scored[person] = 2
        return scored


def _append(index: _Index, key: str, person: Candidate) -> None:
    before = _under(index, key)
    if person not in before:
        index[key] = (*before, person) if before else person


def _under(index: _Index, key: str) -> tuple[Candidate, ...]:
    found = index.get(key, ())
    return found if isinstance(found, tuple) else (found,)


def _compared(person: Candidate, fields: Mapping[str, Value]) -> tuple[int, int]:
    """How many of numbers, names and birth date agree, and how many contradict; unknown ones count for neither."""
    verdicts = [_number_agrees(person, fields, name) for name in NUMBERS]
    verdicts += [_name_agrees(person, _names_of(fields)), _birth_agrees(person, fields)]
    return verdicts.count(True), verdicts.count(False)


def _number_agrees(person: Candidate, fields: Mapping[str, Value], name: str) -> bool | None:
    known = [version[name] for version in person.versions if version.get(name)]
    wanted = fields.get(name)
    return wanted in known if known and wanted else None


def _names_of(fields: Mapping[str, Value]) -> dict[str, str]:
    return {script: name_key(fields, script) for script in _SCRIPTS}


def _name_agrees(person: Candidate, names: Mapping[str, str]) -> bool | None:
    """Agreement in either script is enough."""
    found: bool | None = None
    for script, known in person.names().items():
        if known and names[script]:
            found = bool(found) or names[script] in known
    return found


def _birth_agrees(person: Candidate, fields: Mapping[str, Value]) -> bool | None:
    known = [str(version["birth_date"]) for version in person.versions if version.get("birth_date")]
    wanted = fields.get("birth_date")
    return any(same_days(str(wanted), one) for one in known) if known and wanted else None
