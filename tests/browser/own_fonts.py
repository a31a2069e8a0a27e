"""The only fonts that a browser of the tests sees, a wide one or a narrow one: none of the machine decides a test."""

import os
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
WIDE, NARROW = "DejaVu Sans", "Archivo Narrow"
"""About the widest that people usually have, and the narrowest."""
KINDS = {
    WIDE: {"sans-serif": WIDE, "serif": WIDE, "monospace": "DejaVu Sans Mono"},
    NARROW: dict.fromkeys(("sans-serif", "serif", "monospace"), NARROW),
}
PREFERRED = "<alias><family>{kind}</family><prefer><family>{font}</family></prefer></alias>"
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>{preferred}</fontconfig>
"""


def environment(font: str, folder: Path) -> dict[str, str | float | bool]:
    """The environment to start a browser in, so that it writes all in `font`; `folder` takes what that needs."""
    preferred = "".join(PREFERRED.format(kind=kind, font=each) for kind, each in KINDS[font].items())
    written = folder / "fonts.conf"
    written.write_text(CONFIGURATION.format(fonts=FONTS, cache=folder / "cache", preferred=preferred), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(written)}
