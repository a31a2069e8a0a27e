"""Tables with targets between what was done; the form on the site reads the same."""

TARGETS: dict[str, list[list[str | int | None]]] = {
    "column": [["KPI", "Type", "Actual"], ["fw1", "Target", 100], [None, "Actual", 4], [None, "Variance", -96]],
    "words": [["KPI", "Planned / Actual", "Actual"], ["fw1", "Planned", 100], ["fw1", "Actual", 4]],
    "sections": [["KPI", "Actual"], ["Targets for 2024"], ["fw1", 100], ["Delivered"], ["fw1", 4]],
}
