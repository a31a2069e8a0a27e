"""What an authority sets for its own site, in data/authority.toml."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Words and choices that hold for the whole site."""

    title: str = "Open Social Value"
    place: str = ""
    description: str = ""
    publisher: str = ""
    contact: str = ""
    """A team's web page or mailbox for questions; empty when there is none."""
    security_expires: str = ""
    """The day until which security.txt holds; without it there is none."""
    repository: str = ""
    """Web address of the repository, for links to rows and for questions."""
    forge: str = ""
    """What the repository lies on: github, gitlab or forgejo; empty where its address says so."""
    branch: str = "main"
    """The branch of the repository that is published."""
    language: str = "en-GB"
    """The language of the site's words, dates and numbers, as in HTML: en-GB, cy."""
    base_url: str = ""
    """Where the site will stand; empty for a site that may stand anywhere."""
    announcement: str = ""
    """A line at the top of every page, as for invented data."""
    real_year: str = "2023-24"
    """Financial year whose prices real-terms pounds are in."""
    deflator_vintage: str = ""
    """Which publication of the deflators is used."""
    compiled_on: str = ""
    """Month in which compiled returns were read from public pages."""
    compiled_from: str = ""
    """What they were read from, where that was not the pages themselves: stored copies."""
    words: str = ""
    """Words of ours and what the site says instead, as in programme=fund, programmes=funds."""
    colours: str = ""
    """Colours for light and dark by their names, as in link=#0b4f8a/#8cc4ff."""
    menu: str = ""
    """Pages of the authority's own that stand in the menu, as in About us=about-us.html."""
    public: bool = True
    """Whether anybody can read the repository, so that small counts may not even enter it."""
    own_pages: bool = False
    """Whether docs/, theme/ and locale/ beside the data folder are laid over the pages, the look and the words."""
    plausible_share: int = 60
    """Percent of a contract's value above which its social value is questioned."""
    second_look_gbp: int = 100_000
    """Pounds of one kind from which a reviewer is asked for a second look at a new row."""
    ocid_prefix: str = ""
    """The registered prefix of the names of contracts in OCDS, as in ocds-213czf."""
    quarters: str = ""
    """The quarters that 2026-q1 and Q1 2026 name: calendar (from January) or financial (from April). Empty asks."""


def pairs(text: str) -> dict[str, str]:
    """What a setting such as words gives, by name: programme=fund, programmes=funds."""
    found = (part.partition("=") for part in text.split(",") if part.strip())
    return {name.strip(): value.strip() for name, _, value in found}
