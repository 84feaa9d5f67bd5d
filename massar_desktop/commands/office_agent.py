"""One office driven by JSON lines: a command on standard input, its answer on standard output.

The demonstration and the tests use it to have offices as processes of their own. Every save is written to a file the
moment it is acknowledged, before anything else happens, so that an outsider can look for it later.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sync.client.clock import SystemClock
from sync.client.engine import Engine, Hooks
from sync.client.enrolment import PRACTICE_PASSWORD, Setup, enrol
from sync.client.errors import ExchangeError
from sync.client.http import HttpExchange
from sync.client.importing.run import Import
from sync.client.key_file import LIGHT_COST
from sync.client.office import device_key
from sync.client.office_store import OfficeStore
from sync.client.outbox import Outbox
from sync.client.replica import Refused, Replica, Saved
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.storage import dump
from sync.storage.state import TableState

Answer = dict[str, Any]
SAVES, VERDICTS, ROWS = "saves.jsonl", "verdicts.jsonl", "rows.jsonl"


class NoSecrets:
    """A computer without a keyring: the password alone opens the office."""

    def get(self, name: str) -> str | None:
        """No secret is kept."""
        return None

    def set(self, name: str, value: str) -> bool:
        """No secret can be kept."""
        return False

    def delete(self, name: str) -> None:
        """There is none."""


class _NotingStore(OfficeStore):
    """An office store that writes down each batch of an import as it is acknowledged."""

    def __init__(self, replica: Replica, author: int, note: Callable[[Saved], None]) -> None:
        super().__init__(replica, author)
        self._noted = replica, author, note

    def record_many(self, operations: Sequence[Operation]) -> None:
        """Record in the bulk lane, then note it."""
        replica, author, note = self._noted
        note(replica.record(operations, author=author, lane=Lane.BULK))


class OfficeAgent:
    """One office; each public method is a command whose arguments are the keys of the JSON object."""

    def __init__(self, folder: Path, notes: Path) -> None:
        self._folder = folder
        self._notes = notes
        self._replica: Replica | None = None
        self._carrier: HttpExchange | None = None
        self._author = 0
        notes.mkdir(parents=True, exist_ok=True)

    @property
    def replica(self) -> Replica:
        """The office's copy; ValueError before it was enrolled."""
        if self._replica is None:
            raise ValueError("not enrolled")
        return self._replica

    def enrol(self, address: str, code: str) -> Answer:
        """Enrol this office with a one-time code."""
        self._carrier = HttpExchange(address)
        setup = Setup(self._folder, PRACTICE_PASSWORD, NoSecrets(), SystemClock(), LIGHT_COST)
        made = enrol(setup, self._carrier, address, code)
        self._replica, self._author = made.replica, made.clerk_id
        return {"device": made.replica.identity.device}

    def hire(self, fields: dict[str, str]) -> Answer:
        """Create a person."""
        row = self.replica.new_rows(1)[0]
        self._save(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields))
        return {"row": row}

    def correct(self, row: int, fields: dict[str, str | None]) -> Answer:
        """Correct fields of a person."""
        self._save(Operation(verb=Verb.CORRECT, kind="employee", row=row, dossier=row, fields=fields))
        return {}

    def settle(self, choice: str, reason: str) -> Answer:
        """Settle every open conflict the same way."""
        settled = 0
        for conflict in self._rows("conflict"):
            if not conflict.get("choice"):
                fields = {"choice": choice, "reason": reason}
                self._save(
                    Operation(
                        verb=Verb.SETTLE, kind="conflict", row=conflict.id, dossier=conflict.dossier, fields=fields
                    )
                )
                settled += 1
        return {"settled": settled}

    def import_list(self, file: str) -> Answer:
        """Import a staff list in the bulk lane."""
        store = _NotingStore(self.replica, self._author, self._note)
        one = Import(store, date.fromisoformat(self.replica.today()))
        return one.write(one.preview(Path(file))).to_json()

    def people(self, limit: int) -> Answer:
        """The first people of the office, in order of id."""
        return {"people": [{"row": row.id, **row.values} for row in self._rows("employee")[:limit]]}

    def sync(self) -> Answer:
        """Exchange with the centre."""
        if self._carrier is None:
            raise ValueError("not enrolled")
        hooks = Hooks(lambda: os.urandom(16), device_key(self.replica).sign)
        try:
            done = Engine(self.replica, self._carrier, hooks).run()
        except ExchangeError as wrong:
            return {"error": wrong.code}
        return {
            "requests": done.requests,
            "sent": done.sent,
            "received": done.received,
            "rows": done.rows,
            "conflicts": done.conflicts,
            "rejected": done.rejected,
            "bytes_up": done.traffic.bytes_up,
            "bytes_down": done.traffic.bytes_down,
        }

    def dump(self) -> Answer:
        """Write all rows in canonical form, and each operation with its verdict."""
        replica = self.replica
        with replica.database.read() as connection:
            _write(self._notes / ROWS, dump.lines(connection, replica.tables.records))
            entries = Outbox(connection, replica.tables).entries()
        verdicts = (
            json.dumps(
                {
                    "device": replica.identity.device,
                    "lane": int(e.lane),
                    "n": e.n,
                    "hash": e.hash.hex(),
                    "state": e.state.value,
                    "verdict": e.verdict,
                },
                sort_keys=True,
            )
            for e in entries
        )
        _write(self._notes / VERDICTS, verdicts)
        return {"operations": len(entries), "scopes": list(replica.identity.scopes.all)}

    def close(self) -> None:
        """End all connections."""
        if self._replica is not None:
            self._replica.close()

    def _rows(self, kind: str) -> list[Any]:
        replica = self.replica
        with replica.database.read() as connection:
            return TableState(connection, replica.tables.records, replica.identity.scopes).all_rows(kind)

    def _save(self, operation: Operation) -> None:
        self._note(self.replica.record([operation], author=self._author, lane=Lane.DESK))

    def _note(self, saved: Saved) -> None:
        """Write down what was acknowledged: device, lane, number, hash; on the disk before the next command."""
        with self.replica.database.read() as connection:
            outbox = Outbox(connection, self.replica.tables)
            found = [entry for lane, n in saved.numbers if (entry := outbox.entry(int(lane), n))]
        with (self._notes / SAVES).open("a", encoding="ascii") as file:
            for entry in found:
                line = {"device": self.replica.identity.device, "lane": int(entry.lane), "n": entry.n}
                file.write(json.dumps({**line, "hash": entry.hash.hex()}, sort_keys=True) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def serve(folder: Path, notes: Path) -> int:
    """Answer commands until standard input ends."""
    agent = OfficeAgent(folder, notes)
    commands: dict[str, Callable[..., Answer]] = {
        name: getattr(agent, name)
        for name in ("enrol", "hire", "correct", "settle", "import_list", "people", "sync", "dump")
    }
    try:
        for line in sys.stdin:
            asked: dict[str, Any] = json.loads(line)
            try:
                answer = commands[asked.pop("do")](**asked)
            except Refused as refused:
                answer = {"error": "refused", "problems": [p.code for p in refused.problems]}
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    finally:
        agent.close()
    return 0
