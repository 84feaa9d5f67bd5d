"""Which act states each fact of a person's situation, so that a screen can say who said so."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import act, catalog
from sync.domain.fields import Value
from sync.domain.record import Row


def stated_by(rows: Iterable[Row]) -> dict[str, Row]:
    """The act that gave each fact its present value, by the name of the fact. The order is that of act.fold."""
    taken = [(act.typed(catalog.ACT_BY_KIND[row.kind], row), row) for row in rows if row.kind in catalog.ACT_BY_KIND]
    situation: dict[str, Value] = {}
    said: dict[str, Row] = {}
    for one, row in sorted(taken, key=lambda pair: pair[0].order(pair[1])):
        if row.withdrawn:
            continue
        for name, value in one.shape(situation).items():
            if value is None or value == "":
                situation.pop(name, None)
                said.pop(name, None)
            else:
                situation[name] = value
                said[name] = row
    return said
