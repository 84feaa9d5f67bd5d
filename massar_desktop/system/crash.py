"""Errors nobody expected: a report without personal data, a window for the clerk, a log that IT can read.

``install`` once, when the QApplication is there. Errors of slots and events, of threads, warnings of Qt and hard
crashes (faulthandler) all end here; the program goes on where it can.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from massar_desktop.system.crash_report import LogLine, Report, facts, report_on, without_folders, without_quotes
from massar_desktop.system.crash_window import CrashWindow

LOG_FILE: Final = "massar.log"
FAULT_FILE: Final = "fault.txt"
REPORTS: Final = "reports"
_LOG_BYTES, _LOGS_KEPT = 500_000, 3
_LEVELS: Final = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_HARMLESS: Final = "This plugin does not support propagateSizeHints"
"""What the screenless platform says at each window."""
_log = logging.getLogger(__name__)


class _Installed:
    """The watch in force; one per process."""

    watch: Watch | None = None


class Watch(QObject):
    """Signals: ``happened(Report)``, from any thread, for each error that is told for the first time."""

    happened = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.window: CrashWindow | None = None
        self._told: set[tuple[str, str]] = set()
        self._fault: TextIO | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Take over every way an error can come. Raises OSError when the folder cannot be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._handler = RotatingFileHandler(
            self.folder / LOG_FILE, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8", delay=True
        )
        self._handler.setLevel(logging.WARNING)
        self._handler.setFormatter(LogLine())
        logging.getLogger().addHandler(self._handler)
        self._keep_last_fault()
        self._had_faulthandler = faulthandler.is_enabled()
        self._fault = (self.folder / FAULT_FILE).open("w", encoding="utf-8")
        faulthandler.enable(self._fault)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        self._qt_before = qInstallMessageHandler(self._qt_says)

    def stop(self) -> None:
        """Give everything back."""
        qInstallMessageHandler(self._qt_before)
        sys.excepthook, threading.excepthook = self._before
        faulthandler.disable()
        if self._had_faulthandler and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        if self._fault is not None:
            self._fault.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        if self.window is not None:
            self.window.close()

    def tell(self, error: BaseException) -> None:
        """Write an unexpected error down and show it, once for each place it comes from."""
        report = report_on(error)
        _log.error("unexpected error at %s", report.place, exc_info=error)
        key = report.kind, report.place
        # An error while painting comes back sixty times a second.
        if key not in self._told:
            self._told.add(key)
            self._write(report.text, "error")
            self.happened.emit(report)

    def _write(self, text: str, kind: str) -> None:
        reports = self.folder / REPORTS
        try:
            reports.mkdir(exist_ok=True)
            (reports / f"{kind}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt").write_text(text, encoding="utf-8")
        except OSError as wrong:  # a full disk must not hide the first error
            _log.warning("no report could be written: %s", type(wrong).__name__)

    def _show(self, report: Report) -> None:
        if self.window is None and QApplication.instance() is not None:
            self.window = CrashWindow(report)
            self.window.closed.connect(self._forget_window)
            self.window.show()

    def _forget_window(self) -> None:
        self.window = None

    def _keep_last_fault(self) -> None:
        fault = self.folder / FAULT_FILE
        if fault.exists() and fault.stat().st_size:
            stacks = without_folders(fault.read_text(encoding="utf-8", errors="replace"))
            self._write("\n".join(["Massar Desktop: the last run ended hard", *facts(), "", stacks]), "fault")

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error.with_traceback(trace))

    def _thread_hook(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.tell(told.exc_value)

    def _qt_says(self, kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        level = _LEVELS.get(kind)
        if level is not None and not (message or "").startswith(_HARMLESS):
            _log.log(level, "Qt: %s", without_quotes(message or ""))


def install(folder: Path) -> Watch:
    """Watch over the program from now on; reports and the log are kept in a folder. Raises OSError."""
    remove()
    watch = Watch(folder)
    watch.start()
    _Installed.watch = watch
    return watch


def remove() -> None:
    """Stop watching, as at the end of a test; nothing happens when nobody watches."""
    if _Installed.watch is not None:
        _Installed.watch.stop()
        _Installed.watch = None


def tell(error: BaseException) -> None:
    """Treat an error that reached the end of its way (background work) as one nobody expected."""
    if _Installed.watch is not None:
        _Installed.watch.tell(error)
    else:
        _log.error("unexpected error", exc_info=error)
