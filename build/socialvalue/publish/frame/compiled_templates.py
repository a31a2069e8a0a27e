"""Compiled templates, kept between builds: a template is compiled once for each text of it."""

import sys
from importlib.metadata import version
from io import BytesIO

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
    extensions = " ".join(sorted(environment.extensions))
    return f"template {version('jinja2')} {sys.version} {extensions} {bucket.key} {bucket.checksum}"
