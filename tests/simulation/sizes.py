"""Sizes of batches, frames, pages, slices, drawn per seed: small ones show in 60 steps what thousands of rows hide."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from random import Random
from types import ModuleType
from typing import Any

from sync.client import engine, loading, outbox, pacing, request, work
from sync.domain.decide import Context, Outcome, decide
from sync.domain.operation import Operation, Reader
from sync.protocol import ticket
from sync.server import answer, copies, decision, pull, push
from tests.simulation.values import POISON

_SIZES: Sequence[tuple[ModuleType, str, Sequence[int]]] = (
    (loading, "BATCH", (1, 2, 5, 2000)),
    (loading, "BESIDE_DESK", (1, 60, 640)),
    (request, "UP_FRAME_BYTES", (1, 150, 4096)),
    (pacing, "LEAST", (1, 100, 4096)),
    (engine, "BUDGET", (1, 400, 3000, 4_194_304)),
    (outbox, "BATCH_BYTES", (1, 300, 1_048_576)),
    (outbox, "_IN", (1, 3, 400)),
    (work, "_IN", (1, 2, 400)),
    (pull, "PAGE_BYTES", (1, 60, 200, 32_768)),
    (pull, "_READ", (1, 2, 500)),
    (push, "SLICE", (1, 2, 5, 200)),
    (push, "_IN", (1, 3, 1000)),
    (answer, "_VERDICTS_A_FRAME", (1, 3, 500)),
)
_ALIKE: Sequence[tuple[ModuleType, str, ModuleType, str]] = (
    (copies, "PAGE_BYTES", pull, "PAGE_BYTES"),
    (copies, "_READ", pull, "_READ"),
    (copies, "_PEOPLE", pull, "_READ"),
)
"""Sizes that go with another one: a draw of their own would change what every known seed does."""


@contextmanager
def sized(chance: Random) -> Iterator[None]:
    """The product with sizes of this seed, a fast hash for one-time codes, and a centre that stumbles over poison."""
    small = chance.choice((0.0, 0.4, 0.9))
    wanted: list[tuple[ModuleType, str, Any]] = [
        (module, name, chance.choice(sizes) if chance.random() < small else sizes[-1]) for module, name, sizes in _SIZES
    ]
    drawn = {(module, name): value for module, name, value in wanted}
    wanted += [(module, name, drawn[other, like]) for module, name, other, like in _ALIKE]
    wanted += [(ticket, "stretched", _quickly), (decision, "decide", _stumbling(decide))]
    old = [(module, name, getattr(module, name)) for module, name, _ in wanted]
    log = logging.getLogger("sync.server")
    level = log.level
    log.setLevel(logging.CRITICAL)  # it reports the poison
    try:
        for module, name, value in wanted:
            setattr(module, name, value)
        yield
    finally:
        for module, name, value in old:
            setattr(module, name, value)
        log.setLevel(level)


def _quickly(secret: str, salt: bytes) -> bytes:
    """A hash in place of the slow one, which would take most of a run."""
    return blake2b(secret.encode() + salt, digest_size=32).digest()


def _stumbling(right: Callable[[Operation, Reader, Context], Outcome]) -> Callable[..., Outcome]:
    """A fault of the centre's own code, on some operations."""

    def stumble(operation: Operation, state: Reader, context: Context) -> Outcome:
        if operation.fields.get("email") == POISON:
            raise ValueError("poison")
        return right(operation, state, context)

    return stumble
