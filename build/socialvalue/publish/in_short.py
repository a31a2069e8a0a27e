"""The three questions that a reader asks first about a project, each with a figure and a sentence."""

from socialvalue.publish import words
from socialvalue.publish.delivered import by_measure, promises
from socialvalue.publish.kinds import by_kind
from socialvalue.publish.site import Row, Site
from socialvalue.publish.terms import KIND
from socialvalue.records import MILLION

Answer = dict[str, str]
PEOPLE_FIRST = {"headcount": 0, "jobs": 1, "gbp": 3, "percent": 4}


def in_short(site: Site, project: str) -> list[Answer]:
    """Did it keep its promises (or what came of it), what is it worth, how sure are we. Empty without a line."""
    lines = site.rows("lines", "project", project)
    promised = promises(site, project)
    if not lines:
        return [_awaited(site, promised)] if promised else []
    first = _kept(promised) if promised else _came(site, by_measure(site, project))
    return [first, _worth(site, project), _sure(lines)]


def _awaited(site: Site, promised: list[Row]) -> Answer:
    number = len(promised)
    return _answer(
        "Did they keep their promises?",
        "Not known",
        "",
        f"{words.capital(words.several(number, 'promise'))} {'is' if number == 1 else 'are'} public. What came of "
        f"{'it' if number == 1 else 'them'} has not been published.",
    )


def _kept(promised: list[Row]) -> Answer:
    met, whole = [row for row in promised if row["met"]], len(promised)
    hidden = [row for row in promised if not row["met"] and row["suppressed"]]
    short = [row for row in promised if not row["met"] and row["delivered"] is not None and row not in hidden]
    silent = [row for row in promised if row["delivered"] is None and row not in hidden]
    said = []
    if short:
        said.append(f"Not met when last reported on: {_names(short)}.")
    if silent:
        said.append(f"Nothing was published on {_names(silent)}.")
    if hidden:
        said.append(f"Partly hidden, because few people stand behind it: {_names(hidden)}.")
    return _answer(
        "Did they keep their promises?",
        f"{len(met)} of {whole}",
        "met",
        " ".join(said) or "On what was published, every promise was met.",
    )


def _came(site: Site, delivered: list[Row]) -> Answer:
    if not delivered:
        said = "Its figures are inside others, so they are not counted again. Each line says which."
        return _answer("What came of it?", "Counted elsewhere", "", said)
    first = min(delivered, key=_first)
    unit = site.one("units", first["unit"])
    if first["unit"] == "gbp":
        number, small = words.pounds_short(first["delivered"] * 100 // MILLION), ""
    else:
        number, _, small = words.quantity(first["delivered"], unit).partition(" ")
    bound = {"at least": "or more", "up to": "at most", "about": "or so"}.get(first["delivered_bound"], "")
    rest = len(delivered) - 1
    also = f" And {words.several(rest, 'other figure')} below." if rest else ""
    return _answer("What came of it?", number, f"{small} {bound}".strip(), words.sentence(first["name"]) + also)


def _first(row: Row) -> tuple[int, int]:
    """People before jobs, then other counts, money, and shares last; the largest of each first."""
    return PEOPLE_FIRST.get(row["unit"], 2), -row["delivered"]


def _worth(site: Site, project: str) -> Answer:
    kinds = [row for row in by_kind(site, "project", project) if row["net"]]
    if not kinds:
        return _answer(
            "What is it worth?",
            "Counted",
            "not valued",
            "We have no open £ value for what was delivered here. That doesn’t mean it is worth nothing.",
        )
    top = max(kinds, key=lambda row: int(row["net"]))
    others = [f"{_money(row)} {KIND[row['kind']].name.lower()}" for row in kinds if row is not top]
    apart = f" Apart from that: {words.listing(others)}. They are never added up." if others else ""
    counted = sum(1 for row in by_measure(site, project) if row["hue"] == "count")
    uncounted = f" {words.capital(words.several(counted, 'more measure'))} counted, with no £." if counted else ""
    return _answer(
        "What is it worth?",
        words.pounds_short(top["net"]),
        "or more" if top["bound"] == "at least" else top["bound"],
        f"of {KIND[top['kind']].name.lower()} value.{apart}{uncounted}",
    )


def _sure(lines: list[Row]) -> Answer:
    shown = sum(1 for line in lines if line["status"] != "self-reported")
    whole = len(lines)
    if not shown:
        lines_said = f"{words.several(whole, 'line')}, {'each ' if whole > 1 else ''}"
        said = f"{words.capital(lines_said)}on the word of those who did the work."
        return _answer("How sure are we?", "Not checked", "", said)
    figure = "All" if shown == whole else words.percent(shown, whole)
    return _answer(
        "How sure are we?",
        figure,
        "checked on paper",
        f"{shown} of {words.several(whole, 'line')} {'rests' if shown == 1 else 'rest'} on a document or an "
        f"independent check. {words.capital(str(whole - shown or 'none'))} rest on the word of those who did the work.",
    )


def _names(rows: list[Row]) -> str:
    return words.listing([row["name"][:1].lower() + row["name"][1:] for row in rows])


def _money(row: Row) -> str:
    return words.bounded(words.pounds_short(row["net"]), row["bound"])


def _answer(question: str, answer: str, small: str, said: str) -> Answer:
    return {"question": question, "answer": answer, "small": small, "words": said}
