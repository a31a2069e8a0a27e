"""Modules of a script become one file, each after those that it imports from."""

import re
from pathlib import Path

import pytest

from socialvalue import publish
from socialvalue.publish.frame.lean_styles import packed
from socialvalue.publish.frame.scripts import joined

MODULES = {
    "page": 'import { one, two } from "./parts.js";\n/* What it does. */\n  one(two);\n',
    "parts": "export const two = 2;\nexport function one(number) {\n  return number;\n}\nconst own = 1;\n",
}


def test_a_module_stands_after_what_it_imports() -> None:
    """Each keeps its own names to itself, but for what it gives to others."""
    script = joined(MODULES, "page")["page.js"]
    assert script.index("const of_parts") < script.index("const of_page")
    assert "const { one, two } = of_parts;" in script
    assert "return { two, one };" in script
    assert "export" not in script
    assert "import" not in script
    assert "What it does" not in script


def test_what_is_loaded_later_is_a_file_of_its_own() -> None:
    """With what it alone imports from; what the page begins with is given to it, and stands once."""
    page = 'import { one } from "./parts.js";\nconst act = async () => (await import("./later.js")).act(one);\n'
    later = 'import { two } from "./parts.js";\nimport { own } from "./own.js";\nexport const act = () => two + own;\n'
    scripts = joined(MODULES | {"page": page, "later": later, "own": "export const own = 3;\n"}, "page")
    assert sorted(scripts) == ["page-later.js", "page.js"]
    assert '((await import("./page-later.js")).default({ of_page, of_parts })).act(one)' in scripts["page.js"]
    assert "own = 3" not in scripts["page.js"]
    assert scripts["page-later.js"].startswith("export default ({ of_page, of_parts }) => {\nconst of_own")
    assert scripts["page-later.js"].endswith("return of_later;\n};\n")
    assert "number" not in scripts["page-later.js"]


def test_no_end_of_a_line_means_something() -> None:
    """No comment is left behind code, which would take the next line in, and no text goes over several lines."""
    folder = Path(publish.__path__[0], "theme/assets/prepare")
    scripts = joined({path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}, "prepare")
    assert [line for script in scripts.values() for line in script.splitlines() if re.search(r"(?<!:)//", line)] == []
    assert [
        path.name
        for path in folder.glob("*.js")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.sub(r"/\[[^\]]*\]/", "", line).count("`") % 2
    ] == []


def test_modules_in_a_circle_are_refused() -> None:
    """There is no order in which they could stand."""
    with pytest.raises(ValueError, match="one, other"):
        joined({"one": 'import { a } from "./other.js";\n', "other": 'import { b } from "./one.js";\n'}, "page")


def test_a_stylesheet_keeps_what_its_spaces_say() -> None:
    """Strings, and a space that stands for "inside it", stay; those after a colon and round comments don't."""
    style = b'/* one */\na :hover { content: " (a: b); " ; }\n/* two */\n@media (width: 1em) {\n  b { top: 0 }\n}\n'
    assert packed(style) == b'a :hover{content:" (a: b); ";}@media (width:1em){b{top:0}}'
