"""What an error of the environment says to the clerk: plain words and what to do, from its stable code."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "error"
SENTENCES = {
    "wrong_password": QT_TRANSLATE_NOOP("error", "The password is not right. Try again."),
    "keyring_lost": QT_TRANSLATE_NOOP(
        "error", "This computer has lost its secret. Ask the head of HR for the recovery code."
    ),
    "key_file_damaged": QT_TRANSLATE_NOOP(
        "error", "The key file cannot be read. Do not delete anything; call the IT unit with the recovery code."
    ),
    "key_file_missing": QT_TRANSLATE_NOOP(
        "error", "The key file is missing from the office's folder. Call the IT unit."
    ),
    "key_file_too_new": QT_TRANSLATE_NOOP("error", "A newer version wrote this office. Install the update first."),
    "office_missing": QT_TRANSLATE_NOOP("error", "The office's file is not in its folder. Call the IT unit."),
    "office_exists": QT_TRANSLATE_NOOP("error", "There is already an office on this computer."),
    "office_already_open": QT_TRANSLATE_NOOP(
        "error", "This office is open in another window. Close that window first."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "error", "The disk is full: this was not saved, nothing before it was lost. Free some room, then save again."
    ),
    "database_locked": QT_TRANSLATE_NOOP("error", "Another program holds the office's file. Close it, then try again."),
    "database_read_only": QT_TRANSLATE_NOOP("error", "The office's folder cannot be written. Call the IT unit."),
    "database_damaged": QT_TRANSLATE_NOOP(
        "error", "The office's file is damaged. It is kept; call the IT unit: what was not sent can be rescued."
    ),
    "database_too_new": QT_TRANSLATE_NOOP("error", "A newer version wrote this file. Install the update first."),
    "unreachable": QT_TRANSLATE_NOOP("error", "The centre cannot be reached. Look at the line and try again."),
    "busy": QT_TRANSLATE_NOOP("error", "The centre is busy. Try again in a minute."),
    "not_trusted": QT_TRANSLATE_NOOP("error", "The centre does not accept this code. Ask for a new one."),
    "upgrade_needed": QT_TRANSLATE_NOOP("error", "This version is too old. Install the update."),
    "misunderstood": QT_TRANSLATE_NOOP("error", "This address does not answer like a centre. Check it."),
}
_UNKNOWN = QT_TRANSLATE_NOOP("error", "Something went wrong ({code}). What you saved is safe. Call the IT unit.")


def error_text(wrong: Exception) -> str:
    """The sentence for an error in the language in force; its code stands in the sentence when it is not known."""
    code = str(getattr(wrong, "code", type(wrong).__name__))
    sentence = SENTENCES.get(code, _UNKNOWN)
    return QCoreApplication.translate(CONTEXT, str(sentence)).format(code=code)
