"""`python -m tests.console.pictures --out FOLDER`: the console's pages in both languages as PNG."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from sync.server.console.view import ROOT
from sync.storage.rows import insert_all
from tests.console.browser import Browser
from tests.console.country import PASSWORD, RESOURCES, Country
from tests.server.serving import Serving

_PAGES = {
    "provinces": "",
    "place": "/place/504",
    "reference": "/reference",
    "audit": "/audit?place=504",
    "password": "/password",
}


def main(arguments: list[str]) -> int:
    """Take them."""
    parser = argparse.ArgumentParser(prog="python -m tests.console.pictures")
    parser.add_argument("--out", type=Path, default=Path("build/screenshots/console"))
    out: Path = parser.parse_args(arguments).out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="massar-console-") as name:
        folder = Path(name)
        fonts = folder / "data" / "fonts"
        shutil.copytree(RESOURCES / "fonts", fonts)
        country = Country(folder)
        _lived_in(country)
        with Serving(country.centre) as serving:
            for language in ("ar", "fr"):
                with Browser(folder / language, language, fonts=folder / "data") as browser:
                    _take(browser, serving.address, country, out / language)
        country.close()
    return 0


def _take(browser: Browser, address: str, country: Country, out: Path) -> None:
    browser.open(f"{address}{ROOT}/sign-in")
    browser.picture(out.with_name(f"{out.name}-door.png"))
    browser.type("[name=account]", str(country.minister))
    browser.type("[name=password]", PASSWORD)
    browser.click("main button")
    for name, path in _PAGES.items():
        browser.open(f"{address}{ROOT}{path}")
        browser.picture(out.with_name(f"{out.name}-{name}.png"))
    browser.open(f"{address}{ROOT}/reference?kind=limit")
    browser.click("details:has(form[action$='/preview']) > summary")
    for field, text in {"act": "AB-DEP", "name": "notice_days", "value": "10"}.items():
        browser.type(f"[name={field}]", text)
    browser.run("document.querySelector('[name=valid_from]').value = '2027-01-01'")
    browser.run("document.querySelector('[name=unit]').value = 'days'")
    browser.picture(out.with_name(f"{out.name}-new-rule.png"))
    browser.click("form[action$='/preview'] button")
    browser.sees("7", "td:nth-child(2)")
    browser.picture(out.with_name(f"{out.name}-preview.png"))


def _lived_in(country: Country) -> None:
    """Laptops that were heard of, one that was lost, a conflict, something refused."""
    centre, now = country.centre, country.clock.now_ms()
    laptops = [country.laptop(place) for place in (504, 504, 505)]
    person, hired = laptops[0].hires(surname_ar="العلوي", ppr="1234567")
    laptops[0].sends(centre, hired)
    laptops[0].sends(centre, laptops[0].corrects(person + 99, surname_ar="لا أحد"))
    t, tables = centre.tables.directory.device, centre.tables
    days = 86_400_000
    with centre.database.write() as connection:
        for laptop, ago in zip(laptops, (0, 3 * days, 60 * days), strict=True):
            seen = t.update().where(t.c.number == laptop.device)
            connection.execute(seen.values(seen_ms=now - ago, schema=1))
        lost = t.update().where(t.c.number == laptops[1].device)
        connection.execute(lost.values(revoked_ms=now, erase_ms=now))
        held = {"place": 504, "device": laptops[1].device, "lane": 0, "n": 1, "record": b"", "hash": b"", "arrival": 1}
        insert_all(connection, tables.operation, [{**held, "state": "held", "problems": "[]", "received_ms": now}])
        conflict = {"scope": 5040, "id": 1 << 33, "dossier": person, "extra": b"", "about_kind": "employee"}
        insert_all(connection, tables.records.records["conflict"], [conflict])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
