"""Which server is the centre: TLS 1.3 under one pinned authority; plain HTTP to this computer only (sync.md 3.10)."""

from __future__ import annotations

import ipaddress
import ssl
from urllib.parse import urlsplit

from sync.client.requests_alone import HTTPAdapter, requests

_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python's ssl module has no name for."""
_LOST = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError, ConnectionError, TimeoutError)
"""How a handshake ends when the line does."""


def is_local(address: str) -> bool:
    """True for this very computer: the demonstration and the tests need no certificate."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_trustworthy(address: str) -> bool:
    """True when nobody on the way can read or change what goes there."""
    return urlsplit(address).scheme == "https" or is_local(address)


def pin(session: requests.Session, authority: str, *, clock_is_behind: bool = False) -> None:
    """Accept, for https, only servers that this authority (PEM text) vouches for, by TLS 1.3.

    A clock that is known to be behind the centre's last time cannot judge a certificate's dates: then the key alone
    proves the centre, and its time corrects the clock.
    """
    context = ssl.create_default_context(cadata=authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if clock_is_behind:
        context.verify_flags |= _NO_CHECK_TIME
    session.mount("https://", _Pinned(context))


class _Pinned(HTTPAdapter):
    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: object) -> None:
        """Called by requests when it makes its connections."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **options)


def was_cut(wrong: BaseException) -> bool:
    """True when a handshake failed because the line was lost, and not for what the other end showed."""
    seen: set[int] = set()
    waiting: list[object] = [wrong]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        if isinstance(one, _LOST):
            return True
        seen.add(id(one))
        waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    return False
