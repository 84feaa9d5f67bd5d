"""The centre was restored to an earlier state.

The office sets its file aside, goes back to the last number that both know, and offers again everything that was
decided after it. Nothing is wiped, and nothing that was saved is lost (sync.md 3.4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select

from sync.client.identity import Identity
from sync.client.outbox import Entry, State
from sync.client.work import Key, Work
from sync.domain import canonical, catalog
from sync.domain.operation import changed
from sync.domain.record import Row
from sync.protocol.messages import NewHistory
from sync.storage import rows as stored
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables


class Rewinding(Work):
    """A transaction that goes back to where two histories part."""

    def rewind(self, scope: int, epoch: int, shared: int) -> set[int]:
        """Go back to the last number of a scope that the restored centre shares; gives the dossiers that changed.

        The changes after it are undone from the last to the first. Where they are not all here (the first copy was
        taken later), the scope is copied again over what is here: nothing is wiped.
        """
        mark = self.cursor(scope)
        t = self._tables.change
        after = (t.c.scope == scope, t.c.seq > shared)
        query = select(t).where(*after).order_by(t.c.seq.desc())
        lost = self._connection.execute(query).mappings().all()
        whole = mark.complete and len(lost) == max(mark.seq - shared, 0)
        mirror = self._mirror_rows([change["dossier"] for change in lost])
        for change in lost:
            if change["kind"] in catalog.BY_NUMBER:  # the others stay, until the sums tell that they are not right
                self._undo(dict(change), mirror)
        self._write_mirror(mirror.values())
        self._connection.execute(delete(t).where(*after))
        self._move_cursor(
            scope,
            epoch=epoch,
            shared=shared,
            seq=min(mark.seq, shared) if whole else 0,
            complete=whole,
            copied_kind=0,
            copied_row=0,
        )
        return {change["dossier"] for change in lost}

    def _undo(self, change: dict[str, Any], mirror: dict[Key, Row]) -> None:
        """Take one change back: the values before it; a row that it created is gone."""
        effect = stored.effect_of(change)
        kind = catalog.BY_NUMBER[change["kind"]]
        before, _ = canonical.decode_fields(bytes(change["before"]), kind.by_number)
        earlier = replace(effect, fields={name: before.get(name) for name in effect.fields}, extra=b"")
        key = (effect.kind, effect.row)
        if self._is_tracked(effect.dossier):
            row = changed(mirror.get(key), earlier)
            mirror[key] = row
            if not row.values:
                del mirror[key]
                t = self._tables.mirror
                self._connection.execute(delete(t).where(t.c.kind == kind.number, t.c.id == effect.row))
            return
        _, row = self.overlay.put(earlier)
        if not row.values:
            self.overlay.dirty.pop(key)
            self._gone.add(key)


def set_aside(database: Database, epoch: int) -> None:
    """Keep a copy of the file as it was under an epoch, once. Raises StorageError."""
    path = database.path
    if path is None:
        return
    copy = path.with_name(f"{path.stem}.epoch{epoch}{path.suffix}")
    if not copy.exists():
        database.copy_to(copy)


def follow(
    connection: Connection, tables: OfficeTables, identity: Identity, news: NewHistory
) -> tuple[Identity, frozenset[int]]:
    """Take the new epoch, in the caller's transaction; gives the new identity and the dossiers that changed."""
    work = Rewinding(connection, tables, identity)
    touched: set[int] = set()
    again: list[Entry] = []
    for scope, shared in news.shared:
        if work.cursor(scope).epoch >= news.epoch:
            continue
        again += [e for e in work.outbox.decided_after(scope, shared) if e.device == identity.device]
        touched |= work.rewind(scope, news.epoch, shared)
    work.flush()
    offered = Work(connection, tables, identity)
    for entry in again:
        offered.outbox.set(entry.position, state=State.SEALED.value, verdict=None, seq=None, problems="[]")
        offered.track(entry.operation)
        touched.update(entry.operation.dossiers)
    offered.rebase(touched)
    offered.flush()
    moved = msgspec.structs.replace(identity, epoch=news.epoch)
    moved.save(connection, tables.meta)
    return moved, frozenset(touched)
