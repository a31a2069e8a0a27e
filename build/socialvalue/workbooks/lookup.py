"""What a row says of itself in the column Look here: as a formula, and as we work it out for the saved result."""

from decimal import Decimal

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents, Figure

EMPTY = "Empty: not sent. Write 0 for none."
NO_NUMBER = "Write a plain number."
NEGATIVE = "Write 0 or more."
PEOPLE = "How many people?"
FEW = "Too few people: talk to us first."
SURE = "How sure is it?"
EVIDENCE = "Name the evidence."
PART = "What is their part?"
NOTE = "Write a note: what was done?"
READY = "Ready"
"""None of them says that something is wrong: the check decides that, and this is help."""
LETTERS = {"people": "F", "least": "G", "name": "A", "code": "B", "unit": "C", "what_counts": "D", "what_does_not": "E",
           "local": "M", "narrative": "N"}  # fmt: skip
"""The columns of Lists that hold what is known of a measure."""
SELF_REPORTED = next(iter(layout.STATUSES))


def last_row(contents: Contents) -> int:
    """The last row of Your figures."""
    return 1 + len(contents.figures) + layout.FREE_ROWS


def known(what: str, row: int, count: int) -> str:
    """A formula for what is known of the measure of a row, of `count` measures."""
    column = LETTERS[what]
    found = f"MATCH($B{row},Lists!$A$2:$A${count + 1},0)"
    return f"INDEX(Lists!${column}$2:${column}${count + 1},{found})"


def look_here(row: int, count: int, every: dict[str, str]) -> str:
    """The formula of Look here. `every` holds the cells of Start here that speak for every row, by their marks."""
    status = f'IF($N{row}="",{every["status"]},$N{row})'
    who, part = f"$L{row}&{every['done_by']}", f"$M{row}&{every['tier']}"
    people = f'IF($J{row}="",$D{row},$J{row})'
    steps = (
        (f'$D{row}=""', EMPTY),
        (f"NOT(ISNUMBER($D{row}))", NO_NUMBER),
        (f"$D{row}<0", NEGATIVE),
        (f'IFERROR(AND({known("people", row, count)}="yes",$D{row}>0,$J{row}=""),FALSE)', PEOPLE),
        (f"IFERROR(AND($D{row}>0,{people}<{known('least', row, count)}),FALSE)", FEW),
        (f'$N{row}&{every["status"]}=""', SURE),
        (f'AND({status}<>"{SELF_REPORTED}",$O{row}="")', EVIDENCE),
        (f'AND({who}<>"",{part}="")', PART),
        (f'IFERROR(AND({known("narrative", row, count)}="yes",$D{row}>0,$P{row}=""),FALSE)', NOTE),
    )
    formula = f'"{READY}"'
    for when, words in reversed(steps):
        formula = f'IF({when},"{words}",{formula})'
    return f'=IF($B{row}="","",{formula})'


def looked_at(figure: Figure, status: str) -> str:
    """The same, worked out for what is filled in already; `status` is what Start here says for every row."""
    given, measure = figure.given, figure.measure
    quantity = given.get("quantity", "")
    if quantity == "":
        return EMPTY
    if not isinstance(quantity, Decimal):
        return NO_NUMBER
    people, sure = given.get("headcount", ""), str(given.get("status") or status)
    counted = people if isinstance(people, Decimal) else quantity
    cases = (
        (quantity < 0, NEGATIVE),
        (measure.people == "yes" and quantity > 0 and people == "", PEOPLE),
        (quantity > 0 and counted < measure.least, FEW),
        (not sure, SURE),
        (sure != SELF_REPORTED and not given.get("evidence"), EVIDENCE),
        (bool(given.get("organisation")) and not given.get("tier"), PART),
        (measure.narrative == "yes" and quantity > 0 and not given.get("public_note"), NOTE),
    )
    return next((words for so, words in cases if so), READY)
