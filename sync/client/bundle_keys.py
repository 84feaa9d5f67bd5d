"""What an office keeps for bundles, inside its encrypted file: the centre's public key and the keys of its scopes."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from sync.client.replica import Changes, Replica
from sync.protocol.messages import Keys, ScopeKey
from sync.storage.ledger import OfficeTables
from sync.storage.rows import get_meta, set_meta

_NAME = "bundle_keys"


class BundleKeys(msgspec.Struct, frozen=True):
    """The keys as they are kept; keys of earlier generations stay: a neighbour's older file may come late."""

    centre: bytes = b""
    scopes: tuple[ScopeKey, ...] = ()
    newer: bool = False
    """A part was met that needs a newer key: the next request asks for it."""

    def seed(self, scope: int, generation: int) -> bytes | None:
        """The secret bytes that open a part for a scope; None when they are not here."""
        return next((k.seed for k in self.scopes if (k.scope, k.generation) == (scope, generation)), None)


def load(replica: Replica) -> BundleKeys:
    """The keys that an office has."""
    with replica.database.read() as connection:
        return _kept(connection, replica.tables)


def wanted(replica: Replica) -> bool:
    """Whether a request asks for keys."""
    keys = load(replica)
    return not (keys.centre and keys.scopes) or keys.newer


def keep(replica: Replica, told: Keys) -> Changes:
    """Keep what the centre told."""
    with replica.database.write() as connection:
        kept = _kept(connection, replica.tables)
        scopes = {(key.scope, key.generation): key for key in (*kept.scopes, *told.scopes)}
        _save(connection, replica.tables, BundleKeys(told.centre, tuple(scopes.values())))
    return Changes()


def forget(connection: Connection, tables: OfficeTables, scope: int) -> None:
    """Drop the keys of a scope, in the caller's transaction."""
    kept = _kept(connection, tables)
    left = tuple(key for key in kept.scopes if key.scope != scope)
    _save(connection, tables, msgspec.structs.replace(kept, scopes=left))


def trust(replica: Replica, centre: bytes) -> None:
    """Keep the key of a centre that has proved itself at the enrolment."""
    with replica.database.write() as connection:
        kept = _kept(connection, replica.tables)
        _save(connection, replica.tables, msgspec.structs.replace(kept, centre=centre))


def ask_for_newer(replica: Replica) -> None:
    """From the next request on ask for newer keys."""
    with replica.database.write() as connection:
        kept = _kept(connection, replica.tables)
        _save(connection, replica.tables, msgspec.structs.replace(kept, newer=True))


def _kept(connection: Connection, tables: OfficeTables) -> BundleKeys:
    kept = get_meta(connection, tables.meta, _NAME)
    return msgspec.json.decode(kept, type=BundleKeys) if kept else BundleKeys()


def _save(connection: Connection, tables: OfficeTables, keys: BundleKeys) -> None:
    set_meta(connection, tables.meta, _NAME, msgspec.json.encode(keys).decode())
