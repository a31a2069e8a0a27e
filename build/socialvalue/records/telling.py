"""How a long piece of work says what it is at: the name of each step, to whoever listens."""

from collections.abc import Callable

Tell = Callable[[str], None]
"""Takes the name of a step as it begins."""


def silent(words: str) -> None:
    """Nobody listens."""
