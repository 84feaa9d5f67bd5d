"""How this program reaches the network: as the system says, without any proxy, or by one's own.

It is said in this process's environment, which both requests and urllib read, so that the name of the network
(sync/client/network.py) follows it too.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import Final
from urllib.parse import urlsplit

from massar_desktop.system.preferences import ProxyMode

_NAMES: Final = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
_EXCEPT: Final = ("NO_PROXY", "no_proxy")
_NEVER: Final = "localhost,127.0.0.1"


class Proxy:
    """Puts a choice in force; what the system said comes back with "system"."""

    def __init__(self, environment: MutableMapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._said = {name: environment[name] for name in (*_NAMES, *_EXCEPT) if name in environment}

    def use(self, mode: ProxyMode, address: str) -> None:
        """From the next exchange on."""
        for name in (*_NAMES, *_EXCEPT):
            self._environment.pop(name, None)
        if mode == "system":
            self._environment.update(self._said)
        elif mode == "none":
            self._environment.update(dict.fromkeys(_EXCEPT, "*"))
        else:
            self._environment.update(dict.fromkeys(_NAMES, address))
            self._environment.update(dict.fromkeys(_EXCEPT, _NEVER))


def read_proxy(text: str) -> str | None:
    """The address of a proxy as it was typed, with its scheme; None when it is none, or holds a password."""
    typed = text.strip()
    whole = typed if "://" in typed else f"http://{typed}"
    try:
        parts = urlsplit(whole)
        port = parts.port
    except ValueError:
        return None
    if any(sign.isspace() for sign in typed) or parts.scheme not in ("http", "https") or parts.username is not None:
        return None
    return f"{parts.scheme}://{parts.hostname}:{port}" if parts.hostname and port else None
