"""The one exception of the program. Bad data is never an exception: it becomes a finding."""


class BrokenRepository(Exception):
    """We cannot go on: the repository itself is unusable. The message says what to do, in plain words."""
