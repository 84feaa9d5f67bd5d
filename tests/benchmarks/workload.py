"""What the figures W1 to W4 send: rows that both ends know, a clerk's edits, and the exact information in them.

A workload is a file of JSON lines (`make bench WORKLOAD=FILE`; docs/workload.md has an example):

    {"have": KIND, "key": KEY, "of": KEY, "fields": {...}}          a row that everybody has before
    {"edit": KEY, "fields": {...}, "bits": N}                       new values for fields of a row
    {"make": KIND, "key": KEY, "of": KEY, "fields": {...}, "bits": N}   a new row
    {"bound": {"W1": BYTES, "W2": BYTES, ...}}                      the information of whole figures

A key is any text that names one row; `of` names the person a row hangs from (a dependant, a diploma) and is left out
for people. Fields have the names and canonical values of the declarations in sync/domain/entities; null empties one.
`bits` is -log2 of the probability of the edit under whatever made it; a `bound` line wins over their sum. Where neither
is there, the figures bound and ratio are left out. W1 takes the first edit, W2 200, W3 2,000 and W4 500 of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.ids import row_id
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.storage.state import Scopes

PLACE = 504
_FIRST_COUNTER = 1 << 30
"""Rows of a file are numbered above those that the reference data takes."""


class BadWorkload(Exception):
    """A line of a workload file that cannot be used; says which."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: values for the row named `key`, which is made when `make` names its kind."""

    key: str
    fields: Mapping[str, Value]
    make: str = ""
    of: str = ""
    bits: float | None = None

    def line(self) -> dict[str, object]:
        """The edit as an object of the file."""
        about: dict[str, object] = {"make": self.make, "key": self.key} if self.make else {"edit": self.key}
        if self.of:
            about["of"] = self.of
        about["fields"] = dict(self.fields)
        return about if self.bits is None else {**about, "bits": round(self.bits, 3)}


@dataclass(frozen=True, slots=True)
class Workload:
    """Rows known to all, edits in order, and the information of whole figures in bytes where it was given."""

    rows: list[Row]
    keys: Mapping[str, Row]
    edits: list[Edit]
    bounds: Mapping[str, float] = field(default_factory=dict)

    def bound(self, figure: str, count: int) -> float | None:
        """The exact information of the first `count` edits in bytes; None when nobody said it."""
        if figure in self.bounds:
            return self.bounds[figure]
        bits = [edit.bits for edit in self.edits[:count]]
        return None if not bits or None in bits else sum(b for b in bits if b is not None) / 8

    def operations(self, count: int, new_rows: Iterator[int]) -> Iterator[Operation]:
        """The first edits as operations; ids of new rows come from `new_rows`."""
        made: dict[str, tuple[str, int, int]] = {key: (row.kind, row.id, row.dossier) for key, row in self.keys.items()}
        for edit in self.edits[:count]:
            if not edit.make:
                kind, row, dossier = made[edit.key]
                yield Operation(verb=Verb.CORRECT, kind=kind, row=row, dossier=dossier, fields=edit.fields)
                continue
            row = next(new_rows)
            root = catalog.BY_NAME[edit.make].root
            dossier = made[edit.of][1] if root else row
            fields = {root: dossier, **edit.fields} if root else edit.fields
            made[edit.key] = (edit.make, row, dossier)
            yield Operation(verb=Verb.CREATE, kind=edit.make, row=row, dossier=dossier, fields=fields)


def read(path: Path) -> Workload:
    """Read a workload file; raises BadWorkload."""
    known = _Known()
    with path.open(encoding="utf-8") as file:
        for number, text in enumerate(file, 1):
            if text.strip():
                try:
                    known.take(json.loads(text))
                except (ValueError, KeyError, TypeError, AttributeError) as wrong:
                    raise BadWorkload(f"{path.name}, line {number}: {wrong}") from wrong
    return Workload(list(known.keys.values()), known.keys, known.edits, known.bounds)


def lines(workload: Workload) -> Iterator[str]:
    """A workload as lines of a file that `read` takes; rows without a key (reference data) are left out."""
    for line in _lines(workload):
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _lines(workload: Workload) -> Iterable[dict[str, object]]:
    names = {row.id: key for key, row in workload.keys.items()}
    for key, row in workload.keys.items():
        root = catalog.BY_NAME[row.kind].root
        of = {"of": names[row.dossier]} if root else {}
        yield {"have": row.kind, "key": key, **of, "fields": {k: v for k, v in row.values.items() if k != root}}
    for edit in workload.edits:
        yield edit.line()
    if workload.bounds:
        yield {"bound": dict(workload.bounds)}


class _Known:
    """What the lines of a file have said so far."""

    def __init__(self) -> None:
        self.keys: dict[str, Row] = {}
        self.edits: list[Edit] = []
        self.bounds: dict[str, float] = {}
        self._made: set[str] = set()

    def take(self, line: dict[str, Any]) -> None:
        """One line; raises ValueError, KeyError, TypeError or AttributeError when it means nothing."""
        if "bound" in line:
            self.bounds |= {str(name): float(value) for name, value in line["bound"].items()}
        elif "have" in line:
            self._have(line)
        elif "make" in line:
            of = str(line.get("of", ""))
            if catalog.BY_NAME[line["make"]].root:
                self._must_know(of)
            self._made.add(str(line["key"]))
            self.edits.append(Edit(str(line["key"]), _fields(line["make"], line), line["make"], of, line.get("bits")))
        else:
            key = str(line["edit"])
            self._must_know(key)
            kind = self.keys[key].kind if key in self.keys else next(e.make for e in self.edits if e.key == key)
            self.edits.append(Edit(key, _fields(kind, line), bits=line.get("bits")))

    def _have(self, line: dict[str, Any]) -> None:
        kind = catalog.BY_NAME[line["have"]]
        own = row_id(0, _FIRST_COUNTER + len(self.keys))
        scope = Scopes(PLACE).scope_of(kind)
        if scope is None:
            raise ValueError(f"{kind.name} is confidential")
        fields = _fields(kind.name, line)
        dossier = own
        if kind.root:
            dossier = self.keys[line["of"]].id
            fields[kind.root] = dossier
        kept = {name: value for name, value in fields.items() if value not in (None, "", False)}
        self.keys[str(line["key"])] = Row(kind.name, own, dossier, scope, kept)

    def _must_know(self, key: str) -> None:
        if key not in self.keys and key not in self._made:
            raise ValueError(f"no row {key!r} before this line")


def _fields(kind: str, line: dict[str, Any]) -> dict[str, Value]:
    fields: dict[str, Value] = dict(line["fields"])
    unknown = fields.keys() - catalog.BY_NAME[kind].by_name.keys()
    if unknown:
        raise ValueError(f"{kind} has no field {min(unknown)}")
    return fields
