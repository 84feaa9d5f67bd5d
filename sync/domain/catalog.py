"""The explicit lists of records and acts, and look-ups by name and number.

Explicit, not by import side effect: a frozen installer drops modules that nobody imports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from sync.domain.act import Act
from sync.domain.acts.abandonment import Abandonment
from sync.domain.acts.age_retirement import AgeRetirement
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.acts.arrival_minutes import ArrivalMinutes
from sync.domain.acts.availability import Availability
from sync.domain.acts.bank_change import BankChange
from sync.domain.acts.death import Death
from sync.domain.acts.detachment import Detachment
from sync.domain.acts.early_retirement import EarlyRetirement
from sync.domain.acts.echelon import EchelonAdvancement
from sync.domain.acts.exceptional_leave import ExceptionalLeave
from sync.domain.acts.family_change import FamilyChange
from sync.domain.acts.grade_advancement import GradeAdvancement
from sync.domain.acts.interest_transfer import InterestTransfer
from sync.domain.acts.justified_absence import JustifiedAbsence
from sync.domain.acts.kafala_leave import KafalaLeave
from sync.domain.acts.maternity_leave import MaternityLeave
from sync.domain.acts.nursing_leave import NursingLeave
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.acts.paternity_leave import PaternityLeave
from sync.domain.acts.pilgrimage_leave import PilgrimageLeave
from sync.domain.acts.presence_census import PresenceCensus
from sync.domain.acts.provincial_move import ProvincialMove
from sync.domain.acts.put_at_disposal import PutAtDisposal
from sync.domain.acts.resignation import Resignation
from sync.domain.acts.sick_long import LongSickLeave
from sync.domain.acts.sick_medium import MediumSickLeave
from sync.domain.acts.sick_short import ShortSickLeave
from sync.domain.acts.situation_correction import SituationCorrection
from sync.domain.acts.spouse_transfer import SpouseTransfer
from sync.domain.acts.tasking import Tasking
from sync.domain.acts.tenure import Tenure
from sync.domain.acts.unjustified_absence import UnjustifiedAbsence
from sync.domain.acts.unpaid_leave import UnpaidLeave
from sync.domain.acts.work_accident import WorkAccident
from sync.domain.entities.attachment import Attachment, ConfidentialAttachment
from sync.domain.entities.conflict import Anomaly, ConfidentialConflict, Conflict
from sync.domain.entities.dependant import Dependant, Disability
from sync.domain.entities.diploma import Diploma
from sync.domain.entities.directory_entry import DirectoryEntry
from sync.domain.entities.employee import Employee
from sync.domain.entities.leave_notice import LeaveNotice
from sync.domain.entities.note import ConfidentialNote, Note
from sync.domain.entities.reading import Reading
from sync.domain.entities.rules import Delegation, GradeIndex, Holiday, Interim, Limit, ReferencePackage
from sync.domain.entities.school import Code, School, SchoolChange
from sync.domain.entities.situation import Situation
from sync.domain.entities.step import ActStep, ConfidentialStep
from sync.domain.entities.transfer_stub import TransferStub
from sync.domain.record import RecordKind, kind_of

ENTITIES: Final[tuple[type[Any], ...]] = (
    ReferencePackage,
    Code,
    Limit,
    Delegation,
    Holiday,
    GradeIndex,
    School,
    SchoolChange,
    Interim,
    Employee,
    Situation,
    Dependant,
    Disability,
    Diploma,
    Conflict,
    ConfidentialConflict,
    Anomaly,
    Attachment,
    ConfidentialAttachment,
    Note,
    ConfidentialNote,
    ActStep,
    ConfidentialStep,
    LeaveNotice,
    TransferStub,
    DirectoryEntry,
    Reading,
)
ACTS: Final[tuple[type[Act], ...]] = (
    OpeningSituation,
    SituationCorrection,
    AnnualLeave,
    ExceptionalLeave,
    MaternityLeave,
    PaternityLeave,
    ShortSickLeave,
    MediumSickLeave,
    LongSickLeave,
    UnjustifiedAbsence,
    Abandonment,
    InterestTransfer,
    Tasking,
    ArrivalMinutes,
    EchelonAdvancement,
    Tenure,
    FamilyChange,
    BankChange,
    Availability,
    AgeRetirement,
    Resignation,
    PresenceCensus,
    Detachment,
    PilgrimageLeave,
    SpouseTransfer,
    KafalaLeave,
    NursingLeave,
    UnpaidLeave,
    JustifiedAbsence,
    WorkAccident,
    ProvincialMove,
    GradeAdvancement,
    EarlyRetirement,
    Death,
    PutAtDisposal,
)

KINDS: Final[tuple[RecordKind, ...]] = tuple(kind_of(cls) for cls in (*ENTITIES, *ACTS))
"""All kinds, reference data first: pages and snapshots carry them in this order."""
BY_NAME: Final[Mapping[str, RecordKind]] = {kind.name: kind for kind in KINDS}
BY_NUMBER: Final[Mapping[int, RecordKind]] = {kind.number: kind for kind in KINDS}
ACT_BY_KIND: Final[Mapping[str, type[Act]]] = {cls.KIND.name: cls for cls in ACTS}


def kind(name: str) -> RecordKind:
    """The declaration of a kind; KeyError when the catalogue has none."""
    return BY_NAME[name]


def fingerprint() -> str:
    """A short hash of all that tables and wire columns derive from: differs when a declaration does."""
    facts = [
        (
            *(k.name, k.number, k.place, int(k.compartment), k.writer, k.root),
            *((f.number, f.name, f.kind.name, f.unique, f.indexed) for f in k.fields),
        )
        for k in KINDS
    ]
    return hashlib.blake2b(repr(facts).encode(), digest_size=8).hexdigest()
