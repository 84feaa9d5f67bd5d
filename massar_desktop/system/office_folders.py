"""What can be known of an office's folder before it is opened: whether it holds one, and whether it is practice."""

from __future__ import annotations

import json
from pathlib import Path

from massar_desktop.system.paths import office_folder

PRACTICE_MARK = "practice.json"
"""Beside the key file of a practice office: the sign-in screen must know it before the encrypted file is open."""


def is_office(folder: Path) -> bool:
    """True when a folder holds an office."""
    from sync.client.key_file import has_office

    return has_office(folder)


def mark_practice(folder: Path) -> None:
    """Say beside the office that its people are invented."""
    (folder / PRACTICE_MARK).write_text(json.dumps({"practice": True}), encoding="utf-8")


def is_practice(folder: Path) -> bool:
    """True for an office whose people are invented."""
    return (folder / PRACTICE_MARK).exists()


def default_folder() -> Path:
    """This computer's office; its practice province when there is only that."""
    office, practice = office_folder(), office_folder(practice=True)
    return practice if is_office(practice) and not is_office(office) else office
