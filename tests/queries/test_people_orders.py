"""An order of people is read once for all who ask for it, and again once something was written."""

from threading import Barrier, Thread

from sqlalchemy import event

from massar_desktop.queries.people import PeopleFilter, PeopleOrder
from massar_desktop.queries.people_orders import PeopleOrders
from tests.queries.practice_office import PracticeOffice, practice_people, practice_rows

EVERYBODY = (None, None, "ar")


def test_who_asks_for_the_same_order_gets_the_same_one(shared_office: PracticeOffice) -> None:
    cadre = next(row.text("cadre") for row in practice_rows() if row.kind == "situation")
    orders = PeopleOrders(shared_office.replica.database)
    first, some = orders.read(EVERYBODY), orders.read((PeopleFilter(cadre=cadre), None, "ar"))
    latin = orders.read((None, None, "fr"))

    assert orders.read(EVERYBODY) is first
    assert orders.read((PeopleFilter(cadre=cadre), None, "ar")) is some is not first
    assert 0 < len(some.shown) < len(first.shown)
    assert list(latin.ids) != list(first.ids)
    assert sorted(latin.ids) == sorted(first.ids)


def test_who_ask_at_the_same_moment_have_it_read_once(shared_office: PracticeOffice) -> None:
    database = shared_office.replica.database
    orders, asked, together = PeopleOrders(database), list[str](), Barrier(3)
    got: list[PeopleOrder] = []

    def ask() -> None:
        together.wait()
        got.append(orders.read(EVERYBODY))

    def note(*arguments: object) -> None:
        asked.append(str(arguments[2]))

    reader, _ = database.engines
    event.listen(reader, "before_cursor_execute", note)
    try:
        threads = [Thread(target=ask) for _ in range(3)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    finally:
        event.remove(reader, "before_cursor_execute", note)

    assert got[0] is got[1] is got[2]
    assert len([text for text in asked if "arabic_key" in text]) == 1


def test_what_is_written_is_seen_by_whoever_asks_next(own_office: PracticeOffice) -> None:
    orders, one = PeopleOrders(own_office.replica.database), practice_people()[0].id
    before = orders.read(EVERYBODY)
    own_office.corrects(one, phone="+212661045277")
    same = orders.read(EVERYBODY)
    own_office.corrects(one, surname_ar="يييي")
    after = orders.read(EVERYBODY)

    assert same is before, "it moved nobody"
    assert list(before.ids) != list(after.ids)
    assert after.ids[-1] == one
