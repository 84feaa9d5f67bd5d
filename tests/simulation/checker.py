"""Compares what a run left behind, from its files alone: `python tests/simulation/checker.py DIR`. Imports no product.

For each folder seed-*: every acknowledged save is at the centre, waits in its office or lies in its tray, with the same
hash; no operation changed rows twice, but for its copy where an academy reads of it; offices and centre tell the same
verdict; replaying the log of the centre gives its rows; each office with nothing waiting holds exactly the centre's
rows of its scopes. What was rejected stays in the tray of its office, and a centre that was put back to an earlier day
need not know of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Line = dict[str, Any]
Number = tuple[int, int, int]
CENTRE = 1
"""The number of the centre's own device: what it publishes is no one's save."""


@dataclass
class Findings:
    """What does not hold, by family."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    diverged: list[str] = field(default_factory=list)

    @property
    def all(self) -> list[str]:
        """Everything found."""
        return [*self.lost, *self.doubled, *self.diverged]


def check(folder: Path) -> Findings:
    """The findings of one run's folder."""
    found = Findings()
    operations = {_number(line): line for line in _lines(folder / "centre.operations.jsonl")}
    offices = _lines(folder / "offices.jsonl")
    changes = _lines(folder / "centre.changes.jsonl")
    _saves(found, _lines(folder / "saves.jsonl"), operations, offices)
    for line in _lines(folder / "verdicts.jsonl"):
        there = operations.get(_number(line), {}).get("verdict")
        forgotten = line["verdict"] == "rejected" and _number(line) not in operations
        if there != line["verdict"] and not forgotten:
            found.diverged.append(f"{_number(line)} is {line['verdict']} at the office, {there} at the centre")
    _log(found, changes, operations)
    centre = _lines(folder / "centre.rows.jsonl")
    _same(found, "the log replayed", _replayed(changes), centre)
    for office in offices:
        if not office["revoked"] and not office["waiting"]:
            rows = _lines(folder / f"office-{office['device']}.rows.jsonl")
            _same(
                found, f"office {office['device']}", rows, [row for row in centre if row["scope"] in office["scopes"]]
            )
    return found


def _lines(path: Path) -> list[Line]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _number(line: Line) -> Number:
    return line["device"], line["lane"], line["n"]


def _saves(found: Findings, saves: Iterable[Line], operations: dict[Number, Line], offices: Iterable[Line]) -> None:
    kept = {(number, line["hash"]) for number, line in operations.items()}
    for office in offices:
        kept |= {((device, lane, n), digest) for device, lane, n, digest in office["waiting"] + office["tray"]}
    for save in saves:
        if (_number(save), save["hash"]) not in kept:
            found.lost.append(f"{_number(save)} was acknowledged with {save['hash']} and is nowhere")


def _log(found: Findings, changes: Sequence[Line], operations: dict[Number, Line]) -> None:
    last: dict[int, int] = {}
    stretches: dict[tuple[Number, bool], list[tuple[int, int]]] = {}
    for change in changes:
        scope, seq = change["scope"], change["seq"]
        if seq != last.get(scope, 0) + 1:
            found.lost.append(f"scope {scope}: {seq} follows {last.get(scope, 0)}")
        last[scope] = seq
        stretches.setdefault((_number(change), change["copied"]), []).append((scope, seq))
    for (number, _), places in stretches.items():
        if number[0] == CENTRE:
            continue
        scope, first = places[0]
        if places != [(scope, first + at) for at in range(len(places))]:
            found.doubled.append(f"{number} changed rows at {places}")
        if operations.get(number, {}).get("verdict") in (None, "rejected"):
            found.doubled.append(f"{number} changed rows and is not accepted")


def _replayed(changes: Iterable[Line]) -> list[Line]:
    """The rows that the log gives: a dossier that is gone takes its rows in that scope away, one that came is whole."""
    rows: dict[tuple[int, str, str], Line] = {}
    for change in changes:
        names = ("kind", "scope", "id", "dossier")
        key, here = (change["scope"], change["kind"], change["id"]), (change["scope"], change["dossier"])
        if change["move"] == "gone":
            rows = {k: row for k, row in rows.items() if (row["scope"], row["dossier"]) != here}
            continue
        if change["move"] == "came":
            rows.pop(key, None)
        row = rows.setdefault(key, {**{n: change[n] for n in names}, "fields": {}})
        row["fields"].update(change["fields"])
        row["fields"] = {name: value for name, value in row["fields"].items() if value is not None}
    return list(rows.values())


def _same(found: Findings, who: str, rows: Iterable[Line], wanted: Iterable[Line]) -> None:
    here, there = _texts(rows), _texts(wanted)
    found.diverged.extend(f"{who} holds {row}" for row in sorted(here - there))
    found.diverged.extend(f"{who} lacks {row}" for row in sorted(there - here))


def _texts(rows: Iterable[Line]) -> set[str]:
    return {json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows}


def main(arguments: Sequence[str]) -> int:
    """Check every run of a folder and say the sums; 1 when something does not hold."""
    folders = sorted(Path(arguments[0]).glob("seed-*"))
    all_found = {folder.name: check(folder) for folder in folders}
    for name, found in all_found.items():
        for text in found.all[:10]:
            sys.stderr.write(f"{name}: {text}\n")
    counts = {family: sum(len(getattr(f, family)) for f in all_found.values()) for family in Findings.__annotations__}
    sums = {"runs": len(folders), **counts}
    sys.stdout.write(" ".join(f"{name}={value}" for name, value in sums.items()) + "\n")
    return int(not folders or any(counts.values()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
