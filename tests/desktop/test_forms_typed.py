"""What stands and what was typed over it, without widgets."""

from datetime import date

import pytest

from massar_desktop.forms.typed import TypedFields, Unreadable, editor_text
from massar_desktop.forms.typed_days import near_day, typed_day
from sync.domain import catalog
from sync.domain.identifiers import Malformed

EMPLOYEE = catalog.BY_NAME["employee"]
STANDING = {"cin": "JC482190", "city": "أكادير", "phone": "+212661045277", "birth_date": "1983-03-14"}


def typed_fields() -> TypedFields:
    """A person's fields with something in them."""
    made = TypedFields(EMPLOYEE.name, EMPLOYEE.form_fields)
    made.load(STANDING)
    return made


def test_only_what_differs_is_saved() -> None:
    fields = typed_fields()
    fields.type("city", "تارودانت")
    fields.type("phone", "0661045277")

    assert fields.changes() == {"city": "تارودانت"}
    assert fields.typed() == {"city": "تارودانت"}


def test_emptying_a_field_is_a_change() -> None:
    fields = typed_fields()
    fields.type("phone", "  ")

    assert fields.changes() == {"phone": None}
    assert "phone" in fields.missing()


def test_what_cannot_be_read_keeps_its_text_and_holds_nothing_else_back() -> None:
    fields = typed_fields()
    fields.type("birth_date", "31/02/1983")
    fields.type("city", "تارودانت")

    assert fields.changes() == {"city": "تارودانت"}
    assert fields.unreadable() == {"birth_date": Unreadable("day_impossible", {})}
    assert fields.text("birth_date") == "31/02/1983"


def test_what_was_saved_is_no_longer_typed_when_the_record_comes_back() -> None:
    fields = typed_fields()
    fields.type("cin", "zzz")
    fields.type("city", "تارودانت")
    fields.refresh({**STANDING, "city": "تارودانت"})

    assert fields.typed() == {"cin": "zzz"}


def test_a_change_from_elsewhere_stays_under_what_is_typed() -> None:
    fields = typed_fields()
    fields.type("city", "تارودانت")
    fields.refresh({**STANDING, "city": "الرباط", "phone": "+212600000000"})

    assert fields.text("city") == "تارودانت"
    assert fields.overtaken() == ["city"]
    assert fields.text("phone") == "+212 6 00 00 00 00"


def test_a_draft_comes_back_over_a_record_that_has_moved_on() -> None:
    fields = typed_fields()
    fields.restore({"city": "تارودانت", "gone_field": "x"}, {"city": "آسفي"})

    assert fields.typed() == {"city": "تارودانت"}
    assert fields.overtaken() == ["city"]


def test_choices_codes_and_ticks_are_held_by_their_keys() -> None:
    dependant = catalog.BY_NAME["dependant"].by_name

    assert editor_text(EMPLOYEE.by_name["sex"], "F") == "F"
    assert editor_text(EMPLOYEE.by_name["nationality"], "MA") == "MA"
    assert (editor_text(dependant["in_custody"], True), editor_text(dependant["in_custody"], None)) == ("true", "")


@pytest.mark.parametrize(
    ("kind", "name", "typed", "kept"),
    [
        ("employee", "birth_date", "14031983", "1983-03-14"),
        ("employee", "birth_date", "١٤٠٣١٩٨٣", "1983-03-14"),
        ("employee", "birth_date", "140383", "1983-03-14"),
        ("employee", "birth_date", "14/3/83", "1983-03-14"),
        ("employee", "birth_date", "031983", "1983-03-00"),
        ("employee", "birth_date", "1983", "1983-00-00"),
        ("employee", "birth_date", "010127", "1927-01-01"),  # nobody is born in the year after this one
        ("employee", "cin_expires_on", "070234", "2034-02-07"),
        ("annual_leave", "from_on", "07122026", "2026-12-07"),
        ("annual_leave", "from_on", "٠٧١٢٢٠٢٦", "2026-12-07"),
        ("annual_leave", "from_on", "071226", "2026-12-07"),
        ("annual_leave", "from_on", "7/12/26", "2026-12-07"),
        ("annual_leave", "from_on", "7/12", "2026-12-07"),
        ("annual_leave", "from_on", "2/1", "2027-01-02"),
    ],
)
def test_a_day_is_typed_without_strokes_and_with_a_short_year(kind: str, name: str, typed: str, kept: str) -> None:
    assert typed_day(kind, catalog.BY_NAME[kind].by_name[name], typed, date(2026, 11, 30)) == kept


@pytest.mark.parametrize(
    ("kind", "name", "typed", "why"),
    [
        ("annual_leave", "from_on", "0712", "day_impossible"),  # the year 712, and never 7 December
        ("annual_leave", "from_on", "1912", "day_partial"),
        ("annual_leave", "from_on", "7122026", "day_malformed"),  # 7/12 or 71/2
        ("annual_leave", "from_on", "31022026", "day_impossible"),
        ("annual_leave", "from_on", "20261207", "day_impossible"),
        ("annual_leave", "from_on", "122026", "day_partial"),
        ("annual_leave", "from_on", "071275", "day_malformed"),  # 1975 and 2075 are as far
        ("employee", "birth_date", "7/12", "day_malformed"),  # no act: its year is not near
    ],
)
def test_digits_that_may_mean_two_days_are_asked_for_again(kind: str, name: str, typed: str, why: str) -> None:
    with pytest.raises(Malformed, match=why):
        typed_day(kind, catalog.BY_NAME[kind].by_name[name], typed, date(2026, 11, 30))


def test_a_short_day_counts_before_its_field_is_left_and_stays_as_typed() -> None:
    fields = typed_fields()
    fields.type("birth_date", "15031983")

    assert fields.changes() == {"birth_date": "1983-03-15"}
    assert fields.text("birth_date") == "15031983"


@pytest.mark.parametrize("typed", ["28112026", "281126", "28/11", "28/11/26", "٢٨١١٢٠٢٦", "2026-11-28"])
def test_the_day_of_the_journal_is_typed_as_the_day_of_an_act(typed: str) -> None:
    assert near_day(typed, date(2026, 11, 30)) == date(2026, 11, 28)
