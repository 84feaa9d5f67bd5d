"""The pane beside the people list: who the chosen person is, what waits to be sent, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from massar_desktop.screens.people_balances import BalancesPart, running_line
from massar_desktop.screens.person_words import (
    Labels,
    cadre_line,
    chips_of,
    colon,
    names_of,
    rank_line,
    shown,
    waiting_line,
)
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import field_label
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Line, two_lines
from massar_desktop.widgets.chip import Chip
from massar_desktop.widgets.labels import Avatar, CutLabel, Label
from massar_desktop.widgets.translated import Translated
from sync.domain.operation import Verb
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.glance import Glance
    from massar_desktop.queries.person import PersonView, Waiting

WIDTH: Final = 326
_FACTS: Final = ("ppr", "cin", "birth_date", "cadre", "rank", "school", "phone")
_MOST: Final = 3
_CHIPS: Final = 4
_GAP: Final = 6
"""Between what stands there and the scroll bar, also where there is none: nothing moves when it comes."""


class PersonPreview(Translated):
    """Signals: ``opened(object)``, ``act_requested(object)``, ``papers_requested(object)`` with the person shown."""

    opened = Signal(object)
    act_requested = Signal(object)
    papers_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: PersonView | None = None
        self._stub: Row | None = None
        self._glance: Glance | None = None
        self._labels: Labels = {}
        self.setFixedWidth(WIDTH)
        self._card = Card(ground="pane")
        self._avatar = Avatar(size=52)
        self._name, self._second = CutLabel("", "h2"), CutLabel("", "sub", "text2")
        self._chips = [Chip() for _ in range(_CHIPS)]
        self._facts = {name: (Label("", "sub", "text3"), Label("", "sub", weight=600, wrap=True)) for name in _FACTS}
        self.extra = QVBoxLayout()
        """Room for what is typed beside a list, under the name."""
        self.balances = BalancesPart()
        self._runs, self._waits, self._lacks = _Part(), _Part(), _Part()
        self._open = Button(kind="primary", key="Enter")
        self.act, self.papers = (
            Button(kind="quiet", icon="file-plus", key="F4"),
            Button(kind="quiet", icon="printer", key="Ctrl P"),
        )
        for button, signal in (
            (self._open, self.opened),
            (self.act, self.act_requested),
            (self.papers, self.papers_requested),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._press(signal))
        self._area, self._inside = QScrollArea(), QWidget()  # what does not fit must not make the window taller
        self._column = QVBoxLayout(self._inside)
        self._build()
        self.show_person(None)

    def show_glance(self, glance: Glance) -> None:
        """Show a dossier with its balances, or what is known of somebody whose file is elsewhere."""
        if glance.left is not None:
            self.show_stub(glance.left, glance)
        else:
            self.show_person(glance.view, glance)

    def show_person(self, view: PersonView | None, glance: Glance | None = None) -> None:
        """Show a dossier, or nothing."""
        self._view, self._stub, self._glance = view, None, glance
        self._fill(filled=view is not None)

    def show_stub(self, stub: Row, glance: Glance | None = None) -> None:
        """Show what is known of somebody who was transferred, or was not referred to this academy."""
        self._view, self._stub, self._glance = None, stub, glance
        self._fill(filled=True)

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def shown_person(self) -> int | None:
        """The person shown, None for nobody."""
        return self._view.id if self._view is not None else None

    def sentence(self) -> str:
        """What the pane says, as a screen reader would read it."""
        facts = [f"{label.text()} {value.text()}" for label, value in self._facts.values()]
        more = (self._runs.sentence(), self._waits.sentence(), self._lacks.sentence())
        parts = (self._name.whole_text(), self.balances.sentence(), *facts, *more)
        return "; ".join(part for part in parts if part)

    def retranslate(self) -> None:
        """Write everything in the language in force."""
        rtl = current_language() == "ar"  # Qt turns rows over, but no margins
        self._column.setContentsMargins(_GAP if rtl else 0, 0, 0 if rtl else _GAP, 0)
        self._open.setText(self.tr("Open the file"))
        self.act.setText(self.tr("Act"))
        self.papers.setText(self.tr("Print"))
        for button in (self._open, self.act, self.papers):
            button.setEnabled(self._view is not None)
        for name, (label, _) in self._facts.items():
            label.setText(self._fact_label(name))
        view = self._view
        self.balances.show_glance(self._glance)
        runs = self._glance.running if self._glance is not None else ()
        self._runs.say(self.tr("Running acts"), [running_line(one) for one in runs])
        if self._stub is not None:
            self._say_stub(self._stub)
        if view is None:
            return
        self._say_name(view.employee)
        specs = chips_of(view)[:_CHIPS]
        for chip, spec in zip(self._chips, specs, strict=False):
            chip.set_spec(spec)
        for chip in self._chips[len(specs) :]:
            chip.hide()
        for name, (_, value) in self._facts.items():
            value.setText(self._fact(view, name) or "-")
        self._say_parts(view)

    def _fill(self, *, filled: bool) -> None:
        """An empty pane has no scroll bar either: that of who was shown before would stay."""
        self._inside.setVisible(filled)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if filled else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(policy)
        self.retranslate()

    def _say_name(self, person: Row) -> None:
        first, second = names_of(person)
        self._avatar.set_name(first)
        self._name.setText(first or self.tr("Without a name"))
        self._second.setText(second)

    def _say_stub(self, stub: Row) -> None:
        self._say_name(stub)
        for chip in self._chips:
            chip.hide()
        for name, (_, value) in self._facts.items():
            value.setText(self._fact_elsewhere(stub, name) or "-")
        if stub.kind == "directory_entry":
            self._say_listed(stub)
            return
        there = isolate(stub.text("destination_ar" if current_language() == "ar" else "destination_la"))
        left = self.tr("Transferred to %1 from %2 on")
        self._waits.say(
            left.replace("%1", there).replace("%2", shown(stub, "day", {})), [self.tr("The file is there.")]
        )
        acts = [ltr(line) for line in stub.text("acts").splitlines()]
        self._lacks.say(self.tr("Acts taken here"), _few(acts, self.tr("and %1 more")))

    def _fact_elsewhere(self, known: Row, name: str) -> str:
        """What is known of somebody whose file is not here."""
        if name == "school":
            return isolate(self._glance.school[0 if current_language() == "ar" else 1]) if self._glance else ""
        return shown(known, name, self._labels) if name == "ppr" or known.get(name) else ""

    def _say_listed(self, entry: Row) -> None:
        """Who was not referred: where her file is."""
        from massar_desktop.queries.provinces import province_names

        province = entry.get("province")
        there = province_names(province if isinstance(province, int) else None)
        words = self.tr("The file is at %1").replace("%1", isolate(there[0 if current_language() == "ar" else 1]))
        self._waits.say(words, [self.tr("It was not referred to the academy: only the directory is here.")])
        self._lacks.say("", [])

    def _fact_label(self, name: str) -> str:
        if name == "cadre":
            return self.tr("Cadre, grade")
        if name == "rank":
            return self.tr("Échelle, échelon")
        return field_label("situation" if name == "school" else "employee", name)

    def _fact(self, view: PersonView, name: str) -> str:
        if name == "cadre":
            return cadre_line(view.situation, self._labels)
        if name == "rank":
            return rank_line(view.situation)
        if name == "school":
            return isolate(view.school[0 if current_language() == "ar" else 1])
        return shown(view.employee, name, self._labels)

    def _say_parts(self, view: PersonView) -> None:
        lines = [self._waiting(one) for one in view.waiting]
        self._waits.say(self.tr("Waiting to be sent"), _few(lines, self.tr("and %1 more")))
        gaps = [field_label("employee", gap.field or "") for gap in view.gaps]
        comma = "، " if current_language() == "ar" else ", "
        self._lacks.say(self.tr("What is missing"), [comma.join(gaps)] if gaps else [])

    def _waiting(self, one: Waiting) -> str:
        """What waits in a line or two: of an act its kind alone, its facts stand in the file."""
        title, values = waiting_line(one, self._labels)
        return title if one.verb in (Verb.ACT, Verb.STEP) or not values else f"{title}{colon()} {values}"

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        column = self._column
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar)
        head.addWidget(two_lines(self._name, self._second), 1)
        column.addLayout(head)
        for pair in (self._chips[:2], self._chips[2:]):
            row = QHBoxLayout()
            row.setSpacing(6)
            for chip in pair:
                row.addWidget(chip)
            row.addStretch(1)
            column.addLayout(row)
        column.addLayout(self.extra)
        column.addWidget(Line())
        facts = QGridLayout()
        facts.setHorizontalSpacing(14)
        facts.setVerticalSpacing(8)
        facts.setColumnStretch(1, 1)
        for row_number, (label, value) in enumerate(self._facts.values()):
            facts.addWidget(label, row_number, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, row_number, 1)
        column.addLayout(facts)
        column.addWidget(self.balances)
        column.addWidget(self._runs)
        column.addWidget(self._waits)
        column.addWidget(self._lacks)
        column.addStretch(1)
        area = self._area
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        for part in (area.viewport(), self._inside):
            part.setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._card.body.addWidget(area, 1)
        self._card.body.addStretch(0)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        keys.addWidget(self.act)
        keys.addWidget(self.papers)
        keys.addStretch(1)
        self._card.body.addLayout(keys)
        self._card.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)

    def _press(self, signal: SignalInstance) -> None:
        if self._view is not None:
            signal.emit(self._view.id)


class _Part(QWidget):
    """A divider, a small title and a few lines; it hides when there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "h3")
        self._words = Label("", "sub", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (Line(), self._title, self._words):
            column.addWidget(part)

    def say(self, title: str, lines: list[str]) -> None:
        self._title.setText(title)
        self._words.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def sentence(self) -> str:
        return f"{self._title.text()} {self._words.text()}" if not self.isHidden() else ""


def _few(lines: list[str], more: str) -> list[str]:
    if len(lines) <= _MOST:
        return lines
    return [*lines[:_MOST], more.replace("%1", str(len(lines) - _MOST))]
