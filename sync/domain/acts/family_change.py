"""CA-FAM: a family change reaches pay; it points to the dependants, it does not repeat them (domain.md 3.5, S8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error
from sync.domain.fields import Value

CHANGES = ("marriage", "birth", "divorce", "death", "custody", "schooling")
_ABOUT_A_CHILD = ("birth", "custody", "schooling")


@act("family_change", 54, "CA-FAM")
class FamilyChange(AdministrativeAct):
    """`children` is how many count for the allowance from this day on."""

    PAY = "allowance"
    PAPERS = ("proof",)
    LETTER = "family_decision"

    change: str | None = fields.choice(20, *CHANGES, section="family", required=True)
    dependant: int | None = fields.ref(21, "dependant", section="family", indexed=False)
    children: int | None = fields.integer(22, section="family", required=True)

    def proposes(self, case: Case) -> dict[str, Value]:
        """The children that are marked as counted, up to the limit."""
        counted = self._counted(case)
        limit = case.limit(self.CODE, "children", self.effective_on)
        return {"children": min(counted, limit.value) if limit else counted}

    def _counted(self, case: Case) -> int:
        family = case.state.rows_of("dependant", case.row.dossier)
        return sum(bool(d.get("counted_for_allowance")) and not d.withdrawn for d in family)

    def check(self, case: Case) -> Iterable[Problem]:
        """Points to somebody of her family; the count is that of the dated children (domain.md 5, controls)."""
        named = case.state.row("dependant", self.dependant) if self.dependant else None
        if named is not None and named.dossier != case.row.dossier:
            yield error("unknown_row", "dependant")
        if self.change in _ABOUT_A_CHILD and named is None:
            yield error("required", "dependant")
        limit = case.limit(self.CODE, "children", self.effective_on)
        if self.children is None:
            return
        if limit and self.children > limit.value:
            yield limit.problem("too_many_children", "children")
        counted = min(self._counted(case), limit.value) if limit else self._counted(case)
        if self.children != counted:
            yield error("children_differ", "children", counted=counted)

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """The children that count for the allowance."""
        return {"children_counted": self.children}
