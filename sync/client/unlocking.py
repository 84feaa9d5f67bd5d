"""A clerk's password opens her slot of an office's keys: slow on purpose, and it needs neither SQL nor the domain.

So it runs on the second processor while these are still being loaded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sync.client.key_file import KeysError, has_office
from sync.client.keys import OfficeKeys, Secrets, Unlocked


class OfficeMissing(KeysError):
    """The folder holds no office. An empty one is never made in its place: its numbers would be given twice."""

    code = "office_missing"


@dataclass(frozen=True, slots=True)
class OpenSlot:
    """What a password opened."""

    folder: Path
    clerk_id: int
    keys: OfficeKeys = field(repr=False)
    unlocked: Unlocked = field(repr=False)


def unlock(folder: Path, clerk_id: int, password: str, secrets: Secrets) -> OpenSlot:
    """Open a clerk's slot; raises WrongPassword, KeyringLost, KeyFileDamaged, OfficeMissing."""
    if not has_office(folder):
        raise OfficeMissing(str(folder))
    keys = OfficeKeys(folder, secrets)
    return OpenSlot(folder, clerk_id, keys, keys.unlock(clerk_id, password))
