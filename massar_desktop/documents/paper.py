"""A paper before it is set: which template, in which language, with which values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from massar_desktop.system.locale import Language


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
