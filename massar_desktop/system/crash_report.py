"""What may be written about an error: its type and the places in the code, never a value of a file.

The message of an exception often quotes what it stumbled over ("invalid date 'Fatima'"), so messages, arguments and
local variables stay out of reports and logs.
"""

from __future__ import annotations

import logging
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from traceback import walk_tb
from typing import Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

OUR_CODE: Final = ("massar_desktop", "sync", "tests")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'|«[^»]*»")
_FILE_LINE: Final = re.compile(r'File "([^"]*)"')
_DEEPEST: Final = 8
"""Causes of causes that are told."""


@dataclass(frozen=True, slots=True)
class Report:
    """An error that may be shown to a stranger. ``place`` is where it was raised, as "file:line"."""

    kind: str
    place: str
    text: str


def report_on(error: BaseException, when: datetime | None = None) -> Report:
    """Return the report on an error; ``when`` is its moment, by default now."""
    moment = when or datetime.now(UTC)
    stack = list(stack_of(error))
    place = stack[-1].split(" in ")[0].strip() if stack else "?"
    lines = [
        "Massar Desktop: report on an unexpected error",
        "It holds no name and no value of any file.",
        "",
        f"when: {moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC",
        *facts(),
        "",
        *told(error),
    ]
    return Report(type_name(error), place, "\n".join(lines) + "\n")


def facts() -> list[str]:
    """Return the versions an error may depend on."""
    from importlib import metadata  # with the e-mail parser behind it: not before the first paint

    try:
        version = metadata.version("massar-desktop")
    except metadata.PackageNotFoundError:  # an installed bundle without its metadata
        version = "unknown"
    return [
        f"massar-desktop {version}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}, {sys.platform}",
    ]


def told(error: BaseException) -> list[str]:
    """Return an error and its causes as lines of types and places."""
    lines: list[str] = []
    seen: BaseException | None = error
    for _ in range(_DEEPEST):
        if seen is None:
            break
        lines += [f"{'caused by ' if lines else ''}{type_name(seen)}", *stack_of(seen)]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return lines


def type_name(error: BaseException) -> str:
    """Return the type of an error with its module."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def stack_of(error: BaseException) -> Iterator[str]:
    """Yield "  file:line in function" from the outermost call to where the error was raised."""
    for frame, line in walk_tb(error.__traceback__):
        yield f"  {short_path(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}"


def short_path(path: str) -> str:
    """Return a file of the program without the folders before it: they may hold a person's name."""
    parts = PurePath(path.replace("\\", "/")).parts
    for start, part in enumerate(parts):
        if part in OUR_CODE and start + 1 < len(parts):
            return "/".join(parts[start:])
        if part == "site-packages":
            return "/".join(parts[start + 1 :])
    return parts[-1] if parts else "?"


def without_quotes(text: str) -> str:
    """Return a message of the toolkit without what it quotes."""
    return _QUOTED.sub("…", text)


def without_folders(dump: str) -> str:
    """Return the stacks that a hard crash left, with short paths."""
    return _FILE_LINE.sub(lambda found: f'File "{short_path(found[1])}"', dump)


class LogLine(logging.Formatter):
    """One line for a record of our own code, only its place for anybody else's; errors without their messages."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the stack of an error under it."""
        moment = datetime.fromtimestamp(record.created, UTC)
        ours = record.name.split(".")[0] in OUR_CODE
        said = record.getMessage() if ours else f"{short_path(record.pathname)}:{record.lineno}"
        lines = [f"{moment:%Y-%m-%d %H:%M:%S} {record.levelname} {record.name}: {said}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += told(record.exc_info[1])
        return "\n".join(lines)
