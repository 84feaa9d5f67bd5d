"""A computer without an office: practise, or enrol; what is typed is read with forgiveness; the code is shown once."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from massar_desktop.documents.recovery_sheet import paint_sheet
from massar_desktop.screens.enrolment_input import (
    Strength,
    is_open_line,
    read_address,
    read_code,
    strength,
)
from massar_desktop.screens.first_run import FirstRun
from massar_desktop.system.locale import LANGUAGES, Language
from massar_desktop.system.resources import resource
from massar_desktop.widgets import theme
from massar_desktop.widgets.labels import Label
from tests.desktop.conftest import PutOn
from tests.typing_keys import type_text

RECOVERY = "0A3BC-1D4EF-27GHJ-3KMN4-4PQR5-5STVW-6XYZ0"
PASSWORD = "جبل نهر زيتون"


@pytest.fixture
def screen(qtbot: QtBot, language: Language) -> FirstRun:
    """Give the first window of a new computer, on the screen."""
    made = FirstRun()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def fill(screen: FirstRun, address: str, code: str, password: str, again: str) -> None:
    """Open the form and type into it as a clerk does."""
    screen.choice.enrolment.button.click()
    for field, text in (
        (screen.form.address, address),
        (screen.form.code, code),
        (screen.form.password, password),
        (screen.form.again, again),
    ):
        type_text(field.editor, text)


def problems(screen: FirstRun) -> list[bool]:
    """Return which fields of the form say that something is wrong."""
    form = screen.form
    return [bool(field.problem()) for field in (form.address, form.code, form.password, form.again)]


@pytest.mark.parametrize(
    "typed", ["ABCDEFGHJK", "abc defg hjk", "ABC-DEFG-HJK", " \u2066abcde\u2069 fghjk ", "ＡＢＣ ＤＥＦＧＨＪＫ"]
)
def test_a_code_is_read_in_any_grouping_and_case(typed: str) -> None:
    assert read_code(typed).letters == "ABCDEFGHJK"
    assert read_code(typed).is_whole


@pytest.mark.parametrize(("typed", "stranger"), [("ABCO", "O"), ("A1CI", "1"), ("abcl", "L"), ("ABCش", "ش")])
def test_a_letter_that_no_code_has_is_told(typed: str, stranger: str) -> None:
    assert read_code(typed).stranger == stranger
    assert not read_code("ABCDEFGHJK" + stranger).is_whole


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("centre.example.ma", "https://centre.example.ma"),
        (" https://centre.example.ma:8443/ ", "https://centre.example.ma:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("", None),
        ("two words", None),
        ("ftp://centre.example.ma", None),
        ("https://", None),
        ("centre:http", None),
        ("https://[::1", None),
    ],
)
def test_an_address_is_read_with_or_without_its_scheme(typed: str, read: str | None) -> None:
    assert read_address(typed) == read


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("http://192.168.1.20:8080", True),
        ("http://centre", True),
        ("http://127.0.0.1", False),
        ("http://localhost", False),
        ("http://[::1]", False),
        ("https://centre", False),
    ],
)
def test_a_line_that_can_be_read_on_the_way_is_known(address: str, is_open: bool) -> None:
    assert is_open_line(address) is is_open


@pytest.mark.parametrize(
    ("password", "judged"),
    [
        ("", Strength.TOO_SHORT),
        ("جبل نهر", Strength.TOO_SHORT),
        ("aaaaaaaabbbb", Strength.TOO_SIMPLE),
        ("20261123 1427730", Strength.ONLY_FIGURES),
        ("جبل نهر زي", Strength.FAIR),
        ("olivier rivière", Strength.GOOD),
    ],
)
def test_a_password_is_judged_by_length_and_variety(password: str, judged: Strength) -> None:
    assert strength(password) is judged
    assert judged.is_enough is (judged in {Strength.FAIR, Strength.GOOD})


def test_practice_is_one_key_away(qtbot: QtBot, screen: FirstRun) -> None:
    with qtbot.waitSignal(screen.practice_chosen):
        QTest.keyClick(screen.choice.practice.button, Qt.Key.Key_Return)


def test_a_clerk_enrols_by_keys_alone(qtbot: QtBot, screen: FirstRun) -> None:
    fill(screen, "centre.example.ma", "abc defg hjk", PASSWORD, PASSWORD)

    with qtbot.waitSignal(screen.enrolment_submitted) as sent:
        QTest.keyClick(screen.form.again.editor, Qt.Key.Key_Return)

    assert sent.args == ["https://centre.example.ma", "ABCDEFGHJK", PASSWORD]


def test_nothing_is_sent_before_every_field_is_right(qtbot: QtBot, screen: FirstRun) -> None:
    fill(screen, "two words", "ABCO", "court", "autre")

    with qtbot.assertNotEmitted(screen.enrolment_submitted):
        screen.form.button.click()

    assert problems(screen) == [True, True, True, True]
    assert screen.focusWidget() is screen.form.address.editor


def test_a_wrong_letter_is_told_while_it_is_typed(qtbot: QtBot, put_on: PutOn) -> None:
    put_on("fr")
    screen = FirstRun()
    qtbot.addWidget(screen)
    screen.choice.enrolment.button.click()

    type_text(screen.form.code.editor, "abc de")
    assert screen.form.code.under_text() == "5 lettres sur 10"
    type_text(screen.form.code.editor, "0")

    assert "Aucun code n’a de \u20660\u2069" in screen.form.code.problem()


def test_a_line_in_the_clear_is_a_warning_that_does_not_block(qtbot: QtBot, put_on: PutOn) -> None:
    put_on("fr")
    screen = FirstRun()
    qtbot.addWidget(screen)
    fill(screen, "http://192.168.1.20:8080", "ABCDEFGHJK", PASSWORD, PASSWORD)
    assert screen.form.address.under_text().startswith("Ligne non chiffrée")

    with qtbot.waitSignal(screen.enrolment_submitted):
        screen.form.button.click()


def test_while_it_works_nothing_can_be_asked_twice(screen: FirstRun) -> None:
    screen.set_progress("نسخة", 1500, 5000)

    assert screen.shown_page() is screen.working
    assert not screen.choice.practice.button.isVisible()
    assert screen.working.sentence() == "نسخة 1\u202f500 / 5\u202f000"
    screen.set_busy(busy=False)
    assert screen.shown_page() is screen.choice


def test_a_problem_brings_the_form_back_with_what_was_typed(screen: FirstRun) -> None:
    fill(screen, "centre.example.ma", "ABCDEFGHJK", PASSWORD, PASSWORD)
    screen.set_busy(busy=True)

    screen.show_problem("لا اتصال بالمركز")

    assert screen.shown_page() is screen.form
    assert screen.form.message.isVisible()
    assert "لا اتصال بالمركز" in screen.form.message.sentence()
    assert read_code(screen.form.code.editor.property("text")).is_whole


def test_a_problem_of_practice_is_said_over_the_choice(screen: FirstRun) -> None:
    screen.set_busy(busy=True)
    screen.show_problem("القرص ممتلئ")

    assert screen.shown_page() is screen.choice
    assert screen.choice.message.isVisible()


def test_escape_goes_back_to_the_choice(screen: FirstRun) -> None:
    screen.choice.enrolment.button.click()
    QTest.keyClick(screen.form.address.editor, Qt.Key.Key_Escape)

    assert screen.shown_page() is screen.choice


def test_the_recovery_code_must_be_written_down_before_the_work_begins(qtbot: QtBot, screen: FirstRun) -> None:
    fill(screen, "centre.example.ma", "ABCDEFGHJK", PASSWORD, PASSWORD)
    screen.show_recovery_code(RECOVERY)
    assert not screen.recovery.button.isEnabled()
    with qtbot.assertNotEmitted(screen.finished):
        screen.recovery.submit()

    screen.recovery.written.setChecked(True)
    with qtbot.waitSignal(screen.finished):
        screen.recovery.button.click()

    assert screen.recovery.shown_code() == ""
    assert screen.form.password.editor.property("text") == ""


def test_the_groups_of_the_code_read_left_to_right(screen: FirstRun) -> None:
    screen.show_recovery_code(RECOVERY)
    QApplication.processEvents()
    groups = [label for label in screen.recovery.findChildren(Label) if label.property("role") == "value"]

    places = {label.mapTo(screen, label.rect().center()).x(): label.text() for label in groups if label.isVisible()}

    assert [places[x].strip("\u200e\u200f\u2066\u2069") for x in sorted(places)] == RECOVERY.split("-")


def test_the_code_can_be_copied_and_printed(screen: FirstRun, tmp_path: Path) -> None:
    screen.show_recovery_code(RECOVERY)
    screen.recovery.copy_button.click()
    assert QGuiApplication.clipboard().text() == RECOVERY

    paint_sheet(QPdfWriter(str(tmp_path / "sheet.pdf")), RECOVERY)

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").stat().st_size > 5000


def test_printing_asks_for_a_printer_and_nothing_waits_for_it(qtbot: QtBot, screen: FirstRun) -> None:
    screen.show_recovery_code(RECOVERY)
    screen.activateWindow()
    QTest.keyClick(screen.recovery.print_button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: screen.recovery.findChild(QDialog) is not None)
    dialog = screen.recovery.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_each_page_fits_the_smallest_screen(screen: FirstRun) -> None:
    screen.show_problem("لا اتصال بالمركز: تحقق من الشبكة ثم أعد المحاولة. " * 3)
    sizes = [screen.minimumSizeHint()]
    screen.choice.enrolment.button.click()
    screen.show_problem("لا اتصال بالمركز: تحقق من الشبكة ثم أعد المحاولة. " * 3)
    sizes.append(screen.minimumSizeHint())
    screen.show_recovery_code(RECOVERY)
    sizes.append(screen.minimumSizeHint())

    assert [(size.width() <= 1366, size.height() <= 690) for size in sizes] == [(True, True)] * 3


def test_the_language_changes_while_it_is_open(qtbot: QtBot, qapp: QApplication, put_on: PutOn) -> None:
    screen = FirstRun()
    qtbot.addWidget(screen)
    screen.show()
    screen.language_chosen.connect(lambda language: theme.change_language(qapp, language))
    assert screen.choice.practice.button.text() == "بدء التدريب"

    QTest.mouseClick(screen.switch.half("fr"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: screen.choice.practice.button.text() == "Commencer l’entraînement")
    assert screen.recovery.written.text() == "Je l’ai noté et mis en lieu sûr"


def test_help_is_one_key_away(qtbot: QtBot, screen: FirstRun) -> None:
    with qtbot.waitSignal(screen.help_requested):
        QTest.keyClick(screen, Qt.Key.Key_F1)


def test_every_word_is_translated(language: Language) -> None:
    source = resource("translations", f"first_run_{language}.ts").read_text(encoding="utf-8")

    assert "unfinished" not in source
    assert "<translation></translation>" not in source


def test_no_label_is_left_in_english(qtbot: QtBot, put_on: PutOn) -> None:
    words: dict[Language, set[str]] = {}
    for language in LANGUAGES:
        put_on(language)
        screen = FirstRun()
        qtbot.addWidget(screen)
        words[language] = {label.text().strip("\u200e\u200f") for label in screen.findChildren(Label)} - {""}

    assert words["ar"] & words["fr"] <= {"*"}


def test_the_first_window_loads_nothing_heavy() -> None:
    heavy = "sqlalchemy sqlcipher3 requests keyring cryptography msgspec sync.storage PySide6.QtPrintSupport"
    script = (
        "import sys, massar_desktop.screens.first_run\n"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert answer.stdout.strip() == "[]"
