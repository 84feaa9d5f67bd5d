"""Exchange over requests: one POST, frames absorbed as they come, errors translated into ours."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import msgspec
from urllib3.exceptions import NewConnectionError

from sync.client import network
from sync.client.errors import ExchangeError, Misunderstood, NotTrusted, Unreachable
from sync.client.pacing import STALL_S
from sync.client.refusal import refusal
from sync.client.requests_alone import requests
from sync.client.trust import is_trustworthy, pin, was_cut
from sync.protocol import codec
from sync.protocol.errors import WireError
from sync.protocol.exchange import EnrolAnswer, EnrolRequest, Traffic
from sync.protocol.messages import CONTENT_TYPE, PROTOCOL, Fault, Frame

CONNECT_S = 20
"""Time-out for a connection, and for each piece that is sent; there is none for the whole (sync.md 3.7)."""
SLOWEST_KBIT_S = 16
"""What was handed to this computer's network may take so long to leave it before the centre can answer."""
_CHUNK = 4096
_LINE_END = 2
_JSON = "application/json"
_GATEWAY = (502, 503, 504)


class HttpExchange:
    """The centre behind an address. `authority` is the pinned certificate authority for https, as PEM text."""

    def __init__(self, address: str, authority: str = "", *, clock_is_behind: bool = False) -> None:
        self._address = address.rstrip("/")
        self.stall_s: float = STALL_S
        """After so many seconds in which nothing comes the line is given up."""
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": "massar", "Accept-Encoding": "identity"})
        for said_anyway in ("Accept", "Connection"):  # their values are what HTTP/1.1 takes without them
            del self._session.headers[said_anyway]
        if authority:
            pin(self._session, authority, clock_is_behind=clock_is_behind)

    def close(self) -> None:
        """End the connection."""
        self._session.close()

    @property
    def network(self) -> str:
        """A word for the network by which the centre is reached now."""
        return network.name_of(self._address)

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's as they become whole; raises ExchangeError."""
        body = b"".join(frames)
        splitter = codec.Splitter()
        self._check_address()
        try:
            with self._session.post(
                # In pieces: a time-out holds for each of them, not for the whole of a large body on a slow line.
                f"{self._address}/sync",
                data=io.BytesIO(body),
                stream=True,
                timeout=(CONNECT_S, self.stall_s + len(body) * 8 / (SLOWEST_KBIT_S * 1000)),
            ) as answer:
                traffic.bytes_up += _request_bytes(answer.request, len(body))
                traffic.bytes_down += _head_bytes(answer)
                _check_head(answer)
                _check_source(answer)
                for piece in _pieces(answer, traffic):
                    for payload in splitter.feed(piece):
                        yield _checked(codec.unpack_down(payload))
                if answer.status_code != requests.codes.ok:
                    raise Misunderstood(f"status {answer.status_code} without a reason")
        except requests.exceptions.SSLError as wrong:
            raise _of_handshake(wrong) from wrong
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as cut:
            raise Unreachable(type(cut).__name__, begun=_had_begun(cut)) from cut
        except requests.RequestException as wrong:
            raise Misunderstood(type(wrong).__name__) from wrong
        except WireError as wrong:
            raise Misunderstood(wrong.code.value) from wrong

    def _check_address(self) -> None:
        """Files of staff never cross a network in the clear."""
        if urlsplit(self._address).scheme == "http" and not is_trustworthy(self._address):
            raise NotTrusted("an address without https")

    def enrol(self, code: str, public_key: bytes) -> EnrolAnswer:
        """Trade a one-time code for this laptop's enrolment; raises ExchangeError."""
        asked = msgspec.json.encode(EnrolRequest(code, public_key, PROTOCOL))
        self._check_address()
        try:
            answer = self._session.post(f"{self._address}/enrol", data=asked, timeout=(CONNECT_S, self.stall_s))
        except requests.exceptions.SSLError as wrong:
            raise _of_handshake(wrong) from wrong
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as cut:
            raise Unreachable(type(cut).__name__) from cut
        except requests.RequestException as wrong:
            raise Misunderstood(type(wrong).__name__) from wrong
        _check_head(answer)
        if answer.status_code == requests.codes.ok:
            try:
                return msgspec.json.decode(answer.content, type=EnrolAnswer)
            except msgspec.DecodeError as wrong:
                raise Misunderstood("enrolment") from wrong
        _check_source(answer)
        try:
            for payload in codec.Splitter().feed(answer.content):
                _checked(codec.unpack_down(payload))
        except WireError as wrong:
            raise Misunderstood(wrong.code.value) from wrong
        raise Misunderstood(f"status {answer.status_code}")


def _of_handshake(wrong: Exception) -> ExchangeError:
    """A stranger's certificate, or a line that was lost while the two ends made themselves known."""
    if was_cut(wrong):
        return Unreachable(type(wrong).__name__)
    return NotTrusted("not the centre's certificate")


def _had_begun(lost: Exception) -> bool:
    """Whether there was a connection that was lost, and not none at all."""
    if isinstance(lost, requests.ConnectTimeout | requests.exceptions.ProxyError):
        return False
    return not isinstance(getattr(lost.args[0] if lost.args else None, "reason", None), NewConnectionError)


def _check_head(answer: requests.Response) -> None:
    """Leave when the line broke within the head: `requests` takes what came of it for the whole of one.

    Every answer of the centre has one of two types, and says how long it is.
    """
    told = answer.headers
    kind = told.get("Content-Type", "")
    ends = told.get("Transfer-Encoding") == "chunked" or told.get("Content-Length", "").isdigit()
    if any(one.startswith(kind) and not (ends and one == kind) for one in (CONTENT_TYPE, _JSON)):
        raise Unreachable("the head of an answer has no end", begun=True)


def _check_source(answer: requests.Response) -> None:
    """Leave when it is not the centre that answers, but something on the way: a portal, or a proxy without a centre."""
    if answer.headers.get("Content-Type") == CONTENT_TYPE:
        return
    if answer.status_code in _GATEWAY:
        raise Unreachable(f"status {answer.status_code}")
    raise Misunderstood(f"status {answer.status_code} and no frames")


def _checked(frame: Frame) -> Frame:
    """The frame, unless it is a refusal: that becomes one of our errors."""
    if isinstance(frame, Fault):
        raise refusal(frame)
    return frame


def _request_bytes(request: requests.PreparedRequest, body: int) -> int:
    first = f"{request.method} {request.path_url} HTTP/1.1"
    host = f"Host: {urlsplit(str(request.url)).netloc}"
    return body + len(first) + len(host) + _LINE_END * 3 + _header_bytes(request.headers)


def _head_bytes(answer: requests.Response) -> int:
    return len(f"HTTP/1.1 {answer.status_code} {answer.reason}") + _LINE_END * 2 + _header_bytes(answer.headers)


def _pieces(answer: requests.Response, traffic: Traffic) -> Iterator[bytes]:
    """The body as it comes, counted with what HTTP adds: around each chunk its length in hexadecimal and two line ends.

    A chunk that is longer than what is read at once comes in several pieces, of which the last is shorter.
    """
    chunked = answer.headers.get("Transfer-Encoding") == "chunked"
    length = 0
    for piece in answer.iter_content(_CHUNK):
        traffic.bytes_down += len(piece)
        length += len(piece)
        if chunked and len(piece) < _CHUNK:
            traffic.bytes_down += _around(length)
            length = 0
        yield piece
    if chunked:
        traffic.bytes_down += (_around(length) if length else 0) + _around(0)


def _around(length: int) -> int:
    return len(f"{length:x}") + _LINE_END * 2


def _header_bytes(headers: object) -> int:
    items = dict(headers).items()  # type: ignore[call-overload]  # requests' own mapping
    return sum(len(name) + len(value) + 2 + _LINE_END for name, value in items)
