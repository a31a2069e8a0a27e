"""Columns beside the figures that say yes or no of the rows; the form on the site asks about the same."""

PARTING = [
    ("Approved?", ["Y", "N", "Rejected"], "yes", [3, 4]),
    ("Approved?", ["N", "N"], "none", [2, 3]),
    ("Include in return (Y/N)", ["Y", "N", ""], "not-no", [3]),
    ("Include", ["x", "", "✔"], "yes", [3]),
    ("Exclude?", ["", "✓", ""], "not-yes", [3]),
    ("Duplicate", ["Y", "Y"], "none", [2, 3]),
    ("Night shift", ["No", "Yes"], "all", []),
    ("Counts?", ["1", "0"], "yes", [3]),
    ("Approved?", ["Yes - DW 3/7", "No - no evidence", "No, awaiting"], "yes", [3, 4]),
    ("Validated", ["Valid", "Invalid"], "yes", [3]),
    ("Included", ["a", "r"], "says-a", [3]),
    ("Accepted by client", ["Y", "Part"], "not-yes", [2]),
    ("Signed off by", ["J Smith", ""], "filled", [3]),
    ("Cumulative?", ["Yes", "Yes"], "none", [2, 3]),
    ("Target?", ["Y", "N"], "not-yes", [2]),
]
"""A heading and what stands below it; an answer, and the rows that it leaves out of those from row 2 on."""
SAYING_NOTHING = [
    ("Approved?", ["Y", "yes", "Approved"]),
    ("Batch", ["A", "No. 7", "Yes, see the log"]),
    ("Batch", ["", ""]),
    ("Approved by", ["J Smith", "A Jones"]),
    ("Visits", ["1", "0", "3"]),
    ("YTD?", ["N", "No"]),
    ("Lots", ["1", "1"]),
    ("Target", ["1,200", "50"]),
    ("Counted", ["4", "30"]),
    ("What counts", ["Weeks", ""]),
]
"""They part no rows."""
