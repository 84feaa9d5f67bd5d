"""What every page of the console has: its language, its frame, its forms, and how numbers and times are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sync.domain.ids import NATION, is_academy, region_of
from sync.server.console import style
from sync.server.console.html import Child, Markup, el, joined
from sync.server.console.words import DIRECTION, LANGUAGES, say

ROOT = "/console"
_MOROCCO = ZoneInfo("Africa/Casablanca")
_SECTIONS = (("provinces", ROOT), ("reference", f"{ROOT}/reference"), ("audit", f"{ROOT}/audit"))


@dataclass(frozen=True, slots=True)
class View:
    """Who looks at a page, in which language; `token` goes into its forms, `at` is the page's own address."""

    language: str
    at: str = ROOT
    me: str = ""
    token: str = ""
    section: str = ""
    national: bool = False
    acts: bool = True
    """Whether she may do anything here, or only look."""

    def say(self, word: str) -> str:
        """A word in her language."""
        return say(self.language, word)

    def named(self, arabic: str, latin: str) -> tuple[str, str]:
        """A name in her script first."""
        return (arabic, latin) if self.language == "ar" else (latin, arabic)

    def place(self, place: int) -> str:
        """A place without a name: the nation, or a region."""
        if place == NATION:
            return self.say("nation")
        word = "academy" if is_academy(place) else "region"
        return f"{self.say(word)} {region_of(place) // 100}"

    def page(self, title: str, *body: Child) -> str:
        """A whole page."""
        head = el(
            "head",
            el("meta", charset="utf-8"),
            el("meta", name="viewport", content="width=device-width,initial-scale=1"),
            el("title", f"{title} · {self.say('name')}"),
            el("link", rel="stylesheet", href=f"{ROOT}/style-{style.NAME}.css"),
        )
        content = el("body", self._top(), el("main", *body))
        return "<!doctype html>" + el("html", head, content, lang=self.language, dir=DIRECTION[self.language])

    def _top(self) -> Markup:
        (other,) = set(LANGUAGES) - {self.language}
        name = el("span", self.say("name"), el("small", self.say("console")), class_="name")
        swap = el("a", self.say("other_language"), href=f"{ROOT}/language/{other}", lang=other)
        if not self.me:
            return el("header", name, el("nav"), el("div", swap, class_="me"))
        links = [
            el("a", self.say(word), href=href, aria_current="page" if word == self.section else None)
            for word, href in _SECTIONS
            if word != "reference" or self.national
        ]
        leave = self.form(f"{ROOT}/sign-out", el("button", self.say("sign_out"), class_="quiet"))
        return el(
            "header",
            name,
            el("nav", *links),
            el("div", swap, el("a", self.me, href=f"{ROOT}/password"), leave, class_="me"),
        )

    def form(self, action: str, *children: Child, shape: str = "line", **hidden: str | int) -> Markup:
        """A form that only a page of this session can send."""
        told = [el("input", type="hidden", name=name, value=value) for name, value in hidden.items()]
        token = el("input", type="hidden", name="token", value=self.token)
        return el("form", token, *told, *children, method="post", action=action, class_=shape)

    def button(self, action: str, word: str, **hidden: str | int) -> Markup:
        """One deed."""
        press = el("button", self.say(word), class_="quiet")
        return self.form(action, press, shape="line", **hidden)

    def grave(self, action: str, word: str) -> Markup:
        """A deed that is not undone: it unfolds, and is pressed a second time."""
        press = el("button", self.say("sure"), class_="quiet danger")
        return el("details", el("summary", self.say(word)), self.form(action, press))

    def moment(self, ms: int | None) -> Markup:
        """A moment in Morocco's time."""
        if ms is None:
            return el("span", self.say("never"), class_="zero")
        there = datetime.fromtimestamp(ms / 1000, UTC).astimezone(_MOROCCO)
        return el("bdi", f"{there:%d/%m/%Y %H:%M}", class_="id")

    def count(self, number: int, tone: str = "") -> Markup:
        """A number, quiet when it is nought, and in a tone when it asks for something."""
        if not number:
            return el("span", "0", class_="zero")
        return el("span", grouped(number), class_=f"chip {tone}") if tone else Markup(grouped(number))

    def said(self, word: str, *, wrong: bool = False) -> Markup:
        """What came of the last deed."""
        return el("p", self.say(word), class_="said wrong" if wrong else "said", role="status")


def grouped(number: int) -> str:
    """4212 as 4 212, with a narrow space, in both languages."""
    return f"{number:,}".replace(",", "\u202f")


def day(iso: str | None) -> Markup:
    """An ISO day as dd/MM/yyyy."""
    return el("bdi", "/".join(reversed(iso.split("-"))), class_="id") if iso else Markup("")


def number_of(value: int) -> Markup:
    """A number that names something, isolated from the words around it."""
    return el("bdi", str(value), class_="id")


def table(heads: list[Child], rows: list[list[Child]], numbers: frozenset[int] = frozenset()) -> Markup:
    """A table; `numbers` are the columns that hold numbers."""

    def cells(tag: str, some: list[Child]) -> list[Child]:
        return [el(tag, one, class_="n" if at in numbers else None) for at, one in enumerate(some)]

    body = [el("tr", *cells("td", row)) for row in rows]
    return el("table", el("thead", el("tr", *cells("th", heads))), el("tbody", *body))


def field(label: str, name: str, **attributes: str | int | bool | None) -> Markup:
    """A labelled field."""
    return el("label", label, el("input", name=name, **attributes))


def chooser(label: str, name: str, options: list[tuple[str, str]], chosen: str = "") -> Markup:
    """A labelled list of choices, each with its value and its words."""
    made = [el("option", words, value=value, selected=value == chosen) for value, words in options]
    return el("label", label, el("select", *made, name=name))


def tick(label: str, name: str) -> Markup:
    """A yes or no."""
    return el("label", joined(el("input", type="checkbox", name=name, value="1"), " ", label), class_="check")
