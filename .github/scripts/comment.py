"""Say at a pull request what it does to the published figures, in one comment that is edited in its place.

It runs on the branch main with a token that may write to the conversation, after a check that may not. What that check
left behind was made by code that a stranger may have changed. So it is taken for text: nothing in it is run, the pull
request is found by its commit and not by what the file says, and every character that could be markup, a link or a
call to somebody is written as a numeric entity. Only the bones of our own tables and lists stay.
"""

import html
import io
import json
import os
import re
import subprocess
import sys
import zipfile

MARK = "<!-- socialvalue diff -->"
"""By this its own comment is found again."""
HELD = "\ue000"
"""Stands for it while a line is worked on; one of the text's own becomes the same, and is seen as little."""
ARTIFACT, MEMBER = "review", "comment.md"
MOST_BYTES, MOST_LETTERS = 5_000_000, 60_000
JOINER = "&#8288;"
"""Keeps @name from calling somebody, #1 from pointing to an issue and www.name from becoming a link."""
COMMIT = re.compile(r"(?<!\w)(?=[0-9]*[a-f])[0-9a-f]{7,64}(?!\w)")
"""What the forge takes for a commit."""
ENTITY = re.compile(r"&#[0-9]{1,7};")
BONES = re.compile(r"(\|(?: (?:---|---:) \|)+$)|(^- \[ \] )|(^- )|(\*\*)|(\|)|(&#[0-9]{1,7};)")
"""What stays: the line below the heads of a table, a box to tick, a list, bold, the edge of a cell, an entity."""
PLAIN = frozenset(" ,")
AUTHOR = "github-actions[bot]"


def made_safe(text: str) -> str:
    """A comment of which nothing but our own tables, lists and bold type is markup."""
    lines = text[:MOST_LETTERS].replace("\r", "").split("\n")
    kept: list[str] = []
    length = 0
    for line in (_line(each) for each in lines if each.strip() != MARK):
        length += len(line) + 1
        if length > MOST_LETTERS:
            kept.append("There is more, and no room for it here: see the page of the run.")
            break
        kept.append(line)
    return "\n".join(kept)


def _line(line: str) -> str:
    out, at = [], 0
    line = COMMIT.sub(lambda found: re.sub(r"(\w{6})(?=\w)", rf"\1{HELD}", found[0]), line.replace(JOINER, ""))
    for found in BONES.finditer(line):
        out += map(_letter, line[at : found.start()])
        out.append(_letter(html.unescape(found[0])) if ENTITY.fullmatch(found[0]) else found[0])
        at = found.end()
    return "".join([*out, *map(_letter, line[at:])])


def _letter(letter: str) -> str:
    if letter == HELD:
        return JOINER
    if letter.isalnum() or letter in PLAIN:
        return letter
    if not letter.isprintable() or letter == html.unescape(JOINER):
        return ""
    return f"&#{ord(letter)};{JOINER if letter in '@#.-' else ''}"


def text_in(package: bytes) -> str:
    """The text of the comment in what the check left behind; empty where there is none. Nothing is unpacked to disk."""
    with zipfile.ZipFile(io.BytesIO(package)) as found:
        if MEMBER not in found.namelist():
            return ""
        with found.open(MEMBER) as file:
            return file.read(4 * MOST_LETTERS).decode("utf-8", "replace")


def gh(*words: str, body: str = "") -> bytes:
    """Ask the forge. Raises CalledProcessError where it refuses."""
    called = ["gh", "api", *words]  # addresses made of numbers and of names that the forge gave
    return subprocess.run(called, input=body.encode(), check=True, stdout=subprocess.PIPE).stdout  # noqa: S603


def main(said: "os._Environ[str] | dict[str, str]") -> int:
    """Find the run's artifact, its pull request and our comment there; write or edit it."""
    home, run, head = f"repos/{said['REPOSITORY']}", said["RUN"], said["HEAD"]
    listed = json.loads(gh(f"{home}/actions/runs/{run}/artifacts"))["artifacts"]
    left = [each for each in listed if each["name"] == ARTIFACT and each["size_in_bytes"] <= MOST_BYTES]
    asked = json.loads(gh("-X", "GET", f"{home}/pulls", "-f", "state=open", "-f", f"head={said['BRANCH']}"))
    numbers = [int(each["number"]) for each in asked if each["head"]["sha"] == head]
    if len(left) != 1 or len(numbers) != 1:
        print("There is nothing to say: no text, or the pull request has moved on.")
        return 0
    text = text_in(gh(f"{home}/actions/artifacts/{int(left[0]['id'])}/zip"))
    page = f"{said['SERVER']}/{said['REPOSITORY']}/actions/runs/{int(run)}"
    foot = f"Every row is in “{ARTIFACT}” of [the run]({page}); the site as it would be in “preview”."
    body = json.dumps({"body": f"{MARK}\n{made_safe(text)}\n\n{foot}"})
    comments = json.loads(gh("--paginate", "--slurp", f"{home}/issues/{numbers[0]}/comments"))
    ours = [
        int(each["id"])
        for page_of in comments
        for each in page_of
        if each["user"]["login"] == AUTHOR and each["body"].startswith(MARK)
    ]
    if ours:
        gh("-X", "PATCH", f"{home}/issues/comments/{ours[0]}", "--input", "-", body=body)
    else:
        gh("-X", "POST", f"{home}/issues/{numbers[0]}/comments", "--input", "-", body=body)
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
