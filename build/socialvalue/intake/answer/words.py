"""What a workbook calls the files, columns and words of a return, of which the check speaks."""

import re

WORDS = {
    "a row of evidence.csv": "a title of the sheet Evidence",
    "evidence.csv": "the sheet Evidence",
    "public_note": "Note for readers",
    "local_definition": "What local means",
    "checked_by": "Checked by",
    "part_of": "Part of row",
    "self-reported": "“We say so ourselves”",
    "evidenced": "“A document shows it”",
    "verified": "“Somebody else checked it”",
    "headcount": "People behind it",
    "lines.csv": "the sheet Your figures",
}
"""By what stands in the check's words."""
ANY = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in sorted(WORDS, key=len, reverse=True)))


def in_workbook(text: str) -> str:
    """The text in the words of a workbook."""
    return ANY.sub(lambda found: WORDS[found[0]], text)
