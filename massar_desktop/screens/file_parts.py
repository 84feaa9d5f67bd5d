"""The parts of a person's file in the order of their tabs: Ctrl and the number goes to one."""

from __future__ import annotations

from dataclasses import dataclass

OVERVIEW, IDENTITY, SITUATION, FAMILY_TAB, DIPLOMAS_TAB, HISTORY, DUPLICATES, ACTS, PAPERS, NOTES = range(10)


@dataclass(frozen=True, slots=True)
class Aim:
    """Where something of a file is worked on: the part, in acts perhaps one of them or the draft of a kind."""

    part: int
    act: int = 0
    draft: str = ""
