"""The newest spreadsheets of some folders: which files are offered, in which order, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

from massar_desktop.system.newest_files import NewFile, newest_of


def wrote(path: Path, at: float, text: str = "a;b") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def test_the_newest_of_all_folders_come_first(tmp_path: Path) -> None:
    old = wrote(tmp_path / "Downloads" / "قديمة.CSV", 1_000)
    new = wrote(tmp_path / "stick" / "liste.xlsx", 3_000, "abcd")
    middle = wrote(tmp_path / "Downloads" / "b.ods", 2_000)
    folders = [tmp_path / "Downloads", tmp_path / "gone", tmp_path / "stick", tmp_path / "Downloads"]

    assert newest_of(folders) == [NewFile(new, 3_000, 4), NewFile(middle, 2_000, 3), NewFile(old, 1_000, 3)]
    assert [one.path for one in newest_of(folders, most=2)] == [new, middle]


def test_what_is_no_list_is_passed_over(tmp_path: Path) -> None:
    for name in ("~$open.xlsx", ".hidden.csv", "letter.docx", "read me.txt", "archive.xlsx.zip"):
        wrote(tmp_path / name, 1_000)
    wrote(tmp_path / "empty.csv", 1_000, "")
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "nowhere.ods").symlink_to(tmp_path / "gone.ods")

    assert newest_of([tmp_path]) == []
