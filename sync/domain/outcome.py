"""The words of a decision: who wrote an operation and what she had not seen, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from sync.domain.authority import Author
from sync.domain.errors import Problem, error
from sync.domain.ids import device_of
from sync.domain.merge import Clash, Newer
from sync.domain.operation import Effect, Operation, Reader
from sync.domain.record import WITHDRAWN, RecordKind, Writer

_NEVER_AT_FIRST = (WITHDRAWN, "merged_into", "arrived")
"""Fields that nobody gives a new row: others set them later."""
STUB = "transfer_stub"
"""What a province keeps of somebody who left it."""
ENTRY = "directory_entry"
"""What an academy reads of everybody in its region."""


def _nothing() -> Collection[int]:
    return frozenset()


class Context(NamedTuple):
    """Who wrote the operation, and what she had not seen: changes of a row newer than the operation's base.

    `author` is None where nobody's rights are asked for (a practice office). `unread` gives the reference rows that
    were published after those she had. `taken`: the operation was saved before now, so a paper may be out already.
    `behind`: what its office wrote before it on the same dossier was rejected, and she did not know.
    """

    device: int
    newer: Callable[[str, int], Sequence[Newer]]
    by_centre: bool = False
    author: Author | None = None
    unread: Callable[[], Collection[int]] = _nothing
    taken: bool = False
    behind: bool = False


class Outcome(NamedTuple):
    """What became of an operation. With a blocking problem there are no effects and no clashes.

    `irregular` is the code for which a step stands although it should not have been taken (sync.md 3.3).
    """

    problems: tuple[Problem, ...] = ()
    effects: tuple[Effect, ...] = ()
    clashes: tuple[Clash, ...] = ()
    merged: bool = False
    irregular: str = ""

    @property
    def blocked(self) -> bool:
        """True when a problem forbids it."""
        return bool(self.problems) and any(p.blocks for p in self.problems)


def may_write(kind: RecordKind, context: Context, writer: Writer) -> Iterable[Problem]:
    """Each kind has one writer."""
    allowed = {writer, Writer.CENTRE} if context.by_centre else {writer}
    if kind.writer not in allowed:
        by_acts = kind.writer in (Writer.ACT, Writer.STEP, Writer.FOLD)
        yield error("written_by_acts_only" if by_acts else "written_by_centre_only")


def new_row(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Iterable[Problem]:
    """A new row has an id of its author's device, a dossier that exists, and a scope its author has."""
    if state.row(kind.name, operation.row) is not None or (kind.is_root and state.rows_of(STUB, operation.row)):
        yield error("row_exists")
    if device_of(operation.row) != context.device:
        yield error("row_of_another_device")
    if kind.root is None:
        if operation.dossier != operation.row:
            yield error("wrong_dossier")
    elif operation.fields.get(kind.root) != operation.dossier or state.row("employee", operation.dossier) is None:
        yield error("unknown_row", kind.root)
    if state.scope_for(kind, operation.dossier) is None:
        yield error("not_your_scope")
    for name in _NEVER_AT_FIRST:
        if operation.fields.get(name):
            yield error("unknown_field", name)


def row_effect(operation: Operation, kind: RecordKind, state: Reader) -> list[Effect]:
    """The row that an operation creates, as it says."""
    scope = state.scope_for(kind, operation.dossier)
    if scope is None:
        return []
    fields = {name: value for name, value in operation.fields.items() if value not in (None, "")}
    return [Effect(kind.name, operation.row, operation.dossier, scope, fields, operation.extra)]
