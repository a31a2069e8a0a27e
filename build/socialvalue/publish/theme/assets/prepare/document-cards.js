/* The documents that show what was delivered: each once, and chosen in the rows. */
import { control, copyOf, fieldOf, joined, one, options, say } from "./elements.js";
import { listen } from "./row-cards.js";
import { DOCUMENT } from "./state.js";

export function addDocument(view, given) {
  const { root, lists: { texts }, names, elements } = view;
  const element = joined(copyOf("pr-document"));
  elements.set(given, element);
  options(control(fieldOf(element, "checked_by")), names.choices.organisation, texts.nobody);
  options(control(fieldOf(element, "kind")), names.choices.kind);
  for (const name of DOCUMENT) {
    const part = fieldOf(element, name);
    control(part).value = given[name];
    listen(view, part, given, given);
  }
  one('[data-do="drop"]', element).onclick = () => drop(view, given);
  one(".pr-documents", root).append(element);
  return element;
}

/* Take a document away; the rows that name a later one go on naming it. */
function drop({ root, state, elements, update }, given) {
  const gone = state.documents.indexOf(given);
  state.documents.splice(gone, 1);
  for (const { cells } of state.rows) {
    const at = cells.evidence === "" ? -1 : Number(cells.evidence);
    if (at === gone) cells.evidence = "";
    else if (at > gone) cells.evidence = String(at - 1);
  }
  elements.get(given).remove();
  elements.delete(given);
  update();
  one('[data-do="document"]', root).focus();
}

export function drawDocuments({ state, lists: { texts }, elements }) {
  const named = state.documents.map(({ title }, at) => [String(at), title.trim() || say(texts, "document_number", { number: at + 1 })]);
  state.documents.forEach((given, at) => { one("legend", elements.get(given)).textContent = named[at][1]; });
  for (const row of state.rows) choose(row, "evidence", named, texts.no_document);

  function choose(row, name, pairs, nothing) {
    const select = control(fieldOf(elements.get(row), name));
    options(select, pairs, nothing);
    select.value = row.cells[name];
  }
}
