"""Kills and faults: whatever dies at whatever moment, the next run ends with the bytes of an undisturbed one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import cluster

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.site
ARTICLES = 100
"""Enough for a pool, few enough for a test."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of seeds: some stories of several versions, and many of one."""
    folder = tmp_path_factory.mktemp("corpus")
    chance = random.Random(8)  # noqa: S311
    words = (ROOT / "seeds").glob("*.txt")
    vocabulary = sorted({word for path in words for word in path.read_text().split() if word.isalpha()})
    for number in range(ARTICLES):
        story = chance.choices(vocabulary, k=120) if number % 3 == 0 else story  # noqa: F821
        said = " ".join(story[60 + number % 3 : 80])
        text = f"{' '.join(story[:8])}\n\n{' '.join(story[:60])}, the mayor said.\n\n“{said},” he said."
        (folder / f"{number:04d}.txt").write_text(f"{text}\n\n{' '.join(story[80 + number % 3 :])}.\n")
    return folder


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what a run makes that nothing happens to."""
    folder = tmp_path_factory.mktemp("undisturbed")
    assert 0 == _started(corpus, folder, "--no-cache", "--workers", "1").wait()
    return _digests(folder / "out")


def _started(
    corpus: Path, folder: Path, *options: str, before: tuple[str, ...] = ()
) -> subprocess.Popen[bytes]:
    command = [
        *before,
        sys.executable,
        "-m",
        "generator",
        "write",
        "--seeds",
        str(corpus),
        "--config",
        "none",
    ]
    with (folder / "said.log").open("ab") as log:
        return subprocess.Popen(
            [*command, "--reviews", "none", "--out", str(folder / "out"), *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=log,
            start_new_session=True,
        )


def _digests(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    with contextlib.suppress(OSError):
        return [int(child) for path in tasks for child in path.read_text().split()]
    return []


def _after(chance: random.Random, process: subprocess.Popen[bytes], *, longest: float) -> bool:
    """Wait for a random while; tells whether the process is still running."""
    end = time.monotonic() + chance.uniform(0.2, longest)
    while time.monotonic() < end and process.poll() is None:
        time.sleep(0.01)
    return process.poll() is None


ROUNDS = [pytest.param(1), *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(2, 12))]


@pytest.mark.parametrize("seed", ROUNDS)
def test_a_killed_worker_costs_nothing(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    run = _started(corpus, tmp_path, "--workers", "2")
    killed = 0
    while run.poll() is None and killed < 2:
        if _after(chance, run, longest=2.0) and (children := _children(run.pid)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(chance.choice(children), signal.SIGKILL)
                killed += 1
    assert 0 == run.wait(), (tmp_path / "said.log").read_text()
    assert undisturbed == _digests(tmp_path / "out")


@pytest.mark.parametrize("seed", ROUNDS)
def test_a_killed_run_is_finished_by_the_next(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    for _ in range(2):
        run = _started(corpus, tmp_path, "--workers", "2")
        if _after(chance, run, longest=4.0):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    assert 0 == _started(corpus, tmp_path, "--workers", "2").wait(), (tmp_path / "said.log").read_text()
    assert undisturbed == _digests(tmp_path / "out")
    assert [] == [path for path in (tmp_path / ".variorum").glob("work-*") if path.is_dir()]


def test_a_cluster_gives_the_same_bytes_and_outlives_its_workers(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    with cluster(tmp_path / "elsewhere") as dask:
        run = _started(corpus, tmp_path, "--scheduler", dask.address)
        if _after(random.Random(3), run, longest=6.0):  # noqa: S311
            dask.workers[0].kill()
            dask.add_worker()
        assert 0 == run.wait(), (tmp_path / "said.log").read_text()
    assert undisturbed == _digests(tmp_path / "out")


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(6))
def test_a_cluster_survives_kills_at_random_moments(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    with cluster(tmp_path) as dask:
        run = _started(corpus, tmp_path, "--scheduler", dask.address)
        if _after(chance, run, longest=8.0):
            if chance.random() < 0.5:
                os.killpg(run.pid, signal.SIGKILL)
            else:
                chance.choice(dask.workers).kill()
                dask.add_worker()
        run.wait()
        assert 0 == _started(corpus, tmp_path, "--scheduler", dask.address).wait()
    assert undisturbed == _digests(tmp_path / "out")


@pytest.mark.nightly
def test_a_scheduler_that_dies_ends_the_run_with_what_to_do(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str]
) -> None:
    with cluster(tmp_path) as dask:
        run = _started(corpus, tmp_path, "--scheduler", dask.address)
        _after(random.Random(1), run, longest=3.0)  # noqa: S311
        dask.scheduler.kill()
        run.wait(120)
    assert 0 == _started(corpus, tmp_path, "--workers", "2").wait()
    assert undisturbed == _digests(tmp_path / "out")


def test_a_scheduler_that_is_not_there_is_named_with_a_remedy(tmp_path: Path, corpus: Path) -> None:
    assert 2 == _started(corpus, tmp_path, "--scheduler", "tcp://127.0.0.1:1").wait()
    assert "tcp://127.0.0.1:1: no scheduler answers" in (tmp_path / "said.log").read_text()


# ---------------------------------------------------------------- disks

ORDINARY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")
"""Run as root whom permissions stop, as they stop an ordinary user."""
needs_root = pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="mounts a small disk, and gives up rights"
)


@contextlib.contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "none", folder], check=False
    )
    if done.returncode:
        pytest.skip("no permission to mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@needs_root
def test_a_full_disk_ends_the_run_with_what_to_do_and_the_next_one_goes_on(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str]
) -> None:
    with _small_disk(tmp_path / "disk", "3m") as disk:
        assert 2 == _started(corpus, disk, "--workers", "2").wait()
        said = (disk / "said.log").read_text()
        assert "free the disk" in said
        assert "Traceback" not in said
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        assert 0 == _started(corpus, disk, "--workers", "2").wait()
        assert undisturbed == _digests(disk / "out")


@needs_root
def test_a_full_cache_costs_only_the_cache(tmp_path: Path, corpus: Path, undisturbed: dict[str, str]) -> None:
    with _small_disk(tmp_path / "disk", "300k") as disk:
        (tmp_path / ".variorum").symlink_to(disk)
        assert 0 == _started(corpus, tmp_path, "--workers", "1").wait(), (tmp_path / "said.log").read_text()
    assert undisturbed == _digests(tmp_path / "out")
    assert 1 == (tmp_path / "said.log").read_text().count("the cache can't")


@needs_root
@pytest.mark.parametrize("filled", [False, True])
def test_a_read_only_cache_is_said_once_and_costs_only_time(
    tmp_path: Path, corpus: Path, undisturbed: dict[str, str], *, filled: bool
) -> None:
    """Tests may run as root, whom no permission stops: so without the right to pass over them."""
    cache = tmp_path / ".variorum"
    if filled:
        assert 0 == _started(corpus, tmp_path).wait()
        shutil.rmtree(tmp_path / "out")
        (tmp_path / "said.log").unlink()
    cache.mkdir(exist_ok=True)
    for path in (*cache.iterdir(), cache):
        os.chown(path, 12345, 12345)
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert 0 == _started(corpus, tmp_path, before=ORDINARY).wait(), (tmp_path / "said.log").read_text()
    assert undisturbed == _digests(tmp_path / "out")
    assert 1 == (tmp_path / "said.log").read_text().count("the cache can't")


# ---------------------------------------------------------------- the built site


def _site_project(folder: Path, corpus: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", folder)
    ours = shutil.ignore_patterns(
        "articles", "stories", "speakers", "outlets", "claims", "data", ".variorum*"
    )
    shutil.copytree(ROOT / "site_src", folder / "site_src", ignore=ours)
    (folder / "seeds").mkdir()
    for path in sorted(corpus.iterdir())[:40]:
        shutil.copy(path, folder / "seeds")


def _build(folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "said.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


@pytest.mark.parametrize("seed", ROUNDS)
def test_a_killed_build_never_leaves_half_a_site(tmp_path: Path, corpus: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    _site_project(tmp_path, corpus)
    assert 0 == _build(tmp_path).wait(), (tmp_path / "said.log").read_text()
    good = _digests(tmp_path / "site")
    (tmp_path / "seeds" / "new.txt").write_text("The bridge is open\n\n“It is open now,” the mayor said.\n")
    build = _build(tmp_path)
    if _after(chance, build, longest=5.0):
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    found = _digests(tmp_path / "site")
    assert 0 == _build(tmp_path).wait()
    after = _digests(tmp_path / "site")
    assert good != after
    assert found in (good, after)
    shutil.rmtree(tmp_path / "site")
    shutil.rmtree(tmp_path / ".variorum")
    assert 0 == _build(tmp_path).wait()
    assert after == _digests(tmp_path / "site")
    assert [] == list(tmp_path.glob(".site-*"))
