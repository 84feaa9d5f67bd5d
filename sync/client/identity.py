"""Which device of which province a replica is, and which people work on it."""

from __future__ import annotations

from typing import Self

import msgspec
from sqlalchemy import Connection, Table

from sync.domain.ids import FIRST_OFFICE_DEVICE, Compartment, is_academy
from sync.protocol.exchange import Account
from sync.storage.rows import get_meta, set_meta
from sync.storage.state import Scopes

_NAME = "identity"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Facts that the centre gave at enrolment. Device 0 is an unenrolled practice replica."""

    device: int = 0
    place: int = 0
    name_ar: str = ""
    name_la: str = ""
    practice: bool = True
    confidential: bool = False
    leaving: bool = False
    """This laptop may not hold the confidential compartment any more, the centre said (client/entitlement.py)."""
    epoch: int = 0
    centre: str = ""
    authority: str = ""
    """The pinned certificate authority of the centre, as PEM text; empty for the system's own."""
    server_ms: int = 0
    accounts: tuple[Account, ...] = ()

    @property
    def unenrolled(self) -> bool:
        """True for a practice replica that no centre knows."""
        return self.device < FIRST_OFFICE_DEVICE

    @property
    def is_academy(self) -> bool:
        """True for an academy's laptop, which decides what is referred to it and writes nothing else."""
        return is_academy(self.place)

    @property
    def scopes(self) -> Scopes:
        """What this device may see."""
        both = {Compartment.GENERAL, Compartment.CONFIDENTIAL} if self.confidential else {Compartment.GENERAL}
        return Scopes(self.place, frozenset(both))

    def sees_confidential(self, account: int) -> bool:
        """Whether a clerk may read the confidential compartment here: she has the role, and this laptop has it."""
        return self.confidential and any(one.id == account and one.confidential for one in self.accounts)

    def on(self, day: str) -> Self:
        """The same with nobody's confidential role that has ended by an ISO day, which is known here also where no line
        is; with none at all while the compartment leaves this laptop."""
        if not self.leaving and not any(one.confidential_until for one in self.accounts):
            return self
        return msgspec.structs.replace(self, accounts=tuple(self._of(one, day) for one in self.accounts))

    def _of(self, account: Account, day: str) -> Account:
        lasts = not account.confidential_until or day <= account.confidential_until
        return account if lasts and not self.leaving else msgspec.structs.replace(account, confidential=False)

    @classmethod
    def load(cls, connection: Connection, meta: Table) -> Self:
        """The identity kept in the file; a blank practice identity in a new file."""
        kept = get_meta(connection, meta, _NAME)
        return msgspec.json.decode(kept, type=cls) if kept else cls()

    def save(self, connection: Connection, meta: Table) -> None:
        """Keep it in the file."""
        set_meta(connection, meta, _NAME, msgspec.json.encode(self).decode())
