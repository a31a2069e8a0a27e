"""Which counts could tell about a person: how many people it takes, and what counts them."""

LEAST_PEOPLE = {"none": 0, "sensitive": 5, "very sensitive": 10}
"""By the sensitivity of the measure. Fewer people than this, and at least one, could be recognised."""
PEOPLE = ("headcount", "people", "persons")
"""Units that are people, each of them one."""
WORK = ("fte_years", "person_years")
"""Units of people at work."""
