"""What a province wrote about somebody before it heard that she had left: applied where she is, or returned.

The province learns no more of it than a verdict, the destination and the day: her file is no longer its to read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sync.domain import catalog
from sync.domain.decide import Outcome
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import show_day
from sync.domain.ids import Compartment
from sync.domain.operation import Effect, Operation
from sync.server.whereabouts import Moved
from sync.storage.ledger import CentreTables
from sync.storage.state import Overlay

MARK = "written_after_transfer"
OWN_FAULTS = ("author_unknown", "follows_rejected")
"""What is said of an operation without a look at the dossier."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where somebody went and when, as a problem says it."""

    day: str
    name_ar: str
    name_la: str

    @property
    def params(self) -> dict[str, str | int]:
        """The parameters of the sentence."""
        return {"day": show_day(self.day), "ar": self.name_ar, "la": self.name_la}


def province_names(connection: Connection, tables: CentreTables, place: int) -> tuple[str, str]:
    """The Arabic and the French name of a province."""
    t = tables.directory.province
    there = connection.execute(select(t).where(t.c.place == place)).one()
    return there.name_ar, there.name_la


def destination(connection: Connection, tables: CentreTables, left: Moved) -> Destination:
    """The name of the province she went to when she left."""
    return Destination(left.day, *province_names(connection, tables, left.destination))


def applied(there: Destination) -> tuple[Problem, ...]:
    """What the author hears of an operation that was applied in the other province."""
    return (warning("transferred_after", **there.params),)


def returned(outcome: Outcome, there: Destination) -> tuple[Problem, ...]:
    """Why an operation comes back; what stands in the other province's file is not told."""
    if outcome.problems[0].code in OWN_FAULTS:
        return outcome.problems[:1]
    return (error("dossier_transferred", **there.params),)


def mark(operation: Operation, state: Overlay, origin: int, new_row: Callable[[], int]) -> list[Effect]:
    """A remark in her file, once, that a province she had left wrote in it; nothing is told of confidential records."""
    if catalog.BY_NAME[operation.kind].compartment is Compartment.CONFIDENTIAL:
        return []
    dossier, source = operation.dossier, f"{origin:04}"
    for known in state.rows_of("anomaly", dossier):
        if (known.get("code"), known.get("source")) == (MARK, source) and not known.withdrawn:
            return []
    scope = state.scope_for(catalog.BY_NAME["anomaly"], dossier)
    if scope is None:
        return []
    return [Effect("anomaly", new_row(), dossier, scope, {"person": dossier, "code": MARK, "source": source})]
