"""Every word of the domain exists in Arabic and French, and every sentence says what to do."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import sync
from massar_desktop.system import wording
from massar_desktop.system.locale import Language
from massar_desktop.system.resources import resource
from sync.domain import catalog, fields
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import FieldKind
from sync.domain.operation import Verb

SYNC = Path(sync.__file__).parent
SAYERS = {"error", "missing", "warning", "Malformed", "say"}
"""Calls whose first argument is the code of a problem, and `problem` of a limit."""


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an argument can be: a constant, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _codes_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            of_limit = isinstance(node.func, ast.Attribute) and node.func.attr == "problem"
            if name in SAYERS or of_limit:
                yield from _texts(node.args[0])
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith("_malformed"):
            yield node.value.lstrip("_")


def problem_codes() -> list[str]:
    """Every code that the domain or the centre can say, found in the sources."""
    kinds = [value for value in vars(fields).values() if isinstance(value, FieldKind)]
    found = {f"{kind.name}_malformed" for kind in kinds}
    for folder in ("domain", "server"):
        for path in (SYNC / folder).rglob("*.py"):
            found |= {code for code in _codes_of(path) if code != "malformed" or folder == "server"}
    return sorted(found)


def _lacks(context: str, keys: list[str]) -> list[str]:
    return [key for key in keys if QCoreApplication.translate(context, key) in (key, "")]


def test_every_field_has_a_label(language: Language) -> None:
    keys = [wording.field_key(kind.name, field.name) for kind in catalog.KINDS for field in kind.fields]

    assert _lacks("field", keys) == []


def test_every_group_of_a_clerks_fields_has_a_label(language: Language) -> None:
    groups = [
        wording.field_key(kind.name, field.group)
        for kind in catalog.KINDS
        for field in kind.form_fields
        if field.group is not None
    ]

    assert _lacks("field", groups) == []


def test_every_section_and_kind_has_a_label(language: Language) -> None:
    sections = [field.section for kind in catalog.KINDS for field in kind.fields]

    assert _lacks("section", sections) == []
    assert _lacks("kind", [kind.name for kind in catalog.KINDS]) == []


def test_every_choice_has_a_label(language: Language) -> None:
    keys = [
        f"{wording.field_key(kind.name, field.name)}.{choice}"
        for kind in catalog.KINDS
        for field in kind.fields
        for choice in field.choices
    ]

    assert len(keys) > 50
    # The letter of a zone is the same letter in French.
    zones = {key for key in keys if "zone." in key} if language == "fr" else set()
    assert set(_lacks("choice", keys)) <= zones


def test_the_scan_finds_the_codes_of_the_sources() -> None:
    codes = problem_codes()

    for expected in ("written_by_acts_only", "written_by_centre_only", "day_impossible", "rib_key_wrong", "malformed"):
        assert expected in codes
    assert {"ppr_malformed", "partial_day_malformed", "number_stands_twice", "tenured_before_recruited"} <= set(codes)


def test_every_problem_has_a_sentence(language: Language) -> None:
    assert _lacks("problem", problem_codes()) == []


def test_every_paper_of_an_act_has_a_name(language: Language) -> None:
    acts = [cls for cls in catalog.ACTS if issubclass(cls, AdministrativeAct)]

    assert _lacks("paper", [paper for cls in acts for paper in cls.PAPERS]) == []


def test_every_verb_and_verdict_has_a_word(language: Language) -> None:
    verdicts = ["open", "sealed", "doubtful", "applied", "merged", "conflict", "irregular", "rejected", "held"]

    assert _lacks("verb", [verb.name for verb in Verb]) == []
    assert _lacks("verdict", verdicts) == []


@pytest.mark.parametrize(
    ("problem", "part"),
    [
        (error("too_long", "city", limit=200), "200"),
        (error("rib_key_wrong", "rib", expected="21"), "21"),
        (warning("recruited_young", "recruited_on", years=18), "18"),
        (warning("code_unknown", "nationality", value="XX"), "XX"),
        (error("opening_situation_exists", "source", source="massir"), "massir"),
        (error("overlaps_leave", "from_on", first="2026-10-05", last="2026-10-09"), "09/10/2026"),
    ],
)
def test_the_parameters_of_a_problem_stand_in_its_sentence(language: Language, problem: Problem, part: str) -> None:
    sentence = wording.problem_text(problem)

    assert part in sentence
    assert "{" not in sentence


def test_a_code_of_a_newer_centre_is_shown_with_what_to_do(language: Language) -> None:
    assert "not_known_yet" in wording.code_text("not_known_yet")
    assert wording.code_text("not_known_yet") != "not_known_yet"


def test_values_read_as_a_person_reads_them(language: Language) -> None:
    employee, situation = catalog.BY_NAME["employee"], catalog.BY_NAME["situation"]
    female = {"ar": "أنثى", "fr": "Féminin"}[language]
    labels = {("cadre", "PEP"): "أستاذ التعليم الابتدائي"}

    assert wording.value_text("employee", employee.by_name["sex"], "F") == female
    assert wording.value_text("employee", employee.by_name["birth_date"], "1975-03-00") == "\u206603/1975\u2069"
    assert wording.value_text("situation", situation.by_name["cadre"], "PEP", labels) == "أستاذ التعليم الابتدائي"
    assert wording.value_text("situation", situation.by_name["cadre"], "OLD", labels) == "OLD"
    assert wording.value_text("employee", employee.by_name["phone"], None) == ""


@pytest.mark.parametrize("name", ["labels", "people"])
@pytest.mark.parametrize("language_code", ["ar", "fr"])
def test_no_translation_is_unfinished(name: str, language_code: str) -> None:
    source = resource("translations", f"{name}_{language_code}.ts").read_text(encoding="utf-8")

    assert "unfinished" not in source
    assert "<translation></translation>" not in source
    assert "<numerusform></numerusform>" not in source
