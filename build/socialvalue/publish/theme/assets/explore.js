/* Explore: narrow the lines down, sort them, keep the choices in the address, and hand over the chosen rows.
   The page is whole without this script. Data only ever becomes text, never markup. */
(async () => {
  "use strict";
  const FIRST = 24; // as in explore_data.py
  const STEP = 100;
  const MOST = 1000; // rows in the page at once
  const FEW = 7; // options of a facet that are shown before the others are asked for

  const root = document.getElementById("ov-explore");
  const table = root?.querySelector("tbody");
  const model = table?.querySelector("tr")?.cloneNode(true);
  if (!model) return;
  const read = (name) => fetch(new URL(name, new URL(root.dataset.lines, location))).then((answer) => answer.json());
  const answers = location.protocol === "file:" ? null : await Promise.all([read("lines.json"), read("lines-0.json")]).catch(() => null);
  if (!answers) {
    root.querySelector("form").remove(); // the place that was kept for it goes too
    return;
  }
  const [data, first] = answers;
  const { texts } = data;
  const { language, say, fill, plural, fold, make } = OV_SAY;
  const form = root.querySelector("form");
  const count = root.querySelector(".ov-explore__count");
  const said = root.querySelector(".ov-explore__said");
  const take = root.querySelector(".ov-explore__take");
  const more = root.querySelector(".ov-explore__more");
  const heads = [...root.querySelectorAll("thead th")];
  const names = new Map(data.facets.map(({ column, options }) => [column, new Map(options)]));
  const named = (facet, code) => names.get(facet)?.get(code) ?? code;

  /* The lines, the newest first, in parts: for each column the different cells, and the place in them of each line's. */
  const parts = new Map();
  const asked = new Map();
  const partOf = (row) => Math.floor(row / data.part);
  function cell(name, row) {
    const { columns, words } = parts.get(partOf(row));
    const { cells, rows } = columns[name] ?? words[name];
    return cells[rows[row % data.part]];
  }
  const place = (row) => parts.get(partOf(row)).place[row % data.part]; // in data/lines.csv
  const texted = [];

  /* What they can be narrowed by, in blocks of many lines: for each facet the different cells, and the place of each line's. */
  const blocks = [];
  const codesOf = (cell) => (Array.isArray(cell) ? cell : cell ? [cell] : []);
  function block(facets) {
    const start = blocks.reduce((sum, { length }) => sum + length, 0);
    const held = new Map(Object.entries(facets).map(([facet, { cells, rows }]) => [facet, { codes: cells.map(codesOf), rows }]));
    blocks.push({ start, length: held.values().next().value.rows.length, held });
  }

  /* A file, asked for once, and again where it did not come. */
  function once(name) {
    if (!asked.has(name)) asked.set(name, read(name).catch((failure) => { asked.delete(name); throw failure; }));
    return asked.get(name);
  }
  const numbers = (count) => [...Array(count).keys()];
  const some = (wanted) => Promise.all(wanted.map(async (part) => parts.set(part, await once(`lines-${part}.json`))));
  const rest = () => some(numbers(data.parts).filter((part) => !parts.has(part)));
  async function choices() {
    const files = await Promise.all(numbers(data.choices).map((number) => once(`choices-${number}.json`)));
    if (!blocks.length) files.forEach(block);
  }

  /* What is chosen */
  const chosen = new Map(data.facets.map((facet) => [facet.column, new Set()]));
  const state = { words: "", sort: "period", down: true };
  let visible = FIRST;
  let changed = false;
  const now = { left: null, number: 0 }; // of the lines that are shown: their places in each block, where some are chosen

  function textOf(row) {
    const labels = ["measure", "project", "programme", "organisation", "theme"].map((facet) => named(facet, cell(facet, row)));
    const others = ["_where", "_quantity", "_period", "_source"].map((name) => cell(name, row));
    return fold([...labels, ...others, cell("public_note", row), cell("local_definition", row)].join(" "));
  }

  /* The lines that keep to every choice but those of one facet, the newest first: their places in each block. */
  function kept(except = "") {
    const wanted = [...chosen].filter(([facet, codes]) => codes.size && facet !== except);
    const words = parts.size < data.parts ? [] : fold(state.words).split(/\s+/).filter(Boolean); // draw waits for all
    const has = (row) => words.every((word) => (texted[row] ??= textOf(row)).includes(word));
    return blocks.map(({ start, length, held }) => {
      const tests = wanted.map(([facet, codes]) => {
        const { codes: each, rows } = held.get(facet);
        return [each.map((its) => its.some((code) => codes.has(code))), rows];
      });
      const places = [];
      for (let at = 0; at < length; at++)
        if (tests.every(([fits, rows]) => fits[rows[at]]) && (!words.length || has(start + at))) places.push(at);
      return places;
    });
  }
  const rowsOf = (left) => left.flatMap((places, number) => places.map((at) => blocks[number].start + at));

  /* How many of these lines have each code of a facet. */
  function counted(facet, places) {
    const lines = new Map();
    for (const [number, { held }] of blocks.entries()) {
      const { codes, rows } = held.get(facet);
      const often = new Uint32Array(codes.length);
      for (const at of places[number]) often[rows[at]]++;
      for (const [cell, its] of codes.entries()) for (const code of its) lines.set(code, (lines.get(code) ?? 0) + often[cell]);
    }
    return lines;
  }

  const SORTS = {
    measure: (row) => named("measure", cell("measure", row)),
    quantity: (row) => cell("unit", row),
    project: (row) => named("project", cell("project", row)),
    place: (row) => cell("_where", row),
    period: (row) => cell("end", row),
    status: (row) => cell("status", row),
  };

  /* In the order of a column; those that are alike stay the newest first. Quantities only within one unit: the largest first. */
  function sorted(list) {
    if (state.sort === "period" && state.down) return list;
    const key = new Map(list.map((row) => [row, SORTS[state.sort](row)]));
    const { compare } = new Intl.Collator(language, { numeric: true });
    const size = state.sort === "quantity" ? (one, other) => cell("quantity", other) - cell("quantity", one) : () => 0;
    const way = state.down ? -1 : 1;
    return [...list].sort((one, other) => way * (compare(key.get(one), key.get(other)) || size(one, other)));
  }

  const tick = () => boxes.forEach((part) => Object.assign(part.box, { checked: chosen.get(part.facet).has(part.code) }));

  /* The address: names, not codes. Old addresses named the columns and held codes, and still hold. */
  function fromAddress() {
    const address = new URLSearchParams(location.search);
    for (const { column, name, options } of data.facets) {
      const asked = new Set([...address.getAll(name), ...address.getAll(column)]);
      chosen.set(column, new Set(options.filter(([code, , called]) => asked.has(code) || asked.has(called)).map(([code]) => code)));
    }
    state.words = address.get("words") ?? "";
    const [column, way] = (address.get("sort") ?? "").split("-");
    Object.assign(state, column in SORTS ? { sort: column, down: way === "down" } : { sort: "period", down: true });
    box.value = state.words;
    tick();
    visible = FIRST;
  }

  function remember(replace = false) {
    const address = new URLSearchParams();
    if (state.words) address.set("words", state.words);
    for (const { column, name, options } of data.facets)
      for (const [code, , called] of options) if (chosen.get(column).has(code)) address.append(name, called);
    if (state.sort !== "period" || !state.down) address.set("sort", state.sort + (state.down ? "-down" : ""));
    const query = address.toString();
    history[replace ? "replaceState" : "pushState"](null, "", location.pathname + (query ? `?${query}` : ""));
  }

  /* The form */
  const boxes = [];
  const box = make("input", { id: "ov-words", type: "search", autocomplete: "off", spellcheck: false });
  box.setAttribute("aria-describedby", "ov-words-help");
  const further = make("details", { className: "ov-facets__further" });
  const clear = make("button", { type: "button", className: "ov-quiet", hidden: true }, texts.clear);

  function facetOf({ column, title, options, asked }) {
    const group = make("fieldset", { className: "ov-facet", hidden: asked }, make("legend", {}, title));
    const few = options.length > FEW + 1 ? FEW - 2 : options.length;
    for (const [place, [code, label, name]] of options.entries()) {
      const number = make("span", { className: "m" });
      const box = make("input", { type: "checkbox", name: column, value: name, autocomplete: "off" });
      const line = make("label", {}, box, make("span", {}, label), number);
      boxes.push({ box, facet: column, code, number, line, group, asked, late: place >= few });
      group.append(line);
    }
    if (few === options.length) return group;
    const button = make("button", { type: "button", className: "ov-quiet" });
    button.addEventListener("click", () => {
      group.classList.toggle("all");
      drawFacets();
      if (group.classList.contains("all")) group.querySelectorAll("input")[few].focus();
    });
    group.append(button);
    return group;
  }

  function drawFacets() {
    for (const { column, options } of data.facets) {
      const lines = now.left
        ? counted(column, chosen.get(column).size ? kept(column) : now.left)
        : new Map(options.map(([code, , , number]) => [code, number]));
      for (const part of boxes.filter((each) => each.facet === column)) {
        part.number.textContent = say(lines.get(part.code) ?? 0);
        part.line.hidden = part.late && !part.box.checked && !part.group.classList.contains("all");
        if (part.asked) part.group.hidden = !chosen.get(column).size;
      }
    }
    for (const group of form.querySelectorAll(".ov-facet")) {
      const button = group.querySelector("button");
      const hidden = group.querySelectorAll("label[hidden]").length;
      if (button) button.textContent = hidden ? plural(texts.more, hidden) : texts.fewer;
    }
    if (data.facets.some((facet) => facet.further && chosen.get(facet.column).size)) further.open = true;
    clear.hidden = !anything();
  }

  /* The table */
  const drawn = OV_LINES.drawing(model, cell, named, data);
  const anything = () => Boolean(state.words) || [...chosen.values()].some((wanted) => wanted.size);

  /* What is to be shown, once it is there: without a choice the newest lines, of any part; else what the choices need. */
  let turns = 0;
  const wait = (coming) => { loading.hidden = false; return Promise.all(coming); };
  async function draw() {
    const turn = ++turns;
    const needed = [];
    if (anything() && !blocks.length) needed.push(choices());
    if ((state.words || state.sort !== "period" || !state.down) && parts.size < data.parts) needed.push(rest());
    if (needed.length) await wait(needed);
    if (turn !== turns) return; // a reader chose something else meanwhile
    const left = anything() ? kept() : null;
    const list = left ? rowsOf(left) : numbers(data.lines);
    const shown = sorted(list).slice(0, Math.min(visible, MOST));
    const missing = [...new Set(shown.map(partOf))].filter((part) => !parts.has(part));
    if (missing.length) await wait([some(missing)]);
    if (turn !== turns) return;
    loading.hidden = true;
    show(left, shown, list.length);
  }

  function show(left, list, number) {
    const everything = !left;
    [now.left, now.number] = [left, number];
    const all = data.lines;
    const shown = list.length;
    count.textContent = number === all ? plural(texts.all, all) : fill(texts.some, { found: say(number), all: say(all) });
    if (changed || !everything || state.sort !== "period" || !state.down) {
      changed = true; // until then the page holds just these rows
      table.replaceChildren(...list.map(drawn));
    }
    const unseen = number - shown;
    next.hidden = !unseen || shown >= MOST;
    next.textContent = number <= MOST / 2 ? fill(texts.show_all, { num: say(number) }) : fill(texts.show, { num: say(Math.min(STEP, unseen)) });
    enough.hidden = !(shown >= MOST && unseen);
    for (const button of [csvButton, jsonButton]) button.disabled = !number;
    const having = data.facets.find(({ column }) => column === "has").options.find(([code]) => code === "yes")?.[3] ?? 0;
    const worth = left ? counted("has", left).get("yes") ?? 0 : having;
    said.hidden = !worth || worth === number;
    said.firstChild.textContent = `${plural(texts.worth, worth)} `;
    for (const [place, head] of heads.entries()) {
      const on = Object.keys(SORTS)[place] === state.sort;
      on ? head.setAttribute("aria-sort", state.down ? "descending" : "ascending") : head.removeAttribute("aria-sort");
    }
    drawFacets();
  }

  /* What is taken: the same cells as data/lines.csv, in its order. */
  function taken() {
    const rows = anything() ? rowsOf(kept()) : numbers(data.lines);
    return rows.sort((one, other) => place(one) - place(other)).map((row) => data.columns.map(({ name }) => cell(name, row)));
  }

  async function give(ending, type) {
    await Promise.all([rest(), anything() && choices()]);
    OV_LINES.give(OV_LINES[ending](data.columns, taken(), data.guard), type, `lines${anything() ? "-chosen" : ""}.${ending}`);
  }
  const csvButton = make("button", { type: "button", className: "ov-quiet" }, "CSV");
  const jsonButton = make("button", { type: "button", className: "ov-quiet" }, "JSON");
  const next = make("button", { type: "button", className: "ov-press" });
  const enough = make("span", { hidden: true }, texts.enough);
  const loading = make("span", { hidden: true, role: "status" }, texts.loading);

  function choose(act, replace = false) {
    act();
    visible = FIRST;
    remember(replace);
    draw();
  }

  function build() {
    const made = (further) => data.facets.filter((facet) => facet.further === further).map(facetOf);
    further.append(make("summary", {}, texts.further), ...made(true));
    const facets = make("details", { className: "ov-facets__all" }, make("summary", {}, texts.narrow), ...made(false), further);
    const help = make("p", { className: "ov-note", id: "ov-words-help" }, texts.words_help);
    form.append(make("div", { className: "ov-facets__words" }, make("label", { htmlFor: box.id }, texts.words), box, help), clear, facets);
    facets.open = getComputedStyle(facets.firstChild).display === "none"; // a wide page has no need to open them
    const those = make("button", { type: "button", className: "ov-quiet" }, texts.worth_show);
    those.addEventListener("click", () => choose(() => tick(chosen.get("has").add("yes"))));
    said.append("", those, ". ");
    said.after(` ${texts.address}`);
    take.querySelector("a[download]").replaceWith(csvButton, ", ", jsonButton);
    more.replaceChildren(next, enough, loading);
    for (const [place, head] of heads.entries()) {
      const sort = Object.keys(SORTS)[place];
      const button = make("button", { type: "button", className: "ov-sort" }, head.textContent);
      const turn = () => Object.assign(state, { sort, down: state.sort === sort ? !state.down : sort === "period" });
      button.addEventListener("click", () => choose(turn));
      head.replaceChildren(button);
    }
  }

  parts.set(0, first);
  if (!data.choices) block(Object.fromEntries(data.facets.map(({ column }) => [column, first.words[`_${column}`] ?? first.columns[column]])));
  build();
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", () => choose(() => Object.assign(state, { words: box.value.trim() }), true));
  form.addEventListener("change", ({ target }) => {
    const part = boxes.find((each) => each.box === target);
    if (part) choose(() => chosen.get(part.facet)[target.checked ? "add" : "delete"](part.code));
  });
  clear.addEventListener("click", () => {
    choose(() => {
      for (const wanted of chosen.values()) wanted.clear();
      state.words = box.value = "";
      tick();
    });
    box.focus();
  });
  next.addEventListener("click", async () => {
    const from = Math.min(visible, MOST);
    visible = now.number <= MOST / 2 ? MOST : visible + STEP;
    changed = true;
    await draw();
    table.children[from]?.querySelector("a")?.focus();
  });
  csvButton.addEventListener("click", () => give("csv", "text/csv"));
  jsonButton.addEventListener("click", () => give("json", "application/json"));
  addEventListener("popstate", () => draw(fromAddress()));

  fromAddress();
  await draw();
  form.hidden = false;
})();
