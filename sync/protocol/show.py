"""Shows frames as JSON, for people who look for a fault: `python -m sync.protocol.show FILE`, or hex on standard input.

The file holds frames as they travel, one after the other; of an upward one the signature is shown, not checked. Records
and fields are shown by their names where this version knows them, else as hex.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sync.domain import catalog, operation
from sync.domain.canonical import NotCanonical, decode_fields
from sync.protocol import codec
from sync.protocol.errors import WireError
from sync.protocol.messages import Frame, Hello, Operations
from sync.protocol.registry import DOWN, UP

_USAGE = "usage: python -m sync.protocol.show FILE   (or hex on standard input)\n"
_ALL = {**UP, **DOWN}


def shown(data: bytes) -> Iterator[dict[str, Any]]:
    """Each frame of a stream as plain values; raises WireError at the first that cannot be read."""
    splitter = codec.Splitter()
    for payload in splitter.feed(data):
        signed = payload[0] in UP
        packed = payload[: -codec.SIGNATURE_BYTES] if signed else payload
        about = _frame(codec.unpack(packed, _ALL))
        about |= {"bytes": len(payload) + codec.LENGTH, "packing": codec.PACKINGS[packed[1]]}
        yield about | ({"signature": payload[-codec.SIGNATURE_BYTES :].hex()} if signed else {})
    if splitter.waiting:
        yield {"frame": None, "bytes": splitter.waiting, "cut": True}


def _frame(frame: Frame) -> dict[str, Any]:
    content = {name: getattr(frame, name) for name in type(frame).__struct_fields__}
    if isinstance(frame, Operations):
        content["operations"] = [_operation(one.lane, one.n, one.record) for one in frame.operations]
    elif isinstance(frame, Hello) and frame.first:
        content["first"] = _frame(codec.unpack(frame.first, UP))
    return {"frame": type(frame).__name__.upper(), **{name: _plain(value) for name, value in content.items()}}


def _operation(lane: int, n: int, record: bytes) -> dict[str, Any]:
    try:
        one = operation.read(record, catalog.BY_NUMBER)
    except NotCanonical:
        return {"lane": lane, "n": n, "record": record.hex()}
    values = {name: getattr(one, name) for name in one.__dataclass_fields__}
    base = {"epoch": one.base.epoch, "seq": one.base.seq}
    return {"lane": lane, "n": n, **values, "verb": one.verb.name, "base": base}


def _plain(value: object) -> Any:  # noqa: ANN401  # JSON
    """A value as JSON has it: bytes as hex, structures as objects, canonical fields by name."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, msgspec.Struct):
        plain = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
        return plain | _named(value)
    return value


def _named(value: msgspec.Struct) -> dict[str, Any]:
    """The fields of a change or row by name."""
    kind, fields = catalog.BY_NUMBER.get(getattr(value, "kind", 0)), getattr(value, "fields", None)
    if kind is None or not isinstance(fields, bytes):
        return {}
    try:
        values, unknown = decode_fields(fields, kind.by_number)
    except NotCanonical:
        return {"kind": kind.name}
    return {"kind": kind.name, "fields": values} | ({"unknown": unknown.hex()} if unknown else {})


def main(arguments: list[str]) -> int:
    """Show the frames of a file or of hex; gives the exit status."""
    if len(arguments) > 1:
        sys.stderr.write(_USAGE)
        return 2
    try:
        data = Path(arguments[0]).read_bytes() if arguments else bytes.fromhex(sys.stdin.read())
        for about in shown(data):
            sys.stdout.write(json.dumps(about, ensure_ascii=False, indent=1) + "\n")
    except WireError as wrong:
        sys.stderr.write(f"not a frame: {wrong.code.value}\n")
        return 1
    except (OSError, ValueError) as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
