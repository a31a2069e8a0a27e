"""Room 1: read data/. Judges nothing."""

from socialvalue.load.own_values import with_unit_values
from socialvalue.load.repository import load

__all__ = ["load", "with_unit_values"]
