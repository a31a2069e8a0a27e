"""Every £ again, from the downloads alone and by the rules of the method page: no code of the program is used."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

Row = dict[str, str]
ORDER = ("deadweight", "displacement", "leakage", "substitution", "attribution", "drop-off")
SCOPES = {"framework": "", "measure": "measure", "programme": "programme", "project": "project", "line": "key"}
DISCOUNT = Fraction(35, 1000)


def pounds(pence: Fraction) -> str:
    """Rounded to the penny; a half goes up."""
    whole = (2 * pence.numerator + pence.denominator) // (2 * pence.denominator)
    return f"{whole // 100}.{whole % 100:02}"


class Recomputed:
    """What a reader works out who has the files and the method page. `tables` are the downloads by name."""

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        self.tables = tables
        (self.real_year,) = {row["real_year"] for row in tables["values"]}
        (vintage,) = {row["deflator_vintage"] for row in tables["values"]}
        deflators = (row for row in tables["deflators"] if row["vintage"] == vintage)
        self.index = {row["financial_year"]: Fraction(row["index"]) for row in deflators}
        self.measures = {(row["framework"], row["measure"]): row for row in tables["measures"]}
        self.subjects = {row["key"]: row for row in self._subjects()}
        self.valued = self._within_first_year()

    def values(self) -> dict[tuple[str, str], Row]:
        """gross, deducted, net, real, low and high of each line or promise and unit value, as they are written."""
        found: dict[tuple[str, str], tuple[Row, Row]] = {}
        slots: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for key, row in self.subjects.items():
            if self.valued[key] or not Fraction(row["quantity"]):
                for slot, unit_value in self._unit_values(row).items():
                    found[key, unit_value["unit_value"]] = row, unit_value
                    slots[key].add(slot)
        return {
            name: self._worth(row, unit_value)
            for name, (row, unit_value) in found.items()
            if (unit_value["kind"], unit_value["counts_in"]) not in slots[row["part_of"]]
        }

    def _subjects(self) -> Iterator[Row]:
        editions = {row["return"]: row["edition"] for row in self.tables["returns"]}
        signed = {row["project"]: row["edition"] for row in self.tables["projects"]}
        for line in self.tables["lines"]:
            if line["marker"] != "c":
                yield {**line, "edition": editions[line["return"]]}
        for value in self.tables["targets"]:
            day = _last_day(value["due"] or value["stated_on"])
            year = f"{int(day[:4]) - (day[5:7] < '04')}"
            year = f"{year}-{(int(year) + 1) % 100:02}"
            yield {
                **value,
                "edition": signed[value["project"]],
                "end": day,
                "year": year,
                "headcount": "",
                "return": "",
            }

    def _within_first_year(self) -> dict[str, Fraction]:
        valued = {key: Fraction(row["quantity"]) for key, row in self.subjects.items()}
        same: defaultdict[Any, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self.subjects.values():
            measure = self.measures[row["framework"], row["measure"]]
            if measure["disadvantaged"] == "yes" and row["unit"] == "fte_years" and row["headcount"]:
                same[row["project"], row["framework"], row["measure"]][row["end"]].append(row)
        for periods in same.values():
            before, left = 0, Fraction(0)
            for _, mine in sorted(periods.items()):
                people = sum(int(row["headcount"]) for row in mine)
                left += max(people - before, 0)
                before = people
                for row in mine:
                    valued[row["key"]] = min(valued[row["key"]], left)
                    left -= valued[row["key"]]
        return valued

    def _unit_values(self, row: Row) -> dict[tuple[str, str], Row]:
        best: dict[tuple[str, str], tuple[tuple[bool, bool, str], Row]] = {}
        for value in self.tables["unit-values"]:
            fits = (value["framework"], value["measure"]) == (row["framework"], row["measure"])
            fits &= value["edition"] in ("", row["edition"]) and value["area"] in ("", row["place"])
            fits &= row["year"] in self.index
            if fits and value["valid_from"] <= row["end"] <= (value["valid_to"] or "9999"):
                slot = value["kind"], value["counts_in"]
                rank = bool(value["edition"]), bool(value["area"]), value["valid_from"]
                if slot not in best or rank > best[slot][0]:
                    best[slot] = rank, value
        return {slot: value for slot, (_, value) in best.items()}

    def _worth(self, row: Row, value: Row) -> Row:
        years, price_year = int(value["benefit_years"] or 1), value["price_year"]
        if "-" not in price_year and value["uprate"] == "yes":
            price_year = f"{price_year}-{(int(price_year) + 1) % 100:02}"
        prices = self.index[row["year"]] / self.index[price_year] if value["uprate"] == "yes" else 1
        pence = 100 * self.valued[row["key"]] * prices
        gross, net = Fraction(value["value_gbp"]) * pence * years, self._left(row, value, years)
        written = {name: pounds(amount) for name, amount in (("gross", gross), ("net", gross * net / years))}
        written["real"] = pounds(gross * net / years * self.index[self.real_year] / self.index[row["year"]])
        written["deducted"] = pounds(100 * (Fraction(written["gross"]) - Fraction(written["net"])))
        for end in ("low", "high"):
            given = value[f"{end}_gbp"]
            written[end] = pounds(Fraction(given) * pence * net) if given else ""
        return written

    def _left(self, row: Row, value: Row, years: int) -> Fraction:
        """What is left after all deductions, in years of benefit."""
        share, kept = Fraction(1), Fraction(1)
        for effect in ORDER:
            rate = self._rate(row, value, effect)
            if effect == "drop-off" and years > 1:
                kept = 1 - rate
            else:
                share *= 1 - rate
        later = kept / (1 + DISCOUNT) if years > 1 else kept
        return share * sum(later**year for year in range(years))

    def _rate(self, row: Row, value: Row, effect: str) -> Fraction:
        fitting = [
            ((list(SCOPES).index(rate["scope"]), bool(rate["kind"]), bool(rate["edition"])), Fraction(rate["rate"]))
            for rate in self.tables["adjustments"]
            if (rate["framework"], rate["effect"]) == (row["framework"], effect)
            and rate["kind"] in ("", value["kind"])
            and rate["edition"] in ("", row["edition"])
            and rate["applies_to"] == (row[SCOPES[rate["scope"]]] if SCOPES[rate["scope"]] else "")
        ]
        already = effect in (name.strip() for name in value["net_of"].split(";"))
        return Fraction(0) if already or not fitting else max(fitting)[1]


def _last_day(when: str) -> str:
    """Of a year, a month or a day."""
    if len(when) == 7:
        return f"{when}-{monthrange(int(when[:4]), int(when[5:]))[1]}"
    return f"{when}-12-31" if len(when) == 4 else when
