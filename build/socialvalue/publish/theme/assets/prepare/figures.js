/* The second step: a row for each measure, judged as it is typed, with what it is worth beside it. */
import { drawPromised, drawSums, drawValues } from "./beside.js";
import { all, control, copyOf, fieldOf, joined, make, one, options, say, show, toDo } from "./elements.js";
import { ranked, search } from "./search.js";
import { DOCUMENT, EVERY, emptyDocument, emptyRow, typedLine } from "./state.js";
import { valuesOf } from "./worth.js";

/* `changed` is called after each change; it gives back the package and its findings. */
export function figures(root, { state, facts, own, lists, changed }) {
  const { texts } = lists;
  const { framework } = facts;
  const elements = new Map(); // of each row
  const left = new Set(); // the fields that were left: their findings are shown
  let asked = false; // whether Go on was pressed: then all findings are shown

  const choices = {
    area: Object.entries(lists.areas).map(([key, { name }]) => [key, name]),
    status: lists.status_order.map((key) => [key, texts[`status ${key}`]]),
    organisation: organisationsOf(lists, own),
    tier: all("option", document.getElementById("pr-tiers").content).map(({ value, textContent }) => [value, textContent]),
    bound: all("option", document.getElementById("pr-bounds").content).map(({ value, textContent }) => [value, textContent]),
    kind: all("option", document.getElementById("pr-kinds").content).map(({ value, textContent }) => [value, textContent]),
  };

  const every = joined(one(".pr-every", root));
  for (const name of EVERY) {
    const select = control(fieldOf(every, name));
    options(select, choices[name], name === "status" ? undefined : texts[name === "organisation" ? "the_sender" : "not_said"]);
    select.value = state.every[name];
    select.onchange = () => { state.every[name] = select.value; update(); };
  }

  for (const place of all("[data-rows]", root)) place.replaceChildren();
  const documents = one(".pr-documents", root);
  documents.replaceChildren();
  state.documents.forEach(addDocument);
  state.rows.forEach(addRow);

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
    addRow(row);
    update();
    control(fieldOf(elements.get(row), "quantity")).focus();
  });
  one('[data-do="document"]', root).onclick = () => {
    const added = emptyDocument();
    state.documents.push(added);
    control(fieldOf(addDocument(added), "title")).focus();
    update();
  };
  update();

  function addRow(row) {
    const measure = framework.measures[row.measure] ?? { name: row.measure };
    const unit = framework.units[measure.unit];
    const element = joined(copyOf("pr-row"));
    elements.set(row, element);
    const heading = one("h3", element);
    heading.id = `${control(fieldOf(element, "quantity")).id}-t`;
    heading.textContent = measure.name;
    element.setAttribute("aria-labelledby", heading.id);
    one(".pr-counts", element).textContent = measure.what_counts ?? "";
    one(".pr-with span", element).textContent = unit?.many ?? "";
    if (row.promised) one(".pr-take-away", element).remove();
    else one('[data-do="remove"]', element).onclick = () => remove(row);
    if (!measure.needs_headcount) one(".pr-more .pr-cells", element).prepend(fieldOf(element, "headcount"));
    if (!measure.needs_narrative) one(".pr-more .pr-cells", element).append(fieldOf(element, "public_note"));
    if (!measure.local) fieldOf(element, "local_definition").remove();
    for (const part of all("[data-field]", element)) listen(part, row.cells, row);
    for (const name of [...EVERY, "bound"]) {
      const select = control(fieldOf(element, name));
      options(select, choices[name], name === "bound" ? texts.exactly : texts.as_every);
      select.value = row.cells[name];
    }
    one(`[data-rows="${row.promised ? "promised" : "added"}"]`, root).append(element);
  }

  function remove(row) {
    state.rows.splice(state.rows.indexOf(row), 1);
    elements.get(row).remove();
    elements.delete(row);
    update();
    fresh.focus();
  }

  function addDocument(given) {
    const element = joined(copyOf("pr-document"));
    elements.set(given, element);
    const checkers = control(fieldOf(element, "checked_by"));
    options(checkers, choices.organisation, texts.nobody);
    options(control(fieldOf(element, "kind")), choices.kind);
    for (const name of DOCUMENT) {
      const part = fieldOf(element, name);
      control(part).value = given[name];
      listen(part, given, given);
    }
    one('[data-do="drop"]', element).onclick = () => {
      const at = state.documents.indexOf(given);
      state.documents.splice(at, 1);
      for (const { cells } of state.rows)
        if (cells.evidence !== "") cells.evidence = Number(cells.evidence) === at ? "" : String(Number(cells.evidence) - (Number(cells.evidence) > at));
      element.remove();
      elements.delete(given);
      update();
      one('[data-do="document"]', root).focus();
    };
    documents.append(element);
    return element;
  }

  function listen(part, cells, owner) {
    const name = part.dataset.field;
    const given = control(part);
    if (name !== "evidence") given.value = cells[name] ?? "";
    given.addEventListener("input", () => { cells[name] = given.value; update(); });
    given.addEventListener("focusout", () => {
      if (given.value === "" && name !== "quantity") return;
      (left.has(part) ? left : left.add(part)) && update(owner);
    });
  }

  function update() {
    drawDocuments();
    const { sent, findings } = changed();
    const told = findings.map((finding) => ({ ...finding, part: partOf(finding, sent) }));
    const shown = told.filter(({ part }) => part && (asked || left.has(part)));
    for (const part of all("[data-field]", root)) tell(part, shown.filter((finding) => finding.part === part));
    drawRows(sent);
    summary(told);
  }

  /* The field that a finding is shown at. */
  function partOf({ table, at, column }, sent) {
    if (table === "returns") return null;
    const element = elements.get(table === "lines" ? sent.filled[at] : state.documents[at]);
    return fieldOf(element, column) ?? fieldOf(element, table === "lines" ? "quantity" : "title");
  }

  function tell(part, findings) {
    const given = control(part);
    one(".pr-said", part)?.remove();
    const must = findings.some(({ severity }) => severity === "error");
    part.classList.toggle("pr-bad", must);
    part.classList.toggle("pr-look", findings.length > 0 && !must);
    given.toggleAttribute("aria-invalid", false);
    const ids = (given.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-m"));
    if (findings.length) {
      const id = `${given.id}-m`;
      ids.push(id);
      if (must) given.setAttribute("aria-invalid", "true");
      part.append(make("p", { className: "pr-said", id }, ...findings.flatMap(sentence)));
      part.closest("details")?.setAttribute("open", "");
    }
    if (ids.length) given.setAttribute("aria-describedby", ids.join(" "));
    else given.removeAttribute("aria-describedby");
  }

  function sentence({ severity, message, mend }) {
    const word = severity === "error" ? texts.must : texts.look;
    return [make("b", {}, `${word}:`), ` ${message} ${mend} `];
  }

  function drawRows(sent) {
    const worth = new Map();
    const lines = sent.lines.map((line) => typedLine(line, lists.fields.lines));
    lines.forEach((typed, at) =>
      worth.set(sent.filled[at], { typed, values: valuesOf(typed, state.returned, facts, lines) }),
    );
    for (const row of state.rows) {
      const measure = framework.measures[row.measure] ?? {};
      const unit = framework.units[measure.unit];
      const { typed, values } = worth.get(row) ?? { typed: null, values: [] };
      const element = elements.get(row);
      const promised = own.promised.filter((each) => each.measure === row.measure);
      drawPromised(one(".pr-side dl", element), { measure, unit, promised, typed, texts });
      drawValues(one(".pr-values", element), values, { measure, typed, lists, unit });
    }
    drawSums(root, [...worth.values()], lists);
    one(".pr-worth small", root).textContent = say(texts, "in_prices", { year: lists.year_of(state.returned.end) });
    const empty = state.rows.filter(({ promised, cells }) => promised && cells.quantity.trim() === "");
    one(".pr-empty", root).textContent = empty.length ? say(texts, "not_sent", { number: empty.length }) : "";
    show(one(".pr-promised-h", root), state.rows.some(({ promised }) => promised));
    show(one(".pr-added-h", root), state.rows.some(({ promised }) => !promised));
  }

  function drawDocuments() {
    const named = state.documents.map(({ title }, at) => [String(at), title.trim() || say(texts, "document_number", { number: at + 1 })]);
    state.documents.forEach((given, at) => { one("legend", elements.get(given)).textContent = named[at][1]; });
    for (const row of state.rows) {
      const select = control(fieldOf(elements.get(row), "evidence"));
      options(select, named, texts.no_document);
      select.value = row.cells.evidence;
    }
  }

  function summary(told) {
    const box = one(".pr-sum", root);
    const musts = told.filter(({ severity, part }) => part && severity === "error");
    const looks = told.filter(({ severity, part }) => part && severity !== "error");
    show(box, asked && told.some(({ part }) => part));
    one("h2", box).textContent = toDo(texts, musts.length, looks.length);
    one("ol", box).replaceChildren(
      ...[...musts, ...looks].map(({ part, message }) => {
        const of = one("h3, legend", part.closest(".pr-row, .pr-document")).textContent;
        const link = make("a", { href: `#${control(part).id}` }, `${of}: ${message}`);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          control(part).focus();
        });
        return make("li", {}, link);
      }),
    );
  }

  /* Show every finding; true where there is none that must be mended. */
  return function goOn() {
    asked = true;
    update();
    const box = one(".pr-sum", root);
    if (!box.hidden) box.focus();
    return box.hidden;
  };
}

const referencesOf = (framework, measure) => Object.entries(framework.crosswalk).filter(([, key]) => key === measure).map(([reference]) => reference);

/* The organisations of the project first, then all others. */
export function organisationsOf(lists, own) {
  const first = own.organisations.filter((key) => key in lists.organisations);
  const others = Object.keys(lists.organisations).filter((key) => !first.includes(key));
  return [...first, ...others].map((key) => [key, lists.organisations[key].name]);
}
