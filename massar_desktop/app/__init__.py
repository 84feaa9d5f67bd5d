"""Where everything is built and connected: the only room that knows all others."""

from massar_desktop.app.main import run

__all__ = ["run"]
