"""The papers of an act: its receipt, the letter it declares, a refusal, the letters of a procedure; and their values.

Whose name is under a letter follows from the delegation: a lent signature leaves the act to the level above, in whose
name the letter is; a lent competence does not (domain.md 8, docs/adr/0020).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from massar_desktop.documents import words
from massar_desktop.documents.office_head import head
from massar_desktop.documents.paper import Alone, Paper, Papers, title_of
from massar_desktop.documents.person_words import person_values
from massar_desktop.queries.history import is_confidential
from massar_desktop.queries.paper_facts import ActFacts, Question, act_facts
from massar_desktop.system.locale import Language
from massar_desktop.widgets.bidi import group
from sync.domain import catalog, lifecycle
from sync.domain.acts.abandonment import LETTERS, QUERY_LETTER, Abandonment
from sync.domain.acts.unjustified_absence import UnjustifiedAbsence
from sync.domain.administrative_act import COMMON_FACTS
from sync.domain.lifecycle import BY_NAME, Level, Role
from sync.domain.record import Row
from sync.domain.signature import Signature

RECEIPT: Final = "receipt"
REFUSAL: Final = "letters/refusal"
GENERAL: Final = "general_decision"
"""The letter of an act that declares none."""
BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    UnjustifiedAbsence.KIND.name: (QUERY_LETTER,),
    Abandonment.KIND.name: (QUERY_LETTER, *dict.fromkeys(LETTERS.values())),
}
"""Letters of a procedure beside the one that the act declares."""
_DRAFT, _DECIDED, _CANCELLED = "draft", "decided", "cancelled"


@dataclass(frozen=True)
class ActPapers(Alone):
    """What there is to print of one act."""

    facts: ActFacts

    @property
    def offered(self) -> tuple[str, ...]:
        """The letter of what is decided, the receipt of what is not; of a procedure its letters first. An academy
        decides what a directorate registered: it gives no receipt.
        """
        made, row = self.facts.made, self.facts.row
        asked = self.facts.progress.letter if self.facts.progress is not None else ""
        names = dict.fromkeys((asked or made.LETTER or GENERAL, made.LETTER or GENERAL, *BESIDE.get(row.kind, ())))
        letters = [f"letters/{name}" for name in names]
        refused = row.text("decision") == "refused"
        if self.facts.office.academy:
            return (REFUSAL,) if refused else (f"letters/{made.LETTER or GENERAL}",)
        if refused:
            return REFUSAL, RECEIPT
        first = row.text("decision") == "accepted" or row.kind in BESIDE
        return (*letters, RECEIPT) if first else (RECEIPT, *letters)

    def paper(self, template: str, language: Language) -> Paper:
        """One paper of the act in a language."""
        facts = self.facts
        about = f"{words.person_name(language, facts.person)} {_number(facts.row)}"
        return Paper(
            template,
            language,
            f"{title_of(template, language)} - {about}",
            {
                **head(facts.office, language),
                "person": person_values(facts.person, facts.before, facts.known, language),
                "act": _act(facts, language),
                "signing": _signing(facts, language),
                "standing": _standing(facts.row),
            },
            confidential=frozenset((facts.person.id,)) if is_confidential(facts.row.kind) else frozenset(),
        )


@dataclass(frozen=True)
class SignedLetters:
    """The letters of a batch of decisions, by the row of their act: one key prints them all."""

    signed: Mapping[str, ActPapers]
    together = True
    copies = 2

    @property
    def offered(self) -> tuple[str, ...]:
        """One for each act, in the order of signing."""
        return tuple(self.signed)

    def name(self, template: str, language: Language) -> str:
        """The letter and whose it is."""
        papers = self.signed[template]
        return f"{title_of(papers.offered[0], language)} - {words.person_name(language, papers.facts.person)}"

    def paper(self, template: str, language: Language) -> Paper:
        """The letter of one act."""
        papers = self.signed[template]
        return papers.paper(papers.offered[0], language)

    def kept(self, _template: str, language: Language) -> Sequence[Paper]:
        """All of them."""
        return [self.paper(one, language) for one in self.signed]


def letters_of(acts: Sequence[tuple[str, int]]) -> Question[Papers]:
    """The question that reads the letters of acts (kind and row) that were decided."""
    return lambda connection, asker: SignedLetters(
        {str(act): ActPapers(act_facts(connection, asker, kind, act)) for kind, act in acts}
    )


def papers_of_act(kind: str, act: int) -> Question[Papers]:
    """The question that reads the papers of an act."""
    return lambda connection, asker: ActPapers(act_facts(connection, asker, kind, act))


def _act(facts: ActFacts, language: Language) -> dict[str, object]:
    made, row = facts.made, facts.row
    declared = catalog.BY_NAME[row.kind]
    own = {
        field.name: words.value(language, row.kind, field, row.get(field.name), facts.known)
        for field in declared.fields
    }
    for name, pointed in facts.relations.items():
        own[name] = words.person_name(language, pointed)
    papers = [words.paper_name(language, paper) for paper in made.PAPERS if paper in made.given()]
    lacking = [words.paper_name(language, paper) for paper in made.PAPERS if paper not in made.given()]
    decided = facts.decided
    notice = facts.notice
    return {
        "name": words.kind_name(language, row.kind),
        "code": made.CODE,
        "number": _number(row),
        "provisional": not row.get("number"),
        "provisional_number": row.text("provisional_number"),
        "registered_on": own["registered_on"],
        "reference": row.text("reference"),
        "from_on": own["from_on"],
        "to_on": own.get("to_on", ""),
        "length": group(made.days) if made.days else "",
        "decision_number": row.text("decision_number"),
        "decided_on": own["decided_on"],
        "reason": decided.text("remark") if decided is not None else "",
        "due": words.day(language, facts.due),
        "papers": papers,
        "lacking": lacking,
        "half_from": words.day(language, notice.text("half_from")) if notice is not None else "",
        "days_gone": group(facts.progress.days_gone) if facts.progress is not None else "",
        "working_days_gone": group(facts.progress.working_days_gone) if facts.progress is not None else "",
        "dismissal_on": words.day(language, made.dismissed_on)
        if isinstance(made, Abandonment) and made.from_on
        else "",
        "limits": {name: group(limit) for name, limit in facts.limits.items()},
        "facts": _listed(facts, own, language),
        "own": own,
    }


def _gone(facts: ActFacts, language: Language) -> dict[str, str]:
    """The counters of an abandonment, "" for another act."""
    made, progress = facts.made, facts.progress
    if progress is None or not isinstance(made, Abandonment) or not made.from_on:
        return dict.fromkeys(("days_gone", "working_days_gone", "dismissal_on"), "")
    return {
        "days_gone": group(progress.days_gone),
        "working_days_gone": group(progress.working_days_gone),
        "dismissal_on": words.day(language, made.dismissed_on),
    }


def _listed(facts: ActFacts, own: Mapping[str, str], language: Language) -> list[dict[str, object]]:
    """What a receipt repeats of a request: its period and what is peculiar to this kind of act."""
    kind = facts.row.kind
    names = [
        "from_on",
        "to_on",
        *(f.name for f in catalog.BY_NAME[kind].fields if f.name not in (*COMMON_FACTS, "to_on")),
    ]
    return [
        {
            "label": words.label(language, kind, name),
            "value": own[name],
            "code": words.is_code(catalog.BY_NAME[kind].by_name[name]),
        }
        for name in names
        if own.get(name) and not (name in ("child", "dependant") and own[name].isdigit())
    ]


def _signing(facts: ActFacts, language: Language) -> dict[str, object]:
    """In whose name the letter is, who signs it and how; her name when it is known."""
    step, found = facts.decided, facts.signature or Signature(Level.AREF, Role.AREF)
    hers = step is not None and BY_NAME[step.text("step")].decides
    name = facts.office.accounts.get(found.account, ("", "")) if hers else ("", "")
    return {
        "author": found.in_name_of.value,
        "signer": found.signer.value,
        "lent": found.lent,
        "interim": found.interim,
        "name": (step.text("signed_by") if step is not None else "") or words.name_of(language, name),
    }


def _standing(row: Row) -> str:
    if not row.get("decision"):
        return _DRAFT
    if row.text("decision") == "accepted" and not lifecycle.in_force(row.values):
        return _CANCELLED
    return _DECIDED


def _number(row: Row) -> str:
    """The official number; until there is one, the provisional one."""
    return row.text("number") or row.text("provisional_number")
