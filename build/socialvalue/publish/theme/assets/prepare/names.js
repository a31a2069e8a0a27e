/* What a rule can name: the cells of a row, and what follows from them, as in check/clauses/vocabulary.py. */
import { daysOf } from "./days.js";
import { keyMeant } from "./meant.js";
import { MILLION, typed } from "./numbers.js";
import { counts, summed } from "./series.js";
import { saysNone, saysSome } from "./titles.js";

/* `facts` has the lists of the page, the framework and the project of the return; `sent` its descriptor and tables. */
export function rowOf(table, cells, sent, facts) {
  const derived = { ...DERIVED[OF_LINES[table] ?? table], ...DERIVED[table] };
  return {
    column: (name) => (name in cells ? cells[name] : derived[name](cells, sent, facts)),
    list: (name) => LISTS[name](facts),
  };
}

const measured = (name, none = "") => (cells, sent, facts) => facts.framework.measures[cells.measure]?.[name] ?? none;
const counted = (name, none) => (cells, sent, facts) => facts.framework.units[cells.unit]?.[name] ?? none;
const ofReturn = (name) => (cells, sent) => sent.returned[name];
const whole = (number) => (number === null ? null : BigInt(number) * MILLION);
const shownBy = (cells, sent) => sent.evidence.find((row) => row.evidence === cells.evidence);

const wholeAt = ({ part_of: whole, unit }, sent) => sent.lines.findIndex(({ line, ...of }) => line !== null && typed(line) === whole && of.unit === unit);
const ofWhole = (name, none) => (cells, sent) => sent.lines[wholeAt(cells, sent)]?.[name] ?? none;

const LINES = {
  known: (cells, sent, facts) => cells.measure in facts.framework.measures,
  measure_name: measured("name"),
  measure_unit: measured("unit"),
  measure_needs_headcount: measured("needs_headcount", false),
  measure_needs_narrative: measured("needs_narrative", false),
  measure_sensitivity: measured("sensitivity"),
  measure_disadvantaged: measured("disadvantaged", false),
  measure_local: measured("local", false),
  measure_adds_up: measured("adds_up"),
  measure_replaced_by: measured("replaced_by"),
  measure_retired_on: measured("retired_on"),
  record_only: counted("record_only", false),
  decimals: (cells, sent, facts) => whole(counted("decimals", null)(cells, sent, facts)),
  project: ofReturn("project"),
  start: ofReturn("start"),
  end: ofReturn("end"),
  approximate: ofReturn("approximate"),
  framework: ofReturn("framework"),
  basis: ofReturn("basis"),
  submitter: ofReturn("organisation"),
  days: (cells, sent) => whole(daysOf(sent.returned.start, sent.returned.end)),
  least_people: (cells, sent, facts) => whole(facts.lists.least_people[measured("sensitivity")(cells, sent, facts)] ?? 0),
  public: (cells, sent, facts) => facts.lists.public,
  checked_by: (cells, sent) => shownBy(cells, sent)?.checked_by ?? "",
  evidence_there: (cells, sent) => shownBy(cells, sent) !== undefined,
  whole_quantity: ofWhole("quantity", null),
  whole_bound: ofWhole("bound", ""),
  whole_row: (cells, sent, facts) => {
    const at = wholeAt(cells, sent);
    return at < 0 ? null : whole(facts.rowNumber?.(at) ?? at + 2);
  },
  local_area: (cells, sent, facts) => cells.local_area_set || facts.project.local_area_set || "",
  area_name: (cells, sent, facts) => facts.lists.areas[cells.area]?.name ?? cells.area,
  ...meant("measure", "measure", (facts) => facts.framework.measures),
  ...meant("organisation", "organisation", (facts) => facts.lists.organisations),
  ...meant("area_set", "local_area_set", (facts) => facts.lists.area_sets),
};

/* What the project promised and delivered of a line's measure in all: see check/clauses/delivery.py. */
const STANDING = {
  promised: (cells, sent, facts) => sumOf(facts.targets.filter(({ measure }) => measure === cells.measure)),
  delivered: (cells, sent, facts) => sumOf([...told(cells, facts), ...ours(cells, sent, facts)]),
  newest: (cells, sent, facts) => {
    const { start, period } = sent.returned;
    const later = told(cells, facts).some((line) => line.start > start || (line.start === start && line.period > period));
    return !later && ours(cells, sent, facts).at(-1) === cells.itself;
  },
};
const told = ({ measure }, { history }) => history.filter((line) => line.flow && line.quantity > 0n && line.measure === measure);

const standingLines = new WeakMap(); // of each return the lines that count, by their measure

function ours({ measure }, sent, facts) {
  if (!standingLines.has(sent.lines)) {
    const found = new Map();
    for (const line of sent.lines)
      if (counts(line, sent.returned, facts)) found.set(line.measure, [...(found.get(line.measure) ?? []), line]);
    standingLines.set(sent.lines, found);
  }
  return standingLines.get(sent.lines).get(measure) ?? [];
}

const sumOf = (lines) => (lines.length ? summed(lines, "quantity") : null);

const RETURNS = {
  today: (cells, sent, facts) => facts.today,
  clock_is_slow: (cells, sent, facts) => facts.today < facts.lists.written,
  told: (cells) => cells.received_on || cells.compiled_on,
  end_as_told: (cells) => cells.end.slice(0, (cells.received_on || cells.compiled_on).length),
  contract_start: (cells, sent, facts) => facts.project.contract_start ?? "",
  contract_end: (cells, sent, facts) => facts.project.contract_end ?? "",
  has_attestations: (cells) => cells.attestations,
  ...meant("organisation", "organisation", (facts) => facts.lists.organisations),
  ...meant("project", "project", (facts) => facts.lists.projects),
};

const EVIDENCE = {
  says_none: ({ title }, sent, facts) => saysNone(title, facts.lists),
  says_some: ({ title }, sent, facts) => saysSome(title, facts.lists),
  ...meant("checked_by", "checked_by", (facts) => facts.lists.organisations),
};
export const OF_LINES = { standing: "lines", series: "lines" };
const DERIVED = { lines: LINES, standing: STANDING, returns: RETURNS, evidence: EVIDENCE };

const LISTS = {
  areas: (facts) => keys(facts.lists.areas).add(""),
  area_sets: (facts) => keys(facts.lists.area_sets).add(""),
  organisations: (facts) => keys(facts.lists.organisations).add(""),
  projects: (facts) => keys(facts.lists.projects),
  frameworks: (facts) => new Set(facts.lists.frameworks),
  local_areas: (facts) => {
    const sets = Object.entries(facts.lists.area_sets);
    return new Set(sets.flatMap(([set, { areas }]) => areas.map((area) => `${set}\t${area}`)));
  },
};

const keys = (known) => new Set(Object.keys(known));

/* The key that was meant by a name, and the sentence that says to write it; empty where nothing is called so. */
function meant(word, column, knownOf) {
  const crosswalk = (facts) => (word === "measure" ? facts.framework.crosswalk : {});
  const find = (cells, sent, facts) => keyMeant(cells[column], knownOf(facts), crosswalk(facts));
  return {
    [`${word}_meant`]: find,
    [`write_${word}`]: (cells, sent, facts) => {
      const key = find(cells, sent, facts);
      const name = knownOf(facts)[key]?.name ?? key;
      return key && (name === key ? `Write ${key}.` : `Write ${key} (${name}).`);
    },
  };
}
