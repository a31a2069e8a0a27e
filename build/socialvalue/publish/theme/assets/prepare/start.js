/* The first step: which project, which days, and how the figures come in. */
import { daysOf, inWords, nameOf, quartersBefore, span } from "./days.js";
import { all, copyOf, make, many, one, options, say, show } from "./elements.js";
import { ranked, search } from "./search.js";

const QUARTERS = 4;

/* Gives back a function that chooses a return that was sent, by its project and period.
   `chosen` is called with the project and the days, or the return that was sent, once they are known; or with null. */
export function choosing(root, lists, today, ownOf, chosen) {
  const { texts } = lists;
  const input = one("#pr-project-q", root);
  const about = one("#pr-project-about", root);
  const said = one("#pr-period-said", root);
  const things = Object.entries(lists.projects).map(([key, { name, places, programme }]) => ({
    key, words: name, more: places.join(", "), also: [key, programme, ...places].join(" "),
  }));
  let [project, own, made] = ["", null, 0];

  search(input, (text) => ranked(things, text), ({ key }) => take(key), texts.none_found);
  input.addEventListener("change", () => {
    const named = things.find(({ words }) => words.toLowerCase() === input.value.trim().toLowerCase());
    if (named && named.key !== project) take(named.key);
  });
  for (const id of ["#pr-from", "#pr-to"]) one(id, root).addEventListener("change", otherDays);
  one("#pr-sent-q", root).addEventListener("change", sentBefore);

  return async (key, sent) => {
    if (!Object.hasOwn(lists.projects, key)) return;
    await take(key);
    if (!own.returns.some(({ period }) => period === sent)) return;
    one(".pr-list", root).lastElementChild.querySelector("input").click();
    one("#pr-sent-q", root).value = sent;
    sentBefore();
  };

  async function take(key) {
    project = key;
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
      return choice(span(quarter.start, quarter.end), `${names} ${state}`, "", () => set(quarter));
    });
    const other = choice(texts.other_days, "", ".pr-days", otherDays);
    const again = own.returns.length ? [choice(texts.sent_before, "", ".pr-sent", sentBefore)] : [];
    one(".pr-list", root).replaceChildren(...places, other, ...again);
    const newest = [...own.returns].sort((a, b) => (a.end < b.end ? 1 : -1));
    options(one("#pr-sent-q", root), newest.map((sent) => [sent.period, nameOfSent(sent)]), texts.choose);
    one("#pr-sent-q", root).value = "";
    for (const more of [".pr-days", ".pr-sent"]) show(one(more, root), false);
    said.textContent = "";
  }

  function nameOfSent(sent) {
    const days = span(sent.start, sent.end);
    return sent.withdraws ? say(texts, "sent_withdrawn", { days }) : say(texts, "sent_version", { days, version: sent.version });
  }

  /* A choice, with what it shows more of. */
  function choice(words, hint, shows, pick) {
    const found = copyOf("pr-choice");
    const [radio, label, more] = [one("input", found), one("label", found), one(".hint", found)];
    made += 1;
    radio.id = `pr-period-${made}`;
    label.htmlFor = radio.id;
    label.textContent = words;
    more.id = `${radio.id}-h`;
    more.textContent = hint;
    if (hint) radio.setAttribute("aria-describedby", more.id);
    else more.remove();
    radio.addEventListener("change", () => {
      for (const part of [".pr-days", ".pr-sent"]) show(one(part, root), part === shows);
      pick();
    });
    return found;
  }

  function otherDays() {
    const [start, end] = [one("#pr-from", root).value, one("#pr-to", root).value];
    if (!start || !end) return nothing("");
    return daysOf(start, end) < 1n ? nothing(texts.days_backward) : set({ start, end });
  }

  function sentBefore() {
    const sent = own.returns.find(({ period }) => period === one("#pr-sent-q", root).value);
    if (sent) again(sent, "");
    else nothing("");
  }

  function nothing(words) {
    said.textContent = words;
    chosen(null);
  }

  function again(sent, words) {
    said.textContent = words;
    chosen({ project, own, sent });
  }

  function set({ start, end }) {
    const shared = own.returns.filter((each) => each.start <= end && each.end >= start);
    const same = shared.find((each) => each.start === start && each.end === end) ?? shared.find(({ basis }) => basis === "submitted");
    if (same) return again(same, say(texts, "overlaps", { days: span(same.start, same.end) }));
    if (end >= today) return nothing(say(texts, "not_over", { day: inWords(end) }));
    const { contract_start: first, contract_end: last } = lists.projects[project];
    const outside = last && end > last ? say(texts, "contract_ends", { day: inWords(last) }) : first && start < first ? say(texts, "contract_begins", { day: inWords(first) }) : "";
    const stated = shared.map((each) => say(texts, "overlaps_stated", { days: span(each.start, each.end) }));
    said.textContent = [say(texts, "period_is", { days: span(start, end), name: nameOf(start, end) }), outside, ...stated].filter(Boolean).join(" ");
    return chosen({ project, own, period: { start, end } });
  }
}

/* What can be done: put in the figures of new days, or correct and withdraw a return that was sent. */
export function drawAgain(root, { texts }, chosen) {
  const { sent, file } = chosen ?? {};
  const hidden = Boolean(sent) && !("lines" in file) && !sent.withdraws;
  show(one(".pr-in", root), Boolean(chosen));
  show(one(".pr-read", root), false);
  for (const part of all("[data-for]", root)) show(part, part.dataset.for.split(" ").includes(sent ? (hidden ? "hidden" : "sent") : "new"));
  for (const part of all('[data-for~="withdraw"]', root)) show(part, Boolean(sent) && !sent.withdraws);
  drawBook(one(".pr-book", root), chosen, texts);
  if (!sent) return;
  const page = one(".pr-its-page", root);
  page.href = `returns/${chosen.project}/${sent.period}.html`;
  page.textContent = say(texts, "see_sent", { days: span(sent.start, sent.end) });
}

/* The workbook of these days, where the site has one. */
function drawBook(place, chosen, texts) {
  const book = chosen?.own.workbook;
  const fits = Boolean(book) && chosen.period?.start === book.start && chosen.period?.end === book.end;
  show(place, fits);
  if (fits) Object.assign(one("a", place), { href: book.path, textContent: say(texts, "workbook", { size: book.size }) });
}

/* The drafts on this device, with what to do about each. */
export function drawDrafts(place, found, lists, { open, drop }) {
  const known = found.filter(({ returned }) => returned.project in lists.projects);
  place.replaceChildren(
    ...known.map((draft) => {
      const { project, start, end } = draft.returned;
      const kind = draft.replaces ? ` ${lists.texts[`draft ${draft.replaces.kind}`]}` : "";
      const name = `${lists.projects[project].name}, ${span(start, end)}${kind}`;
      const at = new Date(draft.kept).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
      const status = make("span");
      const press = (words, act) => {
        const button = make("button", { type: "button", className: "plain" }, words);
        button.setAttribute("aria-label", `${words}: ${name}`);
        button.addEventListener("click", async () => { status.textContent = (await act(draft)) || ""; });
        return button;
      };
      return make(
        "span", {}, `${lists.texts.draft_kept} `, make("b", {}, name), ` ${say(lists.texts, "draft_from", { at })} `,
        press(lists.texts.draft_open, open), " ", press(lists.texts.draft_drop, drop), " ", status,
      );
    }),
  );
  show(place, known.length > 0);
}
