/* Small things that every part of the form does with the page. Data only ever becomes text, never markup. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
export const copyOf = (id) => document.getElementById(id).content.cloneNode(true).firstElementChild;
export const show = (element, whether) => element.toggleAttribute("hidden", !whether);

/* The sentence of that name with its gaps filled: %(name)s. */
export const say = (texts, name, gaps = {}) => filledIn(texts[name], gaps);
const filledIn = (text, gaps) => text.replace(/%\((\w+)\)s/g, (_, gap) => gaps[gap]);

/* The form of a sentence for a number. */
export function many(texts, name, number, gaps = {}) {
  const { lang } = document.documentElement;
  const forms = texts[name];
  return filledIn(forms[new Intl.PluralRules(lang).select(number)] ?? forms.other, { ...gaps, num: number.toLocaleString(lang) });
}

/* How much there is to do and to look at, in one sentence. */
export function toDo(texts, musts, looks) {
  const parts = [musts && many(texts, "to_do", musts), looks && many(texts, "to_look", looks)];
  return parts.filter(Boolean).join(", ");
}

let made = 0;

/* Give the control of each field its own id, and its label and hints to it. */
export function joined(root) {
  for (const field of all("[data-field]", root)) {
    const [label, control] = [one("label", field), one("input, select, textarea", field)];
    if (!label || !control || control.id) continue;
    made += 1;
    control.id = `pr-${made}`;
    label.htmlFor = control.id;
    const hint = one(".hint", field);
    if (hint) {
      hint.id = `${control.id}-h`;
      control.setAttribute("aria-describedby", hint.id);
    }
  }
  return root;
}

export const control = (field) => one("input, select, textarea", field);
export const fieldOf = (root, name) => all("[data-field]", root).find((field) => field.dataset.field === name);

/* Fill a list to choose from: pairs of a key and its words; the first words stand for nothing chosen. */
export function options(select, pairs, nothing) {
  const chosen = select.value;
  const first = nothing === undefined ? [] : [["", nothing]];
  select.replaceChildren(...[...first, ...pairs].map(([value, words]) => make("option", { value }, words)));
  select.value = [...first, ...pairs].some(([value]) => value === chosen) ? chosen : select.options[0]?.value ?? "";
}

export function saveAs(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
