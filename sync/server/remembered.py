"""What a request has decided, as it was stored and committed: its answer need not read all of it back.

What was decided before, by an earlier request, is read where it stands; both are the same words.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sync.domain import canonical
from sync.protocol.messages import Verdict, WireProblem
from sync.server.decision import Decided
from sync.storage.ledger import DECIDED, UNDECIDED

STORED, WAITING = "stored", "waiting"
NOTHING = "[]"
"""No problems, as they are kept."""
Number = tuple[int, int]
"""A lane and a number in it."""


@dataclass(slots=True)
class Remembered:
    """By lane and number: the answers, and the canonical bytes of what each operation changed."""

    verdicts: dict[Number, Verdict] = field(default_factory=dict)
    effects: dict[Number, bytes] = field(default_factory=dict)

    def add(self, other: Remembered) -> None:
        """What one more transaction decided."""
        self.verdicts |= other.verdicts
        self.effects |= other.effects


def stored_answer(decided: Decided, now_ms: int) -> dict[str, Any]:
    """What became of an operation, as the columns of its table."""
    held = decided.verdict in UNDECIDED
    problems = [[p.code, p.field, dict(p.params), p.severity] for p in decided.problems]
    return {
        "state": decided.verdict if held else DECIDED,
        "verdict": None if held else decided.verdict,
        "scope": decided.scope,
        "seq": decided.seq,
        "problems": json.dumps(problems) if problems else NOTHING,
        "decided_ms": now_ms,
    }


def verdict(number: Number, word: str, at: tuple[int, int], problems: str) -> Verdict:
    """A stored answer for the line; `at`: scope and number of the last change, `problems` as they are kept."""
    told = [] if problems == NOTHING else [WireProblem(*one) for one in json.loads(problems)]
    return Verdict(*number, word, *at, told)


def verdicts_of(answers: Iterable[Mapping[str, Any]]) -> dict[Number, Verdict]:
    """The answers for the line of those operations that have one."""
    return {
        (one["lane"], one["n"]): verdict(
            (one["lane"], one["n"]), one["verdict"], (one["scope"], one["seq"]), one["problems"]
        )
        for one in answers
        if one["state"] == DECIDED
    }


def effects(changes: Iterable[Mapping[str, Any]], device: int, scopes: Collection[int]) -> dict[Number, bytes]:
    """What a device's operations changed in some scopes, as offices predict it."""
    found: dict[Number, bytearray] = {}
    mine = [change for change in changes if change["device"] == device and change["scope"] in scopes]
    for change in sorted(mine, key=lambda change: (change["scope"], change["seq"])):
        out = found.setdefault((change["lane"], change["n"]), bytearray())
        write_effect(out, (change["kind"], change["row"], change["dossier"], change["scope"]), change["fields"])
    return {number: bytes(out) for number, out in found.items()}


def write_effect(out: bytearray, about: tuple[int, int, int, int], fields: bytes) -> None:
    """One change: `about` kind, row, dossier and scope (operation.write_effects)."""
    for number in (*about, len(fields)):
        canonical.write_varint(out, number)
    out += fields
