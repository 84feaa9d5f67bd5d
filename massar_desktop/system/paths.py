"""Where the application keeps an office's data on this computer."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

OVERRIDE = "MASSAR_DATA"
"""Names another data folder, for a second office on one computer and for tests."""


def data_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder of everything the application keeps; it is not made here.

    Windows: %LOCALAPPDATA%/Massar (never the roaming profile: a database must not travel through a logon script).
    Linux: $XDG_DATA_HOME/massar, by default ~/.local/share/massar. macOS: ~/Library/Application Support/Massar.
    """
    override = environment.get(OVERRIDE)
    if override:
        return Path(override)
    home = Path.home()
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "Massar"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Massar"
    share = environment.get("XDG_DATA_HOME")
    return (Path(share) if share and Path(share).is_absolute() else home / ".local" / "share") / "massar"


def authority(data: Path | None = None) -> str:
    """The certificate authority that the ministry installed beside the data, as PEM text; empty when there is none."""
    file = (data or data_folder()) / "authority.pem"
    return file.read_text(encoding="ascii") if file.exists() else ""


def office_folder(data: Path | None = None, *, practice: bool = False) -> Path:
    """The folder of this computer's office, or of its practice province; the two never share a file."""
    return (data or data_folder()) / ("practice" if practice else "office")
