"""Files that cross: a new history between two of them, or two copies of one office's file. Only where a seed aims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from sync.client import bundle_keys
from sync.domain.ids import Lane
from tests.simulation.laptop import Laptop
from tests.simulation.matrix import NOWHERE
from tests.simulation.sticks import BUNDLE, Carried, Sticks

MOST_LAPTOPS = 6
MOST_COPIES = 2


class Tangles(Sticks):
    """Who carries files may carry the wrong one."""

    def _tangle(self, laptop: Laptop) -> str:
        """Files that are right for somebody else, or were right before."""
        if laptop.device in self._world.revoked or not bundle_keys.load(laptop.replica).centre:
            return "nothing to tangle"
        if self._copies_offices:
            twins = self._twins(laptop)
            if twins:
                self._chance.choice((self._to_a_copy, self._under_an_old_number))(*twins)
            return "files of two copies"
        self._across_histories(laptop)
        return "files of two histories"

    def _across_histories(self, laptop: Laptop) -> None:
        """A reply of a history that was lost is read after the news of the next one came."""
        self._world.archive(self._centre.known())
        self._edits(laptop)
        old = self._answered(laptop)
        self._put_back_centre()
        if self._chance.random() < 0.5:
            self._edits(laptop)
        new = self._answered(laptop)
        for reply in (new, old) if self._chance.random() < 0.8 else (old, new):
            self._reads(laptop, reply)

    def _twins(self, laptop: Laptop) -> Sequence[Laptop]:
        """Two computers with one office's file, in any order; none when there are too many already."""
        twins = [one for one in self._world.laptops if one.device == laptop.device]
        if len(twins) == 1 and len(self._world.laptops) < MOST_LAPTOPS + MOST_COPIES:
            self.done.clones += 1
            twins.append(self._world.clone(laptop))
            self._watch(twins[-1])
        return self._chance.sample(twins, 2) if len(twins) > 1 else ()

    def _to_a_copy(self, one: Laptop, other: Laptop) -> None:
        """What was answered to one computer is read by the other one with the same number."""
        self._edits(one)
        self._edits(other)
        self._reads(other, self._answered(one))
        self._reads(one, self._answered(other))

    def _under_an_old_number(self, one: Laptop, other: Laptop) -> None:
        """What a computer wrote into a file arrives after it got a number of its own, and offered that again."""
        for _ in range(3):  # both give the same row numbers: only what goes beyond the other's can be taken for new
            self._guarded(one, partial(self._clerks[one.number].hires, Lane.DESK))
        request = self._written_by(one)
        for each in (other, one):
            self._guarded(each, partial(self._clerks[each.number].hires, Lane.BULK))
            for _ in range(3):
                if self._guarded(each, each.sync):
                    break
        if request is not None and request in self._requests:
            self._carry(partial(self._take_in, request))

    def _edits(self, laptop: Laptop) -> None:
        for _ in range(self._chance.randint(1, 3)):
            self._guarded(laptop, self._clerks[laptop.number].act)

    def _answered(self, laptop: Laptop) -> Carried | None:
        """The reply to a new request, where there is one."""
        request = self._written_by(laptop)
        before = list(self._replies)
        if request is not None:
            self._carry(partial(self._take_in, request))
        return next((one for one in self._replies if one not in before), None)

    def _written_by(self, laptop: Laptop) -> Carried | None:
        before = list(self._requests)
        self._carry(partial(self._write, laptop))
        return next((one for one in self._requests if one not in before), None)

    def _reads(self, laptop: Laptop, reply: Carried | None) -> None:
        if reply is not None and reply in self._replies:
            self._carry(partial(self._read, laptop, reply))

    def _carry(self, work: Callable[[], object]) -> None:
        """One thing done with a file."""
        if not self._wrong.found:
            self._world.phases = BUNDLE
            work()
            self._world.phases = NOWHERE
