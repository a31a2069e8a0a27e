/* What a line is worth, exactly as the build works it out: quantity x unit value x prices, less what is taken off.
   Each amount is an exact fraction, rounded once to whole pence; a half goes up. See docs/method.md. */
import { financialYear, isDay, partOfYear } from "./days.js";
import { MILLION, fraction, halfUp, plus, times } from "./numbers.js";

const ORDER = ["deadweight", "displacement", "leakage", "substitution", "attribution", "drop-off"];
const SCOPES = ["framework", "measure", "programme", "project"]; // from the widest to the narrowest
const PENCE = fraction(100n, MILLION * MILLION);
const DISCOUNTED = { effect: "discounting", rate: 35_000n };

/* The values of a line: {kind, counts_in, gross, net, rows, source, caution}, money in pence; empty where it has none.
   `line` has measure, quantity, headcount, area (typed), `returned` the days and project of its return; `siblings` are
   all lines of the return, in their order. */
export function valuesOf(line, returned, facts, siblings = [line]) {
  const measure = facts.framework.measures[line.measure];
  const unit = facts.framework.units[measure?.unit];
  if (!measure || !unit || line.quantity === null || !isDay(returned.end)) return [];
  if (unit.record_only || measure.adds_up === "never" || line.part_of) return [];
  const year = financialYear(returned.end);
  const valued = withinFirstYear(line, { returned, facts, measure, siblings });
  return unitValuesOf(line, returned, facts)
    .map((value) => worked(value, { line, returned, facts, measure, unit, year, valued }))
    .filter(Boolean);
}

/* Of each kind the value that applies: for its edition, place and day; the narrowest, then the one that began later. */
function unitValuesOf(line, returned, facts) {
  const place = line.area || facts.project?.place; // a line that names none is where its project is, if that is one place alone
  const offered = (facts.framework.values[line.measure] ?? []).filter(
    ({ edition, area, valid_from: from = "", valid_to: to }) =>
      (!edition || edition === returned.edition) &&
      (!area || area === place) &&
      from <= returned.end &&
      (!to || to >= returned.end),
  );
  const narrow = ({ edition = "", area = "", valid_from: from = "" }) => [edition, area, from];
  const ranked = offered.map((value, place) => ({ value, place, keys: narrow(value) }));
  ranked.sort((a, b) => {
    const at = a.keys.findIndex((key, each) => key !== b.keys[each]);
    return at < 0 ? a.place - b.place : a.keys[at] < b.keys[at] ? 1 : -1;
  });
  const first = new Map();
  for (const each of ranked) {
    const slot = `${each.value.kind} ${each.value.counts_in}`;
    if (!first.has(slot)) first.set(slot, each);
  }
  return [...first.values()].sort((a, b) => a.place - b.place).map(({ value }) => value);
}

function worked(value, { line, returned, facts, measure, unit, year, valued }) {
  const index = facts.lists.deflators;
  const base = priceBase(value.price_year, year);
  if (!index[year] || !index[facts.lists.real_year] || (value.uprate && !index[base])) return null;
  if (valued === 0n && line.quantity > 0n) return null;
  const prices = value.uprate ? fraction(index[year], BigInt(index[base])) : fraction(1);
  const part = unit.level ? partOfYear(returned.start, returned.end) : fraction(1);
  const years = value.benefit_years ?? 1;
  const gross = [prices, part, fraction(years), PENCE, fraction(value.value_gbp), fraction(valued)].reduce(times);
  const steps = deductionsOf(value, { line, returned, facts });
  const left = leftAfter(steps, years);
  const amounts = [gross, ...left.map((share) => times(gross, share))].map((amount) => halfUp(...amount));
  const rows = [
    { what: "quantity", number: line.quantity },
    { what: "unit value", number: BigInt(value.value_gbp), kind: value.kind },
    ...(value.uprate && base !== year ? [{ what: "uprating", factor: prices, year, base }] : []),
    ...(unit.level ? [{ what: "part of the year", factor: part }] : []),
    ...(years > 1 ? [{ what: "years of benefit", factor: fraction(years) }] : []),
    ...(valued === line.quantity ? [] : [{ what: "first 12 months", factor: fraction(valued, line.quantity) }]),
    { what: "gross", pence: amounts[0] },
    ...steps.map((step, at) => ({ ...step, what: step.effect, pence: amounts[at] - amounts[at + 1] })),
    { what: "net", pence: amounts.at(-1), year },
  ];
  return { ...value, measure, gross: amounts[0], net: amounts.at(-1), rows };
}

/* A calendar year stands for the financial year that begins in it. */
function priceBase(priceYear, delivery) {
  if (priceYear === "delivery") return delivery;
  return priceYear.includes("-") ? priceYear : financialYear(`${priceYear}-04-01`);
}

/* For each effect the narrowest rate, in the order in which they apply; never what the value is already net of. */
function deductionsOf(value, { line, returned, facts }) {
  const already = new Set((value.net_of ?? "").split(";").map((name) => name.trim()));
  const named = { framework: "", measure: line.measure, programme: returned.programme, project: returned.project };
  const editions = [...new Set(["", returned.edition ?? ""])];
  const found = [];
  for (const effect of ORDER) {
    let chosen = null;
    for (const scope of SCOPES)
      for (const kind of ["", value.kind])
        for (const edition of editions)
          for (const each of facts.framework.adjustments)
            if (
              each.effect === effect &&
              each.scope === scope &&
              (each.kind ?? "") === kind &&
              (each.edition ?? "") === edition &&
              (each.applies_to ?? "") === named[scope]
            )
              chosen = each;
    if (chosen && !already.has(effect)) found.push({ effect, rate: BigInt(chosen.rate ?? 0) });
  }
  return (value.benefit_years ?? 1) > 1 ? [...found, DISCOUNTED] : found;
}

/* The share of gross that is left after each step. */
function leftAfter(steps, years) {
  const left = [];
  let share = fraction(1);
  let dropped = 0n;
  for (const { effect, rate } of steps) {
    if (effect === "discounting") left.push(times(share, meanYear(years, dropped, rate)));
    else if (effect === "drop-off" && years > 1) {
      dropped = rate;
      left.push(times(share, meanYear(years, dropped, 0n)));
    } else {
      share = times(share, fraction(MILLION - rate, MILLION));
      left.push(share);
    }
  }
  return left;
}

/* The mean worth of a year of a benefit that lasts, as a share of its first year. */
function meanYear(years, dropped, discounted) {
  const kept = fraction(MILLION - dropped, MILLION + discounted);
  let [sum, power] = [fraction(0), fraction(1)];
  for (let year = 0; year < years; year += 1) {
    sum = plus(sum, power);
    power = times(power, kept);
  }
  return times(sum, fraction(1, BigInt(years)));
}

/* The quantity that is valued: people of a disadvantaged group count for their first 12 months alone. */
function withinFirstYear(line, { returned, facts, measure, siblings }) {
  if (!measure.disadvantaged || measure.unit !== "fte_years" || line.headcount === null) return line.quantity;
  const ours = siblings.map((each) => ({ ...each, end: returned.end, ours: each === line }));
  const same = [...facts.history, ...ours].filter(
    (each) => each.measure === line.measure && each.headcount !== null && each.quantity !== null && !each.part_of,
  );
  const periods = new Map();
  for (const each of same.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0)))
    periods.set(each.end, [...(periods.get(each.end) ?? []), each]);
  let [before, left, found] = [0n, 0n, line.quantity];
  for (const lines of periods.values()) {
    const people = lines.reduce((sum, each) => sum + each.headcount, 0n);
    left += people > before ? people - before : 0n; // both in millionths: a full-time year for each person
    before = people;
    for (const each of lines) {
      const valued = each.quantity < left ? each.quantity : left;
      left -= valued;
      if (each.ours) found = valued;
    }
  }
  return found;
}
