"""How does a template's compiled form outlive the process? Beside the template, as Python keeps that of a module."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import sys
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates where Python keeps compiled modules, if it may: to compile them takes a sixth of a second."""

    def __init__(self, language: str, compiler: bytes) -> None:
        """Keep the templates of an environment.

        Args:
            language: into which their words are translated.
            compiler: what makes their code beside Jinja, so that code of another make is not taken.
        """
        self._tag = "".join(filter(str.isalnum, language)) + hashlib.sha256(compiler).hexdigest()[:8]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code, if it is of this source and of this Jinja and Python."""
        with contextlib.suppress(OSError):  # none is kept, or it can't be read: it is compiled anew
            bucket.bytecode_from_string(Path(bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, through a temporary file and a rename."""
        if sys.dont_write_bytecode:
            return
        part = Path(f"{bucket.key}.{os.getpid()}.pyc")
        with contextlib.suppress(OSError):  # a folder of the system's: it is compiled anew each time
            part.parent.mkdir(exist_ok=True)
            part.write_bytes(bucket.bytecode_to_string())
            part.replace(bucket.key)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the path of a template's code."""
        return importlib.util.cache_from_source(filename or name, optimization=self._tag)
