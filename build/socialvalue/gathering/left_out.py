"""An authority that can't be gathered is left out, and said to be: the others go on."""


class NotGathered(Exception):
    """This authority is left out. `why` is one of the words of publish/many/reasons.py; `facts` stand in them."""

    def __init__(self, why: str, **facts: str) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts
