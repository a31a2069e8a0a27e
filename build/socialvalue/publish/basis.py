"""What all that is drawn depends on besides the data: the program, the libraries, and the words of the language."""

import sys
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files

from socialvalue.checksums import COMPILED, content, libraries
from socialvalue.kept import kept
from socialvalue.publish.words.language import Language, current


def kept_drawn(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gave before under this name, by the same program in the same language; or what it gives now.

    `name` says what else it is made of. Where a link leads out of the program nobody can tell which it is, and nothing
    is kept.
    """
    basis = _basis(current())
    return kept(f"{name} {basis}", make) if basis else make()


@cache
def _basis(language: Language) -> str:
    try:
        with as_file(files("socialvalue")) as program:
            code = content(program, links=False, without=COMPILED)
    except OSError:
        return ""
    words = (language.tag, language.own, language.source)
    return sha256(repr((sys.version, list(libraries()), words, code)).encode()).hexdigest()
