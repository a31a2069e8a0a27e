/* What a heading says of the unit of its figures, known or not: Actual (weeks), Actual €. As check/units_in_headings.py. */
const NO_UNIT =
  /\b(?:vat|actual|quarter|qtr|q[1-4]|month|year|yr|period|date|net|gross|total|cumulative|ytd|fy|only|if|or|and|to|in|by|from|of|the|this|your|as|col|see|note|excl?|incl?|numeric|figure|number|new|end|start|final|draft|approx|est)\b|^[0-9]{1,2}$/i;
const BRACKETED = /[([]\s*([^()[\]]*?)\s*[)\]]/g;
const LONGEST = 12;
const SIGN = /[£$¢€¥₹%‰#]|\b(?:eur|usd|euros?|dollars?|pence|cents?|hundreds?|dozens?|tens)\b|(?<=\s)p$/i;

export const bare = (heading) => heading.replace(BRACKETED, " ").trim();

/* The heading without a sign or a word for money: Actual p -> Actual. */
export const unsigned = (heading) => bare(heading).replace(SIGN, " ").trim();

export function unitsBeside(heading) {
  const inside = [...heading.matchAll(BRACKETED)].map((found) => found[1]);
  const sign = SIGN.exec(bare(heading));
  return [...inside.filter((text) => text && text.length <= LONGEST && !NO_UNIT.test(text)), ...(sign ? [sign[0]] : [])];
}
