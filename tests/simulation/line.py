"""The line between a laptop and the centre: whole, cut at a byte, without a reply, twice, late, out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Protocol, TypeVar

from sync.client.errors import Busy, Unreachable
from sync.client.refusal import refusal
from sync.protocol import codec
from sync.protocol.errors import WireError
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Fault, Frame, NewHistory
from sync.server.service import Centre, Conversation
from sync.storage.errors import StorageError
from tests.exchange.laptop import taken_in
from tests.simulation.matrix import NOWHERE, Matrix, Phase, Phases, Strike, is_end, of_frame, of_request
from tests.simulation.values import Rates

T = TypeVar("T")


class Way(StrEnum):
    """What becomes of one request."""

    WHOLE = "whole"
    CUT_UP = "cut_up"
    CUT_DOWN = "cut_down"
    LOST_REPLY = "lost_reply"
    TWICE = "twice"  # the same request again, at once
    LATE = "late"  # nothing arrives now; all of it arrives later, when nobody listens any more
    AGAIN_LATER = "again_later"  # answered now, and delivered again later
    STALLED = "stalled"  # some frames arrive now, the rest of the same request later
    GATEWAY = "gateway"  # 5xx after the centre's commit
    SHUFFLED = "shuffled"  # the answer's frames twice or swapped


class At(Protocol):
    """The centre as the line reaches it: it may be killed in the middle."""

    matrix: Matrix
    phases: Phases
    """What the exchange that runs now is doing."""
    epoch: int
    revoked: set[int]

    def at_centre(self, work: Callable[[Centre], T]) -> T:
        """Do something at the centre; raises Unreachable when it was killed meanwhile."""


@dataclass
class Late:
    """What is still on its way: a whole request, or the rest of one that the centre has begun to receive."""

    payloads: list[bytes]
    line: Line
    about: Phases
    answered: bool = False
    """It arrived once already."""
    begun: Conversation | None = None

    def __post_init__(self) -> None:
        self._number = self.line.requests

    def deliver(self, centre: Centre) -> None:
        """It arrives; nobody waits for the answer."""
        about = self.about | _deciding(self.about)
        if self.answered:
            self.line.centre.matrix.strike(Strike.DUPLICATE, about)
        if self.line.through > self._number:  # a newer request was answered before it
            self.line.centre.matrix.strike(Strike.REORDER, about)
        rest = iter(self.payloads)
        conversation = self.begun or centre.open(next(rest))
        for payload in rest:
            conversation.receive(payload)
        conversation.decide()
        for _ in conversation.answer():
            pass


def _deciding(about: Phases) -> Phases:
    """What is pushed is decided."""
    return frozenset({Phase.DECIDE}) if Phase.PUSH in about else NOWHERE


@dataclass
class Line:
    """One laptop's carrier."""

    centre: At
    chance: Random
    rates: Rates
    late: list[Late]
    fair: bool = False
    copying: bool = False
    """A first copy is cut more often: it is long."""
    aimed: bool = False
    """What this exchange is about comes seldom: its answer is lost, shuffled or comes twice more often."""
    ways: dict[Way, int] = field(default_factory=dict)
    last: Way = Way.WHOLE
    meanwhile: Callable[[], None] = lambda: None
    """What others do in the middle of an exchange; `At.phases` says in the middle of what."""
    before_centre: Callable[[Phases], None] = lambda _: None
    before_office: Callable[[Phases], None] = lambda _: None
    """Called before the centre works on a part of a request, and before a frame of its answer arrives."""
    requests: int = 0
    through: int = 0
    """The newest request that was answered."""
    _returning: bool = False
    """From the news of another history until all is exchanged with it."""

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's as a real carrier does; raises ExchangeError."""
        way = Way.WHOLE if self.fair else self._way()
        self.ways[way] = self.ways.get(way, 0) + 1
        self.last = way
        self.requests += 1
        body = b"".join(frames)
        payloads = list(codec.Splitter().feed(body))
        traffic.bytes_up += len(body)
        try:
            answer = self._answer(way, body, payloads)
        except WireError as wrong:
            raise refusal(Fault(wrong.code.value, wrong.retry_after_s)) from wrong
        except StorageError as wrong:
            raise Busy from wrong
        if way is Way.SHUFFLED:
            answer = self._shuffled(answer)
        down = b"".join(answer)
        if way is Way.CUT_DOWN:
            down = down[: self.chance.randrange(len(down) + 1)]
            self._lose(answer, len(down))
        traffic.bytes_down += len(down)
        yield from self._frames(down)
        if way is Way.CUT_DOWN:
            raise Unreachable("cut on the way down")
        self.through = self.requests

    def _frames(self, down: bytes) -> Iterator[Frame]:
        for payload in codec.Splitter().feed(down):
            frame = codec.unpack_down(payload)
            if isinstance(frame, Fault):
                raise refusal(frame)
            self._returning = self._returning or isinstance(frame, NewHistory)
            self.centre.phases = of_frame(frame) | self._returned
            self._expect(self.before_office)
            yield frame
            self._returning = self._returning and not is_end(frame)
            self._between()

    @property
    def _returned(self) -> Phases:
        return frozenset({Phase.RESTORE}) if self._returning else NOWHERE

    def _between(self) -> None:
        if not self.fair:
            self.meanwhile()

    def _expect(self, misfortune: Callable[[Phases], None]) -> None:
        if not self.fair:
            misfortune(self.centre.phases)

    def _strike(self, strike: Strike, phases: Phases) -> None:
        self.centre.matrix.strike(strike, phases)

    def _lose(self, answer: Sequence[bytes], arrived: int) -> None:
        """Count the frames of an answer of which no more than so many bytes arrive as cut off."""
        at, lost = 0, self._returned
        for frame in answer:
            at += len(frame)
            lost |= _about([frame]) if at > arrived else NOWHERE
        self._strike(Strike.CUT, lost)

    def _way(self) -> Way:
        rates = self.rates
        weights = {
            Way.CUT_UP: rates.cut / 2,
            Way.CUT_DOWN: rates.cut / 2 + self.copying,
            Way.LOST_REPLY: rates.lose_reply,
            Way.TWICE: rates.repeat,
            Way.LATE: rates.late / 2,
            Way.AGAIN_LATER: rates.late / 2,
            Way.STALLED: rates.stall,
            Way.GATEWAY: rates.gateway,
            Way.SHUFFLED: rates.shuffle,
        }
        for way in (Way.TWICE, Way.SHUFFLED, Way.LOST_REPLY) if self.aimed else ():
            weights[way] += 0.3
        weights[Way.WHOLE] = 1.0
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _answer(self, way: Way, body: bytes, payloads: list[bytes]) -> list[bytes]:
        """The answer's frames; raises when none comes."""
        about = of_request(payloads, self.centre.epoch) | self._returned
        self.centre.phases = about
        if codec.open_hello(payloads[0]).device in self.centre.revoked:
            self._strike(Strike.REVOKED, about | _deciding(about))
        if way in (Way.LATE, Way.CUT_UP, Way.STALLED):
            self._strike(Strike.CUT, about)
        if way is Way.LATE:
            self.late.append(Late(payloads, self, about))
            raise Unreachable("no line")
        if way is Way.CUT_UP:
            cut = self.chance.randrange(len(body) + 1)
            self._receive(list(codec.Splitter().feed(body[:cut])))
            raise Unreachable("cut on the way up")
        if way is Way.STALLED:
            whole = self.chance.randrange(len(payloads))
            begun, _ = self._receive(payloads[:whole])
            self.late.append(Late(payloads[whole:], self, about, begun=begun))
            raise Unreachable("stalled on the way up")
        if way is Way.AGAIN_LATER:
            self.late.append(Late(payloads, self, about, answered=True))
        answer = self._answered(payloads, about)
        if way is Way.TWICE:
            answer = self._answered(payloads, about)
            self._strike(Strike.DUPLICATE, about | _deciding(about) | _about(answer))
        if way in (Way.LOST_REPLY, Way.GATEWAY):
            self._strike(Strike.LOST_REPLY, about | _deciding(about) | _about(answer))
            raise Unreachable("no reply")
        return answer

    def _receive(self, payloads: Sequence[bytes]) -> tuple[Conversation | None, Centre | None]:
        """Store the whole frames of a request, complete or not; gives the centre that holds the conversation too."""

        def receive(centre: Centre) -> tuple[Conversation | None, Centre]:
            conversation = centre.open(payloads[0]) if payloads else None
            for payload in payloads[1:]:
                assert conversation is not None
                conversation.receive(payload)
            return conversation, centre

        return self.centre.at_centre(receive)

    def _answered(self, payloads: Sequence[bytes], about: Phases) -> list[bytes]:
        self.centre.phases = about
        self._expect(self.before_centre)
        # A server that has the whole request stores its last frame as it decides it; one that waits for more does not.
        together = sum(map(len, payloads)) % 2 == 0
        begun_at: Centre | None
        if together:
            (conversation, last), begun_at = self.centre.at_centre(lambda centre: (taken_in(centre, payloads), centre))
        else:
            begun, begun_at = self._receive(payloads)
            assert begun is not None
            conversation, last = begun, b""
        self._between()

        def decide(centre: Centre) -> None:
            self._same(centre, begun_at)
            conversation.decide(last)

        def answer(centre: Centre) -> list[bytes]:
            self._same(centre, begun_at)
            return [codec.down(frame) for frame in conversation.answer()]

        self.centre.phases = (about if together else about - {Phase.PUSH}) | _deciding(about)
        self._expect(self.before_centre)
        self.centre.at_centre(decide)
        self._between()
        self.centre.phases = about - {Phase.PUSH} | {Phase.REPLY}
        self._expect(self.before_centre)
        return self.centre.at_centre(answer)

    def _same(self, centre: Centre, begun_at: Centre | None) -> None:
        """A centre that was stopped in the middle of a request knows nothing of it when it stands again."""
        if centre is not begun_at:
            raise Unreachable("the centre was stopped")

    def _shuffled(self, answer: list[bytes]) -> list[bytes]:
        at = self.chance.randrange(len(answer))
        if self.chance.random() < 0.5:
            self._strike(Strike.DUPLICATE, _about(answer[at : at + 1]) | self._returned)
            return [*answer[: at + 1], *answer[at:]]
        if at + 1 < len(answer):
            self._strike(Strike.REORDER, _about(answer[at : at + 2]) | self._returned)
        return [*answer[:at], *reversed(answer[at : at + 2]), *answer[at + 2 :]]


def _about(answer: Sequence[bytes]) -> Phases:
    """What the frames of an answer are about."""
    payloads = codec.Splitter().feed(b"".join(answer))
    return NOWHERE.union(*(of_frame(codec.unpack_down(payload)) for payload in payloads))
