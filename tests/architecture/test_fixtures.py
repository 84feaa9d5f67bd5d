"""The fixtures of tests/conftest.py keep their promises, whatever a test does."""

import logging
from collections.abc import Callable

import keyring
import pytest
import sqlalchemy
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text

pytest_plugins = ["pytester"]


def _value(database: str, statement: str) -> object:
    engine = sqlalchemy.create_engine(database)
    try:
        with engine.begin() as connection:
            result: object = connection.execute(sqlalchemy.text(statement)).scalar()
            return result
    finally:
        engine.dispose()


def test_an_arabic_name_is_typed_letter_by_letter(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    type_text(line, "فاطمة الزهراء Bénjelloun")
    assert line.text() == "فاطمة الزهراء Bénjelloun"


def test_the_locale_is_that_of_morocco() -> None:
    assert QLocale().monthName(7) == "يوليوز"
    assert QLocale().toString(1234) == "1.234"


@pytest.mark.parametrize("round_", [1, 2])
def test_the_keyring_is_empty_at_each_start(round_: int) -> None:
    assert keyring.get_password("massar", "fatima") is None
    keyring.set_password("massar", "fatima", f"secret {round_}")
    assert keyring.get_password("massar", "fatima") == f"secret {round_}"


def test_each_test_has_an_empty_postgresql_of_its_own(postgres_database: str) -> None:
    assert _value(postgres_database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
    assert _value(postgres_database, "SELECT 'يوسف'::text") == "يوسف"
    assert _value(postgres_database, "SHOW fsync") == "on"


def test_a_server_address_is_there_for_other_processes(postgres_url: str) -> None:
    assert _value(postgres_url, "SELECT current_user") == "postgres"


@pytest.mark.expected_log("line was cut")
def test_an_announced_record_is_allowed(expected_log: Callable[[str], None]) -> None:
    logging.getLogger("massar").warning("the line was cut")
    expected_log("disk is full")
    logging.getLogger("massar").error("the disk is full")


@pytest.fixture
def inner(pytester: pytest.Pytester) -> pytest.Pytester:
    """An empty test folder that uses the same conftest."""
    pytester.makeconftest("from tests.conftest import expected_log")
    pytester.makeini("[pytest]\nmarkers = expected_log(text)")
    return pytester


@pytest.mark.expected_log("a surprise")  # the inner run's record reaches this test's collector too
def test_a_record_that_nobody_announced_fails_the_test(inner: pytest.Pytester) -> None:
    inner.makepyfile("import logging\ndef test_it(): logging.getLogger('x').warning('a surprise')")
    result = inner.runpytest("-p", "no:randomly")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*unexpected log records*a surprise*"])


def test_an_announced_record_that_never_comes_fails_the_test(inner: pytest.Pytester) -> None:
    inner.makepyfile("import pytest\n@pytest.mark.expected_log('hello')\ndef test_it(): pass")
    result = inner.runpytest("-p", "no:randomly")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*announced and never logged*hello*"])
