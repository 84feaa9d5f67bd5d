"""Why an exchange did not go through: four families, each with what can be done (design.md 9)."""

from __future__ import annotations


class ExchangeError(Exception):
    """An exchange ended early; everything absorbed before stays, the rest is offered again. `code` is translated."""

    code = "exchange_failed"


class Unreachable(ExchangeError):
    """No line, or it was cut: time mends it. Never a pop-up. `begun`: it was cut, after there had been one."""

    code = "unreachable"

    def __init__(self, reason: str = "", *, begun: bool = True) -> None:
        super().__init__(reason)
        self.begun = begun


class Busy(ExchangeError):
    """The centre asks to come back later."""

    code = "busy"

    def __init__(self, retry_after_s: int = 30) -> None:
        super().__init__(self.code)
        self.retry_after_s = retry_after_s


class NotTrusted(ExchangeError):
    """The centre does not know this laptop, or this is not the centre: the head of HR must enrol it again."""

    code = "not_trusted"


class EraseOrdered(ExchangeError):
    """An administrator has this laptop erased: what it has not sent is sealed for the centre, then its keys are
    destroyed (client/erasure.py). The order is signed by the centre."""

    code = "erase_ordered"


class UpgradeNeeded(ExchangeError):
    """This program is too old to receive; what was sent is safe."""

    code = "upgrade_needed"


class Misunderstood(ExchangeError):
    """The centre refused the request as malformed, or answered what cannot be read: for support."""

    code = "misunderstood"


class ChangesMissing(Misunderstood):
    """What came does not follow what was read: changes before it are missing. Nothing of it was kept."""


class UnknownDictionary(Misunderstood):
    """The centre has not the dictionary by which frames were packed: they are packed again without one."""


class OtherHistory(ExchangeError):
    """The centre's history is not the one this office has read, or this laptop was cloned: nothing is wiped."""

    code = "other_history"


class ClonedDevice(OtherHistory):
    """Another laptop works under this one's number: a copied or an older file. It gets a number of its own."""

    code = "cloned_device"


class VerificationFailed(ExchangeError):
    """What this office holds is not what the centre holds, and mending it twice did not help: for support.

    Everything is exchanged and nothing was wiped.
    """

    code = "verification_failed"


class TooManyRemoved(ExchangeError):
    """The centre's pages would take away more than one row in twenty, and no signed reason came with them.

    Everything before them is kept, they are not; the administration gives the reason, and the next exchange goes on.
    """

    code = "too_many_removed"

    def __init__(self, rows: int = 0) -> None:
        super().__init__(f"{rows} rows")
        self.rows = rows


class Cancelled(ExchangeError):
    """The clerk stopped the exchange; what arrived stays."""

    code = "cancelled"


class BundleError(ExchangeError):
    """A file of a stick cannot be used. Nothing changed here, and what waits, waits."""

    code = "bundle_failed"


class BundleUnreadable(BundleError):
    """No bundle, or it was damaged on the way: copy it again, or ask for another."""

    code = "bundle_unreadable"


class BundleTooNew(BundleError):
    """A newer version of the program wrote it."""

    code = "bundle_too_new"


class BundleNotOurs(BundleError):
    """Nothing in it is for this office: it is for another laptop, another province or another centre."""

    code = "bundle_not_ours"


class BundleIsRequest(BundleError):
    """A request for the centre was chosen where a reply of the centre is needed."""

    code = "bundle_is_request"


class NoBundleKey(BundleError):
    """This office does not know the key yet: it comes with the next exchange, over a line or in its own reply."""

    code = "bundle_no_key"


class StickFailed(BundleError):
    """The file cannot be read or written: the stick is full, write-protected, or was pulled out."""

    code = "stick_failed"


class NoEnrolmentAsked(BundleError):
    """No enrolment was asked from this computer, or what was kept of it is gone: ask again with a new code."""

    code = "no_enrolment_asked"
