"""Words that people write for measures, and the measures that they may be; the form on the site finds the same."""

MEASURES = {
    "gn1": {"name": "Volunteering", "plain_name": "Hours that staff give", "unit": "hours"},
    "gn3": {"name": "Advice by experts", "plain_name": "Volunteering of experts", "unit": "people"},
    "al3": {"name": "Trees", "plain_name": "Trees that were planted", "unit": "trees"},
    "le2": {"name": "Spend with firms", "plain_name": "", "unit": "gbp", "local": True},
    "le9": {"name": "Spend with firms", "plain_name": "", "unit": "gbp", "retired_on": "2020-01-01"},
}
MEANT = {
    ("Volunteering", ""): ("", ["gn1", "gn3"]),
    ("Volunteers", "h"): ("gn1", ["gn1", "gn3"]),
    ("Volunteers", "£"): ("", ["gn1", "gn3"]),
    ("Tree planting", ""): ("", ["al3"]),
    ("The local spend", "£"): ("le2", ["le2"]),
    ("Total", "£"): ("", []),
    ("Zeppelins", ""): ("", []),
}
"""By the words and the unit beside them: the one that is certain, and those that share the most words."""
