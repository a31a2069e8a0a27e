"""Templates say what they say in Jinja2's own environment, with markup as it stands and anything else escaped."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateAssertionError, UndefinedError
from markupsafe import Markup

from socialvalue.publish.frame.lean_templates import LeanEnvironment
from socialvalue.publish.words.markup import escaped

MACROS = """{% macro cell(words, class="", look=none) %}<td class="{{ class }}">{{ words }}{{ look }}</td>{% endmacro %}
{% macro row(head, id="") %}<tr id="{{ id }}">{{ head }}{{ caller() }}</tr>{% endmacro %}
{% macro any() %}{{ varargs }}{{ kwargs }}{% endmacro %}"""
SAID = (
    'cells.cell("<b>")',
    'cells.cell(bold, "n")',
    'cells.cell("a", class="<n>", look=7)',
    'cells.cell(look=1, words="a & b")',
    "cells.any(1, more=2)",
    "row.name ~ row['name'] ~ row.items() | length",
    "row.get('none', cells.cell('a'))",
    "cells.cell(cells.cell(row.name))",
    "'<' ~ row.name ~ '.html'",
    "'<' ~ bold ~ 1",
)
GIVEN = {"bold": Markup("<b>1</b>"), "row": {"name": "<i>"}}


@pytest.mark.parametrize("said", SAID)
def test_a_template_says_the_same_as_by_jinja2_alone(said: str) -> None:
    """Whatever is called, and however it is given."""
    called = f'{{% call cells.row("<x>", id=1) %}}{{{{ {said} }}}}{{% endcall %}}'
    text = f'{{% import "cells" as cells %}}{{{{ {said} }}}}{called}'
    drawn = []
    for kind in (LeanEnvironment, lambda **options: Environment(autoescape=True, **options)):
        environment = kind(loader=DictLoader({"cells": MACROS}), undefined=StrictUndefined)
        drawn.append(environment.from_string(text).render(GIVEN))
    assert drawn[0] == drawn[1]
    assert "&lt;x&gt;" in drawn[0]


@pytest.mark.parametrize(("said", "error"), [("nobody()", UndefinedError), ("cells.cell(1, 2, 3, 4)", TypeError)])
def test_a_call_that_can_not_be_is_refused(said: str, error: type[Exception]) -> None:
    """A name that nothing has, and more than a macro takes."""
    environment = LeanEnvironment(loader=DictLoader({"cells": MACROS}), undefined=StrictUndefined)
    with pytest.raises(error):
        environment.from_string(f'{{% import "cells" as cells %}}{{{{ {said} }}}}').render()


@pytest.mark.parametrize("said", ["cells.cell(*row)", "cells.cell(**row)"])
def test_a_call_that_names_nothing_is_told_of(said: str) -> None:
    """It would lose what it gives."""
    with pytest.raises(TemplateAssertionError, match="names each thing"):
        LeanEnvironment().from_string(f"{{{{ {said} }}}}")


@pytest.mark.parametrize(
    ("given", "said"),
    [("<b>", "&lt;b&gt;"), (Markup("<b>"), "<b>"), (7, "7"), (Markup("&"), "&"), ("&", "&amp;")],
)
def test_markup_stands_and_text_is_escaped(given: object, said: str) -> None:
    """Also where both have the same letters, one after the other."""
    assert escaped(given) == said
    assert type(escaped(given)) is Markup
