"""Acts in all their states, for the pictures of the work list, the journal and the papers."""

from __future__ import annotations

from typing import Final

from sync.client.drafts import Drafts
from sync.client.journal import Exchanged, Journal
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.operation import Operation
from sync.domain.record import Row
from tests.exchange.world import Office
from tests.screenshots.desk_window import DeskWindow

_DAY: Final = 86_400_000
_STORY: Final[tuple[tuple[str, dict[str, Value], tuple[tuple[str, dict[str, Value]], ...]], ...]] = (
    ("annual_leave", {"from_on": "2026-11-26", "to_on": "2026-12-04", "days_taken": 7}, ()),
    ("exceptional_leave", {"from_on": "2026-11-24", "to_on": "2026-11-25"}, (("study", {}),)),
    (
        "maternity_leave",
        {"from_on": "2026-12-14", "to_on": "2027-03-21"},
        (("return", {"remark": "شهادة ناقصة"}),),
    ),
    ("tenure", {"from_on": "2026-09-01"}, (("refer", {"number": "118/2026"}),)),
    ("interest_transfer", {"from_on": "2027-01-04"}, (("refer", {"number": "118/2026"}),)),
    ("family_change", {"from_on": "2026-11-02"}, ()),
    ("bank_change", {"from_on": "2026-12-01"}, ()),
    ("unjustified_absence", {"from_on": "2026-11-05", "to_on": "2026-11-06"}, (("study", {}),)),
)


def fill_work(here: DeskWindow) -> list[Row]:
    """Register some acts of different people and move them along; days pass. Gives the people."""
    office, clock = here.desk.office, here.province.clock
    people = here.rows("employee")[5 : 5 + len(_STORY)]
    clock.ms -= 2 * _DAY
    for who, (kind, facts, steps) in zip(people, _STORY, strict=True):
        row = office.replica.new_rows(1)[0]
        office.record(filing.registration(kind, row, who.id, facts))
        for name, said in steps:
            about = next(one for one in office.rows(kind) if one.id == row)
            number = office.replica.new_rows(1)[0]
            office.record(filing.step(about, name, number, {"on": office.replica.today(), **said}))
    clock.ms += 4 * _DAY
    drafts = Drafts(office.replica.database, clock)
    drafts.save(f"act:resignation:{people[0].id}", people[0].id, {"from_on": "01/01/2027"}, {})
    return people


def leave_of(office: Office, person: int) -> Operation:
    """A week of leave to register."""
    (row,) = office.replica.new_rows(1)
    facts: dict[str, Value] = {"from_on": "2026-12-14", "to_on": "2026-12-18", "days_taken": 5, "year": 2026}
    return filing.registration("annual_leave", row, person, facts)


def fill_week(here: DeskWindow) -> None:
    """What the line did in the days before: some exchanges of a day went through, some did not."""
    replica = here.desk.office.replica
    journal, now = Journal(replica.database, replica.tables), here.province.clock.ms
    for back, (through, failed) in zip(range(6, 0, -1), ((3, 1), (6, 0), (0, 2), (5, 1), (2, 3), (4, 0)), strict=True):
        for number in range(through + failed):
            outcome = "done" if number < through else "unreachable"
            at = now - back * _DAY + number * 600_000
            journal.add(Exchanged(at_ms=at, outcome=outcome, requests=1, bytes_up=900, bytes_down=2_400))
