"""All that an office holds of a person, as she may ask to see it (law 09-08, right of access)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.attachments import PaperView, papers
from massar_desktop.queries.history import HistoryLine, history
from massar_desktop.queries.person import person as dossier_of
from sync.domain.record import Row


@dataclass(frozen=True, slots=True)
class Held:
    """Her records beside the person's own, her papers, who changed what.

    What is confidential is in it only for a clerk who may read it.
    """

    records: tuple[Row, ...] = ()
    papers: tuple[PaperView, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    noted: frozenset[int] = frozenset()
    """Whose files of the confidential compartment are in it: that she read them is noted."""


def held(connection: Connection, asker: Asker, person: int) -> Held:
    """Read it, with what is in the records that were joined to hers."""
    seen, identity = asker.sees_confidential, asker.identity
    view = dossier_of(connection, person, asker.today, confidential=seen)
    if view is None:
        return Held()
    people = [view.id, *(row.id for row in view.joined)]
    own = ("employee", "situation", "anomaly")
    return Held(
        records=tuple(row for kind, rows in view.rows.items() if kind not in own for row in rows),
        papers=tuple(papers(connection, identity, asker.account, people)),
        history=tuple(history(connection, people, identity.device, confidential=seen)),
        noted=view.confidential,
    )
