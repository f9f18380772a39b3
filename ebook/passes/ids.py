"""Make every id unique and valid, name headings and asides, and take the working marks away.

    <h2>Rain</h2>   ->   <h2 id="section-1">Rain</h2>

Links keep pointing to what they pointed to (EPUB 3.3 §6.1; XML 1.0 §2.3 for what an id may look like).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from ebook.markup import HEADINGS, LINE, Element, drop_hollow, elements, inside, unwrap
from ebook.model import Article
from ebook.rules import Finding

_VALID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def ids(tree: Element, article: Article) -> Iterator[Finding]:
    renamed: dict[str, str] = {}
    used: set[str] = set()
    seen: set[str] = set()
    taken = {unquote(a.get("href", "")[1:]) for a in tree.iter("a") if a.get("href", "").startswith("#")}
    counts: dict[str, int] = {}
    for element in elements(tree):
        name = element.get("id")
        if name is None:
            continue
        if not name or name in used or name in seen:
            del element.attrib["id"]
            if element.tag == "span" and not set(element.attrib) - {LINE}:
                around = element.getparent()
                unwrap(element)
                drop_hollow(around)
            continue
        seen.add(name)
        valid = name
        if not _VALID.fullmatch(name):
            valid = _unique("id-" + re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-"), taken, counts)
        used.add(valid)
        taken.add(valid)
        if valid != name:
            renamed[name] = valid
            element.set("id", valid)
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if href.startswith("#"):
            target = href[1:] if href[1:] in renamed else unquote(href[1:])
            link.set("href", "#" + quote(renamed.get(target, target)))
    for element in elements(tree):
        for reference in ("aria-labelledby", "aria-details"):
            name = element.get(reference)
            if name is not None and renamed.get(name, name) in used:
                element.set(reference, renamed.get(name, name))
            elif name is not None:
                del element.attrib[reference]
    _name_headings(tree, used, counts)
    for element in elements(tree):
        element.attrib.pop(LINE, None)
    yield from ()


def _name_headings(tree: Element, used: set[str], counts: dict[str, int]) -> None:
    number = 0
    for heading in elements(tree, *HEADINGS):
        if heading.tag == "h1":
            if not heading.get("id"):
                heading.set("id", _unique("title", used, counts))
        elif not inside(heading, "aside", "blockquote", "td", "figure"):
            number += 1
            if not heading.get("id"):
                heading.set("id", _unique(f"section-{number}", used, counts))
    for count, aside in enumerate(elements(tree, "aside"), 1):
        label = next(aside.iter(*HEADINGS), None)
        if label is not None and not aside.get("aria-labelledby"):
            if not label.get("id"):
                label.set("id", _unique(f"aside-{count}", used, counts))
            aside.set("aria-labelledby", label.get("id", ""))


def _unique(name: str, used: set[str], counts: dict[str, int]) -> str:
    """The name, numbered where it is taken; `counts` remembers how far each name has been tried."""
    candidate, count = name, counts.get(name, 1)
    while candidate in used:
        count += 1
        candidate = f"{name}-{count}"
    counts[name] = count
    used.add(candidate)
    return candidate
