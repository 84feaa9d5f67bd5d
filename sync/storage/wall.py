"""The second wall, on PostgreSQL: in a transaction of one laptop the database itself shows no other scope (ADR 29).

The code asks for scopes in every query already. This is for the query that forgets: the transaction takes a role that
owns no table, names its scopes, and row-level security, forced also on the owner, leaves out all others. Both end with
the transaction, so that nothing of them stays on a pooled connection. On SQLite there are no roles, and no such wall.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Connection

from sync.domain.ids import NATION, Compartment, academy_of, scope_id
from sync.storage.ledger import CentreTables
from sync.storage.rows import get_meta, set_meta
from sync.storage.within import SERVES

OPERATES = "massar_operates"
"""The role of whoever runs the centre: like SERVES it cannot sign in and owns no table."""
_META = "wall"
# Read once a statement (an InitPlan); the outer cast changes nothing, it says that this is an array and no set of rows.
_SCOPES = "(SELECT string_to_array(current_setting('massar.scopes', true), ',')::int[])::int[]"
_BY_SCOPE = f"scope = ANY ({_SCOPES})"
_BY_PLACE = f"place * 10 = ANY ({_SCOPES})"
_DECIDING = "(SELECT current_setting('massar.deciding', true)) = 'on'"
_ALL = "true"
_OF_ACADEMIES = f"scope >= {scope_id(academy_of(NATION), Compartment.GENERAL)}"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the role of laptops may do with a table: which statements, on which rows, which to read or to take out."""

    rights: str
    rows: str | None = None
    reads: str | None = None
    deletes: str | None = None


_OPEN: Mapping[str, _Rule] = {
    # Known before the scope of a request is: who asks, and what she may do.
    "meta": _Rule("SELECT, INSERT, UPDATE"),
    "province": _Rule("SELECT"),
    "device": _Rule("SELECT, INSERT, UPDATE"),
    "keeper": _Rule("SELECT, INSERT"),
    "account": _Rule("SELECT (id, place, name_ar, name_la)"),  # passwords are the console's
    "held_role": _Rule("SELECT"),
    "ticket": _Rule("SELECT, UPDATE"),
    "attempt": _Rule("SELECT, INSERT, UPDATE, DELETE"),
    # Of a laptop, or of a dossier that may be anywhere.
    "parting": _Rule("SELECT, INSERT, UPDATE"),
    "moved": _Rule("SELECT, INSERT, UPDATE"),
    "taken": _Rule("SELECT, INSERT, UPDATE"),
    "same_row": _Rule("SELECT, INSERT, UPDATE"),
    "transfer": _Rule("SELECT, INSERT"),
    "epoch": _Rule("SELECT"),
    "audit_anchor": _Rule("SELECT, INSERT"),
}
"""Tables without the wall, each for its reason."""
_WALLED: Mapping[str, _Rule] = {
    "operation": _Rule("SELECT, INSERT, UPDATE", _BY_PLACE),
    "change": _Rule("SELECT, INSERT", _BY_SCOPE),
    "head": _Rule("SELECT, UPDATE", _BY_SCOPE, reads=_ALL),  # how far each scope goes says nothing of anybody
    "digest": _Rule("SELECT, INSERT, UPDATE", _BY_SCOPE),
    "archived": _Rule("SELECT", _BY_SCOPE),
    "audit_line": _Rule("SELECT, INSERT", _BY_SCOPE),  # never changed, never taken out
    "audit_head": _Rule("SELECT, INSERT, UPDATE", _BY_SCOPE, reads=_ALL),  # all of them are anchored
    "identity": _Rule("SELECT, INSERT, DELETE", _DECIDING),
    **dict.fromkeys(("paper", "chunk", "piece"), _Rule("SELECT, INSERT, UPDATE, DELETE", _BY_SCOPE)),
}
_RECORD = _Rule("SELECT, INSERT, UPDATE, DELETE", _BY_SCOPE, deletes=_OF_ACADEMIES)
"""Rows of records are withdrawn, never deleted: a transfer, which moves them, is not a laptop's. What an academy reads
is a copy, which goes when a decision goes back to the province (ADR 36)."""


def rule_of(tables: CentreTables, name: str) -> _Rule:
    """The rule of a table; KeyError for one that nobody has thought of."""
    if name in tables.records.records:
        return _RECORD
    return _OPEN.get(name) or _WALLED[name]


def is_walled(tables: CentreTables, name: str) -> bool:
    """Whether the rows of a table stand behind the wall."""
    return rule_of(tables, name).rows is not None


def raise_wall(connection: Connection, tables: CentreTables) -> bool:
    """Bring roles, rights and policies to what this version declares; True when something was to do.

    In the transaction of a migration, as the owner of the tables, who may make roles or finds both made.
    """
    if connection.dialect.name != "postgresql":
        return False
    statements = "\n".join(_statements(tables))
    known = blake2b(statements.encode(), digest_size=16).hexdigest()
    if get_meta(connection, tables.meta, _META) == known:
        return False
    connection.exec_driver_sql(f"DO $wall$ BEGIN\n{statements}\nEND $wall$")
    set_meta(connection, tables.meta, _META, known)
    return True


def _statements(tables: CentreTables) -> Iterator[str]:
    for role in (SERVES, OPERATES):
        yield f"IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} NOLOGIN; END IF;"
        grant = f"EXECUTE 'GRANT {role} TO ' || quote_ident(current_user);"
        yield f"IF NOT pg_has_role(current_user, '{role}', 'MEMBER') THEN {grant} END IF;"
    for table in tables.records.metadata.sorted_tables:
        name, rule = f'"{table.name}"', rule_of(tables, table.name)
        yield f"REVOKE ALL ON {name} FROM {SERVES}; GRANT {rule.rights} ON {name} TO {SERVES};"
        yield f"GRANT ALL ON {name} TO {OPERATES};"
        if rule.rows is None:
            continue
        yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY; ALTER TABLE {name} FORCE ROW LEVEL SECURITY;"
        for policy in ("own", "reads", "deletes", "all_of_it"):
            yield f"DROP POLICY IF EXISTS {policy} ON {name};"
        yield f"CREATE POLICY own ON {name} TO {SERVES} USING ({rule.rows}) WITH CHECK ({rule.rows});"
        if rule.reads is not None:
            yield f"CREATE POLICY reads ON {name} FOR SELECT TO {SERVES} USING ({rule.reads});"
        if rule.deletes is not None:
            yield f"CREATE POLICY deletes ON {name} AS RESTRICTIVE FOR DELETE TO {SERVES} USING ({rule.deletes});"
        yield f"CREATE POLICY all_of_it ON {name} TO {OPERATES} USING (true) WITH CHECK (true);"
