"""Which facts do the pages tell? What an index is made of, whoever holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from generator.checks.reviews import Desktop
from generator.checks.rights import Terms
from generator.model import ArticleId, Collation, ReadArticle, Signal, Story, Utterance, Version
from generator.pages.repository import Repository
from generator.pages.stands import Stands


class Facts(Protocol):
    """The facts that an index is made of; an `Edition` has them."""

    @property
    def articles(self) -> tuple[ReadArticle, ...]: ...  # noqa: D102
    @property
    def stories(self) -> tuple[Story, ...]: ...  # noqa: D102
    @property
    def versions(self) -> tuple[Version, ...]: ...  # noqa: D102
    @property
    def collations(self) -> tuple[Collation, ...]: ...  # noqa: D102
    @property
    def utterances(self) -> tuple[Utterance, ...]: ...  # noqa: D102
    @property
    def signals(self) -> tuple[Signal, ...]: ...  # noqa: D102
    @property
    def desktop(self) -> Desktop: ...  # noqa: D102
    @property
    def repository(self) -> Repository | None: ...  # noqa: D102
    @property
    def stands(self) -> Stands: ...  # noqa: D102
    @property
    def structured(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def stored(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def whole(self) -> Mapping[ArticleId, ReadArticle]: ...  # noqa: D102
    @property
    def terms(self) -> Mapping[ArticleId, Terms]: ...  # noqa: D102
