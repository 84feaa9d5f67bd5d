"""`massar-centre bundle` and `massar-centre card`: the files that an operator carries in and out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sync.protocol import bundle
from sync.protocol.card import Card, write_card
from sync.protocol.errors import WireCode, WireError
from sync.server.bundle import Place, Reply, take_in
from sync.server.service import Centre
from sync.server.settings import Settings
from sync.storage.errors import StorageError

REPLY = ".reply"
"""A reply is called as its request, and this."""
_WHY = {
    WireCode.MALFORMED: "damaged, cut short, or no request file",
    WireCode.TOO_LARGE: "too large",
    WireCode.NOT_TRUSTED: "from a laptop that is not enrolled here, or with a wrong or used code",
    WireCode.UPGRADE_NEEDED: "written by a newer version",
    WireCode.MISDIRECTED: "not a request, or sealed to another centre",
}


def write_replies(centre: Centre, settings: Settings, requests: Sequence[Path], folder: Path) -> int:
    """Take in request files and write one reply file for each; gives 1 when one of them could not be answered."""
    folder.mkdir(parents=True, exist_ok=True)
    authority = settings.authority.read_text("ascii") if settings.authority else ""
    place, failed = Place(settings.address, authority), 0
    for path in requests:
        try:
            reply = take_in(centre, bundle.read_file(path), place)
            target = folder / (path.name + REPLY)
            bundle.write_file(target, reply.data)
        except WireError as wrong:
            why = f"nothing was taken in: {_WHY.get(wrong.code, wrong.code.value)}"
        except StorageError as wrong:
            why = f"the database failed ({wrong.code}); take it in again"
        except OSError as wrong:
            why = f"not read or not answered ({wrong.strerror}); take it in again"
        else:
            sys.stdout.write(f"{path.name}: {_said(reply)}; reply {target} ({len(reply.data)} bytes)\n")
            continue
        sys.stderr.write(f"{path.name}: {why}\n")
        failed = 1
    return failed


def write_own_card(centre: Centre, target: Path) -> int:
    """Write the card by which a laptop without a line knows this centre."""
    if centre.keys is None:
        raise ValueError("a centre that has a card has keys")
    bundle.write_file(target, write_card(Card(centre.keys.public)))
    return 0


def _said(reply: Reply) -> str:
    refused = f", refused: {reply.refused}" if reply.refused else ""
    return f"laptop {reply.device}, {reply.answered} operations answered{refused}"
