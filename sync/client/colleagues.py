"""Who works in this province, as the centre tells it once a day: who came may be let in, a role that ended ends.

It is told too when this laptop's own right to the confidential compartment has come or ended (entitlement.py).
"""

from __future__ import annotations

from functools import partial

import msgspec
from sqlalchemy import Connection

from sync.client import entitlement
from sync.client.clock import morocco_day
from sync.client.identity import Identity
from sync.client.replica import Changes, Replica
from sync.protocol.messages import People
from sync.storage.ledger import OfficeTables
from sync.storage.rows import get_meta, set_meta

_NAME = "colleagues_day"


def wanted(replica: Replica) -> bool:
    """Whether a request asks who works here: once on each day of the centre's."""
    if replica.identity.unenrolled:
        return False
    with replica.database.read() as connection:
        return get_meta(connection, replica.tables.meta, _NAME) != morocco_day(replica.identity.server_ms)


def keep(replica: Replica, told: People) -> Changes:
    """Keep what the centre told; the screens hear of it when anything is new."""
    with replica.database.write() as connection:
        set_meta(connection, replica.tables.meta, _NAME, morocco_day(told.server_ms))
        identity = Identity.load(connection, replica.tables.meta)
    entitled = identity.confidential and not identity.leaving
    if tuple(told.accounts) == identity.accounts and told.confidential in (None, entitled):
        return Changes()
    return replica.become(partial(_among, told=told))


def _among(
    connection: Connection, tables: OfficeTables, identity: Identity, told: People
) -> tuple[Identity, frozenset[int]]:
    known = msgspec.structs.replace(identity, accounts=tuple(told.accounts))
    known = entitlement.heard(connection, tables, known, confidential=told.confidential)
    known.save(connection, tables.meta)
    return known, frozenset()
