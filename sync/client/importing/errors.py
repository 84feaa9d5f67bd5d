"""Why a file cannot be imported at all; a bad row is never one of these."""

from __future__ import annotations


class NotASpreadsheet(Exception):
    """The file holds no table that can be read. `code` is stable and translated on screen.

    file_not_readable, file_not_spreadsheet, file_truncated, file_empty, file_too_large (with `rows` and `columns`
    when they are known), file_has_password, no_header_row.
    """

    def __init__(self, code: str, **params: int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.code
