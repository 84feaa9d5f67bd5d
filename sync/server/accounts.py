"""Provinces, people, laptops and one-time enrolment codes (sync.md 3.10); roles.py says what people may do."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Table, bindparam, func, or_, select, update

from sync.domain.ids import FIRST_OFFICE_DEVICE, NATION, Compartment, academy_of, region_of, scope_id
from sync.protocol import ticket as tickets
from sync.protocol.bundle import EnrolAsk
from sync.protocol.errors import WireCode, WireError
from sync.protocol.exchange import EnrolAnswer, EnrolRequest
from sync.server import academy
from sync.server.attempts import Attempts
from sync.server.roles import ADMINISTRATOR, ALWAYS, Held, Roles, day_of
from sync.server.sequence import create_scopes
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared
from sync.storage.rows import get_meta, insert_all, insert_missing, lock_meta, set_meta
from sync.storage.state import Scopes

_KEY_BYTES = 32
TICKET_HOURS, TICKET_TRIES = 72, 5
TICKET_TRIES_OF_ALL = 50
"""Wrong tries of all laptops together at one code; all of them guess it with a chance of one in sixty million."""
DEVICES_AN_EPOCH = 8192
EPOCH, NEXT_ROW = "epoch", "next_row"


@cache
def _scopes(place: int, confidential: bool) -> Scopes:  # the device's own two facts
    both = {Compartment.GENERAL, Compartment.CONFIDENTIAL} if confidential else {Compartment.GENERAL}
    return Scopes(place, frozenset(both))


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled laptop."""

    number: int
    place: int
    public_key: bytes
    confidential: bool
    """Whether somebody to whom it is entrusted may read the confidential compartment of its place today."""
    revoked: bool
    account: int | None = None
    """Whom its code was made for."""
    seen_ms: int | None = None
    erase: bool = False
    erase_told: bool = False
    was_confidential: bool = False
    """Whether it was ever given that compartment."""
    copy_of: int | None = None
    """The number that it had before, when it shared that one."""

    @property
    def scopes(self) -> Scopes:
        """What it may read."""
        return _scopes(self.place, self.confidential)

    @property
    def writes(self) -> Scopes:
        """Where what it sends is decided: also in a compartment that it may not read any more, by its author's role."""
        return _scopes(self.place, self.confidential or self.was_confidential)


_FACTS = ("number", "place", "public_key", "confidential", "revoked_ms", "account", "seen_ms", "erase_ms")


@cache
def _device(t: Table, keeper: Table, role: Table) -> Prepared:
    """A laptop's facts, and whether anybody to whom it is entrusted has a role in its confidential scope on a day."""
    facts = [t.c[name] for name in (*_FACTS, "erase_told_ms", "copy_of")]
    day = bindparam("on_day", type_=role.c.first_day.type)
    on = role.c.first_day <= day, or_(role.c.last_day.is_(None), role.c.last_day >= day)
    here = role.c.scope == t.c.place * 10 + int(Compartment.CONFIDENTIAL), role.c.role != ADMINISTRATOR
    theirs = keeper.c.device == t.c.number, role.c.account == keeper.c.account
    count = select(func.count()).select_from(keeper.join(role, theirs[1])).where(theirs[0], *here, *on)
    entitled = count.correlate(t).scalar_subquery()
    return Prepared(lambda _: select(*facts, entitled).where(t.c.number == bindparam("of_number")))


@cache
def _locked(t: Table) -> Prepared:
    return Prepared(lambda _: select(t.c.number).where(t.c.number == bindparam("of_number")).with_for_update())


@dataclass(frozen=True, slots=True)
class _Ticket:
    """A one-time code as it is kept: `key` is the slow hash of its secret."""

    name: str
    place: int
    account: int
    salt: bytes
    key: bytes
    device: int | None
    public_key: bytes


class Accounts:
    """The accounts tables on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables) -> None:
        self._connection = connection
        self._tables = tables
        self._directory = tables.directory

    def epoch(self) -> int:
        """The number of this history; a restored centre starts a new one."""
        return int(get_meta(self._connection, self._tables.meta, EPOCH) or 1)

    def create_province(self, place: int, name_ar: str, name_la: str, *, practice: bool) -> None:
        """Make a province, its region and the nation known, with their scopes. ValueError when it exists."""
        t = self._directory.province
        if self._connection.execute(select(t.c.place).where(t.c.place == place)).first():
            raise ValueError(f"province {place} exists")
        row = {"place": place, "name_ar": name_ar, "name_la": name_la, "practice": practice}
        insert_all(self._connection, t, [row])
        create_scopes(
            self._connection,
            self._tables,
            [scope_id(p, c) for p in (NATION, region_of(place), place) for c in Compartment],
        )
        self._begin_history()

    def _begin_history(self) -> None:
        for name in (EPOCH, NEXT_ROW):
            if get_meta(self._connection, self._tables.meta, name) is None:
                set_meta(self._connection, self._tables.meta, name, "1")

    def create_region(self, region: int) -> None:
        """Make the scopes of a region known, so that somebody can work there before its provinces do."""
        if region != region_of(region) or not region:
            raise ValueError(f"{region} is no region")
        create_scopes(
            self._connection, self._tables, [scope_id(place, c) for place in (NATION, region) for c in Compartment]
        )
        self._begin_history()

    def create_academy(self, region: int, name_ar: str, name_la: str, day: str) -> int:
        """Make the academy of a region known, with its scopes and all that it reads by now; gives its place.

        ValueError when it exists, or when there is no such region.
        """
        self.create_region(region)
        place, t = academy_of(region), self._directory.province
        if self._connection.execute(select(t.c.place).where(t.c.place == place)).first():
            raise ValueError(f"academy {place} exists")
        below = t.c.place > region, t.c.place < region + 100, t.c.practice.is_(True)
        practice = self._connection.execute(select(t.c.place).where(*below)).first() is not None
        row = {"place": place, "name_ar": name_ar, "name_la": name_la, "practice": practice}
        insert_all(self._connection, t, [row])
        create_scopes(self._connection, self._tables, academy.scopes_of(region))
        academy.create(self._connection, self._tables, region, day)
        return place

    def exists(self, place: int) -> bool:
        """Whether a province, a region or the nation is known here."""
        t = self._tables.head
        query = select(t.c.scope).where(t.c.scope == scope_id(place, Compartment.GENERAL))
        return self._connection.execute(query).first() is not None

    def create_account(self, place: int, name_ar: str, name_la: str, *, role: str, confidential: bool) -> int:
        """Add a person who holds a role in a place; gives the account's number. ValueError for an unknown place."""
        number = self.add_person(place, name_ar, name_la)
        parts = (Compartment.GENERAL, *((Compartment.CONFIDENTIAL,) if confidential else ()))
        for part in parts:
            held = Held(number, 0, scope_id(place, part), role, ALWAYS, None, 0)
            Roles(self._connection, self._tables).give(held)
        return number

    def add_person(self, place: int, name_ar: str, name_la: str, by: int = 0, now_ms: int = 0) -> int:
        """Add a person without any role; gives the account's number. ValueError for an unknown place."""
        if not self.exists(place):
            raise ValueError(f"no province {place}")
        t = self._directory.account
        lock_meta(self._connection, self._tables.meta, EPOCH)
        number = int(self._connection.execute(select(func.max(t.c.id))).scalar_one() or 0) + 1
        row = {"id": number, "place": place, "name_ar": name_ar, "name_la": name_la}
        insert_all(self._connection, t, [{**row, "created_by": by, "created_ms": now_ms}])
        return number

    def place_of(self, account: int) -> int | None:
        """The place that a person was entered for; None for an unknown one."""
        t = self._directory.account
        found: int | None = self._connection.execute(select(t.c.place).where(t.c.id == account)).scalar_one_or_none()
        return found

    def issue_ticket(self, place: int, account: int, now_ms: int) -> str:
        """A one-time code of 10 letters that can be read over the telephone: 72 hours, 5 tries of each laptop.

        Its first three letters name the ticket, so that wrong tries wear out one ticket and never another's.
        """
        t = self._directory.ticket
        while True:
            name = _drawn(tickets.NAME_LETTERS)
            if not self._connection.execute(select(t.c.name).where(t.c.name == name)).first():
                break
        secret = _drawn(tickets.SECRET_LETTERS)
        salt = tickets.salt_of(name)
        row = {
            "name": name,
            "place": place,
            "account": account,
            "salt": salt,
            "secret": tickets.stretched(secret, salt),
            "expires_ms": now_ms + TICKET_HOURS * 3_600_000,
            "tries": 0,
        }
        insert_all(self._connection, t, [row])
        return name + secret

    def enrol(self, request: EnrolRequest, now_ms: int) -> EnrolAnswer | None:
        """Enrol a laptop with a one-time code; None when the code is wrong, worn out or too old (not said which).

        The same laptop asking again with the same code gets the same answer: the first reply may have been lost.
        """
        parts = tickets.parts_of(request.code)
        if parts is None:
            return None
        name, secret = parts

        def proves(ticket: _Ticket) -> bool:
            return tickets.same(tickets.stretched(secret, ticket.salt), ticket.key)

        ticket = self._opened((name, request.public_key), now_ms, proves)
        return self._traded(ticket, request.public_key, now_ms) if ticket else None

    def enrol_by_file(self, ask: EnrolAsk, centre: bytes, now_ms: int) -> tuple[EnrolAnswer, bytes] | None:
        """The same for a laptop that proves its code without telling it; gives also the key of the centre's proof."""

        def proves(ticket: _Ticket) -> bool:
            return tickets.same(tickets.laptop_proof(ticket.key, ask.ticket, ask.public_key, centre), ask.proof)

        ticket = self._opened((ask.ticket, ask.public_key), now_ms, proves)
        answer = self._traded(ticket, ask.public_key, now_ms) if ticket else None
        return (answer, ticket.key) if ticket and answer else None

    def _opened(self, asked: tuple[str, bytes], now_ms: int, proves: Callable[[_Ticket], bool]) -> _Ticket | None:
        """The ticket of a name if it is still good and this proves its secret; a wrong proof of this key is counted."""
        (name, asker), t = asked, self._directory.ticket
        found = self._connection.execute(select(t).where(t.c.name == name).with_for_update()).mappings().first()
        if found is None or found["expires_ms"] < now_ms:
            return None
        attempts = Attempts(self._connection, self._tables, f"ticket {name}", TICKET_HOURS * 3_600_000)
        worn = found["tries"] >= TICKET_TRIES_OF_ALL or attempts.by(asker, now_ms) >= TICKET_TRIES
        if worn and found["public_key"] != asker:
            return None
        ticket = _Ticket(
            name=name,
            place=found["place"],
            account=found["account"],
            salt=bytes(found["salt"]),
            key=bytes(found["secret"]),
            device=found["device"],
            public_key=bytes(found["public_key"] or b""),
        )
        if proves(ticket):
            return ticket
        attempts.wrong(asker, now_ms)
        self._connection.execute(update(t).where(t.c.name == name).values(tries=found["tries"] + 1))
        return None

    def _traded(self, ticket: _Ticket, public_key: bytes, now_ms: int) -> EnrolAnswer | None:
        if len(public_key) != _KEY_BYTES:
            return None
        if ticket.device is not None:
            known = ticket.public_key == public_key
            return self._answer(ticket.device, ticket.account, now_ms) if known else None
        account = (
            Roles(self._connection, self._tables).authors(ticket.place, now_ms).find(ticket.account, day_of(now_ms))
        )
        if account is None:
            return None  # her role ended since the code was made
        number = self._next_device()
        row = {
            "number": number,
            "place": ticket.place,
            "public_key": public_key,
            "confidential": account.confidential,
            "enrolled_ms": now_ms,
            "account": ticket.account,
        }
        insert_all(self._connection, self._directory.device, [row])
        entrust(self._connection, self._tables, number, ticket.account)
        t = self._directory.ticket
        used = {"used_ms": now_ms, "device": number, "public_key": public_key}
        self._connection.execute(update(t).where(t.c.name == ticket.name).values(**used))
        return self._answer(number, ticket.account, now_ms)

    def device(self, number: int, now_ms: int) -> Device:
        """An enrolled device as it is entitled today; WireError NOT_TRUSTED for an unknown one."""
        known = _device(self._directory.device, self._directory.keeper, self._directory.role)
        found = known.first(self._connection, of_number=number, on_day=day_of(now_ms))
        if found is None:
            raise WireError(WireCode.NOT_TRUSTED)
        number, place, key, given, revoked_ms, account, seen_ms, erase_ms, told_ms, copy_of, entitled = found
        return Device(
            number=number,
            place=place,
            public_key=bytes(key),
            confidential=bool(entitled) or (given and account is None),  # whose it is was not kept then
            revoked=revoked_ms is not None,
            account=account,
            seen_ms=seen_ms,
            erase=erase_ms is not None,
            erase_told=told_ms is not None,
            was_confidential=given,
            copy_of=copy_of,
        )

    def lock(self, number: int) -> None:
        """Make other transactions of this device wait."""
        _locked(self._directory.device).run(self._connection, of_number=number)

    def renumber(self, device: Device, now_ms: int) -> int:
        """Another number for a laptop that shares its own: same key, same province; gives the number."""
        number = self._next_device()
        row = {
            "number": number,
            "place": device.place,
            "public_key": device.public_key,
            "confidential": device.was_confidential,
            "enrolled_ms": now_ms,
            "account": device.account,
            "copy_of": device.number,
        }
        insert_all(self._connection, self._directory.device, [row])
        t = self._directory.keeper
        kept = select(t.c.account, t.c.given_by).where(t.c.device == device.number)
        for keeper in self._connection.execute(kept).all():
            entrust(self._connection, self._tables, number, keeper.account, keeper.given_by)
        return number

    def _next_device(self) -> int:
        t = self._directory.device
        lock_meta(self._connection, self._tables.meta, EPOCH)  # two laptops never get one number
        last = self._connection.execute(select(func.max(t.c.number))).scalar_one()
        # Each epoch has a block of its own: a restored centre never gives a number of the lost history again.
        first = FIRST_OFFICE_DEVICE + (self.epoch() - 1) * DEVICES_AN_EPOCH
        return max(int(last or 0) + 1, first)

    def _answer(self, number: int, account: int, now_ms: int) -> EnrolAnswer:
        device = self.device(number, now_ms)
        t = self._directory.province
        province = self._connection.execute(select(t).where(t.c.place == device.place)).one()
        return EnrolAnswer(
            device=number,
            place=device.place,
            name_ar=province.name_ar,
            name_la=province.name_la,
            practice=province.practice,
            confidential=device.confidential,
            epoch=self.epoch(),
            account=account,
            accounts=Roles(self._connection, self._tables).people(device.place, day_of(now_ms)),
        )


def entrust(connection: Connection, tables: CentreTables, device: int, account: int, by: int = 0) -> None:
    """From now on a laptop is this person's too."""
    insert_missing(connection, tables.directory.keeper, [{"device": device, "account": account, "given_by": by}])


def _drawn(count: int) -> str:
    return "".join(secrets.choice(tickets.LETTERS) for _ in range(count))
