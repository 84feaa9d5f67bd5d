"""What to look at in the province: what comes up, and what the controls across all records find; Enter opens a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from massar_desktop.models.rows import Cell
from massar_desktop.screens.check_words import HEAPS, heap_word
from massar_desktop.screens.following import Following
from massar_desktop.screens.list_page import HeapsPage
from massar_desktop.screens.notices import Notice
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import problem_text
from massar_desktop.widgets.bidi import group, isolate, lead, ltr
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.counter import Counter
from sync.domain import catalog
from sync.domain.fields import show_day
from sync.domain.packages import changed_rule

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.alerts import AlertLine, Alerts
    from massar_desktop.queries.anomalies import Anomalies, AnomalyLine
    from massar_desktop.queries.named import Named
    from massar_desktop.queries.packages import AgainLine
    from sync.domain.errors import Problem

SETTLE_MS: Final = 1_000
"""All records are read: a second for a large province, so not at every key."""
_WIDTHS: Final = [620, 150, 160]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing to look at: of which heap, about whom, what it says and until when ("" for no day).

    `act` is the act it follows from, 0 when it follows from the person's own record.
    """

    heap: str
    person: int
    named: Named
    problem: Problem
    on: str = ""
    act: int = 0
    others: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What comes up, what the controls find, which acts rest on a rule that came later; names of altered packages."""

    coming: Alerts
    wrong: Anomalies
    again: Sequence[AgainLine]
    altered: Sequence[str]


class ChecksScreen(HeapsPage):
    """Signals: ``file_opened(object, object)`` with a person and the act to look at, 0 for none, ``counted(int)`` with
    how many are late or wrong.
    """

    file_opened = Signal(object, object)
    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        counters = {name: Counter(icon, tone, f"Ctrl {n}") for n, (name, icon, tone) in enumerate(HEAPS, start=1)}
        super().__init__(counters, "circle-check", ("↑ ↓", "Enter", "Ctrl 1 … 6", "Esc"))
        self._session = session
        self._lines: tuple[CheckLine, ...] | None = None
        self._counts: dict[str, int] = {}
        self._left = 0
        self._shown: list[CheckLine] = []
        self.table.row_opened.connect(self._open)
        self._following = Following(session, self, self.refresh, settle_ms=SETTLE_MS, only_missed=True)
        self._following.stale = True
        self.retranslate()

    def refresh(self) -> None:
        """Read again what comes up and what the controls find."""
        self._following.stale = False
        replica, clerk = self._session.replica, self._session.clerk

        def read() -> Found:
            from massar_desktop.queries.alerts import province_alerts
            from massar_desktop.queries.anomalies import anomalies
            from massar_desktop.queries.asking import Asker
            from massar_desktop.queries.packages import published_packages, to_check_again
            from sync.client import bundle_keys

            asker, centre = Asker(replica.identity, clerk, replica.today()), bundle_keys.load(replica).centre
            with self._session.database.read() as connection:
                return Found(
                    province_alerts(connection, asker),
                    anomalies(connection, asker),
                    to_check_again(connection, asker),
                    [one.package.name for one in published_packages(connection, asker, centre) if not one.whole],
                )

        self._session.tasks.run(read, self._show, self._show_failure)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("To check"))
        self.beside.setText(self.tr("What comes up, and what the controls across all files find"))
        self.table.setAccessibleName(self.tr("To check"))
        self.tell_keys(self.tr("move"), self.tr("open the file"), self.tr("one sort only"), self.tr("everything"))
        self.write_list()

    def _show(self, found: Found) -> None:
        coming, wrong = found.coming, found.wrong
        order = [name for name, _, _ in HEAPS]
        lines = [*map(_of_alert, coming.lines), *map(_of_finding, wrong.lines), *map(_of_rule, found.again)]
        self._lines = tuple(sorted(lines, key=lambda one: order.index(one.heap)))
        self._counts = {name: sum(one.heap == name for one in lines) for name in order}
        self._left = sum(coming.counts.values()) + wrong.total + len(found.again) - len(lines)
        self._say_of_packages(found.altered)
        self.notices.drop("failed")
        self.counted.emit(self._counts["late"] + self._counts["error"])
        self.write_list()

    def _say_of_packages(self, altered: Sequence[str]) -> None:
        """Warn of published rules that are not what the centre signed."""
        if not altered:
            self.notices.drop("altered")
            return
        named = ", ".join(isolate(name) for name in altered)
        self.notices.say(
            "altered",
            Notice(
                lambda: self.tr("Published rules are not whole, or not as the centre signed them: %1.").replace(
                    "%1", named
                ),
                lambda: self.tr("Press Sync. If this stays, call the centre before deciding."),
                "danger",
            ),
        )

    def write_list(self) -> None:
        """Write what is to check in the language in force."""
        heap, before = self.heap(), self.table.chosen_row()
        for name, counter in self.counters.items():
            counter.set_count(self._counts.get(name, 0), heap_word(name))
        self._shown = [one for one in self._lines or () if heap in ("", one.heap)]
        titles = (self.tr("What to do"), self.tr("Last day"), self.tr("Kind"))
        self.model.show_rows(titles, [(number, self._cells(one)) for number, one in enumerate(self._shown)])
        self.table.set_widths(_WIDTHS, stretched=0)
        self.table.choose_row(min(max(0, before), len(self._shown) - 1))
        self.show_list(shown=bool(self._shown) or self._lines is None)
        self.empty.set_text(
            self.tr("Nothing of this sort") if heap else self.tr("Nothing to look at"),
            self.tr("Esc shows everything.")
            if heap
            else self.tr("No term comes up, and the controls find nothing wrong in the files of the province."),
        )
        if self._lines is not None and self._left > 0:
            self.notices.say("more", Notice(self._more))
        else:
            self.notices.drop("more")

    def _more(self) -> str:
        return self.tr("%1 more are not listed: mend these first.").replace("%1", group(self._left))

    def _cells(self, line: CheckLine) -> Sequence[Cell]:
        language = current_language()
        comma = "، " if language == "ar" else ", "
        who = isolate(line.named.name(language)) + (f" · {ltr(line.named.ppr)}" if line.named.ppr else "")
        if line.others:
            others = comma.join(isolate(other.name(language)) for other in line.others)
            beside = self.tr("with %1")
            who += f" · {beside.replace('%1', others)}"
        tone = next(tone for name, _, tone in HEAPS if name == line.heap)
        icon = next(icon for name, icon, _ in HEAPS if name == line.heap)
        return (
            Cell(problem_text(line.problem), lead(who)),
            Cell(ltr(show_day(line.on)) if line.on else "", ink="danger" if line.heap == "late" else "text2"),
            Cell(chip=ChipSpec(heap_word(line.heap), tone, icon)),
        )

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            line = self._shown[row]
            self.file_opened.emit(line.person, line.act)

    def _show_failure(self, _wrong: Exception) -> None:
        self.say_unreadable(lambda: self.tr("The files could not be read."))


def _of_alert(one: AlertLine) -> CheckLine:
    alert = one.alert
    heap = "late" if one.late else "coming"
    return CheckLine(heap, alert.person, one.person, alert.problem, alert.on, _act(alert.kind, alert.row))


def _of_finding(one: AnomalyLine) -> CheckLine:
    found = one.finding
    others = tuple(named for _, named in one.others)
    heap = found.problem.severity.value
    return CheckLine(heap, found.person, one.person, found.problem, "", _act(found.kind, found.row), others)


def _of_rule(one: AgainLine) -> CheckLine:
    return CheckLine("rules", one.act.dossier, one.person, changed_rule(one.rule), "", one.act.id)


def _act(kind: str, row: int) -> int:
    return row if kind in catalog.ACT_BY_KIND else 0
