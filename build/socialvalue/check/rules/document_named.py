"""The title of a document names it."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="document-named",
    severity=Severity.ERROR,
    group="Evidence",
    title="The title of a document says what it is",
    why="A line with a document counts as surer than one without. Readers must be able to ask for that document.",
    example="e1,timesheet,tbc",
    mend="Write what is on its first page, as in Timesheets of April 2024.",
    find=Clauses(
        Clause(
            "evidence",
            "title",
            when="says_none",
            say='"{title}" says that there is no document.',
            mend="Write the document's title, as in Timesheets of April 2024. If there is none, take its row out, "
            "and call the lines that name it {the_self_reported}.",
            value="{title}",
        ),
        Clause(
            "evidence",
            "title",
            when="says_some",
            say='"{title}" says that there is a document, and not which.',
            value="{title}",
        ),
    ),
)
