"""Random tables of figures as people paste them, right and wrong beside each other."""

import random

MEASURES = [
    *("fw1", "co1", "le1", "Apprenticeship weeks", "Volunteering", "Spend with local firms", "NT18", "Apprentices"),
    *("Volunteering total", "Total", "Volunteerng", "Grand total", "NT1", "Target", "Volunteering (target)"),
    *("of which Northtown", "Spend with local firms (£k)", "People off benefit into work"),
]
FIGURES = [
    *("4", "40", "1,200", "£1,200", "12.5", "26 wks", "26 weeks", "5 hrs", "<5", "~40", "40+", "n/a", "", "0", "nil"),
    *("1.200", "2k", "£2k", "10-12", "50%", "-5", "(5)", "1 200", "4 FTE", "5 (est)", "40*", "1.2m", "TBC", "1e3"),
]
OF_MEASURES = ["KPI", "Measure", "Activity", "Ref", "Description", "Indicator"]
OF_FIGURES = [
    *("Actual", "Quantity", "Number", "Actual (YTD)", "Actual £", "Actual (£k)", "Delivered", "Actual (weeks)", "Qty"),
    *("Achieved to date", "Actual Q1", "Total", "Value"),
]
OTHERS = {
    "Unit": ["weeks", "hours", "£", "hrs", "£k", "%", "", "days", "no."],
    "Target": ["100", "50", ""],
    "Comments": ["ok", "", "two sites", "200"],
    "Hours": ["40", "", "12"],
    "Adjusted": ["5", "", "40"],
    "Approved?": ["Y", "N", ""],
    "Type": ["Actual", "Target", "Forecast", ""],
    "Period": ["Q1 2024-25", "Q1 2024-25 YTD", "Q2 2024-25", "Apr-Jun 2024"],
    "Project": ["North Road", "Elsewhere"],
    "": ["35", "", "x"],
    "Cumulative": ["90", "40", ""],
    "Cumulative?": ["Yes", "No", ""],
    "People": ["3", "", "12"],
    "Where": ["Northtown", "Mars", ""],
    "Status": ["Evidenced", "Planned", ""],
    "Actual": ["7", "", "40"],
    "Evidence": ["Yes", "Log", ""],
    "Variance": ["3", ""],
    "Q2 2024-25": ["9", ""],
    "£ value": ["500", ""],
    "How exact": ["about", ""],
}
"""Other columns by their headings, each with what may stand in it."""
ABOVE = ["Targets", "Cumulative figures", "All figures in £000", "North Road return", "Forecast", "Figures include Q4"]
BELOW = ["All figures are cumulative", "Figures in days not hours", "Prepared by us", "* estimated", "All in £k"]
ALONE = ["Targets", "Delivered", "Northtown", "Q2 2024-25"]


def random_block(seed: int) -> str:
    """A table as text, its cells parted by commas or by tabs."""
    chance = random.Random(seed)
    others = chance.sample(list(OTHERS), chance.choice([0, 0, 1, 1, 2, 3]))
    columns = [(chance.choice(OF_MEASURES), MEASURES), (chance.choice(OF_FIGURES), FIGURES)]
    columns += [(name, OTHERS[name]) for name in others]
    if chance.random() < 0.3:
        chance.shuffle(columns)
    rows = [[chance.choice(known) for _, known in columns] for _ in range(chance.randint(1, 4))]
    empty = [""] * (len(columns) - 1)
    if chance.random() < 0.1:
        rows.insert(chance.randint(0, len(rows)), [chance.choice(ALONE), *empty])
    above = [[chance.choice(ABOVE), *empty]] if chance.random() < 0.15 else []
    below = [["", *empty], [chance.choice(BELOW), *empty]] if chance.random() < 0.15 else []
    mark = chance.choice(",\t")
    return "".join(mark.join(row) + "\n" for row in [*above, [name for name, _ in columns], *rows, *below])
