"""Steps and registrations on what a restore lost: it may come back after them, or be back (ADR 36)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from sync.domain.errors import Problem
from sync.domain.ids import device_of
from sync.domain.lifecycle import STEPS, State
from sync.domain.operation import Operation, Verb
from sync.domain.taking import stands_on_paper
from sync.server.referred import Referred
from sync.storage.state import Overlay

_NOT_HERE: Final = {("unknown_row", "employee"), ("unknown_row", "act_row"), ("dossier_not_referred", None)}
"""What is said of a step whose dossier, whose act or whose referral is not here."""
_UNREFERRED: Final = ("act_not_referred", None)
"""What is said of one whose act is here and not referred; also of one that went back since."""
_REFERRING: Final = frozenset(step.name for step in STEPS if step.target is State.REFERRED)


@dataclass(frozen=True, slots=True)
class LostSteps:
    """What to do with them at a centre that has begun a new history; there are none where `epoch` is 0.

    They were written in a lost history, or in this one on what a laptop still held of a lost one: a first copy after a
    restore leaves behind what is not here any more, until the sums tell.
    """

    epoch: int
    device: int
    """Whose steps they are."""
    final: bool
    """Nothing rests any longer: they are decided as things stand."""

    def rests(self, operation: Operation, problems: Iterable[Problem], state: Overlay | None) -> bool:
        """Whether a step waits for what another laptop brings; `state` is its province's, None where that is unknown.

        A paper carries it, so it is not rejected for what happened elsewhere (sync.md 3.3).
        """
        if self.final or not self._is_one(operation):
            return False
        said = {(problem.code, problem.field) for problem in problems}
        # The act may be here, and its referral not yet; once that stands, nothing more is awaited.
        unreferred = _UNREFERRED in said and state is not None and not _was_referred(operation, state)
        return unreferred or bool(said & _NOT_HERE)

    def home(self, operation: Operation, held: Referred, state_of: Callable[[int], Overlay]) -> int | None:
        """The province of a manager's step on an act that was referred to her, wherever the act went since.

        The log of her scope may not say so any more: with the referral may have come that it was taken back.
        """
        home = held.whereabouts(operation) if self._is_one(operation) else None
        return home if home is not None and _was_referred(operation, state_of(home)) else None

    def _is_one(self, operation: Operation) -> bool:
        if not self.epoch or not self._by_another(operation):
            return False
        return stands_on_paper(operation) or (operation.verb is Verb.STEP and operation.base.epoch < self.epoch)

    def _by_another(self, operation: Operation) -> bool:
        """Whether another laptop made what it is about: what this one made itself comes before it, or never."""
        about = operation.fields.get("act_row") if operation.verb is Verb.STEP else operation.dossier
        return isinstance(about, int) and device_of(about) != self.device


def _was_referred(operation: Operation, state: Overlay) -> bool:
    """Whether the act of a step was referred in this history, wherever it went since."""
    steps = state.rows_of(operation.kind, operation.dossier)
    of_act = (step for step in steps if step.get("act_row") == operation.fields.get("act_row"))
    return any(step.get("step") in _REFERRING for step in of_act)
