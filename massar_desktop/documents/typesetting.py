"""Sets a paper: a template and its values become a PDF, or pictures of its pages.

typst shapes Arabic, mirrors tables and writes a text that can be searched (docs/adr/0025). It reads nothing outside
resources/templates and the bundled fonts. Called off the UI thread: a page takes 20 to 300 ms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from massar_desktop.documents.paper import Paper
from massar_desktop.system.resources import resource

if TYPE_CHECKING:
    from typst import Compiler

SCREEN_DPI: Final = 110
PRINT_DPI: Final = 300
_ONE_AT_A_TIME: Final = Lock()


class TemplateError(RuntimeError):
    """A template names a value that it was not given, or cannot be read: a fault of the program."""

    code = "paper_not_made"


def pdf(paper: Paper) -> bytes:
    """The paper as a PDF; TemplateError when its template and its values do not fit."""
    (only,) = _compiled(paper, "pdf", None)
    return only


def pictures(paper: Paper, dpi: int = SCREEN_DPI) -> list[bytes]:
    """The pages as PNG pictures; TemplateError when its template and its values do not fit."""
    return _compiled(paper, "png", dpi)


def drawn(source: str, inputs: Mapping[str, str], dpi: int) -> list[bytes]:
    """The pages of a source of our own as PNG pictures; TemplateError when it cannot be set."""
    with _ONE_AT_A_TIME:
        try:
            made = _compiler().compile(input=source.encode(), format="png", ppi=dpi, sys_inputs=dict(inputs))
        except RuntimeError as wrong:
            raise TemplateError(str(wrong)) from wrong
    return [made] if isinstance(made, bytes) else list(made or ())


def _compiled(paper: Paper, form: str, dpi: int | None) -> list[bytes]:
    values = {**paper.values, "language": paper.language, "title": paper.title, "template": paper.template}
    inputs = {"data": json.dumps(values, ensure_ascii=False)}
    source = resource("templates", f"{paper.template}.typ")
    with _ONE_AT_A_TIME:
        try:
            made = _compiler().compile(
                input=source,
                format="png" if form == "png" else "pdf",
                ppi=dpi,
                sys_inputs=inputs,
                timestamp=0,
            )
        except RuntimeError as wrong:
            raise TemplateError(f"{paper.template}: {wrong}") from wrong
    if made is None:
        raise TemplateError(f"{paper.template}: nothing was made")
    return [made] if isinstance(made, bytes) else list(made)


@cache
def _compiler() -> Compiler:
    """One for the program: it keeps the fonts and what it has read. Imported here: the first window needs none."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
    return typst.Compiler(root=resource("templates"), font_paths=fonts, ignore_system_fonts=True)
