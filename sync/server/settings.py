"""The centre's configuration: one typed file (TOML), overridden by the environment, read once at start.

`MASSAR_CENTRE_CONFIG` names the file; each of its keys is also a variable, MASSAR_CENTRE_PORT for `port`. A key that
nobody knows is an error: a misspelt limit must not be the default. Secrets stand in files of their own.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

PREFIX = "MASSAR_CENTRE_"
RESOURCES = Path(__file__).parents[2] / "resources"


class BadSettings(ValueError):
    """A key that nobody knows, or a value of the wrong kind; says which."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the centre keeps its data and how it listens."""

    database: str = "sqlite:///massar-centre.db"
    """The embedded default is a SQLite file in the working folder; else postgresql+psycopg://..."""
    host: str = "127.0.0.1"
    port: int = 8733
    fence: Path = Path("massar-centre.fence")
    """Kept outside the database and never restored with it: it knows how far offices have been answered."""
    keys: Path = Path("massar-centre.keys")
    """The secret that bundles are opened and signed with; made at the first start."""
    resources: Path = RESOURCES
    certificate: Path | None = None
    private_key: Path | None = None
    safe: str = "archived"
    """"at-once": offices need not keep what is decided; for demonstrations, and where nobody archives this database."""
    address: str = ""
    """Where laptops find this centre, told to those that are enrolled by a file."""
    authority: Path | None = None
    """The certificate authority they pin then, a PEM file."""
    log_level: str = "warning"
    connections: int = 2000
    """Connections that one process holds at once; more are told to come again."""
    backups: Path = Path("massar-centre.backups")
    """Where `backup` writes, one folder each."""
    wal: Path = Path("massar-centre.wal")
    """The archive of PostgreSQL's write-ahead log: base backups, and the segments that the server hands over."""

    @property
    def safe_at_once(self) -> bool:
        """Whether offices are told at once that what is decided is safe."""
        return self.safe == "at-once"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Settings of the file that is named, and of MASSAR_CENTRE_* variables over it. Raises BadSettings, OSError."""
        named = environment.get(f"{PREFIX}CONFIG")
        told: dict[str, object] = {}
        if named:
            try:
                told = tomllib.loads(Path(named).read_text("utf-8"))
            except tomllib.TOMLDecodeError as wrong:
                raise BadSettings(f"{named}: {wrong}") from wrong
        known = {one.name: str(one.type) for one in fields(cls)}
        unknown = sorted(set(told) - set(known))
        if unknown:
            raise BadSettings(f"{named}: nobody knows {', '.join(unknown)}")
        for name, declared in known.items():
            value = environment.get(f"{PREFIX}{name.upper()}")
            if value:
                told[name] = int(value) if declared == "int" and value.isdecimal() else value
        made: dict[str, Any] = {name: _typed(name, known[name], value) for name, value in told.items()}
        found = cls(**made)
        if found.safe not in ("archived", "at-once"):
            raise BadSettings(f'safe: "archived" or "at-once", not {found.safe!r}')
        return found


def _typed(name: str, declared: str, value: object) -> object:
    """The value as it is declared; a folder or file is a text in TOML."""
    kinds: Mapping[str, tuple[type, Callable[[Any], object]]] = {
        "str": (str, str),
        "int": (int, int),
        "Path": (str, Path),
        "Path | None": (str, Path),
    }
    wanted, made = kinds[declared]
    if type(value) is not wanted:
        raise BadSettings(f"{name}: {wanted.__name__} is wanted, not {value!r}")
    return made(value)
