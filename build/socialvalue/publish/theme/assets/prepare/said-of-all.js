/* What a title, a sheet's name, a row below or a period says of all figures, as intake/said_of_all.py: each is asked about. */
import { isSoFar, wordsOf } from "./headings.js";
import { plain } from "./meant.js";
import { scaleAbove } from "./scales.js";
import { isUnit } from "./units-said.js";

const OF_FIGURES = /\b(?:figures?|numbers?|values|quantit(?:y|ies)|amounts?|data|all|these|above)\b/i;
const NOT_YET = /\b(?:not|yet|await(?:s|ed|ing)?|to be)\b/i;
const SINCE =
  /\bsince\b(?!\s+(?:the\s+|its\s+)?(?:start|beginning|project|contract|site|commencement|inception|outset|launch|[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi;
export const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const OTHER_DAYS = new RegExp(
  String.raw`\b(?:incl\w*|of which|covers?|carried (?:over|forward) from)\b.*?\b(?:q(?:uarter|tr)?\.?\s*[1-4]|${MONTHS}|` +
    String.raw`(?:last|previous|prior|earlier|other)\s+(?:quarter|month|year|period)s?|20[0-9]{2})\b`,
  "i",
);
const IN_UNIT = /\b(?:in|as)\s+(?:whole\s+|half\s+|full\s+)?([a-z]+)/gi;
const NOT_IN = /\b([a-z]+)\s*,?\s*(?:and\s+)?not\s+(?:in\s+)?([a-z]+)/gi;
const SHORT = 8; // words of a title that speaks of the table, and of none of its rows

/* The questions, each {kind, said}: `said` are the texts, {row, text}; of the name of a sheet `row` is null. */
export function askedOfAll(best, facts) {
  const { columns } = best;
  const said = [...textsOf(best)];
  const both = "quantity" in columns && "running_total" in columns;
  const { so_far: soFar } = facts.lists.sections;
  const kinds = {
    totals: both ? [] : said.filter(({ text }) => isSoFar(text.replace(SINCE, " "), soFar)),
    done: said.filter(({ text }) => isNotDone(text, best, facts.lists.sections)),
    alone: said.filter(({ text }) => OTHER_DAYS.test(text)),
    again: headingsAgain(best),
    units: "unit" in columns ? [] : said.filter(({ text }) => namesUnit(text, facts)),
  };
  return Object.entries(kinds).filter(([, texts]) => texts.length).map(([kind, texts]) => ({ kind, said: texts }));
}

/* Whether a comment on a row says that its figure may be another: cumulative, the target, in £k, includes Q1, of which. */
export function speaksOfFigure(text, facts) {
  const { so_far: soFar = [], not_done: notDone = [] } = facts.lists.sections ?? {};
  const others = wordsOf(text).some((word) => notDone.includes(word)) || OTHER_DAYS.test(text) || /\bof which\b/i.test(text);
  return others || isSoFar(text.replace(SINCE, " "), soFar) || scaleAbove([text]) !== null || namesUnit(text, facts);
}

/* Rows that have the headings once more: a second table. */
function headingsAgain({ headings, below, first }) {
  const same = (cells) => cells.filter((text, place) => text && plain(text) === plain(headings[place] ?? "")).length;
  const rows = below.map((cells, at) => ({ cells, row: first + at })).filter(({ cells }) => same(cells) > 1 && same(cells) === cells.filter(Boolean).length);
  return rows.map(({ cells, row }) => ({ row, text: cells.filter(Boolean).join(" | ") }));
}

/* The name of the sheet, and what stands above the headings and not over another column. */
export const titlesOf = (best) => [...titles(best)];

function* titles({ name, rows, columns, first }) {
  if (name) yield { row: null, text: name };
  const header = first - 2;
  for (const [at, cells] of rows.slice(0, header).entries())
    for (const [place, cell] of cells.entries()) {
      const text = cell.trim().replace(/\s+/g, " ");
      if (text && (at < header - 1 || isOver(cells, place, columns.quantity))) yield { row: at + 1, text };
    }
}

/* The texts that speak of all figures, or of those of a period. */
function* textsOf(best) {
  const { columns, below, first } = best;
  for (const title of titlesOf(best)) if (title.row === null || title.text.split(" ").length <= SHORT || OF_FIGURES.test(title.text)) yield title;
  const seen = new Set();
  for (const [at, cells] of below.entries())
    for (const text of saidIn(cells, columns)) {
      if (!seen.has(text)) yield { row: first + at, text };
      seen.add(text);
    }
}

/* Whether a text in the row above the headings may stand over the figures: alone, at the left, or with no other between. */
const isOver = (cells, place, figures) =>
  place === 0 || cells.filter(Boolean).length === 1 || (place <= figures && !cells.slice(place + 1, figures + 1).some(Boolean));

/* A row of one text that speaks of figures; of other rows their periods. */
function saidIn(cells, columns) {
  const filled = [...cells.entries()].filter(([, text]) => text.trim());
  const alone = filled.length === 1 && ![columns.quantity, columns.running_total].includes(filled[0][0]) && OF_FIGURES.test(filled[0][1]);
  return (alone ? [filled[0][1]] : [cells[columns.period] ?? ""]).map((text) => text.trim()).filter(Boolean);
}

function isNotDone(text, { headings, columns }, { not_done: notDone, done }) {
  const words = wordsOf(text);
  if (!words.some((word) => notDone.includes(word))) return false;
  const saysDone = (each) => each.some((word) => done.includes(word));
  const figures = ["quantity", "running_total"].filter((name) => name in columns).map((name) => wordsOf(headings[columns[name]]));
  const own = saysDone(words) || figures.every(saysDone);
  return !own || (OF_FIGURES.test(text) && (!saysDone(words) || NOT_YET.test(text)));
}

/* Whether a text says a unit of all figures: figures in days, not hours. */
function namesUnit(text, facts) {
  for (const found of text.matchAll(NOT_IN)) if (found.slice(1).every((word) => names(word, facts))) return true;
  const ends = [...text.matchAll(IN_UNIT)].filter((found) => OF_FIGURES.test(text) || !text.slice(found.index + found[0].length).replace(/[ .]/g, ""));
  return ends.some(([, word]) => names(word, facts));
}

/* Whether a word is a unit, and says more than that things are counted; pounds are asked about by themselves. */
function names(word, facts) {
  const { lists, framework } = facts;
  if (lists.units[""].includes(word.toLowerCase())) return false;
  const units = Object.keys({ ...lists.units, ...framework.units }).filter((unit) => unit && unit !== "gbp");
  return units.some((unit) => isUnit(word.toLowerCase(), unit, facts));
}
