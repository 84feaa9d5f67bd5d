"""Make an office on this computer: enrolled by the centre with a one-time code, or a practice province of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from sync.client.clock import Clock
from sync.client.identity import Identity
from sync.client.key_file import FULL_COST, Cost, has_office
from sync.client.keys import NewClerk, Secrets
from sync.client.office import OfficeExists, create_office, keep_device_key
from sync.client.replica import Replica
from sync.client.row_counters import RowCounters
from sync.client.sealing import SigningKey
from sync.domain.ids import PRACTICE_DEVICE
from sync.domain.record import Row
from sync.protocol.exchange import Account, EnrolAnswer
from sync.storage import rows as stored
from sync.storage import search_index

PRACTICE_CLERK = 1
_BATCH = 5000
PRACTICE_PASSWORD = "tadrib"  # practice holds nobody's data; the sign-in screen shows it


class Enrolling(Protocol):
    """A carrier that can trade a one-time code."""

    def enrol(self, code: str, public_key: bytes) -> EnrolAnswer:
        """Ask the centre; raises ExchangeError."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Where an office is made and how it is locked."""

    folder: Path
    password: str
    secrets: Secrets
    clock: Clock
    cost: Cost = FULL_COST
    authority: str = ""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """An office just made; the recovery code is shown once and kept nowhere."""

    replica: Replica
    clerk_id: int
    recovery_code: str


def enrol(setup: Setup, carrier: Enrolling, address: str, code: str) -> NewOffice:
    """Enrol this laptop; the first copy comes with the first exchange. Raises ExchangeError, KeysError, StorageError.

    The one-time code is traded before anything is written: a wrong one leaves no trace here.
    """
    if has_office(setup.folder):
        raise OfficeExists(str(setup.folder))  # before the code is used up
    key = SigningKey()
    return enrolled_office(setup, key, carrier.enrol(code, key.public), address)


def enrolled_office(setup: Setup, key: SigningKey, answer: EnrolAnswer, address: str) -> NewOffice:
    """Make the office of a laptop that the centre enrolled under this key. Raises KeysError, StorageError."""
    person = next(account for account in answer.accounts if account.id == answer.account)
    clerk = NewClerk(person.id, person.name_ar, person.name_la, setup.password)
    replica, recovery = create_office(setup.folder, [clerk], setup.secrets, setup.cost, setup.clock)
    keep_device_key(replica, key)
    replica.adopt(
        Identity(
            device=answer.device,
            place=answer.place,
            name_ar=answer.name_ar,
            name_la=answer.name_la,
            practice=answer.practice,
            confidential=answer.confidential,
            epoch=answer.epoch,
            centre=address,
            authority=setup.authority,
            accounts=tuple(answer.accounts),
        )
    )
    return NewOffice(replica, person.id, recovery)


def make_practice(
    setup: Setup, place: tuple[int, str, str], rows: Iterable[Row], progress: Callable[[int], None] = lambda _: None
) -> NewOffice:
    """Make a practice office that no centre knows (device 0), filled with synthetic rows.

    `place` is the directorate's code and its names in Arabic and French. Raises KeysError, StorageError.
    """
    person = Account(PRACTICE_CLERK, "نادية الإدريسي", "Nadia EL IDRISSI", "clerk", confidential=True)
    clerk = NewClerk(person.id, person.name_ar, person.name_la, setup.password)
    replica, recovery = create_office(setup.folder, [clerk], setup.secrets, setup.cost, setup.clock)
    code, name_ar, name_la = place
    replica.adopt(
        Identity(
            device=PRACTICE_DEVICE,
            place=code,
            name_ar=name_ar,
            name_la=name_la,
            practice=True,
            confidential=True,
            accounts=(person,),
        )
    )
    fill_practice(replica, _counted(rows, progress))
    return NewOffice(replica, person.id, recovery)


def _counted(rows: Iterable[Row], progress: Callable[[int], None]) -> Iterable[Row]:
    people = 0
    for row in rows:
        people += row.kind == "employee"
        if row.kind == "employee" and people % 500 == 0:
            progress(people)
        yield row


def fill_practice(replica: Replica, rows: Iterable[Row]) -> None:
    """Write rows as they are: nobody else has a practice office's file, and no centre ever reads it."""
    records, source = replica.tables.records, iter(rows)
    with replica.database.write() as connection:
        counters = RowCounters(connection, replica.tables.meta, replica.identity.device)
        while some := list(islice(source, _BATCH)):
            stored.write_rows(connection, records, some)
            counters.pass_over(row.id for row in some)  # what the clerk adds comes after all of them
        search_index.rebuild(connection, records)
