"""The page of the USB stick: what Enter does, wrong files, a full stick, and the whole way there and back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massar_desktop.background.stick_runner import StickRunner
from massar_desktop.screens.stick import Act, StickScreen
from massar_desktop.system import removable
from massar_desktop.system.removable import Drive
from massar_desktop.widgets.bidi import decimal
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import FIRST_PHONE, NAME, Desk, desk, known_person, phone_conflict
from tests.exchange.sticks import answers, asks, key_of, open_counter, waiting


@dataclass
class Slot:
    """The USB ports of a computer."""

    folder: Path
    sticks: list[Drive] = field(default_factory=list)

    def put_in(self, name: str = "KINGSTON", *, free: int = 14_200_000_000, writable: bool = True) -> Path:
        """Put a stick in."""
        place = self.folder / name
        place.mkdir(exist_ok=True)
        self.sticks.append(Drive(place, name, free, writable))
        return place


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    open_counter(one.world)
    one.office.sync()  # the keys come
    one.neighbour.sync()
    yield one
    one.close()


@pytest.fixture
def slot(tmp_path: Path) -> Slot:
    return Slot(tmp_path)


@pytest.fixture
def screen(qtbot: QtBot, put_on: PutOn, made: Desk, slot: Slot) -> StickScreen:
    runner = StickRunner(made.session, lambda: key_of(made.office), find=lambda: list(slot.sticks))
    page = StickScreen(made.session, runner)
    runner.setParent(page)
    qtbot.addWidget(page)
    page.resize(1170, 640)
    page.show()
    qtbot.waitExposed(page)
    return page


def look(qtbot: QtBot, screen: StickScreen) -> None:
    """Look for sticks now, instead of within two seconds."""
    qtbot.waitUntil(lambda: not screen._runner._looking)
    with qtbot.waitSignal(screen._runner.looked):
        screen._runner.look()


def enter(screen: StickScreen) -> None:
    """Press Enter as a clerk does, wherever the focus is."""
    QTest.keyClick(screen.go if screen.go.isEnabled() else screen, Qt.Key.Key_Return)


def test_there_and_back_with_two_presses_of_enter(qtbot: QtBot, made: Desk, screen: StickScreen, slot: Slot) -> None:
    person = known_person(made)
    made.office.corrects(person, phone=FIRST_PHONE)
    stick = slot.put_in()
    look(qtbot, screen)
    assert (screen.act(), screen.steps._discs[1]._now) == (Act.WRITE, True)

    with qtbot.waitSignal(screen._runner.written):
        screen.press()
    (request,) = (stick / "Massar").iterdir()
    assert "تم النسخ والتحقق: عملية واحدة" in screen.message.sentence()
    assert waiting(made.office) == 1  # kept until the centre answers

    reply = answers(made.world, request)
    request.unlink()
    reply.rename(stick / "renamed by somebody.dat")
    look(qtbot, screen)
    assert screen.act() is Act.READ
    with qtbot.waitSignal(screen._runner.taken_in):
        screen.press()

    assert waiting(made.office) == 0
    made.neighbour.sync()
    assert made.neighbour.sees(person, "phone") == FIRST_PHONE
    assert screen.counters[0].accessibleName() == "أجيب عنها: 1"
    look(qtbot, screen)
    assert screen.act() is Act.WRITE  # the same reply is not offered twice


def test_enter_on_the_focused_button_writes_once_the_stick_is_in(
    qtbot: QtBot, made: Desk, screen: StickScreen, slot: Slot
) -> None:
    made.office.hires(**NAME)
    slot.put_in()
    look(qtbot, screen)
    screen.setFocus()
    with qtbot.waitSignal(screen._runner.written):
        enter(screen)


def test_wrong_files_are_named_and_nothing_is_read_from_them(
    qtbot: QtBot, made: Desk, screen: StickScreen, slot: Slot
) -> None:
    stick = slot.put_in()
    (stick / "holiday.jpg").write_bytes(b"\xff\xd8" * 400)
    (stick / "cut.reply").write_bytes(b"MASSAR-B\x01half of a reply")
    look(qtbot, screen)
    assert (screen.act(), "تالف" in screen.message.sentence()) == (Act.WRITE, True)

    (stick / "cut.reply").unlink()
    answers(made.world, asks(made.world, made.neighbour)).rename(stick / "neighbour.reply")
    made.world.folder.joinpath("own.request").write_bytes(asks(made.world, made.office).read_bytes())
    look(qtbot, screen)
    with qtbot.waitSignal(screen._runner.failed):
        screen._runner.read(made.world.folder / "own.request")
    assert "هذا طلب" in screen.message.sentence() or "إلى المركز" in screen.message.sentence()


@pytest.mark.parametrize(("free", "writable"), [(900_000, True), (14_000_000_000, False)])
def test_a_full_or_locked_stick_is_told_before_anything_is_tried(
    qtbot: QtBot, screen: StickScreen, slot: Slot, free: int, writable: bool
) -> None:
    slot.put_in(free=free, writable=writable)
    look(qtbot, screen)
    assert screen.act() is Act.NOTHING
    assert not screen.go.isEnabled()
    assert "استعمل مفتاحا آخر" in screen.message.sentence()


def test_a_stick_that_was_pulled_out_is_told_and_nothing_is_lost(
    qtbot: QtBot, made: Desk, screen: StickScreen, slot: Slot
) -> None:
    made.office.hires(**NAME)
    place = slot.put_in()
    look(qtbot, screen)
    place.rmdir()
    with qtbot.waitSignal(screen._runner.failed):
        screen.press()
    assert screen.message.sentence()
    assert waiting(made.office) == 1


def test_the_stick_with_the_reply_is_chosen_and_a_conflict_is_shown(
    qtbot: QtBot, made: Desk, screen: StickScreen, slot: Slot
) -> None:
    phone_conflict(made, known_person(made))
    slot.put_in("EMPTY")
    stick = slot.put_in("OFFICE")
    answers(made.world, asks(made.world, made.office)).rename(stick / "a.reply")
    look(qtbot, screen)
    chosen = screen.chosen()
    assert chosen is not None
    assert chosen.drive.name == "OFFICE"
    assert decimal(14.2) in screen._words.drive(chosen)[1]


def test_folders_can_be_named_as_sticks(tmp_path: Path) -> None:
    (found,) = [one for one in removable.drives({removable.OVERRIDE: str(tmp_path)}) if one.folder == tmp_path]
    assert found.writable
    assert found.free > 0


def test_a_stick_that_can_be_written_is_offered_before_one_that_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, free = tmp_path / "locked", tmp_path / "free"
    for folder in (locked, free):
        folder.mkdir()
    monkeypatch.setattr(os, "access", lambda folder, _mode: folder == free)
    found = removable.drives({removable.OVERRIDE: os.pathsep.join(map(str, (locked, free)))})
    mine = [one.folder for one in found if one.folder in (locked, free)]
    assert mine == [free, locked]


def test_the_focus_stays_on_the_page_while_a_stick_is_written(
    qtbot: QtBot, made: Desk, slot: Slot, screen: StickScreen
) -> None:
    made.office.hires(**NAME)
    slot.put_in()
    look(qtbot, screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.go.setFocus()
    with qtbot.waitSignal(screen._runner.written):
        enter(screen)
        assert screen.back.hasFocus()
    qtbot.waitUntil(screen.go.hasFocus)
