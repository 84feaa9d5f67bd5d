"""Chance that is the same on every machine and for every person alone, so that a province can be streamed.

Each person, school or household has a source of its own, made from (seed, place, stream, index): a row can be made
again at any time without keeping it. Only `random()` is used, whose sequence Python promises to keep for a seed.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import gcd
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_STREAM_BITS = 40


class Stream(IntEnum):
    """What a source of chance decides; one never disturbs another."""

    PERSON = 1
    COUPLE = 2
    CONTACT = 3
    FAMILY = 4
    CAREER = 5
    DIPLOMA = 6
    HEALTH = 7
    SCHOOL = 8
    COMMUNE = 9
    CADRE = 10
    LIST = 11
    HISTORY = 12


class Draw(random.Random):
    """A source of chance; everything rests on `random()`."""

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        return int(self.random() * limit)

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, all alike."""
        return choices[int(self.random() * len(choices))]

    def between(self, first: int, last: int) -> int:
        """A whole number from first to last; `first` when last is not after it."""
        return first + int(self.random() * (last - first + 1)) if last > first else first


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers to give out once each: `prime` of them from `first` on.

    `power` shares no factor with prime - 1, so that raising to it moves every number to another place.
    """

    first: int
    prime: int
    power: int

    def __post_init__(self) -> None:
        """Raises ValueError for a power under which two numbers would become one."""
        if gcd(self.power, self.prime - 1) != 1:
            raise ValueError(f"{self.power} shares a factor with {self.prime} - 1")


class Chance:
    """The sources of chance of one province."""

    def __init__(self, seed: int, place: int) -> None:
        """The same seed and place give the same province."""
        digest = hashlib.blake2b(f"{seed}/{place}".encode(), digest_size=8).digest()
        self.base = int.from_bytes(digest, "big")

    def draw(self, stream: Stream, index: int) -> Draw:
        """The source that belongs to one row of a stream."""
        return Draw(((self.base << 8 | stream) << _STREAM_BITS) | index)

    def fraction(self, stream: Stream, index: int) -> float:
        """One number from 0 to below 1 (splitmix64): for a single decision, ten times cheaper than a source."""
        mixed = (self.base + stream * 0xD1B54A32D192ED03 + index * _GOLDEN) & _MASK
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _MASK
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK
        return ((mixed ^ mixed >> 31) >> 11) * 2.0**-53

    def scattered(self, index: int, numbers: Numbers) -> int:
        """The number of an index: another for each index below `numbers.prime`, without any order to see."""
        shifted = (index * (self.base % (numbers.prime - 1) + 1) + self.base // 7) % numbers.prime
        return numbers.first + pow(shifted, numbers.power, numbers.prime)
