"""What the census says: what may be found of somebody, the letter that notes it, the tone it is shown in."""

from __future__ import annotations

from typing import Final

from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import choice_label
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.tokens import Tone

FOUND: Final[tuple[tuple[str, str, str, Tone, str], ...]] = (
    ("present", "م", "p", "ok", "check"),
    ("on_leave", "ر", "c", "info", "calendar"),
    ("tasked_elsewhere", "ك", "m", "plum", "building"),
    ("absent", "غ", "a", "danger", "circle-x"),
    ("left", "خ", "s", "neutral", "log-out"),
)
"""What may be found, the letter that notes it in Arabic and in French, its tone and icon, in the order of the keys."""
EXCEPTION: Final = "absent"
"""What a number without a letter means: the exception that is noted most."""


def found_of(letter: str) -> str | None:
    """What a letter of either keyboard notes; None for another one."""
    if not letter:
        return EXCEPTION
    return next((found for found, arabic, latin, _, _ in FOUND if letter.lower() in (arabic, latin)), None)


def letter_of(found: str) -> str:
    """The letter of the language in force."""
    arabic, latin = next((arabic, latin) for one, arabic, latin, _, _ in FOUND if one == found)
    return arabic if current_language() == "ar" else latin


def found_word(found: str) -> str:
    """What was found, in words."""
    return choice_label("presence_census", "found", found)


def found_chip(found: str, *, noted: bool) -> ChipSpec:
    """What was found; grey as long as it is only what is known already."""
    tone, icon = next((tone, icon) for one, _, _, tone, icon in FOUND if one == found)
    return ChipSpec(found_word(found), tone if noted else "neutral", icon if noted else "")
