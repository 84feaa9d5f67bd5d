"""One random key per office file, wrapped once per clerk and once for recovery (sync.md 3.10).

The keyring alone opens nothing; a forgotten password or a lost keyring is mended by the recovery code; adding or
removing a clerk needs the data key and nobody else's password, because data keys are sealed to public keys.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.client.key_file import FULL_COST, ClerkSlot, Cost, KeyFile, KeyFileDamaged, KeysError, Slot, load, save
from sync.client.recovery_code import WrongRecoveryCode, new_code, recovery_key
from sync.client.sealing import KEY_BYTES, CannotOpen, SigningKey, roster_mac, seal, slot_key, unseal, unwrap, wrap

_OFFICE_BYTES = _SALT_BYTES = 16


class WrongPassword(KeysError):
    """The password is not this clerk's; the same for a clerk who has no slot."""

    code = "wrong_password"


class KeyringLost(KeysError):
    """The slot needs the system keyring, which is locked, gone or of another session: unlock it or use recovery."""

    code = "keyring_lost"


class ClerkExists(KeysError):
    """This clerk already has a slot."""

    code = "clerk_exists"


class UnknownClerk(KeysError):
    """There is no such clerk to remove or to give a new password."""

    code = "unknown_clerk"


class LastClerk(KeysError):
    """The last clerk of an office cannot be removed."""

    code = "last_clerk"


class Secrets(Protocol):
    """The system keyring, as far as keys need it. None of these raises when there is no keyring."""

    def get(self, name: str) -> str | None:
        """The secret; None when it is not there or the keyring is not available."""

    def set(self, name: str, value: str) -> bool:
        """Keep a secret; False when the keyring is not available."""

    def delete(self, name: str) -> None:
        """Forget a secret, if it is there."""


@dataclass(frozen=True, slots=True)
class NewClerk:
    """Someone who shall be able to open the office."""

    clerk_id: int
    name_ar: str
    name_la: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a slot opens. `next_key` is there when a change of the data key was begun and not yet finished."""

    data_key: bytes = field(repr=False)
    next_key: bytes | None = field(repr=False)
    signing_key: SigningKey | None = field(repr=False)


class OfficeKeys:
    """The keys of one office folder. Slow on purpose (Argon2id) and asks the keyring: never on the UI thread."""

    def __init__(self, folder: Path, secrets: Secrets, cost: Cost = FULL_COST) -> None:
        self._folder = folder
        self._secrets = secrets
        self._cost = cost

    def create(self, clerks: Sequence[NewClerk]) -> tuple[bytes, str]:
        """Write a new key file; gives the data key and the recovery code, which is kept nowhere.

        Raises StorageError. An existing key file is replaced: office.py asks first.
        """
        if not clerks:
            raise ValueError("an office has at least one clerk")
        office, data_key, code = os.urandom(_OFFICE_BYTES), os.urandom(KEY_BYTES), new_code()
        file = KeyFile(office, recovery_key(code, office).public_key().public_bytes_raw(), (), (), ())
        for clerk in clerks:
            if file.slot(clerk.clerk_id) is not None:
                raise ClerkExists(str(clerk.clerk_id))
            file = replace(file, slots=(*file.slots, self._new_slot(office, clerk)))
        save(self._folder, _sealed(file, (data_key,)))
        return data_key, code

    def unlock(self, clerk_id: int, password: str) -> Unlocked:
        """Open with a password; raises WrongPassword, KeyringLost, KeyFileDamaged."""
        file = load(self._folder)
        slot = file.slot(clerk_id)
        if slot is None:
            raise WrongPassword(str(clerk_id))
        private, signing = self._private_halves(file.office, slot, password)
        return Unlocked(*_opened(file, private, slot.sealed, _to_clerk(file.office, clerk_id)), signing)

    def unlock_with_recovery(self, code: str) -> Unlocked:
        """Open with the recovery code, without any password or keyring; raises WrongRecoveryCode, KeyFileDamaged."""
        file = load(self._folder)
        private = recovery_key(code, file.office)
        if private.public_key().public_bytes_raw() != file.recovery:
            raise WrongRecoveryCode(WrongRecoveryCode.OF_ANOTHER_OFFICE)
        return Unlocked(*_opened(file, private, file.recovery_sealed, _to_recovery(file.office)), None)

    def change_password(self, clerk_id: int, old: str, new: str) -> None:
        """Wrap the clerk's own keys anew; raises as unlock does. The data key stays."""
        file = load(self._folder)
        slot = file.slot(clerk_id)
        if slot is None:
            raise WrongPassword(str(clerk_id))
        private, signing = self._private_halves(file.office, slot, old)
        fresh = self._slot(file.office, slot.clerk, new, (private, signing))
        save(self._folder, _with_slot(file, replace(fresh, sealed=slot.sealed)))
        self._forget(slot)

    def reset_password(self, code: str, clerk_id: int, new: str) -> None:
        """Give a clerk a new password when hers or the keyring is gone; raises WrongRecoveryCode, UnknownClerk.

        Her signing key cannot be recovered by others, so she gets a new one, which the centre has to learn.
        """
        opened = self.unlock_with_recovery(code)
        file = load(self._folder)
        slot = file.slot(clerk_id)
        if slot is None:
            raise UnknownClerk(str(clerk_id))
        clerk = NewClerk(clerk_id, slot.clerk.name_ar, slot.clerk.name_la, new)
        keys = (opened.data_key,) if opened.next_key is None else (opened.data_key, opened.next_key)
        save(self._folder, _sealed(_with_slot(file, self._new_slot(file.office, clerk)), keys))
        self._forget(slot)

    def add_clerk(self, data_key: bytes, clerk: NewClerk) -> None:
        """Give one more person a slot; raises ClerkExists, KeyFileDamaged. Needs nobody else's password."""
        file = _trusted(load(self._folder), data_key)
        if file.slot(clerk.clerk_id) is not None:
            raise ClerkExists(str(clerk.clerk_id))
        added = replace(file, slots=(*file.slots, self._new_slot(file.office, clerk)))
        save(self._folder, _sealed(added, (data_key,)))

    def begin_removal(self, data_key: bytes, clerk_id: int) -> bytes:
        """Take a clerk's slot away and seal the next data key beside the current one; gives the next one.

        From here on every remaining slot opens the office whether its file still has the old key or has the new one:
        rekey the file, then call finish_change. Raises UnknownClerk, LastClerk, KeyFileDamaged.
        """
        file = _trusted(load(self._folder), data_key)
        leaving = file.slot(clerk_id)
        if leaving is None:
            raise UnknownClerk(str(clerk_id))
        if len(file.slots) == 1:
            raise LastClerk(str(clerk_id))
        rest = replace(file, slots=tuple(slot for slot in file.slots if slot is not leaving))
        next_key = self._begin_change(rest, data_key)
        self._forget(leaving)
        return next_key

    def begin_new_recovery(self, data_key: bytes) -> tuple[bytes, str]:
        """Replace the recovery code; gives the next data key and the code. To be finished as begin_removal is."""
        file = _trusted(load(self._folder), data_key)
        code = new_code()
        public = recovery_key(code, file.office).public_key().public_bytes_raw()
        return self._begin_change(replace(file, recovery=public), data_key), code

    def finish_change(self) -> None:
        """Forget the old data key, once the file has the next one."""
        file = load(self._folder)
        slots = tuple(replace(slot, sealed=slot.sealed[-1:]) for slot in file.slots)
        save(
            self._folder,
            replace(file, slots=slots, recovery_sealed=file.recovery_sealed[-1:], macs=file.macs[-1:]),
        )

    def _begin_change(self, file: KeyFile, data_key: bytes) -> bytes:
        next_key = os.urandom(KEY_BYTES)
        save(self._folder, _sealed(file, (data_key, next_key)))
        return next_key

    def _new_slot(self, office: bytes, clerk: NewClerk) -> Slot:
        who = ClerkSlot(clerk.clerk_id, clerk.name_ar, clerk.name_la)
        return self._slot(office, who, clerk.password, (X25519PrivateKey.generate(), SigningKey()))

    def _slot(self, office: bytes, who: ClerkSlot, password: str, halves: tuple[X25519PrivateKey, SigningKey]) -> Slot:
        if not password:
            raise ValueError("an empty password protects nothing")
        private, signing = halves
        salt = os.urandom(_SALT_BYTES)
        name, secret = self._new_secret(office, who.clerk_id, salt)
        key = slot_key(password, secret, salt=salt, cost=self._cost)
        public, verify = private.public_key().public_bytes_raw(), signing.public
        context = _halves_context(office, who.clerk_id, public, verify)
        wrapped = wrap(key, private.private_bytes_raw() + signing.seed, context)
        return Slot(who, public, verify, self._cost, salt, name, wrapped, ())

    def _new_secret(self, office: bytes, clerk_id: int, salt: bytes) -> tuple[str | None, str | None]:
        """A fresh secret under a fresh name, so that the old one still opens until the key file is written.

        It is read back: a keyring that only pretends to keep it must not become a part of the key.
        """
        name, secret = f"{office.hex()[:12]}-{clerk_id}-{salt.hex()[:8]}", os.urandom(KEY_BYTES).hex()
        if self._secrets.set(name, secret) and self._secrets.get(name) == secret:
            return name, secret
        return None, None

    def _private_halves(self, office: bytes, slot: Slot, password: str) -> tuple[X25519PrivateKey, SigningKey]:
        secret = None
        if slot.secret_name is not None:
            secret = self._secrets.get(slot.secret_name)
            if secret is None:
                raise KeyringLost(str(slot.clerk.clerk_id))
        key = slot_key(password, secret, salt=slot.salt, cost=slot.cost)
        try:
            both = unwrap(key, slot.wrapped, _halves_context(office, slot.clerk.clerk_id, slot.public, slot.verify))
        except CannotOpen as wrong:
            raise WrongPassword(str(slot.clerk.clerk_id)) from wrong
        return X25519PrivateKey.from_private_bytes(both[:KEY_BYTES]), SigningKey(both[KEY_BYTES:])

    def _forget(self, slot: Slot) -> None:
        if slot.secret_name is not None:
            self._secrets.delete(slot.secret_name)


def _to_clerk(office: bytes, clerk_id: int) -> bytes:
    return b"massar data key 1: clerk %d of %s" % (clerk_id, office.hex().encode())


def _to_recovery(office: bytes) -> bytes:
    return b"massar data key 1: recovery of %s" % office.hex().encode()


def _halves_context(office: bytes, clerk_id: int, public: bytes, verify: bytes) -> bytes:
    return b"massar halves 1: %d " % clerk_id + office + public + verify


def _sealed(file: KeyFile, data_keys: Sequence[bytes]) -> KeyFile:
    """The file with these data keys sealed to everyone on it, and its list of clerks protected."""
    slots = tuple(
        replace(
            slot, sealed=tuple(seal(slot.public, k, _to_clerk(file.office, slot.clerk.clerk_id)) for k in data_keys)
        )
        for slot in file.slots
    )
    recovery = tuple(seal(file.recovery, key, _to_recovery(file.office)) for key in data_keys)
    whole = replace(file, slots=slots, recovery_sealed=recovery)
    return replace(whole, macs=tuple(roster_mac(key, whole.roster) for key in data_keys))


def _opened(
    file: KeyFile, private: X25519PrivateKey, sealed: Sequence[bytes], context: bytes
) -> tuple[bytes, bytes | None]:
    try:
        data_keys = [unseal(private, one, context) for one in sealed]
    except CannotOpen as wrong:
        raise KeyFileDamaged("the data key does not open") from wrong
    if not data_keys or len(file.macs) != len(data_keys):
        raise KeyFileDamaged("no data key")
    for key, mac in zip(data_keys, file.macs, strict=True):
        _check_roster(file, key, mac)
    return data_keys[0], data_keys[1] if len(data_keys) > 1 else None


def _trusted(file: KeyFile, data_key: bytes) -> KeyFile:
    """The file, when its list was written by someone who could open the office; raises KeyFileDamaged.

    Without this check a stranger's public key, slipped into the file, would be given the next data key.
    """
    if len(file.macs) != 1:
        raise ValueError("a change of the data key is not finished: open the office first")
    _check_roster(file, data_key, file.macs[0])
    return file


def _check_roster(file: KeyFile, data_key: bytes, mac: bytes) -> None:
    if not hmac.compare_digest(mac, roster_mac(data_key, file.roster)):
        raise KeyFileDamaged("the list of clerks was altered")


def _with_slot(file: KeyFile, slot: Slot) -> KeyFile:
    same = slot.clerk.clerk_id
    return replace(file, slots=tuple(slot if old.clerk.clerk_id == same else old for old in file.slots))
