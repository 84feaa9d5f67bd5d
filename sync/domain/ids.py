"""Row, device and scope numbers, fixed from the first day because they stand in every table and message.

Row id = device number x 2^32 + counter, with a device number below 2^21, so every id stays below 2^53 and is exact in
JSON and in a spreadsheet. Scope = place x 10 + compartment, where place is 0 for the nation, the region number x 100
for a region, and the directorate code for a province: province 0504 gives 5040 (general) and 5041 (confidential).
A region's academy is a place of its own, its number above every province's, and so is the directory of its people: of
region 5 academy 5500 and directory 7500. Scopes are locked in ascending order, theirs after all provinces'.
"""

from __future__ import annotations

from enum import IntEnum

DEVICE_LIMIT = 1 << 21
COUNTER_LIMIT = 1 << 32
BULK_ROWS = COUNTER_LIMIT // 2
"""From this counter on a device numbers the rows that it makes in its bulk lane.

Two copies of an office's file, of which one works and the other imports, never give one id to two rows. Within a lane
the numbers of operations show that there are two (ADR 13).
"""
PRACTICE_DEVICE = 0  # no centre accepts it
CENTRE_DEVICE = 1  # what the centre decides by itself is its own device's operations
FIRST_OFFICE_DEVICE = 16


class Compartment(IntEnum):
    """The two compartments of every scope (sync.md 3.2)."""

    GENERAL = 0
    CONFIDENTIAL = 1


class Lane(IntEnum):
    """The two lanes of a device's outbox: an import in BULK never delays today's work in DESK."""

    DESK = 0
    BULK = 1


NATION = 0
_ACADEMIES, _DIRECTORIES = 5000, 7000


def row_id(device: int, counter: int) -> int:
    """The id of the row number `counter` (1 to 2^32 - 1) made on `device`; ValueError outside the limits."""
    if not 0 <= device < DEVICE_LIMIT or not 0 < counter < COUNTER_LIMIT:
        raise ValueError(f"no row id for device {device}, counter {counter}")
    return device * COUNTER_LIMIT + counter


def device_of(row: int) -> int:
    """The number of the device that made this row id."""
    return row // COUNTER_LIMIT


def scope_id(place: int, compartment: Compartment) -> int:
    """The scope number of a place (0, region x 100, or directorate code) and a compartment."""
    if not 0 <= place <= 9999:
        raise ValueError(f"no place {place}")
    return place * 10 + int(compartment)


def place_of(scope: int) -> int:
    """The place of a scope: 0 nation, region x 100, or the directorate code."""
    return scope // 10


def compartment_of(scope: int) -> Compartment:
    """The compartment of a scope."""
    return Compartment(scope % 10)


def region_of(place: int) -> int:
    """The place of the region a province, an academy or a directory belongs to: 504 gives 500."""
    above = next((first for first in (_DIRECTORIES, _ACADEMIES) if place > first), 0)
    return (place - above) // 100 * 100


def academy_of(place: int) -> int:
    """The place of the academy of a province's region, or of a region: 504 gives 5500."""
    return _ACADEMIES + region_of(place)


def directory_of(place: int) -> int:
    """The place of the directory of the people of a region: 504 gives 7500."""
    return _DIRECTORIES + region_of(place)


def is_academy(place: int) -> bool:
    """Whether a place is the academy of a region."""
    return _ACADEMIES < place < _DIRECTORIES


def is_province(place: int) -> bool:
    """Whether a place is a provincial directorate."""
    return place < _ACADEMIES and place % 100 != 0
