"""What is left of a person's leave, as bars with their figures, and the acts of hers that run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from massar_desktop.system.wording import kind_label, state_label
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.card import Line
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.meter import Meter, Part
from massar_desktop.widgets.tokens import Tone
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.glance import Glance, Running
    from sync.domain.leave_count import Balance
    from sync.domain.ledger import SickAccount

_MOST: Final = 3


class _Bar(QWidget):
    """A balance: what it is, what is left, and a bar of what was taken."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._left, self._meter = CutLabel("", "sub", "text2"), Label("", "sub", weight=600), Meter(6)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._word, 0, 0)
        grid.addWidget(self._left, 0, 1)
        grid.addWidget(self._meter, 1, 0, 1, 2)

    def say(self, word: str, left: str, amounts: tuple[int, int], tone: Tone) -> None:
        self._word.setText(word)
        self._left.setText(left)
        self._meter.set_parts([Part(amounts[0], tone)], whole=amounts[1], sentence=f"{word}: {left}")
        self.setAccessibleName(f"{word}: {left}")


class BalancesPart(QWidget):
    """A divider and up to three balances; it hides when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = [_Bar() for _ in range(_MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Line())
        for bar in self._bars:
            column.addWidget(bar)
        self.show_glance(None)

    def show_glance(self, glance: Glance | None) -> None:
        """Show the balances of a person; None shows nothing."""
        self.show_amounts(*((glance.balances, glance.sick) if glance is not None else ((), ())))

    def show_amounts(self, balances: Sequence[Balance], sick: Sequence[SickAccount]) -> None:
        """Show what is left of leave by year, and of health leave."""
        said = self._said(balances, sick)
        for bar, one in zip(self._bars, said, strict=False):
            bar.say(*one)
        for number, bar in enumerate(self._bars):
            bar.setVisible(number < len(said))
        self.setVisible(bool(said))

    def sentence(self) -> str:
        """What is said, as a screen reader reads it."""
        return (
            "; ".join(bar.accessibleName() for bar in self._bars if not bar.isHidden()) if not self.isHidden() else ""
        )

    def _said(
        self, balances: Sequence[Balance], sick: Sequence[SickAccount]
    ) -> list[tuple[str, str, tuple[int, int], Tone]]:
        lines: list[tuple[str, str, tuple[int, int], Tone]] = []
        of = QCoreApplication.translate("Balances", "%1 left of %2")
        for one in balances:
            word = QCoreApplication.translate("Balances", "Annual leave %1").replace("%1", ltr(str(one.year)))
            left = of.replace("%1", ltr(str(one.left))).replace("%2", ltr(str(one.entitled)))
            lines.append((word, left, (one.left, one.entitled), "accent"))
        for account in sick[:2]:
            word = QCoreApplication.translate("Balances", "%1, at full pay").replace("%1", ltr(account.code))
            whole = account.full_left + account.counted
            left = of.replace("%1", ltr(str(account.full_left))).replace("%2", ltr(str(whole)))
            lines.append((word, left, (account.full_left, whole), "info"))
        return lines[:_MOST]


def running_line(one: Running) -> str:
    """A running act in one line: its kind, its state, its first day."""
    first = one.row.text("from_on")
    parts = (kind_label(one.row.kind), state_label(one.state), ltr(show_day(first)) if first else "")
    return " · ".join(part for part in parts if part)
