"""What comes up in a province, for Home: ends of terms, retirements, dates of procedures; from the office's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from sync.domain import lifecycle
from sync.domain.acts.tenure import TRAINEE
from sync.domain.alerts import READ, Alert, alerts
from sync.domain.calendar import plus_days
from sync.domain.record import WITHDRAWN, Row
from sync.storage.ledger import office_tables

MOST: Final = 1_000
"""Lines that are listed; all are counted."""
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "employee": ("birth_date", "merged_into"),
    "situation": (
        *("position", "position_until", "contract_until", "statutory_situation", "recruited_on"),
        *("left_on", "school"),
    ),
    "leave_notice": ("to_on", "decided"),
}
_OLDEST_WAIT: Final = -366
"""Terms that passed more than a year ago are anomalies, not alerts: nobody waits for them any more."""


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One alert with the person it is about; the sentence is its problem's. `late`: its day has passed."""

    alert: Alert
    person: Named
    late: bool


@dataclass(frozen=True, slots=True)
class Alerts:
    """The lines, the earliest day first, and how many there are of each code."""

    lines: tuple[AlertLine, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def province_alerts(connection: Connection, asker: Asker) -> Alerts:
    """Work out what comes up in the province today."""
    office = Asked(connection, asker)
    oldest = plus_days(asker.today, _OLDEST_WAIT)
    found = [one for one in alerts(_rows(office), office.state, asker.today) if one.on >= oldest]
    named = people_named(connection, (one.person for one in found[:MOST]))
    return Alerts(
        tuple(AlertLine(one, named.get(one.person, NOBODY), one.on < asker.today) for one in found[:MOST]),
        Counter(one.problem.code for one in found),
    )


def _rows(office: Asked) -> Iterator[Row]:
    for kind in READ:
        table = office_tables().records.records[kind]
        names = _COLUMNS.get(kind) or tuple(
            c.name for c in table.c if c.name not in ("id", "dossier", "scope", "extra")
        )
        query = select(table.c.id, table.c.dossier, table.c.scope, *(table.c[name] for name in names)).where(
            table.c.scope.in_(office.asker.scopes.all),
            table.c[WITHDRAWN].is_(None),
            *_needed(table, office.asker.today),
        )
        for row, dossier, scope, *values in office.connection.execute(query):
            yield Row(kind, row, dossier, scope, dict(zip(names, values, strict=True)))


def _needed(table: Table, today: str) -> Iterator[ColumnElement[bool]]:
    """What cannot come up is not read."""
    if table.name == "employee":
        yield table.c.birth_date < f"{int(today[:4]) - 49}"
    elif table.name == "situation":
        person = office_tables().records.records["employee"]
        old = select(person.c.id).where(*_needed(person, today))
        yield table.c.left_on.is_(None)
        yield or_(
            table.c.position_until.is_not(None),
            table.c.contract_until.is_not(None),
            table.c.statutory_situation == TRAINEE,
            table.c.id.in_(old),
        )
    elif table.name in ("leave_notice", "tasking"):
        yield table.c.to_on >= today
    else:
        yield table.c.state.in_([state.value for state in lifecycle.OPEN])
