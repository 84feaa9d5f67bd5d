"""The default form of a record, from its declaration: sections of labelled editors in the declared order.

What is typed is checked while it is typed: while the cursor is in a field a text that cannot be read is remarked on,
and once the field is left it is a problem. Nothing typed is ever taken away by what comes from elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout

from massar_desktop.forms.editors import FieldEditor, table_of
from massar_desktop.forms.typed import TypedFields, Unreadable
from massar_desktop.system.wording import code_text, section_label
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.card import Card
from sync.domain.fields import Value
from sync.domain.record import RecordKind

_GAP_ACROSS, _GAP_DOWN = 14, 4


class SectionCard(Card):
    """One section of a form under its title, which follows the language."""

    def __init__(self, section: str, *, titled: bool = True) -> None:
        super().__init__(section_label(section) if titled else "")
        self._section, self._titled = section, titled

    def changeEvent(self, event: QEvent) -> None:
        """Write the title in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._titled:
            self.set_title(section_label(self._section))


class RecordForm(QObject):
    """All editors of one kind of record; put its sections where the screen wants them with :meth:`section`.

    Signals: ``edited(str)`` with a field's name at each change by the clerk; ``checked(str)`` when the value of a field
    is readable and its field was edited, for look-ups in the background.
    """

    edited = Signal(str)
    checked = Signal(str)

    def __init__(self, kind: RecordKind, *, leave_out: Collection[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        shown = [field for field in kind.form_fields if field.name not in leave_out]
        self.typed = TypedFields(kind.name, shown)
        self.editors = {field.name: FieldEditor(kind.name, field) for field in shown}
        self._pending: dict[str, tuple[str, bool]] = {}
        self._remarks: dict[str, str] = {}
        self._refused: dict[str, str] = {}
        self._left: set[str] = set()
        for editor in self.editors.values():
            editor.edited.connect(self._type)
            editor.left.connect(self._leave)

    def section(self, name: str, *, columns: int = 4, titled: bool = True) -> SectionCard:
        """The card of a section with its editors in the declared order; long texts take two columns."""
        card = SectionCard(name, titled=titled)
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP_ACROSS)
        grid.setVerticalSpacing(_GAP_DOWN)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        place = 0
        for block in _blocks(self._of_section(name)):
            widths = [2 if editor.field.multiline else 1 for editor in block]
            if place % columns + sum(widths) > columns >= sum(widths):
                place += columns - place % columns  # a name in two fields stays on one line
            for editor, width in zip(block, widths, strict=True):
                # A long text makes its row higher: the labels of the others stay in line with its own.
                grid.addWidget(editor, place // columns, place % columns, 1, width, Qt.AlignmentFlag.AlignTop)
                place += width
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def load(self, values: Mapping[str, Value]) -> None:
        """Show a record, nothing typed."""
        self.typed.load(values)
        self._remarks, self._refused, self._left = {}, {}, set()
        self._show_all()

    def refresh(self, values: Mapping[str, Value]) -> None:
        """Show what stands now; typed texts stay."""
        self.typed.refresh(values)
        self._refused = {name: text for name, text in self._refused.items() if name in self.typed.typed()}
        self._show_all()

    def restore(self, typed: Mapping[str, str], before: Mapping[str, str]) -> None:
        """Show the texts of a draft."""
        self.typed.restore(typed, before)
        self._left |= set(typed)
        self._show_all()

    def set_choices(self, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Offer the codes of reference tables, by table, as (code, label)."""
        for name, editor in self.editors.items():
            table = table_of(editor.field)
            if table in choices:
                editor.set_choices(choices[table])
                editor.set_text(self.typed.text(name))

    def set_pending(self, pending: Mapping[str, tuple[str, bool]]) -> None:
        """Say under fields that a change waits: by name a sentence and whether it is doubtful."""
        self._pending = dict(pending)
        for name in self.editors:
            self._say(name)

    def set_remark(self, name: str, text: str) -> None:
        """Say under a field what a look-up found; an empty text takes it back."""
        self._remarks[name] = text
        self._say(name)

    def refuse(self, name: str, text: str) -> None:
        """Say under a field why a save was refused; typing there takes it back."""
        self._refused[name] = text
        self._say(name)

    def show_problems(self) -> None:
        """Take every field as left: what cannot be read is now a problem."""
        self._left |= set(self.typed.unreadable())
        self.retranslate()

    def focus_first(self, names: Sequence[str] = ()) -> None:
        """Put the cursor into the first of some fields, else into the first of the form."""
        wanted = [name for name in names if name in self.editors] or list(self.editors)
        self.editors[wanted[0]].setFocus()

    def is_typed(self) -> bool:
        """Return whether something differs from what stands."""
        return bool(self.typed.typed())

    def retranslate(self) -> None:
        """Say everything under the fields in the language in force (labels follow by themselves)."""
        for name in self.editors:
            self._say(name)

    def _of_section(self, name: str) -> list[FieldEditor]:
        return [editor for editor in self.editors.values() if editor.field.section == name]

    def _type(self, name: str) -> None:
        self.typed.type(name, self.editors[name].text())
        self._refused.pop(name, None)
        self._remarks.pop(name, None)
        self._left.discard(name)
        self._say(name)
        self._undo_belongs()
        self.edited.emit(name)
        if not isinstance(self.typed.value(name), Unreadable):
            self.checked.emit(name)

    def _leave(self, name: str) -> None:
        self._left.add(name)
        self._say(name)

    def _show_all(self) -> None:
        for name, editor in self.editors.items():
            editor.set_text(self.typed.text(name))
            self._say(name)
        self._undo_belongs()

    def _undo_belongs(self) -> None:
        """Ctrl+Z takes back typing while there is some, else the last save of the screen."""
        for editor in self.editors.values():
            editor.undo_to_window = not self.is_typed()

    def _say(self, name: str) -> None:
        """One line under a field, the heaviest first: refused, unreadable, overtaken, found twice, waiting, missing."""
        editor = self.editors[name]
        value = self.typed.value(name)
        sentence, doubtful = self._pending.get(name, ("", False))
        missing = editor.field.required and value in (None, "") and (self.typed.stands() or name in self._left)
        refused, warned = self._refused.get(name, ""), self._warning(name, value)
        if isinstance(value, Unreadable) and name in self._left:
            refused = refused or warned
        elif editor.is_naming():
            warned = ""
        editor.set_problem(refused)
        if not refused and warned:
            editor.set_warning(warned)
        elif not refused:
            help_text = sentence or (code_text("required") if missing else "")
            editor.set_help(help_text, "danger" if doubtful else "warn" if help_text else None)

    def _warning(self, name: str, value: Value | Unreadable) -> str:
        if isinstance(value, Unreadable):
            return code_text(value.code, value.params)
        if name in self.typed.overtaken():
            other = self.typed.standing_text(name)
            return self.tr("Another office has written: %1").replace("%1", isolate(other or "-"))
        return self._remarks.get(name, "")


def _blocks(editors: Sequence[FieldEditor]) -> list[list[FieldEditor]]:
    """Editors in order, those of one merge group together."""
    return [list(block) for _, block in groupby(editors, key=lambda editor: editor.field.merge_group)]
