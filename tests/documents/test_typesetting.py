"""The process that sets papers: it rests, it comes back, it dies, and a paper is the same each time."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from threading import Event

import pytest

from massar_desktop.documents import typesetting
from massar_desktop.documents.typesetting import TemplateError, Typesetter

PAPER = {"text": "#set page(width: 60mm, height: 40mm)\nبلاغ #sys.inputs.name", "format": "png", "dpi": 60}
HERS = {**PAPER, "inputs": {"name": "Nadia"}}
_GIVE_UP_S = 30.0


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    made = Typesetter(rest_s=0.2)
    yield made
    made.close()


def rested(typesetter: Typesetter) -> bool:
    """Whether its process ends by itself; a wait with a limit."""
    look, end = Event(), time.monotonic() + _GIVE_UP_S
    while typesetter.process_id is not None and time.monotonic() < end:
        look.wait(0.01)
    return typesetter.process_id is None


def test_it_ends_after_a_rest_and_the_next_paper_is_the_same_to_the_byte(typesetter: Typesetter) -> None:
    first = typesetter.ask(HERS)
    assert len(first) == 1
    assert rested(typesetter)
    assert typesetter.ask(HERS) == first


def test_two_papers_in_a_row_are_set_by_one_process() -> None:
    typesetter = Typesetter()
    typesetter.prepare()
    prepared = typesetter.process_id
    typesetter.ask(HERS)
    typesetter.ask({**PAPER, "inputs": {"name": "Omar"}})
    assert prepared == typesetter.process_id is not None
    typesetter.close()


def test_a_paper_is_asked_for_again_where_the_process_was_killed(typesetter: Typesetter) -> None:
    first = typesetter.ask(HERS)
    process = typesetter.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    assert typesetter.ask(HERS) == first
    assert typesetter.process_id != process


def test_a_process_that_ends_each_time_is_told(typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_command", lambda: ["false"])
    with pytest.raises(TemplateError, match=r"the typesetter ended \(1\)"):
        typesetter.ask(HERS)


def test_what_is_wrong_in_a_template_is_told_and_the_next_paper_is_set(typesetter: Typesetter) -> None:
    with pytest.raises(TemplateError, match="name"):
        typesetter.ask({**PAPER, "inputs": {}})
    assert typesetter.ask(HERS)
