"""The colours that an authority sets, as the last rules of the site's stylesheet."""

from socialvalue.records.settings import pairs


def own_colours(given: str) -> bytes:
    """The rules for light, for dark, and for a device set to dark where no script runs; nothing where none is set.

    `given` is the setting, which was held to its kind: link=#0b4f8a/#8cc4ff.
    """
    if not given:
        return b""
    light, dark = (
        "".join(f"--ov-{name}:{colours.split('/')[place]};" for name, colours in pairs(given).items())
        for place in (0, 1)
    )
    return (
        f':root{{{light}}}@media screen{{[data-md-color-scheme="slate"]{{{dark}}}}}'
        f"@media screen and (prefers-color-scheme:dark){{.no-js body:not([data-md-color-media]){{{dark}}}}}"
    ).encode()
