"""Where do the site's sources stand, so that a reader can mend them or say what is wrong?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on a host with an editor and issues, as GitHub has them."""

    url: str
    """Without a slash at its end."""
    branch: str = "main"
    reviews: str = "reviews"
    """Folder of the reviews in the repository."""

    def edit(self, path: str) -> str:
        """Return the address of the editor of a review's file."""
        return f"{self.url}/edit/{self.branch}/{self.reviews}/{quote(path)}"

    def history(self, path: str) -> str:
        """Return the address of the list of commits that touch a file of the repository."""
        return f"{self.url}/commits/{self.branch}/{quote(path)}"

    def commit(self, commit: str) -> str:
        """Return the address of what a commit changed."""
        return f"{self.url}/commit/{quote(commit)}"

    def new_file(self, path: str, text: str) -> str:
        """Return the address of an editor with a new file below the folder of reviews, filled in."""
        folder, _, name = path.rpartition("/")
        query = urlencode({"filename": name, "value": text})
        return f"{self.url}/new/{self.branch}/{self.reviews}/{quote(folder)}?{query}"

    def report(self, title: str, body: str) -> str:
        """Return the address of a new issue that is filled in."""
        return f"{self.url}/issues/new?{urlencode({'title': title, 'body': body})}"


def repository_of(url: str, *, reviews: str = "reviews") -> Repository | None:
    """Return the repository at an address; None where there is no absolute address."""
    if not url.startswith(("https://", "http://")):
        return None
    return Repository(url.rstrip("/").removesuffix(".git"), reviews=reviews)
