/* Figures that come in as a block of cells or a file: how it was read is shown before anything is taken. */
import { span } from "./days.js";
import { make, many, one, say, show } from "./elements.js";
import { headed } from "./headings.js";
import { figuresOf, marksOf, refusal, restOf } from "./own-workbook.js";
import { askedOfTitles } from "./of-another.js";
import { otherFigures } from "./other-figures.js";
import { partedRows } from "./parted.js";
import { letters, readRows } from "./read-rows.js";
import { brokenAt, cellsOf, textOf } from "./table.js";
import { askedOfAll } from "./said-of-all.js";
import { rowsOfTheReturn } from "./which-rows.js";
import { Refused, sheetsOf } from "./xlsx.js";

const MOST_BYTES = 20_000_000;
const MOST_NAMES = 8; // names that are said one by one

/* What reads a block of text, {pasted}, or a file, {opened}; `start` begins the return and gives {state, facts}, `take` gets
   the rows and documents that were read. */
export function reading(root, lists, start, take) {
  const { texts } = lists;
  const region = one(".pr-read", root);
  let [read, boxes] = [null, 0];
  one('[data-do="take"]', root).onclick = () => take(read);
  return { pasted: (text) => looked(text), opened };

  async function opened(given) {
    if (given.size > MOST_BYTES) return refuse("file_too_large");
    const bytes = new Uint8Array(await given.arrayBuffer());
    if (/\.(xls|xlsb|ods|xlsm)$/i.test(given.name)) return refuse("other_workbook", { elsewhere: true });
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return looked(textOf(bytes), given.name.replace(/\.[^.]*$/, ""));
    try {
      const sheets = await sheetsOf(bytes, lists.workbook.lists);
      const marks = marksOf(sheets, lists.workbook);
      return marks ? await lookAtOurs(sheets, marks) : refuse("other_workbook", { elsewhere: true });
    } catch (error) {
      return refuse(error instanceof Refused ? error.message : "not_read");
    }
  }

  /* A block of cells, or a file of text: both may be broken. */
  function looked(text, name = "") {
    const broken = text === null ? ["two_kinds"] : brokenAt(text);
    return broken ? refuse(...broken) : look({ name, ...cellsOf(text) });
  }

  /* The headings that were found, for who looks for the one that is not known. */
  function layoutOf(best) {
    const names = best.headings.filter(Boolean);
    const rest = names.length > MOST_NAMES ? ` ${say(texts, "and_more", { rest: names.length - MOST_NAMES })}` : "";
    return { row: (best.first || 2) - 1, names: names.slice(0, MOST_NAMES).join("; ") + rest, elsewhere: true };
  }

  function refuse(name, gaps = {}) {
    read = null;
    const elsewhere = gaps.elsewhere ? [make("p", {}, make("a", { href: "submit.html" }, texts.send_as_it_is), `. ${texts.read_elsewhere}`)] : [];
    drawn([make("p", {}, say(texts, name, gaps)), ...elsewhere], [], false);
  }

  async function look(sheet) {
    const best = { ...sheet, ...headed(sheet.rows, lists.headings, lists.sections) };
    const missing = ["measure", "quantity"].filter((name) => !(name in best.columns));
    if (missing.length) return refuse(missing.length > 1 ? "no_headings" : `no_${missing[0]}`, layoutOf(best));
    best.parted = partedRows(best);
    const { state, facts } = await start();
    const ticked = { project: new Set(), period: new Set(), said: new Set(), all: new Set() };
    const ofAll = [...ofFigures(best, facts), ...askedOfAll(best, facts), ...askedOfTitles(best, state.returned, lists)];
    const again = (box = "") => {
      const mine = rowsOfTheReturn(best, state.returned, facts, ticked);
      const waits = ofAll.some(({ kind }) => !ticked.all.has(kind));
      read = { ...readRows(best, facts, lists, [], waits ? new Set(best.below.keys()) : mine.skip), mine };
      shown(best, "", [...askedOnce(ofAll, ticked.all, waits, state.returned, again), ...asked(mine.open, ticked, state.returned, again)]);
      if (box) one(`[data-box="${CSS.escape(box)}"]`, region)?.focus();
    };
    return again();
  }

  /* Whether the figures are those under one column, where others beside it have some. */
  function ofFigures(best, facts) {
    const others = otherFigures(best, facts);
    const named = (place) => best.headings[place] || say(texts, "column_letter", { letter: letters(place) });
    return others.length ? [{ kind: "figures", said: [], name: named(best.columns.quantity), others: others.map(named).join("”, “") }] : [];
  }

  /* What is said of all figures: without a yes no row is taken. */
  function askedOnce(questions, ticked, waits, { project, start: from, end }, again) {
    const asks = questions.map(({ kind, said, name, others }) => {
      const words = said.map(({ row, text }) => (row === null ? say(texts, "said_sheet", { text }) : say(texts, "said_row", { row, text })));
      const question = say(texts, `all_${kind}`, { days: span(from, end), project: lists.projects[project].name, name, others });
      const tick = ticking(kind, ticked, kind, texts.all_yes, again);
      return make("fieldset", {}, make("legend", {}, [...words, question].join(" ")), tick);
    });
    return waits ? [...asks, make("p", {}, texts.all_waits)] : asks;
  }

  /* A box to tick, with its words. What was read is drawn anew then, and it keeps the focus. */
  function ticking(name, ticked, key, words, again) {
    boxes += 1;
    const box = make("input", { type: "checkbox", checked: ticked.has(name), id: `pr-box-${boxes}` });
    box.dataset.box = key;
    box.onchange = () => {
      if (box.checked) ticked.add(name);
      else ticked.delete(name);
      again(key);
    };
    return make("div", { className: "pr-tick" }, box, make("label", { htmlFor: box.id }, words));
  }

  /* Names that only the sender knows: which of them are of the project and the days that were chosen. */
  function asked(open, ticked, returned, again) {
    const about = { project: lists.projects[returned.project].name, period: span(returned.start, returned.end) };
    return Object.entries(open).filter(([, names]) => names.size).map(([kind, names]) => {
      const lines = [...names].slice(0, MOST_NAMES).map(([name, rows]) => {
        return ticking(name, ticked[kind], `${kind} ${name}`, many(texts, "rows_named", rows, { name: name || texts.no_name }), again);
      });
      return make("fieldset", {}, make("legend", {}, say(texts, `which_${kind}`, { name: about[kind] })), ...lines);
    });
  }

  /* The rows that are not taken because of whose they are: how many of each. */
  function elsewhere({ others } = { others: new Map() }) {
    const names = [...others].map(([name, rows]) => many(texts, "rows_named", rows, { name }));
    const rest = names.length - MOST_NAMES;
    const count = [...others.values()].reduce((sum, rows) => sum + rows, 0);
    const said = names.slice(0, MOST_NAMES).join("; ") + (rest > 0 ? ` ${say(texts, "and_more", { rest })}` : "");
    return count ? [many(texts, "left_others", count, { names: said })] : [];
  }

  async function lookAtOurs(sheets, marks) {
    const { state, facts } = await start();
    const { project, start: from, end } = state.returned;
    const why = refusal(marks, lists.workbook, { project, start: from, end });
    const named = { name: lists.projects[marks.project]?.name ?? marks.project, days: span(marks.start ?? "", marks.end ?? "") };
    if (why) return refuse(why, named);
    const rest = restOf(sheets, marks, lists, texts);
    const best = figuresOf(sheets, lists.workbook);
    const rows = readRows(best, facts, lists, rest.documents);
    const changes = rows.changes.filter(({ why }) => why !== "why_called"); // names are what is chosen there
    read = { ...rows, changes, ours: true, every: rest.every, heads: rest.heads };
    return shown(best, say(texts, "own_read", named));
  }

  function shown(best, ours, questions = []) {
    const columns = make("ul", {}, ...best.headings.map((heading) => mapped(heading, best)).filter(Boolean));
    const said = [many(texts, "rows_read", read.rows.length, { sheet: best.name ? ` (${best.name})` : "" })];
    const lists_of = (title, items) => (items.length ? [make("h3", {}, texts[title]), make("ul", {}, ...items.map((item) => make("li", {}, item)))] : []);
    const unsaved = (best.unsaved ?? []).map((cell) => say(texts, "unsaved_formula", { cell }));
    drawn(
      [
        ...(ours ? [make("p", {}, ours)] : []), ...questions, make("p", {}, ...said), ...(ours ? [] : [make("h3", {}, texts.columns), columns]),
        ...lists_of("changed_cells", read.changes.map(({ row, was, is, why }) => say(texts, "changed", { row, was, is, why: texts[why] }))),
      ],
      [...lists_of("not_taken", [...elsewhere(read.mine), ...read.left.map(({ why, ...gaps }) => say(texts, why, gaps)), ...unsaved])],
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

