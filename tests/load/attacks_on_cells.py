"""Each payload in each kind of column, and characters that cannot be seen."""

from collections.abc import Iterator

from hostile.payloads import ADDRESSES, HIDDEN, PAYLOADS
from load.ways_to_attack import FILES, Attack, cell, writing

TEXT = {"lines.csv": ("local_definition", "derivation", "public_note"), "evidence.csv": ("title", "note")}
"""Columns that hold words as they are: there a payload is harmless, and passes."""


CELLS = {
    "lines.csv": {
        **dict.fromkeys(("line", "headcount"), "whole-number"),
        **dict.fromkeys(("measure", "unit", "area", "local_area_set", "organisation", "evidence"), "well-formed"),
        "quantity": "plain-number",
        "part_of": "well-formed",
        **dict.fromkeys(("bound", "tier", "status", "confidence"), "one-of-the-words"),
    },
    "evidence.csv": {
        **dict.fromkeys(("evidence", "dated", "source", "link", "sha256", "checked_by"), "well-formed"),
        "kind": "one-of-the-words",
        "checked_on": "real-day",
    },
}


NUMBERS = (
    "1e400",
    "NaN",
    "Infinity",
    "-inf",
    "9" * 400,
    "１２３",
    "١٢٣",
    "1_000",
    "0x10",
    "(5)",
    "−5",
    "12%",
    "£5",
    "1,0",
)


DAYS = ("45382", "01/04/2024", "2024-02-30", "２０２４-01-01", "2024-1-1", "31 March 2024", "20240331", "9" * 20)


NAMES = (
    "nórth",
    "nоrth",
    "ｎorth",
    "no\u0301rth",
    "a\u200db",
    "A",
    "a--b",
    "-a",
    "../a",
    "a/b",
    "a.csv",
    "a" * 61,
    "con ",
)


OF_KIND = {"plain-number": NUMBERS, "whole-number": (*NUMBERS, "2.5"), "real-day": DAYS, "well-formed": NAMES}


OTHER_RULES = {("well-formed", "a" * 61): "too-long", ("well-formed", "con "): "space-around"}


LENGTHLESS = ("unit", "area", "part_of", "dated", "link", "sha256")
"""Columns whose form leaves no room for a long name."""


def cells() -> Iterator[Attack]:
    """Each payload in each kind of column."""
    for file, columns in CELLS.items():
        for column, rule in columns.items():
            for payload in (
                "<script>window.ran=1</script>",
                "=HYPERLINK(1)",
                "::error::x",
                "{{ 7*7 }}",
                "%0A::error::x",
            ):
                yield cell(file, column, payload, rule)
            for payload in OF_KIND.get(rule, ()):
                long = payload == "a" * 61 and column in LENGTHLESS
                answer = rule if long else OTHER_RULES.get((rule, payload), rule)
                if not (long and column == "unit"):
                    yield cell(file, column, payload, answer)
            yield cell(file, column, "x" * 10_001, "long-cell")
    for file, names in TEXT.items():
        for column in names:
            yield from (cell(file, column, payload, "") for payload in PAYLOADS)
            yield cell(file, column, "x" * 2_001, "too-long")
            yield cell(file, column, " x", "space-around")
    for address in (text for text in ADDRESSES[:-2] if text.isprintable()):
        rule = (
            "hidden-character" if "\t" in address else "well-formed" if address == address.strip() else "space-around"
        )
        yield cell("evidence.csv", "link", address, rule)


def hidden() -> Iterator[Attack]:
    """Characters that cannot be seen, in each file."""
    points = (0, 1, 7, 8, 0xB, 0xC, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029)
    points += (0x202A, 0x202B, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0041)
    texts = [chr(point) for point in points] + [text for text in HIDDEN if "\t" not in text]
    for text in texts:
        for file, old in (("lines.csv", b"within"), ("evidence.csv", b"Audit"), ("datapackage.json", b"(invented)")):
            content = FILES[file].replace(old, text.encode().replace(b'"', b"") + old, 1)
            yield Attack(f"{file}: {text!a}", writing(file, content), "hidden-character")
