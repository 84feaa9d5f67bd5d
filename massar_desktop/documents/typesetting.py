"""Sets a paper: a template and its values become a PDF, or pictures of its pages.

typst shapes Arabic, mirrors tables and writes a text that can be searched (docs/adr/0025). It reads nothing outside
resources/templates and the bundled fonts. It works in a process of its own (typesetter.py), which ends when no paper
was wanted for a while: memory that the app does not hold all day (docs/adr/0051). Called off the UI thread: a page
takes 20 to 300 ms, the first after a rest some 100 more.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from threading import Lock, Timer
from typing import Final

from massar_desktop.documents.paper import Paper
from massar_desktop.documents.typesetter import read_part, write_part
from massar_desktop.system.memory import give_back

SCREEN_DPI: Final = 110
PRINT_DPI: Final = 300
REST_S: Final = 1.0
"""The process ends when nothing was asked of it for so long."""
_MOST_S: Final = 300.0
"""No paper takes so long: whatever does is given up."""
_END_S: Final = 5.0


class TemplateError(RuntimeError):
    """A paper that cannot be set: its template names a value that it was not given, or cannot be read; a fault of the
    program. Or the process that sets it ended, twice.
    """

    code = "paper_not_made"


def prepare() -> None:
    """Start what sets papers: one will be wanted soon. It returns at once."""
    _TYPESETTER.prepare()


def pdf(paper: Paper) -> bytes:
    """The paper as a PDF; TemplateError when its template and its values do not fit."""
    (only,) = _set(paper, "pdf", None)
    return only


def pictures(paper: Paper, dpi: int = SCREEN_DPI) -> list[bytes]:
    """The pages as PNG pictures; TemplateError when its template and its values do not fit."""
    return _set(paper, "png", dpi)


def drawn(source: str, inputs: Mapping[str, str], dpi: int) -> list[bytes]:
    """The pages of a source of our own as PNG pictures; TemplateError when it cannot be set."""
    return _TYPESETTER.ask({"text": source, "inputs": dict(inputs), "format": "png", "dpi": dpi})


def _set(paper: Paper, form: str, dpi: int | None) -> list[bytes]:
    values = {**paper.values, "language": paper.language, "title": paper.title, "template": paper.template}
    inputs = {"data": json.dumps(values, ensure_ascii=False)}
    asked = {"template": paper.template, "inputs": inputs, "format": form, "dpi": dpi}
    try:
        pages = _TYPESETTER.ask(asked)
    except TemplateError as wrong:
        raise TemplateError(f"{paper.template}: {wrong}") from wrong
    if not pages:
        raise TemplateError(f"{paper.template}: nothing was made")
    return pages


class Typesetter:
    """The process that sets papers, one at a time: started when it is wanted, ended after a rest."""

    def __init__(self, rest_s: float = REST_S) -> None:
        self._rest_s = rest_s
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._used = 0.0

    def prepare(self) -> None:
        """Start it where it rests."""
        with self._one_at_a_time:
            self._started()

    def ask(self, asked: Mapping[str, object]) -> list[bytes]:
        """The pages of what is asked (typesetter.py). Where the process ends it is asked once more of a new one.

        Raises TemplateError.
        """
        question = json.dumps(asked).encode()
        with self._one_at_a_time:
            try:
                return self._answer(question)
            except (OSError, EOFError):
                self._end()
            try:
                return self._answer(question)
            except (OSError, EOFError) as gone:
                status = self._end()
                raise TemplateError(f"the typesetter ended ({status})") from gone

    def close(self) -> None:
        """End it; the next paper starts it again."""
        with self._one_at_a_time:
            self._end()

    @property
    def process_id(self) -> int | None:
        """The process, None while there is none."""
        return self._process.pid if self._process is not None else None

    def _answer(self, question: bytes) -> list[bytes]:
        process = self._started()
        given_up = Timer(_MOST_S, process.kill)
        given_up.daemon = True
        given_up.start()
        try:
            if process.stdin is None or process.stdout is None:
                raise OSError
            write_part(process.stdin, question)
            process.stdin.flush()
            answer = json.loads(read_part(process.stdout))
            pages = [read_part(process.stdout) for _ in range(answer["pages"])]
        finally:
            given_up.cancel()
            self._used = time.monotonic()
        if "wrong" in answer:
            raise TemplateError(answer["wrong"])
        return pages

    def _started(self) -> subprocess.Popen[bytes]:
        self._used = time.monotonic()
        if self._process is None:
            give_back()  # both are on one laptop
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._look_again(self._rest_s)
        return self._process

    def _look_again(self, after_s: float) -> None:
        timer = Timer(after_s, self._rest)
        timer.daemon = True
        timer.start()

    def _rest(self) -> None:
        """End it where nothing was asked of it for a while."""
        with self._one_at_a_time:
            left = self._used + self._rest_s - time.monotonic()
            if self._process is None:
                return
            if left <= 0:
                self._end()
            else:
                self._look_again(left)

    def _end(self) -> int | None:
        """End the process; gives its status."""
        process, self._process = self._process, None
        if process is None:
            return None
        try:
            process.communicate(timeout=_END_S)  # it ends because nobody asks any more
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        return process.returncode


def _command() -> list[str]:
    """How the process is started: a bundle is its own executable, with the command of massar_desktop/__main__.py."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "typesetter"]
    return [sys.executable, "-m", "massar_desktop.documents.typesetter"]


_TYPESETTER: Final = Typesetter()
atexit.register(_TYPESETTER.close)
