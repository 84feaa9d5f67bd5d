"""The words of the domain on screen: fields, sections, kinds, choices, problems, verdicts, in the language in force.

The domain says codes only; the words live in resources/translations/{labels,acts,papers}_{ar,fr}.ts under the contexts
"field", "section", "kind", "choice", "problem", "paper", "verdict" and "verb", keyed by what the catalogue declares.
Labels of code tables (cadre, grade) are reference data: they come from the database (queries.codes), never from here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from massar_desktop.system.locale import Language, word_in
from sync.domain import catalog
from sync.domain.acts.opening_situation import FACT_NAMES
from sync.domain.errors import Problem
from sync.domain.fields import FLAG, GRESA, Field, Value, show_day
from sync.domain.operation import Verb
from sync.domain.record import WITHDRAWN
from sync.domain.shape import show_value
from sync.domain.taking import is_administrative

_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FSI, _PDI, _LRI = "\u2068", "\u2069", "\u2066"
_SAME_FIELDS: Final[Mapping[str, str]] = {
    "confidential_conflict": "conflict",
    "confidential_attachment": "attachment",
    "confidential_step": "act_step",
    **dict.fromkeys(("limit", "delegation", "holiday", "grade_index", "reference_package"), "rule"),
    "confidential_note": "note",
    "school_change": "school",
}
_WORDS_OF: Final[Mapping[str, str]] = {
    "paper": "paper",
    "state": "choice",
    "step": "choice",
    "level": "choice",
}
"""Parameters of a problem that are codes with words of their own, and the context of these."""
_PREFIX: Final[Mapping[str, str]] = {"state": "act.state.", "step": "act_step.step.", "level": "act_step.level."}


def field_key(kind: str, name: str) -> str:
    """The translation key of a field or merge group: "employee.cin". Acts share the words of the facts they state."""
    if name == WITHDRAWN:
        return WITHDRAWN
    if kind in catalog.ACT_BY_KIND and (name in FACT_NAMES or name == "employee"):
        return f"situation.{name}"
    if is_administrative(kind):
        return f"act.{name}"
    return f"{_SAME_FIELDS.get(kind, kind)}.{name}"


def field_label(kind: str, name: str) -> str:
    """The label of a field, or of a group of fields that merge together."""
    return _word("field", field_key(kind, name))


def section_label(section: str) -> str:
    """The title of a section of a form."""
    return _word("section", section)


def kind_label(kind: str) -> str:
    """What one record of a kind is called."""
    return _word("kind", kind)


def kind_label_in(language: Language, kind: str) -> str:
    """What one record of a kind is called in a language that need not be in force."""
    return word_in(language, "kind", kind)


def choice_label(kind: str, name: str, value: Value) -> str:
    """The label of a choice that is part of the program; a value of a newer version is shown as it is."""
    key = f"{field_key(kind, name)}.{value}"
    label = _word("choice", key)
    return str(value) if label == key else label


def flag_label(value: Value) -> str:
    """Yes or no."""
    return _word("choice", "flag.true" if value else "flag.false")


def value_text(kind: str, field: Field, value: Value, labels: Mapping[tuple[str, str], str] | None = None) -> str:
    """A value as a person reads it, "" for none. `labels` gives those of code tables, by table and code."""
    if value is None or value == "":
        return ""
    if field.choices:
        return choice_label(kind, field.name, value)
    if field.kind is FLAG:
        return flag_label(value)
    if field.table is not None:
        return (labels or {}).get((field.table, str(value)), str(value))
    if field.kind is GRESA and (name := (labels or {}).get((GRESA.name, str(value)))):
        return name
    shown = show_value(field, value)
    return f"{_LRI}{shown}{_PDI}" if field.kind.ltr else shown


def problem_text(problem: Problem) -> str:
    """The sentence of a problem, which says what to do."""
    return code_text(problem.code, dict(problem.params))


def code_text(code: str, params: Mapping[str, str | int] | None = None) -> str:
    """The sentence of a problem's code or of what a parser refused (Malformed), with its parameters filled in."""
    sentence = _word("problem", code)
    if sentence == code:  # a centre newer than this program
        sentence, params = _word("problem", "unknown"), {"code": code}
    for name, value in (params or {}).items():
        sentence = sentence.replace(f"{{{name}}}", f"{_FSI}{_param(name, value)}{_PDI}")
    return sentence


def _param(name: str, value: str | int) -> str:
    """A parameter as a person reads it: days in their order, codes by their words."""
    text = str(value)
    if name in _WORDS_OF:
        key = f"{_PREFIX.get(name, '')}{text}"
        word = _word(_WORDS_OF[name], key)
        return text if word == key else word
    return show_day(text) if _ISO_DAY.fullmatch(text) else text


def paper_label(paper: str) -> str:
    """What a paper that goes with an act is called."""
    return _word("paper", paper)


def step_label(step: str) -> str:
    """What a step in the life of an act is called."""
    return _word("choice", f"act_step.step.{step}")


def state_label(state: str) -> str:
    """The state of an act."""
    return _word("choice", f"act.state.{state}")


def verdict_label(verdict: str) -> str:
    """What became of an operation: a verdict of the centre, or its state here ("open", "sealed", "doubtful")."""
    return _word("verdict", verdict)


def verb_label(verb: Verb) -> str:
    """What kind of intent an operation is."""
    return _word("verb", verb.name)


def field_of(kind: str, name: str) -> Field | None:
    """The declaration of a field, None for one that only a newer version knows."""
    return catalog.BY_NAME[kind].by_name.get(name)


def _word(context: str, key: str) -> str:
    return QCoreApplication.translate(context, key)
