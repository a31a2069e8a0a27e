/* Explore: narrow the lines down, keep the choices in the address, and hand over the chosen rows as CSV.
   The page is whole without this script. Data only ever becomes text, never markup. */
(async () => {
  "use strict";
  const STEP = 50; // as in exploring.py
  const MOST = 1000; // rows in the page at once

  const root = document.getElementById("ov-explore");
  const table = root?.querySelector("tbody");
  const model = table?.querySelector("tr")?.cloneNode(true);
  if (!model) return;
  const answer = location.protocol === "file:" ? { ok: false } : await fetch(root.dataset.lines);
  if (!answer.ok) {
    root.querySelector("form").remove(); // the place that was kept for it goes too
    return;
  }
  const data = await answer.json();
  const { texts } = data;
  const language = document.documentElement.lang;
  const say = (number) => number.toLocaleString(language);
  const fill = (text, gaps) => text.replace(/%\((\w+)\)s/g, (_, name) => gaps[name]);
  const plural = (forms, number) =>
    fill(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, { num: say(number) });

  const form = root.querySelector("form");
  const count = root.querySelector(".ov-explore__count");
  const take = root.querySelector(".ov-explore__take");
  const more = root.querySelector(".ov-explore__more");
  const columns = new Map(data.columns.map((column) => [column.name, column]));
  const cell = (name, row) => at(columns.get(name), row);
  const at = (column, row) => column.cells[column.rows[row]];
  const names = new Map(data.facets.map((facet) => [facet.column, new Map(facet.options)]));
  const named = (facet, code) => names.get(facet).get(code) ?? code;
  const chosen = new Map(data.facets.map((facet) => [facet.column, new Set()]));
  const boxes = [];
  const summaries = new Map();
  let visible = STEP;
  let changed = false;

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /* Which codes of a facet a line has: none, one, or several kinds or parts of models. */
  function codes(facet, row) {
    if (facet === "kind" || facet === "model") return at(data.words[facet], row);
    const code = cell(facet, row);
    return code ? [code] : [];
  }

  /* The lines that keep to every choice but those of one facet, in the order of the table. */
  function found(except = "") {
    const asked = [...chosen].filter(([facet, wanted]) => wanted.size && facet !== except);
    return data.newest.filter((row) =>
      asked.every(([facet, wanted]) => codes(facet, row).some((code) => wanted.has(code))),
    );
  }

  function read() {
    const address = new URLSearchParams(location.search);
    for (const [facet, wanted] of chosen) {
      wanted.clear();
      for (const code of address.getAll(facet)) if (names.get(facet).has(code)) wanted.add(code);
    }
    for (const { box, facet } of boxes) box.checked = chosen.get(facet).has(box.value);
    visible = STEP;
  }

  function remember() {
    const address = new URLSearchParams();
    for (const [facet, wanted] of chosen) for (const code of wanted) address.append(facet, code);
    const query = address.toString();
    history.pushState(null, "", location.pathname + (query ? `?${query}` : ""));
  }

  function facetOf({ column, title, options }) {
    const note = make("span", { className: "m" });
    summaries.set(column, note);
    const list = make("div", { className: "ov-facet__options" });
    for (const [code, name] of options) {
      const number = make("span", { className: "m" });
      const box = make("input", { type: "checkbox", name: column, value: code, autocomplete: "off" });
      boxes.push({ box, facet: column, code, number });
      list.append(make("label", {}, box, make("span", {}, name), number));
    }
    const fieldset = make("fieldset", {}, make("legend", { className: "ov-vh" }, title), list);
    return make("details", { className: "ov-facet" }, make("summary", {}, make("span", {}, title), note), fieldset);
  }

  function drawFacets() {
    for (const { column } of data.facets) {
      const numbers = new Map();
      for (const row of found(column))
        for (const code of codes(column, row)) numbers.set(code, (numbers.get(code) ?? 0) + 1);
      for (const { facet, code, number } of boxes)
        if (facet === column) number.textContent = say(numbers.get(code) ?? 0);
      const size = chosen.get(column).size;
      summaries.get(column).textContent = size ? fill(texts.chosen, { num: say(size) }) : "";
    }
    clear.hidden = ![...chosen.values()].some((wanted) => wanted.size);
  }

  const sub = (words) => make("span", { className: "sub" }, words);
  const link = (href, words) => make("a", { href }, words);

  function drawn(row) {
    const line = model.cloneNode(true);
    const [measure, project, period, quantity, status, worth] = line.children;
    const code = cell("status", row);
    const measured = cell("measure", row);
    const owner = cell("project", row);
    const source = cell("return", row);
    const address = `returns/${source}.html#line-${source.split("/")[1]}-${cell("line", row)}`;
    measure.replaceChildren(link(`measures/${measured}.html`, named("measure", measured)));
    project.replaceChildren(link(`projects/${owner}.html`, named("project", owner)));
    period.replaceChildren(link(address, at(data.words.period, row)));
    const bound = cell("bound", row);
    quantity.replaceChildren(...(bound ? [sub(data.bounds[bound])] : []), at(data.words.quantity, row));
    const chip = status.querySelector(".ov-chip");
    const sign = code.replaceAll("-", "");
    chip.querySelector("svg").setAttribute("class", `c-${sign}`);
    chip.querySelector("use").setAttribute("href", `#ov-i-${sign}`);
    chip.lastChild.textContent = data.statuses[code];
    status.replaceChildren(chip, ...(cell("confidence", row) === "B" ? [sub(texts.second_hand)] : []));
    const values = at(data.words.worth, row).flatMap(([value, kind]) => [value, sub(kind)]);
    worth.replaceChildren(...(values.length ? values : [texts.no_value]));
    if (cell("counted", row) === "no") worth.append(sub(texts.inside));
    return line;
  }

  function draw() {
    const rows = found();
    const all = data.newest.length;
    const shown = Math.min(visible, MOST, rows.length);
    const lines = rows.length === all ? plural(texts.all, all) : fill(texts.some, { found: say(rows.length), all: say(all) });
    const newest = shown < rows.length ? ` ${fill(texts.newest, { number: say(shown) })}` : "";
    count.textContent = lines + newest;
    if (changed || rows.length < all) {
      changed = true; // until then the page holds just these rows
      table.replaceChildren(...rows.slice(0, shown).map(drawn));
    }
    take.hidden = rows.length === 0;
    button.textContent = rows.length === all ? texts.take_all : texts.take_some;
    next.hidden = shown >= rows.length || shown >= MOST;
    next.textContent = fill(texts.show, { num: say(Math.min(STEP, rows.length - shown)) });
    enough.hidden = !(shown >= MOST && shown < rows.length);
    drawFacets();
  }

  /* The same cells, quotes and line ends as data/lines.csv. */
  function csv() {
    const { begins, follows, number } = data.guard; // the patterns of csv_file.py
    const [risky, within, plain] = [new RegExp(begins, "u"), new RegExp(follows, "gu"), new RegExp(number, "u")];
    const guarded = (text) => text.replace(within, "$1'");
    const safe = (text) => (risky.test(text) && !plain.test(text) ? `'${guarded(text)}` : guarded(text));
    const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const written = (cells) => `${cells.map(quoted).join(",")}\r\n`;
    const rows = found().sort((one, other) => one - other);
    const lines = rows.map((row) => written(data.columns.map((column) => safe(at(column, row)))));
    return written([...columns.keys()]) + lines.join("");
  }

  function download() {
    const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    const narrowed = found().length < data.newest.length;
    make("a", { href: address, download: narrowed ? "lines-chosen.csv" : "lines.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  const clear = make("button", { type: "button", className: "ov-quiet", hidden: true }, texts.clear);
  const button = make("button", { type: "button", className: "ov-press" });
  const next = make("button", { type: "button", className: "ov-press" });
  const enough = make("span", { hidden: true }, texts.enough);
  const choices = make("div", { className: "ov-facets__list" }, ...data.facets.filter((facet) => facet.options.length).map(facetOf));
  const wide = matchMedia("(min-width: 76.25em)").matches;
  form.append(make("details", { className: "ov-facets__all", open: wide }, make("summary", {}, texts.narrow), choices, clear));
  take.replaceChildren(button);
  more.replaceChildren(next, enough);

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    const wanted = chosen.get(target.name);
    target.checked ? wanted.add(target.value) : wanted.delete(target.value);
    visible = STEP;
    remember();
    draw();
  });
  clear.addEventListener("click", () => {
    for (const wanted of chosen.values()) wanted.clear();
    for (const { box } of boxes) box.checked = false;
    visible = STEP;
    remember();
    draw();
    form.querySelector("summary").focus();
  });
  next.addEventListener("click", () => {
    const first = visible;
    visible += STEP;
    changed = true;
    draw();
    table.children[first]?.querySelector("a")?.focus();
  });
  button.addEventListener("click", download);
  addEventListener("popstate", () => {
    read();
    draw();
  });

  read();
  for (const details of choices.children)
    details.open = [...details.querySelectorAll("input")].some((box) => box.checked);
  form.hidden = false;
  draw();
})();
