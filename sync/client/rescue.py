"""What was never decided, taken out of an office that does not work any more, into a sealed file for another end.

The file is sealed to the office's recovery key, so it may travel on any stick; only the recovery code reads it.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from sync.client import key_file
from sync.client.durable_file import set_aside, write_durably
from sync.client.identity import Identity
from sync.client.key_file import OFFICE_FILE, KeyFile, KeysError
from sync.client.keys import OfficeKeys, Secrets
from sync.client.outbox import TRAY_VERDICTS, State
from sync.client.recovery_code import WrongRecoveryCode, recovery_key
from sync.client.sealing import CannotOpen, seal, unseal
from sync.client.unlocking import OfficeMissing
from sync.domain import canonical
from sync.domain.ids import Lane
from sync.storage.database import open_office
from sync.storage.errors import Damaged, DiskFull, ReadOnly
from sync.storage.ledger import office_tables
from sync.storage.salvage import Cell, salvage

_FORMAT, _VERSION = "massar-rescue", 1
_STATES = frozenset(state.value for state in State)


class RescueFileExists(KeysError):
    """There is already a file of this name: an earlier rescue is never overwritten."""

    code = "rescue_file_exists"


class RescueFileDamaged(KeysError):
    """This is not a rescue file, or it was cut or changed on its way."""

    code = "rescue_file_damaged"


class Rescued(msgspec.Struct, frozen=True):
    """One operation that was taken out: its number, its canonical record, and what was known of its fate."""

    lane: Lane
    n: int
    record: bytes
    state: str
    verdict: str | None = None
    set_aside: bool = False

    @property
    def undecided(self) -> bool:
        """True when the centre's verdict is not known here."""
        return self.state != State.DECIDED.value

    @property
    def in_tray(self) -> bool:
        """True when it was decided, but a person still has to deal with it."""
        return not self.undecided and self.verdict in TRAY_VERDICTS and not self.set_aside


class _Contents(msgspec.Struct, frozen=True):
    identity: Identity
    operations: list[Rescued]


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What a rescue found. `set_aside` is the new name of a damaged database, None when it was whole."""

    out: Path
    undecided: int
    tray: int
    damaged: bool
    set_aside: Path | None


def rescue(folder: Path, *, data_key: bytes, out: Path, next_key: bytes | None = None) -> RescueReport:
    """Write every undecided operation and the tray to `out`; a damaged database is renamed, never deleted.

    The file is read twice: page by page before SQLite may touch its log, then in the ordinary way. What only the first
    reading found is added: an operation offered twice is decided once. `next_key` is the key of an unfinished change.
    Raises OfficeMissing, RescueFileExists, KeyFileDamaged, StorageError.
    """
    path = folder / OFFICE_FILE
    if not path.exists():
        raise OfficeMissing(str(folder))
    if out.exists():
        raise RescueFileExists(str(out))
    file = key_file.load(folder)
    data_keys = [key for key in (next_key, data_key) if key is not None]
    log = _KeptLog(path)
    found = _newest_of(operation for key in data_keys for operation in _salvaged(path, key))
    identity, listed, whole = _listed(path, data_keys, log)
    found |= {(operation.lane, operation.n): operation for operation in listed}
    wanted = [found[key] for key in sorted(found) if found[key].undecided or found[key].in_tray]
    _write(out, file, _Contents(identity, wanted))
    undecided = sum(operation.undecided for operation in wanted)
    aside = None if whole else set_aside(path, "damaged")
    log.settle(aside)
    return RescueReport(out, undecided, len(wanted) - undecided, not whole, aside)


def rescue_command(
    folder: Path, out: Path, *, recovery_code: str | None = None, clerk: tuple[int, str, Secrets] | None = None
) -> RescueReport:
    """Rescue with the recovery code, or with a clerk's id, her password and the keyring.

    The caller holds the office's lock. Raises WrongRecoveryCode, WrongPassword, KeyringLost, and what rescue raises.
    """
    if recovery_code is not None:
        opened = OfficeKeys(folder, _NoSecrets()).unlock_with_recovery(recovery_code)
    elif clerk is not None:
        clerk_id, password, secrets = clerk
        opened = OfficeKeys(folder, secrets).unlock(clerk_id, password)
    else:
        raise ValueError("a recovery code or a clerk is needed")
    return rescue(folder, data_key=opened.data_key, out=out, next_key=opened.next_key)


def read_rescue(file: Path, recovery_code: str) -> list[Rescued]:
    """The operations of a rescue file; raises WrongRecoveryCode, RescueFileDamaged, OSError."""
    return _read(file, recovery_code).operations


def rescued_from(file: Path, recovery_code: str) -> Identity:
    """Which device of which province a rescue file comes from (device 0: it could not be read); raises as above."""
    return _read(file, recovery_code).identity


class _NoSecrets:
    """The recovery code needs no keyring."""

    def get(self, name: str) -> str | None:
        return None

    def set(self, name: str, value: str) -> bool:
        return False

    def delete(self, name: str) -> None:
        return None


def _newest_of(operations: Iterable[Rescued]) -> dict[tuple[Lane, int], Rescued]:
    """Of two versions of one operation, the one that is further on its way."""
    order = [state.value for state in State]
    found: dict[tuple[Lane, int], Rescued] = {}
    for operation in operations:
        before = found.get((operation.lane, operation.n))
        if before is None or order.index(operation.state) > order.index(before.state):
            found[operation.lane, operation.n] = operation
    return found


def _salvaged(path: Path, key: bytes) -> Iterator[Rescued]:
    """Operations on pages that can be decrypted; each proves itself by the hash kept beside its record."""
    names = [column.name for column in office_tables().outbox.c]
    for cells in salvage(path, key):
        row = dict(zip(names, cells, strict=False))  # a row written before a column was added is shorter
        record, lane, n = row.get("record"), row.get("lane"), row.get("n")
        if not isinstance(record, bytes) or canonical.digest(record) != row.get("hash"):
            continue
        if not isinstance(n, int) or not isinstance(lane, int) or lane not in set(Lane):
            continue
        state = _word(row.get("state"))
        yield Rescued(
            lane=Lane(lane),
            n=n,
            record=record,
            state=state if state in _STATES else State.OPEN.value,
            verdict=_word(row.get("verdict")) or None,
            set_aside=bool(row.get("set_aside")),
        )


def _word(cell: Cell) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else ""


class _KeptLog:
    """A copy of the write-ahead log: SQLite throws away what it cannot read of it when it opens a damaged file."""

    def __init__(self, path: Path) -> None:
        self._log = path.with_name(path.name + "-wal")
        self._copy = path.with_name(path.name + "-wal.kept")

    def keep(self) -> None:
        """Make the copy, unless a rescue that was cut off has left one; raises StorageError."""
        if self._log.exists() and not self._copy.exists():
            write_durably(self._copy, self._log.read_bytes())

    def settle(self, aside: Path | None) -> None:
        """Put the copy beside the database that was set aside, or drop it when nothing was damaged."""
        if aside is None:
            self._copy.unlink(missing_ok=True)
        elif self._copy.exists():
            self._copy.replace(aside.with_name(aside.name + "-wal"))


def _listed(path: Path, data_keys: list[bytes], log: _KeptLog) -> tuple[Identity, list[Rescued], bool]:
    """Identity and outbox as SQLite reads them, and whether the whole file is sound, as far as can be known."""
    try:
        log.keep()
        for key in data_keys:
            with contextlib.suppress(Damaged):
                return _listed_with(path, key)
    except (DiskFull, ReadOnly):  # SQLite cannot open it here; what was salvaged goes to another disk
        return Identity(), [], True
    except DBAPIError:  # it opens, but its tables are not there
        return Identity(), [], False
    return Identity(), [], False


def _listed_with(path: Path, key: bytes) -> tuple[Identity, list[Rescued], bool]:
    tables = office_tables()
    t = tables.outbox.c
    database = open_office(path, key)
    try:
        with database.read() as connection:
            found = connection.execute(select(t.lane, t.n, t.record, t.state, t.verdict, t.set_aside)).all()
            identity = Identity.load(connection, tables.meta)
        listed = [Rescued(Lane(r.lane), r.n, bytes(r.record), r.state, r.verdict, r.set_aside) for r in found]
        try:
            with database.read() as connection:
                whole = connection.execute(text("PRAGMA quick_check(1)")).scalar_one() == "ok"
        except Damaged:
            whole = False
        return identity, listed, whole
    finally:
        database.close()


def _context(head: bytes) -> bytes:
    return b"massar rescue 1: " + head


def _write(out: Path, file: KeyFile, contents: _Contents) -> None:
    facts = {"format": _FORMAT, "version": _VERSION, "office": file.office.hex(), "recovery": file.recovery.hex()}
    head = json.dumps(facts).encode()
    write_durably(out, head + b"\n" + seal(file.recovery, msgspec.json.encode(contents), _context(head)))


def _read(file: Path, recovery_code: str) -> _Contents:
    head, _, sealed = file.read_bytes().partition(b"\n")
    try:
        facts = json.loads(head)
        if facts["format"] != _FORMAT or facts["version"] != _VERSION:
            raise RescueFileDamaged(file.name)
        office, recovery = bytes.fromhex(facts["office"]), bytes.fromhex(facts["recovery"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise RescueFileDamaged(file.name) from wrong
    private = recovery_key(recovery_code, office)
    if private.public_key().public_bytes_raw() != recovery:
        raise WrongRecoveryCode(WrongRecoveryCode.OF_ANOTHER_OFFICE)
    try:
        return msgspec.json.decode(unseal(private, sealed, _context(head)), type=_Contents)
    except (CannotOpen, msgspec.DecodeError) as wrong:
        raise RescueFileDamaged(file.name) from wrong
