"""The parts of the page of conflicts: the list, a card for each value, another value, an operation that came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from massar_desktop.forms.typed import parse_field
from massar_desktop.system import wording
from massar_desktop.system.locale import current_language
from massar_desktop.widgets import theme
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Line
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import IconLabel, Label
from massar_desktop.widgets.rows import Facts
from massar_desktop.widgets.table import CellRole, Table
from massar_desktop.widgets.tokens import Tone
from sync.domain.fields import Field, Value
from sync.domain.identifiers import Malformed

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.conflicts import CodeNames

_NO_INDEX = QModelIndex()
_LONG: Final = 34
_COLUMNS: Final = 3


def shown_values(
    kind: str, names: Sequence[str], values: Mapping[str, Value], codes: CodeNames
) -> list[tuple[str, str]]:
    """Labels and values of some fields as a person reads them; '' for an empty one."""
    arabic = current_language() == "ar"
    labels = {key: pair[0] if arabic else pair[1] for key, pair in codes.items()}
    shown: list[tuple[str, str]] = []
    for name in names:
        field = wording.field_of(kind, name)
        if field is not None:
            text = wording.value_text(kind, field, values.get(name), labels)
            shown.append((wording.field_label(kind, name), text if field.kind.ltr else isolate(text)))
    return shown


class TwoLines(QAbstractListModel):
    """A list of rows of two lines: what, and whose."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, str]] = []

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line of a row."""
        first, second = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == CellRole.SECOND:
            return second
        return f"{first}, {second}" if role == Qt.ItemDataRole.AccessibleTextRole else None


def list_of(model: TwoLines) -> Table:
    """A list of rows of two lines, without a head."""
    made = Table(row_height=58)
    made.setModel(model)
    made.horizontalHeader().hide()
    made.set_widths([0], stretched=0)
    return made


@dataclass(frozen=True, slots=True)
class ValueWords:
    """All that a value's card says."""

    title: str
    icon: str
    tone: Tone
    values: list[tuple[str, str]]
    facts: list[tuple[str, str]]
    button: str
    empty: str


class ValueCard(Card):
    """One of the two values. Both cards are equal: no button is filled and none has the focus by itself.

    Signals: ``chosen()``.
    """

    chosen = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self._icon, self._title = IconLabel("monitor", "accent"), Label("", "h3", "accent")
        self._value = Label("", "value", wrap=True)
        self._values, self._facts = Facts(), Facts()
        self.button = Button("", "plain", key=key, bind=True)
        self.button.setFixedHeight(42)
        self.button.clicked.connect(self.chosen)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._value)
        self.body.addWidget(self._values)
        self.body.addWidget(Line())
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        self.body.addWidget(self.button)

    def write(self, words: ValueWords) -> None:
        """Show a value and whose it is."""
        theme.restyle(self, "kind", {"accent": "card-accent", "plum": "card-plum"}.get(words.tone, "card"))
        self._icon.set_icon(words.icon, words.tone)
        self._title.setText(words.title)
        self._title.set_ink(words.tone if words.tone != "neutral" else "text2")
        alone = len(words.values) == 1
        self._value.setVisible(alone)
        self._values.setVisible(not alone)
        if alone:
            text = words.values[0][1]
            theme.restyle(self._value, "role", "h2" if len(text) > _LONG else "value")
            self._value.setText(text or words.empty)
            self._value.set_ink("" if text else "text3")
        else:
            self._values.write([(label, text or words.empty) for label, text in words.values])
        self._facts.write(words.facts)
        self.button.setText(words.button)
        said = ", ".join(text or words.empty for _, text in words.values)
        self.setAccessibleName(f"{words.title}: {said}")
        self.button.setAccessibleName(f"{words.button}: {said}")


class OtherValue(Card):
    """A third value, checked as it is typed. Signals: ``written(dict)`` with canonical values, ``given_up()``."""

    written = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__("…")
        self._fields: dict[str, tuple[Field, LabelledField]] = {}
        self._kind = ""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self.write_button, self.give_up = Button("", "plain", key="Enter"), Button("", "quiet", key="Esc")
        self.write_button.clicked.connect(self.submit)
        self.give_up.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.addWidget(self.write_button)
        row.addWidget(self.give_up)
        row.addStretch(1)
        self.body.addLayout(self._grid)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Write the fixed words."""
        self.set_title(self.tr("Another value"))
        self.write_button.setText(self.tr("Write this value"))
        self.give_up.setText(self.tr("Back to the two values"))
        for name, (_, editor) in self._fields.items():
            editor.set_label(wording.field_label(self._kind, name))

    def open_for(self, kind: str, names: Sequence[str], values: Mapping[str, Value]) -> None:
        """Offer the fields; a group starts from what stands, a single field empty: no value is proposed."""
        for _, old in self._fields.values():
            self._grid.removeWidget(old)
            old.deleteLater()
        self._kind, self._fields = kind, {}
        for name in names:
            field = wording.field_of(kind, name)
            if field is None:
                continue
            editor = LabelledField(wording.field_label(kind, name), _editor(kind, field))
            if len(names) > 1:
                _fill(editor.editor, kind, field, values.get(name))
            number = len(self._fields)
            self._grid.addWidget(editor, number // _COLUMNS, number % _COLUMNS)
            self._fields[name] = field, editor
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first[1].editor.setFocus()

    def editors(self) -> dict[str, QWidget]:
        """The editors by field name."""
        return {name: one.editor for name, (_, one) in self._fields.items()}

    def submit(self) -> None:
        """Check what was typed; tell it when every field is right and one holds something."""
        values: dict[str, Value] = {}
        wrong: list[LabelledField] = []
        for name, (field, one) in self._fields.items():
            try:
                values[name] = parse_field(self._kind, field, _typed(one.editor))
                one.set_problem("")
            except Malformed as problem:
                one.set_problem(wording.code_text(problem.code, problem.params))
                wrong.append(one)
        if not wrong and not any(value not in (None, "") for value in values.values()):
            wrong = [one for _, one in self._fields.values()][:1]
            for one in wrong:
                one.set_problem(self.tr("Write a value, or go back"))
        if wrong:
            wrong[0].editor.setFocus()
        else:
            self.written.emit(values)


class Comparison(QWidget):
    """Field by field: what was written, and what stands now."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        for column, stretch in ((1, 1), (2, 1)):
            self._grid.setColumnStretch(column, stretch)
        self._labels: list[Label] = []

    def write(self, heads: tuple[str, str], rows: Sequence[tuple[str, str, str]]) -> None:
        """Show other rows of (field, written, standing)."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        self._put(0, ("", *heads), ("cap", "cap", "cap"))
        for number, row in enumerate(rows, 1):
            self._put(number, row, ("sub", "h3", "body"))
        self.setAccessibleName("; ".join(f"{field}: {heads[0]} {a}, {heads[1]} {b}" for field, a, b in rows))

    def _put(self, row: int, texts: tuple[str, str, str], roles: tuple[str, str, str]) -> None:
        for column, (text, role) in enumerate(zip(texts, roles, strict=True)):
            label = Label(text, "body", "text2" if column == 0 or row == 0 else "", wrap=column > 0)
            theme.restyle(label, "role", role)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._labels.append(label)


def _editor(kind: str, field: Field) -> QWidget:
    if field.choices:
        choice = ChoiceEdit()
        choice.set_choices([(one, wording.choice_label(kind, field.name, one)) for one in field.choices])
        return choice
    return CodeEdit() if field.kind.ltr else TextEdit()


def _fill(editor: QWidget, kind: str, field: Field, value: Value) -> None:
    if isinstance(editor, ChoiceEdit):
        editor.set_choice("" if value is None else str(value))
    elif isinstance(editor, TextEdit):
        editor.setText("" if value is None else field.kind.show(value))


def _typed(editor: QWidget) -> str:
    if isinstance(editor, ChoiceEdit):
        return editor.choice()
    return editor.text() if isinstance(editor, TextEdit) else ""
