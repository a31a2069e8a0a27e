"""Warnings that were looked at and accepted, as register/accepted-warnings.csv says."""

import pandas as pd

from socialvalue.records import Source


class Accepted:
    """The reasons for accepted warnings, by rule and place."""

    def __init__(self, source: Source) -> None:
        self._reasons: dict[tuple[str, str], str] = {}
        self._tables = source.tables
        self._schemas = source.schemas
        self._keys: dict[str, dict[int, str]] = {}
        table = source.tables["accepted-warnings"]
        for rule, where, reason in zip(table["rule"], table["where"], table["reason"], strict=True):
            self._reasons[rule, where] = reason
        self._rules = set(table["rule"])

    def reason(self, rule: str, owner: str, file: str, row: int | None) -> str:
        """Why a warning stands as it is; empty where nobody accepted it."""
        if rule not in self._rules:
            return ""
        places = [f"{file.rpartition('/')[2]}#{self._key(file, row)}"] if row else []
        if owner:
            places += [owner, f"{owner}#{self._key(file, row)}"]
        for place in places:
            if (rule, place) in self._reasons:
                return self._reasons[rule, place]
        return ""

    def _key(self, file: str, row: int | None) -> str:
        """The key of a row of a file: its line, its target, its project ..."""
        if row is None:
            return ""
        if file not in self._keys:
            self._keys[file] = self._keys_of(file)
        return self._keys[file].get(row, "")

    def _keys_of(self, file: str) -> dict[int, str]:
        name = file.rpartition("/")[2].removesuffix(".csv")
        if name not in self._tables or not self._schemas[name].get("primaryKey"):
            return {}
        table: pd.DataFrame = self._tables[name]
        table = table[table["file"] == file]
        keys = table[self._schemas[name]["primaryKey"]].agg("/".join, axis=1)
        return dict(zip(table["row"], keys, strict=True))
