"""Verdicts in columns: what was applied, number after number, costs next to nothing."""

from __future__ import annotations

from typing import Final

import msgspec

from sync.domain.canonical import NUMBER_LIMIT
from sync.protocol.column_frame import Hints, Machine
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import Verdict, WireProblem
from sync.protocol.range_coder import Coder
from sync.protocol.shares import Store

_OTHER_NUMBER: Final = 1
_OTHER_OUTCOME: Final = 2
_OTHER_SEQ: Final = 4
_PROBLEMS: Final = 8
_STARTS: Final = 16
"""How a verdict differs from what the one before lets expect."""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[WireProblem]).decode


class VerdictMachine(Machine[Verdict]):
    """Codes the verdicts of one frame; those to write must satisfy `fits`."""

    def __init__(self, coder: Coder, store: Store, hints: Hints) -> None:
        super().__init__(coder, store, hints)
        self._last = Verdict(0, 0, "", 0, 0, [])
        self._words = store.place("verdict").at()
        self._scopes = store.place("verdict scope").at()

    def code(self, item: Verdict | None) -> tuple[Verdict, int]:
        """See Machine."""
        columns, last = self.columns, self._last
        one = item or last
        start = columns.choice("verdict start", last.n > 0, self._start(item), _STARTS)
        lane, n, word, scope, seq = last.lane, last.n + 1, last.verdict, last.scope, last.seq + 1
        if start & _OTHER_NUMBER:
            lane = columns.number("lane", one.lane)
            n = last.n + columns.signed(("n", last.n > 0), one.n - last.n)
        problems: list[WireProblem] = []
        if start & _OTHER_OUTCOME:
            word = columns.cached((self._words,), one.verdict, self._word)
            scope = columns.cached((self._scopes,), one.scope, lambda new: columns.number("any scope", new))
        if start & _OTHER_SEQ:
            seq = last.seq + columns.signed(("verdict seq", last.seq > 0), one.seq - last.seq)
        if start & _PROBLEMS:
            problems = _problems(columns.raw("problems", _encode(one.problems)))
        made = Verdict(lane, n, word, scope, seq, problems)
        self._last = made if seq else Verdict(lane, n, word, scope, last.seq, problems)
        return made, 1

    def _start(self, one: Verdict | None) -> int:
        if one is None:
            return 0
        last = self._last
        return (
            (_OTHER_NUMBER if (one.lane, one.n) != (last.lane, last.n + 1) else 0)
            | (_OTHER_OUTCOME if (one.verdict, one.scope) != (last.verdict, last.scope) else 0)
            | (_OTHER_SEQ if one.seq != last.seq + 1 else 0)
            | (_PROBLEMS if one.problems else 0)
        )

    def _word(self, word: str) -> str:
        try:
            return self.columns.raw("word", word.encode()).decode()
        except UnicodeDecodeError as wrong:
            raise WireError(WireCode.MALFORMED) from wrong


def fits(one: Verdict) -> bool:
    """Whether columns can say a verdict: its numbers are not negative and not too large."""
    numbers = one.lane, one.n, one.scope, one.seq
    return min(numbers) >= 0 and max(numbers) < NUMBER_LIMIT and one.verdict.isascii()


def _problems(data: bytes) -> list[WireProblem]:
    try:
        return _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
