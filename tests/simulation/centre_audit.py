"""The oracle at the centre: every number once, every verdict final, every decision in order and as it must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sync.domain import canonical, catalog
from sync.domain.decide import Outcome
from sync.domain.ids import CENTRE_DEVICE
from sync.domain.operation import Move, Operation, Verb, read, split_move
from sync.domain.record import Row
from sync.server.remembered import WAITING
from sync.storage.state import Scopes
from sync.storage.tables import RecordTables
from tests.simulation.clerks import FORGED_AUTHOR
from tests.simulation.laptop import Laptop, Number, Save
from tests.simulation.log_order import in_order_of_log
from tests.simulation.raw import Raw
from tests.simulation.reference import (
    Change,
    Key,
    Log,
    State,
    Violations,
    kept_in_conflicts,
    merge_of,
    newer_at_centre,
    outcome_of,
    wanted_effects,
)
from tests.simulation.rows_as_stored import rows_of
from tests.simulation.stored import Stored
from tests.simulation.values import POISON
from tests.simulation.world import World

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


class CentreAudit:
    """Follows the centre's log and its verdicts; call `look` whenever the centre may have changed."""

    def __init__(self, world: World, violations: Violations) -> None:
        self._world = world
        self._wrong = violations
        self.log = Log()
        self.state = State()
        self.stored: dict[Number, Stored] = {}
        self.held: dict[int, set[int]] = {}
        """Dossiers that wait for a person, by device."""
        self._keys: dict[int, bytes] = {}
        self._taken: dict[Number, tuple[Number, bytes]] = {}
        """What renumbered laptops took along, as the centre knows it: under which number, with which hash."""
        self._rejected: dict[int, set[int]] = {}
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
        by_operation: dict[Number, list[Change]] = {}
        expected = {scope: self.log.head(scope) for scope, _ in heads}
        for change in changes:
            expected[change.scope] += 1
            if change.seq != expected[change.scope]:
                self._wrong.say("lost", "4.6", f"a gap before {change}")
            by_operation.setdefault(change.by, []).append(change)
        for scope, head in heads:
            if expected[scope] != head:
                self._wrong.say("diverged", "4.6", f"scope {scope}: head is not its last change")
        for number in [number for number in by_operation if number[0] == CENTRE_DEVICE]:
            published = by_operation.pop(number)
            self._keep(published)
            self.log.moved(published)
        for stored in in_order_of_log(self._fresh(rows), by_operation, self.log.head):
            self._follow(stored, by_operation.pop(stored.number, []))
        for number in by_operation:
            self._wrong.say("doubled", "4.2", f"{number} made changes again, or before it was decided")

    def rows_match(self, tables: RecordTables) -> None:
        """The tables hold what the log says."""
        with Raw(self._world.disk) as ask:
            rows = rows_of(ask, tables)
        if rows != self.state.all():
            self._wrong.say("diverged", "4.6", f"centre: {different(rows, self.state.all())}")

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
        operation, device = read(stored.record, catalog.BY_NUMBER), stored.number[0]
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

    def _follow(self, stored: Stored, changes: Sequence[Change]) -> None:
        """One operation was decided: in its turn, and as it must be."""
        operation = read(stored.record, catalog.BY_NUMBER)
        laptop = self._laptop(stored)
        self._in_turn(stored, operation)
        if operation.verb is not Verb.VOID:
            self._once(stored)
        self._whole(stored, changes, late=self._late_for(operation, laptop))
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
        """What a laptop says under another number now was not decided under its old one as well."""
        for laptop in self._world.laptops:
            for (old, digest), new in laptop.renumbered.items():
                if stored.number in (old, new):
                    if self._taken.get(new, (old, digest)) != (old, digest):
                        self._wrong.say("diverged", "4.2", f"{new} was {old}, and is taken for {self._taken[new]}")
                    both = self._decided_as(old, digest), self._decided_as(new)
                    if all(both):
                        self._wrong.say("doubled", "4.2", f"{old} was decided, and is {new} now")

    def _left_to_a_copy(self, stored: Stored) -> bool:
        """Whether it is answered that a copy did it; so it must be where one did, and only there."""
        before = self._taken.get(stored.number)
        others = (self.stored.get(other) for other, had in self._taken.items() if before and had == before)
        done = [one for one in others if one and one.final and one.verdict != "rejected" and not one.by_copy]
        twins = [one.number for one in done if one.number != stored.number and one.content() == stored.content()]
        if bool(twins) != stored.by_copy and stored.verdict != "rejected":
            self._wrong.say(
                "doubled" if twins else "lost", "4.2", f"{stored.number} and {twins} are one: {stored.answer}"
            )
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

    def _late_for(self, operation: Operation, laptop: Laptop) -> bool:
        """Whether its dossiers had left the laptop's province when it was decided, and it was written before."""
        scope = laptop.scopes.scope_of(catalog.BY_NAME[operation.kind])
        if operation.verb is Verb.VOID or scope is None:
            return False
        return self.log.moves.late(operation, laptop.place, self.log.seen(scope, operation.base))

    def _whole(self, stored: Stored, changes: Sequence[Change], *, late: bool) -> None:
        """Its changes stand side by side, and the verdict names the last of them, where the author may read it."""
        verdict, scope, seq, _ = stored.answer
        last = (changes[-1].scope, changes[-1].seq) if changes and not late else (0, 0)
        if (scope, seq) != last:
            self._wrong.say("diverged", "4.3", f"{stored.number} names {scope, seq}, not {last}")
        if [(c.scope, c.seq) for c in changes] != [(c.scope, changes[0].seq + at) for at, c in enumerate(changes)]:
            self._wrong.say("diverged", "4.4", f"the changes of {stored.number} are torn apart")
        if verdict == "rejected" and changes:
            self._wrong.say("diverged", "4.4", f"{stored.number} is rejected and changed rows")

    def _outcome(self, operation: Operation, laptop: Laptop, device: int) -> Outcome:
        scopes = laptop.scopes
        if self._late_for(operation, laptop):
            scopes = Scopes(self.log.moves.home(operation.dossier, laptop.place), scopes.compartments)
        newer = newer_at_centre(operation, laptop.scopes, self.log)
        return outcome_of(operation, self.state.over(scopes), device, newer)

    def _rejection(self, stored: Stored, operation: Operation, laptop: Laptop) -> None:
        """Rejected only for a reason: forged, forbidden by a check, or resting on what was rejected.

        Never for its row id, which the product gave and no clerk: that one save would be lost to her (ADR 13).
        """
        if any(code in str(stored.answer[3]) for code in ("row_exists", "row_of_another_device")):
            self._wrong.say("lost", "2", f"{stored.number} has a row id that is not its own: {stored.answer[3]}")
        rejected = self._rejected.setdefault(stored.number[0], set())
        if "follows_rejected" in str(stored.answer[3]):
            cause = bool(rejected.intersection(operation.dossiers))
        else:
            cause = operation.author == FORGED_AUTHOR or self._outcome(operation, laptop, stored.number[0]).blocked
        if not cause:
            self._wrong.say("lost", "3.3", f"{stored.number} is rejected without a cause: {stored.answer[3]}")
        rejected.update(operation.dossiers)

    def _correction(self, stored: Stored, operation: Operation, laptop: Laptop, changes: Sequence[Change]) -> None:
        row = self.state.row(operation.kind, operation.row)
        if row is None:
            self._wrong.say("diverged", "3.3", f"{stored.number} corrects no row and is {stored.verdict}")
            return
        newer = newer_at_centre(operation, laptop.scopes, self.log)
        wanted = merge_of(operation, row, stored.number[0], newer)
        for lost in kept_in_conflicts(wanted.clashes, changes, row):
            self._wrong.say("lost", "4.8", f"{stored.number}: {lost} stands in no conflict")
        written = {name: value for c in changes if c.key == (row.kind, row.id) for name, value in c.fields.items()}
        same = {n: v or None for n, v in written.items()} == {n: v or None for n, v in wanted.written.items()}
        if not same:
            self._wrong.say("lost", "4.8", f"{stored.number} wrote {written}, not {wanted.written}")
        verdict = "conflict" if wanted.clashes else "merged" if wanted.merged else "applied"
        if stored.verdict != verdict:
            self._wrong.say("diverged", "3.3", f"{stored.number}: {stored.verdict}, not {verdict}")

    def _effects(self, stored: Stored, operation: Operation, laptop: Laptop, changes: Sequence[Change]) -> None:
        outcome = self._outcome(operation, laptop, stored.number[0])
        written = [(c.key, dict(c.fields)) for c in changes]
        wanted = wanted_effects(outcome.effects)
        marks = sum(change.kind == "anomaly" for change in changes) if self._late_for(operation, laptop) else 0
        same = written[: len(wanted)] == wanted and len(written) == len(wanted) + len(outcome.clashes) + marks
        if not same:
            self._wrong.say("diverged", "3.3", f"{stored.number} wrote {written}, not {wanted}")


def different(found: Mapping[Key, Row], wanted: Mapping[Key, Row]) -> str:
    """In words, the first rows that differ."""
    keys = [key for key in sorted(found.keys() | wanted.keys()) if found.get(key) != wanted.get(key)]
    return "; ".join(f"{key}: {found.get(key)} instead of {wanted.get(key)}" for key in keys[:3])
