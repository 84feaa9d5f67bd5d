"""The pages: provinces, one place with its people and laptops, the audit, the door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sync.domain.ids import NATION, compartment_of, place_of
from sync.practice.reference import Directorate
from sync.server.console.html import Child, Markup, el, joined
from sync.server.console.reading import AUDIT_LINES, AuditLine, Person, Province
from sync.server.console.view import ROOT, View, chooser, day, field, grouped, number_of, table, tick
from sync.server.devices import Laptop
from sync.server.roles import ROLES, Held

SILENT_MS = 45 * 86_400_000
"""A laptop that was not heard of for so long opens only with a code (sync.md 3.10)."""


def door(view: View, wrong: str = "") -> str:
    """Where one signs in."""
    card = el(
        "div",
        el("h1", view.say("sign_in")),
        el("p", view.say("sign_in_help"), class_="sub"),
        view.said(wrong, wrong=True) if wrong else None,
        view.form(
            f"{ROOT}/sign-in",
            field(view.say("account"), "account", inputmode="numeric", required=True, autofocus=True, class_="ltr"),
            field(view.say("password"), "password", type="password", required=True, autocomplete="current-password"),
            el("button", view.say("sign_in"), class_="first"),
            shape="door-form",
        ),
        class_="card door",
    )
    return view.page(view.say("sign_in"), card)


def overview(
    view: View, found: Sequence[Province], about: tuple[Sequence[int], Sequence[Directorate]], now_ms: int
) -> str:
    """All provinces that she sees, the worst first to be seen; and those that may still be made."""
    places, missing_ = about
    silent = sum(one.laptops > 0 and now_ms - (one.seen_ms or 0) > SILENT_MS for one in found)
    sums = [
        ("provinces", len(found), ""),
        ("silent", silent, "warn"),
        ("waiting", sum(one.waiting for one in found), "warn"),
        ("conflicts", sum(one.conflicts for one in found), "danger"),
        ("errors", sum(one.errors for one in found), "danger"),
    ]
    heads = [view.say(w) for w in ("province", "last_sync", "laptops", "waiting", "conflicts", "errors", "versions")]
    rows = [_province(view, one, now_ms) for one in found]
    above: list[Child] = [
        joined(el("a", view.place(place), href=f"{ROOT}/place/{place}"), " ") for place in places if place % 100 == 0
    ]
    return view.page(
        view.say("provinces"),
        el("h1", view.say("provinces")),
        el("p", view.say("provinces_help"), class_="sub"),
        el("div", *(_sum(view, *one) for one in sums), class_="sums"),
        el("p", *above, class_="sub") if above else None,
        el("div", table([*heads], rows, frozenset({2, 3, 4, 5})), class_="card wide"),
        _new_province(view, missing_) if missing_ else None,
    )


def _new_province(view: View, missing_: Sequence[Directorate]) -> Markup:
    choices = [(str(one.place), f"{one.code} {view.named(one.name_ar, one.name_la)[0]}") for one in missing_]
    form = view.form(
        f"{ROOT}/place/{NATION}/province",
        chooser(view.say("province"), "place", choices),
        el("button", view.say("create"), class_="first"),
    )
    return el("div", el("details", el("summary", view.say("new_province")), form), class_="card")


def password(view: View, drawn: str) -> Markup:
    """A password that was drawn for somebody, shown once."""
    said = el("p", view.say("password_help"), class_="sub")
    return el("div", el("h2", view.say("password")), el("div", drawn, class_="code"), said, class_="card")


def own_password(view: View, wrong: str = "") -> str:
    """Where she changes her own password."""
    old = field(view.say("old_password"), "password", type="password", required=True, autocomplete="current-password")
    new = field(view.say("new_password"), "new", type="password", required=True, autocomplete="new-password")
    card = el(
        "div",
        el("h1", view.say("new_password")),
        el("p", view.say("new_password_help"), class_="sub"),
        view.said(wrong, wrong=True) if wrong else None,
        view.form(
            f"{ROOT}/password", old, new, el("button", view.say("change_password"), class_="first"), shape="door-form"
        ),
        class_="card door",
    )
    return view.page(view.say("new_password"), card)


def _sum(view: View, word: str, number: int, tone: str) -> Markup:
    shown = el("div", grouped(number), class_=f"num {tone if number else 'zero'}".strip())
    return el("div", shown, el("div", view.say(word), class_="cap"), class_="card")


def _province(view: View, one: Province, now_ms: int) -> list[Child]:
    first, second = view.named(one.name_ar, one.name_la)
    named = el(
        "a", first, el("span", number_of(one.place), " · ", second, class_="second"), href=f"{ROOT}/place/{one.place}"
    )
    seen = view.moment(one.seen_ms)
    if one.laptops and one.seen_ms is not None and now_ms - one.seen_ms > SILENT_MS:
        seen = el("span", seen, class_="chip warn")
    versions = " ".join(map(str, one.schemas))
    waiting, conflicts = view.count(one.waiting, "warn"), view.count(one.conflicts, "danger")
    errors = view.count(one.errors, "danger")
    return [named, seen, view.count(one.laptops), waiting, conflicts, errors, el("bdi", versions, class_="id")]


def place(view: View, title: str, about: tuple[int, Sequence[Person], Sequence[Laptop]], said: Sequence[Child]) -> str:
    """A place: who works there, with which rights, on which laptops; what an administrator may do about it."""
    number, people, laptops = about
    here = f"{ROOT}/place/{number}"
    new = _naming(view, "new_account", f"{here}/account")
    crew = table(
        [view.say("person"), view.say("roles"), ""],
        [_person(view, here, one) for one in people],
    )
    heads = ["laptop", "entrusted_to", "seen", "state", "held"]
    machines = table(
        [*map(view.say, heads), ""],
        [_laptop(view, one, people) for one in laptops],
        frozenset({4}),
    )
    return view.page(
        title,
        el("h1", title),
        el("p", el("a", view.say("provinces"), href=ROOT), " · ", number_of(number), class_="sub"),
        *said,
        el("div", el("h2", view.say("people")), crew, class_="card wide"),
        el("div", new, class_="card") if view.acts else None,
        el("div", el("h2", view.say("laptops")), machines, class_="card wide"),
        el("p", el("a", view.say("audit"), href=f"{ROOT}/audit?place={number}")),
    )


def academy(view: View, region: int, known: int | None) -> Markup:
    """A region's academy: where its people and laptops are, or the form that makes it known."""
    if known is not None:
        return el("div", el("a", view.say("academy"), href=f"{ROOT}/place/{known}"), class_="card")
    made = _naming(view, "new_academy", f"{ROOT}/place/{region}/academy")
    return el("div", made, el("p", view.say("new_academy_help"), class_="sub"), class_="card")


def _naming(view: View, word: str, action: str) -> Markup:
    """A form for whatever has a name in both scripts."""
    form = view.form(
        action,
        field(view.say("name_ar"), "name_ar", required=True, maxlength=120, lang="ar", dir="rtl"),
        field(view.say("name_la"), "name_la", required=True, maxlength=120, lang="fr", dir="ltr"),
        el("button", view.say("create"), class_="first"),
    )
    return el("details", el("summary", view.say(word)), form)


def _person(view: View, here: str, one: Person) -> list[Child]:
    first, second = view.named(one.name_ar, one.name_la)
    named = joined(el("strong", first), el("span", number_of(one.account), " · ", second, class_="second"))
    roles = [joined(_role(view, here, held), " ") for held in one.roles]
    shown = joined(*roles) if roles else el("span", view.say("no_role"), class_="zero")
    if not view.acts:
        return [named, shown, None]
    grant = el(
        "details",
        el("summary", view.say("grant_role")),
        view.form(
            f"{here}/grant",
            chooser(view.say("role"), "role", [(role, view.say(f"role.{role}")) for role in ROLES]),
            field(view.say("last_day"), "last_day", type="date"),
            tick(view.say("confidential"), "confidential"),
            el("button", view.say("grant"), class_="first"),
            account=one.account,
        ),
    )
    code = view.button(f"{here}/code", "enrol_code", account=one.account)
    entry = view.button(f"{here}/password", "give_password", account=one.account)
    return [named, shown, el("div", code, grant, entry, class_="acts")]


def _role(view: View, here: str, held: Held) -> Markup:
    words = view.say(f"role.{held.role}")
    secret = compartment_of(held.scope)
    told: list[Child] = [words]
    if secret:
        told += [" · ", view.say("confidential")]
    if held.last_day:
        told += [" ", view.say("until"), " ", day(held.last_day)]
        return el("span", *told, class_="chip")
    chip = el("span", *told, class_="chip plum" if secret else "chip ok")
    if not view.acts:
        return chip
    end = view.form(
        f"{here}/end-role", el("button", view.say("end_today"), class_="quiet"), account=held.account, n=held.n
    )
    return el("details", el("summary", chip), end)


def _laptop(view: View, one: Laptop, people: Sequence[Person]) -> list[Child]:
    state = _state(view, one)
    here = f"{ROOT}/laptop/{one.number}"
    names = {person.account: view.named(person.name_ar, person.name_la)[0] for person in people}
    others = [(str(p.account), names[p.account]) for p in people if p.works_here and p.account not in one.entrusted]
    deeds: list[Child] = [
        _entrusts(view, here, others) if one.revoked_ms is None and others else None,
        view.grave(f"{here}/revoke", "revoke") if one.revoked_ms is None else None,
        _unlocks(view, here) if one.revoked_ms is None else None,
        view.button(f"{here}/release", "release") if one.held else None,
        view.grave(f"{here}/erase", "erase") if one.erase_ms is None else None,
    ]
    takes = view.acts and one.revoked_ms is None
    users = [joined(_user(view, here if takes else "", account, names), " ") for account in one.entrusted]
    return [
        number_of(one.number),
        joined(*users) if users else el("span", view.say("nobody"), class_="zero"),
        view.moment(one.seen_ms),
        state,
        view.count(one.held, "warn"),
        el("div", *deeds, class_="acts") if view.acts else None,
    ]


def _user(view: View, here: str, account: int, names: Mapping[int, str]) -> Markup:
    """Somebody to whom a laptop is entrusted; unfolds to take it from her where there is an address of deeds."""
    chip = el("span", names.get(account) or number_of(account), class_="chip ok")
    if not here:
        return chip
    return el("details", el("summary", chip), view.button(f"{here}/take-from", "take_laptop", account=account))


def _entrusts(view: View, here: str, others: list[tuple[str, str]]) -> Markup:
    """For who works here and does not use this laptop yet: with her right it may hold the confidential files."""
    press = el("button", view.say("entrust"), class_="first")
    chosen = chooser(view.say("person"), "account", others)
    return el("details", el("summary", view.say("entrust")), view.form(f"{here}/entrust", chosen, press))


def _unlocks(view: View, here: str) -> Markup:
    """For a laptop that was not seen for long: its clerk reads the letters that it shows over the telephone."""
    asked = field(view.say("question"), "question", required=True, maxlength=20, class_="ltr", autocomplete="off")
    press = el("button", view.say("unlock"), class_="first")
    return el("details", el("summary", view.say("unlock")), view.form(f"{here}/unlock", asked, press))


def opening(view: View, code_: str) -> Markup:
    """The code that opens a laptop, shown once."""
    said = el("p", view.say("unlock_help"), class_="sub")
    return el("div", el("h2", view.say("unlock")), el("div", code_, class_="code"), said, class_="card")


def _state(view: View, one: Laptop) -> Markup:
    if one.erase_told_ms is not None:
        return el("span", view.say("erase_told"), class_="chip danger")
    if one.erase_ms is not None:
        return el("span", view.say("erase_ordered"), class_="chip danger")
    if one.revoked_ms is not None:
        return el("span", view.say("revoked"), class_="chip warn")
    return el("span", view.say("active"), class_="chip ok")


def code(view: View, issued: str) -> Markup:
    """A one-time code, shown once."""
    parts = " ".join((issued[:3], issued[3:6], issued[6:]))
    said = el("p", view.say("code_help"), class_="sub")
    return el("div", el("h2", view.say("enrol_code")), el("div", parts, class_="code"), said, class_="card")


def audit(view: View, about: tuple[int, Sequence[int]], lines: Sequence[AuditLine], said: Child = None) -> str:
    """The audit of a place, the newest first."""
    number, places = about
    heads = [view.say(word) for word in ("when", "who", "what", "about")]
    rows = [_line(view, one) for one in lines]
    others = [el("a", _place(view, one), href=f"{ROOT}/audit?place={one}") for one in places if one != number]
    older = f"{ROOT}/audit?place={number}&before={lines[-1].at_ms}" if len(lines) == AUDIT_LINES else ""
    return view.page(
        view.say("audit"),
        el("h1", view.say("audit"), " · ", _place(view, number)),
        el("p", view.say("audit_help"), class_="sub"),
        said,
        view.form(f"{ROOT}/audit", el("button", view.say("verify")), place=number),
        el("p"),
        el("div", table([*heads], rows), class_="card wide"),
        el("p", el("a", view.say("older"), href=older)) if older else None,
        el("details", el("summary", view.say("place")), *(joined(one, " ") for one in others)) if others else None,
    )


def _place(view: View, number: int) -> Child:
    return view.place(number) if number % 100 == 0 else f"{number:04}"


def _line(view: View, one: AuditLine) -> list[Child]:
    who: Child = view.say("operator")
    if one.actor:
        who = joined(view.named(one.name_ar, one.name_la)[0], " ", el("span", number_of(one.actor), class_="second"))
    elif one.device:
        who = ""
    machine: Child = joined(el("span", view.say("laptop"), " ", number_of(one.device), class_="second"))
    where = el("span", number_of(place_of(one.scope)), class_="second") if compartment_of(one.scope) else None
    deed = joined(view.say(f"deed.{one.deed}"), where)
    about = el("bdi", one.about, class_="id")
    return [view.moment(one.at_ms), joined(who, machine if one.device else None), deed, about]


def missing(view: View, word: str = "not_found") -> str:
    """A page that is not there, or not hers: the same answer."""
    title = view.say(word)
    return view.page(title, el("div", el("h1", title), el("a", view.say("back"), href=ROOT), class_="card door"))
