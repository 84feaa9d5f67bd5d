"""A believable province for the pictures: invented people, two offices and their clerks, the centre beside them."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from massar_desktop.background.session import Session
from massar_desktop.background.sync_runner import SyncRunner
from massar_desktop.background.tasks import Tasks
from massar_desktop.system.resources import resource
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.practice.province import PracticeProvince, rows
from sync.practice.reference import directorates
from sync.protocol.exchange import EnrolAnswer, EnrolRequest
from sync.protocol.messages import PROTOCOL
from sync.server.accounts import Accounts
from sync.server.publish import publish
from tests.desktop.exchange_world import Desk, Line
from tests.exchange.world import World

TODAY: Final = "2026-11-23"
MORNING_MS: Final = 1_795_430_520_000
"""23/11/2026, 11:42 in Morocco."""
MINUTE_MS: Final = 60_000
PEOPLE: Final = 600
SEED: Final = 7
CLERKS: Final = (
    ("نادية الإدريسي", "Nadia EL IDRISSI"),
    ("عبد الله وردي", "Abdellah OUARDI"),
    ("كريمة بنعلي", "Karima BENALI"),
)


class _Patient(threading.Event):
    """Holds an exchange for as long as its pictures take, whatever limit a story would set."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the pictures are taken."""
        return super().wait()


class Province(World):
    """The world of the stories with named clerks and a province full of invented people."""

    _authors: Iterator[int]

    def province(self, place: int) -> None:
        """Make the province under its real name and publish its people."""
        self.clock.ms = MORNING_MS
        known = directorates(resource())[place]
        with self.centre.database.write() as connection:
            accounts = Accounts(connection, self.centre.tables)
            accounts.create_province(place, known.name_ar, known.name_la, practice=False)
            # Before the first laptop: an office learns the names of those who are known when it is enrolled.
            clerks = [accounts.create_account(place, *names, role="clerk", confidential=False) for names in CLERKS]
        self._authors = iter(clerks)
        people = rows(PracticeProvince(place=place, people=PEOPLE, seed=SEED, today=TODAY), resource())
        publish(self.centre.database, self.centre.tables, people, day=TODAY)

    def _enrol(self, place: int, confidential: bool, role: str = "clerk") -> tuple[Ed25519PrivateKey, EnrolAnswer]:
        with self.centre.database.write() as connection:
            accounts = Accounts(connection, self.centre.tables)
            code = accounts.issue_ticket(place, next(self._authors), self.clock.now_ms())
        key = Ed25519PrivateKey.generate()
        request = EnrolRequest(code, key.public_key().public_bytes_raw(), PROTOCOL)
        return key, self.centre.enrol(request)

    def later(self, minutes: int) -> None:
        """Let time pass."""
        self.clock.ms += minutes * MINUTE_MS


def fullest(people: list[Row], *attached: list[Row]) -> list[Row]:
    """Return the people with most records of each kind attached to them, the fullest files first."""
    counted = [Counter(row.dossier for row in kind) for kind in attached]
    return sorted(people, key=lambda row: (-min(count[row.id] for count in counted), row.id))


def offices(folder: Path) -> tuple[Province, Desk]:
    """Return the province, and a clerk at work in it beside another office."""
    province = Province(folder)
    office, neighbour = province.office(), province.office()
    session = Session(office.replica, office.author, Tasks())
    line = Line(office, let_go=_Patient())
    runner = SyncRunner(session, lambda: line, office.key.sign, province.clock)
    return province, Desk(province, office, neighbour, session, runner, line)


def clash(province: Province, desk: Desk, people: list[Row]) -> None:
    """Both offices change the same values of two people, the neighbour first."""
    first, second, *_ = people
    desk.neighbour.corrects(first.id, phone="+212661882041")
    desk.neighbour.corrects(second.id, email="direction.ecole@example.ma")
    province.later(4)
    desk.office.corrects(first.id, phone="+212661882014")
    desk.office.corrects(second.id, email="ecole.oulad@example.ma")
    desk.neighbour.sync()
    desk.office.sync()
    desk.neighbour.sync()


def settle_twice(province: Province, desk: Desk) -> None:
    """Both offices settle the first conflict, the neighbour first: this office's choice comes back to its tray."""
    conflict = desk.office.rows("conflict")[0]
    for office, choice in ((desk.neighbour, "centre"), (desk.office, "mine")):
        fields = {"choice": choice}
        settled = Operation(verb=Verb.SETTLE, kind="conflict", row=conflict.id, dossier=conflict.dossier, fields=fields)
        office.record(settled)
        province.later(3)
    desk.neighbour.sync()
    desk.office.sync()
