/* Prepare a return: gets the lists, leads through the steps, and keeps the draft. */
import { financialYear, span } from "./days.js";
import { drafts, forget, keep } from "./draft.js";
import { all, one, say, show } from "./elements.js";
import { figures } from "./figures.js";
import { finish } from "./finish.js";
import { judge } from "./judge.js";
import { incoming } from "./incoming.js";
import { drawDrafts, choosing } from "./start.js";
import { begun, sentOf } from "./state.js";
import { cellOf } from "./judge.js";

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
  const sections = all("section[data-step]", root);
  const frameworks = new Map();
  let [state, facts, own, goOn, ready] = [null, null, null, null, null];

  show(one(".pr-without"), false);
  show(root, true);
  choosing(sections[0], lists, today(), ownOf, (found) => {
    ready = found;
    show(one(".pr-in", root), Boolean(found));
  });
  incoming(sections[0], lists, async () => {
    await open(begun(lists, ready.project, ready.own, ready.period, today()), ready.own);
    return { state, facts };
  }, (rows, documents) => {
    state.rows.push(...rows);
    state.documents.push(...documents);
    const given = new Set(rows.map(({ measure }) => measure));
    state.rows = state.rows.filter(({ promised, measure, cells }) => !(promised && given.has(measure) && cells.quantity === ""));
    step("figures");
  });
  one('[data-do="type"]', root).onclick = async () => {
    await open(begun(lists, ready.project, ready.own, ready.period, today()), ready.own);
    step("figures");
  };
  one('[data-do="on"]', root).onclick = () => {
    const first = !goOn.pressed;
    goOn.pressed = true;
    if (goOn() || !first) step("finish");
  };
  one('[data-go="start"]', root).onclick = () => step("start");
  draftsHere();
  step("start", false);

  /* What is known of one project; with the first one come the lists that every return needs. */
  async function ownOf(project) {
    const [own, more] = await Promise.all([`projects/${project}.json`, ...("rules" in lists ? [] : ["lists.json"])].map(got));
    Object.assign(lists, more);
    return own;
  }

  async function open(given, its) {
    state = given;
    own = its;
    const { framework: name, project } = state.returned;
    if (!frameworks.has(name)) frameworks.set(name, await got(`frameworks/${name}.json`));
    const framework = frameworks.get(name);
    state.returned.edition ||= framework.edition;
    facts = { lists, framework, project: lists.projects[project], history: historyOf(its, lists), today: today() };
  }

  /* Judge what there is, and keep it. */
  function changed() {
    const sent = sentOf(state, facts.framework);
    const kept = keep(state.returned, state);
    const at = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
    one(".pr-kept", root).textContent = kept ? say(lists.texts, "kept_at", { at }) : lists.texts.not_kept;
    return { sent, findings: judge(sent, facts) };
  }

  function step(name, move = true) {
    for (const section of sections) show(section, section.dataset.step === name);
    for (const item of all(".pr-steps li", root)) {
      if (item.dataset.step === name) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    const what = one(".pr-what", root);
    show(one(".ov-lead"), name === "start");
    show(what, name !== "start");
    if (name === "start") draftsHere();
    else {
      show(one(".pr-draft", root), false);
      one("span", what).textContent = `${facts.project.name}, ${span(state.returned.start, state.returned.end)}.`;
      if (name === "figures") goOn = figures(sections[1], { state, facts, own, lists, changed });
      else finish(sections[2], { state, own, lists, changed, back: () => step("figures") });
    }
    if (move) {
      scrollTo({ top: 0 });
      if (name === "figures") one("select, input", sections[1]).focus();
    }
  }

  function draftsHere() {
    drawDrafts(one(".pr-draft", root), drafts(), lists, {
      open: async (draft) => {
        await open(draft, await ownOf(draft.returned.project));
        step("figures");
      },
      drop: (draft) => {
        forget(draft.returned);
        draftsHere();
        one("#pr-project-q", root).focus();
      },
    });
  }
}

/* What the project reported before, with its numbers in millionths. */
function historyOf(own, lists) {
  const people = lists.fields.lines.find(({ name }) => name === "headcount");
  return own.lines.map((line) => ({
    ...line,
    quantity: BigInt(line.quantity),
    headcount: line.headcount === undefined ? null : cellOf(String(line.headcount), people),
  }));
}

const root = document.getElementById("pr");
if (root && location.protocol !== "file:") begin(root).catch(() => show(root, false) ?? show(one(".pr-without"), true));
