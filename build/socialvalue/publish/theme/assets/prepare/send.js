/* Where a return goes: the address of the forge's own page for uploads, with the place in it, or a letter. */
import { folderOf } from "./package.js";

const HOSTS = { "github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo" };

/* The forge and its page for this return; null where the authority names no repository, or one that we don't know. */
export function uploadOf(sent, { repository, forge, branch }) {
  if (!repository) return null;
  const named = repository.replace(/\/$/, "").replace(/\.git$/, "");
  if (!URL.canParse(named)) return null;
  const address = new URL(named);
  const kind = forge || HOSTS[address.host];
  const folder = folderOf(sent);
  const path = address.pathname.slice(1);
  const pages = {
    github: `${address.href}/upload/${branch}/${folder}`,
    gitlab: `${address.origin}/-/ide/project/${path}/edit/${branch}/-/${folder}/`,
    forgejo: `${address.href}/_upload/${branch}/${folder}`,
  };
  const names = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" };
  return kind in pages ? { name: names[kind], href: pages[kind] } : null;
}

export const isMailbox = (contact) => /^(mailto:)?[^/@\s]+@[^/@\s]+$/.test(contact);

/* A letter to the authority. It can't bring the file along: whoever sends it attaches it. */
export function letterTo(contact, subject, body) {
  const to = contact.replace(/^mailto:/, "");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
