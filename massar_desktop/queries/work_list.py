"""The work list: what waits for the clerk who asks, what is late, what came back, her reminders, her drafts.

Read from the office's file alone. Each act stands once, under what is most pressing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, or_, select

from massar_desktop.queries.acts import DRAFT_PREFIX
from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from massar_desktop.queries.reference import Names
from sync.domain import catalog, lifecycle
from sync.domain.act import typed
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.deadline import Deadline, deadline
from sync.domain.entities.note import NOTE_KINDS
from sync.domain.ids import Compartment
from sync.domain.lifecycle import OPEN, State
from sync.domain.record import Row
from sync.domain.taking import is_administrative
from sync.storage.ledger import office_tables
from sync.storage.tables import from_columns

MOST: Final = 1_000
"""Lines that are listed; all are counted."""
NEXT_DATES: Final = 3
_WEEK: Final = 6
"""Days after today that are still this week's work."""
_TO_NOTIFY: Final = (State.ACCEPTED.value, State.REFUSED.value)
_WANTED: Final = (*(state.value for state in OPEN), *_TO_NOTIFY)
_ONWARD: Final = frozenset(
    {"study", "opinion", "refer", "accept", "refuse", "enter_accepted", "enter_refused", "notify"}
)
"""Steps that bring an act nearer to its end: who may take one of them is waited for."""


class Heap(StrEnum):
    """Why a line is there, the most pressing first."""

    LATE = "late"
    IRREGULAR = "irregular"
    RETURNED = "returned"
    WAITING = "waiting"
    REMINDER = "reminder"
    ELSEWHERE = "elsewhere"
    DRAFT = "draft"


class When(StrEnum):
    """When a line wants something of her, the next first; what waits for others, and her drafts, come last."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    ELSEWHERE = "elsewhere"
    DRAFT = "draft"


_PRESSING: Final = (Heap.LATE, Heap.IRREGULAR, Heap.RETURNED, Heap.WAITING, Heap.REMINDER)


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One act, a draft of one (then `act` is 0 and `state` "") or a reminder.

    `number` is official or, until then, provisional.
    """

    heap: Heap
    person: int
    kind: str
    act: int = 0
    state: str = ""
    number: str = ""
    first_on: str = ""
    due: Deadline | None = None
    irregular: str = ""
    name_ar: str = ""
    name_la: str = ""
    ppr: str = ""
    words: str = ""
    """The text of a note; then `act` is the note, and `first_on` the day of the reminder."""
    province: Names = ("", "")
    """Whose file it is, where an academy asks."""

    def when(self, today: str) -> When:
        """When it wants something: at its deadline, without one on its first day; what is irregular wants it today."""
        if self.heap in (Heap.LATE, Heap.ELSEWHERE, Heap.DRAFT):
            return When(self.heap.value)
        day = self.due.due_on if self.due is not None else self.first_on
        if self.heap is Heap.IRREGULAR or day <= today:
            return When.TODAY
        return When.WEEK if day <= (date.fromisoformat(today) + timedelta(days=_WEEK)).isoformat() else When.LATER

    def name(self, language: str) -> str:
        """The person's name in a language, in the other script when it has none in this one."""
        first, second = (self.name_ar, self.name_la) if language == "ar" else (self.name_la, self.name_ar)
        return first or second


@dataclass(frozen=True, slots=True)
class WorkList:
    """The lines, the most pressing first, and how many there are of each heap."""

    lines: tuple[WorkLine, ...] = ()
    counts: Mapping[Heap, int] = field(default_factory=dict)
    dates: tuple[tuple[str, int], ...] = ()
    """The next days on which something is due, at most NEXT_DATES, and how many lines are due on each."""

    @property
    def pressing(self) -> int:
        """How many want something of her now."""
        return sum(self.counts.get(heap, 0) for heap in _PRESSING)


def work_list(connection: Connection, asker: Asker) -> WorkList:
    """Read the work list of an account on a day, the lines of a `When` together."""
    office = Asked(connection, asker)
    found = [line for cls in held_acts(connection, asker) for line in _of_kind(office, cls)]
    found += _drafts(connection, asker)
    found += _reminders(connection, asker)
    found.sort(key=lambda one: _order(one, asker.today))
    shown = found[:MOST]
    named = people_named(connection, (one.person for one in shown))
    due = Counter(one.due.due_on for one in found if one.due is not None and one.due.due_on >= asker.today)
    return WorkList(
        tuple(_with_name(one, named) for one in shown),
        Counter(one.heap for one in found),
        tuple(sorted(due.items())[:NEXT_DATES]),
    )


def _order(line: WorkLine, today: str) -> tuple[int, int, str, str, int]:
    """Where a line stands: by when it wants something, then by why, then by its deadline."""
    due_on = line.due.due_on if line.due is not None else "9"
    return list(When).index(line.when(today)), list(Heap).index(line.heap), due_on, line.first_on, line.act


def visible_acts(asker: Asker) -> Iterator[type[AdministrativeAct]]:
    """The acts with a life of their own whose compartment she may read."""
    for cls in catalog.ACTS:
        hidden = cls.KIND.compartment is Compartment.CONFIDENTIAL and not asker.sees_confidential
        if issubclass(cls, AdministrativeAct) and not hidden:
            yield cls


def held_acts(connection: Connection, asker: Asker) -> list[type[AdministrativeAct]]:
    """Those of them of which the office has any: a third of some forty, told by one statement."""
    filled = office_tables().records.filled.in_scopes(connection, asker.scopes.all)
    return [cls for cls in visible_acts(asker) if cls.KIND.name in filled]


def _of_kind(office: Asked, cls: type[AdministrativeAct]) -> Iterator[WorkLine]:
    table = office_tables().records.records[cls.KIND.name]
    query = select(table).where(
        or_(table.c.state.in_(_WANTED), table.c.irregular.is_not(None)),
        table.c.withdrawn.is_(None),
        table.c.scope.in_(office.asker.scopes.all),
    )
    for one in office.connection.execute(query).mappings():
        row = from_columns(cls.KIND.name, dict(one))
        line = _line(office, typed(cls, row), row)
        if line is not None:
            yield line


def _line(office: Asked, made: AdministrativeAct, row: Row) -> WorkLine | None:
    due = deadline(made, row, office.state, office.asker.today)
    heap = _heap(office, made, row, due)
    if heap is None:
        return None
    return WorkLine(
        heap,
        row.dossier,
        row.kind,
        row.id,
        lifecycle.shown_state(row.values, office.asker.today),
        row.text("number") or row.text("provisional_number"),
        row.text("from_on"),
        due,
        row.text("irregular"),
    )


def _heap(office: Asked, made: AdministrativeAct, row: Row, due: Deadline | None) -> Heap | None:
    state, today = row.text("state"), office.asker.today
    if row.get("irregular"):
        return Heap.IRREGULAR
    if office.asker.identity.is_academy and state != State.REFERRED:
        return None  # its directorate has it
    if state not in _WANTED or (state in _TO_NOTIFY and made.last_on < today):
        return None  # what is over is not waited for
    if due is not None and due.due_on < today:
        return Heap.LATE
    if state == State.RETURNED:
        return Heap.RETURNED
    onward = {step.name for step in office.next_steps(made, row)} & _ONWARD
    decides = bool(onward & {"accept", "refuse"})
    if state == State.REFERRED:
        return Heap.WAITING if decides else Heap.ELSEWHERE
    return Heap.WAITING if onward else Heap.ELSEWHERE


def _drafts(connection: Connection, asker: Asker) -> Iterator[WorkLine]:
    """The acts that were begun on this computer and not registered."""
    visible = {cls.KIND.name for cls in visible_acts(asker)}
    visible |= {kind for kind in catalog.ACT_BY_KIND if not is_administrative(kind)}
    table = office_tables().draft
    query = select(table.c.name, table.c.dossier).where(table.c.name.startswith(DRAFT_PREFIX, autoescape=True))
    for row in connection.execute(query.order_by(table.c.at_ms.desc())):
        kind = str(row.name).split(":")[1]
        if kind in visible:
            yield WorkLine(Heap.DRAFT, row.dossier, kind)


def _reminders(connection: Connection, asker: Asker) -> Iterator[WorkLine]:
    """Her own notes whose day has come and that are not done."""
    for kind in NOTE_KINDS if asker.sees_confidential else NOTE_KINDS[:1]:
        table = office_tables().records.records[kind]
        query = select(table.c.id, table.c.dossier, table.c.text, table.c.remind_on).where(
            table.c.remind_on <= asker.today,
            table.c.written_by == asker.account,
            table.c.done.is_not(True),
            table.c.withdrawn.is_(None),
            table.c.scope.in_(asker.scopes.all),
        )
        for row in connection.execute(query):
            yield WorkLine(
                Heap.REMINDER,
                row.dossier,
                kind,
                row.id,
                first_on=row.remind_on,
                words=" ".join((row.text or "").split()),
            )


def _with_name(line: WorkLine, named: Mapping[int, Named]) -> WorkLine:
    one = named.get(line.person, NOBODY)
    return replace(line, name_ar=one.name_ar, name_la=one.name_la, ppr=one.ppr, province=one.province)
