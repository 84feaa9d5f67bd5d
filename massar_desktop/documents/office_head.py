"""What stands at the head and at the foot of every paper."""

from __future__ import annotations

from massar_desktop.documents import words
from massar_desktop.queries.paper_facts import OfficeFacts
from massar_desktop.system.locale import Language


def head(office: OfficeFacts, language: Language) -> dict[str, object]:
    """The values that resources/templates/paper.typ asks of every paper.

    `data_as_of` is "" where no exchange ever ended; the paper then says so (domain.md 4: data as of the last sync).
    """
    return {
        "practice": office.practice,
        "day": words.day(language, office.today),
        "printed_on": words.figures(office.today),
        "printed_by": words.name_of(language, office.clerk),
        "data_as_of": words.moment(office.as_of_ms),
        "office": {
            "academy": office.academy,
            "directorate": words.name_of(language, office.directorate),
            "region": words.name_of(language, office.region),
        },
    }
