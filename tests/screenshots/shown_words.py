"""What a window says: every visible text with the widget that says it, and which texts were left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from massar_desktop.system.locale import Language
from massar_desktop.system.resources import resource
from massar_desktop.widgets.chip import Chip, ChipSpec
from massar_desktop.widgets.labels import CutLabel
from massar_desktop.widgets.table import CellRole

_MARKS: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HOLE: Final = re.compile(r"%(?:n|\d)")
_CODE_NAME: Final = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")
_FEWEST_LETTERS: Final = 4
"""A pattern with fewer letters of its own ("%1 · %2") fits anything."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text on the screen, and where in the widget it stands when it is only a part of it."""

    widget: QWidget
    text: str
    part: QRect | None = None
    chip: ChipSpec | None = None


def plain(text: str) -> str:
    """Return a text without the marks that order it."""
    return _MARKS.sub("", text).strip()


def visible(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window of which something can be seen."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def said_by(widget: QWidget) -> Iterator[Said]:
    """Yield the texts that a widget shows itself."""
    if isinstance(widget, CutLabel):
        yield Said(widget, widget.whole_text())
    elif isinstance(widget, QLabel | QAbstractButton):
        yield Said(widget, widget.text())
    elif isinstance(widget, Chip):
        yield Said(widget, widget.spec().text)
    elif isinstance(widget, QLineEdit):
        yield Said(widget, widget.text() or widget.placeholderText())
    elif isinstance(widget, QComboBox):
        yield Said(widget, widget.currentText())
    elif isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield Said(widget, widget.tabText(number), widget.tabRect(number))
    elif isinstance(widget, QHeaderView):
        yield from _of_header(widget)
    elif isinstance(widget, QTableView):
        yield from _of_table(widget)
    elif isinstance(widget, QTextBrowser):
        yield Said(widget, widget.toPlainText())


def _of_header(header: QHeaderView) -> Iterator[Said]:
    model = header.model()
    for section in range(header.count()):
        text = model.headerData(section, header.orientation(), Qt.ItemDataRole.DisplayRole)
        if isinstance(text, str):
            place = QRect(header.sectionViewportPosition(section), 0, header.sectionSize(section), header.height())
            yield Said(header, text, place)


def _of_table(table: QTableView) -> Iterator[Said]:
    model = table.model()
    seen = table.viewport().rect()
    first = max(table.rowAt(seen.top()), 0)
    for row in range(first, model.rowCount()):
        if table.rowViewportPosition(row) >= seen.bottom():
            return
        for column in range(table.horizontalHeader().count()):
            index = model.index(row, column)
            yield from _of_cell(table, model, index)


def _of_cell(table: QTableView, model: QAbstractItemModel, index: QModelIndex) -> Iterator[Said]:
    place = table.visualRect(index)
    for role in (Qt.ItemDataRole.DisplayRole, CellRole.SECOND):
        text = model.data(index, role)
        if isinstance(text, str) and text:
            yield Said(table, text, place)
    chip = model.data(index, CellRole.CHIP)
    if isinstance(chip, ChipSpec):
        yield Said(table, chip.text, place, chip)


class English:
    """The English words of the source code that a language says otherwise."""

    def __init__(self, language: Language) -> None:
        sources, translations = _catalogue(language)
        self._exact = {text for text in sources if not _HOLE.search(text)} - translations
        self._patterns = [
            re.compile(".+".join(re.escape(part) for part in _HOLE.split(text)))
            for text in sources - translations
            if _HOLE.search(text) and sum(sign.isalpha() for sign in _HOLE.sub("", text)) >= _FEWEST_LETTERS
        ]

    def left(self, text: str) -> bool:
        """Return whether a shown text is English, or the name of a field or code."""
        shown = plain(text)
        if shown in self._exact or _CODE_NAME.fullmatch(shown):
            return True
        return any(pattern.fullmatch(shown) for pattern in self._patterns)


@cache
def _catalogue(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """All source texts and all translations of a language, from the translation files of the project."""
    sources, translations = set(), set()
    for path in resource("translations").glob(f"*_{language}.ts"):
        for message in ET.parse(path).iter("message"):
            sources.add(plain(message.findtext("source") or ""))
            said = message.find("translation")
            if said is not None:
                translations |= {plain("".join(form.itertext())) for form in (said, *said)}
    return frozenset(sources - {""}), frozenset(translations - {""})
