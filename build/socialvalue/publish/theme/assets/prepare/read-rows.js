/* Make rows of the form out of cells with headings. What is changed is listed; what is not clear stays out and is named. */
import { keyMeant, plain } from "./meant.js";
import { number, numberMeant } from "./number-cells.js";
import { emptyDocument, emptyRow } from "./state.js";
import { saysNone, saysSome } from "./titles.js";
import { isUnit, unitSaid } from "./units-said.js";

const MOST_ABOVE = 30; // rows of titles above the headings
const TOTAL = /^\s*(grand[ -]?|sub[ -]?)?(total|sum)s?\s*:?\s*$/i;
const TEXTS = ["derivation", "public_note", "local_definition"];

/* The row of headings, and the place of each column that is known: {headings, columns, known, below, first}. */
export function headed(rows, headings) {
  const meaning = new Map();
  for (const [field, words] of Object.entries(headings)) for (const word of words) if (!meaning.has(plain(word))) meaning.set(plain(word), field);
  let best = { headings: [], columns: {}, known: 0, below: [], first: 0 };
  rows.slice(0, MOST_ABOVE).forEach((row, at) => {
    const columns = {};
    row.forEach((cell, place) => {
      const field = meaning.get(plain(cell));
      if (field && field !== "left_out" && !(field in columns)) columns[field] = place;
    });
    const known = Object.keys(columns).length;
    if (known > best.known) best = { headings: row, columns, known, below: rows.slice(at + 1), first: at + 2 };
  });
  return best;
}

/* {rows, documents, changes, left}; `documents` are those that are known already, `skip` the places of rows to pass over. */
export function readRows({ columns, below, first, unsaved = [] }, facts, lists, documents = [], skip = new Set()) {
  const found = { rows: [], documents: [...documents], changes: [], left: [] };
  const titles = new Map(documents.map(({ title }, at) => [title.toLowerCase(), String(at)]));
  const figures = letters(columns.quantity);
  below.forEach((cells, at) => {
    if (skip.has(at) || unsaved.includes(`${figures}${first + at}`)) return null; // both are told apart from here
    const row = first + at;
    const cell = (name) => (name in columns ? (cells[columns[name]] ?? "").trim() : "");
    if (cells.some((text) => TOTAL.test(text))) return found.left.push({ row, text: cells.find((text) => TOTAL.test(text)), why: "left_total" });
    if (!cell("measure") || cell("quantity") === "") {
      if (cell("measure") && cell("quantity") === "") found.left.push({ row, text: cell("measure"), why: "left_empty" });
      return null;
    }
    const measure = keyMeant(cell("measure"), facts.framework.measures, facts.framework.crosswalk);
    if (!measure) return found.left.push({ row, text: cell("measure"), why: "left_measure" });
    const unit = facts.framework.measures[measure].unit;
    if (cell("unit") && !isUnit(cell("unit"), unit, facts)) return found.left.push({ row, text: cell("unit"), why: "left_unit" });
    const made = emptyRow(measure);
    const set = (name, is, was, why) => {
      made.cells[name] = is;
      if (is !== was && why) found.changes.push({ row, was, is, why });
    };
    if (![measure, facts.framework.measures[measure].name].some((name) => plain(name) === plain(cell("measure"))))
      found.changes.push({ row, was: cell("measure"), is: facts.framework.measures[measure].name, why: "why_called" });
    set("quantity", quantity(cell("quantity"), unit, facts), cell("quantity"), "why_number");
    set("headcount", quantity(cell("headcount"), "headcount", facts), cell("headcount"), "why_number");
    chosen(set, cell, found, row, facts, lists);
    for (const name of TEXTS) made.cells[name] = cell(name);
    document(made, cell, found, row, titles, lists);
    return found.rows.push({ ...made, at: row - 1, whole: cell("part_of") });
  });
  return found;
}

/* Cells that are chosen from a list: by name or by code; what is none of them is left empty, and told. */
function chosen(set, cell, found, row, facts, lists) {
  const words = (field) => lists.fields.lines.find(({ name }) => name === field).constraints.enum;
  const known = {
    area: lists.areas,
    organisation: lists.organisations,
    status: Object.fromEntries(words("status").map((key) => [key, { name: lists.texts[`status ${key}`] }])),
    tier: Object.fromEntries(words("tier").map((key) => [key, { name: key }])),
    bound: Object.fromEntries(words("bound").map((key) => [key, { name: key }])),
  };
  for (const [name, things] of Object.entries(known)) {
    const text = cell(name);
    if (!text) continue;
    const key = keyMeant(text, things);
    if (key) set(name, key, text, plain(text) === plain(key) ? "" : "why_called");
    else found.left.push({ row, text, why: "left_choice" });
  }
}

/* The document that the row names. No is no title; Yes says that there is one, and not which. */
function document(made, cell, found, row, titles, lists) {
  const text = cell("evidence");
  if (!text || saysNone(text, lists)) return;
  if (saysSome(text, lists)) found.left.push({ row, text, why: "left_document" });
  else made.cells.evidence = documentOf(cell, found.documents, titles);
}

function letters(column) {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? "" : letters(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

function documentOf(cell, documents, titles) {
  const title = cell("evidence");
  if (!titles.has(title.toLowerCase())) {
    titles.set(title.toLowerCase(), String(documents.length));
    documents.push({ ...emptyDocument(), title, dated: /^\d{4}(-\d{2}){0,2}$/.test(cell("dated")) ? cell("dated") : "" });
  }
  return titles.get(title.toLowerCase());
}

/* A plain number where one is clearly meant and it says no other unit; or what stands there. */
function quantity(text, unit, facts) {
  if (text === "" || typeof number(text) === "bigint") return text;
  const said = unitSaid(text, facts.lists);
  const meant = numberMeant(text);
  return meant && (said === "" || isUnit(said, unit, facts)) ? meant : text;
}
