/* What stands in the place of a document's title and is none, as in check/document_titles.py. */

/* Whether a text says that there is no document: No, tbc, n/a. */
export const saysNone = (text, lists) => lists.no_titles.none.includes(bare(text));

/* Whether a text says that there is a document, and not which: Yes, attached. */
export const saysSome = (text, lists) => lists.no_titles.some.includes(bare(text));

const bare = (text) => text.trim().toLowerCase().replace(/\s+/g, " ").replace(/(.)[.!]+$/, "$1");
