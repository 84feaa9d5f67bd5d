"""What several screens say of a person in the same words: names, chips, one line of her situation, an operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massar_desktop.forms.editors import SCHOOLS
from massar_desktop.models.people import position_chip
from massar_desktop.queries.naming import names_in
from massar_desktop.system.locale import Language, current_language
from massar_desktop.system.wording import (
    code_text,
    field_label,
    field_of,
    kind_label,
    value_text,
    verb_label,
    verdict_label,
)
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.chip import ChipSpec
from sync.domain import catalog
from sync.domain.fields import show_day
from sync.domain.operation import Verb
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.person import PersonView, Waiting
    from massar_desktop.queries.reference import Reference

Labels = Mapping[tuple[str, str], str]


def act_choices_of(known: Reference, language: Language, today: str) -> dict[str, list[tuple[str, str]]]:
    """What facts of acts are chosen from: the codes in force, and the schools; of a closed one it is said."""
    tables = {field.table for kind in catalog.ACT_BY_KIND for field in catalog.BY_NAME[kind].fields if field.table}
    return {
        **{table: known.choices(table, language, today) for table in tables},
        SCHOOLS: [(gresa, _school_label(gresa, name, known)) for gresa, name in known.school_choices(language)],
    }


def _school_label(gresa: str, name: str, known: Reference) -> str:
    label = f"{isolate(name)} · {ltr(gresa)}"
    return f"{label} · {closed_since(known.closed[gresa])}" if gresa in known.closed else label


def closed_since(day: str) -> str:
    """Say since when a school is closed."""
    return QCoreApplication.translate("PersonWords", "closed since %1").replace("%1", ltr(show_day(day)))


def names_of(row: Row) -> tuple[str, str]:
    """The name in the language of the interface, then in the other script; the one that is known comes first."""
    return names_in(row, current_language())


def shown(row: Row, name: str, labels: Labels) -> str:
    """A field of a row as a person reads it."""
    field = field_of(row.kind, name)
    return value_text(row.kind, field, row.get(name), labels) if field is not None else ""


def chips_of(view: PersonView) -> list[ChipSpec]:
    """The states of a dossier: position, what waits, doubt, gaps, conflicts, joined records."""
    situation = view.situation
    chips = []
    if situation is not None:
        trainee = situation.text("statutory_situation") == "2"
        chips.append(position_chip(situation.text("position"), trainee=trainee))
    if view.doubtful:
        chips.append(
            ChipSpec(QCoreApplication.translate("PersonWords", "To look at again"), "danger", "triangle-alert")
        )
    elif view.waiting:
        chips.append(ChipSpec(QCoreApplication.translate("PersonWords", "Waiting to be sent"), "warn", "clock"))
    if view.conflicts:
        chips.append(ChipSpec(QCoreApplication.translate("PersonWords", "Conflict"), "danger", "git-compare"))
    if view.gaps:
        chips.append(ChipSpec(QCoreApplication.translate("PersonWords", "Incomplete"), "warn", "circle-alert"))
    if view.joined:
        chips.append(ChipSpec(QCoreApplication.translate("PersonWords", "Joined records"), "plum", "users"))
    return [chip for chip in chips if chip.text]


def marks_of(view: PersonView, row: Row) -> dict[str, tuple[str, bool]]:
    """What stands under the fields of a row that were changed here: the words, and whether they are to be looked at."""
    waits = QCoreApplication.translate("PersonWords", "Waiting to be sent")
    own = [mark for mark in view.pending if mark[:2] == (row.kind, row.id)]
    doubtful = {mark for mark in own if mark in view.doubtful}
    return {mark[2]: (verdict_label("doubtful"), True) if mark in doubtful else (waits, False) for mark in own}


def anomaly_line(row: Row, labels: Labels) -> str:
    """What another source says differently of a fact."""
    name, source = row.text("field"), row.text("source")
    kind = "employee" if name in catalog.BY_NAME["employee"].by_name else "situation"
    field = catalog.BY_NAME[kind].by_name.get(name)
    if field is None:
        return code_text(row.text("code"), {"source": source})
    known, found = (isolate(value_text(kind, field, row.get(of), labels) or "-") for of in ("known", "found"))
    sentence = QCoreApplication.translate("SituationTab", "%1: %2 here, %3 in %4").replace(
        "%1", field_label(kind, name)
    )
    return sentence.replace("%2", known).replace("%3", found).replace("%4", isolate(source))


def cadre_line(situation: Row | None, labels: Labels) -> str:
    """Cadre and grade."""
    if situation is None:
        return ""
    parts = (shown(situation, "cadre", labels), shown(situation, "grade", labels))
    return ("، " if current_language() == "ar" else ", ").join(part for part in parts if part)


def rank_line(situation: Row | None) -> str:
    """Échelle, échelon and index: "11 / 6, 564"."""
    if situation is None:
        return ""
    rank = " / ".join(part for part in (situation.text("echelle"), situation.text("echelon")) if part)
    index = situation.text("index_number")
    if not index:
        return ltr(rank)
    word = QCoreApplication.translate("PersonWords", "index %1").replace("%1", index)
    return ("، " if current_language() == "ar" else ", ").join(part for part in (ltr(rank), word) if part)


def colon() -> str:
    """A colon as the language writes it: French puts a space before."""
    return ":" if current_language() == "ar" else "\u00a0:"


def waiting_line(waiting: Waiting, labels: Labels) -> tuple[str, str]:
    """An operation that waits: what it is, and which values it gives."""
    title = verb_label(waiting.verb)
    if waiting.kind != "employee":
        title = f"{title}{colon()} {kind_label(waiting.kind)}"
    if waiting.verb in (Verb.JOIN, Verb.PART):
        return title, ""
    values = []
    for name, value in waiting.fields.items():
        field = field_of(waiting.kind, name)
        if field is not None and not field.system:
            text = value_text(waiting.kind, field, value, labels) or "-"
            values.append(f"{field_label(waiting.kind, name)}{colon()} {isolate(' '.join(text.splitlines()))}")
    return title, ("، " if current_language() == "ar" else ", ").join(values)
