/* A field that finds as one types: a combobox with a list, worked by keys and by pointer, told to a screen reader. */
import { make, show } from "./elements.js";

const MOST = 12;

/* `found` gives the choices for a text, each {key, words, more}; `choose` is called with the one that is taken. `none` is
   said where there is no choice. */
export function search(input, found, choose, none) {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  const status = input.parentNode.querySelector(".pr-found");
  let [choices, at] = [[], -1];

  function open() {
    choices = found(input.value).slice(0, MOST);
    at = -1;
    list.replaceChildren(
      ...choices.map(({ words, more }, place) => {
        const option = make("li", { id: `${list.id}-${place}` }, words, ...(more ? [make("span", { className: "hint" }, more)] : []));
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(place));
        return option;
      }),
    );
    shown(choices.length > 0);
    status.textContent = choices.length || !input.value.trim() ? "" : none;
  }

  function shown(whether) {
    show(list, whether);
    input.setAttribute("aria-expanded", String(whether));
    if (!whether) input.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    if (list.hidden) open();
    if (!choices.length) return;
    list.children[at]?.setAttribute("aria-selected", "false");
    at = (at + step + choices.length + (at < 0 && step < 0 ? 1 : 0)) % choices.length;
    list.children[at].setAttribute("aria-selected", "true");
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[at].id);
  }

  function take(place) {
    shown(false);
    choose(choices[place]);
  }

  input.addEventListener("input", open);
  input.addEventListener("focus", () => !input.value && open());
  input.addEventListener("blur", () => shown(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape" && !list.hidden) shown(false);
    else if (event.key === "Enter" && !list.hidden && choices.length) take(Math.max(at, 0));
    else return;
    event.preventDefault();
  });
}

const plainly = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/* Those of which every typed word begins a word of what they are called; in the first place those called so by name. */
export function ranked(things, text) {
  const words = plainly(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const scored = [];
  for (const thing of things) {
    const own = ` ${plainly(thing.words)}`;
    const any = `${own} ${plainly(thing.also)}`;
    const within = (where) => words.every((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u").test(where));
    if (within(any)) scored.push([within(own) ? 0 : 1, thing]);
  }
  return scored.sort(([a], [b]) => a - b).map(([, thing]) => thing);
}
