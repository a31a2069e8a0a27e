/* The measures that words may stand for, by the words that they share, as intake/measures.py finds them. */
import { isUnit } from "./units-said.js";

const STOP = new Set("the and for with from total number value per new all our was were this that their other through into out".split(" "));
const STEM = 5; // letters by which two words are the same

const stems = (text) => [...new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !STOP.has(word)).map((word) => word.slice(0, STEM).replace(/s+$/, "")))];

/* {is, offered}: the measure that alone has every word and the unit that is said, "" for none; and those that share the most. */
export function likely(text, unit, facts) {
  const wanted = stems(text);
  const found = Object.entries(facts.framework.measures).filter(([, { retired_on: gone }]) => !gone).map(([key, measure]) => {
    const words = stems(`${measure.name} ${measure.plain_name ?? ""} ${measure.local ? "local" : ""}`);
    return { key, of: measure.unit, shared: wanted.filter((word) => words.includes(word)).length };
  });
  const most = Math.max(1, ...found.map(({ shared }) => shared));
  const offered = found.filter(({ shared }) => shared === most);
  const fitting = most === wanted.length && unit ? offered.filter(({ of }) => isUnit(unit, of, facts)) : [];
  return { is: fitting.length === 1 ? fitting[0].key : "", offered: offered.map(({ key }) => key) };
}
