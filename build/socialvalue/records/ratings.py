"""How delivery is rated: the five steps of the Procurement Act 2023 (section 71), and where we draw the lines.

The Act names the steps and leaves the lines to each authority. These are ours, published with every rating.
"""

RATINGS = ("good", "approaching", "requires", "inadequate", "other")
"""Good, approaching target, requires improvement, inadequate; other where there is nothing to rate."""

LEAST_PERCENT = {"good": 100, "approaching": 85, "requires": 50, "inadequate": 0}
"""The least share, in percent of what was due by the day that the measure was reported to, that earns each rating."""

MEASURE_CLASSIFICATION = {
    "good": "met",
    "approaching": "slightlyBelow",
    "requires": "below",
    "inadequate": "significantlyBelow",
    "other": "other",
}
"""What the government's extension of OCDS calls each rating: `measureClassification` of an observation in
https://github.com/cabinetoffice/ocds_uk_extension (13 January 2026). That they pair in this order is our reading."""
