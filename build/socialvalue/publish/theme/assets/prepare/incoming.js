/* Figures that come in as a block of cells or a file: how it was read is shown before anything is taken. */
import { make, one, say, show } from "./elements.js";
import { headed, readRows } from "./read-rows.js";
import { cellsOf, textOf } from "./table.js";
import { Refused, sheetsOf } from "./xlsx.js";

const MOST_BYTES = 20_000_000;

/* `start` makes the empty return and gives {state, facts}; `take` gets the rows and documents that were read. */
export function incoming(root, lists, start, take) {
  const { texts } = lists;
  const region = one(".pr-read", root);
  let read = null;

  one('[data-do="paste"]', root).onclick = () => look([{ name: "", rows: cellsOf(one("#pr-block", root).value) }]);
  one('[data-do="take"]', root).onclick = () => take(read.rows, read.documents);
  const file = one("#pr-file", root);
  const drop = one(".pr-drop", root);
  file.addEventListener("change", () => file.files[0] && opened(file.files[0]));
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("pr-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("pr-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("pr-over");
    if (event.dataTransfer.files[0]) opened(event.dataTransfer.files[0]);
  });

  async function opened(given) {
    file.value = "";
    if (given.size > MOST_BYTES) return refuse("file_too_large");
    const bytes = new Uint8Array(await given.arrayBuffer());
    if (/\.(xls|xlsb|ods|xlsm)$/i.test(given.name)) return refuse("save_as_xlsx");
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return look([{ name: "", rows: cellsOf(textOf(bytes)) }]);
    try {
      return await look(await sheetsOf(bytes));
    } catch (error) {
      return refuse(error instanceof Refused ? error.message : "not_read");
    }
  }

  function refuse(name) {
    read = null;
    drawn([make("p", {}, texts[name])], "", false);
  }

  async function look(sheets) {
    const found = sheets.map((sheet) => ({ ...sheet, ...headed(sheet.rows, lists.headings) }));
    const best = found.sort((a, b) => b.known - a.known)[0];
    if (!best || !("measure" in best.columns) || !("quantity" in best.columns)) return refuse("no_headings");
    const { facts } = await start();
    read = readRows(best, facts, lists);
    const columns = make("ul", {}, ...best.headings.map((heading) => mapped(heading, best)).filter(Boolean));
    const said = [say(texts, "rows_read", { rows: read.rows.length, sheet: best.name ? ` (${best.name})` : "" })];
    const lists_of = (title, items) => (items.length ? [make("h3", {}, texts[title]), make("ul", {}, ...items.map((item) => make("li", {}, item)))] : []);
    const unsaved = (best.unsaved ?? []).map((cell) => say(texts, "unsaved_formula", { cell }));
    drawn(
      [
        make("p", {}, ...said), make("h3", {}, texts.columns), columns,
        ...lists_of("changed_cells", read.changes.map(({ row, was, is, why }) => say(texts, "changed", { row, was, is, why: texts[why] }))),
      ],
      [...lists_of("not_taken", [...read.left.map(({ row, text, why }) => say(texts, why, { row, text })), ...unsaved])],
      read.rows.length > 0,
    );
  }

  function mapped(heading, best) {
    const field = Object.keys(best.columns).find((name) => best.headings[best.columns[name]] === heading);
    return heading && make("li", {}, make("b", {}, heading), `: ${field ? texts[`column ${field}`] ?? field : texts.not_used}`);
  }

  function drawn(above, left, any) {
    one(".pr-mapping", region).replaceChildren(...above);
    one(".pr-left", region).replaceChildren(...left);
    show(one('[data-do="take"]', region), any);
    show(region, true);
    region.focus();
  }
}

