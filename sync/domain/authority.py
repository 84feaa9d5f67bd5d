"""Who may take which step of which act, where and on which day (domain.md 3.2).

The decider level is data: per act, per region, per date, in rows of kind `delegation` that the centre publishes. The
office asks before, with the rows it has; the centre asks again with those in force, and with those that the office had
when a step that a paper carries no longer passes (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sync.domain.errors import Problem, error
from sync.domain.ids import is_academy, region_of
from sync.domain.lifecycle import Level, Means, Role, State, Step
from sync.domain.operation import Reader
from sync.domain.record import Row
from sync.domain.reference import in_force

_NO_CEILING = 1 << 30
ROLE_OF = {Level.PROVINCE: Role.DIRECTOR, Level.AREF: Role.AREF, Level.CENTRE: Role.MINISTRY}
"""Who is the chief of a level."""
ABOVE = {Level.PROVINCE: Level.AREF, Level.AREF: Level.CENTRE}
"""Who may lend a level its signature or its competence."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who takes a step: her account, her role and the place she works in.

    `interims` are rows of that place where the state has none of it: an academy's are not in the province whose dossier
    it decides.
    """

    account: int
    role: str
    place: int
    interims: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a step is about: an act's code, the place of the dossier, the day on the paper, how many days it lasts."""

    code: str
    place: int
    day: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class Competence:
    """The level that decides, who signs there, and whether it decides itself (competence) or signs for the level
    above, in whose name the letter then is (signature).
    """

    level: Level
    role: Role
    means: Means
    uncertain: bool


def competence(state: Reader, about: About, unseen: Collection[int] = frozenset()) -> Competence | None:
    """Who decides, by the rows in force on that day; None when none is published.

    A row of the region goes before a national one, a lower ceiling of days before a higher one, then the newest.
    `unseen` rows are left out: what somebody knew who had not read them.
    """
    region = region_of(about.place)
    rows = [
        row
        for row in in_force(state.find("delegation", "act", about.code), about.day)
        if row.id not in unseen and row.get("region") in (None, region) and about.days <= _ceiling(row)
    ]
    if not rows:
        return None
    order = {row.id: number for number, row in enumerate(rows)}
    row = max(rows, key=lambda r: (r.get("region") is not None, -_ceiling(r), order[r.id]))
    role, level = Role(row.text("role")), Level(row.text("level"))
    return Competence(level, role, Means(row.text("means")), bool(row.get("uncertain")))


def _ceiling(row: Row) -> int:
    return int(str(row.get("up_to_days") or _NO_CEILING))


def roles_of(state: Reader, author: Author, day: str) -> dict[Role, Means]:
    """Her roles on a day: her own, and those she holds by interim."""
    held: dict[Role, Means] = {}
    for row in (*author.interims, *state.find("interim", "account", author.account)):
        if row.text("from_on") <= day <= row.text("to_on") and not row.withdrawn:
            held[Role(row.text("role"))] = Means.INTERIM
    return held | {Role(author.role): Means.COMPETENCE} if author.role in Role._value2member_map_ else held


def may(
    state: Reader, author: Author, step: Step, about: About, unseen: Collection[int] = frozenset()
) -> Iterable[Problem]:
    """Why she may not take a step; nothing when she may."""
    roles = roles_of(state, author, about.day)
    if not step.roles.intersection(roles):
        yield error("role_may_not", step=step.name)
    elif step.decides:
        rule = competence(state, about, unseen)
        if rule is None:
            yield error("competence_not_published", code=about.code)
        elif not _deciding_roles(rule).intersection(roles):
            yield error("not_competent", level=rule.level.value)


def decides(state: Reader, author: Author, about: About) -> bool:
    """Whether she decides an act of this kind, by her own role or one that she holds by interim."""
    rule = competence(state, about)
    return rule is not None and bool(_deciding_roles(rule).intersection(roles_of(state, author, about.day)))


def is_with(author: Author, step: Step, act: Row) -> bool:
    """Whether an act is where its author works: an academy has those that were referred to it, until they go back.

    A paper that she had signed before an act went back stands, as everybody's does (sync.md 3.3).
    """
    if not is_academy(author.place):
        return True
    here = act.get("state") == State.REFERRED or step.name == "regularise" or step.paper
    return here and bool(act.get("referred_on"))


def _deciding_roles(rule: Competence) -> frozenset[Role]:
    """Who signs at the level, and at the level above when it only lent its signature; the chief of those who sign."""
    found = {rule.role, ROLE_OF[rule.level]}
    if rule.means is Means.SIGNATURE and rule.level in ABOVE:
        found.add(ROLE_OF[ABOVE[rule.level]])
    return frozenset(found)


def capacity(state: Reader, author: Author, about: About) -> tuple[Level | None, Means]:
    """At which level she decides, and how: by competence, by a lent signature, or as interim of who does."""
    rule = competence(state, about)
    if rule is None:
        return None, Means.COMPETENCE
    held = roles_of(state, author, about.day)
    own = {role for role in (rule.role, ROLE_OF[rule.level]) if role in held}
    if not own:
        return ABOVE.get(rule.level, rule.level), Means.COMPETENCE
    return rule.level, Means.INTERIM if all(held[role] is Means.INTERIM for role in own) else rule.means
