"""Make an office on this computer: a practice province, or one that the centre enrols. Slow: never on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from massar_desktop.system.office_folders import mark_practice
from massar_desktop.system.paths import authority
from massar_desktop.system.resources import resource

if TYPE_CHECKING:
    from sync.client.enrolment import NewOffice

PRACTICE_PLACE = 504
PRACTICE_PEOPLE = 5000
PRACTICE_HISTORIES = 20
"""Of 100 people so many have a career told by acts; the others only the act of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeWish:
    """What a practice office should hold. `today` is the ISO day of its data, None for this computer's."""

    people: int
    seed: int = 1
    histories: int = PRACTICE_HISTORIES
    today: str | None = None


def make_practice_office(
    folder: Path, wish: PracticeWish, progress: Callable[[int], None] = lambda _: None
) -> NewOffice:
    """A practice office, its replica still open: reference data and, if any, people. Raises KeysError, StorageError.

    `progress` hears of every 500 people.
    """
    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.clock import SystemClock, morocco_day
    from sync.client.enrolment import PRACTICE_PASSWORD, Setup, make_practice
    from sync.client.key_file import LIGHT_COST
    from sync.practice.province import PracticeProvince, rows
    from sync.practice.reference import code_rows, directorates

    place = directorates(resource())[PRACTICE_PLACE]
    clock = SystemClock()
    day = wish.today or morocco_day(clock.now_ms())
    province = PracticeProvince(
        place=PRACTICE_PLACE, people=wish.people, seed=wish.seed, today=day, histories=wish.histories
    )
    source = rows(province, resource()) if wish.people else code_rows(resource())
    setup = Setup(folder, PRACTICE_PASSWORD, SystemKeyring(), clock, LIGHT_COST)
    made = make_practice(setup, (PRACTICE_PLACE, place.name_ar, place.name_la), source, progress)
    mark_practice(folder)
    return made


def enrol_office(folder: Path, address: str, code: str, password: str, progress: Callable[[int], None]) -> NewOffice:
    """An office enrolled by the centre, with its first copy; `progress` hears of the rows that arrived.

    Raises ExchangeError, KeysError, StorageError. When only the first copy was cut off, the office is there and goes on
    with its next exchange.
    """
    import os

    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.clock import SystemClock
    from sync.client.engine import Engine, Hooks
    from sync.client.enrolment import Setup, enrol
    from sync.client.errors import Unreachable
    from sync.client.http import HttpExchange
    from sync.client.office import device_key

    trusted = authority()
    carrier = HttpExchange(address, trusted)
    setup = Setup(folder, password, SystemKeyring(), SystemClock(), authority=trusted)
    made = enrol(setup, carrier, address, code)
    if made.replica.identity.practice:
        mark_practice(folder)
    hooks = Hooks(lambda: os.urandom(16), device_key(made.replica).sign, progressed=lambda p: progress(p.rows))
    try:
        Engine(made.replica, carrier, hooks).run()
    except Unreachable:
        return made  # enrolled all the same: the copy resumes where it stopped
    finally:
        carrier.close()
    return made
