"""The picture of a career runs from the start edge, and a screen reader hears it as a sentence."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from massar_desktop.widgets.timeline import Stay, Timeline
from tests.desktop.conftest import PutOn

EARLY = Stay(date(2010, 9, 1).toordinal(), date(2016, 9, 1).toordinal(), "م.م. تالوين")
LATE = Stay(date(2016, 9, 1).toordinal(), None, "المديرية", expected=True, tip="المديرية 01/09/2016")


def test_time_runs_from_the_start_edge(qtbot: QtBot, put_on: PutOn) -> None:
    for language in ("ar", "fr"):
        put_on(language)
        picture = Timeline()
        qtbot.addWidget(picture)
        picture.resize(900, 100)
        lanes = [("مقر العمل", [EARLY, LATE])]
        picture.show_lanes(lanes, date(2026, 11, 23), now="اليوم", sentence="مقر العمل: المديرية 01/09/2016")
        picture.grab()
        early, late = picture.box_of(0, EARLY), picture.box_of(0, LATE)
        assert (early.left() > late.left()) is (language == "ar")
        assert not early.intersects(late)
        assert picture.accessibleName() == "مقر العمل: المديرية 01/09/2016"


def test_no_year_is_half_hidden_by_the_word_of_today(qtbot: QtBot, put_on: PutOn) -> None:
    for language in ("ar", "fr"):
        put_on(language)
        picture = Timeline()
        qtbot.addWidget(picture)
        picture.resize(900, 100)
        picture.show_lanes([("", [EARLY, LATE])], date(2026, 1, 4), now="اليوم", sentence="")
        years = dict(picture.years())
        assert 2016 in years
        assert 2024 in years
        assert 2026 not in years
        assert not any(place.intersects(picture.flag()) for place in years.values())
