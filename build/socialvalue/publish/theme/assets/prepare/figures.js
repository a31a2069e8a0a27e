/* The second step: a row for each measure, judged as it is typed, with what it is worth beside it. */
import { drawSums } from "./beside.js";
import { changesOf, drawChanges } from "./changes.js";
import { addDocument, drawDocuments } from "./document-cards.js";
import { all, control, fieldOf, joined, make, one, options, say, show } from "./elements.js";
import { partOf, summary, tell } from "./findings-shown.js";
import { namesOf } from "./names-shown.js";
import { addRow, drawRow, drawWholes } from "./row-cards.js";
import { ranked, search } from "./search.js";
import { EVERY, emptyDocument, emptyRow, numbered, placesOf, sentRow, typedLine } from "./state.js";
import { valuesOf } from "./worth.js";

/* `changed` is called after each change; it gives back the package and its findings. `told` is given what there is to do,
   once it is shown. What it gives back shows every
   finding when it is called, and says whether there is none that must be mended. */
export function figures(root, { state, facts, own, lists, changed, told }) {
  const view = {
    root, state, facts, own, lists, changed, told,
    names: namesOf(lists, own, facts.framework),
    elements: new Map(), // of each row and document
    left: new Set(), // the fields that were left: their findings are shown
    asked: false, // whether Go on was pressed: then all findings are shown
  };
  view.update = () => update(view);
  drawEvery(view);
  for (const place of all("[data-rows]", root)) place.replaceChildren();
  one(".pr-documents", root).replaceChildren();
  state.documents.forEach((document) => addDocument(view, document));
  state.rows.forEach((row) => addRow(view, row));
  measureSearch(view);
  one('[data-do="document"]', root).onclick = () => {
    const added = emptyDocument();
    state.documents.push(added);
    control(fieldOf(addDocument(view, added), "title")).focus();
    view.update();
  };
  view.update();
  return () => {
    view.asked = true;
    view.update();
    const box = one(".pr-sum", root);
    if (!box.hidden) box.focus();
    return box.hidden;
  };
}

/* What holds for every row is said once; a return that was sent says it in each of its rows. */
function drawEvery({ root, state, lists, names, update: updated }) {
  show(one(".pr-for-every", root), !state.replaces);
  const every = joined(one(".pr-every", root));
  for (const name of EVERY) {
    const select = control(fieldOf(every, name));
    options(select, names.choices[name], name === "status" ? undefined : lists.texts[name === "organisation" ? "the_sender" : "not_said"]);
    select.value = state.every[name];
    select.onchange = () => { state.every[name] = select.value; updated(); };
  }
}

function measureSearch(view) {
  const { root, state, facts: { framework } } = view;
  const things = Object.entries(framework.measures).filter(([, { retired_on: gone }]) => !gone).map(([key, measure]) => ({
    key, words: measure.name, more: `${key}. ${measure.what_counts ?? ""}`,
    also: [key, measure.plain_name, measure.what_counts, ...referencesOf(framework, key)].join(" "),
  }));
  const field = one("#pr-measure-q", root);
  const fresh = field.cloneNode(true); // without what an earlier return listens to
  field.replaceWith(fresh);
  search(fresh, (text) => (text.trim() ? ranked(things, text) : []), ({ key }) => {
    fresh.value = "";
    const row = emptyRow(key);
    state.rows.push(row);
    addRow(view, row);
    view.update();
    control(fieldOf(view.elements.get(row), "quantity")).focus();
  }, view.lists.texts.none_found);
}

const referencesOf = (framework, measure) => Object.entries(framework.crosswalk).filter(([, key]) => key === measure).map(([reference]) => reference);

function update(view) {
  const { root, state, lists } = view;
  drawDocuments(view);
  numbered(view.state);
  drawWholes(view);
  const { sent, findings } = view.changed();
  const found = findings.map((finding) => ({ ...finding, part: partOf(view, finding, sent) }));
  const shown = found.filter(({ part }) => part && (view.asked || view.left.has(part)));
  for (const part of all("[data-field]", root)) tell(part, shown.filter((finding) => finding.part === part), lists.texts);
  drawRows(view, sent);
  drawReplaced(view, sent);
  summary(view, found);
  const box = one(".pr-sum", root);
  view.told(box.hidden ? "" : one("h2", box).textContent);
}

function drawRows({ root, state, facts, own, lists, names, elements }, sent) {
  const worth = new Map();
  const lines = sent.lines.map((line) => typedLine(line, lists.fields.lines));
  lines.forEach((typed, at) => worth.set(sent.filled[at], { typed, values: valuesOf(typed, state.returned, facts, lines) }));
  for (const row of state.rows) drawRow(elements.get(row), row, worth.get(row), { facts, own, lists, names, replaces: state.replaces });
  drawSums(root, [...worth.values()], lists);
  one(".pr-worth small", root).textContent = say(lists.texts, "in_prices", { year: lists.year_of(state.returned.end) });
  const empty = state.rows.filter(({ promised, cells }) => promised && cells.quantity.trim() === "");
  one(".pr-empty", root).textContent = empty.length ? say(lists.texts, "not_sent", { number: empty.length }) : "";
  show(one(".pr-promised-h", root), state.rows.some(({ promised }) => promised));
  show(one(".pr-sent-h", root), state.rows.some(({ before }) => before));
  show(one(".pr-added-h", root), state.rows.some(({ promised, before }) => !promised && !before));
}

/* What differs from the return that was sent; a row that was taken away can be put back. */
function drawReplaced(view, sent) {
  const { root, state, lists, names } = view;
  const place = one(".pr-changes", root);
  show(place, Boolean(state.replaces));
  if (!state.replaces) return;
  one("h2", place).textContent = say(lists.texts, "changed_since", { version: state.replaces.version });
  drawChanges(place, changesOf(sent), { texts: lists.texts, names, back: (line) => putBack(view, line) });
}

function putBack(view, line) {
  const { state, lists, names, elements } = view;
  const button = make("button", { type: "button", className: "plain" }, lists.texts.put_back);
  button.setAttribute("aria-label", `${lists.texts.put_back}: ${names.measure(line.measure)}`);
  button.onclick = () => {
    const there = state.rows.find(({ before }) => before?.line === line.line);
    const row = there ?? sentRow(line, placesOf(state.documents));
    row.cells.quantity = line.quantity;
    if (!there) {
      const order = state.replaces.lines.map((each) => each.line);
      const next = state.rows.findIndex(({ id, before }) => before && order.indexOf(id) > order.indexOf(line.line));
      state.rows.splice(next < 0 ? state.rows.length : next, 0, row);
      addRow(view, row, elements.get(state.rows[state.rows.indexOf(row) + 1]));
    }
    const field = control(fieldOf(elements.get(row), "quantity"));
    field.value = line.quantity;
    view.update();
    field.focus();
  };
  return button;
}
