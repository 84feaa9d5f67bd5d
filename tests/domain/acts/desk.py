"""A desk in memory: one person's dossier, the published rules, and the domain's own `decide`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import count
from pathlib import Path

from sync.domain import catalog, lifecycle
from sync.domain.authority import Author
from sync.domain.decide import Context, Outcome, decide
from sync.domain.fields import Value
from sync.domain.ids import Compartment, region_of, row_id, scope_id
from sync.domain.lifecycle import Level, provisional_number
from sync.domain.operation import Effect, Operation, Verb, changed
from sync.domain.record import Place, RecordKind, Row
from sync.practice.rules import rule_rows

RESOURCES = Path(__file__).parents[3] / "resources"
PLACE = 504
DEVICE = 20
PERSON = row_id(DEVICE, 1)
SCHOOL, OTHER_SCHOOL = "12345A", "23456B"
ALL = frozenset({Compartment.GENERAL, Compartment.CONFIDENTIAL})

CLERK = Author(1, "clerk", PLACE)
HEAD = Author(2, "head", PLACE)
DIRECTOR = Author(3, "director", PLACE)
AREF = Author(4, "aref", PLACE)
MINISTRY = Author(5, "ministry", PLACE)
AUDITOR = Author(6, "auditor", PLACE)
EVERYBODY = (CLERK, HEAD, DIRECTOR, AREF, MINISTRY, AUDITOR)


@cache
def published() -> tuple[Row, ...]:
    """The rules of resources/reference."""
    return tuple(rule_rows(RESOURCES))


class State:
    """A Reader over rows in memory."""

    def __init__(self, rows: Iterable[Row] = (), seen: Collection[Compartment] = ALL) -> None:
        self._kinds: dict[str, dict[int, Row]] = {}
        self._seen = seen
        self._rules: dict[tuple[str, str, Value], list[Row]] = {}
        for row in rows:
            self._kinds.setdefault(row.kind, {})[row.id] = row

    def row(self, kind: str, row: int) -> Row | None:
        """One record."""
        return self._kinds.get(kind, {}).get(row) if catalog.BY_NAME[kind].compartment in self._seen else None

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The records of a kind in a dossier."""
        return sorted((r for r in self._all(kind) if r.dossier == dossier), key=lambda r: r.id)

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The records whose field equals a value; published rules are looked up once."""
        if catalog.BY_NAME[kind].place is Place.PROVINCE:
            return sorted((r for r in self._all(kind) if r.get(field) == value), key=lambda r: r.id)
        key = kind, field, value
        if key not in self._rules:
            self._rules[key] = sorted((r for r in self._all(kind) if r.get(field) == value), key=lambda r: r.id)
        return self._rules[key]

    def _all(self, kind: str) -> Iterable[Row]:
        return list(self._kinds.get(kind, {}).values()) if catalog.BY_NAME[kind].compartment in self._seen else ()

    def of_person(self, compartment: Compartment | None = None) -> list[Row]:
        """All that stands in her file, of one compartment if asked."""
        found = [row for rows in self._kinds.values() for row in rows.values() if row.dossier == PERSON]
        return [row for row in found if compartment is None or row.scope % 10 == compartment]

    def drop(self, row: Row) -> None:
        """Take a row away, as if it had never been."""
        del self._kinds[row.kind][row.id]
        self._rules = {}

    def has_code(self, table: str, code: str) -> bool | None:
        """No code table is published here."""
        return None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """The scope of a kind in this province."""
        if kind.compartment not in self._seen:
            return None
        place = {Place.NATION: 0, Place.REGION: region_of(PLACE), Place.PROVINCE: PLACE}[kind.place]
        return scope_id(place, kind.compartment)

    def put(self, row: Row) -> None:
        """Lay a row, of rules too."""
        self._kinds.setdefault(row.kind, {})[row.id] = row
        self._rules = {}

    def apply(self, effects: Iterable[Effect]) -> None:
        """Let effects change rows."""
        for effect in effects:
            rows = self._kinds.setdefault(effect.kind, {})
            rows[effect.row] = changed(rows.get(effect.row), effect)


class Desk:
    """Where acts are registered and steps are taken; what is not blocked is applied."""

    def __init__(self, today: str = "2026-09-21", seen: Collection[Compartment] = ALL) -> None:
        self.state = State(published(), seen)
        self.today = today
        self._rows = count(100)
        self.put("employee", PERSON, sex="F", birth_date="1985-04-12", ppr="1234567")
        for gresa, province, closed in (
            (SCHOOL, "0504", None),
            (OTHER_SCHOOL, "0504", None),
            ("34567C", "0505", None),
            ("45678D", "0504", "2024-08-31"),
            ("56789E", "0504", None),
        ):
            row = row_id(1, 5000 + int(gresa[:2]))
            self.put("school", row, gresa=gresa, province=province, zone="B", closed_on=closed)
        self.put("school", row_id(1, 5067), gresa="67890F", province="0504", zone="B", opened_on="2027-09-01")
        self.rule("school_change", gresa="56789E", status="closed", valid_from="2026-12-01")

    def put(self, kind: str, row: int, dossier: int = 0, /, **values: Value) -> Row:
        """A row that is there, whoever wrote it."""
        declared = catalog.BY_NAME[kind]
        scope = self.state.scope_for(declared, dossier)
        made = Row(kind, row, dossier or row, scope or 0, {n: v for n, v in values.items() if v not in (None, "")})
        self.state.put(made)
        return made

    def rule(self, kind: str, /, **values: Value) -> Row:
        """Publish one more rule, later than all others."""
        facts: dict[str, Value] = {"valid_from": "2026-01-01", "published_on": "2026-09-01", **values}
        return self.put(kind, row_id(1, 900_000 + next(self._rows)), **facts)

    def known(self, **career: Value) -> Outcome:
        """What a list said of her career."""
        facts = {"known_on": "2026-01-01", "source": "massir", **career}
        return self._run(Verb.ACT, "opening_situation", facts, None)

    def register(self, kind: str, by: Author | None = CLERK, /, **facts: Value) -> tuple[int, Outcome]:
        """Register a request with all its papers; gives its row and the outcome."""
        row = self.new_row()
        papers = " ".join(getattr(catalog.ACT_BY_KIND[kind], "PAPERS", ()))
        given: dict[str, Value] = {"papers": papers, "provisional_number": provisional_number(row), **facts}
        return row, self._run(Verb.ACT, kind, given, by, row=row)

    def step(
        self,
        kind: str,
        row: int,
        name: str,
        by: Author | None = DIRECTOR,
        /,
        *,
        taken: bool = False,
        unread: Collection[int] = (),
        **facts: Value,
    ) -> Outcome:
        """Take a step; `taken` when it was saved before now, by somebody who had not read some rules."""
        confidential = catalog.BY_NAME[kind].compartment is Compartment.CONFIDENTIAL
        said: dict[str, Value] = {"act_kind": kind, "act_row": row, "step": name, "on": self.today, **facts}
        numbered = lifecycle.BY_NAME[name].needs
        said = {**({"number": "12/2026"} if "number" in numbered else {}), **said}
        said = {**({"remark": "وثيقة"} if "remark" in numbered else {}), **said}
        step_kind = "confidential_step" if confidential else "act_step"
        return self._run(Verb.STEP, step_kind, said, by, taken=taken, unread=unread)

    def decide(self, kind: str, row: int, *, taken: bool = False) -> Outcome:
        """Accept an act at whatever level decides it."""
        outcome = self.step(kind, row, "accept", DIRECTOR, taken=taken)
        if any(p.code == "not_competent" for p in outcome.problems):
            outcome = self.step(kind, row, "enter_accepted", CLERK, taken=taken, level=Level.AREF.value)
        return outcome

    def accepted(self, kind: str, /, **facts: Value) -> int:
        """Register and accept an act; fails when something forbids it."""
        row, outcome = self.register(kind, **facts)
        assert not outcome.blocked, outcome.problems
        decided = self.decide(kind, row)
        assert not decided.blocked, decided.problems
        return row

    def correct(self, kind: str, row: int, /, **facts: Value) -> Outcome:
        """Correct facts of a row."""
        return self._run(Verb.CORRECT, kind, facts, CLERK, row=row)

    def _run(
        self,
        verb: Verb,
        kind: str,
        facts: dict[str, Value],
        by: Author | None,
        *,
        row: int = 0,
        taken: bool = False,
        unread: Collection[int] = (),
    ) -> Outcome:
        own = {} if verb is Verb.CORRECT else {"employee": PERSON}
        moved = facts.get("moved_to")
        operation = Operation(
            verb=verb,
            kind=kind,
            row=row or self.new_row(),
            dossier=PERSON,
            other=moved if isinstance(moved, int) else 0,
            fields={**own, **facts},
            author=by.account if by else 0,
            day=self.today,
        )
        context = Context(DEVICE, lambda _kind, _row: (), author=by, unread=lambda: unread, taken=taken)
        outcome = decide(operation, self.state, context)
        if not outcome.blocked:
            self.state.apply(outcome.effects)
        return outcome

    def new_row(self) -> int:
        """A fresh row id."""
        return row_id(DEVICE, next(self._rows))

    def act(self, kind: str, row: int) -> Row:
        """An act as it stands."""
        found = self.state.row(kind, row)
        assert found is not None
        return found

    @property
    def situation(self) -> dict[str, Value]:
        """The stored situation, without what only names it."""
        row = self.state.row("situation", PERSON)
        return {name: value for name, value in row.values.items() if name != "employee"} if row else {}


def codes(outcome: Outcome) -> set[str]:
    """The codes of what was said."""
    return {problem.code for problem in outcome.problems}
