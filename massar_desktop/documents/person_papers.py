"""The certificates that a desk gives at once, from what the file knows: work, services, leave, the sheet to verify."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from massar_desktop.documents import words
from massar_desktop.documents.held_words import held_values
from massar_desktop.documents.office_head import head
from massar_desktop.documents.paper import Alone, Paper, Papers, title_of
from massar_desktop.documents.person_words import person_values
from massar_desktop.queries.paper_facts import Question
from massar_desktop.queries.person_paper_facts import PersonFacts, person_facts
from massar_desktop.system.locale import Language
from massar_desktop.widgets.bidi import group
from sync.domain import catalog
from sync.domain.calendar import plus_months
from sync.domain.fields import Value
from sync.domain.leave_count import Balance
from sync.domain.record import Row
from sync.domain.situation import Span

WORK: Final = "certificates/work"
SERVICES: Final = "certificates/services"
BALANCE: Final = "certificates/leave_balance"
SHEET: Final = "certificates/sheet"
_SHOWN: Final = ("position", "school", "cadre", "grade", "echelon")
"""Facts whose change begins another line of a statement of services; leave does not."""
_LEFT_OUT: Final = ("photo", "merged_into", "withdrawn")


@dataclass(frozen=True)
class PersonPapers(Alone):
    """The certificates of one person."""

    facts: PersonFacts

    @property
    def offered(self) -> tuple[str, ...]:
        """What is asked for most comes first. Certificates are the directorate's, which numbers and signs them."""
        return (SHEET,) if self.facts.office.academy else (WORK, SERVICES, BALANCE, SHEET)

    def paper(self, template: str, language: Language) -> Paper:
        """One of them in a language."""
        facts = self.facts
        values = {
            **head(facts.office, language),
            "person": person_values(facts.person, facts.now, facts.known, language),
            "services": _services(facts, language),
            "balances": [
                {
                    "year": str(one.year),
                    "entitled": group(one.entitled),
                    "taken": group(one.taken),
                    "left": group(one.left),
                }
                for one in facts.balances
            ],
            "sheet": _sheet(facts, language),
            "held": held_values(facts.held, facts.office.accounts, facts.known, language),
        }
        title = f"{title_of(template, language)} - {words.person_name(language, facts.person)}"
        secret = facts.held.noted if template == SHEET else frozenset[int]()
        return Paper(template, language, title, values, confidential=secret)


def papers_of_person(person: int) -> Question[Papers]:
    """The question that reads the certificates of a person."""
    return lambda connection, asker: PersonPapers(person_facts(connection, asker, person))


def _balance(one: Balance) -> dict[str, str]:
    numbers = {"entitled": one.entitled, "taken": one.taken, "left": one.left}
    return {"year": str(one.year), **{name: group(number) for name, number in numbers.items()}}


def _services(facts: PersonFacts, language: Language) -> dict[str, object]:
    """Her career in the order of its days, and how long it lasted until today or until she left."""
    today = facts.office.today
    spans = [span for span in _joined(facts.career) if span.from_on <= today]
    lines = [_line(span, facts, language) for span in spans]
    until = min(str(facts.now.get("left_on") or today), today)
    return {"lines": lines, "length": _length(spans[0].from_on, until) if spans else ("0", "0", "0")}


def _joined(career: Iterable[Span]) -> list[Span]:
    """Spans that differ only in what is not shown are one."""
    found: list[Span] = []
    for span in career:
        if found and all(found[-1].facts.get(name) == span.facts.get(name) for name in _SHOWN):
            found[-1] = Span(found[-1].from_on, span.to_on, span.facts, found[-1].begins)
        else:
            found.append(span)
    return found


def _line(span: Span, facts: PersonFacts, language: Language) -> dict[str, str]:
    shown = {name: _fact("situation", name, span.facts.get(name), facts, language) for name in _SHOWN}
    return {**shown, "from_on": words.figures(span.from_on), "to_on": words.figures(span.to_on)}


def _fact(kind: str, name: str, value: Value, facts: PersonFacts, language: Language) -> str:
    return words.value(language, kind, catalog.BY_NAME[kind].by_name[name], value, facts.known)


def _length(first: str, last: str) -> tuple[str, str, str]:
    """Years, months and days between two days, both counted as days of service begun."""
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
    months -= plus_months(first, months) > last
    days = (date.fromisoformat(last) - date.fromisoformat(plus_months(first, months))).days
    return group(months // 12), group(months % 12), group(days)


def _sheet(facts: PersonFacts, language: Language) -> Sequence[dict[str, object]]:
    """All that the file knows of her, section by section, for her to verify and sign."""
    rows = (facts.person, Row("situation", facts.person.id, facts.person.id, facts.person.scope, facts.now))
    lines: list[dict[str, object]] = []
    for row in rows:
        for field in catalog.BY_NAME[row.kind].fields:
            value = row.get(field.name)
            if value in (None, "") or field.system or field.name in _LEFT_OUT:
                continue
            text = words.value(language, row.kind, field, value, facts.known)
            label = words.label(language, row.kind, field.name)
            lines.append({"label": label, "value": text, "code": words.is_code(field)})
    return lines
