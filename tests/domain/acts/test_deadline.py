"""By which day something should happen to an act: published limits, dates of the act, nothing else."""

from __future__ import annotations

import pytest

from sync.domain.act import typed
from sync.domain.acts.abandonment import Abandonment
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.deadline import Deadline, deadline
from sync.domain.fields import Value
from sync.domain.record import Row
from tests.domain.acts.desk import State, published

DAY = "2026-11-23"


def due(cls: type[AdministrativeAct], **values: Value) -> Deadline | None:
    """The deadline of an act with these facts, under the published limits."""
    row = Row(cls.KIND.name, 1, 2, 3, values)
    return deadline(typed(cls, row), row, State(published()), DAY)


@pytest.mark.parametrize("state", ["registered", "study", "opinion"])
def test_what_has_not_begun_is_decided_before_its_first_day(state: str) -> None:
    found = due(AnnualLeave, state=state, registered_on="2026-11-02", from_on="2026-12-07", to_on="2026-12-11")
    assert found == Deadline("begins", "2026-12-07")


def test_what_had_begun_when_it_was_registered_has_the_days_of_a_study() -> None:
    assert due(AnnualLeave, state="study", registered_on="2026-11-02", from_on="2026-10-30") == Deadline(
        "study", "2026-11-17"
    )


def test_a_decision_is_notified_within_the_published_days() -> None:
    assert due(AnnualLeave, state="accepted", decided_on="2026-11-20", from_on="2026-12-07") == Deadline(
        "notify", "2026-11-28"
    )


@pytest.mark.parametrize("state", ["returned", "referred", "notified", "withdrawn", "cancelled"])
def test_what_waits_for_somebody_else_or_is_done_has_none(state: str) -> None:
    assert due(AnnualLeave, state=state, registered_on="2026-01-02", from_on="2026-02-07") is None


def test_the_terms_of_an_abandonment_run_beside_its_study() -> None:
    found = due(
        Abandonment,
        state="study",
        registered_on="2026-11-10",
        from_on="2026-11-02",
        reported_on="2026-11-05",
        notice_on="2026-11-12",
        notice_received_on="2026-11-14",
    )
    assert found == Deadline("resume", "2026-11-21")
