/* Drafts: kept on this device alone, one for each project and period, until they are deleted. */
const PREFIX = "osv-return ";

const keyOf = ({ project, period }) => `${PREFIX}${project}/${period}`;

/* Whether it could be kept: a browser may refuse. */
export function keep(returned, content, when = new Date()) {
  try {
    localStorage.setItem(keyOf(returned), JSON.stringify({ ...content, kept: when.toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function forget(returned) {
  try {
    localStorage.removeItem(keyOf(returned));
  } catch {
    // there is none where the browser keeps nothing
  }
}

/* Every draft on this device that can be read, the newest first. */
export function drafts() {
  const found = [];
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith(PREFIX)) found.push(read(localStorage.getItem(key)));
    }
  } catch {
    return [];
  }
  return found.filter(Boolean).sort((a, b) => (a.kept < b.kept ? 1 : -1));
}

function read(text) {
  try {
    const draft = JSON.parse(text);
    return draft?.returned?.project && Array.isArray(draft.rows) ? draft : null;
  } catch {
    return null;
  }
}
