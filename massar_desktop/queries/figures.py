"""The few figures that are always in sight: the last exchange, what waits and since when, what wants a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from massar_desktop.queries.heads import HEAD_BYTES, verb_and_kind
from sync.client.attachments import anything_travels
from sync.client.identity import Identity
from sync.client.journal import DONE, line_speed
from sync.client.outbox import State
from sync.domain.canonical import NotCanonical
from sync.domain.ids import Compartment
from sync.domain.operation import Verb
from sync.storage.ledger import office_tables

UNDECIDED: Final = (State.OPEN.value, State.SEALED.value)
RETURNED: Final = ("rejected", "irregular")
"""Verdicts that a person must look at; a conflict has a list of its own."""
UNSEEN: Final = (Verb.VOID, Verb.READ)
"""No work of anybody's: what was undone, and what is told of files that were read."""
_VERB_AT: Final = 2
"""The second byte of a canonical record, after the schema, is the verb (sync.domain.operation.write)."""


@dataclass(frozen=True, slots=True)
class StripFigures:
    """What the strip and the badges show. Times in UTC milliseconds, `speed` in kbit/s."""

    last_ms: int | None
    last_outcome: str | None
    waiting: int
    oldest_ms: int | None
    conflicts: int
    tray: int
    speed: int | None


def conflict_kinds(identity: Identity, clerk: int) -> tuple[str, ...]:
    """The kinds of conflict that a clerk may see: those of the confidential compartment only with the role."""
    role = any(account.id == clerk and account.confidential for account in identity.accounts)
    return ("conflict", "confidential_conflict") if role else ("conflict",)


def strip(connection: Connection, identity: Identity, clerk: int) -> StripFigures:
    """Read the figures of the strip: a handful of counts on indexed columns."""
    tables = office_tables()
    t, e = tables.outbox, tables.exchange
    number, oldest = connection.execute(
        select(func.count(), func.min(t.c.at_ms)).where(t.c.state.in_(UNDECIDED), _is_work())
    ).one()
    whole = select(func.max(e.c.at_ms)).where(e.c.outcome == DONE)
    return StripFigures(
        last_ms=connection.execute(whole).scalar_one_or_none(),
        last_outcome=connection.execute(select(e.c.outcome).order_by(e.c.id.desc()).limit(1)).scalar_one_or_none(),
        waiting=number,
        oldest_ms=oldest,
        conflicts=open_conflict_count(connection, conflict_kinds(identity, clerk)),
        tray=in_tray(connection, identity, clerk),
        speed=line_speed(connection, tables),
    )


def anything_waits(connection: Connection) -> bool:
    """True when an exchange would send something, were it a part of a paper or the number of what was undone.

    What was read travels with the next exchange, and begins none.
    """
    t = office_tables().outbox
    unread = func.substr(t.c.record, _VERB_AT, 1) != bytes([Verb.READ])
    saved = connection.execute(select(t.c.position).where(t.c.state.in_(UNDECIDED), unread).limit(1)).first()
    return saved is not None or anything_travels(connection, office_tables())


def open_conflict_count(connection: Connection, kinds: Sequence[str]) -> int:
    """How many conflicts of these kinds nobody has settled."""
    total = 0
    for kind in kinds:
        table = office_tables().records.records[kind]
        query = select(func.count()).where(table.c.choice.is_(None), table.c.withdrawn.is_(None))
        total += connection.execute(query).scalar_one()
    return total


def in_tray(connection: Connection, identity: Identity, clerk: int) -> int:
    """How many operations came back and nobody has dealt with, of those that this clerk may read."""
    t = office_tables().outbox
    query = select(func.substr(t.c.record, 1, HEAD_BYTES)).where(
        t.c.state == State.DECIDED.value, t.c.verdict.in_(RETURNED), t.c.set_aside.is_(False), _is_work()
    )
    whole = identity.sees_confidential(clerk)
    return sum(whole or _is_general(bytes(head)) for head in connection.execute(query).scalars())


def _is_general(head: bytes) -> bool:
    try:
        return verb_and_kind(head)[1].compartment is Compartment.GENERAL
    except NotCanonical:  # a newer version's: the list does not show it either
        return False


def _is_work() -> ColumnElement[bool]:
    return func.substr(office_tables().outbox.c.record, _VERB_AT, 1).not_in([bytes([verb]) for verb in UNSEEN])
