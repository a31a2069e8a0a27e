"""The scripts behind interactive charts: Vega, Vega-Lite and Vega-Embed, out of a wheel and served by ourselves."""

from functools import cache


@cache
def vega() -> bytes:
    """One script that puts `vegaEmbed` on the window, with the interpreter that needs no `unsafe-eval`.

    The same version of vl-convert gives the same bytes. Their licences: theme/assets/vega-licences.txt.
    """
    from vl_convert import javascript_bundle

    return b"/* Licences: vega-licences.txt */\n" + javascript_bundle("window.vegaEmbed = vegaEmbed;").encode()
