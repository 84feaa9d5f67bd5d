"""A laptop that is lost or stolen erases itself at its next contact (sync.md 3.10).

What it has not sent is first sealed to the centre's key, in a request file beside the office's: whoever finds it can
bring it to the centre, and nobody else can read it. Then the wrapped keys are overwritten and removed: without them the
encrypted file is noise. Nobody is asked, and nothing that fails of the first delays the second.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sync.client import bundle_keys
from sync.client.errors import EraseOrdered, ExchangeError, Misunderstood
from sync.client.key_file import KEY_FILE
from sync.client.replica import Replica
from sync.protocol import age
from sync.protocol.messages import Erase, erase_message
from sync.storage.errors import StorageError


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left: the sealed request file, None when it could not be written; and how many operations are in it."""

    request: Path | None
    operations: int


def ordered(replica: Replica, order: Erase) -> ExchangeError:
    """The error of an order to erase: EraseOrdered when the centre has signed it for this laptop."""
    centre = bundle_keys.load(replica).centre
    message = erase_message(replica.identity.device)
    if centre and age.is_signed(centre, order.signature, message):
        return EraseOrdered(str(replica.identity.device))
    return Misunderstood("an order to erase that is not the centre's")


def erase(folder: Path, replica: Replica, write_request: Callable[[Path], int]) -> Erased:
    """Seal what was not sent, then destroy the keys of an office: once its program ends, nothing opens it.

    `write_request` writes a request file and gives how many operations are in it (bundle.Stick). Raises OSError when
    the keys could not be removed.
    """
    request, operations = folder / f"unsent-{replica.identity.device}.request", 0
    try:
        operations = write_request(request)
    except (ExchangeError, StorageError, OSError):
        request.unlink(missing_ok=True)
    for path in sorted(folder.glob(f"{KEY_FILE}*")):  # also copies, and keys that were set aside
        _overwrite(path)
        path.unlink()
    return Erased(request if request.exists() else None, operations)


def _overwrite(path: Path) -> None:
    """A disk of flash memory may keep an old copy of a block all the same: then her password still protects it."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(os.urandom(size))
        file.flush()
        os.fsync(file.fileno())
