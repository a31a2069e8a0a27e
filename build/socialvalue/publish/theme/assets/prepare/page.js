/* Prepare a return: gets the lists, leads through the steps, and keeps the draft. */
import { financialYear, span } from "./days.js";
import { drafts, forget, keep } from "./draft.js";
import { all, make, one, say, show } from "./elements.js";
import { figures } from "./figures.js";
import { finish } from "./finish.js";
import { judge } from "./judge.js";
import { incoming } from "./incoming.js";
import { merged } from "./merge.js";
import { drawAgain, drawDrafts, choosing } from "./start.js";
import { begun, replacing, sentOf } from "./state.js";
import { cellOf } from "./judge.js";

const STEPS = ["start", "figures", "finish"];
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

async function begin(root) {
  const base = root.dataset.start.replace(/start\.json$/, "");
  const got = async (path) => (await fetch(base + path)).json();
  const lists = await got("start.json");
  lists.year_of = financialYear;
  lists.status_order = ["self-reported", "evidenced", "verified"];
  const form = {
    root, got, lists, sections: all("section[data-step]", root), frameworks: new Map(), title: document.title,
    state: null, facts: null, own: null, // the return in the making, what is known beside it, and of its project
    goOn: null, pressed: false, ready: null, // what was chosen in the first step
  };
  show(one(".pr-without"), false);
  show(root, true);
  const choose = firstStep(form);
  one('[data-do="on"]', root).onclick = () => {
    const first = !form.pressed;
    form.pressed = true;
    if (form.goOn() || !first) step(form, "finish");
  };
  one('[data-go="start"]', root).onclick = () => step(form, "start");
  step(form, "start", false);
  const asked = new URLSearchParams(location.search).get("return") ?? "";
  if (asked) await choose(...asked.split("/"));
}

/* The first step: what was chosen there, and each way to go on from it. What it gives back chooses a return. */
function firstStep(form) {
  const { root, lists, sections } = form;
  const choose = choosing(sections[0], lists, today(), (project) => ownOf(form, project), async (chosen) => {
    form.ready = chosen;
    if (chosen?.sent) chosen.file = await form.got(`returns/${chosen.project}/${chosen.sent.period}.json`);
    if (form.ready === chosen) drawAgain(sections[0], lists, chosen);
  });
  incoming(sections[0], lists, async () => {
    await start(form, "correct");
    return form;
  }, (read) => {
    merged(form.state, read);
    step(form, "figures");
  });
  for (const [name, kind, next] of [["type", "", "figures"], ["correct", "correct", "figures"], ["withdraw", "withdraw", "finish"]])
    one(`[data-do="${name}"]`, root).onclick = async () => {
      await start(form, kind, true);
      step(form, next);
    };
  return choose;
}

/* What is known of one project; with the first one come the lists, and the sentences, that every return needs. */
async function ownOf({ got, lists }, project) {
  const [own, more] = await Promise.all([`projects/${project}.json`, ...("rules" in lists ? [] : ["lists.json"])].map(got));
  const { texts, ...rest } = more ?? {};
  Object.assign(lists, rest);
  Object.assign(lists.texts, texts);
  Object.assign(lists.projects[project], own.contract);
  return own;
}

/* A new return, or what replaces the one that was chosen; or its draft, so that nothing typed before is lost. */
async function start(form, kind, goOn = false) {
  const { lists, ready: { project, own, period, sent, file } } = form;
  const made = sent ? replacing(lists, project, own, sent, file, kind, today()) : begun(lists, project, own, period, today());
  const { period: name } = made.returned;
  const draft = drafts().find(({ returned }) => returned.project === project && returned.period === name);
  await open(form, (goOn && draft) || made, own);
}

async function open(form, state, own) {
  const { lists, frameworks, got } = form;
  const { framework: name, project } = state.returned;
  if (!frameworks.has(name)) frameworks.set(name, await got(`frameworks/${name}.json`));
  const framework = frameworks.get(name);
  state.returned.edition ||= framework.edition;
  const before = own.lines.map((line) => numbersOf(line, lists));
  const replaced = (line) => line.period === state.replaces?.period;
  form.facts = {
    lists, framework, project: lists.projects[project], today: today(),
    history: before.filter((line) => !replaced(line)),
    targets: own.targets.map((target) => ({ ...target, quantity: BigInt(target.quantity) })),
    promised: promisedOf(own, before.filter(replaced)),
  };
  Object.assign(form, { state, own, pressed: false });
}

/* A line that was reported, with its numbers in millionths. */
function numbersOf(line, lists) {
  const people = lists.fields.lines.find(({ name }) => name === "headcount");
  return {
    ...line,
    quantity: BigInt(line.quantity),
    headcount: line.headcount === undefined ? null : cellOf(String(line.headcount), people),
  };
}

/* What was promised, with what was delivered of it but for the return that is replaced. */
function promisedOf(own, replaced) {
  return own.promised.map((each) => {
    const mine = replaced.filter(({ measure, part_of: whole }) => measure === each.measure && !whole);
    return { ...each, delivered: String(BigInt(each.delivered ?? 0) - mine.reduce((sum, { quantity }) => sum + quantity, 0n)) };
  });
}

/* Judge what there is, and keep it. */
function changed(form) {
  const { root, lists, state, facts } = form;
  const sent = sentOf(state, facts.framework);
  facts.rowNumber = (at) => state.rows.indexOf(sent.filled[at]) + 1;
  facts.named = (place) => (place === "" ? "" : sent.evidence[Number(place)]?.evidence ?? "");
  const kept = keep(state.returned, state);
  const at = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
  one(".pr-kept", root).textContent = kept ? say(lists.texts, "kept_at", { at }) : lists.texts.not_kept;
  return { sent, findings: [...lostWholes(sent, lists.texts), ...judge(sent, facts)] };
}

/* A row that says it is part of one that is not sent: the package could not say so. */
const lostWholes = ({ lost }, texts) => lost.map((at) => ({
  rule: "part-of-known", severity: "error", table: "lines", at, column: "part_of", message: texts.whole_lost, mend: texts.whole_choose,
}));

/* Show a step. Whoever comes to it begins at what it is about. */
function step(form, name, move = true) {
  const { root, sections, lists, state, facts, own } = form;
  for (const section of sections) show(section, section.dataset.step === name);
  drawSteps(form, name);
  const what = one(".pr-what", root);
  show(one(".ov-lead"), name === "start");
  show(what, name !== "start");
  if (name === "start") draftsHere(form);
  else {
    show(one(".pr-draft", root), false);
    one("span", what).textContent = whatOf(form);
    const parts = { state, facts, own, lists, changed: () => changed(form), told: (first) => titled(form, "figures", first) };
    if (name === "figures") form.goOn = figures(sections[1], parts);
    else finish(sections[2], { ...parts, back: () => step(form, "figures") });
  }
  titled(form, name);
  if (!move) return;
  scrollTo({ top: 0 });
  if (name !== "finish") one(name === "start" ? "#pr-project-q" : ".pr-what", root).focus({ preventScroll: true });
}

/* The title of the page says the step, and first of all what is to be done. */
function titled({ sections, title }, name, first = "") {
  const own = name === "start" ? "" : sections[STEPS.indexOf(name)].getAttribute("aria-label");
  document.title = [first, own, title].filter(Boolean).join(" · ");
}

function whatOf({ facts, state: { returned, replaces }, lists }) {
  const name = `${facts.project.name}, ${span(returned.start, returned.end)}`;
  return replaces ? say(lists.texts, `what ${replaces.kind}`, { name, version: replaces.version }) : `${name}.`;
}

/* The steps: those that are behind lead back; a withdrawal has no figures. */
function drawSteps(form, name) {
  for (const item of all(".pr-steps li", form.root)) {
    const own = item.dataset.step;
    item.dataset.words ??= item.textContent;
    const behind = STEPS.indexOf(own) < STEPS.indexOf(name);
    const link = make("button", { type: "button", className: "plain" }, item.dataset.words);
    link.onclick = () => step(form, own);
    item.replaceChildren(behind ? link : item.dataset.words);
    show(item, own !== "figures" || form.state?.replaces?.kind !== "withdraw" || name === "start");
    if (own === name) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
}

function draftsHere(form) {
  const { root, lists } = form;
  drawDrafts(one(".pr-draft", root), drafts(), lists, {
    open: async (draft) => {
      const own = await ownOf(form, draft.returned.project);
      if (draft.replaces && !own.returns.some(({ period }) => period === draft.replaces.period)) return lists.texts.replaced_since;
      await open(form, draft, own);
      step(form, draft.returned.withdraws ? "finish" : "figures");
      return "";
    },
    drop: (draft) => {
      forget(draft.returned);
      draftsHere(form);
      one("#pr-project-q", root).focus();
    },
  });
}

const root = document.getElementById("pr");
if (root && location.protocol !== "file:") begin(root).catch(() => show(root, false) ?? show(one(".pr-without"), true));
