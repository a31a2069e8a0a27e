/* What the rules find, at its field and in the summary above. */
import { control, fieldOf, make, one, show, toDo } from "./elements.js";

/* The field that a finding is shown at; null for what is about the return as a whole. */
export function partOf({ elements, state }, { table, at, column }, sent) {
  if (table === "returns") return null;
  const element = elements.get(table === "lines" ? sent.filled[at] : state.documents[at]);
  return fieldOf(element, column) ?? fieldOf(element, table === "lines" ? "quantity" : "title");
}

export function tell(part, findings, texts) {
  const given = control(part);
  one(".pr-said", part)?.remove();
  const must = findings.some(({ severity }) => severity === "error");
  part.classList.toggle("pr-bad", must);
  part.classList.toggle("pr-look", findings.length > 0 && !must);
  given.toggleAttribute("aria-invalid", false);
  const ids = (given.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-m"));
  if (findings.length) {
    const id = `${given.id}-m`;
    ids.push(id);
    if (must) given.setAttribute("aria-invalid", "true");
    part.append(make("p", { className: "pr-said", id }, ...findings.map((finding) => sentence(finding, texts))));
    part.closest("details")?.setAttribute("open", "");
  }
  if (ids.length) given.setAttribute("aria-describedby", ids.join(" "));
  else given.removeAttribute("aria-describedby");
}

function sentence({ severity, message, mend }, texts) {
  const word = severity === "error" ? texts.must : texts.look;
  return make("span", {}, make("b", {}, `${word}:`), ` ${message} ${mend} `);
}

/* What is to be done first, each with a link to its field. It is shown once Go on was pressed. */
export function summary({ root, asked, lists: { texts } }, told) {
  const box = one(".pr-sum", root);
  const musts = told.filter(({ severity, part }) => part && severity === "error");
  const looks = told.filter(({ severity, part }) => part && severity !== "error");
  box.classList.toggle("pr-look-alone", musts.length === 0);
  show(box, asked && told.some(({ part }) => part));
  one("h2", box).textContent = toDo(texts, musts.length, looks.length);
  one("ol", box).replaceChildren(...[...musts, ...looks].map(linkTo));
}

function linkTo({ part, message }) {
  const of = one("h3, legend", part.closest(".pr-row, .pr-document")).textContent;
  const link = make("a", { href: `#${control(part).id}` }, `${of}: ${message}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    part.closest("details")?.setAttribute("open", "");
    control(part).focus();
  });
  return make("li", {}, link);
}
