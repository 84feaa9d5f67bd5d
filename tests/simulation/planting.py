"""Planting a bug for a while: something of the product is replaced by a wrong turn that real sync products took."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from inspect import Parameter, isfunction, signature
from typing import Any

Patch = tuple[object, str, Any]
"""An owner (a module or a class), the name of what it owns, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted bug: what it is called, and what it replaces."""

    name: str
    patches: Callable[[], Sequence[Patch]]

    @contextmanager
    def planted(self) -> Iterator[None]:
        """The product with this bug in it."""
        patches = self.patches()
        old = [(owner, name, owner.__dict__[name]) for owner, name, _ in patches]
        try:
            for owner, name, wrong in patches:
                setattr(owner, name, wrong)
            yield
        finally:
            for owner, name, right in old:
                setattr(owner, name, right)


def misfits(mutant: Mutant) -> Iterator[str]:
    """What a planted bug replaces and is not there, or is not called as what stands in its place may be."""
    for owner, name, wrong in mutant.patches():
        right = owner.__dict__.get(name)
        if right is None:
            yield f"{name} is not there any more"
        elif isfunction(right) and isfunction(wrong):
            asked = signature(right).parameters.values()
            named = {one.name: None for one in asked if one.kind is Parameter.KEYWORD_ONLY}
            in_order = [one for one in asked if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
            try:
                signature(wrong).bind(*in_order, **named)
            except TypeError as misfit:
                yield f"{name}: {misfit}"


class Nursery:
    """The bugs of one end, in the order in which they are written down."""

    def __init__(self) -> None:
        self.all: list[Mutant] = []

    def __call__(self, patches: Callable[[], Sequence[Patch]]) -> Callable[[], Sequence[Patch]]:
        """Plant what a function gives, under its name."""
        self.all.append(Mutant(patches.__name__, patches))
        return patches
