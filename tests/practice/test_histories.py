"""Careers told by acts: they fold into the stored situation, hold with the published rules, and fill a desk's day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import pytest

from sync.domain import catalog, lifecycle, situation
from sync.domain.act import Case, typed
from sync.domain.administrative_act import AdministrativeAct, problems
from sync.domain.errors import Severity
from sync.domain.fields import Value
from sync.domain.health_leave import notices
from sync.domain.record import RecordKind, Row
from sync.domain.shape import field_problems
from sync.practice.province import PracticeProvince, rows
from tests.practice.conftest import RESOURCES, TODAY

PEOPLE, SHARE = 400, 50


class Office:
    """A Reader over the rows of a province."""

    def __init__(self, kept: Sequence[Row]) -> None:
        self.kinds: dict[str, dict[int, Row]] = defaultdict(dict)
        self.dossiers: dict[tuple[str, int], list[Row]] = defaultdict(list)
        self._found: dict[tuple[str, str], Mapping[Value, list[Row]]] = {}
        for row in kept:
            self.kinds[row.kind][row.id] = row
            self.dossiers[row.kind, row.dossier].append(row)

    def row(self, kind: str, row: int) -> Row | None:
        """One record."""
        return self.kinds[kind].get(row)

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The records of a kind in a dossier."""
        return self.dossiers.get((kind, dossier), ())

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The records whose field equals a value."""
        if (kind, field) not in self._found:
            by_value: dict[Value, list[Row]] = defaultdict(list)
            for row in self.kinds[kind].values():
                by_value[row.get(field)].append(row)
            self._found[kind, field] = by_value
        return self._found[kind, field].get(value, [])

    def has_code(self, table: str, code: str) -> bool | None:
        """Code tables are not asked for."""
        return None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """Nothing is written."""
        return None


@pytest.fixture(scope="module")
def office() -> Office:
    """A small province in which half of the people have a history."""
    return Office(list(rows(PracticeProvince(today=TODAY, people=PEOPLE, histories=SHARE), RESOURCES)))


@pytest.fixture(scope="module")
def acts(office: Office) -> list[Row]:
    """All acts of the province."""
    return [row for cls in catalog.ACTS for row in office.kinds[cls.KIND.name].values()]


def test_the_stored_situations_are_the_fold_of_all_acts(office: Office, acts: list[Row]) -> None:
    assert not situation.differences(acts, office.kinds["situation"].values())
    assert len(office.kinds["situation"]) == PEOPLE


def test_histories_change_what_the_list_had_said(office: Office, acts: list[Row]) -> None:
    opened = situation.recompute(row for row in acts if row.kind == "opening_situation")
    moved = [p for p, facts in opened.items() if facts != situation.recompute(a for a in acts if a.dossier == p)[p]]
    assert len(moved) > PEOPLE * SHARE / 100 / 2


def test_those_who_have_a_history_have_about_ten_acts(acts: list[Row]) -> None:
    counts = [count for count in Counter(row.dossier for row in acts).values() if count > 1]
    assert PEOPLE * SHARE / 100 * 0.7 < len(counts) < PEOPLE * SHARE / 100 * 1.3
    assert 7 < sum(counts) / len(counts) < 13


def test_every_decided_act_passes_the_checks_that_an_office_asks(office: Office, acts: list[Row]) -> None:
    asked = 0
    for row in acts:
        cls = catalog.ACT_BY_KIND[row.kind]
        made = typed(cls, row)
        if isinstance(made, AdministrativeAct) and lifecycle.in_force(row.values):
            found = problems(made, Case(row, office, catalog.ACTS))
            assert not [p for p in found if p.severity is not Severity.WARNING], (row, found)
            asked += 1
    assert asked > 5 * PEOPLE * SHARE / 100


def test_no_row_has_a_field_that_a_form_would_refuse(office: Office, acts: list[Row]) -> None:
    steps = [*office.kinds["act_step"].values(), *office.kinds["confidential_step"].values()]
    for row in (*acts, *steps):
        assert not list(field_problems(catalog.kind(row.kind), row.values)), row


def test_official_numbers_run_without_gaps_within_a_year(acts: list[Row]) -> None:
    by_year: dict[str, list[int]] = defaultdict(list)
    for row in (row for row in acts if row.get("number")):
        n, year = row.text("number").split("/")
        assert year == row.text("registered_on")[:4]
        by_year[year].append(int(n))
    assert by_year
    assert all(sorted(given) == list(range(1, len(given) + 1)) for given in by_year.values())


def test_health_leaves_have_the_notices_that_the_domain_derives(office: Office, acts: list[Row]) -> None:
    for person in {row.dossier for row in acts}:
        own = [(typed(catalog.ACT_BY_KIND[row.kind], row), row) for row in acts if row.dossier == person]
        kept = {row.id: row.values for row in office.rows_of("leave_notice", person)}
        said = notices(own, office).items()
        wanted = {n: {k: v for k, v in (*facts.items(), ("employee", person)) if v} for n, facts in said}
        assert kept == wanted


def test_steps_lead_to_the_state_in_which_their_act_stands(office: Office) -> None:
    for row in (*office.kinds["act_step"].values(), *office.kinds["confidential_step"].values()):
        about = office.row(row.text("act_kind"), int(str(row.get("act_row"))))
        assert about is not None
        assert about.dossier == row.dossier
        assert row.scope == about.scope
    stepped = {
        (row.text("act_kind"), row.get("act_row")): row.text("step")
        for row in sorted(office.kinds["act_step"].values(), key=lambda row: row.id)
    }
    for (kind, number), last in stepped.items():
        act = office.kinds[kind][int(str(number))]
        assert lifecycle.BY_NAME[last].target == act.text("state")


def test_some_requests_wait_for_somebody(acts: list[Row]) -> None:
    states = Counter(row.text("state") for row in acts if row.get("state"))
    assert sum(states[state] for state in lifecycle.OPEN) > 10
    assert states["notified"] > 500


def test_without_histories_only_the_opening_act_is_there() -> None:
    found = Counter(row.kind for row in rows(PracticeProvince(today=TODAY, people=50), RESOURCES))
    assert {kind for kind in found if kind in catalog.ACT_BY_KIND} == {"opening_situation"}
