/* What people call the measures, columns and cells of a return. */
import { amount } from "./beside.js";
import { all, fieldOf, one } from "./elements.js";
import { number } from "./number-cells.js";

export function namesOf(lists, own, framework) {
  const choices = choicesOf(lists, own);
  const units = framework.units;
  const labels = ["pr-row", "pr-document"].map((id) => document.getElementById(id).content);
  return {
    choices,
    measure: (key) => framework.measures[key]?.name ?? key,
    column: (name) => labels.map((within) => fieldOf(within, name)).filter(Boolean).map((field) => one("label", field).textContent)[0] ?? name,
    quantity: ({ quantity, unit }) => {
      const value = number(quantity ?? "");
      return typeof value === "bigint" ? amount(value, units[unit]) : `“${quantity}”`;
    },
    cell: (name, text) => choices[name === "checked_by" ? "organisation" : name]?.find(([key]) => key === text)?.[1] ?? text,
  };
}

/* The choices of each list, as pairs of a key and its words. */
function choicesOf(lists, own) {
  const inTemplate = (id) => all("option", document.getElementById(id).content).map(({ value, textContent }) => [value, textContent]);
  return {
    area: Object.entries(lists.areas).map(([key, { name }]) => [key, name]),
    status: lists.status_order.map((key) => [key, lists.texts[`status ${key}`]]),
    organisation: organisationsOf(lists, own),
    tier: inTemplate("pr-tiers"),
    bound: inTemplate("pr-bounds"),
    kind: inTemplate("pr-kinds"),
  };
}

/* The organisations of the project first, then all others. */
export function organisationsOf(lists, own) {
  const first = own.organisations.filter((key) => key in lists.organisations);
  const others = Object.keys(lists.organisations).filter((key) => !first.includes(key));
  return [...first, ...others].map((key) => [key, lists.organisations[key].name]);
}
