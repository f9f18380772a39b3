"""Judges a style sheet: what books must not have, what takes choices from readers, contrast.

A user's style sheet is judged before the book is built and brings no files along; one of a finished book may use the
files of the book, and what moves or floats in it is a matter of `style_sheets`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import tinycss2
from tinycss2.ast import Declaration

from ebook.rules import Finding, Place, rule
from ebook.styling import contrast, luminance

FORBIDDEN = frozenset("direction unicode-bidi behavior -moz-binding".split())
"""EPUB 3.3 §6.3.1.1, and properties that run code."""
MOVING = frozenset("animation animation-name transition".split())
"""Our books state that they hold no hazard."""
READERS_OWN = frozenset(
    "font font-family font-size line-height letter-spacing word-spacing text-align color background "
    "background-color hyphens".split()
)
"""What readers set for themselves; on body text it must be left to them (WCAG 1.4.12)."""
BODY_TEXT = frozenset("html body p li dd div section main *".split())
FIXED_UNITS = frozenset("px pt pc cm mm in q".split())
SIZES = frozenset(
    "font font-size line-height width height max-width min-width max-height min-height letter-spacing "
    "word-spacing text-indent".split()
)
LEAST_CONTRAST = 4.5
_REMOTE = re.compile(r"\s*(?:https?:|//|javascript:)", re.I)


def check_css(text: str, name: str, *, finished: bool = False) -> list[Finding]:
    """What is wrong with a style sheet; findings of severity error for what a book must not hold.

    `finished`: it is part of a book, so it may use files, and move what it likes.
    """
    plain = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", "", text, flags=re.S)
    if plain.count("{") != plain.count("}"):
        return [rule("css.syntax").at(Place(file=name), reason="a brace { or } is missing")]
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return list(_rules(rules, name, finished))


def _rules(rules: list[Any], name: str, finished: bool) -> Iterator[Finding]:
    for item in rules:
        place = Place(file=name, line=getattr(item, "source_line", 0))
        if item.type == "error":
            yield rule("css.syntax").at(place, reason=item.message)
        elif item.type == "at-rule":
            yield from _at_rule(item, name, place, finished)
        elif item.type == "qualified-rule":
            selector = tinycss2.serialize(item.prelude).strip()
            if any(t.type == "error" for t in item.prelude):
                yield rule("css.syntax").at(place, reason=f"“{selector[:40]}” is no selector")
            declarations = tinycss2.parse_blocks_contents(item.content, skip_comments=True, skip_whitespace=True)
            yield from _declarations(declarations, selector, name, finished)


def _at_rule(item: Any, name: str, place: Place, finished: bool) -> Iterator[Finding]:
    keyword = item.lower_at_keyword
    if keyword == "import" and finished:
        if any(_is_remote(t) for t in item.prelude):
            yield rule("css.forbidden").at(place, what="an address outside of the book")
    elif keyword in ("import", "keyframes", "-webkit-keyframes"):
        if not finished:
            yield rule("css.forbidden").at(place, what=f"@{keyword}")
    elif keyword in ("media", "supports", "layer") and item.content is not None:
        inner = tinycss2.parse_rule_list(item.content, skip_comments=True, skip_whitespace=True)
        yield from _rules(inner, name, finished)
    elif item.content is not None and any(_is_foreign(t, finished) for t in item.content):
        yield rule("css.forbidden").at(place, what="an address outside of the book")


def _declarations(declarations: list[Any], selector: str, name: str, finished: bool) -> Iterator[Finding]:
    body = any(_subject(part) in BODY_TEXT for part in selector.split(","))
    values: dict[str, Declaration] = {}
    for item in declarations:
        place = Place(file=name, line=item.source_line, snippet=selector[:80])
        if item.type == "error":
            yield rule("css.syntax").at(place, reason=item.message)
        if item.type != "declaration":
            continue
        value = tinycss2.serialize(item.value).strip().lower()
        values[item.lower_name] = item
        if not value:
            yield rule("css.syntax").at(place, reason=f"{item.lower_name} has no value")
        if item.lower_name in FORBIDDEN or (item.lower_name in MOVING and not finished):
            yield rule("css.forbidden").at(place, what=item.lower_name)
        if any(_is_foreign(t, finished) for t in item.value):
            yield rule("css.forbidden").at(place, what="an address outside of the book")
        if item.lower_name == "position" and value in (("fixed",) if finished else ("fixed", "absolute", "sticky")):
            yield rule("css.forbidden").at(place, what=f"position: {value}")
        if item.important:
            yield rule("css.important").at(place)
        if item.lower_name in SIZES and any(
            t.type == "dimension" and t.lower_unit in FIXED_UNITS and t.value for t in item.value
        ):
            yield rule("css.fixed-size").at(place, property=item.lower_name, value=value)
        if (
            body
            and item.lower_name in READERS_OWN
            and not (item.lower_name == "text-align" and value in ("start", "left"))
        ):
            yield rule("css.reader-choice").at(place, property=item.lower_name)
    yield from _colours(values, selector, name)


def _subject(selector: str) -> str:
    """The element name that a selector ends in: what it styles."""
    return re.split(r"[\s>+~]+", selector.strip())[-1].split(":")[0].split(".")[0].lower()


def _is_foreign(token: Any, finished: bool) -> bool:
    """Whether a token of a value names what the book must not use: the web, or any file where no files are."""
    if token.type not in ("url", "function"):
        return False
    return _is_remote(token) if finished else _is_outside(token)


def _is_remote(token: Any) -> bool:
    if token.type == "function":
        named = any(t.type in ("string", "url") and _REMOTE.match(t.value) for t in token.arguments)
        return bool(token.lower_name == "expression" or named)
    return bool(token.type in ("url", "string") and _REMOTE.match(token.value))


def _is_outside(token: Any) -> bool:
    if token.type == "function" and token.lower_name == "url":
        return any(t.type == "string" and t.value for t in token.arguments)
    if token.type == "function":
        return token.lower_name in ("image", "image-set", "expression", "src")
    return bool(token.value)


def _colours(values: dict[str, Declaration], selector: str, name: str) -> Iterator[Finding]:
    front, ground = values.get("color"), values.get("background-color") or values.get("background")
    if front is None and ground is None:
        return
    known = front or ground
    place = Place(file=name, line=known.source_line if known else 0, snippet=selector[:80])
    if front is None or ground is None:
        shown = front or ground
        if shown is not None and tinycss2.serialize(shown.value).strip().lower() not in (
            "inherit",
            "transparent",
            "none",
            "currentcolor",
            "initial",
            "unset",
        ):
            yield rule("css.colour-alone").at(place)
        return
    a, b = luminance(front.value), luminance(ground.value)
    if a is not None and b is not None and contrast(a, b) < LEAST_CONTRAST:
        yield rule("css.contrast").at(
            place,
            ratio=f"{math.floor(contrast(a, b) * 100) / 100:.2f}",
            color=tinycss2.serialize(front.value).strip(),
            background=tinycss2.serialize(ground.value).strip(),
        )
