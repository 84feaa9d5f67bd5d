"""What an academy's manager may write, and where it is decided: in the province whose dossier was referred to her.

She writes steps of acts in dossiers that her laptop held: of one that is referred now, or that was when she had read as
far as her step says and did not know yet that it had left. The province's rows, rules and order decide (ADR 36).
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, or_, select

from sync.domain import catalog
from sync.domain.errors import Problem, error, warning
from sync.domain.ids import Compartment, directory_of, place_of, region_of, scope_id
from sync.domain.operation import Move, Operation, moved_fields
from sync.domain.outcome import ENTRY
from sync.domain.taking import stands_on_paper
from sync.server.academy import Region
from sync.server.late import OWN_FAULTS
from sync.server.whereabouts import Whereabouts
from sync.storage.bulk import among
from sync.storage.ledger import CentreTables
from sync.storage.within import widened

_PERSON = catalog.BY_NAME["employee"].number


class Referred:
    """The dossiers that one academy's laptop writes of, on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables, academy: int, whereabouts: Whereabouts) -> None:
        """`academy` is its place."""
        self._connection = connection
        self._tables = tables
        self._academy = academy
        self._whereabouts = whereabouts
        self._person = tables.records.records["employee"]
        self._homes: dict[int, int | None] = {}
        self._here: set[int] = set()

    def expect(self, dossiers: Collection[int]) -> None:
        """Read at once where some dossiers are, and which of them are referred now."""
        unknown = sorted(set(dossiers) - self._homes.keys())
        if not unknown:
            return
        entry, person = self._tables.records.records[ENTRY], self._person
        listed = entry.c.scope == scope_id(directory_of(self._academy), Compartment.GENERAL)
        query = select(entry.c.id, entry.c.province).where(listed, among(self._connection, entry.c.id, unknown))
        places = {row.id: row.province for row in self._connection.execute(query)}
        here = person.c.scope == scope_id(self._academy, Compartment.GENERAL)
        held = select(person.c.id).where(here, among(self._connection, person.c.id, unknown))
        self._here |= set(self._connection.execute(held).scalars())
        moved = {dossier: moves[-1].destination for dossier in unknown if (moves := self._whereabouts.moves(dossier))}
        places |= self._unlisted(set(unknown) - places.keys() - moved.keys())
        self._homes |= {dossier: moved.get(dossier, places.get(dossier)) for dossier in unknown}

    def _unlisted(self, dossiers: Collection[int]) -> dict[int, int]:
        """The provinces of those whom the directory does not name: who was joined to another record, or withdrawn.

        A step on an act of theirs that was referred is decided all the same: a paper carries it.
        """
        if not dossiers:
            return {}
        region, t = Region.of(self._connection, self._tables, region_of(self._academy)), self._person
        with widened(self._connection, region.scopes):
            of_region = among(self._connection, t.c.scope, region.scopes), among(self._connection, t.c.id, dossiers)
            found = self._connection.execute(select(t.c.id, t.c.scope).where(*of_region)).all()
        return {row.id: place_of(row.scope) for row in found}

    def home_of(self, dossier: int | None) -> int | None:
        """The province where somebody's file lies; None for nobody."""
        if dossier is None:
            return None
        self.expect([dossier])
        return self._homes[dossier]

    @property
    def homes(self) -> set[int]:
        """The provinces of the dossiers that were asked for."""
        return {home for home in self._homes.values() if home is not None}

    def home(self, operation: Operation, seen: int) -> int | None:
        """The province where an operation is decided; None for one on what its author did not hold."""
        home = self.whereabouts(operation)
        held = all(dossier in self._here or self._held(operation, dossier, seen) for dossier in operation.dossiers)
        return home if held else None

    def whereabouts(self, operation: Operation) -> int | None:
        """The province of what an operation is about, referred or not."""
        self.expect(operation.dossiers)
        homes = {self._homes[dossier] for dossier in operation.dossiers}
        return homes.pop() if len(homes) == 1 else None

    def _held(self, operation: Operation, dossier: int, seen: int) -> bool:
        """Whether somebody who had read up to a number held what the step is about.

        What a paper carries may also have left before: a first copy after a restore leaves behind what is not hers any
        more, until the sums tell, and she may have been cut off before that.
        """
        t, kind = self._tables.change, catalog.BY_NAME[operation.kind]
        about = catalog.BY_NAME.get(str(operation.fields.get("act_kind")))
        of_act = (t.c.kind == (about.number if about else 0)) & (t.c.row == operation.fields.get("act_row"))
        of_person = (t.c.kind == _PERSON) & (t.c.row == dossier)
        here = t.c.scope == scope_id(self._academy, kind.compartment), t.c.seq <= seen, or_(of_act, of_person)
        last = self._connection.execute(select(t.c.fields).where(*here).order_by(t.c.seq.desc()).limit(1)).first()
        if last is None:
            return False
        return stands_on_paper(operation) or moved_fields(bytes(last.fields))[0] is not Move.GONE

    def told(self, operation: Operation, problems: tuple[Problem, ...], *, rejected: bool) -> tuple[Problem, ...]:
        """What its author hears: of a dossier that is hers no more nothing that stands in it."""
        if all(dossier in self._here for dossier in operation.dossiers):
            return problems
        if rejected:
            own = problems[:1] if problems and problems[0].code in OWN_FAULTS else ()
            return own or (error("dossier_not_referred"),)
        return (warning("decided_when_gone"),)
