"""What stands in a template is escaped unless it is markup, and then it is taken as it is."""

from typing import Any

import pytest
from markupsafe import Markup

from socialvalue.publish.frame.templating import plain_templates

HOSTILE = "<b>&\"'"
ESCAPED = "&lt;b&gt;&amp;&#34;&#39;"


class Word(str):
    """Text of a class of its own is text."""

    __slots__ = ()


class Drawn:
    """Something that says how it stands in HTML."""

    def __html__(self) -> str:
        return "<i>"


class Loud(Markup):
    """A kind of markup."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (HOSTILE, ESCAPED),
        (Word(HOSTILE), ESCAPED),
        ([HOSTILE], "[&#39;&lt;b&gt;&amp;&#34;\\&#39;&#39;]"),
        (Markup(HOSTILE), HOSTILE),
        (Loud("<u>"), "<u>"),
        (Drawn(), "<i>"),
        (12, "12"),
        (None, "None"),
    ],
)
def test_only_markup_stays_as_it_is(value: Any, shown: str) -> None:
    """Also what a macro was given, and what another gave it."""
    environment = plain_templates()
    assert environment.from_string("{{ value }}").render(value=value) == shown
    told = "{% macro told(value) %}<p>{{ value }}</p>{% endmacro %}{{ told(value) }}{{ told(told(value)) }}"
    once = f"<p>{shown}</p>"
    assert environment.from_string(told).render(value=value) == f"{once}<p>{once}</p>"
