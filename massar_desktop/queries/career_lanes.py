"""The career of a person as lanes over time: position, post, grade, leave; folded from her acts, for a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from massar_desktop.queries.asking import Asked, Asker
from sync.domain import ledger
from sync.domain.situation import Span, timeline

POSITION, POST, GRADE, LEAVE = "position", "school", "grade", "leave"
LANES: Final = (POSITION, POST, GRADE, LEAVE)
_SINCE: Final = {POSITION: "position_since", POST: "school_since", GRADE: "grade_since"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with one value of a lane; `to_on` is "" for what still lasts. `decided` is False for what is asked for."""

    lane: str
    from_on: str
    to_on: str
    value: str
    decided: bool = True


def career_lanes(connection: Connection, person: int, asker: Asker) -> list[Stretch]:
    """The stretches of all lanes, lane by lane, the oldest first."""
    state = Asked(connection, asker).state
    state.expect_dossiers((person,))
    spans = timeline(state, person)
    found = [stretch for lane in LANES[:-1] for stretch in _lane(lane, spans)]
    return found + [
        Stretch(LEAVE, one.from_on, one.to_on, one.code, one.decided) for one in ledger.leaves(state, person)
    ]


def _lane(lane: str, spans: Sequence[Span]) -> list[Stretch]:
    found: list[Stretch] = []
    for span in spans:
        value = str(span.facts.get(lane) or "")
        if found and not found[-1].to_on and found[-1].value == value:
            continue
        if found and not found[-1].to_on:
            found[-1] = replace(found[-1], to_on=span.from_on)
        if value:
            # What was known when records began had begun before: the facts say since when.
            begins = span.from_on if found else _known_since(lane, span)
            found.append(Stretch(lane, begins, "", value))
    return found


def _known_since(lane: str, span: Span) -> str:
    since, recruited = (str(span.facts.get(name) or "") for name in (_SINCE[lane], "recruited_on"))
    begins = since or min(recruited or span.from_on, span.from_on)
    return min(begins, span.to_on) if span.to_on else begins
