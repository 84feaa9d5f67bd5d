"""The console's addresses: who asks, may she, what was sent; then a page, or a deed of an administrator."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import select, update
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sync.domain.ids import NATION, Compartment, region_of, scope_id
from sync.domain.lifecycle import Role
from sync.server import audit, founding, passwords
from sync.server.console import deeds, pages, reading, style
from sync.server.console.asked import HEADERS, Asked, page
from sync.server.console.session import COOKIE, Session, Sessions
from sync.server.console.view import ROOT, View
from sync.server.console.words import LANGUAGES
from sync.server.roles import Held, Roles, day_of, places_of
from sync.server.service import Centre
from sync.storage.errors import StorageError

FORM_LIMIT = 32_768
"""Bytes of a form that are read."""
_LANGUAGE = "massar_language"
_YEAR_S = 31_536_000


Answer = Callable[[Asked], Response]


class Console:
    """The pages on one centre."""

    def __init__(self, centre: Centre, secret: bytes) -> None:
        self._centre = centre
        self._sessions = Sessions(secret)
        self._deeds = deeds.Deeds(centre)

    def routes(self) -> list[BaseRoute]:
        """All addresses, for the application."""
        signed = self._signed
        return [
            Route(f"{ROOT}/style-{style.NAME}.css", self._style),
            Route(f"{ROOT}/language/{{language}}", self._language),
            Route(f"{ROOT}/sign-in", self._door, methods=["GET"]),
            Route(f"{ROOT}/sign-in", self._sign_in, methods=["POST"]),
            Route(f"{ROOT}/sign-out", signed(self._sign_out), methods=["POST"]),
            Route(ROOT, signed(self._overview), methods=["GET"]),
            Route(f"{ROOT}/place/{{place:int}}", signed(self._deeds.place), methods=["GET"]),
            Route(f"{ROOT}/place/{{place:int}}/{{deed}}", signed(self._deeds.at_place), methods=["POST"]),
            Route(f"{ROOT}/laptop/{{device:int}}/{{deed}}", signed(self._deeds.of_laptop), methods=["POST"]),
            Route(f"{ROOT}/password", signed(self._deeds.own_password), methods=["GET"]),
            Route(f"{ROOT}/password", signed(self._deeds.new_password), methods=["POST"]),
            Route(f"{ROOT}/audit", signed(self._deeds.audit), methods=["GET"]),
            Route(f"{ROOT}/audit", signed(self._deeds.verify), methods=["POST"]),
            Route(f"{ROOT}/reference", signed(self._deeds.reference), methods=["GET"]),
            Route(f"{ROOT}/reference/{{step}}", signed(self._deeds.publishing), methods=["POST"]),
        ]

    # -- the door ----------------------------------------------------------------------------------------------

    async def _style(self, _: Request) -> Response:
        return Response(
            style.SHEET, media_type="text/css", headers={"Cache-Control": f"public, max-age={_YEAR_S}, immutable"}
        )

    async def _language(self, request: Request) -> Response:
        """Another language; back to the page where it was asked for."""
        language = request.path_params["language"]
        came = urlsplit(request.headers.get("referer", ""))
        back = f"{came.path}?{came.query}" if came.path.startswith(ROOT) else ROOT
        answer = RedirectResponse(back, 303, HEADERS)
        if language in LANGUAGES:
            answer.set_cookie(_LANGUAGE, language, _YEAR_S, path=ROOT, samesite="lax", httponly=True)
        return answer

    async def _door(self, request: Request) -> Response:
        return page(pages.door(self._stranger(request)))

    async def _sign_in(self, request: Request) -> Response:
        form, view = await _form(request), self._stranger(request)
        now = self._centre.now_ms()
        if form is None or not self._sessions.is_of_door(form.get("token", ""), now):
            return page(pages.door(view, "unsafe_form"), 403)
        asker = request.client.host.encode() if request.client else b""
        found = await run_in_threadpool(self._tried, form, asker)
        if isinstance(found, str):
            return page(pages.door(view, found), 429 if found == "too_many_tries" else 401)
        answer = RedirectResponse(ROOT, 303, HEADERS)
        self._keep(answer, request, found)
        return answer

    def _tried(self, form: Mapping[str, str], asker: bytes) -> Session | str:
        """Her session, or the word for why not."""
        centre, typed = self._centre, form.get("account", "")
        account, now = int(typed) if typed.isdecimal() and len(typed) < 16 else 0, self._centre.now_ms()
        with centre.database.write() as connection:
            right = passwords.signs_in(connection, centre.tables, (account, form.get("password", "")), asker, now)
            if right is None:
                return "too_many_tries"
            roles = Roles(connection, centre.tables).of(account)
            if not right or not any(_rights(roles, now)):
                return "wrong_sign_in"
            t = centre.tables.directory.account
            row = connection.execute(select(t.c.place, t.c.password, t.c.session).where(t.c.id == account)).one()
            scope = scope_id(row.place, Compartment.GENERAL)
            audit.note(connection, centre.tables, [audit.Line(scope, now, account, audit.Deed.SIGNED_IN)])
        return self._sessions.begin(account, (row.password, row.session), now)

    def _sign_out(self, asked: Asked) -> Response:
        centre = self._centre
        with centre.database.write() as connection:
            t = centre.tables.directory.account
            mine = t.c.id == asked.session.account
            home = connection.execute(select(t.c.place).where(mine)).scalar_one()
            connection.execute(update(t).where(mine).values(session=t.c.session + 1))  # over in every process
            scope = scope_id(home, Compartment.GENERAL)
            line = audit.Line(scope, asked.now_ms, asked.session.account, audit.Deed.SIGNED_OUT)
            audit.note(connection, centre.tables, [line])
        answer = RedirectResponse(f"{ROOT}/sign-in", 303, HEADERS)
        answer.delete_cookie(COOKIE, path=ROOT)
        return answer

    def _keep(self, answer: Response, request: Request, session: Session) -> None:
        secure = request.url.scheme == "https"
        cookie = self._sessions.cookie(session, self._centre.now_ms())
        answer.set_cookie(COOKIE, cookie, path=ROOT, httponly=True, samesite="strict", secure=secure)
        if secure:
            answer.headers["Strict-Transport-Security"] = f"max-age={_YEAR_S}"

    def _stranger(self, request: Request) -> View:
        return View(_language_of(request), token=self._sessions.door_token(self._centre.now_ms()))

    # -- signed in ---------------------------------------------------------------------------------------------

    def _signed(self, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        """A page for those who are signed in; a form only from one of their own pages."""

        async def answered(request: Request) -> Response:
            try:
                asked = await run_in_threadpool(self._who, request)
            except StorageError:
                return page(pages.missing(self._stranger(request)), 503)
            if asked is None:
                return RedirectResponse(f"{ROOT}/sign-in", 303, HEADERS)
            if request.method == "POST":
                form = await _form(request)
                if form is None or not self._sessions.is_hers(asked.session, form.get("token", "")):
                    return page(pages.missing(asked.view, "unsafe_form"), 403)
                asked = replace(asked, form=form)
            made = await run_in_threadpool(answer, asked)
            if COOKIE not in made.headers.get("set-cookie", ""):
                self._keep(made, request, asked.session)
            return made

        return answered

    def _who(self, request: Request) -> Asked | None:
        centre, now = self._centre, self._centre.now_ms()
        session = self._sessions.read(request.cookies.get(COOKIE, ""), now)
        if session is None:
            return None
        t = centre.tables.directory.account
        with centre.database.read() as connection:
            row = connection.execute(select(t).where(t.c.id == session.account)).first()
            places, audits = _rights(Roles(connection, centre.tables).of(session.account), now)
        if row is None or not (places or audits) or not self._sessions.holds(session, row.password, row.session):
            return None
        view = View(
            _language_of(request), token=self._sessions.token(session), at=request.url.path, national=NATION in places
        )
        view = replace(view, me=view.named(row.name_ar, row.name_la)[0])
        path = {name: str(value) for name, value in request.path_params.items()}
        rights = frozenset(places), frozenset(audits)
        return Asked(view, session, *rights, path, dict(request.query_params), {}, now)

    def _overview(self, asked: Asked) -> Response:
        centre = self._centre
        with centre.database.read() as connection:
            seen = reading.visible(connection, centre.tables, asked.sees)
            found = reading.provinces(connection, centre.tables, seen, asked.now_ms)
        view = replace(asked.view, section="provinces")
        above = {*asked.sees, *(region_of(place) for place in seen if NATION in asked.sees)}
        new = founding.missing(centre, set(seen)) if view.national else []
        return page(pages.overview(view, found, (sorted(above), new), asked.now_ms))


def _rights(roles: Iterable[Held], now_ms: int) -> tuple[set[int], set[int]]:
    """The places that somebody administers now, and those that she audits."""
    held, today = list(roles), day_of(now_ms)
    return places_of(held, today), places_of(held, today, Role.AUDITOR)


def _language_of(request: Request) -> str:
    kept = request.cookies.get(_LANGUAGE)
    if kept in LANGUAGES:
        return kept
    return "fr" if request.headers.get("accept-language", "").lower().startswith("fr") else "ar"


async def _form(request: Request) -> Mapping[str, str] | None:
    """The fields of a form; None for one that is too large or is none."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_LIMIT:
            return None
    try:
        found = parse_qs(body.decode("ascii"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=100)
    except (ValueError, UnicodeDecodeError):
        return None
    return {name: values[-1].strip() for name, values in found.items()}
