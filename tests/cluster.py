"""A Dask scheduler and two workers on this machine, over TCP, for as long as a test needs them."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
_SECONDS = 60


@dataclass(slots=True)
class Cluster:
    """A scheduler's address and its processes."""

    address: str
    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self) -> None:
        """Start one more worker."""
        self.workers.append(
            _started(
                "worker", self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny", folder=self.folder
            )
        )


@contextlib.contextmanager
def cluster(folder: Path, *, workers: int = 2) -> Iterator[Cluster]:
    """Give a running cluster; all its processes end with the block."""
    port = _free_port()
    scheduler = _started(
        "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show", folder=folder
    )
    made = Cluster(f"tcp://127.0.0.1:{port}", folder, scheduler)
    try:
        _wait_for(port)
        for _ in range(workers):
            made.add_worker()
        yield made
    finally:
        for process in (*made.workers, scheduler):
            process.kill()
            process.wait()


def _started(part: str, *arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DASK_TEMPORARY_DIRECTORY": str(folder),
        # as docs/scale.md advises: it looks at a worker's stacks a hundred times a second
        "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    }
    with (folder / f"{part}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments],
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=log,
        )


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError("the scheduler does not answer")
