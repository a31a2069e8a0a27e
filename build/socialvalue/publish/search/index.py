"""The index of the search, in parts: a browser asks for those that hold a reader's words and the pages it shows."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from typing import Any

from socialvalue.publish.formats.json_text import said
from socialvalue.publish.search.analysis import Analysis, analysis, tokens
from socialvalue.publish.search.documents import KINDS, Document
from socialvalue.publish.words.language import N_, N_n, _, forms, in_words

FOLDER = "search"
WORDS_PART, PAGES_PART = 40_000, 60_000
"""Characters of a part with the pages of each word, and of one with what is shown of pages."""
MOST = 2_000
"""Pages of one word: of a word that more have, the best."""
SHORTEST, EVERYWHERE = 5, 20
"""Terms of a sentence that is shown, at the least; and the pages that may have it before it says nothing of any."""
GATHERING, REPEATED = ("areas", "programmes", "organisations", "themes", "years"), 0.4
"""Kinds of pages that gather the figures of others, and how much of what a number says elsewhere it says there."""
BRIEFLY = ("returns",)
"""Kinds of which the description alone is shown: the page of the project says the same, and is found before it."""
REMEMBERED = 1 << 14
"""Texts that are not read again when another page says them."""
STEPS = 2
"""How finely scores are told: steps in 1. Coarser ones make the index smaller."""


def index(documents: Sequence[Document]) -> dict[str, bytes]:
    """The files of the index by path.

    search/index.json says how words are taken, what the script says, and where parts begin: `words` the first word
    of each search/words-N.json, `pages` the first page's number of each search/pages-N.json; `names` how many words
    the name of each page has. The first holds for each
    word its pages, each as the distance from the one before and the score, below zero where title or
    description have the word: an odd number where the title has it; the second path, title, kind, description
    and sentences of pages. search/words.json lists every word as people write it, for those who misspell one.
    """
    words = analysis()
    read = _Reading(words)
    weighed = [_weighed(read, document) for document in documents]
    postings = _postings(weighed)
    word_parts = list(_parts(sorted(postings.items()), WORDS_PART))
    page_parts = list(_parts(_shown(read, documents), PAGES_PART))
    firsts = [0]
    for part in page_parts[:-1]:
        firsts.append(firsts[-1] + len(part))
    contents = {
        "words": [part[0][0] if part else "" for part in word_parts],
        "pages": firsts,
        "names": [_called(words, document.title) for document in documents],
        "ranges": _ranges(documents),
        "small": sorted(words.small),
        "little": sorted(words.little),
        "endings": list(words.endings),
        "plurals": list(words.plurals),
        "synonyms": _synonyms(words),
        "kinds": [_(kind.name) for kind in KINDS.values()],
        "texts": _texts(),
    }
    files = {"index": contents, "words": _written(words, read.counted, postings)}
    files |= {f"words-{number}": dict(part) for number, part in enumerate(word_parts)}
    files |= {f"pages-{number}": part for number, part in enumerate(page_parts)}
    return {f"{FOLDER}/{name}.json": _json(content) for name, content in files.items()}


class _Reading:
    """The texts of the documents: their terms, and what else the index needs of them. Many pages share a sentence."""

    def __init__(self, words: Analysis) -> None:
        self.words = words
        self.counted: Counter[str] = Counter()
        """How often each token is written."""
        self.short: set[str] = set()
        """Sentences with too few terms to be shown."""
        self._read = lru_cache(maxsize=REMEMBERED)(self._reading)

    def terms(self, texts: Iterable[str]) -> list[list[str]]:
        """The terms of each of these texts in their order."""
        found = list(map(self._read, texts))
        self.counted.update(chain.from_iterable(tokens for tokens, _terms in found))
        return [terms for _tokens, terms in found]

    def _reading(self, text: str) -> tuple[list[str], list[str]]:
        found = tokens(text)
        terms = self.words.terms_of(found)
        if len(terms) < SHORTEST:
            self.short.add(text)
        return found, terms


_Weight = tuple[float, int]
"""How much a word says of a document, and where it has the word: TEXT alone, ABOUT (its description), or TITLE."""
TEXT, ABOUT, TITLE = 0, 1, 2


def _weighed(read: _Reading, document: Document) -> dict[str, _Weight]:
    """How much each word says of a document: most in a short title, less in its description, least in its text."""
    title, description, *sentences = read.terms((document.title, document.description, *document.sentences))
    terms = list(chain.from_iterable(sentences))
    asked = [read.words.terms_asked(question) for question in document.asked]
    counted, length = Counter(terms), len(terms) / 300
    score = {term: 1.5 * number / (number + 0.5 + length) for term, number in counted.items()}
    for term in set(description):
        score[term] = score.get(term, 0) + 2
    for term in set(title):
        score[term] = score.get(term, 0) + 3 + 9 / len(title)
    for question in asked:
        for term in set(question):
            score[term] = score.get(term, 0) + 3 + 9 / len(question)
    weight = KINDS[document.kind].weight * (1 + log(1 + document.links) / 20)
    if document.kind in GATHERING:
        score = {term: each * REPEATED if term[0].isdigit() else each for term, each in score.items()}
    where = {**dict.fromkeys([*description, *chain.from_iterable(asked)], ABOUT), **dict.fromkeys(title, TITLE)}
    return {term: (each * weight, where.get(term, TEXT)) for term, each in score.items()}


def _ranges(documents: Sequence[Document]) -> dict[str, tuple[int, int]]:
    """The numbers of the pages of places, projects and measures: the first, and the one after the last of each."""
    kinds = [document.kind for document in documents]
    first = {kind: kinds.index(kind) if kind in kinds else 0 for kind in ("areas", "projects", "measures")}
    return {kind: (start, start + kinds.count(kind)) for kind, start in first.items()}


def _called(words: Analysis, title: str) -> int:
    """How many words of a title name what it stands for: what is in brackets behind it does not."""
    return max(1, len(set(words.terms(title.partition(" (")[0]))))


def _postings(weighed: Sequence[dict[str, _Weight]]) -> dict[str, list[int]]:
    """For each word its documents in turn: how far each is from the one before, and its score there."""
    found: dict[str, list[tuple[int, _Weight]]] = {}
    for number, weights in enumerate(weighed):
        for term, weight in weights.items():
            found.setdefault(term, []).append((number, weight))
    postings = {}
    for term, places in found.items():
        rare = log(1 + len(weighed) / len(places))
        best = sorted(sorted(places, key=lambda place: -place[1][0])[:MOST]) if len(places) > MOST else places
        numbers = [-1, *(number for number, _score in best)]
        steps = (after - before for before, after in pairwise(numbers))
        scores = (_score(score * rare, where) for _number, (score, where) in best)
        postings[term] = [each for pair in zip(steps, scores, strict=True) for each in pair]
    return postings


def _score(score: float, where: int) -> int:
    """A score as the index has it: above zero where the text alone has the word, below zero where title or description
    have it. Of those an odd one says that the title has it."""
    if where == TEXT:
        return round(score * STEPS) or 1
    half = round(score * STEPS / 2)
    return -(2 * half + 1) if where == TITLE else -2 * (half or 1)


def _shown(read: _Reading, documents: Sequence[Document]) -> Iterator[list[Any]]:
    """What is shown of each document. A sentence that several have is shown with the weightiest of them alone."""
    counted = Counter(sentence for document in documents for sentence in document.sentences)
    left = {said for said, number in counted.items() if number <= EVERYWHERE and said not in read.short}
    kinds = list(KINDS)
    for each in documents:
        said = [sentence for sentence in each.sentences if sentence in left and sentence != each.title]
        left.difference_update(said)
        yield [each.path, each.title, kinds.index(each.kind), each.description, [] if each.kind in BRIEFLY else said]


def _parts(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The rows in parts of about so many characters, none of them empty; one part where there are no rows."""
    part: list[Any] = []
    filled = 0
    for row in rows:
        length = len(said(row))
        if part and filled + length > size:
            yield part
            part, filled = [], 0
        part.append(row)
        filled += length
    yield part


def _written(words: Analysis, counted: Mapping[str, int], postings: dict[str, list[int]]) -> list[str]:
    """Each word of the index as it is most often written; numbers, which nobody misspells, are left out."""
    found: dict[str, str] = {}
    for token, _number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(token) > 3 and token.isalpha():
            found.setdefault(words.stem(token), token)
    return sorted(token for stem, token in found.items() if stem in postings)


def _synonyms(words: Analysis) -> dict[str, list[list[str]]]:
    """The terms that stand for a word, or for two in a row, by those as they are written of one."""
    return {
        " ".join(map(words.one, tokens(word))): [words.terms(each) for each in meant]
        for word, meant in words.synonyms.items()
    }


def _texts() -> dict[str, Any]:
    """The sentences of the script."""
    return {
        "all": forms(*N_n("See the one result", "See all %(num)s results")),
        "lists": _("Look through the lists"),
        "found": forms(*N_n("%(num)s result.", "%(num)s results.")),
        "misspelt": in_words(N_("No page has “%(typed)s”. These have “%(found)s”.")),
        "missing": in_words(N_("No page has “%(typed)s”.")),
        "more": in_words(N_("Show %(num)s more")),
        "none": in_words(N_("Nothing found for “%(typed)s”. Try fewer words, or another word for the same thing.")),
        "some": _("No page has all of these words. These have some of them."),
    }


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
