/* The last step: what is still open, the reason and the declarations, and the ways to send. */
import { changesOf, drawChanges, howMany } from "./changes.js";
import { control, fieldOf, joined, make, one, options, say, saveAs, show, toDo } from "./elements.js";
import { namesOf, organisationsOf } from "./names-shown.js";
import { filesOf, folderOf, zip } from "./package.js";
import { isMailbox, letterTo, uploadOf } from "./send.js";
import { forget } from "./draft.js";

const PAUSE = 400; // between two files, so that a browser saves both

/* `changed` is called after each change; it gives back the package and its findings. */
export function finish(root, { state, facts, own, lists, changed, back }) {
  const { returned } = state;
  const view = { root, state, lists, changed, back, name: `${returned.project}-${returned.period}`, names: namesOf(lists, own, facts.framework) };
  view.update = () => update(view);
  joined(root);
  asked(view, own);
  waysToSave(view);
  one('[data-do="delete"]', root).onclick = () => {
    forget(returned);
    one(".pr-gone", root).textContent = lists.texts.draft_gone;
  };
  one(".pr-gone", root).textContent = "";
  one(".pr-folder", root).textContent = say(lists.texts, "put_folder", { folder: `${folderOf(state)}/` });
  one(".pr-file-name", root).textContent = `${view.name}.zip.`;
  view.update();
  one(".pr-result", root).focus();
}

/* What is asked here: why it replaces another, the declarations, who sends it. Nobody declares what was compiled. */
function asked({ root, state, lists: { texts, ...lists }, update: updated }, own) {
  const { returned, replaces } = state;
  const reason = fieldOf(root, "reason");
  show(one(".pr-why", root), Boolean(replaces));
  one("h2", one(".pr-why", root)).textContent = replaces ? texts[`why ${replaces.kind}`] : "";
  control(reason).value = state.reason;
  control(reason).oninput = () => { state.reason = control(reason).value; updated(); };
  show(one(".pr-declare", root), returned.attestations);
  show(one(".pr-sender", root), returned.basis === "submitted" && !returned.withdraws);
  const sender = control(fieldOf(root, "submitted_by.organisation"));
  options(sender, organisationsOf(lists, own), texts.choose);
  sender.value = returned.organisation;
  sender.onchange = () => { returned.organisation = sender.value; updated(); };
  for (const [id, name] of [["#pr-only", "only_this_contract"], ["#pr-of", "of_this_contract"]]) {
    const box = one(id, root);
    box.checked = returned[name];
    box.onchange = () => { returned[name] = box.checked; updated(); };
  }
}

function waysToSave({ root, state, lists, changed, name }) {
  /* The return's folder below data/returns/, so that it can be unpacked there. */
  const packed = () => {
    const below = folderOf(state).replace("data/returns/", "");
    const files = Object.entries(filesOf(changed().sent, lists)).map(([file, text]) => [`${below}/${file}`, text]);
    return zip(Object.fromEntries(files));
  };
  one('[data-do="save"]', root).onclick = () => saveAs(`${name}.zip`, packed());
  one('[data-do="folder"]', root).onclick = () => saveAs(`${name}.zip`, packed());
  one('[data-do="files"]', root).onclick = () =>
    Object.entries(filesOf(changed().sent, lists)).forEach(([file, text], at) =>
      setTimeout(() => saveAs(file, new Blob([text], { type: "application/octet-stream" })), at * PAUSE),
    );
}

function update(view) {
  const { root, state, lists: { texts } } = view;
  const { sent, findings } = view.changed();
  const open = findings.filter(({ table, severity }) => table !== "returns" && severity === "error");
  const looks = findings.filter(({ severity }) => severity !== "error");
  one(".pr-result", root).textContent = result(sent, open, looks, texts);
  one(".pr-open", root).replaceChildren(
    ...[...open, ...looks].map(({ message, severity }) => make("li", {}, make("b", {}, `${severity === "error" ? texts.must : texts.look}:`), ` ${message}`)),
  );
  show(one(".pr-open", root), open.length + looks.length > 0);
  const changes = state.replaces?.kind === "correct" ? changesOf(sent) : null;
  show(one(".pr-changes", root), Boolean(changes));
  if (changes) drawChanges(one(".pr-changes", root), changes, { texts, names: view.names });
  const lacking = lackingOf(view, { sent, findings, open, changes });
  one(".pr-not-yet", root).replaceChildren(
    ...(lacking.length ? lacking : [texts.ready]).map((text) => make("span", {}, text)),
    ...(open.length || changes && !howMany(changes) ? [backTo(view)] : []),
  );
  show(one(".pr-send", root), lacking.length === 0);
  drawWays(view, sent);
}

function result({ lines, evidence, replaces }, open, looks, texts) {
  if (replaces?.kind === "withdraw") return say(texts, "takes_back", { version: replaces.version });
  if (open.length || looks.length) return toDo(texts, open.length, looks.length);
  return say(texts, "nothing_wrong", { rows: lines.length, documents: evidence.length });
}

/* What has to be done before it can be sent. */
function lackingOf({ state: { returned, replaces, reason }, lists }, { sent, findings, open, changes }) {
  const { texts } = lists;
  const about = findings.filter(({ table, severity }) => table === "returns" && severity === "error");
  return [
    ...(sent.lines.length || returned.withdraws ? [] : [texts.no_rows]),
    ...(open.length ? [texts.musts_first] : []),
    ...(changes && !howMany(changes) ? [texts.no_change] : []),
    ...(replaces && !reason.trim() ? [texts.say_why] : []),
    ...(reason.trim().length > lists.reason_characters ? [say(texts, "too_long_why", { most: lists.reason_characters })] : []),
    ...about.map(({ message, mend }) => `${message} ${mend}`),
    ...(returned.organisation ? [] : [texts.who_sends]),
  ];
}

function backTo({ lists, back }) {
  const button = make("button", { type: "button", className: "plain" }, lists.texts.back_to_figures);
  button.onclick = back;
  return button;
}

function drawWays({ root, state: { returned }, lists: { texts, send }, name }, sent) {
  const mail = isMailbox(send.contact);
  const upload = uploadOf(sent, send);
  show(one(".pr-by-mail", root), mail);
  show(one(".pr-by-forge", root), Boolean(upload));
  if (mail) {
    const body = say(texts, "letter", { title: returned.title, file: `${name}.zip` });
    one(".pr-letter", root).href = letterTo(send.contact, `${send.title}: ${returned.title}`, body);
  }
  if (upload) {
    one(".pr-by-forge h3", root).textContent = say(texts, "on_forge", { forge: upload.name });
    one(".pr-upload", root).href = upload.href;
  }
}
