"""The table of the look: colours in light and dark, type, spaces, radii and heights, each written once.

Everything that paints takes its numbers from here, so that a change of look is a change of this file.
Colours are chosen so that each text token reaches 4.5:1 on every ground it is used on (WCAG 2 AA).
"""

from dataclasses import dataclass, fields, replace
from typing import Literal

Tone = Literal["neutral", "accent", "info", "ok", "warn", "danger", "plum"]
Role = Literal["num", "value", "h1", "h2", "h3", "body", "sub", "cap"]
Direction = Literal["rtl", "ltr"]

UI_FAMILY = "IBM Plex Sans Arabic"
PAPER_FAMILY = "Amiri"


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, as ``#RRGGBB``. ``accent`` is this computer and ``plum`` the centre, everywhere."""

    canvas: str
    surface: str
    rail: str
    bar: str
    nav_on: str
    sunken: str
    select: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    info: str
    info_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    plum: str
    plum_soft: str
    mark: str

    def tone(self, tone: Tone) -> str:
        """Return the text colour of a tone; neutral is the second text colour."""
        return self.text2 if tone == "neutral" else str(getattr(self, tone))

    def soft(self, tone: Tone) -> str:
        """Return the soft ground of a tone; neutral is the sunken ground."""
        return self.sunken if tone == "neutral" else str(getattr(self, f"{tone}_soft"))

    def table(self) -> dict[str, str]:
        """Return every colour by its token name, for the style sheet."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


LIGHT = Colours(
    canvas="#F3F5F4",
    surface="#FFFFFF",
    rail="#FFFFFF",
    bar="#FFFFFF",
    nav_on="#DFF0EA",
    sunken="#EBEFED",
    select="#DFF0EA",
    line="#DCE2DF",
    line_strong="#7B8883",
    text="#16211D",
    text2="#44524C",
    text3="#5C6A64",
    accent="#0B6655",
    accent_hover="#08503F",
    accent_soft="#DFF0EA",
    on_accent="#FFFFFF",
    info="#1D5B9E",
    info_soft="#E3EDF8",
    ok="#1E6B34",
    ok_soft="#E0F1E4",
    warn="#874900",
    warn_soft="#FBEDD5",
    danger="#A8261C",
    danger_soft="#FAE5E2",
    plum="#5B4696",
    plum_soft="#ECE8F7",
    mark="#FFE7A3",
)

DARK = Colours(
    canvas="#101614",
    surface="#18201D",
    rail="#141B18",
    bar="#18201D",
    nav_on="#173B32",
    sunken="#212B27",
    select="#173B32",
    line="#2C3733",
    line_strong="#75857F",
    text="#E7EEEB",
    text2="#B9C5C0",
    text3="#97A59F",
    accent="#5FCBB0",
    accent_hover="#84DAC5",
    accent_soft="#173B32",
    on_accent="#06231C",
    info="#8DBEF2",
    info_soft="#18304A",
    ok="#86D39B",
    ok_soft="#17361F",
    warn="#F0B866",
    warn_soft="#3D2C10",
    danger="#F59A90",
    danger_soft="#47201C",
    plum="#BDAEEF",
    plum_soft="#2E2748",
    mark="#5A4708",
)

PRACTICE_LIGHT = replace(LIGHT, rail="#FBEDD5", bar="#FBEDD5", nav_on="#FFFFFF", sunken="#F1ECE2")
PRACTICE_DARK = replace(DARK, rail="#33260F", bar="#33260F", nav_on="#18201D", sunken="#2A271F")
"""Practice wears the warning colour round the work, so that nobody takes it for real files."""


def colours(*, dark: bool, practice: bool) -> Colours:
    """Return the set of colours for an appearance."""
    if practice:
        return PRACTICE_DARK if dark else PRACTICE_LIGHT
    return DARK if dark else LIGHT


@dataclass(frozen=True, slots=True)
class Type:
    """One role of type: size and line box in pixels, weight from 400 to 700."""

    size: int
    weight: int
    line: int


TYPE: dict[Role, Type] = {
    "num": Type(26, 600, 36),
    "value": Type(24, 600, 36),
    "h1": Type(22, 600, 30),
    "h2": Type(17, 600, 26),
    "h3": Type(14, 600, 21),
    "body": Type(14, 400, 21),
    "sub": Type(13, 400, 19),
    "cap": Type(12, 400, 18),
}

SPACE = (4, 8, 12, 16, 20, 24)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels that differ between the roomy and the compact window (under 740 px high)."""

    top_bar: int
    strip: int
    nav: int
    margin_x: int
    margin_y: int
    card_x: int
    card_y: int
    gap: int


ROOMY = Metrics(top_bar=52, strip=34, nav=38, margin_x=20, margin_y=16, card_x=18, card_y=16, gap=12)
COMPACT = Metrics(top_bar=44, strip=30, nav=34, margin_x=20, margin_y=10, card_x=16, card_y=9, gap=8)
COMPACT_BELOW = 740

RAIL_WIDTH = 196
FIELD_HEIGHT = 36
QUIET_HEIGHT = 30
CHIP_HEIGHT = 22
TABLE_ROW = 44
TABLE_HEADER = 36
GROUP_ROW = 26
TILE = 32
BAND_HEIGHT = 24

RADIUS_KEY = 4
RADIUS_BAR = 5
RADIUS_FIELD = 8
RADIUS_CARD = 10
RADIUS_CHIP = 11

ICON = 18
ICON_BUTTON = 16
ICON_CHIP = 14
ICON_STROKE = "1.75"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
