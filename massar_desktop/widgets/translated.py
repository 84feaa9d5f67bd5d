"""A widget whose words follow the language while it is open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Translated(QWidget):
    """Base of widgets with words of their own: :meth:`retranslate` is called at each change of language.

    Call ``self.retranslate()`` once at the end of ``__init__`` and set every text there, never elsewhere.
    """

    def changeEvent(self, event: QEvent) -> None:
        """Write the words again when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text of the widget in the language in force."""
