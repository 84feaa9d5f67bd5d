"""What exchanges and imports say in words: how one ended and what to do, what waits, how long, who and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import NARROW_SPACE, decimal, file_size, group, isolate, ltr
from massar_desktop.widgets.tokens import Tone
from sync.client.clock import MOROCCO

if TYPE_CHECKING:
    from massar_desktop.queries.conflicts import FileName, Side

WAITING_ICONS: Final[dict[str, tuple[str, Tone]]] = {
    "new_people": ("user-plus", "accent"),
    "corrections": ("pencil", "accent"),
    "acts": ("file-text", "accent"),
    "other_records": ("file-plus", "accent"),
    "withdrawals": ("trash-2", "neutral"),
    "joins": ("users", "accent"),
    "settled": ("git-compare", "accent"),
    "list": ("file-spreadsheet", "info"),
}
_MINUTES_FROM: Final = 90
CALM: Final = frozenset({"unreachable", "busy", "cancelled"})
"""Ends that time mends: never a warning, never a word in the strip beside the state of the line."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, what to do, and its tone."""

    sentence: str
    remedy: str = ""
    tone: Tone = "info"


def local_time(at_ms: int) -> datetime:
    """An instant as the clocks of Morocco show it."""
    return datetime.fromtimestamp(at_ms / 1000, MOROCCO)


def both_names(arabic: str, latin: str) -> tuple[str, str]:
    """Two names, the one in the script of the language in force first; a missing one is replaced by the other."""
    names = (arabic, latin) if current_language() == "ar" else (latin, arabic)
    return (names[0] or names[1], names[1] if names[0] else "")


def with_number(text: str, number: int) -> str:
    """A plural sentence with its number in groups: Qt writes it without."""
    return text.replace(str(number), group(number), 1)


class ExchangeWords(QObject):
    """The sentences of exchanges, with the plural forms of both languages."""

    def outcome(self, code: str) -> Message:
        """How an exchange ended and what a person can do."""
        made = self._outcomes().get(code)
        if made is None:
            sentence = self.tr("The exchange did not go through (%1)").replace("%1", ltr(code))
            return Message(sentence, self.tr("Nothing is lost. Try again; if it comes back, tell support."), "danger")
        return made

    def _outcomes(self) -> dict[str, Message]:
        kept = self.tr("What you saved is kept here and leaves by itself as soon as the line is back.")
        return {
            "done": Message(self.tr("Everything is exchanged"), "", "ok"),
            "unreachable": Message(self.tr("No connection to the centre"), kept, "neutral"),
            "busy": Message(
                self.tr("The centre is busy"), self.tr("It is tried again by itself in a moment."), "neutral"
            ),
            "cancelled": Message(
                self.tr("Stopped"), self.tr("What arrived is kept; what did not arrive waits."), "neutral"
            ),
            "not_trusted": Message(
                self.tr("The centre does not know this computer"),
                self.tr("Ask the head of human resources for an enrolment code. What you saved is kept."),
                "danger",
            ),
            "erase_ordered": Message(
                self.tr("This computer has been erased by order of an administrator"),
                self.tr("What it had not sent is sealed for the centre. Ask your administrator for another computer."),
                "danger",
            ),
            "upgrade_needed": Message(
                self.tr("This version is too old to receive"),
                self.tr("What you sent has arrived. Update the application to receive."),
                "warn",
            ),
            "other_history": Message(
                self.tr("The centre's history is not the one this office has read"),
                self.tr("Nothing is deleted here. Call support before anything else."),
                "danger",
            ),
            "too_many_removed": Message(
                self.tr("The centre wants to take many files away from this office at once"),
                self.tr(
                    "It was stopped, and nothing was removed. Tell the academy: it confirms why, then exchange again."
                ),
                "warn",
            ),
            "misunderstood": Message(
                self.tr("The centre's answer cannot be read"),
                self.tr("Nothing is lost. Try again; if it comes back, tell support."),
                "danger",
            ),
            "disk_full": Message(
                self.tr("The disk is full"),
                self.tr("Free some room, then exchange again. Nothing that was saved is lost."),
                "danger",
            ),
        }

    def waiting(self, what: str, number: int) -> str:
        """What waits of one kind of work: "3 new people"."""
        words: dict[str, Callable[[], str]] = {
            "new_people": lambda: self.tr("%n new person(s)", "", number),
            "corrections": lambda: self.tr("%n correction(s)", "", number),
            "acts": lambda: self.tr("%n act(s)", "", number),
            "other_records": lambda: self.tr("%n new record(s) in files", "", number),
            "withdrawals": lambda: self.tr("%n withdrawal(s)", "", number),
            "joins": lambda: self.tr("%n joining(s) of records", "", number),
            "settled": lambda: self.tr("%n settled conflict(s)", "", number),
            "list": lambda: self.tr("%n operation(s) of an imported list", "", number),
            "scans": lambda: self.tr("%n scan(s)", "", number),
        }
        return with_number(words[what](), number)

    def files(self, number: int) -> str:
        """On how many files."""
        return with_number(self.tr("on %n file(s)", "", number), number)

    def operations(self, number: int) -> str:
        """How many operations."""
        return with_number(self.tr("%n operation(s)", "", number), number)

    def drafts(self, number: int) -> str:
        """How many drafts."""
        return with_number(self.tr("%n draft(s)", "", number), number)

    def conflicts(self, number: int) -> str:
        """How many conflicts."""
        return with_number(self.tr("%n conflict(s)", "", number), number)

    def returned(self, number: int) -> str:
        """How many operations came back."""
        return with_number(self.tr("%n returned operation(s)", "", number), number)

    def cuts(self, number: int) -> str:
        """How often the line was cut."""
        return with_number(self.tr("%n cut(s) of the line", "", number), number)

    def pieces(self, number: int) -> str:
        """How many pieces are safe."""
        return with_number(self.tr("%n piece(s) safe on this computer", "", number), number)

    def seconds(self, seconds: float | None) -> str:
        """About how long: "≈ 5 s", "≈ 3 min", "—" when nothing is known."""
        if seconds is None:
            return "—"
        minutes, short = self.tr("min"), self.tr("s")
        if seconds >= _MINUTES_FROM:
            return f"≈ {round(seconds / 60)}{NARROW_SPACE}{minutes}"
        return f"≈ {max(round(seconds), 1)}{NARROW_SPACE}{short}"

    def listed(self, parts: Iterable[str]) -> str:
        """Some words one after the other, the empty ones left out."""
        comma = self.tr(", ")
        return comma.join(part for part in parts if part)

    def size(self, size: int) -> str:
        """A size; the smallest are a tenth of a kilobyte."""
        return file_size(max(size, 100)) if size else decimal(0)

    def author(self, side: Side) -> str:
        """Who wrote a value: a name, "you", or the number that stands for somebody not known here."""
        name = both_names(side.name_ar, side.name_la)[0]
        if not name:
            return self.tr("Colleague no. %1").replace("%1", ltr(str(side.author)))
        return self.tr("%1 (you)").replace("%1", isolate(name)) if side.own else isolate(name)

    def place(self, side: Side) -> str:
        """Where a value was written."""
        if side.here:
            return self.tr("This computer")
        return self.tr("Another computer (no. %1)").replace("%1", ltr(str(side.device)))

    def file(self, file: FileName) -> tuple[str, str]:
        """Whose file it is: the name in the language in force, then the other name with the number."""
        first, second = both_names(file.name_ar, file.name_la)
        below = " · ".join(part for part in (isolate(second), ltr(file.number)) if part)
        return first or self.tr("A file that is no longer here"), below
