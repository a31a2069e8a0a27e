/* Put rows that were read from cells into the return: as new ones, or as the figures of rows that are there. */
import { NOT_SENT, numbered } from "./state.js";

export function merged(state, { rows, documents, ours = false, every = {}, heads = {} }) {
  said(state, rows, every, heads);
  const places = documents.map((document) => placeOf(state, document));
  const [taken, made] = [new Set(), new Map()];
  for (const row of rows) {
    if (row.cells.evidence !== "") row.cells.evidence = places[Number(row.cells.evidence)];
    const there = sameRow(state, row, taken);
    if (there) for (const [name, text] of Object.entries(row.cells)) if (text !== "") there.cells[name] = text;
    if (!there) state.rows.push(row);
    made.set(String(row.at), there ?? row);
  }
  if (ours) partsOf(state, rows, made);
}

/* In our workbook a row names the row that it is part of, by its number there. */
function partsOf(state, rows, made) {
  numbered(state);
  for (const { at, whole } of rows) if (whole) made.get(String(at)).cells.part_of = made.get(whole)?.id ?? NOT_SENT;
}

/* What a workbook of ours says for every row and of who sends it. In a correction each row says it by itself. */
function said({ returned, every, replaces }, rows, given, heads) {
  for (const [name, text] of Object.entries(given)) {
    if (!text) continue;
    if (replaces) for (const { cells } of rows) cells[name] ||= text;
    else every[name] = text;
  }
  for (const [name, told] of Object.entries(heads)) if (told) returned[name] = told;
}

/* The place of a document of that title, as text; it is added where there is none. */
function placeOf(state, document) {
  const title = ({ title: text }) => text.trim().toLowerCase();
  const at = state.documents.findIndex((other) => title(other) === title(document));
  if (at < 0) return String(state.documents.push(document) - 1);
  for (const [name, text] of Object.entries(document)) if (text) state.documents[at][name] = text;
  return String(at);
}

/* The row that waits for the figure of a promise; or the one that was sent of the same thing: its measure, and place and
   organisation where the new one says them. */
function sameRow({ rows, replaces }, { measure, cells }, taken) {
  const waits = rows.find((row) => row.promised && row.measure === measure && row.cells.quantity === "" && !taken.has(row));
  if (waits) taken.add(waits);
  if (waits || !replaces) return waits ?? null;
  const mine = rows.filter((row) => row.before && row.measure === measure && !taken.has(row));
  const alike = (names) => mine.find((row) => names.every((name) => row.cells[name] === cells[name]));
  const bare = !cells.area && !cells.organisation;
  const found = alike(["area", "organisation"]) ?? alike(["area"]) ?? alike(["organisation"]) ?? (bare || mine.length === 1 ? mine[0] : null);
  if (found) taken.add(found);
  return found;
}
