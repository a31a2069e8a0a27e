"""From how many people on a count of a sensitive group may be published."""

LEAST_PEOPLE = {"none": 0, "sensitive": 5, "very sensitive": 10}
"""By the sensitivity of the measure. Fewer people than this, and at least one, could be recognised."""
