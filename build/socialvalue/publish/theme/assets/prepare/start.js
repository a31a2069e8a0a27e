/* The first step: which project, which days, and how the figures come in. */
import { daysOf, inWords, nameOf, quartersBefore, span } from "./days.js";
import { all, copyOf, make, many, one, say, show } from "./elements.js";
import { ranked, search } from "./search.js";

const QUARTERS = 4;

/* `chosen` is called with the project and the days once both are known, or with null. */
export function choosing(root, lists, today, ownOf, chosen) {
  const { texts } = lists;
  const input = one("#pr-project-q", root);
  const about = one("#pr-project-about", root);
  const said = one("#pr-period-said", root);
  const things = Object.entries(lists.projects).map(([key, { name, places, programme }]) => ({
    key, words: name, more: places.join(", "), also: [key, programme, ...places].join(" "),
  }));
  let [project, own, period] = ["", null, null];

  search(input, (text) => ranked(things, text), ({ key }) => take(key));
  input.addEventListener("change", () => {
    const named = things.find(({ words }) => words.toLowerCase() === input.value.trim().toLowerCase());
    if (named && named.key !== project) take(named.key);
  });
  for (const id of ["#pr-from", "#pr-to"]) one(id, root).addEventListener("change", otherDays);

  async function take(key) {
    project = key;
    period = null;
    chosen(null);
    input.value = lists.projects[key].name;
    own = await ownOf(key);
    if (project !== key) return;
    const { places, edition, framework } = lists.projects[key];
    const told = own.returns.map(({ start, end }) => span(start, end));
    about.textContent = [
      places.join(", "),
      many(texts, "promised", own.promised.length),
      told.length ? many(texts, "returns_sent", told.length) : texts.none_sent,
      told.length ? say(texts, "last_sent", { last: told.at(-1) }) : "",
      framework ? say(texts, "measures_of", { framework, edition: edition ?? "" }) : texts.no_framework,
    ].filter(Boolean).map((text) => text.replace(/\.?$/, ".")).join(" ");
    drawPeriods();
    show(one(".pr-periods", root), Boolean(framework));
  }

  function drawPeriods() {
    const places = quartersBefore(today, QUARTERS).map((quarter) => {
      const names = say(texts, "both_calendars", quarter);
      const reported = own.returns.find(({ start, end }) => start <= quarter.end && end >= quarter.start);
      const state = reported ? say(texts, "reported", { period: span(reported.start, reported.end) }) : texts.not_reported;
      return choice(span(quarter.start, quarter.end), `${names} ${state}`, () => set(quarter));
    });
    const other = choice(texts.other_days, "", () => show(one(".pr-days", root), true), true);
    one(".pr-list", root).replaceChildren(...places, other);
    show(one(".pr-days", root), false);
    said.textContent = "";
  }

  function choice(words, hint, pick, other = false) {
    const found = copyOf("pr-choice");
    const [radio, label, more] = [one("input", found), one("label", found), one(".hint", found)];
    radio.id = `pr-period-${all(".pr-choice", root).length}-${words.replace(/\W+/g, "-")}`;
    label.htmlFor = radio.id;
    label.textContent = words;
    more.textContent = hint;
    if (!hint) more.remove();
    radio.addEventListener("change", () => {
      show(one(".pr-days", root), other);
      pick();
    });
    return found;
  }

  function otherDays() {
    const [start, end] = [one("#pr-from", root).value, one("#pr-to", root).value];
    if (!start || !end) return;
    if (daysOf(start, end) < 1n) {
      said.textContent = texts.days_backward;
      chosen(null);
    } else set({ start, end });
  }

  function set({ start, end }) {
    const same = own.returns.find((each) => each.start <= end && each.end >= start);
    const days = { days: span(start, end), name: nameOf(start, end) };
    period = same || end >= today ? null : { start, end };
    said.textContent = same
      ? say(texts, "overlaps", { days: span(same.start, same.end) })
      : end >= today ? say(texts, "not_over", { day: inWords(end) }) : say(texts, "period_is", days);
    chosen(period && { project, own, period });
  }
}

/* The drafts on this device, with what to do about each. */
export function drawDrafts(place, found, lists, { open, drop }) {
  const known = found.filter(({ returned }) => returned.project in lists.projects);
  place.replaceChildren(
    ...known.map((draft) => {
      const { project, start, end } = draft.returned;
      const name = `${lists.projects[project].name}, ${span(start, end)}`;
      const at = new Date(draft.kept).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
      const press = (words, act) => {
        const button = make("button", { type: "button", className: "plain" }, words);
        button.setAttribute("aria-label", `${words}: ${name}`);
        button.addEventListener("click", () => act(draft));
        return button;
      };
      return make(
        "span", {}, `${lists.texts.draft_kept} `, make("b", {}, name), ` ${say(lists.texts, "draft_from", { at })} `,
        press(lists.texts.draft_open, open), " ", press(lists.texts.draft_drop, drop),
      );
    }),
  );
  show(place, known.length > 0);
}
