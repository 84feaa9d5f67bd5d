"""The anomalies of a province: what the controls across records find in the office's file, for the clerk who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from sync.domain import catalog
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.controls.findings import findings
from sync.domain.controls.province import PENDING_PAY, SCHOOL_KINDS, Finding, columns_of, is_looked_at
from sync.domain.record import WITHDRAWN, Row
from sync.storage.ledger import office_tables

MOST: Final = 1_000
"""Lines that are listed; all are counted."""
_WEIGHT: Final = {"error": 0, "missing": 1, "warning": 2}


@dataclass(frozen=True, slots=True)
class AnomalyLine:
    """One finding with the person it is about and the others whom it concerns; the sentence is its problem's."""

    finding: Finding
    person: Named
    others: tuple[tuple[int, Named], ...] = ()


@dataclass(frozen=True, slots=True)
class Anomalies:
    """The lines, the heaviest first and then by code, and how many there are of each code."""

    lines: tuple[AnomalyLine, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts.values())


def anomalies(connection: Connection, asker: Asker, code: str = "") -> Anomalies:
    """Run all controls over what the one who asks may see; with a code, list its findings only (all are counted).

    Reads the whole province: about a second for 15,000 people, so never on the thread of the windows.
    """
    office = Asked(connection, asker)
    found = list(findings(_rows(office), office.state, asker.identity.place, asker.today))
    found.sort(key=lambda one: (_WEIGHT[one.problem.severity], one.problem.code, one.person, one.row))
    shown = [one for one in found if code in ("", one.problem.code)][:MOST]
    named = people_named(connection, (person for one in shown for person in (one.person, *one.others)))
    return Anomalies(
        tuple(
            AnomalyLine(one, named.get(one.person, NOBODY), tuple((o, named.get(o, NOBODY)) for o in one.others))
            for one in shown
        ),
        Counter(one.problem.code for one in found),
    )


def findings_of(office: Asked, dossiers: Collection[int]) -> list[Finding]:
    """What the controls find in some files alone: what is wrong between files of different people is not seen here."""
    found = findings(_rows(office, dossiers), office.state, office.asker.identity.place, office.asker.today)
    return sorted(found, key=lambda one: (_WEIGHT[one.problem.severity], one.problem.code, one.row))


def _rows(office: Asked, dossiers: Collection[int] = ()) -> Iterator[Row]:
    """What the controls read, of the scopes that the one who asks may see, with no more columns than they need.

    With `dossiers` only of these, and of what is no dossier (schools).
    """
    filled, scopes = office_tables().records.filled, office.asker.scopes.all
    held = (
        filled.in_dossiers(office.connection, list(dossiers))
        if dossiers
        else filled.in_scopes(office.connection, scopes)
    )
    for kind in catalog.KINDS:
        names, everywhere = columns_of(kind.name), kind.name in SCHOOL_KINDS
        if not names or (kind.name not in held and not (dossiers and everywhere)):
            continue
        table = office_tables().records.records[kind.name]
        wanted = [table.c.scope.in_(scopes), table.c[WITHDRAWN].is_(None), *_needed(table)]
        if dossiers and not everywhere:
            wanted.append(table.c.dossier.in_(dossiers))
        columns = [table.c[name] for name in names]
        query = select(table.c.id, table.c.dossier, table.c.scope, *columns).where(*wanted).order_by(table.c.id)
        for row, dossier, scope, *values in office.connection.execute(query):
            yield Row(kind.name, row, dossier, scope, dict(zip(names, values, strict=True)))


def _needed(table: Table) -> Iterator[ColumnElement[bool]]:
    """Of acts those that were accepted, and of some kinds only what pay has not applied; of families who is counted."""
    if table.name == "dependant":
        yield table.c.counted_for_allowance.is_(True)
    cls = catalog.ACT_BY_KIND.get(table.name)
    if cls is not None and issubclass(cls, AdministrativeAct):
        yield table.c.decision == "accepted"
        if not is_looked_at(cls):
            yield table.c.pay_state.in_(PENDING_PAY)
