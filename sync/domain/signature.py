"""Whose decision a letter is, and who puts her name under it (domain.md 8, Vocabulary; docs/adr/0020).

Delegation of competence: the delegate decides in her own name. Delegation of signature: she signs for the one who lent
it, and the letter is in that one's name. Interim: the same letter, signed by who does the work for some days.
"""

from __future__ import annotations

from dataclasses import dataclass

from sync.domain import authority
from sync.domain.act import typed
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.authority import ABOVE, ROLE_OF, About, Author, Competence
from sync.domain.ids import place_of
from sync.domain.lifecycle import Level, Means, Role
from sync.domain.operation import Reader
from sync.domain.record import Row


@dataclass(frozen=True, slots=True)
class Signature:
    """`in_name_of` is the authority at the head of the letter, `signer` the role that signs it.

    `lent`: signed for `in_name_of`, by delegation of signature; the letter says so. `interim`: signed by somebody who
    does the signer's work. `account` is who decided, 0 while nobody has. `uncertain`: the rule is to be verified.
    """

    in_name_of: Level
    signer: Role
    lent: bool = False
    interim: bool = False
    account: int = 0
    uncertain: bool = False


def signature(state: Reader, act: AdministrativeAct, row: Row, step: Row) -> Signature | None:
    """The signature of a decision that was taken; None for a step that decides nothing.

    By the rule in force on the day of the decision, not by today's.
    """
    if step.text("level") not in [level.value for level in Level]:
        return None
    level, by = Level(step.text("level")), step.get("by")
    about = About(act.CODE, place_of(row.scope), step.text("on"), act.days)
    made = _at(authority.competence(state, about), level, is_interim=step.get("means") == Means.INTERIM.value)
    return Signature(
        made.in_name_of, made.signer, made.lent, made.interim, by if isinstance(by, int) else 0, made.uncertain
    )


def proposed(state: Reader, act: AdministrativeAct, row: Row, author: Author, day: str) -> Signature | None:
    """The signature of the letter if this account decided the act on a day; None when she may not or nobody can."""
    about = About(act.CODE, place_of(row.scope), day, act.days)
    rule = authority.competence(state, about)
    if rule is None or not authority.decides(state, author, about):
        return None
    level, means = authority.capacity(state, author, about)
    return _at(rule, level or rule.level, is_interim=means is Means.INTERIM)


def expected(state: Reader, act: AdministrativeAct, row: Row, day: str) -> Signature | None:
    """The signature that a letter will bear if the act is decided on a day by whom the rule names; None without one."""
    rule = authority.competence(state, About(act.CODE, place_of(row.scope), day, act.days))
    return _at(rule, rule.level, is_interim=False) if rule is not None else None


def of_row(state: Reader, cls: type[AdministrativeAct], row: Row, step: Row) -> Signature | None:
    """`signature` of an act that is given by its row."""
    return signature(state, typed(cls, row), row, step)


def _at(rule: Competence | None, level: Level, *, is_interim: bool) -> Signature:
    if rule is None or rule.level is not level:  # the level above decided what it had lent, or the rule is gone
        return Signature(level, ROLE_OF[level], interim=is_interim)
    lent = rule.means is Means.SIGNATURE
    return Signature(ABOVE.get(level, level) if lent else level, rule.role, lent, is_interim, uncertain=rule.uncertain)
