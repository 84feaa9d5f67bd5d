"""What the next exchange will probably bring: by the last two weeks, and unknown where there is no past."""

from __future__ import annotations

from massar_desktop.queries.expected import ANSWER_BYTES, DAY_MS, Expected, expected
from sync.client.journal import DONE, Exchanged, Journal
from tests.queries.practice_office import PracticeOffice

NOW = 1_795_430_520_000


def tell(office: PracticeOffice, *rows: Exchanged) -> Expected | None:
    """Write some exchanges, the oldest first, and ask."""
    journal = Journal(office.replica.database, office.replica.tables)
    for row in rows:
        journal.add(row)
    with office.replica.database.read() as connection:
        return expected(connection, NOW)


def exchange(days_ago: float, received: int, each: int = 100, outcome: str = DONE) -> Exchanged:
    """One exchange of one request, that brought so many changes of so many bytes each."""
    at_ms = NOW - round(days_ago * DAY_MS)
    down = ANSWER_BYTES + received * each
    return Exchanged(at_ms=at_ms, outcome=outcome, requests=1, bytes_down=down, received=received)


def test_nothing_is_said_without_a_past(own_office: PracticeOffice) -> None:
    assert tell(own_office) is None
    assert tell(own_office, exchange(1, 4_000)) is None, "one exchange says nothing of how much comes in a day"


def test_as_much_comes_as_came_on_the_days_before(own_office: PracticeOffice) -> None:
    # 60 changes in three days, the last exchange a day ago: 20 wait, of a hundred bytes each.
    rows = [exchange(4, 9_000), exchange(3, 30), exchange(2, 20), exchange(1, 10)]
    assert tell(own_office, *rows) == Expected(20, ANSWER_BYTES + 2_000)


def test_a_first_copy_and_what_is_older_than_two_weeks_do_not_count(own_office: PracticeOffice) -> None:
    rows = [exchange(40, 15_000), exchange(16, 500), exchange(10, 800), exchange(5, 0), exchange(2, 0)]
    assert tell(own_office, *rows) == Expected(0, ANSWER_BYTES)


def test_what_a_cut_exchange_brought_counts_and_its_end_does_not(own_office: PracticeOffice) -> None:
    rows = [exchange(3, 0), exchange(2, 10), exchange(1, 30, outcome="unreachable")]
    # 40 changes while one day lies between the whole ones; two days have passed since the last of them.
    assert tell(own_office, *rows) == Expected(80, ANSWER_BYTES + 8_000)
