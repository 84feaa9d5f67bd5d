"""The file of wrapped keys beside an office's database: who may open it, and nothing that opens it by itself.

Standard library only: the sign-in screen lists the clerks before cryptography and SQL are loaded. What the wrapped
bytes mean is in keys.py; this module keeps, checks and replaces them.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.client.durable_file import write_durably

OFFICE_FILE = "office.db"
KEY_FILE = "keys.json"
KEY_FILE_COPY = "keys.json.bak"

_FORMAT, _VERSION = "massar-keys", 1
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1 << 20, 16, 16


class KeysError(Exception):
    """What keeps an office's keys from being used; `code` is what the screen translates."""

    code = "keys_failed"


class KeyFileDamaged(KeysError):
    """Neither the key file nor its copy can be read, or its list of clerks was altered from outside."""

    code = "key_file_damaged"


class KeyFileMissing(KeyFileDamaged):
    """There is no key file in this folder."""

    code = "key_file_missing"


class KeyFileTooNew(KeysError):
    """A newer version of the program wrote the key file."""

    code = "key_file_too_new"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a password costs: memory in KiB, passes over it, lanes (Argon2id's own words)."""

    memory_kib: int
    passes: int
    lanes: int


FULL_COST = Cost(memory_kib=65_536, passes=3, lanes=4)
LIGHT_COST = Cost(memory_kib=19_456, passes=2, lanes=1)
"""For computers with 2 GB of memory."""


@dataclass(frozen=True, slots=True)
class ClerkSlot:
    """A clerk of the sign-in list."""

    clerk_id: int
    name_ar: str
    name_la: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One clerk's part of the key file.

    `public` (X25519) is what data keys are sealed to, `verify` (Ed25519) checks her signatures, `wrapped` holds both
    private halves, `secret_name` is the keyring's part (None: the password alone), `sealed` the data key and, while it
    is being changed, the next one.
    """

    clerk: ClerkSlot
    public: bytes
    verify: bytes
    cost: Cost
    salt: bytes
    secret_name: str | None
    wrapped: bytes
    sealed: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All of it. `office` is a random name of this office's keys; `macs` protect the list, one per data key."""

    office: bytes
    recovery: bytes
    recovery_sealed: tuple[bytes, ...]
    slots: tuple[Slot, ...]
    macs: tuple[bytes, ...]

    def slot(self, clerk_id: int) -> Slot | None:
        """The clerk's slot, None when she has none."""
        return next((slot for slot in self.slots if slot.clerk.clerk_id == clerk_id), None)

    @property
    def roster(self) -> bytes:
        """Who may open the office, in a form to protect: changing the data key seals the new one to these keys."""
        people = [
            [s.clerk.clerk_id, s.clerk.name_ar, s.clerk.name_la, s.public.hex(), s.verify.hex()] for s in self.slots
        ]
        return _canonical({"office": self.office.hex(), "recovery": self.recovery.hex(), "people": people})


def has_office(folder: Path) -> bool:
    """True when the folder holds an office's database."""
    return (folder / OFFICE_FILE).exists()


def clerks(folder: Path) -> list[ClerkSlot]:
    """The clerks who may sign in, in the order they were added; raises KeyFileDamaged, KeyFileTooNew."""
    return [slot.clerk for slot in load(folder).slots]


def load(folder: Path) -> KeyFile:
    """The key file, or its copy when the file is damaged or gone; raises KeyFileDamaged, KeyFileTooNew."""
    seen = False
    for name in (KEY_FILE, KEY_FILE_COPY):
        path = folder / name
        if not path.exists():
            continue
        seen = True
        try:
            return _parsed(path.read_bytes())
        except (ValueError, KeyError, TypeError):  # not our JSON, cut off, or with a wrong checksum
            continue
    raise KeyFileDamaged(str(folder)) if seen else KeyFileMissing(str(folder))


def save(folder: Path, keys: KeyFile) -> None:
    """Replace the key file, then its copy; raises StorageError. One of the two is whole at every moment."""
    body = _body(keys)
    body["sum"] = hashlib.sha256(_canonical(body)).hexdigest()
    content = json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"
    for name in (KEY_FILE, KEY_FILE_COPY):
        write_durably(folder / name, content)


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)


def _body(keys: KeyFile) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "version": _VERSION,
        "office": _text(keys.office),
        "recovery": {"public": _text(keys.recovery), "sealed": [_text(s) for s in keys.recovery_sealed]},
        "slots": [_slot_body(slot) for slot in keys.slots],
        "macs": [_text(mac) for mac in keys.macs],
    }


def _slot_body(slot: Slot) -> dict[str, object]:
    return {
        "clerk": slot.clerk.clerk_id,
        "name_ar": slot.clerk.name_ar,
        "name_la": slot.clerk.name_la,
        "public": _text(slot.public),
        "verify": _text(slot.verify),
        "argon2id": [slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes],
        "salt": _text(slot.salt),
        "keyring": slot.secret_name,
        "wrapped": _text(slot.wrapped),
        "sealed": [_text(s) for s in slot.sealed],
    }


def _parsed(content: bytes) -> KeyFile:
    body = json.loads(content)
    if body["format"] == _FORMAT and body["version"] > _VERSION:
        raise KeyFileTooNew(f"version {body['version']}")
    found = body.pop("sum")
    if body["format"] != _FORMAT or found != hashlib.sha256(_canonical(body)).hexdigest():
        raise ValueError("checksum")
    recovery = body["recovery"]
    return KeyFile(
        office=_bytes(body["office"]),
        recovery=_bytes(recovery["public"]),
        recovery_sealed=tuple(_bytes(s) for s in recovery["sealed"]),
        slots=tuple(_parsed_slot(slot) for slot in body["slots"]),
        macs=tuple(_bytes(mac) for mac in body["macs"]),
    )


def _parsed_slot(body: Mapping[str, Any]) -> Slot:
    cost = Cost(*(int(number) for number in body["argon2id"]))
    if cost.memory_kib > _MOST_MEMORY_KIB or cost.passes > _MOST_PASSES or cost.lanes > _MOST_LANES:
        raise ValueError("no computer of an office can pay this cost")
    return Slot(
        clerk=ClerkSlot(int(body["clerk"]), str(body["name_ar"]), str(body["name_la"])),
        public=_bytes(body["public"]),
        verify=_bytes(body["verify"]),
        cost=cost,
        salt=_bytes(body["salt"]),
        secret_name=body["keyring"],
        wrapped=_bytes(body["wrapped"]),
        sealed=tuple(_bytes(s) for s in body["sealed"]),
    )
