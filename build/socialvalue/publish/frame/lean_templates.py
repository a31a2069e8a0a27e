"""An environment of Jinja2 that does at once what our templates ask most: a row’s column, a call, a piece of markup.

Jinja2 itself looks first for what nothing of ours has: functions that ask for their context, columns that are methods.
"""

from collections.abc import MutableMapping, Sequence
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro, markup_join
from jinja2.utils import missing
from markupsafe import Markup

from socialvalue.publish.words.markup import escaped, marked


class _Calls(CodeGenerator):
    """Writes a call in a template as that call, and no longer as one by way of the context."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs:
            self.fail("A call of our templates names each thing that it gives: take * and ** away.", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for named in node.kwargs:
            word = iskeyword(named.key)  # as class="…", which Python takes from a dictionary alone
            self.write(f"**{{{named.key!r}: " if word else f"{named.key}=")
            self.visit(named.value, frame)
            self.write("}, " if word else ", ")
        self.write("caller=caller)" if forward_caller else ")")


class _Macro(Macro):
    """A macro that is called at once where all that it is given stands in its order."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._left_out = (missing,) * self._argument_count
        self._plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *given: Any, **named: Any) -> Markup:
        if named or not self._plain:
            return super().__call__(*given, **named)  # type: ignore[return-value]  # it escapes, so it gives markup
        return marked(self._func(*given, *self._left_out[len(given) :]))

    def _invoke(self, arguments: list[Any], autoescape: bool) -> Markup:
        return marked(self._func(*arguments))


def _joined(parts: Sequence[Any]) -> str:
    """What ~ puts together: mostly the parts of an address, none of which is markup."""
    return "".join(parts) if {str}.issuperset(map(type, parts)) else markup_join(parts)


class _Pieces(Template):
    """A template that escapes, calls macros and joins texts so."""

    @classmethod
    def from_code(cls, environment: Environment, code: Any, *rest: Any, **named: Any) -> Template:
        found = super().from_code(environment, code, *rest, **named)
        found.root_render_func.__globals__.update(escape=escaped, Macro=_Macro, markup_join=_joined)
        return found


class LeanEnvironment(Environment):
    """An environment that escapes everything. A function that its templates call is given no context."""

    code_generator_class = _Calls
    template_class = _Pieces

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, **options)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows: those of the environment as they stand, or with its own beside them."""
        return {**self.globals, **d} if d else self.globals

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
