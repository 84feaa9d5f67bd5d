"""The judge of the pictures: each fault planted in a window is found, and a good window has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.screens.sign_in import ClerkEntry, SignIn
from massar_desktop.system.crash_report import report_on
from massar_desktop.system.crash_window import BOTH_LANGUAGES, CrashWindow
from massar_desktop.widgets import theme
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.chip import Chip
from massar_desktop.widgets.labels import CutLabel, Label
from tests.screenshots.audit import Audit, path_of
from tests.screenshots.shown_words import English, plain
from tests.screenshots.studio import Studio


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> None:
    """Put French in force."""
    theme.change_language(qapp, "fr")


def faults(qtbot: QtBot, *parts: QWidget, width: int = 600) -> list[str]:
    """Return what is wrong with some widgets side by side."""
    window = QWidget()
    window.setProperty("kind", "canvas")
    row = QHBoxLayout(window)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 80)
    window.show()
    qtbot.waitExposed(window)
    return Audit(window, window.grab().toImage(), English("fr")).faults()


def test_good_words_have_no_fault(qtbot: QtBot) -> None:
    assert faults(qtbot, Label("Nom", "h2"), Button("Garder"), Chip("En attente", "warn"), CutLabel("x" * 900)) == []


def test_words_that_melt_into_their_ground_are_found(qtbot: QtBot) -> None:
    pale = Label("à peine lisible")
    pale.setStyleSheet("color: #B0B8B4")

    found = faults(qtbot, pale)

    assert any(fault.startswith("contrast 1.9 of #B0B8B4 on #F") for fault in found)
    assert any(fault.startswith("a colour that is no token, #B0B8B4") for fault in found)


def test_a_readable_colour_and_a_ground_that_are_no_tokens_are_found(qtbot: QtBot) -> None:
    blue, ground = Label("lisible mais bleu"), QWidget()
    blue.setStyleSheet("color: #101080")
    ground.setFixedSize(90, 60)
    ground.setStyleSheet("background: #F0F0F0")

    found = faults(qtbot, blue, ground)

    assert any(fault.startswith("a colour that is no token, #101080: 'lisible") for fault in found)
    assert any(fault.startswith("a colour that is no token, #F0F0F0 on 5400 pixels") for fault in found)


def test_a_size_of_letters_that_is_no_token_is_found(qtbot: QtBot) -> None:
    odd = Label("à peine plus grand")
    odd.setStyleSheet("font-size: 15px")

    (fault,) = faults(qtbot, odd)

    assert fault.startswith("a type size that is no token, 15 px")


def test_a_palette_of_qts_own_is_found(qtbot: QtBot) -> None:
    plain_widget = QWidget()
    plain_widget.setFixedSize(20, 20)
    plain_widget.setPalette(QPalette(QColor("#EFEFEF")))

    (fault,) = faults(qtbot, plain_widget)

    assert fault.startswith("a palette of Qt's own, ")


def test_texts_that_read_or_stick_to_the_wrong_side_are_found(qtbot: QtBot) -> None:
    arabic, turned = QLabel("نادية"), Label("Nom")
    arabic.setProperty("role", "body")
    turned.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    sticking, reading = faults(qtbot, arabic, turned)

    assert sticking.startswith("sticks to the other side: 'نادية'")
    assert reading.startswith("reads from the other side: 'Nom'")


def test_only_the_window_of_both_languages_may_read_both_ways(qtbot: QtBot) -> None:
    window = CrashWindow(report_on(AssertionError()))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)

    def directions() -> list[str]:
        found = Audit(window, window.grab().toImage(), English("fr")).faults()
        return [fault for fault in found if "the other side" in fault]

    assert directions() == []
    (arabic,) = [label for label in window.findChildren(QLabel) if label.text().startswith("وقع")]
    arabic.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a text that does not go its own way is a fault
    assert [fault.split(":")[0] for fault in directions()] == ["reads from the other side"]
    window.setProperty(BOTH_LANGUAGES, None)
    assert len(directions()) > 1


def test_words_wider_than_their_place_are_found(qtbot: QtBot) -> None:
    label, button = Label("une phrase bien trop longue"), Button("une phrase bien trop longue")
    label.setFixedWidth(60)
    button.setFixedWidth(60)

    found = faults(qtbot, label, button)

    assert [fault.split(",")[0] for fault in found] == ["cut off", "cut off"]


def test_words_higher_than_their_place_are_found(qtbot: QtBot) -> None:
    label = Label("une phrase sur plusieurs lignes bien trop longue", wrap=True)
    label.setFixedSize(120, 20)

    (fault,) = faults(qtbot, label)

    assert fault.startswith("cut off in height")


def test_words_beyond_the_edge_of_their_place_are_found(qtbot: QtBot) -> None:
    place, label = QWidget(), Label("à moitié dehors")
    place.setFixedSize(100, 30)
    label.setParent(place)
    label.setGeometry(60, 0, 120, 30)

    (fault,) = faults(qtbot, place)

    assert fault.startswith("out of its place, 40x30 px of 120x30 are seen")


def test_another_font_and_missing_signs_are_found(qtbot: QtBot) -> None:
    foreign = QLineEdit("paire")
    foreign.setFont(QFont("DejaVu Sans Mono"))
    foreign.setStyleSheet("font-family: 'no such family'")
    emoji = Label("chinois 漢")

    found = faults(qtbot, foreign, emoji)

    assert any(fault.startswith("drawn in") for fault in found)
    assert any("signs that the font does not have: '漢'" in fault for fault in found)


@pytest.mark.parametrize("text", ["Open my office", "birth_date_malformed", "Making a practice province..."])
def test_english_and_names_of_code_are_found(qtbot: QtBot, text: str) -> None:
    assert faults(qtbot, Label(text)) == [f"left in English: {text!r}: Label"]


def test_english_with_a_number_in_it_is_found() -> None:
    assert English("fr").left("The column \u2068Nom\u2069 goes to")
    assert not English("fr").left("La colonne Nom va dans")


def test_a_button_and_a_title_without_words_are_found(qtbot: QtBot) -> None:
    found = faults(qtbot, Button(""), Label("", "h1"))

    assert {fault.split(":")[0] for fault in found} == {"a button without a word", "a title without a word"}


def test_a_window_larger_than_the_smallest_screen_is_found(qtbot: QtBot) -> None:
    tall = Label("haut")
    tall.setMinimumHeight(700)

    assert any(fault.startswith("needs ") for fault in faults(qtbot, tall))


def test_a_place_is_told_by_its_classes() -> None:
    window = QWidget()
    card = SignIn([ClerkEntry("1", "نادية", "Nadia")])
    QHBoxLayout(window).addWidget(card)

    assert path_of(card.password) == "SignIn > Whole#whole > LabelledField > PasswordEdit"


def test_marks_of_order_are_no_words() -> None:
    assert plain("\u200f\u2066JC482190\u2069 ") == "JC482190"


def test_the_studio_keeps_a_picture_in_each_language(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = SignIn([ClerkEntry("1", "نادية الإدريسي", "Nadia El Idrissi")])
    qtbot.addWidget(window)
    studio = Studio(qapp, tmp_path)

    studio.shoot("sign-in", window)

    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png")) == [
        "ar/01-sign-in.png",
        "fr/01-sign-in.png",
    ]
    assert studio.faults == []
