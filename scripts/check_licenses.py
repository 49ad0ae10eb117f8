"""Check that no library which the package needs is under a license that would bind its users.

Walks the dependencies of `variorum`, extras included, as they are installed, and compares each one's
license with an allow list. Exits with 1 and one line for each that is not on it.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

ALLOWED = re.compile(
    r"\b(?:MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|HPND|0BSD|Zlib|CC0|3-Clause|MIT-CMU)\b",
    re.IGNORECASE,
)
STRICT = re.compile(r"\b(?:A?GPL|LGPL|GNU|SSPL|EUPL|CC[- ]BY[- ](?:NC|SA))", re.IGNORECASE)
EXCEPTIONS = {
    "certifi": "MPL-2.0: a list of certificates, used as it is; the license covers changes to its own files only",
    "pathspec": "MPL-2.0, needed by MkDocs: used as it is; the license covers changes to its own files only",
    "tld": "MPL-1.1 is one of the three licenses to choose from: used as it is",
    "fontpkg-noto-sans": "OFL-1.1: a font, used as it is; the license covers the font's own files only",
    "fontpkg-noto-sans-arabic": "OFL-1.1: a font, used as it is; the license covers the font's own files only",
    "orjson": "MPL-2.0 or Apache-2.0 or MIT, to choose from",
}
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def needed(root: str) -> dict[str, Distribution]:
    """Return the installed distributions that `root` needs, by normal name."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        name = normal(waiting.pop())
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:  # an extra, or for another system
            continue
        for requirement in found[name].requires or ():
            match = _NAME.match(requirement)
            if match and ("extra ==" not in requirement or name == normal(root)):
                waiting.append(match.group())
    return found


def normal(name: str) -> str:
    """Return a name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def license_of(dist: Distribution) -> str:
    """Return what a distribution says of its license: expression, classifiers, else the first line."""
    facts = dist.metadata
    stated = [facts.get("License-Expression") or ""]
    stated += [
        line.rsplit("::", 1)[-1].strip()
        for line in facts.get_all("Classifier") or ()
        if line.startswith("License")
    ]
    stated.append((facts.get("License") or "").strip().split("\n")[0][:80])
    return "; ".join(filter(None, stated))


def main() -> int:
    """Print what is not allowed; return the exit code."""
    libraries = needed("variorum")
    libraries.pop("variorum", None)
    wrong = [
        f"{name} {dist.version}: {license_of(dist) or 'no license stated'}"
        for name, dist in sorted(libraries.items())
        if name not in EXCEPTIONS
        and (STRICT.search(license_of(dist)) or not ALLOWED.search(license_of(dist)))
    ]
    for line in wrong:
        sys.stdout.write(f"license not on the allow list: {line}\n")
    sys.stdout.write(f"{len(libraries)} libraries checked, {len(wrong)} not allowed\n")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
