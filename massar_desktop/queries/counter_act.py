"""An act as it is typed at the counter: first day and number of days; the rest is worked out, and checked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from massar_desktop.queries.acts import Foreseen, foresee
from massar_desktop.queries.asking import Asked, Asker
from sync.domain import catalog, filing
from sync.domain.administrative_act import PeriodAct
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.taking import is_administrative


@dataclass(frozen=True, slots=True)
class Typed:
    """What the clerk gave: whose act, its kind, its facts, and how many days it lasts (0: they follow otherwise)."""

    kind: str
    person: int
    facts: Mapping[str, Value] = field(default_factory=dict)
    days: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """The act with all its facts, ready to be registered, and what would become of it."""

    typed: Typed
    facts: Mapping[str, Value]
    foreseen: Foreseen


def prepare(connection: Connection, typed: Typed, asker: Asker) -> Prepared:
    """Work out what was not typed and check the act as if it were accepted; nothing is written."""
    facts = {name: value for name, value in typed.facts.items() if value not in (None, "")}
    cls, first = catalog.ACT_BY_KIND[typed.kind], facts.get("from_on")
    if typed.days > 0 and isinstance(first, str) and issubclass(cls, PeriodAct) and not facts.get("to_on"):
        facts["to_on"] = cls.last_of(Asked(connection, asker).state, first, typed.days)
    foreseen = foresee(connection, filing.registration(typed.kind, 0, typed.person, facts), asker)
    return Prepared(typed, {**foreseen.proposed, **facts}, foreseen)


def counter_kinds(asker: Asker) -> Sequence[str]:
    """The kinds of act that may be registered at this counter."""
    return [
        kind
        for kind in catalog.ACT_BY_KIND
        if is_administrative(kind)
        and (catalog.BY_NAME[kind].compartment is not Compartment.CONFIDENTIAL or asker.sees_confidential)
    ]
