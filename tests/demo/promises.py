"""What each project promised: from what it delivered, so that every rating is met."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from demo.writing import Cells, Repository

SHARES = ("0.9", "1.08", "1.35", "3.2", "0.97", "1.7")
"""Promised for each one delivered, in turn: kept, nearly kept, half kept, hardly begun."""
DUES = ("2025-03", "2025-03-31", "2025-01", "2024-12", "2030-12", "")
BOUNDS = ("", "", "at least", "", "about", "")
UNPROMISED = ("lm3", "gn4", "ws6", "po2")
"""Records and stocks, and a measure that was given up: no sum could be compared with a promise."""


def add_promises(repository: Repository) -> None:
    """Add the targets of every project with returns, then those that moved, that hold a part, or that are forecasts."""
    for number, (project, measure, unit, delivered) in enumerate(_delivered(repository)):
        turn = number % len(SHARES)
        _add(
            repository,
            f"{project}-{measure}",
            project=project,
            measure=measure,
            unit=unit,
            quantity=_round(delivered * Decimal(SHARES[turn])),
            bound=BOUNDS[turn],
            due=DUES[turn],
        )
        if DUES[turn].startswith("2025-03") or DUES[turn] == "2030-12":
            _phase(repository, f"{project}-{measure}")
    _moved(repository)


def _phase(repository: Repository, target: str) -> None:
    """Say how much of a promise is due on the way: two fifths by one day, seven tenths by another."""
    promised = Decimal(str(repository.tables["register", "targets"][-1]["quantity"]))
    for by, share in (("2024-03-31", "0.4"), ("2024-12-31", "0.7")):
        step = {
            "target": target,
            "by": by,
            "quantity": _round(promised * Decimal(share)),
            "source": "road-renewal-page",
        }
        repository.add("register", "target-profiles", **step)


def _delivered(repository: Repository) -> Iterator[tuple[str, str, str, Decimal]]:
    """What each project delivered of each measure in all its returns, the first four measures of each."""
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    superseded = {
        f"{place.rpartition('/')[0]}/{descriptor['supersedes']}"
        for place, (descriptor, _, _) in repository.returns.items()
        if "supersedes" in descriptor
    }
    for place, (descriptor, lines, _) in repository.returns.items():
        for line in lines if place not in superseded else ():
            if line["measure"] not in UNPROMISED and not line.get("part_of"):
                sums[descriptor["project"], str(line["measure"]), str(line["unit"])] += _number(line)
    seen: dict[str, int] = defaultdict(int)
    for (project, measure, unit), delivered in sums.items():
        seen[project] += 1
        if seen[project] <= 4:
            yield project, measure, unit, delivered


def _number(line: Mapping[str, object]) -> Decimal:
    text = str(line["quantity"])
    return Decimal(text) if text.replace(".", "").isdigit() else Decimal(0)


def _round(quantity: Decimal) -> str:
    """As people promise: two figures that count, as in 440, 9.3 and 25000000."""
    step = Decimal(1).scaleb(max(quantity.adjusted() - 1, -1))
    return f"{(quantity / step).quantize(Decimal(1)) * step:f}"


def _moved(repository: Repository) -> None:
    """Add a target that moved twice, one inside another, a forecast, and one of which nothing came."""
    bypass = {"project": "ashwater-bypass", "measure": "ws1", "unit": "weeks", "due": "2025-03"}
    _add(repository, "ashwater-bypass-weeks-first", quantity=900, stated_on="2021-06", **bypass)
    _add(
        repository,
        "ashwater-bypass-weeks-second",
        quantity=600,
        stated_on="2022-05",
        replaces="ashwater-bypass-weeks-first",
        note="Lowered when the road became shorter (invented).",
        **bypass,
    )
    for row in repository.tables["register", "targets"]:
        if row["target"] == "ashwater-bypass-ws1":
            row["replaces"] = "ashwater-bypass-weeks-second"
    part = {"project": "ivorport-quays", "measure": "ws1", "unit": "weeks", "area": "E06000901"}
    _add(repository, "ivorport-quays-weeks-phase-one", quantity=90, part_of="ivorport-quays-ws1", **part)
    homes = {"project": "ivorport-quays", "measure": "po1", "unit": "homes", "bound": "up to"}
    _add(repository, "ivorport-quays-homes", quantity=420, strength="forecast", due="2029", confidence="B", **homes)
    nothing = {"project": "quiet-lane", "measure": "gn1", "unit": "hours", "due": "2024-12"}
    _add(repository, "quiet-lane-hours", quantity=250, **nothing)


def _add(repository: Repository, target: str, **cells: object) -> None:
    standard: Cells = {
        "strength": "commitment",
        "stated_on": "2023-03",
        "words": "As promised when the contract was signed (invented).",
        "source": "road-renewal-page",
        "confidence": "A",
    }
    repository.add("register", "targets", **(standard | {"target": target} | cells))
