"""The process that sets papers with typst; documents/typesetting.py starts it and asks it.

It is asked through its standard input and answers through its standard output, in parts of a length and so many bytes.
A question is one part, in JSON; an answer is one part in JSON, then a part a page. It ends when nobody asks any more.
Whoever imports this module loads nothing heavy.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, Final

from massar_desktop.system.resources import resource

if TYPE_CHECKING:
    from typst import Compiler

_LENGTH: Final = struct.Struct(">I")


def write_part(sink: IO[bytes], part: bytes) -> None:
    """Write one part; OSError when nobody reads."""
    sink.write(_LENGTH.pack(len(part)) + part)


def read_part(source: IO[bytes]) -> bytes:
    """Read one part; EOFError when nothing more comes, or not all of it."""
    (length,) = _LENGTH.unpack(_whole(source, _LENGTH.size))
    return _whole(source, length)


def _whole(source: IO[bytes], length: int) -> bytes:
    found = source.read(length)
    if len(found) < length:
        raise EOFError
    return found


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer until nobody asks any more."""
    compiler = _compiler()  # its fonts are read before the first question comes
    while True:
        try:
            asked: Mapping[str, Any] = json.loads(read_part(source))
        except EOFError:
            return
        pages: Sequence[bytes] = ()
        answer: dict[str, object] = {}
        try:
            pages = _pages(compiler, asked)
        except RuntimeError as wrong:
            answer["wrong"] = str(wrong)
        write_part(sink, json.dumps({**answer, "pages": len(pages)}).encode())
        for page in pages:
            write_part(sink, page)
        sink.flush()


def _pages(compiler: Compiler, asked: Mapping[str, Any]) -> Sequence[bytes]:
    """`template` names a file of resources/templates without its ending; `text` is a source itself."""
    text = asked.get("text")
    made = compiler.compile(
        input=resource("templates", f"{asked['template']}.typ") if text is None else text.encode(),
        format=asked["format"],
        ppi=asked["dpi"],
        sys_inputs=asked["inputs"],
        timestamp=0,
    )
    return [made] if isinstance(made, bytes) else made or ()


def _compiler() -> Compiler:
    """It keeps the fonts and what it has read; it sees no font and no file of the computer."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
    return typst.Compiler(root=resource("templates"), font_paths=fonts, ignore_system_fonts=True)


def main() -> int:
    """Serve whoever started this process; gives the exit status."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing comes among the answers
    serve(source, sink)
    return 0


if __name__ == "__main__":
    sys.exit(main())
