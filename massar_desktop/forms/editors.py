"""From a field's declaration to its editor: a labelled line that holds text, whatever the kind of field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from massar_desktop.forms.typed_days import is_day, typed_day
from massar_desktop.system.wording import choice_label, field_label
from massar_desktop.widgets import tokens
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, DateEdit, TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.named_code import NamedCodeEdit
from sync.domain import fields, names
from sync.domain.fields import Field
from sync.domain.identifiers import Malformed

_UPPER: Final = frozenset({"cin"})
SCHOOLS: Final = "school"
"""The choices of fields that hold the code of a school."""
_NOTE_HEIGHT: Final = 58


class FieldEditor(LabelledField):
    """One declared field of a kind of record, to be typed in.

    Signals: ``edited(str)`` with the field's name at each change by the clerk, ``left(str)`` when the focus goes.
    """

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, kind: str, field: Field) -> None:
        self.kind, self.field = kind, field
        self.choices: tuple[tuple[str, str], ...] = ()
        super().__init__(field_label(kind, field.name), _widget_for(kind, field), required=field.required)
        self._connect()
        self.editor.installEventFilter(self)
        if isinstance(self.editor, ChoiceEdit):
            self.editor.line.installEventFilter(self)
            self.setFocusProxy(self.editor.line)
        else:
            self.setFocusProxy(self.editor)
        self.undo_to_window = False
        self.retranslate()

    def text(self) -> str:
        """What the editor holds: text, the key of a choice, "true" for a tick."""
        editor = self.editor
        if isinstance(editor, ChoiceEdit):
            return editor.choice()
        if isinstance(editor, QCheckBox):
            return "true" if editor.isChecked() else ""
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        return editor.text() if isinstance(editor, QLineEdit) else ""

    def set_text(self, text: str) -> None:
        """Show a text without telling; what is shown already keeps its cursor."""
        if text == self.text():
            return
        editor = self.editor
        editor.blockSignals(True)
        if isinstance(editor, ChoiceEdit):
            editor.set_choice(text)
        elif isinstance(editor, QCheckBox):
            editor.setChecked(text == "true")
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.setCursorPosition(0 if not editor.hasFocus() else len(text))
        editor.blockSignals(False)

    def is_naming(self) -> bool:
        """Return whether a name is being typed where a code will stand: it is not remarked on before it is left."""
        return isinstance(self.editor, NamedCodeEdit) and self.editor.is_naming()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer the codes of a reference table as (code, label)."""
        self.choices = tuple(choices)
        if isinstance(self.editor, (ChoiceEdit, NamedCodeEdit)):
            self.editor.set_choices(self.choices)

    def changeEvent(self, event: QEvent) -> None:
        """Write the label and the choices in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write the label and the choices in the language in force."""
        label = field_label(self.kind, self.field.name)
        self.set_label(label)
        if isinstance(self.editor, QCheckBox):
            self.set_label("")  # its words stand beside the tick
            self.editor.setText(label)
            self.editor.setAccessibleName(label)
        if self.field.choices:
            name = self.field.name
            self.set_choices([(key, choice_label(self.kind, name, key)) for key in self.field.choices])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the field is left, for more than its own list; hand Ctrl+Z to the window while there is nothing
        typed to take back.
        """
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit(self.field.name)
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and self.undo_to_window and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        editor = self.editor
        if isinstance(editor, ChoiceEdit):
            editor.choice_changed.connect(self._tell)
        elif isinstance(editor, QCheckBox):
            editor.toggled.connect(self._tell)
        elif isinstance(editor, (QPlainTextEdit, QLineEdit)):
            editor.textChanged.connect(self._tell)

    def _tell(self, *_: object) -> None:
        self.edited.emit(self.field.name)


def table_of(field: Field) -> str:
    """The reference table whose codes a field takes, "" for none; of a school it is the list of schools."""
    return SCHOOLS if field.kind is fields.GRESA else field.table or ""


def _widget_for(kind: str, field: Field) -> QWidget:
    if field.choices or field.table is not None:
        return ChoiceEdit(names.fold)
    if field.kind is fields.FLAG:
        box = CheckBox()
        box.setFixedHeight(tokens.FIELD_HEIGHT)
        return box
    if field.multiline:
        note = QPlainTextEdit()
        note.setFixedHeight(_NOTE_HEIGHT)
        note.setTabChangesFocus(True)
        return note
    if is_day(field):
        return DateEdit(_reader(kind, field), partial=field.kind is fields.PARTIAL_DAY)
    if table_of(field):
        return NamedCodeEdit(names.fold)
    return CodeEdit(upper=field.kind.name in _UPPER) if field.kind.ltr else TextEdit()


def _reader(kind: str, field: Field) -> Callable[[str], str | None]:
    """The day as it is shown, None for what is no day."""

    def read(text: str) -> str | None:
        try:
            return field.kind.show(typed_day(kind, field, text))
        except Malformed:
            return None

    return read
