"""The oracle at the centre: every number once, every verdict final, every decision in order and as it must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sync.domain import canonical, catalog
from sync.domain.ids import CENTRE_DEVICE
from sync.domain.operation import Move, Operation, Verb, read, split_move
from sync.domain.record import Row
from sync.server.remembered import WAITING
from sync.storage.ledger import RESTS
from sync.storage.tables import RecordTables
from tests.simulation.academy import Above, is_above, last_above
from tests.simulation.clerks import FORGED_AUTHOR
from tests.simulation.judge import Judge
from tests.simulation.laptop import Laptop, Number, Save
from tests.simulation.log_order import Entered, by_number, in_order_of_log
from tests.simulation.raw import Raw
from tests.simulation.reference import (
    Change,
    Key,
    Violations,
)
from tests.simulation.rows_as_stored import rows_of
from tests.simulation.stored import MAKES_A_ROW, Stored
from tests.simulation.values import POISON
from tests.simulation.world import World

Place = tuple[int, int]
"""Scope and number of a change."""
NOWHERE: Place = (0, 0)
FINAL = ("applied", "merged", "conflict", "irregular", "rejected")
_OPERATIONS = (
    "SELECT device, lane, n, arrival, state, verdict, scope, seq, problems, hash, record"
    " FROM operation ORDER BY device, arrival"
)
_CHANGES = (
    "SELECT scope, seq, kind, row, dossier, device, lane, n, author, day, fields"
    " FROM change WHERE scope = ? AND seq > ? ORDER BY seq"
)
_TAKEN = "SELECT to_device, lane, to_n, device, n, hash FROM taken"


class CentreAudit(Judge):
    """Follows the centre's log and its verdicts; call `look` whenever the centre may have changed."""

    def __init__(self, world: World, violations: Violations) -> None:
        super().__init__(violations)
        self._world = world
        self.above = Above()
        self.rested: set[Number] = set()
        """Steps that waited at some time until another laptop brings back what a restore lost (ADR 36)."""
        self.stored: dict[Number, Stored] = {}
        self.held: dict[int, set[int]] = {}
        """Dossiers that wait for a person, by device."""
        self._keys: dict[int, bytes] = {}
        self._taken: dict[Number, tuple[Number, bytes]] = {}
        """What renumbered laptops took along, as the centre knows it: under which number, with which hash."""
        self._same: dict[int, int] = {}
        """Rows of laptops that a copy of theirs made first, and the ids by which the centre has them."""
        self.told_rejected: set[tuple[Number, bytes]] = set()
        """Rejected in any history: they stay in their office's tray and are not offered again."""
        self.rejected_before: set[tuple[Number, bytes]] = set()
        """Of these, those that were rejected before the history of today began."""
        self.safe: dict[Number, bytes] = {}
        """The hashes of what an archive holds decided: offices need not keep it."""
        self.departed: set[tuple[int, int]] = set()
        """Scopes with the dossiers that ever left them, in any history: who read of it has emptied what was before."""

    def archived(self) -> None:
        """All that is decided now is in an archive that was verified."""
        self.safe = {number: stored.digest for number, stored in self.stored.items() if stored.final}

    def released(self, device: int) -> None:
        """An administrator has let go of what is held of a laptop; some of it may be held again."""
        self._released.add(device)
        self.held.pop(device, None)
        for number, stored in self.stored.items():
            if number[0] == device and stored.state == "held":
                self.stored[number] = replace(stored, state="stored")

    def nothing_released_waits(self, revoked: Iterable[int]) -> None:
        """What came of revoked laptops is held or decided, and nothing in between."""
        for number, stored in self.stored.items():
            if number[0] in revoked and stored.state == "stored":
                self._wrong.say("lost", "4.5", f"{number} was released and is not decided")

    def known(self) -> CentreAudit:
        """All that is known now, to go back to when the centre is put back."""
        kept = CentreAudit(self._world, self._wrong)
        kept.log, kept.state, kept.stored = self.log.copy(), self.state.copy(), dict(self.stored)
        kept.above, kept._same = self.above.copy(), dict(self._same)
        kept.held = {device: set(dossiers) for device, dossiers in self.held.items()}
        kept._rejected = {device: set(dossiers) for device, dossiers in self._rejected.items()}
        return kept

    def put_back(self, known: CentreAudit, epoch: int) -> None:
        """The centre stands again where it stood, and a new history starts there.

        The starts are the centre's own: it may say that less is shared than really is, and then has more conflicts.
        """
        earlier = known.known()
        with Raw(self._world.disk) as ask:
            rows = ask("SELECT epoch, scope, started FROM epoch")
        epochs: dict[int, dict[int, int]] = {epoch: {}}
        for one, scope, started in rows:
            epochs.setdefault(one, {})[scope] = min(started, earlier.log.head(scope))
        self.log, self.state, self.stored = earlier.log, earlier.state, earlier.stored
        self.above, self._same = earlier.above, earlier._same
        self.held, self._rejected = earlier.held, earlier._rejected
        self.rejected_before = set(self.told_rejected)
        self.log.started = epochs
        for number, digest in self.safe.items():
            if number not in self.stored or self.stored[number].digest != digest:
                self._wrong.say("lost", "4.14", f"{number} was called safe, and a copy that may be put back has it not")

    def look(self) -> None:
        """Read what is new and check it."""
        with Raw(self._world.disk) as ask:
            rows = ask(_OPERATIONS)
            self._keys = {number: bytes(key) for number, key in ask("SELECT number, public_key FROM device")}
            self._taken = {(to, lane, m): ((old, lane, n), bytes(had)) for to, lane, m, old, n, had in ask(_TAKEN)}
            heads = ask("SELECT scope, seq FROM head ORDER BY scope")
            changes = [self._change(row) for scope, _ in heads for row in ask(_CHANGES, scope, self.log.head(scope))]
        expected = {scope: self.log.head(scope) for scope, _ in heads}
        for change in changes:
            expected[change.scope] += 1
            if change.seq != expected[change.scope]:
                self._wrong.say("lost", "4.6", f"a gap before {change}")
        for scope, head in heads:
            if expected[scope] != head:
                self._wrong.say("diverged", "4.6", f"scope {scope}: head is not its last change")
        self._take([change for change in changes if not is_above(change.scope)], rows, last_above(changes))
        self._take_above([change for change in changes if is_above(change.scope)])

    def _take(self, changes: Sequence[Change], rows: Sequence[tuple[Any, ...]], above: Mapping[Number, Place]) -> None:
        """Follow what is decided, as it stands in the provinces; `above` is where an academy reads of it."""
        by_operation, entered = by_number(changes)
        for number in [number for number in by_operation if number[0] == CENTRE_DEVICE]:
            published = by_operation.pop(number)
            self._keep(published)
            self.log.moved(published)
        by_operation |= {one.number: [one.change] for one in entered}
        decided: list[Stored | Entered] = [*self._fresh(rows), *entered]
        for one in in_order_of_log(decided, by_operation, self.log.head):
            made = by_operation.pop(one.number, [])
            if isinstance(one, Entered):
                self._keep(made)
            else:
                self._follow(one, made, above.get(one.number))
        for number in by_operation:
            self._wrong.say("doubled", "4.2", f"{number} made changes again, or before it was decided")

    def _take_above(self, changes: Sequence[Change]) -> None:
        """What an academy reads follows from the provinces' rows, in the same transaction."""
        self.above.follow(changes, self.log)
        self.departed |= {(change.scope, change.dossier) for change in changes if change.move is Move.GONE}
        if self._world.region is not None:
            found, wanted = self.above.state.all(), self.above.wanted(self.state.all())
            if found != wanted:
                self._wrong.say("diverged", "4.6", f"academy: {different(found, wanted)}")

    def rows_match(self, tables: RecordTables) -> None:
        """The tables hold what the log says."""
        with Raw(self._world.disk) as ask:
            rows = rows_of(ask, tables, lambda scope: not is_above(scope))
            above = rows_of(ask, tables, is_above)
        for found, wanted in ((rows, self.state.all()), (above, self.above.state.all())):
            if found != wanted:
                self._wrong.say("diverged", "4.6", f"centre: {different(found, wanted)}")

    def _change(self, row: tuple[Any, ...]) -> Change:
        scope, seq, number, of, dossier, device, lane, n, author, day, data = row
        kind = catalog.BY_NUMBER[number]
        fields, unknown = canonical.decode_fields(bytes(data), kind.by_number)
        move, extra = split_move(unknown)
        return Change(scope, seq, kind.name, of, dossier, (device, lane, n), author, day, fields, extra, move)

    def _fresh(self, rows: Sequence[tuple[Any, ...]]) -> list[Stored]:
        """The operations that are decided since the last look; those known must be as they were."""
        fresh = []
        for device, lane, n, arrival, state, verdict, scope, seq, problems, digest, record in rows:
            number = (device, lane, n)
            answer = (verdict, scope, seq, problems)
            stored = Stored(number, arrival, state, answer, bytes(digest), bytes(record))
            old = self.stored.get(number)
            if old is not None:
                if old.digest != stored.digest:
                    self._wrong.say("lost", "4.1", f"{number} has another record now")
                unchanged = not old.final or (old.state, old.answer) == (state, answer)
                if not unchanged:
                    self._wrong.say("diverged", "4.3", f"{old.number}: {old.answer} became {stored.answer}")
            if stored.final and not (old and old.final):
                fresh.append(stored)
            if stored.state == "held" and not (old and old.state == "held"):
                self._hold(stored)
            if stored.state == RESTS:
                self.rested.add(number)
            self.stored[number] = stored
        gone = self.stored.keys() - {(row[0], row[1], row[2]) for row in rows}
        for number in gone:
            self._wrong.say("lost", "4.1", f"the centre has {number} no more")
            del self.stored[number]
        return fresh

    def _laptop(self, stored: Stored) -> Laptop:
        """Who saved it: of two laptops with one number, the one that holds this very record."""
        device, mine = stored.number[0], (stored.number, stored.digest)
        laptops = self._world.laptops
        by_save = (one for one in laptops if any((s.number, s.digest) == mine for s in one.saves.values()))
        by_number = (one for one in laptops if device in {one.device, *(s.number[0] for s in one.saves.values())})
        found = next(by_save, None) or next(by_number, None)
        return found or self._world.owners[device]

    def _hold(self, stored: Stored) -> None:
        """Held: for its value, for a revoked device, or behind one of this laptop that is held on the same dossier."""
        operation, device = stored.understood(self._same), stored.number[0]
        key = self._keys[device]
        earlier = {one for one, dossiers in self.held.items() if one <= device and self._keys.get(one) == key}
        held = set[int]().union(*(self.held[one] for one in earlier))
        cause = (
            operation.fields.get("email") == POISON
            or device in self._world.revoked
            or bool(held.intersection(operation.dossiers))
        )
        if not cause:
            self._wrong.say("diverged", "4.13", f"{stored.number} is held without a cause")
        self.held.setdefault(device, set()).update(operation.dossiers)

    def _follow(self, stored: Stored, changes: Sequence[Change], above: Place | None) -> None:
        """One operation was decided: in its turn, and as it must be."""
        operation = stored.understood(self._same)
        laptop = self._laptop(stored)
        self._in_turn(stored, read(stored.record, catalog.BY_NUMBER))
        if operation.verb is not Verb.VOID:
            self._once(stored)
        told = above or NOWHERE if laptop.decides_above else None
        self._whole(stored, changes, NOWHERE if self._late_for(operation, laptop) else told)
        if stored.verdict not in FINAL:
            self._wrong.say("diverged", "4.3", f"{stored.number}: {stored.verdict}?")
        if operation.verb is not Verb.VOID and self._left_to_a_copy(stored):
            if changes or stored.verdict != "applied":
                self._wrong.say("doubled", "4.2", f"{stored.number} was done by a copy, and is {stored.verdict}")
        elif stored.verdict == "rejected":
            self.told_rejected.add((stored.number, stored.digest))
            self._rejection(stored, operation, laptop)
        elif operation.author == FORGED_AUTHOR and operation.verb is not Verb.VOID:
            self._wrong.say("diverged", "3.3", f"{stored.number} is forged and {stored.verdict}")
        elif laptop.decides_above and operation.verb is not Verb.VOID:
            self._decision(stored, operation, changes)
        elif operation.verb is Verb.CORRECT:
            self._correction(stored, operation, laptop, changes)
        else:
            self._effects(stored, operation, laptop, changes)
        self._keep(changes)

    def _keep(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self.log.add(change, self.state.row(*change.key))
            if change.move is Move.GONE:
                self.departed.add((change.scope, change.dossier))
            self.state.apply(change)

    def _once(self, stored: Stored) -> None:
        """What a laptop says under another number now was not decided under its old one as well.

        The same bytes say another thing where they are about a row that goes by another id now.
        """
        for laptop in self._world.laptops:
            for (old, digest), new in laptop.renumbered.items():
                if stored.number in (old, new):
                    if self._taken.get(new, (old, digest)) != (old, digest):
                        self._wrong.say("diverged", "4.2", f"{new} was {old}, and is taken for {self._taken[new]}")
                    both = self._decided_as(old, digest), self._decided_as(new)
                    if all(both) and self.stored[old].content(self._same) == self.stored[new].content(self._same):
                        self._wrong.say("doubled", "4.2", f"{old} was decided, and is {new} now")

    def _left_to_a_copy(self, stored: Stored) -> bool:
        """Whether it is answered that a copy did it; so it must be where one did, and only there."""
        before = self._taken.get(stored.number)
        others = (self.stored.get(other) for other, had in self._taken.items() if before and had == before)
        done = [one for one in others if one and one.final and one.verdict != "rejected" and not one.by_copy]
        mine = stored.content(self._same)
        twins = [one for one in done if one.number != stored.number and one.content(self._same) == mine]
        if bool(twins) != stored.by_copy and stored.verdict != "rejected":
            self._wrong.say(
                "doubled" if twins else "lost",
                "4.2",
                f"{stored.number} and {[one.number for one in twins]} are one: {stored.answer}",
            )
        elif stored.by_copy and (operation := stored.understood(self._same)).verb in MAKES_A_ROW:
            self._same[operation.row] = twins[0].understood(self._same).row
        return stored.by_copy

    def _decided_as(self, number: Number, digest: bytes | None = None) -> bool:
        """Whether the record of that hash was decided under a number, and not rejected."""
        one = self.stored.get(number)
        return one is not None and one.final and one.verdict != "rejected" and digest in (None, one.digest)

    def _in_turn(self, stored: Stored, operation: Operation) -> None:
        """Nothing that the device saved before on the same dossier is still undecided.

        Of laptops with copies of one file it is enough that one saved in this order: only that one sent it.
        """
        if operation.verb is Verb.VOID:
            return
        mine = (stored.number, stored.digest)
        early: list[Number] = []
        for laptop in self._world.laptops:
            position = next((at for at, s in laptop.saves.items() if (s.number, s.digest) == mine), None)
            if position is None:
                continue
            before = [save for at, save in sorted(laptop.saves.items()) if at < position]
            waiting = [s.number for s in before if set(s.dossiers) & set(operation.dossiers) and self._late(s, stored)]
            if not waiting:
                return
            early += waiting
        if early:
            self._wrong.say("diverged", "4.4", f"{stored.number} was decided before {early[0]}")

    def _late(self, save: Save, stored: Stored) -> bool:
        """Whether a save was not decided before an operation that comes after it.

        What an earlier history rejected is not offered again: a copy of it that came late waits for ever. So does what
        a lost history decided of a laptop that was revoked before it heard of the next one.
        """
        earlier = self.stored.get(save.number)
        unoffered = earlier is None or earlier.state == WAITING
        never = (save.number, save.digest) in self.told_rejected or save.number[0] in self._world.revoked
        if unoffered and never:
            return False
        if earlier is None or not earlier.final or earlier.digest != save.digest:
            return True
        return save.number[0] == stored.number[0] and earlier.arrival >= stored.arrival

    def _whole(self, stored: Stored, changes: Sequence[Change], elsewhere: Place | None) -> None:
        """Its changes stand side by side, and the verdict names the last of them, where the author may read it: that
        may be `elsewhere`, or nowhere."""
        verdict, scope, seq, _ = stored.answer
        last = (changes[-1].scope, changes[-1].seq) if changes else NOWHERE
        if (scope, seq) != (elsewhere or last):
            self._wrong.say("diverged", "4.3", f"{stored.number} names {scope, seq}, not {elsewhere or last}")
        if [(c.scope, c.seq) for c in changes] != [(c.scope, changes[0].seq + at) for at, c in enumerate(changes)]:
            self._wrong.say("diverged", "4.4", f"the changes of {stored.number} are torn apart")
        if verdict == "rejected" and changes:
            self._wrong.say("diverged", "4.4", f"{stored.number} is rejected and changed rows")


def different(found: Mapping[Key, Row], wanted: Mapping[Key, Row]) -> str:
    """In words, the first rows that differ."""
    keys = [key for key in sorted(found.keys() | wanted.keys()) if found.get(key) != wanted.get(key)]
    return "; ".join(f"{key}: {found.get(key)} instead of {wanted.get(key)}" for key in keys[:3])
