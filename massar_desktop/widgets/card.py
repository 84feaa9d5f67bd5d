"""Grounds and lines: cards, notes, dividers and the page that holds them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from massar_desktop.widgets import tokens
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.translated import Translated

Ground = Literal["card", "list", "card-accent", "card-plum", "note", "pane", "list-pane"]


class Card(QFrame):
    """A white card with 1 px edge: ``card = Card("Contact"); card.body.addWidget(...)``.

    Grounds: "card", "list" (filled by a list, without padding), "card-accent" (this computer), "card-plum"
    (the centre), "note" (grey, no edge), "pane" (a side column at the end edge), "list-pane" (a column of
    choices beside the rail).
    ``head`` is the row of the title (add chips and buttons to it), ``body`` the column under it.
    """

    def __init__(self, title: str = "", ground: Ground = "card", *, across: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "card" if ground == "list" else ground)
        self._flush = ground == "list"
        self.title = Label(title, "h2")
        self.title.setVisible(bool(title))
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body: QBoxLayout = QHBoxLayout() if across else QVBoxLayout()
        self.body.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8 if title else 0)
        self._column.addLayout(self.head)
        self._column.addLayout(self.body, 1)
        self.set_compact(compact=False)

    def set_title(self, title: str) -> None:
        """Write the title; an empty one takes no place."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self._column.setSpacing(8 if title else 0)

    def set_compact(self, *, compact: bool) -> None:
        """Take the padding of the roomy or the compact window."""
        sizes = tokens.COMPACT if compact else tokens.ROOMY
        if self._flush:
            # The list keeps off the rounded corners by the width of the edge and a little.
            self._column.setContentsMargins(1, 3, 1, 3)
            return
        self._column.setContentsMargins(sizes.card_x, sizes.card_y, sizes.card_x, sizes.card_y)


class Line(QFrame):
    """A divider of one pixel, lying or standing."""

    def __init__(self, *, standing: bool = False, length: int = 0) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        if standing:
            self.setFixedWidth(1)
            if length:
                self.setFixedHeight(length)
        else:
            self.setFixedHeight(1)


class Page(Translated):
    """A screen on the canvas: margins of the look, a header row and a body.

    ``header`` holds the title (h1), the sentence beside it and, after a stretch, the actions you add with
    ``add_action``. The main window calls ``set_compact`` when its height passes 740 px. Its words follow the language.
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(title, "h1")
        self.beside = CutLabel("", "cap", "text3")
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.addWidget(self.title)
        self.header.addWidget(self.beside, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body = QVBoxLayout()
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.header)
        self.column.addLayout(self.body, 1)
        self.set_compact(compact=False)

    def help_topic(self) -> str:
        """Return the page of help that fits what is being done here; "" for that of the screen itself."""
        return ""

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the end of the header."""
        self.header.addWidget(widget)

    def set_compact(self, *, compact: bool) -> None:
        """Take the margins of the roomy or the compact window, here and in every card inside."""
        sizes = tokens.COMPACT if compact else tokens.ROOMY
        self.column.setContentsMargins(sizes.margin_x, sizes.margin_y, sizes.margin_x, sizes.margin_y)
        self.column.setSpacing(sizes.gap)
        self.body.setSpacing(sizes.gap)
        for card in self.findChildren(Card):
            card.set_compact(compact=compact)


def two_lines(first: QWidget, second: QWidget) -> QWidget:
    """Return two labels one under the other, kept together in a taller row."""
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second)
    return box
