/* Thousands and millions as people write them: £k, (£000), £m, Spend (thousands). The patterns of check/scales.py. */
import { number, numberMeant } from "./number-cells.js";
import { typed } from "./numbers.js";
import { unitSaid } from "./units-said.js";

const SIGN = String.raw`(?:£|\bgbp\b|\bgbp(?=k|m)|\bpounds?\b|\bsterling\b)`;
const TIMES = [
  [9, "bn|billions?", "bn|billions?"],
  [6, "mn?|millions?|mill?|'?0{3}[,']?0{3}'?s?", String.raw`'0{3}[,']0{3}'?s?|[x×]\s?1,?000,?000|millions?|mn`],
  [3, "k|'?0{3}'?s?|1,?000'?s|thousands?|thou", String.raw`'0{3}'?s?|0{3}'?s|1,?000'?s|[x×]\s?1,?000|thousands?`],
].map(([power, beside, alone]) => ({ times: 10n ** BigInt(power), beside: `(?:${beside})`, alone: `(?:${alone})` }));
const [BEFORE, AFTER] = ["(?<![0-9a-z,.'])", "(?![0-9a-z&'])"];
const PATTERNS = [
  ...TIMES.map(({ times, beside: word }) => {
    const after = String.raw`${SIGN}\s*(?:in\s+)?[(\[]?\s*${word}${AFTER}`;
    return { times, pounds: true, pattern: new RegExp(String.raw`[(\[]?\s*(?:${after}|${BEFORE}${word}\s*(?:of\s+)?(?:${SIGN}|gbp\b))\s*[)\]]*`) };
  }),
  ...TIMES.map(({ times, beside, alone }) => {
    const bracketed = String.raw`[(\[]\s*(?:in\s+)?${beside}\s*[)\]]`;
    return { times, pounds: false, pattern: new RegExp(String.raw`${bracketed}|(?:\bin\s+)?${BEFORE}${alone}${AFTER}`) };
  }),
];
const OF_FIGURES = /\b(?:in|figures?|values?|amounts?)\b/i;
const ITSELF = /[0-9]\s*(?:k|thousand|mn?|million|bn|billion)(?![a-z])/i;

/* What a text says of thousands or millions: {times, pounds, rest}, the last the text without it; null for nothing. */
export function scaleIn(text) {
  const low = text.replace(/[’‘`´]/g, "'").toLowerCase();
  for (const { times, pounds, pattern } of low.length === text.length ? PATTERNS : []) {
    const found = pattern.exec(low);
    if (!found) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { times, pounds, text, rest: rest.replace(/\s+/g, " ").replace(/^[ ,:-]+|[ ,:-]+$/g, "") };
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
  if (!found || (own && own !== "£") || ITSELF.test(text)) return { is: text };
  const value = number(numberMeant(text));
  if (own || !found.pounds || unit !== "gbp" || found === above || typeof value !== "bigint") return { unsure: found.text };
  return { is: typed(value * found.times) };
}
