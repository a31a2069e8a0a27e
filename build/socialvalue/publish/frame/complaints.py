"""Hear what mkdocs complains of, and keep what it says from the terminal."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collect what mkdocs logs as a warning or worse, and keep all it logs from the terminal."""
    said: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(" ".join(record.getMessage().split()))

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    level, spread = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = spread
