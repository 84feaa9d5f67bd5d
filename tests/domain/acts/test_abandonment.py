"""The counters and the letters of an abandonment of post, in calendar and in working days (domain.md 3.4)."""

from __future__ import annotations

import pytest

from sync.domain.act import typed
from sync.domain.acts.abandonment import Abandonment
from sync.domain.fields import Value
from tests.domain.acts.desk import Desk

LEFT = "2026-10-29"
"""A Thursday; 6 November is a holiday, a Friday."""
SENT: dict[str, Value] = {"from_on": LEFT, "reported_on": "2026-10-30", "queried_on": "2026-10-30"}


@pytest.mark.parametrize(
    ("facts", "day", "gone", "term", "left", "letter"),
    [
        ({"from_on": LEFT, "reported_on": "2026-10-30"}, "2026-11-02", (5, 3), "notice", (0, 0), "explanation_request"),
        (SENT, "2026-11-02", (5, 3), "notice", (0, 0), "notice_to_resume"),
        ({**SENT, "notice_on": "2026-11-03"}, "2026-11-03", (6, 4), "notice_answer", (7, 4), ""),
        (
            {**SENT, "notice_on": "2026-11-03", "notice_received_on": "2026-11-05"},
            "2026-11-09",
            (12, 7),
            "resume",
            (3, 3),
            "dismissal_proposal",
        ),
        (
            {**SENT, "notice_on": "2026-11-03", "undelivered_on": "2026-11-09"},
            "2026-11-09",
            (12, 7),
            "stop_pay",
            (0, 0),
            "pay_stop_order",
        ),
        ({**SENT, "returned_on": "2026-11-02"}, "2026-11-20", (4, 2), None, (0, 0), ""),
    ],
)
def test_the_counters_run_on_both_calendars(
    facts: dict[str, Value], day: str, gone: tuple[int, int], term: str | None, left: tuple[int, int], letter: str
) -> None:
    desk = Desk(day)
    row, _ = desk.register("abandonment", **facts)
    found = typed(Abandonment, desk.act("abandonment", row)).progress(desk.state, day)
    assert (found.days_gone, found.working_days_gone) == gone
    assert (found.term.code if found.term else None, found.letter) == (term, letter)
    assert (found.days_left, found.working_days_left) == left
