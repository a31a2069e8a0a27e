/* The return in the making: what is typed, the package that it makes, and what is known beside it. */
import { nameOf, span } from "./days.js";
import { cellOf } from "./judge.js";

export const CELLS = [
  ..."quantity headcount evidence public_note area status organisation tier bound part_of derivation local_definition".split(" "),
];
export const EVERY = ["area", "status", "organisation", "tier"];
export const DOCUMENT = ["title", "kind", "dated", "checked_by", "checked_on", "link", "note"];

/* `id` stands for the row while it is there; a row of a return that was sent has its line as it was in `before`. */
export const emptyRow = (measure, promised = false) => ({
  id: "", measure, promised, before: null, cells: Object.fromEntries(CELLS.map((name) => [name, ""])),
});
export const emptyDocument = () => Object.fromEntries(DOCUMENT.map((name) => [name, name === "kind" ? "report" : ""]));

/* A new return of a project for some days. */
export function begun(lists, project, own, { start, end }, today) {
  const known = lists.projects[project];
  return {
    returned: {
      project, start, end, period: nameOf(start, end), title: `${known.name}, ${span(start, end)}`,
      programme: known.programme, framework: known.framework ?? "", edition: known.edition ?? "", basis: "submitted",
      organisation: "", received_on: today, compiled_on: "", approximate: false, withdraws: false, attestations: true,
      only_this_contract: false, of_this_contract: false,
    },
    every: { area: own.areas.length === 1 ? own.areas[0] : "", status: "self-reported", organisation: "", tier: "" },
    rows: promisedRows(own),
    documents: [],
    replaces: null,
    reason: "",
  };
}

const promisedRows = (own) => [...new Set(own.promised.map(({ measure }) => measure))].map((measure) => emptyRow(measure, true));
const cellsFrom = (names, row) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""]));

/* The row of a line that was sent. `places` says where its document stands. */
export const sentRow = (line, places) => ({
  ...emptyRow(line.measure), id: line.line, before: line, cells: { ...cellsFrom(CELLS, line), evidence: places.get(line.evidence ?? "") ?? "" },
});

/* The place of each document that was sent, by its name. */
export const placesOf = (documents) => new Map(documents.map(({ before }, at) => [before?.evidence, String(at)]));

/* What replaces a return that was sent: its correction with all its rows, or its withdrawal with none. `file` is what
   the site tells of it, `kind` "correct" or "withdraw". */
export function replacing(lists, project, own, sent, file, kind, today) {
  const { folder, descriptor } = file[kind];
  const submitted = descriptor.basis === "submitted";
  const [lines, documents] = kind === "correct" ? [file.lines, file.evidence] : [[], []];
  const kept = documents.map((document) => ({ ...cellsFrom(DOCUMENT, document), before: document }));
  return {
    returned: {
      project, start: sent.start, end: sent.end, period: folder, title: descriptor.title, programme: lists.projects[project].programme,
      framework: descriptor.framework, edition: descriptor.edition, basis: descriptor.basis, organisation: descriptor.submitted_by.organisation,
      received_on: submitted ? today : "", compiled_on: descriptor.compiled_on ?? "", approximate: descriptor.period.approximate === true,
      withdraws: kind === "withdraw", attestations: "attestations" in descriptor, only_this_contract: false, of_this_contract: false,
    },
    every: Object.fromEntries(EVERY.map((name) => [name, ""])),
    rows: sent.withdraws ? promisedRows(own) : lines.map((line) => sentRow(line, placesOf(kept))),
    documents: kept,
    replaces: { kind, period: sent.period, version: file.version, descriptor, lines, documents },
    reason: "",
  };
}

/* Give each row the number of its line: that of the return that it corrects, and above these for what is new. */
export function numbered({ rows, replaces }) {
  const taken = [...rows.map(({ id }) => id), ...(replaces?.lines ?? []).map(({ line }) => line)];
  let highest = Math.max(0, ...taken.map(Number));
  for (const row of rows) row.id ||= String((highest += 1));
}

/* The package: rows with a figure, and documents with anything in them, as the texts of their cells. */
export function sentOf(state, framework) {
  numbered(state);
  const { returned, every, rows, documents, replaces, reason } = state;
  const names = evidenceNames(documents);
  const filled = rows.filter(({ cells }) => cells.quantity.trim() !== "");
  const numbers = new Map(filled.map(({ id }, at) => [id, replaces ? id : String(at + 1)]));
  const lines = filled.map((row) => lineOf(row, { every, framework, names, numbers }));
  const evidence = documents.map((document, at) => ({
    ...document.before, evidence: names[at], ...Object.fromEntries(DOCUMENT.map((name) => [name, document[name].trim()])),
  }));
  const lost = filled.flatMap(({ cells }, at) => (inReturn(cells.part_of) && !numbers.has(cells.part_of) ? [at] : []));
  return { returned, lines, evidence, filled, replaces, reason, lost };
}

/* A row is part of one of its return by that one's `id`, or of a line of another return: project/period#line. */
export const inReturn = (whole) => whole !== "" && !whole.includes("#");
export const NOT_SENT = "none"; // in the place of the `id` of a row that is not there

function lineOf({ id, measure, before, cells }, { every, framework, names, numbers }) {
  const line = { ...before, line: numbers.get(id), measure, unit: before?.unit ?? framework.measures[measure]?.unit ?? "" };
  for (const name of CELLS) line[name] = cells[name].trim().replace(/\s*\n\s*/g, " ");
  for (const name of EVERY) line[name] ||= every[name];
  if (inReturn(cells.part_of)) line.part_of = numbers.get(cells.part_of) ?? "";
  return { ...line, evidence: cells.evidence === "" ? "" : names[Number(cells.evidence)] ?? "" };
}

/* A name for each document: the one that it has already, or one made of its title. */
function evidenceNames(documents) {
  const taken = new Set(documents.map(({ before }) => before?.evidence));
  return documents.map(({ title, before }, at) => {
    if (before) return before.evidence;
    const letters = title.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").toLowerCase();
    const name = letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 50).replace(/-+$/, "");
    let found = name || `document-${at + 1}`;
    if (taken.has(found)) found = `${found}-${at + 1}`;
    taken.add(found);
    return found;
  });
}

/* A line as worth.js asks for it: its numbers in millionths, or null where there is none. */
export function typedLine(line, fields) {
  const number = (name) => {
    const value = cellOf(line[name], fields.find((field) => field.name === name));
    return typeof value === "bigint" ? value : null;
  };
  return { ...line, quantity: number("quantity"), headcount: number("headcount") };
}
