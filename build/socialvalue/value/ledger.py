"""What corrections changed: what each line was worth before its return was replaced, and after.

Each earlier return is valued by the method of today as part of the repository of its own time: with the other returns
as they stood then. So a difference is the correction's alone, never that of a new unit value.

Two counts of one group of people tell a third, the few that came or went. So lines of sensitive measures are not in the
ledger at all, nor is a line that is hidden in either return, or whose number was told of nowhere else and would be
forgotten.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from socialvalue.domain.look_up import looked_up
from socialvalue.domain.successions import chains, successors
from socialvalue.records import Checked
from socialvalue.records.frames import empty
from socialvalue.value.lines import every_line, standing
from socialvalue.value.method import Method
from socialvalue.value.small_counts import reasons_of, suppressed_of, uncounted, untold_keys
from socialvalue.value.subjects import subjects_of
from socialvalue.value.worth import worth

COLUMNS = [
    *("key", "return_id", "by", "reason", "programme", "project", "framework", "measure", "kind"),
    *("quantity_before", "quantity_after", "bound_before", "bound_after", "net_before", "net_after", "difference"),
]
LINE = ["return_id", "line"]
COUNTED = ["framework", "measure"]


def ledger_of(checked: Checked, targets: pd.DataFrame, method: Method) -> pd.DataFrame:
    """One row per line and kind of value of each return that was replaced, as described in records/frames.py."""
    after = successors(checked.tables["returns"])
    corrected = list(chains(after))
    if not corrected:
        return empty("ledger")
    every = every_line(checked)
    every = every[every["project"].isin(_touched(every, after))]
    rounds = [_stood(every, corrected, back, targets, checked, method) for back in range(max(map(len, corrected)))]
    nets = pd.concat(rounds, ignore_index=True)
    ids = ["return_id", "by", "line", "framework", "measure", "kind"]
    replaced = pd.DataFrame(list(after.items()), columns=["return_id", "by"])
    before = replaced.merge(nets, on="return_id")
    later = replaced.merge(nets.rename(columns={"return_id": "by"}), on="by")
    found = before.merge(later, how="outer", on=ids, suffixes=("_before", "_after"))
    hidden = found["hidden_before"].eq(True) | found["hidden_after"].eq(True)
    found = found[~hidden.groupby([found[name] for name in LINE]).transform("any").astype(bool)]
    returns = checked.tables["returns"]
    reasons = dict(zip(returns["owner"], returns["reason"], strict=True))
    return _described(_without_empty(found.sort_values(ids, ignore_index=True)), every, reasons)


def _touched(every: pd.DataFrame, after: Mapping[str, str]) -> set[str]:
    """The projects with corrections, and those whose lines hold some of theirs."""
    own = {name.partition("/")[0] for name in after}
    holders = every.loc[every["project"].isin(own), "part_of"]
    return own | {part_of.partition("/")[0] for part_of in holders if "/" in part_of}


def _stood(
    every: pd.DataFrame,
    corrected: Sequence[Sequence[str]],
    back: int,
    targets: pd.DataFrame,
    checked: Checked,
    method: Method,
) -> pd.DataFrame:
    """The net pence by line and kind of the returns that stood so many corrections ago; kind is empty for no £."""
    chosen = [chain[min(back, len(chain) - 1)] for chain in corrected]
    now = {other: one for one, chain in zip(chosen, corrected, strict=True) for other in chain if other != one}
    lines = standing(every, now, method.measures)
    few = suppressed_of(lines, reasons_of(lines, checked))
    lines = uncounted(lines, few)
    subjects = subjects_of(lines, targets.iloc[:0], method)
    subjects = subjects[~subjects["key"].isin(few["key"])].reset_index(drop=True)
    values = worth(subjects, method).values
    values = values.loc[values["counts_in"] == "total", ["key", "kind", "net"]]
    sensitive = looked_up(lines, method.measures, "measure", "sensitivity", "none") != "none"
    unknown = lines["key"].isin(untold_keys(lines, checked))
    own = lines.assign(hidden=sensitive | unknown | lines["key"].isin(few["key"]).to_numpy())
    own = own.loc[own["return_id"].isin([chain[back] for chain in corrected if back < len(chain)])]
    found = own[["key", *LINE, *COUNTED, "hidden"]].merge(values, how="left", on="key").drop(columns="key")
    return found.assign(kind=found["kind"].fillna(""), net=found["net"].fillna(0).astype("int64"))


def _without_empty(found: pd.DataFrame) -> pd.DataFrame:
    """Lines that have a £ before or after need no row that says they have none."""
    valued = (found["kind"] != "").groupby([found[name] for name in (*LINE, *COUNTED)]).transform("any")
    return found[(found["kind"] != "") | ~valued].reset_index(drop=True)


def _described(found: pd.DataFrame, every: pd.DataFrame, reasons: Mapping[str, str]) -> pd.DataFrame:
    """The rows with what is known of their lines. A line of one of the two returns alone has £0 in the other; so has
    one that counts another measure there."""
    lines = every.set_index([*LINE, *COUNTED])
    was, is_now = (
        lines.reindex(pd.MultiIndex.from_frame(found[[name, "line", *COUNTED]])) for name in ("return_id", "by")
    )
    common = {
        name: was[name].reset_index(drop=True).fillna(is_now[name].reset_index(drop=True))
        for name in ("programme", "project")
    }
    nets = {name: found[name].fillna(0).astype("int64") for name in ("net_before", "net_after")}
    return found.assign(
        key=found["return_id"] + "#" + found["line"].astype(str),
        reason=found["by"].map(reasons),
        quantity_before=was["quantity"].array,
        quantity_after=is_now["quantity"].array,
        bound_before=was["bound"].fillna("").array,
        bound_after=is_now["bound"].fillna("").array,
        **common,
        **nets,
        difference=nets["net_after"] - nets["net_before"],
    )[COLUMNS]
