/* What the scripts of pages share: elements, and numbers and sentences in the language of the page. */
globalThis.OV_SAY = (() => {
  "use strict";
  const language = document.documentElement.lang;

  /* A number as the language writes it. */
  const say = (number) => number.toLocaleString(language);

  /* A sentence with its gaps filled: %(name)s. */
  const fill = (text, gaps) => text.replace(/%\((\w+)\)s/g, (_, name) => gaps[name]);

  /* The form of a sentence for this number, which stands in it as %(num)s. */
  const plural = (forms, number) =>
    fill(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, { num: say(number) });

  /* A text without accents and capitals. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  return { language, say, fill, plural, fold, make };
})();
