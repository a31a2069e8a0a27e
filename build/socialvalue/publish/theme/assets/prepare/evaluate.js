/* Say whether what a rule asks holds of one row. A rule is the tree that check/clauses/expression.py makes of its words.
   A text is a string, a number a BigInt of millionths or null where there is none, yes and no are booleans. */
import { ofGroup } from "./groups.js";
import { MILLION, floor, modulo } from "./numbers.js";

const COMPARED = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const WORKED_OUT = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => floor(a * b, MILLION),
  "/": (a, b) => (b ? floor(a * MILLION, b) : 0n),
  "%": (a, b) => (b ? modulo(a, b) : 0n),
  most: (a, b) => (a > b ? a : b),
  whole: (a) => -floor(-a, MILLION) * MILLION,
  rounded: (number, places) => {
    const step = 10n ** (6n - places / MILLION);
    return floor(2n * number + step, 2n * step) * step;
  },
};

const ASKED = {
  and: (parts, row) => parts.every((part) => holds(part, row)),
  or: (parts, row) => parts.some((part) => holds(part, row)),
  not: ([part], row) => !holds(part, row),
  empty: ([part], row) => empty(value(part, row)),
  given: ([part], row) => !empty(value(part, row)),
  in: ([what, among], row) => inside(what, among, row),
  matches: ([part, [, pattern]], row) => like(pattern).test(value(part, row)),
  finer: (parts, row) => {
    const [number, places] = parts.map((part) => value(part, row));
    return number !== null && places !== null && modulo(number, 10n ** (6n - places / MILLION)) > 0n;
  },
};

export const empty = (given) => given === "" || given === null;

export function holds([kind, ...parts], row) {
  if (kind in ASKED) return ASKED[kind](parts, row);
  if (kind in COMPARED) {
    const [left, right] = parts.map((part) => value(part, row));
    return left !== null && right !== null && COMPARED[kind](left, right);
  }
  return value([kind, ...parts], row) === true;
}

export function value([kind, ...parts], row) {
  if (kind === "text") return parts[0];
  if (kind === "number") return BigInt(parts[0]);
  if (kind === "column") return row.column(parts[0]);
  if (kind in OF_GROUP) return OF_GROUP[kind](parts, row);
  const given = parts.map((part) => value(part, row));
  if (kind === "first") return given[0] ?? given[1];
  return given.includes(null) ? null : WORKED_OUT[kind](...given);
}

const OF_GROUP = ofGroup(holds, value);

function inside(what, [kind, ...written], row) {
  const known = kind === "texts" ? new Set(written) : row.list(written[0]);
  const [pair, ...sides] = what;
  return known.has(pair === "pair" ? sides.map((side) => value(side, row)).join("\t") : value(what, row));
}

const patterns = new Map();

/* A pattern as Python reads it with ASCII alone. */
function like(pattern) {
  if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(pattern.replaceAll("\\s", "[ \\t\\n\\r\\f\\v]"), "i"));
  return patterns.get(pattern);
}
