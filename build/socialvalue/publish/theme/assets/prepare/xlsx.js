/* Read an .xlsx workbook: the values of its cells and nothing else. It comes from a stranger: what it says of its own
   size is not believed, declarations are refused, and so are cells far out. Formulas are not run, links not followed. */
const MOST_UNPACKED = 60_000_000;
const MOST_CELLS = 500_000;
const MOST_ROWS = 50_000;
const MOST_COLUMNS = 256;
const MOST_PARTS = 2_000;

export class Refused extends Error {}

/* The sheets that are shown, and that of our own mark: {name, rows, unsaved}; `unsaved` are formulas whose result was not saved. */
export async function sheetsOf(bytes, mark = "") {
  const parts = partsOf(bytes);
  const budget = { left: MOST_UNPACKED, cells: MOST_CELLS };
  const open = async (path) => (parts.has(path) ? xml(await unpacked(parts.get(path), bytes, budget)) : null);
  const book = await open("xl/workbook.xml");
  const relations = await open("xl/_rels/workbook.xml.rels");
  if (!book || !relations) throw new Refused("not_read");
  const targets = new Map(named(relations, "Relationship").map((each) => [each.getAttribute("Id"), each.getAttribute("Target")]));
  const shared = named(await open("xl/sharedStrings.xml"), "si").map(textIn);
  const days = dayStyles(await open("xl/styles.xml"));
  const from1904 = named(book, "workbookPr")[0]?.getAttribute("date1904") === "1";
  const found = [];
  for (const sheet of named(book, "sheet")) {
    const hidden = (sheet.getAttribute("state") ?? "visible") !== "visible";
    if (hidden && sheet.getAttribute("name") !== mark) continue;
    const id = [...sheet.attributes].find(({ localName, prefix }) => localName === "id" && prefix)?.value;
    const path = pathOf(targets.get(id) ?? "");
    const page = await open(path);
    if (page) found.push({ name: sheet.getAttribute("name"), ...rowsOf(page, { shared, days, from1904, budget }) });
  }
  return found;
}

const pathOf = (target) => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);
const named = (tree, name) => (tree ? [...tree.getElementsByTagNameNS("*", name)] : []);
const textIn = (element) => named(element, "t").filter((t) => t.parentNode.localName !== "rPh").map((t) => t.textContent).join("");

function xml(text) {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused("has_declarations");
  const tree = new DOMParser().parseFromString(text, "application/xml");
  if (tree.querySelector("parsererror")) throw new Refused("not_read");
  return tree;
}

/* The parts of the package by path, from the list at its end: {at, size, method}. */
function partsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Refused("not_read");
  const many = view.getUint16(end + 10, true);
  if (many > MOST_PARTS) throw new Refused("too_much");
  const found = new Map();
  let at = view.getUint32(end + 16, true);
  for (let part = 0; part < many; part += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Refused("not_read");
    if (view.getUint16(at + 8, true) & 1) throw new Refused("has_password");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    found.set(path, { at: view.getUint32(at + 42, true), size: view.getUint32(at + 20, true), method: view.getUint16(at + 10, true) });
    at += 46 + name + extra + comment;
  }
  return found;
}

/* The text of a part, unpacked in blocks until there is too much. */
async function unpacked({ at, size, method }, bytes, budget) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw new Refused("not_read");
  const begins = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(begins, begins + size);
  if (method !== 0 && method !== 8) throw new Refused("not_read");
  const stream = new Blob([packed]).stream();
  const reader = (method === 8 ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream).getReader();
  const coder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new Refused("not_read"); });
    if (done) return text + coder.decode();
    budget.left -= value.length;
    if (budget.left < 0) {
      reader.cancel();
      throw new Refused("too_much");
    }
    text += coder.decode(value, { stream: true });
  }
}

/* Which styles show a number as a day. */
function dayStyles(styles) {
  if (!styles) return [];
  const own = new Map(named(styles, "numFmt").map((each) => [each.getAttribute("numFmtId"), each.getAttribute("formatCode") ?? ""]));
  const isDay = (id) => {
    const code = (own.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    return (Number(id) >= 14 && Number(id) <= 22) || (/[dy]/i.test(code) && !/[#0]/.test(code));
  };
  return named(named(styles, "cellXfs")[0], "xf").map((each) => isDay(each.getAttribute("numFmtId")));
}

function rowsOf(page, known) {
  const rows = [];
  const unsaved = [];
  for (const row of named(page, "row")) {
    const at = Number(row.getAttribute("r") ?? rows.length + 1);
    if (at > MOST_ROWS) throw new Refused("too_far");
    const cells = [];
    for (const cell of named(row, "c")) {
      known.budget.cells -= 1;
      if (known.budget.cells < 0) throw new Refused("too_much");
      const place = cell.getAttribute("r") ?? "";
      const column = place ? columnOf(place) : cells.length;
      if (column >= MOST_COLUMNS) throw new Refused("too_far");
      cells[column] = valueOf(cell, known);
      const saved = named(cell, "v")[0]?.textContent || cell.getAttribute("t") === "str"; // an empty text is one
      if (named(cell, "f").length && !saved) unsaved.push(place);
    }
    rows[at - 1] = Array.from(cells, (text) => (text ?? "").trim());
  }
  return { rows: Array.from(rows, (row) => row ?? []), unsaved };
}

/* B7 -> 1 */
function columnOf(place) {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(cell, { shared, days, from1904 }) {
  const kind = cell.getAttribute("t");
  if (kind === "inlineStr") return textIn(cell);
  const text = named(cell, "v")[0]?.textContent ?? "";
  if (kind === "s") return shared[Number(text)] ?? "";
  if (kind === "b") return text === "1" ? "yes" : "no";
  if (kind === "str" || kind === "e" || text === "") return text;
  if (days[Number(cell.getAttribute("s") ?? 0)]) return dayOf(Number(text), from1904);
  return plainNumber(text);
}

function dayOf(number, from1904) {
  const begins = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(begins + Math.floor(number) * 86_400_000);
  return Number.isNaN(day.getTime()) ? "" : day.toISOString().slice(0, 10);
}

/* A number as its cell shows it: Excel holds 15 digits, and writes 0.1 as 0.10000000000000001. */
function plainNumber(text) {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const short = String(Number(number.toPrecision(15)));
  return /e/i.test(short) ? text : short;
}
