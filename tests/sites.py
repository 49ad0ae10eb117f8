"""A working copy of this repository's site, to build and to serve in tests."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.pages.write import MANIFEST, generated_paths

ROOT = Path(__file__).parent.parent
PARTS = ("mkdocs.yml", "seeds", "reviews", "site_src")


def working_copy(folder: Path) -> Path:
    """Copy what a site is made of into a folder; what was generated is left behind."""
    ours = {ROOT / "site_src" / path for path in (*generated_paths(ROOT / "site_src"), MANIFEST)}
    for part in PARTS:
        source = ROOT / part
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file() and path not in ours:
                place = folder / path.relative_to(ROOT)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, place)
    return folder


def mkdocs(folder: Path, *arguments: str, site_url: str = "") -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a folder; returns what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, **({"SITE_URL": site_url} if site_url else {})},
        text=True,
        capture_output=True,
        check=False,
    )


def free_port() -> int:
    """Return a port of the loopback interface that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path, port: int) -> Iterator[None]:
    """Serve a folder on the loopback interface."""
    server = ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
