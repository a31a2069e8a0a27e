/* Days of the calendar as ISO text, and what people call a period. */
const MONTHS = ["January", "February", "March", "April", "May", "June", "July"].concat([
  "August", "September", "October", "November", "December",
]);
const A_DAY = 86_400_000;

const utc = (day) => Date.parse(`${day}T00:00:00Z`);
export const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && iso(new Date(utc(text))) === text;
const iso = (date) => (Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10));

/* 2024-03-31 -> 31 March 2024, 2024-03 -> March 2024; other text stays as it is. */
export function inWords(day) {
  const month = () => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
  if (day.length === 7 && isDay(`${day}-01`)) return month();
  return isDay(day) ? `${Number(day.slice(8))} ${month()}` : day;
}

/* 1 April to 30 June 2025. */
export function span(start, end) {
  const year = start.slice(0, 4) === end.slice(0, 4);
  return `${year ? inWords(start).replace(/ \d{4}$/, "") : inWords(start)} to ${inWords(end)}`;
}

/* Days from start to end, both counted, or null. */
export function daysOf(start, end) {
  return isDay(start) && isDay(end) ? BigInt(Math.round((utc(end) - utc(start)) / A_DAY) + 1) : null;
}

export const dayAfter = (day) => iso(new Date(utc(day) + A_DAY));
export const lastOf = (year, month) => iso(new Date(Date.UTC(year, month, 0)));
export const firstOf = (year, month) => `${year}-${String(month).padStart(2, "0")}-01`;

export function financialYear(day) {
  const from = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);
  return `${from}-${String((from + 1) % 100).padStart(2, "0")}`;
}

/* The quarter that holds a day: its name, its days, and what either calendar calls it. */
export function quarterOf(day) {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  const start = firstOf(year, 3 * quarter - 2);
  const ours = quarter === 1 ? 4 : quarter - 1;
  return { name: `${year}-q${quarter}`, start, end: lastOf(year, 3 * quarter), quarter, year, ours, of: financialYear(start) };
}

/* The quarters that are over on a day, the newest first. */
export function quartersBefore(today, many) {
  const found = [];
  let at = quarterOf(today);
  while (found.length < many) {
    if (at.end < today) found.push(at);
    at = quarterOf(iso(new Date(utc(at.start) - A_DAY)));
  }
  return found;
}

/* The name of a return's folder for a period: 2025-q2, 2025-07, 2025-26, 2025, or its first and last day. */
export function nameOf(start, end) {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  const quarter = quarterOf(start);
  if (quarter.start === start && quarter.end === end) return quarter.name;
  if (start === firstOf(year, month) && end === lastOf(year, month)) return start.slice(0, 7);
  if (start === `${year}-04-01` && end === `${year + 1}-03-31`) return financialYear(start);
  if (start === `${year}-01-01` && end === `${year}-12-31`) return String(year);
  return `${start}-to-${end}`;
}

/* The whole months of a period in twelfths of a year, or else its days in 365.25ths: [part, whole]. */
export function partOfYear(start, end) {
  const after = dayAfter(end);
  const months = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  if (start.slice(8) === after.slice(8)) return [BigInt(months(after) - months(start)), 12n];
  return [daysOf(start, end) * 4n, 1461n];
}
