"""The first sheet of an answer: what to do, most basic first, with links to the cells and places for answers."""

from collections.abc import Callable
from textwrap import wrap
from xml.sax.saxutils import quoteattr

from socialvalue.intake.answer.parts import MAIN
from socialvalue.intake.answer.sheet_xml import text_cell
from socialvalue.intake.answer.thing import ANSWER_COLUMN, KEY_COLUMN, MARK, Answer, Given, Thing
from socialvalue.intake.workbook import letters, place

HEADINGS = ("No.", "Kind", "What is wrong", "What to do", "Your answer", "Where")
WIDTHS = (6, 9, 46, 58, 34, 28)
HEADER, FIRST = 4, 5
LINES = {"what": 42, "do": 54, "where": 27}
"""How many characters stand in a line of each column, so that rows are as high as their texts."""
POINTS = 15.5
CHOICES_COLUMN, LAST_COLUMN = KEY_COLUMN + 1, KEY_COLUMN + 40
"""Hidden columns with what may be chosen."""
FOOT_CHARACTERS = 170
"""How long a line below the list may be."""
WHERE_COLUMN = 6


def sheet_of(answer: Answer, look: Callable[[str], int]) -> str:
    """The XML of the sheet. `look` gives the number of one of our styles."""
    rows = [
        _row(1, 30, text_cell((1, 1), answer.title, look("title")) + _hidden(1, MARK, look)),
        _row(2, 0, text_cell((2, 1), answer.lead, look("quiet")) + _hidden(2, _columns(answer), look)),
    ]
    headings = "".join(text_cell((HEADER, at), text, look("heading")) for at, text in enumerate(HEADINGS, start=1))
    if answer.things:
        rows.append(_row(HEADER, 0, headings))
    for number, thing in enumerate(answer.things, start=1):
        rows.append(_thing(FIRST - 1 + number, number, thing, look))
    at = FIRST + len(answer.things) + 1
    rows += [_answered(at + n, given, look) for n, given in enumerate(answer.given)]
    at += len(answer.given) + bool(answer.given)
    foot = [line for text in answer.foot for line in wrap(text, FOOT_CHARACTERS)]
    rows += [_row(at + n, 0, text_cell((at + n, 1), text, look("quiet"))) for n, text in enumerate(foot)]
    columns = (
        "".join(
            f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(WIDTHS, start=1)
        )
        + f'<col min="{KEY_COLUMN}" max="{LAST_COLUMN}" width="4" hidden="1" customWidth="1"/>'
    )
    view = (
        f'<pane ySplit="{HEADER}" topLeftCell="A{FIRST}" activePane="bottomLeft" state="frozen"/>'
        if answer.things
        else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr '
        f'fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">{view}'
        f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>{_lists(answer)}"
        f'{_links(answer)}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, height: float, cells: str) -> str:
    high = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{number}"{high}>{cells}</row>'


def _hidden(row: int, text: str, look: Callable[[str], int]) -> str:
    return text_cell((row, KEY_COLUMN), text, look("quiet")) if text else ""


def _columns(answer: Answer) -> str:
    """Where the column What to do was added, so that it can be taken out again: sheets and columns, a line for each."""
    return "\n".join(f"{letters(column.number)} {sheet}" for sheet, column in answer.columns.items() if not column.over)


def _thing(row: int, number: int, thing: Thing, look: Callable[[str], int]) -> str:
    high = max(len(getattr(thing, name)) // width + 1 for name, width in LINES.items())
    choices = enumerate(thing.choices if thing.key else (), start=CHOICES_COLUMN)
    answered = ("answer" if thing.must else "answer_look") if thing.key else "text"
    cells = [
        f'<c r="A{row}" s="{look("strong")}"><v>{number}</v></c>',
        text_cell((row, 2), thing.word, look("strong")),
        text_cell((row, 3), thing.what, look("text")),
        text_cell((row, 4), thing.do, look("text")),
        text_cell((row, ANSWER_COLUMN), "", look(answered)),
        text_cell((row, WHERE_COLUMN), thing.where, look("link" if thing.cells else "text")),
        _hidden(row, thing.key, look),
        *(text_cell((row, at), words, look("quiet")) for at, words in choices),
    ]
    return _row(row, POINTS * high + 6, "".join(cells))


def _answered(row: int, given: Given, look: Callable[[str], int]) -> str:
    """Something that was answered before: it can still be changed."""
    cells = [
        text_cell((row, 2), "Done", look("strong")),
        text_cell((row, 3), given.words, look("text")),
        text_cell((row, 4), "Answered. Change it if it is wrong.", look("text")),
        text_cell((row, ANSWER_COLUMN), given.answer, look("answer_look")),
        _hidden(row, given.key, look),
    ]
    return _row(row, POINTS * (len(given.words) // LINES["what"] + 1) + 6, "".join(cells))


def _lists(answer: Answer) -> str:
    """A drop-down for each answer that is one of a few: its list stands in hidden cells of the row."""
    found = [
        f'<dataValidation type="list" allowBlank="1" showInputMessage="1" errorStyle="information" '
        f'sqref="{place(row, ANSWER_COLUMN)}"><formula1>${letters(CHOICES_COLUMN)}${row}:'
        f"${letters(CHOICES_COLUMN + len(thing.choices) - 1)}${row}</formula1></dataValidation>"
        for row, thing in enumerate(answer.things, start=FIRST)
        if thing.key and thing.choices
    ]
    return f'<dataValidations count="{len(found)}">{"".join(found)}</dataValidations>' if found else ""


def _links(answer: Answer) -> str:
    """A link to the first cell of each thing."""
    found = []
    for row, thing in enumerate(answer.things, start=FIRST):
        if thing.cells:
            sheet, cell = thing.cells[0]
            target = quoteattr(f"'{sheet.replace(chr(39), chr(39) * 2)}'!{place(*cell)}")
            found.append(
                f'<hyperlink ref="{place(row, WHERE_COLUMN)}" location={target} display={quoteattr(thing.where)}/>'
            )
    return f"<hyperlinks>{''.join(found)}</hyperlinks>" if found else ""
