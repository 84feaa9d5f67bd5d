"""A label, its editor and the line that is always reserved under it for help or for what is wrong."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.widgets import theme
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.tokens import Tone


class LabelledField(QWidget):
    """``LabelledField("Phone", CodeEdit())``: nothing moves when a problem appears.

    The problem replaces the help, is red, frames the editor in red and is read out with it; a problem that
    does not block (``set_warning``) is in the warning tone and leaves the frame.
    """

    def __init__(self, label: str, editor: QWidget, *, required: bool = False, help_text: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._label = Label(label, "sub", weight=500)
        self._label.setBuddy(editor)
        self._star = Label("*", "sub", "danger")
        self._under = CutLabel("", "cap", "text3")
        self._under.setFixedHeight(18)
        self._help, self._problem = help_text, ""
        self._shown = ("", "text3", False)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._label)
        head.addWidget(self._star)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self._under)
        self._star.setVisible(required)  # only now: shown without a parent it would be a window and take the focus
        self.set_label(label)
        self._show(help_text, "text3", problem=False)

    def set_label(self, label: str) -> None:
        """Write the label, which is also the editor's name for a screen reader."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_required(self, *, required: bool) -> None:
        """Show or hide the star."""
        self._star.setVisible(required)

    def set_help(self, text: str, tone: Tone | None = None) -> None:
        """Write the help line; it waits while a problem is shown."""
        self._help = text
        if not self._problem:
            self._show(text, tone or "text3", problem=False)

    def set_problem(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it back and shows the help again."""
        self._problem = text
        self._show(text or self._help, "danger" if text else "text3", problem=bool(text))

    def set_warning(self, text: str) -> None:
        """Say what looks wrong without blocking; an empty text shows the help again."""
        self._problem = ""
        self._show(text or self._help, "warn" if text else "text3", problem=False)

    def problem(self) -> str:
        """Return the problem shown, "" for none."""
        return self._problem

    def under_text(self) -> str:
        """Return what the line under the editor says now."""
        return self._under.whole_text()

    def _show(self, text: str, ink: str, *, problem: bool) -> None:
        if (text, ink, problem) == self._shown:
            return
        self._shown = text, ink, problem
        self._under.setText(text)
        self._under.set_ink(ink)
        self.editor.setAccessibleDescription(text)
        theme.restyle(self.editor, "problem", "true" if problem else "false")
