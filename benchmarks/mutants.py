"""Change one thing in the code of value/, domain/ or the rules at a time, and say which changes no test sees.

Usage: mutants.py [--every N] [--seed S] [--only PART] [FOLDER ...]. It needs cosmic-ray, which makes the changes, in an
environment of its own; docs/developing/mutants.md says how, and what came out. Of each N changes one is tried, drawn by
the seed. The tests are run once to learn which pass over which line; then each change is tried on those alone, the
quickest first, in a process of its own that has everything loaded and only takes over the changed function: no file is
written. A constant is changed in a process that has yet to load the program. --only tries what stands in modules whose
path has PART in it.
"""

import argparse
import json
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cached_property
from importlib import import_module
from importlib.machinery import SourceFileLoader
from inspect import isclass, unwrap
from io import StringIO
from itertools import accumulate
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit
from tempfile import TemporaryDirectory
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import pytest
from changing import Change, changes
from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "build/socialvalue"
FOLDERS = ("value", "domain", "check/rules")
TESTS = ("tests/value", "tests/domain", "tests/cases", "tests/check", "tests/disclosure", "tests/test_golden.py")
ONCE = {"checked", "valuation", "files"}
"""What is made once for all tests: a line that it passes over is one of every test that takes it."""
FIRST, TOGETHER, LONGEST = 12, 30, 60
"""How many of the quickest tests are tried before the others; how many seconds of tests at the most; and after how
many seconds of work a change has been seen, because the tests don't end."""
LIBRARIES = ("frictionless", "jinja2", "mkdocs.commands.build", "pandas")
QUIET = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist", "--no-header", "--tb=no")


class Passing(NamedTuple):
    """Which tests pass over what, and how long each takes."""

    lines: dict[str, dict[int, set[str]]]
    seconds: dict[str, float]
    taking: dict[str, list[str]]
    """The fixtures of each test that are made once."""

    def over(self, path: Path, change: Change) -> list[str]:
        """The tests that can see a change, the quickest first."""
        lines = self.lines.get(str(path), {})
        found = {context for line in change.lines for context in lines.get(line, ()) if context}
        if not found:  # a constant: whatever passes over its module
            found = {context for contexts in lines.values() for context in contexts if context}
        tests = {context.partition("|")[0] for context in found}
        if any(context.endswith("|setup") for context in found):
            tests |= {test for test, taken in self.taking.items() if taken}
        own = f"[{path.stem.replace('_', '-')}]"  # the examples of a rule
        order = sorted(tests & set(self.seconds), key=lambda test: (own not in test, self.seconds[test], test))
        spent = accumulate(self.seconds[test] for test in order)
        return [test for test, until in zip(order, spent, strict=True) if until < TOGETHER]


class Watch:
    """A plugin that notes how long each test takes and what it takes."""

    def __init__(self, to: Path) -> None:
        self.to, self.seconds, self.taking = to, defaultdict[str, float](float), dict[str, list[str]]()

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        self.taking = {item.nodeid: sorted(ONCE & set(item.fixturenames)) for item in items}

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.seconds[report.nodeid] += report.duration

    def pytest_sessionfinish(self) -> None:
        self.to.write_text(json.dumps([self.seconds, self.taking]))


def ended(arguments: Sequence[str], plugins: Sequence[object] = (), change: tuple[Path, Change] | None = None) -> int:
    """How pytest ends in a process of its own, where a module may have another text; below 0 where it is ended."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1), os.dup2(nowhere, 2)
        if change:
            _know(*change)
            setrlimit(RLIMIT_CPU, (LONGEST, LONGEST))
        os._exit(int(pytest.main(list(arguments), plugins=list(plugins))))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _know(path: Path, change: Change) -> None:
    """Let this process have the changed text of a module, loaded or not."""
    name = ".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts)
    if name in sys.modules:
        changed = ModuleType(name)
        changed.__dict__.update(__file__=str(path), __package__=name.rpartition(".")[0])
        exec(compile(change.text, str(path), "exec"), changed.__dict__)
        before = dict(_functions(sys.modules[name].__dict__, name))
        for where, function in _functions(changed.__dict__, name):
            there = before[where]
            there.__code__, there.__defaults__ = function.__code__, function.__defaults__
            there.__kwdefaults__ = function.__kwdefaults__
        return
    read = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, fullname: str) -> Any:
        return compile(change.text, loader.path, "exec") if loader.path == str(path) else read(loader, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def _functions(held: Mapping[str, Any], module: str, under: str = "") -> Iterator[tuple[str, FunctionType]]:
    """The functions and methods of a module, each by its name: whoever imported one has the same object."""
    for name, thing in held.items():
        inner = thing.fget if isinstance(thing, property) else getattr(thing, "__func__", thing)
        inner = inner.func if isinstance(inner, cached_property) else inner
        if isclass(inner) and inner.__module__ == module:
            yield from _functions(vars(inner), module, f"{under}{name}.")
        found = unwrap(inner) if callable(inner) else None
        own = isinstance(found, FunctionType) and found.__module__ == module
        if own and found.__code__.co_filename.startswith(str(PROGRAM)):  # a library writes some for classes
            yield f"{under}{name}", found


def passing(folders: Sequence[str], scratch: Path) -> Passing:
    """Run the tests once, as they are, and note what each passes over."""
    os.environ["COVERAGE_FILE"] = str(scratch / "coverage")
    measured = [f"--cov={PROGRAM / folder}" for folder in folders]
    watch = Watch(scratch / "watched")
    if not watch.to.is_file():
        asked = ["-q", "-p", "no:cacheprovider", "--cov-context=test", "--cov-report=", *measured, *TESTS]
        code = ended(asked, [watch])
        assert code == 0, "The tests have to pass before anything is changed."
    data = CoverageData(str(scratch / "coverage"))
    data.read()
    over = {path: data.contexts_by_lineno(path) for path in data.measured_files()}
    lines = {path: {line: set(of) for line, of in each.items()} for path, each in over.items()}
    return Passing(lines, *json.loads(watch.to.read_text()))


def seen(path: Path, change: Change, tests: Sequence[str], scratch: Path) -> str:
    """How a change was seen; empty where no test saw it."""
    for some in (tests[:FIRST], tests[FIRST:]):
        if some:
            arguments, changed = [*QUIET, f"--basetemp={scratch / 'tests'}"], (path, change)
            code = ended([*arguments, *some], change=changed)
            if code == pytest.ExitCode.USAGE_ERROR:  # a test whose name holds what the code works out has another now
                code = ended([*arguments, *dict.fromkeys(test.partition("::")[0] for test in some)], change=changed)
            if code:
                return "never ended" if code < 0 else {1: "failed"}.get(code, "could not be loaded")
    return ""


def drawn(folder: str, every: int, seed: int, only: str) -> Iterator[tuple[Path, Change]]:
    """The changes of a folder that are tried."""
    found = [
        (path, change)
        for path in sorted((PROGRAM / folder).glob("*.py"))
        if only in path.as_posix()
        for change in changes(path.read_text("utf-8"))
    ]
    chosen = random.Random(seed).sample(range(len(found)), -(-len(found) // every))
    print(f"{folder}: {len(chosen)} of {len(found)} changes are tried.", flush=True)
    yield from (found[place] for place in sorted(chosen))


def main() -> None:
    parser = argparse.ArgumentParser(description="Which changes of the code no test sees: docs/developing/mutants.md.")
    parser.add_argument("folders", nargs="*", default=FOLDERS, help=f"Below build/socialvalue: {', '.join(FOLDERS)}.")
    parser.add_argument("--every", type=int, default=1, help="Try one change in so many, drawn at random.")
    parser.add_argument("--seed", type=int, default=0, help="What the drawing begins with: the same draws the same.")
    parser.add_argument("--only", default="", help="Try what stands in modules whose path has this part.")
    parser.add_argument("--kept", type=Path, help="A folder for what is known of the tests, to be used again.")
    asked = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT / "tests"))
    for library in LIBRARIES:  # once, for all processes
        import_module(library)

    with TemporaryDirectory() as name:
        scratch = asked.kept or Path(name)
        found = passing(asked.folders, scratch)
        tried = {folder: list(drawn(folder, asked.every, asked.seed, asked.only)) for folder in asked.folders}
        ends = {folder: Counter[str]() for folder in asked.folders}
        for inside in (False, True):
            if inside:  # the program and the tests are loaded from now on
                with redirect_stdout(StringIO()):
                    pytest.main(["--collect-only", *QUIET, *TESTS])
            for folder, path, change in ((folder, *each) for folder, some in tried.items() for each in some):
                if change.inside is inside:
                    how = seen(path, change, tests := found.over(path, change), scratch)
                    ends[folder][how or "survived"] += 1
                    if not how:
                        print(f"{path.relative_to(PROGRAM).as_posix()}:{change} [{len(tests)} tests]", flush=True)
        for folder, of in ends.items():
            print(f"{folder}: {of.total()} tried, {of['survived']} survived; {dict(of)}")


if __name__ == "__main__":
    main()
