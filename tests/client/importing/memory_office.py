"""An office in memory that decides with the real domain: what it refuses, a real replica refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from sync.client.importing.people import KnownPerson, Lines
from sync.domain import catalog
from sync.domain.decide import Context, decide
from sync.domain.fields import Value
from sync.domain.ids import row_id
from sync.domain.names import fold
from sync.domain.operation import Operation, changed, read, write
from sync.domain.record import RecordKind, Row

DEVICE, SCOPE, TODAY = 16, 5040, "2026-11-23"

CODES = {
    "cadre": {
        "أستاذ التعليم الابتدائي": "C1",
        "Professeur de l'enseignement primaire": "C1",
        "أستاذ التعليم الثانوي الإعدادي": "C2",
        "Professeur du secondaire collégial": "C2",
        "أستاذ التعليم الثانوي التأهيلي": "C3",
        "Professeur du secondaire qualifiant": "C3",
        "متصرف تربوي": "C4",
        "Administrateur éducatif": "C4",
        "مساعد تقني": "C5",
        "Adjoint technique": "C5",
    },
    "grade": {
        "الدرجة الأولى": "G1",
        "Premier grade": "G1",
        "الدرجة الثانية": "G2",
        "Deuxième grade": "G2",
        "الدرجة الثالثة": "G3",
        "Troisième grade": "G3",
        "الدرجة الممتازة": "GX",
        "Grade exceptionnel": "GX",
    },
}


class Blocked(Exception):
    """The domain forbids an operation of a batch; nothing of the batch was kept."""


class MemoryRows:
    """Rows in a dict, as the domain reads them."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, int], Row] = {}

    def row(self, kind: str, row: int) -> Row | None:
        return self.rows.get((kind, row))

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        # Acts and anomalies of a person have ids near hers; a scan would make 15,000 people slow.
        return [row for row in self._of_dossier(dossier) if row.kind == kind]

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        return [row for row in self.of(kind) if row.get(field) == value] if len(self.rows) < 2000 else []

    def has_code(self, table: str, code: str) -> bool | None:
        labels = CODES.get(table)
        return None if labels is None else code in labels.values()

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        return SCOPE

    def of(self, kind: str) -> list[Row]:
        return [row for (name, _), row in self.rows.items() if name == kind]

    def _of_dossier(self, dossier: int) -> list[Row]:
        return [row for row in self.rows.values() if row.dossier == dossier]


class MemoryOffice(MemoryRows):
    """What an import asks for: one transaction a call."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[Operation]] = []
        self.mappings: dict[str, dict[str, str]] = {}
        self._counter = count(1)

    # What an import asks for.

    def people_count(self) -> int:
        return sum(not row.withdrawn for row in self.of("employee"))

    def people_like(self, lines: Lines) -> Iterable[KnownPerson]:
        for row in self.of("employee"):
            if not lines.may_mean(row.values):
                continue
            openings = self.rows_of("opening_situation", row.id)
            situation = self.row("situation", row.id)
            yield KnownPerson(
                id=row.id,
                fields={name: value for name, value in row.values.items() if name != "withdrawn"},
                facts=situation.values if situation else {},
                openings={one.text("source"): one.values for one in openings},
                anomalies=frozenset((a.text("field"), a.text("found")) for a in self.rows_of("anomaly", row.id)),
                withdrawn=row.withdrawn,
            )

    def code_labels(self) -> Mapping[str, Mapping[str, str]]:
        return {table: {fold(label): code for label, code in labels.items()} for table, labels in CODES.items()}

    def closed_schools(self) -> Mapping[str, str]:
        return {"12399Z": "2024-09-01"}

    def new_rows(self, count: int) -> Sequence[int]:
        return [row_id(DEVICE, next(self._counter)) for _ in range(count)]

    def record_many(self, operations: Sequence[Operation]) -> None:
        before = dict(self.rows)
        for operation in operations:
            signed = replace(operation, author=1, day=TODAY)
            assert read(write(signed, catalog.BY_NAME[signed.kind]), catalog.BY_NUMBER) == signed
            outcome = decide(signed, self, Context(DEVICE, lambda kind, row: ()))
            if outcome.blocked:
                self.rows = before
                raise Blocked(outcome.problems)
            for effect in outcome.effects:
                key = effect.kind, effect.row
                self.rows[key] = changed(self.rows.get(key), effect)
        self.batches.append(list(operations))

    def remembered_mapping(self, fingerprint: str) -> Mapping[str, str] | None:
        return self.mappings.get(fingerprint)

    def remember_mapping(self, fingerprint: str, mapping: Mapping[str, str]) -> None:
        self.mappings[fingerprint] = dict(mapping)

    # What a test asks for.

    def person(self, ppr: str) -> Row:
        (found,) = [row for row in self.of("employee") if row.get("ppr") == ppr]
        return found

    def situation(self, ppr: str) -> Row:
        found = self.row("situation", self.person(ppr).id)
        assert found is not None
        return found
