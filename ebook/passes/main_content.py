"""Keep the article of a saved page and let the site's furniture go.

    <body><nav>…</nav><div><h1>A</h1><p>…</p></div><footer>…</footer></body>   ->   <body><h1>A</h1><p>…</p></body>

trafilatura judges which text is article; what is kept is cut from the page's own tree, so figures,
tables, code and markup stay as they are. Readers who listen cannot skim a menu away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ebook.markup import (
    BLOCKS,
    HEADINGS,
    Element,
    closest,
    drop,
    elements,
    inside,
    move_children,
    place,
    text_of,
    tokens,
)
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

RUN = 3
"""Words in a shingle: long enough to be telling, short enough for list items."""
MOST = 0.9
"""The article's box is the deepest element with at least this share of the judged text."""
LONG = 25
"""Words from which a block between two kept ones counts as prose."""
DESCRIBED = 3
"""Words of a text alternative that say more than whose picture it is."""
STANDFIRST = 8
"""Words from which a line under the headline is a standfirst and no byline."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SITE = re.compile(
    r"(?:^|[-_\s])(?:share|sharing|social|related|recommend\w*|newsletter|subscri\w+|promo\w*|advert\w*|ads?|sponsor\w*|"
    r"cookies?|consent|comments?|disqus|footer|navigation|navbar|nav|menu|breadcrumbs?|sidebar|widgets?|tags|taglist|author-bio|"
    r"authorbox|bio|popular|trending|more-from|read-?more|readmore|outbrain|taboola|signup|sign-up|login|skip-link|"
    r"pagination|pager|toolbar|banner|print-only|hidden|screen-reader-text|sr-only|visually-hidden|jp-relatedposts)(?:$|[-_\s])",
    re.I,
)
_STANDFIRST = re.compile(
    r"(?:^|[-_\s])(?:standfirst|sub-?(?:title|head\w*|line)|deks?|deck|lead|lede|intro\w*|summary|excerpt|teaser)(?:$|[-_\s])",
    re.I,
)
"""Class names of the line under a headline that sums the article up."""
_CAPTION = re.compile(r"(?:^|[-_\s])(?:wp-)?captions?(?:-text)?(?:$|[-_\s])", re.I)
_SOLID = ("figure", "table", "pre", "math", "dl", "blockquote")
"""Kept between two kept blocks whatever the judge says of their text."""
_SITE_TAGS = ("nav", "footer", "form", "button", "select", "dialog")


def main_content(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.PAGE:
        return
    _drop_hidden(tree)
    if _is_bare(tree) or any(s.get("role") == "doc-chapter" for s in tree.iter("section")):
        return
    shingles, lines = _judged(tree)
    if not shingles and not lines:
        yield from _without_judge(tree, article)
        return
    units = _units(tree)
    kept = {unit for unit in units if _is_judged(unit, shingles, lines)}
    if not kept:
        yield from _without_judge(tree, article)
        return
    inner = _box(tree, units, kept)
    box = _with_headline(inner)
    _keep_between(box, kept)
    yield from _cut(tree, box, inner, kept, article)


def _is_bare(tree: Element) -> bool:
    """Whether a page has nothing of a site about it: no menu, no footer, no box with a telling name."""
    if any(True for _ in tree.iter("nav", "footer", "aside", "header", "form", "button", "iframe")):
        return False
    return not any(
        _SITE.search(" ".join(tokens(e, "class", "id"))) for e in tree.iter() if e.get("class") or e.get("id")
    )


def _drop_hidden(tree: Element) -> None:
    """What the page itself hides and never shows: templates of dialogs, machine data."""
    for element in elements(tree, "template", "dialog"):
        if element.tag == "template" or element.get("open") is None:
            drop(element)


def _judged(tree: Element) -> tuple[set[tuple[str, ...]], set[str]]:
    """Word runs and whole lines of the text that is article, in trafilatura's judgement."""
    import trafilatura

    page = "<html>" + str(etree.tostring(tree, method="html", encoding="unicode")) + "</html>"
    text = trafilatura.extract(page, include_comments=False, include_tables=True, deduplicate=False) or ""
    lines = {" ".join(_WORD.findall(line.lower())) for line in text.split("\n")}
    shingles: set[tuple[str, ...]] = set()
    for line in lines:
        words = line.split()
        shingles.update(zip(*(words[i:] for i in range(RUN)), strict=False))
    return shingles, lines - {""}


def _units(tree: Element) -> list[Element]:
    """Elements that hold text of their own, not only in blocks below them."""
    return [e for e in tree.iter() if isinstance(e.tag, str) and e.tag in BLOCKS and _own_words(e)]


def _own_words(element: Element) -> list[str]:
    """The words of an element that stand in no block below it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in BLOCKS:
            parts.append(_inline_text(child))
        parts.append(child.tail or "")
    return _WORD.findall(" ".join(parts).lower())


def _inline_text(element: Element) -> str:
    if any(e.tag in BLOCKS for e in element.iter() if isinstance(e.tag, str)):
        return element.text or ""
    return "".join(map(str, element.itertext()))


def _is_judged(unit: Element, shingles: set[tuple[str, ...]], lines: set[str]) -> bool:
    """Whether at least half of the words of a unit stand in lines that the judge kept."""
    if " ".join(_own_words(unit)) in lines:
        return True
    found = total = 0
    for words in _own_lines(unit):
        runs = list(zip(*(words[i:] for i in range(RUN)), strict=False))
        kept = " ".join(words) in lines or (runs and sum(run in shingles for run in runs) >= 0.5 * len(runs))
        total += len(words)
        found += len(words) if kept else 0
    return found > 0 and found >= 0.5 * total


def _own_lines(element: Element) -> list[list[str]]:
    """The words of an element, line by line where `br` ends lines."""
    lines = [element.text or ""]
    for child in element:
        if child.tag == "br":
            lines.append("")
        elif isinstance(child.tag, str) and child.tag not in BLOCKS:
            lines[-1] += _inline_text(child)
        lines[-1] += child.tail or ""
    return [words for line in lines if (words := _WORD.findall(line.lower()))]


def _box(tree: Element, units: list[Element], kept: set[Element]) -> Element:
    """The deepest element that still holds nearly all of the judged text."""
    weight: dict[Element, int] = {}
    for unit in units:
        if unit in kept:
            size = len(_own_words(unit))
            for node in (unit, *unit.iterancestors()):
                weight[node] = weight.get(node, 0) + size
    box, total = tree, weight.get(tree, 0)
    while True:
        heaviest = max(box, key=lambda child: weight.get(child, 0), default=None)
        if (
            heaviest is None
            or weight.get(heaviest, 0) < MOST * total
            or heaviest.tag in ("p", "ul", "ol", "table", "dl")
        ):
            return box
        if heaviest.tag in ("blockquote", "pre", "figure", *HEADINGS):
            return box
        box = heaviest


def _with_headline(box: Element) -> Element:
    """The box widened to hold the page's one `h1`, if that stands before it: the standfirst is often with it."""
    if next(box.iter("h1"), None) is not None:
        return box
    for wider in box.iterancestors():
        mains = elements(wider, "h1")
        if mains:
            return wider if len(mains) == 1 and _precedes(mains[0], box) else box
    return box


def _precedes(first: Element, second: Element) -> bool:
    """Whether one element comes before another in the order of reading."""
    above = set(first.iterancestors())
    branch = second
    while (parent := branch.getparent()) is not None and parent not in above:
        branch = parent
    return any(first is e for sibling in branch.itersiblings(preceding=True) for e in sibling.iter("h1"))


def _keep_between(box: Element, kept: set[Element]) -> None:
    """Keep what stands between kept blocks and is no site furniture: the judge is strict with lists and tables."""
    order = [e for e in box.iter() if isinstance(e.tag, str)]
    positions = [i for i, e in enumerate(order) if e in kept]
    if not positions:
        return
    first, last = positions[0], positions[-1]
    title = next((i for i, e in enumerate(order[:first]) if e.tag == "h1"), first)
    for index, element in reversed(list(enumerate(order))):  # backwards: a heading stays for what follows it
        if element in kept or _is_site(element, box):
            continue
        if (
            (first <= index <= last and _worth_keeping(element, order, index, kept))
            or (title <= index < first and _is_opening(element))
            or (index > last and _is_note(element))
        ):
            kept.add(element)
    for element in order[last + 1 :]:  # pictures right after the last words
        if _is_caption(element) and not _is_site(element, box):
            kept.add(element)
        if element not in kept and element.tag in BLOCKS and _own_words(element):
            return
        if element.tag == "img" and not _is_site(element, box) and not _is_teaser(element, kept):
            kept.add(element)


def _worth_keeping(element: Element, order: list[Element], index: int, kept: set[Element]) -> bool:
    if element.tag == "img":
        return not _is_teaser(element, kept)
    if _is_caption(element):
        return True
    if element.tag in _SOLID:
        return not (element.tag == "figure" and _is_teaser(element, kept))
    if element.tag in ("iframe", "video", "audio"):
        return True
    if element.tag in HEADINGS:
        following = (e for e in order[index + 1 : index + 12] if e.tag in BLOCKS and _own_words(e))
        after = next(following, None)
        return after is not None and after in kept
    if element.tag in ("ul", "ol", "li"):
        holder = element if element.tag != "li" else closest(element, "ul", "ol")
        if holder is not None and _is_prose_list(holder):
            return True
    if element.tag in BLOCKS:
        words = _own_words(element)
        linked = sum(len(_WORD.findall(text_of(a))) for a in element.iter("a"))
        if element.tag in ("li", "dd", "dt", "td", "th"):
            parent = element.getparent()
            return bool(words) and parent is not None and any(e in kept for e in parent.iter() if e is not element)
        return len(words) >= LONG and linked < 0.4 * len(words)
    return False


def _is_opening(element: Element) -> bool:
    """What stands between the headline and the first paragraph: the headline, a standfirst, a picture."""
    if element.tag == "h1":
        return True
    if element.tag == "img":
        return inside(element, "figure")
    if element.tag not in ("p", "div", "h2", "h3", "span") or len(_own_words(element)) < STANDFIRST:
        return False
    return bool(_STANDFIRST.search(" ".join(tokens(element, "class", "itemprop"))))


def _is_prose_list(holder: Element) -> bool:
    """Whether a list says something itself and is not a list of links."""
    words = len(_WORD.findall(text_of(holder)))
    linked = sum(len(_WORD.findall(text_of(a))) for a in holder.iter("a"))
    pictures = [i for i in holder.iter("img") if closest(i, "a") is not None]
    return words > 0 and linked < 0.4 * words and not pictures and not any(True for _ in holder.iter("input", "button"))


def _is_note(element: Element) -> bool:
    """A foot- or endnote after the last paragraph: something in the text points to it."""
    name = element.get("id", "") or element.get("name", "")
    return bool(
        re.match(
            r"(?:_?_?(?:foot|end|side)?note|fn|cite_note|ftn|_ftn|_edn|sdfootnote|footnote)[\w:._-]*\d", name, re.I
        )
    )


def _is_caption(element: Element) -> bool:
    """A caption by tag or by class name; its picture stands right before it."""
    return element.tag == "figcaption" or (
        element.tag in ("p", "div", "span", "dd") and bool(_CAPTION.search(" ".join(tokens(element, "class"))))
    )


def _is_teaser(element: Element, kept: set[Element]) -> bool:
    """A picture that leads to another page, or stands in a box whose words are not kept."""
    box = closest(element, "li", "article", "aside")
    if box is not None and text_of(box) and not any(e in kept for e in box.iter()):
        return True
    link = closest(element, "a")
    if link is None or inside(element, "figure"):
        return False
    own = re.search(r"\.(?:jpe?g|png|gif|webp)(?:$|\?)", link.get("href", ""), re.I)
    return not own and len(_WORD.findall(element.get("alt", ""))) < DESCRIBED


def _is_site(element: Element, box: Element) -> bool:
    """Whether an element stands in something the site put there, judged by tags and class names."""
    for node in (element, *element.iterancestors()):
        if node is box:
            return False
        if node.tag in _SITE_TAGS or (node.tag != "p" and _SITE.search(" ".join(tokens(node, "class", "id")))):
            return True
    return False


def _cut(tree: Element, box: Element, inner: Element, kept: set[Element], article: Article) -> Iterator[Finding]:
    """Make the body hold the kept parts of the box alone, and say what went."""
    wanted = set(kept)
    for element in kept:
        wanted.update(element.iterancestors())
        if element.tag in _SOLID:
            wanted.update(element.iter())
    for element in _removable(box, inner, wanted, kept):
        text = text_of(element)
        if text:
            yield _removed(element, article, text)
        drop(element)
    if box is tree:
        return
    for sibling in _outside(tree, box):
        text = text_of(sibling)
        if text and len(text.split()) > 2:
            yield _removed(sibling, article, text)
    language = {k: v for node in (*box.iterancestors(), box) for k, v in node.attrib.items() if k in ("lang", "dir")}
    content = etree.Element("div")
    content.tail = None
    if box.tag in BLOCKS and box.tag not in ("div", "article", "section", "main", "body", "td", "header"):
        box.tail = None
        content.append(box)
    else:
        move_children(box, content)
    for child in list(tree):
        tree.remove(child)
    tree.text = None
    move_children(content, tree)
    for name, value in language.items():
        tree.set(str(name), str(value))


def _removable(box: Element, inner: Element, wanted: set[Element], kept: set[Element]) -> list[Element]:
    """The outermost elements of the box that hold nothing wanted.

    Inside the inner box loose words between kept blocks stay; around it, where the headline is, they go.
    """
    found: list[Element] = []
    text = set(inner.iter())
    stack = [box]
    while stack:
        node = stack.pop()
        loose = node in text or node in kept
        for child in node:
            if not isinstance(child.tag, str) or (child in kept and child.tag in _SOLID):
                continue
            if child in wanted:
                stack.append(child)
            elif child.tag in BLOCKS or _holds_block(child) or not loose:
                found.append(child)
        if not loose:
            node.text = None
            for child in node:
                child.tail = None
    return found


def _holds_block(element: Element) -> bool:
    return any(e.tag in BLOCKS for e in element.iter() if isinstance(e.tag, str))


def _outside(tree: Element, box: Element) -> Iterator[Element]:
    """The elements beside the way from the body to the box."""
    node = box
    while node is not tree:
        parent = node.getparent()
        if parent is None:
            return
        yield from (child for child in parent if child is not node and isinstance(child.tag, str))
        node = parent


def _without_judge(tree: Element, article: Article) -> Iterator[Finding]:
    """A page the judge finds nothing in: its `article` or `main`, without what tags alone call furniture."""
    for element in elements(tree, *_SITE_TAGS):
        if text_of(element):
            yield _removed(element, article, text_of(element))
        drop(element)
    for name in ("article", "main"):
        found = elements(tree, name)
        if len(found) == 1 and text_of(found[0]):
            keep = found[0]
            content = etree.Element("div")
            move_children(keep, content)
            for child in list(tree):
                tree.remove(child)
            tree.text = None
            move_children(content, tree)
            return


def _removed(element: Element, article: Article, text: str) -> Finding:
    names = " ".join(sorted(tokens(element, "class", "id")))[:60]
    what = f"{element.tag!s} “{names}”" if names else str(element.tag)
    return rule("removed.boilerplate").at(place(article.source, element), what=what, words=len(text.split()))
