"""Publishes packages of reference data: new rows, signed by the centre, in one transaction; nothing is ever changed.

`massar-centre publish FOLDER` reads the same files as resources/reference holds; a school goes to its region.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select

from sync.domain import catalog, packages, schools, shape
from sync.domain.fields import Value
from sync.domain.identifiers import Malformed
from sync.domain.ids import CENTRE_DEVICE, NATION, Compartment, is_province, place_of, region_of, row_id, scope_id
from sync.domain.operation import Effect
from sync.domain.packages import Package
from sync.domain.record import Place, Row
from sync.protocol import age
from sync.server import audit
from sync.server.accounts import NEXT_ROW
from sync.server.administration import OPERATOR
from sync.server.audit import Deed, Line
from sync.server.publish import write_as_centre
from sync.server.sequence import Sequences
from sync.server.service import Centre
from sync.storage.ledger import CentreTables
from sync.storage.rows import lock_meta, set_meta

FILES: Final[Mapping[str, str]] = {
    "codes.csv": "code",
    "schools.csv": "school",
    "school_changes.csv": "school_change",
    "limits.csv": "limit",
    "delegation.csv": "delegation",
    "holidays.csv": "holiday",
    "indices.csv": "grade_index",
}
_RENAMED: Final = {"index": "index_number"}
_RECORD: Final = "reference_package"
_DIGITS: Final = 4
"""Of the code of a province: 0504."""
Facts = tuple[str, Mapping[str, Value]]
"""A kind and the facts of a new row."""


class NotPublished(Exception):
    """A package cannot be published as it is; the text says which file, line and column."""


def publish_package(centre: Centre, facts: Iterable[Facts], name: str, day: str, actor: int = OPERATOR) -> int:
    """Publish new rows as one package, signed for each scope; gives its version. Raises NotPublished.

    Rows get `published_on`, and `valid_from` where none is said: a rule is known from the day it is published on.
    """
    if centre.keys is None:
        raise NotPublished("this centre has no key to sign with")
    given = list(facts)
    if not given:
        raise NotPublished("nothing to publish")
    with centre.database.write() as connection:
        version = _last_version(connection, centre) + 1
        numbers = _Numbers(connection, centre, len(given) * 2)
        places = SchoolPlaces(connection, centre.tables)
        rows = [_row(kind, said, version, day, (numbers, places)) for kind, said in given]
        records = []
        for scope in sorted({row.scope for row in rows}):
            own = [row for row in rows if row.scope == scope]
            package = Package(version, place_of(scope), name, day)
            records.append(_signed(package, own, centre.keys.seed, numbers))
        made = [*records, *rows]
        sequences = Sequences(connection, centre.tables, {row.scope for row in made})
        effects = [(None, Effect(row.kind, row.id, row.dossier, row.scope, row.values)) for row in made]
        write_as_centre(connection, centre.tables, sequences, effects, day=day)
        about = f"package={version} rows={len(rows)}"
        nation = scope_id(NATION, Compartment.GENERAL)
        audit.note(connection, centre.tables, [Line(nation, centre.now_ms(), actor, Deed.PUBLISHED, about)])
    return version


def _last_version(connection: Connection, centre: Centre) -> int:
    table = centre.tables.records.records[_RECORD]
    return connection.execute(select(func.max(table.c.version))).scalar_one_or_none() or 0


class _Numbers:
    """Row ids of the centre's own that nothing else has."""

    def __init__(self, connection: Connection, centre: Centre, count: int) -> None:
        self._next = int(lock_meta(connection, centre.tables.meta, NEXT_ROW))
        set_meta(connection, centre.tables.meta, NEXT_ROW, str(self._next + count))

    def next(self) -> int:
        """The next id."""
        self._next += 1
        return row_id(CENTRE_DEVICE, self._next - 1)


def _row(kind: str, said: Mapping[str, Value], version: int, day: str, known: tuple[_Numbers, SchoolPlaces]) -> Row:
    declared, (numbers, places) = catalog.BY_NAME[kind], known
    facts: dict[str, Value] = {name: value for name, value in said.items() if value not in (None, "", False)}
    facts["package"] = version
    if "published_on" in declared.by_name:
        facts |= {"published_on": day, "valid_from": facts.get("valid_from") or facts.get("from_on") or day}
    lacking = [problem.field or "" for problem in shape.gaps(declared, Row(kind, 0, 0, 0, facts))]
    if lacking:
        raise NotPublished(f"{kind}: {', '.join(lacking)} is missing")
    place = places.of(kind, facts) if declared.place is Place.REGION else NATION
    own = numbers.next()
    return Row(kind, own, own, scope_id(place, Compartment.GENERAL), facts)


class SchoolPlaces:
    """Which schools there are and in which region, with those of the package that is being made."""

    def __init__(self, connection: Connection, tables: CentreTables) -> None:
        t = tables.records.records[schools.KIND]
        self._of = {row.gresa: place_of(row.scope) for row in connection.execute(select(t.c.gresa, t.c.scope))}

    def __contains__(self, gresa: object) -> bool:
        """Whether a school is known by this code."""
        return gresa in self._of

    def of(self, kind: str, facts: Mapping[str, Value]) -> int:
        """The region of a new school or of the school that changes; raises NotPublished for what cannot be."""
        gresa, said = str(facts["gresa"]), str(facts.get("province") or "")
        known, what = self._of.get(gresa), f"{kind} {gresa}"
        if said and not (said.isdecimal() and len(said) == _DIGITS and is_province(int(said))):
            raise NotPublished(f"{what}: {said} is no province")
        region = region_of(int(said)) if said else known
        if region is None:
            raise NotPublished(f"{what}: {'province is missing' if kind == schools.KIND else 'no such school'}")
        if kind == schools.KIND and known is not None:
            raise NotPublished(f"{what}: published already; what changes in it is a {schools.CHANGE}")
        if kind == schools.CHANGE and known != region:
            raise NotPublished(f"{what}: {'no such school' if known is None else 'no school leaves its region'}")
        if kind == schools.CHANGE and not schools.says_something(facts):
            raise NotPublished(f"{what}: nothing changes")
        return self._of.setdefault(gresa, region)


def _signed(package: Package, rows: Sequence[Row], seed: bytes, numbers: _Numbers) -> Row:
    content, own = packages.digest(rows), numbers.next()
    signature = age.sign(seed, packages.message(package, len(rows), content)).hex()
    facts: dict[str, Value] = {
        "version": package.version,
        "name": package.name,
        "published_on": package.published_on,
        "region": package.region or None,
        "rows": len(rows),
        "digest": content,
        "signature": signature,
    }
    kept = {name: value for name, value in facts.items() if value is not None}
    return Row(_RECORD, own, own, scope_id(NATION, Compartment.GENERAL), kept)


# -- the command ---------------------------------------------------------------------------------------------------


def declare(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("folder", type=Path, help=f"with any of {', '.join(FILES)}, as in resources/reference")
    parser.add_argument("--name", required=True, help="what it is, for the offices: the circular, the yearly decision")
    parser.add_argument("--day", type=_day, required=True, help="ISO day of publication")


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def run(centre: Centre, options: argparse.Namespace) -> int:
    """Publish a folder; gives the exit status."""
    try:
        version = publish_package(centre, read_folder(options.folder), options.name, options.day)
    except NotPublished as refused:
        sys.stderr.write(f"not published: {refused}\n")
        return 2
    sys.stdout.write(f"package {version}\n")
    return 0


def read_folder(folder: Path) -> Iterator[Facts]:
    """The rows of the files of a folder; raises NotPublished for what they may not hold."""
    for file, kind in FILES.items():
        path = folder / file
        if path.exists():
            with path.open(encoding="utf-8", newline="") as lines:
                for number, line in enumerate(csv.DictReader(lines), start=2):
                    yield kind, _facts(kind, line, f"{file}, line {number}")


def _facts(kind: str, line: Mapping[str, str], where: str) -> dict[str, Value]:
    by_name, facts = catalog.BY_NAME[kind].by_name, dict[str, Value]()
    for column, text in line.items():
        field = by_name.get(_RENAMED.get(column, column))
        if field is None or field.system:
            raise NotPublished(f"{where}: {column} is no column of {kind}")
        try:
            facts[field.name] = shape.parse_typed(field, text or "")
        except Malformed as wrong:
            raise NotPublished(f"{where}, {column}: {wrong.code}") from wrong
    return facts
