"""The scripts behind interactive charts: Vega, Vega-Lite and Vega-Embed, served by ourselves."""

from importlib import resources


def vega() -> bytes:
    """One script that puts `vegaEmbed` on the window, with the interpreter that needs no `unsafe-eval`.

    It is what vl-convert bundles, kept beside this module since that takes as long as drawing a hundred pages; a test
    holds the two together. Their licences: theme/assets/vega-licences.txt.
    """
    return resources.files("socialvalue.publish.drawing").joinpath("vega.js").read_bytes()
