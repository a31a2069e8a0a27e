"""A target is set for a measure of the project's framework, in the measure's unit."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    if targets.empty:
        return
    frameworks = tables["projects"].drop_duplicates("project").set_index("project")["framework"]
    targets = targets.assign(framework=[frameworks.get(project, "") for project in targets["project"]])
    targets = targets[targets["framework"].isin(tables["measures"]["owner"])]
    if targets.empty:
        return
    units = tables["measures"].drop_duplicates(["owner", "measure"]).set_index(["owner", "measure"])["unit"]
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


RULE = Rule(
    id="target-measure-known",
    severity=Severity.ERROR,
    group="Measures",
    title="Targets are set for measures that are known",
    why="Delivery can only be set beside a target that counts the same thing.",
    example="north-road-weeks,north-road,fw99,400,weeks",
    mend="Use a measure of the project's framework.",
    find=find,
)
