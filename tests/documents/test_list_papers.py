"""Lists on paper: every line of a day, a slip, a school, with the longest names, over several pages, and empty."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from massar_desktop.documents.list_papers import ListPaper, journal_paper, school_paper, slip_paper
from massar_desktop.documents.typesetting import pdf
from massar_desktop.queries.census import CensusLine
from massar_desktop.queries.day_journal import JournalLine
from massar_desktop.queries.named import Named
from massar_desktop.queries.reference import Reference
from massar_desktop.queries.registry import RegisteredAct, Slip
from massar_desktop.system.locale import LANGUAGES, Language
from sync.domain.record import Row
from tests.documents.extreme import OFFICE

LONG = Named("فاطمة الزهراء آيت عبد الرحمن المنصوري الإدريسي", "AIT ABDERRAHMANE EL MANSOURI Fatima-Zahra", "1234567")
LINES = 60


@pytest.fixture(autouse=True)
def qt(qtbot: QtBot) -> None:
    """Words need Qt."""


def pages_of(made: ListPaper, language: Language) -> list[str]:
    """What a reader of the PDF finds on each page."""
    (template,) = made.offered
    content = pdf(made.paper(template, language))
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def journal(count: int) -> ListPaper:
    """A day with so many entries."""
    lines = [
        JournalLine(5, "annual_leave", n, f"{n}/2026", "refuse", f"D-{n}", "سبب الرفض طويل", ("نادية", "Nadia"), LONG)
        for n in range(count)
    ]
    return journal_paper("2026-11-23", lines, OFFICE)


def slip(count: int) -> ListPaper:
    """A slip with so many files."""
    lines = [
        RegisteredAct(5, "tenure", n, f"{n}/2026", papers=("aptitude_result", "commission_minutes"), named=LONG)
        for n in range(count)
    ]
    return slip_paper(Slip("118/2026", "2026-11-23", tuple(lines)), OFFICE)


def school(count: int) -> ListPaper:
    """A school with so many people, every second counted."""
    counted = Row("presence_census", 1, 5, 9030, {"found": "tasked_elsewhere"})
    lines = [CensusLine(n, LONG, "JB123456", {"cadre": "PEP"}, counted if n % 2 else None) for n in range(count)]
    known = Reference({("cadre", "PEP"): ("أستاذ التعليم الابتدائي", "Professeur")}, {"12345A": ("مدرسة", "École")})
    return school_paper((2026, "12345A"), lines, known, OFFICE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("make", "number"),
    [(journal, "59/2026"), (slip, "118/2026"), (school, "12345A")],
    ids=["journal", "slip", "school"],
)
def test_a_list_runs_over_pages_with_its_header_and_says_when_it_is_empty(
    make: Callable[[int], ListPaper], number: str, language: Language
) -> None:
    pages = pages_of(make(LINES), language)
    assert len(pages) > 1
    assert number in " ".join(pages)
    assert sum(page.count("1234567") for page in pages) == LINES
    assert "PPR" in pages[1] or language == "ar"
    assert len(pages_of(make(0), language)) == 1


def test_an_academy_prints_a_slip_again_as_a_copy_in_the_name_of_who_sent_it() -> None:
    office = replace(OFFICE, academy=True, directorate=("أكاديمية بني ملال - خنيفرة", "Béni Mellal-Khénifra"))
    hers = replace(LONG, province=("خنيفرة", "Khénifra"))
    line = RegisteredAct(5, "tenure", 1, "1/2026", papers=("commission_minutes",), named=hers)
    (page,) = pages_of(slip_paper(Slip("118/2026", "2026-11-23", (line,)), office), "fr")
    assert "direction provinciale de Khénifra" in page
    assert "directeur(trice) provincial(e)" not in page
    (page,) = pages_of(slip_paper(Slip("118/2026", "2026-11-23", ()), office), "fr")
    assert "direction provinciale de" not in page
    assert page.count("académie") > 2
