"""Controls of who somebody is: the same number or the same person twice, a payroll number that does not come."""

from __future__ import annotations

from collections.abc import Iterator

from sync.domain import calendar, names
from sync.domain.administrative_act import ALL_ACTS
from sync.domain.controls.province import Finding, Province
from sync.domain.errors import error, warning


def same_card(province: Province) -> Iterator[Finding]:
    """One identity card on two people (domain.md 2.3, 1)."""
    cards = ((person, row.get("cin")) for person, row in province.people.items())
    for person, _cin, others in province.same(cards):
        yield Finding(person, error("same_card", "cin"), "employee", person, others)


def same_account(province: Province) -> Iterator[Finding]:
    """One bank account on two people (domain.md 2.3, 1)."""
    accounts = ((person, row.get("rib")) for person, row in province.serving.items())
    for person, _rib, others in province.same(accounts):
        yield Finding(person, warning("account_of_another", "rib"), "situation", person, others)


def same_person(province: Province) -> Iterator[Finding]:
    """One name, as it is written or as it is heard in Arabic, and one birth date (domain.md 2.3, 2)."""
    born = (
        (person, f"{name} {row.text('birth_date')}")
        for person, row in province.people.items()
        if row.get("birth_date") and (name := names.fold(f"{row.text('surname_ar')} {row.text('first_name_ar')}"))
    )
    for person, _key, others in province.same(born):
        yield Finding(person, warning("possible_duplicate"), "employee", person, others)


def no_payroll_number(province: Province) -> Iterator[Finding]:
    """No payroll number some months after recruitment (domain.md 2.3, 13)."""
    limit = province.limit(ALL_ACTS, "ppr_months")
    since = calendar.plus_months(province.today, -limit.value) if limit else ""
    for person, situation in province.serving.items():
        recruited = situation.text("recruited_on")
        if limit and recruited and recruited < since and not province.people[person].get("ppr"):
            yield Finding(person, warning("ppr_missing", "ppr", limit=limit.value), "employee", person)
