"""Style sheets of a finished book: files, `style` elements and attributes, judged by what the documents use of them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tinycss2

from ebook.checks.css import BODY_TEXT, FIXED_UNITS, LEAST_CONTRAST, MOVING, READERS_OWN, check_css
from ebook.checks.naming import body_of
from ebook.markup import Element, inside
from ebook.opened import Opened, place_in
from ebook.rules import Finding, Place, rule
from ebook.styling import NO_COLOUR, WIDEST, contrast, luminance, pixels, plain, rules_of, subject

MOST = 10
"""Places of one rule in one style sheet that are listed."""
LARGE_CONTRAST = 3.0
"""Enough for large text (WCAG 1.4.3)."""
_TEXT_SIZES = frozenset(("font", "font-size", "line-height"))
_PICTURES = frozenset("img svg image video object hr".split())
_NAME = re.compile(r"([.#]?)(-?[A-Za-z_][\w-]*)")
_OTHER_PARTS = re.compile(r"\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_LEFT_TO_OTHERS = frozenset(("css.fixed-size", "css.reader-choice", "css.contrast"))
"""Rules for style sheets of users that finished books are judged by in other words, below."""
_REVERSED = re.compile(r"\b(?:row|column)-reverse\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """One rule of a style sheet."""

    file: str
    selector: str
    values: Mapping[str, Any]

    def said(self, name: str) -> str:
        """The value of a property in small letters, or nothing."""
        return plain(self.values[name]) if name in self.values else ""

    def at(self, name: str) -> Place:
        """Where a property is set."""
        return Place(file=self.file, line=self.values[name].source_line, snippet=self.selector[:80])

    def subjects(self) -> set[str]:
        """The elements that the selectors end in."""
        return {subject(part) for part in self.selector.split(",")}

    def shown(self) -> str:
        """The selector for a message."""
        return " ".join(self.selector.split())[:60]


def check_style_sheets(book: Opened) -> Iterator[Finding]:
    """Every style sheet, `style` element and `style` attribute of the book."""
    used = _used(book)
    for path, item in book.items.items():
        if item.media_type == "text/css" and path in book.files:
            yield from _sheet(book.files[path].decode("utf-8", "replace"), path, 1, used)
    for path, tree in book.documents.items():
        for element in tree.iter("style"):
            text = element.text or ""
            yield from _sheet(text, path, element.sourceline or 1, used)
        yield from _attributes(path, body_of(tree))


def _used(book: Opened) -> frozenset[str]:
    """Elements, `.classes` and `#ids` of all documents."""
    found: set[str] = set()
    for tree in book.documents.values():
        for element in tree.iter("*"):
            found.add(str(element.tag).lower())
            found.update(f".{name}" for name in element.get("class", "").split())
            if element.get("id"):
                found.add(f"#{element.get('id')}")
    return frozenset(found)


def _is_used(selector: str, used: frozenset[str]) -> bool:
    """Whether any part of a selector can match: every element, class and id in it is somewhere in the book."""
    for part in selector.split(","):
        names = [sign + (name if sign else name.lower()) for sign, name in _NAME.findall(_OTHER_PARTS.sub("", part))]
        if all(name in used for name in names):
            return True
    return False


def _sheet(text: str, path: str, start: int, used: frozenset[str]) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for finding in _all(text, path, used):
        counts[finding.rule] += 1
        if counts[finding.rule] <= MOST:
            line = max(0, finding.place.line + start - 1)
            yield replace(finding, place=replace(finding.place, line=line))


def _all(text: str, path: str, used: frozenset[str]) -> Iterator[Finding]:
    for finding in check_css(text, path, finished=True):
        needs_use = finding.rule not in ("css.syntax", "css.forbidden")
        if finding.rule not in _LEFT_TO_OTHERS and not (needs_use and not _is_used(finding.place.snippet, used)):
            yield finding
    parsed = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    rules = [
        _Rule(file=path, selector=selector, values={d.lower_name: d for d in declarations})
        for selector, declarations in rules_of(parsed)
        if _is_used(selector, used)
    ]
    ground = _ground(rules)
    for one in rules:
        for judge in _JUDGES:
            yield from judge(one)
        yield from _contrast(one, ground)
    yield from _body_text(rules)


def _sizes(one: _Rule) -> Iterator[Finding]:
    for name, declaration in one.values.items():
        fixed = any(t.type == "dimension" and t.lower_unit in FIXED_UNITS and t.value for t in declaration.value)
        wide = name in ("width", "min-width") and any(pixels(t) > WIDEST for t in declaration.value)
        if (name in _TEXT_SIZES and fixed) or (wide and not one.subjects() <= _PICTURES):
            yield rule("css.fixed-size").at(one.at(name), property=name, value=one.said(name))


def _alignment(one: _Rule) -> Iterator[Finding]:
    if one.said("text-align").startswith("justify"):
        yield rule("css.justified").at(one.at("text-align"), selector=one.shown())


def _clipped(one: _Rule) -> Iterator[Finding]:
    overflow = next((n for n in ("overflow", "overflow-y") if one.said(n) in ("hidden", "clip")), "")
    height = next((n for n in ("height", "max-height") if n in one.values and _is_length(one.values[n])), "")
    if overflow and height and not one.subjects() <= _PICTURES:
        yield rule("css.clipped").at(one.at(overflow), selector=one.shown())


def _is_length(declaration: Any) -> bool:
    return any(t.type == "dimension" and t.value for t in declaration.value)


def _flow(one: _Rule) -> Iterator[Finding]:
    position = one.said("position")
    if position in ("absolute", "sticky") and not _is_tucked_away(one):
        yield rule("css.out-of-flow").at(one.at("position"), value=position, selector=one.shown())
    for name in ("order", "flex-direction", "flex-flow", "grid-row", "grid-area"):
        value = one.said(name)
        if (name == "order" and value not in ("", "0")) or _REVERSED.search(value):
            yield rule("css.order").at(one.at(name), property=f"{name}: {value}", selector=one.shown())


def _is_tucked_away(one: _Rule) -> bool:
    """Whether a rule hides text from the eye and leaves it to voices, as is usual, or styles what is generated."""
    return bool({"clip", "clip-path"} & one.values.keys()) or "::" in one.selector or ":before" in one.selector


def _links(one: _Rule) -> Iterator[Finding]:
    parts = [part.strip() for part in one.selector.split(",")]
    plain_link = any(re.fullmatch(r"(?:\w+ )?a(?:\[href\])?(?::link|:visited)?", part) for part in parts)
    marked = any(n.startswith(("border", "font-weight", "background")) for n in one.values)
    for name in ("text-decoration", "text-decoration-line"):
        if plain_link and one.said(name) == "none" and not marked and not any(p.startswith("nav ") for p in parts):
            yield rule("css.link-unmarked").at(one.at(name), selector=one.shown())
    if ":focus" in one.selector:
        name = next((n for n in ("outline", "outline-style", "outline-width") if one.said(n) in ("none", "0")), "")
        if name and not any(n.startswith(("border", "box-shadow", "background")) for n in one.values):
            yield rule("css.focus-hidden").at(one.at(name), selector=one.shown())


def _motion(one: _Rule) -> Iterator[Finding]:
    for name in one.values:
        kind = name.removeprefix("-webkit-")
        if kind in MOVING and kind != "transition" and one.said(name).split(" ")[0] != "none":
            yield rule("css.moving").at(one.at(name), what=name, selector=one.shown())
        if kind == "text-decoration" and "blink" in one.said(name):
            yield rule("css.moving").at(one.at(name), what="blink", selector=one.shown())


def _added_words(one: _Rule) -> Iterator[Finding]:
    declaration = one.values.get("content")
    if declaration is None or not re.search(r":(?:before|after)", one.selector):
        return
    text = "".join(t.value for t in declaration.value if t.type == "string")
    if _WORDS.search(text):
        yield rule("css.text").at(one.at("content"), text=text.strip()[:40], selector=one.shown())


_JUDGES = (_sizes, _alignment, _clipped, _flow, _links, _motion, _added_words)


def _body_text(rules: Sequence[_Rule]) -> Iterator[Finding]:
    """What body text gets of its own, once for a sheet; a line height without a unit follows the reader's size."""
    found: dict[str, _Rule] = {}
    for one in rules:
        if one.subjects() & BODY_TEXT and not re.search(r"[.#\[]", one.selector):
            for name in one.values:
                if (
                    name in READERS_OWN
                    and name not in ("line-height", "text-align", "hyphens")
                    and _is_set(one.said(name))
                ):
                    found.setdefault(name, one)
    if found:
        name, first = next(iter(found.items()))
        yield rule("css.body-text").at(first.at(name), properties=", ".join(found))


def _is_set(value: str) -> bool:
    return value not in (*NO_COLOUR, "1em", "100%", "1rem", "medium", "normal", "auto")


def _ground(rules: Sequence[_Rule]) -> Any:
    """What the sheet sets as the ground of the page; nothing where it sets none."""
    for one in rules:
        if one.subjects() & {"body", "html"}:
            for name in ("background-color", "background"):
                if name in one.values and luminance(one.values[name].value) is not None:
                    return one.values[name]
    return None


def _contrast(one: _Rule, ground: Any) -> Iterator[Finding]:
    """Text against its own ground, else that of the page, else white (WCAG 1.4.3)."""
    front = one.values.get("color")
    if front is None or (a := luminance(front.value)) is None or plain(front) in NO_COLOUR:
        return
    own = one.values.get("background-color") or one.values.get("background")
    if own is not None and plain(own) not in NO_COLOUR and luminance(own.value) is None:
        return
    behind = own if own is not None and luminance(own.value) is not None else ground
    b = luminance(behind.value) if behind is not None else 1.0
    least = LARGE_CONTRAST if one.subjects() <= {"h1", "h2"} else LEAST_CONTRAST
    if b is not None and contrast(a, b) < least:
        yield rule("css.contrast").at(
            one.at("color"),
            ratio=f"{math.floor(contrast(a, b) * 100) / 100:.2f}",
            color=tinycss2.serialize(front.value).strip(),
            background=tinycss2.serialize(behind.value).strip() if behind is not None else "white",
        )


def _attributes(path: str, body: Element) -> Iterator[Finding]:
    """Styles on elements: what would be a fault in a sheet, and once a document that there are any."""
    styled: list[tuple[Element, str]] = []
    for element in body.iter("*"):
        text = element.get("style", "")
        if not text or inside(element, "svg", "math") or element.tag in ("svg", "math"):
            continue
        where = place_in(path, element)
        rules = [
            _Rule(file=path, selector=str(element.tag), values={d.lower_name: d for d in declarations})
            for _, declarations in rules_of(tinycss2.parse_stylesheet(f"x {{{text}}}"))
        ]
        for one in rules:
            found = [f for judge in (_sizes, _alignment, _clipped, _flow, _motion) for f in judge(one)]
            found += list(_contrast(one, None))
            found += [rule("css.important").at(where) for d in one.values.values() if d.important]
            yield from (replace(f, place=where) for f in found)
            if own := [n for n in one.values if n in READERS_OWN and _is_set(one.said(n))]:
                styled.append((element, own[0]))
    if styled:
        text = ", ".join(sorted({name for _, name in styled}))
        yield rule("css.inline").at(place_in(path, styled[0][0]), count=len(styled), text=text)
