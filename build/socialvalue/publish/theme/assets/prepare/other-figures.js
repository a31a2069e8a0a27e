/* Columns beside the one that is read that may have the figures instead: Adjusted, Hours, a second Actual. As intake/which_figures.py. */
import { wordsOf, saysChange } from "./headings.js";
import { isFigure, number, numberMeant } from "./number-cells.js";
import { spansOf } from "./periods.js";
import { BEGINS_TOTAL, slipOf } from "./read-rows.js";
import { isUnit } from "./units-said.js";

const RATE = /\b(?:per|rate|each|average|avg|mean|cost|price|hourly|daily|weekly)\b/i; // of one of many: Hours per session
const INEXACT = /[<>≤≥~≈+*]/g;
const bare = (text) => text.replace(INEXACT, "").trim();
const hasFigure = (text) => isFigure(bare(text));

/* The places of the columns that may be meant; none where each says what the column that is read says. */
export function otherFigures(best, facts) {
  const { headings, columns, parted } = best;
  const read = new Set(Object.values(columns));
  const below = best.below.filter((cells, at) => !parted?.has(at));
  const width = Math.max(0, ...below.map(({ length }) => length));
  const places = [...Array(width).keys()].filter((place) => !read.has(place));
  const figuresIn = (place) => below.map((cells) => (cells[place] ?? "").trim()).filter(hasFigure);
  const about = (place) => ({ group: groupOf(best, place), hasUnit: hasTheirUnit(best, place, facts) || fills(best, below, place) });
  return places.filter((place) => isConcerned(headings[place] ?? "", figuresIn(place), best, facts, about(place)) && differs(below, columns.quantity, place));
}

/* What stands above the heading of a column, or before that: Target, over the quarters of these. A title stands at the left. */
const groupOf = ({ rows, first }, place) => (rows[first - 3] ?? []).slice(1, place + 1).findLast(Boolean) ?? "";

function isConcerned(heading, figures, { mayBeFigures }, facts, { group, hasUnit }) {
  const { not_done: notDone, puts_right: putsRight, difference } = facts.lists.sections;
  const words = wordsOf(heading);
  if ([...words, ...wordsOf(group)].some((word) => notDone.includes(word))) return false;
  const says = (list) => words.some((word) => list.includes(word));
  const many = says(difference) ? figures.filter((text) => text.replace(/^[-0.%]+|[-0.%]+$/g, "")) : figures;
  if (!heading) return many.length > 0 && !many.every((text, at) => text === String(at + 1));
  const dated = spansOf(heading, facts.lists.quarters).length > 0;
  return many.length > 0 && (dated || says(putsRight) || says(difference) || saysChange(heading) || mayBeFigures(heading) || hasUnit);
}

/* Whether a column that nothing is known of has the total of others, or a figure for a measure whose own place is empty. */
function fills({ headings, columns, isKnown }, below, place) {
  if (BEGINS_TOTAL.test(headings[place] ?? "")) return true;
  const empty = below.filter((cells) => (cells[columns.measure] || cells[columns.measure_words]) && !cells[columns.quantity]);
  const figures = below.map((cells) => (cells[place] ?? "").trim()).filter(hasFigure);
  return !isKnown(headings[place] ?? "") && empty.some((cells) => hasFigure((cells[place] ?? "").trim())) && !figures.every((text, at) => text === String(at + 1));
}

/* Whether a column has figures in the unit of their measures, which the column that is read does not name: Hours. */
function hasTheirUnit(best, place, facts) {
  const [heading, own] = [place, best.columns.quantity].map((at) => best.headings[at] ?? "");
  return best.below.some((cells) => {
    const names = ["measure", "measure_words"].map((name) => cells[best.columns[name]] ?? "");
    const key = names.map((text) => text && slipOf(text, facts.framework)).find(Boolean);
    const unit = facts.framework.measures[key]?.unit;
    return unit && hasFigure(cells[place] ?? "") && namesUnit(heading, unit, facts) && !namesUnit(own, unit, facts);
  });
}

function namesUnit(heading, unit, facts) {
  const words = RATE.test(heading) ? [] : [heading, ...(heading.match(/\p{L}+|[£%]/gu) ?? [])].map((word) => word.toLowerCase());
  return words.some((word) => !facts.lists.units[""].includes(word) && isUnit(word, unit, facts));
}

/* Whether the figures of a column are others than those that are read in the same rows. */
function differs(below, figures, place) {
  const value = (text) => number(numberMeant(bare(text)) || bare(text));
  return below.some((cells) => {
    const [own, other] = [figures, place].map((at) => (cells[at] ?? "").trim());
    return hasFigure(other) && (!hasFigure(own) || value(own) !== value(other));
  });
}
