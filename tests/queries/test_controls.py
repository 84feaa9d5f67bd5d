"""What an office's file says of its province as a whole: anomalies, what comes up, the census by school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from massar_desktop.queries import census as lists
from massar_desktop.queries.alerts import province_alerts
from massar_desktop.queries.anomalies import anomalies
from massar_desktop.queries.asking import Asker
from sync.domain import census, filing
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from tests.exchange.world import Office, World

YEAR, SCHOOL, OTHER = 2026, "12345A", "23456B"
"""The clock of these stories says 21/09/2026."""


@dataclass(frozen=True)
class Stories:
    """One office with the confidential compartment, its clerk without the role, and the people of the stories."""

    office: Office
    plain: int
    people: tuple[int, ...]

    def asker(self, account: int = 0) -> Asker:
        """Who asks."""
        return Asker(self.office.replica.identity, account or self.office.author, self.office.replica.today())


def states(office: Office, person: int, **facts: Value) -> None:
    """Say what a list said of her career."""
    opening = office.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"employee": person, "known_on": "2026-01-01", "source": "massir", **facts}
    office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=opening, dossier=person, fields=fields))


def accepts(office: Office, person: int, kind: str, **facts: Value) -> int:
    """Register an act and write down that it was accepted where it is decided."""
    row, number = office.replica.new_rows(2)
    office.record(filing.registration(kind, row, person, facts))
    level = "P" if kind == "tasking" else "A"
    taken: dict[str, Value] = {"on": office.replica.today(), "number": "9/2026", "level": level}
    act = next(one for one in office.rows(kind) if one.id == row)
    office.record(filing.step(act, "enter_accepted", number, taken))
    return row


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stories]:
    """Three people of one school, one of another; written offline."""
    world = World(tmp_path_factory.mktemp("controls"))
    world.publish()
    office = world.office(confidential=True)
    plain = world.office().author
    people = tuple(office.hires(surname_ar=name, cin=f"JB{n}", sex="F") for n, name in enumerate("أبجد", 1001))
    for person, school in zip(people, (SCHOOL, SCHOOL, SCHOOL, OTHER), strict=True):
        states(office, person, school=school, position="activity", recruited_on="2010-09-01")
    long = {"from_on": "2026-01-05", "to_on": "2026-09-22", "certificate_on": "2026-01-05", "received_on": "2026-01-06"}
    accepts(office, people[1], "sick_short", **long, papers="medical_certificate")
    accepts(
        office,
        people[2],
        "tasking",
        from_on="2026-09-02",
        to_on="2026-10-31",
        school=OTHER,
        nature="temporary",
        papers="tasking_note",
    )
    yield Stories(office, plain, people)
    world.close()


def test_anomalies_of_health_are_listed_for_who_may_see_the_files_only(stories: Stories) -> None:
    with stories.office.replica.database.read() as connection:
        seen = anomalies(connection, stories.asker())
        plain = anomalies(connection, stories.asker(stories.plain))
    (line,) = [one for one in seen.lines if one.finding.problem.code == "sick_days_exceeded"]
    assert (line.finding.person, line.person.name_ar) == (stories.people[1], "ب")
    assert seen.counts["sick_days_exceeded"] == 1
    assert "sick_days_exceeded" not in plain.counts
    assert not [one for one in plain.lines if one.finding.kind == "sick_short"]


def test_what_comes_up_is_there_without_a_line(stories: Stories) -> None:
    with stories.office.replica.database.read() as connection:
        found = province_alerts(connection, stories.asker(stories.plain))
    codes = [(one.alert.problem.code, one.alert.person, one.late) for one in found.lines]
    assert codes == [("health_leave_ends", stories.people[1], False), ("task_ends", stories.people[2], False)]


def test_a_school_is_ticked_offline_and_who_is_left_is_known(stories: Stories) -> None:
    office, asker, (first, ill, tasked, other) = stories.office, stories.asker(), stories.people
    with office.replica.database.read() as connection:
        assert lists.census_year(connection, asker) == YEAR
        expected = {one.gresa: (one.expected, one.uncounted) for one in lists.schools(connection, asker, YEAR)}
        proposed = {one.person: one.proposed for one in lists.school_list(connection, asker, YEAR, SCHOOL)}
    assert expected == {SCHOOL: (3, 3), OTHER: (1, 1)}
    assert proposed == {first: "present", ill: "on_leave", tasked: "tasked_elsewhere"}
    day = office.replica.today()
    ticks: list[tuple[int, str]] = [(first, "absent"), (ill, "on_leave"), (tasked, "tasked_elsewhere")]
    for person, found in ticks:
        facts: dict[str, Value] = {"year": YEAR, "found": found, "school": SCHOOL, "from_on": day}
        office.record(census.tick(office.replica.new_rows(1)[0], person, facts))
    with office.replica.database.read() as connection:
        counts = {one.gresa: one for one in lists.schools(connection, asker, YEAR)}
        left = lists.uncounted(connection, asker, YEAR)
        mended = lists.rectification(connection, asker, YEAR, first)
    assert (counts[SCHOOL].uncounted, counts[SCHOOL].missing, counts[OTHER].uncounted) == (0, 1, 1)
    assert [one.person for one in left] == [other]
    assert mended is not None
    assert mended.line is not None
    assert (mended.line.get("found"), mended.situation.get("school")) == ("absent", SCHOOL)


def test_a_certificate_of_rectification_takes_the_place_of_the_wrong_line(stories: Stories) -> None:
    office, asker, person, day = stories.office, stories.asker(), stories.people[3], stories.office.replica.today()
    facts: dict[str, Value] = {"year": YEAR + 1, "school": OTHER, "from_on": day}
    office.record(census.tick(office.replica.new_rows(1)[0], person, {**facts, "found": "absent"}))
    mending = office.replica.new_rows(1)[0]
    office.record(census.tick(mending, person, {**facts, "found": "present", "mended": True}))
    with office.replica.database.read() as connection:
        found = lists.rectification(connection, asker, YEAR + 1, person)
        assert lists.rectification(connection, asker, YEAR + 1, 1) is None
    assert found is not None
    assert found.line is not None
    assert (found.line.id, found.line.get("mended")) == (mending, True)


def test_a_school_s_list_is_in_the_order_of_the_alphabet_whatever_hamzas_are_written(tmp_path: Path) -> None:
    world = World(tmp_path)
    office = world.office()
    people = [office.hires(surname_ar=name, sex="F") for name in ("أمين", "اكرام", "بدر")]
    for person in people:
        states(office, person, school=SCHOOL, position="activity", recruited_on="2010-09-01")
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        listed = lists.school_list(connection, asker, YEAR, SCHOOL)
    world.close()
    assert [one.person for one in listed] == [people[1], people[0], people[2]]
