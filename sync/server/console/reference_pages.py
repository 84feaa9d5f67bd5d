"""The pages of reference data: what is in force, a new rule, its preview."""

from __future__ import annotations

from collections.abc import Sequence

from sync.domain.fields import Field, Wire
from sync.domain.record import RecordKind, Row
from sync.server.console.html import Child, Markup, el
from sync.server.console.publishing import ABOUT, Draft, asked_fields
from sync.server.console.view import ROOT, View, chooser, day, field, number_of, table, tick
from sync.server.console.words import WORDS

AS_WRITTEN = ("zone",)
"""Fields whose choices are letters."""
_HERE = f"{ROOT}/reference"


def listed(view: View, kind: RecordKind, rows: Sequence[Row], said: Child = None) -> str:
    """The rules of a kind in force today, and the form for a new one."""
    kinds = [
        el(
            "a",
            view.say(f"kind.{name}"),
            href=f"{_HERE}?kind={name}",
            class_="chip ok" if name == kind.name else "chip",
        )
        for name in ABOUT
    ]
    tabs: list[Child] = []
    for one in kinds:
        tabs += [one, " "]
    shown = _shown(kind)
    heads: list[Child] = [view.say(f"field.{one.name}") for one in shown]
    body = [[_cell(view, one, row) for one in shown] for row in rows]
    new = el("details", el("summary", view.say("new")), form(view, Draft(kind, {}, {}, {}, None)))
    return view.page(
        view.say("reference"),
        el("h1", view.say("reference")),
        el("p", view.say("reference_help"), class_="sub"),
        said,
        el("p", *tabs),
        el("div", new, class_="card"),
        el("div", el("h2", view.say("in_force")), table(heads, body), class_="card wide"),
    )


def form(view: View, draft: Draft) -> Markup:
    """The fields of a rule, with what is wrong beside them."""
    made = [_field(view, one, draft) for one in asked_fields(draft.kind)]
    return view.form(
        f"{_HERE}/preview", *made, el("button", view.say("preview"), class_="first"), kind_of_rule=draft.kind.name
    )


def corrected(view: View, draft: Draft) -> str:
    """The form again, because something is wrong."""
    title = view.say(f"kind.{draft.kind.name}")
    wrong = view.said(next(iter(draft.wrong.values()), "malformed"), wrong=True)
    return view.page(title, el("h1", title), wrong, el("div", form(view, draft), class_="card"))


def preview(view: View, draft: Draft) -> str:
    """What is about to be published beside what it replaces; nothing is written yet."""
    title = view.say(f"kind.{draft.kind.name}")
    row = Row(draft.kind.name, 0, 0, 0, draft.values)
    old = draft.replaced
    lines: list[list[Child]] = [
        [view.say(f"field.{one.name}"), _cell(view, one, old) if old else "", el("strong", _cell(view, one, row))]
        for one in asked_fields(draft.kind)
        if one.name in draft.values or (old is not None and one.name in old.values)
    ]
    replaced = view.say("replaces") if old else view.say("replaces_nothing")
    heads: list[Child] = [view.say("field"), replaced, view.say("new")]
    from_on = str(draft.values.get("valid_from") or draft.values.get("opened_on") or "")
    effect = el("p", view.say("effect"), " ", el("strong", day(from_on)), class_="sub") if from_on else None
    concerned = _concerned(view, draft)
    press = el("button", view.say("publish"), class_="first")
    back = el("a", view.say("back"), href=f"{_HERE}?kind={draft.kind.name}")
    typed = {name: text for name, text in draft.typed.items() if name in draft.values}
    send = view.form(f"{_HERE}/publish", press, back, kind_of_rule=draft.kind.name, **typed)
    return view.page(
        title, el("h1", title), effect, concerned, el("div", table(heads, lines), class_="card wide"), send
    )


def _concerned(view: View, draft: Draft) -> Child:
    """How many people have their post at the school that changes."""
    if draft.assigned is None:
        return None
    return el("p", view.say("assigned"), " ", el("strong", number_of(draft.assigned)), class_="sub")


def _shown(kind: RecordKind) -> list[Field]:
    """The fields that a list has room for."""
    left_out = {"note", "source", "valid_to", "order", "published_on", "satellite_of"}
    return [one for one in asked_fields(kind) if one.name not in left_out]


def _cell(view: View, one: Field, row: Row) -> Child:
    value = row.get(one.name)
    if value is None or value == "":
        return ""
    if one.kind.wire is Wire.FLAG:
        return el("span", view.say("uncertain"), class_="chip warn") if value else ""
    if one.kind.wire is Wire.DAY:
        return day(str(value))
    if one.choices:
        return _choice(view, one, str(value))
    return number_of(value) if isinstance(value, int) else el("bdi", str(value))


def _choice(view: View, one: Field, choice: str) -> str:
    """The words of a choice: a role, or another; a letter says itself."""
    if one.name in AS_WRITTEN:
        return choice
    return view.say(f"role.{choice}" if f"role.{choice}" in WORDS else f"choice.{choice}")


def _field(view: View, one: Field, draft: Draft) -> Markup:
    label, typed = view.say(f"field.{one.name}"), draft.typed.get(one.name, "")
    wrong = "true" if one.name in draft.wrong else None
    if one.kind.wire is Wire.FLAG:
        return tick(label, one.name)
    if one.choices:
        return chooser(
            label, one.name, [("", ""), *((choice, _choice(view, one, choice)) for choice in one.choices)], typed
        )
    kind = "date" if one.kind.wire is Wire.DAY else "text"
    needed = one.required or one.name == "valid_from"
    return field(label, one.name, type=kind, value=typed, required=needed, maxlength=one.limit, aria_invalid=wrong)
