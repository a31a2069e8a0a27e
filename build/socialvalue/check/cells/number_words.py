"""Numbers that are written in words: "two hundred and fifty", "half a million", "one point two billion"."""

import re
from decimal import Decimal

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
BELOW_HUNDRED = (
    {word: number for number, word in enumerate([*ONES, *TEENS], 1)}
    | {word: 10 * number for number, word in enumerate(TENS, 2)}
    | {f"{tens} {one}": 10 * t + o for t, tens in enumerate(TENS, 2) for o, one in enumerate(ONES, 1)}
)
SCALES = {"billion": 10**9, "million": 10**6, "thousand": 10**3}
"""The largest first: each stands once at most, and none before a larger one."""
HALF = Decimal("0.5")
FRACTION = r"half|halves|third|quarter|fifth|tenth"
WORD = "|".join([*BELOW_HUNDRED, "hundred", "point", "nought", "zero", "dozen", "score", *SCALES])
JOINT = r"(?:[\s-]+|,\s*)(?:and\s+)?(?:an?\s+)?"
RUN = re.compile(
    rf"(?<![\w.,])(?:(?:{FRACTION})s?\s+(?:of\s+)?)?(?:(?<!\bof\s)an?\s+)?(?:{WORD})\b"
    rf"(?:{JOINT}(?:{WORD}|(?:{FRACTION})s?)\b)*(?!-)",
    re.IGNORECASE,
)
"""As many words on end as may be one number, with a fraction before them: what is read, is read whole or not at all."""
BETWEEN = re.compile(rf"\bbetween\s+({RUN.pattern})", re.IGNORECASE)


def in_digits(text: str) -> str:
    """The text with digits for its numbers in words, and with the scale that they name: two million is 2 million.

    What is not clearly one number stays as it is: twenty twenty-three, a couple of million, three dozen.
    """
    text = BETWEEN.sub(lambda found: f"between {_two(found[1]) or found[1]}", text)
    return RUN.sub(lambda found: _digits(found[0]) or found[0], text)


def _two(words: str) -> str:
    """Two numbers with "and" between them, which also stands within a number; empty where they are not clear."""
    for joint in re.finditer(r"\s+and\s+", words, re.IGNORECASE):
        low, high = _digits(words[: joint.start()]), _digits(words[joint.end() :])
        if low and high:
            return f"{low} and {high}"
    return ""


def _digits(words: str) -> str:
    plain = re.sub(r"[\s-]+", " ", words.casefold()).strip()
    amount = _spoken(re.sub(rf"^an? (?=(?:hundred|{'|'.join(SCALES)})\b)", "one ", plain))
    if amount is None:
        return ""
    scale = next((scale for scale in SCALES if scale in plain), "")
    return f"{(amount / SCALES.get(scale, 1)).normalize():f} {scale}".strip()


def _spoken(text: str) -> Decimal | None:
    """The number that all of these words are: its billions, millions, thousands, and the rest."""
    amount = Decimal(0)
    for scale, times in SCALES.items():
        before, found, after = text.partition(scale)
        if not found:
            continue
        several = _several(before.strip())
        if several is None:
            return None
        amount, text = amount + several * times, after.strip().removeprefix("and ")
        if not text:
            return amount
    rest = _below_thousand(text)
    return None if rest is None else amount + rest


def _several(text: str) -> Decimal | None:
    """How many thousands or millions: with a half, or with decimals."""
    if text == "half a":
        return HALF
    if text.endswith(" and a half"):
        whole = _below_thousand(text.removesuffix(" and a half"))
        return None if whole is None else whole + HALF
    whole_words, point, decimals = text.partition(" point ")
    number = _below_thousand(whole_words)
    if not point or number is None:
        return number
    digits = [{"nought": 0, "zero": 0, **BELOW_HUNDRED}.get(word, 10) for word in decimals.split()]
    return None if max(digits) > len(ONES) else number + Decimal(f"0.{''.join(map(str, digits))}")


def _below_thousand(text: str) -> Decimal | None:
    before, found, after = text.partition("hundred")
    if not found:
        small = BELOW_HUNDRED.get(text)
        return None if small is None else Decimal(small)
    hundreds, rest = BELOW_HUNDRED.get(before.strip()), after.strip().removeprefix("and ")
    last = BELOW_HUNDRED.get(rest) if rest else 0
    return None if hundreds is None or last is None else Decimal(100 * hundreds + last)
