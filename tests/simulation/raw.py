"""Rows of a database as they stand, read past the product's code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.simulation.disk import Disk


class Raw:
    """Rows of a database, read with plain SQL in one transaction: `with disk_rows as ask: ask("SELECT ...")`."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._reading = disk.database.read()

    def __enter__(self) -> Callable[..., list[tuple[Any, ...]]]:
        self._disk.watched = True
        driver: Any = self._reading.__enter__().connection.dbapi_connection

        def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
            found: list[tuple[Any, ...]] = driver.execute(statement, values).fetchall()
            return found

        return ask

    def __exit__(self, *wrong: Any) -> None:
        self._reading.__exit__(*wrong)
        self._disk.watched = False
