"""Ask in a terminal what was not said: the place, who publishes, whom to ask, which areas."""

from collections.abc import Callable, Mapping, Sequence

from socialvalue.beginning.districts import OF_WHEN, District, chosen, names_in
from socialvalue.beginning.wanted import trouble
from socialvalue.errors import BrokenRepository

Ask = Callable[[str], str]
"""Asks a question and gives the answer, without space around it."""
Say = Callable[[str], None]
QUESTIONS: Mapping[str, str] = {
    "place": "Which place is it about, as on a map?",
    "publisher": "Who publishes it? The name of your authority; Enter for later.",
    "contact": "Whom do readers ask? A team's mailbox or page, never a person's; Enter for later.",
}


def settings_asked(given: Mapping[str, str], ask: Ask, say: Say) -> dict[str, str]:
    """Place, publisher and contact: what was given, and else an answer that the setting takes."""
    found = {}
    for setting, question in QUESTIONS.items():
        answer = given.get(setting) or ask(question)
        while why := trouble(setting, answer):
            say(f"{answer}: {why}." if answer else "The place has to be known.")
            answer = ask(question)
        found[setting] = answer
    return found


def areas_asked(place: str, known: Sequence[District], ask: Ask, say: Say) -> tuple[District, ...]:
    """The areas that the projects lie in: those of the place by itself, or others by their names."""
    try:
        own = chosen([place], known)
    except BrokenRepository:
        own = ()
    named = ", ".join(row.name for row in own)
    offered = f" Enter for {named}." if own else " Enter for none yet."
    while True:
        answer = ask(f"Which districts, with commas or semicolons between them ({OF_WHEN})?{offered}")
        try:
            return chosen(names_in(answer, known), known) or own
        except BrokenRepository as unknown:
            say(str(unknown))
