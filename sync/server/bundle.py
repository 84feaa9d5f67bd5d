"""Bundles at the centre: a request file goes through the same conversation as a request on the line, and gets a file.

What only the laptop that asked may read (verdicts, its own changes told as numbers) is sealed to it; whole pages and
rows are sealed to their scope's key, so that one laptop's download serves its neighbours (sync.md 3.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from sync.domain.operation import SCHEMA
from sync.protocol import bundle, codec
from sync.protocol import ticket as tickets
from sync.protocol.bundle import Audience, EnrolAsk, Part, Reader, ReplyHead
from sync.protocol.columns import Dictionary
from sync.protocol.errors import WireCode, WireError
from sync.protocol.exchange import Enrolled
from sync.protocol.messages import (
    Copy,
    Fault,
    Frame,
    Hello,
    Page,
    Reason,
    Renumbered,
    Result,
    ScopeMark,
    Verdict,
)
from sync.server.accounts import Accounts, Device
from sync.server.chains import Chains
from sync.server.keys import CentreKeys, generations
from sync.server.push import Push
from sync.server.roles import day_of
from sync.server.service import Centre, Conversation
from sync.storage import chain
from sync.storage.within import Within


@dataclass(frozen=True, slots=True)
class Reply:
    """The file for the laptop that asked, and what the operator is told: whose it is, how many verdicts, a refusal."""

    device: int
    answered: int
    refused: str | None
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where laptops find this centre over a line, for those that are enrolled by a file: address, authority (PEM)."""

    address: str = ""
    authority: str = ""


def take_in(centre: Centre, data: bytes, place: Place) -> Reply:
    """Take in a request file and make its reply; the same file again gives the same verdicts.

    Raises WireError when nobody can be answered (damaged, of another centre, of an unknown laptop, a wrong code):
    then nothing has changed, but a wrong code is counted. Raises StorageError.
    """
    asked = bundle.open_request(data, _keys(centre).seed)
    return _enrolled(centre, asked, place) if isinstance(asked, EnrolAsk) else _answered(centre, asked)


def _answered(centre: Centre, payloads: Sequence[bytes]) -> Reply:
    if not payloads:
        raise WireError(WireCode.MALFORMED)
    conversation = centre.begin(payloads[0])
    conversation.papers = bundle.PAPERS
    frames: list[Frame] = []
    try:
        conversation.store_first()
        for payload in payloads[1:]:
            conversation.receive(payload)
        conversation.decide()
    except WireError as wrong:  # the laptop is known: it is told
        frames = [Fault(wrong.code.value, wrong.retry_after_s)]
    return _Writer(centre, conversation).reply(frames or _read(conversation))


def _read(conversation: Conversation) -> list[Frame]:
    conversation.budget = bundle.BUDGET
    return list(conversation.answer())


def _enrolled(centre: Centre, ask: EnrolAsk, place: Place) -> Reply:
    """The answer to the code and the whole first copy, in one file."""
    keys = _keys(centre)
    answer, key = centre.enrol_by_file(ask, keys.public)
    with centre.database.read(Within(())) as connection:
        device = Accounts(connection, centre.tables).device(answer.device, centre.now_ms())
    marks = [ScopeMark(scope, answer.epoch, 0, False) for scope in device.scopes.all]
    opening = ask.protocol, SCHEMA, ask.dictionary, device.number, bytes(16), marks, bundle.BUDGET
    hello = Hello(*opening, keys=True, folding=ask.folding)
    conversation = Conversation(centre, device, hello)
    enrolled = msgspec.json.encode(Enrolled(answer, place.address, place.authority))
    proof = tickets.centre_proof(key, ask.public_key, keys.public, enrolled)
    head = ReplyHead(answer.epoch, enrolled=enrolled, proof=proof)
    return _Writer(centre, conversation, head).reply(_read(conversation))


def _keys(centre: Centre) -> CentreKeys:
    if centre.keys is None:
        raise ValueError("a centre that takes bundles has keys")
    return centre.keys


class _Writer:
    """Puts the frames of an answer into the parts of a file."""

    def __init__(self, centre: Centre, conversation: Conversation, head: ReplyHead | None = None) -> None:
        self._centre = centre
        self._conversation = conversation
        self._device: Device = conversation.device
        with centre.database.read(Within(())) as connection:
            epoch = Accounts(connection, centre.tables).epoch()
            today = day_of(centre.now_ms())
            self._generations = generations(connection, centre.tables, self._device.scopes.all, today)
        self._head = head or ReplyHead(epoch)

    def reply(self, frames: Sequence[Frame]) -> Reply:
        """The file."""
        verdicts, numbers = _told(frames)
        heads = sorted(self._conversation.heads.items())
        with self._centre.database.read(Within(self._device.scopes.all)) as connection:
            hashes = Push(connection, self._centre.tables, self._device).hashes(numbers)
            points = Chains(connection, self._centre.tables, dict(heads)).at(heads)
        hello, along = self._conversation.hello, self._conversation.taken_along
        head = msgspec.structs.replace(
            self._head,
            asked=[(mark.scope, mark.seq) for mark in hello.scopes],
            asked_chain=hello.chain,
            heads=heads,
            heads_chain=chain.combine((point.scope, point.seq, point.chain) for point in points),
            about=bundle.fingerprint(hashes),
            taken_along=b"" if along is None else bundle.offer(along),
        )
        shared: dict[int, list[Frame]] = {}
        own: list[Frame] = []
        for frame in frames:
            scope = _shared_scope(frame)
            (own if scope is None else shared.setdefault(scope, [])).append(frame)
        parts = [self._for_device(head, own), *(self._for_scope(scope, some) for scope, some in shared.items())]
        faults = [frame.code for frame in frames if isinstance(frame, Fault)]
        return Reply(self._device.number, len(verdicts), faults[0] if faults else None, bundle.write(parts))

    def _for_device(self, head: ReplyHead, frames: Iterable[Frame]) -> Part:
        reader = Reader(Audience.DEVICE, self._device.number, self._device.public_key)
        return self._part(reader, head, frames, self._conversation.dictionary)

    def _for_scope(self, scope: int, frames: Iterable[Frame]) -> Part:
        generation = self._generations[scope]
        number = bundle.scope_number(scope, generation)
        reader = Reader(Audience.SCOPE, number, _keys(self._centre).scope_public(scope, generation))
        return self._part(reader, ReplyHead(self._head.epoch), frames, self._conversation.dictionary)

    def _part(self, reader: Reader, head: ReplyHead, frames: Iterable[Frame], dictionary: Dictionary) -> Part:
        packed = [codec.down(frame, dictionary) for frame in frames]
        return bundle.reply_part(reader, head, packed, _keys(self._centre).seed)


def _shared_scope(frame: Frame) -> int | None:
    """The scope of a frame that says the same to each laptop that reads it; None for what is the asking one's own."""
    if isinstance(frame, Copy | Reason):
        return frame.scope
    if isinstance(frame, Page) and all(change.kind for change in frame.changes):
        return frame.scope
    return None


def _told(frames: Iterable[Frame]) -> tuple[list[Verdict], list[tuple[int, int]]]:
    """The verdicts of an answer, and the numbers of all operations that it says something about."""
    answers = [frame for frame in frames if isinstance(frame, Result | Renumbered)]
    verdicts = [verdict for answer in answers for verdict in answer.verdicts]
    numbers = bundle.numbers_of(answers)
    return verdicts, numbers
