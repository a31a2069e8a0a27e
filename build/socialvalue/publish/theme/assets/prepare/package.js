/* The package of a return: its descriptor and tables, as files, and all of them in one zip. */
const PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json";

/* The files of the return's folder, by name. */
export function filesOf(sent, lists) {
  const found = { "datapackage.json": `${JSON.stringify(descriptorOf(sent), null, 2)}\n` };
  for (const table of tablesOf(sent)) found[`${table}.csv`] = csv(lists.fields[table].map(({ name }) => name), sent[table]);
  return found;
}

const tablesOf = (sent) => (sent.evidence.length || sent.replaces ? ["lines", "evidence"] : ["lines"]);

const declared = (returned) => ({
  only_this_contract_and_period: returned.only_this_contract,
  commitment_of_this_contract: returned.of_this_contract,
});

const sender = ({ organisation, mailbox }) => ({ organisation, ...(mailbox ? { mailbox } : {}) });

/* What replaces a return says what the site made ready, as the command does, and what was told here. */
function replacingOf({ returned, replaces, reason }) {
  const { descriptor } = replaces;
  const found = { ...descriptor, reason: reason.trim().replace(/\s*\n\s*/g, " "), submitted_by: { ...descriptor.submitted_by, ...sender(returned) } };
  if ("received_on" in descriptor) found.received_on = returned.received_on;
  if ("attestations" in descriptor) found.attestations = declared(returned);
  return found;
}

function descriptorOf(sent) {
  const { returned } = sent;
  if (sent.replaces) return replacingOf(sent);
  return {
    $schema: PACKAGE,
    name: `${returned.project}-${returned.period}`,
    title: returned.title,
    version: "1.0.0",
    project: returned.project,
    period: { start: returned.start, end: returned.end },
    framework: returned.framework,
    edition: returned.edition,
    basis: "submitted",
    submitted_by: sender(returned),
    received_on: returned.received_on,
    attestations: declared(returned),
    resources: tablesOf(sent).map((name) => ({ name, path: `${name}.csv` })),
  };
}

/* A table as RFC 4180 has it, with a line feed at each end as our files do. */
export function csv(columns, rows) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]
    .map((cells) => `${cells.map((text) => cell(String(text))).join(",")}\n`)
    .join("");
}

export const folderOf = ({ returned }) => `data/returns/${returned.programme}/${returned.project}/${returned.period}`;

/* The files in one zip, as they are: they are small, and every system can open it. */
export function zip(files) {
  const coder = new TextEncoder();
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [coder.encode(name), coder.encode(text)];
    const about = header(bytes, path.length);
    parts.push(Uint8Array.of(0x50, 0x4b, 3, 4), about, path, bytes);
    list.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), about, numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), path);
    at += 4 + about.length + path.length + bytes.length;
  }
  const many = Object.keys(files).length;
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [many, 2], [many, 2], [size, 4], [at, 4], [0, 2]);
  return new Blob([...parts, ...list, end], { type: "application/zip" });
}

/* What both places of a zip say of a file: stored as it is, its name in UTF-8, on 1 January 1980. */
function header(bytes, name) {
  const [size, sum] = [bytes.length, checksum(bytes)];
  return numbers([20, 2], [0x0800, 2], [0, 2], [0, 2], [33, 2], [sum, 4], [size, 4], [size, 4], [name, 2], [0, 2]);
}

function numbers(...fields) {
  return Uint8Array.from(
    fields.flatMap(([number, bytes]) => Array.from({ length: bytes }, (_, place) => Math.floor(number / 256 ** place) % 256)),
  );
}

/* CRC-32, as zip asks for it. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
