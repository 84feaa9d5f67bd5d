"""What a check may say: a Problem is a value, never an exception; its words live in the translation files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"  # the operation cannot stand
    MISSING = "missing"  # may be saved, blocks a later decision
    WARNING = "warning"  # worth a look, blocks nothing


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a check.

    `code` is stable and translated on screen; `field` names the field it concerns (None: the whole record);
    `params` are the values that the sentence needs.
    """

    code: str
    field: str | None = None
    params: tuple[tuple[str, str | int], ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def blocks(self) -> bool:
        """True when the operation must not be applied."""
        return self.severity is Severity.ERROR


DONE_BY_COPY = "done_by_copy"
"""A copy of the laptop had this decided before; `row` is the row that the copy made of it."""


def error(code: str, field: str | None = None, /, **params: str | int) -> Problem:
    """A problem that blocks the operation."""
    return Problem(code, field, tuple(sorted(params.items())), Severity.ERROR)


def missing(code: str, field: str | None = None, /, **params: str | int) -> Problem:
    """A gap that a clerk may leave in a draft or a record, but not in a decision."""
    return Problem(code, field, tuple(sorted(params.items())), Severity.MISSING)


def warning(code: str, field: str | None = None, /, **params: str | int) -> Problem:
    """A remark that blocks nothing."""
    return Problem(code, field, tuple(sorted(params.items())), Severity.WARNING)
