/* Find the key that was probably meant by a name, a code or a slip, as check/names.py does. */
const CLOSE = 0.8; // how alike two names must be
const CALLED = ["renamed_from", "slug", "short_name", "plain_name", "name"]; // the later, the surer

/* `known` is what each key is called; `crosswalk` the measure of each other framework's reference. */
export function keyMeant(text, known, crosswalk = {}) {
  const wanted = plain(text);
  if (!wanted) return "";
  const names = namesOf(known, crosswalk);
  if (names.has(wanted)) return names.get(wanted);
  const close = [...names.keys()]
    .map((name) => [ratio(name, wanted), name])
    .filter(([alike]) => alike >= CLOSE)
    .sort(([a, one], [b, other]) => b - a || (one < other ? 1 : -1));
  const keys = new Set(close.slice(0, 2).map(([, name]) => names.get(name)));
  return keys.size === 1 ? [...keys][0] : "";
}

/* The key that is called so, or stands for another framework's reference; "" for none. */
export const exactly = (text, known, crosswalk = {}) => namesOf(known, crosswalk).get(plain(text)) ?? "";

const made = new WeakMap();

function namesOf(known, crosswalk) {
  if (made.has(known)) return made.get(known);
  const names = new Map();
  for (const [reference, key] of Object.entries(crosswalk)) names.set(plain(reference), key);
  for (const column of CALLED)
    for (const [key, row] of Object.entries(known)) if (row[column]) names.set(plain(row[column]), key);
  for (const key of Object.keys(known)) names.set(plain(key), key);
  names.delete("");
  made.set(known, names);
  return names;
}

export function plain(text) {
  const letters = text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters.replace(/(?<![0-9])0+(?=[0-9])/g, "");
}

/* Twice the letters in matching blocks, against all letters: the longest block, then what lies left and right of it. */
function ratio(one, other) {
  const all = one.length + other.length;
  if (2 * Math.min(one.length, other.length) < CLOSE * all) return 0;
  let matched = 0;
  const open = [[0, one.length, 0, other.length]];
  while (open.length) {
    const [a, aEnd, b, bEnd] = open.pop();
    const [at, there, size] = longest(one, a, aEnd, other, b, bEnd);
    if (!size) continue;
    matched += size;
    open.push([a, at, b, there], [at + size, aEnd, there + size, bEnd]);
  }
  return (2 * matched) / all;
}

function longest(one, a, aEnd, other, b, bEnd) {
  let best = [a, b, 0];
  let before = new Map();
  for (let i = a; i < aEnd; i += 1) {
    const now = new Map();
    for (let j = b; j < bEnd; j += 1) {
      if (one[i] !== other[j]) continue;
      const size = (before.get(j - 1) ?? 0) + 1;
      now.set(j, size);
      if (size > best[2]) best = [i - size + 1, j - size + 1, size];
    }
    before = now;
  }
  return best;
}
