"""What waits here and is run again when rows come that are not of its own dossiers."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sync.client.identity import Identity
from sync.client.outbox import Entry, Outbox
from sync.domain import catalog
from sync.domain.ids import device_of
from sync.domain.operation import Verb
from sync.domain.record import Place, Row
from sync.storage.state import TableState

_RULES = {kind.name for kind in catalog.KINDS if kind.place in (Place.NATION, Place.REGION)} | {"interim"}
"""What a step of an act rests on beside its dossier: who decides, within which limits, on which days."""


def under_rows_of(outbox: Outbox, rows: Iterable[int]) -> list[Entry]:
    """What waits for rows whose ids a copy of this file gave first, perhaps elsewhere; also when these leave."""
    own = {row for row in rows if device_of(row) == outbox.device}
    return [entry for entry in outbox.undecided() if entry.operation.row in own] if own else []


def rows_elsewhere(state: TableState, rows: Iterable[Row], identity: Identity) -> set[int]:
    """The other dossiers where this office shows rows under ids that come with a first copy: a copy of its file gave
    them first."""
    own = [row for row in rows if device_of(row.id) == identity.device]
    state.expect_rows((row.kind, row.id) for row in own)
    shown = ((row, state.row(row.kind, row.id)) for row in own)
    return {here.dossier for row, here in shown if here is not None and here.dossier != row.dossier}


def under_rules(outbox: Outbox, kinds: Collection[str]) -> list[Entry]:
    """The steps that wait, when rules have come: they may have been taken by who does not decide any more."""
    if _RULES.isdisjoint(kinds):
        return []
    return [entry for entry in outbox.undecided() if entry.operation.verb is Verb.STEP]
