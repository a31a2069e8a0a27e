/* Rows of a table of text with more cells than headings: 1,200 without quotation marks is no 1. As intake/parted_cells.py. */
import { isFigure } from "./number-cells.js";

const BEGINS = /^(?:(?:about|approx\.?|approximately|around|circa|c\.?|over|under|up to|at least|gbp)\s*)?[^\p{L}\p{N}_\s]*\s*-?[0-9]{1,3}$/iu;
const GOES_ON = /^[0-9]{3}(?![0-9])/;
const WHOLE = /^[0-9]{3}$/;
const OF_FIGURES = ["quantity", "running_total", "headcount"];

/* By its place each row that does not fit its headings, {text, why}: the figures that its commas may have parted, or its cells. */
export function partedRows({ mark = "", headings, columns, below }) {
  const found = new Map();
  const words = Object.entries(columns).filter(([name]) => !OF_FIGURES.includes(name)).map(([, place]) => place).sort((a, b) => a - b);
  const width = filled(headings);
  const most = Math.max(width, headings.length);
  for (const [at, cells] of mark ? below.entries() : []) {
    const joined = mark === "," ? joinedIn(cells, headings, words) : [];
    const longer = Math.max(cells.length - most, filled(cells) - width) > 0;
    const shifted = () => isFigure(cells[words.find((place) => place >= joined[0].end - 1)] ?? "");
    if (joined.length && (longer || shifted())) found.set(at, { text: joined.map(({ text }) => text).join("; "), why: "left_parted" });
    else if (filled(cells) > most) found.set(at, { text: cells.filter(Boolean).join(" | "), why: "left_longer" });
  }
  return found;
}

const filled = (cells) => cells.reduce((last, text, at) => (text ? at + 1 : last), 0);

/* The cells of a row that may be one figure each, from the left; none in a column of words. */
function joinedIn(cells, headings, words) {
  const found = [];
  for (let at = 0; at < cells.length; at += 1) {
    if ((headings[at] && words.includes(at)) || !BEGINS.test(cells[at])) continue;
    let end = at + 1;
    while (end < cells.length && GOES_ON.test(cells[end]) && (end === at + 1 || WHOLE.test(cells[end - 1]))) end += 1;
    if (end === at + 1) continue;
    found.push({ end, text: cells.slice(at, end).join(",") });
    at = end - 1;
  }
  return found;
}
