"""The rooms of an open office: people, one person, the exchange, conflicts, an import, help."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from massar_desktop.screens.file_parts import (
    ACTS,
    DIPLOMAS_TAB,
    DUPLICATES,
    FAMILY_TAB,
    HISTORY,
    IDENTITY,
    NOTES,
    OVERVIEW,
    PAPERS,
    SITUATION,
)
from massar_desktop.screens.import_list import RESULT, REVIEW
from massar_desktop.screens.import_views import LINES
from massar_desktop.system.newest_files import NewFile
from massar_desktop.widgets import theme
from sync.domain.record import Row
from tests.screenshots.desk_acts import fill_week, fill_work, leave_of
from tests.screenshots.desk_window import DeskWindow
from tests.screenshots.province import clash, fullest, settle_twice
from tests.screenshots.studio import Studio
from tests.typing_keys import type_text

_LIST: Final = Path(__file__).parents[1] / "client" / "importing" / "data" / "etat_du_personnel.xlsx"
_TABS: Final = {
    "overview": OVERVIEW,
    "identity": IDENTITY,
    "situation": SITUATION,
    "family": FAMILY_TAB,
    "diplomas": DIPLOMAS_TAB,
    "history": HISTORY,
    "duplicates": DUPLICATES,
}


def people(studio: Studio, folder: Path) -> None:
    """The list, searches in both scripts, nobody found."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "people") as here:
        _change_some(here)
        search = here.people.search
        studio.shoot("people", here.window)
        studio.shoot("people-dark", here.window, dark=True)
        for name, text in (("arabic", "فاط"), ("latin", "ben"), ("nobody", "قصبظظ")):
            search.clear()
            type_text(search, text)
            studio.settle()
            studio.shoot(f"people-search-{name}", here.window)
        search.clear()
        studio.settle()
        studio.shoot("people-practice", here.window, practice=True)
        studio.wear("ar")


def person(studio: Studio, folder: Path) -> None:
    """Each part of a file, a field that is wrong, a draft that came back, somebody new."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "person") as here:
        who, other = fullest(here.rows("employee"), here.rows("dependant"), here.rows("diploma"))[:2]
        here.desk.office.corrects(who.id, city="تارودانت")
        here.province.later(35)
        here.desk.office.sync()
        here.tell(here.desk.office.corrects(who.id, phone="+212661882041"))
        here.open_person(who.id)
        for name, tab in _TABS.items():
            here.person.parts.go_to(tab)
            studio.shoot(f"person-{name}", here.window)
        _papers(studio, here, folder)
        _notes(studio, here)
        here.tell(here.desk.office.record(leave_of(here.desk.office, who.id)))
        here.tell(here.desk.office.corrects(who.id, cin=None))
        here.person.parts.go_to(OVERVIEW)
        studio.settle()
        studio.shoot("person-overview-full", here.window)
        here.person.parts.go_to(IDENTITY)
        studio.shoot("person-dark", here.window, dark=True)
        _type(here, "cin", "12")
        _type(here, "birth_date", "31/02/1980")
        _type(here, "ppr", other.text("ppr"))
        studio.settle()
        studio.shoot("person-errors", here.window)
        here.open_person(other.id)
        here.open_person(who.id)
        studio.settle()
        studio.shoot("person-draft", here.window)
        here.window.show_page("people")
        here.person.open_new()
        here.window.show_page("person")
        studio.settle()
        studio.shoot("person-new", here.window)


def _papers(studio: Studio, here: DeskWindow, folder: Path) -> None:
    """No paper, the newest scans, what one weighs, papers on their way."""
    parts = here.person.parts
    parts.go_to(PAPERS)
    studio.settle()
    studio.shoot("person-papers-none", here.window)
    scan = folder / "numérisation 12.png"
    _certificate().save(str(scan))
    parts.attach_scan()
    studio.settle()
    parts.papers.panel.show_newest(_some_files("شهادة طبية.jpg", "scan_0042.pdf", "IMG_20261127.jpg", "page 3.tif"))
    studio.shoot("person-papers-newest", here.window)
    parts.papers.panel.take([scan])
    studio.settle()
    type_text(parts.papers.panel.form.editors["title"].editor, "شهادة عمل")
    studio.shoot("person-papers-describe", here.window)
    parts.papers.panel.save()
    studio.until(lambda: bool(parts.papers.papers()), "the scan is not attached")
    studio.settle()
    studio.shoot("person-papers", here.window)
    parts.papers.look_at()
    studio.until(lambda: parts.papers.scan.pages.count() > 0, "the scan is not shown")
    studio.settle()
    studio.shoot("person-papers-scan", here.window)
    parts.papers.close_panel()


def _certificate() -> QImage:
    """A page as a scanner makes it: a heading, lines of print, a stamp."""
    image = QImage(1240, 1754, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setPen(QColor("#202020"))
    for size, place, text in (
        (34, QRect(120, 100, 1000, 60), "المملكة المغربية"),
        (44, QRect(120, 320, 1000, 80), "شهادة طبية"),
        *((28, QRect(140, 520 + 70 * line, 960, 60), "أشهد أن حالة المعني بالأمر تستوجب الراحة") for line in range(6)),
    ):
        font = theme.font("body")
        font.setPixelSize(size)
        painter.setFont(font)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute), text)
    painter.setPen(QPen(QColor("#3040C0"), 6))
    painter.drawEllipse(220, 1240, 300, 300)
    painter.end()
    return image


def _notes(studio: Studio, here: DeskWindow) -> None:
    """A note with a day, and one that is done."""
    parts = here.person.parts
    parts.go_to(NOTES)
    tab = parts.notes.tabs[0]
    for words, done in (("في انتظار شهادة العمل من المؤسسة", False), ("أُرسلت الوثائق إلى الأكاديمية", True)):
        editor, box = tab.form.editors["text"].editor, tab.form.editors["done"].editor
        if not isinstance(editor, QPlainTextEdit) or not isinstance(box, QCheckBox):
            raise TypeError("a note has a text and a box")
        editor.setPlainText(words)
        type_text(tab.form.editors["remind_on"].editor, "20/11/2026")
        box.setChecked(done)
        here.person.save()
        studio.settle()
    studio.shoot("person-notes", here.window)


def acts(studio: Studio, folder: Path) -> None:
    """The acts of a person: none, a new one half filled and whole, registered, accepted."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "acts") as here:
        who = fullest(here.rows("employee"), here.rows("dependant"), here.rows("diploma"))[0]
        here.open_person(who.id)
        parts = here.person.parts
        parts.go_to(ACTS)
        studio.until(lambda: bool(parts.acts.form.chooser.count()), "the acts are not read")
        studio.shoot("acts-list", here.window)
        parts.acts.start_new("annual_leave")
        studio.settle()
        studio.shoot("acts-new-empty", here.window)
        fields = parts.acts.form.fields
        if fields is None:
            raise LookupError("no form of an act")
        for name, text in (("from_on", "07/12/2026"), ("to_on", "11/12/2026")):
            editor = fields.form.editors[name].editor
            editor.setFocus()
            type_text(editor, text)
        studio.until(lambda: fields.values().get("days_taken") == 5, "nothing is worked out")
        studio.settle()
        studio.shoot("acts-new", here.window)
        studio.shoot("acts-new-dark", here.window, dark=True)
        fields.papers["request"].click()
        parts.acts.form.save()
        studio.until(lambda: not parts.acts.is_typing, "the act is not registered")
        studio.settle()
        parts.acts.detail.steps.choose("return")
        studio.settle()
        studio.shoot("acts-step", here.window)


def work(studio: Studio, folder: Path) -> None:
    """The work list: nothing in it, acts in all their states, one sort alone."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "work") as here:
        here.window.show_page("home")
        studio.shoot("work-empty", here.window)
        fill_work(here)
        for row in _some(here)[:2]:
            here.tell(here.desk.office.corrects(row.id, city="تارودانت"))
            here.open_person(row.id)
        here.window.show_page("home")
        here.home.work.refresh()
        studio.settle()
        studio.shoot("work-list", here.window)
        studio.shoot("work-list-dark", here.window, dark=True)
        here.home.work.filter_by("returned")
        studio.settle()
        studio.shoot("work-returned", here.window)
        type_text(here.home.search, "ami")
        studio.until(lambda: here.home.glance.person() is not None, "nobody is found")
        studio.settle()
        studio.shoot("home-found", here.window)
        here.home.glance.edit_phone()
        studio.shoot("home-telephone", here.window)


def palette(studio: Studio, folder: Path) -> None:
    """Ctrl+K: all that is offered, a name, an act for the person in front."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "palette") as here:
        who = fullest(here.rows("employee"), here.rows("dependant"), here.rows("diploma"))[0]
        here.open_person(who.id)
        here.palette.open_for(who.id, here.person.head.name.text())
        studio.settle()
        studio.shoot("palette", here.window)
        studio.shoot("palette-dark", here.window, dark=True)
        for name, text in (("name", "ben"), ("act", "con"), ("nothing", "قصبظظ")):
            here.palette.search.clear()
            type_text(here.palette.search, text)
            studio.settle()
            studio.shoot(f"palette-{name}", here.window)


def desk(studio: Studio, folder: Path) -> None:
    """The counter of acts, empty and filled in, and the decisions that wait."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "desk") as here:
        fill_work(here)
        here.window.show_page("counter")
        studio.settle()
        studio.shoot("counter-empty", here.window)
        counter = here.acts_counter
        counter.begin(here.people.model.person_at(3), "annual_leave")
        studio.until(lambda: counter.person.person() is not None, "the person is not there")
        fields = counter.fields
        if fields is None:
            raise TypeError("no kind of act is open")
        type_text(fields.form.editors["from_on"].editor, "12/10/2026")
        type_text(fields.days_edit, "5")
        type_text(fields.form.editors["reference"].editor, "31415")
        studio.settle()
        studio.shoot("counter-typed", here.window)
        counter.save()
        studio.until(lambda: bool(counter.registered()), "the act is not registered")
        studio.settle()
        studio.shoot("counter-registered", here.window)
        here.window.show_page("decide")
        screen = here.decide
        studio.until(lambda: bool(screen.lines()) and screen.lines()[-1].foreseen is not None, "nothing is checked")
        screen.choose("accept")
        screen.choose("return")
        studio.settle()
        studio.shoot("decide", here.window)


def exchange(studio: Studio, folder: Path) -> None:
    """Nothing waits, something waits, no line, under way, finished."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "exchange") as here:
        desk, runner = here.desk, here.desk.runner
        fill_week(here)
        here.window.show_page("exchange")
        studio.settle()
        studio.shoot("exchange-idle", here.window)
        _change_some(here)
        here.province.later(125)
        studio.shoot("exchange-waiting", here.window)
        desk.line.down = True
        here.exchange.press()
        studio.until(lambda: runner.last is not None and not runner.running, "no answer without a line")
        studio.shoot("exchange-offline", here.window)
        here.exchange.stop()
        desk.line.down, desk.line.hold_at = False, 1
        here.exchange.press()
        studio.until(desk.line.held.is_set, "the exchange does not begin")
        studio.shoot("exchange-running", here.window)
        studio.shoot("exchange-running-dark", here.window, dark=True)
        desk.line.let_go.set()
        studio.until(lambda: runner.last is not None and runner.last.done, "the exchange does not end")
        here.province.later(2)
        studio.shoot("exchange-finished", here.window)


def conflicts(studio: Studio, folder: Path) -> None:
    """No conflict, two of them, a third value, a choice that came back."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "conflicts") as here:
        here.window.show_page("conflicts")
        studio.shoot("conflicts-none", here.window)
        clash(here.province, here.desk, here.rows("employee"))
        here.exchange_now()
        here.conflicts.refresh()
        studio.settle()
        studio.shoot("conflicts-open", here.window)
        studio.shoot("conflicts-open-dark", here.window, dark=True)
        here.conflicts.view.open_other()
        studio.shoot("conflicts-other-value", here.window)
        here.conflicts.view.close_other()
        settle_twice(here.province, here.desk)
        here.exchange_now()
        here.conflicts.refresh()
        here.conflicts.turn_to_settled()
        studio.settle()
        studio.shoot("conflicts-settled", here.window)
        here.conflicts.turn_to_settled()
        here.conflicts.show_tray()
        studio.settle()
        studio.shoot("conflicts-returned", here.window)


def imports(studio: Studio, folder: Path) -> None:
    """Choosing a list, its columns, its lines, what was written."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "imports") as here:
        screen = here.imports
        here.window.show_page("import_list")
        studio.shoot("import-choose", here.window)
        here.window.show_page("people")
        here.lists += _some_files(
            "لائحة الأساتذة الجدد.xlsx", "TABLEAU DES MUTATIONS 2026.ods", "etat_du_personnel.xlsx", "rentree.csv"
        )
        here.window.show_page("import_list")
        studio.until(screen.choose.lists, "no lists are offered")
        studio.shoot("import-newest", here.window)
        screen.open_file(_LIST)
        studio.until(lambda: screen._stack.currentIndex() == REVIEW, "the list is not read")
        studio.shoot("import-columns", here.window)
        screen.review.tabs.setCurrentIndex(LINES)
        studio.shoot("import-lines", here.window)
        screen.start()
        studio.until(lambda: screen._stack.currentIndex() == RESULT, "the list is not written")
        studio.shoot("import-result", here.window)
        screen.open_file(Path(__file__))
        studio.settle()
        studio.shoot("import-no-spreadsheet", here.window)


def _some_files(*names: str) -> list[NewFile]:
    """What arrived by mail, what lies on a stick, what was kept."""
    now, home = time.time(), Path.home()
    places = (home / "Téléchargements", Path("/media/KINGSTON"), home / "Téléchargements", home / "Documents")
    weights = ((1_200.0, 48_300), (93_000.0, 1_340_000), (260_000.0, 212_000), (1_200_000.0, 9_100))
    return [
        NewFile(place / name, now - ago, size) for name, place, (ago, size) in zip(names, places, weights, strict=True)
    ]


def help_pages(studio: Studio, folder: Path) -> None:
    """Help on the list of people."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "help") as here:
        here.help.show_for("people")
        here.window.show_page("help")
        studio.shoot("help", here.window)


def _change_some(here: DeskWindow) -> None:
    """Save one new person and a few corrections, so that something waits."""
    office = here.desk.office
    office.hires(surname_ar="المنصوري", first_name_ar="خديجة", surname_la="EL MANSOURI", first_name_la="Khadija")
    for number, row in enumerate(_some(here)):
        here.province.later(3)
        here.tell(office.corrects(row.id, phone=f"+21266188{2000 + number}"))


def _some(here: DeskWindow) -> list[Row]:
    return here.rows("employee")[10:90:13]


def _type(here: DeskWindow, name: str, text: str) -> None:
    editor = here.person.form.editors[name].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.clear()
    type_text(editor, text)
