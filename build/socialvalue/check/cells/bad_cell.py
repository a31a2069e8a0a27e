"""What is wrong with a cell, in words."""


class BadCell(Exception):
    """The cell does not hold what its column asks for.

    rule: the id of the rule, as in words.toml. message: a sentence about the cell, without the cell's text in
    front. mend: what to do; the rule's own words where it is empty. suggestion: what was probably meant.
    """

    def __init__(self, rule: str, message: str, mend: str = "", suggestion: str = "") -> None:
        super().__init__(rule)
        self.rule = rule
        self.message = message
        self.mend = mend or (f"Write {suggestion}." if suggestion else "")
        self.suggestion = suggestion

    def without_suggestion(self) -> "BadCell":
        """The same without a suggestion, which was wrong itself."""
        led = self.suggestion and self.mend == f"Write {self.suggestion}."
        return BadCell(self.rule, self.message, "" if led else self.mend)
