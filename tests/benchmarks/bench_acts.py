"""H figures: what the acts of a large province cost to fold again from the first one, and to look through."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from itertools import count

from massar_desktop.queries.alerts import province_alerts
from massar_desktop.queries.anomalies import anomalies
from massar_desktop.queries.asking import Asker
from sync.client.clock import SystemClock
from sync.client.enrolment import fill_practice
from sync.client.identity import Identity
from sync.client.replica import Replica
from sync.domain import catalog, ledger, situation
from sync.domain.fields import Value
from sync.domain.ids import PRACTICE_DEVICE, row_id
from sync.domain.operation import Reader
from sync.domain.record import RecordKind, Row
from sync.practice.rules import rule_rows
from sync.storage.database import open_office
from tests.benchmarks.clerk_day import RESOURCES
from tests.benchmarks.figures import Figure, Run, benchmark

PEOPLE, YEARS = 15_000, range(2017, 2026)
SCOPE = 5040
_DECIDED: dict[str, Value] = {"state": "notified", "decision": "accepted", "number": "1/2026", "papers": "request"}


def acts_of_a_province(people: int) -> Iterator[Row]:
    """Ten acts a person, opening situation included: leave, échelons, moves, tasks."""
    numbers = count(1)

    def act(kind: str, person: int, **facts: Value) -> Row:
        return Row(kind, row_id(20, next(numbers)), person, SCOPE, {"employee": person, **facts})

    for index in range(people):
        person = row_id(1, index + 1)
        opening: dict[str, Value] = {"known_on": "2016-12-31", "source": "massir", "recruited_on": "2005-09-01"}
        yield act("opening_situation", person, **opening, grade="second", echelon=3, school="12345A")
        for year in YEARS:
            first = f"{year}-{1 + (index + year) % 9:02}-01"
            if year % 4 == 0:
                yield act("echelon", person, **_DECIDED, from_on=first, grade="second", echelon=year - 2010)
            elif year % 4 == 1:
                yield act("interest_transfer", person, **_DECIDED, from_on=first, school="23456B", reach="school")
            elif year % 4 == 2:
                yield act("tasking", person, **_DECIDED, from_on=first, to_on=f"{year}-12-31", school="34567C")
            else:
                leave: dict[str, Value] = {"from_on": first, "to_on": f"{year}-12-20", "days_taken": 10, "year": year}
                yield act("annual_leave", person, **_DECIDED, **leave)


class Memory:
    """Just enough of a Reader for the ledger: rows by kind and person, and the published rules."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows: dict[tuple[str, int], list[Row]] = {}
        for row in rows:
            self._rows.setdefault((row.kind, row.dossier), []).append(row)
        self._rules = list(rule_rows(RESOURCES))
        self._found: dict[tuple[str, str, Value], list[Row]] = {}

    def row(self, kind: str, row: int) -> Row | None:
        """Nothing is asked for by its id."""
        return None

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The acts of a person."""
        return self._rows.get((kind, dossier), ())

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The rules, looked up once."""
        key = kind, field, value
        if key not in self._found:
            self._found[key] = [row for row in self._rules if row.kind == kind and row.get(field) == value]
        return self._found[key]

    def has_code(self, table: str, code: str) -> bool | None:
        """No code table is published here."""
        return None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """Nothing is written."""
        return None


@benchmark("H.fold_15k_s")
def fold(_: Run) -> Iterator[Figure]:
    """The situations and the leave ledgers of a large province, from all its acts."""
    rows = list(acts_of_a_province(PEOPLE))
    state: Reader = Memory(rows)
    started = time.monotonic()
    situations = situation.recompute(rows)
    for person in situations:
        ledger.balances(state, person, (2025, 2026))
        ledger.leaves(state, person)
    what = f"{PEOPLE} situations and leave ledgers from {len(rows)} acts of {len(catalog.ACTS)} kinds"
    yield Figure("H.fold_15k_s", what, time.monotonic() - started, "s")


@benchmark("H.look")
def look_through(run: Run) -> Iterator[Figure]:
    """All controls over a large province, and what comes up in it, as screens ask for them of an encrypted file."""
    acts = list(acts_of_a_province(PEOPLE))
    kept = situation.recompute(acts)
    people = [Row("employee", one, one, SCOPE, _person(number)) for number, one in enumerate(kept)]
    stored = [Row("situation", one, one, SCOPE, {"employee": one, **facts}) for one, facts in kept.items()]
    replica = Replica(open_office(run.folder / "controls.db", b"h" * 32), SystemClock())
    replica.adopt(Identity(device=PRACTICE_DEVICE, place=SCOPE // 10, name_ar="إقليم", name_la="Province"))
    fill_practice(replica, [*rule_rows(RESOURCES), *people, *stored, *acts])
    asker = Asker(replica.identity, 0, "2026-11-23")
    with replica.database.read() as connection:
        for name, ask in (("H.look_controls_15k_s", anomalies), ("H.look_alerts_15k_s", province_alerts)):
            gc.disable()  # as in the app, where the thread of the windows collects (background/garbage.py)
            started = time.monotonic()
            found = ask(connection, asker)
            took = time.monotonic() - started
            gc.enable()
            yield Figure(name, f"{sum(found.counts.values())} found in {PEOPLE} files with {len(acts)} acts", took, "s")
    replica.close()


def _person(number: int) -> dict[str, Value]:
    """Names that some people share, births over forty years."""
    born = f"{1960 + number % 40}-{1 + number % 12:02}-{1 + number % 28:02}"
    name: dict[str, Value] = {"surname_ar": f"بن{number % 997}", "first_name_ar": f"سعيد{number % 89}"}
    return {"ppr": str(1_000_000 + number), "cin": f"JB{number}", "sex": "MF"[number % 2], "birth_date": born, **name}
