"""Makes the dictionary of this version: `python -m tests.protocol.train_dictionary [FILE]`.

From synthetic people only, since a dictionary contains its samples; the same sources give the same bytes. Run it again
when the declarations change, under the next number: a file that was shipped is never replaced.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from sync.domain import catalog
from sync.domain.canonical import encode_fields
from sync.domain.fields import EMAIL, REF, RIB, Field, Value
from sync.domain.ids import CENTRE_DEVICE, row_id
from sync.domain.operation import Base, Operation, write
from sync.domain.record import Row
from sync.practice.draws import Draw
from sync.practice.edits import Desk, edits
from sync.practice.province import PracticeProvince, rows
from sync.protocol import dictionary
from sync.protocol.column_changes import ChangeMachine
from sync.protocol.column_frame import Hints, write_items
from sync.protocol.column_operations import OperationMachine, split
from sync.protocol.column_rows import RowMachine
from sync.protocol.column_text import Hint
from sync.protocol.column_verdicts import VerdictMachine
from sync.protocol.messages import Sealed, Verdict, WireChange, WireRow
from sync.protocol.range_coder import Writer
from sync.protocol.shares import Store
from sync.storage.tables import encode_row

RESOURCES = Path(__file__).parents[2] / "resources"
VERSION = 2
TODAY = "2026-09-15"
OPERATIONS, CHANGES, PEOPLE, NAMES = 900, 100, 70, 420
TOLD = 50
"""Of 100 of these people, those with a career told by acts."""
_KNOWN, _LENDING = 3000, 900
PATH = dictionary.FOLDER / f"{VERSION}{dictionary.SUFFIX}"
_ANY = 1 << 40
_VERDICTS = ("applied",) * 30 + ("merged", "rejected")
_NAMES = ("surname_ar", "first_name_ar", "surname_la", "first_name_la")

GIVEN: dict[str, tuple[str, ...]] = {
    "sex": ("first_name_ar",),
    "birth_province": ("birth_place_ar",),
    "echelle": ("grade",),
    "echelon": ("grade",),
    "index_number": ("grade", "echelon"),
    "grade": ("cadre",),
    "subject": ("cadre",),
    "teaching_language": ("subject",),
    "function": ("cadre",),
    "cycle": ("cadre",),
    "school": ("cycle",),
    "residence_zone": ("school",),
    "work_place": ("employer",),
    "title": ("diploma_kind",),
    "speciality": ("title",),
    "institution": ("title",),
    "counted_for_allowance": ("relation",),
}
"""Fields that follow from, or go with, another one of a lower number in the same record."""
NEAR: dict[str, str] = {
    "tenured_on": "recruited_on",
    "first_appointed_on": "recruited_on",
    "cadre_since": "recruited_on",
    "public_service_since": "recruited_on",
    "position_since": "recruited_on",
    "echelon_since": "grade_since",
    "commune_since": "school_since",
    "province_since": "commune_since",
    "region_since": "province_since",
    "expires_on": "recognised_on",
    "to_on": "from_on",
    "registered_on": "from_on",
    "reported_on": "from_on",
    "queried_on": "reported_on",
    "certificate_on": "from_on",
    "received_on": "certificate_on",
    "expected_on": "from_on",
    "born_on": "from_on",
    "referred_on": "registered_on",
    "decided_on": "registered_on",
    "notified_on": "decided_on",
    "ended_on": "decided_on",
}
"""Days that are told from another day of the same record."""

NUMBERED: dict[str, tuple[str, ...]] = {"number": ("registered_on", "on"), "decision_number": ("decided_on",)}
"""Numbers of a register, with the days whose year they carry."""
_STYLES = {RIB: "rib", REF: "ref"}


def hints() -> Hints:
    """How each declared field is coded: fields of one name learn together, whatever their kind."""
    return {(kind.number, field.number): _hint(field) for kind in catalog.KINDS for field in kind.fields}


def _hint(field: Field) -> Hint:
    name = field.name
    if field.kind is EMAIL:
        return Hint(name, ("first_name_la", "surname_la"), "mail")
    if field.kind in _STYLES:
        return Hint(name, style=_STYLES[field.kind])
    if name == "provisional_number":
        return Hint(name, style="receipt")
    if name in NUMBERED:
        return Hint(name, NUMBERED[name], "register")
    if name in NEAR:
        return Hint(name, (NEAR[name],))
    if name == "city":
        return Hint(name, ("address_ar",), "tail")
    if name.endswith("_la"):
        return Hint(name, (f"{name[:-3]}_ar",))
    return Hint(name, GIVEN.get(name, ()))


def operations(number: int = OPERATIONS) -> list[Sealed]:
    """What some days at a desk seal."""
    known, lent = _province(7, 603, _KNOWN), _province(8, 1001, _LENDING)
    desk = Desk(known=known, lent=lent, today=TODAY, first_row=row_id(17, 300), seed=3)
    numbers = count(40)
    return [sealed(one, next(numbers)) for one in islice(edits(desk), number)]


def sealed(operation: Operation, n: int) -> Sealed:
    """An operation as an office seals it."""
    stamped = replace(operation, author=12, day=TODAY, base=Base(1, 20_000 + n // 50 * 60), reference=700)
    return Sealed(0, n, write(stamped, catalog.BY_NAME[operation.kind]))


def changes() -> list[WireChange]:
    """What another office wrote, and some of one's own."""
    known, lent = _province(9, 601, 200), _province(10, 205, 300)
    desk = Desk(known=known, lent=lent, today=TODAY, first_row=row_id(18, 900), seed=4)
    draw, found = Draw(5), list[WireChange]()
    n = 70
    for seq, one in enumerate(islice(edits(desk), CHANGES), 9000):
        kind = catalog.BY_NAME[one.kind]
        if draw.random() < 0.2:
            found.append(WireChange(seq, 0, 0, 0, 0, 0, len(found) + 1, 0, "", b""))
            continue
        n += draw.random() < 0.9
        fields = encode_fields(one.fields, kind.by_name, empties=True)
        found.append(WireChange(seq, kind.number, one.row, one.dossier, 18, 0, n, 14, TODAY, fields))
    return found


def verdicts() -> list[Verdict]:
    """What the centre answers."""
    draw, found, seq = Draw(6), list[Verdict](), 9000
    for n in range(30, 30 + CHANGES):
        seq += 1 if draw.random() < 0.95 else 2
        word = draw.pick(_VERDICTS)
        found.append(Verdict(0, n, word, 5040, 0 if word == "rejected" else seq, []))
    return found


def copied() -> list[WireRow]:
    """The first copy of a small province, and before it people of whom only names are known."""
    people = [wire_row(row) for row in _province(11, 805, PEOPLE, histories=TOLD)]
    return list(_named(_province(12, 301, _KNOWN))) + people


def _named(everybody: Iterable[Row]) -> Iterator[WireRow]:
    """The names of people with names that nobody before them had, in both scripts."""
    known: set[Value] = set()
    for row in islice((row for row in everybody if row.kind == "employee"), _KNOWN):
        names = {name: row.get(name) for name in _NAMES}
        if not known.issuperset(names.values()):
            known.update(names.values())
            yield wire_row(replace(row, values={**names, "sex": row.get("sex")}))
        if len(known) > NAMES * len(_NAMES):
            return


def wire_row(row: Row) -> WireRow:
    """A row as a first copy carries it."""
    return WireRow(catalog.BY_NAME[row.kind].number, row.id, row.dossier, encode_row(row))


def _province(seed: int, place: int, people: int, histories: int = 0) -> list[Row]:
    made = PracticeProvince(
        today=TODAY, place=place, people=people, seed=seed, device=CENTRE_DEVICE, histories=histories
    )
    return list(rows(made, RESOURCES))


def make() -> bytes:
    """The bytes of the dictionary."""
    known, store = hints(), Store()
    sent, pulled, rows_, answers = operations(), changes(), copied(), verdicts()

    writer = Writer()
    parts = [split(one.record) for one in sent]
    bodies = [write_items(OperationMachine(writer, store, known, parts), writer, sent, _ANY)[1]]
    writer = Writer()
    bodies.append(write_items(ChangeMachine(writer, store, known, pulled), writer, pulled, _ANY)[1])
    writer = Writer()
    bodies.append(write_items(RowMachine(writer, store, known), writer, rows_, _ANY)[1])
    writer = Writer()
    bodies.append(write_items(VerdictMachine(writer, store, known), writer, answers, _ANY)[1])
    return dictionary.dump(known, bodies)


def main(arguments: list[str]) -> int:
    """Write the file; gives the exit status."""
    path = Path(arguments[0]) if arguments else PATH
    made = make()
    path.write_bytes(made)
    sys.stdout.write(f"{path.name}: {len(made)} bytes, {dictionary.load(made).hash.hex()}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
