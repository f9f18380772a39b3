"""Colours of a terminal that a page writes into a listing as markup, for a script to draw.

    <div class="termy"><pre>&lt;font color="#0a0"&gt;mill&lt;/font&gt; open</pre></div>   ->   mill open

Read aloud, such markup hides the few words a terminal says. This is no pass.
"""

from __future__ import annotations

import re

from ebook.markup import Element, tokens

_DRAWN = frozenset({"termy", "termynal"})
"""Names of boxes that a script draws as a terminal, and unescapes."""
_MARKUP = re.compile(
    r"</?(?:font|span|u|b|i)(?:\s(?:style|color|class|data-\w{1,20})=(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'|[^\s\"'<>]{0,40})){0,4}\s?>"
)


def is_terminal(around: list[Element]) -> bool:
    """Whether one of the boxes around a listing is drawn as a terminal."""
    return any(tokens(box, "class") & _DRAWN or box.get("data-termynal") is not None for box in around)


def without_colours(text: str) -> str:
    """The words a terminal shows."""
    return _MARKUP.sub("", text)
