"""Words in two scripts: order of letters, figures, days, and a language that changes while you watch."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from massar_desktop.system.locale import Language, current_language, direction_of, locale_of, month_name
from massar_desktop.widgets import bidi, theme
from massar_desktop.widgets.labels import CutLabel, Label, initials
from massar_desktop.widgets.status_strip import age_words
from tests.desktop.conftest import PutOn

MOROCCAN_MONTHS = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"


def visual_order(text: str, direction: Qt.LayoutDirection) -> str:
    """Return the characters in the order in which they stand on the screen, from the left."""
    font = theme.font("body")
    # Without a second font for U+202F: the places of a line in two fonts are told wrong.
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2000)
    layout.endLayout()
    flags = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
    places = [
        (position.x(), text[at])
        for run in line.glyphRuns(-1, -1, flags)
        for at, position in zip(run.stringIndexes(), run.positions(), strict=True)
    ]
    return "".join(character for _, character in sorted(places, key=lambda place: place[0]))


def test_the_months_are_those_of_morocco() -> None:
    assert " ".join(month_name(date(2026, n, 1), "ar") for n in range(1, 13)) == MOROCCAN_MONTHS


@pytest.mark.parametrize("name", ["ar", "fr"])
def test_digits_are_western_and_the_week_begins_on_monday(name: Language) -> None:
    locale = locale_of(name)

    assert locale.toString(1234567) == "1234567"
    assert locale.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert locale.territory() == QLocale.Country.Morocco


def test_days_read_as_an_office_writes_them() -> None:
    assert bidi.short_day(date(2026, 3, 5)) == "05/03/2026"
    assert bidi.long_day(date(2018, 11, 27), "ar") == "27 نونبر 2018"
    assert bidi.long_day(date(2018, 11, 27), "fr") == "27 novembre 2018"
    assert bidi.week_day(date(2026, 11, 27), "ar") == "الجمعة 27 نونبر"
    assert bidi.week_day(date(2026, 11, 27), "fr") == "vendredi 27 novembre"


def test_a_moment_of_today_is_an_hour(put_on: PutOn) -> None:
    when = datetime(2026, 11, 23, 11, 42)  # noqa: DTZ001  # a local hour, as shown

    assert bidi.moment(when, date(2026, 11, 23)) == "اليوم 11:42"
    assert bidi.moment(when, date(2026, 11, 24)) == "23/11/2026 11:42"
    put_on("fr")
    assert bidi.moment(when, date(2026, 11, 23)) == "auj. 11:42"


def test_figures_hold_together(put_on: PutOn) -> None:
    assert bidi.group(4212) == "4\u202f212"
    assert bidi.decimal(12345.67, 2) == "12\u202f345,67"
    assert bidi.file_size(11_300) == "11,3\u202fك.ب"
    assert bidi.file_size(2_500_000) == "2,5\u202fم.ب"
    put_on("fr")
    assert bidi.file_size(171_000) == "171\u202fko"


def test_a_grouped_number_keeps_its_order_in_an_arabic_line(put_on: PutOn) -> None:
    text = f"المجموع {bidi.decimal(12345.67, 2)}"

    assert "12\u202f345,67" in visual_order(text, Qt.LayoutDirection.RightToLeft)
    assert "12 345,67" not in visual_order("المجموع 12 345,67", Qt.LayoutDirection.RightToLeft), "why it matters"


def test_a_code_with_hyphens_keeps_its_order_after_arabic_letters(put_on: PutOn) -> None:
    shown = visual_order(f"الهاتف {bidi.ltr('0522-45-67-89')}", Qt.LayoutDirection.RightToLeft)

    assert "0522-45-67-89" in shown
    assert "0522-45-67-89" not in visual_order("الهاتف 0522-45-67-89", Qt.LayoutDirection.RightToLeft)


def test_an_isolated_name_keeps_its_last_mark_at_its_end(put_on: PutOn) -> None:
    shown = visual_order(bidi.isolate("AIT AGADIR (Youssef)!"), Qt.LayoutDirection.RightToLeft)

    assert "AIT AGADIR (Youssef)!" in shown


def test_nothing_is_not_wrapped_in_marks() -> None:
    assert (bidi.isolate(""), bidi.ltr("")) == ("", "")


@pytest.mark.parametrize(
    ("age", "arabic", "french"),
    [
        (timedelta(seconds=20), "قبل لحظات", "à l’instant"),
        (timedelta(minutes=1), "منذ دقيقة", "il y a 1 minute"),
        (timedelta(minutes=25), "منذ 25 دقيقة", "il y a 25 minutes"),
        (timedelta(hours=2), "منذ ساعتين", "il y a 2 heures"),
        (timedelta(hours=5), "منذ 5 ساعات", "il y a 5 heures"),
        (timedelta(days=2), "منذ يومين", "il y a 2 jours"),
        (timedelta(days=3), "منذ 3 أيام", "il y a 3 jours"),
        (timedelta(days=100), "منذ 100 يوم", "il y a 100 jours"),
    ],
)
def test_ages_use_the_plurals_of_each_language(put_on: PutOn, age: timedelta, arabic: str, french: str) -> None:
    assert age_words(age) == arabic
    put_on("fr")
    assert age_words(age) == french


def test_the_language_changes_words_locale_and_direction_at_once(qapp: QApplication, put_on: PutOn) -> None:
    theme.change_language(qapp, "fr")

    assert current_language() == "fr"
    assert QLocale().name() == "fr_MA"
    assert qapp.layoutDirection() == direction_of("fr") == Qt.LayoutDirection.LeftToRight
    assert "border-right: 1px" in qapp.styleSheet()

    theme.change_language(qapp, "ar")

    assert QLocale().name() == "ar_MA"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_buttons_of_qt_are_translated_too(qtbot: QtBot, put_on: PutOn) -> None:
    put_on("fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"


def test_a_latin_name_starts_at_the_right_in_arabic(qtbot: QtBot, put_on: PutOn) -> None:
    label = Label("AIT OUALI Fatima", "cap")
    qtbot.addWidget(label)

    assert label.text().startswith(bidi.RLM)
    put_on("fr")
    label.setText("فاطمة")
    assert label.text().startswith(bidi.LRM)


def test_a_cut_label_keeps_the_whole_text_in_its_tooltip(qtbot: QtBot, put_on: PutOn) -> None:
    label = CutLabel("مستعمل في ملف شخص آخر من المديرية نفسها", "cap")
    qtbot.addWidget(label)
    label.resize(80, 18)
    label.show()

    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text() == "مستعمل في ملف شخص آخر من المديرية نفسها"
    label.resize(600, 18)
    assert label.toolTip() == ""


def test_initials_stand_for_a_name_in_each_script() -> None:
    assert (initials("فاطمة الزهراء"), initials("AIT OUALI Fatima-Zahra"), initials("Nadia"), initials("")) == (
        "ف",
        "AF",
        "N",
        "",
    )
