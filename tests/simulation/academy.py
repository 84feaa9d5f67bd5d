"""An academy and what its provinces refer to it (ADR 36), in a share of the seeds.

It has chance of its own, so that the other seeds are the runs they were before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from sync.domain.ids import (
    CENTRE_DEVICE,
    NATION,
    Compartment,
    academy_of,
    is_academy,
    is_province,
    place_of,
    region_of,
    row_id,
    scope_id,
)
from sync.domain.record import Row
from sync.server.accounts import Accounts
from sync.server.publish import publish
from sync.server.service import Centre
from tests.exchange.referrals import listed, referred
from tests.simulation.reference import Change, Key, Log, State

REGION = 500
ACADEMY = academy_of(REGION)
_SEEDS, _MANAGERS = 0.2, 0.35
_OLDER = frozenset({12927, 15021, 20056})
"""Of the corpus, seeds that found something before there was an academy: they stay the runs they were."""
_FIRST_RULE = 2_000_000
_RULES = (("LV-ANN", "P", "director"), ("MV-INT", "A", "aref"))
"""Who decides what: a leave the province, a posting the academy."""


def chance_of(seed: int) -> Random | None:
    """The chance of an academy; None in a seed where the region has none."""
    chance = Random(f"academy {seed}")
    return chance if chance.random() < _SEEDS and seed not in _OLDER else None


def found(centre: Centre) -> None:
    """Make the academy known, and who decides what."""
    with centre.database.write() as connection:
        Accounts(connection, centre.tables).create_academy(REGION, "أكاديمية", "Académie", "2026-01-01")
    rules = []
    for number, (act, level, role) in enumerate(_RULES):
        fields = {"act": act, "level": level, "role": role, "means": "competence"}
        dates = {"valid_from": "1970-01-01", "published_on": "2026-01-01"}
        row = row_id(CENTRE_DEVICE, _FIRST_RULE + number)
        rules.append(Row("delegation", row, row, scope_id(NATION, Compartment.GENERAL), {**fields, **dates}))
    publish(centre.database, centre.tables, rules, day="2026-01-01")


def whose(chance: Random, place: int, number: int) -> tuple[int, str]:
    """The place and the role of who gets the next laptop in a country with an academy: the first is a province's of
    the region, the second the academy's."""
    above = (ACADEMY, "aref")
    if number == 1 or (number and chance.random() < _MANAGERS):
        return above
    return place if number else REGION + 4, "director"


def is_above(scope: int) -> bool:
    """Whether a scope is an academy's or its directory: all in it follows from the provinces' rows."""
    place = place_of(scope)
    return not is_province(place) and place > ACADEMY - REGION


class Above:
    """What the log of an academy's scopes makes of them."""

    def __init__(self) -> None:
        self.state = State()

    def copy(self) -> Above:
        """As it is now."""
        made = Above()
        made.state = self.state.copy()
        return made

    def follow(self, changes: Sequence[Change], log: Log) -> None:
        """The next changes of its scopes."""
        for change in changes:
            log.add(change, self.state.row(*change.key))
            self.state.apply(change)

    def wanted(self, rows: Mapping[Key, Row]) -> dict[Key, Row]:
        """What it must hold, worked out from all rows of the country."""
        own = [row for row in rows.values() if is_province(place_of(row.scope))]
        own = [row for row in own if region_of(place_of(row.scope)) == REGION]
        return {**referred(own, ACADEMY), **listed(own, ACADEMY)}


def last_above(changes: Sequence[Change]) -> dict[tuple[int, int, int], tuple[int, int]]:
    """By operation, the last of its changes that an academy reads."""
    return {change.by: (change.scope, change.seq) for change in changes if is_academy(place_of(change.scope))}
