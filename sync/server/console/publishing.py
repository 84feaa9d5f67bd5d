"""Reference data from the console: a new rule is typed, seen beside what it replaces, and published from its day on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from sync.domain import schools, shape
from sync.domain.fields import Field, Value, Wire
from sync.domain.identifiers import Malformed
from sync.domain.ids import NATION, Compartment, scope_id
from sync.domain.record import Place, RecordKind, Row
from sync.domain.reference import in_force
from sync.server.packages import NotPublished, SchoolPlaces, publish_package
from sync.server.roles import day_of
from sync.server.service import Centre
from sync.storage.ledger import CentreTables
from sync.storage.state import Scopes, TableState
from sync.storage.tables import from_row

ABOUT: Mapping[str, tuple[str, ...]] = {
    "limit": ("act", "name"),
    "delegation": ("act", "region", "level", "up_to_days"),
    "holiday": ("year", "nature", "name_la"),
    "grade_index": ("grade", "echelon"),
    "code": ("table", "code"),
    schools.KIND: ("gresa",),
    schools.CHANGE: ("gresa",),
}
"""The kinds that the console publishes, each with what a rule is about: the newest one about the same is in force."""
_BY_ITSELF = ("published_on", "closed_on")
_NEWEST = 200
"""Schools, and changes of schools, that a page lists: the newest of the country's."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule as it was typed: its values, what is wrong by field, and what it replaces on its first day.

    `assigned` is how many people have their post at the school that changes.
    """

    kind: RecordKind
    typed: Mapping[str, str]
    values: Mapping[str, Value]
    wrong: Mapping[str, str]
    replaced: Row | None
    assigned: int | None = None


def asked_fields(kind: RecordKind) -> list[Field]:
    """The fields of the form, the day of effect first."""
    fields = [field for field in kind.form_fields if field.name not in _BY_ITSELF]
    return sorted(fields, key=lambda field: (field.name != "valid_from", field.number))


def drafted(connection: Connection, tables: CentreTables, kind: RecordKind, typed: Mapping[str, str]) -> Draft:
    """What was typed as a rule, checked by the declarations alone."""
    values: dict[str, Value] = {}
    wrong: dict[str, str] = {}
    for field in asked_fields(kind):
        text = typed.get(field.name, "")
        try:
            value = _parsed(field, text)
        except (Malformed, ValueError):
            wrong[field.name] = "malformed"
            continue
        if value not in (None, "", False):
            values[field.name] = value
        elif field.required or field.name == "valid_from":
            wrong[field.name] = "malformed"
    draft = Draft(kind, typed, values, wrong, None)
    if wrong:
        return draft
    if kind.place is Place.REGION:
        return _of_school(connection, tables, draft)
    return replace(draft, replaced=_replaced(connection, tables, kind, values))


def _of_school(connection: Connection, tables: CentreTables, draft: Draft) -> Draft:
    """A new school, or a change beside what the school is on the day before, with how many it concerns."""
    places, gresa = SchoolPlaces(connection, tables), str(draft.values["gresa"])
    is_new, is_known = draft.kind.name == schools.KIND, gresa in places
    if is_new == is_known:
        return replace(draft, wrong={"gresa": "school_known" if is_known else "school_unknown"})
    try:
        region = places.of(draft.kind.name, draft.values)
    except NotPublished:
        return replace(draft, wrong={"province": "malformed"})
    school = None
    if not is_new:
        state = TableState(connection, tables.records, Scopes(region))
        school = schools.school_on(state, gresa, str(draft.values["valid_from"]))
    if school is None:
        return draft
    changed = {name: value for name, value in school.values.items() if name in draft.values}
    if "status" in draft.values:
        changed["status"] = schools.status(school)
    t, province = tables.records.records["situation"], int(school.text("province") or 0)
    here = t.c.scope == scope_id(province, Compartment.GENERAL), t.c.school == gresa, t.c.left_on.is_(None)
    assigned = connection.execute(select(func.count()).select_from(t).where(*here)).scalar_one()
    return replace(draft, replaced=replace(school, values=changed), assigned=assigned)


def _parsed(field: Field, text: str) -> Value:
    if field.kind.wire is Wire.FLAG:
        return text == "1"
    if field.kind.wire is Wire.DAY and len(text) == 10 and text[4:5] == "-":
        text = "/".join(reversed(text.split("-")))  # as a browser sends a day
    return shape.parse_typed(field, text)


def current(connection: Connection, tables: CentreTables, kind: RecordKind, day: str) -> list[Row]:
    """The rules of a kind in force on a day: of those about the same the newest; of schools the newest ones."""
    if kind.place is Place.REGION:
        t = tables.records.records[kind.name]
        newest_first = select(t).where(t.c.package.is_not(None)).order_by(t.c.package.desc(), t.c.id).limit(_NEWEST)
        return [from_row(kind.name, row) for row in connection.execute(newest_first)]
    rows = TableState(connection, tables.records, Scopes(NATION)).all_rows(kind.name)
    newest = {tuple(row.get(name) for name in ABOUT[kind.name]): row for row in in_force(rows, day)}
    return sorted(newest.values(), key=lambda row: [row.text(name) for name in ABOUT[kind.name]])


def _replaced(
    connection: Connection, tables: CentreTables, kind: RecordKind, values: Mapping[str, Value]
) -> Row | None:
    about = [values.get(name) for name in ABOUT[kind.name]]
    rows = current(connection, tables, kind, str(values["valid_from"]))
    return next((row for row in rows if [row.get(name) for name in ABOUT[kind.name]] == about), None)


def publish(centre: Centre, draft: Draft, actor: int) -> int:
    """Publish a rule as a signed package of its own; gives its version. Raises NotPublished.

    Nothing that stands is changed: what this rule replaces stays, and is read for the days before.
    """
    about = " ".join(str(draft.values.get(name, "")) for name in ABOUT[draft.kind.name]).strip()
    facts = [(draft.kind.name, draft.values)]
    return publish_package(centre, facts, f"{draft.kind.name} {about}", day_of(centre.now_ms()), actor)
