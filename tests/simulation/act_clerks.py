"""Who registers acts and refers them to the academy, and who decides them there; where a region has an academy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.lifecycle import steps_from
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from tests.simulation import values
from tests.simulation.clerks import Clerk

_POSTING: Mapping[str, Value] = {
    "from_on": "2026-10-01",
    "school": "01001A",
    "reach": "school",
    "papers": "transfer_order",
}
_LEAVE: Mapping[str, Value] = {
    "from_on": "2026-10-05",
    "to_on": "2026-10-09",
    "days_taken": 5,
    "year": 2026,
    "papers": "request",
}
_ACTS: Mapping[str, Mapping[str, Value]] = {"interest_transfer": _POSTING, "annual_leave": _LEAVE}
_GIVEN: Mapping[str, Value] = {"number": "7/2026", "remark": "ملاحظة", "opinion": "favourable", "level": "A"}
_NEVER = ("register", "move")


class _Acting(Clerk):
    """Takes steps of acts."""

    def _step(self) -> Sequence[Operation]:
        kind = self._chance.choice(sorted(_ACTS))
        found = self._one(kind)
        if found is None:
            return ()
        with self._laptop.raw() as ask:
            state = ask(f"SELECT state FROM {kind} WHERE id = ?", found[0])[0][0]  # noqa: S608  # declared names
        names = [step.name for step in steps_from(str(state)) if step.name not in _NEVER]
        if not names:  # its row waits to be mended (seed 11826): no screen offers a step of it
            return ()
        name = self._name(names)
        act = Row(kind, found[0], found[1], 0, {})
        given = {**_GIVEN, "on": self._laptop.replica.today()}
        return [filing.step(act, name, self._row(), given, self._stands_for(found[1]))]

    def _name(self, names: Sequence[str]) -> str:
        return self._chance.choice(names)

    def _stands_for(self, person: int) -> int:
        """The record that hers was joined to, or her own."""
        with self._laptop.raw() as ask:
            while found := ask("SELECT merged_into FROM employee WHERE id = ? AND merged_into IS NOT NULL", person):
                person = found[0][0]
        return person


class Referrer(_Acting):
    """A province's, with a chief's role; most of what can be referred is."""

    def act(self) -> str:
        """Do one thing; gives its name. Raises StorageError, Killed."""
        roll = self._chance.random()
        if roll < 0.25:
            self._record(self._register())
            return "register"
        if roll < 0.6:
            self._record(self._step())
            return "step"
        return super().act()

    def refers(self) -> None:
        """Register an act and refer it at once. Raises StorageError, Killed."""
        made = self._register()
        registered = made[-1]
        act = Row(registered.kind, registered.row, registered.dossier, 0, {})
        given = {"on": self._laptop.replica.today(), "number": "118/2026"}
        step = filing.step(act, "refer", self._row(), given, self._stands_for(registered.dossier))
        self._record([*made, step])

    def _name(self, names: Sequence[str]) -> str:
        return "refer" if "refer" in names and self._chance.random() < 0.6 else super()._name(names)

    def _register(self) -> Sequence[Operation]:
        """An act of somebody; of who is new most often, so that enough is known of her to decide it."""
        person = self._one("employee") if self._chance.random() < 0.4 else None
        kind, made = self._chance.choice(sorted(_ACTS)), []
        if person is None:
            row = self._row()
            fields = {**values.employee(self._chance), "ppr": str(1_000_000 + row % 9_000_000), "sex": "F"}
            made.append(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields))
            person = row, row
        return [*made, filing.registration(kind, self._row(), person[0], _ACTS[kind])]


class Manager(_Acting):
    """An academy's, who decides; the rest that she tries is refused."""

    def act(self) -> str:
        """Do one thing; gives its name. Raises StorageError, Killed."""
        if self._chance.random() < 0.85:
            self._record(self._step())
            return "decide"
        return super().act()
