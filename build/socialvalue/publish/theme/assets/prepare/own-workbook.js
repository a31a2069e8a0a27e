/* Read our own workbook, the one that `socialvalue template` writes. It is known by its mark. No formula of ours is
   read: names are looked up instead, so that a file saved without results reads the same. `layout` is the writer's. */
import { keyMeant } from "./meant.js";
import { letters } from "./read-rows.js";
import { emptyDocument } from "./state.js";

const TICK = /^(✓|✔|x|y|yes|true|1)$/i;

/* What our mark in a workbook says; null where it is none of ours. */
export function marksOf(sheets, layout) {
  const lists = sheets.find(({ name }) => name === layout.lists);
  const found = Object.fromEntries((lists?.rows ?? []).slice(0, layout.marks.length).map((row) => [row[layout.mark - 1], row[layout.mark]]));
  return found.template && sheets.some(({ name }) => name === layout.figures) ? found : null;
}

/* Why it can't be read for the project and days that were chosen: the name of a sentence; empty where it can. */
export function refusal(marks, layout, { project, start, end }) {
  if (marks.template !== layout.template) return "own_old";
  return marks.project === project && marks.start?.slice(0, 10) === start && marks.end?.slice(0, 10) === end ? "" : "own_other";
}

/* The table of its figures, as readRows asks for it: the columns that people fill in, and figures whose result is not saved. */
export function figuresOf(sheets, layout) {
  const sheet = sheets.find(({ name }) => name === layout.figures);
  const columns = Object.fromEntries(layout.figures_columns.map((field, at) => [field, at]).filter(([field]) => field));
  const unsaved = sheet.unsaved.filter((cell) => cell.replace(/[0-9]+$/, "") === letters(columns.quantity));
  return { name: sheet.name, headings: sheet.rows[0] ?? [], columns, below: sheet.rows.slice(1), first: 2, unsaved };
}

/* What it says besides: for every row, who sends it, what is declared, and the documents. */
export function restOf(sheets, marks, lists, texts) {
  const layout = lists.workbook;
  const start = sheets.find(({ name }) => name === layout.start)?.rows ?? [];
  const at = (mark) => cellAt(start, marks[mark] ?? "");
  const named = Object.fromEntries(["self-reported", "evidenced", "verified"].map((key) => [key, { name: texts[`status ${key}`] }]));
  return {
    every: {
      area: keyMeant(at("area"), lists.areas), organisation: keyMeant(at("done_by"), lists.organisations),
      tier: layout.tiers[at("tier")] ?? "", status: keyMeant(at("status"), named),
    },
    heads: {
      organisation: keyMeant(at("organisation"), lists.organisations), mailbox: at("mailbox"),
      only_this_contract: TICK.test(at("only_this_contract")), of_this_contract: TICK.test(at("of_this_contract")),
    },
    documents: documentsOf(sheets.find(({ name }) => name === layout.evidence)?.rows ?? [], lists),
  };
}

/* The text of a cell that a mark names: C16. */
function cellAt(rows, address) {
  const found = /^([A-Z])(\d{1,5})$/.exec(address.replace(/^.*!/, "").replaceAll("$", ""));
  return found ? (rows[Number(found[2]) - 1]?.[found[1].charCodeAt(0) - 65] ?? "").trim() : "";
}

function documentsOf([, ...rows], lists) {
  const kinds = lists.fields.evidence.find(({ name }) => name === "kind").constraints.enum;
  const known = Object.fromEntries(kinds.map((kind) => [kind, { name: kind }]));
  const read = rows.map((row) => Object.fromEntries(lists.workbook.evidence_columns.map((field, at) => [field, (row[at] ?? "").trim()])));
  return read.filter(({ title }) => title).map((told) => ({
    ...emptyDocument(), ...told,
    kind: keyMeant(told.kind, known) || told.kind || "other",
    checked_by: keyMeant(told.checked_by, lists.organisations) || told.checked_by,
  }));
}
