"""The packages of reference data that an office has: whole and signed or not, and what a change of the past touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from massar_desktop.queries.work_list import visible_acts
from sync.domain import packages
from sync.domain.packages import Package
from sync.domain.record import WITHDRAWN, Row
from sync.protocol import age
from sync.storage.ledger import office_tables
from sync.storage.tables import from_columns

_RULES: Final = tuple(kind for kind in packages.CONTENT if kind != "code")  # no verdict rests on a label


@dataclass(frozen=True, slots=True)
class PackageLine:
    """A package as it is here. `whole`: all its rows are here and are what the centre signed."""

    package: Package
    rows: int
    whole: bool


@dataclass(frozen=True, slots=True)
class AgainLine:
    """An act that was decided under a rule that a later publication replaced for its day. Its verdict stands."""

    act: Row
    rule: Row
    person: Named


def published_packages(connection: Connection, asker: Asker, centre: bytes) -> list[PackageLine]:
    """The packages of this office's scopes, the newest first; `centre` is the public key that it trusts."""
    office = Asked(connection, asker)
    places = {scope // 10 for scope in asker.scopes.all}
    rows = [row for kind in packages.CONTENT for row in _rows(office, kind) if row.get("package")]
    found = []
    for record in _rows(office, "reference_package"):
        package = Package.of(record)
        if package.region in places:
            whole = packages.verified(record, rows, lambda signature, said: age.is_signed(centre, signature, said))
            found.append(PackageLine(package, int(record.text("rows")), bool(centre) and whole))
    return sorted(found, key=lambda line: (line.package.version, line.package.region), reverse=True)


def to_check_again(connection: Connection, asker: Asker) -> list[AgainLine]:
    """The acts in force that a person should look at again, for rules that came later about days already ruled."""
    office = Asked(connection, asker)
    rules = [row for kind in _RULES for row in _rows(office, kind)]
    last = max((rule.text("published_on") for rule in packages.reaching_back(rules)), default="")
    found = list(packages.to_check_again(_decided_before(office, last), rules)) if last else []
    named = people_named(connection, (act.dossier for act, _rule in found))
    return [AgainLine(act, rule, named.get(act.dossier, NOBODY)) for act, rule in found]


def _decided_before(office: Asked, day: str) -> Iterator[Row]:
    for cls in visible_acts(office.asker):
        table = office_tables().records.records[cls.KIND.name]
        wanted = table.c.scope.in_(office.asker.scopes.all), table.c.decision == "accepted", table.c.decided_on < day
        for one in office.connection.execute(select(table).where(*wanted, table.c[WITHDRAWN].is_(None))).mappings():
            yield from_columns(cls.KIND.name, dict(one))


def _rows(office: Asked, kind: str) -> list[Row]:
    table = office_tables().records.records[kind]
    query = select(table).where(table.c.scope.in_(office.asker.scopes.all)).order_by(table.c.id)
    return [from_columns(kind, dict(one)) for one in office.connection.execute(query).mappings()]
