"""A carrier that knows what its network did before, and learns from each request; kept in the office's journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from sync.client.journal import Journal
from sync.client.pacing import Pacer, Trip
from sync.protocol.exchange import Exchange, Traffic
from sync.protocol.messages import Frame


@runtime_checkable
class Networked(Protocol):
    """A carrier over a network: what the network is called here, and after how many silent seconds it gives up."""

    stall_s: float

    @property
    def network(self) -> str:
        """A word for the network in use (client/network.py)."""


class PacedExchange:
    """Measures the requests of one exchange; `ms` is a clock that never goes back. Raises StorageError when made."""

    def __init__(self, carrier: Exchange, journal: Journal, ms: Callable[[], float]) -> None:
        self._carrier = carrier
        self._journal = journal
        self._ms = ms
        self._network = carrier.network if isinstance(carrier, Networked) else ""
        self.pacer = Pacer(journal.pace(self._network))
        self._follow()

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send and receive as the carrier does."""
        up, down, began = traffic.bytes_up, traffic.bytes_down, self._ms()
        first = None
        for frame in self._carrier.exchange(frames, traffic):
            first = self._ms() if first is None else first
            yield frame
        ended = self._ms()
        trip = Trip(traffic.bytes_up - up, traffic.bytes_down - down, (first or ended) - began, ended - began)
        self.pacer.measured(trip)
        self._follow()

    def keep(self) -> None:
        """Write down what was learned. Raises StorageError."""
        self._journal.keep_pace(self._network, self.pacer.pace)

    def close(self) -> None:
        """End the connection, where the carrier keeps one."""
        close = getattr(self._carrier, "close", None)
        if close is not None:
            close()

    def _follow(self) -> None:
        if isinstance(self._carrier, Networked):
            self._carrier.stall_s = self.pacer.pace.stall_s
