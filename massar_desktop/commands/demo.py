"""`massar demo`: the whole trip. In a terminal: a centre and two offices as processes over HTTP. With --desktop: a
centre and a practice office whose window is opened.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from massar_desktop.commands.centre_process import CentreProcess
from massar_desktop.commands.office_agent import ROWS, SAVES
from massar_desktop.commands.offices import CommandFailed
from massar_desktop.system.resources import resource

PEOPLE, LISTED = 400, 60
Say = Callable[[str], None]


class Office:
    """One office as a process of its own, asked by JSON lines."""

    def __init__(self, folder: Path, notes: Path) -> None:
        self.notes = notes
        self.requests = self.bytes_up = self.bytes_down = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "massar_desktop", "office-agent", str(folder), str(notes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, do: str, **arguments: object) -> dict[str, Any]:
        """Give a command, wait for its answer. Raises CommandFailed when the process died."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise CommandFailed("the office has no pipes")
        process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise CommandFailed(f"the office ended during {do}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def sync(self) -> dict[str, Any]:
        """Press Sync; its cost is added up."""
        answer = self.ask("sync")
        self.requests += answer.get("requests", 0)
        self.bytes_up += answer.get("bytes_up", 0)
        self.bytes_down += answer.get("bytes_down", 0)
        return answer

    def close(self) -> None:
        """End the process."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=30)


def demo(*, as_json: bool, out: Path | None, people: int = PEOPLE) -> int:
    """Run the whole trip in a terminal; gives 0 when the ends converged and nothing was lost."""
    say: Say = _quiet if as_json else _loud
    with _folder(out) as folder:
        summary = _trip(folder, people, say)
        if as_json:
            sys.stdout.write(json.dumps(summary) + "\n")
        else:
            say("")
            for name, value in summary.items():
                say(f"  {name:<12} {value}")
            say(f"Everything is in {folder}." if out else "")
    return 0 if summary["converged"] and summary["lost"] == 0 else 1


def _trip(folder: Path, people: int, say: Say) -> dict[str, Any]:
    centre = CentreProcess(folder / "centre")
    say(f"1. A centre with a practice province of {people} people.")
    centre.create(people, seed=1, today=_today())
    centre.start()
    offices = [Office(folder / f"office{n}", folder / f"office{n}.notes") for n in (1, 2)]
    try:
        _work(centre, (offices[0], offices[1]), folder, say)
        return _summary(centre, offices, folder)
    finally:
        for office in offices:
            office.close()
        centre.stop()


def _work(centre: CentreProcess, offices: tuple[Office, Office], folder: Path, say: Say) -> None:
    first, second = offices
    for office, names in zip(
        offices, (("نادية الإدريسي", "Nadia EL IDRISSI"), ("عبد الله وردي", "Abdellah OUARDI")), strict=True
    ):
        office.ask("enrol", address=centre.address, code=centre.enrol(*names))
        copied = office.sync()
        say(f"   {names[1]}: first copy, {copied['rows']} rows, {copied['bytes_down']} bytes.")
    centre.stop()
    say("2. The centre is stopped. Both offices go on working.")
    known = first.ask("people", limit=6)["people"]
    rows = [one["row"] for one in known]
    first.ask("correct", row=rows[0], fields={"phone": "+212661045277"})
    first.ask("correct", row=rows[1], fields={"address_la": "12, rue de la Paix", "city": "Taroudannt"})
    hired = first.ask("hire", fields={"surname_ar": "أيت وعلي", "first_name_ar": "فاطمة الزهراء"})
    second.ask("correct", row=rows[0], fields={"email": "premier.contact@taalim.example"})
    second.ask("correct", row=rows[2], fields={"marital_status": "married"})
    first.ask("correct", row=rows[3], fields={"phone": "+212611111111"})
    second.ask("correct", row=rows[3], fields={"phone": "+212622222222"})
    listed = first.ask("import_list", file=str(_staff_list(folder)))
    say(
        f"   Six corrections, one new person ({hired['row']}), a list of {listed['rows']}: {listed['good']} good lines."
    )
    say(f"   Sync without a line says: {first.sync().get('error')}.")
    centre.start()
    say("3. The line is back: Sync at both.")
    for office in (first, second, first):
        done = office.sync()
        say("   sent {sent}, received {received}, conflicts {conflicts}, {requests} requests.".format(**done))
    settled = second.ask("settle", choice="centre", reason="ورقة المعنية بالأمر")
    say(f"4. The second office settles {settled['settled']} conflict and both sync.")
    for office in (second, first):
        office.sync()


def _summary(centre: CentreProcess, offices: list[Office], folder: Path) -> dict[str, Any]:
    """Compare what was acknowledged with what the centre holds, and the rows of all ends."""
    scopes = [office.ask("dump")["scopes"] for office in offices]
    centre.stop()
    centre.dump(folder)
    held = [json.loads(line) for line in _lines(folder / "centre.operations.jsonl")]
    found = {(one["device"], one["lane"], one["n"], one["hash"]) for one in held if one["state"] == "decided"}
    saved = [json.loads(line) for office in offices for line in _lines(office.notes / SAVES)]
    acknowledged = {(one["device"], one["lane"], one["n"], one["hash"]) for one in saved}
    rows = list(_lines(folder / "centre.rows.jsonl"))
    converged = all(
        list(_lines(office.notes / ROWS)) == [row for row in rows if json.loads(row)["scope"] in seen]
        for office, seen in zip(offices, scopes, strict=True)
    )
    return {
        "converged": converged,
        "operations": len(held),
        "conflicts": sum(one["verdict"] == "conflict" for one in held),
        "lost": len(acknowledged - found),
        "requests": sum(office.requests for office in offices),
        "bytes_up": sum(office.bytes_up for office in offices),
        "bytes_down": sum(office.bytes_down for office in offices),
    }


def _staff_list(folder: Path) -> Path:
    """A messy list of new people, as an office would have it."""
    from sync.practice.lists import staff_list

    path = folder / "etat_du_personnel.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(staff_list(LISTED, 7, "french", resource()))
    return path


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


@contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    """The folder that was asked for, emptied of an earlier demonstration, or one that is thrown away."""
    if out is None:
        with tempfile.TemporaryDirectory(prefix="massar-demo-") as made:
            yield Path(made)
        return
    for part in ("centre", "office1", "office2", "office1.notes", "office2.notes"):
        shutil.rmtree(out / part, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    yield out


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _quiet(_: str) -> None:
    """Nothing but the JSON is printed."""


def _loud(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
