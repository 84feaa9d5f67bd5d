"""Whether the audit is whole: every line, every daily anchor, and what its decisions say against what is stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from sync.domain.ids import Lane, place_of
from sync.server import audit
from sync.server.audit import NATIONAL, Deed, anchored_hash, decided_hash, numbers_in
from sync.storage.ledger import CentreTables

_MANY = 2000
_IN = 400
_COLUMNS = ("scope", "n", "at_ms", "actor", "device", "deed", "about", "digest", "chain")


_OF_OPERATIONS = {
    **dict.fromkeys((Deed.DECIDED, Deed.DECIDED_FROM), "decision_altered"),
    **dict.fromkeys((Deed.OPENED, Deed.PRINTED, Deed.EXPORTED), "reading_altered"),
}
"""The deeds whose lines speak of stored operations, and what is wrong where these are not what they were."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the audit is not what it was: scope and number of the line, and what is wrong with it."""

    scope: int
    n: int
    code: str


def lines(connection: Connection, tables: CentreTables, scope: int, after: int = 0) -> Iterator[Mapping[str, Any]]:
    """The lines of a scope after a number, in order."""
    t = tables.audit.line
    while True:
        query = select(t).where(t.c.scope == scope, t.c.n > after).order_by(t.c.n).limit(_MANY)
        found = connection.execute(query).mappings().all()
        yield from map(dict, found)
        if len(found) < _MANY:
            return
        after = found[-1]["n"]


def scopes_of(connection: Connection, tables: CentreTables) -> list[int]:
    """The scopes that have lines or a head."""
    line, head = tables.audit.line, tables.audit.head
    found = set(connection.execute(select(line.c.scope).distinct()).scalars())
    return sorted(found | set(connection.execute(select(head.c.scope)).scalars()))


def export(connection: Connection, tables: CentreTables) -> Iterator[str]:
    """All lines as JSON, one a line, each scope in order: what `verify_export` reads without the database."""
    for scope in scopes_of(connection, tables):
        for line in lines(connection, tables, scope):
            told = {**line, "digest": bytes(line["digest"]).hex(), "chain": bytes(line["chain"]).hex()}
            yield json.dumps({name: told[name] for name in _COLUMNS}, sort_keys=True)


def verify_export(exported: Iterable[str]) -> list[Finding]:
    """What is wrong with exported lines, by themselves."""
    found: list[Finding] = []
    chains: dict[int, tuple[int, bytes]] = {}
    for text in exported:
        line = json.loads(text)
        line |= {"digest": bytes.fromhex(line["digest"]), "chain": bytes.fromhex(line["chain"])}
        scope = line["scope"]
        chains[scope] = _follow(line, chains.get(scope, (0, audit.START)), found)
    return found


def verify(connection: Connection, tables: CentreTables, kept: Mapping[str, str] | None = None) -> list[Finding]:
    """All that is wrong; nothing when the audit is whole. `kept` are the anchors kept outside (`read_kept`)."""
    found: list[Finding] = []
    points: dict[tuple[int, int], bytes] = {}
    wanted = _anchored(connection, tables)
    anchors: dict[str, Mapping[str, Any]] = {}
    for scope in scopes_of(connection, tables):
        at = (0, audit.START)
        for line in lines(connection, tables, scope):
            at = _follow(line, at, found)
            if (scope, at[0]) in wanted:
                points[(scope, at[0])] = at[1]
            if line["deed"] in _OF_OPERATIONS and not _stands(connection, tables, line):
                found.append(Finding(scope, line["n"], _OF_OPERATIONS[line["deed"]]))
            if line["deed"] == Deed.ANCHOR and scope == NATIONAL:
                anchors[line["about"]] = line
        found += _head_findings(connection, tables, scope, at)
    found += _anchor_findings(connection, tables, anchors, points)
    for day, told in (kept or {}).items():
        if day not in anchors or bytes(anchors[day]["chain"]).hex() != told:
            found.append(Finding(NATIONAL, anchors[day]["n"] if day in anchors else 0, "anchor_outside_differs"))
    return found


def _follow(line: Mapping[str, Any], at: tuple[int, bytes], found: list[Finding]) -> tuple[int, bytes]:
    """The number and the chain after a line; what does not follow is noted, and the line taken as it says."""
    n, chain = at
    if line["n"] != n + 1:
        found.append(Finding(line["scope"], n + 1, "line_missing"))
    elif audit.extend(chain, line) != bytes(line["chain"]):
        found.append(Finding(line["scope"], line["n"], "line_altered"))
    return line["n"], bytes(line["chain"])


def _head_findings(
    connection: Connection, tables: CentreTables, scope: int, at: tuple[int, bytes]
) -> Iterator[Finding]:
    t = tables.audit.head
    head = connection.execute(select(t).where(t.c.scope == scope)).first()
    if head is None or (head.n, bytes(head.chain)) != at:
        yield Finding(scope, at[0], "last_line_differs")


def _anchored(connection: Connection, tables: CentreTables) -> set[tuple[int, int]]:
    t = tables.audit.anchor
    return {(row.scope, row.n) for row in connection.execute(select(t.c.scope, t.c.n))}


def _anchor_findings(
    connection: Connection,
    tables: CentreTables,
    anchors: Mapping[str, Mapping[str, Any]],
    points: Mapping[tuple[int, int], bytes],
) -> Iterator[Finding]:
    t = tables.audit.anchor
    by_day: dict[str, list[Mapping[str, Any]]] = {}
    for found in connection.execute(select(t).order_by(t.c.day, t.c.scope)).mappings():
        by_day.setdefault(found["day"], []).append(dict(found))
    for day in sorted(by_day.keys() | anchors.keys()):
        stood, line = by_day.get(day, []), anchors.get(day)
        if line is None or anchored_hash(stood) != bytes(line["digest"]):
            yield Finding(NATIONAL, line["n"] if line else 0, "anchor_altered")
            continue
        for one in stood:
            if one["n"] and points.get((one["scope"], one["n"])) != bytes(one["chain"]):
                yield Finding(one["scope"], one["n"], "anchor_differs")


def _stands(connection: Connection, tables: CentreTables, line: Mapping[str, Any]) -> bool:
    """Whether the operations of a line are stored as they were decided; their content may have been purged."""
    t, words = tables.operation, line["about"].split()
    told: list[tuple[int, int, bytes, str]] = []
    about = dict(zip(words[::2], words[1::2], strict=True))
    place = int(about.pop(audit.FROM, place_of(line["scope"])))
    for lane in (one for one in Lane if one.name.lower() in about):
        numbers = list(numbers_in(about[lane.name.lower()]))
        for start in range(0, len(numbers), _IN):
            mine = t.c.place == place, t.c.device == line["device"], t.c.lane == int(lane)
            query = select(t.c.n, t.c.hash, t.c.verdict).where(*mine, t.c.n.in_(numbers[start : start + _IN]))
            told += [(int(lane), row.n, bytes(row.hash), row.verdict or "") for row in connection.execute(query)]
    return decided_hash(told) == bytes(line["digest"])


def keep_outside(path: Path, day: str, chain: bytes) -> None:
    """Add an anchor to the file outside the database."""
    with path.open("a", encoding="ascii") as file:
        file.write(f"{day} {chain.hex()}\n")


def read_kept(path: Path) -> dict[str, str]:
    """The anchors of that file, by day; nothing without a file."""
    if not path.exists():
        return {}
    return dict(line.split() for line in path.read_text("ascii").splitlines() if line)
