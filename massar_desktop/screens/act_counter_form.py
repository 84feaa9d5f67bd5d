"""The few fields of an act that are typed at the counter, in the order of the paper: first day, days, what else is
asked for, the number of the paper. All other facts are worked out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.draft_keeper import DraftKeeper
from massar_desktop.system.wording import field_label, paper_label
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog
from sync.domain.administrative_act import PeriodAct
from sync.domain.fields import Value, show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.counter_act import Prepared

_POINTERS: Final = ("rectifies", "child", "dependant")
_FIRST: Final = "from_on"
_LAST: Final = "reference"
_DAYS: Final = ("to_on", "registered_on", "certificate_on", "received_on", "days_taken", "year", "limit_on")
_WORKED_OUT: Final = frozenset((*_DAYS, "grade", "echelon", "index_number"))
"""Facts that an act proposes by itself: they are shown beside the fields, and mended in the full form."""
_COLUMNS: Final = 4
_LONGEST_DAYS: Final = 3


class CounterFields(Translated):
    """The fields of one kind. Enter goes to the next one.

    Signals: ``edited()`` at each change, ``finished()`` when Enter is pressed in the last one.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, kind: str, session: Session, today: str) -> None:
        super().__init__()
        self.kind = kind
        declared = catalog.BY_NAME[kind]
        self.form = RecordForm(declared, leave_out=_POINTERS, parent=self)
        self.keeper = DraftKeeper(session, self.form, self)
        self.days = LabelledField("", CodeEdit())
        cls = catalog.ACT_BY_KIND[kind]
        self.has_days = issubclass(cls, PeriodAct)
        self.papers = {paper: CheckBox() for paper in getattr(cls, "PAPERS", ())}
        self._papers_title = Label("", "sub", weight=500)
        asked = [f.name for f in declared.form_fields if f.required and f.name not in (_WORKED_OUT | {_FIRST, _LAST})]
        self._asked = [name for name in asked if name in self.form.editors]
        self.order = self._ordered()
        self._build()
        self._listen()
        self.start(today)
        self.retranslate()

    def start(self, today: str) -> None:
        """Empty every field; the day of registration is today."""
        self._today = today
        self.form.load({})
        self.days_edit.clear()
        self._last_day = ""
        self._say_last_day()
        for box in self.papers.values():
            box.setChecked(False)

    @property
    def days_edit(self) -> CodeEdit:
        """Where the number of days is typed."""
        editor = self.days.editor
        if not isinstance(editor, CodeEdit):
            raise TypeError("days are typed as a number")
        return editor

    def focus_first(self) -> None:
        """Go to the first field that is still empty."""
        self.order[0].setFocus()

    def values(self) -> dict[str, Value]:
        """The facts that were typed and can be read, with the papers that came."""
        found: dict[str, Value] = {}
        unreadable = self.form.typed.unreadable()
        for name in self.form.editors:
            value = self.form.typed.value(name)
            if name not in unreadable and isinstance(value, (str, int)) and value != "":
                found[name] = value
        given = " ".join(paper for paper, box in self.papers.items() if box.isChecked())
        return {"registered_on": self._today, **found, **({"papers": given} if given else {})}

    def typed_days(self) -> int:
        """The number of days typed, 0 for none."""
        text = self.days_edit.text().strip()
        return int(text) if text.isdecimal() and len(text) <= _LONGEST_DAYS else 0

    def is_readable(self) -> bool:
        """Whether nothing is typed that cannot be read; what cannot is then said under its field."""
        self.form.show_problems()
        text = self.days_edit.text().strip()
        wrong = bool(text) and not self.typed_days()
        self.days.set_problem(self.tr("A number of days") if wrong else "")
        return not wrong and not self.form.typed.unreadable()

    def show_prepared(self, prepared: Prepared) -> None:
        """Say under the days which day is the last one."""
        self._last_day = str(prepared.facts.get("to_on") or "")
        self._say_last_day()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.days.set_label(self.tr("Days"))
        self._papers_title.setText(field_label(self.kind, "papers"))
        for paper, box in self.papers.items():
            box.setText(paper_label(paper))
        self._say_last_day()
        self.form.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, from a paper to the end; a list that is open keeps its own Enter."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and (watched in self._lines or watched in self.papers.values())
        ):
            if watched in self._lines:
                self._go_on(self._lines.index(watched))
            else:
                self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def _say_last_day(self) -> None:
        last = ltr(show_day(self._last_day)) if self._last_day else ""
        self.days.set_help(self.tr("until %1").replace("%1", last) if last else "")

    def _go_on(self, at: int) -> None:
        line = self._lines[at]
        if at == 0 and isinstance(line, QLineEdit) and not line.text().strip():
            return  # the Enter of a number that needed none
        if isinstance(line, QLineEdit):
            line.editingFinished.emit()
        if at + 1 < len(self.order):
            self.order[at + 1].setFocus()
        else:
            self.finished.emit()

    def _ordered(self) -> list[LabelledField]:
        names = [name for name in (_FIRST, *self._asked, _LAST) if name in self.form.editors]
        fields: list[LabelledField] = [self.form.editors[name] for name in names]
        if self.has_days:
            fields.insert(1, self.days)
        return fields

    def _listen(self) -> None:
        self._lines: list[QWidget] = []
        for field in self.order:
            editor = field.editor
            line = editor.line if isinstance(editor, ChoiceEdit) else editor
            line.installEventFilter(self)
            self._lines.append(line)
        self.form.edited.connect(self._tell)
        self.days_edit.textChanged.connect(lambda _text: self.edited.emit())
        for box in self.papers.values():
            box.installEventFilter(self)
            box.toggled.connect(lambda _on: self.edited.emit())

    def _tell(self, name: str) -> None:
        if name == _LAST:  # who types the number of the paper holds it
            for box in self.papers.values():
                box.setChecked(bool(self.form.typed.text(_LAST)))
        self.edited.emit()

    def _build(self) -> None:
        self.days.setFocusProxy(self.days_edit)
        shown = set(self.order)
        for editor in self.form.editors.values():
            if editor not in shown:
                editor.setParent(self)
                editor.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        for place, field in enumerate(self.order):
            grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        row = len(self.order) // _COLUMNS + 1
        grid.addWidget(self._papers_title, row, 0, 1, _COLUMNS)
        self._papers_title.setVisible(bool(self.papers))  # only now: without a parent it would be a window
        for number, box in enumerate(self.papers.values()):
            grid.addWidget(box, row + 1 + number // _COLUMNS, number % _COLUMNS)
        if not self.has_days:
            self.days.setParent(self)
            self.days.hide()
