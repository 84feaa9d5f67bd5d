"""Packages of reference data: signed, append only, first in an exchange; the past is listed and never decided again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.packages import published_packages, to_check_again
from massar_desktop.queries.reference import reference
from sync.client import bundle_keys
from sync.client.replica import Refused
from sync.domain import filing, packages
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.protocol import age
from sync.server.keys import CentreKeys
from sync.server.packages import Facts, NotPublished, publish_package, read_folder
from tests.exchange.invariants import check
from tests.exchange.test_acts import LEAVE, act, last, registers, steps
from tests.exchange.world import Office, World

SHORTER: Facts = ("limit", {"act": "LV-ANN", "name": "days_a_year", "value": 3, "unit": "working_days"})
SCHOOL: Facts = (
    "school",
    {"gresa": "98765Z", "name_ar": "مدرسة الأمل", "name_la": "École Al Amal", "province": "0504"},
)


@dataclass
class Story:
    """A centre with a key, a director and a clerk, one person with a leave that was granted and one asked for."""

    world: World
    clerk: Office
    director: Office
    granted: int
    asked: int


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Written before anything new is published."""
    folder = tmp_path_factory.mktemp("packages")
    world = World(folder)
    world.centre.keys = CentreKeys(folder / "keys")
    world.publish()
    clerk, director = world.office(), world.office(role="director")
    person = clerk.hires(surname_ar="بناني", ppr="1203377")
    granted, asked = registers(clerk, person), registers(clerk, person, **{**LEAVE, **_later()})
    clerk.sync()
    director.sync()
    steps(director, granted, "accept", number="4/2026")
    for office in (director, clerk):
        office.sync()
    yield Story(world, clerk, director, granted, asked)
    for office in world.offices:
        check(world, office)
    world.close()


def _later() -> dict[str, Value]:
    return {"from_on": "2026-10-12", "to_on": "2026-10-16"}


def lines(office: Office) -> list[tuple[int, int, bool]]:
    """The packages that an office has: version, region, whether they are whole and signed."""
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    centre = bundle_keys.load(office.replica).centre
    with office.replica.database.read() as connection:
        found = published_packages(connection, asker, centre)
    return [(line.package.version, line.package.region, line.whole) for line in found]


def again(office: Office) -> list[tuple[int, str]]:
    """The acts that an office should look at again, with the rule's name."""
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        return [(line.act.id, line.rule.text("name")) for line in to_check_again(connection, asker)]


def test_a_change_of_the_past_is_listed_and_changes_no_verdict_and_breaks_nothing_pending(story: Story) -> None:
    world, clerk, director = story.world, story.clerk, story.director
    world.clock.ms += 2 * 86_400_000
    assert again(clerk) == []
    past = ("limit", {**SHORTER[1], "valid_from": "2026-01-01"})
    version = publish_package(world.centre, [past, SCHOOL], "دورية 12", "2026-09-23")
    waiting, person = clerk.replica.new_rows(1)[0], act(clerk, story.granted).dossier
    clerk.record(filing.registration("annual_leave", waiting, person, {"from_on": "2026-12-01"}))
    for office in (clerk, director):
        office.sync()
    assert last(clerk)[0] == "applied"
    for office in (clerk, director):
        assert {(version, 500, True), (version, 0, True)} <= set(lines(office))
        assert again(office) == [(story.granted, "days_a_year")]
        assert act(office, story.granted).get("state") == "accepted"
        assert act(office, story.asked).get("state") == "registered"
        assert [one.get("gresa") for one in office.rows("school")] == ["98765Z"]
    clerk.record(filing.correction(act(clerk, story.asked), {"remark": "وثيقة"}))
    with pytest.raises(Refused, match="leave_exceeds_balance"):
        steps(director, story.asked, "accept", number="5/2026")
    clerk.sync()
    assert last(clerk) == ("applied", [])


def test_what_was_altered_on_the_way_is_not_whole(story: Story) -> None:
    publish_package(story.world.centre, [SHORTER], "قرار سنوي", "2026-09-24")
    story.clerk.sync()
    assert all(whole for *_, whole in lines(story.clerk))
    record = story.clerk.rows("reference_package")[-1]
    rows = [row for row in story.clerk.rows("limit") if row.get("package") == record.get("version")]
    centre = bundle_keys.load(story.clerk.replica).centre

    def is_whole(some: list[Row], about: Row = record) -> bool:
        return packages.verified(about, some, lambda signature, said: age.is_signed(centre, signature, said))

    assert is_whole(rows)
    assert not is_whole([replace(rows[0], values={**rows[0].values, "value": 30})])
    assert not is_whole([])
    assert not is_whole(rows, replace(record, values={**record.values, "published_on": "2025-01-01"}))
    assert not is_whole(rows, replace(record, values={**record.values, "signature": "00" * 64}))
    assert not is_whole(rows, replace(record, values={**record.values, "signature": "x"}))


def test_a_code_that_ended_stays_valid_for_old_acts(story: Story) -> None:
    facts: dict[str, Value] = {"table": "grade", "label_ar": "درجة", "label_la": "Grade", "valid_from": "2003-01-01"}
    ended: Facts = ("code", {**facts, "code": "old", "valid_to": "2024-02-22"})
    publish_package(story.world.centre, [ended, ("code", {**facts, "code": "new"})], "الدرجات", "2026-09-24")
    story.clerk.sync()
    person = act(story.clerk, story.granted).dossier
    row, wrong = story.clerk.replica.new_rows(2)
    old: dict[str, Value] = {"from_on": "2023-01-01", "grade": "old", "echelon": 2, "index_number": 253, "pace": "slow"}
    saved = story.clerk.record(filing.registration("echelon", row, person, old))
    assert "code_unknown" not in {problem.code for problem in saved.problems}
    saved = story.clerk.record(filing.registration("echelon", wrong, person, {**old, "grade": "never"}))
    assert "code_unknown" in {problem.code for problem in saved.problems}
    story.clerk.sync()
    assert last(story.clerk)[0] == "applied"


def test_the_files_of_the_program_are_a_package(tmp_path: Path) -> None:
    resources = Path(__file__).parents[2] / "resources" / "reference"
    found = list(read_folder(resources))
    assert {kind for kind, _ in found} == {"code", "limit", "delegation", "holiday", "grade_index"}
    (tmp_path / "limits.csv").write_text("act,name,value,unit\nLV-ANN,days_a_year,22,fortnights\n", "utf-8")
    with pytest.raises(NotPublished, match=r"limits.csv, line 2, unit: not_a_choice"):
        list(read_folder(tmp_path))
    (tmp_path / "limits.csv").write_text("act,published_by\nLV-ANN,x\n", "utf-8")
    with pytest.raises(NotPublished, match=r"published_by is no column"):
        list(read_folder(tmp_path))


def test_nothing_half_is_published(story: Story) -> None:
    with pytest.raises(NotPublished, match="value"):
        publish_package(story.world.centre, [SHORTER, ("limit", {"act": "LV-ANN", "name": "x"})], "خطأ", "2026-09-24")
    before = lines(story.clerk)
    story.clerk.sync()
    assert lines(story.clerk) == before


def test_a_code_that_ended_is_read_and_no_more_chosen(story: Story) -> None:
    facts: dict[str, Value] = {"table": "function", "code": "OLDF", "label_ar": "مهمة", "label_la": "Fonction"}
    publish_package(story.world.centre, [("code", {**facts, "valid_from": "2003-01-01"})], "المهام", "2026-09-24")
    publish_package(story.world.centre, [("code", {**facts, "valid_to": "2024-02-22"})], "المهام", "2026-09-25")
    story.clerk.sync()
    with story.clerk.replica.database.read() as connection:
        known = reference(connection, story.clerk.replica.today())
    assert known.labels("ar")["function", "OLDF"] == "مهمة"
    assert [code for code, _ in known.choices("function", "ar", "2024-01-01")] == ["OLDF"]
    assert known.choices("function", "ar", "2026-09-24") == []
