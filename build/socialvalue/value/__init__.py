"""Room 3: what each accepted line is worth. Arithmetic only: no file, no network, no clock."""

from socialvalue.value.valuing import value

__all__ = ["value"]
