"""The office of the counter tasks: 15,000 practice people, five conflicts, twelve acts that wait; and its papers."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

from massar_desktop.commands.centre_process import CentreProcess
from massar_desktop.system.office_folders import mark_practice
from sync.client.clock import SystemClock
from sync.client.engine import Engine, Hooks
from sync.client.enrolment import PRACTICE_CLERK, PRACTICE_PASSWORD, Setup, enrol, make_practice
from sync.client.http import HttpExchange
from sync.client.key_file import Cost
from sync.client.office import device_key, open_office_folder
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import PRACTICE_DEVICE, Compartment, row_id, scope_id
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.practice.province import PracticeProvince, rows
from tests.benchmarks.clerk_day import RESOURCES, TODAY
from tests.benchmarks.counter_tasks import CONFLICTS_TO_SETTLE, DOUBLES, LISTED, TO_DECIDE

PLACE = (504, "تارودانت", "Taroudannt")
OTHER_PLACE = 505
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
_FIRST_CONFLICT = 1 << 24
AMBER = 4
"""Of the acts that wait, those with a remark."""


class NoSecrets:
    """A computer without a keyring."""

    def get(self, name: str) -> str | None:
        """Nothing is kept."""

    def set(self, name: str, value: str) -> bool:
        """Nothing is kept."""
        return False

    def delete(self, name: str) -> None:
        """Nothing is kept."""


def make_office(folder: Path, people: int) -> None:
    """Make the office of the tasks in a folder."""
    province = list(rows(PracticeProvince(today=TODAY, place=PLACE[0], people=people), RESOURCES))
    setup = Setup(folder, PRACTICE_PASSWORD, NoSecrets(), SystemClock(), LIGHT)
    made = make_practice(setup, PLACE, [*province, *_conflicts(province)])
    for kind, person, facts in _requests(province):
        row = made.replica.new_rows(1)[0]
        made.replica.record([filing.registration(kind, row, person, facts)], author=PRACTICE_CLERK)
    made.replica.close()
    mark_practice(folder)


def leave_list(home: Path) -> Path:
    """A staff list in somebody's downloads: its columns in another order, its days as text, three people twice."""
    province = rows(PracticeProvince(today=TODAY, place=OTHER_PLACE, people=LISTED), RESOURCES)
    people = [row for row in province if row.kind == "employee"]
    lines = [
        (
            one.text("birth_date"),
            one.text("cin"),
            f"{one.text('surname_ar')} {one.text('first_name_ar')}",
            9_000_000 + at,
        )
        for at, one in enumerate(row for row in people if row.kind == "employee")
    ][: LISTED - DOUBLES]
    path = home / "Downloads" / "لائحة.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("تاريخ الازدياد", "رقم البطاقة", "الاسم الكامل", "رقم التأجير"))
        for at, (born, *others) in enumerate([*lines, *lines[:DOUBLES]], start=1):
            sheet.write_row(at, 0, ("/".join(reversed(born.split("-"))), *others))
    return path


def start_centre(centre: CentreProcess, people: int) -> None:
    """A running centre with one practice province."""
    centre.create(people, seed=1, today=TODAY)
    centre.start()


def enrolled_office(folder: Path, centre: CentreProcess) -> int:
    """Enrol an office at a running centre and take its first copy; gives its clerk."""
    code = centre.enrol("نادية الإدريسي", "Nadia EL IDRISSI", confidential=True)
    carrier = HttpExchange(centre.address)
    made = enrol(Setup(folder, PRACTICE_PASSWORD, NoSecrets(), SystemClock(), LIGHT), carrier, centre.address, code)
    Engine(made.replica, carrier, Hooks(lambda: os.urandom(16), device_key(made.replica).sign)).run()
    carrier.close()
    made.replica.close()
    mark_practice(folder)
    return made.clerk_id


def leave_unsent(folder: Path, clerk: int) -> None:
    """One telephone corrected and not sent."""
    office = open_office_folder(folder, clerk, PRACTICE_PASSWORD, NoSecrets())
    with office.replica.database.read() as connection:
        someone = int(connection.exec_driver_sql("SELECT min(id) FROM employee").scalar_one())
    changed = {"phone": "+212661882041"}
    correction = Operation(verb=Verb.CORRECT, kind="employee", row=someone, dossier=someone, fields=changed)
    office.replica.record([correction], author=clerk)
    office.close()


def _conflicts(province: Iterable[Row]) -> Iterator[Row]:
    """Five telephones that two offices changed."""
    people = [row for row in province if row.kind == "employee" and row.get("phone")]
    scope = scope_id(PLACE[0], Compartment.GENERAL)
    for number in range(CONFLICTS_TO_SETTLE):
        who = people[-1 - number]
        sides = {"losing": f"+2126610000{number:02d}", "standing": who.text("phone"), "original": "+212600000000"}
        values: dict[str, Value] = {
            "about_kind": "employee",
            "about_row": who.id,
            "group": "phone",
            "person": who.id,
            **{side: json.dumps({"phone": phone}) for side, phone in sides.items()},
            **{f"{side}_day": TODAY for side in ("losing", "standing")},
            "losing_author": PRACTICE_CLERK,
            "standing_author": PRACTICE_CLERK + 1,
            "losing_device": PRACTICE_DEVICE,
            "standing_device": PRACTICE_DEVICE + 2,
        }
        yield Row("conflict", row_id(PRACTICE_DEVICE, _FIRST_CONFLICT + number), who.id, scope, values)


def _requests(province: Iterable[Row]) -> Iterator[tuple[str, int, dict[str, Value]]]:
    """Twelve requests of annual leave with their paper; those of teachers are remarked on."""
    situations = [row for row in province if row.kind == "situation" and row.text("position") == "activity"]
    settled = [row for row in situations if row.text("recruited_on") < "2020"]
    teachers = [row for row in settled if row.get("subject")]
    others = [row for row in settled if not row.get("subject")]
    first = date.fromisoformat(TODAY).year + 1
    for number in range(TO_DECIDE):
        row = (teachers if number < AMBER else others)[number]
        day = f"{first}-02-{number % 5 + 1:02d}"
        last = f"{first}-02-{number % 5 + 1:02d}"
        facts: dict[str, Value] = {
            "from_on": day,
            "to_on": last,
            "days_taken": 1,
            "year": first,
            "registered_on": TODAY,
            "papers": "request",
        }
        yield "annual_leave", row.dossier, facts
