/* Read a block of cells as text: pasted from a spreadsheet, or a CSV file with commas, semicolons or tabs. */

/* Rows of cells. Quotation marks hold separators and line ends, as spreadsheets write them. */
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
  return rows.map((row) => row.map((each) => each.trim())).filter((row) => row.some((each) => each !== ""));
}

/* The separator that its first lines have most of. */
function separatorOf(text) {
  const first = text.split("\n", 5).join("\n");
  const many = (sign) => first.split(sign).length;
  return ["\t", ";", ","].reduce((best, sign) => (many(sign) > many(best) ? sign : best));
}

/* The text of a file: UTF-8, UTF-16 where it says so, or what older Excel writes. */
export function textOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
