"""What the work list says: the heaps of its lines, deadlines, days that are left or past."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import isolate, lead, ltr
from massar_desktop.widgets.table import BETWEEN, TAIL
from massar_desktop.widgets.tokens import Tone

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.reference import Names
    from sync.domain.deadline import Deadline

HEAPS: Final[tuple[tuple[str, str, Tone], ...]] = (
    ("late", "calendar-clock", "danger"),
    ("irregular", "triangle-alert", "danger"),
    ("returned", "rotate-ccw", "plum"),
    ("waiting", "list-checks", "accent"),
    ("reminder", "clock", "warn"),
    ("elsewhere", "building", "info"),
    ("draft", "pencil", "neutral"),
)
"""Each heap with the icon and the tone of its counter, in the order of queries.work_list.Heap."""
_SOON: Final = 3


def heap_word(heap: str) -> str:
    """What the lines of a heap are called."""
    words = {
        "late": QCoreApplication.translate("WorkWords", "Late"),
        "irregular": QCoreApplication.translate("WorkWords", "Irregular"),
        "returned": QCoreApplication.translate("WorkWords", "To complete"),
        "waiting": QCoreApplication.translate("WorkWords", "For you"),
        "reminder": QCoreApplication.translate("WorkWords", "Reminders"),
        "elsewhere": QCoreApplication.translate("WorkWords", "With others"),
        "draft": QCoreApplication.translate("WorkWords", "Drafts"),
    }
    return words[heap]


def when_word(when: str) -> str:
    """What the lines of a queries.work_list.When are called."""
    words = {
        "late": QCoreApplication.translate("WorkWords", "Late"),
        "today": QCoreApplication.translate("WorkWords", "Today"),
        "week": QCoreApplication.translate("WorkWords", "This week"),
        "later": QCoreApplication.translate("WorkWords", "Later"),
        "elsewhere": QCoreApplication.translate("WorkWords", "With others"),
        "draft": QCoreApplication.translate("WorkWords", "Drafts"),
    }
    return words[when]


def who_line(name: str, ppr: str, province: Names) -> str:
    """Whose act it is: her name, her PPR, and the directorate that has her file where an academy asks.

    A long name gives way to the numbers after it, and is told whole under the mouse.
    """
    where = province[0 if current_language() == "ar" else 1]
    rest = BETWEEN.join(part for part in (ltr(ppr) if ppr else "", isolate(where) if where else "") if part)
    return lead(TAIL.join(part for part in (isolate(name), rest) if part))


def due_line(due: Deadline, today: str) -> tuple[str, str, str]:
    """How far away a deadline is, what is due, and the ink to say it in."""
    days = (date.fromisoformat(due.due_on) - date.fromisoformat(today)).days
    if days < 0:
        return QCoreApplication.translate("WorkWords", "%n day(s) late", "", -days), due_word(due.code), "danger"
    if days == 0:
        return QCoreApplication.translate("WorkWords", "Today"), due_word(due.code), "warn"
    left = QCoreApplication.translate("WorkWords", "in %n day(s)", "", days)
    return left, due_word(due.code), "warn" if days <= _SOON else ""


def due_word(code: str) -> str:
    """What is due."""
    words = {
        "begins": QCoreApplication.translate("WorkWords", "decide before it begins"),
        "study": QCoreApplication.translate("WorkWords", "study the request"),
        "notify": QCoreApplication.translate("WorkWords", "notify the decision"),
        "notice": QCoreApplication.translate("WorkWords", "send the notice to resume"),
        "notice_answer": QCoreApplication.translate("WorkWords", "follow the notice at the post"),
        "resume": QCoreApplication.translate("WorkWords", "the term to resume ends"),
        "stop_pay": QCoreApplication.translate("WorkWords", "stop the pay"),
        "dismiss": QCoreApplication.translate("WorkWords", "dismissal may be decided"),
    }
    return words.get(code, code)
