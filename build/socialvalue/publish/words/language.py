"""The language of a site: its sentences from one catalogue, its dates and numbers from its locale."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from socialvalue.errors import BrokenRepository
from socialvalue.publish.words.own_words import in_own_words
from socialvalue.publish.words.translation import troubles

OWN = "en"
"""The language that the catalogue is written in, which needs no translation."""
UNFINISHED = '\n"X-Unfinished: yes'
"""The line in the header of a catalogue that says so of itself."""
_AS_WRITTEN = NullTranslations()
"""The words of all that need no translation: languages alike share what is kept by language."""


@dataclass(frozen=True)
class Language:
    """A language as pages use it: the words of its catalogue, and how its places write numbers and dates."""

    tag: str
    """As in HTML: en-GB, cy."""
    locale: Locale
    words: NullTranslations
    own: tuple[tuple[str, str], ...] = ()
    """Words of ours, and what an authority says instead."""
    unfinished: bool = False
    """Whether its catalogue says of itself that much of it is still to be translated."""
    source: str = field(default="", compare=False, repr=False)
    """The text of its translation files, which tells what was said in it from what is said now."""
    _said: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash(self.tag)  # that of the locale takes longer than most that is kept by language

    def says(self, message: str) -> str:
        """A message without forms for numbers: it is looked up, and own words are put into it, once."""
        found = self._said.get(message)
        if found is None:
            found = self._said[message] = self._in_own(self.words.ugettext(message))
        return found

    def says_of(self, one: str, many: str, number: int) -> str:
        """The form of a message for this number."""
        return self._in_own(self.words.ungettext(one, many, number))

    def _in_own(self, text: str) -> str:
        return in_own_words(text, self.own) if self.own else text


def spoken(tag: str, own: Path | None = None) -> Language:
    """The language of this tag. Its .po is read once for a site; words of an authority, in `own`, stand before ours.

    Raises:
        BrokenRepository: there is no such language, nobody has translated the site into it, or the translation
            changes what a message must keep.
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise BrokenRepository(
            f'data/authority.toml sets language to "{tag}", which is no language. Write it as in en-GB or cy.'
        ) from error
    ours = _ours(tag, locale)
    file = own / f"locale/{locale}.po" if own else None
    if file and file.is_file():
        theirs = translated(tag, file.read_text(encoding="utf-8"))
        if ours is None:
            return theirs
        theirs.words.add_fallback(ours.words)
        return replace(theirs, source=f"{theirs.source}\n{ours.source}")
    if ours is None:
        raise BrokenRepository(
            f'data/authority.toml sets language to "{tag}", into which nobody has translated the site. Write '
            f"own_pages = true, and make locale/{locale}.po beside data/: the page on settings says how."
        )
    return ours


def _ours(tag: str, locale: Locale) -> Language | None:
    """The language as the program comes with it; None where nobody has translated the site into it."""
    if locale.language == OWN:
        return Language(tag, locale, _AS_WRITTEN)
    file = files("socialvalue.publish").joinpath(f"locale/{locale}/LC_MESSAGES/socialvalue.po")
    return translated(tag, file.read_text(encoding="utf-8")) if file.is_file() else None


def translated(tag: str, po: str) -> Language:
    """The language of this tag with the words of `po`, the text of a translation file.

    Raises:
        BrokenRepository: a translation loses or adds a placeholder or a tag.
    """
    locale = Locale.parse(tag, sep="-")
    catalog = read_po(StringIO(po), locale=locale)
    found = troubles(catalog)
    if found:
        raise BrokenRepository("\n".join([f"The translation into {tag} cannot be used.", *found]))
    return Language(tag, locale, _looked_up(catalog), unfinished=UNFINISHED in po, source=po)


def _looked_up(catalog: Catalog) -> NullTranslations:
    """The catalogue as the standard library looks words up: the compiled form, made in memory."""
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)


@cache
def _own() -> Language:
    return spoken("en-GB")


_SPEAKING: ContextVar[Language] = ContextVar("language")


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Say everything within in this language."""
    before = _SPEAKING.set(language)
    try:
        yield
    finally:
        _SPEAKING.reset(before)


def in_english() -> AbstractContextManager[None]:
    """Say everything within in the language of the catalogue."""
    return speaking(_own())


def current() -> Language:
    """The language that is being spoken; English of Britain where nobody has said."""
    return _SPEAKING.get(None) or _own()


def digits(number: int) -> str:
    """A whole number as the language writes it: 1,200."""
    return _digits(number, current())


@lru_cache(maxsize=4096)
def _digits(number: int, language: Language) -> str:
    return format_decimal(number, locale=language.locale)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's readers know
    """Mark a message for the catalogue where it stands; `_` translates it where it is said."""
    return message


def N_n(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """The same for a message with a form for each plural."""
    return one, many


def _(message: str, /, **values: Any) -> str:
    """The message in the language that is spoken, with its values in place of %(name)s. Text, never markup."""
    said = current().says(message)
    return said % values if values or "%" in said else said


def _n(one: str, many: str, number: int, /, none: str = "", **values: Any) -> str:
    """The form of the message for this number, which stands in it as %(num)s. `none` is the message for 0."""
    text = in_words(none) if none and not number else in_words(one, many, number)
    return text % {"num": digits(number), **values}


def forms(one: str, many: str) -> dict[str, str]:
    """The forms of a message by plural category, as a script asks for them: Intl.PluralRules knows the same ones."""
    rule = current().locale.plural_form
    numbers = {rule(number): number for number in range(200, -1, -1)}
    return {category: in_words(one, many, number) for category, number in numbers.items()}


def in_words(message: str, many: str = "", number: int = 1) -> str:
    """The message in the language that is spoken, its placeholders still to be filled."""
    return current().says_of(message, many, number) if many else current().says(message)
