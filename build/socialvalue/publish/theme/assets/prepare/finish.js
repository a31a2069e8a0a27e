/* The last step: what is still open, the declarations, and the ways to send. */
import { control, fieldOf, joined, make, one, options, say, saveAs, show, toDo } from "./elements.js";
import { organisationsOf } from "./figures.js";
import { filesOf, folderOf, zip } from "./package.js";
import { isMailbox, letterTo, uploadOf } from "./send.js";
import { forget } from "./draft.js";

const PAUSE = 400; // between two files, so that a browser saves both

export function finish(root, { state, own, lists, changed, back }) {
  const { texts } = lists;
  const { returned } = state;
  joined(root);
  const sender = control(fieldOf(root, "submitted_by.organisation"));
  options(sender, organisationsOf(lists, own), texts.choose);
  sender.value = returned.organisation;
  sender.onchange = () => { returned.organisation = sender.value; update(); };
  for (const [id, name] of [["#pr-only", "only_this_contract"], ["#pr-of", "of_this_contract"]]) {
    const box = one(id, root);
    box.checked = returned[name];
    box.onchange = () => { returned[name] = box.checked; update(); };
  }
  const name = `${returned.project}-${returned.period}`;
  one('[data-do="save"]', root).onclick = () => saveAs(`${name}.zip`, packed());
  one('[data-do="folder"]', root).onclick = () => saveAs(`${name}.zip`, packed());
  one('[data-do="files"]', root).onclick = () =>
    Object.entries(filesOf(changed().sent, lists)).forEach(([file, text], at) =>
      setTimeout(() => saveAs(file, new Blob([text], { type: "application/octet-stream" })), at * PAUSE),
    );
  one('[data-do="delete"]', root).onclick = () => {
    forget(returned);
    one(".pr-gone", root).textContent = texts.draft_gone;
  };
  one(".pr-gone", root).textContent = "";
  one(".pr-folder", root).textContent = say(texts, "put_folder", { folder: `${folderOf(state)}/` });
  one(".pr-file-name", root).textContent = `${name}.zip.`;
  update();
  one(".pr-result", root).focus();

  /* The return's folder below data/returns/, so that it can be unpacked there. */
  function packed() {
    const below = folderOf(state).replace("data/returns/", "");
    const files = Object.entries(filesOf(changed().sent, lists)).map(([file, text]) => [`${below}/${file}`, text]);
    return zip(Object.fromEntries(files));
  }

  function update() {
    const { sent, findings } = changed();
    const open = findings.filter(({ table, severity }) => table !== "returns" && severity === "error");
    const looks = findings.filter(({ table, severity }) => table !== "returns" && severity !== "error");
    one(".pr-result", root).textContent = open.length || looks.length
      ? toDo(texts, open.length, looks.length)
      : say(texts, "nothing_wrong", { rows: sent.lines.length, documents: sent.evidence.length });
    one(".pr-open", root).replaceChildren(
      ...[...open, ...looks].map(({ message, severity }) => make("li", {}, make("b", {}, `${severity === "error" ? texts.must : texts.look}:`), ` ${message}`)),
    );
    const lacking = [
      ...(sent.lines.length ? [] : [texts.no_rows]),
      ...(open.length ? [texts.musts_first] : []),
      ...findings.filter(({ table }) => table === "returns").map(({ message, mend }) => `${message} ${mend}`),
      ...(returned.organisation ? [] : [texts.who_sends]),
    ];
    one(".pr-not-yet", root).replaceChildren(...lacking.map((text) => make("span", {}, text)), ...(lacking.length && open.length ? [backTo()] : []));
    show(one(".pr-not-yet", root), lacking.length > 0);
    show(one(".pr-send", root), lacking.length === 0);
    drawWays(sent);
  }

  function backTo() {
    const button = make("button", { type: "button", className: "plain" }, texts.back_to_figures);
    button.onclick = back;
    return button;
  }

  function drawWays(sent) {
    const { contact, title } = lists.send;
    const mail = isMailbox(contact);
    const upload = uploadOf(sent, lists.send);
    show(one(".pr-by-mail", root), mail);
    show(one(".pr-by-forge", root), Boolean(upload));
    if (mail) {
      const body = say(texts, "letter", { title: returned.title, file: `${name}.zip` });
      one(".pr-letter", root).href = letterTo(contact, `${title}: ${returned.title}`, body);
    }
    if (upload) {
      one(".pr-by-forge h3", root).textContent = say(texts, "on_forge", { forge: upload.name });
      one(".pr-upload", root).href = upload.href;
    }
  }
}
