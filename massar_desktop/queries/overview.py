"""What a file shows first, beside its own rows: acts under way, balances, terms, findings, papers, the next échelon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from massar_desktop.queries.acts import ActDraft, drafts_of
from massar_desktop.queries.anomalies import findings_of
from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.attachments import PaperView, papers
from massar_desktop.queries.glance import Running, balances_of, running
from massar_desktop.queries.person import PersonView
from sync.domain.acts import echelon
from sync.domain.acts.age_retirement import Retirement, retirement
from sync.domain.alerts import READ, Alert, alerts
from sync.domain.controls.province import Finding
from sync.domain.leave_count import Balance
from sync.domain.ledger import SickAccount


@dataclass(frozen=True, slots=True)
class Overview:
    """`running` are the newest first, `papers` those attached last; `paces`: when the next échelon may come."""

    person: int
    balances: tuple[Balance, ...] = ()
    sick: tuple[SickAccount, ...] = ()
    running: tuple[Running, ...] = ()
    drafts: tuple[ActDraft, ...] = ()
    alerts: tuple[Alert, ...] = ()
    findings: tuple[Finding, ...] = ()
    papers: tuple[PaperView, ...] = ()
    paces: Mapping[str, str] = field(default_factory=dict)
    retires: Retirement | None = None


def overview(connection: Connection, view: PersonView, asker: Asker) -> Overview:
    """Read what stands beside a dossier that was read already, as the one who asks may see it."""
    office = Asked(connection, asker)
    dossiers = [view.id, *(row.id for row in view.joined)]
    office.state.expect_dossiers(dossiers)
    balances, sick = balances_of(office, view.id)
    rows = [row for kind in READ for row in office.state.rows_of(kind, view.id)]
    situation, birth = view.situation, view.employee.text("birth_date")
    serves = situation is not None and not situation.get("left_on")
    return Overview(
        view.id,
        balances,
        sick,
        tuple(running(office, view.id)),
        drafts_of(office, view.id),
        tuple(alerts(rows, office.state, asker.today)),
        () if asker.identity.is_academy else tuple(findings_of(office, dossiers)),  # controls are a directorate's
        tuple(sorted(papers(connection, asker.identity, asker.account, dossiers), key=lambda one: -one.id)),
        echelon.next_days(office.state, situation.values, asker.today) if situation is not None and serves else {},
        retirement(office.state, birth, at_school=bool(situation.get("school")))
        if birth and situation is not None and serves
        else None,
    )
