/* Light or dark, and the search when a reader reaches for it: most readers of a page don't. */
(() => {
  "use strict";
  const SEARCH = ["say.js", "spelling.js", "search.js"].map((name) => new URL(name, document.currentScript.src));
  const SCHEMES = { light: "default", dark: "slate" }; // as the frame calls them
  const device = matchMedia("(prefers-color-scheme: dark)");
  const body = document.body;
  const button = document.querySelector(".ov-colours");
  const search = document.querySelector(".ov-search");
  let asked = false;

  const now = () => (body.dataset.mdColorScheme === SCHEMES.dark ? "dark" : "light");

  /* `chosen` is kept for the next page, where a script in its head reads it; else the device decides. */
  function wear(colours, chosen) {
    body.dataset.mdColorScheme = SCHEMES[colours];
    button.ariaLabel = button.title = button.dataset[colours === "dark" ? "light" : "dark"];
    if (!chosen) return;
    body.dataset.mdColorMedia = "chosen";
    __md_set("__palette", { color: { scheme: SCHEMES[colours], media: "chosen" } });
  }

  const worn = () => (body.dataset.mdColorMedia ? now() : device.matches ? "dark" : "light");

  function bring() {
    if (asked) return;
    asked = true;
    for (const address of SEARCH) body.append(Object.assign(document.createElement("script"), { src: address, async: false }));
  }

  document.documentElement.classList.replace("no-js", "js");
  wear(worn());
  button.hidden = false;
  button.addEventListener("click", () => wear(now() === "dark" ? "light" : "dark", true));
  device.addEventListener("change", () => wear(worn()));
  if (search) {
    search.hidden = location.protocol === "file:"; // there it can't read its index
    for (const reach of ["focusin", "pointerover"]) search.addEventListener(reach, bring, { once: true });
    if (document.getElementById("ov-found") && !search.hidden) bring();
  }
  /* Who follows a link to a working finds it open. */
  const unfold = () => {
    const wanted = document.getElementById(location.hash.slice(1));
    for (let part = wanted; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    wanted?.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
