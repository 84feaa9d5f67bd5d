"""What the person screen says above the file, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.exchange_words import local_time
from massar_desktop.screens.notices import Action, Notice, Notices
from massar_desktop.screens.person_words import names_of
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import field_label, problem_text
from massar_desktop.widgets.bidi import isolate, ltr, short_day
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.person import Holder, PersonView
    from sync.client.drafts import Draft
    from sync.domain.errors import Problem


class PersonNotices(QObject):
    """Signals: ``undo_requested()``, ``forget_requested()`` for a restored draft, ``open_requested(int)`` and
    ``compare_requested(int)`` for another person, ``part_requested(int, int)``.
    """

    undo_requested = Signal()
    forget_requested = Signal()
    open_requested = Signal(object)
    compare_requested = Signal(object)
    part_requested = Signal(object, object)

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices

    def about(self, view: PersonView) -> None:
        """Say that the record asked for was joined to this one, and that conflicts wait."""
        gone = next((row for row in view.joined if row.id == view.asked), None)
        if gone is None:
            self._notices.drop("joined")
        else:
            part = Action(lambda: self.tr("Separate them again"), lambda: self.part_requested.emit(gone.id, view.id))
            self._notices.say(
                "joined",
                Notice(
                    lambda: self.tr("The record of %1 was joined to this file.").replace("%1", _named(gone)),
                    lambda: self.tr("What you save goes into this file."),
                    "plum",
                    (part,),
                ),
            )
        if view.conflicts:
            self._notices.say(
                "conflicts",
                Notice(
                    lambda: self.tr("Two offices have written different values in this file."),
                    lambda: self.tr("Press F6 to see both and choose. Until then the first one received stands."),
                    "danger",
                ),
            )
        else:
            self._notices.drop("conflicts")

    def restored(self, draft: Draft) -> None:
        """Say that typed texts were put back."""
        when = local_time(draft.at_ms)
        hour = f"{short_day(when.date())} {when:%H:%M}"
        forget = Action(lambda: self.tr("Discard it"), self.forget_requested.emit)
        self._notices.say(
            "draft",
            Notice(
                lambda: self.tr("What you typed on %1 without saving is back.").replace("%1", ltr(hour)),
                lambda: self.tr("Save it with Ctrl S, or discard it."),
                "info",
                (forget,),
            ),
        )

    def held(self, name: str, holder: Holder) -> None:
        """Say who else has a number, with ways to open or compare."""

        def sentence() -> str:
            words = self.tr("%1 %2 is also in the file of %3.").replace("%1", field_label("employee", name))
            return words.replace("%2", ltr(holder.value)).replace("%3", isolate(holder.name(current_language())))

        self._notices.say(
            f"held:{name}",
            Notice(
                sentence,
                lambda: self.tr("If it is the same person, join the two records."),
                "warn",
                (
                    Action(lambda: self.tr("Open that file"), lambda: self.open_requested.emit(holder.id)),
                    Action(lambda: self.tr("Compare and join"), lambda: self.compare_requested.emit(holder.id)),
                ),
            ),
        )

    def drop_held(self, name: str) -> None:
        """Nobody else has the number."""
        self._notices.drop(f"held:{name}")

    def saved(self, saved: object, unreadable: int, form: RecordForm) -> None:
        """Say that it is safe here, what was left out, and how to undo it."""
        self._remark(saved, form)
        form.show_problems()
        self._notices.drop("draft")
        undo = Action(lambda: self.tr("Undo (Ctrl Z)"), self.undo_requested.emit)
        self._notices.say(
            "saved",
            Notice(
                lambda: self.tr("Saved on this computer; it will be sent at the next exchange."),
                lambda: (
                    self.tr("%n field(s) were not saved: mend what is in red.", "", unreadable) if unreadable else ""
                ),
                "warn" if unreadable else "ok",
                (undo,),
            ),
        )

    def not_saved(self, wrong: Exception, forms: Iterable[RecordForm]) -> None:
        """Say why a save was refused or failed; what was typed is still there."""
        problems: tuple[Problem, ...] = getattr(wrong, "problems", ())
        for problem in problems:
            for form in forms:
                if problem.field in form.editors and problem.field in form.typed.typed():
                    form.refuse(problem.field, problem_text(problem))
        if problems:
            first = problems[0]
            notice = Notice(
                lambda: self.tr("Nothing was saved: %1").replace("%1", problem_text(first)),
                lambda: self.tr("What you typed is still here."),
                "danger",
            )
        else:
            notice = Notice(
                lambda: self.tr("Nothing was saved: this office's file cannot be written."),
                lambda: self.tr("What you typed is still here. Free some room on the disk, then save again."),
                "danger",
            )
        self._notices.say("saved", notice)

    def nothing_to_save(self, unreadable: int, forms: Iterable[RecordForm]) -> None:
        """Say why a save does nothing."""
        for form in forms:
            form.show_problems()
        if unreadable:
            self._notices.say(
                "saved",
                Notice(
                    lambda: self._left_out(unreadable),
                    lambda: self.tr("What you typed is still here."),
                    "warn",
                ),
            )

    def undone(self, in_time: bool) -> None:
        """Say that the last save was undone, or that it is too late."""
        if in_time:
            notice = Notice(lambda: self.tr("The last save was undone."), tone="ok")
        else:
            notice = Notice(
                lambda: self.tr("Too late to undo: it was sent to the centre, or a paper was given that rests on it."),
                lambda: self.tr("Type the right value and save again."),
                "warn",
            )
        self._notices.say("saved", notice)

    def vanished(self) -> None:
        """Say that a file is gone, and that what was typed is not."""
        self._notices.say(
            "vanished",
            Notice(
                lambda: self.tr("This file is no longer here: its creation was undone."),
                lambda: self.tr("What you typed is below; save it to create the file again."),
                "warn",
            ),
        )

    def _left_out(self, unreadable: int) -> str:
        return self.tr("%n field(s) were not saved: mend what is in red.", "", unreadable) if unreadable else ""

    def _remark(self, saved: object, form: RecordForm) -> None:
        problems: tuple[Problem, ...] = getattr(saved, "problems", ())
        for problem in problems:
            # A number that stands twice is looked up and told with the name of the other person.
            if problem.field in form.editors and problem.code != "number_stands_twice":
                form.set_remark(problem.field, problem_text(problem))


def _named(row: Row) -> str:
    return isolate(names_of(row)[0] or row.text("ppr") or "-")
