"""Every paper of every act in both languages, at its fullest and its barest; whose name is under a letter."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from massar_desktop.documents.act_papers import GENERAL, RECEIPT, REFUSAL, ActPapers
from massar_desktop.documents.paper import Paper, title_of
from massar_desktop.documents.typesetting import TemplateError, pdf
from massar_desktop.system.locale import LANGUAGES, Language
from massar_desktop.system.resources import resource
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.lifecycle import Level, Role
from sync.domain.signature import Signature
from tests.documents.extreme import DECISION, LENT, NUMBER, acts, barest, worst

ACTS = acts()
BY_CODE = {cls.CODE: cls for cls in ACTS}


@pytest.fixture(autouse=True)
def qt(qtbot: QtBot) -> None:
    """Words need Qt."""


def text_of(paper: Paper) -> str:
    """What a reader of the PDF finds in it."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(paper))).pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cls", ACTS, ids=[cls.CODE for cls in ACTS])
def test_each_letter_of_each_act_bears_its_numbers(cls: type[AdministrativeAct], language: Language) -> None:
    facts = worst(cls)
    letters = [name for name in ActPapers(facts).offered if name != RECEIPT]
    assert letters
    for template in letters:
        text = text_of(ActPapers(facts).paper(template, language))
        assert DECISION in text or NUMBER in text, template
        assert "1234567" in text, template


@pytest.mark.parametrize("cls", ACTS, ids=[cls.CODE for cls in ACTS])
def test_a_receipt_bears_the_provisional_number_and_nothing_needs_to_be_known(cls: type[AdministrativeAct]) -> None:
    facts = barest(cls)
    assert "B-42" in text_of(ActPapers(facts).paper(RECEIPT, "fr"))
    for template in ActPapers(facts).offered:
        pdf(ActPapers(facts).paper(template, "ar"))


def test_each_template_of_the_folder_is_a_paper_that_some_act_has() -> None:
    there = {f"letters/{path.stem}" for path in resource("templates", "letters").glob("*.typ")}
    asked = {name for cls in ACTS for name in ActPapers(worst(cls)).offered} | {REFUSAL, f"letters/{GENERAL}"}
    assert there == asked - {RECEIPT}
    assert [name for name in (*there, RECEIPT) for language in LANGUAGES if title_of(name, language) in name] == []


def test_a_refusal_says_why() -> None:
    facts = worst(BY_CODE["LV-ANN"])
    step = replace(facts.steps[0], values={**facts.steps[0].values, "step": "refuse", "remark": "Effectif insuffisant"})
    row = replace(facts.row, values={**facts.row.values, "decision": "refused", "state": "refused"})
    refused = replace(facts, row=row, steps=(step,))
    assert ActPapers(refused).offered == (REFUSAL, RECEIPT)
    assert "Effectif insuffisant" in text_of(ActPapers(refused).paper(REFUSAL, "fr"))


@pytest.mark.parametrize(
    ("signature", "words"),
    [
        (LENT, ("Pour le (la) directeur(trice) de l", "provincial(e)", "par délégation de signature")),
        (Signature(Level.PROVINCE, Role.DIRECTOR), ("Le (la) directeur(trice) provincial(e) de Chtouka",)),
        (Signature(Level.AREF, Role.AREF, interim=True), ("Le (la) directeur(trice) de l", "par intérim")),
    ],
)
def test_a_lent_signature_leaves_the_act_to_the_level_above(signature: Signature, words: tuple[str, ...]) -> None:
    paper = ActPapers(worst(BY_CODE["LV-ANN"], signature)).paper("letters/annual_leave", "fr")
    text = " ".join(text_of(paper).split())
    assert all(word in text for word in words)
    assert ("par délégation de signature" in text) is signature.lent
    assert ("par intérim" in text) is signature.interim


def test_what_is_not_decided_is_a_draft_and_practice_says_so() -> None:
    cls = BY_CODE["PO-DIS"]
    undecided = text_of(ActPapers(barest(cls)).paper("letters/availability_order", "fr"))
    assert "Projet de décision" in undecided
    assert "Aucun échange" in undecided
    assert "Exercice" not in undecided
    decided = text_of(ActPapers(worst(cls)).paper("letters/availability_order", "fr"))
    assert "Exercice" in decided
    assert "Projet" not in decided
    assert "Données arrêtées au" in decided


def test_a_value_that_a_template_wants_is_never_left_out_in_silence() -> None:
    paper = ActPapers(worst(BY_CODE["LV-ANN"])).paper("letters/annual_leave", "ar")
    lacking = {name: what for name, what in paper.values.items() if name != "signing"}
    with pytest.raises(TemplateError, match="signing"):
        pdf(replace(paper, values=lacking))
