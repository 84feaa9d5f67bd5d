"""The register goes on after the numbers that acts have brought with them."""

from pathlib import Path

from sync.domain.record import Row
from sync.server.registry import GivenNumbers, Registry
from sync.storage.database import open_centre
from sync.storage.ledger import centre_tables
from sync.storage.migrations import migrate_centre

PLACE = 504


def act(own: int, registered_on: str, number: str | None) -> Row:
    """An act as a list brought it."""
    values = {"registered_on": registered_on, **({"number": number} if number else {})}
    return Row("bank_change", own, 1, 50400, values)


def test_numbers_go_on_after_those_that_were_given_elsewhere(tmp_path: Path) -> None:
    centre = open_centre(f"sqlite:///{tmp_path / 'centre.db'}")
    tables = centre_tables()
    numbers = GivenNumbers()
    brought = [act(1, "2025-03-01", "1/2025"), act(2, "2025-04-01", "2/2025"), act(3, "2026-01-05", "1/2026")]
    assert list(numbers.seen([*brought, act(4, "2026-02-01", None)]))[:3] == brought
    with centre.write() as connection:
        migrate_centre(connection)
        Registry(connection, tables.meta, PLACE).goes_on_after(numbers)
    with centre.write() as connection:
        registry = Registry(connection, tables.meta, PLACE)
        given = [registry.next(on) for on in ("2025-05-02", "2026-05-02", "2024-12-31")]
        assert given == ["3/2025", "2/2026", "1/2024"]
    centre.close()
