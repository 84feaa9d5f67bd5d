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
from sync.protocol.messages import Fault, Frame
from sync.server.service import Centre, Conversation
from sync.storage.errors import StorageError
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

    def at_centre(self, work: Callable[[Centre], T]) -> T:
        """Do something at the centre; raises Unreachable when it was killed meanwhile."""


@dataclass
class Late:
    """What is still on its way: a whole request, or the rest of one that the centre has begun to receive."""

    payloads: list[bytes]
    begun: Conversation | None = None

    def deliver(self, centre: Centre) -> None:
        """It arrives; nobody waits for the answer."""
        rest = iter(self.payloads)
        conversation = self.begun or centre.open(next(rest))
        for payload in rest:
            conversation.receive(payload)
        conversation.decide()
        for _ in conversation.answer():
            pass


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
    ways: dict[Way, int] = field(default_factory=dict)
    last: Way = Way.WHOLE

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's as a real carrier does; raises ExchangeError."""
        way = Way.WHOLE if self.fair else self._way()
        self.ways[way] = self.ways.get(way, 0) + 1
        self.last = way
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
        traffic.bytes_down += len(down)
        for payload in codec.Splitter().feed(down):
            frame = codec.unpack_down(payload)
            if isinstance(frame, Fault):
                raise refusal(frame)
            yield frame
        if way is Way.CUT_DOWN:
            raise Unreachable("cut on the way down")

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
        weights[Way.WHOLE] = 1.0
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _answer(self, way: Way, body: bytes, payloads: list[bytes]) -> list[bytes]:
        """The answer's frames; raises when none comes."""
        if way is Way.LATE:
            self.late.append(Late(payloads))
            raise Unreachable("no line")
        if way is Way.CUT_UP:
            cut = self.chance.randrange(len(body) + 1)
            self.centre.at_centre(lambda centre: _receive(centre, list(codec.Splitter().feed(body[:cut]))))
            raise Unreachable("cut on the way up")
        if way is Way.STALLED:
            whole = self.chance.randrange(len(payloads))
            begun = self.centre.at_centre(lambda centre: _receive(centre, payloads[:whole]))
            self.late.append(Late(payloads[whole:], begun))
            raise Unreachable("stalled on the way up")
        if way is Way.AGAIN_LATER:
            self.late.append(Late(payloads))
        answer = self.centre.at_centre(lambda centre: _answered(centre, payloads))
        if way is Way.TWICE:
            answer = self.centre.at_centre(lambda centre: _answered(centre, payloads))
        if way in (Way.LOST_REPLY, Way.GATEWAY):
            raise Unreachable("no reply")
        return answer

    def _shuffled(self, answer: list[bytes]) -> list[bytes]:
        at = self.chance.randrange(len(answer))
        if self.chance.random() < 0.5:
            return [*answer[: at + 1], *answer[at:]]
        return [*answer[:at], *reversed(answer[at : at + 2]), *answer[at + 2 :]]


def _receive(centre: Centre, payloads: list[bytes]) -> Conversation | None:
    """Store the whole frames of a request that is not complete."""
    if not payloads:
        return None
    conversation = centre.open(payloads[0])
    for payload in payloads[1:]:
        conversation.receive(payload)
    return conversation


def _answered(centre: Centre, payloads: list[bytes]) -> list[bytes]:
    conversation = _receive(centre, payloads)
    assert conversation is not None
    conversation.decide()
    return [codec.down(frame) for frame in conversation.answer()]
