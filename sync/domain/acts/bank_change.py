"""CA-RIB: another bank account for pay (domain.md 3.5; 2.1, RIB)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value


@act("bank_change", 55, "CA-RIB")
class BankChange(AdministrativeAct):
    """The key of the account is checked when it is typed."""

    PAY = "account"
    PAPERS = ("bank_certificate",)
    LETTER = "account_notice"

    rib: str | None = fields.rib(20, section="pay", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """Another account than the present one, that nobody else is paid on (domain.md 2.3, 1)."""
        if self.rib and case.situation(self.effective_on).get("rib") == self.rib:
            yield error("same_account", "rib")
        for other in case.state.find("situation", "rib", self.rib) if self.rib else ():
            if other.id != case.row.dossier:
                yield warning("account_of_another", "rib", row=other.id)

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Paid on this account."""
        return {"rib": self.rib}
