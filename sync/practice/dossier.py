"""A dossier of a practice province that grows act by act, as an office would have written it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sync.domain import lifecycle
from sync.domain.act import typed
from sync.domain.administrative_act import AdministrativeAct, Track
from sync.domain.entities.step import ActStep, ConfidentialStep
from sync.domain.fields import Value
from sync.domain.health_leave import HealthLeave
from sync.domain.ids import Compartment
from sync.domain.lifecycle import Level, State
from sync.domain.record import Row
from sync.practice.draws import Draw
from sync.practice.numbering import ACTS_EACH, STEPS_EACH, made_row, practice_id
from sync.practice.people import Person, World, day
from sync.practice.published import Published

_STEPS_SINCE = 400
"""Days: older acts came with the list of another system, which says what was decided and not step by step."""
_PAID_AFTER = 75
_REMARKS = ("تنقص شهادة مصادق عليها", "الوثيقة غير مقروءة", "يرجى توضيح الفترة")


@dataclass
class Dossier:
    """The acts and steps of one person, and the days on which she is on leave or elsewhere."""

    world: World
    rules: Published
    one: Person
    draw: Draw
    acts: list[Row] = field(default_factory=list)
    steps: list[Row] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)

    def is_free(self, first: int, last: int) -> bool:
        """Whether no leave and no position touches these days."""
        return all(last < begin or end < first for begin, end in self.taken)

    def decided(
        self, cls: type[AdministrativeAct], first: int, last: int = 0, ended: int = 0, /, **facts: Value
    ) -> Row:
        """An accepted act from one day to another (0: without end); `ended` is the day on which it was ended."""
        afterwards = cls.TRACK is Track.ABSENCE or issubclass(cls, HealthLeave)  # known only when it has begun
        registered = min(first + (1 if afterwards else -6) + self.draw.below(5), self.world.today - 2)
        decided = min(registered + 2 + self.draw.below(9), self.world.today)
        notified = decided + 1 + self.draw.below(5)
        told = notified <= self.world.today
        values = self._request(cls, registered, first, last) | facts
        level = self.rules.level(cls.CODE, self.world.directorate.place, day(decided), last - first + 1 if last else 0)
        state = State.ENDED if ended else State.NOTIFIED if told else State.ACCEPTED
        number = f"{1 + self.draw.below(4800)}/{date.fromordinal(decided).year}"
        values |= {
            "state": state.value,
            "decision": "accepted",
            "decided_on": day(decided),
            "decided_level": level.value,
            "decision_number": number,
            "notified_on": day(notified) if told else "",
            "ended_on": day(ended),
            "pay_state": self._pay_state(cls, decided),
        }
        row = self._keep(cls, values)
        if self.world.today - decided <= _STEPS_SINCE:
            name = "accept" if level is Level.PROVINCE else "enter_accepted"
            self._step(row, name, decided, number=number, level=level.value)
            if told:
                self._step(row, "notify", notified)
            if ended:
                self._step(row, "end", ended)
        return row

    def asked(
        self, cls: type[AdministrativeAct], state: State, first: int, last: int = 0, since: int = 9, /, **facts: Value
    ) -> Row:
        """A request that is not decided, registered `since` days ago."""
        registered = self.world.today - since
        values = self._request(cls, registered, first, last) | facts | {"state": state.value}
        moved = min(registered + 2, self.world.today)
        if state is State.RETURNED:
            values["papers"] = ""
        if state is State.OPINION:
            values["opinion"] = "favourable"
        if state is State.REFERRED:
            values["referred_on"] = day(moved)
        row = self._keep(cls, values)
        if state is State.STUDY:
            self._step(row, "study", moved)
        elif state is State.RETURNED:
            self._step(row, "return", moved, remark=self.draw.pick(_REMARKS))
        elif state is State.OPINION:
            self._step(row, "opinion", moved, opinion="favourable")
        elif state is State.REFERRED:
            self._step(row, "refer", moved, number=f"{1 + self.draw.below(900)}/{date.fromordinal(moved).year}")
        return row

    def _request(self, cls: type[AdministrativeAct], registered: int, first: int, last: int) -> dict[str, Value]:
        return {
            "employee": self.one.id,
            "from_on": day(first),
            **({"to_on": day(last)} if last else {}),
            "registered_on": day(registered),
            "papers": " ".join(cls.PAPERS),
        }

    def _pay_state(self, cls: type[AdministrativeAct], decided: int) -> str:
        if cls.PAY == "none":
            return "none"
        return "applied" if self.world.today - decided > _PAID_AFTER else "to_send"

    def _keep(self, cls: type[AdministrativeAct], values: Mapping[str, Value]) -> Row:
        own = practice_id(self.world.device, "act", self.one.index * ACTS_EACH + len(self.acts))
        confidential = cls.KIND.compartment is Compartment.CONFIDENTIAL
        scope = self.world.confidential if confidential else self.world.general
        numbered = {**values, "provisional_number": lifecycle.provisional_number(own)}
        row = made_row(cls, own, self.one.id, scope, numbered)
        self.acts.append(row)
        if cls.TRACK not in (Track.NONE, Track.TASK):
            first, last = (date.fromisoformat(one).toordinal() for one in typed(cls, row).period)
            self.taken.append((first, last))
        return row

    def _step(self, about: Row, name: str, on: int, /, **facts: Value) -> None:
        cls = ConfidentialStep if about.scope == self.world.confidential else ActStep
        own = practice_id(self.world.device, "step", self.one.index * STEPS_EACH + len(self.steps))
        said: dict[str, Value] = {"employee": self.one.id, "act_kind": about.kind, "act_row": about.id, "step": name}
        self.steps.append(made_row(cls, own, self.one.id, about.scope, {**said, "on": day(on), **facts}))
