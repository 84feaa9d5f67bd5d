"""Wire codes: stable, each retryable or not, and the error that the codec raises."""

from __future__ import annotations

from enum import StrEnum


class WireCode(StrEnum):
    """Why a request was refused, or ended after the answers to what was sent; whole frames before it are stored."""

    MALFORMED = "malformed"
    TOO_LARGE = "too_large"
    NOT_TRUSTED = "not_trusted"  # unknown device, bad signature, wrong code: one answer for all
    REVOKED = "revoked"
    UPGRADE_NEEDED = "upgrade_needed"  # for pull only: uploads are always taken
    CLONED = "cloned_device"
    BUSY = "busy"
    OTHER_EPOCH = "other_epoch"
    MISDIRECTED = "misdirected"  # a file that was made for somebody else
    UNKNOWN_DICTIONARY = "unknown_dictionary"  # packed by another version: send it plain


RETRYABLE: frozenset[WireCode] = frozenset({WireCode.BUSY})

HTTP_STATUS: dict[WireCode, int] = {
    WireCode.MALFORMED: 400,
    WireCode.TOO_LARGE: 413,
    WireCode.NOT_TRUSTED: 401,
    WireCode.REVOKED: 403,
    WireCode.UPGRADE_NEEDED: 426,
    WireCode.CLONED: 409,
    WireCode.BUSY: 503,
    WireCode.OTHER_EPOCH: 409,
    WireCode.MISDIRECTED: 421,
    WireCode.UNKNOWN_DICTIONARY: 415,
}


class WireError(Exception):
    """A message breaks the protocol; `code` is what the other side is told."""

    def __init__(self, code: WireCode, retry_after_s: int = 0) -> None:
        super().__init__(code.value)
        self.code = code
        self.retry_after_s = retry_after_s
