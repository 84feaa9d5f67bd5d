"""The situation of a person over time, drawn: her position, post, grade and leave, with the word of each stretch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from massar_desktop.screens.person_words import Labels
from massar_desktop.system.wording import choice_label, field_label, kind_label
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.timeline import Stay, Timeline
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.career_lanes import Stretch

_TONES: Final[Mapping[str, Tone]] = {"position": "ok", "school": "info", "grade": "accent", "leave": "plum"}
_AWAY: Final[Mapping[str, Tone]] = {"detachment": "plum", "availability": "danger", "military_service": "warn"}
_HEALTH: Final = "health"


class PersonTimeline(Translated):
    """The card of the picture; it hides while nothing is known."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked = 0
        self._stretches: list[Stretch] = []
        self._labels: Labels = {}
        self._schools: Mapping[str, str] = {}
        self.picture, self._card = Timeline(), Card("")
        self._card.body.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.retranslate()

    def show_person(self, person: int) -> None:
        """Read a person's career and draw it."""
        self._asked = person
        replica, clerk = self._session.replica, self._session.clerk

        def read() -> tuple[int, list[Stretch]]:
            from massar_desktop.queries.asking import Asker
            from massar_desktop.queries.career_lanes import career_lanes

            with self._session.database.read() as connection:
                return person, career_lanes(connection, person, Asker(replica.identity, clerk, replica.today()))

        self._session.tasks.run(read, self._came)

    def set_reference(self, labels: Labels, schools: Mapping[str, str]) -> None:
        """Take the labels of codes and the names of schools in the language in force."""
        self._labels, self._schools = labels, schools
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._card.set_title(self.tr("Situation over time"))
        titles = {
            "position": field_label("situation", "position"),
            "school": field_label("situation", "school"),
            "grade": field_label("situation", "grade"),
            "leave": self.tr("Leave"),
        }
        lanes = [
            (title, [self._stay(one) for one in self._stretches if one.lane == lane]) for lane, title in titles.items()
        ]
        shown = [(title, stays) for title, stays in lanes if stays]
        said = "; ".join(f"{title}: {', '.join(stay.tip for stay in stays)}" for title, stays in shown)
        today = date.fromisoformat(self._session.replica.today())
        self.picture.show_lanes(shown, today, now=self.tr("Today"), sentence=said)
        self.setVisible(bool(shown))

    def _came(self, answer: tuple[int, list[Stretch]]) -> None:
        person, stretches = answer
        if person == self._asked:
            self._stretches = stretches
            self.retranslate()

    def _stay(self, one: Stretch) -> Stay:
        word = self._word(one)
        days = [ltr(show_day(day)) for day in (one.from_on, one.to_on) if day]
        last = date.fromisoformat(one.to_on).toordinal() if one.to_on else None
        tone = _AWAY.get(one.value, _TONES[one.lane])
        tip = f"{isolate(word)} {' - '.join(days)}"
        return Stay(date.fromisoformat(one.from_on).toordinal(), last, word, tone, not one.decided, tip)

    def _word(self, one: Stretch) -> str:
        if one.lane == "position":
            return choice_label("situation", "position", one.value)
        if one.lane == "school":
            return self._schools.get(one.value, one.value)
        if one.lane == "grade":
            return self._labels.get(("grade", one.value), one.value)
        if one.value == _HEALTH:
            return self.tr("Health leave")
        kinds = {cls.CODE: cls.KIND.name for cls in catalog.ACTS}
        return kind_label(kinds[one.value]) if one.value in kinds else one.value
