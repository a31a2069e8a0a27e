"""What every row of a table needs and a list doesn't say: asked once for all rows that lack it."""

from collections.abc import Mapping, MutableMapping, Sequence

from socialvalue.how_many import many
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.registering.known import KEYS, Known, Row
from socialvalue.intake.workbook import shown
from socialvalue.records import Source
from socialvalue.records.naming import name_meant

THIS_FILE, AS_BEFORE = "this-file", "as-before"
OFFERED = 6
"""How many sources are offered by name."""
NAMES = {"targets": ("project", "measure", "quantity", "unit"), "project-organisations": ("project", "organisation")}
"""What people call a row by where it has no name."""
NAMED, LETTERS = 4, 40
"""How many of the rows that a question is about are named, and how much of each name is shown."""
CERTAIN = {("sites", "stage"): "not known", ("projects", "confidence"): "A", ("targets", "confidence"): "A"}
CERTAIN |= {("sites", "confidence"): "A"}
"""What is taken with --yes: a file of one's own is read at first hand, and a stage that nobody says is not known."""
LINKED = ("project-organisations",)
PAID = ("projects", "sites")
"""The tables whose rows name a programme."""


def fill(
    new: MutableMapping[str, list[str]], known: Known, source: Source, answers: Answers, today: str, file: str
) -> None:
    """Fill the required cells of new rows, table by table; what stays open is among the answers' questions."""
    for table in (*KEYS, *LINKED):
        for row in [known.rows[table][key] for key in new.get(table, ())]:
            _by_itself(table, row, known)
        for column, field in _required(source, table).items():
            lacking = [known.rows[table][key] for key in new.get(table, ()) if not known.rows[table][key].get(column)]
            if not lacking:
                continue
            said = answers.to(_question(table, column, field, lacking, known))
            if column == "source" and said == THIS_FILE:
                said = _file_as_source(new, known, source, answers, today, file)
            elif column == "programme" and said:
                said = _programme(new, known, said)
            for row in lacking:
                row[column] = said


def sourced(
    table: str, rows: Sequence[Row], new: MutableMapping[str, list[str]], known: Known, source: Source,
    answers: Answers, today: str, file: str,
) -> str:  # fmt: skip
    """The source that rows have from now on of which a list changes a cell; "" where they keep their own."""
    there = known.called("sources", file.rpartition(".")[0] or file)
    count = sum(row.get("source", "") not in there for row in rows)
    if not count:
        return ""
    which = f"{many(count, 'row')} {'changes' if count == 1 else 'change'}"
    words = f"{which} in {table}.csv. Where do they come from now?"
    choices = [
        Choice(THIS_FILE, "this file, as a source of its own"),
        Choice(AS_BEFORE, "from the source that each names; its cells say what that source says"),
    ]
    said = answers.to(Question(f"{table}.source.changed", words, choices, THIS_FILE, of_rows=True))
    return _file_as_source(new, known, source, answers, today, file) if said == THIS_FILE else ""


def _by_itself(table: str, row: Row, known: Known) -> None:
    """What follows from the row itself."""
    if table == "areas":
        row.setdefault("short_name", row["name"])
        row.setdefault("slug", name_meant(row["name"]))
    if table == "programmes":
        paid = (each for table in PAID for each in known.rows.get(table, {}).values())
        named = (each.get("source", "") for each in paid if each.get("programme") == row["programme"])
        row.setdefault("source", next(filter(None, named), ""))
    if table == "project-organisations":
        row["source"] = row.get("source") or known.rows["projects"][row["project"]].get("source", "")


def _required(source: Source, table: str) -> Mapping[str, Mapping[str, object]]:
    fields = source.schemas[table]["fields"]
    return {
        each["name"]: each
        for each in fields
        if each.get("constraints", {}).get("required") and each["name"] != KEYS.get(table)
    }


def _question(table: str, column: str, field: Mapping[str, object], lacking: Sequence[Row], known: Known) -> Question:
    words = f"{column} of {called(table, lacking)}? {field.get('description', '')}"
    key = f"{table}.{column}"
    rules = field.get("constraints", {})
    default = CERTAIN.get((table, column), "")
    if isinstance(rules, Mapping) and "enum" in rules:
        choices = [Choice(str(each), str(each)) for each in rules["enum"]]
        return Question(key, words, choices, default, of_rows=True)
    if column == "source":
        there = list(known.rows.get("sources", {}).items())[:OFFERED]
        offered = [Choice(name, shown(row.get("title") or name)) for name, row in there]
        own = Choice(THIS_FILE, "this file, as a source of its own")
        return Question(
            key,
            words,
            [own, *offered],
            THIS_FILE,
            "the name of another source",
            lambda text: known.find("sources", text),
        )
    if column == "programme":
        there = list(known.rows.get("programmes", {}).items())
        offered = [Choice(name, row.get("name", name)) for name, row in there[:OFFERED]]
        return Question(key, words, offered, typed="the name of another, or of a new one", of_rows=True)
    return Question(key, words, typed="a sentence for all of them", of_rows=True)


def called(table: str, rows: Sequence[Row]) -> str:
    """How many new rows of a table a question is about, and the first few as people call them."""
    columns = NAMES.get(table, ("name",))
    names = [
        shown(" ".join(filter(None, (row.get(column, "") for column in columns))), LETTERS) for row in rows[:NAMED]
    ]
    more = f" and {len(rows) - NAMED:,} more" if len(rows) > NAMED else ""
    return f"{many(len(rows), 'new row')} of {table}.csv ({', '.join(names)}{more})"


def _programme(new: MutableMapping[str, list[str]], known: Known, name: str) -> str:
    """The key of a programme by its name; a new row where there is none."""
    if found := known.called("programmes", name):
        return found[0]
    key = known.free("programmes", name)
    known.put("programmes", key, {"programme": key, "name": name})
    new.setdefault("programmes", []).append(key)
    return key


def _file_as_source(
    new: MutableMapping[str, list[str]], known: Known, source: Source, answers: Answers, today: str, file: str
) -> str:
    """The key of the row of sources.csv that stands for the file; it is made where there is none."""
    title = file.rpartition(".")[0] or file
    if found := known.called("sources", title):
        return found[0]
    publisher = source.settings.publisher or answers.to(
        Question(
            "publisher", "Who made the file? It becomes a source of the register.", typed="the name of the authority"
        )
    )
    key = known.free("sources", title)
    row = {"source": key, "title": title, "publisher": publisher, "read_on": today, "hand": "first-hand"}
    known.put("sources", key, row)
    new.setdefault("sources", []).append(key)
    return key
