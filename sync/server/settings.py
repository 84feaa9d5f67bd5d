"""The centre's configuration: read once at start from the environment or the command line, typed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the centre keeps its data and how it listens."""

    database_url: str
    host: str = "127.0.0.1"
    port: int = 8733
    fence: Path = Path("massar-centre.fence")
    """Kept outside the database and never restored with it: it knows how far offices have been answered."""
    keys: Path = Path("massar-centre.keys")
    """The secret that bundles are opened and signed with; made at the first start."""
    resources: Path = field(default_factory=lambda: Path(__file__).parents[2] / "resources")
    certificate: Path | None = None
    private_key: Path | None = None
    safe_at_once: bool = False
    """Offices need not keep what is decided: for demonstrations, and where nobody archives this database."""
    address: str = ""
    """Where laptops find this centre, told to those that are enrolled by a file."""
    authority: Path | None = None
    """The certificate authority they pin then, a PEM file."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Settings of MASSAR_CENTRE_* variables; the embedded default is a SQLite file in the working folder."""

        def path(name: str) -> Path | None:
            value = environment.get(f"MASSAR_CENTRE_{name}")
            return Path(value) if value else None

        return cls(
            database_url=environment.get("MASSAR_CENTRE_DATABASE", "sqlite:///massar-centre.db"),
            host=environment.get("MASSAR_CENTRE_HOST", "127.0.0.1"),
            port=int(environment.get("MASSAR_CENTRE_PORT", "8733")),
            fence=path("FENCE") or Path("massar-centre.fence"),
            keys=path("KEYS") or Path("massar-centre.keys"),
            certificate=path("CERTIFICATE"),
            private_key=path("PRIVATE_KEY"),
            safe_at_once=environment.get("MASSAR_CENTRE_SAFE", "archived") == "at-once",
            address=environment.get("MASSAR_CENTRE_ADDRESS", ""),
            authority=path("AUTHORITY"),
        )
