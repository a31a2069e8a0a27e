"""Which counts could tell about a person: how many people it takes, and what counts them."""

LEAST_PEOPLE = {"none": 0, "sensitive": 5, "very sensitive": 10}
"""By the sensitivity of the measure. Fewer people than this, and at least one, could be recognised."""
PEOPLE = ("headcount", "people", "persons")
"""Units that are people, each of them one."""
YEARS_OF_WORK = ("fte_years", "person_years")
"""Units of people at work: years, not people."""
EACH_A_PERSON = (*PEOPLE, "jobs", "placements", "places", "courses", "qualifications")
"""Units each one of which is about one person: no more people than this were counted."""
OF_PEOPLE = (*EACH_A_PERSON, *YEARS_OF_WORK, "households")
"""Units whose numbers tell how many people there are at most, or about how many."""
