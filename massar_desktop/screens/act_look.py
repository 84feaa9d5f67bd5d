"""The icon and the tone of each kind of act, the same on every screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from massar_desktop.widgets.tokens import Tone

_LOOK: Final[Mapping[str, tuple[str, Tone]]] = {
    "sick_short": ("stethoscope", "info"),
    "sick_medium": ("stethoscope", "info"),
    "sick_long": ("stethoscope", "info"),
    "annual_leave": ("calendar", "accent"),
    "exceptional_leave": ("clock", "plum"),
    "maternity_leave": ("calendar", "plum"),
    "paternity_leave": ("calendar", "plum"),
    "pilgrimage_leave": ("calendar", "accent"),
    "unjustified_absence": ("hourglass", "warn"),
    "abandonment": ("hourglass", "danger"),
    "arrival_minutes": ("map-pin", "accent"),
    "tasking": ("map-pin", "info"),
    "interest_transfer": ("arrow-up-down", "accent"),
    "echelon": ("badge-check", "ok"),
    "tenure": ("badge-check", "ok"),
    "bank_change": ("wallet", "warn"),
    "family_change": ("users", "warn"),
    "presence_census": ("list-checks", "accent"),
    "nursing_leave": ("calendar", "plum"),
    "kafala_leave": ("calendar", "plum"),
    "unpaid_leave": ("calendar", "warn"),
    "justified_absence": ("hourglass", "info"),
    "work_accident": ("stethoscope", "warn"),
    "spouse_transfer": ("arrow-up-down", "accent"),
    "provincial_move": ("arrow-up-down", "info"),
    "grade_advancement": ("badge-check", "ok"),
    "detachment": ("building", "plum"),
    "put_at_disposal": ("building", "plum"),
    "availability": ("log-out", "warn"),
    "resignation": ("log-out", "danger"),
    "age_retirement": ("calendar-clock", "accent"),
    "early_retirement": ("calendar-clock", "warn"),
    "note": ("clock", "warn"),
    "confidential_note": ("clock", "warn"),
}


def act_icon(kind: str) -> tuple[str, Tone]:
    """The icon and the tone of a kind of act."""
    return _LOOK.get(kind, ("file-text", "neutral"))
