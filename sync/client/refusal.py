"""What a refusal of the centre is at the office, whatever carried it."""

from __future__ import annotations

from sync.client.errors import (
    Busy,
    ClonedDevice,
    ExchangeError,
    Misunderstood,
    NotTrusted,
    OtherHistory,
    UnknownDictionary,
    UpgradeNeeded,
)
from sync.protocol.errors import WireCode
from sync.protocol.messages import Fault

_FAMILIES: dict[str, type[ExchangeError]] = {
    WireCode.NOT_TRUSTED: NotTrusted,
    WireCode.REVOKED: NotTrusted,
    WireCode.UPGRADE_NEEDED: UpgradeNeeded,
    WireCode.CLONED: ClonedDevice,
    WireCode.OTHER_EPOCH: OtherHistory,
    WireCode.UNKNOWN_DICTIONARY: UnknownDictionary,
}


def refusal(fault: Fault) -> ExchangeError:
    """The error of a refusal, whatever carried it."""
    if fault.code == WireCode.BUSY:
        return Busy(fault.retry_after_s)
    return _FAMILIES.get(fault.code, Misunderstood)(fault.code)
