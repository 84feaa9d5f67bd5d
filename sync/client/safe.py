"""What need not be kept any more: the centre has decided it, and a verified archive holds that (sync.md 3.4).

Of a decided operation only its record stays, to offer it again to a centre that was put back; once it is safe the whole
of it goes. Two kinds of decided operations stay for people: what was rejected, and what waits in the tray. The last
operation of each lane stays too: it is how the next number is known.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, update

from sync.client.cursors import SAFE
from sync.client.outbox import State
from sync.protocol.messages import Safe
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.rows import set_meta


def hear(database: Database, tables: OfficeTables, news: Safe) -> None:
    """Keep up to where the centre is archived; it only moves forward."""
    t = tables.cursor
    with database.write() as connection:
        for scope, seq in news.scopes:
            connection.execute(update(t).where(t.c.scope == scope, t.c.safe < seq).values(safe=seq))
        set_meta(connection, tables.meta, SAFE, str(news.number))


def put_away(database: Database, tables: OfficeTables, *, read_to_the_end: bool) -> None:
    """Let go of what an answer made needless, once all of it was absorbed.

    `read_to_the_end`: nothing was left for another request, so all that the centre had numbered when it answered has
    been read. Predictions served for the pages of that answer: the next one tells changes whole.
    """
    t = tables.outbox
    decided = t.c.state == State.DECIDED.value
    with database.write() as connection:
        connection.execute(update(t).where(decided, t.c.effects != b"").values(effects=b""))
        if read_to_the_end:
            _note_numbers(connection, tables)
        newest = t.alias()
        last = select(func.max(newest.c.n)).where(newest.c.device == t.c.device, newest.c.lane == t.c.lane)
        for_people = or_(t.c.verdict == "rejected", and_(t.c.verdict == "irregular", t.c.set_aside.is_(False)))
        # What waits on the same dossier may be run again on what this one wrote.
        waited_for = t.c.dossier.in_(select(tables.tracked.c.dossier))
        needless = (decided, ~for_people, ~waited_for, t.c.n < last.scalar_subquery(), _is_safe(tables))
        connection.execute(delete(t).where(*needless))


def _note_numbers(connection: Connection, tables: OfficeTables) -> None:
    """What changed nothing has no number of its own: it is archived with the first change that came after it."""
    t, c = tables.outbox, tables.cursor
    traceless = (t.c.state == State.DECIDED.value, t.c.seq == 0, t.c.until.is_(None), t.c.verdict != "rejected")
    read = select(c.c.seq).where(c.c.scope == t.c.scope).scalar_subquery()
    connection.execute(update(t).where(*traceless).values(until=read))


def _is_safe(tables: OfficeTables) -> ColumnElement[bool]:
    t, c = tables.outbox, tables.cursor
    numbered = and_(t.c.seq > 0, t.c.seq <= c.c.safe, t.c.seq <= c.c.seq)
    traceless = and_(t.c.seq == 0, t.c.until < c.c.safe)
    return select(c.c.scope).where(c.c.scope == t.c.scope, c.c.complete, or_(numbered, traceless)).exists()
