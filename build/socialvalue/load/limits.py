"""How large what we read may be. Stated here and nowhere else; docs/limits.md repeats them for officers."""

FILE_BYTES = 50_000_000
"""The largest table file."""
DESCRIPTOR_BYTES = 100_000
"""The largest datapackage.json."""
COLUMNS = 100
ROWS = 2_000_000
CELL_CHARACTERS = 10_000
FOLDER_ENTRIES = 20
"""Entries in the folder of one return."""
NESTING = 12
"""How deep the values of a descriptor may lie in each other."""
