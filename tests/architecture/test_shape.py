"""Files and functions stay short enough to be read at once, and say what they are for.

Each list of exceptions may only shrink: an entry that is no longer needed fails its test too.
"""

import ast

import pytest

from tests.architecture.sources import ROOT, functions_of, python_files, tree_of

FILE_LINES = 400
FUNCTION_LINES = 60
PUBLIC_METHODS = 15

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
WIDE_CLASSES: dict[str, str] = {}

# Names that say nothing about what is inside.
EMPTY_NAMES = ("util", "helper", "manager", "common", "misc")


def test_no_file_is_longer_than_its_ceiling() -> None:
    lengths = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in python_files()}
    too_long = {path: n for path, n in lengths.items() if n > FILE_LINES}
    assert too_long.keys() == LONG_FILES.keys(), (
        f"over {FILE_LINES} lines: give the file's second reason to exist a file of its own; {too_long}"
    )


def test_no_function_is_longer_than_its_ceiling() -> None:
    too_long = {}
    for path in python_files():
        for name, function in functions_of(path):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > FUNCTION_LINES:
                too_long[f"{path}::{name}"] = lines
    assert too_long.keys() == LONG_FUNCTIONS.keys(), (
        f"over {FUNCTION_LINES} lines: name its steps and make them functions; {too_long}"
    )


def test_no_class_offers_too_many_methods() -> None:
    wide = {}
    for path in python_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("Test"):
                methods = [
                    item.name
                    for item in node.body
                    if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef) and not item.name.startswith("_")
                ]
                if len(methods) > PUBLIC_METHODS:
                    wide[f"{path}::{node.name}"] = len(methods)
    assert wide.keys() == WIDE_CLASSES.keys(), f"over {PUBLIC_METHODS} public methods is two classes; {wide}"


@pytest.mark.parametrize("path", python_files())
def test_each_file_says_what_it_is_for(path: str) -> None:
    assert ast.get_docstring(tree_of(path)), f"{path}: the first line of a file says why it exists"


def test_names_of_files_say_what_is_inside() -> None:
    empty = [path for path in python_files() if any(word in path.rsplit("/", 1)[-1] for word in EMPTY_NAMES)]
    assert not empty, f"name what is inside instead: {empty}"


def test_each_folder_of_tests_is_a_package() -> None:
    folders = {path.rsplit("/", 1)[0] for path in python_files() if path.startswith("tests/")}
    missing = [folder for folder in folders if f"{folder}/__init__.py" not in python_files()]
    assert not missing, f"two test files of one name would collide without __init__.py in {missing}"
