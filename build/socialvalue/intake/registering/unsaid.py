"""What lists of projects rarely say and a first return needs: the framework, its edition, and who runs the project.

Where there is one framework of one edition, that is it; what nobody can tell is asked, and may stay empty.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from socialvalue.domain.editions import named
from socialvalue.how_many import many
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.registering.defaults import called
from socialvalue.intake.registering.found import Found
from socialvalue.intake.registering.known import Known, Row
from socialvalue.intake.words import EMPTY
from socialvalue.records import Source

PUBLISHER = "publisher"
LEFT_EMPTY = Choice(EMPTY, "not known: leave it empty")


@dataclass
class Unsaid:
    """Fills what new rows of projects lack; what it filled in without asking is among the remarks."""

    found: Found
    known: Known
    source: Source
    answers: Answers

    def fill(self) -> None:
        """Fill the framework, the edition and the promoter of the new projects."""
        projects = [self.known.rows["projects"][key] for key in self.found.new.get("projects", ())]
        self._framework([row for row in projects if not row.get("framework")])
        by_framework: defaultdict[str, list[Row]] = defaultdict(list)
        for row in projects:
            if row.get("framework") in self.source.frameworks and not row.get("edition"):
                by_framework[row["framework"]].append(row)
        for framework, lacking in by_framework.items():
            key, one = f"projects.edition:{framework}", f"of {framework} there is no other"
            self._one_of(key, "edition", self._editions(framework), lacking, one)
        if lacking := [row for row in projects if not row.get("promoter")]:
            self._promoter(lacking)

    def _framework(self, lacking: Sequence[Row]) -> None:
        self._one_of("projects.framework", "framework", sorted(self.source.frameworks), lacking, "there is no other")

    def _editions(self, framework: str) -> list[str]:
        """The editions of a framework: the one that its package names, and those that its rows are of."""
        now = str(self.source.frameworks[framework].get("version", ""))
        return sorted({now, *named(self.source.tables, framework)} - {""})

    def _one_of(self, key: str, column: str, names: Sequence[str], lacking: Sequence[Row], one: str) -> None:
        """Fill a column with the only name that there is, or as answered."""
        if not names or not lacking:
            return
        said, new = names[0], many(len(lacking), "new row")
        if len(names) > 1:
            choices = [*(Choice(name, name) for name in names), LEFT_EMPTY]
            words = f"{column} of {called('projects', lacking)}?"
            said = self.answers.to(Question(key, words, choices, EMPTY, of_rows=True))
        else:
            self.found.remarks.append(f"projects.csv: {column} {said} in {new}: {one}.")
        for row in lacking if said != EMPTY else ():
            row[column] = said

    def _promoter(self, lacking: Sequence[Row]) -> None:
        """Fill in who runs the projects, and a row of organisations.csv where it has none."""
        publisher = self.source.settings.publisher
        choices = [*([Choice(PUBLISHER, f"{publisher}, which publishes this site")] if publisher else []), LEFT_EMPTY]
        words = f"promoter of {called('projects', lacking)}? The public body or partner that runs them."
        question = Question("projects.promoter", words, choices, EMPTY, "the name of another", of_rows=True)
        said = self.answers.to(question)
        if said in ("", EMPTY):
            return
        name = publisher if said == PUBLISHER else said
        if not (key := self.known.find("organisations", name)):
            key = self.known.free("organisations", name)
            self.known.put("organisations", key, {"organisation": key, "name": name})
            self.found.new.setdefault("organisations", []).append(key)
        for row in lacking:
            row["promoter"] = key
