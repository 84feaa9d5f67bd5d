"""Which role each person holds in which scope, between which days; read by the deciding code and by the console.

A role is held in one scope: a clerk who may also work on health files holds her role in both scopes of the province. A
role that ends is never taken out of the table, so that what was written under it is still decided under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, or_, select, update
from sqlalchemy import Row as SqlRow

from sync.domain.ids import Compartment, compartment_of, place_of, scope_id
from sync.domain.lifecycle import Role
from sync.protocol.exchange import Account
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared
from sync.storage.rows import insert_all

ADMINISTRATOR = "administrator"
"""The role that is none of the acts': accounts, roles and laptops of a place and of those below it."""
ROLES = (*(role.value for role in Role), ADMINISTRATOR)
LATE_DAYS = 45
"""What was written while a role was held is decided under it when it comes at most so many days after its end."""
ALWAYS = ""
"""The first day of a role that was held before anybody asks."""
_RANK = (Role.AUDITOR, Role.CLERK, Role.HEAD, Role.DIRECTOR, Role.AREF, Role.MINISTRY)


def day_of(now_ms: int) -> str:
    """The ISO day of a moment in UTC milliseconds."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat()


@dataclass(frozen=True, slots=True)
class Held:
    """One role of one person."""

    account: int
    n: int
    scope: int
    role: str
    first_day: str
    last_day: str | None
    given_by: int

    def on(self, day: str) -> bool:
        """Whether it is held on an ISO day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Roles:
    """The roles table on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables) -> None:
        self._connection = connection
        self._directory = tables.directory

    def give(self, held: Held) -> int:
        """Add a role; gives its number among the person's. `held.n` is not looked at."""
        t = self._directory.role
        last = select(func.max(t.c.n)).where(t.c.account == held.account)
        n = int(self._connection.execute(last).scalar_one() or 0) + 1
        row = {"account": held.account, "n": n, "scope": held.scope, "role": held.role, "first_day": held.first_day}
        insert_all(self._connection, t, [{**row, "last_day": held.last_day, "given_by": held.given_by}])
        return n

    def end(self, account: int, n: int, last_day: str, by: int) -> None:
        """Let a role end on a day, which is its last one. LookupError when the person has no such role."""
        t = self._directory.role
        mine = t.c.account == account, t.c.n == n
        if self._connection.execute(select(t.c.n).where(*mine)).first() is None:
            raise LookupError(f"account {account} has no role {n}")
        self._connection.execute(update(t).where(*mine).values(last_day=last_day, ended_by=by))

    def of(self, account: int) -> list[Held]:
        """All roles that a person holds or held, in the order in which they were given."""
        t = self._directory.role
        return self._read(select(t).where(t.c.account == account).order_by(t.c.n))

    def at(self, place: int, since: str = ALWAYS) -> list[Held]:
        """All roles in both scopes of a place that were held on `since` or later."""
        return list(self._ask(place, since))

    def _ask(self, place: int, since: str) -> Iterator[Held]:
        """The same, asked now and read when it is looked at."""
        scopes = [scope_id(place, part) for part in Compartment]
        rows = _lasting(self._directory.role).ask(self._connection, scopes=scopes, since=since)

        def read() -> Iterator[Held]:
            for row in rows():
                yield Held(*row)

        return read()

    def people(self, place: int, day: str) -> list[Account]:
        """Who works in a place on a day, each with the highest of her roles; administrators are not among them."""
        authors = Authors(self.at(place, day))
        t = self._directory.account
        named = select(t.c.id, t.c.name_ar, t.c.name_la).where(t.c.id.in_(sorted(authors.accounts))).order_by(t.c.id)
        found = [(row, authors.find(row.id, day)) for row in self._connection.execute(named)]
        return [_account(row, role) for row, role in found if role is not None]

    def told(self, place: int, day: str) -> list[Account]:
        """Who works or ever worked in a place; the role of who does not any more is empty."""
        authors, t = Authors(self.at(place)), self._directory.account
        named = select(t.c.id, t.c.name_ar, t.c.name_la).where(t.c.id.in_(sorted(authors.accounts))).order_by(t.c.id)
        nothing = AuthorsRole("", confidential=False)
        found = [(row, authors.find(row.id, day) or nothing) for row in self._connection.execute(named)]
        return [_account(row, role) for row, role in found]

    def authors(self, place: int, now_ms: int) -> Authors:
        """Those who may have written what comes now from a place."""
        today = day_of(now_ms)
        since = (date.fromisoformat(today) - timedelta(days=LATE_DAYS)).isoformat()
        return Authors(self._ask(place, since), today)

    def _read(self, query: object) -> list[Held]:
        rows = self._connection.execute(query)  # type: ignore[call-overload]  # a select of the roles table
        return [Held(r.account, r.n, r.scope, r.role, r.first_day, r.last_day, r.given_by) for r in rows]


@cache
def _lasting(t: Table) -> Prepared:
    names = ("account", "n", "scope", "role", "first_day", "last_day", "given_by")
    lasting = or_(t.c.last_day.is_(None), t.c.last_day >= bindparam("since", type_=t.c.last_day.type))
    return Prepared(
        lambda among: (
            select(*(t.c[name] for name in names))
            .where(among(t.c.scope, "scopes"), lasting)
            .order_by(t.c.account, t.c.n)
        )
    )


@dataclass(frozen=True, slots=True)
class AuthorsRole:
    """The highest role of an author on a day, and whether she may see and write what is confidential."""

    role: str
    confidential: bool
    until: str = ""
    """The last day on which what is confidential is hers, if one is set."""


def _account(row: SqlRow[*tuple[Any, ...]], role: AuthorsRole) -> Account:
    return Account(row.id, row.name_ar, row.name_la, role.role, role.confidential, role.until)


class Authors:
    """The authors of one place, by day."""

    def __init__(self, held: Iterable[Held], today: str = "9999-12-31") -> None:
        """`today` is the centre's day: an operation that a clock ahead dated later counts as today's."""
        self._today = today
        self._held = held
        self._found: dict[tuple[int, str], AuthorsRole | None] = {}

    @cached_property
    def accounts(self) -> Mapping[int, list[Held]]:
        """The roles of each account."""
        by_account: dict[int, list[Held]] = {}
        for one in self._held:
            if one.role in Role._value2member_map_:
                by_account.setdefault(one.account, []).append(one)
        return by_account

    def find(self, account: int, day: str) -> AuthorsRole | None:
        """Somebody's role on a day; None when she has none then in this place."""
        key = account, day
        if key not in self._found:
            self._found[key] = self._find(account, day)
        return self._found[key]

    def _find(self, account: int, day: str) -> AuthorsRole | None:
        held = [one for one in self.accounts.get(account, ()) if one.on(min(day, self._today))]
        if not held:
            return None
        ends = [one.last_day for one in held if compartment_of(one.scope) is Compartment.CONFIDENTIAL]
        until = "" if None in ends else max((end for end in ends if end is not None), default="")
        return AuthorsRole(max((Role(one.role) for one in held), key=_RANK.index).value, bool(ends), until)


def places_of(held: Iterable[Held], day: str, role: str = ADMINISTRATOR) -> set[int]:
    """The places that somebody administers on a day, or where she has another role."""
    return {place_of(one.scope) for one in held if one.role == role and one.on(day)}
