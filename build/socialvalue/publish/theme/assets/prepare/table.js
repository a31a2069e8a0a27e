/* Read a block of cells as text: pasted from a spreadsheet, or a CSV file with commas, semicolons or tabs. */

const CONFLICT = /^(?:<{7}|>{7})(?: |$)|^={7}$/;

/* Rows of cells, {rows, mark}: with the mark between cells. Quotation marks hold it and line ends, as spreadsheets write them. */
export function cellsOf(text) {
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(clean);
  const rows = [[]];
  let [cell, quoted] = ["", false];
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) cell = void rows.at(-1).push(cell) ?? "";
    else if (sign === "\n") {
      rows.at(-1).push(cell);
      cell = "";
      rows.push([]);
    } else cell += sign;
  }
  rows.at(-1).push(cell);
  return { rows: rows.map((row) => row.map((each) => each.trim())), mark: separator };
}

/* The separator that its first lines have most of. */
function separatorOf(text) {
  const first = text.split("\n", 5).join("\n");
  const many = (sign) => first.split(sign).length;
  return ["\t", ";", ","].reduce((best, sign) => (many(sign) > many(best) ? sign : best));
}

/* What makes of a text no table that can be trusted: [the name of a sentence, its gaps]; null where nothing does. A mark
   of a merge conflict leaves both sides in it, and a quotation mark without its end takes the rows after it. */
export function brokenAt(text) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const marked = lines.findIndex((line) => CONFLICT.test(line));
  if (marked >= 0) return ["conflict", { row: marked + 1 }];
  const separator = separatorOf(text);
  let [quoted, begins, row] = [false, true, 1];
  let opened = 0;
  const clean = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at];
    if (quoted && sign === '"') {
      if (clean[at + 1] === '"') at += 1;
      else if (clean[at + 1] === undefined || clean[at + 1] === separator || clean[at + 1] === "\n") quoted = false;
      else return ["quote", { row: opened }];
    } else if (!quoted && sign === '"' && begins) [quoted, opened] = [true, row];
    if (sign === "\n") row += 1;
    begins = !quoted && (sign === separator || sign === "\n");
  }
  return quoted ? ["quote", { row: opened }] : null;
}

/* The text of a file: UTF-8, UTF-16 where it says so, or what older Excel writes. Null where it mixes two. */
export function textOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return isMixed(bytes) ? null : new TextDecoder("windows-1252").decode(bytes);
  }
}

/* Whether letters of UTF-8 stand beside those of Windows: then one of them is read wrongly. */
function isMixed(bytes) {
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [one, two, three] = bytes.subarray(at, at + 3);
    const second = two >= 0x80 && two <= 0xbf;
    if (second && (one === 0xc2 || one === 0xc3 || (one === 0xe2 && two <= 0x84 && three >= 0x80 && three <= 0xbf))) return true;
  }
  return false;
}
