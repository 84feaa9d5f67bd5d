"""The columns of the list of people: what each is called in either language, and which field it shows.

The screen, an export and a print show the same columns; their words are here once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from massar_desktop.system.locale import Language, word_in
from massar_desktop.system.wording import field_key
from sync.domain import catalog
from sync.domain.fields import Field

TITLES: Final[Mapping[str, str]] = {
    "name": str(QT_TRANSLATE_NOOP("PeopleModel", "Full name")),
    "ppr": str(QT_TRANSLATE_NOOP("PeopleModel", "PPR")),
    "cadre": str(QT_TRANSLATE_NOOP("PeopleModel", "Cadre")),
    "school": str(QT_TRANSLATE_NOOP("PeopleModel", "Workplace")),
    "position": str(QT_TRANSLATE_NOOP("PeopleModel", "Position")),
    "retires_on": str(QT_TRANSLATE_NOOP("PeopleModel", "Retires on")),
}
"""The other columns are called as their fields are."""
KIND_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ppr", "cin", "birth_date", "phone", "sex"), "employee"),
    **dict.fromkeys(("cadre", "school", "position", "grade", "echelon", "recruited_on"), "situation"),
}
"""The kind of record of each column that shows a field."""


def title_in(language: Language, name: str) -> str:
    """What a column is called in a language."""
    if name in TITLES:
        return word_in(language, "PeopleModel", TITLES[name])
    return word_in(language, "field", field_key(KIND_OF[name], name))


def field_of_column(name: str) -> Field | None:
    """The field that a column shows, None for one that is worked out."""
    kind = KIND_OF.get(name)
    return catalog.BY_NAME[kind].by_name.get(name) if kind is not None else None
