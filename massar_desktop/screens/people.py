"""The people of the province: one search for names, numbers and schools, the list, and who is chosen beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from massar_desktop.models.people import PeopleModel
from massar_desktop.screens.following import Following
from massar_desktop.screens.notices import Notice, Notices
from massar_desktop.screens.people_arrangement import Arrangement
from massar_desktop.screens.people_filters import FilterBar
from massar_desktop.screens.people_reading import PeopleReading
from massar_desktop.screens.people_tools import PeopleTools
from massar_desktop.screens.person_glance import PersonGlance
from massar_desktop.screens.person_words import names_of
from massar_desktop.screens.typed_ahead import TypedAhead
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import group, isolate, ltr
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.people import PersonLine
    from massar_desktop.queries.reference import Reference
    from massar_desktop.queries.search import SearchResult
    from sync.domain.record import Row

FOLD_BELOW: Final = 1300


class PeopleScreen(Page):
    """The people list. The focus starts in the search; the list is worked by keys alone.

    Signals: ``person_opened(int)``, ``new_person_requested()``, ``export_requested(object, object)`` and
    ``print_requested(object, object)`` with the numbers of the people shown, in order, and the columns,
    ``many_requested(object)`` with the people selected, ``paper_requested(object)`` with the person whose certificates
    are wanted.
    """

    person_opened = Signal(object)
    new_person_requested = Signal()
    export_requested = Signal(object, object)
    print_requested = Signal(object, object)
    many_requested = Signal(object)
    paper_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._result: SearchResult | None = None
        self._wanted = ""
        self._reference: Reference | None = None
        self.model = PeopleModel(self)
        self.reading = PeopleReading(session, self)
        self.search, self.table = SearchField(), Table(several=True)
        self.filters, self.tools, self.notices = FilterBar(), PeopleTools(), Notices()
        self.glance = PersonGlance(session)
        self.preview = self.glance.preview
        self._inner = Page()
        self._export = Button(kind="quiet", icon="download", key="Ctrl E", bind=True)
        self._print = Button(kind="quiet", icon="printer")  # its key stands below: here both ask for too much width
        self._many = Button(icon="file-plus", key="F8", bind=True)
        self._new = Button(icon="user-plus", key="Ins")
        self._new_here = Button(icon="user-plus")
        self._empty = EmptyState("users")
        self._hints = {key: KeyHint(key) for key in ("↑ ↓", "Enter", "Ctrl Shift P", "Esc")}
        self._build()
        self.arrangement = Arrangement(self, session.replica.today, self)
        self._listen()
        self._ahead = TypedAhead(self._is_answered, (self.search, self.table), self)
        self.retranslate()
        self.reading.read_reference()
        self.reading.search("")

    def set_compact(self, *, compact: bool) -> None:
        """Take the margins of the roomy or the compact window: the pane lies against the edge of the window."""
        super().set_compact(compact=compact)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        if hasattr(self, "_inner"):
            self._inner.set_compact(compact=compact)

    def chosen_person(self) -> int | None:
        """The person in the current row, None for nobody."""
        return self.model.person_at(self.table.chosen_row())

    def with_person(self, act: Callable[[int | None], None]) -> None:
        """Do something with who is chosen, None for nobody: now, or when what was typed is answered."""
        self._ahead.do(lambda: act(self.chosen_person()))

    def choose_person(self, person: int) -> None:
        """Make somebody the current row, if she is in the list."""
        self.table.choose_row(self.model.row_of(person))

    def selected_people(self) -> list[int]:
        """The people selected, in the order of the list; more than one for an act of many."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [person for row in rows if (person := self.model.person_at(row)) is not None]

    def show_view(self, key: str) -> None:
        """Open a kept list; "" shows everybody."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.arrangement.open_list(key)

    def shows_view(self, key: str) -> bool:
        """Whether a kept list is on the screen, read."""
        return self.arrangement.open_key == key and not self.arrangement.is_waiting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the preview away in a narrow window."""
        super().resizeEvent(event)
        self.glance.setVisible(self.window().width() >= FOLD_BELOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed in the list go on with the search; Escape in the list goes back to it."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.search.setFocus()
                return True
            if event.text().strip() and event.text().isprintable() and not control:
                self.search.setFocus()
                QApplication.sendEvent(self.search, event)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._inner.title.setText(self.tr("People"))
        self.search.setPlaceholderText(self.tr("Name, PPR, CIN or school"))
        self.search.setAccessibleName(self.tr("Search for people"))
        self.table.setAccessibleName(self.tr("People found"))
        self._export.setText(self.tr("Export"))
        self._print.setText(self.tr("Print"))
        self._count_selected()
        self._new.setText(self.tr("New person"))
        self._new_here.setText(self.tr("New person"))
        self._empty.set_text(self.tr("Nobody found"), self.tr("Try fewer letters, or the PPR or the CIN alone."))
        words = (
            self.tr("move"),
            self.tr("open the file"),
            self.tr("print"),
            self.tr("back to the search"),
        )
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)
        if self._reference is not None:
            self._show_reference(self._reference)
        self._show_count()
        self.model.retranslate()
        if self.reading.is_read:
            self.reading.again()  # names stand in the order of the other script

    def _build(self) -> None:
        self.title.hide()
        self.beside.hide()
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._inner, 1)
        across.addWidget(self.glance)
        self.body.addLayout(across, 1)
        self._inner.add_action(self._many)
        self._inner.add_action(self._print)
        self._inner.add_action(self._export)
        self._inner.add_action(self._new)
        self._inner.body.addWidget(self.notices)
        across_search = QHBoxLayout()
        across_search.addWidget(self.search, 1)
        across_search.addWidget(self.tools)
        self._inner.body.addLayout(across_search)
        self._inner.body.addWidget(self.filters)
        card = Card(ground="list")
        self.table.setModel(self.model)
        card.body.addWidget(self.table)
        self._empty.add_action(self._new_here)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        self._inner.body.addWidget(place, 1)
        keys = QHBoxLayout()
        keys.setSpacing(16)
        for hint in self._hints.values():
            keys.addWidget(hint)
        keys.addStretch(1)
        self._inner.body.addLayout(keys)
        self.setFocusProxy(self.search)

    def _listen(self) -> None:
        self.search.searched.connect(self.reading.search)
        self.search.list_requested.connect(self._to_list)
        self.search.returnPressed.connect(self._enter)
        self.table.installEventFilter(self)
        self.table.row_opened.connect(lambda _row: self._open_chosen())
        self.table.row_chosen.connect(lambda _row: self._preview_chosen())
        self._many.clicked.connect(lambda: self.many_requested.emit(self.selected_people()))
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._count_selected())
        self._bind("Ctrl+T", lambda: self._ahead.do(self.glance.edit_phone))
        self.model.page_wanted.connect(self._read_page)
        self.reading.found.connect(self._show_found)
        self.reading.page_read.connect(self._put_page)
        self.reading.reference_read.connect(self._show_reference)
        self.reading.failed.connect(self._show_failure)
        self.glance.opened.connect(self.person_opened)
        self.glance.left_phone.connect(self.search.setFocus)
        self.glance.papers_requested.connect(self.paper_requested)
        self.glance.shown.connect(lambda _glance: self._ahead.look())
        self._bind("Ctrl+P", lambda: self._ahead.do(self._paper))
        self._export.clicked.connect(lambda: self._hand_over(self.export_requested))
        self._print.clicked.connect(lambda: self._hand_over(self.print_requested))
        self._bind("Ctrl+Shift+P", self._print.click)
        for button in (self._new, self._new_here):
            button.clicked.connect(self.new_person_requested)
        if self._session.replica.identity.is_academy:
            for part in (self._new, self._new_here):
                part.hide()
        else:
            self._bind("Ins", self.new_person_requested.emit)
        Following(self._session, self, self._read_again, only_missed=True)

    def _paper(self) -> None:
        if (person := self.glance.person()) is not None:
            self.paper_requested.emit(person)

    def _is_answered(self) -> bool:
        """Never who was found by fewer letters, nor who was chosen before."""
        found = self._result is not None and self._result.query == self.search.text()
        return found and self.glance.is_read and not self.arrangement.is_waiting

    def _read_again(self) -> None:
        self.reading.read_reference()
        self.reading.again()

    def _to_list(self) -> None:
        """From the search the first press of Down goes to the second row: the first was chosen already."""
        self.table.setFocus()
        row = self.table.chosen_row()
        if row + 1 < self.model.rowCount():
            self.table.choose_row(row + 1)

    def _enter(self) -> None:
        """Open who is chosen, but never in a list that answers fewer letters than were typed."""
        if self._result is not None and self._result.query == self.search.text():
            self._open_chosen()
        else:
            self._wanted = self.search.text()

    def _open_chosen(self) -> None:
        person, line = self.chosen_person(), self.model.line(self.table.chosen_row())
        if person is None:
            return
        if line is not None and line.is_elsewhere:
            self._say_elsewhere(line)
        else:
            self.person_opened.emit(person)

    def show_elsewhere(self, known: Row) -> None:
        """Find somebody whose file is not here: the pane says where it is, and a notice that it cannot be opened."""
        self._wanted = known.text("ppr") or " ".join(names_of(known))
        self.search.setText(self._wanted)
        self.search.setFocus()

    def _say_elsewhere(self, line: PersonLine) -> None:
        """Why a file is not opened."""

        def where() -> str:
            there = self.tr("The file of %1 is at %2.").replace("%1", isolate(line.names(current_language())[0]))
            return there.replace("%2", isolate(line.where(current_language())))

        def why() -> str:
            if line.left_on:
                return self.tr("She was transferred there: only her name, her PPR and her acts taken here remain.")
            return self.tr("It was not referred to the academy: only the directory is here. The directorate refers it.")

        self.notices.say("elsewhere", Notice(where, why))

    def _show_found(self, result: SearchResult) -> None:
        chosen = self.chosen_person()
        same_search = self._result is not None and self._result.query == result.query
        self._result = result
        self.arrangement.arrived()
        self.notices.drop("failed")
        if same_search and result.ids.whole() == self.model.people():
            self.model.renew(result.lines)
        else:
            self.model.show_people(result.ids, result.lines)
            row = self.model.row_of(chosen) if same_search and chosen is not None else 0
            self.table.choose_row(max(row, 0))
        self._stack.setCurrentIndex(0 if result.total else 1)
        self._show_count()
        self._preview_chosen(again=True)
        wanted, self._wanted = self._wanted, ""
        if wanted and wanted == result.query == self.search.text():
            self._open_chosen()
        self._ahead.look()

    def _put_page(self, turn: int, first: int, lines: list[PersonLine]) -> None:
        self.model.put_page(turn, first, lines)

    def _read_page(self, first: int, people: object) -> None:
        self.reading.read_page(self.model.turn, first, people)  # type: ignore[arg-type]  # a signal carries objects

    def _show_count(self) -> None:
        if self._result is None:
            return
        count = (
            self.tr("%1 of %2").replace("%1", group(self._result.total)).replace("%2", group(self._result.everybody))
        )
        took = ltr(f"{max(1, round(self._result.took_ms))} ms")
        self._inner.beside.setText(f"{count} · {took}")
        comma = "، " if current_language() == "ar" else ", "
        others = comma.join(isolate(word) for word in self._result.spellings)
        self.filters.say(self.tr("includes %1").replace("%1", others) if others else "")

    def _show_reference(self, known: Reference) -> None:
        self._reference = known
        labels = known.labels(current_language())
        self.model.set_labels(labels)
        self.glance.set_labels(labels)
        self.filters.set_reference(known)

    def _show_failure(self, _wrong: Exception) -> None:
        self._ahead.give_up()
        self.notices.say(
            "failed",
            Notice(
                lambda: self.tr("The list could not be read."),
                lambda: self.tr("Close other programs that use this office's file, then search again."),
                "danger",
            ),
        )

    def say_written(self, path: Path, lines: int) -> None:
        """Say that an export is there."""
        name, count = isolate(path.name), group(lines)
        self.notices.say(
            "written",
            Notice(
                lambda: self.tr("Exported: %1").replace("%1", name),
                lambda: self.tr("%1 people").replace("%1", count),
                "ok",
            ),
        )

    def say_not_written(self, wrong: Exception) -> None:
        """Say why an export is not there."""
        self.notices.say("written", Notice(lambda: error_text(wrong), str, "danger"))

    def _hand_over(self, signal: SignalInstance) -> None:
        """The list as it is on the screen: who, in which order, in which columns."""
        signal.emit(list(self.model.people()), self.model.columns())

    def _preview_chosen(self, *, again: bool = False) -> None:
        self.notices.drop("elsewhere")
        self.glance.show_person(self.chosen_person(), again=again)

    def _count_selected(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        self._many.setVisible(count > 1 and not self._session.replica.identity.is_academy)
        self._many.setText(self.tr("Act for %n people", "", count))

    def _bind(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
