"""SIGKILL of the office and of the centre: nothing acknowledged is lost, nothing is applied twice (sync.md 4)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sync.storage.chain import extend
from tests.architecture.sources import ROOT
from tests.crash.trip import ACKNOWLEDGED, open_centre_of, prepare
from tests.crash.verdict import examine

PARTS, MOMENTS = 8, 200
"""Every statement and so many moments, in parts that several processes share."""


def killed(folder: Path, *options: str) -> dict[str, object]:
    """Run the experiments in a process without Qt and threads, so that it can be forked."""
    command = [sys.executable, "-W", "error", "-m", "tests.crash", str(folder / "crash"), *options]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr
    counts: dict[str, object] = json.loads(ran.stdout)
    sys.stdout.write(f"\nkilled: {counts}\n")
    assert not counts["failures"], f"{counts}\n{ran.stderr}"
    assert ran.returncode == 0, ran.stderr
    return counts


def test_the_examiner_sees_a_save_that_is_lost(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / ACKNOWLEDGED).write_text("0 1\n0 99\n0 10")  # the last line was being written
    with pytest.raises(AssertionError, match=r"nowhere: {\(0, 99\)}"):
        examine(tmp_path)


def test_the_examiner_sees_what_was_applied_twice(tmp_path: Path) -> None:
    prepare(tmp_path)
    centre = open_centre_of(tmp_path)
    change, head = centre.tables.change, centre.tables.head
    with centre.database.write() as connection:
        last = dict(connection.execute(change.select().order_by(change.c.seq.desc())).mappings().first() or {})
        again = {**last, "seq": last["seq"] + 1}
        again["chain"] = extend(bytes(last["chain"]), again)
        connection.execute(change.insert().values(again))
        moved = {"seq": again["seq"], "chain": again["chain"]}
        connection.execute(head.update().where(head.c.scope == again["scope"]).values(moved))
    centre.database.close()
    with pytest.raises(AssertionError, match="applied twice"):
        examine(tmp_path)


@pytest.mark.timeout(600)
def test_a_sample_of_kills_loses_and_doubles_nothing(tmp_path: Path) -> None:
    counts = killed(tmp_path, "--every", "40", "--random", "30")
    kills, statements = counts["kills"], counts["statements"]
    assert isinstance(kills, dict)
    assert isinstance(statements, dict)
    assert kills["office statements"] >= statements["office"] // 40
    assert kills["centre statements"] >= statements["centre"] // 40
    assert kills["office moments"] + kills["centre moments"] == 30
    assert isinstance(counts["acknowledged"], int)
    assert counts["acknowledged"] > 100, counts


@pytest.mark.prove
@pytest.mark.timeout(0)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_after_every_statement_and_at_200_moments_loses_and_doubles_nothing(tmp_path: Path, part: int) -> None:
    counts = killed(tmp_path, "--every", str(PARTS), "--random", str(MOMENTS // PARTS), "--seed", str(part))
    kills, statements = counts["kills"], counts["statements"]
    assert isinstance(kills, dict)
    assert isinstance(statements, dict)
    assert (statements["office"] > 300, statements["centre"] > 100) == (True, True)
    for who in ("office", "centre"):
        assert kills[f"{who} statements"] == len(range(1 + part, statements[who] + 1, PARTS))
    assert kills["office moments"] + kills["centre moments"] == MOMENTS // PARTS
