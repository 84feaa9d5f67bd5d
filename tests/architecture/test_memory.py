"""The app keeps neither the text of its own source in memory, nor what it loads for nothing."""

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


_ALONE = """
import sys
import massar_desktop.app.main as main
main._load()
print("asyncio" in sys.modules, "asyncio.events" in sys.modules)
from sqlalchemy.util import concurrency
try:
    raise concurrency.asyncio.CancelledError
except BaseException as ended:
    print(concurrency.is_exit_exception(ended), sys.modules["asyncio"].CancelledError is type(ended))
"""


def test_sqlalchemy_loads_asyncio_when_it_needs_it_only() -> None:
    done = subprocess.run([sys.executable, "-c", _ALONE], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "False", "True", "True"]
