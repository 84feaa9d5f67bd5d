"""The search of the people list: everybody who matches, in order of name, fast enough for each key.

All matches come as one text of numbers: fetching 240,000 rows one by one cost 90 ms.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from time import perf_counter

import msgspec
from sqlalchemy import Connection

from massar_desktop.queries.hits import Wanted, spellings
from massar_desktop.queries.matches import Matches
from massar_desktop.queries.people import PeopleOrder, PersonLine, page
from sync.domain.name_keys import is_arabic
from sync.storage.search_index import head_expressions, match_expression

FIRST_LINES = 60
"""Lines that come with the answer, so that the list is painted without a second query."""
SPELLED_FROM = 3
"""Letters typed before other spellings are worth a word."""
_FEW = 2_000
"""So many are sought once in the whole order, and then listed by how well they match."""
_MATCHES = "SELECT json_group_array(rowid) FROM person_search WHERE person_search MATCH ?"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Who was found, in order of name, with the first lines. `took_ms` is the time of all of it."""

    query: str = ""
    ids: Matches = field(default_factory=Matches)
    everybody: int = 0
    took_ms: float = 0.0
    lines: tuple[PersonLine, ...] = ()
    spellings: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many were found."""
        return len(self.ids)


def search(connection: Connection, query: str, order: PeopleOrder, day: str, *, retires: bool = False) -> SearchResult:
    """Find people by name in either script, PPR, CIN or school, without a mode; all of them for an empty query.

    In order of name those come first whose family name begins as typed, then those whose first name does: a school's
    name or another spelling is found after them. Those who were transferred come last, and only when something is asked
    and nothing narrows it.
    """
    started = perf_counter()
    expression = match_expression(query)
    ids = _matching(connection, query, order) if expression else Matches.of(_unsought(query, order))
    lines = page(connection, ids[:FIRST_LINES], day, query, retires=retires)
    others = _other_spellings(query, lines)
    return SearchResult(query, ids, len(order.ids), (perf_counter() - started) * 1000, tuple(lines), others)


def _unsought(query: str, order: PeopleOrder) -> array[int]:
    """Everybody for an empty query, nobody for signs alone."""
    return array("q") if query.strip() else order.shown


def _matching(connection: Connection, query: str, order: PeopleOrder) -> Matches:
    matching = _found(connection, match_expression(query))
    found, elsewhere = order.listed.intersection(matching), order.elsewhere.intersection(matching)
    classes = list(_by_beginning(connection, query, found)) if order.by_name else [found]
    here = array("q", filter(found.__contains__, order.ids)) if len(found) <= _FEW else order.ids
    listed = (filter(some.__contains__, here) for some in classes if some)
    besides = filter(elsewhere.__contains__, order.left if elsewhere else ())
    return Matches(chain(chain.from_iterable(listed), besides), len(found) + len(elsewhere))


def _by_beginning(connection: Connection, query: str, found: frozenset[int]) -> Iterator[frozenset[int]]:
    """Those found whose family name begins as typed, those whose first name does, and the others."""
    for expression in head_expressions(query):
        heads = found.intersection(_found(connection, expression))
        yield heads
        found -= heads
    yield found


def _found(connection: Connection, expression: str) -> list[int]:
    return msgspec.json.decode(connection.exec_driver_sql(_MATCHES, (expression,)).scalar_one(), type=list[int])


def _other_spellings(query: str, lines: list[PersonLine]) -> tuple[str, ...]:
    wanted = Wanted.of(query)
    if max(map(len, wanted.words), default=0) < SPELLED_FROM or wanted.words[0][0].isdigit():
        return ()
    arabic = is_arabic(wanted.words[0])
    return spellings(wanted, (line.arabic if arabic else line.latin for line in lines))
