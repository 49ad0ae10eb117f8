"""How much of a file is read before it counts as hostile or broken?

Each limit is far above what real articles need (the longest of 1,700 news pages has 1.2 MB of
source, 31,000 words and 2,900 lines) and low enough that no input takes more than two seconds.
"""

from __future__ import annotations

MAX_FILE_BYTES = 64 * 2**20
"""Of a seed file that is read whole: a SingleFile page with its pictures has some 20 MB."""

MAX_TEXT_CHARACTERS = 2 * 2**20
"""Of an article after decoding: every later stage is linear in it, some at a microsecond a character."""

MAX_LINES = 20_000
"""Of an article: the line model computes some 40 features for each."""

MAX_LINE_CHARACTERS = 200_000
"""Of one line; a longer one is cut, since no paragraph of prose comes near."""

MAX_RECORDS = 1_000_000
"""Of one JSONL, CSV or archive file."""

MAX_RECORD_BYTES = 8 * 2**20
"""Of one line of a JSONL file: an HTML page in a record is seldom above 2 MB."""

MAX_FEED_ITEMS = 10_000
"""Of one RSS or Atom file."""

MAX_HTML_BYTES = 4 * 2**20
"""Of a page after its data: URIs are taken out."""

MAX_HTML_DEPTH = 200
"""Of nested tags: deeper than this libxml2 drops text without a word."""

MAX_TAG_BYTES = 100_000
"""Of one tag with its attributes: longer ones are cut before parsing, which is quadratic in them."""

MAX_HTML_TAGS = 40_000
"""Of a page: extractors walk the tree many times over, at some 10 microseconds a tag."""

MAX_UNPACKED_BYTES = 256 * 2**20
"""Of all that one compressed file unpacks to."""

MAX_UNPACK_RATIO = 100
"""Unpacked to packed bytes: text packs at most some 20 times, a bomb a thousand times and more."""

MAX_SIDECAR_BYTES = 64 * 2**10
"""Of a sidecar or of front matter."""

MAX_YAML_DEPTH = 16
"""Of nested YAML: a sidecar needs two levels."""

MAX_VALUE_CHARACTERS = 1_000
"""Of one metadata value: longer ones are no headline and no name."""
