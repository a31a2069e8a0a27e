"""The scripts behind interactive charts: Vega, Vega-Lite and Vega-Embed, out of a wheel and served by ourselves."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version

from socialvalue.kept import kept

SNIPPET = "window.vegaEmbed = vegaEmbed;"


@cache
def vega() -> bytes:
    """One script that puts `vegaEmbed` on the window, with the interpreter that needs no `unsafe-eval`.

    The same version of vl-convert gives the same bytes. Their licences: theme/assets/vega-licences.txt.
    """
    bundle = kept(f"vega {version('vl-convert-python')} {SNIPPET}", _bundle)
    return b"/* Licences: vega-licences.txt */\n" + bundle


def _bundle() -> bytes:
    from vl_convert import javascript_bundle

    # It asks how large the stack is. A thread of its own knows that; the first one of a program learns it from /proc,
    # which a bare chroot lacks.
    with ThreadPoolExecutor(1) as own:
        return own.submit(javascript_bundle, SNIPPET).result().encode()
