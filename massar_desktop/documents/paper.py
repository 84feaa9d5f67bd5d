"""A paper before it is set: which template, in which language, with which values; and the papers that one thing has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from massar_desktop.system.locale import Language, word_in


@dataclass(frozen=True, slots=True)
class Paper:
    """`template` is the name of a file of resources/templates without its ending, "letters/tenure_order".

    `title` is what the file and the screen call it; `copies` how many one key prints; `values` are texts, numbers,
    flags, lists and dictionaries of these, all in the language of the paper.
    """

    template: str
    language: Language
    title: str
    values: Mapping[str, object] = field(default_factory=dict)
    copies: int = 2


class Papers(Protocol):
    """The papers of an act, of a day, of a school: what there is to print of it, read once from the office's file."""

    @property
    def offered(self) -> Sequence[str]:
        """The templates, the one that is wanted most first."""
        ...

    def paper(self, template: str, language: Language) -> Paper:
        """One of them in a language."""
        ...


def title_of(template: str, language: Language) -> str:
    """What a paper is called on the screen."""
    return word_in(language, "letter", template.rsplit("/", 1)[-1])
