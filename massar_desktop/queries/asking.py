"""Who asks for acts, and the office's file as the domain reads it for her: what she may see, which steps she may take.

What is confidential is read only for a clerk with the role, on a laptop that has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from sync.client.authors import Authors
from sync.client.identity import Identity
from sync.domain import authority, lifecycle
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.authority import About, Author
from sync.domain.ids import place_of
from sync.domain.lifecycle import Step
from sync.domain.record import Row
from sync.storage.ledger import office_tables
from sync.storage.state import Scopes, TableState

_UNTAKEN: Final = ("move",)
"""Steps that need more than a form of their own facts: the person whose act it is."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, on which device, on which day."""

    identity: Identity
    account: int
    today: str

    @property
    def sees_confidential(self) -> bool:
        """Whether both the laptop and her account have the confidential compartment."""
        return self.identity.sees_confidential(self.account)

    @property
    def scopes(self) -> Scopes:
        """What is read for her."""
        return self.identity.scopes if self.sees_confidential else Scopes(self.identity.place)


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that may be taken now, and the level that decides, "" when no level is asked for."""

    name: str
    level: str = ""


class Asked:
    """The office's file as the domain reads it, for one question."""

    def __init__(self, connection: Connection, asker: Asker) -> None:
        tables = office_tables()
        self.asker = asker
        self.connection = connection
        self.state = TableState(connection, tables.records, asker.scopes)
        self.author: Author | None = Authors(connection, tables, asker.identity).author(asker.account)
        if self.author is not None:  # whom she stands in for is asked at each kind of act and each step
            self.state.expect_having("interim", "account", asker.account)

    def may(self, step: Step, about: About) -> bool:
        """Whether the one who asks may take a step."""
        return self.author is None or not list(authority.may(self.state, self.author, step, about))

    def next_steps(self, made: AdministrativeAct, row: Row) -> tuple[NextStep, ...]:
        """The steps that the table allows from where the act stands and that the one who asks may take today."""
        about = About(made.CODE, place_of(row.scope), self.asker.today, made.days)
        found = []
        for step in lifecycle.steps_from(row.text("state")) if row.get("state") else ():
            if step.name == "regularise" and not row.get("irregular"):
                continue
            if step.name in lifecycle.OF_WHAT_IS_IN_FORCE and not lifecycle.in_force(row.values):
                continue
            if step.name in _UNTAKEN or not self.may(step, about):
                continue
            if self.author is not None and not authority.is_with(self.author, step, row):
                continue
            rule = authority.competence(self.state, about) if "level" in step.needs else None
            found.append(NextStep(step.name, rule.level.value if rule is not None else ""))
        return tuple(found)
