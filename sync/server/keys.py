"""The centre's own secret: 32 bytes in a file beside its other secrets, from which all its bundle keys derive.

The file is made once and kept as carefully as the key of the certificate: who has it reads every bundle. Without it
offices learn new keys on their next exchange over a line; an office that has no line needs a new card.
"""

from __future__ import annotations

import os
import secrets
from collections import Counter
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection, select

from sync.domain.ids import NATION, Compartment, compartment_of, place_of, region_of
from sync.protocol import age
from sync.protocol.messages import Keys, ScopeKey
from sync.storage.ledger import CentreTables

_BYTES = 32


class CentreKeys:
    """The keys of a centre."""

    def __init__(self, path: Path) -> None:
        """Read the file of the secret, or make it, readable by its owner only. Raises OSError, ValueError."""
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(_BYTES))
                file.flush()
                os.fsync(file.fileno())
        self._secret = bytes.fromhex(path.read_text("ascii").strip())
        if len(self._secret) != _BYTES:
            raise ValueError(f"{path} is not the secret of a centre")
        self.seed = self._derived(b"massar centre key 1")
        """What the centre signs replies and opens requests with."""
        self.public = age.public_half(self.seed)
        self.identity = self._derived(b"massar identity key 1")
        """The key of the table of identities."""
        self.console = self._derived(b"massar console key 1")
        """What the sessions of administrators are signed with."""

    def scope_seed(self, scope: int, generation: int) -> bytes:
        """The secret bytes of a scope's key."""
        return self._derived(b"massar scope key 1 %d %d" % (scope, generation))

    def scope_public(self, scope: int, generation: int) -> bytes:
        """The public half of a scope's key."""
        return age.public_half(self.scope_seed(scope, generation))

    def told(self, scopes: dict[int, int]) -> Keys:
        """What a laptop is told that reads these scopes, by generation."""
        return Keys(self.public, [ScopeKey(s, g, self.scope_seed(s, g)) for s, g in sorted(scopes.items())])

    def _derived(self, use: bytes) -> bytes:
        return HKDF(algorithm=SHA256(), length=_BYTES, salt=None, info=use).derive(self._secret)


def generations(connection: Connection, tables: CentreTables, scopes: tuple[int, ...], day: str) -> dict[int, int]:
    """The generation of each scope's key on an ISO day: how many laptops of its place were revoked, and of the key of a
    confidential scope also how many roles there have ended: a laptop may have lost the right to it with one."""
    t = tables.directory.device
    revoked = connection.execute(select(t.c.place).where(t.c.revoked_ms.is_not(None))).scalars().all()
    reads = [{NATION, region_of(place), place} for place in revoked]
    role = tables.directory.role
    confidential = [scope for scope in scopes if compartment_of(scope) is Compartment.CONFIDENTIAL]
    over = select(role.c.scope).where(role.c.scope.in_(confidential), role.c.last_day < day)
    ended = Counter(connection.execute(over).scalars() if confidential else ())
    return {scope: sum(place_of(scope) in places for places in reads) + ended[scope] for scope in scopes}
