"""The office's recovery key as a code to print and keep in a safe: seven groups of five characters.

Its letters leave out I, L, O and U, and reading forgives them; the last character of each group checks that group, so
that a clerk who types it from paper is told which group to look at again.
"""

from __future__ import annotations

import hashlib
import os

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.client.key_file import KeysError
from sync.client.sealing import stretch

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, _DATA_PER_GROUP = 7, 4
_SECRET_BYTES = 16
_CHECK_BITS = GROUPS * _DATA_PER_GROUP * 5 - _SECRET_BYTES * 8
_FORGIVEN = str.maketrans({"I": "1", "L": "1", "O": "0"})


class WrongRecoveryCode(KeysError):
    """The code does not open this office: mistyped (`group` counts from 1 where it is known), or of another office."""

    MISTYPED = "code_mistyped"
    OF_ANOTHER_OFFICE = "code_of_another_office"

    def __init__(self, code: str, group: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.group = group


def new_code() -> str:
    """A fresh recovery code, from 128 random bits."""
    return written(os.urandom(_SECRET_BYTES))


def written(secret: bytes) -> str:
    """The code of a 16-byte secret."""
    number = int.from_bytes(secret) << _CHECK_BITS | _check(secret)
    symbols = "".join(ALPHABET[number >> shift & 31] for shift in range((GROUPS * _DATA_PER_GROUP - 1) * 5, -1, -5))
    parts = [symbols[at : at + _DATA_PER_GROUP] for at in range(0, len(symbols), _DATA_PER_GROUP)]
    return "-".join(part + _group_check(index, part) for index, part in enumerate(parts))


def read(code: str) -> bytes:
    """The secret of a code as a person typed it; raises WrongRecoveryCode(code_mistyped)."""
    typed = "".join(code.upper().translate(_FORGIVEN).replace("-", " ").split())
    size = _DATA_PER_GROUP + 1
    groups = [typed[at : at + size] for at in range(0, len(typed), size)]
    for index, group in enumerate(groups[:GROUPS]):
        if len(group) != size or set(group) - set(ALPHABET) or group[-1] != _group_check(index, group[:-1]):
            raise WrongRecoveryCode(WrongRecoveryCode.MISTYPED, index + 1)
    if len(groups) != GROUPS:
        raise WrongRecoveryCode(WrongRecoveryCode.MISTYPED, min(len(groups), GROUPS) + 1)
    number = 0
    for symbol in "".join(group[:-1] for group in groups):
        number = number << 5 | ALPHABET.index(symbol)
    secret = (number >> _CHECK_BITS).to_bytes(_SECRET_BYTES)
    if number & ((1 << _CHECK_BITS) - 1) != _check(secret):
        raise WrongRecoveryCode(WrongRecoveryCode.MISTYPED)
    return secret


def recovery_key(code: str, office: bytes) -> X25519PrivateKey:
    """The private recovery key that a code stands for in one office; raises WrongRecoveryCode(code_mistyped)."""
    seed = stretch(read(code), salt=office, context=b"massar recovery 1")
    return X25519PrivateKey.from_private_bytes(seed)


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"massar code" + secret).digest()[:2]) >> (16 - _CHECK_BITS)


def _group_check(index: int, part: str) -> str:
    return ALPHABET[hashlib.sha256(f"massar group {index} {part}".encode()).digest()[0] & 31]
