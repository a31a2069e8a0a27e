/* The return in the making: what is typed, the package that it makes, and what is known beside it. */
import { nameOf, span } from "./days.js";
import { cellOf } from "./judge.js";

export const CELLS = [
  ..."quantity headcount evidence public_note area status organisation tier bound derivation local_definition".split(" "),
];
export const EVERY = ["area", "status", "organisation", "tier"];
export const DOCUMENT = ["title", "kind", "dated", "checked_by", "link"];

export const emptyRow = (measure, promised = false) => ({
  measure, promised, cells: Object.fromEntries(CELLS.map((name) => [name, ""])),
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
    rows: [...new Set(own.promised.map(({ measure }) => measure))].map((measure) => emptyRow(measure, true)),
    documents: [],
  };
}

/* The package: rows with a figure, and documents with anything in them, as the texts of their cells. */
export function sentOf({ returned, every, rows, documents }, framework) {
  const names = evidenceNames(documents);
  const filled = rows.filter(({ cells }) => cells.quantity.trim() !== "");
  const lines = filled.map(({ measure, cells }, at) => {
    const line = { line: String(at + 1), measure, unit: framework.measures[measure]?.unit ?? "" };
    for (const name of CELLS) line[name] = cells[name].trim().replace(/\s*\n\s*/g, " ");
    for (const name of EVERY) line[name] ||= every[name];
    return { ...line, evidence: cells.evidence === "" ? "" : names[Number(cells.evidence)] ?? "" };
  });
  const evidence = documents.map((document, at) => ({
    evidence: names[at],
    ...Object.fromEntries(DOCUMENT.map((name) => [name, document[name].trim()])),
  }));
  return { returned, lines, evidence, filled };
}

/* A name for each document, made of its title. */
function evidenceNames(documents) {
  const taken = new Set();
  return documents.map(({ title }, at) => {
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
