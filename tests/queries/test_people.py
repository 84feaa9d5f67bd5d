"""The list of people: order, pages, filters."""

from massar_desktop.queries import people
from massar_desktop.queries.people import PeopleFilter
from sync.domain import names
from tests.queries.practice_office import PEOPLE, TODAY, PracticeOffice, practice_people, practice_rows


def test_everybody_is_in_the_order_of_the_registers(shared_office: PracticeOffice) -> None:
    with shared_office.replica.database.read() as connection:
        order = people.people_order(connection)
        lines = people.page(connection, order.ids, TODAY)

    by_id = {row.id: row for row in practice_people()}
    keys = [
        names.sort_key(f"{by_id[one.id].text('surname_ar')} {by_id[one.id].text('first_name_ar')}") for one in lines
    ]
    assert len(lines) == PEOPLE
    assert keys == sorted(keys)


def test_who_reads_latin_letters_has_everybody_in_their_order(own_office: PracticeOffice) -> None:
    without = practice_people()[0].id
    own_office.corrects(without, surname_la=None, first_name_la=None)
    with own_office.replica.database.read() as connection:
        order = people.people_order(connection, language="fr")
        by_school = people.people_order(connection, sort=people.Sort("school"), language="fr")

    by_id = {row.id: row for row in practice_people()}
    schools = {row.id: row.text("school") for row in practice_rows() if row.kind == "situation"}
    keys = {
        one: (one == without, names.sort_key(f"{row.text('surname_la')} {row.text('first_name_la')}"))
        for one, row in by_id.items()
    }
    assert len(order.ids) == PEOPLE
    assert list(order.ids) == sorted(by_id, key=keys.__getitem__), "who has no Latin name comes last"
    assert list(by_school.ids) == sorted(by_id, key=lambda one: (schools.get(one, ""), keys[one]))


def test_a_line_says_both_names_numbers_cadre_school_and_position(shared_office: PracticeOffice) -> None:
    one = practice_people()[0]
    situation = next(row for row in practice_rows() if row.kind == "situation" and row.id == one.id)
    school = next(r for r in practice_rows() if r.kind == "school" and r.text("gresa") == situation.text("school"))
    with shared_office.replica.database.read() as connection:
        (line,) = people.page(connection, [one.id], TODAY)

    assert line.arabic == f"{one.text('first_name_ar')} {one.text('surname_ar')}"
    assert line.latin == f"{one.text('surname_la').upper()} {one.text('first_name_la')}"
    assert (line.ppr, line.cin) == (one.text("ppr"), one.text("cin"))
    assert (line.cadre, line.position) == (situation.text("cadre"), situation.text("position"))
    assert line.school == (school.text("name_ar"), school.text("name_la"))


def test_a_page_keeps_the_order_asked_and_a_place_for_who_is_gone(shared_office: PracticeOffice) -> None:
    first, second = (row.id for row in practice_people()[:2])
    with shared_office.replica.database.read() as connection:
        lines = people.page(connection, [second, 999, first], TODAY)

    assert [line.id for line in lines] == [second, 999, first]
    assert lines[1].arabic == ""


def test_filters_narrow_the_list_together(shared_office: PracticeOffice) -> None:
    situations = [row for row in practice_rows() if row.kind == "situation"]
    cadre = situations[0].text("cadre")
    school = situations[0].text("school")
    with shared_office.replica.database.read() as connection:
        by_cadre = people.people_order(connection, PeopleFilter(cadre=cadre)).shown
        by_both = people.people_order(connection, PeopleFilter(cadre=cadre, school=school)).shown
        active = people.people_order(connection, PeopleFilter(position="activity")).shown

    assert set(by_cadre) == {row.id for row in situations if row.text("cadre") == cadre}
    assert set(by_both) == {r.id for r in situations if r.text("cadre") == cadre and r.text("school") == school}
    assert 0 < len(active) < PEOPLE


def test_incomplete_people_are_those_who_lack_what_a_record_needs(own_office: PracticeOffice) -> None:
    person = next(row.id for row in practice_people() if all(row.get(name) for name in people.REQUIRED))
    with own_office.replica.database.read() as connection:
        before = people.people_order(connection, PeopleFilter(incomplete=True)).shown
    own_office.corrects(person, phone=None)
    with own_office.replica.database.read() as connection:
        after = people.people_order(connection, PeopleFilter(incomplete=True)).shown

    lacking = {row.id for row in practice_people() if not all(row.get(name) for name in people.REQUIRED)}
    assert set(before) == lacking
    assert set(after) == lacking | {person}


def test_a_joined_record_leaves_the_list(own_office: PracticeOffice) -> None:
    gone, keep = (row.id for row in practice_people()[:2])
    own_office.joins(gone, keep)
    with own_office.replica.database.read() as connection:
        order = people.people_order(connection)

    assert gone not in order.ids
    assert keep in order.ids
