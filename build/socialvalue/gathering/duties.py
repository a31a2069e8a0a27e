"""Which returns an authority's contracts asked for by the day of its newest data, and which of them are not there."""

from datetime import date
from itertools import takewhile

from socialvalue.domain.reporting import MONTHS, duties
from socialvalue.domain.years import last_day
from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.methods import Frames

MOST = 100_000


def duties_by(frames: Frames, as_of: str) -> tuple[int, int]:
    """How many returns were due by a day, and how many of them are missing."""
    reporting = frames["reporting"]
    if not as_of or reporting.empty:
        return 0, 0
    if not set(reporting["every"]) <= set(MONTHS):
        raise NotGathered("odd-cell", table="reporting")
    today = date.fromisoformat(last_day(as_of))
    returns = frames["returns"].rename(columns={"return": "owner"})
    due = missing = 0
    try:
        numbered = reporting.assign(within_days=reporting["within_days"].astype(int))
        for periods in duties(numbered, frames["projects"], returns.assign(withdraws=returns["withdraws"] == "yes")):
            for duty in takewhile(lambda duty: duty.by < today, periods):
                due, missing = due + 1, missing + (not duty.reported)
                if due > MOST:
                    raise NotGathered("odd-cell", table="reporting")
    except (ValueError, OverflowError) as error:
        raise NotGathered("odd-cell", table="reporting") from error
    return due, missing
