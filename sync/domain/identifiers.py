"""PPR, CIN, RIB, GRESA, phone, e-mail and postal code: read what a clerk types, keep one form, show it.

For each kind, ``parse_x`` turns text into its canonical form or raises `Malformed`, and ``show_x`` gives the
form for the screen; ``parse_x(show_x(c)) == c`` for every canonical ``c``. Parsing forgives what keyboards,
spreadsheets and copied text add: spaces, dots, hyphens, case, Arabic-Indic digits and invisible marks.
"""

import re
from typing import Final

_EASTERN_DIGITS: Final = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_INVISIBLE: Final = (
    *range(0x200B, 0x2010),  # zero-width space and joiners, left-to-right and right-to-left marks
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2066, 0x206A),  # isolates, which this program itself puts around codes in Arabic lines
    0x0000,
    0x00AD,
    0x061C,
    0x2060,
    0xFEFF,
)
_SPACES: Final = (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x0009, 0x000A, 0x000D)
_HYPHENS: Final = (*range(0x2010, 0x2016), 0x2212)
_PLAIN: Final = {
    **_EASTERN_DIGITS,
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    0x066B: ",",
    0x066C: ".",
}

_SEPARATORS: Final = str.maketrans("", "", " .-")
_PHONE_SEPARATORS: Final = str.maketrans("", "", " .-/()")

_ZERO_FRACTION: Final = re.compile(r"([0-9]+)[.,]0+")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_PPR: Final = re.compile(r"[1-9][0-9]{4,7}")
_CIN: Final = re.compile(r"[A-Z]{1,2}[0-9]{1,7}")
_USUAL_CIN: Final = re.compile(r"[A-Z]{1,2}[0-9]{5,6}")
_RIB: Final = re.compile(r"[0-9]{24}")
_RIB_BODY: Final = re.compile(r"[0-9]{22}")
_GRESA: Final = re.compile(r"[0-9]{5}[A-Z]")
_PHONE: Final = re.compile(r"(?:(?:\+|00)?2120?|0)([5-8][0-9]{8})")
_EMAIL_LOCAL: Final = re.compile(r"[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*")
_EMAIL_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL_DOMAIN: Final = re.compile(rf"(?:{_EMAIL_LABEL}\.)+[a-z]{{2,63}}")
_POSTAL_CODE: Final = re.compile(r"[0-9]{5}")

_EMAIL_MAX: Final = 254  # RFC 5321, with its limit of 64 before the @
_EMAIL_LOCAL_MAX: Final = 64


class Malformed(ValueError):
    """A text is not a value of its kind; ``code`` is stable and is what the translations are keyed by."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: dict[str, str | int] = params

    def __str__(self) -> str:
        # The text itself stays out: it may be a bank account and exceptions end up in logs.
        return self.code


def western_digits(text: str) -> str:
    """The text of a code, number or date with Western digits, plain spaces and hyphens, and no invisible
    mark; spaces around are removed.
    """
    return text.translate(_PLAIN).strip()


def _compact(text: str) -> str:
    """Plain text without separators, in upper case when it is ASCII (``ß`` must not turn into ``SS``)."""
    compact = western_digits(text).translate(_SEPARATORS)
    return compact.upper() if compact.isascii() else compact


def _matching(pattern: re.Pattern[str], text: str, code: str) -> str:
    if pattern.fullmatch(text) is None:
        raise Malformed(code)
    return text


def parse_ppr(text: str) -> str:
    """The pay number (رقم التأجير): 5 to 8 digits without leading zeros, kept as text.

    Accepts a number as spreadsheets write it ("123456.0") only when its fraction is zero, and points between
    thousands. Raises Malformed("ppr_malformed").
    """
    digits = western_digits(text).replace(" ", "").replace("-", "")
    if _THOUSANDS.fullmatch(digits):
        digits = digits.replace(".", "")
    elif fraction := _ZERO_FRACTION.fullmatch(digits):
        digits = fraction[1]
    return _matching(_PPR, digits.lstrip("0"), "ppr_malformed")


def show_ppr(ppr: str) -> str:
    """The pay number for the screen: as it is."""
    return ppr


def parse_cin(text: str) -> str:
    """The national identity card number: one or two letters then 1 to 7 digits, upper case.

    Raises Malformed("cin_malformed").
    """
    return _matching(_CIN, _compact(text), "cin_malformed")


def show_cin(cin: str) -> str:
    """The identity card number for the screen: as it is."""
    return cin


def cin_is_unusual(cin: str) -> bool:
    """Whether a canonical card number has other than 5 or 6 digits: allowed, but worth a warning."""
    return _USUAL_CIN.fullmatch(cin) is None


def rib_key(first22: str) -> str:
    """The two-digit key of an account from its first 22 digits: 97 - (number x 100 mod 97).

    Checked on the published sample MA64 0115 1900 0001 2050 0053 4921, whose key is 21.
    Raises Malformed("rib_malformed") when the text is not 22 digits.
    """
    body = _matching(_RIB_BODY, first22, "rib_malformed")
    return f"{97 - int(body) * 100 % 97:02d}"


def parse_rib(text: str) -> str:
    """The bank account: 24 digits (3 bank, 3 locality, 16 account, 2 key), a multiple of 97.

    Raises Malformed("rib_malformed"), or Malformed("rib_key_wrong", expected=...) when only the key is wrong.
    """
    rib = _matching(_RIB, _compact(text), "rib_malformed")
    if int(rib) % 97 != 0:
        raise Malformed("rib_key_wrong", expected=rib_key(rib[:22]))
    return rib


def show_rib(rib: str) -> str:
    """The bank account for the screen, grouped 3 + 3 + 16 + 2."""
    return f"{rib[:3]} {rib[3:6]} {rib[6:22]} {rib[22:]}"


def parse_gresa(text: str) -> str:
    """The school code (GRESA): five digits and a capital letter. Raises Malformed("gresa_malformed")."""
    return _matching(_GRESA, _compact(text), "gresa_malformed")


def show_gresa(gresa: str) -> str:
    """The school code for the screen: as it is."""
    return gresa


def parse_phone(text: str) -> str:
    """A Moroccan phone number as +212 and nine digits, from 0, 212, 00212 or +212 forms.

    Raises Malformed("phone_malformed").
    """
    found = _PHONE.fullmatch(western_digits(text).translate(_PHONE_SEPARATORS))
    if found is None:
        raise Malformed("phone_malformed")
    return "+212" + found[1]


def show_phone(phone: str) -> str:
    """A canonical phone number for the screen: "+212 6 61 04 52 77"."""
    return " ".join((phone[:4], phone[4:5], *(phone[i : i + 2] for i in range(5, 13, 2))))


def parse_email(text: str) -> str:
    """An e-mail address with its domain in lower case; the part before the @ keeps its case.

    Accepts the everyday ASCII forms, not quoted ones. Raises Malformed("email_malformed").
    """
    local, at, domain = western_digits(text).rpartition("@")
    domain = domain.lower() if domain.isascii() else domain
    fits = len(local) <= _EMAIL_LOCAL_MAX and len(local) + 1 + len(domain) <= _EMAIL_MAX
    if not (at and fits and _EMAIL_LOCAL.fullmatch(local) and _EMAIL_DOMAIN.fullmatch(domain)):
        raise Malformed("email_malformed")
    return f"{local}@{domain}"


def show_email(email: str) -> str:
    """The e-mail address for the screen: as it is."""
    return email


def parse_postal_code(text: str) -> str:
    """A postal code: five digits, leading zeros kept. Raises Malformed("postal_code_malformed")."""
    return _matching(_POSTAL_CODE, _compact(text), "postal_code_malformed")


def show_postal_code(code: str) -> str:
    """The postal code for the screen: as it is."""
    return code
