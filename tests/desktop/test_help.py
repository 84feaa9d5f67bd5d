"""Help: each screen has a short page in both languages, which reads in its own direction and in the look's type."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.screens.help import ACT_PAGES, PAGES, SCREEN_PAGES, HelpScreen, page_text, page_title
from massar_desktop.system.locale import LANGUAGES, Language
from massar_desktop.system.resources import resource
from massar_desktop.system.wording import kind_label, paper_label
from massar_desktop.widgets import theme, tokens
from sync.domain import catalog
from tests.desktop.conftest import PutOn

SCREENS_OF_THE_WINDOW = ("people", "person", "conflicts", "exchange", "stick", "import_list")
LONGEST_WORDS = 260


@pytest.fixture
def screen(qtbot: QtBot, language: Language) -> HelpScreen:
    """Give the help on the screen."""
    made = HelpScreen()
    qtbot.addWidget(made)
    made.resize(1170, 650)
    made.show()
    return made


def blocks(screen: HelpScreen) -> list[QTextBlock]:
    """Return the blocks of the page being read."""
    found, block = [], screen.browser.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def keys_of(text: str) -> list[str]:
    """Return the keys that a page shows."""
    return re.findall(r"`([^`]+)`", text)


def links_of(text: str) -> list[str]:
    """Return where the links of a page lead."""
    return re.findall(r"\]\(([^)]*)\)", text)


def chosen_title(screen: HelpScreen) -> str:
    """Return the title that is chosen in the list."""
    return str(screen.list.currentIndex().data() or "")


def test_every_screen_has_its_page() -> None:
    assert set(SCREENS_OF_THE_WINDOW) <= set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_both_languages_and_none_is_forgotten(language: Language) -> None:
    files = {path.stem for path in resource("help", language).glob("*.md")}

    assert files == set(SCREEN_PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_its_page_in_both_languages_and_no_page_is_without_an_act(language: Language) -> None:
    files = {path.stem for path in resource("help", language, "acts").glob("*.md")}

    assert files == set(catalog.ACT_BY_KIND) == set(ACT_PAGES)


def test_the_page_of_an_act_has_its_name_its_papers_and_what_follows(language: Language) -> None:
    for kind, declared in catalog.ACT_BY_KIND.items():
        text = page_text(kind).replace("’", "'").casefold()
        papers = [paper_label(paper).replace("’", "'").casefold() for paper in getattr(declared, "PAPERS", ())]

        assert page_title(kind) == kind_label(kind)
        assert [paper for paper in papers if paper not in text] == [], kind
        assert len(re.findall(r"^- \*\*.+\*\*", text, re.MULTILINE)) == len(("papers", "checks", "decider", "pay")), (
            kind
        )
        assert len(text.split()) <= LONGEST_WORDS


@pytest.mark.parametrize("kind", ACT_PAGES)
def test_both_languages_of_an_act_lead_to_the_same_neighbours(kind: str) -> None:
    arabic, french = (
        set(links_of(resource("help", language, "acts", f"{kind}.md").read_text(encoding="utf-8")))
        for language in LANGUAGES
    )

    assert arabic == french


@pytest.mark.parametrize("key", SCREEN_PAGES)
def test_a_page_is_short_and_has_a_title_and_keys(key: str, language: Language) -> None:
    text = page_text(key)

    assert text.startswith("# ")
    assert len(text.split()) <= LONGEST_WORDS
    assert keys_of(text)


@pytest.mark.parametrize("key", SCREEN_PAGES)
def test_both_languages_of_a_page_name_the_same_keys(key: str) -> None:
    arabic, french = (resource("help", language, f"{key}.md").read_text(encoding="utf-8") for language in LANGUAGES)

    def of_the_keyboard(text: str) -> set[str]:
        return {name for name in keys_of(text) if re.fullmatch(r"Ctrl.+|F\d+|Enter|Esc|Tab|Ins|[↑↓1-9]", name)}

    assert of_the_keyboard(arabic) == of_the_keyboard(french)
    assert len(re.findall("^## ", arabic, re.MULTILINE)) == len(re.findall("^## ", french, re.MULTILINE))


def test_each_link_leads_to_a_page(language: Language) -> None:
    for key in PAGES:
        folder = resource("help", language, *(("acts",) if key in ACT_PAGES else ()))

        assert [link for link in links_of(page_text(key)) if not (folder / link).resolve().is_file()] == [], key


def test_the_page_of_a_screen_opens(screen: HelpScreen) -> None:
    screen.show_for("exchange")

    assert screen.shown_key() == "exchange"
    assert screen.browser.toPlainText().startswith(page_title("exchange"))
    assert chosen_title(screen) == page_title("exchange")


def test_a_screen_without_a_page_gets_the_first(screen: HelpScreen) -> None:
    screen.show_for("exchange")
    screen.show_for("nowhere")

    assert screen.shown_key() == PAGES[0]


def test_another_page_is_chosen_in_the_list_or_by_a_link(screen: HelpScreen) -> None:
    screen.show_for("first_run")
    QTest.keyClick(screen.list, Qt.Key.Key_Up)
    assert screen.browser.toPlainText().startswith(page_title("sign_in"))

    screen.browser.anchorClicked.emit(QUrl("conflicts.md"))

    assert screen.shown_key() == "conflicts"


@pytest.mark.parametrize("key", [*SCREEN_PAGES, *ACT_PAGES[:2]])
def test_a_page_reads_in_the_direction_and_type_of_the_interface(
    screen: HelpScreen, key: str, language: Language
) -> None:
    screen.show_for(key)
    side = Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight

    assert {block.textDirection() for block in blocks(screen)} == {side}
    families, colours = set(), set()
    for block in blocks(screen):
        pieces = block.begin()
        while not pieces.atEnd():
            families.add(pieces.fragment().charFormat().font().family())
            colours.add(pieces.fragment().charFormat().foreground().color().name().upper())
            pieces += 1
    assert families == {tokens.UI_FAMILY}
    assert colours <= {tokens.LIGHT.text, tokens.LIGHT.accent}


def test_the_list_goes_from_screens_to_acts_over_the_headings(screen: HelpScreen) -> None:
    screen.show_for(SCREEN_PAGES[-1])
    seen = [screen.shown_key()]
    for _ in ACT_PAGES:
        QTest.keyClick(screen.list, Qt.Key.Key_Down)
        seen.append(screen.shown_key())

    assert seen == [SCREEN_PAGES[-1], *ACT_PAGES]


def test_escape_closes_the_help(qtbot: QtBot, screen: HelpScreen) -> None:
    with qtbot.waitSignal(screen.closed):
        QTest.keyClick(screen.browser, Qt.Key.Key_Escape)


def test_the_page_changes_language_and_colours_while_it_is_open(
    qtbot: QtBot, qapp: QApplication, put_on: PutOn
) -> None:
    screen = HelpScreen()
    qtbot.addWidget(screen)
    screen.show()
    screen.show_for("exchange")
    assert screen.browser.toPlainText().startswith("المزامنة")

    theme.change_language(qapp, "fr")

    qtbot.waitUntil(lambda: screen.browser.toPlainText().startswith("Échanges"))
    assert blocks(screen)[0].textDirection() == Qt.LayoutDirection.LeftToRight
    put_on("fr", dark=True)
    ink = blocks(screen)[0].begin().fragment().charFormat().foreground().color().name().upper()
    assert ink == tokens.DARK.text
