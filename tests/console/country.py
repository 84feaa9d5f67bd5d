"""A small country for the console: three provinces, their people and laptops, a conflict, a revoked laptop."""

from __future__ import annotations

from pathlib import Path

from sync.domain.ids import NATION
from sync.practice.reference import code_rows
from sync.practice.rules import rule_rows
from sync.server.administration import OPERATOR, Administration, Grant
from sync.server.keys import CentreKeys
from sync.server.publish import publish
from sync.server.roles import ADMINISTRATOR
from tests.exchange.world import World

RESOURCES = Path(__file__).parents[2] / "resources"
PASSWORD = "trois mots faciles"
NAMES = {504: ("تارودانت", "Taroudannt"), 505: ("طاطا", "Tata"), 801: ("العيون", "Laâyoune")}


class Country(World):
    """A world whose provinces have names, with an administrator of the nation and one of the province 504."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.centre.keys = CentreKeys(folder / "keys")
        for place in (505, 801):
            self.province(place)
        publish(self.centre.database, self.centre.tables, code_rows(RESOURCES, 1), day="2026-01-01")
        publish(self.centre.database, self.centre.tables, rule_rows(RESOURCES, 1), day="2026-01-01")
        tables = self.centre.tables
        with self.centre.database.write() as connection:
            t = tables.directory.province
            for place, (arabic, latin) in NAMES.items():
                connection.execute(t.update().where(t.c.place == place).values(name_ar=arabic, name_la=latin))
            operator = Administration(connection, tables, OPERATOR, self.clock.now_ms())
            self.minister = self._administrator(operator, NATION, ("نادية الفاسي", "Nadia El Fassi"))
            self.local = self._administrator(operator, 504, ("حسن أوبلا", "Hassan Oubella"))
            self.clerk = operator.create_account(504, "سعاد أيت علي", "Souad Ait Ali")
            operator.grant(Grant(self.clerk, 504, "clerk", confidential=True))

    def _administrator(self, operator: Administration, place: int, names: tuple[str, str]) -> int:
        number = operator.create_account(place, *names)
        operator.grant(Grant(number, place, ADMINISTRATOR))
        operator.set_password(number, PASSWORD)
        return number
