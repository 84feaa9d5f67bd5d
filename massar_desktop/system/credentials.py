"""The operating system's keyring, which may be missing, locked or only pretend: then the password alone opens.

`keyring` is loaded inside the methods (80 ms), and a locked keyring may ask the person: never on the UI thread, and
with a time-out that is the caller's.
"""

from __future__ import annotations

import sys

_SERVICE = "massar"


def _failures() -> tuple[type[Exception], ...]:
    """What the backends raise when there is no keyring to speak to."""
    from keyring.errors import KeyringError

    if sys.platform == "win32":
        from win32ctypes.pywin32.pywintypes import error as windows_error

        return KeyringError, OSError, windows_error
    return KeyringError, OSError


class SystemKeyring:
    """Secrets of this person's session on this computer."""

    def get(self, name: str) -> str | None:
        """The secret; None when it is not there, or the keyring is missing or locked."""
        import keyring

        try:
            return keyring.get_password(_SERVICE, name)
        except _failures():
            return None

    def set(self, name: str, value: str) -> bool:
        """Keep a secret; False when the keyring is missing or locked."""
        import keyring

        try:
            keyring.set_password(_SERVICE, name, value)
        except _failures():
            return False
        return True

    def delete(self, name: str) -> None:
        """Forget a secret, if it is there and the keyring is available."""
        import keyring

        try:
            keyring.delete_password(_SERVICE, name)
        except _failures():
            return
