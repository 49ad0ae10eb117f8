"""Executors: the same results in the same order, wherever the tasks ran; a dead worker costs no task."""

import os
from collections.abc import Iterator
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


def test_arguments_are_taken_one_by_one() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with PoolExecutor(2) as executor:
        assert 0 == next(executor.map(double, numbers()))
    assert len(taken) < 20


def test_one_processor_needs_no_pool() -> None:
    assert isinstance(executor_for(workers=1), SerialExecutor)
    assert isinstance(executor_for(workers=2), PoolExecutor)
