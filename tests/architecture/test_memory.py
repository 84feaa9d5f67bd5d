"""The app does not keep the text of its own source in memory."""

import subprocess
import sys

_LOADED = """
import massar_desktop.app, linecache
import massar_desktop.app.workplace
print(sum(len(one[2]) for one in linecache.cache.values() if len(one) > 2))
"""


def test_what_is_imported_is_not_read_as_source_and_kept() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True, timeout=60)
    lines = int(done.stdout)
    assert lines < 50_000  # 200,000 lines otherwise; PySide itself and what it loads were read before
