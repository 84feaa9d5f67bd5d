"""What the screens of acts say in the same words: kinds found by both names, states, changes of the situation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from massar_desktop.screens.person_words import Labels, colon
from massar_desktop.screens.work_words import due_word
from massar_desktop.system.locale import Language, current_language
from massar_desktop.system.wording import (
    choice_label,
    field_label,
    field_of,
    kind_label,
    kind_label_in,
    problem_text,
    state_label,
    value_text,
)
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.tokens import Tone
from sync.domain import catalog
from sync.domain.errors import Problem, Severity
from sync.domain.fields import Value, show_day
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.acts import ActLine, Change
    from sync.domain.acts.abandonment import Progress
    from sync.domain.leave_count import Balance

_TONES: Final[Mapping[str, tuple[Tone, str]]] = {
    "registered": ("info", "file-text"),
    "study": ("info", "search"),
    "returned": ("plum", "rotate-ccw"),
    "opinion": ("accent", "badge-check"),
    "referred": ("plum", "building"),
    "accepted": ("ok", "check"),
    "notified": ("ok", "check"),
    "in_effect": ("ok", "play"),
    "refused": ("danger", "circle-x"),
}
_SEVERITIES: Final[Mapping[Severity, Tone]] = {
    Severity.ERROR: "danger",
    Severity.MISSING: "warn",
    Severity.WARNING: "info",
}
_HEALTH: Final = "health"


def act_choices(kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Kinds of act to choose from, each under its code and both names, so that either finds it."""
    language = current_language()
    other: Language = "fr" if language == "ar" else "ar"
    return [(kind, f"{kind_label(kind)} · {_bare(kind_label_in(other, kind), kind)}") for kind in kinds]


def _bare(label: str, kind: str) -> str:
    """The name without the code, which the other name carries already."""
    return label.replace(f"({catalog.ACT_BY_KIND[kind].CODE})", "").strip()


def state_chip(line: ActLine) -> ChipSpec:
    """The state of an act; a mark of irregularity goes before it."""
    return chip_of(line.state, irregular=bool(line.row.get("irregular")))


def chip_of(state: str, *, irregular: bool = False) -> ChipSpec:
    """A state of an act, "" for one without steps; a mark of irregularity goes before it."""
    if irregular:
        return ChipSpec(QCoreApplication.translate("ActWords", "Irregular"), "danger", "triangle-alert")
    if not state:
        return ChipSpec(QCoreApplication.translate("ActWords", "Stated"), "neutral", "check")
    tone, icon = _TONES.get(state, ("neutral", "check"))
    return ChipSpec(state_label(state), tone, icon)


def travel_chip(line: ActLine) -> ChipSpec | None:
    """Whether something of an act waits to be sent, or no longer passes."""
    if line.doubtful:
        return ChipSpec(QCoreApplication.translate("ActWords", "To look at again"), "danger", "triangle-alert")
    if line.waiting:
        return ChipSpec(QCoreApplication.translate("ActWords", "Waiting"), "warn", "clock")
    return None


def numbers(row: Row) -> str:
    """The numbers under which an act is known: of the register or the receipt, and of the decision."""
    known = (row.text("number") or row.text("provisional_number"), row.text("decision_number"))
    return " · ".join(ltr(one) for one in known if one)


def days_of(line: ActLine) -> tuple[str, str]:
    """Its first and its last day; the last one is "" when it has none or lasts a day."""
    last = line.row.text("ended_on") or line.row.text("to_on")
    first = ltr(show_day(line.first_on)) if line.first_on else ""
    return first, ltr(show_day(last)) if last not in ("", line.first_on) else ""


def change_line(change: Change, labels: Labels) -> tuple[str, str]:
    """A change of the situation: what it is about, and from what to what."""
    arrow = "←" if current_language() == "ar" else "→"
    before, after = (isolate(_fact_text(change.field, one, labels) or "-") for one in (change.before, change.after))
    return _fact_label(change.field), f"{before} {arrow} {after}"


def progress_lines(progress: Progress) -> tuple[str, str]:
    """The counters of an abandonment: how long the post is left, and what is due next with the days that are left."""
    gone = QCoreApplication.translate("ActWords", "Post left for %1 days, %2 of them working days")
    gone = gone.replace("%1", ltr(str(progress.days_gone))).replace("%2", ltr(str(progress.working_days_gone)))
    if progress.term is None:
        return gone, ""
    due = QCoreApplication.translate("ActWords", "%1 until %2: %3 days left, %4 of them working days")
    due = due.replace("%1", due_word(progress.term.code)).replace("%2", ltr(show_day(progress.term.due_on)))
    due = due.replace("%3", ltr(str(progress.days_left))).replace("%4", ltr(str(progress.working_days_left)))
    return gone, due[:1].upper() + due[1:]


def balance_line(balance: Balance) -> str:
    """What is left of a year's right to annual leave."""
    text = QCoreApplication.translate("ActWords", "%1: %2 of %3 days left").replace("%1", ltr(str(balance.year)))
    return text.replace("%2", ltr(str(balance.left))).replace("%3", ltr(str(balance.entitled)))


def _fact_label(name: str) -> str:
    words = {
        "leave": QCoreApplication.translate("ActWords", "On leave"),
        "leave_from": QCoreApplication.translate("ActWords", "Leave from"),
        "leave_to": QCoreApplication.translate("ActWords", "Leave until"),
        "pay_rate": QCoreApplication.translate("ActWords", "Rate of pay"),
        "tasked_to": QCoreApplication.translate("ActWords", "On a task at"),
        "tasked_from": QCoreApplication.translate("ActWords", "Task from"),
        "tasked_until": QCoreApplication.translate("ActWords", "Task until"),
    }
    return words.get(name) or field_label("situation", name)


def _fact_text(name: str, value: Value, labels: Labels) -> str:
    if value in (None, ""):
        return ""
    if name == "leave":
        if value == _HEALTH:
            return QCoreApplication.translate("ActWords", "Health leave")
        kinds = {cls.CODE: cls.KIND.name for cls in catalog.ACTS}
        return kind_label(kinds[str(value)]) if value in kinds else str(value)
    if name == "pay_rate":
        return choice_label("leave_notice", "rate", value)
    field = field_of("situation", name)
    if field is None:
        text = str(value)
        return ltr(show_day(text)) if name.endswith(("_from", "_to", "_until")) and "-" in text else ltr(text)
    return value_text("situation", field, value, labels)


def problem_line(problem: Problem, kind: str) -> tuple[str, Tone]:
    """A finding of a check, led by the field it concerns, and the tone of its weight."""
    sentence = problem_text(problem)
    known = problem.field is not None and problem.field != "papers" and field_of(kind, problem.field) is not None
    led = f"{field_label(kind, str(problem.field))}{colon()} {sentence}" if known else sentence
    return led, _SEVERITIES[problem.severity]
