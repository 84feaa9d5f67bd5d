"""What is said of a paper of a file: whether it has arrived where somebody decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.chip import ChipSpec

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.attachments import PaperView


def standing_chip(one: PaperView) -> ChipSpec:
    """Whether a paper has arrived where somebody decides."""
    share = f"{100 * one.moved // max(one.size, 1)} %"
    return {
        "here_only": ChipSpec(QCoreApplication.translate("PapersTab", "Waits to be sent"), "warn", "clock"),
        "on_the_way": ChipSpec(
            QCoreApplication.translate("PapersTab", "On its way: %1").replace("%1", ltr(share)), "info", "upload"
        ),
        "elsewhere": ChipSpec(
            QCoreApplication.translate("PapersTab", "Not sent by its office yet"), "neutral", "building"
        ),
        "to_fetch": ChipSpec(
            QCoreApplication.translate("PapersTab", "At the centre, not here"), "neutral", "cloud-off"
        ),
        "coming": ChipSpec(
            QCoreApplication.translate("PapersTab", "Asked for: %1").replace("%1", ltr(share)), "info", "download"
        ),
        "here": ChipSpec(QCoreApplication.translate("PapersTab", "Arrived at the centre"), "ok", "circle-check"),
    }[one.standing.value]
