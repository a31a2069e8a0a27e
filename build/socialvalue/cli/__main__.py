"""`python -m socialvalue.cli`, for where the command itself is not on the path."""

from socialvalue.cli import main

main()
