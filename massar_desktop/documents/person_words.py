"""What papers say of a person in the same words: who she is, and the facts of her situation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from massar_desktop.documents import words
from massar_desktop.queries.reference import Reference
from massar_desktop.system.locale import Language
from sync.domain import catalog, partial_day
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.domain.shape import show_value

_SITUATION: Final = catalog.BY_NAME["situation"]


def person_values(person: Row, facts: Mapping[str, Value], known: Reference, language: Language) -> dict[str, object]:
    """The values that templates ask for under "person"; `own` holds every fact of the situation by its name."""
    own = {
        field.name: words.value(language, "situation", field, facts.get(field.name), known)
        for field in _SITUATION.fields
    }
    here, other = ("address_ar", "address_la") if language == "ar" else ("address_la", "address_ar")
    return {
        "sex": person.text("sex"),
        "name": words.person_name(language, person),
        "ppr": person.text("ppr"),
        "cin": person.text("cin"),
        **_birth(person),
        "address": person.text(here) or person.text(other),
        "cadre": own["cadre"],
        "grade": own["grade"],
        "school": own["school"],
        "own": own,
    }


def _birth(person: Row) -> dict[str, object]:
    """A birth date may be partial: then the day that the age limit is counted from is said too."""
    known = person.text("birth_date")
    taken_as, assumed = partial_day.assumed(known) if known else (None, False)
    return {
        "birth": show_value(catalog.BY_NAME["employee"].by_name["birth_date"], known),
        "birth_assumed": assumed,
        "birth_taken_as": words.figures(taken_as.isoformat()) if taken_as is not None else "",
    }
