"""What a run leaves for an outsider: saves, verdicts, log and rows of all ends, as JSON lines for checker.py."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sync.domain import canonical, catalog
from sync.domain.operation import split_move
from sync.server import dump as centre_dump
from sync.storage import dump
from tests.simulation.academy import is_above
from tests.simulation.laptop import Laptop
from tests.simulation.life import Outcome
from tests.simulation.raw import Raw
from tests.simulation.rights import LET_GO
from tests.simulation.world import World

Line = Mapping[str, object]
_CHANGES = "SELECT scope, seq, kind, row, dossier, device, lane, n, fields FROM change ORDER BY scope, seq"


def write(outcome: Outcome, folder: Path) -> None:
    """Write the evidence of a run that has just ended into folder/seed-<n>."""
    world = outcome.world
    assert world is not None, "nothing ran"
    into = folder / f"seed-{outcome.seed}"
    centre_dump.write(world.centre, into)
    with Raw(world.disk) as ask:
        _lines(into / "centre.changes.jsonl", [_change(row) for row in ask(_CHANGES)])
    _lines(into / "saves.jsonl", _saves(world))
    _lines(into / "verdicts.jsonl", (line for laptop in world.enrolled for line in _verdicts(laptop)))
    _lines(
        into / "offices.jsonl", (_office(laptop, revoked=laptop.device in world.revoked) for laptop in world.enrolled)
    )
    for laptop in world.enrolled:
        with laptop.replica.database.read() as connection:
            rows = list(dump.lines(connection, laptop.replica.tables.records))
        (into / f"office-{laptop.device}.rows.jsonl").write_text("".join(f"{row}\n" for row in rows), "utf-8")


def _lines(path: Path, lines: Iterable[Line]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
    path.write_text(text, "utf-8")


def _change(row: tuple[Any, ...]) -> Line:
    scope, seq, number, of, dossier, device, lane, n, data = row
    kind = catalog.BY_NUMBER[number]
    fields, unknown = canonical.decode_fields(bytes(data), kind.by_number)
    return {
        "scope": scope,
        "seq": seq,
        "kind": kind.name,
        "id": str(of),
        "dossier": str(dossier),
        "device": device,
        "lane": lane,
        "n": n,
        "fields": dict(fields),
        "move": split_move(unknown)[0].name.lower(),
        "copied": is_above(scope),
    }


def _saves(world: World) -> Iterable[Line]:
    for laptop in world.enrolled:
        for _, save in sorted(laptop.saves.items()):
            device, lane, n = save.number
            yield {"device": device, "lane": lane, "n": n, "hash": save.digest.hex()}


def _verdicts(laptop: Laptop) -> Iterable[Line]:
    with laptop.raw() as ask:
        found = ask("SELECT device, lane, n, verdict FROM outbox WHERE state = 'decided' ORDER BY position")
    for device, lane, n, verdict in found:
        yield {"device": device, "lane": lane, "n": n, "verdict": verdict}


def _office(laptop: Laptop, *, revoked: bool) -> Line:
    with laptop.raw() as ask:
        waiting = ask("SELECT device, lane, n, hash FROM outbox WHERE state <> 'decided' ORDER BY position")
        tray = ask("SELECT device, lane, n, hash FROM outbox WHERE verdict = 'rejected' ORDER BY position")
        let_go = {row[0] for row in ask("SELECT scope FROM cursor WHERE seq = ?", LET_GO)}
    return {
        "device": laptop.device,
        "scopes": [scope for scope in laptop.scopes.all if scope not in let_go],
        "revoked": revoked,
        "waiting": [[device, lane, n, bytes(digest).hex()] for device, lane, n, digest in waiting],
        "tray": [[device, lane, n, bytes(digest).hex()] for device, lane, n, digest in tray],
    }
