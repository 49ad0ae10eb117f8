"""The site owner's choices and their defaults: one dataclass, mirrored by the options in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how they are shown."""

    seeds: Path = Path("seeds")
    """Folder with the articles as they were received; read-only."""
    reviews: Path = Path("reviews")
    """Folder with what people write about the articles."""
    out: Path = Path("site_src")
    """Folder that receives pages and data files."""
    cache: Path | None = Path(".variorum")
    """Folder for cached stage results; None computes everything anew."""
    workers: int = 0
    """Processes that read articles; 0 means one for each processor."""
