"""Where do tasks run: here, or in a pool of local processes.

A task is a picklable function and a small picklable argument; results come back in the order of the
arguments, whichever executor ran them, so that the output never depends on it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from typing import Protocol, TypeVar

Argument = TypeVar("Argument")
Result = TypeVar("Result")

_TRIES = 3


class Executor(Protocol):
    """Runs one function over many arguments."""

    def map(self, function: Callable[[Argument], Result], arguments: Sequence[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments."""
        ...


class SerialExecutor:
    """Runs every task in this process: for a handful of articles, and for debugging."""

    def map(self, function: Callable[[Argument], Result], arguments: Sequence[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments."""
        return map(function, arguments)


class PoolExecutor:
    """Runs tasks in local processes; a task whose worker died is tried again in a new pool."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, function: Callable[[Argument], Result], arguments: Sequence[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments.

        Raises:
            BrokenExecutor: a worker died at the same task three times.
        """
        position, tries = 0, 0
        while position < len(arguments):
            try:
                with ProcessPoolExecutor(self._workers) as pool:
                    for result in _ordered(pool, function, arguments[position:]):
                        yield result
                        position, tries = position + 1, 0
            except BrokenExecutor:
                tries += 1
                if tries == _TRIES:
                    raise


def _ordered(
    pool: ProcessPoolExecutor, function: Callable[[Argument], Result], arguments: Sequence[Argument]
) -> Iterator[Result]:
    """Yield results in order, with a bounded number of tasks under way, so that memory stays bounded."""
    ahead = 4 * (os.cpu_count() or 1)
    under_way: list[Future[Result]] = []
    for argument in arguments:
        under_way.append(pool.submit(function, argument))
        if len(under_way) > ahead:
            yield under_way.pop(0).result()
    for future in under_way:
        yield future.result()


def executor_for(tasks: int, *, workers: int) -> Executor:
    """Return the executor for a number of tasks: a pool only where it is worth its start-up.

    Args:
        tasks: how many there are.
        workers: processes to use; 0 means one for each processor.
    """
    processes = min(workers or os.cpu_count() or 1, tasks)
    return PoolExecutor(processes) if processes > 1 and tasks >= _WORTH_A_POOL else SerialExecutor()


# Starting two workers costs about as much as reading this many articles.
_WORTH_A_POOL = 64
