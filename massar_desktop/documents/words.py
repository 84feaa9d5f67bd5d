"""Words of the domain in the language of a paper, which need not be the one on the screen."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from massar_desktop.queries.naming import names_in
from massar_desktop.queries.reference import Names, Reference, said
from massar_desktop.system.locale import Language, word_in
from massar_desktop.system.wording import field_key
from massar_desktop.widgets.bidi import long_day, short_day
from sync.client.clock import MOROCCO
from sync.domain import catalog
from sync.domain.fields import FLAG, Field, Value, Wire
from sync.domain.record import Row
from sync.domain.shape import show_value

_INVISIBLE: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def kind_name(language: Language, kind: str) -> str:
    """What an act is called, without its code."""
    label = word_in(language, "kind", kind)
    code = catalog.ACT_BY_KIND[kind].CODE if kind in catalog.ACT_BY_KIND else ""
    return label.replace(f"({code})", "").strip()


def label(language: Language, kind: str, name: str) -> str:
    """The label of a field."""
    return word_in(language, "field", field_key(kind, name))


def paper_name(language: Language, paper: str) -> str:
    """What a paper that goes with an act is called."""
    return word_in(language, "paper", paper)


def choice(language: Language, key: str) -> str:
    """The words of a choice by its key, "act.state.accepted"; the code itself when this program has none."""
    word = word_in(language, "choice", key)
    return key.rsplit(".", 1)[-1] if word == key else word


def value(language: Language, kind: str, field: Field, what: Value, known: Reference) -> str:
    """A value as it stands on paper, "" for none: days in full, codes by their labels, schools by their names."""
    if what is None or what == "":
        return ""
    text = str(what)
    if field.choices:
        return choice(language, f"{field_key(kind, field.name)}.{text}")
    if field.kind is FLAG:
        return choice(language, "flag.true" if what else "flag.false")
    if field.kind.wire is Wire.DAY:
        return day(language, text)
    if field.table is not None:
        return said(known.codes.get((field.table, text), ("", "")), language) or text
    if field.kind.name == "gresa":
        return school(language, text, known)
    return plain(show_value(field, what))


def is_code(field: Field) -> bool:
    """Whether a value of the field reads left to right."""
    in_words = field.choices or field.table or field.kind is FLAG or field.kind.name == "gresa"
    is_day = field.kind.wire in (Wire.DAY, Wire.PARTIAL_DAY)
    return not (in_words or is_day) and (field.kind.ltr or field.kind.wire is Wire.INTEGER)


def school(language: Language, gresa: str, known: Reference) -> str:
    """The name of a school, its code when it is not known here."""
    return known.school(gresa, language) if gresa else ""


def person_name(language: Language, row: Row) -> str:
    """A person's name in the language, in the other script when it has none in this one."""
    return plain(names_in(row, language)[0])


def name_of(language: Language, names: Names) -> str:
    """One of two names."""
    return plain(said(names, language))


def day(language: Language, iso: str) -> str:
    """A day in full, "27 نونبر 2018", "" for none."""
    return long_day(date.fromisoformat(iso), language) if iso else ""


def figures(iso: str) -> str:
    """A day in figures, 27/11/2018, "" for none."""
    return short_day(date.fromisoformat(iso)) if iso else ""


def moment(at_ms: int | None) -> str:
    """An instant as the clocks of Morocco show it, "" for none."""
    if at_ms is None:
        return ""
    when = datetime.fromtimestamp(at_ms / 1000, MOROCCO)
    return f"{short_day(when.date())} {when:%H:%M}"


def plain(text: str) -> str:
    """Without the invisible marks of the screen: a paper has its own."""
    return _INVISIBLE.sub("", text)
