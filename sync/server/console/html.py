"""Builds HTML by calls: every text is escaped unless it was built here, so that no value can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = frozenset({"input", "meta", "link", "br", "col"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | int | None | Iterable["Child"]


def el(tag: str, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """An element. `class_` and `for_` name attributes that are words of Python; `data_x` becomes `data-x`.

    An attribute that is None or False is left out, True stands alone; children that are None are left out.
    """
    told = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID:
        return Markup(f"<{tag}{told}>")
    return Markup(f"<{tag}{told}>{joined(*children)}</{tag}>")


def joined(*children: Child) -> Markup:
    """Some children one after the other."""
    return Markup("".join(map(_text, children)))


def _text(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str | int):
        return escape(str(child))
    return "".join(map(_text, child))


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    own = name.rstrip("_").replace("_", "-")
    return f" {own}" if value is True else f' {own}="{escape(str(value))}"'
