"""The script of the interactive charts that the program carries is the one that vl-convert gives."""

from importlib import resources
from pathlib import Path

import pytest
from vl_convert import javascript_bundle

from socialvalue.publish.drawing.chart_scripts import vega

SNIPPET = "window.vegaEmbed = vegaEmbed;"
"""The end of the script, by which a page gets hold of it."""
LICENCES = "/* Licences: vega-licences.txt */\n"


def test_the_script_is_what_vl_convert_bundles(request: pytest.FixtureRequest) -> None:
    """That of the version that our locked requirements name; `--update-golden` puts it in its place."""
    bundled = (LICENCES + javascript_bundle(SNIPPET)).encode()
    if request.config.getoption("--update-golden"):
        Path(str(resources.files("socialvalue.publish.drawing"))).joinpath("vega.js").write_bytes(bundled)
    assert vega() == bundled


def test_the_licences_go_with_it() -> None:
    """The file that the script names is among those of every site."""
    assert resources.files("socialvalue.publish").joinpath("theme/assets/vega-licences.txt").is_file()
    assert vega().decode().startswith(LICENCES)
