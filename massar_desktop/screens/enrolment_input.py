"""What a clerk types to enrol, read with forgiveness: the centre's address, the one-time code, a password."""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ"
"""The letters of a one-time code: I, L and O are left out, because they are misheard and misread (sync.md 3.10)."""
CODE_LENGTH: Final = 10
_IGNORED: Final = "-.,_/"

PASSWORD_SHORTEST: Final = 10
_PASSWORD_GOOD: Final = 14
_FEWEST_DIFFERENT: Final = 5


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A one-time code as far as it was typed; ``stranger`` is the first sign that no code has, "" for none."""

    letters: str
    stranger: str = ""

    @property
    def is_whole(self) -> bool:
        """True when it has every letter of a code and nothing else."""
        return len(self.letters) == CODE_LENGTH and not self.stranger


def read_code(text: str) -> TypedCode:
    """Read a one-time code in any grouping and case; spaces, hyphens and invisible marks count for nothing."""
    letters, stranger = [], ""
    for sign in unicodedata.normalize("NFKC", text).upper():
        if sign.isspace() or sign in _IGNORED or unicodedata.category(sign) in {"Cf", "Pd"}:
            continue
        if sign in CODE_LETTERS:
            letters.append(sign)
        else:
            stranger = stranger or sign
    return TypedCode("".join(letters), stranger)


def read_address(text: str) -> str | None:
    """Return the centre's address with its scheme (https where none was typed), None when it is no address."""
    typed = text.strip()
    if not typed or any(sign.isspace() for sign in typed):
        return None
    whole = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(whole)
        port = parts.port
    except ValueError:  # a port that is no number, or half an IPv6 address
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        return None
    return whole.rstrip("/")


def is_open_line(address: str) -> bool:
    """True when what travels to this address could be read on the way: http to another computer."""
    parts = urlsplit(address)
    return parts.scheme == "http" and not _is_this_computer(parts.hostname or "")


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return False


class Strength(Enum):
    """How well a password keeps strangers out; the first three are refused."""

    TOO_SHORT = "too short"
    TOO_SIMPLE = "too simple"
    ONLY_FIGURES = "only figures"
    FAIR = "fair"
    GOOD = "good"

    @property
    def is_enough(self) -> bool:
        """True for a password that may be taken."""
        return self in {Strength.FAIR, Strength.GOOD}


def strength(password: str) -> Strength:
    """Judge a password by its length and variety; figures alone are birthdays and PPR numbers."""
    if len(password) < PASSWORD_SHORTEST:
        return Strength.TOO_SHORT
    if len(set(password.lower())) < _FEWEST_DIFFERENT:
        return Strength.TOO_SIMPLE
    if not any(sign.isalpha() for sign in password):
        return Strength.ONLY_FIGURES
    return Strength.GOOD if len(password) >= _PASSWORD_GOOD else Strength.FAIR
