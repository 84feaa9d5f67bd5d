"""Enrolment without a line: a request file with a proof of the one-time code, and a reply file with the first copy.

Until the reply comes, the laptop's new key waits in the office's folder, wrapped under the clerk's password. The code
is never written anywhere, neither here nor on the stick.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import msgspec

from sync.client import bundle_keys
from sync.client.bundle import Stick
from sync.client.durable_file import write_durably
from sync.client.engine import Hooks
from sync.client.enrolment import NewOffice, Setup, enrolled_office
from sync.client.errors import BundleNotOurs, NoEnrolmentAsked, NotTrusted
from sync.client.key_file import Cost, has_office
from sync.client.keys import WrongPassword
from sync.client.office import OfficeExists
from sync.client.reply_file import translated
from sync.client.sealing import CannotOpen, SigningKey, slot_key, unwrap, wrap
from sync.domain.situation import FOLDING
from sync.protocol import bundle, columns
from sync.protocol import ticket as tickets
from sync.protocol.bundle import Audience, EnrolAsk
from sync.protocol.card import read_card
from sync.protocol.errors import WireCode, WireError
from sync.protocol.exchange import Enrolled
from sync.protocol.messages import PROTOCOL

PENDING = "enrolment.json"
_SALT_BYTES = 16
_CONTEXT = b"massar pending enrolment 1"


class _Secret(msgspec.Struct, frozen=True):
    """What waits for the reply: the laptop's key, the ticket with the slow hash of its code, the centre asked."""

    seed: bytes
    ticket: str
    ticket_key: bytes
    centre: bytes


class _Pending(msgspec.Struct, frozen=True):
    """The file, with the secret wrapped under the password."""

    version: int
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    wrapped: bytes


def is_asked(folder: Path) -> bool:
    """Whether an enrolment was asked by a file and its reply has not come."""
    return (folder / PENDING).exists()


def forget(folder: Path) -> None:
    """Give up what was asked; a reply to it can no longer be used."""
    (folder / PENDING).unlink(missing_ok=True)


def ask_by_file(setup: Setup, card: Path, code: str, target: Path) -> None:
    """Write the file that asks the centre of this card to enrol this laptop. Asking again asks for the same laptop.

    Raises OfficeExists, NotTrusted for what is no code, WrongPassword when another one was chosen the first time,
    BundleError for the card or the stick, StorageError.
    """
    if has_office(setup.folder):
        raise OfficeExists(str(setup.folder))
    parts = tickets.parts_of(code)
    if parts is None:
        raise NotTrusted("no code has this form")
    name, secret = parts
    with translated():
        centre = read_card(bundle.read_file(card)).public_key
    seed = _load(setup).seed if is_asked(setup.folder) else SigningKey().seed
    kept = _Secret(seed, name, tickets.stretched(secret, tickets.salt_of(name)), centre)
    _save(setup, kept)
    public = SigningKey(seed).public
    proof = tickets.laptop_proof(kept.ticket_key, name, public, centre)
    ask = EnrolAsk(PROTOCOL, columns.newest().hash, name, public, proof, FOLDING)
    with translated():
        bundle.write_file(target, bundle.enrolment(ask, seed, centre))


def finish_by_file(setup: Setup, source: Path, hooks: Hooks) -> NewOffice:
    """Make the office from the centre's reply, with its first copy; the password is the one chosen when it was asked.

    Raises OfficeExists, NoEnrolmentAsked, WrongPassword, BundleError, KeysError, StorageError. Once the office is
    there, a copy that was broken off goes on with the same file (Stick.read_reply) or over a line.
    """
    if has_office(setup.folder):
        raise OfficeExists(str(setup.folder))
    kept = _load(setup)
    with translated():
        enrolled = _enrolled(bundle.read_file(source), kept)
    key = SigningKey(kept.seed)
    made = enrolled_office(
        replace(setup, authority=setup.authority or enrolled.authority), key, enrolled.answer, enrolled.address
    )
    with ExitStack() as unless_copied:
        unless_copied.callback(made.replica.close)
        bundle_keys.trust(made.replica, kept.centre)
        forget(setup.folder)
        Stick(made.replica, key, hooks).read_reply(source)
        unless_copied.pop_all()
    return made


def _enrolled(data: bytes, kept: _Secret) -> Enrolled:
    """What the centre told, proved twice: by its key, and by its knowledge of the code."""
    parts = [part for part in bundle.read(data) if part.audience is Audience.DEVICE]
    if len(parts) != 1:
        raise BundleNotOurs("no answer to one laptop")
    head, _ = bundle.open_reply(parts[0], kept.seed, kept.centre)
    proof = tickets.centre_proof(kept.ticket_key, SigningKey(kept.seed).public, kept.centre, head.enrolled)
    if not tickets.same(proof, head.proof):
        raise BundleNotOurs("not from the centre that made the code")
    try:
        return msgspec.json.decode(head.enrolled, type=Enrolled)
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong


def _save(setup: Setup, kept: _Secret) -> None:
    salt, cost = os.urandom(_SALT_BYTES), setup.cost
    key = slot_key(setup.password, None, salt=salt, cost=cost)
    wrapped = wrap(key, msgspec.json.encode(kept), _CONTEXT)
    pending = _Pending(1, salt, cost.memory_kib, cost.passes, cost.lanes, wrapped)
    setup.folder.mkdir(parents=True, exist_ok=True)
    write_durably(setup.folder / PENDING, msgspec.json.encode(pending))


def _load(setup: Setup) -> _Secret:
    if not is_asked(setup.folder):
        raise NoEnrolmentAsked(str(setup.folder))
    try:
        pending = msgspec.json.decode((setup.folder / PENDING).read_bytes(), type=_Pending)
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise NoEnrolmentAsked("the file is damaged") from wrong
    key = slot_key(
        setup.password, None, salt=pending.salt, cost=Cost(pending.memory_kib, pending.passes, pending.lanes)
    )
    try:
        return msgspec.json.decode(unwrap(key, pending.wrapped, _CONTEXT), type=_Secret)
    except CannotOpen as wrong:
        raise WrongPassword("the enrolment was asked under another one") from wrong
