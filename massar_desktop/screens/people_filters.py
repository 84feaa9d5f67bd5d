"""The filters of the people list: a chip for each that is set, a quiet button for each that is not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import choice_label, field_label
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.chip import FilterChip
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.labels import CutLabel
from massar_desktop.widgets.translated import Translated
from sync.domain.entities.situation import POSITIONS
from sync.domain.names import fold

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.reference import Reference

_NAMES: Final = ("school", "cadre", "grade", "position", "incomplete", "anomaly", "retires")
_FLAGS: Final = ("incomplete", "anomaly")
_ICONS: Final = {
    "school": "map-pin",
    "cadre": "badge-check",
    "grade": "badge-check",
    "position": "user",
    "incomplete": "circle-alert",
    "anomaly": "triangle-alert",
    "retires": "calendar-clock",
}
_PICKER_WIDTH: Final = 300


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters that are set; empty values are not."""

    school: str = ""
    cadre: str = ""
    position: str = ""
    incomplete: bool = False
    grade: str = ""
    anomaly: bool = False
    retires: str = ""


class FilterBar(Translated):
    """Signals: ``narrowed(object)`` with what is Chosen after each change."""

    narrowed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chosen = Chosen()
        self._reference: Reference | None = None
        self._asked = ""
        self.chips = {name: FilterChip("", _ICONS[name]) for name in _NAMES}
        self.buttons = {name: Button(kind="quiet", icon=_ICONS[name]) for name in _NAMES}
        self.picker = ChoiceEdit(fold)
        self.picker.setFixedWidth(_PICKER_WIDTH)
        self.picker.line.installEventFilter(self)
        self.picker.choice_changed.connect(self._pick)
        self._beside = CutLabel("", "cap", "text3")
        self._beside.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._build()
        self.retranslate()

    def set_reference(self, known: Reference) -> None:
        """Take the names of schools and the labels of cadres."""
        self._reference = known
        self.retranslate()

    def put(self, chosen: Chosen) -> None:
        """Show the filters of a kept list without telling."""
        self.chosen, self._asked = chosen, ""
        self.retranslate()

    def say(self, sentence: str) -> None:
        """Say which spellings a search has added; nothing for an empty text."""
        self._beside.setText(sentence)

    def said(self) -> str:
        """What is said beside the filters."""
        return self._beside.whole_text()

    def ask(self, name: str) -> None:
        """Ask for a filter: offer its values, or set it at once when it is yes or no."""
        if name in _FLAGS:
            flag: dict[str, bool] = {name: True}
            self._set(replace(self.chosen, **flag))  # type: ignore[arg-type]  # these two are flags
            return
        self._asked = name
        self.picker.set_choices(self._choices(name))
        self.picker.set_choice("")
        self.picker.setAccessibleName(self.buttons[name].text())
        self.picker.set_placeholder(self.buttons[name].text())
        self._refresh()
        self.picker.setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        words = {
            "school": field_label("situation", "school"),
            "cadre": field_label("situation", "cadre"),
            "position": self.tr("Position"),
            "grade": field_label("situation", "grade"),
            "incomplete": self.tr("Incomplete"),
            "anomaly": self.tr("Anomalies"),
            "retires": self.tr("Retires in %1").replace("%1", self.chosen.retires),
        }
        self.picker.setAccessibleName(words.get(self._asked) or self.tr("Filter"))
        for name, word in words.items():
            self.buttons[name].setText(word)
            value = getattr(self.chosen, name)
            plain = value is True or name == "retires"
            self.chips[name].setText(word if plain else self._label(name, str(value or "")))
            self.chips[name].setAccessibleName(self.tr("Remove the filter: %1").replace("%1", self.chips[name].text()))
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives up choosing a filter."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self._asked = ""
            self._refresh()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name in _NAMES:
            self.chips[name].removed.connect(lambda name=name: self._take_off(name))
            row.addWidget(self.chips[name])
        row.addWidget(self.picker)
        for name in _NAMES:
            self.buttons[name].clicked.connect(lambda _=False, name=name: self.ask(name))
            row.addWidget(self.buttons[name])
        row.addWidget(self._beside, 1)

    def _choices(self, name: str) -> list[tuple[str, str]]:
        language = current_language()
        if name == "position":
            return [(key, choice_label("situation", "position", key)) for key in POSITIONS]
        if self._reference is None:
            return []
        if name == "school":
            return self._reference.school_choices(language)
        return self._reference.choices(name, language)

    def _label(self, name: str, value: str) -> str:
        if name == "position":
            return choice_label("situation", "position", value) if value else ""
        if self._reference is None:
            return value
        if name == "school":
            return self._reference.school(value, current_language()) if value else ""
        return self._reference.labels(current_language()).get((name, value), value)

    def _pick(self, key: str) -> None:
        if self._asked and key:
            name, self._asked = self._asked, ""
            changes: dict[str, str] = {name: key}
            self._set(replace(self.chosen, **changes))  # type: ignore[arg-type]  # the picker offers texts only

    def _take_off(self, name: str) -> None:
        emptied = Chosen()
        self._set(replace(self.chosen, **{name: getattr(emptied, name)}))

    def _set(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.retranslate()
        self.narrowed.emit(chosen)

    def _refresh(self) -> None:
        for name in _NAMES:
            is_set = bool(getattr(self.chosen, name))
            self.chips[name].setVisible(is_set)
            self.buttons[name].setVisible(not is_set and not self._asked and name != "retires")
        self.picker.setVisible(bool(self._asked))
