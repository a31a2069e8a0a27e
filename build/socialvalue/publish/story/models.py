"""What was delivered, arranged by the national models: which measure counts something of which part of which model."""

from collections.abc import Iterator
from re import split
from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.answering import twice
from socialvalue.publish.story.counted import Count, counted
from socialvalue.publish.story.model_editions import edition_of
from socialvalue.records.table_rows import Measure, Model, ModelPart, Project
from socialvalue.records.typed_rows import LineRow


class Matched(NamedTuple):
    """A measure of a framework beside a part of a model. `match` is one of close, related, narrower, wider, whole."""

    measure: Measure
    match: str
    note: str


class Part(NamedTuple):
    """A part of a model with the measures that count something of it, and what these have counted."""

    part: str
    level: str
    words: str
    note: str
    address: str
    second_hand: bool
    matched: list[Matched]
    counts: list[Count]
    code: str
    """What addresses call it: model.part."""
    twice: str
    """That some may count twice, where that is so."""
    lines: int
    uncounted: bool
    """Whether no measure counts it, nor a part that it holds or that holds it."""
    inner: bool
    """Whether it lies in another part."""


def parts_of(site: Site, model: Model) -> list[Part]:
    """The parts of a model in its own order; made once for each model."""
    return site.once(f"model {model['model']}", lambda: list(_parts(site, model)))


def codes_of_measures(site: Site) -> dict[tuple[str, str], list[str]]:
    """The parts of all models that each measure (framework, measure) counts something of, as model.part."""
    return site.once("codes of measures", lambda: _codes(site))


def _codes(site: Site) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for model in site.models():
        for part in parts_of(site, model):
            for each in part.matched:
                found.setdefault((each.measure["owner"], each.measure["measure"]), []).append(part.code)
    return found


def parts_with(site: Site, measure: Row) -> list[tuple[Model, Part]]:
    """The parts of models, each with its model, that a measure was matched with by our own reading."""
    codes = codes_of_measures(site).get((measure["owner"], measure["measure"]), [])
    return [
        (model, part) for model in site.models("by", "matches") for part in parts_of(site, model) if part.code in codes
    ]


def projects_under(site: Site, model: str, asked: bool) -> list[Project]:
    """The projects with a procurement that began on a day of this edition of the Social Value Model.

    Those that it asks for, or else those of which it asks nothing or nobody knows: what they are worth is below its
    threshold, or not known. A project with one of each is `asked`.
    """
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for row in site.rows("procurements"):
        choice = edition_of(row["began"], row["value_gbp"], editions(site))
        if choice.model == model:
            found[choice.reason is None].add(row["project"])
    keys = found[True] if asked else found[False] - found[True]
    return [row for row in site.projects() if row["project"] in keys]


class Edition(NamedTuple):
    """An edition of the Social Value Model, as model_editions.py asks for it."""

    model: str
    begins: str
    from_gbp: int | None


def editions(site: Site) -> list[Edition]:
    """The editions of the Social Value Model, the newest first."""
    found = [Edition(row["model"], row["begins"], row["from_gbp"]) for row in site.models() if row["begins"]]
    return sorted(found, key=lambda edition: edition.begins, reverse=True)


def _parts(site: Site, model: Model) -> Iterator[Part]:
    rows = sorted(site.model_parts(model["model"]), key=lambda row: row["place"])
    rows = rows if model["by"] != "crosswalk" else list(_references(site, model))
    found = {row["part"]: sorted(_matched(site, model, row["part"]), key=_by_name) for row in rows}
    holding = {row["within"] for row in rows}
    for row in rows:
        matched = found[row["part"]]
        counts = [count for each in matched for count in _counts(site, each.measure)]
        yield Part(
            part=row["part"],
            level=row["level"],
            words=row["words"],
            note=row["note"],
            address=row["address"],
            second_hand=row["confidence"] == "B",
            matched=matched,
            counts=counts,
            code=f"{model['model']}.{row['part']}",
            twice=twice(site, [_added(each) for each in counts if each.quantity is not None]),
            lines=len(_lines(site, matched)),
            uncounted=not (matched or row["part"] in holding or found.get(row["within"])),
            inner=bool(row["within"]),
        )


def _lines(site: Site, matched: list[Matched]) -> list[LineRow]:
    """The lines that count any of these measures, each by the measure of its own framework."""
    wanted = {(each.measure["owner"], each.measure["measure"]) for each in matched}
    return [line for line in site.lines() if (line["framework"], line["measure"]) in wanted]


def _references(site: Site, model: Model) -> Iterator[ModelPart]:
    """The references of its system that the crosswalk names, in the order of their numbers. They have no words here."""
    names = {row["reference"] for row in site.rows("crosswalk") if row["system"] == model["system"]}
    ordered = sorted(names, key=lambda name: [(len(each), each) for each in split(r"(\d+)", name)])
    for place, name in enumerate(ordered):
        yield {
            "file": "",
            "row": 0,
            "owner": "",
            "model": model["model"],
            "part": name,
            "level": "reference",
            "within": "",
            "words": "",
            "place": place,
            "address": "",
            "confidence": "B",
            "note": "",
        }


def _matched(site: Site, model: Model, part: str) -> Iterator[Matched]:
    wanted = {"matches": ("model-matches", "model", "part", model["model"])}
    table, named, at, name = wanted.get(model["by"], ("crosswalk", "system", "reference", model["system"]))
    for measure in site.measures():
        if model["by"] == "themes":
            if measure["theme"] == part:
                yield Matched(measure, "whole", "")
            continue
        for row in site.of(table, measure, "measure", measure["measure"]):
            if (row[named], row[at]) == (name, part):
                yield Matched(measure, row["match"], row["note"])


def _by_name(matched: Matched) -> tuple[str, str, str]:
    """From A to Z, wherever the rows stand."""
    return matched.measure["name"].casefold(), matched.measure["owner"], matched.measure["measure"]


def _counts(site: Site, measure: Measure) -> list[Count]:
    """What the lines of the measure count under its own framework."""
    return [each for each in counted(site, "measure", measure["measure"]) if each.measure["owner"] == measure["owner"]]


def _added(count: Count) -> Row:
    """What decides whether some may count twice."""
    return {"unit": count.measure["unit"], "framework": count.measure["owner"], "projects": count.projects}
