/* Thousands, millions and pence as people write them: £k, (£000), £m, Spend (thousands). The patterns of check/scales.py. */
import { FOREIGN, number, numberMeant } from "./number-cells.js";
import { typed } from "./numbers.js";
import { unitSaid } from "./units-said.js";

const SIGN = String.raw`(?:£|\bgbp\b|\bgbp(?=k|m)|\bpounds?\b|\bsterling\b)`;
const TIMES = [
  [9, "bn|billions?", "bn|billions?"],
  [6, "mn?|millions?|mill?|'?0{3}[,']?0{3}'?s?", String.raw`'0{3}[,']0{3}'?s?|[x×]\s?1,?000,?000|millions?|mn`],
  [3, "k|'?0{3}'?s?|1,?000'?s|thousands?|thou", String.raw`'0{3}'?s?|0{3}'?s|1,?000'?s|[x×]\s?1,?000|thousands?`],
  [2, "'?0{2}'?s?|hundreds?", String.raw`[x×]\s?100|hundreds`],
].map(([power, beside, alone]) => ({ times: 10n ** BigInt(power), beside: `(?:${beside})`, alone: `(?:${alone})` }));
const [BEFORE, AFTER] = ["(?<![0-9a-z,.'])", "(?![0-9a-z&']|[.,][0-9])"];
const PENCE = String.raw`[(\[]?\s*(?:\bin\s+)?(?<!and )(?<!& )(?<![&/])\bpence\b(?!\s+(?:per|an?|each)\b|\s*/)\s*[)\]]*`;
const PATTERNS = [
  ...TIMES.map(({ times, beside: word }) => {
    const after = String.raw`${SIGN}\s*(?:in\s+)?[(\[]?\s*${word}${AFTER}`;
    return { times, over: 1n, pounds: true, pattern: new RegExp(String.raw`[(\[]?\s*(?:${after}|${BEFORE}${word}\s*(?:of\s+)?(?:${SIGN}|gbp\b))\s*[)\]]*`) };
  }),
  { times: 1n, over: 100n, pounds: true, pattern: new RegExp(PENCE) },
  ...TIMES.map(({ times, beside, alone }) => {
    const bracketed = String.raw`[(\[]\s*(?:in\s+)?${beside}\s*[)\]]`;
    return { times, over: 1n, pounds: false, pattern: new RegExp(String.raw`${bracketed}|(?:\bin\s+)?${BEFORE}${alone}${AFTER}`) };
  }),
];
const OF_FIGURES = /\b(?:in|figures?|values?|amounts?)\b/i;
const ITSELF = /[0-9]\s*(?:k|thousand|mn?|million|bn|billion)(?![a-z])/i;

/* What a text says of thousands, millions or pence: {times, over, pounds, rest}, the last the text without it; null for
   nothing, and for thousands of euros. */
export function scaleIn(text) {
  const low = text.replace(/[’‘`´]/g, "'").toLowerCase();
  for (const { times, over, pounds, pattern } of low.length === text.length && !FOREIGN.test(low) ? PATTERNS : []) {
    const found = pattern.exec(low);
    if (!found) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { times, over, pounds, text, rest: rest.replace(/\s+/g, " ").replace(/^[ ,:-]+|[ ,:-]+$/g, "") };
  }
  return null;
}

/* What the titles above a table, or a note below it, say of its figures. */
export const scaleAbove = (texts) => texts.map(scaleIn).find((scale) => scale && (scale.pounds || OF_FIGURES.test(scale.text))) ?? null;

/* A figure as it is taken: {is}, multiplied where it is certain of how many; {unsure}, the text that may say thousands.
   `said` stands beside it, `above` over the whole table. */
export function inFull(text, unit, said, above, lists) {
  const found = said.map(scaleIn).find(Boolean) ?? (above && (above.pounds ? unit === "gbp" : true) ? above : null);
  const own = unitSaid(text, lists);
  const ofPounds = found?.pounds && found !== above && unit !== "gbp"; // beside a measure of hours
  if (!found || (own && own !== "£") || (ITSELF.test(text) && !ofPounds)) return { is: text };
  const value = number(numberMeant(text));
  const whole = typeof value === "bigint" && (value * found.times) % found.over === 0n;
  if (own || !found.pounds || unit !== "gbp" || found === above || !whole) return { unsure: found.text };
  return { is: typed((value * found.times) / found.over) };
}
