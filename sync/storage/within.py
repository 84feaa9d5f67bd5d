"""How a transaction of one laptop goes behind the wall of PostgreSQL (wall.py says what stands there)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, text

from sync.storage.prepared import run_text, together

SERVES = "massar_serves"
"""The role of transactions of laptops: it cannot sign in, and owns no table."""


@dataclass(frozen=True, slots=True)
class Within:
    """What a transaction may see and write: rows of these scopes; `deciding` opens the table of identities too."""

    scopes: tuple[int, ...]
    deciding: bool = False


_ENTER = (
    f"SELECT set_config('role', '{SERVES}', true), set_config('massar.scopes', %(scopes)s, true), "
    "set_config('massar.deciding', %(deciding)s, true)"
)


def enter(connection: Connection, within: Within) -> None:
    """Go behind the wall until this transaction ends."""
    if connection.dialect.name == "postgresql":
        told = {"scopes": ",".join(map(str, within.scopes)), "deciding": "on" if within.deciding else "off"}
        with together(connection):  # it goes with the transaction's beginning
            run_text(connection, _ENTER, **told)


_TOLD = text("SELECT current_setting('massar.scopes', true)")
_WIDER = text("SELECT set_config('massar.scopes', :scopes, true)")


@contextmanager
def widened(connection: Connection, scopes: Iterable[int]) -> Iterator[None]:
    """See rows of more scopes for a while: what a laptop changed has consequences where it may not look."""
    if connection.dialect.name != "postgresql":
        yield
        return
    own = connection.execute(_TOLD).scalar_one() or ""
    connection.execute(_WIDER, {"scopes": ",".join([*filter(None, [own]), *map(str, scopes)])})
    yield
    connection.execute(_WIDER, {"scopes": own})
