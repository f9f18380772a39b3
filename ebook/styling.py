"""What a style sheet does to a reader's choices: sizes it fixes, colours it sets, motion, the way lines run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2 import color4 as colour4

FIXED_UNITS = frozenset("px pt pc cm mm in q".split())
TEXT_SIZES = frozenset("font font-size line-height letter-spacing word-spacing".split())
"""What readers set for themselves (WCAG 1.4.4, 1.4.12): in fixed units it does not follow them."""
READERS_OWN = TEXT_SIZES | frozenset("font-family color background background-color text-align hyphens".split())
WIDEST = 320.0
"""CSS pixels that a text must fit into without scrolling two ways (WCAG 1.4.10)."""
NO_COLOUR = frozenset("inherit transparent none currentcolor initial unset revert".split())
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "cm": 37.8, "mm": 3.78, "in": 96.0, "q": 0.945}
_SUSPECT = re.compile(r"!|\d(?:px|pt|pc|cm|mm|in|q)\b|fixed|hidden|clip", re.I)
"""What a `style` attribute must hold to limit anything: most hold nothing of it and need no parser."""
_WIDTHS = frozenset(("width", "min-width"))
_TRANSITIONS = ("transition", "transition-property", "-webkit-transition")
_GROUNDS = frozenset("background background-image border-image border-image-source list-style-image".split())
_PICTURE = re.compile(r"\b(?:url|image|image-set|cross-fade)\(|gradient\(|\burl\b")
NOTHING_SET = frozenset("none initial unset revert inherit".split())
_PICTURES = frozenset("img svg image video object".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Something in a style sheet that takes a choice from readers."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What one style sheet sets."""

    limits: tuple[Limit, ...] = ()
    """Why text cannot be shown as the reader wants it."""
    contrasts: tuple[float, ...] = ()
    """Ratio of every pair of text colour and ground that is set, the least first."""
    half_pairs: int = 0
    """Rules that set a text colour without a ground, or the other way round."""
    moving: tuple[Limit, ...] = ()
    """Animations."""
    changing: bool = False
    """Whether anything changes by and by (transitions)."""
    pictured: bool = False
    """Whether a picture or a gradient lies behind something."""
    vertical: bool = False


def style_of(text: str) -> Style:
    """What a style sheet sets; one that is nested too deep to be read counts as a limit."""
    try:
        return _style(text)
    except RecursionError:
        return Style(limits=(Limit(line=0, text="cannot be read: nested too deep"),))


def _style(text: str) -> Style:
    limits: list[Limit] = []
    moving: list[Limit] = []
    contrasts: list[float] = []
    halves = 0
    vertical = changing = pictured = False
    for selector, declarations in rules_of(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        values = {d.lower_name: d for d in declarations}
        limits.extend(_limits(selector, values))
        moving.extend(
            Limit(line=d.source_line, text=f"{selector} {{ {name} }}")
            for name, d in values.items()
            if name.removeprefix("-webkit-") in ("animation", "animation-name") and plain(d) != "none"
        )
        changing = changing or any(_is_set(values.get(name)) for name in _TRANSITIONS)
        pictured = pictured or any(_PICTURE.search(plain(d)) for name, d in values.items() if name in _GROUNDS)
        pair = _pair(values)
        contrasts.extend([pair] if pair else [])
        halves += pair == 0
        modes = [d for name, d in values.items() if name.endswith("writing-mode")]
        vertical = vertical or any(plain(d).startswith(("vertical", "tb")) for d in modes)
    return Style(
        limits=tuple(limits),
        contrasts=tuple(sorted(contrasts)),
        half_pairs=halves,
        moving=tuple(moving),
        changing=changing,
        pictured=pictured,
        vertical=vertical,
    )


def _is_set(declaration: Any) -> bool:
    return declaration is not None and plain(declaration) not in NOTHING_SET


def inline_limits(text: str) -> bool:
    """Whether a `style` attribute takes a choice from readers."""
    return bool(_SUSPECT.search(text)) and bool(style_of(f"* {{{text}}}").limits)


def rules_of(rules: Sequence[Any]) -> Iterator[tuple[str, list[Any]]]:
    """Selector and declarations of every rule; those inside conditions as well, but for print."""
    for item in rules:
        if item.type == "at-rule" and item.lower_at_keyword in ("media", "supports", "layer") and item.content:
            if "print" not in tinycss2.serialize(item.prelude):
                yield from rules_of(tinycss2.parse_rule_list(item.content, skip_comments=True, skip_whitespace=True))
        elif item.type == "qualified-rule":
            found = tinycss2.parse_blocks_contents(item.content, skip_comments=True, skip_whitespace=True)
            yield (
                tinycss2.serialize(item.prelude).strip(),
                [d for d in found if d.type == "declaration"],
            )


def _limits(selector: str, values: Mapping[str, Any]) -> Iterator[Limit]:
    pictures = all(subject(part) in _PICTURES for part in selector.split(","))
    for name, declaration in values.items():
        value = plain(declaration)
        shown = Limit(line=declaration.source_line, text=f"{selector[:60]} {{ {name}: {value} }}")
        if declaration.important and name in READERS_OWN:
            yield Limit(line=shown.line, text=f"{selector[:60]} {{ {name}: {value} !important }}")
        elif (
            (name in TEXT_SIZES and any(_is_fixed(t) for t in declaration.value))
            or (name == "position" and value == "fixed")
            or (name in _WIDTHS and not pictures and any(pixels(t) > WIDEST for t in declaration.value))
        ):
            yield shown
    height, overflow = values.get("height") or values.get("max-height"), values.get("overflow")
    clipped = height is not None and any(t.type == "dimension" and t.value for t in height.value)
    if clipped and overflow is not None and plain(overflow) in ("hidden", "clip") and not pictures:
        yield Limit(line=overflow.source_line, text=f"{selector[:60]} {{ overflow: {plain(overflow)} }}")


def subject(selector: str) -> str:
    """The element that a selector ends in."""
    last = selector.split()[-1] if selector.split() else ""
    return last.split(":")[0].split(".")[0].split("[")[0].lower()


def plain(declaration: Any) -> str:
    return str(tinycss2.serialize(declaration.value)).strip().lower()


def _is_fixed(token: Any) -> bool:
    return bool(token.type == "dimension" and token.lower_unit in FIXED_UNITS and token.value)


def pixels(token: Any) -> float:
    return float(token.value) * _PIXELS[token.lower_unit] if _is_fixed(token) else 0.0


def _pair(values: Mapping[str, Any]) -> float | None:
    """The contrast that a rule sets; 0 where it sets half a pair or colours that are not known; else nothing."""
    front, ground = values.get("color"), values.get("background-color") or values.get("background")
    stated = [d for d in (front, ground) if d is not None and plain(d) not in NO_COLOUR]
    if not stated or (front is None and ground is not None and luminance(ground.value) is None):
        return None
    if front is None or ground is None:
        return 0
    a, b = luminance(front.value), luminance(ground.value)
    return contrast(a, b) if a is not None and b is not None else 0


def contrast(a: float, b: float) -> float:
    """The contrast ratio of two relative luminances, 1 to 21 (WCAG 2.2, contrast ratio)."""
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def luminance(value: Sequence[Any]) -> float | None:
    """Relative luminance of a declared colour (WCAG 2.2), or nothing where it is no plain colour."""
    for token in value:
        parsed = colour4.parse_color(token)
        if parsed is None or parsed == "currentcolor":
            continue
        red, green, blue = (max(0.0, min(1.0, float(c or 0))) for c in parsed.to("srgb").coordinates[:3])
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return None
