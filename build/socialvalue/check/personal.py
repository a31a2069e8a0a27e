"""Know personal data and secrets in a text from their look-alikes."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TEAMS = re.compile(
    r"(^|[._-])(admin|arts|bids|climate|comms|community|contact|contracts|corporate|council|culture|customers?|data|"
    r"economy|employment|energy|enquiry|enquiries|events|finance|foi|funding|grants|growth|hello|help|helpdesk|highways|"
    r"housing|hr|info|jobs|legal|library|mail|media|museum|office|open|partnerships|performance|planning|policy|post|"
    r"press|privacy|projects|regen|reporting|returns|sales|secretariat|services?|skills|social|strategy|support|sv|"
    r"sustainability|training|transport|value|web|works)($|[0-9._-])|team|mailbox|socialvalue|procure|commission|"
    r"enquir|regeneration|development|economic|programme|apprentice|noreply",
    re.IGNORECASE,
)
"""What the mailbox of a team has before the @, and that of a person does not."""
NUMBERED = re.compile(
    r"\b(order|invoice|ref|reference|contract|notice|purchase|charity|company|licence|permit|account|tender|job|po)"
    r"\W{0,3}(number|no|ref|reference|code|id)?\W{0,3}(is )?$",
    re.IGNORECASE,
)
"""What stands before a long number that is nobody's: that of an order, a company, a contract."""
WEB = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://[^\s\"'<>]+", re.IGNORECASE)
HOST = re.compile(r"://[^\s/?#]*")
"""The part of a web address with the host, and with whoever logs in: rules/safe_link.py looks at it."""
DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]{1,3}(?:\d{1,2}|[a-z]{3,9})[\s./,-]{1,3}(?:19|20)?\d{2}"
    r"|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|[a-z]{3,9}\s\d{1,2},?\s(?:19|20)\d{2})"
)
BEFORE = 40
"""Characters before a match that are looked at."""
SORT_CODE = r"\d{2}[ -]?\d{2}[ -]?\d{2}"
LONG = 8
"""Letters from which on a password or a key is taken for a real one."""


def _always(found: str, before: str) -> bool:
    return True


def _of_a_person(found: str, before: str) -> bool:
    return not TEAMS.search(found.partition("@")[0])


def _nobodys(found: str, before: str) -> bool:
    return not NUMBERED.search(before)


def _health(found: str, before: str) -> bool:
    """Whether the last digit checks the nine before it: modulus 11, as in the NHS data dictionary."""
    *digits, last = _digits(found)
    remainder = -sum((10 - place) * digit for place, digit in enumerate(digits)) % 11
    return remainder == last and len({*digits, last}) > 1 and _nobodys(found, before)


def _card(found: str, before: str) -> bool:
    """Whether the digits pass the check of payment cards: Luhn's, as in ISO/IEC 7812."""
    places = enumerate(reversed(_digits(found)))
    total = sum(sum(divmod(2 * digit, 10)) if place % 2 else digit for place, digit in places)
    return total % 10 == 0 and _nobodys(found, before)


def _bank(found: str, before: str) -> bool:
    """Whether the two digits after the country check the rest: modulus 97, as in ISO 13616."""
    plain = re.sub(r"[^0-9a-z]", "", found.casefold())
    moved = "".join(str(int(character, 36)) for character in plain[4:] + plain[:4])
    return int(moved) % 97 == 1


def _digits(text: str) -> list[int]:
    return [int(digit) for digit in text if digit.isdecimal()]


@dataclass(frozen=True)
class Kind:
    """One kind of personal data or secret."""

    name: str
    """What it is called in a sentence: a phone number."""
    pattern: "re.Pattern[str]"
    sure: Callable[[str, str], bool] = _always
    """Tells what was found, and what stands before it, from a look-alike."""
    signs: tuple[str, ...] = ()
    """What a text that has it holds at least one of, in small letters; a long number or a code where none is given."""
    in_address: bool = False
    """Whether web addresses are searched too: the long numbers in them are nobody's."""
    in_host: bool = False
    """Whether their hosts are, too: it is these that make the links of a file store."""


def _kind(
    name: str,
    pattern: str,
    sure: Callable[[str, str], bool] = _always,
    signs: str = "",
    in_address: bool = False,
    in_host: bool = False,
) -> Kind:
    return Kind(name, re.compile(pattern, re.IGNORECASE), sure, tuple(signs.split()), in_address, in_host)


KINDS = (
    _kind(
        "a web address with a signature or a key",
        r"[?&;](x-(amz|goog)-(signature|credential)|signature|sig|awsaccesskeyid|access_?token|auth_?token|token|api_?key|"
        rf"client_?secret|password)=[^&\s]{{{LONG},}}",
        signs="signature= credential= sig= keyid= token= key= secret= password=",
        in_address=True,
    ),
    _kind(
        "a key or a password",
        r"-----BEGIN [A-Z ]*PRIVATE KEY|\bA[KS]IA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|"
        r"\bglpat-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{30,}|\b[sr]k_(live|test)_\w{10,}|\beyJ[\w-]{8,2000}\.eyJ|"
        rf"\b(password|passwd|secret|api[ _-]?key|accountkey|access[ _-]?token)\s*[:=]\s*[^\s,;]{{{LONG},}}",
        signs="begin akia asia ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- xox aiza sk_ rk_ eyj passw secret key token",
        in_address=True,
    ),
    _kind(
        "an e-mail address",
        r"(?<![\w.+%-])[\w.+%-]+@(?:[\w-]+\.)+[a-z]{2,}(?![\w-])",
        _of_a_person,
        signs="@",
        in_address=True,
    ),
    _kind(
        "a file-sharing link with access",
        r"https?://(?:[\w-]+\.)*(?:sharepoint\.com/(?:[^\s?]*/)?:\w:/|1drv\.ms/\w|onedrive\.live\.com/[^\s]*[?&](?:authkey|"
        r"resid)=|drive\.google\.com/(?:file/d/|drive/(?:u/\d/)?folders/|open\?id=)|docs\.google\.com/\w+/(?:u/\d/)?d/|"
        r"dropbox\.com/(?:s|sh|scl)/|we\.tl/|wetransfer\.com/downloads/|box\.com/s/|icloud\.com/iclouddrive/|"
        r"mega\.nz/(?:file|folder|#))[^\s\"'<>]*",
        signs="sharepoint.com 1drv.ms onedrive.live google.com dropbox.com we.tl wetransfer box.com icloud.com mega.nz",
        in_host=True,
    ),
    _kind(
        "a bank account",
        r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b",
        _bank,
    ),
    _kind(
        "a bank account",
        r"(?<![\w.,/-])\d{2}-\d{2}-\d{2}\W{1,4}(?:a/?c(?:count)?\W{0,3}(?:number|no)?\W{0,3})?\d{8}(?![\w/-])",
    ),
    _kind(
        "a bank account",
        rf"\bsort\W{{0,2}}code\W{{0,4}}(?:is )?{SORT_CODE}(?!\d).{{0,40}}?(?<!\d)\d{{8}}(?!\w)"
        rf"|(?<!\d)\d{{8}}\W.{{0,40}}?\bsort\W{{0,2}}code\W{{0,4}}(?:is )?{SORT_CODE}(?!\d)",
        signs="sort",
    ),
    _kind(
        "a passport number",
        r"\bpassports?\W{0,3}(?:number|no\b|num\b)?\W{0,4}(?:is )?(?:[A-Z]{1,2}\d{6,8}|\d{9})(?!\w)",
        signs="passport",
    ),
    _kind(
        "a tax number",
        r"\b(?:utr|unique taxpayer reference|tax(?:payer)?(?:'s)?\W{0,2}(?:reference|ref|number|no|id))"
        r"\W{0,3}(?:number|no\b)?\W{0,4}(?:is )?\d{5} ?\d{5}K?(?!\w)",
        signs="utr tax",
    ),
    _kind(
        "a National Insurance number",
        r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b",
    ),
    _kind(
        "a payment card number",
        r"(?<![\w.,-])(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6011|65\d\d|64[4-9]\d)(?:[ -]?\d{4}){3}(?![\w-]|[.,]\d)"
        r"|(?<![\w.,-])3[47]\d\d[ -]?\d{6}[ -]?\d{5}(?![\w-]|[.,]\d)",
        _card,
    ),
    _kind(
        "a phone number",
        r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)(?:[1235789]\d{1,4}\)?[ -]\d{3,4}[ -]?\d{3,4}"
        r"|[1235789]\d{1,4}\)[ -]?\d{5,8}|[1235789]\d{1,4}[ -]\d{5,6}|[1235789]\d{8,9})(?![\w/-]|[.,]\d)"
        r"|(?<![\w.,/-])\+[1-9]\d{0,2}(?:[ -]?\(?\d{1,4}\)?){2,5}(?<=\d{3})(?![\w/-]|[.,]\d)",
        _nobodys,
    ),
    _kind("an NHS number", r"(?<![\w.,/+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w/-]|[.,]\d)", _health),
    _kind(
        "a full postcode",
        r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|[A-HK-Y]?\d[A-HJKPSTUWABEHMNPRVXY])"
        r" ?(?!\d(?:st|nd|rd|th)\b)\d[ABD-HJLNP-UW-Z]{2})\b",
        _nobodys,
    ),
    _kind(
        "a date of birth",
        rf"\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birth ?date|birthday)\W{{0,4}}(?:is |on )?{DAY}",
        signs="born birth dob d.o do.b",
    ),
)
SIGNS = tuple(dict.fromkeys(sign for kind in KINDS for sign in kind.signs))
SHORTEST = 5
"""Characters of the shortest: a postcode."""
CHECKSUM = re.compile(r"[0-9a-f]{64}").fullmatch
"""What is nobody's, for all its digits."""
LONG_NUMBER = re.compile(r"\d(?:(?:[ ()-]{0,3}\d){8}|[ -]?[a-d]\b|[a-z]{2}\b)", re.IGNORECASE)
"""What a text has at least, if it has one of the kinds without signs."""


def kinds_in(text: str) -> list[str]:
    """The kinds of personal data and secrets in a text, each once; empty for a text that has none."""
    return list(dict.fromkeys(kind.name for kind, _ in _found(text)))


def without(text: str) -> str:
    """`text` with what is personal or secret in it taken out."""
    taken_out = [found for _, found in _found(text)]
    if taken_out:
        text = _everyday(text)
    for found in taken_out:
        text = text.replace(found, "[taken out]")
    return text


def _everyday(text: str) -> str:
    """`text` with the letters and digits of other forms (full-width, bold, raised) as those of a keyboard."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _found(text: str) -> Iterator[tuple[Kind, str]]:
    text = _everyday(text)
    if not _suspicious(text):
        return  # nearly every text, and the kinds cost twenty times as much
    low, numbered = text.casefold(), LONG_NUMBER.search(text)
    words, unlocked = WEB.sub(" ", text), HOST.sub("://", text)
    for kind in KINDS:
        if not (any(sign in low for sign in kind.signs) if kind.signs else numbered):
            continue
        searched = text if kind.in_host else unlocked if kind.in_address else words
        for match in kind.pattern.finditer(searched):
            if kind.sure(match[0], searched[max(0, match.start() - BEFORE) : match.start()]):
                yield kind, match[0]


def _suspicious(text: str) -> bool:
    if len(text) < SHORTEST:
        return False
    low = text.casefold()
    for sign in SIGNS:  # every text of the repository comes by here, and any() takes three times as long
        if sign in low:
            return True
    return LONG_NUMBER.search(text) is not None and not CHECKSUM(text)
