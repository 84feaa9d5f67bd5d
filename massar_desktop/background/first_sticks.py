"""What a computer without an office can do with a stick: ask to be enrolled, take the answer in, bring an office."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from massar_desktop.background.office_keeper import COPY_FOLDER
from massar_desktop.system.office_folders import mark_practice
from massar_desktop.system.paths import authority
from massar_desktop.system.removable import Drive, drives

if TYPE_CHECKING:
    from sync.client.enrolment import NewOffice, Setup

ENROLMENT = "enrolment.request"
"""What the file is called that asks to be enrolled; the reply is called so with an ending more."""


@dataclass(frozen=True, slots=True)
class FirstStick:
    """One stick as a computer without an office sees it. `clerks` are those of a copied office: id and two names."""

    drive: Drive
    card: Path | None = None
    reply: Path | None = None
    office: Path | None = None
    clerks: tuple[tuple[int, str, str], ...] = ()


def look(find: Callable[[], list[Drive]] = drives) -> tuple[FirstStick, ...]:
    """The sticks that are in, and what on them is of use; a stick that cannot be read is passed over."""
    found = []
    for drive in find():
        try:
            found.append(_look_at(drive))
        except OSError:
            continue
    return tuple(found)


def _look_at(drive: Drive) -> FirstStick:
    from sync.client.key_file import KeysError, clerks, has_office
    from sync.client.stick_files import FOLDER, REPLY, cards

    folder = drive.folder
    reply = next((p for place in (folder / FOLDER, folder) for p in sorted(place.glob(f"*{REPLY}"))), None)
    copied = folder / COPY_FOLDER
    people: tuple[tuple[int, str, str], ...] = ()
    if has_office(copied):
        with suppress(KeysError):  # a copy that nobody can open is no office
            people = tuple((one.clerk_id, one.name_ar, one.name_la) for one in clerks(copied))
    known = cards([folder])
    return FirstStick(drive, known[0] if known else None, reply, copied if people else None, people)


def is_asked(folder: Path) -> bool:
    """Whether this computer has asked to be enrolled by a file and waits for the reply."""
    from sync.client.enrolment_file import is_asked

    return is_asked(folder)


def ask(folder: Path, stick: FirstStick, code: str, password: str) -> Path:
    """Write the file that asks; raises what enrolment_file.ask_by_file raises."""
    from sync.client.enrolment_file import ask_by_file
    from sync.client.reply_file import translated
    from sync.client.stick_files import FOLDER

    if stick.card is None:
        raise ValueError("a stick without the centre's card")
    target = stick.drive.folder / FOLDER / ENROLMENT
    with translated():
        target.parent.mkdir(exist_ok=True)
    ask_by_file(_setup(folder, password), stick.card, code, target)
    return target


def finish(folder: Path, reply: Path, password: str, progress: Callable[[int], None]) -> NewOffice:
    """Make the office from the reply, with its first copy; raises what enrolment_file.finish_by_file raises."""
    from sync.client.engine import Hooks
    from sync.client.enrolment_file import finish_by_file

    def unsigned(_data: bytes) -> bytes:
        raise ValueError("nothing is sent while a reply is taken in")

    hooks = Hooks(lambda: os.urandom(16), unsigned, progressed=lambda done: progress(done.rows))
    made = finish_by_file(_setup(folder, password), reply, hooks)
    if made.replica.identity.practice:
        mark_practice(folder)
    return made


def forget(folder: Path) -> None:
    """Give up what was asked: the answer can then no longer be used."""
    from sync.client.enrolment_file import forget

    forget(folder)


def _setup(folder: Path, password: str) -> Setup:
    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.clock import SystemClock
    from sync.client.enrolment import Setup

    return Setup(folder, password, SystemKeyring(), SystemClock(), authority=authority())
