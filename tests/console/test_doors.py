"""What the console lets in and says: sessions, forms, rights, headers, words; over real HTTP, without a browser."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route

from sync.domain import catalog
from sync.domain.ids import NATION, Compartment, scope_id
from sync.protocol import away
from sync.protocol import ticket as tickets
from sync.server.administration import Administration, Grant
from sync.server.app import make_app
from sync.server.audit import Deed
from sync.server.console import style
from sync.server.console.deeds import OF_LAPTOP
from sync.server.console.html import Markup, el
from sync.server.console.publishing import ABOUT, asked_fields
from sync.server.console.reference_pages import AS_WRITTEN
from sync.server.console.session import IDLE_MS, WHOLE_MS, Sessions
from sync.server.console.view import ROOT
from sync.server.console.words import WORDS
from sync.server.devices import Devices
from sync.server.passwords import SIGN_IN_TRIES
from sync.server.roles import ROLES
from tests.console.country import PASSWORD, Country
from tests.server.serving import Serving

OPEN = {f"{ROOT}/sign-in", f"{ROOT}/language/{{language}}", f"{ROOT}/style-{style.NAME}.css"}
"""What anybody may ask for: the door, another language, colours."""
SOURCES = Path(__file__).parents[2] / "sync" / "server" / "console"


@dataclass
class Client:
    """An administrator's browser, as far as cookies and forms go."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def ask(self, path: str, form: dict[str, str] | None = None, raw: bytes | None = None) -> tuple[int, str]:
        """One request; status and body. A form carries the token of the last page, unless it names another."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = raw
        if form is not None:
            body = urlencode({"token": self.token, **form}).encode()
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if body is None else "POST", path, body, headers)
        answer = connection.getresponse()
        self.headers = dict(answer.getheaders())
        content = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, kept = value.split(";")[0].partition("=")
                self.cookies[key] = kept.strip('"')
        connection.close()
        found = re.search(r'name="token" value="([^"]*)"', content)
        self.token = found[1] if found else self.token
        return answer.status, content

    def signs_in(self, account: int, password: str = PASSWORD) -> int:
        """Through the door; gives the status."""
        self.ask(f"{ROOT}/sign-in")
        status, _ = self.ask(f"{ROOT}/sign-in", {"account": str(account), "password": password})
        if status == 303:
            self.ask(ROOT)
        return status


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """One small country for all of these stories."""
    made = Country(tmp_path_factory.mktemp("country"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def port(country: Country) -> Iterator[int]:
    """Where its centre serves."""
    with Serving(country.centre) as serving:
        yield serving.port


@pytest.fixture
def local(country: Country, port: int) -> Client:
    """The administrator of 504, signed in."""
    client = Client(port)
    assert client.signs_in(country.local) == 303
    return client


def test_nothing_is_shown_to_strangers(country: Country, port: int) -> None:
    named = {"{place:int}": "504", "{device:int}": "16", "{deed}": "revoke", "{step}": "publish"}
    asked = set()
    for route in make_app(country.centre).routes:
        if isinstance(route, Route) and route.path.startswith(ROOT) and route.path not in OPEN:
            path = reduce(lambda told, one: told.replace(*one), named.items(), route.path)
            form = {"token": "x"} if "POST" in (route.methods or ()) else None
            for cookies in ({}, {"massar_console": "forged"}):
                client = Client(port, dict(cookies))
                assert (client.ask(path, form)[0], client.headers["location"]) == (303, f"{ROOT}/sign-in"), path
            asked.add(route.path)
    assert len(asked) > 6


def test_only_administrators_get_in_and_everybody_else_hears_the_same(country: Country, port: int) -> None:
    answers = set()
    with country.centre.database.write() as connection:
        by = Administration(connection, country.centre.tables, 0, 0)
        by.set_password(country.clerk, PASSWORD)
    for account, password in ((country.clerk, PASSWORD), (country.local, "wrong"), (999, PASSWORD)):
        client = Client(port)
        client.ask(f"{ROOT}/sign-in")
        status, body = client.ask(f"{ROOT}/sign-in", {"account": str(account), "password": password})
        answers.add((status, body))
        assert "massar_console" not in client.cookies
    assert {status for status, _ in answers} == {401}
    assert len(answers) == 1


def test_guessing_shuts_out_the_guesser(country: Country, port: int) -> None:
    client = Client(port)
    statuses = [client.signs_in(777_000, "guess") for _ in range(SIGN_IN_TRIES + 1)]
    assert statuses == [401] * SIGN_IN_TRIES + [429]


def test_a_form_of_another_page_does_nothing(country: Country, local: Client) -> None:
    typed = {"name_ar": "أحمد", "name_la": "Ahmed Nobody"}
    for token in ("", "x", "0" * 64):
        assert local.ask(f"{ROOT}/place/504/account", {**typed, "token": token})[0] == 403
    assert "Ahmed Nobody" not in local.ask(f"{ROOT}/place/504")[1]
    assert local.ask(f"{ROOT}/sign-in", {"token": "x", "account": "1", "password": PASSWORD})[0] == 403


def test_a_place_that_is_not_hers_looks_like_one_that_does_not_exist(country: Country, local: Client) -> None:
    there = country.laptop(505)
    pages = {local.ask(f"{ROOT}/place/{place}") for place in (505, 801, 999, 0, 500)}
    pages |= {local.ask(f"{ROOT}/audit?place={place}") for place in (505, 999, 0)}
    pages.add(local.ask(f"{ROOT}/reference"))
    assert len(pages) == 1
    assert pages.pop()[0] == 404
    hers = {"account": str(country.clerk)}
    asked = [f"{ROOT}/laptop/{device}/{deed}" for device in (there.device, 88_888) for deed in OF_LAPTOP]
    deeds = {local.ask(path, form) for path in asked for form in ({}, hers)}
    assert len(deeds) == 1
    assert deeds.pop()[0] == 403
    letters = {"question": "ABCDEFGHJK"}
    assert {local.ask(f"{ROOT}/laptop/{device}/unlock", letters)[0] for device in (there.device, 88_888)} == {403}
    given = {"account": str(country.clerk), "role": "clerk"}
    assert {local.ask(f"{ROOT}/place/{place}/grant", given)[0] for place in (505, 999)} == {404}
    with country.centre.database.read() as connection:
        assert not Administration(connection, country.centre.tables, country.local, 0).may_administer(505)


def test_a_laptop_is_opened_over_the_telephone(country: Country, local: Client) -> None:
    laptop, question = country.laptop(), away.question(0, tickets.LETTERS[:9])
    assert country.centre.keys is not None
    status, body = local.ask(f"{ROOT}/laptop/{laptop.device}/unlock", {"question": question})
    scope = scope_id(504, Compartment.GENERAL)
    assert status == 200
    assert away.answer(country.centre.keys.scope_seed(scope, 0), laptop.device, question) in body
    assert local.ask(f"{ROOT}/laptop/{laptop.device}/unlock", {"question": "no letters"})[0] == 403


def test_a_laptop_is_entrusted_to_a_colleague_and_taken_from_her(country: Country, local: Client) -> None:
    laptop, hers = country.laptop(), {"account": str(country.clerk)}
    deed = f"{ROOT}/laptop/{laptop.device}"
    taking = f"{deed}/take-from"
    assert taking in local.ask(f"{ROOT}/place/504")[1]  # from who enrolled it
    assert local.ask(f"{deed}/entrust", hers)[0] == 303
    both = {laptop.author, country.clerk}
    assert _entrusted(country, laptop.device) == both
    offered = local.ask(f"{ROOT}/place/504")[1].split(f'action="{taking}"')[1:]
    assert all(
        f'value="{account}"' in form.split("</form>")[0] for account, form in zip(sorted(both), offered, strict=True)
    )
    assert local.ask(taking, hers)[0] == 303
    status, body = local.ask(taking, hers)
    assert (status, WORDS["not_entrusted"][0] in body) == (400, True)
    status, body = local.ask(f"{deed}/entrust", {"account": str(country.local)})  # who administers does not work there
    assert (status, WORDS["no_role_here"][0] in body) == (400, True)
    assert local.ask(f"{deed}/entrust", {"account": "x"})[0] == 400
    assert _entrusted(country, laptop.device) == {laptop.author}
    audited = local.ask(f"{ROOT}/audit?place=504")[1]
    assert all(WORDS[f"deed.{deed}"][0] in audited for deed in ("entrusted", "taken"))


def _entrusted(country: Country, device: int) -> set[int]:
    with country.centre.database.read() as connection:
        return set(Devices(connection, country.centre.tables).find(device).entrusted)


def test_no_administrator_rises_by_herself(country: Country, local: Client) -> None:
    for role in ("administrator", "ministry", "owner"):
        form = {"account": str(country.local), "role": role}
        assert local.ask(f"{ROOT}/place/504/grant", form)[0] in (400, 403)


def test_a_page_says_what_a_browser_may_do_with_it(local: Client) -> None:
    _, body = local.ask(ROOT)
    policy = local.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in body
    assert "style=" not in body
    assert local.headers["cache-control"] == "no-store"
    assert local.ask(f"{ROOT}/style-{style.NAME}.css")[0] == 200
    assert local.ask(f"{ROOT}/language/fr")[0] == 303
    assert local.headers["location"] == ROOT


def test_leaving_ends_a_session_in_every_process(country: Country, port: int) -> None:
    client = Client(port)
    assert client.signs_in(country.local) == 303
    with Serving(country.centre) as other:  # a second process knows nothing but the database
        copied = Client(other.port, dict(client.cookies))
        assert copied.ask(ROOT)[0] == 200
        assert client.ask(f"{ROOT}/sign-out", {})[0] == 303
        assert (copied.ask(ROOT)[0], copied.headers["location"]) == (303, f"{ROOT}/sign-in")


def test_an_auditor_looks_and_does_nothing(country: Country, port: int) -> None:
    with country.centre.database.write() as connection:
        by = Administration(connection, country.centre.tables, country.local, country.clock.now_ms())
        auditor = by.create_account(504, "مريم بناني", "Meryem Bennani")
        by.grant(Grant(auditor, 504, "auditor"))
        by.set_password(auditor, PASSWORD)
    client = Client(port)
    assert client.signs_in(auditor) == 303
    status, body = client.ask(f"{ROOT}/place/504")
    assert (status, re.findall(r'action="([^"]*)"', body)) == (200, [f"{ROOT}/sign-out"])
    assert client.ask(f"{ROOT}/audit?place=504")[0] == 200
    assert client.ask(f"{ROOT}/audit", {"place": "504"})[0] == 200
    for path in (f"{ROOT}/place/505", f"{ROOT}/audit?place=505", f"{ROOT}/reference"):
        assert client.ask(path)[0] == 404
    deeds = {"account": {"name_ar": "أ", "name_la": "A"}, "grant": {"account": "1", "role": "clerk"}, "code": {}}
    for deed, form in deeds.items():
        assert client.ask(f"{ROOT}/place/504/{deed}", {"account": str(country.clerk), **form})[0] == 403
    assert client.ask(f"{ROOT}/place/0/province", {"place": "101"})[0] == 403


def test_who_audits_the_nation_gets_no_password_from_a_province(country: Country, local: Client) -> None:
    with country.centre.database.write() as connection:
        by = Administration(connection, country.centre.tables, country.minister, country.clock.now_ms())
        auditor = by.create_account(504, "مريم بناني", "Meryem Bennani")
        by.grant(Grant(auditor, NATION, "auditor"))
    assert local.ask(f"{ROOT}/place/504/password", {"account": str(auditor)})[0] == 403


def test_a_province_its_administrator_and_her_password_are_made_here(country: Country, port: int) -> None:
    minister = Client(port)
    assert minister.signs_in(country.minister) == 303
    assert minister.ask(f"{ROOT}/place/0/province", {"place": "101"})[0] == 303
    assert minister.ask(f"{ROOT}/place/0/province", {"place": "101"})[0] == 403  # it exists
    assert minister.ask(f"{ROOT}/place/0/province", {"place": "9999"})[0] == 403
    assert minister.ask(f"{ROOT}/place/101/account", {"name_ar": "ليلى", "name_la": "Leila Tazi"})[0] == 303
    body = minister.ask(f"{ROOT}/place/101")[1]
    (account,) = set(re.findall(r'name="account" value="(\d+)"', body))
    assert minister.ask(f"{ROOT}/place/101/grant", {"account": account, "role": "administrator"})[0] == 303
    status, body = minister.ask(f"{ROOT}/place/101/password", {"account": account})
    drawn = re.search(r'class="code">([^<]*)<', body)
    assert (status, drawn is not None) == (200, True)
    assert drawn is not None
    hers = Client(port)
    assert hers.signs_in(int(account), drawn[1]) == 303
    assert hers.ask(f"{ROOT}/password", {"password": "wrong", "new": PASSWORD})[0] == 400
    assert hers.ask(f"{ROOT}/password", {"password": drawn[1], "new": "short"})[0] == 400
    assert hers.ask(f"{ROOT}/password", {"password": drawn[1], "new": PASSWORD})[0] == 303
    assert hers.ask(ROOT)[0] == 303  # her sessions are over
    assert hers.signs_in(int(account)) == 303


def test_a_school_and_its_closing_are_seen_before_they_are_published(country: Country, port: int) -> None:
    minister, local = Client(port), Client(port)
    assert (minister.signs_in(country.minister), local.signs_in(country.local)) == (303, 303)
    new = {"kind_of_rule": "school", "gresa": "98765Z", "name_ar": "مدرسة الأمل", "name_la": "École Al Amal"}
    closing = {"kind_of_rule": "school_change", "gresa": "98765Z", "status": "closed", "valid_from": "2027-09-01"}
    assert local.ask(f"{ROOT}/reference/publish", {**new, "province": "0504"})[0] == 404
    status, body = minister.ask(f"{ROOT}/reference/publish", closing)
    assert (status, WORDS["school_unknown"][0] in body) == (400, True)
    assert minister.ask(f"{ROOT}/reference/publish", new)[0] == 400  # of which province?
    assert minister.ask(f"{ROOT}/reference/publish", {**new, "province": "0504"})[0] == 303
    status, body = minister.ask(f"{ROOT}/reference/publish", {**new, "province": "0504"})
    assert (status, WORDS["school_known"][0] in body) == (400, True)
    status, body = minister.ask(f"{ROOT}/reference/preview", closing)
    assert status == 200
    for said in ("replaces", "choice.open", "choice.closed", "assigned"):
        assert WORDS[said][0] in body
    assert "01/09/2027" in body
    assert minister.ask(f"{ROOT}/reference/publish", closing)[0] == 303
    status, body = minister.ask(f"{ROOT}/reference?kind=school_change")
    assert (status, "98765Z" in body, WORDS["choice.closed"][0] in body) == (200, True, True)


def test_a_session_ends_by_time_by_leaving_and_by_a_new_password() -> None:
    sessions, now = Sessions(b"k" * 32), 1_000_000_000
    mine = sessions.begin(7, ("$argon2id$a", 3), now)
    cookie = sessions.cookie(mine, now)
    assert sessions.read(cookie, now + IDLE_MS) == mine
    assert sessions.read(cookie, now + IDLE_MS + 1) is None
    assert sessions.read(sessions.cookie(mine, now + WHOLE_MS), now + WHOLE_MS + 1) is None
    assert Sessions(b"other" * 8).read(cookie, now) is None
    kept = [("$argon2id$a", 3), ("$argon2id$b", 3), ("$argon2id$a", 4), (None, 3)]
    assert [sessions.holds(mine, *one) for one in kept] == [True, False, False, False]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(
        [f"{ROOT}/place/504/{deed}" for deed in ("account", "grant", "end-role", "code", "nothing")]
        + [
            f"{ROOT}/laptop/16/erased",
            f"{ROOT}/laptop/16/entrust",
            f"{ROOT}/laptop/16/take-from",
            f"{ROOT}/audit",
            f"{ROOT}/reference/preview",
            f"{ROOT}/sign-in",
        ]
    ),
    form=st.dictionaries(
        st.sampled_from(["account", "n", "role", "last_day", "place", "kind_of_rule", "value"]), st.text(max_size=30)
    ),
    raw=st.none() | st.binary(max_size=200),
)
def test_no_form_makes_it_fail(local: Client, path: str, form: dict[str, str], raw: bytes | None) -> None:
    status, _ = local.ask(path, form, raw)
    assert status in (200, 303, 400, 401, 403, 404, 429)


@given(st.text())
def test_no_value_becomes_markup(text: str) -> None:
    made = el("p", text, title=text)
    assert isinstance(made, Markup)
    assert made.count("<") == 2
    assert made.count(">") == 2


def test_each_word_is_there_in_both_languages_and_is_used() -> None:
    assert all(arabic and latin for arabic, latin in WORDS.values())
    sources = "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py") if path.name != "words.py")
    fields = [one for name in ABOUT for one in asked_fields(catalog.BY_NAME[name])]
    derived = {f"role.{role}" for role in ROLES} | {f"deed.{deed.value}" for deed in Deed}
    derived |= {f"kind.{name}" for name in ABOUT} | {f"field.{one.name}" for one in fields}
    in_words = [one for one in fields if one.name not in AS_WRITTEN]
    derived |= {f"choice.{choice}" for one in in_words for choice in one.choices if f"role.{choice}" not in WORDS}
    missing = {word for word in derived if word not in WORDS}
    unused = {word for word in WORDS if word not in derived and f'"{word}"' not in sources}
    assert (missing, unused) == (set(), set())
