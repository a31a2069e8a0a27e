/* The row of headings of a table, and what each of its columns is, as intake/headings.py. */
import { plain } from "./meant.js";
import { spansOf } from "./periods.js";
import { scaleAbove, scaleIn } from "./scales.js";
import { bare, unitsBeside, unsigned } from "./units-in-headings.js";
import { saysYesOrNo } from "./yes-and-no.js";

const MOST_ABOVE = 30; // rows of titles above the headings
const OF_FIGURES = ["quantity", "running_total"];
const CHANGE = /\b(?:change|movement|increase|decrease)s?\b.*\b(?:since|in|this|on|from)\b|\bsince (?:the |our |your )?(?:last|previous|prior)\b/i;

/* The row of headings, and the place of each column that is known: {headings, columns, known, below, first, above, unit}. Of two
   that tell of the measure, as Ref and Description, the second tells it in words. `mayBeFigures` and `isKnown` judge another heading. */
export function headed(rows, headings, sections = {}) {
  const meaning = new Map();
  for (const [field, words] of Object.entries(headings)) for (const word of words) if (!meaning.has(plain(word))) meaning.set(plain(word), field);
  let best = { headings: [], columns: {}, known: 0, below: [], first: 0, above: null, unit: "" };
  const known = (text) => meaning.get(plain(text));
  const named = (cell) => known(cell) ?? known(bare(cell)) ?? known(scaleIn(cell)?.rest ?? "") ?? known(unsigned(cell));
  const fieldOf = (cell) => (named(cell) === "quantity" && isSoFar(cell, sections.so_far) ? "running_total" : named(cell));
  rows.slice(0, MOST_ABOVE).forEach((row, at) => {
    const columns = {};
    row.forEach((cell, place) => {
      const field = fieldOf(cell);
      const name = field === "measure" && field in columns ? "measure_words" : field;
      if (name && name !== "left_out" && !(name in columns) && !speaksOfRows(rows, at, place, name, sections)) columns[name] = place;
    });
    const many = Object.keys(columns).length;
    if (many > best.known) best = { headings: row, columns, known: many, below: rows.slice(at + 1), first: at + 2 };
  });
  const alone = best.below.map((row) => row.filter(Boolean)).filter(({ length }) => length === 1);
  const figures = best.headings[best.columns.quantity] ?? "";
  best.unit = scaleIn(figures) ? "" : (unitsBeside(figures).find((text) => !known(text) && !spansOf(text).length) ?? "");
  best.isKnown = (heading) => Boolean(fieldOf(heading) || likelyField(heading, headings, sections));
  best.mayBeFigures = (heading) => [fieldOf(heading), likelyField(heading, headings, sections)].includes("quantity");
  best.above = scaleAbove([...rows.slice(0, Math.max(best.first - 2, 0)), ...alone].flat());
  return best;
}

/* Whether a column that is called as figures are says yes or no of the rows instead: Cumulative? */
const speaksOfRows = (rows, at, place, name, sections) =>
  OF_FIGURES.includes(name) && saysYesOrNo(rows.slice(at + 1).map((cells) => (cells[place] ?? "").trim()), sections);

/* What a column is likely to be by a part of its heading: Actual delivered in Q1. */
function likelyField(heading, headings, sections) {
  const words = ` ${heading.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()} `;
  const found = Object.entries(headings).flatMap(([field, known]) => known.filter((each) => each.length > 3 && words.includes(` ${each} `)).map((each) => [each.length, field]));
  const [, likely] = found.filter(([, field]) => field !== "running_total").sort(([a, one], [b, other]) => b - a || (one < other ? 1 : -1))[0] ?? [0, ""];
  if (["", "quantity", "period"].includes(likely) && saysChange(heading)) return "quantity";
  return ["", "quantity"].includes(likely) && isSoFar(heading, sections.so_far) ? "running_total" : likely;
}

export const wordsOf = (text) => text.toLowerCase().match(/[a-z]+/g) ?? [];

/* Whether a heading says that its figures are what changed: Change since last report. */
export const saysChange = (heading) => CHANGE.test(heading);

/* Whether a text says of figures that they are totals since a start. `words` are those that say so. */
export function isSoFar(heading, words = []) {
  if (saysChange(heading)) return false;
  const said = ` ${heading.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()} `;
  return words.some((word) => said.includes(` ${word} `));
}
