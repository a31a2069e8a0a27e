/* The lines of Explore: one as a row of its table, as the page's template writes it; those that are taken, as files. */
globalThis.OV_LINES = (() => {
  "use strict";

  const { make } = OV_SAY;
  const sub = (words) => make("span", { className: "sub" }, words);
  const link = (href, words) => make("a", { href }, words);

  /* A function that draws a line: the first row of the page, filled with other cells. */
  const drawing = (model, cell, named, data) => (row) => {
    const line = model.cloneNode(true);
    const [measure, quantity, project, place, period, status] = line.children;
    const [measured, owner, bound] = ["measure", "project", "bound"].map((name) => cell(name, row));
    measure.replaceChildren(link(`measures/${measured}.html`, named("measure", measured)));
    const worth = cell("_worth", row).map(([value, kind]) => sub(`${value} ${kind}`));
    if (cell("counted", row) === "no") worth.push(sub(data.texts.inside));
    const before = bound ? [make("span", { className: "sub ov-bound" }, data.bounds[bound]), " "] : [];
    quantity.replaceChildren(...before, cell("_quantity", row), ...worth);
    project.replaceChildren(link(`projects/${owner}.html`, named("project", owner)));
    place.replaceChildren(cell("_where", row));
    place.classList.toggle("none", !cell("_where", row));
    const address = `returns/${cell("return", row)}.html#line-${cell("return", row).split("/")[1]}-${cell("line", row)}`;
    const hand = cell("confidence", row) === "B" ? [sub(data.texts.second_hand)] : [];
    period.replaceChildren(link(address, cell("_period", row)), ...hand);
    if (status) sign(status.querySelector(".ov-chip"), cell("status", row), data.statuses);
    return line;
  };

  function sign(chip, code, names) {
    const shape = code.replaceAll("-", "");
    chip.querySelector("svg").setAttribute("class", `c-${shape}`);
    chip.querySelector("use").setAttribute("href", `#ov-i-${shape}`);
    chip.lastChild.textContent = names[code];
  }

  /* The same quotes and line ends as data/lines.csv; `guard` holds the patterns of csv_file.py. */
  function csv(columns, rows, guard) {
    const [risky, within, plain] = [new RegExp(guard.begins, "u"), new RegExp(guard.follows, "gu"), new RegExp(guard.number, "u")];
    const guarded = (text) => text.replace(within, "$1'");
    const safe = (text) => (risky.test(text) && !plain.test(text) ? `'${guarded(text)}` : guarded(text));
    const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const written = (cells) => `${cells.map(quoted).join(",")}\r\n`;
    return written(columns.map(({ name }) => name)) + rows.map((cells) => written(cells.map(safe))).join("");
  }

  /* As the files of each project: the cells that are not empty; a number keeps its digits. */
  function json(columns, rows) {
    const value = (type, text) =>
      type === "boolean" ? `${text === "yes"}` : ["number", "integer"].includes(type) ? text : JSON.stringify(text);
    const pair = (cell, place) => `${JSON.stringify(columns[place].name)}:${value(columns[place].type, cell)}`;
    const object = (cells) => `{${cells.map((cell, place) => (cell === "" ? "" : pair(cell, place))).filter(Boolean).join(",")}}`;
    return `[\n${rows.map(object).join(",\n")}\n]\n`;
  }

  /* Hand a text over as a file of this name. */
  function give(text, type, name) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  return { drawing, csv, json, give };
})();
