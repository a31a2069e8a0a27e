/* Judge a return by the rules of the check: its cells, then what each rule asks of its rows. */
import { inWords } from "./days.js";
import { holds, value } from "./evaluate.js";
import { groupsOf } from "./groups.js";
import { OF_LINES, rowOf } from "./names.js";
import { NOTHING, Wrong, integer, least, quantity } from "./number-cells.js";
import { MILLION, figure } from "./numbers.js";
import { counts, seriesOf } from "./series.js";
import { otherUnit } from "./units-said.js";

const TABLES = ["lines", "evidence"];
const SHOWN_TEXT = 60;

/* `facts.rowNumber` says by which number people know a row; in a file the header is row 1.
   Every finding about a return: {rule, severity, table, at, column, message, mend, suggestion}.
   `sent` is {returned, lines, evidence}, the rows as texts; `words` fills what each way in calls a thing. */
export function judge(sent, facts, words = facts.lists.words) {
  const found = [];
  const typed = { ...sent };
  for (const table of TABLES)
    typed[table] = sent[table].map((row, at) => typedRow(row, facts.lists.fields[table], facts, (column, wrong) =>
      found.push({ ...wrong, mend: wrong.mend || facts.lists.cells[wrong.rule] || "", severity: "error", table, at, column }),
    ));
  const wrong = new Set(found.map(({ table, at, column }) => `${table} ${at} ${column}`));
  const tables = tablesOf(sent.returned, typed, facts);
  for (const rule of facts.lists.rules)
    for (const clause of rule.clauses)
      for (const row of rowsOf(clause, tables, typed, facts)) {
        if (wrong.has(`${OF_LINES[clause.table] ?? clause.table} ${row.at} ${clause.column}`)) continue;
        if (holds(clause.when, row)) found.push(finding(rule, clause, row, words));
      }
  return found;
}

/* The rows of each table that a rule can be about, each with its place in the return. */
function tablesOf(returned, typed, facts) {
  const placed = (rows) => rows.map((cells, at) => ({ at, cells }));
  const lines = placed(typed.lines);
  return {
    returns: placed([returned]),
    lines,
    standing: lines.filter(({ cells }) => counts(cells, returned, facts)),
    series: seriesOf(typed.lines, returned, facts).map(({ at, ...cells }) => ({ at, cells })),
    evidence: placed(typed.evidence),
  };
}

/* Those that a clause is asked of, beside the rows of their group where it asks of these. */
function rowsOf({ table, among, alike }, tables, typed, facts) {
  const rows = tables[table].map(({ at, cells }) => ({ at, ...rowOf(table, { row: BigInt(facts.rowNumber?.(at) ?? at + 2) * MILLION, itself: cells, ...cells }, typed, facts) }));
  if (!alike) return rows;
  const members = among ? rows.filter((row) => holds(among, row)) : rows;
  groupsOf(members, alike);
  return members;
}

function finding(rule, clause, row, words) {
  const { names = {} } = clause;
  const named = (name) => (name in names ? value(names[name], row) : row.column(name));
  const said = (text) => filled(text, named, words);
  return {
    rule: rule.id,
    severity: rule.severity,
    table: OF_LINES[clause.table] ?? clause.table,
    at: row.at,
    column: clause.column,
    message: said(clause.say),
    mend: said(clause.mend || rule.mend),
    suggestion: said(clause.suggest ?? ""),
  };
}

/* The words of each way in come first, for they may have slots of their own. */
function filled(text, named, words) {
  const inWay = text.replace(/\{([a-z_]+)\}/g, (slot, name) => words[name] ?? slot);
  return inWay.replace(/\{([a-z_]+)(:day)?\}/g, (slot, name, asDay) => {
    const cell = named(name);
    if (typeof cell === "bigint") return figure(cell);
    return asDay ? inWords(cell ?? "") : String(cell ?? "");
  });
}

function typedRow(row, fields, facts, tell) {
  const cells = {};
  for (const field of fields) {
    const text = row[field.name] ?? "";
    const value = cellOf(text, field);
    const numeric = field.type === "number" || field.type === "integer";
    if (value instanceof Wrong) tell(field.name, said(text, inItsUnit(text, value, field, row, facts)));
    cells[field.name] = value instanceof Wrong || text === "" ? (numeric ? null : "") : value;
  }
  return cells;
}

/* No number is suggested that was one of something else: 5 FTE are not 5 weeks. */
export function inItsUnit(text, wrong, { name, type }, row, facts) {
  if (!(type in READERS) || !wrong.suggestion) return wrong;
  const unit = name === "quantity" ? (row.unit ?? "") : name === "headcount" ? "headcount" : "";
  const [message, mend] = otherUnit(text, wrong.suggestion, unit, facts) ?? [];
  return message ? new Wrong(wrong.rule, message, mend) : wrong;
}

function said(text, { rule, message, mend, suggestion }) {
  const quoted = text.length > SHOWN_TEXT ? `"${text.slice(0, SHOWN_TEXT)}…"` : `"${text}"`;
  return { rule, message: text ? `${quoted} ${message}` : message, mend, suggestion };
}

const READERS = { number: quantity, integer };

/* The value of one cell, or what is wrong with it. */
export function cellOf(text, field) {
  const limits = field.constraints ?? {};
  if (text === "") return limits.required ? new Wrong("filled-in", `${field.title} is empty.`, emptyMend(field)) : "";
  const value = (READERS[field.type] ?? words)(text);
  const wrong = value instanceof Wrong ? value : limit(text, value, limits, field);
  if (!wrong) return value;
  if (NOTHING.has(text.trim().toLowerCase())) return new Wrong(wrong.rule, wrong.message, forNothing(field));
  const passes = !wrong.suggestion || !(cellOf(wrong.suggestion, field) instanceof Wrong);
  return passes ? wrong : new Wrong(wrong.rule, wrong.message, wrong.mend === `Write ${wrong.suggestion}.` ? "" : wrong.mend);
}

function words(text) {
  const meant = text.trim();
  const mend = /^[A-Za-z0-9_-]+$/.test(meant) ? "" : "Take the space away.";
  return text === meant ? text : new Wrong("space-around", "has space before or after it.", mend, meant);
}

function limit(text, value, limits, field) {
  if (limits.enum && !limits.enum.includes(text))
    return new Wrong("one-of-the-words", "is not one of the words for this column.", `Choose from: ${limits.enum.join(", ")}.`);
  if (limits.maxLength && [...text].length > limits.maxLength) {
    const many = [...text].length.toLocaleString("en-GB");
    return new Wrong("too-long", `has ${many} characters; at most ${limits.maxLength.toLocaleString("en-GB")} fit.`);
  }
  if (limits.pattern && !new RegExp(limits.pattern).test(text))
    return new Wrong("well-formed", `does not have the form that the column ${field.title} needs.`, field.description);
  if (limits.maximum !== undefined && value > BigInt(limits.maximum) * MILLION)
    return new Wrong("in-range", `is above ${limits.maximum}.`, `Look it up again: it can't be more than ${limits.maximum}.`);
  return limits.minimum === undefined ? null : least(text, value, limits.minimum, forNothing(field));
}

const emptyMend = ({ constraints, description }) =>
  `Fill it in. ${constraints.enum ? `Choose from: ${constraints.enum.join(", ")}.` : description}`;

function forNothing({ constraints = {}, type, description }) {
  if (!constraints.required) return "Leave the cell empty.";
  if (!(type in READERS)) return description;
  return "If it is none, write 0. If it is not known, or may not be told, leave out the row until it is.";
}
