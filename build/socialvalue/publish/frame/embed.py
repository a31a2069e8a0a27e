"""A chart or table as a small page of its own, which other sites may show in a frame. It runs no script."""

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from socialvalue.publish.drawings import Embedded
from socialvalue.publish.frame.embed_height import height_of
from socialvalue.publish.frame.mkdocs_frame import Frame
from socialvalue.publish.page_addresses import canonical
from socialvalue.publish.words.language import _, current

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
_TAKE = re.compile(r'<p class="ov-note ov-take">.*?</p>\n', re.DOTALL)
_COMMENT = re.compile(r"\{#-.*?-#\}\n?", re.DOTALL)
_SIGNS = ("#ov-i-", "t-evidenced", "t-self", "ov-p-")
"""What in a figure is drawn by reference to the signs that every page holds."""


def embedded(frame: Frame, path: str, shown: Embedded, version: str) -> bytes:
    """The page at `path`: the figure, where it is from with the version of the data, and how to put it on a page.

    The last is for who comes with #use.
    """
    up = "../" * path.count("/")
    styles = [name for name in frame.files if name.startswith("assets/stylesheets/main.")] + ["assets/site.css"]
    home = f"{up}{shown.page}"
    figure = _TAKE.sub("", shown.figure)
    named = Markup('<a href="{}" target="_top">{}</a>').format(home, frame.name)
    source = _("Source: %(place)s.", place=named) + " " + _("Data, version %(version)s.", version=version)
    height = height_of(figure, source, frame.announced)
    parts = [
        f'<!doctype html>\n<html lang="{escape(current().tag)}" class="no-js">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">',
        f"<title>{escape(shown.title)} – {escape(frame.name)}</title>",
        f'<link rel="canonical" href="{escape(canonical(frame.base_url, shown.page) if frame.base_url else home)}">',
        *(f'<link rel="stylesheet" href="{up}{escape(name)}">' for name in styles),
        f'<link rel="icon" type="image/svg+xml" href="{up}assets/favicon.svg">\n</head>\n<body class="ov-embed">',
        f'<header class="ov-announced">{escape(frame.announced)}</header>' if frame.announced else "",
        _signs() if any(sign in figure for sign in _SIGNS) else "",
        f'<main class="md-typeset">\n<h1 class="ov-vh">{escape(shown.title)}</h1>',
        f'{figure}<p class="ov-note">{source}</p>\n{_how(frame, path, shown, height)}</main>',
        "</body>\n</html>\n",
    ]
    return "\n".join(filter(None, parts)).encode()


def _how(frame: Frame, path: str, shown: Embedded, height: int) -> Markup:
    """The markup to copy, as text. Nobody sees it in a frame: it is shown to who follows a link to it."""
    here = frame.base_url or "https://…/"
    framed = Markup('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>')
    pictured = Markup('<a href="{}"><img src="{}" alt="{}" width="760"></a>')
    page = here + shown.page
    instead = Markup("<p>{}</p>\n<pre><code>{}</code></pre>\n").format(
        _("Where frames are not allowed, copy the picture. It does not change with the width."),
        str(pictured.format(page, here + shown.picture, shown.title)),
    )
    return Markup('<section id="use"><h2>{}</h2>\n<p>{}</p>\n<pre><code>{}</code></pre>\n{}{}</section>\n').format(
        _("Put this on your page"),
        _("Copy this. It needs no script, and follows the reader’s colours and width."),
        str(framed.format(here + path, shown.title, height)),
        instead if shown.picture else "",
        ""
        if frame.base_url
        else Markup("<p>{}</p>\n").format(_("Write the address of this site in place of https://…/")),
    )


@cache
def _signs() -> str:
    signs = files("socialvalue.publish").joinpath("theme/partials/signs.html").read_text(encoding="utf-8")
    return _COMMENT.sub("", signs)
