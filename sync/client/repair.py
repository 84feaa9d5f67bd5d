"""After an exchange an office holds what the centre holds; where it does not, the rows that differ are replaced.

The rows as they really stand are summed and compared with the centre's sums: scopes, kinds, buckets, then the rows of
bad buckets (sync.md 3.5). Only the centre's rows are replaced: pending operations run on them again, and the outbox is
never touched. What does not agree after two repairs is reported, and nothing is wiped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from sync.client.errors import VerificationFailed
from sync.client.measure import Beside, Measure
from sync.client.removal import FEW_ROWS, SHARE
from sync.client.replica import Changes, Replica
from sync.client.work import Moved, Work
from sync.domain import catalog
from sync.domain.canonical import NotCanonical
from sync.domain.ids import place_of
from sync.protocol.messages import Compare, End, Frame, Hashes, Mending, Page, ScopeMark, Sums
from sync.storage import digest
from sync.storage.digest import BUCKETS, ROW_BYTES, SUM_BYTES, Holdings, Place, row_hash, short
from sync.storage.ledger import OfficeTables
from sync.storage.rows import count, get_meta, set_meta
from sync.storage.tables import decode_row

REPAIRS = 2
"""After so many repairs that did not help, the difference is reported."""
_HASHES_A_REQUEST = 65_536
"""Bytes of row hashes sent in one request."""
_MOST_SHOWN = 500
"""Dossiers with pending operations that are worked out anew at the end of an exchange."""
_VERIFIED = "verified_ms"


def verified_ms(connection: Connection, tables: OfficeTables) -> int | None:
    """When this office last held exactly what the centre held, by the centre's clock; None when never."""
    kept = get_meta(connection, tables.meta, _VERIFIED)
    return int(kept) if kept else None


class Restoring(Work):
    """A transaction that puts the centre's rows in the place of the office's."""

    def restore(self, news: Mending, gone: Mapping[int, int]) -> set[int]:
        """Take the centre's rows, and leave out those that it has not (with their dossiers); gives the dossiers."""
        kind = catalog.BY_NUMBER.get(news.kind)
        if kind is None:
            self.unread.forget(news.kind, gone)
            self.unread.lay(news.scope, news.rows)
            return set()
        rows = [decode_row(kind.name, one.row, one.dossier, news.scope, one.fields) for one in news.rows]
        absent = {(kind.name, row): dossier for row, dossier in gone.items()}
        dossiers = {row.dossier for row in rows} | set(absent.values())
        for entry in self.outbox.of_dossiers(dossiers):
            self.track(entry.operation)  # as it is already, where that was not what is damaged
        self._flush_tracking()
        self._tracked.expect(dossiers)
        came = {(row.kind, row.id) for row in rows}
        self._mirror.remove(came | absent.keys())
        self._mirror.write(row for row in rows if row.dossier in self._tracked)
        for row in rows:
            if row.dossier not in self._tracked:
                self.overlay.lay(row)
        self._gone |= {key for key, dossier in absent.items() if key not in came and dossier not in self._tracked}
        self.rebase({dossier for dossier in dossiers if dossier in self._tracked})
        return dossiers

    def restore_shown(self) -> int:
        """Show the dossiers with pending operations as they must be; gives how many rows were not.

        Of them only the mirror is compared with the centre. Too many dossiers are left as they are.
        """
        t = self._tables.tracked
        tracked = self._connection.execute(select(t.c.dossier).limit(_MOST_SHOWN + 1)).scalars().all()
        if len(tracked) > _MOST_SHOWN:
            return 0
        self.rebase(tracked)
        return len(self.overlay.dirty.keys() | self._gone)


class Repair:
    """The comparing side of one exchange.

    Each request takes `frames` along, `absorb` keeps what answers them, `read` hears of pages, `ended` of the end of
    an answer, and `agrees` says once all is read whether anything is left to ask. `begin` and `rest` are around all.
    """

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._measure = Measure(replica)
        self._compare: list[Frame] = []
        self._bad: dict[Place, list[int]] = {}
        self._waiting_for = 0
        self._seal = b""
        self._repairs = 0
        self._removed = 0
        self.rows = 0
        """Rows that were replaced or removed."""
        self.verified = False

    def begin(self, beside: Beside | None) -> None:
        """Count the rows while the line is used, where the caller can do so."""
        if beside is not None:
            self._measure.begin(beside)

    def rest(self) -> None:
        """Wait until nothing reads beside any more."""
        self._measure.rest()

    def read(self, page: Page, moved: Sequence[Moved]) -> None:
        """A page was absorbed."""
        self._measure.read(page, moved)

    def forget(self) -> None:
        """What is held here is another thing than was compared."""
        self._measure.forget()
        self._seal, self.verified = b"", False

    def frames(self) -> list[Frame]:
        """What the next request asks."""
        self._waiting_for = len(self._compare) + sum(map(len, self._bad.values()))
        return self._hashes() if self._bad else self._compare

    def _hashes(self) -> list[Frame]:
        made: list[Frame] = []
        size = 0
        with self._replica.database.read() as connection:
            holdings = Holdings(connection, self._replica.tables)
            for (scope, kind), buckets in self._bad.items():
                if size >= _HASHES_A_REQUEST:
                    break
                told = dict.fromkeys(buckets, b"")
                for _, row, dossier, fields in holdings.bucket_rows((scope, kind), buckets):
                    told[row % BUCKETS] += short(row_hash(kind, row, dossier, fields), ROW_BYTES)
                some: list[tuple[int, bytes]] = []
                for bucket, hashes in told.items():
                    if size < _HASHES_A_REQUEST:
                        some.append((bucket, hashes))
                        size += len(hashes)
                made.append(Hashes(scope, kind, some))
        return made

    def absorb(self, news: Sums | Mending) -> Changes:
        """Keep an answer; raises NotCanonical when it cannot be read, VerificationFailed when it cannot be believed."""
        if isinstance(news, Sums):
            self._differing(news)
            return Changes()
        with self._replica.database.write() as connection:
            work = Restoring(connection, self._replica.tables, self._replica.identity)
            if news.scope not in work.scopes.all or work.cursor(news.scope).seq != news.seq:
                return Changes()  # of another moment: asked for again
            absent = self._absent(connection, news)
            came = {one.row for one in news.rows}
            self._believe(len(absent.keys() - came))
            touched = work.restore(news, absent)
            work.flush()
        self.rows += len(absent.keys() | came)
        self._measure.forget()
        place = news.scope, news.kind
        left = [bucket for bucket in self._bad.pop(place, []) if bucket not in news.buckets]
        if left:
            self._bad[place] = left
        return Changes(frozenset(touched), reference=place_of(news.scope) != self._replica.identity.place)

    def _differing(self, news: Sums) -> None:
        marks, sums = self._measure.now()
        if len(news.sums) != BUCKETS * SUM_BYTES:
            raise NotCanonical("sums of other buckets")
        if not any(mark.scope == news.scope and mark.seq == news.seq for mark in marks):
            return
        place = news.scope, news.kind
        own = b"".join(short(value, SUM_BYTES) for value in sums.of(place))
        steps = range(0, len(own), SUM_BYTES)
        bad = [at // SUM_BYTES for at in steps if own[at : at + SUM_BYTES] != news.sums[at : at + SUM_BYTES]]
        if bad:
            self._bad[place] = bad

    def _absent(self, connection: Connection, news: Mending) -> dict[int, int]:
        """The rows here that the centre has not, or not so, with their dossiers."""
        told = {news.absent[at : at + ROW_BYTES] for at in range(0, len(news.absent), ROW_BYTES)}
        holdings = Holdings(connection, self._replica.tables)
        return {
            row: dossier
            for _, row, dossier, fields in holdings.bucket_rows((news.scope, news.kind), news.buckets)
            if short(row_hash(news.kind, row, dossier, fields), ROW_BYTES) in told
        }

    def _believe(self, removed: int) -> None:
        self._removed += removed
        if self._removed > max(FEW_ROWS, self._measure.rows // SHARE):
            raise VerificationFailed("the centre has so few of these rows that somebody must look first")

    def ended(self, end: End) -> None:
        """The answer is whole; raises VerificationFailed when it did not answer what was asked."""
        self._seal = end.seal
        if end.more or not self._waiting_for:
            return
        if self._compare:
            self._compare = []
        elif sum(map(len, self._bad.values())) >= self._waiting_for:
            raise VerificationFailed("the centre does not answer about buckets")

    def agrees(self) -> bool:
        """True when nothing is left to ask: the ends agree, or cannot be compared. Raises VerificationFailed."""
        if self._compare or self._bad:
            return False
        if not self._seal:
            return True
        marks, sums = self._measure.now()
        if _seal(marks, sums) != self._seal:
            marks, sums = self._measure.anew()
        if _seal(marks, sums) == self._seal:
            self._restore_shown()  # not before: it rests on the mirror, which is known to be right now
            self.verified = True
            with self._replica.database.write() as connection:
                meta = self._replica.tables.meta
                set_meta(connection, meta, _VERIFIED, str(self._replica.identity.server_ms))
            return True
        if self._repairs == REPAIRS:
            raise VerificationFailed("two repairs did not help")
        self._repairs += 1
        self._compare = [Compare(mark.scope, _kinds(sums, mark.scope)) for mark in marks]
        return False

    def _restore_shown(self) -> None:
        with self._replica.database.read() as connection:
            if not count(connection, self._replica.tables.tracked):
                return  # as nearly always at the end of an exchange
        with self._replica.database.write() as connection:
            work = Restoring(connection, self._replica.tables, self._replica.identity)
            self.rows += work.restore_shown()
            work.flush()


def _seal(marks: Iterable[ScopeMark], sums: digest.Sums) -> bytes:
    return digest.seal((mark.scope, mark.seq, sums.root(mark.scope)) for mark in marks)


def _kinds(sums: digest.Sums, scope: int) -> list[tuple[int, bytes]]:
    return [(kind, short(value, SUM_BYTES)) for kind, value in sorted(sums.kinds(scope).items())]
