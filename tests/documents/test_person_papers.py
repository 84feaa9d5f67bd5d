"""Certificates of a person: each in both languages, a career of many lines, somebody who left, somebody unknown."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from massar_desktop.documents.paper import title_of
from massar_desktop.documents.person_papers import SERVICES, SHEET, WORK, PersonPapers
from massar_desktop.documents.typesetting import pdf
from massar_desktop.queries.asking import Asker
from massar_desktop.queries.person_paper_facts import PersonFacts, person_facts
from massar_desktop.queries.reference import Reference
from massar_desktop.system.locale import LANGUAGES, Language
from massar_desktop.system.resources import resource
from sync.domain.fields import Value
from sync.domain.leave_count import Balance
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.domain.situation import Span
from tests.documents.extreme import OFFICE, worst_person
from tests.exchange.scans import attach, scan
from tests.exchange.world import World

KNOWN = Reference({("grade", "G2"): ("الدرجة الثانية", "Deuxième grade")}, {"12345A": ("مدرسة الأطلس", "École Atlas")})


@pytest.fixture(autouse=True)
def qt(qtbot: QtBot) -> None:
    """Words need Qt."""


def text_of(papers: PersonPapers, template: str, language: Language) -> str:
    """What a reader of the PDF finds in it."""
    pages = PdfReader(io.BytesIO(pdf(papers.paper(template, language)))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def served(*spans: tuple[str, str, dict[str, Value]], **now: Value) -> PersonPapers:
    """Somebody with this career and these facts today."""
    career = tuple(Span(first, last, facts) for first, last, facts in spans)
    facts = PersonFacts(OFFICE, worst_person(), now, career, (Balance(2026, 22, 5), Balance(2025, 22, 22)), KNOWN)
    return PersonPapers(facts)


def test_each_certificate_of_the_folder_is_offered_and_set_in_both_languages() -> None:
    papers = served(("2014-09-01", "", {"school": "12345A", "grade": "G2"}), school="12345A", recruited_on="2014-09-01")
    files = {f"certificates/{path.stem}" for path in resource("templates", "certificates").glob("*.typ")}
    assert set(papers.offered) == files - {"certificates/certificate"}
    for template in papers.offered:
        for language in LANGUAGES:
            assert "1234567" in text_of(papers, template, language)
            assert title_of(template, language) not in template


def test_an_academy_prints_what_is_held_under_its_own_head_and_no_certificate_of_a_directorate() -> None:
    papers = served(("2014-09-01", "", {"school": "12345A", "grade": "G2"}), school="12345A")
    there = PersonPapers(replace(papers.facts, office=replace(OFFICE, academy=True)))
    assert there.offered == (SHEET,)
    assert "Direction provinciale" in text_of(papers, SHEET, "fr")
    assert "Direction provinciale" not in text_of(there, SHEET, "fr")
    assert "Académie régionale" in text_of(there, SHEET, "fr")


def test_who_left_served_until_then_and_who_works_serves_to_this_day() -> None:
    assert "toujours en fonction" in text_of(served(school="12345A"), WORK, "fr")
    gone = text_of(served(left_on="2025-09-01"), WORK, "fr")
    assert "1 septembre 2025" in gone
    assert "toujours" not in gone


def test_services_are_counted_and_a_leave_begins_no_line() -> None:
    school: dict[str, Value] = {"school": "12345A", "grade": "G2", "position": "activity"}
    text = text_of(
        served(
            ("2014-09-01", "2019-12-31", school),
            ("2020-01-01", "2020-01-10", {**school, "leave": "LV-ANN"}),
            ("2020-01-11", "2022-08-31", school),
            ("2022-09-01", "", {**school, "position": "detachment"}),
        ),
        SERVICES,
        "fr",
    )
    assert "01/09/2014 31/08/2022" in text
    assert "01/09/2022 à ce jour" in text
    assert "12 ans, 2 mois et 22 jours" in text


def test_of_somebody_of_whom_nothing_is_known_every_paper_can_be_filled_in_by_hand() -> None:
    nobody = PersonPapers(PersonFacts(OFFICE, Row("employee", 5, 5, 9030, {}), {}, (), (), Reference()))
    for template in nobody.offered:
        pdf(nobody.paper(template, "ar"))


def test_the_sheet_says_all_that_is_held_and_the_confidential_part_only_by_role(tmp_path: Path) -> None:
    world = World(tmp_path)
    try:
        office = world.office(confidential=True)
        office.hires(surname_la="Bennani", first_name_la="Souad", phone="+212661000001")
        person = office.rows("employee")[0]
        office.corrects(person.id, phone="+212661000002")
        attach(office, person.id, scan(4_000), title="Attestation de travail")
        attach(office, person.id, scan(4_100, 2), title="Certificat secret", confidential=True)
        for kind, words in (("note", "appeler l'école"), ("confidential_note", "note réservée")):
            row = office.replica.new_rows(1)[0]
            fields: dict[str, Value] = {"employee": person.id, "text": words, "written_by": office.author}
            office.record(Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=person.id, fields=fields))
        identity, today = office.replica.identity, office.replica.today()
        stranger = office.author + 999  # an account without the role
        told = {}
        for name, account in (("all", office.author), ("less", stranger)):
            with office.replica.database.read() as connection:
                papers = PersonPapers(person_facts(connection, Asker(identity, account, today), person.id))
            told[name] = text_of(papers, SHEET, "fr")
    finally:
        world.close()

    for told_to_both in ("appeler l'école", "Attestation de travail", "loi 09-08", "Destinataires"):
        assert told_to_both in told["all"]
        assert told_to_both in told["less"]
    assert "661000001" in told["less"].replace(" ", "")  # what stood before stands in the history
    for secret in ("note réservée", "Certificat secret"):
        assert secret in told["all"]
        assert secret not in told["less"]
