"""Labels of code tables, as lists write them, matched to codes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from sync.client.importing.header_words import header_key

CodeLabels = Mapping[str, Mapping[str, str]]
"""Table -> folded label (Arabic and French) -> code."""

_RANKS: Final = {
    header_key(word): rank
    for rank, spelled in {
        "1": "1er 1ère 1re premier première الأولى الأول أولى",
        "2": "2e 2ème 2eme deuxième second seconde الثانية الثاني ثانية",
        "3": "3e 3ème 3eme troisième الثالثة الثالث ثالثة",
        "4": "4e 4ème quatrième الرابعة الرابع",
        "5": "5e 5ème cinquième الخامسة",
        "x": "exceptionnel exceptionnelle principal الممتازة الممتاز ممتازة استثنائية الاستثنائية",
    }.items()
    for word in spelled.split()
}
_FILLERS: Final = frozenset(("de", "du", "des", "la", "le", "l", "d", "en", "من", "ال"))
_FEMININE: Final = re.compile("(?<=..)(?:ه|e)$")


def label_key(text: str) -> str:
    """A label by its words only: no article, gender or plural of ranks, «الدرجة 2» as «2ème grade» as «grade 2»."""
    words = [_RANKS.get(word) or _FEMININE.sub("", word) for word in header_key(text).split() if word not in _FILLERS]
    ranks = [word for word in words if word in ("1", "2", "3", "4", "5", "x")]
    return " ".join([word for word in words if word not in ranks] + ranks)


class Labels:
    """The code of a label, table by table; results are remembered, lists repeat the same few labels."""

    def __init__(self, tables: CodeLabels, closed: Collection[str] = ()) -> None:
        """`closed` are the schools that are closed."""
        self.closed = closed
        self._codes = {
            table: {**{label_key(code): code for code in labels.values()}, **self._keyed(labels)}
            for table, labels in tables.items()
        }
        self._known: dict[tuple[str, str], str | None] = {}

    @staticmethod
    def _keyed(labels: Mapping[str, str]) -> dict[str, str]:
        return {label_key(label): code for label, code in labels.items()}

    def code(self, table: str, text: str) -> str | None:
        """The code of a label or of a code itself; None when the table has neither."""
        key = table, text
        if key not in self._known:
            self._known[key] = self._codes.get(table, {}).get(label_key(text))
        return self._known[key]
