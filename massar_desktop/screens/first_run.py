"""What a computer without an office shows: practise on invented people, or enrol with the centre.

Only Qt and light modules are imported here, as for the sign-in card: this may be the first thing painted.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from massar_desktop.screens.enrolment_form import EnrolmentForm
from massar_desktop.screens.first_by_stick import BringOffice, EnrolByStick
from massar_desktop.screens.recovery_code_page import RecoveryCodePage
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import group
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import IconLabel, IconTile, Label, ProductMark
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.meter import Meter, Part
from massar_desktop.widgets.scrolled import scrolled_column
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated

_NARROW, _STICK, _WIDE = 480, 560, 800


class _Way(Card):
    """One of the two ways to begin: icon, title, three facts, one button."""

    def __init__(self, icon: str, tone: Tone) -> None:
        super().__init__()
        self.button = Button("")
        self._name = Label("", "h2")
        self._facts = [Label("", "sub", "text2", wrap=True) for _ in range(3)]
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconTile(icon, tone))
        head.addWidget(self._name, 1)
        self.body.addLayout(head)
        self.body.addSpacing(6)
        for fact in self._facts:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconLabel("check", tone, 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(fact, 1)
            self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addSpacing(10)
        self.body.addWidget(self.button)

    def write(self, name: str, facts: Sequence[str], button: str) -> None:
        """Write the words of the way."""
        self._name.setText(name)
        for label, fact in zip(self._facts, facts, strict=True):
            label.setText(fact)
        self.button.setText(button)


class _ChoicePage(Translated):
    """The two ways side by side; neither is coloured as the better one."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._question = Label("", "h1"), Label("", "body", "text2")
        self.message = MessageLine("", "", "danger")
        self.message.hide()
        self.practice, self.enrolment = _Way("graduation-cap", "warn"), _Way("building", "plum")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._question)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(ProductMark(48))
        head.addLayout(names, 1)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self.practice, 1)
        ways.addWidget(self.enrolment, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addLayout(ways)
        self.by_stick, self.bring = Button("", "quiet", icon="usb"), Button("", "quiet", icon="monitor")
        more = QHBoxLayout()
        more.addWidget(self.by_stick)
        more.addWidget(self.bring)
        more.addStretch(1)
        column.addLayout(more)
        self.setFocusProxy(self.practice.button)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the choice in the language in force."""
        self._title.setText(self.tr("Massar Desktop"))
        self._question.setText(self.tr("This computer has no office yet. How shall we begin?"))
        self.by_stick.setText(self.tr("No line here: enrol by USB stick"))
        self.bring.setText(self.tr("Bring my office from another computer"))
        self.practice.write(
            self.tr("Practice province"),
            (
                self.tr("Invented people, schools and files: nobody is real"),
                self.tr("Nothing leaves this computer"),
                self.tr("Try everything; nothing you do can do harm"),
            ),
            self.tr("Begin to practise"),
        )
        self.enrolment.write(
            self.tr("My directorate's office"),
            (
                self.tr("With the address and the one-time code from the centre"),
                self.tr("The files are copied here, encrypted"),
                self.tr("A connection is needed this first time; afterwards you work without"),
            ),
            self.tr("Enrol with the centre"),
        )


class _WorkingPage(Translated):
    """What is being done and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text = Label("", "h2"), Label("", "body", "text2", wrap=True)
        self._count = Label("", "cap", "text3")
        self._stay = Label("", "sub", "text2", wrap=True)
        self._meter = Meter()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        for part in (self._title, self._text, self._meter, self._count, self._stay):
            column.addWidget(part)
        self._meter.hide()
        self.retranslate()

    def set_progress(self, text: str, done: int, whole: int) -> None:
        """Say what is being done; a whole of zero means that nobody knows how much there is."""
        self._text.setText(text)
        numbers = f"{group(done)} / {group(whole)}" if whole else group(done) if done else ""
        self._count.setText(numbers)
        self._meter.setVisible(whole > 0)
        self._meter.set_parts([Part(done)], whole=whole, sentence=f"{text} {numbers}".strip())

    def sentence(self) -> str:
        """Return what is being done and how far it is."""
        return self._meter.accessibleName()

    def retranslate(self) -> None:
        """Write the page in the language in force."""
        self._title.setText(self.tr("Your office is being prepared…"))
        self._stay.setText(self.tr("Please leave this window open."))


class FirstRun(Translated):
    """A calm card in the middle: the choice, the form, the wait, the recovery code.

    Signals: ``practice_chosen()``, ``enrolment_submitted(address, code, password)``, ``language_chosen(str)``,
    ``help_requested()`` (F1), ``finished()`` when the recovery code is said to be written down,
    ``stick_page_shown(bool)`` when a page that needs a stick comes or goes.
    """

    practice_chosen = Signal()
    enrolment_submitted = Signal(str, str, str)
    language_chosen = Signal(str)
    help_requested = Signal()
    finished = Signal()
    stick_page_shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.choice, self.form = _ChoicePage(), EnrolmentForm()
        self.by_stick, self.bring = EnrolByStick(), BringOffice()
        self.working, self.recovery = _WorkingPage(), RecoveryCodePage()
        self._asked: QWidget = self.choice
        self._shown: QWidget = self.choice
        self._busy = False
        self.switch = LanguageSwitch(current_language())
        self.switch.language_chosen.connect(self.language_chosen)
        self._build()
        self.choice.practice.button.clicked.connect(self.practice_chosen)
        self.choice.enrolment.button.clicked.connect(lambda: self._ask(self.form))
        self.choice.by_stick.clicked.connect(lambda: self._ask(self.by_stick))
        self.choice.bring.clicked.connect(lambda: self._ask(self.bring))
        for asking in (self.form, self.by_stick, self.bring):
            asking.left.connect(lambda: self._ask(self.choice))
        self.form.submitted.connect(self.enrolment_submitted)
        self.recovery.continued.connect(self.finished)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.help_requested)
        self.retranslate()
        self._ask(self.choice)

    def set_busy(self, busy: bool) -> None:
        """Show the wait, so that nothing is asked twice; or come back to what was asked."""
        self._busy = busy
        if busy:
            self.working.set_progress("", 0, 0)
        self._show(self.working if busy else self._asked)

    def set_progress(self, text: str, done: int, whole: int) -> None:
        """Say what is being done; ``done`` of ``whole`` in any unit, ``whole`` 0 when it is not known."""
        if not self._busy:
            self.set_busy(busy=True)
        self.working.set_progress(text, done, whole)

    def show_problem(self, text: str) -> None:
        """Say why it did not go and what to do, over what was asked; ends the wait. What was typed stays."""
        self.set_busy(busy=False)
        asked = self._asked
        page = asked if isinstance(asked, EnrolmentForm | EnrolByStick | BringOffice) else self.choice
        page.message.set_message(text, "", "danger")

    def show_recovery_code(self, code: str) -> None:
        """Show the office's recovery code, once; what was typed in the form is forgotten."""
        self._busy = False
        self.form.forget_secrets()
        self.recovery.set_code(code)
        self._show(self.recovery)

    def shown_page(self) -> QWidget:
        """Return the page in front: one of its attributes."""
        return self._shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus or the page's own, Escape goes back to the choice."""
        page = self.shown_page()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            elif isinstance(page, EnrolmentForm | RecoveryCodePage | EnrolByStick | BringOffice):
                page.submit()
        elif event.key() == Qt.Key.Key_Escape and page in (self.form, self.by_stick, self.bring):
            self._ask(self.choice)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the window in the language in force."""
        self.setWindowTitle(self.tr("Massar Desktop"))
        self.switch.set_language(current_language())

    def _build(self) -> None:
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(0, 0, 0, 0)
        # Not a stack: that one keeps the height of its tallest page.
        for page in self._pages():
            inside.addWidget(page)
        whole = scrolled_column(self)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.addStretch(2)
        # Between stretches: an aligned widget is given the height that its words take at the width of the window.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addSpacing(12)
        whole.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        self.resize(1366, 768)

    def _ask(self, page: QWidget) -> None:
        self._asked = page
        self._show(page)

    def _pages(self) -> tuple[QWidget, ...]:
        return self.choice, self.form, self.by_stick, self.bring, self.working, self.recovery

    def _show(self, page: QWidget) -> None:
        self._shown = page
        for other in self._pages():
            other.setVisible(other is page)
        with_stick, narrow = page in (self.by_stick, self.bring), page in (self.form, self.working)
        self._card.setFixedWidth(_STICK if with_stick else _NARROW if narrow else _WIDE)
        self.stick_page_shown.emit(with_stick)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
