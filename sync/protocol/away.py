"""A laptop that has not been seen for 45 days opens with a code that an administrator reads over the telephone.

The laptop shows ten letters, the administrator gives them to the centre and reads ten back. Both ends know the key of
the general scope of the province (KEYS); the first letter says which generation of it the laptop has.
"""

from __future__ import annotations

import hmac

from sync.protocol.ticket import LETTERS

LETTERS_OF_EACH = 10
_BASE = len(LETTERS)


def question(generation: int, drawn: str) -> str:
    """What a laptop shows, with nine drawn letters."""
    return LETTERS[generation % _BASE] + drawn[: LETTERS_OF_EACH - 1]


def generation_of(asked: str, newest: int) -> int | None:
    """The newest generation, of those up to `newest`, that a question may speak of; None for none."""
    letter = LETTERS.index(asked[0])
    return next((one for one in range(newest, max(newest - _BASE, -1), -1) if one % _BASE == letter), None)


def answer(seed: bytes, device: int, asked: str) -> str:
    """The code that answers a question, by the secret bytes of the scope's key."""
    told = b"massar away 1" + device.to_bytes(4, "big") + asked.encode("ascii")
    number = int.from_bytes(hmac.digest(seed, told, "sha256"), "big")
    letters = []
    for _ in range(LETTERS_OF_EACH):
        number, letter = divmod(number, _BASE)
        letters.append(LETTERS[letter])
    return "".join(letters)


def heard(text: str) -> str | None:
    """Question or answer as it was heard and typed; None for what is none."""
    letters = "".join(text.upper().split()).replace("-", "")
    return letters if len(letters) == LETTERS_OF_EACH and set(letters) <= set(LETTERS) else None
