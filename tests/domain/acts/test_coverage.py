"""The coverage table of the acts says what there is, and what is not built yet."""

from sync.domain import catalog
from tests.coverage_of_acts import TARGET, known_codes, table


def test_the_committed_table_is_what_the_catalogue_and_the_cases_give() -> None:
    assert TARGET.read_text("utf-8") == table(), "run: python -m tests.coverage_of_acts"


def test_every_declared_act_is_one_that_the_field_names() -> None:
    assert {cls.CODE for cls in catalog.ACTS} <= known_codes()


def test_what_is_not_built_is_seen() -> None:
    unbuilt = known_codes() - {cls.CODE for cls in catalog.ACTS}
    lines = {line.split(" | ")[0].removeprefix("| "): line for line in table().splitlines()}
    assert unbuilt
    assert all("not built" in lines[code] for code in unbuilt)
