"""How many of a thing there are, as the commands say it, in English. The site has its own: publish/words/plurals.py."""


def many(count: int, thing: str) -> str:
    """1 row, 4 rows, 1,200 rows."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
