/* What stands beside a row: what was promised, how much there is so far, and the £ with its working. */
import { copyOf, make, one, say, show } from "./elements.js";
import { figure, pounds } from "./numbers.js";

const SVG = "http://www.w3.org/2000/svg";

/* A quantity in the words of its unit. */
export function amount(millionths, unit) {
  if (unit?.many === "pounds") return `£${figure(millionths)}`;
  return `${figure(millionths)} ${millionths === 1_000_000n ? unit?.one ?? "" : unit?.many ?? ""}`.trim();
}

export function drawPromised(place, { measure, unit, promised, typed, texts }) {
  if (!promised.length) {
    place.replaceChildren(make("dd", {}, texts.not_promised));
    return;
  }
  const parts = promised.flatMap(({ promised: given, promised_bound: bound, delivered = "0", delivered_bound: known }) => {
    const whole = BigInt(given);
    const words = [make("dt", {}, texts.promised_is), make("dd", {}, `${bound ? `${bound} ` : ""}${amount(whole, unit)}`)];
    if (measure.adds_up !== "flow" || promised.length > 1) return words;
    const sum = BigInt(delivered) + (typed?.quantity ?? 0n);
    const percent = whole ? (100n * sum) / whole : 0n;
    return [...words, make("dt", {}, texts.so_far), make("dd", {}, `${known ? `${known} ` : ""}${amount(sum, unit)}, ${percent}%`, bar(percent))];
  });
  place.replaceChildren(...parts);
}

function bar(percent) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("aria-hidden", "true");
  const part = (className, width) => {
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ class: className, width: `${width}%`, height: 12 })) rect.setAttribute(name, value);
    drawing.append(rect);
  };
  part("pr-bar-all", 100);
  part("pr-bar-part", percent > 100n ? 100 : Number(percent));
  return drawing;
}

/* The values of a line; what was open stays open. */
export function drawValues(place, values, { measure, typed, lists, unit }) {
  const open = new Set([...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.kind));
  if (!typed || typed.quantity === null) return place.replaceChildren();
  if (!values.length)
    return place.replaceChildren(make("p", {}, say(lists.texts, "no_value", { why: measure.no_value_reason ?? "" }).trim()));
  return place.replaceChildren(
    ...values.flatMap((value) => {
      const kind = lists.kinds[value.kind].toLowerCase();
      const words = value.counts_in === "memo" ? "beside_totals" : "worth";
      const worth = say(lists.texts, words, { pounds: pounds(value.net), kind });
      const working = copyOf("pr-working");
      working.dataset.kind = `${value.kind} ${value.counts_in}`;
      working.open = open.has(working.dataset.kind);
      one("tbody", working).append(...value.rows.map((row) => paper(row, { value, lists, unit, kind })));
      one(".hint", working).textContent = [value.source_title, value.publisher, value.caution].filter(Boolean)
        .map((text) => text.replace(/\.?$/, ".")).join(" ");
      return [make("p", { className: "pr-fig" }, worth), working];
    }),
  );
}

/* A row of the working: what it is, and the number. */
function paper(row, { value, lists, unit, kind }) {
  const { texts } = lists;
  const gaps = { unit: unit.one, kind, year: row.year, price_year: row.base };
  const rate = row.rate === undefined ? "" : `${figure(row.rate * 100n)}%`;
  const words = row.rate === undefined ? say(texts, `step ${row.what}`, gaps) : say(texts, "taken_off", { rate, what: texts[`off ${row.what}`] });
  const sign = row.rate !== undefined ? "−" : row.number !== undefined && row.what !== "quantity" || row.factor ? "×" : "";
  const number =
    row.pence !== undefined ? pounds(row.pence, true)
    : row.factor ? decimal(row.factor)
    : row.what === "quantity" ? amount(row.number, unit) : `£${figure(row.number)}`;
  const line = make("tr", row.what === "net" ? { className: "total" } : {}, make("th", { scope: "row" }, words), make("td", { className: "n" }, `${sign} ${number}`.trim()));
  return line;
}

/* A fraction with up to six decimals. */
const decimal = ([part, whole]) => figure((part * 1_000_000n * 2n + whole) / (2n * whole));

/* What all rows come to, by kind; local value apart. */
export function drawSums(root, every, lists) {
  const sums = new Map();
  let without = 0;
  for (const { values, typed } of every) {
    if (typed.quantity !== null && !values.some(({ counts_in: where }) => where === "total")) without += 1;
    for (const { kind, net, counts_in: where } of values)
      if (where === "total") sums.set(kind, (sums.get(kind) ?? 0n) + net);
  }
  const row = (words, number) => make("tr", {}, make("th", { scope: "row" }, words), make("td", { className: "n" }, number));
  const kinds = Object.keys(lists.kinds).filter((kind) => kind !== "local" && sums.has(kind));
  one(".pr-worth tbody", root).replaceChildren(
    ...kinds.map((kind) => row(lists.kinds[kind], pounds(sums.get(kind)))),
    row(lists.texts.counted_alone, String(without)),
  );
  const local = one(".pr-local", root);
  local.textContent = sums.has("local") ? say(lists.texts, "local_apart", { pounds: pounds(sums.get("local")) }) : "";
  show(local, sums.has("local"));
}
