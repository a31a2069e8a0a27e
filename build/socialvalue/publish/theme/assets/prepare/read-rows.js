/* Make rows of the form out of cells with headings. What is changed is listed; what is not clear stays out and is named. */
import { likely } from "./likely.js";
import { exactly, keyMeant, plain } from "./meant.js";
import { CONTINENTAL, THOUSAND, number, numberMeant } from "./number-cells.js";
import { inFull, scaleIn } from "./scales.js";
import { wordsOf } from "./headings.js";
import { MILLION } from "./numbers.js";
import { emptyDocument, emptyRow } from "./state.js";
import { saysNone, saysSome } from "./titles.js";
import { bare, unitsBeside } from "./units-in-headings.js";
import { isUnit, unitSaid } from "./units-said.js";

const TOTAL = /^\s*(grand[ -]?|sub[ -]?)?(total|sum)s?\s*:?\s*$/i;
export const BEGINS_TOTAL = /^\s*(?:grand |sub-?\s?|overall |running )?totals?\b.{0,30}$/i; // in a cell that is read
const HAS_TOTAL = /\b(?:sub-?)?totals?\b/i; // beside the name of a measure: Volunteering total
const SUM_OF = /^\s*(?:all|overall|sum of|combined|altogether)\b/i; // before the name of a measure
const ALL_OF_THEM = /^\s*(?:all|overall|combined|altogether|both)\b(?:\s+\S+){0,2}\s*$/i; // in the place of one: All suppliers
const PERCENT = /%|per ?cent|pct/i;
const MOST_OFFERED = 3;
const MOST_WORDS = 5; // in a row that stands alone above others
const TEXTS = ["derivation", "public_note", "local_definition"];

/* {rows, documents, changes, left}; `documents` are those that are known already, `skip` the places of rows to pass over. */
export function readRows({ headings, columns, below, first, above = null, unit: beside = "", unsaved = [], parted = new Map() }, facts, lists, documents = [], skip = new Set()) {
  const found = { rows: [], documents: [...documents], changes: [], left: [] };
  const titles = new Map(documents.map(({ title }, at) => [title.toLowerCase(), String(at)]));
  const figures = letters(columns.quantity);
  const dotted = below.some((cells) => cells[columns.quantity]?.includes(".") && CONTINENTAL.test(cells[columns.quantity].trim()));
  const targetBy = targets(lists.sections, columns);
  below.forEach((cells, at) => {
    if (skip.has(at) || unsaved.includes(`${figures}${first + at}`)) return null; // both are told apart from here
    const row = first + at;
    if (parted.has(at)) return found.left.push({ row, ...parted.get(at) });
    const cell = (name) => (name in columns ? (cells[columns[name]] ?? "").trim() : "");
    const total = totalIn(cells, columns, facts.framework, lists);
    if (total) return found.left.push({ row, ...total });
    const plans = (text) => !isNamed(text, facts.framework) && wordsOf(text).some((word) => lists.sections.not_done.includes(word));
    const target = targetBy(cells) || [cell("measure"), cell("measure_words")].find(plans);
    if (target && cell("quantity")) return found.left.push({ row, text: target, why: "left_target" });
    if (!cell("measure") || !cell("quantity")) {
      const text = cell("measure") || cell("quantity");
      const alone = cells.filter(Boolean).length === 1 && !isNamed(text, facts.framework);
      const empty = cell("headcount") ? "left_people" : "left_empty";
      return text && found.left.push({ row, text, why: !cell("measure") ? "left_unnamed" : alone ? "left_words" : empty });
    }
    const { measure: named, called } = measureOf([cell("measure"), cell("measure_words")], facts.framework);
    const { is: measure, offered } = named ? { is: named } : likely(bare(called), unitsBeside(called)[0] || beside || cell("unit"), facts);
    if (!measure) {
      const names = offered.slice(0, MOST_OFFERED).map((key) => `${facts.framework.measures[key].name} (${key})`).join("; ");
      return found.left.push({ row, text: called, why: names ? "left_like" : "left_measure", names });
    }
    const unit = facts.framework.measures[measure].unit;
    if (THOUSAND.test(cell("quantity")) && (unit === "gbp" || dotted)) return found.left.push({ row, text: cell("quantity"), why: "left_point" });
    const said = [called, cell("unit"), headings[columns.quantity] ?? ""];
    const { is: figure, unsure } = inFull(cell("quantity"), unit, said, above, facts.lists);
    if (unsure) return found.left.push({ row, text: unsure, why: "left_thousands" });
    const inCells = [cell("unit"), unitSaid(cell("quantity"), facts.lists) ? "" : beside];
    const inNames = named ? unitsInNames([cell("measure"), cell("measure_words")], measure, facts) : [];
    const other = [...inCells, ...inNames].find((text) => text && !isUnitOf(text, unit, facts));
    if (other) return found.left.push({ row, text: other, why: "left_unit" });
    if (unit === "percent" && mayBeShare(cell("quantity"))) return found.left.push({ row, text: cell("quantity"), why: "left_share" });
    if (cell("status") && !statusOf(cell("status"), lists)) return found.left.push({ row, text: cell("status"), why: "left_status" });
    const made = emptyRow(measure);
    const set = (name, is, was, why) => {
      made.cells[name] = is;
      if (is !== was && why) found.changes.push({ row, was, is, why });
    };
    if (!isCalled(measure, called, facts.framework))
      found.changes.push({ row, was: called, is: facts.framework.measures[measure].name, why: "why_called" });
    set("quantity", quantity(figure, unit, facts), cell("quantity"), figure === cell("quantity") ? "why_number" : "why_thousands");
    set("headcount", quantity(cell("headcount"), "headcount", facts), cell("headcount"), "why_number");
    chosen(set, cell, found, row, facts, lists);
    for (const name of TEXTS) made.cells[name] = cell(name);
    document(made, cell, found, row, titles, lists);
    return found.rows.push({ ...made, at: row - 1, whole: cell("part_of") });
  });
  return found;
}

/* Gives what says of each row, one after the other, that nobody delivered its figure: a cell that is not read, or a row alone above
   it. As intake/sections.py. */
function targets({ not_done: notDone, above, done }, columns) {
  const read = new Set(Object.values(columns));
  let over = "";
  return (cells) => {
    const [text, ...more] = cells.filter(Boolean);
    const words = more.length || cells[columns.quantity] ? [] : (text ?? "").trim().split(/\s+/);
    const first = words.length <= MOST_WORDS && words.length ? plain(words[0]) : "";
    if (done.includes(first)) over = "";
    else if ([...notDone, ...above].includes(first)) over = text;
    return cells.find((cell, place) => !read.has(place) && notDone.includes(plain(cell ?? ""))) ?? over;
  };
}

/* The measure that some texts of a row name, and the text that does: a name itself is surer than what is much like one,
   words than a reference. */
function measureOf(texts, framework) {
  const tried = texts.filter(Boolean).map((called) => ({ called, measure: slipOf(scaleIn(called)?.rest || called, framework) }));
  const known = tried.filter(({ measure }) => measure);
  return known.find(({ measure, called }) => isCalled(measure, called, framework)) ?? known.at(-1) ?? { called: texts.filter(Boolean).join(" "), measure: "" };
}

/* The measure that a text names, or with a slip: a code with another number is another one. */
export const slipOf = (text, { measures, crosswalk }) => exactly(text, measures, crosswalk) || (/[0-9]/.test(text) ? "" : keyMeant(text, measures, crosswalk));

/* What says of a row that it is the total of others: {text, why}; undefined for nothing. */
function totalIn(cells, columns, framework, lists) {
  const alone = cells.find((text) => TOTAL.test(text));
  const read = Object.values(columns).map((place) => cells[place] ?? "").filter((text) => !isNamed(text, framework));
  const begins = alone ?? read.find((text) => BEGINS_TOTAL.test(text));
  if (begins !== undefined) return { text: begins, why: "left_total" };
  const named = ["measure", "measure_words"].filter((name) => name in columns).map((name) => cells[columns[name]] ?? "");
  const known = (text) => exactly(text, framework.measures, framework.crosswalk) !== "";
  const beside = named.find((text) => (HAS_TOTAL.test(text) && !isNamed(text, framework)) || (SUM_OF.test(text) && !known(text)));
  const whose = Object.entries({ organisation: lists.organisations, area: lists.areas, project: lists.projects ?? {} })
    .map(([name, things]) => ({ text: cells[columns[name]] ?? "", things })).find(({ text, things }) => ALL_OF_THEM.test(text) && !exactly(text, things));
  const sum = beside ?? whose?.text;
  return sum && { text: sum, why: "left_sum" };
}

/* The units that the texts of a row say of its measure, which its own name does not: Apprenticeship weeks (FTE), Volunteering days. */
function unitsInNames(texts, measure, facts) {
  const { measures } = facts.framework;
  const name = `${measures[measure].name} ${measures[measure].plain_name ?? ""}`;
  const own = wordsOf(name);
  const units = Object.keys({ ...facts.lists.units, ...facts.framework.units }).filter(Boolean);
  const isKnown = (text) => !facts.lists.units[""].includes(text.toLowerCase()) && units.some((unit) => isUnit(text.toLowerCase(), unit, facts));
  const isNew = (text) => !name.includes(text) && (!wordsOf(text).length || wordsOf(text).some((word) => !own.includes(word)));
  return texts.filter(Boolean).flatMap((text) => {
    const beside = unitsBeside(text).filter(isNew);
    if (slipOf(scaleIn(text)?.rest || text, facts.framework) !== measure) return beside.filter(isKnown);
    return [...beside, ...wordsOf(text).filter((word) => isNew(word) && isKnown(word))];
  });
}

/* Whether a figure of percent may be a share of one, as intake/shares.py. */
function mayBeShare(text) {
  const value = PERCENT.test(text) ? null : number(numberMeant(text) || text);
  return typeof value === "bigint" && value > 0n && value <= MILLION;
}

const isNamed = (text, framework) => {
  const key = keyMeant(text, framework.measures, framework.crosswalk);
  return key !== "" && isCalled(key, text, framework);
};

const isCalled = (measure, text, { measures }) => [measure, measures[measure].name].some((name) => plain(name) === plain(text));

/* Whether a unit may be that of a measure: thousands alone may be of anything, thousands of pounds are pounds. */
function isUnitOf(text, unit, facts) {
  const scale = scaleIn(text);
  return scale ? !scale.pounds || unit === "gbp" : isUnit(text, unit, facts);
}

const choices = (field, lists) => lists.fields.lines.find(({ name }) => name === field).constraints.enum;
const statuses = (lists) => Object.fromEntries(choices("status", lists).map((key) => [key, { name: lists.texts[`status ${key}`] ?? key }]));
const statusOf = (text, lists) => keyMeant(text, statuses(lists));

/* Cells that are chosen from a list: by name or by code; what is none of them is left empty, and told. */
function chosen(set, cell, found, row, facts, lists) {
  const words = (field) => choices(field, lists);
  const known = {
    area: lists.areas,
    organisation: lists.organisations,
    status: statuses(lists),
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

export function letters(column) {
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
