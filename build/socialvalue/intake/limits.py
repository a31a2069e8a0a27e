"""How large a workbook may be. Stated here; docs/limits.md repeats it."""

FILE_BYTES = 20_000_000
"""The largest file, as it lies on the disk."""
UNPACKED_BYTES = 60_000_000
"""The most that its parts may come to when they are unpacked."""
PARTS = 300
"""The most parts in its package."""
SHEETS = 200
"""The most sheets: several may point at one part, which is then read anew for each."""
DIRECTORY_BYTES = 1_000_000
"""The largest list of these parts."""
CELLS = 500_000
"""The most cells in all sheets together."""
ROWS = 50_000
"""The last row that may hold something."""
COLUMNS = 256
"""The last column that may hold something."""
AREA = 2_000_000
"""Rows times columns of one sheet: a reader makes room for each of them."""
FORMATS = 65_490
"""The most formats of cells: as many as Excel holds."""
CELL_CHARACTERS = 40_000
"""The longest cell: Excel's own longest is 32,767."""
TEXT_CHARACTERS = 30_000_000
"""The most text in all cells together."""
SECONDS = 4
"""Seconds of work after which the reader is stopped."""
MEMORY_BYTES = 450_000_000
"""Memory that the reader may take."""
SHOWN_CHARACTERS = 24
"""How much of a cell that a stranger wrote is shown."""
