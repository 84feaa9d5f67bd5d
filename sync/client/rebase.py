"""Pure: a dossier's rows at the centre, and my pending operations run on them again in order.

The result is what screens show. An operation that no longer passes stays in the outbox, is left out and called
doubtful: only the centre decides (sync.md 2).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sync.domain import catalog
from sync.domain.decide import Context, Outcome, decide, remark
from sync.domain.errors import Problem, error
from sync.domain.operation import Operation, write_effects
from sync.storage.state import Overlay

_FAULTS = (ArithmeticError, LookupError, TypeError, ValueError)
"""What a fault of our own code raises, as on a row that a newer version wrote: one edit never stops the exchange."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pending:
    """One pending operation, by its place in the outbox."""

    position: int
    operation: Operation
    decided: bool
    device: int
    """The number under which it was saved: the centre decides it as that one's, whatever the laptop is called now."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a pending operation: nothing to say, or doubtful with the reasons."""

    position: int
    doubtful: bool
    problems: tuple[Problem, ...]
    effects: bytes


ContextOf = Callable[[Pending], Context]
"""Who wrote a pending operation, and what she had not seen."""


def rebase(state: Overlay, pending: Iterable[Pending], context_of: ContextOf) -> list[Standing]:
    """Run pending operations again on a state that holds the centre's rows; their effects stay in the state.

    What follows an operation that would be rejected, on the same dossier, would be rejected with it, unless a paper
    carries it that stands by itself: so would the centre say (ADR 14).
    """
    standings = []
    rejected: set[int] = set()
    for one in pending:
        operation = one.operation
        behind = not one.decided and bool(rejected.intersection(operation.dossiers))
        outcome = _outcome(one, state, context_of(one)._replace(behind=behind))
        if outcome.blocked and not one.decided:
            rejected.update(operation.dossiers)
        for effect in outcome.effects:
            state.put(effect)
        doubtful = outcome.blocked or bool(outcome.clashes) or bool(outcome.irregular)
        effects = write_effects(outcome.effects, catalog.BY_NAME)
        standings.append(Standing(one.position, doubtful, remark(outcome) if doubtful else (), effects))
    return standings


def _outcome(one: Pending, state: Overlay, context: Context) -> Outcome:
    """What the domain says; where it fails to say anything the operation is kept, and the centre will say it."""
    try:
        return decide(one.operation, state, context)
    except _FAULTS:
        _log.exception("the operation at %d of the outbox could not be run again", one.position)
        return Outcome((error("not_run_here"),))
