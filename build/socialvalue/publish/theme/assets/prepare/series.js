/* What a return says in all of each measure, beside what came before: as check/series.py works it out. */
import { dayAfter, daysOf, isDay } from "./days.js";

const FLOW = "flow";
const SAME = ["measure", "unit", "local_definition"];
const MILLION = 1_000_000n;
const LARGEST = 9n * 10n ** 18n;

/* Whether a line counts: its measure adds up, it is part of no other, and there is something of it. */
export const counts = ({ quantity, part_of: whole, measure }, { start }, { framework }) =>
  framework.measures[measure]?.adds_up === FLOW && !whole && quantity !== null && quantity > 0n && start !== "";

/* A row for each measure of this return, at its last line: its cells, and those that follow from what came before. */
export function seriesOf(lines, returned, facts) {
  const ours = lines
    .map((line, at) => ({ ...line, start: returned.start, end: returned.end, at, owner: "" }))
    .filter((line) => counts(line, returned, facts));
  const before = facts.history.filter(({ flow, quantity }) => flow && quantity > 0n).map((line) => ({ ...line, at: -1, owner: line.period }));
  const things = apart([...before, ...ours], (line) => JSON.stringify(SAME.map((name) => line[name] ?? "")));
  return things.flatMap(inOrder).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
}

/* Lists of those that have one key. */
function apart(lines, keyOf) {
  const found = new Map();
  for (const line of lines) found.set(keyOf(line), [...(found.get(keyOf(line)) ?? []), line]);
  return [...found.values()];
}

/* The periods of one thing in their order, cut into chains: periods that follow one another. */
function inOrder(lines) {
  const each = apart(lines, ({ owner }) => owner).map((mine) => ({
    ...mine.at(-1), quantity: summed(mine, "quantity"), headcount: summed(mine, "headcount"),
  }));
  each.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const chains = [];
  for (const [at, row] of each.entries()) {
    if (at && goesOn(each[at - 1], row)) chains.at(-1).push(row);
    else chains.push([row]);
  }
  return chains.flatMap(chained);
}

/* A sum, and no more than 64 bits are trusted to hold, as in check/series.py. */
export function summed(lines, name) {
  const sum = lines.reduce((all, line) => all + (line[name] ?? 0n), 0n);
  return sum < LARGEST ? sum : LARGEST;
}

/* Whether a period follows another, with a break of at most half of itself. */
function goesOn(before, row) {
  if (!isDay(before.end) || !isDay(row.start) || !isDay(row.end)) return false;
  const gap = daysOf(dayAfter(before.end), row.start) - 1n;
  return gap >= 0n && 2n * gap <= daysOf(row.start, row.end);
}

function chained(chain) {
  const falls = chain.some(({ quantity }, nth) => nth > 0 && chain[nth - 1].quantity > quantity);
  const many = BigInt(chain.length) * MILLION;
  let sum = 0n;
  return chain.map((row, nth) => {
    const rest = sum;
    sum += row.quantity;
    const earlier = (back, name) => chain[nth - back]?.[name] ?? null;
    const days = daysOf(row.start, row.end);
    const previous = nth ? daysOf(chain[nth - 1].start, chain[nth - 1].end) : null;
    return {
      ...row, rest, falls, nth: BigInt(nth) * MILLION, of: many, first: chain[0].quantity,
      before: earlier(1, "quantity"), before_that: earlier(2, "quantity"),
      days: days === null ? null : days * MILLION, days_before: previous === null ? null : previous * MILLION,
      same_people_days: samePeople(chain, nth) * MILLION,
    };
  });
}

/* The days for which as many people are told of, at the last period of these; 0 elsewhere. */
function samePeople(chain, nth) {
  const { headcount } = chain[nth];
  if (!headcount || chain[nth + 1]?.headcount === headcount) return 0n;
  let from = nth;
  while (from > 0 && chain[from - 1].headcount === headcount) from -= 1;
  return from === nth ? 0n : daysOf(chain[from].start, chain[nth].end) ?? 0n;
}
