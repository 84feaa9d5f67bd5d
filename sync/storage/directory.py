"""The centre's directory: provinces, laptops, people, the roles they hold, one-time codes and wrong tries."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, SmallInteger, Table

from sync.storage.tables import BIG, TEXT

_FLAG = Boolean(create_constraint=False)


@dataclass(frozen=True, slots=True)
class DirectoryTables:
    """Who there is. None of these tables is led by a scope: a request is known by them before its scope is."""

    province: Table
    device: Table
    keeper: Table
    account: Table
    role: Table
    ticket: Table
    attempt: Table


def directory_tables(metadata: MetaData) -> DirectoryTables:
    """Add the tables of the directory to the centre's."""
    return DirectoryTables(
        province=_province(metadata),
        device=_device(metadata),
        keeper=_keeper(metadata),
        account=_account(metadata),
        role=_role(metadata),
        ticket=_ticket(metadata),
        attempt=_attempt(metadata),
    )


def _province(metadata: MetaData) -> Table:
    return Table(
        "province",
        metadata,
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("name_ar", TEXT, nullable=False),
        Column("name_la", TEXT, nullable=False),
        Column("practice", _FLAG, nullable=False),
    )


def _device(metadata: MetaData) -> Table:
    """Laptops. `account`: whom the code was made for; unknown for those enrolled before it was kept. `confidential`:
    it was given its confidential compartment once; whether it has it now follows from whom it is entrusted to."""
    return Table(
        "device",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("place", Integer, nullable=False),
        Column("public_key", LargeBinary, nullable=False),
        Column("confidential", _FLAG, nullable=False),
        Column("enrolled_ms", BIG, nullable=False),
        Column("revoked_ms", BIG),
        Column("account", BIG),
        # About when it was heard of last, and the version of the declarations that its program knows.
        Column("seen_ms", BIG),
        Column("schema", Integer),
        # Erasure: ordered by an administrator, then told to the laptop at its next contact.
        Column("erase_ms", BIG),
        Column("erase_told_ms", BIG),
        # How many numbers were given to its operations, in the order in which they came.
        Column("arrivals", BIG, nullable=False, server_default="0"),
        # The number that it had before, when it shared that one.
        Column("copy_of", Integer),
    )


def _keeper(metadata: MetaData) -> Table:
    """To whom a laptop is entrusted: it holds the confidential compartment as long as one of them may read it."""
    return Table(
        "keeper",
        metadata,
        Column("device", Integer, primary_key=True, autoincrement=False),
        Column("account", BIG, primary_key=True, autoincrement=False),
        Column("given_by", BIG, nullable=False),
    )


def _account(metadata: MetaData) -> Table:
    """People. `password`: Argon2id in the PHC form, for the console; none for somebody who never signs in there."""
    return Table(
        "account",
        metadata,
        Column("id", BIG, primary_key=True, autoincrement=False),
        Column("place", Integer, nullable=False),
        Column("name_ar", TEXT, nullable=False),
        Column("name_la", TEXT, nullable=False),
        Column("password", TEXT),
        Column("created_ms", BIG),
        Column("created_by", BIG),
        # Which of her sign-ins count: raised when she leaves, so that every older cookie is over in every process.
        Column("session", Integer, nullable=False, server_default="0"),
    )


def _role(metadata: MetaData) -> Table:
    """Who holds which role in which scope, between which days (both included; no last day: until it is ended)."""
    role = Table(
        "held_role",
        metadata,
        Column("account", BIG, primary_key=True, autoincrement=False),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("scope", Integer, nullable=False),
        Column("role", TEXT, nullable=False),
        Column("first_day", TEXT, nullable=False),
        Column("last_day", TEXT),
        Column("given_by", BIG, nullable=False),
        Column("ended_by", BIG),
    )
    Index("ix_held_role_scope", role.c.scope, role.c.account)
    return role


def _ticket(metadata: MetaData) -> Table:
    """One-time enrolment codes."""
    return Table(
        "ticket",
        metadata,
        Column("name", TEXT, primary_key=True),
        Column("place", Integer, nullable=False),
        Column("account", BIG, nullable=False),
        Column("salt", LargeBinary, nullable=False),
        Column("secret", LargeBinary, nullable=False),
        Column("expires_ms", BIG, nullable=False),
        Column("tries", Integer, nullable=False),
        Column("used_ms", BIG),
        Column("device", Integer),
        Column("public_key", LargeBinary),
    )


def _attempt(metadata: MetaData) -> Table:
    """Wrong tries of one asker at one thing: a lock that somebody trips shuts out herself, and nobody else."""
    return Table(
        "attempt",
        metadata,
        Column("about", TEXT, primary_key=True),
        Column("asker", LargeBinary, primary_key=True),
        Column("tries", SmallInteger, nullable=False),
        Column("last_ms", BIG, nullable=False),
    )
