"""`python -m tests.screenshots [--out FOLDER] [--only NAME] [--scaled]`: every screen as PNG; status 1 for a fault."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # the keyring of whoever runs this stays closed

from PySide6.QtWidgets import QApplication

from tests.screenshots.audit import SCREENS
from tests.screenshots.scenes import SCENES
from tests.screenshots.studio import Studio


def main(arguments: list[str]) -> int:
    """Take the pictures, list the faults; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", choices=SCENES, action="append", help="one group of screens; may be repeated")
    parser.add_argument("--scaled", action="store_true", help="at 150 %%, in what 1920x1080 then holds")
    wanted = parser.parse_args(arguments)
    if wanted.scaled:
        os.environ["QT_SCALE_FACTOR"] = "1.5"
    for old in wanted.out.glob("*/*.png"):
        old.unlink()
    width, height = SCREENS["1920x1080 at 150 %"]
    app = QApplication([])
    studio = Studio(app, wanted.out, width=width, heights=(height,)) if wanted.scaled else Studio(app, wanted.out)
    with tempfile.TemporaryDirectory(prefix="massar-pictures-") as folder:
        for name, scene in SCENES.items():
            if not wanted.only or name in wanted.only:
                scene(studio, Path(folder))
    faults = list(dict.fromkeys(studio.faults))
    sys.stdout.write("".join(f"FAULT {fault}\n" for fault in faults))
    sys.stdout.write(f"{len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
