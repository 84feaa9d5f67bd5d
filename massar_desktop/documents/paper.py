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
    flags, lists and dictionaries of these, all in the language of the paper. `confidential` are the people whose
    confidential files stand in it.
    """

    template: str
    language: Language
    title: str
    values: Mapping[str, object] = field(default_factory=dict)
    copies: int = 2
    confidential: frozenset[int] = frozenset()


class Papers(Protocol):
    """The papers of an act, of a day, of a school: what there is to print of it, read once from the office's file."""

    @property
    def offered(self) -> Sequence[str]:
        """The templates, the one that is wanted most first."""
        ...

    @property
    def together(self) -> bool:
        """Whether one key prints all of them, as of a batch that was signed."""
        ...

    @property
    def copies(self) -> int:
        """How many of each one key prints."""
        ...

    def name(self, template: str, language: Language) -> str:
        """What one of them is called in the list."""
        ...

    def paper(self, template: str, language: Language) -> Paper:
        """One of them in a language."""
        ...

    def kept(self, template: str, language: Language) -> Sequence[Paper]:
        """What is kept as files, each a PDF, while one of them is in front."""
        ...


class Alone:
    """Papers of one thing: they are called by their templates, and one key prints or keeps the one in front."""

    together = False
    copies = 2

    def name(self, template: str, language: Language) -> str:
        """The name of the template."""
        return title_of(template, language)

    def paper(self, template: str, language: Language) -> Paper:
        """One of them in a language."""
        raise NotImplementedError

    def kept(self, template: str, language: Language) -> Sequence[Paper]:
        """The one in front."""
        return (self.paper(template, language),)


def title_of(template: str, language: Language) -> str:
    """What a paper is called on the screen."""
    return word_in(language, "letter", template.rsplit("/", 1)[-1])
