"""The lanes of a career: one stretch for each value, in order, the last one open; leave with its own days."""

from __future__ import annotations

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.career_lanes import GRADE, LANES, LEAVE, POST, career_lanes
from sync.domain import filing
from sync.domain.fields import Value
from tests.queries.practice_office import CLERK, PracticeOffice, practice_people


def test_lanes_follow_one_another_and_leave_has_its_days(own_office: PracticeOffice) -> None:
    person, asker = practice_people()[0].id, Asker(own_office.replica.identity, CLERK, own_office.replica.today())
    facts: dict[str, Value] = {"from_on": "2026-12-07", "to_on": "2026-12-09", "days_taken": 3, "year": 2026}
    facts["registered_on"] = asker.today
    own_office.record(filing.registration("annual_leave", own_office.replica.new_rows(1)[0], person, facts))
    with own_office.replica.database.read() as connection:
        found = career_lanes(connection, person, asker)
    assert [LANES.index(one.lane) for one in found] == sorted(LANES.index(one.lane) for one in found)
    for lane in (POST, GRADE):
        own = [one for one in found if one.lane == lane]
        assert [one.to_on for one in own[:-1]] == [one.from_on for one in own[1:]]
        assert own[-1].to_on == ""
    (leave,) = [one for one in found if one.lane == LEAVE]
    assert (leave.from_on, leave.to_on, leave.value, leave.decided) == ("2026-12-07", "2026-12-09", "LV-ANN", False)
