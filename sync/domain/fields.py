"""Field kinds and the facts about a field: how it is parsed, shown, stored, sent, searched and filled in.

A declaration reads `cin: str | None = fields.cin(11, section="identity", unique=True)`. Numbers are for ever: they name
the field in canonical records and on the wire. A value is text, a whole number or a flag; days are ISO text, partial
days have 00 for what is unknown, so that plain order is right everywhere.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from sync.domain import identifiers
from sync.domain.identifiers import Malformed
from sync.domain.names import clean_arabic_name, clean_latin_name
from sync.domain.partial_day import parse_day, parse_partial_day, show_partial_day

Value = str | int | bool | None
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
LONG_TEXT = 2000


class Wire(StrEnum):
    """How a value is encoded in a canonical record; `number` is its wire type there (canonical.py)."""

    number: int

    INTEGER = "integer", 1
    TEXT = "text", 2
    FLAG = "flag", 3
    DAY = "day", 4
    PARTIAL_DAY = "partial_day", 5

    def __new__(cls, value: str, number: int) -> Self:
        """A member with its number."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.number = number
        return made


_TYPES: Mapping[Wire, type[str | int | bool]] = {Wire.INTEGER: int, Wire.FLAG: bool}


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A kind of field. `parse` gives the canonical value of a text or raises Malformed; `show` is its inverse."""

    name: str
    wire: Wire
    parse: Callable[[str], Value]
    show: Callable[[Any], str] = str
    limit: int = 200
    ltr: bool = False  # a code: written left to right inside Arabic


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One declared field; `name` is filled in by the record declaration."""

    number: int
    kind: FieldKind
    name: str = ""
    section: str = "general"
    required: bool = False
    unique: bool = False
    indexed: bool = False
    search: bool = False
    group: str | None = None
    choices: tuple[str, ...] = ()
    table: str | None = None
    target: str | None = None
    kind_in: str | None = None
    """The field that says of which kind the record is that it refers to."""
    system: bool = False
    multiline: bool = False
    key: int = dataclasses.field(init=False, repr=False)
    """What opens its value in a canonical record: number x 8 + wire type."""
    type: type[str | int | bool] = dataclasses.field(init=False, repr=False)
    """What its values are."""
    limit: int = dataclasses.field(init=False, repr=False)
    """The longest text it holds, in characters."""

    def __post_init__(self) -> None:
        """Work out once what every record that is read, and every value that is checked, asks for."""
        object.__setattr__(self, "key", self.number * 8 + self.kind.wire.number)
        object.__setattr__(self, "type", _TYPES.get(self.kind.wire, str))
        object.__setattr__(self, "limit", LONG_TEXT if self.multiline else self.kind.limit)

    @property
    def merge_group(self) -> str:
        """Fields of one group are merged together (an address with its postal code)."""
        return self.group or self.name


_CONTROL = {code: None for code in (*range(0x20), 0x7F) if code != 0x0A}


def _text(value: str) -> str:
    """NFC, no control character but the line end, nothing around."""
    if value.isprintable() and unicodedata.is_normalized("NFC", value):  # nearly every text
        return value.strip()
    return unicodedata.normalize("NFC", value.translate(_CONTROL)).strip()


def _day(value: str) -> str:
    return parse_day(value).isoformat()


def _integer(value: str) -> int:
    digits = identifiers.western_digits(value)
    if not _WHOLE.fullmatch(digits):
        raise Malformed("integer_malformed")
    return int(digits)


def _flag(value: str) -> bool:
    if value in ("1", "true", "True"):
        return True
    if value in ("0", "false", "False", ""):
        return False
    raise Malformed("flag_malformed")


def _digest(value: str) -> str:
    if not _DIGEST.fullmatch(value):
        raise Malformed("digest_malformed")
    return value


def show_day(value: str) -> str:
    """A stored ISO day as dd/MM/yyyy."""
    return date.fromisoformat(value).strftime("%d/%m/%Y")


def _partial(value: str) -> str:
    return parse_partial_day(value)


TEXT = FieldKind("text", Wire.TEXT, _text)
ARABIC_NAME = FieldKind("arabic_name", Wire.TEXT, clean_arabic_name, limit=80)
LATIN_NAME = FieldKind("latin_name", Wire.TEXT, clean_latin_name, limit=80, ltr=True)
PPR = FieldKind("ppr", Wire.TEXT, identifiers.parse_ppr, identifiers.show_ppr, 8, ltr=True)
CIN = FieldKind("cin", Wire.TEXT, identifiers.parse_cin, identifiers.show_cin, 9, ltr=True)
RIB = FieldKind("rib", Wire.TEXT, identifiers.parse_rib, identifiers.show_rib, 24, ltr=True)
PHONE = FieldKind("phone", Wire.TEXT, identifiers.parse_phone, identifiers.show_phone, 13, ltr=True)
EMAIL = FieldKind("email", Wire.TEXT, identifiers.parse_email, identifiers.show_email, 120, ltr=True)
GRESA = FieldKind("gresa", Wire.TEXT, identifiers.parse_gresa, identifiers.show_gresa, 6, ltr=True)
POSTAL_CODE = FieldKind("postal_code", Wire.TEXT, identifiers.parse_postal_code, limit=5, ltr=True)
DAY = FieldKind("day", Wire.DAY, _day, show_day, 10, ltr=True)
PARTIAL_DAY = FieldKind("partial_day", Wire.PARTIAL_DAY, _partial, show_partial_day, 10, ltr=True)
INTEGER = FieldKind("integer", Wire.INTEGER, _integer, limit=16, ltr=True)
FLAG = FieldKind("flag", Wire.FLAG, _flag, limit=5)
CHOICE = FieldKind("choice", Wire.TEXT, _text, limit=40)
CODE = FieldKind("code", Wire.TEXT, _text, limit=40)
DIGEST = FieldKind("digest", Wire.TEXT, _digest, limit=64, ltr=True)
REF = FieldKind("ref", Wire.INTEGER, _integer, limit=16)


def _declare(number: int, kind: FieldKind, facts: dict[str, Any]) -> Any:
    metadata = {"field": Field(number=number, kind=kind, **facts)}
    return dataclasses.field(default=None, metadata=metadata)


def text(number: int, **facts: Any) -> Any:
    """Free text of one or several lines."""
    return _declare(number, TEXT, facts)


def arabic_name(number: int, **facts: Any) -> Any:
    """A name in Arabic letters; harakat and tatweel are removed."""
    return _declare(number, ARABIC_NAME, facts)


def latin_name(number: int, **facts: Any) -> Any:
    """A name in Latin letters, as on the identity card."""
    return _declare(number, LATIN_NAME, facts)


def ppr(number: int, **facts: Any) -> Any:
    """A payroll number (رقم التأجير)."""
    return _declare(number, PPR, facts)


def cin(number: int, **facts: Any) -> Any:
    """A national identity card number."""
    return _declare(number, CIN, facts)


def rib(number: int, **facts: Any) -> Any:
    """A bank account of 24 digits with its key."""
    return _declare(number, RIB, facts)


def phone(number: int, **facts: Any) -> Any:
    """A Moroccan telephone number, stored as +212 and nine digits."""
    return _declare(number, PHONE, facts)


def email(number: int, **facts: Any) -> Any:
    """An e-mail address."""
    return _declare(number, EMAIL, facts)


def gresa(number: int, **facts: Any) -> Any:
    """The code of a school: five digits and a letter."""
    return _declare(number, GRESA, facts)


def postal_code(number: int, **facts: Any) -> Any:
    """A postal code of five digits."""
    return _declare(number, POSTAL_CODE, facts)


def day(number: int, **facts: Any) -> Any:
    """A full calendar day."""
    return _declare(number, DAY, facts)


def partial_day(number: int, **facts: Any) -> Any:
    """A day of which only the month or the year may be known (old civil records)."""
    return _declare(number, PARTIAL_DAY, facts)


def integer(number: int, **facts: Any) -> Any:
    """A whole number; amounts are in centimes."""
    return _declare(number, INTEGER, facts)


def flag(number: int, **facts: Any) -> Any:
    """Yes or no; empty is no."""
    return _declare(number, FLAG, facts)


def choice(number: int, *choices: str, **facts: Any) -> Any:
    """One of a few values that are part of the program."""
    return _declare(number, CHOICE, {"choices": choices, **facts})


def code(number: int, table: str, **facts: Any) -> Any:
    """A code of a reference table that the centre publishes."""
    return _declare(number, CODE, {"table": table, **facts})


def digest(number: int, **facts: Any) -> Any:
    """A hash of 32 bytes in hexadecimal."""
    return _declare(number, DIGEST, facts)


def ref(number: int, target: str, **facts: Any) -> Any:
    """The row id of another record."""
    return _declare(number, REF, {"target": target, "indexed": True, **facts})


def act_ref(number: int, **facts: Any) -> Any:
    """The row id of an act, of the kind that the field `kind_in` says; without one, of the kind of its own record."""
    return _declare(number, REF, facts)
