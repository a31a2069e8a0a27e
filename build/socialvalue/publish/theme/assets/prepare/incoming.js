/* Figures that come in as a block of cells or a file. What reads them is loaded once somebody gives some. */
import { make, one, show } from "./elements.js";

/* `start` begins the return and gives {state, facts}; `take` gets the rows and documents that were read. */
export function incoming(root, lists, start, take) {
  let ready = null;
  const file = one("#pr-file", root);
  const drop = one(".pr-drop", root);
  one('[data-do="paste"]', root).onclick = () => reader("pasted", one("#pr-block", root).value);
  file.addEventListener("change", () => {
    const [given] = file.files;
    if (given) reader("opened", given);
    file.value = "";
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("pr-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("pr-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("pr-over");
    if (event.dataTransfer.files[0]) reader("opened", event.dataTransfer.files[0]);
  });

  async function reader(way, given) {
    try {
      ready ??= (await import("./reading.js")).reading(root, lists, start, take);
    } catch {
      return notLoaded();
    }
    return ready[way](given);
  }

  function notLoaded() {
    const region = one(".pr-read", root);
    one(".pr-mapping", region).replaceChildren(make("p", {}, lists.texts.not_loaded));
    one(".pr-left", region).replaceChildren();
    show(one('[data-do="take"]', region), false);
    show(region, true);
    region.focus();
  }
}
