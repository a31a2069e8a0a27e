"""Judge whole columns: each different text of a column is looked at once, however many rows hold it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.cells import NotThat, parser
from socialvalue.records import Finding, Severity

EMPTY: Mapping[str, Any] = {"number": pd.NA, "integer": pd.NA, "boolean": False, "date": "", "string": ""}
DTYPES = {"number": "Int64", "integer": "Int64", "boolean": "bool", "date": "object", "string": "object"}


def typed(table: pd.DataFrame, schema: Mapping[str, Any]) -> tuple[pd.DataFrame, list[Finding]]:
    """The table with typed columns, and a finding for each cell that is not what its column asks for.

    A cell with a finding is left empty in the typed table; its return is held back, so it is never used.
    """
    findings: list[Finding] = []
    columns: dict[str, pd.Series] = {name: table[name] for name in ("file", "row", "owner")}
    for field in schema["fields"]:
        codes, texts = pd.factorize(table[field["name"]])
        values, complaints = _judge(texts, field)
        columns[field["name"]] = pd.Series([values[c] for c in codes], index=table.index, dtype=DTYPES[field["type"]])
        if complaints:
            findings.extend(_findings(table, field["name"], codes, texts, complaints))
    return pd.DataFrame(columns), findings


def _judge(texts: Any, field: Mapping[str, Any]) -> tuple[list[Any], dict[int, str]]:
    judge = parser(field)
    empty = EMPTY[field["type"]]
    required = field.get("constraints", {}).get("required", False)
    values: list[Any] = []
    complaints: dict[int, str] = {}
    for code, text in enumerate(texts):
        value = empty
        if text == "":
            if required:
                complaints[code] = "is empty and must not be. " + field["description"]
        else:
            try:
                value = judge(text)
            except NotThat as error:
                complaints[code] = str(error.args[0])
        values.append(value)
    return values, complaints


def _findings(
    table: pd.DataFrame, column: str, codes: Any, texts: Any, complaints: Mapping[int, str]
) -> Iterator[Finding]:
    bad = pd.Series(codes).isin(list(complaints)).to_numpy()
    for (file, row, owner), code in zip(
        table.loc[bad, ["file", "row", "owner"]].itertuples(index=False), codes[bad], strict=True
    ):
        text = texts[code]
        said = f'"{text}" ' if text else ""
        yield Finding(
            Severity.ERROR,
            "table-schema",
            f"{said}{complaints[code]}.".replace("..", "."),
            owner,
            file,
            int(row),
            column,
            text,
        )
