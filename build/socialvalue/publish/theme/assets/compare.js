/* Compare: two to four projects or areas side by side, with the choice in the address.
   The page is whole without this script. Data only ever becomes text, never markup. */
(async () => {
  "use strict";
  const MOST = 4;

  const root = document.getElementById("ov-compare");
  if (!root || location.protocol === "file:") return;
  const answer = await fetch(root.dataset.members);
  if (!answer.ok) return;
  const data = await answer.json();
  const { texts } = data;
  const { fill, plural, make } = OV_SAY;
  const form = root.querySelector("form");
  const status = root.querySelector("[role=status]");
  const place = root.querySelector(".ov-compare__table");
  const names = new Map(data.measures);
  let set = "projects";
  let chosen = [];

  const placed = ({ members }) => new Map(members.map((member, at) => [member.id, { ...member, at }]));
  const known = { projects: placed(data.projects), areas: placed(data.areas) };

  function read() {
    const address = new URLSearchParams(location.search);
    set = address.has("areas") && !address.has("projects") ? "areas" : "projects";
    const asked = (address.get(set) ?? "").split(",").filter((id) => known[set].has(id));
    chosen = [...new Set(asked)].slice(0, MOST);
  }

  function remember() {
    const query = chosen.length || set === "areas" ? `?${set}=${chosen.map(encodeURIComponent).join(",")}` : "";
    history.pushState(null, "", location.pathname + query);
  }

  /* Roles are written out, because a phone folds the table into cards, which would take its meaning away. */
  function cell(tag, role, properties, ...children) {
    const { label, ...others } = properties;
    const element = make(tag, others, ...children);
    element.setAttribute("role", role);
    if (label) element.dataset.l = label;
    return element;
  }

  const row = (...cells) => cell("tr", "row", {}, ...cells);
  const sub = (words) => make("span", { className: "sub" }, words);

  function line(head, members, content, look = "") {
    const cells = members.map((member) => cell("td", "cell", { label: member.name }, ...content(member)));
    const drawn = row(cell("th", "rowheader", { scope: "row" }, head), ...cells);
    if (look) drawn.className = look;
    return drawn;
  }

  function part(words, width) {
    const drawn = row(cell("th", "rowheader", { scope: "row", colSpan: width + 1 }, words));
    drawn.className = "ov-part";
    return drawn;
  }

  function measured(member, code) {
    const found = member.measures.find((one) => one[0] === code);
    if (!found) return [texts.no_figure];
    return [found[1] || texts.no_result, ...(found[2] ? [sub(fill(texts.promised, { figure: found[2] }))] : [])];
  }

  function table(members) {
    const width = members.length;
    const heads = members.map((member) =>
      cell("th", "columnheader", { scope: "col" }, make("a", { href: member.path }, member.name)),
    );
    const rows = [part(texts.about, width)];
    data[set].facts.forEach((fact, at) => rows.push(line(fact, members, (member) => [member.facts[at] || texts.no_place])));
    const kinds = data.kinds.filter(([code]) => members.some((member) => member.kinds[code]));
    kinds.forEach(([code, name], at) => {
      if (code === "local") rows.push(part(texts.local, width));
      else if (at === 0) rows.push(part(texts.delivered, width));
      rows.push(line(name, members, (member) => [member.kinds[code] ?? texts.no_figure]));
    });
    const measures = [...names].filter(([code]) => members.some((member) => member.measures.some((one) => one[0] === code)));
    if (measures.length) rows.push(part(texts.counted, width));
    for (const [code, name] of measures)
      rows.push(line(make("a", { href: `measures/${code}.html` }, name), members, (member) => measured(member, code)));
    const caption = make("caption", {}, texts.beside);
    const head = cell("thead", "rowgroup", {}, row(cell("th", "columnheader", { scope: "col" }, texts.what), ...heads));
    return cell("table", "table", { className: `ov-table ov-fold ov-beside ov-beside--${width}` }, caption, head, cell("tbody", "rowgroup", {}, ...rows));
  }

  function draw() {
    for (const radio of form.querySelectorAll("[type=radio]")) radio.checked = radio.value === set;
    if (selects.dataset.of !== set) selects.replaceChildren(...boxes());
    for (const box of selects.querySelectorAll("select")) choose(box);
    const members = chosen.map((id) => known[set].get(id));
    if (members.length < 2) {
      status.textContent = members.length ? texts.more : texts.choose;
      place.replaceChildren();
      return;
    }
    status.textContent = plural(texts.comparing[set], members.length);
    place.replaceChildren(table(members));
  }

  /* A box for each place in the comparison, made once for each set. */
  let offered;
  function boxes() {
    selects.dataset.of = set;
    offered = document.createDocumentFragment();
    offered.append(...data[set].members.map(({ id, name }) => make("option", { value: id }, name)));
    return texts.places[set].map((words, at) => {
      const none = make("option", { value: "" }, at < 2 ? texts.choose_one : texts.none);
      return make("label", {}, make("span", {}, words), make("select", { name: `${at}` }, none));
    });
  }

  /* Choose in a box what stands in its place; what stands in another place can't be chosen twice. A box gets its options once
     its turn has come, or a reader goes there: a phone takes a tenth of a second to lay a thousand of them out. */
  function choose(box) {
    const at = Number(box.name);
    if (box.options.length === 1 && (at <= chosen.length || box === document.activeElement)) box.append(offered.cloneNode(true));
    for (const option of box.querySelectorAll("[disabled]")) option.disabled = false;
    box.value = chosen[at] ?? "";
    if (box.options.length > 1) for (const id of chosen) if (id !== chosen[at]) box.options[known[set].get(id).at + 1].disabled = true;
  }

  const radios = ["projects", "areas"].map((name) =>
    make("label", {}, make("input", { type: "radio", name: "set", value: name }), make("span", {}, texts[name])),
  );
  const selects = make("div", { className: "ov-choose__selects" });
  form.append(
    make("fieldset", {}, make("legend", {}, texts.compare), ...radios),
    make("fieldset", {}, make("legend", { className: "ov-vh" }, texts.choose_set), selects),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.type === "radio") {
      set = target.value;
      chosen = [];
    } else {
      chosen = [...new Set([...selects.querySelectorAll("select")].map((box) => box.value).filter(Boolean))];
    }
    const focus = target.name;
    remember();
    draw();
    form.querySelector(target.type === "radio" ? "input:checked" : `select[name="${focus}"]`)?.focus();
  });
  selects.addEventListener("focusin", ({ target }) => choose(target));
  addEventListener("popstate", () => {
    read();
    draw();
  });

  read();
  form.hidden = false;
  draw();
})();
