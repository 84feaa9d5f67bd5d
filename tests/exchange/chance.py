"""Seeded clerks: from one number, the same requests in the same order, honest and otherwise."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, Lane, row_id
from sync.domain.operation import Base, Operation, Verb
from sync.protocol.messages import Sealed
from tests.exchange.laptop import Laptop

NAMES = ("العلوي", "الفاسي", "بنعلي", "أيت القايد", "الإدريسي")
PHONES = tuple(f"+2126610452{n:02}" for n in range(4))
CITIES = ("تازة", "فاس", "كرسيف", None)
GRADES = ("G1", "G2", "G3")


@dataclass
class Chance:
    """What has been made so far, and the next thing that somebody does."""

    seed: int
    people: list[int] = field(default_factory=list)
    records: list[tuple[str, int, int]] = field(default_factory=list)
    sent: list[tuple[Laptop, Sealed]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)

    def operation(self, laptop: Laptop, head: int) -> Sealed:
        """One operation of a laptop that may have seen as much as `head`."""
        base = Base(1, self.draw.randint(0, head + 1))
        kinds = (self._hire, self._correct, self._correct, self._correct, self._record, self._act, self._other)
        lane = self.draw.choice((Lane.DESK, Lane.DESK, Lane.BULK))
        if not self.people:
            return self._sealed(laptop, self._hire(laptop, base), lane)
        return self._sealed(laptop, self.draw.choice(kinds)(laptop, base), lane)

    def replay(self) -> tuple[Laptop, Sealed] | None:
        """An operation that was sent before, now and then."""
        return self.draw.choice(self.sent) if self.sent and self.draw.random() < 0.15 else None

    def _sealed(self, laptop: Laptop, operation: Operation, lane: Lane) -> Sealed:
        sealed = laptop.sealed(operation, lane)
        if self.draw.random() < 0.03:
            sealed = Sealed(sealed.lane, sealed.n, sealed.record[: self.draw.randint(0, len(sealed.record))])
        self.sent.append((laptop, sealed))
        return sealed

    def _hire(self, laptop: Laptop, base: Base) -> Operation:
        row = row_id(laptop.device, next(laptop.rows))
        self.people.append(row)
        fields: dict[str, Value] = {
            "surname_ar": self.draw.choice(NAMES),
            "ppr": str(self.draw.randint(100_000, 100_020)),
        }
        return Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields, base=base)

    def _correct(self, laptop: Laptop, base: Base) -> Operation:
        person = self.draw.choice(self.people)
        every: dict[str, Value] = {
            "phone": self.draw.choice(PHONES),
            "city": self.draw.choice(CITIES),
            "postal_code": self.draw.choice(("35000", "30000")),
            "email": "not an address" if self.draw.random() < 0.2 else "a@b.ma",
        }
        names = self.draw.sample(sorted(every), self.draw.randint(1, 3))
        fields = {name: every[name] for name in names}
        return Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields, base=base)

    def _record(self, laptop: Laptop, base: Base) -> Operation:
        if self.records and self.draw.random() < 0.5:
            kind, row, person = self.draw.choice(self.records)
            name = "title" if kind == "diploma" else "card_number"
            fields: dict[str, Value] = {name: self.draw.choice(("أ", "ب", "ج"))}
            return Operation(verb=Verb.CORRECT, kind=kind, row=row, dossier=person, fields=fields, base=base)
        kind = self.draw.choice(("diploma", "disability"))
        row, person = row_id(laptop.device, next(laptop.rows)), self.draw.choice(self.people)
        self.records.append((kind, row, person))
        fields = {"employee": person, "title" if kind == "diploma" else "card_number": "أ"}
        return Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=person, fields=fields, base=base)

    def _act(self, laptop: Laptop, base: Base) -> Operation:
        row, person = row_id(laptop.device, next(laptop.rows)), self.draw.choice(self.people)
        fields: dict[str, Value] = {
            "employee": person,
            "known_on": f"2026-09-{self.draw.randint(1, 28):02}",
            "source": self.draw.choice(("لائحة أ", "لائحة ب")),
            "grade": self.draw.choice(GRADES),
            "recruited_on": self.draw.choice(("2001-09-16", None)),
        }
        return Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields, base=base)

    def _other(self, laptop: Laptop, base: Base) -> Operation:
        one, two = self.draw.choice(self.people), self.draw.choice(self.people)
        conflict = row_id(CENTRE_DEVICE, self.draw.randint(1, 6))
        choices = (
            Operation(
                verb=Verb.WITHDRAW, kind="employee", row=one, dossier=one, fields={"withdrawn": "خطأ"}, base=base
            ),
            Operation(
                verb=Verb.JOIN, kind="employee", row=one, dossier=one, other=two, fields={"merged_into": two}, base=base
            ),
            Operation(
                verb=Verb.PART,
                kind="employee",
                row=one,
                dossier=one,
                other=two,
                fields={"merged_into": None},
                base=base,
            ),
            Operation(
                verb=Verb.SETTLE, kind="conflict", row=conflict, dossier=one, fields={"choice": "mine"}, base=base
            ),
            Operation(verb=Verb.VOID, kind="employee", row=one, dossier=one, base=base),
        )
        return self.draw.choice(choices)
