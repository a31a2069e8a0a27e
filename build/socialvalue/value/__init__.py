"""Room 3: what each accepted line is worth. Arithmetic only: no file, no network, no clock."""

from socialvalue.value.explaining import explain
from socialvalue.value.valuing import value

__all__ = ["explain", "value"]
