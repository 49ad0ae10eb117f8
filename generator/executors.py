"""Where do tasks run: here, in a pool of local processes, or on a Dask cluster.

A task is a picklable function and a small picklable argument; results come back in the order of the
arguments, whichever executor ran them, so that the output never depends on it. Arguments are taken
one by one and only a few tasks are under way at a time, so that memory stays bounded.
"""

from __future__ import annotations

import gc
import importlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

from generator.errors import ClusterError

if TYPE_CHECKING:
    from types import TracebackType

Argument = TypeVar("Argument")
Result = TypeVar("Result")

_TRIES = 3
_AHEAD = 3
"""Tasks under way for each worker: the one it runs, and those that keep it from waiting."""


class Executor(Protocol):
    """Runs one function over many arguments; `with` lets go of the workers."""

    def map(self, function: Callable[[Argument], Result], arguments: Iterable[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class SerialExecutor:
    """Runs every task in this process: for a handful of articles, and for debugging."""

    def map(self, function: Callable[[Argument], Result], arguments: Iterable[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments."""
        return map(function, arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to let go of."""


@dataclass(slots=True)
class _Task(Generic[Argument, Result]):
    """An argument on its way."""

    argument: Argument
    future: Future[Result] | None = None
    """None until a pool took it."""

    @property
    def is_lost(self) -> bool:
        """Tell whether no pool has it any more: it was never taken, or died with its worker."""
        if self.future is None or self.future.cancelled():
            return True
        return self.future.done() and isinstance(self.future.exception(), BrokenExecutor)

    def outcome(self) -> Result:
        """Wait for the result."""
        assert self.future is not None
        return self.future.result()


class PoolExecutor:
    """Runs tasks in local processes; a task whose worker died is tried again in a new pool."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Argument], Result], arguments: Iterable[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments.

        Raises:
            BrokenExecutor: a worker died at the same task three times.
        """
        waiting = iter(arguments)
        under_way: deque[_Task[Argument, Result]] = deque()
        tries = 0
        while True:
            try:
                self._submit(function, waiting, under_way)
                if not under_way:
                    return
                result = under_way[0].outcome()
            except BrokenExecutor:
                tries += 1
                self.__exit__()
                if tries == _TRIES:
                    raise
                continue
            under_way.popleft()
            tries = 0
            yield result

    def _submit(
        self,
        function: Callable[[Argument], Result],
        waiting: Iterator[Argument],
        under_way: deque[_Task[Argument, Result]],
    ) -> None:
        """Have enough tasks under way, those that died with an earlier pool first."""
        self._pool = self._pool or ProcessPoolExecutor(self._workers, initializer=_settle)
        for task in under_way:
            if task.is_lost:
                task.future = self._pool.submit(function, task.argument)
        while len(under_way) < _AHEAD * self._workers:
            argument = next(waiting, _END)
            if argument is _END:
                return
            # kept first: a pool that broke refuses the task, which must not be lost with it
            under_way.append(_Task(argument))
            under_way[-1].future = self._pool.submit(function, argument)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers; what they have not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _settle() -> None:
    """Look for cycles less often in a worker: its facts die with their task, by reference counts."""
    gc.set_threshold(50_000, 20, 50)


_END: Any = object()


class DaskExecutor:
    """Runs tasks on the workers of a Dask scheduler; Dask itself tries those of a dead worker again.

    The workers need this package and the folders of seeds, cache and pages under the same paths.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        try:
            self._dask: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise ClusterError(address, None, "needs Dask: pip install 'variorum[cluster]'") from error
        try:
            self._client = self._dask.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(address, None, f"no scheduler answers ({error}); is it running?") from error

    def map(self, function: Callable[[Argument], Result], arguments: Iterable[Argument]) -> Iterator[Result]:
        """Yield the function's results in the order of the arguments.

        Raises:
            ClusterError: the scheduler went away, or a task killed every worker it was given.
        """
        waiting, under_way = iter(arguments), deque[Any]()
        while True:
            most = _AHEAD * max(1, sum(self._client.ncores().values()))
            while len(under_way) < most and (argument := next(waiting, _END)) is not _END:
                under_way.append(self._client.submit(function, argument, pure=False, retries=_TRIES))
            if not under_way:
                return
            yield self._result(under_way.popleft())

    def _result(self, future: Any) -> Any:
        try:
            return future.result()
        except (self._dask.KilledWorker, CancelledError, OSError) as error:
            message = f"lost its workers ({error}); start them and run again, finished tasks are kept"
            raise ClusterError(self._address, None, message) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster running, and forget it."""
        self._client.close()


_CONNECT_SECONDS = 30


def executor_for(*, workers: int, scheduler: str = "") -> Executor:
    """Return the executor that the settings ask for; a pool starts its workers with its first task.

    Args:
        workers: processes to use; 0 means one for each processor.
        scheduler: address of a Dask scheduler, which runs the tasks if one is given.
    """
    if scheduler and "://" not in scheduler:
        raise ClusterError(scheduler, None, "no address of a scheduler; give it as tcp://host:8786")
    if scheduler:
        return DaskExecutor(scheduler)
    processes = workers or os.cpu_count() or 1
    return PoolExecutor(processes) if processes > 1 else SerialExecutor()
