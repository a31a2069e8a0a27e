"""Room 1: read data/. Judges nothing."""

from socialvalue.load.repository import load

__all__ = ["load"]
