"""What is let go of with the right to the confidential compartment is in no byte of the disk any more."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.crash.exchanges import put_back
from tests.exchange.test_entitlement import at_centre, left_of, loses, note, world
from tests.exchange.world import Office, World

__all__ = ["world"]
PAGE, SALT, RESERVED = 4096, 16, 80
"""Of an encrypted file: bytes of a page, of the salt ahead of the first one, of vector and hash at each one's end."""
LOG_HEAD, LOG_FRAME = 32, 24
"""Of its write-ahead log: bytes of its head, and of the head of each page in it."""


def pages(office: Office, key: bytes) -> bytes:
    """The decrypted pages of an office's file, free ones too, and of its log: SQLCipher 4, with a raw key."""
    path = office.replica.database.path
    assert path is not None
    data, log = path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()
    found = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    found += [log[at + LOG_FRAME : at + LOG_FRAME + PAGE] for at in range(LOG_HEAD, len(log), LOG_FRAME + PAGE)]
    plain = b""
    for page in found:
        start = SALT if page[:SALT] == data[:SALT] else 0  # the first page begins with the salt
        vector = page[-RESERVED : -RESERVED + SALT]
        opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        plain += opened.update(page[start:-RESERVED]) + opened.finalize()
    return plain


def test_nothing_of_it_can_be_read_in_the_bytes_of_the_file(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    person = other.hires(surname_ar="العلوي")
    for number in range(30):
        note(other, person, f"WHAT NOBODY MAY READ ANY MORE {number} " * 20 + ".")
    other.sync()
    office.sync()
    key = bytes([1]) * 32
    assert b"WHAT NOBODY MAY READ" in pages(office, key)
    loses(world, office.author)
    office.sync()
    assert b"WHAT NOBODY MAY READ" not in pages(office, key)


def test_the_copies_that_were_set_aside_at_a_restore_go_too(world: World, tmp_path: Path) -> None:
    office = world.office(confidential=True)
    person = office.hires(surname_ar="العلوي")
    office.sync()
    night = tmp_path / "night.db"
    world.centre.database.copy_to(night)
    waits = note(office, person)
    office.sync()
    put_back(world, night)
    office.sync()
    path = office.replica.database.path
    assert path is not None
    assert len(list(path.parent.glob("*.epoch*"))) == 1
    loses(world, office.author)
    office.sync()
    assert left_of(office) == {
        "parting": 1
    }  # up to which number both histories are the same, and nothing of what is in it
    assert list(path.parent.glob("*.epoch*")) == []
    assert at_centre(world, "confidential_note") == [waits]
