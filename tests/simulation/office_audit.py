"""The oracle at an office: its file against what it saved, what the centre said, and what its rows must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sync.domain import canonical, catalog
from sync.domain.decide import Outcome
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, Compartment
from sync.domain.operation import Operation, read, with_move
from sync.domain.outcome import Context
from sync.domain.record import Row
from sync.server.remembered import WAITING
from sync.storage.ledger import HELD, RESTS
from sync.storage.state import Scopes
from tests.simulation.centre_audit import CentreAudit, different
from tests.simulation.clerks import saved
from tests.simulation.laptop import Laptop, Number, Save
from tests.simulation.reference import Change, Key, Known, Mark, Sight, State, Violations, newer_at_office, outcome_of
from tests.simulation.rights import LET_GO, secret
from tests.simulation.rows_as_stored import Ask, rows_of

_OUTBOX = (
    "SELECT position, device, lane, n, record, hash, state, verdict, scope, seq, doubtful, problems"
    " FROM outbox ORDER BY position"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One operation as the office keeps it."""

    position: int
    number: Number
    operation: Operation
    save: Save
    state: str
    verdict: str | None
    scope: int
    seq: int
    doubtful: bool
    problems: str

    @property
    def decided(self) -> bool:
        """True once the office knows its verdict."""
        return self.state == "decided"


class OfficeAudit:
    """Watches one laptop; call `look` after every step that touched it."""

    def __init__(self, laptop: Laptop, centre: CentreAudit, violations: Violations) -> None:
        self._laptop = laptop
        self._centre = centre
        self._wrong = violations
        self._mirror = State()
        self._read: dict[int, int] = {}
        self._copied: dict[int, int] = {}
        self._verdicts: dict[int, tuple[str | None, int, int, str]] = {}
        self._epoch = 1
        self.kept: Sequence[Kept] = ()
        self.marks: Mapping[int, Mark] = {}
        self._held: set[tuple[int, int]] = set()
        self._emptied: set[tuple[int, int]] = set()
        self._scopes_here = laptop.scopes
        self._secret_start: int | None = None

    def begin_again(self, epoch: int) -> None:
        """Another file or another history: what was read is read again from the log; verdicts may be new."""
        self._epoch = epoch
        self._laptop.agreed = self._laptop.agreed and epoch <= 1
        self._mirror, self._read, self._verdicts = State(), {}, {}
        self._copied = {scope: self._centre.log.head(scope) for scope in self.marks}

    def look(self) -> None:
        """Read the file and check it."""
        laptop = self._laptop
        if laptop.mended:
            self._say("diverged", "3.5", f"{laptop.mended} rows had to be mended where nothing was damaged")
            laptop.mended = 0
        with laptop.raw() as ask:
            self.kept = [_kept(row) for row in ask(_OUTBOX)]
            marks = ask("SELECT scope, epoch, seq, complete, start FROM cursor ORDER BY scope")
            rows = rows_of(ask, laptop.replica.tables.records)
            self.marks = {scope: Mark(scope, epoch, seq, bool(complete)) for scope, epoch, seq, complete, _ in marks}
            self._lets_go(next((start for *mark, start in marks if mark[0] == secret(self._laptop)), None))
            self._numbers()
            self._scopes(ask, rows)
            if any(mark.epoch != self._centre.log.epoch for mark in self.marks.values()):
                return  # it has not heard yet that the centre was put back
            if self._epoch != self._centre.log.epoch:
                self.begin_again(self._centre.log.epoch)
            self._answers()
            settled = self._follow()
            self._held = set(ask("SELECT scope, seq FROM change"))
            self._emptied = {
                (scope, seq)
                for scope, seq, dossier in ask("SELECT scope, seq, dossier FROM change WHERE length(fields) = 0")
                if (scope, dossier) in self._centre.departed
            }
            if settled:
                self._rows(rows)
                self._tracking(ask)
                self._history(ask)
                self._index(ask, rows)

    def _say(self, family: str, rule: str, text: str) -> None:
        self._wrong.say(family, rule, f"office {self._laptop.number} (device {self._laptop.device}): {text}")

    def _numbers(self) -> None:
        """What was acknowledged is here with the same record, or archived; no gaps in numbers; nothing else is here."""
        saves = self._laptop.saves
        kept = {one.position: one.save for one in self.kept}
        let_go = [save for position, save in saves.items() if position not in kept]
        for position, save in saves.items():
            if position not in kept:
                if self._centre.safe.get(save.number) == save.digest:
                    continue
                self._say("lost", "4.1", f"{save.number} was saved and is nowhere")
            elif kept[position] == save:
                continue
            elif kept[position].number[0] == save.number[0] or kept[position].says != save.says:
                self._say("lost", "4.1", f"{save.number} has another record than was saved")
            else:
                self._laptop.renumber(position, kept[position])  # it has another number now, and says the same
        for position in kept.keys() - saves.keys():
            self._say("diverged", "4.10", f"{kept[position].number} is kept and its save failed")
        for lane in (0, 1):
            given = sorted(
                s.number[2] for s in [*kept.values(), *let_go] if s.number[:2] == (self._laptop.device, lane)
            )
            if given != list(range(1, len(given) + 1)):
                self._say("diverged", "2", f"lane {lane} has gaps: {given}")

    def _answers(self) -> None:
        """A verdict is the centre's, and never changes."""
        for one in self.kept:
            stored = self._centre.stored.get(one.number)
            if not one.decided:
                if one.position in self._verdicts:
                    self._say("diverged", "4.3", f"{one.number} was decided and is not any more")
                continue
            answer = (one.verdict, one.scope, one.seq, one.problems)
            if self._verdicts.setdefault(one.position, answer) != answer:
                self._say("diverged", "4.3", f"{one.number}: {self._verdicts[one.position]} became {answer}")
            # Rejected in an earlier history: it is not offered again, so a copy that came late waits there for ever,
            # and where a copy of the centre is put back that has it decided, both say what they know (ADR 13).
            rejected, unoffered = (one.number, one.save.digest), stored is None or stored.state == WAITING
            if unoffered and rejected in self._centre.told_rejected:
                continue
            if one.verdict == "rejected" and rejected in self._centre.rejected_before:
                continue
            if stored is None or not stored.final:
                self._say("lost", "4.1", f"{one.number} is {one.verdict} here and undecided at the centre")
            elif stored.digest != one.save.digest:
                self._say("lost", "4.1", f"{one.number}: the centre holds another record")
            elif stored.verdict != one.verdict or (one.seq and stored.answer[1:3] != (one.scope, one.seq)):
                self._say("diverged", "4.3", f"{one.number} is {one.verdict} here and {stored.answer} at the centre")

    def _lets_go(self, start: int | None) -> None:
        """What was let go of is not read here; when the right comes back, perhaps in the same exchange, it is read from
        its beginning, and `start` is another."""
        scope = secret(self._laptop)
        gone = scope in self.marks and self.marks[scope].seq == LET_GO
        general = Scopes(self._laptop.place, frozenset({Compartment.GENERAL}))
        self._scopes_here = general if gone else self._laptop.scopes
        if gone:
            self.marks = {one: mark for one, mark in self.marks.items() if one != scope}
        if start != self._secret_start:
            self._mirror.let_go(scope)
            self._read.pop(scope, None)
            self._copied.pop(scope, None)
        self._secret_start = start

    def _scopes(self, ask: Ask, rows: Mapping[Key, Row]) -> None:
        """No row of another place or compartment, nor of one that was let go of."""
        allowed = set(self._scopes_here.all)
        found = {row.scope for row in rows.values()} | set(self.marks)
        for table in ("change", "mirror"):
            found |= {one[0] for one in ask(f"SELECT DISTINCT scope FROM {table}")}  # noqa: S608  # fixed words
        if self._laptop.enrolled and found - allowed:
            self._say("diverged", "4.11", f"holds something of scopes {sorted(found - allowed)}")

    def _follow(self) -> bool:
        """Bring the mirror of the oracle to the office's cursors; False while a first copy leads or trails them."""
        log = self._centre.log
        fresh = [scope for scope, mark in self.marks.items() if not mark.complete]
        for scope in fresh:
            self._copied.pop(scope, None)
        if fresh:
            return False
        for scope, mark in self.marks.items():
            # Rows of a first copy may be newer than its head: nothing is exact until pages have passed that point.
            self._copied.setdefault(scope, log.head(scope))
            known = self._read.get(scope, 0)
            if mark.seq < known or mark.seq > log.head(scope):
                self._say(
                    "diverged", "4.6", f"scope {scope}: read up to {mark.seq}, was {known}, there is {log.head(scope)}"
                )
                return False
            self._whole(scope, mark.seq)
            for change in log.between(scope, known, mark.seq):
                self._mirror.apply(change)
            self._read[scope] = mark.seq
        return (
            self._laptop.agreed
            and bool(self.marks)
            and all(self._read[scope] >= self._copied[scope] for scope in self.marks)
        )

    def _whole(self, scope: int, seq: int) -> None:
        """All of an operation's changes are here, or none."""
        edge: Sequence[Change] = self._centre.log.between(scope, seq - 1, seq + 1) if seq else ()
        torn = len(edge) == 2 and edge[0].by == edge[1].by and edge[0].by[0] != CENTRE_DEVICE
        if torn and self._copied.get(scope, 0) < seq:
            self._say("diverged", "4.4", f"scope {scope}: read up to {seq}, in the middle of {edge[0].by}")

    def pending(self) -> list[Kept]:
        """What is not yet in the mirror, in the order in which it was saved; of what was let go of nothing is shown."""
        here = set(self._scopes_here.all)
        return [
            one
            for one in self.kept
            if (not one.decided and one.scope in here)
            or (
                one.verdict != "rejected"
                and one.seq
                and one.scope in self.marks
                and one.seq > self.marks[one.scope].seq
            )
        ]

    def _rows(self, rows: Mapping[Key, Row]) -> None:
        """The rows shown are the mirror's with what is pending on top, in order; doubts are marked."""
        state = self._mirror.over(self._scopes_here)
        rejected: set[int] = set()
        for one in self.pending():
            follows = not one.decided and bool(rejected.intersection(one.operation.dossiers))
            outcome = self._outcome(one, state, follows=follows)
            if outcome.blocked and not one.decided:
                rejected.update(one.operation.dossiers)
            for effect in outcome.effects:
                state.put((effect.kind, effect.row), (effect.scope, effect.dossier), effect.fields, effect.extra)
            if not one.decided and one.doubtful != _is_doubtful(outcome):
                self._say("diverged", "4.7", f"{one.number} is {'' if one.doubtful else 'not '}doubtful")
        wanted = state.all()
        if rows != wanted:
            self._say("diverged", "4.7", f"shows {different(rows, wanted)}")

    def _outcome(self, one: Kept, state: State, *, follows: bool) -> Outcome:
        """What must come of a pending operation; where the office cannot tell, what it says must come of it."""
        exact = self._run(one, state, Sight.EXACT, follows=follows)
        if one.decided or one.doubtful == _is_doubtful(exact):
            return exact
        others = (self._run(one, state, sight, follows=follows) for sight in (Sight.HIDDEN, Sight.GUESSED))
        return next((other for other in others if one.doubtful == _is_doubtful(other)), exact)

    def _run(self, one: Kept, state: State, sight: Sight, *, follows: bool) -> Outcome:
        written: dict[Key, dict[str, set[Value]]] = {}
        for other in self.kept:
            if other.decided and other.verdict != "rejected" and other.number[0] == one.number[0]:
                about = written.setdefault((other.operation.kind, other.operation.row), {})
                for name, value in other.operation.fields.items():
                    about.setdefault(name, set()).add(value or None)
        known = Known(lambda scope: self.marks[scope].seq, self._held, self._emptied, written, self._by_copies())
        newer = newer_at_office(one.operation, self._scopes_here, self._centre.log, known, sight)
        author = self._laptop.author_of(one.operation)
        return outcome_of(one.operation, state, Context(one.number[0], newer, author=author, behind=follows))

    def _by_copies(self) -> set[Number]:
        """What the centre decided under this laptop's number and is not known here to be its own: another computer with
        a copy of its file saved it, or sent it."""
        device = self._laptop.device
        known = {(one.number, one.save.digest) for one in self.kept if one.decided}
        put_away = self._laptop.saves.keys() - {one.position for one in self.kept}
        known |= {(self._laptop.saves[at].number, self._laptop.saves[at].digest) for at in put_away}
        stored = self._centre.stored.items()
        return {number for number, one in stored if number[0] == device and (number, one.digest) not in known}

    def _tracking(self, ask: Ask) -> None:
        """The mirror holds the centre's rows of the dossiers with pending operations, and nothing else."""
        wanted = {dossier for one in self.pending() for dossier in one.operation.dossiers}
        tracked = {row[0] for row in ask("SELECT dossier FROM tracked")}
        if tracked != wanted:
            self._say("diverged", "4.7", f"tracks {sorted(tracked)}, not {sorted(wanted)}")
        mirror: dict[Key, Row] = {}
        for number, row, dossier, scope, fields in ask("SELECT kind, id, dossier, scope, fields FROM mirror"):
            kind = catalog.BY_NUMBER[number]
            held, extra = canonical.decode_fields(bytes(fields), kind.by_number)
            mirror[(kind.name, row)] = Row(kind.name, row, dossier, scope, held, extra)
        centre = {key: row for key, row in self._mirror.all().items() if row.dossier in wanted}
        if mirror != centre:
            self._say("diverged", "4.6", f"mirror: {different(mirror, centre)}")

    def _history(self, ask: Ask) -> None:
        """The history shown is the centre's log, as far as it was read, and whole since the first copy."""
        found = ask(
            "SELECT scope, seq, kind, row, device, lane, n, author, day, fields FROM change ORDER BY scope, seq"
        )
        since = {(scope, at) for scope in self.marks for at in range(self._copied[scope] + 1, self._read[scope] + 1)}
        if not self._held >= since:
            self._say("diverged", "4.6", f"history lacks {sorted(since - self._held)}")
        gone = self._centre.log.gone(self.marks.values())
        for scope, seq, kind, row, device, lane, n, author, day, fields in found:
            (wanted,) = self._centre.log.between(scope, seq - 1, seq)
            held, unknown = canonical.decode_fields(bytes(fields), catalog.BY_NUMBER[kind].by_number)
            here = (catalog.BY_NUMBER[kind].name, row, (device, lane, n), author, day, held, unknown)
            content = dict(wanted.fields), with_move(wanted.extra, wanted.move)
            if (scope, seq) in self._emptied:
                content = {}, b""  # it has left this province: only the number stays
            elif seq < gone.get((scope, wanted.dossier), 0):
                self._say("diverged", "4.11", f"history {scope}/{seq} of somebody who left is kept")
            there = (wanted.kind, wanted.row, wanted.by, wanted.author, wanted.day, *content)
            if here != there:
                self._say("diverged", "4.6", f"history {scope}/{seq}: {here}, at the centre {there}")

    def _index(self, ask: Ask, rows: Mapping[Key, Row]) -> None:
        """Everybody who is shown is listed and found; who is known by a stub or the directory alone is found."""
        listed = {row[0] for row in ask("SELECT id FROM person_index")}
        found = {row[0] for row in ask("SELECT rowid FROM person_search")}
        people = [row for (kind, _), row in rows.items() if kind == "employee"]
        wanted = {row.id for row in people if not row.withdrawn and not row.get("merged_into")}
        known = [row for (kind, _), row in rows.items() if kind in ("transfer_stub", "directory_entry")]
        only_known = {row.id for row in known if not row.get("merged_into") and ("employee", row.id) not in rows}
        for ids, right in ((listed, wanted), (found, wanted | only_known)):
            if ids != right:
                self._say("diverged", "4.7", f"finds {sorted(ids ^ right)} or not, wrongly")

    def at_rest(self, *, entitled: bool) -> None:
        """After two syncs on a fair line: everything is read, and decided but for what is held.

        `entitled` is whether the centre gives this laptop the confidential compartment now.
        """
        log, held = self._centre.log, set[int]().union(*self._centre.held.values(), self._resting())
        wanted = [scope for scope in self._laptop.scopes.all if entitled or scope != secret(self._laptop)]
        if not entitled and secret(self._laptop) in self.marks:
            self._say("diverged", "4.11", "keeps a compartment that it has no right to any more")
        for scope in wanted:
            mark = self.marks.get(scope)
            if mark is None or not mark.complete or mark.seq != log.head(scope):
                self._say("diverged", "4.5", f"scope {scope} is read up to {mark}, there is {log.head(scope)}")
        self.nothing_waits(at_rest=True)
        waiting = {dossier for one in self.pending() for dossier in one.operation.dossiers}
        if waiting - held:
            self._say("diverged", "4.5", f"dossiers {sorted(waiting - held)} wait for nothing")

    def _resting(self) -> set[int]:
        """Dossiers of steps that rest until another laptop brings back what a restore lost (ADR 36)."""
        found = [one for one in self.kept if (there := self._centre.stored.get(one.number)) and there.state == RESTS]
        return {dossier for one in found for dossier in one.operation.dossiers}

    def nothing_waits(self, *, at_rest: bool = False) -> None:
        """After an exchange that went through: what is undecided is held at the centre.

        What rested and is decided in the exchange in which it was offered is told in the next one.
        """
        for one in self.kept:
            stored = self._centre.stored.get(one.number)
            mine = stored is not None and stored.digest == one.save.digest
            if not at_rest and mine and one.number in self._centre.rested:
                continue
            if not one.decided and (stored is None or not mine or stored.state not in (HELD, RESTS)):
                self._say("diverged", "4.5", f"{one.number} waits, and the centre does not hold it")


def _is_doubtful(outcome: Outcome) -> bool:
    return outcome.blocked or bool(outcome.clashes) or bool(outcome.irregular)


def _kept(row: tuple[Any, ...]) -> Kept:
    position, device, lane, n, record, digest, state, verdict, scope, seq, doubtful, problems = row
    save = saved((position, device, lane, n, digest, record))
    operation = read(bytes(record), catalog.BY_NUMBER)
    return Kept(position, save.number, operation, save, state, verdict, scope, int(seq or 0), bool(doubtful), problems)
