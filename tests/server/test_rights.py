"""Who may do what, cell by cell: every route, and every verb on every kind, by every role, here, elsewhere and nowhere.

The cells are made from the declarations, so that a new kind, verb or role is in them by itself. What is expected is
said here, apart from the code that decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.routing import Route

from sync.domain import catalog
from sync.domain.entities.attachment import ATTACHMENT_KINDS
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, NATION, Compartment, region_of, row_id, scope_id
from sync.domain.lifecycle import BY_NAME as STEPS
from sync.domain.lifecycle import STEP_NAMES, Role
from sync.domain.operation import Effect, Operation, Verb
from sync.domain.record import Place, RecordKind, Writer
from sync.protocol.messages import Compare, Frame, Hashes, Parting, Renumber, ScopeMark, Verdict
from sync.protocol.paper_frames import Offer, Piece, Want
from sync.server.accounts import Accounts
from sync.server.app import make_app
from sync.server.devices import Devices
from sync.server.publish import write_as_centre
from sync.server.roles import ADMINISTRATOR, Held, Roles
from sync.server.sequence import Sequences, heads
from tests.exchange.laptop import DAY, Laptop, answer_of
from tests.exchange.world import PLACE, World
from tests.server.serving import Serving, post

THERE = 505
VERBS = tuple(verb for verb in Verb if verb is not Verb.VOID)
CELLS = tuple((verb, kind) for kind in catalog.KINDS for verb in VERBS)
PLAUSIBLE: Mapping[str, Value] = {
    "day": "2026-01-01",
    "about_kind": "employee",
    "about_row": 5,
    "losing": "{}",
    "standing": "{}",
}
"""What the rows of kinds that only the centre writes never lack."""
REFUSED = frozenset({"author_unknown", "auditor_reads_only", "unknown_row", "role_may_not", "not_your_scope"})
"""The codes by which somebody is told that she may not, or that there is nothing."""


@dataclass(frozen=True)
class Actor:
    """Somebody who signs an operation: her account, her role here (none: ""), and whether she sees health files."""

    account: int
    role: str
    confidential: bool

    @property
    def writes(self) -> bool:
        """Whether she writes here at all."""
        return self.role in set(Role) - {Role.AUDITOR}


@dataclass
class Stage:
    """Two provinces with a row of every kind for every cell, one laptop with all rights, and people of every role."""

    world: World
    laptop: Laptop
    people: list[Actor]
    here: Mapping[tuple[Verb, str], tuple[int, int]]
    there: Mapping[tuple[Verb, str], tuple[int, int]]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    world = World(Path(tmp_path_factory.mktemp("rights")))
    world.province(THERE)
    laptop = world.laptop(confidential=True)
    with world.centre.database.write() as connection:
        accounts = Accounts(connection, world.centre.tables)
        people = [
            Actor(accounts.create_account(PLACE, "ا", "A", role=role, confidential=confidential), role, confidential)
            for role in (*Role, ADMINISTRATOR)
            for confidential in (False, True)
        ]
        elsewhere = accounts.create_account(THERE, "ا", "A", role="director", confidential=True)
        ended = accounts.add_person(PLACE, "ا", "A")
        general = scope_id(PLACE, Compartment.GENERAL)
        Roles(connection, world.centre.tables).give(Held(ended, 0, general, "clerk", "2025-01-01", "2025-12-31", 0))
        people += [Actor(account, "", False) for account in (elsewhere, ended, 999_999)]
    rows = count(1_000_000)
    yield Stage(world, laptop, people, filled(world, PLACE, rows), filled(world, THERE, rows))
    world.close()


def filled(world: World, place: int, rows: Iterator[int]) -> dict[tuple[Verb, str], tuple[int, int]]:
    """For each cell a person of a place, and a row of the kind in her dossier: (dossier, row)."""
    made: dict[tuple[Verb, str], tuple[int, int]] = {}
    effects = []
    for verb, kind in CELLS:
        person, own = row_id(CENTRE_DEVICE, next(rows)), row_id(CENTRE_DEVICE, next(rows))
        general = scope_id(place, Compartment.GENERAL)
        effects.append(Effect("employee", person, person, general, {"surname_ar": "العلوي"}))
        dossier, row = (person, own) if kind.root else (own, own)
        row = person if kind.name == "employee" else row
        if kind.name != "employee":
            fields: dict[str, Value] = {kind.root: person} if kind.root else {}
            fields |= {name: value for name, value in PLAUSIBLE.items() if name in kind.by_name}
            effects.append(Effect(kind.name, row, dossier, scope_of(kind, place), fields))
        made[(verb, kind.name)] = (person if kind.name == "employee" else dossier, row)
    with world.centre.database.write() as connection:
        tables = world.centre.tables
        sequences = Sequences(connection, tables, {effect.scope for effect in effects})
        write_as_centre(connection, tables, sequences, [(None, effect) for effect in effects], day="2026-01-01")
    return made


def scope_of(kind: RecordKind, place: int) -> int:
    """Where a row of a kind lives."""
    if kind.place is Place.PROVINCE:
        return scope_id(place, kind.compartment)
    return scope_id(NATION if kind.place is Place.NATION else region_of(place), Compartment.GENERAL)


def is_reading(verb: Verb, kind: RecordKind) -> bool:
    """The one cell in which everybody who works there is heard: an auditor and who has not the right above all."""
    return verb is Verb.READ and kind.writer is Writer.READER


def operation(verb: Verb, kind: RecordKind, target: tuple[int, int], author: int) -> Operation:
    """An operation of a cell; its fields are as good as they can be for any kind."""
    dossier, row = target
    root: dict[str, Value] = {kind.root: dossier} if kind.root else {}
    every: dict[Verb, dict[str, Value]] = {
        Verb.CREATE: root,
        Verb.ACT: root,
        Verb.CORRECT: {},
        Verb.WITHDRAW: {"withdrawn": "خطأ"},
        Verb.JOIN: {"merged_into": 5},
        Verb.PART: {"merged_into": None},
        Verb.SETTLE: {"choice": "mine"},
        Verb.STEP: {"step": "study", "act_kind": "bank_change", "act_row": row},
        Verb.READ: {"person": dossier, "deed": "opened"},
    }
    if is_reading(verb, kind):
        dossier = row = 0  # it is in no dossier, and makes no row
    fields = {name: value for name, value in every[verb].items() if name in kind.by_name}
    other = dossier + 50_000_000 if verb in (Verb.JOIN, Verb.PART) else 0  # nobody
    return Operation(verb=verb, kind=kind.name, row=row, dossier=dossier, other=other, fields=fields, author=author)


def said(verdict: Verdict) -> tuple[object, ...]:
    """What an answer says, without the number of the operation."""
    problems = [(p.code, p.field, tuple(sorted(p.params.items())), p.severity) for p in verdict.problems]
    return verdict.verdict, verdict.scope, verdict.seq, problems


def codes(verdict: Verdict) -> set[str]:
    return {problem.code for problem in verdict.problems}


def asks(stage: Stage, operations: Sequence[Operation]) -> list[Verdict]:
    """The centre's verdicts, in the order of the operations."""
    sealed = [stage.laptop.sealed(one) for one in operations]
    found = {(v.lane, v.n): v for v in stage.laptop.sends(stage.world.centre, *sealed)}
    return [found[(one.lane, one.n)] for one in sealed]


def some(stage: Stage, whole: bool) -> list[Actor]:
    """All people, or in the daily run one of each sort: a clerk of each compartment, who may not write, and nobody."""
    if whole:
        return stage.people
    kept = {(Role.CLERK.value, False), (Role.DIRECTOR.value, True), (Role.AUDITOR.value, True), (ADMINISTRATOR, True)}
    return [actor for actor in stage.people if (actor.role, actor.confidential) in kept or not actor.role]


DAILY = pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.prove)])


@DAILY
def test_every_verb_on_every_kind_by_every_role_in_her_own_province(stage: Stage, whole: bool) -> None:
    for actor in some(stage, whole):
        made = [operation(verb, kind, stage.here[(verb, kind.name)], actor.account) for verb, kind in CELLS]
        for (verb, kind), verdict in zip(CELLS, asks(stage, made), strict=True):
            cell = f"{actor.role or 'nobody'} {verb.name} {kind.name}"
            if not actor.role or actor.role == ADMINISTRATOR:
                assert (verdict.verdict, codes(verdict)) == ("rejected", {"author_unknown"}), cell
            elif is_reading(verb, kind):
                assert (verdict.verdict, codes(verdict)) == ("applied", set()), cell
            elif not actor.writes:
                assert (verdict.verdict, codes(verdict)) == ("rejected", {"auditor_reads_only"}), cell
            elif kind.compartment is Compartment.CONFIDENTIAL and not actor.confidential:
                assert (verdict.verdict, codes(verdict)) == ("rejected", {"unknown_row"}), cell
            elif kind.writer in (Writer.CENTRE, Writer.FOLD, Writer.READER) and verb is not Verb.SETTLE:
                assert verdict.verdict == "rejected", cell
            elif kind.writer is Writer.EDIT and verb in (Verb.CORRECT, Verb.WITHDRAW):
                assert not codes(verdict) & REFUSED, f"{cell}: {verdict}"


@DAILY
def test_what_is_elsewhere_is_answered_like_what_is_nowhere(stage: Stage, whole: bool) -> None:
    """Every verb, on rows of every kind in another province and on rows that nobody has: not one word differs."""
    absent = row_id(CENTRE_DEVICE, 900_000)
    for actor in some(stage, whole):
        if not actor.writes and not whole:
            continue  # refused before anything is looked at, as the cells above show
        foreign, nowhere = [], []
        for at, (verb, kind) in enumerate(CELLS):
            dossier, row = stage.there[(verb, kind.name)]
            own = absent + 2 * at
            foreign.append(operation(verb, kind, (dossier, row), actor.account))
            nowhere.append(operation(verb, kind, (own, own if dossier == row else own + 1), actor.account))
        for (verb, kind), one, other in zip(CELLS, asks(stage, foreign), asks(stage, nowhere), strict=True):
            if kind.place is not Place.PROVINCE:
                continue  # the nation's and the region's rows are everybody's to read
            cell = f"{actor.role or 'nobody'} {verb.name} {kind.name}"
            assert said(one) == said(other), cell
            assert one.verdict == "rejected" or is_reading(verb, kind), cell


@DAILY
def test_every_step_by_every_role(stage: Stage, whole: bool) -> None:
    """The table of steps says which roles take each; who is not among them is told so, and nobody else is."""
    world, laptop, kind = stage.world, stage.laptop, catalog.BY_NAME["act_step"]
    opinions = kind.by_name["opinion"].choices
    first = 2_000_000 + 100_000 * whole
    numbers = range(first, first + len(STEP_NAMES))
    acts = [(row_id(CENTRE_DEVICE, n), row_id(CENTRE_DEVICE, n + 50_000)) for n in numbers]
    publish_acts(world, acts)
    for actor in some(stage, whole):
        made = []
        for (person, act), step in zip(acts, STEP_NAMES, strict=True):
            fields: dict[str, Value] = {"employee": person, "act_kind": "bank_change", "act_row": act, "step": step}
            facts = {"on": DAY, "number": "12/2026", "remark": "ملاحظة", "opinion": opinions[0], "level": "P"}
            row = row_id(laptop.device, next(laptop.rows))
            every = {**fields, **facts}
            step_row = Operation(
                verb=Verb.STEP, kind=kind.name, row=row, dossier=person, fields=every, author=actor.account
            )
            made.append(step_row)
        for step, verdict in zip(STEP_NAMES, asks(stage, made), strict=True):
            cell = f"{actor.role or 'nobody'} {step}: {verdict}"
            if not actor.writes:
                assert verdict.verdict == "rejected", cell
                assert codes(verdict) <= {"author_unknown", "auditor_reads_only"}, cell
            else:
                assert ("role_may_not" in codes(verdict)) == (actor.role not in STEPS[step].roles), cell


def publish_acts(world: World, acts: Sequence[tuple[int, int]]) -> None:
    """People who have each asked for another account."""
    general = scope_id(PLACE, Compartment.GENERAL)
    effects = []
    for person, act in acts:
        facts: dict[str, Value] = {"employee": person, "state": "registered", "registered_on": DAY}
        effects.append(Effect("employee", person, person, general, {"surname_ar": "العلوي"}))
        effects.append(Effect("bank_change", act, person, general, facts))
    with world.centre.database.write() as connection:
        sequences = Sequences(connection, world.centre.tables, [general])
        write_as_centre(connection, world.centre.tables, sequences, [(None, one) for one in effects], day=DAY)


# -- routes and frames ------------------------------------------------------------------------------------------

ROUTES = {("/sync", "POST"), ("/enrol", "POST"), ("/health", "GET")}
"""Those of offices: each is asked below by strangers and by laptops with and without rights."""


def test_every_route_is_known_here(stage: Stage) -> None:
    routes = [route for route in make_app(stage.world.centre).routes if isinstance(route, Route)]
    found = {(route.path, method) for route in routes for method in (route.methods or ()) if method != "HEAD"}
    assert {one for one in found if not one[0].startswith(("/console", "/metrics"))} == ROUTES


def frames_about(scope: int, row: int) -> dict[str, Frame]:
    """A frame of every sort that can name a scope or a row."""
    return {
        "compare": Compare(scope, [(1, bytes(16))]),
        "hashes": Hashes(scope, 1, [(0, bytes(6))]),
        "parting": Parting([(scope, 0)], [(0, 0)]),
        "offer": Offer(row, bytes(32)),
        "piece": Piece(row, 0, b"x"),
        "want": Want(row, 0, 65_536),
        "renumber": Renumber([]),
    }


def test_every_frame_about_a_foreign_row_or_scope_is_answered_like_one_about_none(stage: Stage) -> None:
    world = stage.world
    foreign, nothing = scope_id(THERE, Compartment.CONFIDENTIAL), scope_id(6666, Compartment.GENERAL)
    papers = [stage.there[(Verb.CORRECT, kind)][1] for kind in ATTACHMENT_KINDS]
    names = [name for name in frames_about(0, 0) if name != "renumber"]
    with world.centre.database.read() as connection:
        known = heads(connection, world.centre.tables, stage.laptop.scopes)
    read = [ScopeMark(scope, 1, seq, True) for scope, seq in known.items()]
    with Serving(world.centre) as serving:
        for name in names:
            for paper in papers:
                bodies = []
                for scope, row in ((foreign, paper), (nothing, paper + 77)):
                    frame = frames_about(scope, row)[name]
                    laptop = stage.laptop
                    marks = [*read, ScopeMark(scope, 1, 0, True), ScopeMark(scope, 1, 0, False)]
                    asked = laptop.request(hello=laptop.hello(marks), others=[frame])
                    answer = post(serving.port, b"".join(asked))
                    bodies.append((answer.status, str(answer.frames).replace(str(row), "ROW").split("End(")[0]))
                    assert "6666" not in str(answer.frames)
                assert bodies[0] == bodies[1], name


def test_strangers_and_revoked_laptops_get_nothing_by_any_route(stage: Stage) -> None:
    world, laptop = stage.world, stage.world.laptop()
    revoked = world.laptop()
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(revoked.device, 0)
    with Serving(world.centre) as serving:
        laptop.key = Ed25519PrivateKey.generate()
        for frame in frames_about(scope_id(PLACE, Compartment.GENERAL), 5).values():
            stranger = post(serving.port, b"".join(laptop.request(others=[frame])))
            assert (stranger.status, [type(one).__name__ for one in stranger.frames]) == (401, ["Fault"])
            told = answer_of(
                world.centre, revoked.request(hello=revoked.hello(revoked.marks(complete=False)), others=[frame])
            )
            assert {type(one).__name__ for one in told} <= {"Result", "Fault"}
