"""No device learns anything of a scope that is not its own (sync.md 3.2, invariant 11)."""

from __future__ import annotations

import pytest

from sync.domain.fields import Value
from sync.domain.ids import Compartment, row_id, scope_id
from sync.domain.operation import Base, Operation, Verb
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import Frame, Page, ScopeMark, Sealed, Verdict
from sync.server.roles import Roles
from tests.exchange.laptop import Laptop, copied
from tests.exchange.world import PLACE, World

THERE = 505
DISABILITY = 3
CONFIDENTIAL_CONFLICT = 9
CARD = "بطاقة-7781"


def disability(laptop: Laptop, person: int, **fields: Value) -> tuple[int, Sealed]:
    """A confidential record of a person."""
    row = row_id(laptop.device, next(laptop.rows))
    every: dict[str, Value] = {"employee": person, "card_number": CARD, **fields}
    return row, laptop.sealed(Operation(verb=Verb.CREATE, kind="disability", row=row, dossier=person, fields=every))


def corrects(laptop: Laptop, row: int, person: int, seq: int = 0, **fields: Value) -> Sealed:
    """A correction of a confidential record."""
    base = Base(laptop.epoch, seq)
    return laptop.sealed(
        Operation(verb=Verb.CORRECT, kind="disability", row=row, dossier=person, fields=fields, base=base)
    )


def everything(frames: list[Frame]) -> str:
    """All that an answer holds, as text."""
    return repr(frames)


def answer(found: list[Verdict]) -> tuple[object, ...]:
    """The one verdict of an answer, without its number."""
    (verdict,) = found
    return verdict.verdict, verdict.scope, verdict.seq, verdict.problems


def test_another_province_is_neither_copied_nor_paged(world: World) -> None:
    world.province(THERE)
    here, there = world.laptop(), world.laptop(THERE)
    person, hired = here.hires(surname_ar="العلوي", ppr="1234567")
    here.sends(world.centre, hired)
    stolen = [ScopeMark(scope, 1, 0, complete) for scope in (5040, 5041) for complete in (True, False)]
    asked = there.hello([*there.marks(), *there.marks(complete=False), *stolen])
    frames = there.ask(world.centre, hello=asked)
    assert {frame.scope for frame in frames if hasattr(frame, "scope")} <= set(there.scopes)
    assert str(person) not in everything(frames)


def test_a_foreign_row_is_answered_like_one_that_does_not_exist(world: World) -> None:
    world.province(THERE)
    here, there = world.laptop(), world.laptop(THERE)
    person, hired = here.hires(surname_ar="العلوي", ppr="1234567")
    here.sends(world.centre, hired)
    absent = person + 77
    for verb, fields in (
        (Verb.CORRECT, {"phone": "+212661045277"}),
        (Verb.WITHDRAW, {"withdrawn": "خطأ"}),
        (Verb.JOIN, {"merged_into": 5}),
        (Verb.PART, {"merged_into": None}),
        (Verb.SETTLE, {}),
    ):
        answers = []
        for row in (person, absent):
            operation = Operation(verb=verb, kind="employee", row=row, dossier=row, other=5, fields=fields)
            answers.append(answer(there.sends(world.centre, there.sealed(operation))))
        assert answers[0] == answers[1]
        assert answers[0][0] == "rejected"


def test_a_foreign_person_gets_no_record_of_ours(world: World) -> None:
    world.province(THERE)
    here, there = world.laptop(), world.laptop(THERE)
    person, hired = here.hires(surname_ar="العلوي")
    here.sends(world.centre, hired)
    row = row_id(there.device, 500)
    made = Operation(
        verb=Verb.CREATE, kind="diploma", row=row, dossier=person, fields={"employee": person, "title": "إجازة"}
    )
    (verdict,) = there.sends(world.centre, there.sealed(made))
    assert (verdict.verdict, verdict.problems[0].code) == ("rejected", "unknown_row")


def test_a_number_known_elsewhere_is_not_remarked_on(world: World) -> None:
    world.province(THERE)
    here, there = world.laptop(), world.laptop(THERE)
    here.sends(world.centre, here.hires(ppr="1234567")[1])
    (verdict,) = there.sends(world.centre, there.hires(ppr="1234567")[1])
    assert (verdict.verdict, verdict.problems) == ("applied", [])


def test_an_office_without_the_role_never_receives_health_data(world: World) -> None:
    trusted, other = world.laptop(confidential=True), world.laptop()
    person, hired = trusted.hires(surname_ar="العلوي")
    card, made = disability(trusted, person)
    trusted.sends(world.centre, hired, made)
    stolen = [ScopeMark(scope_id(PLACE, Compartment.CONFIDENTIAL), 1, 0, complete) for complete in (True, False)]
    for marks in (other.marks(), other.marks(complete=False), stolen):
        frames = other.ask(world.centre, hello=other.hello(marks))
        assert CARD not in everything(frames)
        assert str(card) not in everything(frames)
    seen = copied(trusted.ask(world.centre, hello=trusted.hello(trusted.marks(complete=False))))
    assert DISABILITY in {row.kind for row in seen}


def test_a_conflict_on_health_data_is_itself_confidential(world: World) -> None:
    first, second, other = world.laptop(confidential=True), world.laptop(confidential=True), world.laptop()
    person, hired = first.hires(surname_ar="العلوي")
    card, made = disability(first, person)
    *_, seen = first.sends(world.centre, hired, made)
    first.sends(world.centre, corrects(first, card, person, seen.seq, card_number="سر-أول"))
    (verdict,) = second.sends(world.centre, corrects(second, card, person, seen.seq, card_number="سر-ثان"))
    assert (verdict.verdict, verdict.scope) == ("conflict", scope_id(PLACE, Compartment.CONFIDENTIAL))
    for marks in (other.marks(), other.marks(complete=False)):
        frames = other.ask(world.centre, hello=other.hello(marks))
        assert "سر" not in everything(frames)
    pages = second.ask(world.centre, hello=second.hello(second.marks()))
    kinds = {change.kind for frame in pages if isinstance(frame, Page) for change in frame.changes}
    assert CONFIDENTIAL_CONFLICT in kinds


def test_an_author_without_the_role_is_answered_as_for_an_unknown_row(world: World) -> None:
    trusted = world.laptop(confidential=True)
    clerk = world.laptop().author  # works in the same province, without the role
    person, hired = trusted.hires(surname_ar="العلوي")
    card, made = disability(trusted, person)
    trusted.sends(world.centre, hired, made)
    answers = []
    for row in (card, card + 7):
        operation = Operation(
            verb=Verb.CORRECT, kind="disability", row=row, dossier=person, fields={"card_number": "x"}, author=clerk
        )
        answers.append(answer(trusted.sends(world.centre, trusted.sealed(operation))))
    assert answers[0] == answers[1]


def test_a_device_without_the_role_gets_the_same_answer_for_a_card_and_for_none(world: World) -> None:
    trusted, other = world.laptop(confidential=True), world.laptop()
    person, hired = trusted.hires(surname_ar="العلوي")
    card, made = disability(trusted, person)
    trusted.sends(world.centre, hired, made)
    answers = [
        answer(other.sends(world.centre, corrects(other, row, person, card_number="x"))) for row in (card, card + 7)
    ]
    assert answers[0] == answers[1]


def test_someone_who_lost_the_role_writes_no_more_health_data(world: World) -> None:
    trusted = world.laptop(confidential=True)
    person, hired = trusted.hires(surname_ar="العلوي")
    trusted.sends(world.centre, hired)
    with world.centre.database.write() as connection:
        roles = Roles(connection, world.centre.tables)
        confidential = next(one for one in roles.of(trusted.author) if one.scope % 10)
        roles.end(trusted.author, confidential.n, "2026-09-20", by=0)
    _, made = disability(trusted, person)
    (verdict,) = trusted.sends(world.centre, made)
    assert (verdict.verdict, [p.code for p in verdict.problems]) == ("rejected", ["unknown_row"])


def test_a_signature_opens_only_its_own_device_s_request(world: World) -> None:
    world.province(THERE)
    here, there = world.laptop(), world.laptop(THERE)
    there.device = here.device  # claims to be the other, signs with its own key
    with pytest.raises(WireError) as refusal:
        there.ask(world.centre, hello=there.hello(here.marks()))
    assert refusal.value.code == WireCode.NOT_TRUSTED
