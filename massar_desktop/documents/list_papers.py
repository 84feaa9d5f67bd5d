"""Lists to print: the journal of a day, a covering slip, the people of a school for the census."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from massar_desktop.documents import words
from massar_desktop.documents.office_head import head
from massar_desktop.documents.paper import Alone, Paper, Papers, title_of
from massar_desktop.queries.census import CensusLine, school_list
from massar_desktop.queries.day_journal import JournalLine, day_journal
from massar_desktop.queries.history import is_confidential
from massar_desktop.queries.named import Named
from massar_desktop.queries.paper_facts import OfficeFacts, Question, office_facts
from massar_desktop.queries.reference import Reference, reference
from massar_desktop.queries.registry import RegisteredAct, Slip, slips
from massar_desktop.system.locale import LANGUAGES, Language
from sync.domain import catalog

JOURNAL: Final = "journal"
SLIP: Final = "covering_slip"
SCHOOL: Final = "census_list"
_CADRE: Final = catalog.BY_NAME["situation"].by_name["cadre"]


@dataclass(frozen=True)
class ListPaper(Alone):
    """One list, with its values in each language."""

    template: str
    about: str
    office: OfficeFacts
    values: Mapping[Language, Mapping[str, object]]
    confidential: frozenset[int] = frozenset()

    @property
    def offered(self) -> Sequence[str]:
        """The list alone."""
        return (self.template,)

    def paper(self, template: str, language: Language) -> Paper:
        """The list in a language."""
        title = f"{title_of(template, language)} - {self.about}"
        values = {**head(self.office, language), **self.values[language]}
        return Paper(template, language, title, values, confidential=self.confidential)


def journal_of(day: str) -> Question[Papers]:
    """The question that reads the journal of a day."""
    return lambda connection, asker: journal_paper(
        day, day_journal(connection, asker, day), office_facts(connection, asker)
    )


def list_of_school(year: int, gresa: str) -> Question[Papers]:
    """The question that reads a school's list of the census of a year."""
    return lambda connection, asker: school_paper(
        (year, gresa),
        school_list(connection, asker, year, gresa),
        reference(connection, asker.today),
        office_facts(connection, asker),
    )


def covering_slip(number: str, on: str) -> Question[Papers]:
    """The question that reads a covering slip again, by its number and day."""
    return lambda connection, asker: slip_paper(
        next((one for one in slips(connection, asker) if (one.number, one.on) == (number, on)), Slip(number, on, ())),
        office_facts(connection, asker),
    )


def slip_paper(slip: Slip, office: OfficeFacts) -> ListPaper:
    """A covering slip: the files that go to the academy under one number."""
    values = {
        language: {
            "number": slip.number,
            "sent_on": words.day(language, slip.on),
            "sender": _sender(slip, office, language),
            "lines": [_covered(one, language) for one in slip.lines],
        }
        for language in LANGUAGES
    }
    return ListPaper(SLIP, slip.number, office, values, _of_confidential(slip.lines))


def journal_paper(day: str, lines: Sequence[JournalLine], office: OfficeFacts) -> ListPaper:
    """The journal of a day."""
    values = {
        language: {"of_day": words.day(language, day), "lines": [_entry(one, language) for one in lines]}
        for language in LANGUAGES
    }
    return ListPaper(JOURNAL, day, office, values, _of_confidential(lines))


def school_paper(of: tuple[int, str], lines: Sequence[CensusLine], known: Reference, office: OfficeFacts) -> ListPaper:
    """The list of a school (the year and its GRESA code, "" for those without one)."""
    year, gresa = of
    values = {
        language: {
            "year": str(year),
            "gresa": gresa,
            "school": words.school(language, gresa, known),
            "counted": sum(bool(one.found) for one in lines),
            "lines": [_counted(one, known, language) for one in lines],
        }
        for language in LANGUAGES
    }
    return ListPaper(SCHOOL, f"{year} {gresa}", office, values)


def _sender(slip: Slip, office: OfficeFacts, language: Language) -> str:
    """The directorate that sent it: this office, at an academy those whose files it carries; "" when none is known."""
    if not office.academy:
        return words.name_of(language, office.directorate)
    names = dict.fromkeys(words.name_of(language, one.named.province) for one in slip.lines)
    return ("، " if language == "ar" else ", ").join(name for name in names if name)


def _of_confidential(lines: Iterable[JournalLine | RegisteredAct]) -> frozenset[int]:
    """Whose confidential acts stand in a list."""
    return frozenset(line.person for line in lines if is_confidential(line.kind))


def _covered(one: RegisteredAct, language: Language) -> dict[str, str]:
    comma = "، " if language == "ar" else ", "
    return {
        "number": one.number or one.provisional,
        "name": named(one.named, language),
        "ppr": one.named.ppr,
        "act": words.kind_name(language, one.kind),
        "papers": comma.join(words.paper_name(language, paper) for paper in one.papers),
    }


def _entry(line: JournalLine, language: Language) -> dict[str, str]:
    remark = " · ".join(part for part in (line.step_number, line.remark) if part)
    return {
        "number": line.number,
        "name": named(line.named, language),
        "ppr": line.named.ppr,
        "act": words.kind_name(language, line.kind),
        "step": words.choice(language, f"act_step.step.{line.step}"),
        "remark": words.plain(remark),
        "by": words.name_of(language, line.by),
    }


def _counted(line: CensusLine, known: Reference, language: Language) -> dict[str, str]:
    return {
        "ppr": line.named.ppr,
        "name": named(line.named, language),
        "cadre": words.value(language, "situation", _CADRE, line.known.get("cadre"), known),
        "found": words.choice(language, f"act.found.{line.found}") if line.found else "",
    }


def named(who: Named, language: Language) -> str:
    """A person's name in the language, without the marks of the screen."""
    return words.plain(who.name(language))
