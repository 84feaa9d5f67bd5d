"""What is held of a person beside her own facts, in words: her records and acts, her papers, who changed what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from massar_desktop.documents import words
from massar_desktop.queries.attachments import PaperView
from massar_desktop.queries.held import Held
from massar_desktop.queries.history import HistoryLine
from massar_desktop.queries.reference import Names, Reference
from massar_desktop.system.locale import Language
from sync.domain import catalog
from sync.domain.fields import Field, Value
from sync.domain.record import WITHDRAWN, Row

MOST: Final = 400
"""Lines of the history that are printed, the newest; how many there are is printed, too."""


def held_values(held: Held, accounts: Mapping[int, Names], known: Reference, language: Language) -> dict[str, object]:
    """What templates ask for under "held"."""
    return {
        "records": [_record(row, known, language) for row in held.records],
        "papers": [_paper(one) for one in held.papers],
        "changes": [_change(one, accounts, known, language) for one in held.history[:MOST]],
        "changed": str(len(held.history)),
    }


def _record(row: Row, known: Reference, language: Language) -> dict[str, str]:
    fields = catalog.BY_NAME[row.kind].fields
    shown = [field for field in fields if not field.system or field.name == WITHDRAWN]
    said = [(field, row.get(field.name)) for field in shown if row.get(field.name) not in (None, "")]
    return {"kind": words.kind_name(language, row.kind), "said": _said(row.kind, said, known, language)}


def _paper(one: PaperView) -> dict[str, object]:
    return {"title": one.title, "day": words.figures(one.day or ""), "arrived": one.arrived}


def _change(line: HistoryLine, accounts: Mapping[int, Names], known: Reference, language: Language) -> dict[str, str]:
    by_name = catalog.BY_NAME[line.kind].by_name
    known_fields = [(by_name[one.name], one) for one in line.changes if one.name in by_name]
    shown = [(field, one) for field, one in known_fields if not field.system]
    return {
        "day": words.figures(line.day),
        "by": words.name_of(language, accounts.get(line.author, ("", ""))),
        "kind": words.kind_name(language, line.kind),
        "before": _said(line.kind, [(f, one.before) for f, one in shown if one.before is not None], known, language),
        "after": _said(line.kind, [(f, one.after) for f, one in shown], known, language),
    }


def _said(kind: str, values: Sequence[tuple[Field, Value]], known: Reference, language: Language) -> str:
    comma = "؛ " if language == "ar" else " ; "
    return comma.join(
        f"{words.label(language, kind, field.name)}: {words.value(language, kind, field, value, known)}"
        for field, value in values
    )
