"""Lines and list fields: keys left to the window, one name in the line, arrows that open the list, the cursor."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.system.locale import Language
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, PasswordEdit, SearchField, TextEdit
from sync.domain.names import fold
from tests.desktop.conftest import PutOn


@pytest.mark.parametrize("key", [Qt.Key.Key_U, Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_D])
def test_a_line_leaves_the_keys_of_the_window_to_the_window(qtbot: QtBot, key: Qt.Key) -> None:
    choice = ChoiceEdit()
    qtbot.addWidget(choice)
    search = SearchField()
    qtbot.addWidget(search)
    for line in (search, choice.line):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        asked.accept()  # as X11's keys of a line make it
        QApplication.sendEvent(line, asked)
        assert not asked.isAccepted()
        copied = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(line, copied)
        assert copied.isAccepted()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)", extend=True)
def test_an_arrow_opens_the_list_and_chooses_nothing_unseen(qtbot: QtBot) -> None:
    choice = ChoiceEdit()
    qtbot.addWidget(choice)
    choice.set_choices([("a", "أكادير"), ("b", "تارودانت")])
    choice.show()
    told: list[str] = []
    choice.choice_changed.connect(told.append)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.view().isVisible()
    assert told == []
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert told == [choice.choice()] != [""]


def test_the_first_name_of_two_stands_in_the_line_and_both_are_found(qtbot: QtBot, language: Language) -> None:
    choice = ChoiceEdit(fold)
    qtbot.addWidget(choice)
    choice.set_choices(
        [("a", "الرخصة السنوية (LV-ANN) · Congé annuel"), ("b", "رخصة الولادة (LV-MAT) · Congé de maternité")]
    )
    choice.line.setText("maternité")
    choice.line.editingFinished.emit()
    assert (choice.choice(), choice.line.text()) == ("b", "رخصة الولادة (LV-MAT)")
    choice.line.editingFinished.emit()
    assert choice.choice() == "b"


def test_an_empty_line_has_its_cursor_at_the_start_edge_whatever_the_keyboard(qtbot: QtBot, put_on: PutOn) -> None:
    for language, side in (("ar", Qt.AlignmentFlag.AlignRight), ("fr", Qt.AlignmentFlag.AlignLeft)):
        put_on(language)
        for line in (TextEdit(), CodeEdit(), PasswordEdit(), ChoiceEdit().line):
            qtbot.addWidget(line)
            assert line.alignment() & (side | Qt.AlignmentFlag.AlignAbsolute) == side | Qt.AlignmentFlag.AlignAbsolute
