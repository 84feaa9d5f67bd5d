"""Why many people left a province: given once by whoever answers for it, told to offices before they read of it.

A reason covers what has left until it is given; without one an office that would lose one row in twenty stops and says
so (sync.md 1). It is kept with the number up to which it holds, one for each scope: the last one covers those before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection

from sync.protocol.messages import Reason, ScopeMark
from sync.protocol.removal import signed
from sync.server.accounts import Accounts
from sync.server.audit import Deed, Line, content_hash, note
from sync.server.keys import CentreKeys
from sync.server.roles import day_of
from sync.server.sequence import heads
from sync.server.transfer import scopes_of
from sync.storage.ledger import CentreTables
from sync.storage.rows import get_metas, set_meta


def explain(connection: Connection, tables: CentreTables, place: int, said: tuple[str, int], now_ms: int) -> None:
    """Give a reason, and the account that answers for it, for all that has left a province until now."""
    text, author = said
    epoch = Accounts(connection, tables).epoch()
    known = heads(connection, tables, tuple(scopes_of(place)))
    for scope, seq in known.items():
        reason = Reason(scope, epoch, seq, text, day_of(now_ms), author)
        set_meta(connection, tables.meta, _name(scope), msgspec.json.encode(reason).decode())
    lines = [Line(scope, now_ms, author, Deed.EXPLAINED, digest=content_hash(text.encode())) for scope in known]
    note(connection, tables, lines)


def told(
    connection: Connection, tables: CentreTables, marks: Iterable[ScopeMark], keys: CentreKeys | None
) -> Iterator[Reason]:
    """The signed reasons that somebody who has read so far has not passed yet."""
    if keys is None:
        return
    by_name = {_name(mark.scope): mark for mark in marks if mark.complete}
    for name, kept in sorted(get_metas(connection, tables.meta, by_name).items()):
        reason, mark = msgspec.json.decode(kept, type=Reason), by_name[name]
        if reason.upto > mark.seq and reason.epoch == mark.epoch:
            yield signed(reason, keys.seed)


def _name(scope: int) -> str:
    return f"removal.{scope}"
