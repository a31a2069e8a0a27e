"""How numbers are held: whole millionths for quantities and rates, whole pence for money. Never floats."""

import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
"""Every `number` cell of a table is held as an integer count of millionths."""

DIGITS = 12
"""Digits before the point of a number that is read, worked out or published. All limits below follow from it."""
DECIMALS = 6
"""Digits after the point: a number is held in millionths."""
LARGEST = 10**DIGITS - 1
"""The largest whole number, of anything: £1 trillion less £1. Sums that are published are not above it either."""
LARGEST_WORTH = 10 ** (DIGITS - 1)
"""Pounds that one line or promise may be worth: £100 billion, several times the largest contract in Britain."""
LARGEST_SHARE = MILLION
"""How many times its promise a project may deliver of a measure. Beyond it one of the two counts something else."""
PRICE_RATIO = 10_000
"""How many times the price index of one year may be that of most others. In 200 years it rose about a hundredfold."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
