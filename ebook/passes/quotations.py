"""Set quotations as quotations, their source outside them.

    <blockquote><p>Rivers talk.</p><p>— Ann Lee</p></blockquote>   ->
    <blockquote><p>Rivers talk.</p></blockquote><p class="attribution">— Ann Lee</p>

HTML §4.4.4: the attribution of a quotation stands outside of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import Element, drop, elements, is_blank, new, text_of
from ebook.model import Article
from ebook.rules import Finding

_ATTRIBUTION = re.compile(r"^[—–―-]{1,2}\s?\S.{1,160}$")


def quotations(tree: Element, article: Article) -> Iterator[Finding]:
    for quote in elements(tree, "blockquote"):
        if is_blank(quote):
            drop(quote)
            continue
        children = [c for c in quote if isinstance(c.tag, str)]
        last = children[-1] if children else None
        if last is None or (last.tail or "").strip():
            continue
        alone = len(children) == 1 and not (quote.text or "").strip()
        spoken = sum(bool(_ATTRIBUTION.match(text_of(c))) for c in children) > 1
        is_source = last.tag in ("footer", "cite") or (
            last.tag == "p" and not spoken and bool(_ATTRIBUTION.match(text_of(last)))
        )
        if is_source and not alone and quote.getparent() is not None:
            source = new("p", class_="attribution")
            source.text, source[:] = last.text, list(last)
            drop(last)
            source.tail, quote.tail = quote.tail, None
            quote.addnext(source)
    yield from ()
