"""The one-time code of an enrolment: ten letters, and what proves them on a stick without telling them.

The first three letters name the ticket. The other seven are its secret: the centre keeps only a slow hash of them
(scrypt, RFC 7914). On a stick both ends prove that they know this hash, each over what the other has to believe.
"""

from __future__ import annotations

import hashlib
import hmac

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"  # no I, L, O: they are misheard and misread
NAME_LETTERS, SECRET_LETTERS = 3, 7


def parts_of(code: str) -> tuple[str, str] | None:
    """Name and secret of a code as it was heard and typed; None for what is none."""
    letters = "".join(code.upper().split()).replace("-", "")
    if len(letters) != NAME_LETTERS + SECRET_LETTERS or not set(letters) <= set(LETTERS):
        return None
    return letters[:NAME_LETTERS], letters[NAME_LETTERS:]


def salt_of(name: str) -> bytes:
    """The salt of a ticket: its name is used once in a centre, and a laptop without a line can work it out."""
    return hashlib.blake2b(name.encode(), digest_size=16, person=b"massar ticket 1").digest()


def stretched(secret: str, salt: bytes) -> bytes:
    """The slow hash of a secret: a stolen table, or a proof in wrong hands, does not give the codes still open."""
    return hashlib.scrypt(secret.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)


def laptop_proof(key: bytes, ticket: str, public_key: bytes, centre: bytes) -> bytes:
    """The laptop knows the code: over the key it wants enrolled, and the centre it asks."""
    return hmac.digest(key, b"massar laptop 1" + ticket.encode() + public_key + centre, "sha256")


def centre_proof(key: bytes, public_key: bytes, centre: bytes, enrolled: bytes) -> bytes:
    """The centre knows the code: over its own key, the laptop's, and what it tells the laptop."""
    return hmac.digest(key, b"massar centre 1" + public_key + centre + enrolled, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Whether two proofs are equal, in a time that tells nothing."""
    return hmac.compare_digest(one, other)
