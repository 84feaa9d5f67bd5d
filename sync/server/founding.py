"""A new province: its scopes, its names, and the nation's reference data where that is not published yet."""

from __future__ import annotations

from itertools import chain

from sync.practice.reference import Directorate, code_rows, directorates
from sync.practice.rules import rule_rows
from sync.server.administration import Administration, NotAllowed
from sync.server.publish import publish
from sync.server.roles import day_of
from sync.server.service import Centre


def missing(centre: Centre, known: set[int]) -> list[Directorate]:
    """The directorates of the country that are not provinces of this centre yet, in order of their code."""
    return [one for place, one in sorted(directorates(centre.resources).items()) if place not in known]


def found(centre: Centre, actor: int, place: int) -> None:
    """An administrator of the nation makes a province; raises NotAllowed."""
    named = directorates(centre.resources).get(place)
    if named is None:
        raise NotAllowed("unknown_place")
    now = centre.now_ms()
    with centre.database.write() as connection:
        Administration(connection, centre.tables, actor, now).create_province(place, named.name_ar, named.name_la)
    source = chain(code_rows(centre.resources), rule_rows(centre.resources))
    publish(centre.database, centre.tables, source, day=day_of(now))
