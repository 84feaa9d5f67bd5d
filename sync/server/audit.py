"""The audit: who did, was sent (of what is confidential) or decided what, one chain of lines a scope (ADR 28).

A line holds numbers and hashes, never a value: what is lawfully purged later leaves it as it is and verifiable. Lines
are only added. Each holds the keyed hash of itself and of the chain before it, and once a day the nation's chain takes
in where all the others stand; what it said then is also kept outside the database (audit_check.py compares).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, select

from sync.domain.ids import NATION, Compartment, Lane, scope_id
from sync.server.roles import day_of
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared
from sync.storage.rows import insert_all, insert_missing, upsert

HASH_BYTES = 16
START = bytes(HASH_BYTES)
"""The chain before the first line of a scope."""
_KEY = b"massar audit 1"
_NUMBERS = struct.Struct(">qqqqqHHH").pack
NATIONAL = scope_id(NATION, Compartment.GENERAL)


class Deed(StrEnum):
    """What a line says was done. The words never change: old lines are read by them."""

    DECIDED = "decided"  # operations of a laptop, by their author
    DECIDED_FROM = "decided_from"  # the same of another place's laptop, on dossiers of this one
    SENT = "sent"  # confidential rows or papers went to a laptop
    ACCOUNT = "account"  # a person was entered
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
    PASSWORD = "password"  # the name of a deed
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    CODE = "code"  # a one-time code for a laptop was given out
    ENROLLED = "enrolled"
    ENTRUSTED = "entrusted"  # a laptop is one more person's
    TAKEN = "taken"  # it is hers no more
    REVOKED = "revoked"
    RELEASED = "released"  # what a revoked laptop sent is decided
    ERASE = "erase"  # a laptop is to be erased
    ERASE_TOLD = "erase_told"
    UNLOCKED = "unlocked"  # a code for a laptop that had not been seen for long
    PROVINCE = "province"
    TRANSFER = "transfer"
    EXPLAINED = "explained"  # why many people left a province
    PUBLISHED = "published"
    READ = "read"  # somebody looked at it in the console
    OPENED = "opened"  # confidential files on a laptop
    PRINTED = "printed"
    EXPORTED = "exported"
    PURGED = "purged"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be noted: `actor` is an account (0: who runs the centre), `device` a laptop (0: none)."""

    scope: int
    at_ms: int
    actor: int
    deed: Deed
    about: str = ""
    digest: bytes = b""
    device: int = 0


def content_hash(*parts: bytes) -> bytes:
    """The hash of what a line is about; the length of each part is hashed with it."""
    hashed = blake2b(key=_KEY, digest_size=HASH_BYTES)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.digest()


def extend(chain: bytes, line: Mapping[str, Any]) -> bytes:
    """The chain after one more line, given as its columns."""
    deed, about, digest = line["deed"].encode(), line["about"].encode(), bytes(line["digest"])
    numbers = _NUMBERS(
        *(line[name] for name in ("scope", "n", "at_ms", "actor", "device")), len(deed), len(about), len(digest)
    )
    return blake2b(chain + numbers + deed + about + digest, key=_KEY, digest_size=HASH_BYTES).digest()


def note(connection: Connection, tables: CentreTables, lines: Iterable[Line]) -> None:
    """Add lines in the caller's transaction; heads are locked in ascending order of scope."""
    by_scope: dict[int, list[Line]] = {}
    for line in lines:
        by_scope.setdefault(line.scope, []).append(line)
    if not by_scope:
        return
    heads = _locked(connection, tables, sorted(by_scope))
    rows: list[dict[str, Any]] = []
    for scope, some in sorted(by_scope.items()):
        n, chain = heads[scope]
        for line in some:
            n += 1
            row = {
                "scope": scope,
                "n": n,
                "at_ms": line.at_ms,
                "actor": line.actor,
                "device": line.device,
                "deed": line.deed.value,
                "about": line.about,
                "digest": line.digest,
            }
            row["chain"] = chain = extend(chain, row)
            rows.append(row)
        heads[scope] = n, chain
    insert_all(connection, tables.audit.line, rows)
    moved = [{"scope": scope, "n": n, "chain": chain} for scope, (n, chain) in sorted(heads.items())]
    upsert(connection, tables.audit.head, moved)


def _locked(connection: Connection, tables: CentreTables, scopes: Sequence[int]) -> dict[int, tuple[int, bytes]]:
    t = tables.audit.head
    heads, about = _heads(t), {"scopes": list(scopes)}
    found = {scope: (n, bytes(chain)) for scope, n, chain in heads.all(connection, **about)}
    missing = [scope for scope in scopes if scope not in found]
    if missing:  # the first line of a scope: whoever comes second waits for the first one's row
        insert_missing(connection, t, [{"scope": scope, "n": 0, "chain": START} for scope in missing])
        found |= {scope: (n, bytes(chain)) for scope, n, chain in heads.all(connection, **about)}
    return found


@cache
def _heads(t: Table) -> Prepared:
    return Prepared(
        lambda among: (
            select(t.c.scope, t.c.n, t.c.chain).where(among(t.c.scope, "scopes")).order_by(t.c.scope).with_for_update()
        )
    )


def anchor(connection: Connection, tables: CentreTables, now_ms: int) -> Line | None:
    """Take into the nation's chain where all chains stand; once a day (UTC), gives None when that was done before."""
    day, t = day_of(now_ms), tables.audit.anchor
    _locked(connection, tables, [NATIONAL])
    if connection.execute(select(t.c.day).where(t.c.day == day).limit(1)).first() is not None:
        return None
    h = tables.audit.head
    heads = connection.execute(select(h).where(h.c.scope != NATIONAL).order_by(h.c.scope)).all()
    national = connection.execute(select(h).where(h.c.scope == NATIONAL)).one()
    rows = [{"day": day, "scope": row.scope, "n": row.n, "chain": bytes(row.chain)} for row in (national, *heads)]
    insert_all(connection, t, rows)
    line = Line(NATIONAL, now_ms, 0, Deed.ANCHOR, day, anchored_hash(rows))
    note(connection, tables, [line])
    return line


def national_chain(connection: Connection, tables: CentreTables) -> bytes:
    """The last link of the nation's chain."""
    t = tables.audit.head
    found = connection.execute(select(t.c.chain).where(t.c.scope == NATIONAL)).scalar_one_or_none()
    return START if found is None else bytes(found)


def anchored_hash(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The hash of where all scopes stood, in order of scope."""
    ordered = sorted((row["scope"], row["n"], bytes(row["chain"])) for row in rows)
    return content_hash(*(b"%d %d " % (scope, n) + chain for scope, n, chain in ordered))


def decided_hash(operations: Iterable[tuple[int, int, bytes, str]]) -> bytes:
    """The hash of what was decided: of each operation its lane, number, the hash of its record, and the verdict."""
    return content_hash(*(b"%d %d " % (lane, n) + h + verdict.encode() for lane, n, h, verdict in sorted(operations)))


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as a short text, "1-5,8"."""
    made: list[list[int]] = []
    for n in sorted(numbers):
        if made and n == made[-1][1] + 1:
            made[-1][1] = n
        else:
            made.append([n, n])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in made)


def numbers_in(text: str) -> Iterator[int]:
    """The numbers of such a text."""
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


FROM = "from"
"""Before the place whose laptop wrote what a line is about."""


def decided_about(numbers: Iterable[tuple[int, int]], place: int = 0) -> str:
    """The operations of a line by lane and number, "desk 1-5 bulk 8"; of `place`'s laptop "from 5500 desk 1-5"."""
    by_lane: dict[int, list[int]] = {}
    for lane, n in numbers:
        by_lane.setdefault(lane, []).append(n)
    of_lanes = [f"{Lane(lane).name.lower()} {ranges(some)}" for lane, some in sorted(by_lane.items())]
    return " ".join([f"{FROM} {place}", *of_lanes] if place else of_lanes)
