"""The command that shows frames to people."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.protocol import codec, show
from sync.protocol.columns import newest
from sync.protocol.messages import PROTOCOL, End, Fault, Hello, Operations, Page, Sealed, WireChange
from tests.protocol import train_dictionary as samples

REQUEST = bytes(range(16))


@pytest.fixture(scope="module")
def stream() -> bytes:
    """A request with one edit in its opening and one after it, then an answer."""
    key = Ed25519PrivateKey.generate()
    first, second = samples.operations(2)
    hello = Hello(PROTOCOL, 1, newest().hash, 16, REQUEST, [], first=codec.pack(Operations([first])))
    up = [codec.seal(hello, REQUEST, 0, key.sign), codec.seal(Operations([second]), REQUEST, 1, key.sign)]
    fields = bytes.fromhex("b201" + "05") + b"Salma"
    page = Page(5040, 1, 4, 5, [WireChange(5, 1, 9, 9, 17, 0, 3, 12, "2026-11-20", fields)])
    return b"".join([*up, codec.down(page), codec.down(End(False, 1))])


def test_each_frame_is_one_object(stream: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "frames"
    path.write_bytes(stream)
    assert show.main([str(path)]) == 0
    text = capsys.readouterr().out
    found = [json.loads(one) for one in text.replace("\n}\n{", "\n}\x00{").split("\x00")]
    assert [one["frame"] for one in found] == ["HELLO", "OPERATIONS", "PAGE", "END"]
    opening, operations, page, _ = found
    assert opening["first"]["operations"][0]["author"] == 12
    assert operations["packing"] == "columns"
    assert operations["operations"][0]["verb"] in ("CREATE", "CORRECT", "WITHDRAW", "ACT")
    assert len(opening["signature"]) == 2 * codec.SIGNATURE_BYTES
    assert page["changes"][0]["kind"] == "employee"
    assert "Salma" in page["changes"][0]["fields"].values()


def test_hex_on_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(codec.down(Fault("busy", 30)).hex()))
    assert show.main([]) == 0
    assert json.loads(capsys.readouterr().out)["code"] == "busy"


def test_what_columns_and_records_cannot_name_is_shown_as_hex() -> None:
    odd = codec.down(Page(5040, 1, 4, 5, [WireChange(5, 1, 9, 9, 17, 0, 3, 12, "", b"\xff")]))
    record = codec.seal(Operations([Sealed(0, 1, b"\xff\x01")]), REQUEST, 1, Ed25519PrivateKey.generate().sign)
    page, operations = show.shown(odd + record)
    assert page["changes"][0]["fields"] == "ff"
    assert operations["operations"][0]["record"] == "ff01"


def test_a_cut_frame_and_noise_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(show.shown(b"\x00\x00\x00\x20\x01"))[-1] == {"frame": None, "bytes": 5, "cut": True}
    path = tmp_path / "noise"
    path.write_bytes(b"\x00\x00\x00\x04noise")
    assert show.main([str(path)]) == 1
    assert show.main([str(tmp_path / "missing")]) == 1
    assert show.main(["a", "b"]) == 2
    assert "not a frame: malformed" in capsys.readouterr().err
