"""The head of a person's file: who it is, in what state, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from massar_desktop.screens.person_words import Labels, cadre_line, chips_of, names_of, rank_line, shown
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import field_label
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Line
from massar_desktop.widgets.chip import Chip, ChipSpec
from massar_desktop.widgets.labels import Avatar, CutLabel, Label

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.person import PersonView

HEIGHT: Final = 106
_CHIPS: Final = 5
_BUTTON: Final = 32
_NUMBERS: Final = ("ppr", "cin", "birth_date")


class PersonHeader(Card):
    """Signals: ``save_requested()``, ``leave_requested()``, ``act_requested()``, ``papers_requested()``."""

    save_requested = Signal()
    leave_requested = Signal()
    act_requested = Signal()
    papers_requested = Signal()

    def __init__(self, *, practice: bool, read_only: bool = False) -> None:
        """With `read_only`, at an academy, nothing is begun or saved here."""
        super().__init__(across=True)
        self._practice, self._read_only = practice, read_only
        self._view: PersonView | None = None
        self._labels: Labels = {}
        self._avatar = Avatar(size=56)
        self.name = Label("", "h1")
        self._second = Label("", "sub", "text2")
        self._chips = [Chip() for _ in range(_CHIPS)]
        self._numbers = {name: (Label("", "sub", "text3"), Label("", "sub", weight=600)) for name in _NUMBERS}
        self._lines = [Line(standing=True, length=14) for _ in _NUMBERS]
        self._work = CutLabel("", "sub", "text2")
        self.save = Button(kind="primary", key="Ctrl S")
        self.leave = Button(kind="plain", key="Esc")
        self.act, self.papers = Button(icon="file-plus", key="F4"), Button(icon="printer", key="Ctrl P")
        self.save.clicked.connect(self.save_requested)
        self.leave.clicked.connect(self.leave_requested)
        self.act.clicked.connect(self.act_requested)
        self.papers.clicked.connect(self.papers_requested)
        self._build()
        self.retranslate()

    def show_person(self, view: PersonView | None) -> None:
        """Show a dossier; None for a person who is being typed in."""
        self._view = view
        self.retranslate()

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def chips(self) -> list[str]:
        """The words of the chips shown."""
        return [chip.spec().text for chip in self._chips if not chip.isHidden()]

    def changeEvent(self, event: QEvent) -> None:
        """Write every word in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "leave"):
            self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.save.setText(self.tr("Save"))
        self.leave.setText(self.tr("Back"))
        self.act.setText(self.tr("New act"))
        self.papers.setText(self.tr("Print"))
        view = self._view
        for button in (self.act, self.papers):
            button.setEnabled(view is not None)
        first, second = names_of(view.employee) if view is not None else (self.tr("New person"), "")
        self._avatar.set_name(first)
        self.name.setText(first or self.tr("Without a name"))
        self._second.setText(second)
        specs = [ChipSpec(self.tr("Practice"), "warn", "graduation-cap")] if self._practice else []
        specs += chips_of(view) if view is not None else []
        for chip, spec in zip(self._chips, specs, strict=False):
            chip.set_spec(spec)
        for chip in self._chips[len(specs) :]:
            chip.hide()
        self._write_numbers()
        self._work.setText(self._work_line())

    def _write_numbers(self) -> None:
        words = {"cin": self.tr("Card"), "birth_date": self.tr("Born on")}  # the line is full: shorter than in the form
        for (name, (label, value)), line in zip(self._numbers.items(), self._lines, strict=True):
            text = shown(self._view.employee, name, {}) if self._view is not None else ""
            label.setText(words.get(name) or field_label("employee", name))
            value.setText(text)
            for part in (label, value):
                part.setVisible(bool(text))
            line.setVisible(bool(text) and bool(self._second.text() or name != "ppr"))

    def _work_line(self) -> str:
        if self._view is None:
            return self.tr("Save at any time: what is missing can be filled in later.")
        situation = self._view.situation
        school = isolate(self._view.school[0 if current_language() == "ar" else 1])
        parts = (cadre_line(situation, self._labels), rank_line(situation), school)
        return " · ".join(part for part in parts if part) or self.tr("No career facts are known yet.")

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name)
        for chip in self._chips:
            top.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self._second)
        for (label, value), line in zip(self._numbers.values(), self._lines, strict=True):
            middle.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
            middle.addWidget(label)
            middle.addWidget(value)
        middle.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(top)
        words.addLayout(middle)
        words.addWidget(self._work)
        self.body.setSpacing(14)
        self.body.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(words, 1)
        keys = QGridLayout()
        keys.setSpacing(6)
        keys.addWidget(self.papers, 0, 1)
        keys.addWidget(self.leave, 1, 1 if self._read_only else 0)
        if not self._read_only:
            keys.addWidget(self.act, 0, 0)
            keys.addWidget(self.save, 1, 1)
        for button in (self.act, self.papers, self.leave, self.save):
            button.setFixedHeight(_BUTTON)
        self.body.addLayout(keys)
