/* A number that says its own unit: "5 FTE" in a measure of weeks is not 5 weeks. The words of check/units_said.py. */
import { plain } from "./meant.js";
import { POWER } from "./number-cells.js";

const AROUND = [
  /^(?:about|around|approx(?:imately)?|circa|ca?|at least|more than|less than|fewer than|over|under|up to|at most|min(?:imum)?|max(?:imum)?)\b\.?/g,
  /[<>≤≥=~≈+]/g,
];
const BEHIND =
  /([0-9])?\b(?:approx(?:imately)?|circa|about|at least|at most|or so|plus|min(?:imum)?|max(?:imum)?|(?:or|and) (?:more|over|above|fewer|less|under|below))\.?$/;
const BEHIND_NUMBER = new RegExp(BEHIND.source.replace("([0-9])?\\b", "([0-9])"));
const SCALE = /(\p{Nd})\s*(?:k|thousand|mn|million|bn|billion)\b/gu;
const MONEY_SCALE = /\b(?:k|m|mn|bn|thousand|million|billion)\b|(\p{Nd})(?:k|m|mn|bn)\b/gu;
const SIGNS = { "£": "gbp", gbp: "gbp", pounds: "gbp", "%": "percent" };
const FTE = new Set(["fte", "ftes", "full time", "full-time", "full time equivalent", "full time equivalents"]);
const YEARS_OF_WORK = ["fte_years", "person_years"];
const NAMED = { headcount: "people", gbp: "pounds" };
const FEW = 3; // measures that are named
const keep = (_, before) => before ?? "";

/* The unit that stands with a number, as it is written: FTE, £, %, hrs. Empty for none. */
export function unitSaid(text, lists) {
  let found = text.trim().toLowerCase();
  if (POWER.test(found)) return "";
  for (const pattern of AROUND) found = found.replace(pattern, "");
  found = found.replace(BEHIND_NUMBER, keep).replace(BEHIND, keep).trim();
  const sign = Object.keys(SIGNS).find((each) => found.includes(each));
  return sign ? beside(sign, found, text, lists) : words(found, text);
}

/* A sign, or the words that stand beside it and say more: £5 per week, 20% of spend. */
function beside(sign, found, text, lists) {
  const bare = found.replaceAll(sign, " ");
  const rest = words(sign === "%" ? bare : bare.replace(MONEY_SCALE, keep), text);
  return !rest || (lists.units[SIGNS[sign]] ?? []).includes(rest.toLowerCase()) ? sign : rest;
}

/* What is left of a text without its number, as it was written. */
function words(text, whole) {
  const found = text.replace(SCALE, keep).replace(/[\p{Nd}.,'_()\s/-]+/gu, " ").trim();
  const at = found ? whole.toLowerCase().indexOf(found) : -1;
  return at < 0 ? found : whole.slice(at, at + found.length);
}

/* What is wrong with a number that says another unit than its own, and what to do: [message, mend]; null where it says none. */
export function otherUnit(text, meant, unit, facts) {
  const { framework, lists } = facts;
  const other = unitSaid(text, lists);
  if (!other || isUnit(other, unit, facts)) return null;
  if (FTE.has(other.toLowerCase()) && YEARS_OF_WORK.includes(unit)) {
    const whole = "FTE counted on a day are multiplied by the months of the period and divided by 12 first.";
    return [`says ${other}.`, `If these are full-time years of this period, write ${meant}. ${whole}`];
  }
  if (other.toLowerCase() === "m" && unit === "gbp") return ["says m.", "If millions are meant, write the number out, as in 1200000."];
  const name = NAMED[unit] ?? framework.units[unit]?.many ?? "";
  if (!name) return [`says ${other}, and this column holds a number alone.`, "Work out what the column asks for."];
  const found = measuresIn(other, facts);
  const use = found.length ? ` Measures that are counted so: ${found.join(", ")}.` : "";
  return [`says ${other}, and this is counted in ${name}.`, `Give the number of ${name}, which is not ${meant} unless these are ${name}.${use}`];
}

/* Whether what is written means that unit. */
export function isUnit(other, unit, { framework, lists }) {
  const { one = "", many = "" } = framework.units[unit] ?? {};
  const counted = lists.counts.includes(unit) ? lists.units[""] : [];
  const names = [unit, one, many, ...(lists.units[unit] ?? []), ...counted, ...(unit.includes("hours") ? lists.units.hours : [])];
  return [...(lists.units[unit] ?? []), ...counted].includes(other) || names.some((name) => plain(name) !== "" && plain(name) === plain(other));
}

/* Some measures that are counted in what is written, with their names. */
function measuresIn(other, facts) {
  const fte = FTE.has(other.toLowerCase()) ? YEARS_OF_WORK : [];
  const { measures, units } = facts.framework;
  const wanted = Object.keys(units).filter((unit) => fte.includes(unit) || isUnit(other, unit, facts));
  const fitting = Object.entries(measures).filter(([, { unit, retired_on: gone }]) => wanted.includes(unit) && !gone);
  return fitting.slice(0, FEW).map(([code, { name }]) => `${code} (${name})`);
}
