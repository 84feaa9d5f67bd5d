"""What the certificates of a person say: her facts on the day, her career span by span, what is left of her leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.held import Held, held
from massar_desktop.queries.paper_facts import OfficeFacts, office_facts
from massar_desktop.queries.reference import Reference, reference
from sync.domain import ledger
from sync.domain.fields import Value
from sync.domain.leave_count import Balance
from sync.domain.record import Row
from sync.domain.situation import Span, situation_at, timeline


class NobodyThere(LookupError):
    """The person is not in this file."""

    code = "no_such_act"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person for her certificates; `now` are her facts on the day of printing."""

    office: OfficeFacts
    person: Row
    now: Mapping[str, Value]
    career: tuple[Span, ...]
    balances: tuple[Balance, ...]
    known: Reference
    held: Held = field(default_factory=Held)


def person_facts(connection: Connection, asker: Asker, person: int) -> PersonFacts:
    """Read what the certificates of a person say; NobodyThere when she is not here."""
    state = Asked(connection, asker).state
    row = state.row("employee", person)
    if row is None:
        raise NobodyThere(person)
    year = int(asker.today[:4])
    return PersonFacts(
        office=office_facts(connection, asker, person),
        person=row,
        now=situation_at(state, person, asker.today),
        career=tuple(timeline(state, person)),
        balances=tuple(one for one in ledger.balances(state, person, (year, year - 1)) if one.entitled),
        known=reference(connection, asker.today),
        held=held(connection, asker, person),
    )
