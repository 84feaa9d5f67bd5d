"""What an academy's laptops read: a directory of its region's people, and in full the dossiers referred to it (ADR 36).

Both are logs and rows of scopes of their own, derived from the provinces' rows in the very transaction that changes
these: what is referred is what stands so in a person's acts, and nothing else admits a dossier or lets go of it. So an
academy's laptop pages, compares, repairs and goes back in history like any other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, or_, select, union_all

from sync.domain import canonical, catalog
from sync.domain.ids import (
    CENTRE_DEVICE,
    Compartment,
    Lane,
    academy_of,
    compartment_of,
    directory_of,
    is_province,
    place_of,
    region_of,
    scope_id,
)
from sync.domain.lifecycle import State
from sync.domain.operation import Effect, Move, OperationId, differing, moved_fields
from sync.domain.outcome import ENTRY, STUB
from sync.domain.record import Place, Row
from sync.server.sequence import Sequences, heads
from sync.storage import rows as stored
from sync.storage.bulk import among
from sync.storage.digest import KeptSums
from sync.storage.ledger import CentreTables
from sync.storage.papers import PaperStore
from sync.storage.tables import from_columns
from sync.storage.within import widened

_KINDS = tuple(kind for kind in catalog.KINDS if kind.place is Place.PROVINCE and kind.name not in (STUB, "interim"))
"""The kinds of a person's dossier; what a province keeps of who left it stays its own."""
_WITH_STEPS = tuple(name for name, cls in catalog.ACT_BY_KIND.items() if cls.HAS_STEPS)
_ACTS = frozenset(catalog.BY_NAME[name].number for name in _WITH_STEPS)
_PERSON, _SITUATION = (catalog.BY_NAME[name].number for name in ("employee", "situation"))
_MANY = 2000
_NAMES = ("ppr", "surname_ar", "first_name_ar", "surname_la", "first_name_la")
_WORK = ("cadre", "school")

Change = Mapping[str, Any]
Seen = dict[OperationId, tuple[int, int]]
"""By operation, the last of its changes that an academy reads: scope and number."""


def scopes_of(region: int) -> list[int]:
    """The scopes that an academy reads beside those of the nation and its region, ascending."""
    referred = [scope_id(academy_of(region), part) for part in Compartment]
    return [*referred, scope_id(directory_of(region), Compartment.GENERAL)]


def follow(connection: Connection, tables: CentreTables, sequences: Sequences, changes: Collection[Change]) -> Seen:
    """Bring academies up to the numbered changes of provinces, whose rows stand in the tables by now.

    The last thing that a transaction does under its locks: the heads of academies come after those of all provinces.
    """
    places = {place_of(scope) for scope in {change["scope"] for change in changes}}
    opened = _opened(connection, tables, {region_of(place) for place in places if is_province(place)})
    seen: Seen = {}
    if not opened:
        return seen
    by_region: dict[int, list[Change]] = {}
    for change in changes:
        place = place_of(change["scope"])
        if is_province(place):
            by_region.setdefault(region_of(place), []).append(change)
    regions = [Region.of(connection, tables, number) for number in opened]
    scopes = [scope for number in opened for scope in scopes_of(number)]
    with widened(connection, [*scopes, *(scope for region in regions for scope in region.scopes)]):
        sequences.also(scopes)
        for region in regions:
            seen |= Academy(connection, tables, sequences, region).follow(by_region[region.number])
        sequences.save()
    return seen


def create(connection: Connection, tables: CentreTables, number: int, day: str) -> None:
    """Fill the scopes of a region's academy, which the caller has just made."""
    region = Region.of(connection, tables, number)
    sequences = Sequences(connection, tables, [*region.scopes, *scopes_of(number)])
    Academy(connection, tables, sequences, region).open(day)
    sequences.save()


def _opened(connection: Connection, tables: CentreTables, regions: Collection[int]) -> list[int]:
    """The regions whose academy works here."""
    if not regions:
        return []
    asked = {scope_id(academy_of(region), Compartment.GENERAL): region for region in regions}
    return sorted(asked[scope] for scope in heads(connection, tables, asked))


@dataclass(frozen=True, slots=True)
class Region:
    """A region, by its number (500), with the provinces that are known here."""

    number: int
    provinces: tuple[int, ...]

    @classmethod
    def of(cls, connection: Connection, tables: CentreTables, number: int) -> Region:
        """As it stands in the database."""
        t = tables.directory.province
        within = t.c.place > number, t.c.place < number + 100
        return cls(number, tuple(connection.execute(select(t.c.place).where(*within).order_by(t.c.place)).scalars()))

    @property
    def scopes(self) -> list[int]:
        """The scopes of its provinces, ascending."""
        return [scope_id(place, part) for place in self.provinces for part in Compartment]


class Academy:
    """The scopes of one academy, whose heads the caller's transaction holds."""

    def __init__(self, connection: Connection, tables: CentreTables, sequences: Sequences, region: Region) -> None:
        self._connection = connection
        self._tables = tables
        self._sequences = sequences
        *self._referred, self._directory = scopes_of(region.number)
        self._scopes = region.scopes
        self._general = [scope_id(place, Compartment.GENERAL) for place in region.provinces]
        self._sums = KeptSums(connection, tables.digest)
        self._changes: list[dict[str, Any]] = []
        self._day = ""

    def follow(self, changes: Sequence[Change]) -> Seen:
        """Bring the directory and what is referred up to some changes of the region's provinces."""
        self._day = max(change["day"] for change in changes)
        moved = {c["dossier"] for c in changes if _move(c) is not Move.NONE}
        listed = {c["dossier"] for c in changes if c["kind"] in (_PERSON, _SITUATION)} | moved
        families = self._families({c["dossier"] for c in changes} | {_parted_from(c) for c in changes} - {0})
        concerned = {dossier for family in families for dossier in family}
        admitted = self._admitted(concerned)
        wanted: set[int] = set()
        if admitted or moved or any(c["kind"] in _ACTS or _joins(c) for c in changes):
            referred = self._waiting(concerned)
            wanted = {dossier for family in families if referred & family for dossier in family}
        staying = admitted & wanted
        again = {dossier for dossier in staying & moved if self._differs(dossier)}
        self._let_go(sorted((admitted - wanted) | again), {c["dossier"]: c["author"] for c in changes})
        self._admit(sorted((wanted - admitted) | again))
        seen = self._mirror([c for c in changes if c["dossier"] in staying - moved])
        self._list(listed)
        self._sequences.write(self._changes)
        self._sums.flush()
        return seen

    def open(self, day: str) -> None:
        """List everybody, and admit all that is referred already: for an academy that is new here."""
        self._day = day
        t = self._tables.records.records["employee"]
        everybody = select(t.c.id).where(among(self._connection, t.c.scope, self._general)).order_by(t.c.id)
        people = list(self._connection.execute(everybody).scalars())
        for start in range(0, len(people), _MANY):
            self._list(people[start : start + _MANY])
        families = self._families(self._waiting(None))
        self._admit(sorted(dossier for family in families for dossier in family))
        self._sequences.write(self._changes)
        self._sums.flush()

    # -- who is concerned ------------------------------------------------------------------------------------

    def _families(self, dossiers: Collection[int]) -> list[set[int]]:
        """Dossiers with the records joined to theirs: a person is referred with all that is known of her."""
        t = self._tables.records.records["employee"]
        into: dict[int, int | None] = {}
        asked = set(dossiers)
        while asked:
            here = among(self._connection, t.c.scope, self._general)
            near = or_(among(self._connection, t.c.id, asked), among(self._connection, t.c.merged_into, asked))
            fresh = {row.id: row.merged_into for row in self._connection.execute(select(t).where(here, near))}
            asked = {one for pair in fresh.items() for one in pair if one is not None} - into.keys() - asked
            into |= fresh
        families: dict[int, set[int]] = {one: {one} for one in {*into, *dossiers}}
        for one, other in into.items():
            if other in families:
                together = families[one] | families[other]
                families |= dict.fromkeys(together, together)
        return list({id(family): family for family in families.values()}.values())

    def _admitted(self, dossiers: Collection[int]) -> set[int]:
        t = self._tables.records.records["employee"]
        here = t.c.scope == self._referred[Compartment.GENERAL], among(self._connection, t.c.id, dossiers)
        return set(self._connection.execute(select(t.c.id).where(*here)).scalars())

    def _waiting(self, dossiers: Collection[int] | None) -> set[int]:
        """Of some dossiers, or of all, those with an act that waits for the academy.

        One that was referred to it and is not decided yet; one that had been, and is marked as irregular until somebody
        has dealt with it (sync.md 3.3).
        """
        queries = []
        for name in _WITH_STEPS:
            t = self._tables.records.records[name]
            irregular = t.c.irregular.is_not(None) & t.c.referred_on.is_not(None)
            query = select(t.c.dossier).where(among(self._connection, t.c.scope, self._scopes))
            query = query.where(or_(t.c.state == State.REFERRED.value, irregular), t.c.withdrawn.is_(None))
            if dossiers is not None:
                query = query.where(among(self._connection, t.c.dossier, dossiers))
            queries.append(query)
        return set(self._connection.execute(union_all(*queries)).scalars())

    # -- what is referred ------------------------------------------------------------------------------------

    def _differs(self, dossier: int) -> bool:
        """Whether a dossier that came back to the region in one piece is another than the academy holds."""
        return self._rows([dossier], self._scopes, academy=True) != self._rows([dossier], self._referred)

    def _rows(self, dossiers: Collection[int], scopes: Collection[int], *, academy: bool = False) -> list[Row]:
        """All rows of dossiers in some scopes, in the order of the catalogue; `academy`: as they stand there."""
        found: list[Row] = []
        filled = self._tables.records.filled.in_scopes(self._connection, scopes) if dossiers else frozenset[str]()
        for kind in _KINDS:
            if kind.name not in filled:
                continue
            t = self._tables.records.records[kind.name]
            here = among(self._connection, t.c.scope, scopes), among(self._connection, t.c.dossier, dossiers)
            for one in self._connection.execute(select(t).where(*here).order_by(t.c.id)).mappings():
                row = from_columns(kind.name, dict(one))
                found.append(self._there(row) if academy else row)
        return found

    def _there(self, row: Row) -> Row:
        return replace(row, scope=self._referred[compartment_of(row.scope)])

    def _let_go(self, dossiers: Sequence[int], authors: Mapping[int, int]) -> None:
        """Dossiers leave: what is told of it, by whom as far as it is known (to her it is no news), and their rows and
        papers."""
        rows = self._rows(dossiers, self._referred)
        for scope in self._referred if dossiers else ():
            by = self._by_centre(scope, Lane.DESK)
            for dossier in dossiers:
                effect = Effect("employee", dossier, dossier, scope, {}, move=Move.GONE)
                self._write(effect, by._replace(author=authors.get(dossier, 0)))
        for kind in sorted({row.kind for row in rows}):
            t = self._tables.records.records[kind]
            gone = among(self._connection, t.c.dossier, dossiers)
            self._connection.execute(delete(t).where(among(self._connection, t.c.scope, self._referred), gone))
        for row in rows:
            self._sums.replace(row, None)
        held = [(row.scope, row.text("content")) for row in rows if row.get("content")]
        PaperStore(self._connection, self._tables.papers).forget(held)

    def _admit(self, dossiers: Sequence[int]) -> None:
        """Dossiers come, whole."""
        rows = self._rows(dossiers, self._scopes)
        came = [self._there(row) for row in rows]
        origins = {scope: self._by_centre(scope, Lane.DESK) for scope in self._referred}
        for row in came:
            effect = Effect(row.kind, row.id, row.dossier, row.scope, row.values, row.extra, Move.CAME)
            self._write(effect, origins[row.scope])
            self._sums.replace(None, row)
        stored.write_rows(self._connection, self._tables.records, came)
        self._carry(rows)

    def _mirror(self, changes: Sequence[Change]) -> Seen:
        """The same changes, under the academy's own numbers; gives those of them that each operation ends with."""
        seen: Seen = {}
        numbers = {kind.number: kind.name for kind in _KINDS}
        kept = [change for change in changes if change["kind"] in numbers]
        for change in kept:
            scope = self._referred[compartment_of(change["scope"])]
            seq = self._sequences.next(scope)
            self._changes.append({**change, "scope": scope, "seq": seq})
            seen[OperationId(change["device"], Lane(change["lane"]), change["n"])] = scope, seq
        by_kind: dict[str, set[int]] = {}
        for change in kept:
            by_kind.setdefault(numbers[change["kind"]], set()).add(change["row"])
        for kind, ids in by_kind.items():
            now = self._named(kind, ids, self._scopes)
            before = {row.id: row for row in self._named(kind, ids, self._referred)}
            after = [self._there(row) for row in now]
            for row in after:
                self._sums.replace(before.get(row.id), row)
            stored.write_rows(self._connection, self._tables.records, after)
            self._carry(now)
        return seen

    def _named(self, kind: str, ids: Collection[int], scopes: Collection[int]) -> list[Row]:
        t = self._tables.records.records[kind]
        here = among(self._connection, t.c.scope, scopes), among(self._connection, t.c.id, ids)
        found = self._connection.execute(select(t).where(*here).order_by(t.c.id)).mappings()
        return [from_columns(kind, dict(row)) for row in found]

    def _carry(self, rows: Iterable[Row]) -> None:
        """The content of papers that have come whole goes with their records."""
        for part in Compartment:
            own = [row for row in rows if row.get("arrived") and compartment_of(row.scope) is part]
            contents = [(row.scope, row.text("content")) for row in own]
            PaperStore(self._connection, self._tables.papers).copy(contents, self._referred[part])

    # -- the directory ---------------------------------------------------------------------------------------

    def _list(self, dossiers: Collection[int]) -> None:
        """Say of these people what the directory says of everybody."""
        wanted = self._entries(dossiers)
        t = self._tables.records.records[ENTRY]
        known = {row.id: row for row in self._named(ENTRY, dossiers, [self._directory])}
        written: list[Row] = []
        for dossier in sorted(dossiers):
            before, values = known.get(dossier), wanted.get(dossier)
            by = self._by_centre(self._directory, Lane.BULK)
            if values is None:
                if before is not None:
                    self._write(Effect(ENTRY, dossier, dossier, self._directory, {}, move=Move.GONE), by)
                    self._connection.execute(delete(t).where(t.c.scope == self._directory, t.c.id == dossier))
                    self._sums.replace(before, None)
                continue
            fresh = differing(before, {**dict.fromkeys((*_NAMES, *_WORK)), **values}.items())
            if fresh:
                after = Row(ENTRY, dossier, dossier, self._directory, values)
                self._write(Effect(ENTRY, dossier, dossier, self._directory, fresh), by, before)
                written.append(after)
                self._sums.replace(before, after)
        stored.write_rows(self._connection, self._tables.records, written)

    def _entries(self, dossiers: Collection[int]) -> dict[int, dict[str, Any]]:
        """What the directory is to say, by person; nothing of those who are not in the region, or not any more."""
        person, work = (self._tables.records.records[kind] for kind in ("employee", "situation"))
        both = person.outerjoin(work, (work.c.id == person.c.id) & (work.c.scope == person.c.scope))
        columns = [*(person.c[name] for name in ("id", "scope", *_NAMES)), *(work.c[name] for name in _WORK)]
        here = among(self._connection, person.c.scope, self._general), among(self._connection, person.c.id, dossiers)
        standing = person.c.merged_into.is_(None), person.c.withdrawn.is_(None)
        found = self._connection.execute(select(*columns).select_from(both).where(*here, *standing)).mappings()
        return {
            row["id"]: {
                "person": row["id"],
                **{name: row[name] for name in (*_NAMES, *_WORK) if row[name] is not None},
                "province": place_of(row["scope"]),
            }
            for row in found
        }

    # -- changes ---------------------------------------------------------------------------------------------

    def _by_centre(self, scope: int, lane: Lane) -> stored.Origin:
        return stored.Origin(OperationId(CENTRE_DEVICE, lane, self._sequences.head(scope) + 1), 0, self._day)

    def _write(self, effect: Effect, by: stored.Origin, before: Row | None = None) -> None:
        self._changes.append(stored.change_of(effect, before, by, self._sequences.next(effect.scope)))


def _move(change: Change) -> Move:
    return moved_fields(bytes(change["fields"]))[0]


def _joins(change: Change) -> bool:
    return change["kind"] == _PERSON and "merged_into" in _fields(change, "fields")


def _parted_from(change: Change) -> int:
    """The record that a change took one apart from; 0 where it did not."""
    if change["kind"] != _PERSON:
        return 0
    return int(str(_fields(change, "before").get("merged_into") or 0))


def _fields(change: Change, part: str) -> Mapping[str, Any]:
    return canonical.decode_fields(bytes(change[part]), catalog.BY_NUMBER[change["kind"]].by_number)[0]
