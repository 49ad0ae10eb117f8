"""The preview: an edited seed is on the page without a restart, and nothing rebuilds for ever."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import free_port, working_copy

SEED = "004_c0bd221de4d48497"
PATIENCE = 60.0


def wait_for(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.1)
    return False


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 (loopback)
            return answer.read().decode()
    except OSError:
        return ""


@pytest.mark.site
def test_an_edited_seed_shows_without_a_restart_and_without_a_loop(tmp_path: Path) -> None:
    folder, port = working_copy(tmp_path), free_port()
    log = tmp_path / "serve.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}/articles/{SEED}/"
        assert wait_for(lambda: "Government Week" in page(address)), log.read_text()
        seed = folder / "seeds" / f"{SEED}.txt"
        seed.write_text(seed.read_text().replace("Government Week", "Zebra Week"))
        assert wait_for(lambda: "Zebra Week" in page(address)), log.read_text()
        time.sleep(3)
        assert 1 == len(re.findall("Building documentation", log.read_text()))
        assert 2 == len(re.findall("files written", log.read_text()))
        method = folder / "site_src" / "policies" / "method.md"
        method.write_text(method.read_text() + "\nA zebra crossing.\n")
        assert wait_for(lambda: "zebra" in page(f"http://127.0.0.1:{port}/policies/method/"))
        time.sleep(3)
        assert 2 == len(re.findall("Building documentation", log.read_text()))
        assert "Zebra Week" in page(address)
    finally:
        server.terminate()
        server.wait(timeout=10)
