/* Sort a long table by one of its columns. Without this script a table stands in its best order, whole.
   A cell's key is its data-s, or else its words; rows that belong to the row before them go with it. */
(() => {
  "use strict";
  const WORDS = JSON.parse(document.currentScript.dataset.words);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const FOLLOWS = ".more, .ov-inside";
  const HEADS = ".ov-letter, .grp, .ov-apart-head";

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function equip(table) {
    const body = table.tBodies[0];
    const before = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    const units = [];
    for (const row of before) {
      if (row.matches(FOLLOWS)) units.at(-1)?.push(row);
      else if (!row.matches(HEADS)) units.push([row]);
    }
    if (units.length < 3) return;
    const named = (head) => head.textContent.trim();
    const sortable = heads.filter((head) => named(head) && !head.querySelector(".ov-vh") && !head.matches(".w-o"));
    const keys = (place) => units.map(([row]) => row.cells[place]?.dataset.s ?? row.cells[place]?.textContent.trim() ?? "");

    /* No direction: as it stood before. What has no key comes last either way. */
    function sort(head, direction) {
      for (const other of heads) other.removeAttribute("aria-sort");
      select.value = direction ? heads.indexOf(head) : "";
      if (!direction) return body.replaceChildren(...before);
      head.setAttribute("aria-sort", direction);
      const key = keys(heads.indexOf(head));
      const turn = direction === "descending" ? -1 : 1;
      const order = units.map((_, place) => place);
      order.sort((a, b) => !key[a] - !key[b] || turn * collator.compare(key[a], key[b]) || a - b);
      body.replaceChildren(...order.flatMap((place) => units[place]));
    }

    /* A number is asked for from its largest, a name from A; then the other way; then as it stood. */
    function next(head) {
      const first = head.matches(".n") ? "descending" : "ascending";
      const now = head.getAttribute("aria-sort");
      if (!now) return first;
      return now === first ? (first === "ascending" ? "descending" : "ascending") : "";
    }

    const select = make("select", {}, make("option", { value: "" }, WORDS.asItStands));
    for (const head of sortable) {
      const button = make("button", { type: "button", className: "ov-sorts", ariaLabel: WORDS.sortBy.replace("%(column)s", named(head)) });
      select.append(make("option", { value: heads.indexOf(head) }, named(head)));
      head.append(button);
      button.addEventListener("click", () => sort(head, next(head)));
    }
    select.addEventListener("change", () => {
      const head = heads[select.value];
      if (!select.value) return sort(heads[0], "");
      sort(head, head.matches(".n") ? "descending" : "ascending");
    });
    table.before(make("label", { className: "ov-sortby ov-by-script" }, make("span", {}, WORDS.sort), select));
  }

  for (const table of document.querySelectorAll("table[data-sort]")) equip(table);
})();
