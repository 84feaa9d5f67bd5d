"""Bugs planted where an academy reads and decides (ADR 36)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sync.domain import taking
from sync.domain.errors import Problem
from sync.domain.operation import Operation, OperationId
from sync.server import lost_steps
from sync.server.academy import Academy, Change, Seen
from sync.server.decision import Decided, Slice
from sync.server.lost_steps import LostSteps
from sync.server.referred import Referred
from sync.storage.state import Overlay
from tests.simulation.planting import Nursery, Patch

mutant = Nursery()


@mutant
def an_academy_keeps_what_it_has_decided() -> Sequence[Patch]:
    def let_go(_self: Academy, dossiers: Sequence[int], authors: Mapping[int, int]) -> None:
        pass

    return [(Academy, "_let_go", let_go)]


@mutant
def an_academy_reads_a_file_as_it_was_when_it_came() -> Sequence[Patch]:
    def mirror(_self: Academy, changes: Sequence[Change]) -> Seen:
        return {}

    return [(Academy, "_mirror", mirror)]


@mutant
def a_file_is_referred_without_the_records_joined_to_it() -> Sequence[Patch]:
    def families(_self: Academy, dossiers: Collection[int]) -> list[set[int]]:
        return [{dossier} for dossier in dossiers]

    return [(Academy, "_families", families)]


@mutant
def the_directory_names_who_is_not_there_any_more() -> Sequence[Patch]:
    right = Academy._list

    def listing(self: Academy, dossiers: Collection[int]) -> None:
        right(self, self._entries(dossiers).keys())

    return [(Academy, "_list", listing)]


@mutant
def a_decision_on_a_file_that_has_left_is_rejected() -> Sequence[Patch]:
    def held(_self: Referred, operation: Operation, dossier: int, seen: int) -> bool:
        return False

    return [(Referred, "_held", held)]


@mutant
def a_lost_referral_is_not_awaited() -> Sequence[Patch]:
    def rests(_self: LostSteps, operation: Operation, problems: Iterable[Problem], state: Overlay | None) -> bool:
        return False

    return [(LostSteps, "rests", rests)]


@mutant
def only_steps_of_a_lost_history_are_awaited() -> Sequence[Patch]:
    def stands_on_paper(operation: Operation) -> bool:
        return False

    return [(lost_steps, "stands_on_paper", stands_on_paper)]


@mutant
def an_academy_is_told_the_numbers_of_the_province() -> Sequence[Patch]:
    def answer(_self: Slice, decided: Decided, by: OperationId) -> Decided:
        return decided

    return [(Slice, "answer", answer)]


@mutant
def a_paper_goes_down_with_what_was_rejected_before_it() -> Sequence[Patch]:
    def stands_on_paper(operation: Operation) -> bool:
        return False

    return [(taking, "stands_on_paper", stands_on_paper)]
