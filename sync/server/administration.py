"""What administrators do, each with the right to do it, and each with its line in the audit (sync.md 3.10).

An administrator of the nation acts everywhere, one of a region in it and its provinces, one of a province there. Nobody
gives herself a role, and an administrator makes others only below her own place; those of the nation make each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, exists, or_, select

from sync.domain.ids import NATION, Compartment, place_of, region_of, scope_id
from sync.domain.lifecycle import Role
from sync.protocol import away
from sync.server import audit, passwords
from sync.server.accounts import Accounts, entrust
from sync.server.audit import Deed, Line
from sync.server.devices import Devices, Laptop
from sync.server.keys import CentreKeys, generations
from sync.server.push import Elsewhere, Push
from sync.server.remembered import STORED
from sync.server.roles import ADMINISTRATOR, ROLES, Held, Roles, day_of, places_of
from sync.storage.database import Database
from sync.storage.ledger import CentreTables, undecided

OPERATOR = 0
"""The account of whoever runs the centre's machine: `massar-centre` acts in this name, and may do everything."""


class NotAllowed(Exception):
    """Somebody may not do this here, or it cannot be done; `code` says which. Nothing was changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Grant:
    """A role to be given: to whom, where, in which compartments, between which ISO days."""

    account: int
    place: int
    role: str
    confidential: bool = False
    first_day: str = ""
    last_day: str | None = None


class Administration:
    """The deeds of one administrator, in the caller's transaction."""

    def __init__(self, connection: Connection, tables: CentreTables, actor: int, now_ms: int) -> None:
        """`actor` is her account."""
        self._connection = connection
        self._tables = tables
        self._actor = actor
        self._now_ms = now_ms
        self._accounts = Accounts(connection, tables)
        self._roles = Roles(connection, tables)
        self._devices = Devices(connection, tables)

    def may_administer(self, place: int) -> bool:
        """Whether she acts for a place: her own, or one below it."""
        return self._actor == OPERATOR or not {place, region_of(place), NATION}.isdisjoint(self._own_places())

    def create_region(self, region: int) -> None:
        """Make a region known; raises NotAllowed."""
        self._must(self.may_administer(NATION))
        try:
            self._accounts.create_region(region)
        except ValueError as wrong:
            raise NotAllowed("unknown_place") from wrong
        self._note(region, Deed.PROVINCE, f"place={region}")

    def create_province(self, place: int, name_ar: str, name_la: str) -> None:
        """Make a province known; raises NotAllowed."""
        self._must(self.may_administer(NATION))
        try:
            self._accounts.create_province(place, name_ar, name_la, practice=False)
        except ValueError as wrong:
            raise NotAllowed("province_exists") from wrong
        self._note(place, Deed.PROVINCE, f"place={place}")

    def create_academy(self, region: int, name_ar: str, name_la: str) -> int:
        """Make the academy of a region known; gives its place. Raises NotAllowed."""
        self._must(self.may_administer(region))
        try:
            place = self._accounts.create_academy(region, name_ar, name_la, day_of(self._now_ms))
        except ValueError as wrong:
            raise NotAllowed("unknown_place") from wrong
        self._note(region, Deed.PROVINCE, f"place={place}")
        return place

    def create_account(self, place: int, name_ar: str, name_la: str) -> int:
        """Enter a person who works in a place, without a role yet; gives her number. Raises NotAllowed."""
        self._must(self.may_administer(place))
        try:
            number = self._accounts.add_person(place, name_ar, name_la, self._actor, self._now_ms)
        except ValueError as wrong:
            raise NotAllowed("unknown_place") from wrong
        digest = audit.content_hash(name_ar.encode(), name_la.encode())
        self._note(place, Deed.ACCOUNT, f"account={number}", digest)
        return number

    def grant(self, grant: Grant) -> list[int]:
        """Give a role, one entry for each compartment; gives their numbers among the person's. Raises NotAllowed."""
        self._check_grant(grant)
        scopes = [scope_id(grant.place, Compartment.GENERAL)]
        scopes += [scope_id(grant.place, Compartment.CONFIDENTIAL)] if grant.confidential else []
        given = []
        for scope in scopes:
            held = Held(grant.account, 0, scope, grant.role, grant.first_day, grant.last_day, self._actor)
            given.append(self._roles.give(held))
            until = f" until={grant.last_day}" if grant.last_day else ""
            about = f"account={grant.account} role={grant.role} scope={scope} n={given[-1]}{until}"
            self._note(grant.place, Deed.ROLE_GIVEN, about)
        return given

    def _check_grant(self, grant: Grant) -> None:
        if grant.role not in ROLES or not self._accounts.exists(grant.place):
            raise NotAllowed("unknown_role" if grant.role not in ROLES else "unknown_place")
        self._person(grant.account)
        for day in filter(None, (grant.first_day, grant.last_day)):
            _check_day(day)
        if grant.last_day is not None and grant.last_day < grant.first_day:
            raise NotAllowed("days_reversed")
        self._must(self.may_administer(grant.place) and grant.account != self._actor)
        if grant.role == ADMINISTRATOR:
            above = NATION if grant.place == NATION else NATION if grant.place % 100 == 0 else region_of(grant.place)
            self._must(self._actor == OPERATOR or not {above, NATION}.isdisjoint(self._own_places()))
        if grant.role == Role.MINISTRY:
            self._must(self.may_administer(NATION))
        if grant.role == Role.AREF:
            self._must(self.may_administer(region_of(grant.place)))

    def end_role(self, account: int, n: int, last_day: str) -> None:
        """Let somebody's role end on a day, its last; raises NotAllowed."""
        _check_day(last_day)
        held = next((one for one in self._roles.of(account) if one.n == n), None)
        if held is None:
            raise NotAllowed("unknown_role")
        self._must(self.may_administer(place_of(held.scope)))
        self._roles.end(account, n, last_day, self._actor)
        about = f"account={account} role={held.role} scope={held.scope} n={n} until={last_day}"
        self._note(place_of(held.scope), Deed.ROLE_ENDED, about)

    def set_password(self, account: int, password: str) -> None:
        """Give somebody a password for the console, or herself a new one; raises NotAllowed."""
        place = self._person(account)
        self._must(account == self._actor or self._above(account, place))
        try:
            passwords.set_password(self._connection, self._tables, account, password)
        except passwords.TooShort as wrong:
            raise NotAllowed("password_short") from wrong
        self._note(place, Deed.PASSWORD, f"account={account}")

    def _above(self, account: int, place: int) -> bool:
        """Whether she acts for every place that somebody administers: else a password would give her more than hers."""
        roles, today = self._roles.of(account), day_of(self._now_ms)
        held = places_of(roles, today) | places_of(roles, today, Role.AUDITOR)
        return all(self.may_administer(one) for one in {place, *held})

    def issue_code(self, place: int, account: int) -> str:
        """A one-time code for a laptop of somebody who works in a place; raises NotAllowed."""
        self._must(self.may_administer(place))
        if self._roles.authors(place, self._now_ms).find(account, day_of(self._now_ms)) is None:
            raise NotAllowed("no_role_here")
        code = self._accounts.issue_ticket(place, account, self._now_ms)
        self._note(place, Deed.CODE, f"account={account} ticket={code[:3]}")
        return code

    def entrust(self, device: int, account: int) -> None:
        """Let a laptop be one more person's, who works in its place: with her right it may hold the confidential
        compartment. Raises NotAllowed."""
        laptop = self._laptop(device)
        if self._roles.authors(laptop.place, self._now_ms).find(account, day_of(self._now_ms)) is None:
            raise NotAllowed("no_role_here")
        entrust(self._connection, self._tables, device, account, self._actor)
        self._note(laptop.place, Deed.ENTRUSTED, f"device={device} account={account}")

    def take_from(self, device: int, account: int) -> None:
        """Let a laptop be a person's no more; raises NotAllowed."""
        laptop = self._laptop(device)
        if not self._devices.take_from(device, account):
            raise NotAllowed("not_entrusted")
        self._note(laptop.place, Deed.TAKEN, f"device={device} account={account}")

    def revoke(self, device: int) -> None:
        """From now on what a laptop sends is held; raises NotAllowed."""
        laptop = self._laptop(device)
        self._devices.revoke(device, self._now_ms)
        self._note(laptop.place, Deed.REVOKED, f"device={device}")

    def order_erasure(self, device: int) -> None:
        """Revoke a laptop and have it erase itself at its next contact; raises NotAllowed."""
        laptop = self._laptop(device)
        self._devices.order_erasure(device, self._now_ms)
        self._note(laptop.place, Deed.ERASE, f"device={device}")

    def release(self, device: int) -> int:
        """Have what is held of a laptop decided (by `decide_released`); gives how many. Raises NotAllowed."""
        laptop = self._laptop(device)
        count = self._devices.release(device)
        self._note(laptop.place, Deed.RELEASED, f"device={device} operations={count}")
        return count

    def unlock_code(self, device: int, asked: str, keys: CentreKeys) -> str:
        """The code that opens a laptop not seen for 45 days, for the question it shows; raises NotAllowed."""
        laptop, letters = self._laptop(device), away.heard(asked)
        if laptop.revoked_ms is not None:
            raise NotAllowed("revoked")
        scope = scope_id(laptop.place, Compartment.GENERAL)
        newest = generations(self._connection, self._tables, (scope,), day_of(self._now_ms))[scope]
        generation = away.generation_of(letters, newest) if letters else None
        if letters is None or generation is None:
            raise NotAllowed("not_a_question")
        self._note(laptop.place, Deed.UNLOCKED, f"device={device}")
        return away.answer(keys.scope_seed(scope, generation), device, letters)

    def _laptop(self, device: int) -> Laptop:
        try:
            laptop = self._devices.find(device)
        except LookupError as wrong:
            raise NotAllowed("not_allowed" if self._actor else "unknown_device") from wrong
        self._must(self.may_administer(laptop.place))
        return laptop

    def _person(self, account: int) -> int:
        place = self._accounts.place_of(account)
        if place is None:
            raise NotAllowed("not_allowed" if self._actor else "unknown_account")
        return place

    def _own_places(self) -> set[int]:
        return places_of(self._roles.of(self._actor), day_of(self._now_ms))

    def _must(self, allowed: bool) -> None:
        """One answer for what is forbidden and for what does not exist: nobody learns of what is not hers."""
        if not allowed:
            raise NotAllowed("not_allowed")

    def _note(self, place: int, deed: Deed, about: str, digest: bytes = b"") -> None:
        scope = scope_id(place, Compartment.GENERAL)
        audit.note(self._connection, self._tables, [Line(scope, self._now_ms, self._actor, deed, about, digest=digest)])


def decide_released(database: Database, tables: CentreTables, device: int, now_ms: int) -> int:
    """Decide what was released of a laptop, slice by slice; gives how many operations."""
    total = 0
    rejected, others = set[int](), frozenset[int]()
    while True:
        try:
            with database.write() as connection:
                sender = Accounts(connection, tables).device(device, now_ms)
                done, more = Push(connection, tables, sender).decide_slice(now_ms, rejected, others, final=True)
        except Elsewhere as found:
            others = found.places
            continue
        total += done
        if not more:
            return total


def decide_left_behind(database: Database, tables: CentreTables, now_ms: int) -> int:
    """Decide what waits under numbers of which nobody comes to have it decided. Gives how many operations.

    A newer program released it (migrations), and whoever had the number got another (renumbering); or an administrator
    released what is held of a revoked laptop, and the centre was stopped in it. Run when a centre starts to serve,
    after a new history where there is one.
    """
    t, device = tables.operation, tables.directory.device
    later = device.alias()
    renumbered = exists().where(later.c.public_key == device.c.public_key, later.c.number > device.c.number)
    left = select(device.c.number).where(
        or_(device.c.revoked_ms.is_not(None), renumbered),
        exists().where(t.c.place == device.c.place, t.c.device == device.c.number, undecided(t), t.c.state == STORED),
    )
    with database.read() as connection:
        numbers = list(connection.execute(left.order_by(device.c.number)).scalars())
    return sum(decide_released(database, tables, number, now_ms) for number in numbers)


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as wrong:
        raise NotAllowed("not_a_day") from wrong
