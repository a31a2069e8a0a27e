/* A row of the form: what is asked of a measure, with what was promised and what it is worth beside it. */
import { drawPromised, drawValues } from "./beside.js";
import { drawWas } from "./changes.js";
import { all, control, copyOf, fieldOf, joined, one, options, say } from "./elements.js";
import { EVERY, inReturn } from "./state.js";

/* Add its element, before `next` where it stands in the same part of the page. */
export function addRow(view, row, next = null) {
  const { root, state, facts: { framework }, lists: { texts }, names, elements } = view;
  const measure = framework.measures[row.measure] ?? { name: row.measure };
  const element = joined(copyOf("pr-row"));
  elements.set(row, element);
  const heading = one("h3", element);
  heading.id = `${control(fieldOf(element, "quantity")).id}-t`;
  heading.textContent = measure.name;
  element.setAttribute("aria-labelledby", heading.id);
  one(".pr-counts", element).textContent = measure.what_counts ?? "";
  const unit = one(".pr-with span", element);
  unit.id = `${control(fieldOf(element, "quantity")).id}-u`;
  unit.textContent = framework.units[measure.unit]?.many ?? "";
  control(fieldOf(element, "quantity")).setAttribute("aria-describedby", unit.id);
  one('[data-do="remove"]', element).setAttribute("aria-describedby", heading.id);
  if (row.promised) one(".pr-take-away", element).remove();
  else one('[data-do="remove"]', element).onclick = () => remove(view, row);
  if (state.replaces) row.cells.status ||= "self-reported"; // there is no "for every row" then
  rareFields(element, measure);
  for (const part of all("[data-field]", element)) listen(view, part, row.cells, row);
  for (const name of [...EVERY, "bound"]) {
    const select = control(fieldOf(element, name));
    options(select, names.choices[name], firstOf(name, state, texts));
    select.value = row.cells[name];
  }
  const place = one(`[data-rows="${row.before ? "sent" : row.promised ? "promised" : "added"}"]`, root);
  place.insertBefore(element, next?.parentNode === place ? next : null);
}

/* What is not asked of the measure stands among what is rare. */
function rareFields(element, measure) {
  const rare = one(".pr-more .pr-cells", element);
  if (!measure.needs_headcount) rare.prepend(fieldOf(element, "headcount"));
  if (!measure.needs_narrative) rare.append(fieldOf(element, "public_note"));
  if (!measure.local) fieldOf(element, "local_definition").remove();
}

/* What the first choice of a list is called, which chooses nothing. */
function firstOf(name, state, texts) {
  if (name === "bound") return texts.exactly;
  if (!state.replaces) return texts.as_every;
  return { organisation: texts.the_sender, status: undefined, area: texts.not_said, tier: texts.not_said }[name];
}

function remove({ root, state, elements, update }, row) {
  const next = elements.get(row).nextElementSibling;
  state.rows.splice(state.rows.indexOf(row), 1);
  elements.get(row).remove();
  elements.delete(row);
  update();
  (next ? control(fieldOf(next, "quantity")) : one("#pr-measure-q", root)).focus();
}

/* Keep what is typed in a field; a finding is shown once the field was left. */
export function listen(view, part, cells, owner) {
  const name = part.dataset.field;
  const given = control(part);
  if (name !== "evidence" && name !== "part_of") given.value = cells[name] ?? "";
  given.addEventListener("input", () => { cells[name] = given.value; view.update(); });
  given.addEventListener("focusout", () => {
    if (given.value === "" && name !== "quantity") return;
    view.left.add(part);
    view.update(owner);
  });
}

export function drawRow(element, row, worth, { facts, own, lists, names, replaces }) {
  const { framework } = facts;
  const measure = framework.measures[row.measure] ?? {};
  const unit = framework.units[measure.unit];
  const { typed, values } = worth ?? { typed: null, values: [] };
  const promised = facts.promised.filter((each) => each.measure === row.measure);
  drawPromised(one(".pr-side dl", element), { measure, unit, promised, typed, texts: lists.texts });
  drawValues(one(".pr-values", element), values, { measure, typed, lists, unit });
  const is = (name) => (name === "evidence" ? facts.named(row.cells.evidence) : row.cells[name].trim());
  if (replaces) drawWas(element, row.before, (name, before) => wasAt(name, before, is, { lists, names, replaces }));
}

/* Number the rows, and let each be part of another that is sent. */
export function drawWholes({ state, facts: { framework }, lists: { texts }, elements }) {
  const filled = state.rows.filter(({ cells }) => cells.quantity.trim() !== "");
  state.rows.forEach((row, at) => {
    const heading = `${at + 1}. ${framework.measures[row.measure]?.name ?? row.measure}`;
    const shown = one("h3", elements.get(row));
    if (shown.textContent !== heading) shown.textContent = heading;
  });
  for (const row of state.rows) {
    const { part_of: whole } = row.cells;
    const others = filled.filter((other) => other !== row && other.cells.part_of !== row.id);
    const pairs = others.map((other) => [other.id, one("h3", elements.get(other)).textContent]);
    if (whole && !pairs.some(([id]) => id === whole)) pairs.push([whole, inReturn(whole) ? texts.not_sent_row : whole]);
    const select = control(fieldOf(elements.get(row), "part_of"));
    options(select, pairs, texts.no_part);
    select.value = whole;
  }
}

/* What stood in a cell, where something else stands there now. */
function wasAt(name, before, is, { lists: { texts }, names, replaces: { documents } }) {
  const was = before[name] ?? "";
  const shown = name === "evidence" ? documents.find(({ evidence }) => evidence === was)?.title : names.cell(name, was);
  return is(name) === was ? null : say(texts, "was", { was: shown || texts.nothing });
}
