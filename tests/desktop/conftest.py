"""The look in force during a test of the desktop: a language at a time, light, no practice."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from massar_desktop.system.locale import Language
from massar_desktop.widgets import theme
from massar_desktop.widgets.tokens import Direction

PutOn = Callable[..., None]


@pytest.fixture(autouse=True)
def garbage_of_the_ui_thread() -> Iterator[None]:
    """Let what a test dropped die here: left to Python, a thread of the next test may destroy a window."""
    yield
    gc.collect()


@pytest.fixture
def put_on(qapp: QApplication) -> Iterator[PutOn]:
    """Give a function that puts a language and an appearance in force; Arabic in light comes back after."""

    def wear(language: Language, *, dark: bool = False, practice: bool = False) -> None:
        direction: Direction = "rtl" if language == "ar" else "ltr"
        wanted = theme.Appearance(dark=dark, practice=practice, direction=direction)
        if not qapp.styleSheet() or theme.appearance() != wanted:
            theme.apply_theme(qapp, dark=dark, direction=direction, practice=practice)
            qapp.setStyleSheet(theme.sheet())  # parts are shown here without the window that would dress them
        theme.change_language(qapp, language)

    wear("ar")
    yield wear
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    # They die before the language changes under them: what they show is gone already.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    wear("ar")


@pytest.fixture(params=["ar", "fr"])
def language(request: pytest.FixtureRequest, put_on: PutOn) -> Language:
    """Run the test once in Arabic and once in French."""
    chosen: Language = request.param
    put_on(chosen)
    return chosen
