"""Style sheets without what no page of ours needs: the theme's rules for parts that we don't have, and comments."""

import re

SIGNS = re.compile(
    rb"--md-(?:admonition|annotation|clipboard|code|path|post|source|status|tabbed|tag|tasklist|version)[\w-]*"
    rb":url\((?:'[^']*'|\"[^\"]*\"|[^)'\"]*)\);?"
)
"""Signs in the stylesheet of mkdocs-material for parts that no page has."""
RULE = re.compile(rb"([^{}]+)\{[^{}]*\}")
PARTS = re.compile(
    rb"\.(?:admonition|arithmatex|critic|footnote|keys|mermaid|tabbed|task-list|md-(?:annotation|author|clipboard|consent"
    rb"|feedback|pagination|post|profile|select|source|status|tabs|tag|version))"
)
"""The classes of such parts."""

GAP = rb"(?:\s|/\*.*?\*/)*"
NEEDLESS = re.compile(
    rb"(?P<string>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')|"
    rb";?%b(?P<end>\})%b|%b(?P<sign>[{;,>])%b|(?<=:)\s+|/\*.*?\*/" % ((GAP,) * 4),
    re.DOTALL,
)
"""Comments, spaces round signs, and what ends the last words of a rule; a space before a colon may mean something."""


def lean(theme: bytes) -> bytes:
    """The stylesheet of mkdocs-material without the rules each of whose selectors is for a part that no page has."""
    return RULE.sub(_kept, SIGNS.sub(b"", theme))


def _kept(rule: re.Match[bytes]) -> bytes:
    return b"" if all(map(PARTS.search, rule[1].split(b","))) else rule[0]


def packed(style: bytes) -> bytes:
    """A stylesheet without its comments, and without the spaces that only its writers need. Strings stay."""
    return NEEDLESS.sub(lambda found: found["string"] or found["end"] or found["sign"] or b"", style).strip()
