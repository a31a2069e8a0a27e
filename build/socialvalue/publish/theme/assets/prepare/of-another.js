/* A title above a table that names another project or other days than those that were chosen. */
import { exactly, keyMeant } from "./meant.js";
import { spansOf } from "./periods.js";
import { MONTHS, titlesOf } from "./said-of-all.js";

const MOST_WORDS = 12; // of a name or of a period in a title
const WITHOUT_YEAR = new RegExp(String.raw`^(?:q(?:uarter|tr)?\.?\s*[1-4]|(?:${MONTHS})(?:\s*(?:-|–|to)\s*(?:${MONTHS}))?)$`, "i");
const EDGES = /^[\s,;:.()[\]|–—-]+|[\s,;:.()[\]|–—-]+$/g;

/* What is asked of a title, {kind, said}, where it is not of the `returned`; none of what a column says row by row. */
export function askedOfTitles(best, returned, lists) {
  const has = (...names) => names.some((name) => name in best.columns);
  const isOther = ({ text }) => {
    const { spans, rest } = periodsIn(text, returned, lists.quarters);
    const days = !has("period", "start", "end") && spans.some((each) => !isThat(each, returned));
    return days || (!has("project") && isAnotherProject(rest, returned, lists.projects));
  };
  const said = titlesOf(best).filter(isOther);
  return said.length ? [{ kind: "whose", said }] : [];
}

/* Whether a period can be read as the days that were chosen, and as no others. */
const isThat = (spans, { start, end }) => spans.every((span) => span.start === start && span.end === end);

/* {spans, rest}: what each period in a text may mean, the longest first, and the words without them. One without a year, as Q1 or
   July, may be of the years that were chosen. */
function periodsIn(text, returned, quarters) {
  const words = text.replaceAll("_", " ").split(/\s+/);
  const found = [];
  for (let size = Math.min(MOST_WORDS, words.length); size > 0; size -= 1)
    for (let at = 0; at + size <= words.length; at += 1) {
      const part = words.slice(at, at + size).join(" ").replace(EDGES, "");
      const spans = part ? spansOf(part, quarters) : [];
      const guessed = spans.length || !part ? [] : ofYears(part, returned, quarters);
      if (spans.length || guessed.length) {
        found.push(spans.length ? spans : guessed);
        words.splice(at, size, ...Array(size).fill(""));
      }
    }
  return { spans: found, rest: words.filter(Boolean).join(" ") };
}

/* The days of Q1, July or April to June in the years of the return: those that were chosen, where they can be meant. */
function ofYears(part, returned, quarters) {
  if (!WITHOUT_YEAR.test(part) || /^(?:may|mar|dec)$/i.test(part)) return [];
  const years = [returned.start, returned.end].map((day) => day.slice(0, 4));
  const read = [...new Set(years)].flatMap((year) => spansOf(`${part} ${year}`, quarters));
  const ours = read.filter((span) => isThat([span], returned));
  return ours.length ? ours : read;
}

/* Whether a text names a project, and not the one that was chosen. */
function isAnotherProject(text, { project }, projects) {
  const words = text.split(" ");
  const named = new Set();
  for (let at = 0; at < words.length; at += 1)
    for (let size = 1; size <= MOST_WORDS && at + size <= words.length; size += 1) named.add(exactly(words.slice(at, at + size).join(" "), projects));
  named.add(named.size > 1 ? "" : keyMeant(text, projects));
  named.delete("");
  return named.size > 0 && !named.has(project);
}
