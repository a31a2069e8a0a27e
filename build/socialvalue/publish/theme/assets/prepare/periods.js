/* The days that the words for a period may mean, as intake/periods.py reads them: the ways that most people write. */
import { daysOf, isDay, lastOf, firstOf } from "./days.js";

const NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const QUARTER = "q(?:uarter|tr|r)?\\.?\\s*([1-4])";
const YEAR = "((?:19|20)?[0-9]{2})";
const TWO = "((?:19|20)?[0-9]{2})\\s*[-/–]\\s*([0-9]{2}|20[0-9]{2})";
const DAY = `(?:([0-9]{1,2})(?:st|nd|rd|th)?\\s+)${MONTH}(?:,?\\s+(20[0-9]{2}))?`;

const century = (year) => (year.length === 4 ? Number(year) : 2000 + Number(year));
const month = (name) => NAMES.indexOf(name.slice(0, 3)) + 1;
const months = (year, first, count) => {
  const ahead = year * 12 + first - 1;
  const until = ahead + count - 1;
  const at = (number) => [Math.floor(number / 12), (number % 12) + 1];
  return { start: firstOf(...at(ahead)), end: lastOf(...at(until)) };
};
const quarter = (year, number) => months(year, number * 3 - 2, 3);
const financial = (year, number) => months(year, number * 3 + 1, 3);
const follows = (one, two) => Number(two.slice(-2)) === (century(one) + 1) % 100;

/* Each way to write one, and the spans that it may mean. */
const READERS = [
  [`(?:fy\\s*)?${TWO}\\s*[,:/-]?\\s*${QUARTER}`, (one, two, number) => (follows(one, two) ? [financial(century(one), Number(number))] : [])],
  [`${QUARTER}\\s*[,:/-]?\\s*(?:of\\s+)?(?:fy|financial year)?\\s*${TWO}`, (number, one, two) => (follows(one, two) ? [financial(century(one), Number(number))] : [])],
  ["(20[0-9]{2})-q([1-4])", (year, number, quarters) => eitherQuarter(year, number, quarters || "calendar")],
  [`${YEAR}\\s*[,:/-]?\\s*${QUARTER}`, eitherQuarter],
  [`${QUARTER}\\s*[,:/-]?\\s*(?:of\\s+)?${YEAR}`, (number, year, quarters) => eitherQuarter(year, number, quarters)],
  [`(?:fy\\s*)?${TWO}`, (one, two) => (follows(one, two) ? [months(century(one), 4, 12)] : [])],
  ["(?:fy\\s*|year\\s*)?(20[0-9]{2})", (year) => [months(Number(year), 1, 12), months(Number(year), 4, 12)]],
  ["(20[0-9]{2})[-/](0[1-9]|1[0-2])", (year, number) => [months(Number(year), Number(number), 1)]],
  [`${MONTH}[\\s,/-]*${YEAR}`, (name, year) => [months(century(year), month(name), 1)]],
  [`${MONTH}(?:[\\s,-]*${YEAR})?\\s*(?:-|–|to|/)\\s*${MONTH}[\\s,-]*${YEAR}`, (one, from, last, to) => between(one, from, last, to)],
  [`(?:from\\s+)?${DAY}\\s*(?:-|–|to|until)\\s*${DAY}`, (day, one, from, until, last, to) => (to ? days(`${from ?? century(to) - (month(one) > month(last) ? 1 : 0)}-${two(month(one))}-${two(day)}`, `${to}-${two(month(last))}-${two(until)}`) : [])],
  ["(20[0-9]{2}-[0-9]{2}-[0-9]{2})(?:t.*)?\\s*(?:-|–|to|until)\\s*(20[0-9]{2}-[0-9]{2}-[0-9]{2})(?:t.*)?", (start, end) => days(start, end)],
  ["([0-9]{1,2})[/.]([0-9]{1,2})[/.](20[0-9]{2})\\s*(?:-|–|to|until)\\s*([0-9]{1,2})[/.]([0-9]{1,2})[/.](20[0-9]{2})", (...at) => days(`${at[2]}-${two(at[1])}-${two(at[0])}`, `${at[5]}-${two(at[4])}-${two(at[3])}`)],
].map(([pattern, read]) => [new RegExp(`^${pattern}$`), read]);

const two = (number) => String(number).padStart(2, "0");
const days = (start, end) => (isDay(start) && isDay(end) && daysOf(start, end) > 0n ? [{ start, end }] : []);

function between(one, from, last, to) {
  const end = century(to);
  const start = from ? century(from) : end - (month(one) > month(last) ? 1 : 0);
  const count = (end - start) * 12 + month(last) - month(one) + 1;
  return count > 0 && count <= 60 ? [months(start, month(one), count)] : [];
}

/* The quarter of a year in each calendar; in one, where the settings say by which this site counts. */
function eitherQuarter(year, number, quarters) {
  const both = { calendar: quarter(century(year), Number(number)), financial: financial(century(year), Number(number)) };
  return quarters in both ? [both[quarters]] : Object.values(both);
}

/* Each span that a text may mean; none for words that are no period. `quarters` is what the settings say of these. */
export function spansOf(text, quarters = "") {
  const low = text.trim().toLowerCase().replace(/\s+/g, " ").replace(/^[ .;:()]+|[ .;:()]+$/g, "");
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(low);
    const spans = found ? read(...found.slice(1), quarters) : [];
    if (spans.length) return spans;
  }
  return [];
}
