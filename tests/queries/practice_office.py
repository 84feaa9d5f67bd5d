"""A practice office with real files: 200 synthetic people, and shortcuts to read and write them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from massar_desktop.system.resources import resource
from sync.client.enrolment import fill_practice
from sync.client.identity import Identity
from sync.client.replica import Replica, Saved
from sync.domain.ids import PRACTICE_DEVICE
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.practice.province import PracticeProvince, rows
from sync.protocol.exchange import Account
from sync.storage.database import open_office
from tests.exchange.world import FakeClock

PEOPLE = 200
CLERK = 7
TODAY = "2026-11-23"
KEY = b"k" * 32


@dataclass(frozen=True, slots=True)
class PracticeOffice:
    """A replica of an unenrolled practice province."""

    replica: Replica
    clock: FakeClock

    def record(self, *operations: Operation) -> Saved:
        """Save operations as the clerk."""
        return self.replica.record(operations, author=CLERK)

    def corrects(self, person: int, **fields: str | None) -> Saved:
        """Change fields of a person."""
        return self.record(Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields))

    def hires(self, **fields: str) -> int:
        """Create a person; gives her row id."""
        row = self.replica.new_rows(1)[0]
        self.record(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields))
        return row

    def joins(self, gone: int, keep: int) -> Saved:
        """Join one record to another."""
        fields = {"merged_into": keep}
        join = Operation(verb=Verb.JOIN, kind="employee", row=gone, dossier=gone, other=keep, fields=fields)
        return self.record(join)


@cache
def practice_rows() -> tuple[Row, ...]:
    """The rows of the province, made once for all tests."""
    return tuple(rows(PracticeProvince(today=TODAY, people=PEOPLE, seed=3), resource()))


def practice_people() -> tuple[Row, ...]:
    """The records of its people, as they were made."""
    return tuple(row for row in practice_rows() if row.kind == "employee")


@cache
def _made_once() -> bytes:
    """The encrypted file of the office as it starts, made once: loading it for each test took most of their time."""
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        path = Path(folder, "office.db")
        replica = Replica(open_office(path, KEY), FakeClock())
        clerk = Account(CLERK, "نادية الإدريسي", "Nadia El Idrissi", "clerk", confidential=False)
        replica.adopt(
            Identity(device=PRACTICE_DEVICE, place=504, name_ar="تارودانت", name_la="Taroudannt", accounts=(clerk,))
        )
        fill_practice(replica, practice_rows())
        replica.close()
        return path.read_bytes()


def practice_office(folder: Path) -> PracticeOffice:
    """Make the office in a folder."""
    path = folder / "office.db"
    path.write_bytes(_made_once())
    clock = FakeClock()
    return PracticeOffice(Replica(open_office(path, KEY), clock), clock)
