"""Line editors: text, codes that always read left to right, days typed in any short form, search."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import LRM
from massar_desktop.widgets.icons import icon

_EASTERN_DIGITS: Final = {ord(a): str(n % 10) for n, a in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


def western_digits(text: str) -> str:
    """Return a text with its Eastern digits written 0-9, as every office writes codes and dates."""
    return text.translate(_EASTERN_DIGITS)


def _start_edge() -> Qt.AlignmentFlag:
    """Return the start edge as an absolute side: Latin content would stick to the left in Arabic."""
    rtl = theme.appearance().direction == "rtl"
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


_OF_A_LINE: Final = frozenset("ACVXYZ")


class Line(QLineEdit):
    """A line that leaves the keys of the window to the window.

    On X11 Qt gives a line Ctrl U (empty it) and Ctrl E (to its end) before any shortcut: neither the stick nor an
    export would open from a search that has the focus. Of Ctrl and a letter it keeps clipboard, undo and select all.

    It is written from the start edge: an empty one would put its cursor where the keyboard's language begins.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(_start_edge())

    def changeEvent(self, event: QEvent) -> None:
        """Move to the start edge of the language in force."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.setAlignment(_start_edge())

    def event(self, event: QEvent) -> bool:
        """Refuse to be asked first for other letters."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            and chr(event.key()) not in _OF_A_LINE
        ):
            event.ignore()
            return True
        return bool(super().event(event))


class TextEdit(Line):
    """A line of free text at the height of the look. A read-only one is grey and left out of Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(tokens.FIELD_HEIGHT)

    def set_calculated(self, *, calculated: bool = True) -> None:
        """Make the field one that the application fills: grey and never focused."""
        self.setReadOnly(calculated)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if calculated else Qt.FocusPolicy.StrongFocus)
        self.style().unpolish(self)
        self.style().polish(self)


class CodeEdit(TextEdit):
    """A line for codes and numbers (PPR, CIN, RIB, telephone): left to right, at the start edge.

    Eastern digits become Western at each key; with ``upper=True`` so do small letters become capitals.
    """

    def __init__(self, *, upper: bool = False) -> None:
        super().__init__()
        self._upper = upper
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.textEdited.connect(self._normalise)

    def _normalise(self, text: str) -> None:
        wanted = western_digits(text)
        if self._upper:
            wanted = wanted.upper()
        if wanted != text:
            at = self.cursorPosition()
            self.setText(wanted)
            self.setCursorPosition(at)


class PasswordEdit(TextEdit):
    """A secret, with an eye that shows it; at the start edge whatever script it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.triggered.connect(self.toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._refresh()

    def toggle(self) -> None:
        """Show the secret, or hide it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Take the words, the side and the colours in force."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange) and hasattr(self, "_eye"):
            self._refresh()

    def _refresh(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.setIcon(icon("eye" if hidden else "eye-off", theme.colours().text2, tokens.ICON_BUTTON))
        self._eye.setText(self.tr("Show the password") if hidden else self.tr("Hide the password"))


class DateEdit(CodeEdit):
    """A day typed as the clerk likes ("12/3", "07122026", "2031"), shown as dd/MM/yyyy, MM/yyyy or yyyy.

    It holds text. ``read`` turns what was typed into the text to show, or answers None if it is no day;
    the text is then kept as typed and :meth:`is_readable` is false. QDateEdit is not used: in a
    right-to-left window it turns its own format round.

    Signals: ``day_entered(str)`` when the clerk leaves the field or presses Enter, with the text shown.
    """

    day_entered = Signal(str)

    def __init__(self, read: Callable[[str], str | None], *, partial: bool = False) -> None:
        super().__init__()
        self._read, self._partial = read, partial
        self._readable = True
        self.editingFinished.connect(self._enter)
        self._write_placeholder()

    def is_readable(self) -> bool:
        """Return whether the text is empty or a day that ``read`` accepts."""
        return not self.text().strip() or self._read(self.text().strip()) is not None

    def changeEvent(self, event: QEvent) -> None:
        """Show the shape of a day in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write_placeholder()

    def _enter(self) -> None:
        typed = self.text().strip()
        shown = self._read(typed) if typed else ""
        if shown is not None and shown != self.text():
            self.setText(shown)
        self.day_entered.emit(self.text())

    def _write_placeholder(self) -> None:
        shape = self.tr("dd/mm/yyyy, or the year") if self._partial else self.tr("dd/mm/yyyy")
        # Marks round each slash keep the day at the left, where it is typed.
        self.setPlaceholderText(shape.replace("/", f"{LRM}/{LRM}"))


class SearchField(TextEdit):
    """The search line of a list: answers at each key, Escape empties it, Down goes to the list.

    Signals: ``searched(str)`` at each change, ``list_requested()`` on Down.
    """

    searched = Signal(str)
    list_requested = Signal()

    def __init__(self, placeholder: str = "", *, height: int = 40) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setPlaceholderText(placeholder)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        self.textChanged.connect(self.searched)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the icon again when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_glass"):
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the search, Down leaves it for the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the last search when one comes back by key, so that typing starts a new one."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.TabFocusReason):
            self.selectAll()

    def _tint(self) -> None:
        self._glass.setIcon(icon("search", theme.colours().text2, tokens.ICON_BUTTON))
