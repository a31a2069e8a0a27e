/* What is wrong with the text of a number, and the number that was meant: the words of check/cells/number.py. */
import { typed, MILLION } from "./numbers.js";

const DIGITS = 12;
const NUMBER = /^(-?)(0|[1-9][0-9]{0,11})(?:\.([0-9]{1,6}))?$/;
const INTEGER = /^-?(?:0|[1-9][0-9]{0,11})$/;
const GROUPED = /^[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$/;
export const CONTINENTAL = /^(?:[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]+,[0-9]{1,2})$/;
const SPACED = /(^|[^0-9.,])([1-9][0-9]{0,2}(?:[\s'_][0-9]{3})+)(?![0-9])/g;
const APART = /[0-9][\s'_]+[0-9]|[0-9]\s*'$/;
const FINE = /^-?[0-9]+\.[0-9]{7,}$/;
const LONG = "Write it with 6 decimals at most, as its source rounds it.";
const ANY = /^-?(?:[0-9]{1,12}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})$/;
export const FOREIGN = /[€$¥]|\b(?:eur|usd|euros?|dollars?)\b/i;
export const POWER = /^-?[0-9]{1,12}(?:\.[0-9]{1,12})?e[+-]?[0-9]{1,3}$/;
export const THOUSAND = /^-?[1-9][0-9]{0,2}\.[0-9]{3}$/;
const SCALED = /^(.*[0-9])\s*(k|thousand|m|mn|million|bn|billion)(?![a-z])\s*([a-z .-]*)$/;
const METRES = /^[^£]*[0-9]\s*m(?![A-Za-z]).*$/;
const MORE = /\b(?:k|thousands?|mn|millions?|bn|billions?|tn|trillions?|hundreds?|dozens?|score|half|quarters?)\b/;
const WITH_WORDS = /^(-?\s*[0-9][0-9,.]*)\s*[a-z][a-z .-]*$/;
const RANGE = /^[^0-9]{0,3}[0-9][0-9.,]*\s*[-–—]\s*[^0-9]{0,2}[0-9][0-9.,]*(?:\s*[a-z%][a-z ]*)?$/;
const DATE = /^[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}$/;
const BOUNDS = {
  about: /(?:about|around|approx(?:imately)?|circa|ca?)\.?\s*(?=[£0-9])|[~≈]\s*|(?:([0-9%])\s*|\s+)(?:approx(?:imately)?|or so|about|circa)\.?$/,
  "at least":
    /(?:at least|more than|over|min(?:imum)?)\.?\s*(?=[£0-9])|(?:>=?|≥)\s*|\s*\+$|(?:([0-9%])\s*|\s+)(?:(?:or|and) (?:more|over|above)|min(?:imum)?|at least|plus)\.?$/,
  "up to":
    /(?:up to|at most|less than|under|max(?:imum)?)\.?\s*(?=[£0-9])|(?:<=?|≤)\s*|(?:([0-9%])\s*|\s+)(?:(?:or|and) (?:fewer|less|under|below)|max(?:imum)?|at most)\.?$/,
};
const FEWER =
  /^(?:(?:<|fewer than|less than|under)\s*([0-9]{1,2})|([0-9]{1,2}) or (?:fewer|less)|[01]\s*[-–—]\s*([0-9]))$/;
const SMALL = 10;
const COUNTED = "This column holds an exact number. Give the one that was counted; if nobody knows it, leave the cell empty.";
const NO_NUMBER = new Set(["nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"]);
export const NOTHING = new Set(
  ("n/a|na|n.a.|not applicable|-|--|–|—|nil|none|null|tbc|tbd|unknown|?|*|**|..|...|:|[c]|[x]|[z]|[low]|c|x").split("|"),
);
const MISSING = new Set(["-1", "-8", "-9", "-88", "-99", "-888", "-999", "-9999"]);
const SCALES = { k: 1000n, m: MILLION, b: 1000n * MILLION };

const plainMinus = (text) => text.replace(/[−–—‐‑﹣－]/g, "-");
const low = (text) => text.trim().toLowerCase();

export class Wrong {
  constructor(rule, message, mend = "", suggestion = "") {
    Object.assign(this, { rule, message, suggestion, mend: mend || (suggestion && `Write ${suggestion}.`) });
  }
}

/* The number in millionths, or what is wrong with it. */
export function number(text) {
  const found = NUMBER.exec(text);
  if (!found) {
    const meant = numberMeant(text);
    const mend = FINE.test(text) && !meant ? LONG : "";
    return hidden(text) ?? notExact(text) ?? new Wrong("plain-number", whatItIs(text), mend, meant);
  }
  const [, sign, whole, part = ""] = found;
  const amount = BigInt(whole) * MILLION + BigInt(part.padEnd(6, "0"));
  return sign ? -amount : amount;
}

/* Whether a text is a number, or one is clearly meant. */
export const isFigure = (text) => typeof number(text) === "bigint" || numberMeant(text) !== "";

/* A number of which nobody can take the dot for one between thousands: 1.200 may be 1.2 or 1,200. */
export function quantity(text) {
  if (!THOUSAND.test(text) || !text.endsWith("0")) return number(text);
  const either = `${text.replace(/\.?0+$/, "")} or ${text.replace(".", "")}`;
  return new Wrong("plain-number", DOT, `Write ${either}, whichever was counted.`);
}

/* A whole number, in millionths too. */
export function integer(text) {
  if (INTEGER.test(text)) return BigInt(text) * MILLION;
  if (NUMBER.test(text)) {
    const whole = text.replace(/0+$/, "").replace(/\.$/, "");
    return new Wrong("whole-number", "is not a whole number.", "", text.includes(".") && INTEGER.test(whole) ? whole : "");
  }
  const meant = numberMeant(text);
  return hidden(text) ?? notExact(text, COUNTED) ?? new Wrong("whole-number", whatItIs(text), "", INTEGER.test(meant) ? meant : "");
}

export function least(text, value, lowest, nothing) {
  if (value === null || value >= BigInt(lowest) * MILLION) return null;
  if (lowest !== 0) return new Wrong("in-range", `is below ${lowest}.`, `Look it up again: it can't be less than ${lowest}.`);
  if (!MISSING.has(text)) return new Wrong("not-negative", "is negative.");
  return new Wrong("not-negative", "is negative, and often stands for a number that is missing.", nothing);
}

function hidden(text) {
  const found = FEWER.exec(low(text));
  if (!found || Number(found.slice(1).find(Boolean)) > SMALL) return null;
  const mend = "Ask whoever counted for the number. If it may not be told, leave the line out; never write the limit.";
  return new Wrong("plain-number", "is how a small count is hidden.", mend);
}

/* A number that says that it is none exactly: a quantity has a column for that; `mend` is for the others. */
function notExact(text, mend = "") {
  for (const [bound, pattern] of Object.entries(BOUNDS)) {
    const rest = low(text).replace(pattern, (_, before) => before ?? "");
    const meant = rest === low(text) ? "" : numberMeant(rest);
    if (!meant) continue;
    const said = `is not an exact number: it says ${bound}.`;
    if (mend) return new Wrong("whole-number", said, mend);
    return new Wrong("plain-number", said, `Write ${meant}, and ${bound} in the column bound.`, meant);
  }
  return null;
}

const DOT = "has a dot that may part thousands or be a decimal point.";
const NAMED = [
  [(text, small) => NO_NUMBER.has(small), "is not a number that can be counted."],
  [(text, small) => small.startsWith("="), "is a formula."],
  [(text, small) => small.startsWith("#"), "is an error that a spreadsheet left behind."],
  [(text, small) => DATE.test(small), "looks like a date. A spreadsheet may have made it one."],
  [(text, small) => NOTHING.has(small), "is a mark for a number that is missing or hidden."],
  [(text) => text !== text.trim(), "has space around it."],
  [(text, small) => RANGE.test(small), "is a range, not one number."],
  [(text) => plainMinus(text) !== text, "has a minus sign that programs do not know."],
  [(text) => /(?![0-9])\p{Nd}/u.test(text), "is written in digits of another script."],
  [(text, small) => text.includes("£") && THOUSAND.test(small.replace("£", "").trim()), DOT],
  [(text) => text.includes("£"), "has a pound sign."],
  [(text) => /[€$]/.test(text), "has a currency sign."],
  [(text) => text.includes("%"), "has a percent sign."],
  [(text) => text.includes(","), "has a comma."],
  [(text) => text.includes("_"), "has an underscore."],
  [(text) => text.includes("'"), "has an apostrophe."],
  [(text) => text.includes("("), "is in brackets."],
  [(text, small) => POWER.test(small), "is written as a power of ten."],
  [(text) => /\p{L}/u.test(text), "has words in it."],
  [(text) => /\s/.test(text), "has a space in it."],
  [(text) => FINE.test(text), "has more than 6 decimals."],
  [
    (text) => /^-?[0-9]{13,}(\.[0-9]*)?$/.test(text),
    `has more than ${DIGITS} digits before the point; so large a number is not held.`,
  ],
];

export const whatItIs = (text) => NAMED.find(([wrong]) => wrong(text, low(text)))?.[1] ?? "is not a plain number.";

/* The plain number that was probably meant; empty where it is not clear. */
export function numberMeant(text) {
  if (text.length > 60 || NO_NUMBER.has(low(text)) || FOREIGN.test(text) || /\p{No}/u.test(text)) return "";
  let found = plainMinus(asciiDigits(text)).toLowerCase().trim();
  found = found.replace(SPACED, (_, before, digits) => before + digits.replace(/[^0-9]/g, ""));
  if (APART.test(found)) return "";
  const negative = found.startsWith("(") && found.endsWith(")");
  const pounds = /£|gbp|pounds|sterling/.test(found);
  found = found.replace(/[£€$%_'()]|gbp/g, " ").trim().replace(/^\++/, "");
  const [number, scale] = scaled(found, pounds || !METRES.test(text));
  found = number;
  if (pounds && scale === 1n && THOUSAND.test(found)) return "";
  const size = found.replace(/^-+/, "");
  if (GROUPED.test(size)) found = found.replaceAll(",", "");
  else if (CONTINENTAL.test(size) && (found.includes(".") || scale > 1n)) found = found.replaceAll(".", "").replaceAll(",", ".");
  if (!ANY.test(found) && !POWER.test(found)) return "";
  return written(found, negative ? -scale : scale);
}

/* A number without the words after it, and what it is to be multiplied by: ["", 1n] where these are not clear.
   `millions` says that m stands for these. */
function scaled(text, millions) {
  const [times, worded] = [SCALED.exec(text), WITH_WORDS.exec(text)];
  let [number, words, scale] = [text, "", 1n];
  if (times && (millions || times[2] !== "m")) [number, words, scale] = [times[1], times[3], SCALES[times[2] === "thousand" ? "k" : times[2][0]]];
  else if (worded && !POWER.test(text)) [number, words] = [worded[1], text.slice(worded[1].length)];
  return MORE.test(words) ? ["", 1n] : [number.replace(/\s/g, ""), scale];
}

/* A decimal number times a whole one, as we want it written; empty where it does not fit, or only if it is rounded. */
function written(text, scale) {
  const [, sign, whole, part = "", power = "0"] = /^(-?)([0-9]*)(?:\.([0-9]*))?(?:e([+-]?[0-9]+))?$/.exec(text);
  const decimals = part.length - Number(power);
  let amount = BigInt(whole + part || "0") * (scale < 0n ? -scale : scale) * 10n ** BigInt(Math.max(-decimals, 0));
  const unit = 10n ** BigInt(Math.max(decimals, 0));
  if ((amount * MILLION) % unit) return "";
  amount = (amount * MILLION) / unit;
  if (amount >= 10n ** BigInt(DIGITS) * MILLION) return "";
  return (amount && (sign === "-") !== scale < 0n ? "-" : "") + typed(amount);
}

function asciiDigits(text) {
  return text.normalize("NFKC").replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0);
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}
