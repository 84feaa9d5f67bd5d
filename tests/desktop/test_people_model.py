"""The model of the people list: pages on demand, a limited memory, answers for an older list refused."""

from array import array

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from massar_desktop.models.people import PAGE_ROWS, PAGES_KEPT, PeopleModel
from massar_desktop.models.short import short
from massar_desktop.queries.people import PersonLine
from tests.desktop.conftest import PutOn


def lines(first: int, count: int) -> list[PersonLine]:
    """Made-up lines."""
    return [PersonLine(number, f"الاسم {number}", f"NOM {number}") for number in range(first, first + count)]


def shown(model: PeopleModel, row: int) -> object:
    """The name in a row."""
    return model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)


def test_a_page_is_asked_for_once_and_shown_when_it_comes(qtbot: QtBot, put_on: PutOn) -> None:
    model = PeopleModel()
    asked: list[tuple[int, int]] = []
    model.page_wanted.connect(lambda first, people: asked.append((first, len(people))))
    model.show_people(array("q", range(500)))

    assert (shown(model, 450), shown(model, 460)) == ("…", "…")
    assert asked == [(400, 100)]
    with qtbot.waitSignal(model.dataChanged):
        model.put_page(model.turn, 400, lines(400, 100))
    assert shown(model, 450) == "الاسم 450"
    assert asked == [(400, 100)]


def test_an_answer_for_an_older_list_is_refused(qtbot: QtBot, put_on: PutOn) -> None:
    model = PeopleModel()
    model.show_people(array("q", range(500)))
    old = model.turn
    model.show_people(array("q", range(1000, 1300)))
    model.put_page(old, 0, lines(0, 200))

    assert shown(model, 0) == "…"


def test_lines_that_came_with_a_search_are_shown_at_once(qtbot: QtBot, put_on: PutOn) -> None:
    model = PeopleModel()
    model.show_people(array("q", range(500)), lines(0, 60))

    assert (shown(model, 3), shown(model, 100)) == ("الاسم 3", "…")


def test_memory_is_limited_to_twenty_pages(qtbot: QtBot, put_on: PutOn) -> None:
    model = PeopleModel()
    asked: list[int] = []
    model.page_wanted.connect(lambda first, _people: asked.append(first))
    model.show_people(array("q", range(PAGE_ROWS * (PAGES_KEPT + 5))))
    for page in range(PAGES_KEPT + 5):
        shown(model, page * PAGE_ROWS)
        model.put_page(model.turn, page * PAGE_ROWS, lines(page * PAGE_ROWS, PAGE_ROWS))
    asked.clear()

    shown(model, (PAGES_KEPT + 4) * PAGE_ROWS)
    assert asked == []
    shown(model, 0)
    assert asked == [0]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot, put_on: PutOn) -> None:
    model = PeopleModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_people(array("q", range(300)), lines(0, 60))
    model.put_page(model.turn, 0, lines(0, 200))
    model.renew(lines(0, 60))
    model.show_people(array("q"))

    assert tester.model() is model
    assert model.rowCount() == 0


def test_long_names_of_cadres_and_schools_are_written_short() -> None:
    assert short("Professeur de l’enseignement primaire") == "Prof. primaire"
    assert short("Professeur de l’enseignement secondaire collégial") == "Prof. collégial"
    assert short("مجموعة مدارس أولاد برحيل") == "م.م. أولاد برحيل"
    assert short("متصرف تربوي") == "متصرف تربوي"
