"""A widget whose words follow the language while it is open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame


class Translated(QFrame):
    """Base of widgets with words of their own: :meth:`retranslate` is called at each change of language.

    A QFrame, because a style sheet paints the ground of a frame and not of a bare QWidget.

    Call ``self.retranslate()`` once at the end of ``__init__`` and set every text there, never elsewhere.
    """

    def changeEvent(self, event: QEvent) -> None:
        """Write the words again when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text of the widget in the language in force."""
