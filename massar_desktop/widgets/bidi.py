"""Text that keeps its order in both directions, and figures and days as the offices write them.

Rules of order: data of unknown script sits between FSI and PDI, codes between LRI and PDI, and groups of
digits are joined by U+202F, because an ordinary space lets "12 345" turn over in an Arabic line.
"""

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from massar_desktop.system.locale import Language, current_language, month_name, weekday_name

LRI: Final = "\u2066"
FSI: Final = "\u2068"
PDI: Final = "\u2069"
LRM: Final = "\u200e"
RLM: Final = "\u200f"
NARROW_SPACE: Final = "\u202f"


def isolate(text: str) -> str:
    """Return data whose script is not known (a name, an address), safe inside any line."""
    return f"{FSI}{text}{PDI}" if text else ""


def ltr(text: str) -> str:
    """Return a code, telephone or hyphenated number, which always reads left to right."""
    return f"{LRI}{text}{PDI}" if text else ""


def lead(text: str) -> str:
    """Return a label that takes the direction of the interface, whatever its first letter."""
    return f"{RLM if current_language() == 'ar' else LRM}{text}"


def group(number: int) -> str:
    """Return a whole number in groups of three: 4 212, in both languages."""
    return f"{number:,}".replace(",", NARROW_SPACE)


def decimal(number: float, places: int = 1) -> str:
    """Return a number with a decimal comma and grouped thousands: 11,3."""
    return f"{number:,.{places}f}".replace(",", NARROW_SPACE).replace(".", ",")


def percent(part: int, whole: int) -> str:
    """Return a whole percentage that touches its sign; 0% of nothing."""
    return ltr(f"{100 * part // whole if whole else 0}%")


def file_size(size: int) -> str:
    """Return a number of bytes in kilobytes or megabytes of 1000, one decimal under ten."""
    if size >= 1_000_000:
        amount, unit = size / 1_000_000, QCoreApplication.translate("Units", "MB")
    else:
        amount, unit = size / 1000, QCoreApplication.translate("Units", "kB")
    return f"{decimal(amount, 0 if amount >= 100 else 1)}{NARROW_SPACE}{unit}"


def short_day(day: date) -> str:
    """Return dd/MM/yyyy, as in fields and tables."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def long_day(day: date, language: Language | None = None) -> str:
    """Return the day in a sentence: 27 نونبر 2018, 27 novembre 2018."""
    return f"{day.day} {month_name(day, language or current_language())} {day.year}"


def week_day(day: date, language: Language | None = None) -> str:
    """Return the day of this year in a sentence: الجمعة 27 نونبر."""
    chosen = language or current_language()
    return f"{weekday_name(day, chosen)} {day.day} {month_name(day, chosen)}"


def moment(when: datetime, today: date) -> str:
    """Return an hour today ("today 11:42"), else the day and the hour ("23/11/2026 11:42")."""
    hour = f"{when.hour:02d}:{when.minute:02d}"
    if when.date() == today:
        return QCoreApplication.translate("Units", "today %1").replace("%1", hour)
    return f"{short_day(when.date())} {hour}"
