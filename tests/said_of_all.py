"""What a title, a row below or the name of a sheet says of all figures; the form on the site asks about the same."""

SAID_OF_ALL = [
    ("All figures are cumulative since start on site", "", "S", "totals"),
    ("Cumulative figures", "", "S", "totals"),
    ("", "All figures are cumulative since start on site", "S", "totals"),
    ("Totals since the start of the contract", "", "S", "totals"),
    ("", "", "YTD", "totals"),
    ("Targets", "", "S", "done"),
    ("Social value targets", "", "S", "done"),
    ("EXAMPLE - figures are targets, not yet delivered", "", "S", "done"),
    ("", "", "Forecast", "done"),
    ("", "* all figures are planned", "S", "done"),
    ("", "Note: figures include Q4", "S", "alone"),
    ("Including the previous quarter", "", "S", "alone"),
    ("", "Figures in days not hours", "S", "units"),
    ("All volunteering is in days", "", "S", "units"),
]
"""Above the headings, below the rows, the name of the sheet; and what is asked."""
ROWS: list[list[str | int | None]] = [["KPI", "Quantity"], ["fw1", 4], ["co1", 40]]
NOT_SAID: list[tuple[list[list[str | int | None]], str]] = [
    ([["Targets and actuals"], *ROWS], ""),
    ([["Social value plan"], ["KPI", "Delivered"], ["fw1", 4], ["co1", 40]], ""),
    ([["Working with the county since then"], *ROWS], ""),
    ([[None, "Target", "Done"], ["KPI", "Q1 2024-25", "Quantity"], ["fw1", 9, 4], ["co1", 90, 40]], ""),
    (ROWS, "Signed by the manager, in person"),
    (ROWS, "Volunteers target schools in need"),
]
"""Targets beside what was done, a plan above a column of what was delivered, a note about a row."""
