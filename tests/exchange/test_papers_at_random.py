"""Clerks who attach, fetch, withdraw and undo at random over lines that break, with a centre that is put back: in the
end every paper that stands is at the centre, byte for byte, and where it was asked for."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from sync.client.courier import AUTOMATIC, UNLIMITED
from sync.client.errors import Cancelled, Unreachable
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.domain.papers import chunk_hash
from sync.domain.record import Row
from sync.storage.database import Database
from sync.storage.papers import PaperStore, PaperTables
from tests.exchange.scans import arrival, attach, content, fetch, papers, scan
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import Office, World

STEPS = 40
CONTENTS = tuple(scan(size, size) for size in (900, 8192, 20_000, 65_536, 65_537, 90_000, 150_000))


class Story:
    """One seeded run."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.draw = random.Random(seed)
        self.offices = [world.office(confidential=True), world.office(confidential=True), world.office()]
        self.person = self.offices[0].hires(surname_ar="العلوي")
        for office in self.offices:
            office.sync()
        self.night: Path | None = None
        self.asked: set[tuple[int, int]] = set()  # office, paper
        self.deeds: list[tuple[int, Callable[[Office], None]]] = [
            (6, self.sync),
            (3, self.attach),
            (2, self.fetch),
            (2, self.edit),
            (1, self.withdraw),
            (1, self.undo),
            (1, self.night_falls),
        ]

    def run(self) -> None:
        """Do so many things at random, then let everybody finish on a good line."""
        for _ in range(STEPS):
            (deed,) = self.draw.choices([deed for _, deed in self.deeds], [weight for weight, _ in self.deeds])
            deed(self.draw.choice(self.offices))
        for _ in range(4):
            for office in self.offices:
                office.line.cut_up_after = office.line.cut_down_after = None
                office.sync(papers=UNLIMITED)

    def sync(self, office: Office) -> None:
        """Exchange, perhaps over a line that is cut, perhaps until she presses Stop."""
        if self.draw.random() < 0.5:
            office.line.cut_up_after = self.draw.choice([None, self.draw.randrange(90_000)])
            office.line.cut_down_after = self.draw.choice([None, self.draw.randrange(30)])
        stop = self.draw.choice([None, None, self.draw.randrange(2, 40)])
        with suppress(Unreachable, Cancelled):
            office.sync(papers=self.draw.choice([0, 10_000, AUTOMATIC, UNLIMITED]), stop_after=stop)

    def attach(self, office: Office) -> None:
        """Attach a scan, sometimes one that is there already."""
        secret = office.replica.identity.confidential and self.draw.random() < 0.4
        attach(office, self.person, self.draw.choice(CONTENTS), confidential=secret)

    def _one_of(self, office: Office) -> Row | None:
        found = papers(office)
        return self.draw.choice(found) if found else None

    def fetch(self, office: Office) -> None:
        """Ask for a paper."""
        paper = self._one_of(office)
        if paper is not None:
            fetch(office, paper)
            self.asked.add((self.offices.index(office), paper.id))

    def edit(self, office: Office) -> None:
        """Correct something else."""
        office.corrects(self.person, city=str(self.draw.random()))

    def withdraw(self, office: Office) -> None:
        """Withdraw a paper."""
        paper = self._one_of(office)
        if paper is not None and not paper.withdrawn:
            fields = {"withdrawn": "خطأ"}
            office.record(
                Operation(verb=Verb.WITHDRAW, kind=paper.kind, row=paper.id, dossier=paper.dossier, fields=fields)
            )

    def undo(self, office: Office) -> None:
        """Undo the last edit, if it was not offered yet."""
        outbox = office.replica.tables.outbox
        with office.replica.database.read() as connection:
            last = connection.execute(select(func.max(outbox.c.n))).scalar_one()
        if last:
            office.replica.undo((Lane.DESK, last))

    def night_falls(self, _: Office) -> None:
        """Copy the centre, or put the copy back, or damage a chunk."""
        if self.night is None:
            self.night = backup(self.world)
        elif self.draw.random() < 0.5:
            restore(self.world, self.night)
        else:
            chunk = self.world.centre.tables.papers.chunk
            with self.world.centre.database.write() as connection:
                one = connection.execute(select(chunk.c.hash).limit(1)).scalar_one_or_none()
                connection.execute(update(chunk).where(chunk.c.hash == one).values(content=b"damaged"))

    def check(self) -> None:
        """What stands is at the centre and where it was asked for; what is kept is what it says it is."""
        shown = [{row.id: row for row in papers(office)} for office in self.offices]
        assert shown[0] == shown[1]
        assert shown[2] == {key: row for key, row in shown[0].items() if row.kind == "attachment"}
        assert all(row.withdrawn or row.get("arrived") for row in shown[0].values())
        for number, asked in self.asked:
            wanted = shown[number].get(asked)
            if wanted is not None and not wanted.withdrawn:
                assert content(self.offices[number], wanted) in CONTENTS, arrival(self.offices[number], wanted)
        tables = self.world.centre.tables.papers
        with self.world.centre.database.read() as connection:
            store = PaperStore(connection, tables)
            for row in shown[0].values():
                paper = store.find(row.scope, row.text("content"))
                if row.get("arrived"):
                    assert paper is not None
                    assert paper.whole
                    found = store.content(paper)
                    assert found is None or found in CONTENTS  # None: damaged, and nobody has asked for it yet
        for office in self.offices:
            self._sound(office.replica.database, office.replica.tables.papers)

    def _sound(self, database: Database, tables: PaperTables) -> None:
        with database.read() as connection:
            for row in connection.execute(select(tables.chunk)):
                assert chunk_hash(bytes(row.content)) == bytes(row.hash)


def tell(folder: Path, seed: int) -> None:
    """Run a seed and check what is left."""
    world = World(folder)
    try:
        story = Story(world, seed)
        story.run()
        story.check()
    finally:
        world.close()


@pytest.mark.parametrize("seed", range(3))
def test_papers_survive_what_happens_to_lines_and_centres(tmp_path: Path, seed: int) -> None:
    tell(tmp_path, seed)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(3, 80))
def test_papers_survive_many_other_stories(tmp_path: Path, seed: int) -> None:
    tell(tmp_path, seed)
