"""A target is set for a measure of the project's framework, in the measure's unit."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.frameworks import signed_under
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    targets, measures = tables["targets"], tables["measures"]
    if targets.empty or measures.empty:
        return
    projects = tables["projects"].drop_duplicates("project")
    targets = targets.assign(framework=signed_under(targets, projects, tables["returns"], measures))
    yield from _of_no_framework(targets[(targets["framework"] == "") & (targets["measure"] != "")], measures)
    targets = targets[targets["framework"].isin(measures["owner"])]
    units = measures.drop_duplicates(["owner", "measure"]).set_index(["owner", "measure"])["unit"]
    targets = targets.join(units.rename("measured_in"), on=["framework", "measure"])
    for target in rows(targets[targets["measured_in"].isna() & (targets["measure"] != "")]):
        meant = tables.names.meant("measure", target.measure, target.framework)
        mend = tables.names.write("measure", meant) if meant else ""
        said = f'"{target.measure}" is no measure of {target.framework}.'
        yield at(target, "measure", said, mend, meant, target.measure)
    other = targets["measured_in"].notna() & (targets["unit"] != "") & (targets["unit"] != targets["measured_in"])
    for target in rows(targets[other]):
        said = f'{target.measure} is counted in {target.measured_in}, not in "{target.unit}".'
        yield at(target, "unit", said, "Give the target in the unit of its measure.", target.measured_in, target.unit)


def _of_no_framework(targets: pd.DataFrame, measures: pd.DataFrame) -> Iterator[Hit]:
    """Targets of projects that were signed under no framework: of a measure that none knows, or several."""
    for target in rows(targets):
        known = sorted(measures.loc[measures["measure"] == target.measure, "owner"])
        if not known:
            yield at(target, "measure", f'"{target.measure}" is no measure of any framework.', value=target.measure)
            continue
        said = f"{target.project} was signed under no framework, and {target.measure} is a measure of several: "
        mend = "Name the framework of the project in projects.csv."
        yield at(target, "measure", f"{said}{', '.join(known)}.", mend, value=target.measure)


RULE = Rule(
    id="target-measure-known",
    severity=Severity.ERROR,
    group="Measures",
    looks_up=True,
    title="Targets are set for measures that are known",
    why="Delivery can only be set beside a target that counts the same thing.",
    example="north-road-weeks,north-road,fw99,400,weeks",
    mend="Use a measure of the project's framework.",
    find=find,
)
