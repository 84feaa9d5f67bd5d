"""Small offices on a real disk, with cheap passwords: a guess costs 32 KiB here instead of 64 MiB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sync.client.key_file import Cost
from sync.client.keys import NewClerk
from sync.client.replica import Replica
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb

CHEAP = Cost(memory_kib=32, passes=1, lanes=1)

AMINA = NewClerk(7, "أمينة العلوي", "Amina El Alaoui", "كلمة سر أمينة")
BRAHIM = NewClerk(8, "إبراهيم أوعلي", "Brahim Ouali", "brahim's own words")
CLERKS = (AMINA, BRAHIM)


class Keyring:
    """A keyring in memory; `lost` empties it, `works` False is a computer without one."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The secret."""
        return self.kept.get(name) if self.works else None

    def set(self, name: str, value: str) -> bool:
        """Keep a secret."""
        if self.works:
            self.kept[name] = value
        return self.works

    def delete(self, name: str) -> None:
        """Forget a secret."""
        self.kept.pop(name, None)


def hire(replica: Replica, lane: Lane | None = None, /, **fields: str) -> int:
    """Create a person as clerk 7, by default at the desk; gives her row id."""
    return hire_all(replica, lane or Lane.DESK, [fields])[0]


def hire_all(replica: Replica, lane: Lane, people: Sequence[Mapping[str, str]]) -> list[int]:
    """Create people in one transaction; gives their row ids."""
    rows = replica.new_rows(len(people))
    operations = [
        Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields)
        for row, fields in zip(rows, people, strict=True)
    ]
    replica.record(operations, author=AMINA.clerk_id, lane=lane)
    return rows


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, as a thief reads it."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
