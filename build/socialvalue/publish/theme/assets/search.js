/* The search: takes a reader's words as analysis.py took those of the pages, asks for the parts of the index that hold
   them, and shows the best pages with the sentence that matched. Data only ever becomes text, never markup. */
(() => {
  "use strict";
  const ROOT = new URL("../", document.currentScript.src);
  const TOKEN = /[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|£(?![0-9])|\p{L}[\p{L}\p{N}]*/gu;
  const FEW = 8; // results below the box
  const STEP = 20; // results on the page of the search, and more at each press of its button
  const ENOUGH = 5; // pages with all words: then those with some are left out
  const BEGINNINGS = 30; // words that begin as the one that is being typed
  const CLIP = 220; // characters of the sentence that is shown
  const NAMED = 0.5; // how much more a page counts whose whole title was typed, and nothing else
  const SURE = { exact: 1, begins: 0.8, synonym: 0.9, next: 0.85, near: 0.6 };

  const { say, fill, plural, make } = OV_SAY;
  const { away, slips } = OV_SPELLING;
  const parts = new Map();
  let told; // search/index.json

  function part(name) {
    if (!parts.has(name)) parts.set(name, fetch(new URL(`search/${name}.json`, ROOT)).then((answer) => answer.json()));
    return parts.get(name);
  }

  /* Words */

  const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined); // “constructor” is a word, too
  const number = (token) => token.replaceAll(",", "").replace(/(\.[0-9]*?)0+$/, "$1").replace(/\.$/, "");
  const tokens = (text) => (OV_SAY.fold(text).replace(/['’]/g, "").match(TOKEN) ?? []).map((token) => (/^[0-9]/.test(token) ? number(token) : token));

  function without(token, endings) {
    if (!/^\p{L}+$/u.test(token)) return token;
    for (const [ending, instead] of endings)
      if (token.endsWith(ending) && token.length - ending.length >= 3) return token.slice(0, -ending.length) + instead;
    return token;
  }

  const stem = (token) => without(token, told.endings);
  const one = (token) => without(token, told.plurals);

  const saysNothing = (token) => told.small.has(token) || token.length > 40 || (token.length === 1 && /\p{L}/u.test(token));

  /* The pages of words */

  /* How much a word says of each of its pages. Below zero, title or description have it: the title where the number is odd. */
  function scores(postings = []) {
    const found = new Map();
    for (let place = 0, page = -1; place < postings.length; place += 2) {
      const told = postings[place + 1];
      found.set((page += postings[place]), { score: Math.abs(told), about: told < 0, titled: told < 0 && told % 2 !== 0 });
    }
    return found;
  }

  const partOf = (firsts, wanted) => Math.max(0, firsts.findLastIndex((first) => first <= wanted));

  async function exactly(term) {
    return scores(own(await part(`words-${partOf(told.words, term)}`), term));
  }

  async function beginningWith(start) {
    const terms = [];
    for (let place = partOf(told.words, start); place < told.words.length; place++) {
      if (told.words[place] > start && !told.words[place].startsWith(start)) break;
      for (const term of Object.keys(await part(`words-${place}`))) if (term.startsWith(start)) terms.push(term);
    }
    return terms.sort((one, other) => one.length - other.length).slice(0, BEGINNINGS);
  }

  /* The words of our pages that come nearest to one that none has. */
  async function near(token) {
    if (token.length < 5 || !/^\p{L}+$/u.test(token)) return [];
    const formsOf = (word) => [word, one(word), stem(word)];
    const forms = formsOf(token);
    let [least, found] = [slips(token), []];
    for (const word of await part("words")) {
      const far = away(forms, formsOf(word), least);
      if (far < least) [least, found] = [far, []];
      if (far <= least) found.push(word);
    }
    return found.slice(0, 5);
  }

  const better = (one, other) => (other.score > one.score ? other : one);

  /* Keep the best score of each page, and that its title or description has one of what means the same. */
  function put(found, others, sure) {
    for (const [page, hit] of others) {
      const sized = { ...hit, score: hit.score * sure };
      const had = found.get(page) ?? sized;
      found.set(page, { ...better(had, sized), about: had.about || sized.about, titled: had.titled || sized.titled });
    }
  }

  /* Pages that have all of these terms, with the score of the one that says most. */
  async function together(terms) {
    const [first, ...others] = await Promise.all(terms.map(exactly));
    const all = [...first].filter(([page]) => others.every((other) => other.has(page)));
    return all.map(([page, hit]) => [page, others.map((other) => other.get(page)).reduce(better, hit)]);
  }

  /* Without the words that say little beside others, as lines or CSV: each page has them. They stay where nothing else was typed. */
  function sayingMost(words) {
    const most = words.filter((token) => !told.little.has(one(token)));
    return most.length ? most : words;
  }

  /* The words as they are looked for: two in a row that have a synonym together are one. A question of small words alone is asked whole. */
  function asked(typed) {
    const found = [];
    const all = tokens(typed);
    const words = all.filter((token) => !saysNothing(token));
    for (const token of words.length ? sayingMost(words) : all) {
      const pair = found.length ? `${found.at(-1)} ${token}` : "";
      if (pair && synonymsOf(pair)) found[found.length - 1] = pair;
      else found.push(token);
    }
    return [...new Set(found)];
  }

  const termOf = (token) => token.split(" ").map(stem).join(" ");
  const synonymsOf = (token) => own(told.synonyms, token.split(" ").map(one).join(" "));

  /* The pages of one word, by whatever means it: itself, its synonyms, its beginning, the nearest spelling. */
  async function meant(token, typing) {
    const term = termOf(token);
    const group = { token, pages: new Map(), terms: new Set(term.split(" ")), instead: "" };
    /* Two words with a synonym together mean that: pages that have both come after it. */
    const [both, instead] = token.includes(" ") ? [SURE.synonym, SURE.exact] : [SURE.exact, SURE.synonym];
    put(group.pages, await together(term.split(" ")), both);
    for (const [place, terms] of (synonymsOf(token) ?? []).entries()) {
      put(group.pages, await together(terms), instead * SURE.next ** place);
      for (const each of terms) group.terms.add(each);
    }
    if (group.pages.size) return group;
    const begun = typing && token.length > 1 && !/^[0-9]/.test(token) ? await beginningWith(token) : [];
    const spelt = begun.length ? [] : await near(token);
    for (const each of begun.length ? begun : spelt.map(stem)) {
      put(group.pages, await exactly(each), begun.length ? SURE.begins : SURE.near);
      group.terms.add(each);
    }
    group.instead = spelt.length && group.pages.size ? spelt[0] : "";
    return group;
  }

  const isOf = (kind, page) => page >= told.ranges[kind][0] && page < told.ranges[kind][1];

  /* Whether a page is the project that is meant by a thing and its place, as a museum and a town: it has both, and is about the
     thing; where there is none, the place itself, unless a project is named whole. A thing that is counted, as jobs are, means no project. */
  function inPlace(known, pages) {
    const named = (kind) => (group) => [...group.pages].some(([page, hit]) => hit.titled && isOf(kind, page));
    const things = known.filter((group) => !named("areas")(group));
    if (!things.length || things.length === known.length || things.some(named("measures"))) return () => false;
    const meant = ({ page, words }) => words === known.length && isOf("projects", page) && things.every((group) => group.pages.get(page).about);
    const whole = ({ page, titled }) => isOf("projects", page) && titled >= told.names[page];
    if (pages.some(meant) || pages.some(whole)) return meant;
    return ({ page, titled }) => isOf("areas", page) && titled >= told.names[page];
  }

  /* The pages for what was typed, best first: those with all words; where they are few, those with some after them. */
  async function find(typed) {
    told ??= await part("index").then((index) => ({ ...index, small: new Set(index.small), little: new Set(index.little) }));
    const words = asked(typed);
    const ends = /[\p{L}\p{N}]$/u.test(typed);
    const groups = await Promise.all(words.map((token, place) => meant(token, ends && place === words.length - 1)));
    const known = groups.filter((group) => group.pages.size);
    const pages = new Map();
    for (const group of known)
      for (const [page, { score, about, titled }] of group.pages) {
        const sum = pages.get(page) ?? { page, score: 0, words: 0, about: 0, titled: 0 };
        pages.set(page, { page, score: sum.score + score, words: sum.words + 1, about: sum.about + about, titled: sum.titled + titled });
      }
    /* All words first. Who types a whole title of two words or more means that page, whatever else was typed. */
    const named = ({ page, titled }) => titled > 1 && titled >= told.names[page];
    const first = (sum) => sum.words === known.length || named(sum);
    const more = (sum) => (1 + sum.about / known.length) * (1 + (named(sum) ? (NAMED * sum.titled) / known.length : 0));
    const rank = (sum) => sum.score * (sum.words / known.length) ** 2 * more(sum);
    const there = inPlace(known, [...pages.values()]);
    const found = [...pages.values()].sort((one, other) => there(other) - there(one) || first(other) - first(one) || rank(other) - rank(one) || one.page - other.page);
    const whole = found.filter(({ words }) => words === known.length);
    return { typed, groups, known, found: whole.length < ENOUGH ? found : whole, all: whole.length > 0 };
  }

  /* What is shown */

  const termsOf = (text) => tokens(text).map(stem);

  /* The sentence that has most of the words, the description before others. */
  function matched([, , , description, sentences], known) {
    let [best, most] = [description || sentences[0] || "", -1];
    for (const sentence of [description, ...sentences]) {
      const terms = new Set(termsOf(sentence));
      const number = known.filter((group) => [...group.terms].some((term) => terms.has(term))).length;
      if (number > most && sentence) [best, most] = [sentence, number];
    }
    return best;
  }

  function marked(text, known) {
    const terms = new Set(known.flatMap((group) => [...group.terms]));
    const pieces = text.split(/([\p{L}\p{N}\p{M}£]+(?:[.,'’][\p{L}\p{N}]+)*)/u);
    const hits = pieces.map((piece, place) => place % 2 === 1 && termsOf(piece).some((term) => terms.has(term)));
    const before = pieces.slice(0, Math.max(0, hits.indexOf(true))).join("").length;
    const from = text.length <= CLIP || before < CLIP / 2 ? 0 : before - CLIP / 2;
    const shown = [];
    let at = 0;
    for (const [place, piece] of pieces.entries()) {
      if (at >= from && at < from + CLIP) shown.push(hits[place] ? make("mark", {}, piece) : piece);
      at += piece.length;
    }
    return [...(from ? ["… "] : []), ...shown, ...(at > from + CLIP ? [" …"] : [])];
  }

  async function result({ page }, known) {
    const place = partOf(told.pages, page);
    const row = (await part(`pages-${place}`))[page - told.pages[place]];
    const [path, title, kind] = row;
    const head = make("a", { className: "ov-hit__link", href: new URL(path, ROOT).href }, title);
    const name = make("span", { className: "ov-hit__kind" }, told.kinds[kind]);
    return make("li", { className: "ov-hit" }, head, name, make("p", {}, ...marked(matched(row, known), known)));
  }

  function sentencesAbout({ typed, groups, known, found, all }) {
    if (!found.length) return [fill(told.texts.none, { typed })];
    const missing = groups.filter((group) => !group.pages.size).map(({ token }) => fill(told.texts.missing, { typed: token }));
    const instead = known.filter((group) => group.instead);
    const misspelt = instead.map((group) => fill(told.texts.misspelt, { typed: group.token, found: group.instead }));
    return [plural(told.texts.found, found.length), ...misspelt, ...missing, ...(all ? [] : [told.texts.some])];
  }

  /* The box in the header, with the best answers below it. */
  function box(search) {
    const input = search.querySelector("input");
    const results = search.querySelector(".ov-search__results");
    const count = make("p", { className: "ov-search__count", role: "status" });
    const list = make("ol", { className: "ov-search__list" });
    const every = make("a", { className: "ov-search__every" });
    results.append(count, list, every);
    let turn = 0;

    async function look() {
      const mine = ++turn;
      const typed = input.value.trim();
      if (!typed) return close();
      const answer = await find(typed);
      const rows = await Promise.all(answer.found.slice(0, FEW).map((each) => result(each, answer.known)));
      if (mine !== turn) return; // something else was typed meanwhile
      results.hidden = false;
      list.replaceChildren(...rows);
      count.textContent = sentencesAbout(answer).join(" ");
      every.hidden = answer.found.length <= FEW && answer.found.length > 0;
      every.href = `${input.form.action}?${new URLSearchParams({ q: typed })}`;
      every.textContent = answer.found.length ? plural(told.texts.all, answer.found.length) : told.texts.lists;
    }

    function close() {
      turn++;
      results.hidden = true;
    }

    function step(event, by) {
      const stops = [input, ...results.querySelectorAll("a:not([hidden])")];
      const next = stops[stops.indexOf(document.activeElement) + by];
      if (!next || results.hidden) return;
      event.preventDefault();
      next.focus();
    }

    input.addEventListener("input", look);
    input.addEventListener("focus", look);
    search.addEventListener("focusout", ({ relatedTarget }) => search.contains(relatedTarget) || close());
    search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") step(event, 1);
      if (event.key === "ArrowUp") step(event, -1);
      if (event.key !== "Escape") return;
      input.focus();
      close();
    });
    results.addEventListener("mousedown", (event) => event.target.closest("a") || event.preventDefault());
    if (input.value) look();
  }

  /* The page of the search: all that was found for the words in its address. */
  async function page(place) {
    const typed = new URLSearchParams(location.search).get("q")?.trim();
    if (!typed) return;
    document.getElementById("ov-q").value = typed;
    const answer = await find(typed);
    const count = make("p", { className: "ov-found__count", role: "status" });
    const list = make("ol", { className: "ov-search__list" });
    const more = make("button", { type: "button", className: "ov-press" });
    async function show() {
      const from = list.children.length;
      const rows = await Promise.all(answer.found.slice(from, from + STEP).map((each) => result(each, answer.known)));
      list.append(...rows);
      const left = answer.found.length - list.children.length;
      more.hidden = left <= 0;
      more.textContent = fill(told.texts.more, { num: say(Math.min(STEP, left)) });
      if (from) list.children[from]?.querySelector("a").focus();
    }
    more.addEventListener("click", show);
    await show();
    place.replaceChildren(count, list, more);
    count.textContent = sentencesAbout(answer).join(" ");
  }

  box(document.querySelector(".ov-search"));
  const place = document.getElementById("ov-found");
  if (place) page(place);
})();
