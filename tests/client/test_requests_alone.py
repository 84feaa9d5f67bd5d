"""What guesses charsets is not loaded with an exchange, and requests goes as well without it."""

import subprocess
import sys

_SAYS = """
import sys
from sync.client import http
from sync.client.requests_alone import requests
held = [name for name in sys.modules if name.split(".")[0] in ("chardet", "charset_normalizer")]
answer = requests.Response()
answer._content = "سلام".encode()
print(held, answer.text == "سلام", requests.get is http.requests.get)
import charset_normalizer  # whoever wants it later has it
"""


def test_an_exchange_loads_nothing_that_guesses_charsets() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", _SAYS], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "[] True True"
    assert not done.stderr
