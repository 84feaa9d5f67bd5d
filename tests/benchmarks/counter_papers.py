"""What lies on the counter of the tasks, as the people of an office give it."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from sync.domain.names import fold
from tests.benchmarks.counter_tasks import LEAVES, Papers

_NAME_LETTERS, _HOMONYMS = 6, 2
RETURNED = 2
"""Of the acts that wait, those that go back."""


def papers_of(connection: Connection) -> Papers:
    """What lies on the counter, as the office's people give it."""
    query = "SELECT ppr, surname_la, id FROM employee WHERE length(ppr) = 7 AND phone IS NOT NULL ORDER BY id"
    people = connection.exec_driver_sql(query).all()
    counted = Counter(fold(row.surname_la)[:_NAME_LETTERS] for row in people)
    whole = [name for name, count in sorted(counted.items()) if count > _HOMONYMS and len(name) == _NAME_LETTERS]
    letters = next(name for name in whole if name.isalpha())
    waiting = [
        row
        for table in ("annual_leave", "resignation")
        for row in connection.exec_driver_sql(f"SELECT id, from_on FROM {table} WHERE state = 'registered'")  # noqa: S608
    ]
    waiting.sort(key=lambda row: (row.from_on, row.id))
    step = max(1, len(people) // (2 * (3 + LEAVES)))
    return Papers(
        numbers=[row.ppr for row in people[::step]][: 3 + LEAVES],
        name=letters,
        homonyms=_HOMONYMS,
        to_return=frozenset(row.id for row in waiting[-RETURNED:]),
        school=_school(connection),
    )


def _school(connection: Connection) -> str:
    """A school of about forty."""
    query = (
        "SELECT school FROM situation WHERE school IS NOT NULL AND position = 'activity' "
        "GROUP BY school ORDER BY abs(count(*) - 40), school LIMIT 1"
    )
    return str(connection.exec_driver_sql(query).scalar_one())
