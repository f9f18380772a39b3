"""Brings an article to light that a page carries but shows only by script: hidden boxes, templates, JSON.

    <div id="app"></div><script type="application/ld+json">{"articleBody": "The river rose. …"}</script>
    ->   <article><p>The river rose. …</p></article>

Only where the visible body holds little; what the body has already is not added again.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from ebook.markup import (
    BLOCKS,
    Element,
    append_text,
    drop,
    inside,
    move_children,
    place,
    raw_text,
    squash,
    text_of,
    unwrap,
)
from ebook.rules import Finding, rule
from ebook.sources.html import parse_page

LEAST = 500
"""Characters from which a hidden text can be an article."""
TIMES = 2
"""So much longer than all visible prose it must be."""
LITTLE = 300
"""Characters of visible prose below which a page shows no article at all; only then scripts' data is searched."""
PROSE = 80
"""Characters from which a block is prose, and no label or line of a menu."""
BIGGEST = 5_000_000
"""Characters of JSON that are read."""
DEEP = 3
"""Hidden boxes in hidden boxes that are looked into."""
RUN = 5
"""Words in a row by which a text is known to be there already."""

_BODY_KEYS = frozenset(
    "articlebody body content html text bodyhtml contenthtml body_html content_html bodytext body_text rendered "
    "articlecontent article_body article_content postcontent post_content fulltext full_text richtext".split()
)
"""Names under which content systems and frameworks keep the text of an article, in lower case."""
_LINKED_KEYS = frozenset("articlebody reviewbody text".split())
_LINKED_TEXT = re.compile(r'"(?:article|review)Body"|"text"')
_PIECE_KEYS = ("html", "text", "content", "value", "body")
_UNSEEN_STYLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))\s*(?:!important)?;?", re.I
)
_UNSEEN_CLASSES = frozenset("hidden d-none is-hidden hide".split())
_AROUND = (
    "script",
    "style",
    "noscript",
    "template",
    "textarea",
    "nav",
    "footer",
    "header",
    "aside",
    "form",
    "select",
    "dialog",
)
_ASSIGNED = re.compile(r"^\s*(?:(?:var|let|const)\s+)?[\w.$]+(?:\[['\"]\w+['\"]\])?\s*=\s*(?=[{\[])")
_TAGGED = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|a|em|strong|span)\b[^<>]*>", re.I)
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\"”»’)]?\s+")


def reveal(page: Element, source: str) -> tuple[Finding, ...]:
    """Put the article of a page into its body where scripts would have; says where it was found."""
    body = next(page.iter("body"), None)
    if body is None:
        return ()
    for root in (page, body):
        _uncover(root)
    _open_shadow_roots(body)
    boxes, linked = _boxes(body), _linked(page)
    longest = max((*boxes.values(), *map(len, linked)), default=0)
    shown = _prose_of(body, enough=max(LITTLE, longest // TIMES))
    where = (
        _reveal_box(boxes, shown)
        or _reveal_escaped(body, shown)
        or _reveal_data(linked, _state(page, shown), body, shown)
    )
    return (rule("content.hidden").at(place(source, body), where=where),) if where else ()


def _uncover(element: Element) -> None:
    """Take away what hides an element."""
    for name in ("hidden", "aria-hidden"):
        element.attrib.pop(name, None)
    if element.get("style"):
        element.set("style", _UNSEEN_STYLE.sub("", element.get("style", "")))
    names = element.get("class", "").split()
    if _UNSEEN_CLASSES & set(names):
        element.set("class", " ".join(n for n in names if n not in _UNSEEN_CLASSES))


def _is_unseen(element: Element) -> bool:
    names = element.keys()  # asked for once: each attribute that is not there costs as much as one that is
    return bool(names) and (
        "hidden" in names
        or ("class" in names and _is_unseen_class(element.get("class", "")))
        or ("style" in names and bool(_UNSEEN_STYLE.search(element.get("style", ""))))
        or ("aria-hidden" in names and element.get("aria-hidden") == "true")
    )


@lru_cache(maxsize=4096)
def _is_unseen_class(names: str) -> bool:
    return not _UNSEEN_CLASSES.isdisjoint(names.split())


def _open_shadow_roots(body: Element) -> None:
    """Declarative shadow DOM shows its template, the host's own content in the slots (HTML §4.12.3, DOM §4.2.2)."""
    for template in list(body.iter("template")):
        host = template.getparent()
        if host is None or not (template.get("shadowrootmode") or template.get("shadowroot")):
            continue
        slots = {slot.get("name", ""): slot for slot in reversed(list(template.iter("slot")))}
        filled: set[str] = set()
        for child in [c for c in host if c is not template]:
            name = child.get("slot", "") if isinstance(child.tag, str) else ""
            slot = slots.get(name)
            if slot is None:
                continue
            if name not in filled:  # what stands in a slot is shown only where nothing is put there
                filled.add(name)
                slot.text = None
                for fallback in list(slot):
                    slot.remove(fallback)
            slot.append(child)
        for slot in list(template.iter("slot")):
            unwrap(slot)
        unwrap(template)


def _boxes(body: Element) -> dict[Element, int]:
    """Hidden elements, templates and `noscript`s that hold much text, outermost first, with its size."""
    found: dict[Element, int] = {}
    for element in body.iterdescendants("*"):
        if element.tag in ("script", "style") or (
            element.tag not in ("template", "noscript") and not _is_unseen(element)
        ):
            continue
        if inside(element, "nav", "footer", "form", "dialog"):
            continue
        if sum(above in found for above in element.iterancestors()) >= DEEP:
            continue
        size = len(raw_text(element))
        if size >= LEAST:
            found[element] = size
    return found


def _prose_of(tree: Element, enough: int = 1 << 40) -> str:
    """The visible prose of a tree: long blocks outside menus, forms and hidden boxes; it may stop at `enough`."""
    found: list[str] = []
    size = 0
    stack = [tree]
    while stack and size <= enough:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        if element is not tree and (element.tag in _AROUND or _is_unseen(element)):
            continue
        if element.tag in BLOCKS:
            own = _own_text(element)
            if len(own) >= PROSE:
                found.append(own)
                size += len(own)
        stack.extend(reversed(element))
    return "\n".join(found)


def _own_text(element: Element) -> str:
    """The text of a block outside the blocks in it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in BLOCKS and child.tag not in _AROUND:
            parts.append(raw_text(child))
        parts.append(child.tail or "")
    return squash("".join(parts))


def _is_article(text: str, shown: str) -> bool:
    """Whether a text is long enough, in itself and beside what shows, to be the article."""
    return len(text) >= LEAST and len(text) >= TIMES * len(shown)


def _reveal_box(boxes: dict[Element, int], shown: str) -> str:
    """A hidden box, a template or a `noscript` that holds the article; the largest, outermost one."""
    best, most = None, ""
    for element, size in boxes.items():
        if size <= max(len(most), TIMES * len(shown)):
            continue
        text = _prose_of(element)
        if len(text) > len(most):
            best, most = element, text
    if best is None or not _is_article(most, shown) or _overlap(most, shown) > 0.5:
        return ""
    named = f"a hidden {best.tag!s}" if best.tag not in ("template", "noscript") else f"a {best.tag!s} element"
    for element in (best, *best.iterancestors()):
        _uncover(element)
    if best.tag in ("template", "noscript"):
        best.tag = "div"
    for inner in best.iter():
        if isinstance(inner.tag, str) and _is_unseen(inner) and len(text_of(inner)) >= PROSE:
            _uncover(inner)
    return named


def _reveal_escaped(body: Element, shown: str) -> str:
    """Markup kept as text in a `textarea`."""
    for area in body.iter("textarea"):
        text = raw_text(area)
        if len(area) or not _TAGGED.search(text):
            inner = text if not len(area) else ""
            if not _TAGGED.search(html.unescape(inner)):
                continue
            text = html.unescape(inner)
        found = _parsed(text)
        if _is_article(text_of(found), shown) and _overlap(text_of(found), shown) <= 0.5:
            area.tag = "article"
            area.text = None
            move_children(found, area)
            return "a textarea"
    return ""


def _reveal_data(linked: list[str], state: list[str], body: Element, shown: str) -> str:
    """The text that JSON-LD or a framework's data holds, the longest first."""
    everything = None
    for where, texts in (("JSON-LD (articleBody)", linked), ("the data of a script", state)):
        for text in sorted(texts, key=len, reverse=True)[:3]:
            found = _parsed(text) if len(text) >= TIMES * len(shown) else None
            if found is None or not _is_article(text_of(found), shown):
                continue
            everything = everything or " ".join(_visible_words(body))
            if _overlap(text_of(found), everything) <= 0.5:
                _insert(found, body, _without_repeats(found, body, everything))
                return where
    return ""


def _linked(page: Element) -> list[str]:
    """The long texts in the page's JSON-LD."""
    found: list[str] = []
    for script in page.iter("script"):
        text = script.text or ""
        if "ld+json" in script.get("type", "").lower() and LEAST <= len(text) <= BIGGEST and _LINKED_TEXT.search(text):
            found += _values(_json(text), _LINKED_KEYS)
    return found


def _state(page: Element, shown: str) -> list[str]:
    """The long texts in the data that frameworks leave, where the page shows nearly nothing."""
    found: list[str] = []
    for script in page.iter("script") if len(shown) < LITTLE else ():
        kind, text = script.get("type", "").lower(), script.text or ""
        if LEAST <= len(text) <= BIGGEST and (kind.endswith("/json") or _ASSIGNED.match(text)):
            found += _values(_json(_ASSIGNED.sub("", text).rstrip().rstrip(";")), _BODY_KEYS)
    return found


def _json(text: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text.strip())
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _values(value: Any, keys: frozenset[str]) -> list[str]:
    """The long texts under these names, anywhere in a JSON value; lists of pieces are put together."""
    found: list[str] = []
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            for key, inner in item.items():
                if key.lower() in keys:
                    text = inner if isinstance(inner, str) else _pieces(inner)
                    if len(text) >= LEAST and (" " in text[:PROSE] or not text.isascii()):
                        found.append(text)
                        continue
                if isinstance(inner, dict | list):
                    stack.append(inner)
    return found


def _pieces(value: Any) -> str:
    """The texts of a list of blocks (`[{"type": "paragraph", "text": "…"}]`), each a paragraph."""
    if not isinstance(value, list):
        return ""
    texts = []
    for piece in value:
        text = piece
        if isinstance(piece, dict):
            text = next((piece[k] for k in _PIECE_KEYS if isinstance(piece.get(k), str)), "")
        if isinstance(text, str) and text.strip():
            texts.append(text if _TAGGED.search(text) else f"<p>{html.escape(text, quote=False)}</p>")
    return "\n".join(texts)


def _parsed(text: str) -> Element:
    """The `body` of a text that is HTML, escaped HTML or plain lines."""
    if not _TAGGED.search(text) and "&lt;" in text:
        text = html.unescape(text)
    if _TAGGED.search(text):
        body = next(parse_page(f"<html><body>{text}</body></html>").iter("body"))
        for script in list(body.iter("script", "style")):
            drop(script)
        return body
    body = etree.Element("body")
    for line in re.split(r"\s*\n\s*", html.unescape(text).strip()):
        if line:
            etree.SubElement(body, "p").text = line.replace("\x00", "")
    return body


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _visible_words(body: Element) -> Iterator[str]:
    """All words of the body outside scripts and templates."""
    for element in body.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "template", "textarea"):
            yield element.text or ""
        yield element.tail or ""


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return set(zip(*(words[i:] for i in range(RUN)), strict=False))


def _overlap(text: str, others: str) -> float:
    """The share of a text's runs of words that stand in another text."""
    runs = _runs(text)
    return len(runs & _runs(others)) / len(runs) if runs else 0.0


def _without_repeats(found: Element, body: Element, everything: str) -> Element | None:
    """Take from the found text what the body shows already; gives the last block of the body that it repeats."""
    shown = _runs(everything)
    repeated: set[tuple[str, ...]] = set()
    for block in [e for e in found.iter() if e.tag in BLOCKS and e is not found]:
        if any(e.tag in BLOCKS for e in block.iterdescendants()):
            continue
        kept = []
        for sentence in _SENTENCE.split(text_of(block)):
            runs = _runs(sentence)
            if runs and len(runs & shown) >= 0.8 * len(runs):
                repeated |= runs
            else:
                kept.append(sentence)
        if not kept:
            drop(block)
        elif len(block) == 0 and " ".join(kept) != text_of(block):
            block.text = " ".join(kept)
    last = None
    for element in body.iter(*BLOCKS):
        if element is not body and len(_runs(_own_text(element)) & repeated) >= 2 and not inside(element, *_AROUND):
            last = element
    return last


def _insert(found: Element, body: Element, last: Element | None) -> None:
    """Put a text where it continues the body, or where the article would be."""
    box = etree.Element("article")
    if last is not None:
        box.tag = "div"
        box.tail, last.tail = last.tail, None
        last.addnext(box)
    else:
        mains = [e for e in body.iter("article", "main") if not inside(e, "article", "aside", "nav")]
        holder = mains[0] if len(mains) == 1 else body
        heading = next((h for h in holder.iter("h1")), None)
        branch = heading
        while branch is not None and branch.getparent() is not holder:
            branch = branch.getparent()
        if branch is not None:
            box.tail, branch.tail = branch.tail, None
            branch.addnext(box)
        else:
            holder.append(box)
    append_text(box, found.text or "")
    for child in list(found):
        box.append(child)
