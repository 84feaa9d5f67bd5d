"""What one search finds: people, kinds of act, screens and lists kept; the same at home and in the palette.

Screens, kept lists and actions are told to it by the application (`offer`), kinds of act come from the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from massar_desktop.screens.act_look import act_icon
from massar_desktop.screens.following import Following
from massar_desktop.screens.people_reading import PeopleReading
from massar_desktop.system.locale import Language, current_language
from massar_desktop.system.wording import kind_label, kind_label_in
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.find_list import Entry, Group, Sort
from massar_desktop.widgets.tokens import Tone
from sync.domain import catalog
from sync.domain.names import fold
from sync.domain.taking import is_administrative

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.people import PersonLine
    from massar_desktop.queries.search import SearchResult

MOST_PEOPLE: Final = 60
MOST_OTHERS: Final = 5
SETTLE_MS: Final = 300
_LETTERS_FOR_ACTS: Final = 2
_ARTICLE: Final = "ال"
_FREQUENT: Final = ("sick_short", "annual_leave", "exceptional_leave")
"""What a counter is asked for most comes first (domain.md 3.3)."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A screen, a kept list or an action that can be found by its name.

    `words` gives the name in the language in force, `also` those of the other one, by which it is found, too.
    """

    sort: Sort
    key: str
    icon: str
    words: Callable[[], str]
    cap: str = ""
    tone: Tone = "neutral"
    also: Callable[[], str] = str


class Finder(QObject):
    """Signals: ``found(object, str)`` with the Groups and the text they answer."""

    found = Signal(object, str)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._offers: list[Offer] = []
        self._text = ""
        self._people: tuple[PersonLine, ...] = ()
        self.total = 0
        self.reading = PeopleReading(session, self)
        self.reading.found.connect(self._came)
        Following(session, page, self.reading.again, settle_ms=SETTLE_MS, only_missed=True)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Take the screens, kept lists and actions that can be found."""
        self._offers = list(offers)

    def prepare(self) -> None:
        """Read who is there, so that the first key is answered at once."""
        self.reading.search("")

    def look_for(self, text: str) -> None:
        """Search; the answer comes with ``found``."""
        self._text = text
        self.reading.search(text)

    def others(self, text: str) -> list[Group]:
        """What is found without people: acts, screens, kept lists."""
        words = fold(text).split()
        if sum(map(len, words)) < _LETTERS_FOR_ACTS:
            return []
        acts = [
            _act_entry(kind)
            for kind in catalog.ACT_BY_KIND
            if is_administrative(kind) and _has(words, _act_words(kind))
        ]
        rooms = [_offer_entry(one) for one in self._offers if _has(words, f"{one.words()} {one.also()}")]
        return [
            Group(self.tr("Acts"), tuple(acts[:MOST_OTHERS])),
            Group(self.tr("Screens, lists and actions"), tuple(rooms[:MOST_OTHERS])),
        ]

    def all_offers(self) -> list[Group]:
        """Everything that is offered, for a search that is empty."""
        return [Group(self.tr("Screens, lists and actions"), tuple(map(_offer_entry, self._offers)))]

    def _came(self, result: SearchResult) -> None:
        self.total = result.total
        asked = bool(result.query.strip())
        people = tuple(_person_entry(line) for line in result.lines[:MOST_PEOPLE]) if asked else ()
        others = self.others(result.query)
        first = [Group(self.tr("People"), people)]
        named = any(group.entries for group in others) and not any(entry.hits for entry in people)
        self.found.emit([*others, *first] if named else [*first, *others], result.query)


def _person_entry(line: PersonLine) -> Entry:
    language = current_language()
    first, second = line.names(language)
    hits, second_hits = line.name_hits(language)
    more = " · ".join(part for part in (ltr(line.ppr or line.cin), isolate(line.where(language))) if part)
    below = f"{isolate(second)} · {more}" if second and more else isolate(second) or more
    shifted = tuple((start + 1, length) for start, length in second_hits) if second else ()
    return Entry("person", str(line.id), first or "-", below, "user", "accent", "", tuple(hits), shifted, line.ppr)


def _act_entry(kind: str) -> Entry:
    icon, tone = act_icon(kind)
    language = current_language()
    other: Language = "fr" if language == "ar" else "ar"
    return Entry("act", kind, kind_label(kind), isolate(kind_label_in(other, kind)), icon, tone, "")


def _offer_entry(one: Offer) -> Entry:
    return Entry(one.sort, one.key, one.words(), "", one.icon, one.tone, one.cap)


def _act_words(kind: str) -> str:
    return f"{kind_label_in('ar', kind)} {kind_label_in('fr', kind)} {catalog.ACT_BY_KIND[kind].CODE}"


def _has(words: Sequence[str], text: str) -> bool:
    """Whether each word typed begins a word of the text, spellings made equal."""
    there = fold(text).split()
    forms = [form for one in there for form in (one.lstrip("("), one.removeprefix(_ARTICLE))]
    return all(any(form.startswith(word) for form in forms) for word in words)
