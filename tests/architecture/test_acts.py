"""Adding an act is one file and one line in the catalogue: what a file without its line would break is said here."""

import ast
from pathlib import Path

from sync.domain import catalog
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.ids import Compartment
from sync.practice.rules import rule_rows
from tests.architecture.sources import ROOT

FOLDER = ROOT / "sync" / "domain" / "acts"
ACTS = [cls for cls in catalog.ACTS if issubclass(cls, AdministrativeAct)]


def _declares_an_act(path: Path) -> bool:
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return any(isinstance(call.func, ast.Name) and call.func.id == "act" for call in calls)


def test_every_file_of_acts_declares_one_that_the_catalogue_lists() -> None:
    files = {path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"}
    assert {path.stem for path in FOLDER.glob("*.py") if _declares_an_act(path)} == files
    listed = {cls.__module__.rsplit(".", 1)[-1] for cls in catalog.ACTS}
    assert listed == files, "add a line to ACTS in sync/domain/catalog.py"


def test_every_act_has_a_code_of_its_own() -> None:
    codes = [cls.CODE for cls in catalog.ACTS]
    assert len(set(codes)) == len(codes)


def test_somebody_is_published_to_decide_every_act() -> None:
    decided = {row.get("act") for row in rule_rows(ROOT / "resources") if row.kind == "delegation"}
    assert {cls.CODE for cls in ACTS} - decided == set(), "add a line to resources/reference/delegation.csv"


def test_health_leave_is_confidential_and_shapes_nothing_that_is_general() -> None:
    confidential = [cls for cls in ACTS if cls.KIND.compartment is Compartment.CONFIDENTIAL]
    assert {cls.CODE for cls in confidential} == {"SK-ST", "SK-MT", "SK-LT", "SK-WK"}
    assert all(cls.shape is AdministrativeAct.shape for cls in confidential)
