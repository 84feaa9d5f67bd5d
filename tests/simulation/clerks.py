"""What a clerk does at her laptop: a seeded choice among the edits the product offers, on what her office shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from sync.client.replica import Refused
from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb, read
from tests.simulation import values
from tests.simulation.laptop import Laptop, Save
from tests.simulation.values import POISON, Rates

FORGED_AUTHOR = 9_999
_IMPORT_MOST = 8
Found = Sequence[tuple[int, int]]
"""Rows of a kind as (row, dossier)."""


class Clerk:
    """One clerk's hands; every save that returned is written down in `laptop.saves`."""

    def __init__(self, laptop: Laptop, chance: Random, rates: Rates) -> None:
        self._laptop = laptop
        self._chance = chance
        self._rates = rates
        self.edits = 0
        self.refused = 0

    def act(self) -> str:
        """Do one thing; gives its name. Raises StorageError, Killed."""
        steps: dict[Callable[[], Sequence[Operation]], float] = {
            self._hire: 3,
            self._family: 2,
            self._correct: 8,
            self._correct_dependant: 2,
            self._withdraw: 1,
            self._open: 2,
            self._mend: 1.5,
            self._join: 1,
            self._part: 0.5,
            self._settle: 2,
        }
        roll = self._chance.random()
        if roll < 0.06:
            return self._import()
        if roll < 0.12:
            return self._undo()
        step = self._chance.choices(list(steps), list(steps.values()))[0]
        operations = step()
        if self._chance.random() < 0.1:
            self._record(self._in_bulk(operations), Lane.BULK)
        else:
            self._record(operations, Lane.DESK)
        return step.__name__.strip("_")

    def hires(self, lane: Lane) -> None:
        """Hire somebody in a lane. Raises StorageError, Killed."""
        operations = self._hire()
        self._record(self._in_bulk(operations) if lane is Lane.BULK else operations, lane)

    def corrects(self, person: int, fields: dict[str, Value]) -> None:
        """Correct one person. Raises StorageError, Killed."""
        self._record([Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields)])

    def _in_bulk(self, operations: Sequence[Operation]) -> Sequence[Operation]:
        """The same with rows of the bulk lane, as an import makes them."""
        made = [one.row for one in operations if one.verb in (Verb.CREATE, Verb.ACT)]
        rows = dict(zip(made, self._laptop.replica.new_rows(len(made), Lane.BULK), strict=True)) if made else {}
        return [
            replace(
                one,
                row=rows.get(one.row, one.row),
                dossier=rows.get(one.dossier, one.dossier),
                fields={name: rows.get(v, v) if isinstance(v, int) else v for name, v in one.fields.items()},
            )
            for one in operations
        ]

    def _record(self, operations: Sequence[Operation], lane: Lane = Lane.DESK) -> None:
        if not operations:
            return
        laptop = self._laptop
        forged = self._chance.random() < self._rates.forged
        try:
            saved = laptop.replica.record(operations, author=FORGED_AUTHOR if forged else laptop.author, lane=lane)
        except Refused as refused:
            self.refused += 1
            if "row_exists" in {problem.code for problem in refused.problems}:
                raise RuntimeError("a fresh row number is taken") from refused
            return
        self.edits += len(saved.numbers)
        note(laptop, saved.numbers)

    def _import(self) -> str:
        """A list of people, in the lane that waits."""
        for row in self._laptop.replica.new_rows(self._chance.randint(2, _IMPORT_MOST), Lane.BULK):
            self._record([_create("employee", row, row, values.employee(self._chance))], Lane.BULK)
        return "import"

    def _undo(self) -> str:
        """Undo something saved here, if it is not too late."""
        laptop = self._laptop
        if laptop.saves:
            laptop.undoing = self._chance.choice(sorted(laptop.saves)[-4:])
            _, lane, n = laptop.saves[laptop.undoing].number
            if laptop.replica.undo((Lane(lane), n)) is not None:
                note(laptop, [(lane, n)])
            laptop.undoing = None
        return "undo"

    @property
    def _sees_confidential(self) -> bool:
        """Whether she is shown the confidential compartment now."""
        return self._laptop.replica.identity.sees_confidential(self._laptop.author)

    def _rows(self, kind: str, condition: str = "1") -> Found:
        with self._laptop.raw() as ask:
            found = ask(f"SELECT id, dossier FROM {kind} WHERE {condition} ORDER BY id")  # noqa: S608  # fixed words
        return [(row[0], row[1]) for row in found]

    def _one(self, kind: str, condition: str = "1") -> tuple[int, int] | None:
        """One row: of the first few when everybody works on the same people."""
        found = self._rows(kind, condition)
        if not found:
            return None
        return self._chance.choice(found[:2] if self._chance.random() < self._rates.hot else found)

    def _row(self) -> int:
        return self._laptop.replica.new_rows(1)[0]

    def _hire(self) -> Sequence[Operation]:
        row = self._row()
        made = [_create("employee", row, row, values.employee(self._chance))]
        if self._chance.random() < 0.3:
            made.append(_create("dependant", self._row(), row, {"employee": row, **values.dependant(self._chance)}))
        if self._chance.random() < 0.3:
            opening = {"employee": row, **values.opening(self._chance)}
            made.append(
                Operation(verb=Verb.ACT, kind="opening_situation", row=self._row(), dossier=row, fields=opening)
            )
        return made

    def _family(self) -> Sequence[Operation]:
        person = self._one("employee")
        kind = self._chance.choice(("dependant", "diploma", "disability"))
        made: dict[str, Callable[[Random], dict[str, Value]]] = {
            "dependant": values.dependant,
            "diploma": values.diploma,
            "disability": values.disability,
        }
        if person is None or (kind == "disability" and not self._sees_confidential):
            return ()
        return [_create(kind, self._row(), person[0], {"employee": person[0], **made[kind](self._chance)})]

    def _correct(self) -> Sequence[Operation]:
        found = self._one("employee")
        if found is None:
            return ()
        fields: dict[str, Value] = {}
        for about in self._chance.sample(values.EMPLOYEE_FIELDS, self._chance.choices((1, 2, 3), (6, 2, 1))[0]):
            fields |= values.employee_field(self._chance, about)
        if self._chance.random() < self._rates.poison:
            fields["email"] = POISON
        return [Operation(verb=Verb.CORRECT, kind="employee", row=found[0], dossier=found[1], fields=fields)]

    def _correct_dependant(self) -> Sequence[Operation]:
        kind = "disability" if self._sees_confidential and self._chance.random() < 0.4 else "dependant"
        found = self._one(kind)
        if found is None:
            return ()
        drawn = values.disability if kind == "disability" else values.dependant_field
        return [Operation(verb=Verb.CORRECT, kind=kind, row=found[0], dossier=found[1], fields=drawn(self._chance))]

    def _withdraw(self) -> Sequence[Operation]:
        kind = self._chance.choice(("diploma", "diploma", "dependant", "dependant", "employee"))
        found = self._one(kind)
        if found is None:
            return ()
        fields: dict[str, Value] = {"withdrawn": "خطأ"}
        return [Operation(verb=Verb.WITHDRAW, kind=kind, row=found[0], dossier=found[1], fields=fields)]

    def _open(self) -> Sequence[Operation]:
        person = self._one("employee")
        if person is None:
            return ()
        fields = {"employee": person[0], **values.opening(self._chance)}
        return [Operation(verb=Verb.ACT, kind="opening_situation", row=self._row(), dossier=person[0], fields=fields)]

    def _mend(self) -> Sequence[Operation]:
        opening = self._one("opening_situation")
        if opening is None:
            return ()
        fields = {"employee": opening[1], **values.situation_correction(self._chance, opening[0])}
        row = self._row()
        return [Operation(verb=Verb.ACT, kind="situation_correction", row=row, dossier=opening[1], fields=fields)]

    def _join(self) -> Sequence[Operation]:
        people = self._rows("employee", "merged_into IS NULL")
        if len(people) < 2:
            return ()
        keep, gone = (person[0] for person in self._chance.sample(people, 2))
        fields: dict[str, Value] = {"merged_into": keep}
        return [Operation(verb=Verb.JOIN, kind="employee", row=gone, dossier=gone, other=keep, fields=fields)]

    def _part(self) -> Sequence[Operation]:
        found = self._one("employee", "merged_into IS NOT NULL")
        if found is None:
            return ()
        with self._laptop.raw() as ask:
            keep = ask("SELECT merged_into FROM employee WHERE id = ?", found[0])[0][0]
        fields: dict[str, Value] = {"merged_into": None}
        return [Operation(verb=Verb.PART, kind="employee", row=found[0], dossier=found[0], other=keep, fields=fields)]

    def _settle(self) -> Sequence[Operation]:
        kind = "confidential_conflict" if self._sees_confidential and self._chance.random() < 0.3 else "conflict"
        found = self._one(kind, "choice IS NULL")
        if found is None:
            return ()
        choice = self._chance.choice(("mine", "centre", "other"))
        fields: dict[str, Value] = {"choice": choice, "reason": "وثيقة"}
        if choice == "other":
            with self._laptop.raw() as ask:
                losing = ask(f"SELECT losing FROM {kind} WHERE id = ?", found[0])[0][0]  # noqa: S608  # fixed words
            fields["chosen"] = json.dumps(dict.fromkeys(json.loads(losing)))
        return [Operation(verb=Verb.SETTLE, kind=kind, row=found[0], dossier=found[1], fields=fields)]


def _create(kind: str, row: int, dossier: int, fields: dict[str, Value]) -> Operation:
    return Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=dossier, fields=fields)


def note(laptop: Laptop, numbers: Sequence[tuple[int, int]]) -> None:
    """Write down saves that the clerk was told of."""
    device = laptop.device
    with laptop.raw() as ask:
        if all(save.number[0] != device for save in laptop.saves.values()):  # the laptop was renumbered just before
            moved = {row[0]: saved(row) for row in ask(f"{_SAVED} WHERE device = ?", device)}
            for at in moved.keys() & laptop.saves.keys():
                laptop.renumber(at, moved[at])
        for lane, n in numbers:
            found = ask(f"{_SAVED} WHERE device = ? AND lane = ? AND n = ?", device, int(lane), n)
            if found:
                laptop.saves[found[0][0]] = saved(found[0])
            else:  # told and not there: the oracle will say so
                laptop.saves[-n] = Save((device, int(lane), n), b"", (), ())


def recall(laptop: Laptop) -> None:
    """After a crash: what is in the outbox and was never acknowledged counts as saved, or undone, from now on."""
    with laptop.raw() as ask:
        found = {row[0]: saved(row) for row in ask(_SAVED)}
    undone = {at for at, save in found.items() if at == laptop.undoing and save.says[0] is Verb.VOID}
    laptop.saves |= {at: save for at, save in found.items() if at not in laptop.saves or at in undone}
    laptop.undoing = None


_SAVED = "SELECT position, device, lane, n, hash, record FROM outbox"


def saved(row: tuple[Any, ...]) -> Save:
    """A row of the outbox as a save."""
    _, device, lane, n, digest, record = row
    operation = read(bytes(record), catalog.BY_NUMBER)
    says = (operation.verb, operation.kind, operation.author, operation.day, sorted(operation.fields))
    return Save((device, lane, n), bytes(digest), operation.dossiers, says)
