"""How a person's name is said in each language; without SQLAlchemy, so that screens may use it before it loads."""

from __future__ import annotations

from sync.domain.record import Row


def arabic_name(surname: str | None, first_name: str | None) -> str:
    """A name as it is said in Arabic: first name, then family name."""
    return " ".join(part for part in (first_name, surname) if part)


def latin_name(surname: str | None, first_name: str | None) -> str:
    """A name as offices write it in French: FAMILY NAME in capitals, then first name (domain.md 2.1)."""
    return " ".join(part for part in ((surname or "").upper(), first_name) if part)


def names_in(row: Row, language: str) -> tuple[str, str]:
    """The name of a person's or a dependant's record in a language, then in the other script; a known one first."""
    arabic = arabic_name(row.text("surname_ar"), row.text("first_name_ar"))
    latin = latin_name(row.text("surname_la"), row.text("first_name_la"))
    first, second = (arabic, latin) if language == "ar" else (latin, arabic)
    return (first, second) if first else (second, "")
