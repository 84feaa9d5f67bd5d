"""The search of the people list: everybody who matches, in order of name, fast enough for each key.

All matches come as one text of numbers: fetching 240,000 rows one by one cost 90 ms.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, filterfalse
from time import perf_counter

import msgspec
from sqlalchemy import Connection

from massar_desktop.queries.hits import Wanted, spellings
from massar_desktop.queries.matches import Matches
from massar_desktop.queries.people import PeopleOrder, PersonLine, page
from sync.domain.name_keys import is_arabic
from sync.storage.search_index import head_expressions, match_expression

_Member = Callable[[int], bool]
FIRST_LINES = 60
"""Lines that come with the answer, so that the list is painted without a second query."""
SPELLED_FROM = 3
"""Letters typed before other spellings are worth a word."""
_FEW = 2_000
"""So many are sought once in the whole order, and then listed by how well they match."""
_SET = 50_000
"""So many are worth a set."""
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
    if order.allowed is not None:
        matching = sorted(order.listed.intersection(matching))
    found = _membership(matching)
    here = array("q", filter(found, order.ids)) if len(matching) <= _FEW else order.ids
    heads = [_found(connection, one) for one in head_expressions(query)] if order.by_name else []
    listed = _by_beginning(here, found, [_membership(head) for head in heads if head])
    besides = filter(found, order.left if order.allowed is None else ())
    return Matches(chain(listed, besides, _new(matching, order)), len(matching))


def _by_beginning(here: Sequence[int], found: _Member, heads: Sequence[_Member]) -> Iterator[int]:
    """Those found whose family name begins as typed, those whose first name does, and the others."""
    for number, head in enumerate(heads):
        begin: Iterator[int] = filter(found, filter(head, here))
        for earlier in heads[:number]:
            begin = filterfalse(earlier, begin)
        yield from begin
    others: Iterator[int] = filter(found, here)
    for head in heads:
        others = filterfalse(head, others)
    yield from others


def _membership(ids: list[int]) -> _Member:
    """Whether somebody is among these, in ascending order. Some hundreds are asked for, of the first in a list: a set
    of 290,000 took longer to make than they were to find."""
    if len(ids) <= _SET:
        return frozenset(ids).__contains__
    last = len(ids) - 1

    def member(one: int) -> bool:
        at = bisect_left(ids, one)
        return at <= last and ids[at] == one

    return member


def _new(matching: Sequence[int], order: PeopleOrder) -> Iterator[int]:
    """Who came since the order was read: at the end, until it is read again."""
    for one in matching:
        if one not in order.listed and one not in order.elsewhere:
            yield one


def _found(connection: Connection, expression: str) -> list[int]:
    """Row ids in ascending order, which is that of the table."""
    return msgspec.json.decode(connection.exec_driver_sql(_MATCHES, (expression,)).scalar_one(), type=list[int])


def _other_spellings(query: str, lines: list[PersonLine]) -> tuple[str, ...]:
    wanted = Wanted.of(query)
    if max(map(len, wanted.words), default=0) < SPELLED_FROM or wanted.words[0][0].isdigit():
        return ()
    arabic = is_arabic(wanted.words[0])
    return spellings(wanted, (line.arabic if arabic else line.latin for line in lines))
