"""The counter tasks of a clerk, as she does them at the keyboard. Each starts at Home, the search focused.

The values typed have the lengths that the model fixes: 7 digits of a staff number, `12/3`, one digit of days, 5 of a
paper's reference, 10 of a telephone, 6 letters of a name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt

from massar_desktop.app.workplace import PEOPLE, Workplace
from massar_desktop.screens.act_counter_flow import Registered
from massar_desktop.screens.census_words import letter_of
from massar_desktop.screens.stick import Act
from tests.benchmarks.klm import CONTROL, PLAIN, Clerk, Key

ALT: Final = Qt.KeyboardModifier.AltModifier
LEAVE_DAY, PHONE = "12/3", "0661122334"
CONFLICTS_TO_SETTLE, TO_DECIDE, LEAVES, EXCEPTIONS = 5, 12, 10, 4
LISTED, DOUBLES = 400, 3


@dataclass(frozen=True)
class Papers:
    """What lies on the counter: numbers of people, a name that three of them bear, the acts to return."""

    numbers: Sequence[str]
    name: str
    homonyms: int
    to_return: frozenset[int] = frozenset()
    school: str = ""


Task = Callable[[Clerk, Workplace, Papers], None]


def find_by_number(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """1: find one by number, read her balance."""
    clerk.value("number", papers.numbers[0], enter=False)
    clerk.wait("her balance", lambda: _seen(place, papers.numbers[0]))
    clerk.read("balance")


def find_by_name(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """1n: find one by name past two who bear the same, read her balance."""
    home = place.desk.home
    clerk.value("name", papers.name, enter=False)
    clerk.wait("the list", lambda: home.answered == papers.name and home.glance.person() is not None)
    entries = home.list.entries()
    clerk.command("past two homonyms", (Key.Key_Down, PLAIN), (Key.Key_Down, PLAIN))
    clerk.wait("her balance", lambda: home.glance.person() == int(entries[2].key))
    clerk.read("balance")


def register_leave(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """2: register a short sick leave."""
    counter = place.desk.counter
    before = counter.registered()[:1]
    clerk.command("act", (Key.Key_F4, PLAIN))
    _leave(clerk, place, papers.numbers[1], "31415")
    clerk.wait("registered", partial(_registered_another, place, before))


def correct_phone(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """3: correct a telephone."""
    glance = place.desk.home.glance
    clerk.value("number", papers.numbers[2], enter=False)
    clerk.wait("her file", lambda: _seen(place, papers.numbers[2]))
    clerk.command("telephone", (Key.Key_T, CONTROL))
    clerk.value("new telephone", PHONE)
    clerk.wait("saved and shown", lambda: _phone(place) == "+212" + PHONE[1:] and bool(glance.said.sentence()))
    clerk.read("telephone")


def certificate(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """4: certificate of work, two copies, with the number of the register; the printer itself is left out."""
    view = place.counter.paper
    clerk.value("number", papers.numbers[1], enter=False)
    clerk.wait("her file", lambda: _seen(place, papers.numbers[1]))
    clerk.command("certificate of work", (Key.Key_P, CONTROL))
    clerk.wait("the paper", lambda: view.isVisible() and view.pages.count() > 0)
    clerk.read("the paper")
    clerk.press("print", (Key.Key_Return, PLAIN))
    clerk.wait("given to the printer", lambda: bool(view.said.sentence()))


def census(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """9: census of a school by its exceptions: four people not there, the others as expected."""
    screen = place.counter.census
    clerk.command("census", (Key.Key_F11, PLAIN))
    clerk.wait("the schools", lambda: screen.table.isVisible() and screen.isVisible() and screen.model.rowCount() > 0)
    clerk.value("school", papers.school[:5])
    clerk.wait("her list", lambda: screen.list.line.hasFocus() and screen.list.model.rowCount() > EXCEPTIONS)
    for number in range(EXCEPTIONS):
        clerk.value("an exception", f"1{number}{letter_of('absent')}")
    clerk.command("save", (Key.Key_Return, CONTROL))
    clerk.wait("saved", lambda: bool(screen.list.said.sentence()))


def register_ten(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """5: ten leaves in a row, the kind kept."""
    counter = place.desk.counter
    clerk.command("act", (Key.Key_F4, PLAIN))
    for number in range(LEAVES):
        before = counter.registered()[:1]
        _leave(clerk, place, papers.numbers[3 + number], f"{27182 + number}")
        clerk.wait("registered", partial(_registered_another, place, before))
    clerk.command("back home", (Key.Key_Escape, PLAIN))


def settle_conflicts(clerk: Clerk, place: Workplace, _papers: Papers) -> None:
    """6: settle five conflicting values."""
    screen = place.conflicts
    clerk.command("conflicts", (Key.Key_F6, PLAIN))
    clerk.wait("the first one", lambda: screen.isVisible() and screen.view.isVisible() and bool(screen.view.shown()))
    for number in range(CONFLICTS_TO_SETTLE):
        shown = screen.view.shown()
        clerk.read("my value")
        clerk.read("the centre's value")
        clerk.command("which stays", (Key.Key_1 if number % 2 else Key.Key_2, PLAIN))
        if number + 1 < CONFLICTS_TO_SETTLE:
            clerk.wait("the next one", partial(_other_conflict, place, shown))
    clerk.wait("none left", screen.nothing.isVisible)
    clerk.command("back home", (Key.Key_F2, PLAIN))


def send(clerk: Clerk, place: Workplace, _papers: Papers) -> None:
    """7: see what is not sent, send it."""
    screen, runner = place.exchange, place.runner
    clerk.read("what waits, beside today's work")
    clerk.command("send", (Key.Key_F9, PLAIN))
    clerk.wait("sent", lambda: screen.isVisible() and not runner.running and runner.last is not None)
    clerk.read("the result")


def copy_to_stick(clerk: Clerk, place: Workplace, _papers: Papers) -> None:
    """8: a copy on a USB stick, read back and safe to take out."""
    screen = place.stick
    clerk.command("USB stick", (Key.Key_U, CONTROL))
    clerk.wait("the stick", lambda: screen.isVisible() and screen.act() is Act.WRITE)
    clerk.read("what will be copied")
    written: list[object] = []
    place.sticks.written.connect(written.append)
    clerk.press("copy", (Key.Key_Return, PLAIN))
    clerk.wait("copied and read back", lambda: bool(written))
    place.sticks.written.disconnect(written.append)
    clerk.read("that it may be taken out")


def decide_twelve(clerk: Clerk, place: Workplace, papers: Papers) -> None:
    """10: decide twelve waiting acts, ten accepted and two returned with a reason."""
    screen = place.desk.decide
    clerk.command("decide", (Key.Key_F5, PLAIN))
    clerk.wait("the first checked", lambda: bool(screen.lines()) and screen.lines()[0].foreseen is not None)
    for number in range(TO_DECIDE):
        line = screen.lines()[number]
        if line.is_amber:
            clerk.read("an amber line: a second look")
        if line.row.id in papers.to_return:
            clerk.command("return", (Key.Key_2, PLAIN))
            clerk.command("the reason", (Key.Key_1, PLAIN))
        else:
            clerk.command("accept", (Key.Key_1, PLAIN))
    clerk.command("sign", (Key.Key_Return, CONTROL))
    clerk.wait("signed", lambda: not screen.lines() and bool(screen.said.sentence()))


def who_retires(clerk: Clerk, place: Workplace, _papers: Papers) -> None:
    """12: who retires this year."""
    clerk.command("kept list", (Key.Key_1, ALT))
    clerk.wait("the list", lambda: place.window.shown_page() == PEOPLE and place.people.shows_view("retires"))
    clerk.read("who retires")


def import_list(clerk: Clerk, place: Workplace, _papers: Papers) -> None:
    """11: import the newest list: 400 lines, four columns in another order, days as text, three people twice."""
    screen = place.import_list
    clerk.command("import", (Key.Key_I, CONTROL))
    clerk.wait("the newest lists", screen.choose.table.hasFocus)
    clerk.command("the newest", (Key.Key_Return, PLAIN))
    clerk.wait("how it is understood", lambda: screen.review.isVisible() and screen.review.ready())
    clerk.read("where the columns go")
    clerk.read("the counts")
    clerk.command("lines with a finding", (Key.Key_2, CONTROL))
    for _ in range(DOUBLES):
        clerk.read("somebody who stands twice")
    clerk.command("write it", (Key.Key_Return, CONTROL))
    clerk.wait("written", screen.result.isVisible)
    clerk.read("the report")


TASKS: Final[dict[str, Task]] = {
    "1": find_by_number,
    "1n": find_by_name,
    "10": decide_twelve,
    "6": settle_conflicts,
    "12": who_retires,
    "4": certificate,
    "9": census,
    "3": correct_phone,
    "2": register_leave,
    "5": register_ten,
    "11": import_list,
}
"""Those of a practice office, in an order in which none disturbs another."""
AT_A_CENTRE: Final[dict[str, Task]] = {"8": copy_to_stick, "7": send}
"""Those that need an enrolled office."""
EXCEL: Final = {
    "1": 7.4, "1n": 17.7, "2": 22.6, "3": 18.3, "4": 28.8, "5": 166.1, "6": 137.1, "7": 37.0, "8": 26.8, "9": 36.2,
    "10": 73.4, "11": 94.7, "12": 9.2,
}  # fmt: skip
"""Seconds of the same task in Excel, by the same model."""


def _leave(clerk: Clerk, place: Workplace, number: str, reference: str) -> None:
    """One paper at the counter of acts: who, first day, days, reference, check, Enter."""
    counter = place.desk.counter
    clerk.value("number", number, enter=False)  # a whole PPR needs none
    _settle(clerk, lambda: counter.person.person() is not None and _in(place, "from_on"))
    clerk.value("first day", LEAVE_DAY)
    clerk.value("days", "5")
    clerk.value("reference", reference)
    clerk.wait("the checks", lambda: counter.is_checked)
    clerk.read("name, overlap, ceiling")
    clerk.press("register", (Key.Key_Return, PLAIN))


def _registered_another(place: Workplace, before: list[Registered]) -> bool:
    """The list of what was registered is cut at its end, so its length tells nothing."""
    return place.desk.counter.registered()[:1] != before


def _other_conflict(place: Workplace, shown: object) -> bool:
    return place.conflicts.view.shown() != shown and place.conflicts.view.isVisible()


def _settle(clerk: Clerk, condition: Callable[[], bool]) -> None:
    """Wait for the cursor to be in the next field: time that the clerk feels."""
    clerk.wait("next field", condition)


def _in(place: Workplace, field: str) -> bool:
    fields = place.desk.counter.fields
    return fields is not None and fields.form.editors[field].editor.hasFocus()


def _seen(place: Workplace, number: str) -> bool:
    glance = place.desk.home.glance.glance()
    return glance is not None and glance.view is not None and glance.view.employee.text("ppr") == number


def _phone(place: Workplace) -> str:
    glance = place.desk.home.glance.glance()
    return glance.view.employee.text("phone") if glance is not None and glance.view is not None else ""
