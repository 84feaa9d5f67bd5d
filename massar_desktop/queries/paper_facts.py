"""What a paper says, read from the office's file: the office itself, one act of a person, who signs for it.

Facts only: words and days are written by documents, in the language of the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection, func, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, people_named
from massar_desktop.queries.provinces import region_names
from massar_desktop.queries.reference import Names, Reference, reference
from sync.client.journal import DONE
from sync.domain import catalog, lifecycle
from sync.domain.act import typed
from sync.domain.acts.abandonment import Abandonment, Progress
from sync.domain.administrative_act import NEVER, AdministrativeAct
from sync.domain.calendar import plus_days
from sync.domain.deadline import deadline
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.domain.reference import in_force
from sync.domain.signature import Signature, expected, signature
from sync.domain.situation import situation_at
from sync.domain.taking import is_administrative
from sync.storage.ledger import office_tables

T = TypeVar("T")
Question = Callable[[Connection, Asker], T]
"""What is asked of the office's file for somebody, on a connection of a background thread."""
STEP_KINDS = ("act_step", "confidential_step")
_DECISIVE = lifecycle.ACCEPTING | lifecycle.REFUSING


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The head and the foot of every paper. Names are in Arabic, then in Latin letters.

    `as_of_ms` is the end of the last whole exchange (UTC), None when there was none; `region` is ("", "") for a place
    that the list of directorates does not know. At an academy `directorate` is the one whose file the paper is about.
    """

    place: int
    directorate: Names
    region: Names
    practice: bool
    today: str
    as_of_ms: int | None
    clerk: Names
    accounts: Mapping[int, Names] = field(default_factory=dict)
    academy: bool = False


@dataclass(frozen=True, slots=True)
class ActFacts:
    """One act for its receipt or its letter.

    `before` are the person's facts on the day before the act begins, `signature` whose name is on its letter (None: no
    rule is published), `progress` the counters of an abandonment, `due` the day by which it should go on, "" for none.
    `limits` are those published for this kind of act, `relations` the dependants that facts of the act point to, by
    the name of the fact.
    """

    office: OfficeFacts
    person: Row
    row: Row
    made: AdministrativeAct
    before: Mapping[str, Value]
    steps: tuple[Row, ...]
    signature: Signature | None
    known: Reference
    notice: Row | None = None
    due: str = ""
    progress: Progress | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    relations: Mapping[str, Row] = field(default_factory=dict)

    @property
    def decided(self) -> Row | None:
        """The last step that decided it, None before."""
        found = [step for step in self.steps if step.text("step") in _DECISIVE]
        return found[-1] if found else None


class NoSuchAct(LookupError):
    """The act is not in this file, or its compartment is not for who asks."""

    code = "no_such_act"


def office_facts(connection: Connection, asker: Asker, person: int = 0) -> OfficeFacts:
    """What the head and the foot of a paper say, of one that is about a person or about nobody alone."""
    identity = asker.identity
    directorate = (identity.name_ar, identity.name_la)
    if identity.is_academy and person:
        directorate = people_named(connection, (person,)).get(person, NOBODY).province
    exchange = office_tables().exchange
    last = connection.execute(select(func.max(exchange.c.at_ms)).where(exchange.c.outcome == DONE)).scalar_one_or_none()
    accounts = {one.id: (one.name_ar, one.name_la) for one in identity.accounts}
    return OfficeFacts(
        place=identity.place,
        directorate=directorate,
        region=region_names(identity.place),
        practice=identity.practice,
        today=asker.today,
        as_of_ms=last,
        clerk=accounts.get(asker.account, ("", "")),
        accounts=accounts,
        academy=identity.is_academy,
    )


def act_facts(connection: Connection, asker: Asker, kind: str, act: int) -> ActFacts:
    """Read one act; NoSuchAct when it is not here or not for her."""
    office = Asked(connection, asker)
    row = office.state.row(kind, act) if kind in catalog.ACT_BY_KIND and is_administrative(kind) else None
    person = office.state.row("employee", row.dossier) if row is not None else None
    if row is None or person is None:
        raise NoSuchAct(kind)
    made = typed(catalog.ACT_BY_KIND[kind], row)
    if not isinstance(made, AdministrativeAct):
        raise NoSuchAct(kind)
    begins = asker.today if made.effective_on == NEVER else made.effective_on
    day = asker.today if made.effective_on == NEVER else plus_days(begins, -1)
    steps = [step for name in STEP_KINDS for step in office.state.rows_of(name, row.dossier)]
    own = [step for step in steps if (step.text("act_kind"), step.get("act_row")) == (kind, act)]
    own.sort(key=lambda one: (one.text("on"), one.id))
    decisive = next((step for step in reversed(own) if step.text("step") in _DECISIVE), None)
    due = deadline(made, row, office.state, asker.today)
    return ActFacts(
        office=office_facts(connection, asker, row.dossier),
        person=person,
        row=row,
        made=made,
        before=situation_at(office.state, row.dossier, day),
        steps=tuple(own),
        signature=_signature(office, made, row, decisive),
        known=reference(connection, begins),
        notice=office.state.row("leave_notice", act),
        due=due.due_on if due is not None else "",
        progress=made.progress(office.state, asker.today) if isinstance(made, Abandonment) else None,
        limits=_limits(office, made.CODE, begins),
        relations=_relations(office, row),
    )


def _signature(office: Asked, made: AdministrativeAct, row: Row, decisive: Row | None) -> Signature | None:
    """Of the decision that was taken; before, of the one that the rule of today foresees."""
    taken = signature(office.state, made, row, decisive) if decisive is not None else None
    return taken or expected(office.state, made, row, row.text("decided_on") or office.asker.today)


def _limits(office: Asked, code: str, day: str) -> dict[str, int]:
    """The limits published for an act, by name, as they are in force on a day."""
    rows = in_force(office.state.find("limit", "act", code), day)
    return {row.text("name"): int(str(row.get("value") or 0)) for row in rows}


def _relations(office: Asked, row: Row) -> Mapping[str, Row]:
    """The dependants that facts of the act point to, by the name of the fact."""
    found = {}
    for name in ("child", "dependant"):
        pointed = office.state.row("dependant", int(str(row.get(name)))) if row.get(name) else None
        if pointed is not None:
            found[name] = pointed
    return found
