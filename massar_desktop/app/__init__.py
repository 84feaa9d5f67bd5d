"""Where everything is built and connected: the only room that knows all others."""

import PySide6.QtCore  # noqa: F401  # what follows is imported under its eyes

from massar_desktop.system import memory

memory.leave_sources_unread()
memory.share_arenas()

from massar_desktop.app.main import run  # noqa: E402

__all__ = ["run"]
