"""An administrator's morning in a real browser, in both languages: one sign-in, each page, each deed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.console.view import ROOT
from tests.console.browser import Browser
from tests.console.country import PASSWORD, Country
from tests.server.serving import Serving

PAGE_BYTES = 50_000


@pytest.fixture
def country(tmp_path: Path) -> Iterator[Country]:
    """The small country."""
    made = Country(tmp_path)
    yield made
    made.close()


def signed_in(browser: Browser, address: str, account: int) -> None:
    """Go through the door."""
    browser.open(f"{address}{ROOT}")
    browser.type("[name=account]", str(account))
    browser.type("[name=password]", PASSWORD)
    browser.click("main button")


def test_an_administrator_s_morning(country: Country, tmp_path: Path) -> None:
    laptop = country.laptop()
    laptop.sends(country.centre, laptop.hires(surname_ar="العلوي")[1])
    with Serving(country.centre) as serving, Browser(tmp_path) as browser:
        signed_in(browser, serving.address, country.minister)
        _looks(browser, serving.address)
        browser.click("a[lang=fr]")
        browser.sees("Directions provinciales", "html[dir=ltr] h1")
        _manages(browser, country, laptop.device)
        _opens_an_academy(browser, serving.address)
        _publishes(browser)
        browser.click("nav a[href$='/audit']")
        browser.click("form[action$='/audit'] button")
        browser.sees("intacte")
        browser.sees("référentiel publié")
        browser.click("form[action$='/sign-out'] button")
        browser.open(f"{serving.address}{ROOT}")
        browser.sees("Se connecter", "h1")
    with country.centre.database.read() as connection:
        limits = country.centre.tables.records.records["limit"]
        rows = connection.execute(limits.select().where(limits.c.valid_from == "2027-01-01")).all()
    assert [(row.act, row.value, row.unit) for row in rows] == [("AB-DEP", 23, "days")]


def _looks(browser: Browser, here: str) -> None:
    """Provinces in Arabic; a small page, all of it from this centre, and a cookie that no script reads."""
    browser.sees("تارودانت")
    browser.sees("العيون")
    browser.sees("المديريات", "html[dir=rtl] h1")
    cookie = browser.cookies()["massar_console"]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    loaded = browser.run("performance.getEntriesByType('resource').map(e => e.name)")
    assert all(one.startswith(here) for one in loaded)
    weight = browser.run("performance.getEntriesByType('navigation')[0].encodedBodySize")
    assert 0 < weight < PAGE_BYTES


def _manages(browser: Browser, country: Country, device: int) -> None:
    """A new account, a code for a laptop, a laptop entrusted to one more person and revoked."""
    browser.click("a[href$='/place/504']")
    browser.sees("Taroudannt", "h1")
    browser.click("details:has(form[action$='/account']) > summary")
    browser.type("[name=name_ar]", "فاطمة أملال")
    browser.type("[name=name_la]", "Fatima Amlal")
    browser.click("form[action$='/account'] button")
    browser.sees("Fatima Amlal")
    browser.click(f"form[action$='/code']:has([name=account][value='{country.clerk}']) button")
    browser.sees("72 heures")
    assert len(browser.text(".code").replace(" ", "")) == 10
    browser.click(f"details:has(form[action$='/{device}/entrust']) > summary")
    browser.run(f"document.querySelector('[name=account]:is(select)').value = '{country.clerk}'")
    browser.click(f"form[action$='/{device}/entrust'] button")
    browser.sees("Souad Ait Ali", f"details:has(form[action$='/{device}/take-from'] [value='{country.clerk}']) summary")
    browser.click(f"details:has(form[action$='/{device}/revoke']) > summary")
    browser.click(f"form[action$='/laptop/{device}/revoke'] button")
    browser.sees("révoqué")


def _opens_an_academy(browser: Browser, here: str) -> None:
    """A region's academy is made known, and its manager gets a code for her laptop."""
    browser.open(f"{here}{ROOT}")
    browser.click("a[href$='/place/500']")
    browser.click("details:has(form[action$='/academy']) > summary")
    browser.type("form[action$='/academy'] [name=name_ar]", "أكاديمية سوس")
    browser.type("form[action$='/academy'] [name=name_la]", "AREF Souss")
    browser.click("form[action$='/academy'] button")
    browser.sees("Académie", "a[href$='/place/5500']")
    browser.click("a[href$='/place/5500']")
    browser.sees("AREF Souss", "h1")
    browser.click("details:has(form[action$='/account']) > summary")
    browser.type("[name=name_ar]", "رشيدة بناني")
    browser.type("[name=name_la]", "Rachida Bennani")
    browser.click("form[action$='/account'] button")
    browser.sees("Rachida Bennani")
    browser.click("details:has(form[action$='/grant']) > summary")
    browser.run("document.querySelector('[name=role]').value = 'aref'")
    browser.click("form[action$='/grant'] button")
    browser.sees("AREF", "td .chip")
    browser.click("form[action$='/code'] button")
    browser.sees("72 heures")


def _publishes(browser: Browser) -> None:
    """A limit from a day on, seen before it is published."""
    browser.click("nav a[href$='/reference']")
    browser.click("details:has(form[action$='/preview']) > summary")
    browser.run("document.querySelector('[name=valid_from]').value = '2027-01-01'")
    for name, text in {"act": "AB-DEP", "name": "notice_days", "value": "23"}.items():
        browser.type(f"[name={name}]", text)
    browser.run("document.querySelector('[name=unit]').value = 'days'")
    browser.click("form[action$='/preview'] button")
    browser.sees("Remplace")
    browser.sees("01/01/2027")
    browser.click("form[action$='/publish'] button")
    browser.sees("Publié")
