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
    "bundle_failed": QT_TRANSLATE_NOOP(
        "error", "This file cannot be used. Nothing changed here. Ask the centre for another one."
    ),
    "bundle_unreadable": QT_TRANSLATE_NOOP(
        "error",
        "This file is damaged or no exchange file. Nothing changed here. Copy it again or ask for another one.",
    ),
    "bundle_too_new": QT_TRANSLATE_NOOP(
        "error", "A newer version wrote this exchange file. Install the update first; the file keeps."
    ),
    "bundle_not_ours": QT_TRANSLATE_NOOP(
        "error",
        "This file is for another office or centre. Nothing changed here. Choose the reply to your own request.",
    ),
    "bundle_is_request": QT_TRANSLATE_NOOP(
        "error", "This is a request for the centre. Take it there; what comes back is the reply to choose here."
    ),
    "bundle_no_key": QT_TRANSLATE_NOOP(
        "error", "This office does not have the key of this file yet. It comes with the next exchange with the centre."
    ),
    "not_printed": QT_TRANSLATE_NOOP("error", "The printer did not take the paper. Look at it, or keep a PDF: Ctrl S."),
    "paper_not_made": QT_TRANSLATE_NOOP(
        "error", "The template of this paper is at fault. Nothing is lost; tell the IT unit which paper it was."
    ),
    "no_such_act": QT_TRANSLATE_NOOP("error", "This act is not on this computer, or it is not for you to read."),
    "stick_failed": QT_TRANSLATE_NOOP(
        "error", "The file cannot be read or written. Is the stick still there, and is there room on it?"
    ),
    "code_mistyped": QT_TRANSLATE_NOOP("error", "This is not the recovery code: look at each group again."),
    "code_of_another_office": QT_TRANSLATE_NOOP(
        "error", "This recovery code is of another office. Take the one that was printed for this office."
    ),
    "clerk_exists": QT_TRANSLATE_NOOP("error", "This colleague can open the office already."),
    "unknown_clerk": QT_TRANSLATE_NOOP("error", "This clerk does not open this office. Choose her name again."),
    "no_enrolment_asked": QT_TRANSLATE_NOOP(
        "error", "No enrolment was asked from this computer. Make a request file with a new code first."
    ),
    "bundle_done": QT_TRANSLATE_NOOP("error", "Everything in this file was taken in."),
    "bundle_again": QT_TRANSLATE_NOOP(
        "error", "This file was taken in. Make a new request file: the centre has more to tell."
    ),
    "bundle_gap": QT_TRANSLATE_NOOP(
        "error", "A file before this one is missing. Take that one in first, or make a new request; nothing is lost."
    ),
    "bundle_stale": QT_TRANSLATE_NOOP(
        "error",
        "These answers are not about what is here now and were left out. Make a new request; nothing is lost.",
    ),
    "bundle_differs": QT_TRANSLATE_NOOP(
        "error",
        "This office differs from the centre. The next exchange on a line mends it; without one, call the IT unit.",
    ),
}
_UNKNOWN = QT_TRANSLATE_NOOP("error", "Something went wrong ({code}). What you saved is safe. Call the IT unit.")


def error_text(wrong: Exception) -> str:
    """The sentence for an error in the language in force; its code stands in the sentence when it is not known."""
    return code_text(str(getattr(wrong, "code", type(wrong).__name__)))


def code_text(code: str) -> str:
    """The sentence for a stable code, as of an error or of a file that was taken in."""
    sentence = SENTENCES.get(code, _UNKNOWN)
    return QCoreApplication.translate(CONTEXT, str(sentence)).format(code=code)
