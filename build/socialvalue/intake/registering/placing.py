"""Put the rows of lists into their table: into the rows that they are about, or as new ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from socialvalue.intake.entry import LeftOut
from socialvalue.intake.questions import Choice, Question
from socialvalue.intake.registering.found import Found
from socialvalue.intake.registering.known import KEYS, Known, Row
from socialvalue.intake.registering.matching import TELLS, Above, Matching, differing
from socialvalue.intake.registering.moved import Moves
from socialvalue.intake.registering.proposal import Proposal
from socialvalue.intake.registering.reading import Reader
from socialvalue.intake.workbook import shown


@dataclass
class Placing:
    """Places the rows of one table. `matching` knows the rows that stood."""

    found: Found
    matching: Matching
    reader: Reader

    def take(self, proposals: Sequence[Proposal]) -> None:
        """Put rows of a list into their table: into the rows that they are about, or as new ones."""
        above = Above(self.matching)
        moves = Moves(self.found, self.matching.known, self.matching.answers, self.matching.standing)
        for proposal, key in self.matching.keys(proposals):
            as_read = replace(proposal, cells=dict(proposal.cells))
            given = self._decided(proposal, key, above) or _fresh(proposal, self.matching.known)
            above.add(as_read, given)
            _put(self.found, self.matching.known, proposal, given)
            moves.note(given, proposal)
        moves.decide()

    def _decided(self, proposal: Proposal, key: str, above: Above) -> str:
        """The key of the row that a row is about, beside those that stand above it in the lists; "" for a new one."""
        twice = key if key in above.keys else ""
        if key and not twice and self.matching.table == "targets":
            key = self._promise(proposal, key)
        twice = twice or ("" if key else above.alike(proposal))
        if twice:
            return twice if self._one(proposal, twice) else ""
        return key

    def _one(self, proposal: Proposal, key: str) -> bool:
        """Whether a second row of a name is the same thing: asked where they differ, and of promises."""
        there = self.matching.row(key)
        differ = differing(self.matching.said(proposal), there)
        if differ or self.matching.table == "targets":
            how = f"with another {' and '.join(differ)}" if differ else "and says the same"
            words = f"{shown(there.get('name', key))} stands in the list twice, {how}."
            choices = [Choice("one", "the same: the first row holds"), Choice("two", "two of one name")]
            if not differ:
                choices = [Choice("one", "one promise, listed twice"), Choice("two", "two promises of the same")]
            said = self.matching.answers.to(Question(f"twice:{key}", words, choices))
            self.reader.waiting.setdefault(f"twice:{key}", []).append(_at(proposal))
            if said == "two":
                return False
        proposal.cells = {name: text for name, text in proposal.cells.items() if not there.get(name)}
        self.reader.noted.left_out.append(
            LeftOut(*_at(proposal), "", f"{key} stands above already: one row is made of both")
        )
        return True

    def _promise(self, proposal: Proposal, key: str) -> str:
        """The promise that a row is about. Where it says otherwise, somebody has to say what happened."""
        row, said = self.matching.standing[key], self.matching.said(proposal)
        differ = [name for name in differing(said, row) if name in ("quantity", "bound", *TELLS["targets"])]
        if not differ:
            return key
        was, now = (", ".join(f"{name} {shown(each[name]) or 'empty'}" for name in differ) for each in (row, said))
        choices = [
            Choice("moved", "the promise moved: a new row, and the old one stays"),
            Choice("copied", "the register was wrong: its cell is changed"),
            Choice("another", "it is another promise beside it"),
        ]
        words = f"{key} says {was}, and the list says {now}. What happened?"
        answer = self.matching.answers.to(Question(f"promise:{key}", words, choices))
        if answer == "moved":
            proposal.cells["replaces"] = key
        if answer == "copied":
            proposal.cells |= {name: said[name] for name in differ}
        return key if answer == "copied" else ""


CONTRACTOR: Mapping[str, str] = {"role": "contractor"}


def _at(proposal: Proposal) -> tuple[str, tuple[int, int]]:
    return proposal.at[0], (proposal.at[1], 1)


def _fresh(proposal: Proposal, known: Known) -> str:
    """The key of a new row: the one that the list gives, or one that is made of its name."""
    table, cells = proposal.table, proposal.cells
    own = cells.get(KEYS[table], "")
    if own and own not in known.rows.get(table, {}):
        return own
    return known.free(table, own or cells.get("name") or f"{cells['project']}-{cells['measure']}")


def _put(found: Found, known: Known, proposal: Proposal, key: str) -> None:
    """Write what a row says into the row of its key."""
    table = proposal.table
    there = known.rows.get(table, {}).get(key)
    if there is None:
        found.new.setdefault(table, []).append(key)
    known.put(table, key, {**(there or {}), **proposal.cells, KEYS[table]: key})
    for column, cell in proposal.places.items():
        found.origins.setdefault((table, key, column), (proposal.at[0], cell))
    found.origins.setdefault((table, key, ""), (proposal.at[0], (proposal.at[1], 1)))
    for link, column, more in (("project-areas", "area", {}), ("project-organisations", "contractor", CONTRACTOR)):
        for named in proposal.linked.get(column, ()):
            _link(found, known, link, {"project": key, "area" if not more else "organisation": named, **more})


def _link(found: Found, known: Known, table: str, row: Row) -> None:
    there = known.rows.get(table, {}).values()
    if not any(all(each.get(column) == text for column, text in row.items()) for each in there):
        key = "/".join(row.values())
        known.put(table, key, row)
        found.new.setdefault(table, []).append(key)
