"""Which framework a promise is counted under. A code says nothing without its framework."""

from collections.abc import Iterable, Mapping

import pandas as pd


def signed_under(
    targets: pd.DataFrame, projects: pd.DataFrame, returns: pd.DataFrame, measures: pd.DataFrame
) -> list[str]:
    """The framework of each target: that of its project, or where it has none that of the project's returns.

    A project without either has the one framework that knows the measure. Empty where it is not clear which one is
    meant, or where none knows the measure.
    """
    signed = dict(zip(projects["project"], projects["framework"], strict=True))
    reported = _only(zip(returns["project"], returns["framework"], strict=True))
    knowing = _only(zip(measures["measure"], measures["owner"], strict=True))
    return [
        signed.get(project) or reported.get(project) or knowing.get(measure, "")
        for project, measure in zip(targets["project"], targets["measure"], strict=True)
    ]


def _only(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What each name goes with, where that is one thing."""
    found: dict[str, set[str]] = {}
    for name, other in pairs:
        found.setdefault(name, set()).update({other} - {""})
    return {name: next(iter(others)) for name, others in found.items() if len(others) == 1}
