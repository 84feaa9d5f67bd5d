"""The sheet that goes into the office's safe: the recovery code in both languages, and what it is for."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from massar_desktop.widgets import theme
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.tokens import UI_FAMILY

# Both languages stand on one sheet: who opens the safe may read either.
_TITLE: Final = "رمز استرجاع المكتب \u00b7 Code de récupération du bureau"
_ARABIC: Final = (
    "هذا الرمز وحده يفتح ملفات المكتب إذا نُسيت كلمة السر أو أُعيد إعداد جلسة الحاسوب. "
    "يُحفظ في خزنة المكتب ولا يُسلم إلا لرئيس المصلحة."
)
_FRENCH: Final = (
    "Ce code ouvre à lui seul les fichiers du bureau si un mot de passe est oublié ou si la session "
    "de l’ordinateur est refaite. À garder dans le coffre du bureau, à la disposition du seul chef de service."
)
_SIZES: Final = {"title": 16, "code": 22, "body": 11}


def print_sheet(code: str, parent: QWidget) -> QDialog:
    """Ask for a printer and, when the clerk agrees, print the sheet; gives the window that asks.

    The window is shown, not run: nothing waits inside it.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.accepted.connect(lambda: paint_sheet(printer, code))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def paint_sheet(paper: QPagedPaintDevice, code: str) -> None:
    """Paint the sheet on a printer or a PDF writer; RuntimeError when it cannot be painted on."""
    theme.load_fonts()
    painter = QPainter()
    if not painter.begin(paper):
        raise RuntimeError("the paper cannot be painted on")
    width, height = painter.window().width(), painter.window().height()
    across = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    wrapped = Qt.TextFlag.TextWordWrap
    for part, top, text, direction in (
        ("title", 0.06, _TITLE, Qt.LayoutDirection.RightToLeft),
        ("code", 0.20, "  ".join(ltr(group) for group in code.split("-")[:4]), Qt.LayoutDirection.LeftToRight),
        ("code", 0.27, "  ".join(ltr(group) for group in code.split("-")[4:]), Qt.LayoutDirection.LeftToRight),
        ("body", 0.40, _ARABIC, Qt.LayoutDirection.RightToLeft),
        ("body", 0.50, _FRENCH, Qt.LayoutDirection.LeftToRight),
    ):
        font = QFont(UI_FAMILY)
        font.setPointSize(_SIZES[part])
        painter.setFont(font)
        painter.setLayoutDirection(direction)
        painter.drawText(QRectF(width * 0.1, height * top, width * 0.8, height * 0.08), int(across | wrapped), text)
    painter.end()
