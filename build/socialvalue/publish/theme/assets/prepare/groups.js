/* What the rows beside a row come to: those of its group, as check/clauses/groups.py says. Each answer is kept for the
   group, so that many rows are asked for it once. */

/* The members of each group, by the place of each row: {rows, at, kept}. `rows` are those that take part. */
export function groupsOf(rows, alike) {
  const groups = new Map();
  for (const row of rows) {
    const key = JSON.stringify(alike.map((name) => String(row.column(name) ?? "")));
    if (!groups.has(key)) groups.set(key, { rows: [], kept: new Map() });
    const group = groups.get(key);
    row.group = group;
    row.nth = group.rows.push(row) - 1;
  }
}

/* The functions of a group. `holds` and `value` are the evaluator's. */
export function ofGroup(holds, value) {
  const where = ({ rows }, [condition]) => (condition ? rows.filter((row) => holds(condition, row)) : rows);
  const number = (tree, row) => value(tree, row) ?? 0n;
  const sum = (tree) => (all, row) => all + number(tree, row);
  return {
    nth: (parts, row) => BigInt(row.nth) * 1_000_000n,
    many: (parts, { group }) => BigInt(group.rows.length) * 1_000_000n,
    total: ([tree, ...condition], { group }) => kept(group, tree, condition, () => where(group, condition).reduce(sum(tree), 0n)),
    before: ([tree, ...condition], { group, nth }) => kept(group, tree, condition, () => runningSums(group, tree, condition))[nth],
    some: ([condition], { group }) => kept(group, condition, ["some"], () => where(group, [condition]).length > 0),
    last: ([condition], row) => kept(row.group, condition, ["last"], () => where(row.group, [condition]).at(-1)) === row,
    earlier: ([tree], { group, nth }) => kept(group, tree, ["earlier"], () => seenBefore(group, tree))[nth],
    of_first: ([tree, ...condition], { group }) => {
      const first = kept(group, tree, ["first", ...condition], () => where(group, condition)[0] ?? null);
      return first ? value(tree, first) : null;
    },
  };

  function runningSums(group, tree, condition) {
    let sums = 0n;
    return group.rows.map((row) => {
      const before = sums;
      if (!condition.length || holds(condition[0], row)) sums += number(tree, row);
      return before;
    });
  }

  function seenBefore({ rows }, tree) {
    const seen = new Set();
    return rows.map((row) => {
      const text = value(tree, row);
      const before = seen.has(text);
      seen.add(text);
      return before;
    });
  }
}

function kept(group, tree, more, work) {
  const key = JSON.stringify([tree, more]);
  if (!group.kept.has(key)) group.kept.set(key, work());
  return group.kept.get(key);
}
