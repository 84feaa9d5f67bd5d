"""What an administrator may see and do behind an address; the rights are those of Administration, asked each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select
from starlette.responses import RedirectResponse, Response

from sync.domain import catalog
from sync.domain.ids import NATION, Compartment, region_of, scope_id
from sync.server import audit, audit_check, founding, passwords
from sync.server.administration import Administration, Grant, NotAllowed, decide_released
from sync.server.anchors import outside
from sync.server.console import pages, publishing, reading, reference_pages
from sync.server.console.asked import HEADERS, Asked, page
from sync.server.console.html import Child, Markup, el
from sync.server.console.view import ROOT, View
from sync.server.packages import NotPublished
from sync.server.roles import ROLES, day_of
from sync.server.service import Centre

_SAID = ("done", "published")
"""What an address may ask a page to say."""
_FORBIDDEN, _WRONG = 403, 400
Deed = Callable[[Administration, int, Mapping[str, str]], str]


def _account(by: Administration, place: int, form: Mapping[str, str]) -> str:
    if not form.get("name_ar") or not form.get("name_la"):
        raise NotAllowed("malformed")
    by.create_account(place, form["name_ar"], form["name_la"])
    return ""


def _academy(by: Administration, place: int, form: Mapping[str, str]) -> str:
    if not form.get("name_ar") or not form.get("name_la"):
        raise NotAllowed("malformed")
    by.create_academy(place, form["name_ar"], form["name_la"])
    return ""


def _grant(by: Administration, place: int, form: Mapping[str, str]) -> str:
    role, last = form.get("role", ""), form.get("last_day") or None
    if role not in ROLES:
        raise NotAllowed("malformed")
    by.grant(Grant(_number(form, "account"), place, role, form.get("confidential") == "1", last_day=last))
    return ""


def _end_role(by: Administration, _: int, form: Mapping[str, str]) -> str:
    by.end_role(_number(form, "account"), _number(form, "n"), form["today"])
    return ""


def _code(by: Administration, place: int, form: Mapping[str, str]) -> str:
    return by.issue_code(place, _number(form, "account"))


def _password(by: Administration, _: int, form: Mapping[str, str]) -> str:
    drawn = passwords.drawn()
    by.set_password(_number(form, "account"), drawn)
    return drawn


AT_PLACE: Mapping[str, Deed] = {
    "account": _account,
    "grant": _grant,
    "end-role": _end_role,
    "academy": _academy,
}
SHOWN_ONCE: Mapping[str, tuple[Deed, Callable[[View, str], Markup]]] = {
    "code": (_code, pages.code),
    "password": (_password, pages.password),
}
"""Deeds that give out something secret: it is in this answer only."""
OF_LAPTOP: Mapping[str, Callable[[Administration, int, Mapping[str, str]], object]] = {
    "revoke": lambda by, device, _: by.revoke(device),
    "release": lambda by, device, _: by.release(device),
    "erase": lambda by, device, _: by.order_erasure(device),
    "entrust": lambda by, device, form: by.entrust(device, _number(form, "account")),
    "take-from": lambda by, device, form: by.take_from(device, _number(form, "account")),
}


class Deeds:
    """The pages and deeds on one centre."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre

    # -- a place -----------------------------------------------------------------------------------------------

    def place(self, asked: Asked) -> Response:
        """A place with its people and laptops."""
        return self._place(asked, int(asked.path["place"]), self._said(asked))

    def at_place(self, asked: Asked) -> Response:
        """A deed at a place."""
        place, name = int(asked.path["place"]), asked.path["deed"]
        deed, shown = SHOWN_ONCE.get(name, (AT_PLACE.get(name), None))
        if name == "province":
            return self._found(asked, place)
        if deed is None:
            return page(pages.missing(asked.view), 404)
        form = {**asked.form, "today": day_of(asked.now_ms)}
        try:
            with self._centre.database.write() as connection:
                told = deed(self._acting(connection, asked), place, form)
        except NotAllowed as refused:
            return self._refused(asked, place, refused)
        if shown is not None:
            return self._place(asked, place, shown(asked.view, told))
        return _to(f"{ROOT}/place/{place}?said=done")

    def _found(self, asked: Asked, place: int) -> Response:
        try:
            founding.found(self._centre, asked.session.account, _number(asked.form, "place"))
        except NotAllowed:
            return page(pages.missing(asked.view, "not_allowed"), _FORBIDDEN)
        return _to(f"{ROOT}/place/{_number(asked.form, 'place')}?said=done")

    # -- her own password --------------------------------------------------------------------------------------

    def own_password(self, asked: Asked) -> Response:
        """Where she changes it."""
        return page(pages.own_password(asked.view))

    def new_password(self, asked: Asked) -> Response:
        """Change it; with it end all her sessions, this one too."""
        account, form, centre = asked.session.account, asked.form, self._centre
        wrong = "wrong_password"
        with centre.database.write() as connection:
            typed = account, form.get("password", "")
            right = passwords.signs_in(connection, centre.tables, typed, b"own", asked.now_ms)
            if right:
                try:
                    self._acting(connection, asked).set_password(account, form.get("new", ""))
                    return _to(f"{ROOT}/sign-in")
                except NotAllowed:
                    wrong = "password_short"
        return page(pages.own_password(asked.view, wrong), _WRONG)

    def of_laptop(self, asked: Asked) -> Response:
        """A deed that concerns a laptop."""
        device, deed = int(asked.path["device"]), OF_LAPTOP.get(asked.path["deed"])
        if asked.path["deed"] == "unlock":
            return self._unlock(asked, device)
        if deed is None:
            return page(pages.missing(asked.view), 404)
        centre, place = self._centre, None
        try:
            with centre.database.write() as connection:
                by, place = self._beside(connection, asked, device)
                deed(by, device, asked.form)
        except NotAllowed as refused:
            if place is not None and refused.code in _REFUSALS:
                return self._refused(asked, place, refused)
            return page(pages.missing(asked.view, "not_allowed"), _FORBIDDEN)
        if asked.path["deed"] == "release":
            decide_released(centre.database, centre.tables, device, asked.now_ms)
        return _to(f"{ROOT}/place/{place}?said=done")

    def _unlock(self, asked: Asked, device: int) -> Response:
        """The code that opens a laptop not seen for long, for the letters that it shows; seen once, in this answer."""
        centre = self._centre
        if centre.keys is None:
            return page(pages.missing(asked.view, "not_allowed"), _FORBIDDEN)
        try:
            with centre.database.write() as connection:
                by, place = self._beside(connection, asked, device)
                told = by.unlock_code(device, asked.form.get("question", ""), centre.keys)
        except NotAllowed:
            return page(pages.missing(asked.view, "not_allowed"), _FORBIDDEN)
        return self._place(asked, place, pages.opening(asked.view, told))

    def _beside(self, connection: Connection, asked: Asked, device: int) -> tuple[Administration, int]:
        """Her deeds and the place of a laptop; NotAllowed before anything of the form is read, where it is not hers."""
        by, t = self._acting(connection, asked), self._centre.tables.directory.device
        place = connection.execute(select(t.c.place).where(t.c.number == device)).scalar_one_or_none()
        if place is None or not by.may_administer(place):
            raise NotAllowed("not_allowed")
        return by, place

    def _acting(self, connection: Connection, asked: Asked) -> Administration:
        return Administration(connection, self._centre.tables, asked.session.account, asked.now_ms)

    def _place(self, asked: Asked, place: int, said: Child = None, status: int = 200) -> Response:
        centre = self._centre
        with centre.database.read() as connection:
            hers = self._acting(connection, asked).may_administer(place)
            t = centre.tables.directory.province
            row = connection.execute(t.select().where(t.c.place == place)).first()
            if not asked.reads(place) or (row is None and place not in asked.sees and place % 100):
                return page(pages.missing(asked.view), 404)
            academy = reading.academy(connection, centre.tables, place) if place % 100 == 0 else None
            found = (
                place,
                reading.people(connection, centre.tables, place, day_of(asked.now_ms)),
                reading.laptops(connection, centre.tables, place),
            )
        view = replace(asked.view, section="provinces", acts=hers)
        title = view.named(row.name_ar, row.name_la)[0] if row else view.place(place)
        beside = pages.academy(view, place, academy) if place == region_of(place) != NATION else None
        return page(pages.place(view, title, found, [said, beside]), status)

    def _refused(self, asked: Asked, place: int, refused: NotAllowed) -> Response:
        word = refused.code if refused.code in _REFUSALS else "not_allowed"
        status = _FORBIDDEN if word == "not_allowed" else _WRONG
        return self._place(asked, place, asked.view.said(word, wrong=True), status)

    def _said(self, asked: Asked) -> Child:
        word = asked.query.get("said", "")
        return asked.view.said(word) if word in _SAID else None

    # -- the audit ---------------------------------------------------------------------------------------------

    def audit(self, asked: Asked) -> Response:
        """The audit of a place; reading it is a line of its own."""
        place = _whole(asked.query.get("place", ""), min(asked.sees))
        before = _whole(asked.query.get("before", ""), 0) or None
        centre = self._centre
        if not asked.reads(place):
            return page(pages.missing(asked.view), 404)
        with centre.database.write() as connection:
            line = audit.Line(
                scope_id(place, Compartment.GENERAL), asked.now_ms, asked.session.account, audit.Deed.READ, "audit"
            )
            audit.note(connection, centre.tables, [line])
        return self._audit(asked, place, before)

    def verify(self, asked: Asked) -> Response:
        """Whether any line was altered."""
        place, centre = _whole(asked.form.get("place", ""), min(asked.sees)), self._centre
        if not asked.reads(place):
            return page(pages.missing(asked.view), 404)
        with centre.database.read() as connection:
            kept = audit_check.read_kept(outside(centre.fence)) if centre.fence else None
            found = [one for one in audit_check.verify(connection, centre.tables, kept) if one.scope // 10 == place]
        view = asked.view
        if not found:
            return self._audit(asked, place, None, view.said("verified"))
        listed = ", ".join(f"{one.scope}/{one.n} {one.code}" for one in found[:20])
        return self._audit(asked, place, None, el("p", view.say("altered"), " ", listed, class_="said wrong"))

    def _audit(self, asked: Asked, place: int, before: int | None, said: Child = None) -> Response:
        centre = self._centre
        with centre.database.read() as connection:
            lines = reading.audit_lines(connection, centre.tables, place, before)
            below = reading.visible(connection, centre.tables, asked.sees)
        view = replace(asked.view, section="audit")
        return page(pages.audit(view, (place, sorted({*asked.sees, *below})), lines, said))

    # -- reference data ----------------------------------------------------------------------------------------

    def reference(self, asked: Asked) -> Response:
        """What is in force, by kind; for administrators of the nation."""
        name = asked.query.get("kind", "limit")
        if NATION not in asked.places or name not in publishing.ABOUT:
            return page(pages.missing(asked.view), 404)
        kind, centre = catalog.BY_NAME[name], self._centre
        with centre.database.read() as connection:
            rows = publishing.current(connection, centre.tables, kind, day_of(asked.now_ms))
        view = replace(asked.view, section="reference")
        return page(reference_pages.listed(view, kind, rows, self._said(asked)))

    def publishing(self, asked: Asked) -> Response:
        """A rule is seen before it is published, and published only as it was typed."""
        name, step, centre = asked.form.get("kind_of_rule", ""), asked.path["step"], self._centre
        if NATION not in asked.places or name not in publishing.ABOUT or step not in ("preview", "publish"):
            return page(pages.missing(asked.view), 404)
        kind, view = catalog.BY_NAME[name], replace(asked.view, section="reference")
        with centre.database.read() as connection:
            draft = publishing.drafted(connection, centre.tables, kind, asked.form)
        if draft.wrong:
            return page(reference_pages.corrected(view, draft), _WRONG)
        if step == "preview":
            return page(reference_pages.preview(view, draft))
        try:
            publishing.publish(centre, draft, asked.session.account)
        except NotPublished:
            return page(reference_pages.corrected(view, draft), _WRONG)
        return _to(f"{ROOT}/reference?kind={name}&said=published")


_REFUSALS = ("no_role_here", "not_entrusted", "not_a_day", "malformed", "not_allowed")


def _number(form: Mapping[str, str], name: str) -> int:
    found = _whole(form.get(name, ""), -1)
    if found < 0:
        raise NotAllowed("malformed")
    return found


def _whole(text: str, otherwise: int) -> int:
    """A whole number of a form or an address; another where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else otherwise


def _to(address: str) -> Response:
    return RedirectResponse(address, 303, HEADERS)
