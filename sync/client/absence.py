"""A laptop that has not been seen by the centre for 45 days opens only with a code read over the telephone.

A stolen laptop whose password is known stays away from every line, so that it is never told to erase itself. It is a
rule that this program keeps, after the password has opened the file; it does not stand in for the password.
"""

from __future__ import annotations

import secrets

import msgspec

from sync.client import bundle_keys
from sync.client.clock import Clock
from sync.client.replica import Replica
from sync.domain.ids import Compartment, scope_id
from sync.protocol import away
from sync.protocol.ticket import LETTERS
from sync.storage.rows import get_meta, set_meta

AWAY_DAYS, OPEN_DAYS, TRIES = 45, 7, 5
_DAY_MS = 86_400_000
_NAME = "absence"


class _Kept(msgspec.Struct, frozen=True):
    """The question that is asked, the wrong answers to it, and until when an answered one keeps the office open."""

    question: str = ""
    wrong: int = 0
    open_until_ms: int = 0


def is_away(replica: Replica, clock: Clock) -> bool:
    """Whether this laptop was last seen more than 45 days ago, and no code has opened it since."""
    identity = replica.identity
    if identity.unenrolled or not identity.server_ms or _seed(replica) is None:
        return False
    now_ms = max(clock.now_ms(), identity.server_ms)
    return now_ms - identity.server_ms > AWAY_DAYS * _DAY_MS and now_ms > _load(replica).open_until_ms


def question(replica: Replica) -> str:
    """The ten letters to read to the administrator: the same until answered, or wrongly answered five times."""
    kept = _load(replica)
    if kept.question:
        return kept.question
    found = _seed(replica)
    if found is None:
        raise ValueError("an office that has no key of its scope asks nothing")
    drawn = "".join(secrets.choice(LETTERS) for _ in range(away.LETTERS_OF_EACH))
    asked = away.question(found[0], drawn)
    _save(replica, _Kept(asked))
    return asked


def opens(replica: Replica, clock: Clock, typed: str) -> bool:
    """Whether this is the answer: then the office opens for a week without the centre."""
    asked, found, kept = question(replica), _seed(replica), _load(replica)
    if found is not None and secrets.compare_digest(
        away.heard(typed) or "", away.answer(found[1], replica.identity.device, asked)
    ):
        now_ms = max(clock.now_ms(), replica.identity.server_ms)
        _save(replica, _Kept(open_until_ms=now_ms + OPEN_DAYS * _DAY_MS))
        return True
    wrong = kept.wrong + 1
    _save(replica, _Kept() if wrong >= TRIES else _Kept(asked, wrong))
    return False


def _seed(replica: Replica) -> tuple[int, bytes] | None:
    """Generation and secret bytes of the newest key of the general scope; None before the first exchange."""
    scope = scope_id(replica.identity.place, Compartment.GENERAL)
    keys = [key for key in bundle_keys.load(replica).scopes if key.scope == scope]
    newest = max(keys, key=lambda key: key.generation, default=None)
    return (newest.generation, newest.seed) if newest is not None else None


def _load(replica: Replica) -> _Kept:
    with replica.database.read() as connection:
        kept = get_meta(connection, replica.tables.meta, _NAME)
    return msgspec.json.decode(kept, type=_Kept) if kept else _Kept()


def _save(replica: Replica, kept: _Kept) -> None:
    with replica.database.write() as connection:
        set_meta(connection, replica.tables.meta, _NAME, msgspec.json.encode(kept).decode())
