"""Parts of the settings that are choices of one person: look and language, session and visit, the way to the centre."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.system.locale import current_language
from massar_desktop.system.preferences import LOCK_MINUTES, VISIT_LOCK, Preferences, ProxyMode
from massar_desktop.system.proxy import read_proxy
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.editors import CodeEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.segments import Segments
from massar_desktop.widgets.translated import Translated

_MODES: tuple[ProxyMode, ...] = ("system", "none", "own")


class Part(Translated):
    """A column of choices, each with a title and what it does."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 4, 4, 4)
        self.column.setSpacing(6)

    def add(self, title: Label, about: Label, *choices: QWidget) -> None:
        """Add a choice under the others."""
        if self.column.count():
            self.column.addSpacing(16)
        self.column.addWidget(title)
        self.column.addWidget(about)
        for choice in choices:
            row = QHBoxLayout()
            row.setContentsMargins(0, 4, 0, 0)
            row.addWidget(choice)
            row.addStretch(1)
            self.column.addLayout(row)


def heading() -> tuple[Label, Label]:
    """Return an empty title and an empty sentence under it."""
    return Label("", "h3"), Label("", "sub", "text2", wrap=True)


class LookPart(Part):
    """Light or dark, Arabic or French."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._look, self._language, self._tour = heading(), heading(), heading()
        self.look = Segments(("light", "dark"))
        self.switch = LanguageSwitch(current_language())
        self.add(*self._look, self.look)
        self.tour = Button("", "plain", icon="circle-help")
        self.add(*self._language, self.switch)
        self.add(*self._tour, self.tour)
        self.column.addStretch(1)
        self.look.take("dark" if preferences.dark else "light")
        self.look.chosen.connect(lambda key: preferences.choose_dark(dark=key == "dark"))
        self.switch.language_chosen.connect(preferences.choose_language)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the part in the language in force."""
        self._look[0].setText(self.tr("Look"))
        self._look[1].setText(self.tr("Dark rests the eyes in a dim office; every word keeps its contrast."))
        self.look.write({"light": self.tr("Light"), "dark": self.tr("Dark")})
        self._language[0].setText(self.tr("Language"))
        self._language[1].setText(self.tr("Names, schools and grades are always shown in both scripts."))
        self.switch.set_language(current_language())
        self._tour[0].setText(self.tr("First tour"))
        self._tour[1].setText(self.tr("Five lines at the foot of the window that say where things are done."))
        self.tour.setText(self.tr("Show the tour again"))


class SessionPart(Part):
    """When it locks; a field visit."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._idle, self._visit = heading(), heading()
        self.minutes = Segments([str(number) for number in LOCK_MINUTES])
        self.lock = Button("", "plain", icon="lock", key="Ctrl L")
        self.visit = CheckBox()
        self.schools = Button("", "plain", icon="school", key="Shift F11")
        self.add(*self._idle, self.minutes, self.lock)
        self.add(*self._visit, self.visit, self.schools)
        self.column.addStretch(1)
        self.minutes.chosen.connect(lambda key: preferences.choose_lock(int(key)))
        self.visit.setChecked(preferences.visiting)
        self.visit.toggled.connect(lambda on: preferences.choose_visiting(visiting=on))
        preferences.changed.connect(self._take)
        self._take()
        self.retranslate()

    def _take(self, _name: str = "") -> None:
        self.visit.setChecked(self._preferences.visiting)
        self.minutes.take(str(self._preferences.lock_minutes))
        self.minutes.setEnabled(not self._preferences.visiting)

    def retranslate(self) -> None:
        """Write the part in the language in force."""
        self._idle[0].setText(self.tr("Lock when nobody works"))
        self._idle[1].setText(
            self.tr("What is on the screen and what is typed stays; the password opens it again, without any line.")
        )
        self.minutes.write({str(n): self.tr("%n minute(s)", "", n) for n in LOCK_MINUTES})
        self.lock.setText(self.tr("Lock now"))
        self._visit[0].setText(self.tr("Field visit"))
        self._visit[1].setText(
            self.tr("The laptop leaves the office: it locks by itself after %1 minutes.").replace("%1", str(VISIT_LOCK))
        )
        self.visit.setText(self.tr("This laptop is on a field visit"))
        self.schools.setText(self.tr("Schools to visit"))


class LinePart(Part):
    """How the centre is reached."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._proxy = heading()
        self.mode = Segments(_MODES)
        self.address = LabelledField("", CodeEdit())
        self.add(*self._proxy, self.mode)
        self.address.setMaximumWidth(420)
        self.column.addSpacing(8)
        self.column.addWidget(self.address)
        self.column.addStretch(1)
        mode, address = preferences.proxy
        self._line().setText(address.removeprefix("http://"))
        self.mode.take(mode)
        self.mode.chosen.connect(self._choose)
        self._line().editingFinished.connect(self._enter)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the part in the language in force."""
        self._proxy[0].setText(self.tr("Proxy"))
        self._proxy[1].setText(
            self.tr("Most offices need none. Where there is one, the network's technician gives its address.")
        )
        self.mode.write(
            {"system": self.tr("As the system says"), "none": self.tr("None"), "own": self.tr("This address")}
        )
        self.address.set_label(self.tr("Address of the proxy"))
        self.address.set_help(self.tr("For example: %1").replace("%1", ltr("10.0.0.1:3128")))
        self._show()

    def _line(self) -> CodeEdit:
        editor = self.address.editor
        assert isinstance(editor, CodeEdit)
        return editor

    def _choose(self, mode: str) -> None:
        if mode == "own":
            self._show()
            self._line().setFocus()
            self._enter()
            return
        self._preferences.choose_proxy("none" if mode == "none" else "system")
        self._show()

    def _enter(self) -> None:
        text = self._line().text()
        if self.mode.taken() != "own" or not text:
            return
        address = read_proxy(text)
        if address is None:
            self.address.set_problem(self.tr("Write it as name:port, without a password"))
            return
        self.address.set_problem("")
        self._preferences.choose_proxy("own", address)

    def _show(self) -> None:
        self.address.setVisible(self.mode.taken() == "own")
        self.address.set_problem("")
