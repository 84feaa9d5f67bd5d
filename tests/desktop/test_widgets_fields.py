"""Fields: codes left to right in an Arabic form, days in any short form, choices found by typing."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.system.locale import Language
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import LRM
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.chip import Chip, ChipSpec, FilterChip
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, DateEdit, PasswordEdit, SearchField, TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.meter import Meter, Part, ProgressCells
from massar_desktop.widgets.named_code import NamedCodeEdit
from sync.domain.names import fold
from tests.desktop.conftest import PutOn
from tests.typing_keys import type_text


def read_day(typed: str) -> str | None:
    """Read d/m of 2026, d/m/yyyy, m/yyyy or yyyy, as a form would hand over."""
    parts = [int(part) for part in re.findall(r"\d+", typed)]
    match parts:
        case [day, month] if month <= 12:
            return f"{day:02d}/{month:02d}/2026"
        case [month, year] if year > 1900:
            return f"{month:02d}/{year}"
        case [day, month, year] if day <= 31 and month <= 12:
            return f"{day:02d}/{month:02d}/{year}"
        case [year] if year > 1900:
            return str(year)
    return None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("12/3", "12/03/2026"),
        ("5-1-2020", "05/01/2020"),
        ("1961", "1961"),
        ("4/1961", "04/1961"),
        ("١٢/٣/٢٠٢٤", "12/03/2024"),
    ],
)
def test_a_day_is_typed_short_and_shown_in_full(qtbot: QtBot, language: Language, typed: str, shown: str) -> None:
    field = DateEdit(read_day, partial=True)
    qtbot.addWidget(field)

    type_text(field, typed)
    with qtbot.waitSignal(field.day_entered) as entered:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert entered.args == [shown]
    assert field.text() == shown
    assert field.is_readable()


def test_what_is_no_day_is_kept_as_typed(qtbot: QtBot, language: Language) -> None:
    field = DateEdit(read_day)
    qtbot.addWidget(field)

    type_text(field, "31/31/31")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "31/31/31"
    assert not field.is_readable()


def test_an_empty_day_is_readable_and_shows_its_shape(qtbot: QtBot, put_on: PutOn) -> None:
    field = DateEdit(read_day)
    qtbot.addWidget(field)

    assert field.is_readable()
    assert field.placeholderText() == f"يوم{LRM}/{LRM}شهر{LRM}/{LRM}سنة"


def test_codes_read_left_to_right_at_the_start_edge(qtbot: QtBot, qapp: QApplication, put_on: PutOn) -> None:
    field = CodeEdit(upper=True)
    qtbot.addWidget(field)

    assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
    type_text(field, "jc٤٨٢١٩٠")
    assert field.text() == "JC482190"

    theme.change_language(qapp, "fr")
    qtbot.waitUntil(lambda: bool(field.alignment() & Qt.AlignmentFlag.AlignLeft))
    assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_correcting_the_middle_of_a_code_keeps_the_cursor(qtbot: QtBot, put_on: PutOn) -> None:
    field = CodeEdit()
    qtbot.addWidget(field)
    field.setText("1234")
    field.setCursorPosition(2)

    type_text(field, "٩")

    assert (field.text(), field.cursorPosition()) == ("12934", 3)


def test_nothing_moves_when_a_problem_appears(qtbot: QtBot, language: Language) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    field = LabelledField("رقم التأجير", CodeEdit(), required=True, help_text="سبعة أرقام")
    below = TextEdit()
    column = QVBoxLayout(form)
    column.addWidget(field)
    column.addWidget(below)
    form.show()
    before = (field.height(), field.editor.height(), below.geometry())

    field.set_problem("رقم مستعمل: اختر رقما آخر")
    form.adjustSize()

    assert (field.height(), field.editor.height(), below.geometry()) == before
    assert field.editor.height() == tokens.FIELD_HEIGHT
    assert field.editor.property("problem") == "true"
    assert field.editor.accessibleDescription() == "رقم مستعمل: اختر رقما آخر"


def test_the_help_comes_back_when_the_problem_is_gone(qtbot: QtBot, put_on: PutOn) -> None:
    field = LabelledField("رقم التأجير", CodeEdit(), help_text="سبعة أرقام")
    qtbot.addWidget(field)

    field.set_problem("رقم مستعمل")
    field.set_help("سبعة أرقام من بطاقة الأجرة")
    assert (field.problem(), field.under_text()) == ("رقم مستعمل", "رقم مستعمل")
    field.set_problem("")

    assert (field.problem(), field.under_text()) == ("", "سبعة أرقام من بطاقة الأجرة")
    assert field.editor.property("problem") == "false"
    field.set_warning("سن غير معتاد")
    assert (field.problem(), field.under_text()) == ("", "سن غير معتاد")


def test_a_calculated_field_is_grey_and_never_focused(qtbot: QtBot, put_on: PutOn) -> None:
    field = TextEdit()
    qtbot.addWidget(field)
    field.set_calculated()

    assert field.isReadOnly()
    assert field.focusPolicy() == Qt.FocusPolicy.NoFocus


CADRES = [("101", "أستاذ التعليم الابتدائي"), ("202", "متصرف تربوي"), ("303", "مختص اجتماعي")]


def choice(qtbot: QtBot) -> ChoiceEdit:
    """Return a choice of cadres, in a window."""
    edit = ChoiceEdit(lambda text: text.replace("أ", "ا").casefold())
    qtbot.addWidget(edit)
    edit.set_choices(CADRES)
    edit.show()
    return edit


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_choice_is_found_by_any_part_of_its_label_in_any_spelling(qtbot: QtBot, language: Language) -> None:
    edit = choice(qtbot)

    type_text(edit.line, "استاذ")
    with qtbot.waitSignal(edit.choice_changed) as changed:
        edit.line.editingFinished.emit()

    assert changed.args == ["101"]
    assert (edit.choice(), edit.currentText()) == ("101", "أستاذ التعليم الابتدائي")


def test_the_list_under_the_choice_shows_what_matches(qtbot: QtBot, put_on: PutOn) -> None:
    completer = choice(qtbot).completer()
    assert completer is not None
    completer.setCompletionPrefix("ابتدا")

    assert (completer.completionCount(), completer.currentCompletion()) == (1, "أستاذ التعليم الابتدائي")


def test_a_text_found_in_no_label_gives_the_last_choice_back(qtbot: QtBot, put_on: PutOn) -> None:
    edit = choice(qtbot)
    edit.set_choice("202")

    edit.line.setText("طبيب")
    with qtbot.assertNotEmitted(edit.choice_changed):
        edit.line.editingFinished.emit()

    assert (edit.choice(), edit.currentText()) == ("202", "متصرف تربوي")


def test_an_emptied_choice_chooses_nothing(qtbot: QtBot, put_on: PutOn) -> None:
    edit = choice(qtbot)
    edit.set_choice("202")

    edit.line.clear()
    with qtbot.waitSignal(edit.choice_changed) as changed:
        edit.line.editingFinished.emit()

    assert changed.args == [""]


def test_choices_in_another_language_keep_the_one_made(qtbot: QtBot, put_on: PutOn) -> None:
    edit = choice(qtbot)
    edit.set_choice("202")
    edit.set_choices([("202", "Administrateur pédagogique")])

    assert (edit.choice(), edit.currentText()) == ("202", "Administrateur pédagogique")


def test_the_search_answers_each_key_and_leaves_by_the_down_key(qtbot: QtBot, put_on: PutOn) -> None:
    search = SearchField()
    qtbot.addWidget(search)
    asked: list[str] = []
    search.searched.connect(asked.append)

    type_text(search, "فا")
    with qtbot.waitSignal(search.list_requested):
        QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Escape)

    assert asked == ["ف", "فا", ""]


def test_the_eye_shows_the_password(qtbot: QtBot, put_on: PutOn) -> None:
    field = PasswordEdit()
    qtbot.addWidget(field)
    field.setText("سر طويل")

    assert field.displayText() != "سر طويل"
    field.toggle()
    assert field.displayText() == "سر طويل"


def test_a_button_keeps_its_key_when_the_language_changes(qtbot: QtBot, put_on: PutOn) -> None:
    button = Button("تصدير", key="Ctrl E", bind=True)
    qtbot.addWidget(button)
    button.setText("Exporter")

    assert button.shortcut().toString() == "Ctrl+E"
    assert button.sizeHint().width() > Button("Exporter").sizeHint().width(), "the key has its place"


def test_buttons_have_the_heights_of_the_look(qtbot: QtBot, put_on: PutOn) -> None:
    for button, height in ((Button("حفظ", "primary"), 36), (Button("حفظ"), 36), (Button("تصدير", "quiet"), 30)):
        qtbot.addWidget(button)
        button.show()
        button.setFocus()
        assert button.height() == height


def test_chips_say_their_state_in_words(qtbot: QtBot, put_on: PutOn) -> None:
    chip = Chip("في الانتظار", "warn", "clock")
    qtbot.addWidget(chip)
    chip.set_spec(ChipSpec("وصل المركز", "ok", "check"))

    assert chip.accessibleName() == "وصل المركز"
    assert chip.sizeHint().height() == tokens.CHIP_HEIGHT


def test_a_filter_is_taken_off_by_key(qtbot: QtBot, put_on: PutOn) -> None:
    chip = FilterChip("تارودانت", "map-pin")
    qtbot.addWidget(chip)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        with qtbot.waitSignal(chip.removed):
            QTest.keyClick(chip, key)


def test_the_meter_fills_from_the_start_edge(qtbot: QtBot, language: Language) -> None:
    meter = Meter(8)
    qtbot.addWidget(meter)
    meter.resize(100, 8)
    meter.set_parts([Part(25, "info")], whole=100, sentence="25 من 100")

    picture = meter.grab().toImage()

    ends = [picture.pixelColor(x, 4).name().upper() for x in (10, 90)]
    filled, track = tokens.LIGHT.info, tokens.LIGHT.sunken
    assert ends == ([track, filled] if language == "ar" else [filled, track])
    assert meter.accessibleName() == "25 من 100"


def test_cells_count_what_is_safe(qtbot: QtBot, put_on: PutOn) -> None:
    cells = ProgressCells()
    qtbot.addWidget(cells)
    cells.resize(720, 28)
    for done, whole, expected in ((17, 28, (17, 28)), (0, 0, (0, 0)), (500, 1000, (14, 28)), (9, 4, (4, 4))):
        cells.set_progress(done, whole, running=True, sentence=f"{done} / {whole}")
        assert cells.cells() == expected
        assert not cells.grab().isNull()


def test_a_message_without_words_takes_no_place(qtbot: QtBot, put_on: PutOn) -> None:
    line = MessageLine("رقم مستعمل", "اختر رقما آخر", "danger")
    qtbot.addWidget(line)
    line.show()

    assert line.sentence() == "رقم مستعمل اختر رقما آخر"
    line.set_message("")
    assert line.isHidden()


def test_the_language_switch_tells_only_a_change(qtbot: QtBot, put_on: PutOn) -> None:
    switch = LanguageSwitch("ar")
    qtbot.addWidget(switch)
    with qtbot.assertNotEmitted(switch.language_chosen):
        QTest.mouseClick(switch.half("ar"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(switch.language_chosen) as chosen:
        QTest.mouseClick(switch.half("fr"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["fr"]


@pytest.fixture
def school(qtbot: QtBot) -> NamedCodeEdit:
    """Give a line for the code of a school, with three that are known."""
    edit = NamedCodeEdit(fold)
    edit.set_choices(
        [("98765Z", "مدرسة الأمل · 98765Z"), ("12345A", "École Annakhil · 12345A"), ("23456B", "École Atlas · 23456B")]
    )
    qtbot.addWidget(edit)
    edit.show()
    return edit


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize(
    ("typed", "kept"),
    [("98765z", "98765Z"), ("امل", "98765Z"), ("annakh", "12345A"), ("55555X", "55555X"), ("école", "école"), ("", "")],
)
def test_the_code_of_a_school_is_typed_or_found_by_its_name(school: NamedCodeEdit, typed: str, kept: str) -> None:
    type_text(school, typed)
    popup = school.offered()
    if popup is not None:
        popup.hide()
    school.editingFinished.emit()
    assert school.text() == kept


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_name_that_is_offered_is_taken_by_the_keys(school: NamedCodeEdit) -> None:
    type_text(school, "cole")
    popup = school.offered()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert school.text() == "23456B"


def test_who_types_a_code_is_offered_nothing(school: NamedCodeEdit) -> None:
    type_text(school, "12345A")
    assert school.offered() is None
