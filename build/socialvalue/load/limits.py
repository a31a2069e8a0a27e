"""How large what we read may be. Stated here (and for names in records/naming.py); docs/limits.md repeats them."""

FILE_BYTES = 20_000_000
"""The largest table file."""
DESCRIPTOR_BYTES = 100_000
"""The largest datapackage.json."""
COLUMNS = 100
"""The most columns of a table."""
ROWS = 250_000
"""The most rows of one table file."""
CELL_CHARACTERS = 10_000
"""The longest cell."""
FOLDER_ENTRIES = 20
"""The most entries in the folder of one return or framework."""
RETURNS = 200_000
"""The most entries in any folder on the way to a return."""
NESTING = 12
"""How deep the values of a descriptor may lie in each other."""
