"""One dossier: its rows, its gaps, what waits, joined records, who else has a number, history."""

from pathlib import Path

from massar_desktop.queries.history import history
from massar_desktop.queries.person import Holder, PersonView, holders, person
from massar_desktop.queries.reference import reference
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import PRACTICE_DEVICE
from sync.domain.operation import Operation, Verb
from tests.exchange.world import World
from tests.queries.practice_office import CLERK, TODAY, PracticeOffice, practice_people, practice_rows


def read(office: PracticeOffice, asked: int) -> PersonView:
    """Read a dossier that is there."""
    with office.replica.database.read() as connection:
        found = person(connection, asked, TODAY)
    assert found is not None
    return found


def who_holds(office: PracticeOffice, name: str, value: str, own: int) -> list[Holder]:
    """Look a number up."""
    with office.replica.database.read() as connection:
        return holders(connection, name, value, own)


def test_a_dossier_has_all_its_rows(shared_office: PracticeOffice) -> None:
    parent = next(row.dossier for row in practice_rows() if row.kind == "dependant")
    view = read(shared_office, parent)

    for kind in ("situation", "dependant", "diploma", "opening_situation"):
        assert list(view.rows[kind]) == [r for r in practice_rows() if r.kind == kind and r.dossier == parent]
    assert view.employee.id == parent
    assert view.situation is not None
    assert view.school[0]
    assert (view.waiting, view.conflicts, view.redirected) == ((), 0, False)


def test_nobody_is_none(shared_office: PracticeOffice) -> None:
    with shared_office.replica.database.read() as connection:
        assert person(connection, 12345, TODAY) is None


def test_what_is_missing_is_said(own_office: PracticeOffice) -> None:
    bare = own_office.hires(surname_ar="بناني", first_name_ar="هدى")

    assert {gap.field for gap in read(own_office, bare).gaps} == {
        "ppr", "cin", "surname_la", "first_name_la", "sex", "birth_date", "phone",
    }  # fmt: skip


def test_what_waits_to_be_sent_is_marked_by_field(own_office: PracticeOffice) -> None:
    one = practice_people()[0].id
    own_office.corrects(one, phone="+212661045277", city="أكادير")
    view = read(own_office, one)

    assert view.pending == {("employee", one, "phone"), ("employee", one, "city")}
    assert view.doubtful == frozenset()
    assert [(w.verb, w.sent) for w in view.waiting] == [(Verb.CORRECT, False)]


def test_an_undone_operation_waits_no_more(own_office: PracticeOffice) -> None:
    one = practice_people()[0].id
    saved = own_office.corrects(one, city="أكادير")
    own_office.replica.undo(saved.numbers[0])

    assert read(own_office, one).waiting == ()


def test_a_joined_record_leads_to_the_one_that_stands(own_office: PracticeOffice) -> None:
    gone, keep = (row.id for row in practice_people()[:2])
    own_office.joins(gone, keep)
    view = read(own_office, gone)

    assert (view.id, view.asked, view.redirected) == (keep, gone, True)
    assert [row.id for row in view.joined] == [gone]
    assert {row.dossier for row in view.rows["diploma"]} <= {gone, keep}
    wanted = [r for r in practice_rows() if r.kind == "dependant" and r.dossier in (gone, keep)]
    assert {r.id for r in view.rows["dependant"]} == {r.id for r in wanted}
    assert not read(own_office, keep).redirected


def test_what_an_accepted_act_leads_to_shows_from_its_first_day_on(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.publish()
    office = world.office()
    one = office.hires(surname_ar="بناني", cin="JB1001", sex="F")
    opening, moved, number = office.replica.new_rows(3)
    known: dict[str, Value] = {"employee": one, "known_on": "2026-01-01", "source": "massir", "school": "12345A"}
    stated = known | {"position": "activity", "recruited_on": "2010-09-01"}
    office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=opening, dossier=one, fields=stated))
    move: dict[str, Value] = {"from_on": "2026-10-01", "school": "23456B", "reach": "school"}
    office.record(filing.registration("interest_transfer", moved, one, move | {"papers": "transfer_order"}))
    (act,) = office.rows("interest_transfer")
    decided: dict[str, Value] = {"on": office.replica.today(), "number": "9/2026", "level": "A"}
    office.record(filing.step(act, "enter_accepted", number, decided))

    def seen(day: str) -> tuple[str, str, str]:
        with office.replica.database.read() as connection:
            view = person(connection, one, day)
        assert view is not None
        assert view.situation is not None
        (stored,) = view.rows["situation"]
        return view.situation.text("school"), view.situation.text("recruited_on"), stored.text("school")

    assert seen("2026-09-21") == ("12345A", "2010-09-01", "23456B")
    assert seen("2026-09-30") == ("12345A", "2010-09-01", "23456B")
    assert seen("2026-10-01") == ("23456B", "2010-09-01", "23456B")


def test_parting_gives_both_records_back(own_office: PracticeOffice) -> None:
    gone, keep = (row.id for row in practice_people()[:2])
    own_office.joins(gone, keep)
    own_office.record(Operation(verb=Verb.PART, kind="employee", row=gone, dossier=gone, other=keep))

    assert read(own_office, gone).id == gone
    assert read(own_office, keep).joined == ()


def test_whoever_else_has_a_number_is_named(own_office: PracticeOffice) -> None:
    one, other = [row for row in practice_people() if row.get("ppr")][:2]
    own_office.corrects(other.id, ppr=one.text("ppr"))

    found = who_holds(own_office, "ppr", one.text("ppr"), one.id)
    assert [(holder.id, holder.name("fr")) for holder in found] == [
        (other.id, f"{other.text('surname_la').upper()} {other.text('first_name_la')}")
    ]
    assert who_holds(own_office, "ppr", "99999999", one.id) == []


def test_history_tells_who_changed_what(own_office: PracticeOffice) -> None:
    one = practice_people()[0].id
    own_office.corrects(one, city="أكادير")
    own_office.corrects(one, city="تارودانت")
    with own_office.replica.database.read() as connection:
        lines = history(connection, [one], PRACTICE_DEVICE)

    assert [line.changes[0].after for line in lines] == ["تارودانت", "أكادير"]
    assert {(line.author, line.state, line.kind) for line in lines} == {(CLERK, "open", "employee")}


def test_codes_and_schools_have_labels(shared_office: PracticeOffice) -> None:
    with shared_office.replica.database.read() as connection:
        known = reference(connection, TODAY)

    assert known.labels("ar")["cadre", "PEP"] == "أستاذ التعليم الابتدائي"
    assert known.choices("grade", "fr")[0] == ("third", "Troisième grade")
    gresa, name = known.school_choices("ar")[0]
    assert known.school(gresa, "ar") == name
    assert known.school("00000Z", "ar") == "00000Z"
