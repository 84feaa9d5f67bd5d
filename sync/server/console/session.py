"""Who is signed in: a cookie that this centre signed, so that several processes need not share anything.

It names the account, when she signed in and was last here, the password she signed in with (as a hash of its hash)
and the number of her sign-ins that count, which stands with her account: a new password ends all her sessions, and so
does leaving, in every process. A form carries a token that only this session's pages hold.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from hashlib import blake2b

import msgspec

COOKIE = "massar_console"
IDLE_MS, WHOLE_MS = 30 * 60_000, 8 * 3_600_000
"""A session ends after half an hour without a page, and after a working day."""
_HOUR_MS = 3_600_000
_TAG, _NONCE = 32, 12


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in."""

    account: int
    nonce: bytes
    began_ms: int
    seen_ms: int
    password: bytes
    number: int = 0


class Sessions:
    """Signs and reads the cookies of one centre."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def begin(self, account: int, kept: tuple[str, int], now_ms: int) -> Session:
        """A new session of somebody whose password was right; `kept` is its hash and the number that counts."""
        password_hash, number = kept
        return Session(account, secrets.token_bytes(_NONCE), now_ms, now_ms, _fingerprint(password_hash), number)

    def cookie(self, session: Session, now_ms: int) -> str:
        """The session as a cookie that counts from now."""
        told = msgspec.msgpack.encode(replace(session, seen_ms=now_ms))
        return urlsafe_b64encode(told + self._tag(b"session", told)).decode().rstrip("=")

    def read(self, cookie: str, now_ms: int) -> Session | None:
        """The session of a cookie; None for one that is forged or cold."""
        try:
            data = urlsafe_b64decode(cookie + "=" * (-len(cookie) % 4))
        except ValueError:
            return None
        told, tag = data[:-_TAG], data[-_TAG:]
        if not hmac.compare_digest(tag, self._tag(b"session", told)):
            return None
        session = msgspec.msgpack.decode(told, type=Session)
        cold = now_ms - session.seen_ms > IDLE_MS or now_ms - session.began_ms > WHOLE_MS
        return None if cold else session

    def holds(self, session: Session, password_hash: str | None, number: int) -> bool:
        """Whether the password she signed in with is still hers, and she has not left since."""
        known = password_hash is not None and hmac.compare_digest(session.password, _fingerprint(password_hash))
        return known and session.number == number

    def token(self, session: Session) -> str:
        """What every form of this session carries."""
        return self._tag(b"form", session.nonce).hex()

    def door_token(self, now_ms: int) -> str:
        """What the form of the door carries, good for an hour or two: nobody is signed in by another's page."""
        return self._tag(b"door", b"%d" % (now_ms // _HOUR_MS)).hex()

    def is_of_door(self, token: str, now_ms: int) -> bool:
        """Whether a form came from the door."""
        known = [self.door_token(now_ms), self.door_token(now_ms - _HOUR_MS)]
        return any(hmac.compare_digest(one.encode(), token.encode()) for one in known)

    def is_hers(self, session: Session, token: str) -> bool:
        """Whether a form came from a page of this session."""
        return hmac.compare_digest(self.token(session).encode(), token.encode())

    def _tag(self, use: bytes, told: bytes) -> bytes:
        return blake2b(use + b"\0" + told, key=self._secret, digest_size=_TAG).digest()


def _fingerprint(password_hash: str) -> bytes:
    return blake2b(password_hash.encode(), digest_size=8).digest()
