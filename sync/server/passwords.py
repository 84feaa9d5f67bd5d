"""The passwords of those who sign in at the console: Argon2id in the PHC form, and a lock that shuts out one asker."""

from __future__ import annotations

import os
import secrets
import unicodedata

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Connection, select, update

from sync.protocol.ticket import LETTERS
from sync.server.attempts import Attempts
from sync.storage.ledger import CentreTables

PASSWORD_LETTERS = 12
"""The fewest: three words that one can remember, or twelve drawn letters."""
_DRAWN = 16
_PASSES, _LANES, _MEMORY_KIB, _BYTES = 3, 1, 19_456, 32
SIGN_IN_TRIES, SIGN_IN_TRIES_OF_ALL = 5, 500
SIGN_IN_WINDOW_MS = 15 * 60_000


class TooShort(ValueError):
    """A password with fewer letters than PASSWORD_LETTERS."""


def set_password(connection: Connection, tables: CentreTables, account: int, password: str) -> None:
    """Give a person a password for the console; raises TooShort."""
    if len(password) < PASSWORD_LETTERS:
        raise TooShort
    t = tables.directory.account
    salted = Argon2id(salt=os.urandom(16), length=_BYTES, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB)
    kept = salted.derive_phc_encoded(_normal(password))
    connection.execute(update(t).where(t.c.id == account).values(password=kept))


def drawn() -> str:
    """A password that is drawn and read out once: sixteen letters that nobody takes for another, in fours."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(_DRAWN))
    return "-".join(letters[at : at + 4] for at in range(0, _DRAWN, 4))


def signs_in(
    connection: Connection, tables: CentreTables, who: tuple[int, str], asker: bytes, now_ms: int
) -> bool | None:
    """Whether this is the password of an account; None: this asker must wait (the password was not looked at).

    `who` is the account and the password typed, `asker` what tells one who asks from another (her address). An account
    that does not exist takes as long as one whose password is wrong.
    """
    account, password = who
    attempts = Attempts(connection, tables, f"sign-in {account}", SIGN_IN_WINDOW_MS)
    if attempts.by(asker, now_ms) >= SIGN_IN_TRIES or attempts.all(now_ms) >= SIGN_IN_TRIES_OF_ALL:
        return None
    t = tables.directory.account
    kept = connection.execute(select(t.c.password).where(t.c.id == account)).scalar_one_or_none()
    try:
        Argon2id.verify_phc_encoded(_normal(password), kept or _NOBODYS)
    except InvalidKey:
        kept = None
    if kept is None:
        attempts.wrong(asker, now_ms)
        return False
    attempts.right(asker)
    return True


def _normal(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode()


_NOBODYS = Argon2id(
    salt=os.urandom(16), length=_BYTES, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
).derive_phc_encoded(os.urandom(32))
"""What a password is compared with where there is none: it is nobody's."""
