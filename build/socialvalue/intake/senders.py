"""Who sends returns for which neither the file nor the register names anybody: asked once for all of them."""

from collections import Counter
from collections.abc import Sequence

from socialvalue.intake.packages import Package
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.understood import Understood
from socialvalue.intake.writing import sender_of

OFFERED = 3
"""Organisations that are offered: those that run the most projects of the register."""
NAMED = 4
"""Projects that the question names."""
SENDER = "sender"


def ask_sender(found: Understood, register: Register, answers: Answers) -> None:
    """Ask it, and keep the answer among what is said of the whole file."""
    lacking = [each for each in found.to_write if not sender_of(each, found.gathered.heads, register)]
    if lacking and (answer := answers.to(_question(lacking, register))):
        found.gathered.heads[SENDER] = answer


def _question(lacking: Sequence[Package], register: Register) -> Question:
    projects = list(dict.fromkeys(str(register.projects[each.project].name) for each in lacking))
    named = ", ".join(projects[:NAMED]) + (f" and {len(projects) - NAMED:,} more" if len(projects) > NAMED else "")
    running = Counter(str(project.promoter) for project in register.projects.values() if project.promoter)
    return Question(
        SENDER,
        f"Who sends the figures of {named}? The register names nobody who runs or delivers it.",
        [Choice(key, f"{register.name('organisation', key)} ({key})") for key, _ in running.most_common(OFFERED)],
        "",
        "an organisation of the register",
        lambda typed: register.exact("organisation", typed),
        kept=True,
    )
