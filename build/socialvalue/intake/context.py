"""What holds for a whole table where its rows don't say: project, period, how sure, who did it. Asked once."""

import re
from collections.abc import Sequence

from socialvalue.domain.spans import Span
from socialvalue.intake.entry import Context
from socialvalue.intake.likely_periods import certain_span, possible_spans, whole_spans
from socialvalue.intake.periods import one_span, spans_of
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.table import Table
from socialvalue.intake.words import EMPTY
from socialvalue.intake.workbook import shown
from socialvalue.workbooks import layout

BY_DOCUMENT = "by-document"
BY_REGISTER = "register"


def said_around(table: Table, file: str) -> list[str]:
    """What stands round a table: its titles, the name of its sheet and that of its file."""
    stem = file.rpartition(".")[0] or file
    return [*table.titles, table.sheet.name, stem]


def context_of(table: Table, file: str, many: bool, register: Register, answers: Answers) -> Context:
    """What holds for the rows of a table; fields stay empty while their question is open. `many` says that the file has
    several tables, so that each is asked about by name."""
    context = Context()
    suffix = f":{table.sheet.key}" if many else ""
    if not table.of("project"):
        context.project = _project(table, file, suffix, register, answers)
    dated = table.of("period") or (table.of("start") and table.of("end"))
    figures = table.of("quantity") or table.of("running_total")
    if not dated and not all(column.period for column in figures):
        context.span = _span(table, file, suffix, register, answers)
    return context


def _project(table: Table, file: str, suffix: str, register: Register, answers: Answers) -> str:
    found = {project: text for text in reversed(said_around(table, file)) for project in register.projects_in(text)}
    more = [f'"{shown(text, 60)}"' for text in found.values()]
    question = Question(
        f"project{suffix}",
        f"Which project is the sheet {shown(table.sheet.name)} about?",
        [Choice(project, f"{register.projects[project].name} ({project})") for project in found],
        next(iter(found)) if len(found) == 1 else "",
        "the name of a project in the register",
        lambda typed: register.exact("project", typed),
        more=list(dict.fromkeys(more)),
    )
    return answers.to(question)


def _without_projects(text: str, register: Register) -> str:
    """A title without the names of projects: Jubilee Gardens, Q2 2025-26 says a period and nothing else."""
    for project in register.projects_in(text):
        name = str(register.projects[project].name)
        for said in (name, name.partition("(")[0].strip(), project):
            text = re.sub(re.escape(said), " ", text, flags=re.IGNORECASE)
    return text.strip(" ,;:|–-")


def _span(table: Table, file: str, suffix: str, register: Register, answers: Answers) -> Span | None:
    """The days of a table. Certain is what a title says that says nothing else, where no other one says otherwise."""
    texts = [_without_projects(text, register) for text in said_around(table, file)]
    quarters = register.quarters
    sure = certain_span(texts, quarters)
    found: dict[str, tuple[Span, str]] = {}
    for text in sorted(texts, key=lambda text: not whole_spans(text, quarters)):
        for span in possible_spans(text, quarters):
            found.setdefault(span.folder, (span, text))
    choices = [Choice(f, f"{s.words}{f'   {s.also}' if s.also else ''}") for f, (s, _) in found.items()]
    question = Question(
        f"period{suffix}",
        f"Which days is the sheet {shown(table.sheet.name)} about?",
        choices,
        sure.folder if sure else "",
        "the period, as in 2025-q3, 2025-26-q2, 2025-26, or 2025-04-01 to 2025-06-30",
        lambda typed: one_span(typed, quarters),
        more=list(dict.fromkeys(f'"{shown(text, 60)}"' for _, text in found.values())),
    )
    answer = answers.to(question)
    if answer in found:
        return found[answer][0]
    return spans_of(answer, quarters)[0] if answer else None


def defaults_for(tables: Sequence[tuple[Table, Context]], register: Register, answers: Answers) -> None:
    """Ask once, for all tables that lack the column, how sure the figures are and who did it."""
    lacking = {name: [pair for pair in tables if not pair[0].of(name)] for name in ("status", "organisation", "tier")}
    if lacking["status"]:
        documents = any(table.of("evidence") for table, _ in lacking["status"])
        answer = answers.to(_status(documents))
        for _, context in lacking["status"]:
            context.status = answer
    if not all(context.project or table.of("project") for table, context in tables):
        return  # who did it depends on the project, which is asked first
    if lacking["organisation"]:
        answer = answers.to(_organisation([c.project for _, c in lacking["organisation"]], register))
        for _, context in lacking["organisation"]:
            context.organisation = "" if answer == EMPTY else answer
    by_row = any(table.of("organisation") for table, _ in lacking["tier"])
    if by_row or any(context.organisation for _, context in lacking["tier"]):
        answer = answers.to(_tier([context for _, context in lacking["tier"]], by_row, register))
        for _, context in lacking["tier"]:
            context.tier = "" if answer == EMPTY else answer


def _status(documents: bool) -> Question:
    words = {value: words for words, value in layout.STATUSES.items()}
    choices = [Choice("self-reported", f"{words['self-reported']}: self-reported, all of them")]
    if documents:
        said = f"the rows that name a document: {words['evidenced'].lower()}; the others: we say so ourselves"
        choices.insert(0, Choice(BY_DOCUMENT, said))
    return Question("status", "How sure are the figures?", choices, kept=True)


def _organisation(projects: Sequence[str], register: Register) -> Question:
    one = projects[0] if len(set(projects)) == 1 else ""
    known = register.contractors(one) if one else []
    choices = [Choice(name, f"{register.name('organisation', name)} ({name}), in the register") for name, _ in known]
    if not one:
        choices = [Choice(BY_REGISTER, "for each project its contractor in the register")]
    return Question(
        "organisation",
        "Who did it?",
        [*choices, Choice(EMPTY, "it isn't said")],
        choices[0].value if one and len(choices) == 1 else "",
        "an organisation of the register",
        lambda typed: register.exact("organisation", typed),
        kept=True,
    )


def _tier(contexts: Sequence[Context], by_row: bool, register: Register) -> Question:
    known = {name: tier for context in contexts for name, tier in register.contractors(context.project)}
    answered = {context.organisation for context in contexts}
    choices = [Choice(tier, words) for words, tier in layout.TIERS.items()]
    tiers = {known[name] for name in answered if name in known}
    default = tiers.pop() if len(tiers) == 1 and len(answered) == 1 else ""
    if BY_REGISTER in answered or by_row:
        choices.insert(0, Choice(BY_REGISTER, "for each organisation as in the register"))
        default = "" if by_row else BY_REGISTER
    return Question("tier", "What is their part?", [*choices, Choice(EMPTY, "it isn't said")], default, kept=True)
