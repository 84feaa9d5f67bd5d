"""The few cryptographic steps the keys are made of, each bound to what it is for.

A context (what, which office, which clerk) goes into every key and every tag, so that bytes moved from one place of a
file to another open nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.client.key_file import Cost

KEY_BYTES = 32
_NONCE_BYTES = 12
_ONLY_NONCE = bytes(_NONCE_BYTES)
"""Right where a key seals one message only: a fresh key pair is drawn for each sealing."""


class CannotOpen(Exception):
    """These bytes were not sealed with this key in this context, or they were damaged."""


class SigningKey:
    """An Ed25519 key of a person or a device."""

    def __init__(self, seed: bytes | None = None) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed) if seed else Ed25519PrivateKey.generate()

    @property
    def seed(self) -> bytes:
        """The 32 bytes to keep secret."""
        return self._key.private_bytes_raw()

    @property
    def public(self) -> bytes:
        """The 32 bytes that check its signatures."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The 64-byte signature of a message."""
        return self._key.sign(message)


def stretch(key: bytes, *, salt: bytes, context: bytes) -> bytes:
    """A 32-byte key for one use, from one that must not be used twice (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=context).derive(key)


def slot_key(password: str, secret: str | None, *, salt: bytes, cost: Cost) -> bytes:
    """The key of a clerk's slot: her password made dear to guess, and the keyring's secret where there is one."""
    text = unicodedata.normalize("NFC", password).encode()
    slow = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    ).derive(text)
    if secret is None:
        return stretch(slow, salt=salt, context=b"massar slot 1: password")
    return stretch(slow + secret.encode(), salt=salt, context=b"massar slot 1: password and keyring")


def wrap(key: bytes, plain: bytes, context: bytes) -> bytes:
    """Encrypt under a symmetric key."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, context)


def unwrap(key: bytes, wrapped: bytes, context: bytes) -> bytes:
    """The opposite of wrap; raises CannotOpen."""
    return _decrypted(key, wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], context)


def seal(public: bytes, plain: bytes, context: bytes) -> bytes:
    """Encrypt so that only the holder of the private half of `public` (X25519) reads it."""
    once = X25519PrivateKey.generate()
    ours = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    key = stretch(shared, salt=ours + public, context=context)
    return ours + ChaCha20Poly1305(key).encrypt(_ONLY_NONCE, plain, context)


def unseal(private: X25519PrivateKey, sealed: bytes, context: bytes) -> bytes:
    """The opposite of seal; raises CannotOpen."""
    theirs, body = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError as wrong:  # cut short, or a point that gives the same secret to everyone
        raise CannotOpen from wrong
    salt = theirs + private.public_key().public_bytes_raw()
    return _decrypted(stretch(shared, salt=salt, context=context), _ONLY_NONCE, body, context)


def roster_mac(data_key: bytes, roster: bytes) -> bytes:
    """Proof that someone who could open the office wrote this list of clerks."""
    key = stretch(data_key, salt=b"", context=b"massar roster 1")
    return hmac.new(key, roster, hashlib.sha256).digest()


def _decrypted(key: bytes, nonce: bytes, body: bytes, context: bytes) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, body, context)
    except (InvalidTag, ValueError) as wrong:
        raise CannotOpen from wrong
