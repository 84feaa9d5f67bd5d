"""Whatever a file on a stick turns out to be, the clerk is told in her language what to do."""

from __future__ import annotations

from massar_desktop.system.error_words import SENTENCES, code_text
from massar_desktop.system.locale import Language
from sync.client.bundle import TakenIn
from sync.client.engine import Progress
from sync.client.errors import BundleError


def codes() -> set[str]:
    """What a bundle can say: its errors, and what became of one that was taken in."""
    facts = [(frozenset({5040}), False, True, False), (frozenset[int](), True, True, False)]
    facts += [(frozenset[int](), False, again, differs) for again in (False, True) for differs in (False, True)]
    taken = {TakenIn(Progress(), *fact).code for fact in facts}
    return taken | {BundleError.code, *(error.code for error in BundleError.__subclasses__())}


def test_every_code_has_a_sentence(language: Language) -> None:
    assert codes() <= SENTENCES.keys()
    assert not [code for code in codes() if code_text(code) == SENTENCES[code]]
