"""SQLite and PostgreSQL are one centre: the same requests get the same answers and leave the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from sync.protocol.messages import Frame, Result, ScopeMark
from sync.server.dump import operation_lines
from sync.storage import dump
from tests.exchange.chance import Chance
from tests.exchange.laptop import Laptop
from tests.exchange.world import World

REQUESTS = 40
THERE = 505


def everything(world: World) -> list[str]:
    """Rows, operations and changes of a centre."""
    tables = world.centre.tables
    with world.centre.database.read() as connection:
        changes = connection.execute(select(tables.change).order_by(tables.change.c.scope, tables.change.c.seq))
        return [
            *dump.lines(connection, tables.records),
            *operation_lines(connection, tables),
            *(repr(tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)) for row in changes),
        ]


def trace(world: World, seed: int) -> list[list[Frame]]:
    """The answers to a seeded sequence of requests."""
    world.province(THERE)
    laptops = [world.laptop(confidential=True), world.laptop(), world.laptop(), world.laptop(THERE)]
    chance = Chance(seed)
    answers: list[list[Frame]] = []
    for _ in range(REQUESTS):
        laptop: Laptop = chance.draw.choice(laptops)
        operations = [chance.operation(laptop, len(answers)) for _ in range(chance.draw.randint(1, 8))]
        again = chance.replay()
        if again is not None:
            laptop, operations = again[0], [again[1]]
        seen = chance.draw.randint(0, 20)
        with world.centre.database.read() as connection:
            head = world.centre.tables.head
            known = {row.scope: row.seq for row in connection.execute(select(head))}
        complete = chance.draw.random() < 0.8
        marks = [ScopeMark(scope, laptop.epoch, min(seen, known[scope]), complete) for scope in laptop.scopes]
        answers.append(laptop.ask(world.centre, operations, laptop.hello(marks)))
    return answers


def test_the_same_requests_get_the_same_answers_and_leave_the_same_rows(tmp_path: Path, postgres_database: str) -> None:
    (tmp_path / "sqlite").mkdir()
    worlds = [World(tmp_path / "sqlite"), World(tmp_path, postgres_database)]
    try:
        answers = [trace(world, seed=11) for world in worlds]
        left = [everything(world) for world in worlds]
    finally:
        for world in worlds:
            world.close()
    assert answers[0] == answers[1]
    assert left[0] == left[1]
    verdicts = {v.verdict for frames in answers[0] for f in frames if isinstance(f, Result) for v in f.verdicts}
    assert verdicts >= {"applied", "conflict", "rejected"}, "the seed must try every kind of answer"


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 130))
def test_many_other_requests_too(tmp_path: Path, postgres_database: str, seed: int) -> None:
    (tmp_path / "sqlite").mkdir()
    worlds = [World(tmp_path / "sqlite"), World(tmp_path, postgres_database)]
    try:
        answers = [trace(world, seed) for world in worlds]
        left = [everything(world) for world in worlds]
    finally:
        for world in worlds:
            world.close()
    assert answers[0] == answers[1]
    assert left[0] == left[1]
