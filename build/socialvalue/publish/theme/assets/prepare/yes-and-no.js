/* Columns that are not read and say yes or no of the rows, as Approved? As intake/rows_that_count.py. */
import { plain } from "./meant.js";
import { isFigure } from "./number-cells.js";

const EXPLAINS = ["what", "how", "why"]; // what a heading says of words that explain
const NUMBERS = { 1: "yes", 0: "no" };
const BEGINNING = /^\s*([^-–—:;,(/]*?)\s*(?:[-–—:;,(/].*)?$/s; // the words that a cell begins with: No - no evidence
const NAMED = 6;

const said = (words, text) => words.some((word) => (plain(word) || word) === (plain(text) || text));
const begins = (text) => [text, BEGINNING.exec(text)?.[1] ?? ""].filter(Boolean);

/* What a cell says: yes, no, nothing, or something else. */
function kindOf(text, { says_yes: yes = [], says_no: no = [] }) {
  const found = begins(text).map((words) => (said(yes, words) ? "yes" : said(no, words) ? "no" : NUMBERS[text] ?? ""));
  return found.find(Boolean) ?? (text ? "else" : "nothing");
}

/* Whether the cells below a heading say yes or no of their rows; of ones and noughts, whether they are nothing else. */
export function saysYesOrNo(texts, sections) {
  const filled = texts.filter(Boolean);
  const words = filled.some((text) => !(text in NUMBERS) && ["yes", "no"].includes(kindOf(text, sections)));
  return (words && !filled.some(isFigure)) || (filled.every((text) => text in NUMBERS) && new Set(filled).size > 1);
}

/* The places of those by which rows part. `saysOther` tells of a heading whose yes is said of other figures. */
export function columnsThatPart(headings, columns, below, sections, saysOther) {
  const rows = below.filter((cells) => (cells[columns.quantity] ?? "").trim() && (cells[columns.measure] ?? "").trim());
  const read = new Set(Object.values(columns));
  const places = headings.map((heading, place) => place).filter((place) => !read.has(place));
  return places.filter((place) => partsRows(headings[place], rows.map((cells) => (cells[place] ?? "").trim()), sections, saysOther));
}

function partsRows(heading, texts, sections, saysOther) {
  const { not_ours: notOurs = [], ours = [], by_whom: byWhom = [] } = sections;
  const kinds = texts.map((text) => kindOf(text, sections));
  const distinct = [...new Set(texts.filter(Boolean))];
  const says = (words) => (heading.match(/[\p{L}\p{N}_]+/gu) ?? []).some((word) => words.includes(plain(word)));
  let filled = texts.filter(Boolean).length;
  let words = kinds.filter((kind) => kind === "yes" || kind === "no").length;
  const numbers = texts.filter((text) => text && isFigure(text)).length;
  const asNumbers = distinct.every((text) => text in NUMBERS) && (distinct.length > 1 || says([...ours, ...notOurs]));
  if (numbers && !asNumbers) {
    words -= texts.filter((text) => text in NUMBERS).length;
    filled -= numbers * 2 < filled ? 0 : filled;
  }
  if (words > 0 && 2 * words >= filled) return kinds.some((kind) => kind !== (saysOther(heading) ? "no" : "yes")) || says(notOurs);
  if (!filled || !says([...ours, ...notOurs]) || says(EXPLAINS)) return false;
  return filled < kinds.length || (distinct.length <= NAMED && !says(byWhom));
}
