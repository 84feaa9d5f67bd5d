"""The acts that wait for a decision of who asks, each checked as if it were accepted today; and the next number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, select

from massar_desktop.queries.acts import Foreseen, foresee
from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from massar_desktop.queries.work_list import held_acts
from sync.domain import filing
from sync.domain.act import typed
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Severity
from sync.domain.lifecycle import OPEN, State
from sync.domain.record import Row
from sync.storage.ledger import office_tables
from sync.storage.tables import from_columns

MOST: Final = 60
"""Decided in one sitting; the others come after them."""
ACCEPT: Final = ("accept", "enter_accepted")
_DECIDABLE: Final = tuple(state.value for state in OPEN - {State.RETURNED})
_FORBIDS: Final = (Severity.ERROR, Severity.MISSING)
_NUMBER: Final = re.compile(r"([0-9]{1,9})(/[0-9]{4})?")
_PLACEHOLDER: Final = "1"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act to be decided: whose it is, the step that accepts it and the level that step names.

    `foreseen` is None until the act is checked.
    """

    row: Row
    accept: str
    level: str = ""
    days: int = 0
    named: Named = NOBODY
    foreseen: Foreseen | None = None

    @property
    def is_blocked(self) -> bool:
        """Whether it cannot be accepted as it stands."""
        return self.foreseen is not None and any(one.severity in _FORBIDS for one in self.foreseen.problems)

    @property
    def is_amber(self) -> bool:
        """Whether something is remarked on that wants a second look."""
        return self.foreseen is not None and bool(self.foreseen.problems)


def waiting(connection: Connection, asker: Asker) -> list[Waiting]:
    """The acts that she may accept, those of the earliest first day first; not checked yet."""
    office, found = Asked(connection, asker), list[Waiting]()
    for cls, row in sorted(_open_acts(connection, asker), key=lambda one: (one[1].text("from_on"), one[1].id)):
        made = typed(cls, row)
        steps = {step.name: step for step in office.next_steps(made, row)}
        accept = next((name for name in ACCEPT if name in steps), "")
        if accept:
            found.append(Waiting(row, accept, steps[accept].level, made.days))
        if len(found) == MOST:
            break
    names = people_named(connection, {one.row.dossier for one in found})
    return [replace(one, named=names.get(one.row.dossier, NOBODY)) for one in found]


def _open_acts(connection: Connection, asker: Asker) -> Iterator[tuple[type[AdministrativeAct], Row]]:
    for cls in held_acts(connection, asker):
        table = office_tables().records.records[cls.KIND.name]
        query = select(table).where(
            table.c.state.in_(_DECIDABLE), table.c.withdrawn.is_(None), table.c.scope.in_(asker.scopes.all)
        )
        for one in connection.execute(query.order_by(table.c.from_on).limit(MOST)).mappings():
            yield cls, from_columns(cls.KIND.name, dict(one))


def checked(connection: Connection, some: Iterable[Waiting], asker: Asker) -> list[Waiting]:
    """The same acts with what would become of them if they were accepted today."""
    found = []
    for one in some:
        facts = {"on": asker.today, "number": _PLACEHOLDER, **({"level": one.level} if one.level else {})}
        found.append(replace(one, foreseen=foresee(connection, filing.step(one.row, one.accept, 0, facts), asker)))
    return found


def next_number(connection: Connection, asker: Asker) -> str:
    """The number after the highest decision number of this year that is known here: "413/2026".

    None at an academy: what it has decided is not kept there, and the numbers it sees are its provinces'.
    """
    if asker.identity.is_academy:
        return ""
    highest, year = 0, asker.today[:4]
    for kind in ("act_step", "confidential_step"):
        table = office_tables().records.records[kind]
        query = select(table.c.number).where(table.c.number.like(f"%/{year}"), table.c.withdrawn.is_(None))
        for number in connection.execute(query).scalars():
            highest = max(highest, *(int(found[1]) for found in [_NUMBER.fullmatch(number or "")] if found), 0)
    return f"{highest + 1}/{year}"


def following(first: str, count: int) -> Sequence[str]:
    """So many numbers from one on: "412/2026", "413/2026"; ValueError for a text that does not begin with a number."""
    found = re.match(r"([0-9]{1,9})(.*)", first.strip(), re.DOTALL)
    if found is None:
        raise ValueError(first)
    start, rest, width = int(found[1]), found[2], len(found[1])
    return [f"{start + step:0{width}d}{rest}" for step in range(count)]
