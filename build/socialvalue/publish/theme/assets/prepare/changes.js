/* What a correction changes in the return that it replaces: worked out from both, never typed again. */
import { all, fieldOf, make, many, one, say } from "./elements.js";

const HIDDEN = new Set(["line", "unit", "measure"]); // what nobody types

/* {added, changed, removed, documents}: rows by their line; of a changed one each cell, as it was and as it is. */
export function changesOf({ lines, evidence, replaces }) {
  const [old, now] = [byKey(replaces.lines, "line"), byKey(lines, "line")];
  const [before, after] = [byKey(replaces.documents, "evidence"), byKey(evidence, "evidence")];
  return {
    measures: new Map([...replaces.lines, ...lines].map(({ line, measure }) => [line, measure])),
    titles: new Map([...replaces.documents, ...evidence].map((document) => [document.evidence, document.title])),
    added: lines.filter(({ line }) => !old.has(line)),
    removed: replaces.lines.filter(({ line }) => !now.has(line)),
    changed: lines.flatMap((line) => cellsOf(old.get(line.line), line)),
    documents: {
      added: evidence.filter((document) => !before.has(document.evidence)),
      removed: replaces.documents.filter((document) => !after.has(document.evidence)),
      changed: evidence.flatMap((document) => cellsOf(before.get(document.evidence), document)),
    },
  };
}

const byKey = (rows, key) => new Map(rows.map((row) => [row[key], row]));

function cellsOf(before, row) {
  if (!before) return [];
  return Object.keys(row)
    .filter((name) => !HIDDEN.has(name) && (row[name] ?? "") !== (before[name] ?? ""))
    .map((name) => ({ row, name, was: before[name] ?? "", is: row[name] ?? "" }));
}

export const howMany = ({ added, changed, removed, documents }) =>
  added.length + changed.length + removed.length + documents.added.length + documents.changed.length + documents.removed.length;

/* The list of them. `names` says what a measure, a column and a cell are called; `back` puts a row back. */
export function drawChanges(place, found, { texts, names, back }) {
  const number = howMany(found);
  const status = one(".pr-changed-n", place);
  const words = number ? many(texts, "changes", number) : texts.no_change;
  if (status.textContent !== words) status.textContent = words;
  const shown = { evidence: (text) => found.titles.get(text), part_of: (text) => names.measure(found.measures.get(text) ?? text) };
  const cell = (name, text) => (shown[name]?.(text) ?? names.cell(name, text)) || texts.nothing;
  const wasIs = ({ name, was, is }) => say(texts, "was_is", { what: names.column(name), was: cell(name, was), is: cell(name, is) });
  const item = (kind, title, said, ...more) => make("li", {}, make("b", {}, `${texts[kind]}: ${title}.`), ` ${said} `, ...more);
  const row = (line) => `${names.measure(line.measure)}, ${names.quantity(line)}`;
  const rest = found.documents;
  one(".pr-changed", place).replaceChildren(
    ...found.removed.map((line) => item("change_removed", row(line), "", ...(back ? [back(line)] : []))),
    ...found.changed.map((each) => item("change_changed", names.measure(each.row.measure), wasIs(each))),
    ...found.added.map((line) => item("change_added", row(line), "")),
    ...rest.removed.map(({ title }) => item("document_removed", title, "")),
    ...rest.changed.map((each) => item("document_changed", each.row.title, wasIs(each))),
    ...rest.added.map(({ title }) => item("document_added", title || texts.no_title, "")),
  );
}

/* At each field that differs, what stood there. */
export function drawWas(root, before, shown) {
  for (const part of all("[data-field]", root)) {
    const name = part.dataset.field;
    const was = before ? shown(name, before) : null;
    one(".pr-was", part)?.remove();
    if (was !== null) part.append(make("span", { className: "hint pr-was" }, was));
  }
}
