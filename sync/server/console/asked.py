"""A request of somebody who is signed in, and how it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import HTMLResponse

from sync.domain.ids import NATION, region_of
from sync.server.console.session import Session
from sync.server.console.view import View

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Nothing from elsewhere is loaded, no script runs at all, and no page is kept or framed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks what: `places` are those she administers, `audits` those that she reads as an auditor."""

    view: View
    session: Session
    places: frozenset[int]
    audits: frozenset[int]
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]
    now_ms: int

    def reads(self, place: int) -> bool:
        """Whether she may look at a place: her own, or one below it."""
        return not {place, region_of(place), NATION}.isdisjoint(self.sees)

    @property
    def sees(self) -> frozenset[int]:
        """The places that she looks at, with all that is below them."""
        return self.places | self.audits


def page(content: str, status: int = 200) -> HTMLResponse:
    """A page as an answer."""
    return HTMLResponse(content, status, HEADERS)
