"""The Content-Security-Policy: computed from the pages, strict, and the same wherever it is said."""

import re
from html import unescape
from pathlib import Path

import pytest
from markupsafe import Markup

from socialvalue.publish.chart import Drawing
from socialvalue.publish.drawing.svg_file import picture
from socialvalue.publish.frame.csp import fingerprint, headers, inline_scripts, inline_styles, policy
from socialvalue.publish.frame.mkdocs_frame import Frame, build_frame, stamp
from socialvalue.publish.page import PageText

ROOT = Path(__file__).parents[2]
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.fixture(scope="module")
def frame() -> Frame:
    """A frame without an address."""
    return build_frame(ROOT, title="Title", place="", description="")


def documents(frame: Frame) -> list[str]:
    """Every hand-written page, and a stamped page of each depth."""
    paths = ["a/" * depth + "page.html" for depth in range(4)]
    stamped = [stamp(frame, PageText(path, "Page", "", "<h1>Page</h1>")) for path in paths]
    written = [content for path, content in frame.files.items() if path.endswith(".html")]
    return [page.decode() for page in [*stamped, *written]]


def test_each_page_says_the_policy_first(frame: Frame) -> None:
    """The policy stands in each page before anything that it could apply to."""
    for document in documents(frame):
        found = META.search(document)
        assert found
        assert unescape(found[1]) == frame.policy
        assert not re.search(r"<(script|link|style|img)", document[: found.start()])


def test_each_script_of_each_page_is_allowed(frame: Frame) -> None:
    """Every inline script of every page is in the policy, and nothing else is."""
    scripts = {script for document in documents(frame) for script in inline_scripts(document)}
    allowed = set(re.findall(r"'sha256-[^']+'", frame.policy))
    assert allowed == {fingerprint(script) for script in scripts}
    assert len(allowed) >= 3


def test_policy_lets_nothing_loose(frame: Frame) -> None:
    """No unsafe word, no other host, nothing that is not named."""
    assert "unsafe" not in frame.policy
    assert "http" not in frame.policy
    assert "*" not in frame.policy
    assert frame.policy.startswith("default-src 'none'")
    assert "style-src 'self';" in frame.policy


def test_pages_need_no_inline_style_or_handler(frame: Frame) -> None:
    """No page has a style attribute, a style element, an event handler or a javascript: address."""
    for document in documents(frame):
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", document)


def test_only_scripts_that_run_count() -> None:
    """Data blocks and scripts from files need no permission; an inline script is taken to the letter."""
    document = (
        '<script type="application/json">{"a": 1}</script><script src="a.js"></script>'
        "<script> one &amp; </script><script type=module>two</script>"
    )
    assert inline_scripts(document) == [" one &amp; ", "two"]


def test_policy_depends_on_the_scripts_not_on_their_order() -> None:
    """The same scripts give the same policy, however often and in whatever order they come."""
    one, two = "<script>1</script>", "<script>2</script>"
    assert policy([one, two]) == policy([two, one, one])
    assert policy([one]) != policy([two])


def test_fingerprint_is_the_one_that_browsers_compute() -> None:
    """The hash of the example in the CSP specification comes out as printed there."""
    assert fingerprint("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_headers_add_what_a_page_can_not_say(frame: Frame) -> None:
    """The file for hosts repeats the policy and forbids frames, which a meta element can't."""
    lines = headers(frame.policy).decode().splitlines()
    assert lines[0] == "/*"
    assert f"  Content-Security-Policy: {frame.policy}" in lines
    assert "  X-Frame-Options: DENY" in lines
    assert lines[-2:] == ["/embed/*", "  Content-Security-Policy: frame-ancestors *"]
    assert "frame-ancestors" not in frame.policy


def test_headers_allow_the_styles_of_pictures_by_their_text(files: dict[str, bytes]) -> None:
    """Each SVG of the site brings a style that the file for hosts allows, letter by letter, and no other is allowed."""
    styles = inline_styles(content for path, content in files.items() if path.endswith(".svg"))
    told = re.search("style-src 'self'([^;]*);", files["_headers"].decode())
    assert told
    assert set(told[1].split()) == {fingerprint(style) for style in styles}


def test_no_line_for_hosts_is_longer_than_they_take(files: dict[str, bytes]) -> None:
    """Cloudflare Pages takes 2,000 characters a line. No picture adds to it: they share a style for each look."""
    looks = {picture(title, "", Drawing(1, Markup(""), look), "") for title in "ab" for look in ("", "ov-map")}
    policy = files["_headers"].decode()
    assert all(fingerprint(style) in policy for style in inline_styles(looks))
    assert len(inline_styles(looks)) == 2
    assert max(map(len, policy.splitlines())) + 2 * len(fingerprint("")) < 2000


def test_a_picture_brings_a_rule_for_each_class_that_our_stylesheet_has_one_for(files: dict[str, bytes]) -> None:
    """What a drawing names, and charts.css draws, is drawn in the file that is taken away, too."""
    sheet = (ROOT / "build/socialvalue/publish/theme/assets/charts.css").read_text(encoding="utf-8")
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)[^{}]*\{", sheet))
    for path, content in files.items():
        if path.endswith(".svg") and path.startswith("charts/"):
            style, _end, drawn = content.decode().partition("</style>")
            named = {name for names in re.findall('class="([^"]*)"', drawn) for name in names.split()}
            lacking = {name for name in named & known if f".{name}" not in style} - {"long"}
            assert lacking == set(), path
