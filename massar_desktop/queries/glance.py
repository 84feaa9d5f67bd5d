"""One person as she is seen beside a list: her dossier, what is left of her leave, the acts of hers that run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.person import PersonView, elsewhere, person
from massar_desktop.queries.reference import Names
from massar_desktop.queries.schools import school_names
from sync.domain import act, catalog, ledger, lifecycle
from sync.domain.administrative_act import NEVER, AdministrativeAct
from sync.domain.deadline import Deadline, deadline
from sync.domain.leave_count import Balance
from sync.domain.ledger import SickAccount
from sync.domain.lifecycle import OPEN, State
from sync.domain.record import Row

MOST_RUNNING: Final = 3
_RUNS: Final = (*(state.value for state in OPEN), State.ACCEPTED.value, State.NOTIFIED.value, State.IN_EFFECT.value)


@dataclass(frozen=True, slots=True)
class Running:
    """An act that is not over: its row, its state on the day, and what is due of it next."""

    row: Row
    state: str
    due: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """What the pane shows. `view` is None for somebody whose file is elsewhere (`left` then holds what is known of
    her, and `school` the names of her school) or gone.
    """

    person: int
    view: PersonView | None = None
    left: Row | None = None
    school: Names = ("", "")
    balances: tuple[Balance, ...] = ()
    sick: tuple[SickAccount, ...] = ()
    running: tuple[Running, ...] = ()

    @property
    def confidential(self) -> frozenset[int]:
        """Whose confidential files are in it."""
        own = frozenset((self.person,)) if self.sick else frozenset()
        return own | (self.view.confidential if self.view is not None else frozenset())


def glance(connection: Connection, asked: int, asker: Asker) -> Glance:
    """Read one person for the pane beside a list."""
    view = person(connection, asked, asker.today, confidential=asker.sees_confidential)
    if view is None:
        left = elsewhere(connection, asked)
        return Glance(
            asked, left=left, school=school_names(connection, left.text("school") if left else "", asker.today)
        )
    office = Asked(connection, asker)
    office.state.expect_dossiers([view.id])  # of some forty kinds of acts she has two
    balances, sick = balances_of(office, view.id)
    return Glance(asked, view, balances=balances, sick=sick, running=tuple(running(office, view.id)[:MOST_RUNNING]))


def balances_of(office: Asked, person: int) -> tuple[tuple[Balance, ...], tuple[SickAccount, ...]]:
    """What is left of this year's leave, and for who may read it of health leave."""
    asker = office.asker
    balances = tuple(one for one in ledger.balances(office.state, person, (int(asker.today[:4]),)) if one.entitled)
    return balances, tuple(ledger.sick_accounts(office.state, person, asker.today)) if asker.sees_confidential else ()


def running(office: Asked, person: int) -> list[Running]:
    """The acts of a person that are not over, those with something due first, the newest of the others next.

    What is in effect for good (a census, an échelon) is her situation, and nobody waits for its end.
    """
    found = [
        Running(row, state, deadline(made, row, office.state, office.asker.today))
        for made, row in act.act_rows(catalog.ACTS, office.state, person)
        if isinstance(made, AdministrativeAct)
        and (state := lifecycle.shown_state(row.values, office.asker.today)) in _RUNS
        and not (state in (State.ACCEPTED.value, State.NOTIFIED.value) and made.last_on < office.asker.today)
        and not (state == State.IN_EFFECT.value and made.last_on == NEVER)
    ]
    found.sort(key=lambda one: (one.row.text("from_on"), one.row.id), reverse=True)
    return sorted(found, key=lambda one: one.due.due_on if one.due is not None else NEVER)
