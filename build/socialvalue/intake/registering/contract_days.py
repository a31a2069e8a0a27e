"""Start and end in a list of projects: the days of the contract, or those of the works. Asked where it isn't plain."""

from dataclasses import replace

from socialvalue.check.names import plain
from socialvalue.intake.mapping import Mapping as Kept
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.registering.sheet import Listing
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant

BARE = {plain(heading) for heading in ("start", "start date", "end", "end date", "finish", "finish date")}
"""Headings that don't say of what."""
OF_CONTRACT = {"start": "contract_start", "completion": "contract_end"}
CONTRACT = "contract"
CONTRACT_COLUMNS = ("contract_gbp", "contractor")
"""Columns of a list that may be one of contracts."""


def with_contract_days(listing: Listing, answers: Answers, kept: Kept | None) -> Listing:
    """The list with its start and end as days of the contract, where its rows are contracts or that is answered."""
    bare = {
        number: OF_CONTRACT[column]
        for number, column in listing.columns.items()
        if column in OF_CONTRACT
        and plain(listing.heading(number)) in BARE
        and OF_CONTRACT[column] not in listing.columns.values()
        and not (kept and kept.field_of(f"{listing.table}/{listing.heading(number)}"))
    }
    if listing.table != "projects" or not bare:
        return listing
    names = [listing.heading(at) for at, column in listing.columns.items() if column in ("name", "project")]
    if any(name.casefold().startswith(CONTRACT) for name in names):
        return replace(listing, columns={**listing.columns, **bare})
    if not {*CONTRACT_COLUMNS} & {*listing.columns.values()} or _asked(listing, bare, answers) != CONTRACT:
        return listing
    return replace(listing, columns={**listing.columns, **bare})


def _asked(listing: Listing, bare: dict[int, str], answers: Answers) -> str:
    heads = " and ".join(f"“{shown(listing.heading(number), 40)}”" for number in bare)
    words = f"{heads} of {shown(listing.sheet.name)}: are these days of the contract, or of the works?"
    choices = [Choice("works", "of the works: start and completion"), Choice(CONTRACT, "of the contract")]
    key = f"days:{name_meant(listing.sheet.name) or 'sheet'}"
    return answers.to(Question(key, words, choices, "works", kept=True))
