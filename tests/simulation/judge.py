"""What must come of an operation when it is decided, by the rows and the log as they stand then."""

from __future__ import annotations

from collections.abc import Sequence

from sync.domain import catalog
from sync.domain.decide import Outcome
from sync.domain.ids import device_of, place_of
from sync.domain.operation import Operation, Verb
from sync.domain.outcome import Context
from sync.domain.taking import stands_on_paper
from sync.storage.state import Scopes
from tests.simulation.clerks import FORGED_AUTHOR
from tests.simulation.laptop import Laptop
from tests.simulation.merging import kept_in_conflicts, merge_of
from tests.simulation.reference import (
    Change,
    Log,
    State,
    Violations,
    newer_at_centre,
    outcome_of,
    wanted_effects,
)
from tests.simulation.stored import Stored


class Judge:
    """Compares what the centre decided with what the domain and the merge, written a second time, say."""

    def __init__(self, violations: Violations) -> None:
        self._wrong = violations
        self.log = Log()
        self.state = State()
        """The rows of the nation, the regions and the provinces."""
        self._rejected: dict[int, set[int]] = {}
        self._released: set[int] = set()
        """What rested of these laptops is decided as things stand, though another one may bring back the rest."""

    def _late_for(self, operation: Operation, laptop: Laptop) -> bool:
        """Whether its dossiers had left the laptop's province when it was decided, and it was written before."""
        scope = laptop.scopes.scope_of(catalog.BY_NAME[operation.kind])
        if operation.verb is Verb.VOID or scope is None or laptop.decides_above:
            return False
        return self.log.moves.late(operation, laptop.place, self.log.seen(scope, operation.base))

    def _outcome(self, operation: Operation, laptop: Laptop, device: int) -> Outcome:
        scopes = laptop.scopes
        if self._late_for(operation, laptop):
            scopes = Scopes(self.log.moves.home(operation.dossier, laptop.place), scopes.compartments)
        newer = newer_at_centre(operation, laptop.scopes, self.log)
        by = Context(device, newer, author=laptop.author_of(operation))
        return outcome_of(operation, self.state.over(scopes), by)

    def _rejection(self, stored: Stored, operation: Operation, laptop: Laptop) -> None:
        """Rejected only for a reason: forged, forbidden by a check, or resting on what was rejected.

        Never for its row id, which the product gave and no clerk: that one save would be lost to her (ADR 13).
        """
        if any(code in str(stored.answer[3]) for code in ("row_exists", "row_of_another_device")):
            self._wrong.say("lost", "2", f"{stored.number} has a row id that is not its own: {stored.answer[3]}")
        known = operation.author != FORGED_AUTHOR and stored.number[0] not in self._released
        if laptop.decides_above and known and stands_on_paper(operation):
            self._wrong.say("lost", "3.3", f"{stored.number} stands on a paper and is rejected: {stored.answer[3]}")
        rejected = self._rejected.setdefault(stored.number[0], set())
        own = not _by_another(stored, operation) and rejected.intersection(operation.dossiers)
        if known and stands_on_paper(operation) and _is_about_nothing(stored) and not own:
            self._wrong.say("lost", "3.3", f"{stored.number} is about what was not rejected: {stored.answer[3]}")
        if "follows_rejected" in str(stored.answer[3]):
            cause = bool(rejected.intersection(operation.dossiers))
        else:
            forged = operation.author == FORGED_AUTHOR
            cause = forged or laptop.decides_above or self._outcome(operation, laptop, stored.number[0]).blocked
        if not cause:
            self._wrong.say("lost", "3.3", f"{stored.number} is rejected without a cause: {stored.answer[3]}")
        rejected.update(operation.dossiers)

    def _decision(self, stored: Stored, operation: Operation, changes: Sequence[Change]) -> None:
        """What an academy decided stands in the file of one province."""
        steps = [change for change in changes if change.key == (operation.kind, operation.row)]
        if stored.verdict not in ("applied", "irregular") or len(steps) != 1:
            self._wrong.say("lost", "3.3", f"{stored.number} is {stored.verdict} and wrote {changes}")
        if len({place_of(change.scope) for change in changes}) > 1:
            self._wrong.say("diverged", "4.11", f"{stored.number} wrote in several provinces")

    def _correction(self, stored: Stored, operation: Operation, laptop: Laptop, changes: Sequence[Change]) -> None:
        row = self.state.row(operation.kind, operation.row)
        if row is None:
            self._wrong.say("diverged", "3.3", f"{stored.number} corrects no row and is {stored.verdict}")
            return
        newer = newer_at_centre(operation, laptop.scopes, self.log)
        wanted = merge_of(operation, row, stored.number[0], newer)
        for lost in kept_in_conflicts(wanted.clashes, changes, row):
            self._wrong.say("lost", "4.8", f"{stored.number}: {lost} stands in no conflict")
        written = {name: value for c in changes if c.key == (row.kind, row.id) for name, value in c.fields.items()}
        same = {n: v or None for n, v in written.items()} == {n: v or None for n, v in wanted.written.items()}
        if not same:
            self._wrong.say("lost", "4.8", f"{stored.number} wrote {written}, not {wanted.written}")
        verdict = "conflict" if wanted.clashes else "merged" if wanted.merged else "applied"
        if stored.verdict != verdict:
            self._wrong.say("diverged", "3.3", f"{stored.number}: {stored.verdict}, not {verdict}")

    def _effects(self, stored: Stored, operation: Operation, laptop: Laptop, changes: Sequence[Change]) -> None:
        outcome = self._outcome(operation, laptop, stored.number[0])
        if (stored.verdict == "irregular") != bool(outcome.irregular):
            self._wrong.say("diverged", "3.3", f"{stored.number} is {stored.verdict}, not {outcome.irregular}")
        written = [(c.key, dict(c.fields)) for c in changes]
        wanted = wanted_effects(outcome.effects)
        marks = sum(change.kind == "anomaly" for change in changes) if self._late_for(operation, laptop) else 0
        same = written[: len(wanted)] == wanted and len(written) == len(wanted) + len(outcome.clashes) + marks
        if not same:
            self._wrong.say("diverged", "3.3", f"{stored.number} wrote {written}, not {wanted}")


def _is_about_nothing(stored: Stored) -> bool:
    """Whether it is rejected for want of a person or an act: rightly only where that was rejected before."""
    return any(f'"unknown_row", "{name}"' in str(stored.answer[3]) for name in ("employee", "act_row"))


def _by_another(stored: Stored, operation: Operation) -> bool:
    """Whether another laptop made the person or the act, and brings it back after a restore."""
    about = operation.fields.get("act_row") if operation.verb is Verb.STEP else operation.dossier
    return isinstance(about, int) and device_of(about) != stored.number[0]
