"""How numbers are held: whole millionths for quantities and rates, whole pence for money. Never floats."""

import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
"""Every `number` cell of a table is held as an integer count of millionths."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
