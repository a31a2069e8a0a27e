"""Modules of a script become one file, each after those that it imports from."""

import pytest

from socialvalue.publish.frame.scripts import joined

MODULES = {
    "page": 'import { one, two } from "./parts.js";\n/* What it does. */\n  one(two);\n',
    "parts": "export const two = 2;\nexport function one(number) {\n  return number;\n}\nconst own = 1;\n",
}


def test_a_module_stands_after_what_it_imports() -> None:
    """Each keeps its own names to itself, but for what it gives to others."""
    script = joined(MODULES)
    assert script.index("const of_parts") < script.index("const of_page")
    assert "const { one, two } = of_parts;" in script
    assert "return { two, one };" in script
    assert "export" not in script
    assert "import" not in script
    assert "What it does" not in script


def test_modules_in_a_circle_are_refused() -> None:
    """There is no order in which they could stand."""
    with pytest.raises(ValueError, match="one, other"):
        joined({"one": 'import { a } from "./other.js";\n', "other": 'import { b } from "./one.js";\n'})
