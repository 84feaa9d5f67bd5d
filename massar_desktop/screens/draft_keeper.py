"""Keeps what is typed into a form and not saved, a moment after each pause, and gives it back when it opens again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from massar_desktop.forms.form import RecordForm

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from sync.client.drafts import Draft, Drafts

PAUSE_MS: Final = 700


class DraftKeeper(QObject):
    """One form's draft. Signals: ``restored(object)`` with the Draft that was put back into the form, ``kept()``."""

    restored = Signal(object)
    kept = Signal()

    def __init__(self, session: Session, form: RecordForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._form = session, form
        self._name, self._dossier = "", 0
        self._has_draft = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        form.edited.connect(lambda _name: self._pause.start())

    def take(self, name: str, dossier: int) -> None:
        """From now on the form holds this record; its draft, if there is one, is put back."""
        self._pause.stop()
        self._name, self._dossier, self._has_draft = name, dossier, False

        def load() -> tuple[str, Draft | None]:
            return name, self._drafts().load(name)

        # In turn: what was typed here a moment ago may still be on its way to the file.
        self._session.tasks.run_in_turn(load, self._loaded)

    def keep(self) -> None:
        """Keep what is typed now; drop the draft when nothing is."""
        self._pause.stop()
        name, dossier = self._name, self._dossier
        typed, before = self._form.typed.typed(), self._form.typed.before()
        if not name:
            return
        if typed:
            self._has_draft = True
            self._do(lambda drafts: drafts.save(name, dossier, typed, before))
        elif self._has_draft:
            self._has_draft = False
            self._do(lambda drafts: drafts.drop(name))

    def forget(self) -> None:
        """The clerk wants it no more, or it was saved for good."""
        self._pause.stop()
        name = self._name
        if name:
            self._has_draft = False
            self._do(lambda drafts: drafts.drop(name))

    def let_go(self) -> None:
        """Keep what is typed and leave the record."""
        self.keep()
        self._name = ""

    def _drafts(self) -> Drafts:
        from sync.client.clock import SystemClock
        from sync.client.drafts import Drafts

        return Drafts(self._session.database, SystemClock())

    def _do(self, work: Callable[[Drafts], None]) -> None:
        """In turn: a late save must not bring back what was dropped."""
        self._session.tasks.run_in_turn(lambda: work(self._drafts()), self._done)

    def _done(self, _: None) -> None:
        self.kept.emit()

    def _loaded(self, answer: tuple[str, Draft | None]) -> None:
        name, draft = answer
        if name != self._name or draft is None:
            return
        self._has_draft = True
        fresh = {key: text for key, text in draft.typed.items() if key not in self._form.typed.typed()}
        self._form.restore(fresh, draft.before)
        if self._form.is_typed():
            self.restored.emit(draft)
        else:
            self.forget()
