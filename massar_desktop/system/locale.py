"""The language of the application: translations, number and date conventions, reading direction.

``QLocale("ar")`` means Egypt to Qt (Eastern digits, other month names), so Arabic is always ``ar_MA``.
"""

from datetime import date
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from massar_desktop.system.resources import resource

Language = Literal["ar", "fr"]
LANGUAGES: Final[tuple[Language, ...]] = ("ar", "fr")
_LOCALE_NAMES: Final[dict[Language, str]] = {"ar": "ar_MA", "fr": "fr_MA"}


class _Installed:
    """What is in force now: Qt keeps no reference to translators, so they live here."""

    language: Language = "ar"
    translators: tuple[QTranslator, ...] = ()


def locale_of(language: Language) -> QLocale:
    """Return the Moroccan locale of a language, without digit grouping (groups are made by bidi.group)."""
    locale = QLocale(_LOCALE_NAMES[language])
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Return the reading direction of a language."""
    return Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight


def current_language() -> Language:
    """Return the language last installed."""
    return _Installed.language


def install_language(app: QCoreApplication, language: Language) -> None:
    """Put a language in force at once: locale, direction, then words; open widgets get LanguageChange.

    A translation file that is missing leaves the English source words, which the tests refuse.
    """
    QLocale.setDefault(locale_of(language))
    if isinstance(app, QApplication):
        app.setLayoutDirection(direction_of(language))
    for translator in _Installed.translators:
        app.removeTranslator(translator)
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    sources = (f"{qt_folder}/qtbase_{language}.qm", str(resource("translations", f"{language}.qm")))
    _Installed.language = language
    _Installed.translators = tuple(_loaded(app, path) for path in sources)


def _loaded(app: QCoreApplication, path: str) -> QTranslator:
    translator = QTranslator(app)
    if translator.load(path):
        app.installTranslator(translator)
    return translator


@cache
def _words_of(language: Language) -> QTranslator:
    translator = QTranslator()
    translator.load(str(resource("translations", f"{language}.qm")))
    return translator


def word_in(language: Language, context: str, source: str) -> str:
    """Return a word in a language that need not be in force; the source when it has none."""
    return _words_of(language).translate(context, source) or source


def month_name(day: date, language: Language) -> str:
    """Return the month of a day as Morocco writes it: نونبر, not نوفمبر."""
    return locale_of(language).standaloneMonthName(day.month)


def weekday_name(day: date, language: Language) -> str:
    """Return the day of the week in full."""
    return locale_of(language).dayName(day.isoweekday())
