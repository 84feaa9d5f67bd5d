"""An office's own accepted operations come back as numbers only, and as content when it cannot use its predictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame, Page
from tests.exchange.world import DirectLine, Office, World

NAME = {"surname_ar": "العلوي", "first_name_ar": "مريم", "ppr": "1234567"}


@dataclass
class WatchedLine:
    """A line that remembers the pages that came down."""

    line: DirectLine
    pages: list[Page] = field(default_factory=list)

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """As the line beneath."""
        for frame in self.line.exchange(frames, traffic):
            if isinstance(frame, Page):
                self.pages.append(frame)
            yield frame


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def watched(office: Office) -> WatchedLine:
    line = WatchedLine(office.line)
    office.line = line  # type: ignore[assignment]  # a carrier as well
    return line


def test_own_changes_come_back_as_numbers(world: World) -> None:
    fatima, karim = world.office(), world.office()
    line = watched(fatima)
    person = fatima.hires(**NAME)
    fatima.corrects(person, phone="+212661045277")
    fatima.sync()
    (page,) = line.pages
    assert [(change.kind, change.n, change.fields) for change in page.changes] == [(0, 1, b""), (0, 2, b"")]
    karim.sync()
    assert karim.rows("employee") == fatima.rows("employee")


def test_what_the_centre_decided_otherwise_comes_back_whole(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    karim.corrects(person, phone="+212700000000")
    karim.sync()
    line = watched(fatima)
    fatima.corrects(person, phone="+212661045277")
    fatima.sync()
    (page,) = line.pages
    assert all(change.kind for change in page.changes)
    assert fatima.sees(person, "phone") == "+212700000000"


def test_a_lost_prediction_costs_one_request_and_nothing_else(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    outbox = fatima.replica.tables.outbox

    class Forgetful(WatchedLine):
        def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
            first = not self.pages
            for frame in super().exchange(frames, traffic):
                if first and isinstance(frame, Page):
                    with fatima.replica.database.write() as connection:
                        connection.execute(outbox.update().values(effects=b""))
                yield frame

    line = Forgetful(fatima.line)
    fatima.line = line  # type: ignore[assignment]  # a carrier as well
    done = fatima.sync()
    assert done.requests == 2
    assert [bool(change.kind) for page in line.pages for change in page.changes] == [False, True]
    karim.sync()
    assert karim.rows("employee") == fatima.rows("employee")
    assert fatima.sees(person, "ppr") == "1234567"
