"""Steps written in a history that a restore lost: what they rest on may come back after them, or be back (ADR 36)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from sync.domain.errors import Problem
from sync.domain.lifecycle import STEPS, State
from sync.domain.operation import Operation, Verb
from sync.server.referred import Referred
from sync.storage.state import Overlay

_NOT_HERE: Final = (("unknown_row", "employee"), ("unknown_row", "act_row"), ("dossier_not_referred", None))
"""What is said of a step whose dossier, whose act or whose referral is not here."""
_REFERRING: Final = frozenset(step.name for step in STEPS if step.target is State.REFERRED)


@dataclass(frozen=True, slots=True)
class LostSteps:
    """What to do with them at a centre that has begun a new history; there are none where `epoch` is 0."""

    epoch: int
    final: bool
    """Nothing rests any longer: they are decided as things stand."""

    def rests(self, operation: Operation, problems: Iterable[Problem]) -> bool:
        """Whether a step waits for what another laptop brings.

        A paper carries it, so it is not rejected for what happened elsewhere (sync.md 3.3).
        """
        waits = self._is_one(operation) and not self.final
        return waits and any((problem.code, problem.field) in _NOT_HERE for problem in problems)

    def home(self, operation: Operation, held: Referred, state_of: Callable[[int], Overlay]) -> int | None:
        """The province of a manager's step on an act that was referred to her, wherever the act went since.

        The log of her scope may not say so any more: with the referral may have come that it was taken back.
        """
        home = held.whereabouts(operation) if self._is_one(operation) else None
        if home is None:
            return None
        steps = state_of(home).rows_of(operation.kind, operation.dossier)
        of_act = (step for step in steps if step.get("act_row") == operation.fields.get("act_row"))
        return home if any(step.get("step") in _REFERRING for step in of_act) else None

    def _is_one(self, operation: Operation) -> bool:
        return operation.verb is Verb.STEP and operation.base.epoch < self.epoch
