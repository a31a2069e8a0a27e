"""Compiled templates, kept between builds: a template is compiled once for each text of it."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from inspect import getfile
from io import BytesIO
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import Environment

from socialvalue.kept import keep, kept_before


class CompiledTemplates(BytecodeCache):
    """Keeps what Jinja2 compiled. Its own checksum of a template's text says whether it is still the same."""

    def load_bytecode(self, bucket: Bucket) -> None:
        held = kept_before(_key(bucket))
        if held is not None:
            bucket.load_bytecode(BytesIO(held))

    def dump_bytecode(self, bucket: Bucket) -> None:
        written = BytesIO()
        bucket.write_bytecode(written)
        keep(_key(bucket), written.getvalue())


def _key(bucket: Bucket) -> str:
    environment: Environment = bucket.environment
    compiler = _compiler(getfile(environment.code_generator_class))
    extensions = " ".join(sorted(environment.extensions))
    return f"template {compiler} {extensions} {bucket.key} {bucket.checksum}"


@cache
def _compiler(written_in: str) -> str:
    """What compiles templates: the versions of Jinja2 and of Python, and the file of what writes the code."""
    return f"{version('jinja2')} {sys.version} {sha256(Path(written_in).read_bytes()).hexdigest()}"
