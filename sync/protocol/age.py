"""Sealing to an Ed25519 key with age, the standard file format, and signing with the same key.

age takes the keys that people sign with as recipients of its own (`ssh-ed25519`): a laptop's enrolled key is enough to
seal to it, and the usual tools open what was sealed with the key they already have.
"""

from __future__ import annotations

from functools import lru_cache

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from sync.protocol.errors import WireCode, WireError

_HEAD_LIMIT = 4096
"""The header of an age file ends within so many bytes: each recipient named in it costs time to try."""
_HEAD_END = b"\n---"
_NO_KEY = "No matching keys"
"""How the library says that a file is whole and sealed to somebody else."""


def sealed(plain: bytes, public: bytes) -> bytes:
    """An age file that only the holder of the private half of a raw Ed25519 key opens; WireError for what is no key."""
    try:
        return bytes(pyrage.encrypt(plain, [_recipient(public)]))
    except (ValueError, pyrage.RecipientError, pyrage.EncryptError) as wrong:
        raise WireError(WireCode.NOT_TRUSTED) from wrong


def opened(body: bytes, seed: bytes) -> bytes:
    """The content of an age file, by the 32 secret bytes of an Ed25519 key; WireError MALFORMED when it is damaged,
    MISDIRECTED when it was sealed to another key.

    Nothing of a file that was changed or cut is given: the whole is checked first. age never compresses, so the content
    is shorter than the file.
    """
    if body.find(_HEAD_END, 0, _HEAD_LIMIT) < 0:
        raise WireError(WireCode.MALFORMED)
    try:
        return bytes(pyrage.decrypt(body, [_identity(seed)]))
    except pyrage.DecryptError as wrong:
        anothers = _NO_KEY in str(wrong)
        raise WireError(WireCode.MISDIRECTED if anothers else WireCode.MALFORMED) from wrong


def public_half(seed: bytes) -> bytes:
    """The 32 public bytes of a key."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes, message: bytes) -> bytes:
    """The 64-byte signature of a message (RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """True when the holder of this key signed this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=256)
def _recipient(public: bytes) -> pyrage.ssh.Recipient:
    key = Ed25519PublicKey.from_public_bytes(public)
    return pyrage.ssh.Recipient.from_str(key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode())


def _identity(seed: bytes) -> pyrage.ssh.Identity:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return pyrage.ssh.Identity.from_buffer(key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
