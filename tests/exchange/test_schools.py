"""A school closes, has another name, opens again: it travels signed, and nothing that was decided is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.census import schools as census_schools
from massar_desktop.queries.packages import published_packages, to_check_again
from massar_desktop.queries.people import lines_of, people_order
from massar_desktop.queries.reference import reference
from massar_desktop.queries.search import search
from sync.client import bundle_keys
from sync.client.office_store import OfficeStore
from sync.client.replica import Refused
from sync.domain import filing, packages
from sync.domain.fields import Value
from sync.domain.names import fold
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.protocol import age
from sync.server.keys import CentreKeys
from sync.server.packages import Facts, NotPublished, publish_package
from tests.exchange.test_acts import Province, act, last, province_in, registers, steps
from tests.exchange.world import Office

OLD, NEW = "98765Z", "12345A"
TASK: dict[str, Value] = {
    "from_on": "2026-10-05",
    "to_on": "2027-06-30",
    "nature": "temporary",
    "papers": "tasking_note",
}
DAY_MS = 86_400_000


def school(gresa: str, arabic: str, latin: str) -> Facts:
    """A school of the province as it is first published."""
    return "school", {"gresa": gresa, "name_ar": arabic, "name_la": latin, "province": "0504", "zone": "A"}


def change(from_on: str, **facts: Value) -> Facts:
    """Something of the old school is different from a day on."""
    return "school_change", {"gresa": OLD, "valid_from": from_on, **facts}


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A province with two schools that came in a signed package."""
    for made in province_in(tmp_path):
        made.world.centre.keys = CentreKeys(tmp_path / "keys")
        both = school(OLD, "مدرسة الأمل", "École Al Amal"), school(NEW, "مدرسة النخيل", "École Annakhil")
        publish_package(made.world.centre, both, "الخريطة المدرسية", "2026-09-20")
        made.agree()
        yield made


def publishes(province: Province, *facts: Facts, day: str = "2026-09-24") -> int:
    """The centre publishes a package, and nobody has heard of it yet."""
    return publish_package(province.world.centre, facts, "تغيير الخريطة", day)


def tasked(province: Province, school: str = OLD, /, **facts: Value) -> int:
    """A task that the clerk registers and everybody knows."""
    task = registers(province.clerk, province.hires(), "tasking", **{**TASK, "school": school, **facts})
    province.agree()
    return task


def has_her_post(office: Office, person: int) -> None:
    """She is at the old school since her opening situation."""
    facts: dict[str, Value] = {"employee": person, "source": "massir", "school": OLD, "known_on": "2026-09-01"}
    row = office.replica.new_rows(1)[0]
    office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=facts))


def again(province: Province) -> list[tuple[int, str]]:
    """The acts that the office is asked to look at again, with the kind of what changed."""
    office = province.clerk
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        return [(line.act.id, line.rule.kind) for line in to_check_again(connection, asker)]


def test_a_closed_school_is_refused_from_its_day_on_and_stays_valid_for_the_days_before(province: Province) -> None:
    before, after = tasked(province), tasked(province, from_on="2026-11-02")
    publishes(province, change("2026-11-01", status="closed"))
    province.agree()
    steps(province.first, before, "accept", "tasking")
    with pytest.raises(Refused, match="school_closed"):
        steps(province.first, after, "accept", "tasking")
    province.agree()
    assert act(province.clerk, before, "tasking").get("state") == "accepted"
    assert not act(province.clerk, before, "tasking").get("irregular")
    assert act(province.clerk, after, "tasking").get("state") == "registered"
    person = act(province.clerk, after, "tasking").dossier
    registers(province.clerk, person, "tasking", **{**TASK, "school": OLD, "from_on": "2026-12-01"})
    province.clerk.sync()
    assert last(province.clerk)[0] == "applied"  # what is wrong blocks its decision only


def test_a_decision_that_was_on_paper_before_the_closing_was_heard_of_stands_and_is_marked(province: Province) -> None:
    task = tasked(province, from_on="2026-11-02")
    publishes(province, change("2026-11-01", status="closed"))
    steps(province.first, task, "accept", "tasking", number="7/2026")
    province.agree()
    kept = act(province.clerk, task, "tasking")
    assert (kept.get("state"), kept.get("irregular"), kept.get("decision_number")) == (
        "accepted",
        "school_closed",
        "7/2026",
    )


def test_a_closing_of_the_past_is_listed_and_changes_no_verdict_and_breaks_no_step_on_its_way(
    province: Province,
) -> None:
    task, asked = tasked(province), tasked(province)
    steps(province.first, task, "accept", "tasking", number="8/2026")
    province.agree()
    situation = province.clerk.rows("situation")
    province.world.clock.ms += 3 * DAY_MS
    steps(province.first, task, "notify", "tasking")  # on paper while the closing is on its way
    version = publishes(province, change("2026-09-01", status="closed"), day="2026-09-24")
    province.agree()
    assert again(province) == [(task, "school_change")]
    assert act(province.clerk, task, "tasking").get("state") == "notified"
    assert not act(province.clerk, task, "tasking").get("irregular")
    assert act(province.clerk, asked, "tasking").get("state") == "registered"
    assert province.clerk.rows("situation") == situation
    office = province.clerk
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        lines = published_packages(connection, asker, bundle_keys.load(office.replica).centre)
    assert {(one.package.version, one.package.region, one.whole) for one in lines} >= {(version, 500, True)}
    office.record(filing.correction(act(office, asked, "tasking"), {"remark": "وثيقة"}))
    office.sync()
    assert last(office)[0] == "applied"  # what waits can still be mended


def test_a_change_that_says_what_was_known_asks_nobody_to_look_again(province: Province) -> None:
    task = tasked(province)
    steps(province.first, task, "accept", "tasking", number="9/2026")
    province.world.clock.ms += 3 * DAY_MS
    publishes(province, change("2026-09-01", zone="A"), change("2026-09-01", name_ar="مدرسة الأمل الجديدة"))
    province.agree()
    assert again(province) == []


def test_a_closing_that_is_taken_back_and_a_closing_for_some_time(province: Province) -> None:
    publishes(province, change("2026-10-01", status="closed"), day="2026-09-22")
    publishes(province, change("2026-10-01", status="open"), day="2026-09-23")
    publishes(province, change("2026-11-01", status="closed", valid_to="2026-11-30"), day="2026-09-23")
    province.agree()
    for first, refused in (("2026-10-05", False), ("2026-11-15", True), ("2026-12-01", False)):
        task = tasked(province, from_on=first)
        if refused:
            with pytest.raises(Refused, match="school_closed"):
                steps(province.first, task, "accept", "tasking", number=f"{first}/1")
        else:
            steps(province.first, task, "accept", "tasking", number=f"{first}/1")


def test_a_school_that_opens_later_is_refused_before(province: Province) -> None:
    kind, facts = school("45678D", "مدرسة الأطلس", "École Atlas")
    publishes(province, (kind, {**facts, "opened_on": "2026-11-01"}))
    province.agree()
    early, later = tasked(province, "45678D"), tasked(province, "45678D", from_on="2026-11-02")
    with pytest.raises(Refused, match="school_not_open"):
        steps(province.first, early, "accept", "tasking")
    steps(province.first, later, "accept", "tasking", number="4/2026")


def test_another_name_is_shown_from_its_day_on_and_both_are_found(province: Province) -> None:
    office, person = province.clerk, province.hires()
    has_her_post(office, person)
    publishes(province, change("2026-10-01", name_ar="ثانوية ابن خلدون", name_la="Lycée Ibn Khaldoun"))
    province.agree()
    with office.replica.database.read() as connection:
        for day, name in (("2026-09-30", "مدرسة الأمل"), ("2026-10-01", "ثانوية ابن خلدون")):
            assert reference(connection, day).school(OLD, "ar") == name
            (line,) = lines_of(connection, [person], ("school",), day)
            assert line.school[0] == name
        order = people_order(connection)
        for typed in ("الأمل", "خلدون", "Khaldoun", OLD):
            assert list(search(connection, typed, order, "2026-10-01").ids) == [person]
    labels = OfficeStore(office.replica, office.author).code_labels()["school"]
    assert {labels[fold(name)] for name in ("مدرسة الأمل", "Lycée Ibn Khaldoun")} == {OLD}


def test_the_desk_says_of_a_school_that_it_is_closed(province: Province) -> None:
    office, person = province.clerk, province.hires()
    has_her_post(office, person)
    publishes(province, change("2026-09-01", status="closed"))
    province.agree()
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        assert reference(connection, asker.today).closed == {OLD: "2026-09-01"}
        counted = {one.gresa: one.closed for one in census_schools(connection, asker, 2026)}
    assert counted[OLD] == "2026-09-01"
    assert OfficeStore(office.replica, office.author).closed_schools() == {OLD: "2026-09-01"}


def test_a_closing_that_was_altered_on_the_way_is_not_what_was_signed(province: Province) -> None:
    version = publishes(province, change("2026-11-01", status="closed"))
    province.agree()
    (record,) = (row for row in province.clerk.rows("reference_package") if row.get("version") == version)
    (closing,) = province.clerk.rows("school_change")
    centre = bundle_keys.load(province.clerk.replica).centre

    def is_whole(row: Row) -> bool:
        return packages.verified(record, [row], lambda signature, said: age.is_signed(centre, signature, said))

    assert is_whole(closing)
    assert not is_whole(replace(closing, values={**closing.values, "valid_from": "2027-11-01"}))
    assert not is_whole(replace(closing, values={**closing.values, "gresa": NEW}))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (school(OLD, "مدرسة", "École"), "published already"),
        (change("2026-11-01"), "nothing changes"),
        (("school_change", {"gresa": "00000A", "status": "closed"}), "no such school"),
        (change("2026-11-01", province="0601"), "leaves its region"),
        (change("2026-11-01", province="504"), "no province"),
    ],
)
def test_what_cannot_be_published_of_a_school(province: Province, facts: Facts, said: str) -> None:
    with pytest.raises(NotPublished, match=said):
        publishes(province, facts)
