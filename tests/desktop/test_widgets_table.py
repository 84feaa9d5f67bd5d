"""The list: the right row is chosen in both directions, cells keep their order, chips do not melt."""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.system.locale import Language
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import FSI, PDI, isolate, ltr
from massar_desktop.widgets.chip import chip_width
from massar_desktop.widgets.paint import text_width
from massar_desktop.widgets.table import TAIL, CellDelegate, CellRole, Heading, Table, cut_before_tail
from tests.desktop.conftest import PutOn
from tests.desktop.gallery import People


def people_table(qtbot: QtBot) -> Table:
    """Return a list of invented people on the screen."""
    table = Table()
    qtbot.addWidget(table)
    table.setModel(People(table))
    table.set_widths([260, 110, 320, 150], stretched=0)
    table.resize(900, 400)
    table.show()
    return table


def colours_in(picture: QImage, rect: QRect) -> set[str]:
    """Return the colours of a part of a picture."""
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    }


def test_a_row_is_chosen_in_both_directions(qtbot: QtBot, language: Language) -> None:
    table = people_table(qtbot)

    with qtbot.waitSignal(table.row_chosen) as chosen:
        table.choose_row(2)

    assert chosen.args == [2]
    assert table.chosen_row() == 2
    assert {index.row() for index in table.selectionModel().selectedRows()} == {2}
    table.choose_row(99)
    assert (table.chosen_row(), table.selectionModel().hasSelection()) == (-1, False)


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot, language: Language) -> None:
    table = people_table(qtbot)
    table.choose_row(1)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.chosen_row() == table.model().rowCount() - 1
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.chosen_row() == 0


def test_enter_and_double_click_open_the_row(qtbot: QtBot, language: Language) -> None:
    table = people_table(qtbot)
    table.choose_row(1)

    with qtbot.waitSignal(table.row_opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    with qtbot.waitSignal(table.row_opened) as opened:
        place = table.visualRect(table.model().index(3, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [3]


def test_rows_are_fixed_or_large_lists_freeze(qtbot: QtBot, put_on: PutOn) -> None:
    table = people_table(qtbot)

    assert table.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
    assert table.rowHeight(0) == tokens.TABLE_ROW


def test_every_cell_is_isolated(qtbot: QtBot, language: Language) -> None:
    class Open(CellDelegate):
        def text_of(self, table: Table, row: int) -> str:
            option = QStyleOptionViewItem()
            self.initStyleOption(option, table.model().index(row, 2))
            return option.text

    table = people_table(qtbot)

    assert Open().text_of(table, 1) == f"{FSI}متصرف (Administrateur) من الدرجة الثانية{PDI}"


def test_the_chosen_row_has_a_bar_at_its_start_edge(qtbot: QtBot, language: Language) -> None:
    table = people_table(qtbot)
    table.choose_row(0)

    picture = table.viewport().grab().toImage()

    width = table.viewport().width()
    ends = [picture.pixelColor(x, 20).name().upper() for x in (1, width - 2)]
    bar, ground = tokens.LIGHT.accent, tokens.LIGHT.select
    assert ends == ([ground, bar] if language == "ar" else [bar, ground])


def test_a_chip_on_the_chosen_row_lies_on_the_surface(qtbot: QtBot, language: Language) -> None:
    table = people_table(qtbot)
    chip_cell = table.visualRect(table.model().index(0, 3))
    table.choose_row(1)
    at_rest = colours_in(table.viewport().grab().toImage(), chip_cell)
    table.choose_row(0)
    chosen = colours_in(table.viewport().grab().toImage(), chip_cell)

    assert tokens.LIGHT.info_soft in at_rest
    assert tokens.LIGHT.info_soft not in chosen
    assert {tokens.LIGHT.surface, tokens.LIGHT.select} <= chosen


def test_a_hit_is_marked_behind_its_letters(qtbot: QtBot, language: Language) -> None:
    table = people_table(qtbot)
    name = table.visualRect(table.model().index(1, 0))

    picture = table.viewport().grab().toImage()

    marked = [
        x
        for x in range(name.left(), name.right())
        if picture.pixelColor(x, name.top() + 6) == QColor(tokens.LIGHT.mark)
    ]
    assert 12 < len(marked) < 40, "three letters"
    if language == "ar":
        assert name.right() - 12 - max(marked) < 6, "the hit begins the name, at the right"
    else:
        assert min(marked) - name.left() > 40, "the hit is in the first name, after BENALI"


def test_the_row_under_the_mouse_is_told_apart(qtbot: QtBot, put_on: PutOn) -> None:
    table = people_table(qtbot)
    place = table.visualRect(table.model().index(4, 1)).center()

    # Not QTest.mouseMove: it sends the button that an earlier test pressed, and the move becomes a selection.
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(table.viewport(), move)

    assert table.hovers(4)
    assert table.viewport().grab().toImage().pixelColor(5, place.y() - 15).name().upper() == tokens.LIGHT.sunken


def test_a_chip_fits_its_column(put_on: PutOn) -> None:
    model = People()
    widths = [chip_width(model.data(model.index(row, 3), CellRole.CHIP)) for row in range(model.rowCount())]  # type: ignore[arg-type]  # a model answers object

    assert max(widths) < 150 - 24


def test_a_heading_stands_above_its_row_and_the_selection_stays_under_it(qtbot: QtBot, language: Language) -> None:
    table, model = Table(), RowsModel()
    qtbot.addWidget(table)
    table.setModel(model)
    cells = [Cell("x", "y", icon=("calendar", "accent"), heading=Heading("متأخرة", "2", "danger")), Cell("z")]
    model.show_rows(("a", "b"), [(1, cells), (2, [Cell("x", "y"), Cell("z")])])
    table.set_widths([200, 100], stretched=0)
    table.head_rows(model.headed_rows())
    table.resize(400, 220)
    table.show()
    table.choose_row(0)

    picture = table.viewport().grab().toImage()
    row = table.visualRect(model.index(0, 1))
    above = QRect(row.left() + 2, row.top() + 2, 20, tokens.GROUP_ROW - 4)
    below = QRect(row.left() + 2, row.top() + tokens.GROUP_ROW + 2, 4, tokens.TABLE_ROW - 4)
    assert colours_in(picture, above) == {theme.colours().sunken.upper()}
    assert colours_in(picture, below) == {theme.colours().select.upper()}
    assert table.rowHeight(1) == tokens.TABLE_ROW
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_row() == 1


def test_a_long_name_gives_way_to_its_number_and_is_told_whole(qtbot: QtBot, language: Language) -> None:
    name = " ".join(["Fatima-Ezzahra"] * 6)
    font = theme.font("cap")
    cut = cut_before_tail(f"{isolate(name)}{TAIL}{ltr('1234567')}", font, 200)
    assert cut.endswith(ltr("1234567"))
    assert "…" in cut
    assert cut.count(FSI) + 1 == cut.count(PDI)  # the number has its own
    assert text_width(cut, font) <= 202

    table, model = Table(), RowsModel()
    qtbot.addWidget(table)
    table.setModel(model)
    model.show_rows(("",), [(1, [Cell("Congé", f"{name}{TAIL}1234567")]), (2, [Cell("Congé", f"Ali{TAIL}7")])])
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    assert name in delegate.whole_text(model.index(0, 0), 320)
    assert delegate.whole_text(model.index(1, 0), 320) == ""
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert name in said
    assert "1234567" in said
