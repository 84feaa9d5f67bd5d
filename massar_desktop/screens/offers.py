"""What a search finds besides people and acts: the screens of the rail and what can be done, in both languages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from massar_desktop.screens.finder import Offer
from massar_desktop.screens.rooms import (
    ACTIONS,
    ACTIONS_OF_PROVINCES,
    COMMANDS,
    OF_PROVINCES,
    PERSON_ACTIONS,
    ROOMS,
    Room,
)
from massar_desktop.system.locale import LANGUAGES, word_in
from massar_desktop.widgets.find_list import Sort
from massar_desktop.widgets.tokens import Tone

_CONTEXT = "MainWindow"


def rooms_offered(*, academy: bool) -> list[Offer]:
    """The screens of the rail and the commands at its foot."""
    return _offered("room", {**ROOMS, **COMMANDS}, OF_PROVINCES if academy else (), "neutral")


def actions_offered(*, academy: bool) -> list[Offer]:
    """What can be done on any screen."""
    return _offered("action", ACTIONS, ACTIONS_OF_PROVINCES if academy else (), "info")


def person_actions_offered(*, academy: bool) -> list[Offer]:
    """What can be done with the person in front."""
    return _offered("of_person", PERSON_ACTIONS, ACTIONS_OF_PROVINCES if academy else (), "accent")


def _offered(sort: Sort, places: Mapping[str, Room], hidden: Collection[str], tone: Tone) -> list[Offer]:
    return [
        Offer(sort, key, one.icon, partial(_word, one.word), one.key, tone, partial(_both, one.word))
        for key, one in places.items()
        if key not in hidden
    ]


def _word(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def _both(source: str) -> str:
    return " ".join(word_in(language, _CONTEXT, source) for language in LANGUAGES)
