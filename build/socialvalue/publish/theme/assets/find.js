/* A box above a long page of folds: what is typed leaves the entries that say it, and opens their folds. Without this script the
   page is whole, and its folds open one by one. */
(() => {
  "use strict";
  const WORDS = JSON.parse(document.currentScript.dataset.words);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();

  function equip(whole) {
    const folds = [...whole.querySelectorAll("details")].map((fold) => ({
      fold,
      open: fold.open,
      entries: [...fold.querySelectorAll("li, tbody tr")].map((entry) => [entry, plain(`${fold.firstElementChild.textContent} ${entry.textContent}`)]),
    }));
    const box = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    const label = document.createElement("label");
    label.className = "ov-findbox ov-by-script";
    label.append(whole.dataset.find, box);
    whole.prepend(label, told);

    function find() {
      const wanted = plain(box.value).split(" ").filter(Boolean);
      let number = 0;
      for (const { fold, open, entries } of folds) {
        let here = 0;
        for (const [entry, text] of entries) {
          const fits = wanted.every((word) => text.includes(word));
          entry.hidden = !fits;
          here += fits;
        }
        fold.hidden = !here;
        fold.open = wanted.length ? here > 0 : open;
        number += here;
      }
      told.textContent = wanted.length ? (number ? WORDS.found.replace("%(num)s", number) : WORDS.nothing) : "";
    }
    box.addEventListener("input", find);
  }

  for (const whole of document.querySelectorAll("[data-find]")) equip(whole);
})();
