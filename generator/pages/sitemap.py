"""Which pages does the site map list? All that search engines may know, without dates of the build."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def sitemap(made: str, site_url: str, finished: Mapping[str, bool]) -> str:
    """Return a site map that lists other pages too.

    Args:
        made: the map of the pages that the engine knows.
        site_url: where the site is published.
        finished: address of each other page below it, and whether it may be listed.
    """
    base = site_url.rstrip("/")
    listed = set(_LOCATION.findall(made))
    listed.update(f"{base}/{url}" for url, indexed in finished.items() if indexed)
    rows = "".join(f"    <url>\n         <loc>{location}</loc>\n    </url>\n" for location in sorted(listed))
    head = made.split("<url>", 1)[0].rstrip().removesuffix("</urlset>").rstrip()
    return f"{head}\n{rows}</urlset>\n"
