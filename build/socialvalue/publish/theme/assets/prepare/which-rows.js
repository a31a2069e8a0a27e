/* Which rows of a table belong to the return that was chosen: none that names another project, or other days. */
import { isSoFar, wordsOf } from "./headings.js";
import { exactly, keyMeant } from "./meant.js";
import { spansOf } from "./periods.js";
import { speaksOfFigure } from "./said-of-all.js";
import { columnsThatPart } from "./yes-and-no.js";

const NOTES = ["public_note", "derivation"];
const KINDS = { project: ["project"], period: ["period", "start", "end"] };

/* {skip, others, open}: the places of the rows that are not taken; by kind, the names of other projects and days with
   how many rows have each; and by kind the names that only the sender knows, with `ticked` those that are ours. */
export function rowsOfTheReturn({ headings = [], columns, below, parted = new Map() }, returned, facts, ticked) {
  const { lists } = facts;
  const found = { skip: new Set(), others: new Map(), open: { project: new Map(), period: new Map(), said: new Map() } };
  const { sections = {} } = lists;
  const others = (heading) => isSoFar(heading, sections.so_far) || wordsOf(heading).some((word) => sections.not_done?.includes(word));
  const parting = columnsThatPart(headings, columns, below.filter((cells, at) => !parted.has(at)), sections, others);
  const text = (cells, name) => (name in columns ? (cells[columns[name]] ?? "").trim() : "");
  const asked = (over) => Object.keys(KINDS).filter((kind) => over[kind] || given.includes(kind));
  const given = Object.keys(KINDS).filter((kind) => KINDS[kind].some((name) => below.some((cells) => text(cells, name) !== "")));
  let over = {}; // what stood alone in a row above: another project, other days
  below.forEach((cells, at) => {
    const alone = aboveOthers(cells, columns, lists);
    over = alone ?? over;
    if (alone || !text(cells, "measure") || parted.has(at)) return;
    for (const kind of asked(over)) {
      const said = (kind === "project" ? text(cells, "project") : daysSaid(text, cells)) || (over[kind] ?? "");
      const whose = kind === "project" ? ofProject(said, returned, lists) : ofDays(said, returned, lists);
      if (whose === "open") count(found.open[kind], said);
      if (whose === "ours" || (whose === "open" && ticked[kind].has(said))) continue;
      found.skip.add(at);
      if (whose === "other") count(found.others, said);
      return null;
    }
    const noted = NOTES.filter((name) => text(cells, name) && speaksOfFigure(text(cells, name), facts)).map((name) => columns[name]);
    for (const place of text(cells, "quantity") ? [...parting, ...noted] : []) {
      const said = `${headings[place]}: ${(cells[place] ?? "").trim() || "–"}`;
      count(found.open.said, said);
      if (!ticked.said?.has(said)) found.skip.add(at);
    }
    return null;
  });
  return found;
}

/* What a row of one text says of those below it, {project} or {period}; undefined for nothing. */
function aboveOthers(cells, columns, { projects, quarters }) {
  const [text, ...more] = cells.filter(Boolean);
  if (!text || more.length || cells[columns.quantity]) return undefined;
  if (spansOf(text, quarters).length) return { period: text };
  return exactly(text, projects) ? { project: text } : undefined;
}

const count = (counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1);

function daysSaid(text, cells) {
  const both = [text(cells, "start"), text(cells, "end")].filter(Boolean);
  return text(cells, "period") || both.join(" to ");
}

function ofProject(said, { project }, { projects }) {
  const key = keyMeant(said, projects);
  return key === project ? "ours" : key ? "other" : "open";
}

/* A period that can be read in two ways is known by whoever wrote it alone. */
function ofDays(said, { start, end }, { quarters }) {
  const spans = spansOf(said, quarters);
  const mine = spans.some((span) => span.start === start && span.end === end);
  if (spans.length && !mine) return "other";
  return mine && spans.length === 1 ? "ours" : "open";
}
