"""What stands and what was typed over it, without widgets."""

from massar_desktop.forms.typed import TypedFields, Unreadable, editor_text
from sync.domain import catalog

EMPLOYEE = catalog.BY_NAME["employee"]
STANDING = {"cin": "JC482190", "city": "أكادير", "phone": "+212661045277", "birth_date": "1983-03-14"}


def typed_fields() -> TypedFields:
    """A person's fields with something in them."""
    made = TypedFields(EMPLOYEE.form_fields)
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
