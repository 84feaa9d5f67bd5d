"""Settling conflicts: the operation of one choice, and which others the same answer would fit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massar_desktop.system.wording import field_label
from sync.domain import catalog
from sync.domain.entities.note import CONFIDENTIAL_NOTE_KIND, NOTE_KIND
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.operation import Operation, Verb

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.conflicts import OpenConflict


def settling(conflict: OpenConflict, choice: str, values: Mapping[str, Value] | None, reason: str) -> Operation:
    """The operation that settles a conflict; `values` are those of the choice "other".

    One that is settled already is not settled again: its other value is written as a correction of today.
    """
    if conflict.choice:
        sides = {"mine": conflict.losing.values, "centre": conflict.standing.values}
        return Operation(
            verb=Verb.CORRECT,
            kind=conflict.about_kind,
            row=conflict.about_row,
            dossier=conflict.file.dossier,
            fields=dict(values if values is not None else sides[choice]),
        )
    fields: dict[str, Value] = {"choice": choice}
    if values is not None:
        fields["chosen"] = json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
    if reason:
        fields["reason"] = reason
    return Operation(
        verb=Verb.SETTLE, kind=conflict.kind, row=conflict.row, dossier=conflict.file.dossier, fields=fields
    )


def remark(conflict: OpenConflict, row: int, reason: str, clerk: int) -> Operation:
    """The note that says why the other value of a settled conflict is written after all; as confidential as it is."""
    kind = (
        CONFIDENTIAL_NOTE_KIND
        if catalog.BY_NAME[conflict.about_kind].compartment is Compartment.CONFIDENTIAL
        else NOTE_KIND
    )
    about = field_label(conflict.about_kind, conflict.group)
    words = QCoreApplication.translate(
        "ConflictNote", "%1: the other value of a settled conflict was taken. Reason: %2"
    )
    text = words.replace("%1", about).replace("%2", reason)
    fields: dict[str, Value] = {"employee": conflict.file.dossier, "text": text, "written_by": clerk}
    return Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=conflict.file.dossier, fields=fields)


def alike(conflicts: Iterable[OpenConflict], one: OpenConflict) -> list[OpenConflict]:
    """The conflicts of the same field between the same two computers, this one among them."""

    def sides(conflict: OpenConflict) -> tuple[str, str, int, int]:
        return conflict.about_kind, conflict.group, conflict.losing.device, conflict.standing.device

    return [other for other in conflicts if sides(other) == sides(one)]
