"""The career of a person, read only: facts come from acts alone, and each says which act stated it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from massar_desktop.queries.career import stated_by
from massar_desktop.screens.person_timeline import PersonTimeline
from massar_desktop.screens.person_words import Labels, anomaly_line
from massar_desktop.system.wording import field_label, kind_label, section_label, value_text
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import CutLabel
from massar_desktop.widgets.message_line import MessageLine
from sync.domain import catalog
from sync.domain.fields import Field, show_day
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import PersonView

SECTIONS: Final = ("career", "position", "assignment", "pay")
_COLUMNS: Final = 4
_MOST_ANOMALIES: Final = 4


class _Fact(QWidget):
    """A label, a value and who said so."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self._label = CutLabel("", "sub", "text3")
        self._value = CutLabel("", "body", weight=600)
        self._source = CutLabel("", "cap", "text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._label, self._value, self._source):
            column.addWidget(part)

    def say(self, value: str, source: str) -> None:
        label = field_label("situation", self.field.name)
        self._label.setText(label)
        self._value.setText(value or "-")
        self._source.setText(source)
        self.setAccessibleName(f"{label}: {value or '-'}; {source}")


class SituationTab(QScrollArea):
    """All career and pay facts by section, with the act behind each, and what another source says differently."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.timeline = PersonTimeline(session)
        self._view: PersonView | None = None
        self._labels: Labels = {}
        self._schools: Mapping[str, str] = {}
        situation = catalog.BY_NAME["situation"]
        self._facts = {f.name: _Fact(f) for f in situation.form_fields if f.section in SECTIONS and f.number >= 20}
        self._cards = {section: Card(section_label(section)) for section in SECTIONS}
        self._origin = MessageLine()
        self._anomalies = [MessageLine() for _ in range(_MOST_ANOMALIES)]
        self._build()

    def show_person(self, view: PersonView) -> None:
        """Show the situation of a dossier."""
        self._view = view
        self.timeline.show_person(view.id)
        self.retranslate()

    def set_reference(self, labels: Labels, schools: Mapping[str, str]) -> None:
        """Take the labels of codes and the names of schools in the language in force."""
        self._labels, self._schools = labels, schools
        self.timeline.set_reference(labels, schools)
        self.retranslate()

    def fact(self, name: str) -> str:
        """What is said of a fact, as a screen reader says it."""
        return self._facts[name].accessibleName()

    def changeEvent(self, event: QEvent) -> None:
        """Write every word in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_anomalies"):
            self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        for section, card in self._cards.items():
            card.set_title(section_label(section))
        view = self._view
        if view is None:
            return
        said = stated_by(row for kind in catalog.ACT_BY_KIND for row in view.rows[kind])
        for name, fact in self._facts.items():
            fact.say(self._value(view.situation, fact.field), self._source(said.get(name)))
        self._origin.set_message(
            self.tr("These facts are written by acts only; here they are read."),
            self.tr("To mend one, register the act that states it.")
            if said
            else self.tr("No act states them yet: import a list, or register the opening situation."),
            "info",
        )
        self._say_anomalies(view)

    def _value(self, situation: Row | None, field: Field) -> str:
        value = situation.get(field.name) if situation is not None else None
        if field.name == "school" and value:
            name = self._schools.get(str(value), "")
            return f"{isolate(name)} {ltr(str(value))}" if name else ltr(str(value))
        return value_text("situation", field, value, self._labels)

    def _source(self, row: Row | None) -> str:
        if row is None:
            return ""
        day = row.text("known_on") or row.text("corrected_on")
        named = row.text("source") or kind_label(row.kind)
        source = self.tr("Massir") if named == "massir" else named
        return f"{isolate(source)} · {ltr(show_day(day))}" if day else isolate(source)

    def _say_anomalies(self, view: PersonView) -> None:
        rows = view.standing("anomaly")
        for line, row in zip(self._anomalies, rows, strict=False):
            line.set_message(
                anomaly_line(row, self._labels),
                self.tr("Look at the paper, then register an act if this is wrong."),
                "warn",
            )
        for line in self._anomalies[len(rows) :]:
            line.set_message("")

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.timeline)
        column.addWidget(self._origin)
        for line in self._anomalies:
            line.set_message("")
            column.addWidget(line)
        for section, card in self._cards.items():
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(10)
            for number in range(_COLUMNS):
                grid.setColumnStretch(number, 1)
            facts = [fact for fact in self._facts.values() if fact.field.section == section]
            for place, fact in enumerate(facts):
                grid.addWidget(fact, place // _COLUMNS, place % _COLUMNS)
            card.body.addLayout(grid)
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
