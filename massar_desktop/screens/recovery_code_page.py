"""The office's recovery code, shown once, to be written down before the work begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.translated import Translated


class RecoveryCodePage(Translated):
    """Groups of five signs, left to right, to print or copy; "I wrote it down" opens the way on.

    Signals: ``continued()``.
    """

    continued = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self._title, self._about = Label("", "h1"), Label("", "body", "text2", wrap=True)
        self._safe = Label("", "body", wrap=True, weight=500)
        self._groups = QHBoxLayout()
        self.print_button, self.copy_button = Button("", icon="printer", key="Ctrl P", bind=True), Button("")
        self.print_button.clicked.connect(self._print)
        self.copy_button.clicked.connect(self._copy)
        self.written = CheckBox()
        self.button = Button("", "primary", key="Enter")
        self.button.setEnabled(False)
        self.written.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self.submit)
        self._build()
        self.setFocusProxy(self.print_button)
        self.retranslate()

    def set_code(self, code: str) -> None:
        """Show a code whose groups are joined by hyphens; nothing is written down yet."""
        self._code = code
        self.written.setChecked(False)
        while (old := self._groups.takeAt(0)) is not None:
            if (label := old.widget()) is not None:
                label.deleteLater()
        for group in code.split("-"):
            label = Label(ltr(group), "value")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._groups.addWidget(label)
        self._paper.setAccessibleName(code)

    def shown_code(self) -> str:
        """Return the code on the screen, "" for none."""
        return self._code

    def submit(self) -> None:
        """Go on, once the clerk has said that the code is written down; forgets the code."""
        if self.written.isChecked():
            self.set_code("")
            self.continued.emit()

    def retranslate(self) -> None:
        """Write the page in the language in force."""
        self._title.setText(self.tr("Your office's recovery code"))
        self._about.setText(
            self.tr(
                "If a password is forgotten or the computer's session is set up anew, this code alone opens the "
                "office's files. It is shown this one time and kept nowhere."
            )
        )
        self._safe.setText(self.tr("Write it on paper and put it in the office's safe."))
        self.print_button.setText(self.tr("Print"))
        self.copy_button.setText(self.tr("Copy"))
        self.written.setText(self.tr("I wrote it down and put it in a safe place"))
        self.button.setText(self.tr("Continue"))

    def _build(self) -> None:
        self._paper = Card(ground="note")
        # A code reads left to right in both languages, group by group.
        line = QFrame()
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.setLayout(self._groups)
        self._groups.setSpacing(18)
        self._groups.setContentsMargins(0, 6, 0, 6)
        self._groups.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper.body.addWidget(line)
        tools = QHBoxLayout()
        tools.addWidget(self.print_button)
        tools.addWidget(self.copy_button)
        tools.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.written)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        for part in (self._title, self._about, self._safe, self._paper):
            column.addWidget(part)
        column.addLayout(tools)
        column.addSpacing(8)
        column.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.copy_button.setText(self.tr("Copied"))

    def _print(self) -> None:
        # Printing is loaded only when it is asked for.
        from massar_desktop.documents.recovery_sheet import print_sheet

        print_sheet(self._code, self)
