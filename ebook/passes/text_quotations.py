"""Set quotations of a plain text that name who said them.

    <p>“Rivers talk.”</p><p>— Ann Lee</p>   ->
    <blockquote><p>“Rivers talk.”</p></blockquote><p class="attribution">— Ann Lee</p>

A voice that changes is heard; a dash is not (HTML §4.4.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import Element, elements, new, text_of, wrap
from ebook.model import Article, Kind
from ebook.rules import Finding

_QUOTED = re.compile(r"[“„«\"‘「『].{10,}[”“»\"’」』]\s*", re.S)
_SOURCE = re.compile(r"[—–―-]{1,2}\s?[^\W\d_a-zà-ÿ][^.!?]{1,78}\.?")
_SPEECH = re.compile(r"[—–―-]{1,2}\s?\S")


def text_quotations(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    for source in elements(tree, "p"):
        quote = source.getprevious()
        if quote is None or source.get("class") or not _SOURCE.fullmatch(text_of(source)):
            continue
        after = source.getnext()
        if after is not None and _SPEECH.match(text_of(after)):
            continue  # dashes also open speech
        if quote.tag == "p" and not quote.get("class") and _QUOTED.fullmatch(text_of(quote)):
            quote.tail = None
            wrap(quote, new("blockquote"))
            source.set("class", "attribution")
        elif quote.tag == "blockquote":
            source.set("class", "attribution")
    yield from ()
