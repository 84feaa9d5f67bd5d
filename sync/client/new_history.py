"""The centre was restored to an earlier state: it says so, or its chains do.

The office sets its file aside, goes back to the last number that both know, and offers again everything that was
decided after it. Nothing is wiped, and nothing that was saved is lost (sync.md 3.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select, update

from sync.client import attachments, partings
from sync.client.cursors import SAFE
from sync.client.durable_file import translated
from sync.client.identity import Identity
from sync.client.mirror import Key
from sync.client.outbox import Entry, State
from sync.client.work import Work
from sync.domain import canonical, catalog
from sync.domain.operation import Move, changed
from sync.domain.record import Row
from sync.protocol.messages import Chains, NewHistory
from sync.storage import chain
from sync.storage import rows as stored
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.rows import set_meta


class Rewinding(Work):
    """A transaction that goes back to where two histories part, in the scopes that are read here: a file may answer
    what was asked before the right to one of them ended."""

    def follows(self, scope: int, epoch: int) -> bool:
        """Whether a scope is read here, and of an older history than this one."""
        return scope in self.scopes.all and self.cursor(scope).epoch < epoch

    def go_back(self, epoch: int, shared: Sequence[tuple[int, int]]) -> tuple[Identity, frozenset[int]]:
        """Go back to the last shared number of each scope, and offer again what was decided after it."""
        touched: set[int] = set()
        again: list[Entry] = []
        set_meta(self._connection, self._tables.meta, SAFE, "0")  # its reports are counted anew
        # Of a compartment that was let go of nothing is compared: what is not safe of it is offered again whole.
        again += self._outside()
        for scope, upto in shared:
            again += [e for e in self.outbox.decided_after(scope, upto) if e.device == self._identity.device]
            touched |= self.rewind(scope, epoch, upto)
        self.flush()
        offered = Work(self._connection, self._tables, self._identity)
        for entry in again:
            offered.outbox.set(
                entry.position, state=State.SEALED.value, verdict=None, seq=None, until=None, problems="[]"
            )
            offered.track(entry.operation)
            touched.update(entry.operation.dossiers)
        offered.rebase(touched)
        offered.flush()
        attachments.doubt(self._connection, self._tables)
        moved = msgspec.structs.replace(self._identity, epoch=epoch)
        moved.save(self._connection, self._tables.meta)
        return moved, frozenset(touched)

    def _outside(self) -> list[Entry]:
        """What was decided in a scope that is not read here any more, but for what was rejected."""
        t = self._tables.outbox
        outside = t.c.scope.not_in(self.scopes.all), t.c.device == self._identity.device
        return self.outbox.entries(t.c.state == State.DECIDED.value, t.c.verdict != "rejected", *outside)

    def rewind(self, scope: int, epoch: int, shared: int) -> set[int]:
        """Go back to the last number of a scope that the restored centre shares; gives the dossiers that changed.

        The changes after it are undone from the last to the first. Where they are not all here (the first copy was
        taken later), the scope is copied again over what is here: nothing is wiped.
        """
        mark = self.cursor(scope)
        t = self._tables.change
        upto = min(mark.seq, shared)
        kept = self.chains(scope, [upto]).get(upto)
        after = (t.c.scope == scope, t.c.seq > shared)
        query = select(t).where(*after).order_by(t.c.seq.desc())
        lost = self._connection.execute(query).mappings().all()
        whole = mark.complete and len(lost) == max(mark.seq - shared, 0)
        mirror = self._mirror.rows([change["dossier"] for change in lost])
        for change in lost:
            if change["kind"] in catalog.BY_NUMBER:  # the others stay, until the sums tell that they are not right
                self._undo(dict(change), mirror)
        self._mirror.write(mirror.values())
        self._connection.execute(delete(t).where(*after))
        self._move_cursor(
            scope,
            epoch=epoch,
            shared=shared if epoch > mark.epoch else min(shared, self.shared(scope)),
            seq=upto if whole else 0,
            chain=kept if whole else chain.START,
            complete=whole,
            copied_kind=0,
            copied_row=0,
            safe=min(self.safe(scope), upto),
        )
        return {change["dossier"] for change in lost}

    def know(self, scope: int, seq: int, kept: bytes) -> None:
        """The chain where a scope has been read to; the first one known is where histories can part later."""
        self._move_cursor(scope, chain=kept)
        t = self._tables.cursor
        first = update(t).where(t.c.scope == scope, t.c.start_chain.is_(None))
        self._connection.execute(first.values(start=seq, start_chain=kept))

    def _undo(self, change: dict[str, Any], mirror: dict[Key, Row]) -> None:
        """Take one change back: the values before it; a row that it created is gone."""
        effect = stored.effect_of(change)
        if effect.move is Move.GONE or not effect.fields:
            return  # its rows are not here any more: the sums will tell that they are missing
        kind = catalog.BY_NUMBER[change["kind"]]
        before, _ = canonical.decode_fields(bytes(change["before"]), kind.by_number)
        fields = {name: before.get(name) for name in effect.fields}
        earlier = replace(effect, fields=fields, extra=b"", move=Move.NONE)
        key = (effect.kind, effect.row)
        if effect.dossier in self._tracked:
            row = changed(mirror.get(key), earlier)
            mirror[key] = row
            if not row.values:
                del mirror[key]
                self._mirror.remove([key])
            return
        _, row = self.overlay.put(earlier)
        if not row.values:
            self.overlay.dirty.pop(key)
            self._gone.add(key)


def set_aside(database: Database, history: str) -> None:
    """Keep a copy of the file as it was in a history, once. Raises StorageError."""
    path = database.path
    if path is None:
        return
    copy = path.with_name(f"{path.stem}.{history}{path.suffix}")
    if not copy.exists():
        database.copy_to(copy)


def remove_set_aside(database: Database) -> None:
    """Remove the copies that were set aside: of a compartment that is let go of they hold what the file will not.

    What they hold of this office's was offered again when it went back. Raises DiskFull, ReadOnly, OSError.
    """
    path = database.path
    if path is None:
        return
    with translated():
        for copy in sorted(path.parent.glob(f"{path.stem}.epoch*{path.suffix}*")):
            copy.unlink()


def follow(
    connection: Connection, tables: OfficeTables, identity: Identity, news: NewHistory
) -> tuple[Identity, frozenset[int]]:
    """Take the new epoch, in the caller's transaction; gives the new identity and the dossiers that changed."""
    work = Rewinding(connection, tables, identity)
    shared = [(scope, upto) for scope, upto in news.shared if work.follows(scope, news.epoch)]
    partings.tell_again(connection, tables)  # the centre may have lost them
    partings.keep(connection, tables, shared, told=True)
    return work.go_back(news.epoch, shared)


def go_back(
    connection: Connection, tables: OfficeTables, identity: Identity, news: Chains
) -> tuple[Identity, frozenset[int]]:
    """Go back to the last numbers at which the centre's chains are ours, in the caller's transaction.

    Gives what `follow` gives. The answer once more finds nothing to do.
    """
    work = Rewinding(connection, tables, identity)
    shared: list[tuple[int, int]] = []
    parted: list[tuple[int, int]] = []
    for scope in sorted({point.scope for point in news.points if point.scope in work.scopes.all}):
        mark = work.cursor(scope)
        theirs = {p.seq: p.chain for p in news.points if p.scope == scope and p.seq <= mark.seq}
        ours = work.chains(scope, theirs.keys())
        upto = max((seq for seq, kept in ours.items() if theirs[seq] == kept), default=0)
        if upto < mark.seq:
            parted.append((scope, upto))
        if upto < mark.seq or mark.epoch != news.epoch:
            shared.append((scope, upto))
        else:
            work.know(scope, upto, theirs.get(upto, chain.START))
    partings.keep(connection, tables, parted)
    return work.go_back(news.epoch, shared)


def know(
    connection: Connection, tables: OfficeTables, identity: Identity, news: Chains
) -> tuple[Identity, frozenset[int]]:
    """Take the centre's chains where none are known here, in the caller's transaction; gives what `follow` gives."""
    work = Rewinding(connection, tables, identity)
    for point in news.points:
        if point.scope in work.scopes.all and point.seq == work.cursor(point.scope).seq:
            work.know(point.scope, point.seq, point.chain)
    return identity, frozenset()
