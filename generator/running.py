"""How does a run begin? With a look: where nothing changed, the stages are not even imported."""

from __future__ import annotations

import gc

from generator.memory import Memory
from generator.pages.write import Written
from generator.progress import progress_bar
from generator.settings import Settings
from generator.unchanged import Account, Look, last_account


def run(settings: Settings, memory: Memory | None = None) -> tuple[Account, Written]:
    """Make pages and data files where something changed, a bar telling how far it is; returns what there is to tell.

    Args:
        settings: the site owner's choices.
        memory: of the last run with these settings in this process.

    Raises:
        VariorumError: the settings or a folder are wrong.
    """
    look = None if memory else Look(settings)
    known = last_account(settings, look) if look else None
    return (known, Written(known.pages, (), ())) if known else _made(settings, look, memory)


def _made(settings: Settings, look: Look | None, memory: Memory | None) -> tuple[Account, Written]:
    # the stages take a good half of a second to import, and a look needs none of them
    from generator.pipeline import build  # noqa: PLC0415

    before = gc.get_threshold()
    # millions of facts that live to the end: looking through them for cycles took a tenth of a run
    gc.set_threshold(50_000, 20, 50)
    try:
        with progress_bar() as progress:
            made = build(settings, look=look, progress=progress, memory=memory)
    finally:
        gc.set_threshold(*before)
    return made.account, made.written
