"""The Jinja2 environment of the data pages: every value is escaped, every name must exist."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from socialvalue.publish.downloads.offered_files import files_of
from socialvalue.publish.drawing import shapes
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.frame import small_markup
from socialvalue.publish.frame.compiled_templates import CompiledTemplates
from socialvalue.publish.frame.lean_templates import LeanEnvironment
from socialvalue.publish.frame.questions import question_address, row_in_question
from socialvalue.publish.page_addresses import canonical, here, link, standing_on
from socialvalue.publish.site import Site
from socialvalue.publish.story import explaining
from socialvalue.publish.story.amount import amount
from socialvalue.publish.story.corrections import ledger_place, since
from socialvalue.publish.story.cost import cost_of
from socialvalue.publish.story.delivered_groups import open_and_folded, rows_in
from socialvalue.publish.story.kept_off import besides
from socialvalue.publish.words import days, figures, language, vocabulary
from socialvalue.publish.words.linked_sentence import Sentence
from socialvalue.publish.words.markup import escaped, marked
from socialvalue.records import KINDS, STATUSES, Explanation, Place


def templates(site: Site, drawings: Drawings) -> Environment:
    """The environment: `site`, `chart` and `link` as names, beside those of `plain_templates`.

    A macro knows these names alone, and what it is given. `link` knows the page: see `rendered`.
    """
    environment = plain_templates()
    environment.globals.update(_of_this_site(site, drawings), chart=partial(drawings.figure, environment))
    return environment


def plain_templates() -> Environment:
    """The environment of any site of ours: what it says is its own to add. What figures.py and days.py do are filters.

    `{% trans %}` says a sentence that holds markup; `_()` and `_n()` say plain text, which is escaped like any other.
    """
    environment = LeanEnvironment(
        loader=PackageLoader("socialvalue.publish", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        optimized=False,  # what a filter makes of a constant depends on the language: never compile it in
        bytecode_cache=CompiledTemplates(),
        auto_reload=False,  # each build has an environment of its own; else each import looks at its file again
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals.update(EVERYWHERE)
    environment.filters.update(
        {
            name: function
            for name, function in (vars(figures) | vars(days)).items()
            if callable(function) and not name.startswith("_")
        }
    )
    return environment


def _of_this_site(site: Site, drawings: Drawings) -> dict[str, Any]:
    """The names that templates know, as far as they depend on what is published."""
    return {
        "site": site,
        "settings": site.settings,
        "finding": drawings.finding,
        "embed": drawings.embed,
        "files_of": lambda dimension, member: files_of(site, dimension, member),
        "kept_besides": lambda *projects: besides(site, projects or None),
        "amount": lambda row: amount(site, row),
        "since": lambda row: since(site, row),
        "cost_of": lambda project: cost_of(site, project),
        "linked": lambda sentence, found: linked(site, sentence, found),
        "ledger_place": lambda line: ledger_place(site, line),
        "question_address": lambda about, row="": asking(site, about, row),
    }


def same(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    """A macro that depends on nothing but its arguments and how deep the page lies: it is drawn once for those."""
    drawn: dict[tuple[Any, ...], Markup] = {}

    def once(*given: Any, **named: Any) -> Markup:
        key = (here().count("/"), given, *named.items())
        if key not in drawn:
            drawn[key] = macro(*given, **named)
        return drawn[key]

    return once


def rendered(template: Template, path: str, **names: Any) -> str:
    """The body of the page at `path`, as its template draws it with these names and `here`, that path."""
    with standing_on(path):
        return template.render(here=path, **names)


def _sentence(message: str, /, **values: Any) -> Markup:
    """What {% trans %} says: the translation is our own markup, its values are escaped."""
    return marked(language.in_words(message) % _escaped(values))


def _sentences(one: str, many: str, number: int, /, **values: Any) -> Markup:
    """What {% trans %} with {% pluralize %} says; the number is {{ num }}."""
    said = language.in_words(one, many, number)
    return marked(said % _escaped({"num": language.digits(number), **values}))


def _escaped(values: Mapping[str, Any]) -> dict[str, Markup]:
    return {name: escaped(value) for name, value in values.items()}


def asking(site: Site, about: str, row: str = "") -> str:
    """Where a question goes that is asked on the page that is drawn."""
    return question_address(site.settings, about, canonical(site.base_url, here()), row)


def linked(site: Site, sentence: Sentence, found: Explanation) -> Markup:
    """A sentence of an explanation, its numbers leading to their rows as seen from the page that is drawn."""

    def address(place: Place) -> str:
        path = explaining.where(site, found, place)
        return path if path.startswith("#") else link(path)

    return sentence.linked(address)


EVERYWHERE: Mapping[str, Any] = {
    "link": link,
    "open_and_folded": open_and_folded,
    "rows_in": rows_in,
    "explaining": explaining,
    "same": same,
    "small": small_markup,
    "row_in_question": row_in_question,
    "shapes": shapes,
    "terms": vocabulary,
    "KINDS": KINDS,
    "STATUSES": STATUSES,
    "words": figures,
    "gettext": _sentence,
    "ngettext": _sentences,
    "_": language._,
    "_n": language._n,
    "N_": language.N_,
}
"""The names that templates know of every site."""
