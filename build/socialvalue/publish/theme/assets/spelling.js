/* How near two words are as they are written: what the search asks where no page has a word. */
globalThis.OV_SPELLING = (() => {
  "use strict";
  const SHORT = 5; // letters of a word that is compared
  const LONG = 8; // letters of a word that two slips leave what it is

  /* How many letters have to be changed, left out, put in or swapped with the next; more than `most` is too many. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
    for (let row = 1; row <= one.length; row++) {
      const next = [row];
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1];
        next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
        const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (swapped) next[column] = Math.min(next[column], before[column - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, last] = [last, next];
    }
    return last[other.length];
  }

  const slips = (form) => (form.length < LONG ? 1 : 2);

  /* How far a word is from another: as both are written, of one, and by their stems. A short form allows one slip, a long one two,
     and of words that are as far the one that begins alike is nearer: few misspell the first letter. */
  function away(forms, others, least) {
    const far = forms.map((form, place) => {
      const most = Math.min(least, slips(form));
      const number = form.length < SHORT ? Infinity : distance(form, others[place], most);
      return number > most ? Infinity : number + (form[0] === others[place][0] ? 0 : 0.5);
    });
    return Math.min(...far);
  }

  return { away, slips };
})();
