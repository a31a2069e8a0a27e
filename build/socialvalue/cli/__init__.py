"""The command line: one thin command each, in files by who gives them; no logic."""

from socialvalue.cli.beginning import init, upgrade
from socialvalue.cli.gathering import gather
from socialvalue.cli.group import main
from socialvalue.cli.keeping import build, disclose, record, serve, sources
from socialvalue.cli.looking import check, diff, due, explain, notice, value
from socialvalue.cli.returning import correct, import_, new, template, withdraw

__all__ = [
    "build",
    "check",
    "correct",
    "diff",
    "disclose",
    "due",
    "explain",
    "gather",
    "import_",
    "init",
    "main",
    "new",
    "notice",
    "record",
    "serve",
    "sources",
    "template",
    "upgrade",
    "value",
    "withdraw",
]
