"""The look: contrasts that can be read, fonts that are there, icons that turn only when they should."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QImage, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from massar_desktop.system.resources import resource
from massar_desktop.widgets import icons, theme, tokens
from massar_desktop.widgets.style_sheet import style_sheet
from massar_desktop.widgets.tokens import Colours, Tone
from tests.desktop.conftest import PutOn

SETS = {
    "light": tokens.LIGHT,
    "dark": tokens.DARK,
    "practice light": tokens.PRACTICE_LIGHT,
    "practice dark": tokens.PRACTICE_DARK,
}
TEXTS = ("text", "text2", "text3", "accent", "info", "ok", "warn", "danger", "plum")
GROUNDS = ("canvas", "surface", "rail", "bar", "nav_on", "sunken", "select")
TONES: tuple[Tone, ...] = ("neutral", "accent", "info", "ok", "warn", "danger", "plum")


@pytest.mark.parametrize("colours", SETS.values(), ids=SETS)
def test_each_text_colour_can_be_read_on_each_ground(colours: Colours) -> None:
    table = colours.table()
    low = {
        (text, ground): tokens.contrast(table[text], table[ground])
        for text, ground in product(TEXTS, GROUNDS)
        if tokens.contrast(table[text], table[ground]) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("colours", SETS.values(), ids=SETS)
def test_words_on_chips_on_filled_buttons_and_on_search_hits_can_be_read(colours: Colours) -> None:
    assert all(tokens.contrast(colours.tone(tone), colours.soft(tone)) >= 4.5 for tone in TONES)
    filled = (colours.accent, colours.accent_hover, colours.danger, colours.plum)
    assert all(tokens.contrast(colours.on_accent, ground) >= 4.5 for ground in filled)
    assert tokens.contrast(colours.text, colours.mark) >= 4.5
    assert tokens.contrast(colours.surface, colours.warn) >= 4.5, "the practice band"


@pytest.mark.parametrize("colours", SETS.values(), ids=SETS)
def test_borders_of_fields_and_buttons_are_seen(colours: Colours) -> None:
    assert all(tokens.contrast(colours.line_strong, ground) >= 3 for ground in (colours.surface, colours.canvas))


def test_contrast_is_that_of_the_standard() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_practice_wears_another_colour_round_the_same_work() -> None:
    assert tokens.PRACTICE_LIGHT.rail != tokens.LIGHT.rail
    assert tokens.PRACTICE_LIGHT.bar != tokens.LIGHT.bar
    assert tokens.PRACTICE_LIGHT.surface == tokens.LIGHT.surface


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_bundled_font_is_what_is_drawn(put_on: PutOn, weight: int) -> None:
    info = QFontInfo(theme.font("body", weight))

    assert (info.family(), info.weight(), info.exactMatch()) == (tokens.UI_FAMILY, weight, True)


@pytest.mark.parametrize("file_name", [*theme.UI_FONTS, "Amiri-Regular.ttf"])
def test_the_fonts_have_every_letter_of_both_scripts(put_on: PutOn, file_name: str) -> None:
    font = QRawFont(str(resource("fonts", file_name)), 14)

    assert [
        c for c in "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةڭگڤپ0123456789éèêçœÉ«»’" if not font.supportsCharacter(ord(c))
    ] == []


def test_the_paper_font_is_loaded_by_those_who_print(put_on: PutOn) -> None:
    assert theme.load_font("Amiri-Regular.ttf") == tokens.PAPER_FAMILY
    assert tokens.PAPER_FAMILY in QFontDatabase.families()


def test_a_font_that_is_missing_is_said(put_on: PutOn) -> None:
    with pytest.raises(FileNotFoundError):
        theme.load_font("Nowhere.ttf")


def test_the_style_sheet_knows_the_sides_of_each_direction() -> None:
    arabic, french = style_sheet(tokens.LIGHT, "rtl"), style_sheet(tokens.LIGHT, "ltr")

    assert "#rail { background: #FFFFFF; border-left: 1px" in arabic
    assert "#rail { background: #FFFFFF; border-right: 1px" in french
    assert "{" not in arabic.replace("{ ", "").replace("{\n", ""), "a placeholder was left"


def test_the_theme_sets_palette_and_direction(qapp: QApplication, put_on: PutOn) -> None:
    put_on("fr", dark=True)

    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert qapp.palette().window().color().name().upper() == tokens.DARK.canvas
    assert theme.colours() == tokens.DARK


def test_labels_take_their_size_from_their_role(put_on: PutOn) -> None:
    label = QLabel("عنوان")
    theme.restyle(label, "role", "h1")
    label.ensurePolished()

    assert (label.font().pixelSize(), label.font().weight()) == (22, 600)


def test_the_placeholder_is_the_third_text_colour(put_on: PutOn) -> None:
    field = QLineEdit()
    field.ensurePolished()

    assert field.palette().placeholderText().color().name().upper() == tokens.LIGHT.text3


def test_direction_icons_turn_with_the_language_and_the_others_do_not(put_on: PutOn) -> None:
    drawn = {}
    for language in ("ar", "fr"):
        put_on(language)
        drawn[language] = [icons.icon_pixmap(name, "#000000", 24).toImage() for name in ("arrow-right", "clock")]

    assert ink_centre(drawn["ar"][0]) + ink_centre(drawn["fr"][0]) == pytest.approx(23, abs=0.5)
    assert ink_centre(drawn["fr"][0]) - ink_centre(drawn["ar"][0]) > 0.2
    assert drawn["ar"][1] == drawn["fr"][1]


def ink_centre(image: QImage) -> float:
    """Return the mean x of what is drawn, in pixels."""
    ink = [(x, image.pixelColor(x, y).alpha()) for x in range(image.width()) for y in range(image.height())]
    return sum(x * alpha for x, alpha in ink) / sum(alpha for _, alpha in ink)


def test_icons_are_drawn_once_per_colour_size_and_screen(put_on: PutOn) -> None:
    once = icons.icon_pixmap("users", "#0B6655", 18, 2.0)

    assert once.size().width() == 36
    assert icons.icon_pixmap("users", "#0B6655", 18, 2.0).cacheKey() == once.cacheKey()
    assert icons.icon_pixmap("users", "#A8261C", 18, 2.0).cacheKey() != once.cacheKey()


def test_an_icon_not_shipped_is_said(put_on: PutOn) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon_pixmap("no-such-drawing", "#000000")


def test_fonts_and_icons_are_shipped_with_their_licences() -> None:
    assert {path.name for path in resource("fonts").glob("OFL-*.txt")} == {
        "OFL-Amiri.txt",
        "OFL-IBMPlexSansArabic.txt",
    }
    assert "ISC License" in resource("icons", "LICENSE").read_text(encoding="utf-8")
