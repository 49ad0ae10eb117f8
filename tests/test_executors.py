"""Executors: the same results in the same order, wherever the tasks ran; a dead worker costs no task."""

import os
from pathlib import Path

import pytest

from generator.executors import PoolExecutor, SerialExecutor, executor_for


def double(number: int) -> int:
    return 2 * number


def die_once(place: tuple[Path, int]) -> int:
    marker, number = place
    if number == 3 and not marker.exists():
        marker.touch()
        os._exit(1)
    return number


def test_the_pool_gives_what_one_process_gives() -> None:
    numbers = list(range(100))
    assert list(SerialExecutor().map(double, numbers)) == list(PoolExecutor(2).map(double, numbers))


def test_a_task_whose_worker_died_is_tried_again(tmp_path: Path) -> None:
    places = [(tmp_path / "died", number) for number in range(10)]
    assert list(PoolExecutor(2).map(die_once, places)) == list(range(10))


def always_die(_: int) -> int:
    os._exit(1)


def test_a_task_that_always_kills_its_worker_is_an_error() -> None:
    with pytest.raises(RuntimeError):
        list(PoolExecutor(2).map(always_die, [1, 2]))


def test_few_tasks_are_not_worth_a_pool() -> None:
    assert isinstance(executor_for(5, workers=2), SerialExecutor)
    assert isinstance(executor_for(1000, workers=2), PoolExecutor)
