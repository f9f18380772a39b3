"""Links: each has words, and they say where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.checks.naming import Ids, has_words, ids_of, is_a, is_hidden, name_of
from ebook.linktexts import is_address, says_nothing
from ebook.markup import Element, inside, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

_OF_THE_BOOK = ("noteref", "backlink", "glossref", "biblioref", "referrer", "pagebreak")
"""Links whose words are short by their kind; their own checks look at them."""
SHORTEST = 3
"""Characters of a name that two links may be confused by."""


def check_links(book: Opened) -> Iterator[Finding]:
    """The words of links, in each document."""
    for path, tree in book.documents.items():
        ids = ids_of(tree)
        links = [a for a in tree.iter("a", "area") if a.get("href") is not None and not is_hidden(a)]
        addresses: list[Element] = []
        for link in links:
            name = name_of(link, ids)
            if not name:
                yield rule("book.link-nameless").at(place_in(path, link), target=link.get("href", "")[:80])
            elif not has_words(name):
                yield rule("book.link-wordless").at(place_in(path, link), text=name[:40])
            elif says_nothing(name) and not is_a(link, *_OF_THE_BOOK):
                yield rule("book.link-vague").at(place_in(path, link), text=name[:60])
            elif is_address(name):
                addresses.append(link)
        if addresses:
            text = text_of(addresses[0])[:80]
            yield rule("book.link-address").at(place_in(path, addresses[0]), count=len(addresses), text=text)
        yield from _alike(book, path, links, ids)


def _alike(book: Opened, path: str, links: list[Element], ids: Ids) -> Iterator[Finding]:
    """The same words for different targets; lists of contents and of pages repeat headings as they are."""
    targets: dict[str, dict[str, Element]] = {}
    for link in links:
        name = name_of(link, ids)
        if inside(link, "nav") or is_a(link, *_OF_THE_BOOK) or len(name) < SHORTEST or name.isdigit():
            continue
        if not says_nothing(name) and not is_address(name):
            target = link.get("href", "").rstrip("/").removeprefix("http://").removeprefix("https://")
            targets.setdefault(name.casefold(), {}).setdefault(target, link)
    several = [(name, list(found.values())) for name, found in targets.items() if len(found) > 1]
    if several:
        where = place_in(path, several[0][1][1])
        text = "”, “".join(name[:40] for name, _ in several[:3])
        yield rule("book.links-alike").at(where, count=len(several), text=text)
