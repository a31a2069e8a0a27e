"""What a page is about in the words of schema.org, so that search engines find the data."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from socialvalue.publish.downloads.offered_files import files_of
from socialvalue.publish.downloads.release import LICENCE
from socialvalue.publish.page import Entry
from socialvalue.publish.page_addresses import canonical
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import current

DATA = "data.html"


def linked_data(site: Site, kind: str, entry: Entry) -> Markup:
    """The data block for the head of a page of this kind; empty for pages that are neither home nor data.

    Addresses are left out where nobody has said where the site stands. No text can end the block.
    """
    found = _about(site, kind, entry)
    if not found:
        return Markup()
    text = json.dumps({"@context": "https://schema.org", **found}, ensure_ascii=False, sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704


def _about(site: Site, kind: str, entry: Entry) -> Mapping[str, Any]:
    if kind == "home":
        return {**_thing(site, "WebSite", entry), "inLanguage": current().tag, "publisher": _publisher(site)}
    if kind == "data":
        return _dataset(site, entry, ["datapackage.json"])
    if kind in ("project", "programme"):
        return _dataset(site, entry, [path for path, _, _ in files_of(site, kind, entry.context[kind][kind])])
    return {}


def _dataset(site: Site, entry: Entry, paths: list[str]) -> Mapping[str, Any]:
    found = {**_thing(site, "Dataset", entry), "license": LICENCE["path"], "creator": _publisher(site)}
    found |= {"isAccessibleForFree": True, "version": site.version}
    if site.base_url:
        found["includedInDataCatalog"] = {"@type": "DataCatalog", "url": site.base_url + DATA}
        found["distribution"] = [_download(site.base_url + path) for path in paths]
    return found


def _thing(site: Site, kind: str, entry: Entry) -> dict[str, Any]:
    found = {"@type": kind, "name": entry.title, "description": entry.description or entry.title}
    return {**found, "url": canonical(site.base_url, entry.path)} if site.base_url else found


def _download(address: str) -> Mapping[str, str]:
    form = "text/csv" if address.endswith(".csv") else "application/json"
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": form}


def _publisher(site: Site) -> Mapping[str, str]:
    return {"@type": "Organization", "name": site.settings.publisher or site.settings.title}
