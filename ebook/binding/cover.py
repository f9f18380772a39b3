"""Draws the cover: the title as large, dark text on a light ground, in a font made to be read."""

from __future__ import annotations

import io
from functools import lru_cache
from html import escape

from PIL import Image, ImageColor, ImageDraw, ImageFont

from ebook.languages import direction_of
from ebook.model import Resource

WIDTH, HEIGHT = 1600, 2400
"""Pixels; shops ask for two to three, and at least 1,400 wide."""
MARGIN = 150
PAPER, INK, BAND = "#f6f1e3", "#1c2733", "#1f4e5f"
"""Ink on paper 13.6:1, paper on band 7.9:1 (WCAG 1.4.6 asks for 7:1)."""
LONGEST = 300
"""Characters of a title that a cover shows."""
LARGEST, SMALLEST = 190, 64
STEPS = 16
"""Shades from paper to ink, and from paper to band: edges of letters are smooth."""
_NAME = "cover"


@lru_cache(maxsize=2)  # a book that is certified is bound twice, and drawing takes most of that time
def draw_cover(title: str, subtitle: str, names: str, language: str, font: bytes) -> Resource:
    """The cover as a picture; where the font lacks a letter of the title, a drawing that the reader's fonts fill.

    `font` is the data of a TrueType font.
    """
    title, subtitle, names = (_clipped(part) for part in (title, subtitle, names))
    text = " ".join((title, subtitle, names))
    if direction_of(language) == "rtl" or not _covers(font, text):
        return Resource(
            name=f"{_NAME}.svg",
            media_type="image/svg+xml",
            properties=("cover-image",),
            data=_as_drawing(title, subtitle, names, language).encode(),
        )
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 60), fill=BAND)
    pen.rectangle((0, HEIGHT - 420, WIDTH, HEIGHT), fill=BAND)
    size, lines = _fitted(title, font)
    top = 260
    top = _write(pen, lines, top, size, font, INK)
    if subtitle:
        small = max(SMALLEST, size // 2)
        _write(pen, _wrapped(subtitle, ImageFont.truetype(io.BytesIO(font), small)), top + 60, small, font, INK)
    if names:
        face = ImageFont.truetype(io.BytesIO(font), SMALLEST)
        _write(pen, _wrapped(names, face)[:3], HEIGHT - 330, SMALLEST, font, PAPER)
    target = io.BytesIO()
    picture.quantize(palette=_palette(), dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return Resource(name=f"{_NAME}.png", media_type="image/png", data=target.getvalue(), properties=("cover-image",))


def _palette() -> Image.Image:
    """The colours of a cover: nothing else is drawn. To have them found would take most of the time of a cover."""
    paper, *others = map(ImageColor.getrgb, (PAPER, INK, BAND))
    shades = (
        round(start + (end - start) * step / (STEPS - 1))
        for other in others
        for step in range(STEPS)
        for start, end in zip(paper, other, strict=True)
    )
    palette = Image.new("P", (1, 1))
    palette.putpalette(list(shades))
    return palette


def _clipped(text: str) -> str:
    """As much of a text as a cover can show."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _covers(font: bytes, text: str) -> bool:
    """Whether the font has every letter: a missing one is drawn as the font's empty box."""
    face = ImageFont.truetype(io.BytesIO(font), 20)
    missing = bytes(face.getmask("\uffff"))
    return all(c.isspace() or bytes(face.getmask(c)) != missing for c in set(text))


def _fitted(title: str, font: bytes) -> tuple[int, list[str]]:
    """The largest size at which the title fits into the upper two thirds."""
    for size in range(LARGEST, SMALLEST, -6):
        face = ImageFont.truetype(io.BytesIO(font), size)
        lines = _wrapped(title, face)
        whole = all(face.getlength(word) <= WIDTH - 2 * MARGIN for word in title.split())
        if whole and len(lines) * size * 1.25 <= HEIGHT * 0.52:
            return size, lines
    return SMALLEST, _wrapped(title, ImageFont.truetype(io.BytesIO(font), SMALLEST))[:20]


def _wrapped(text: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in _short_words(text, face):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _short_words(text: str, face: ImageFont.FreeTypeFont) -> list[str]:
    """The words of a text, those wider than the cover cut."""
    words: list[str] = []
    for word in text.split():
        rest = word
        while face.getlength(rest) > WIDTH - 2 * MARGIN and len(rest) > 1:
            end = next(
                n for n in range(len(rest) - 1, 0, -1) if n == 1 or face.getlength(rest[:n]) <= WIDTH - 2 * MARGIN
            )
            words.append(rest[:end])
            rest = rest[end:]
        words.append(rest)
    return words


def _write(pen: ImageDraw.ImageDraw, lines: list[str], top: int, size: int, font: bytes, colour: str) -> int:
    face = ImageFont.truetype(io.BytesIO(font), size)
    for line in lines:
        pen.text((MARGIN, top), line, font=face, fill=colour)
        top += round(size * 1.25)
    return top


def _as_drawing(title: str, subtitle: str, names: str, language: str) -> str:
    """An SVG cover; its lines are cut by width of letters, since no font is at hand to measure them."""
    right = direction_of(language) == "rtl"
    x, anchor = (WIDTH - MARGIN, "start") if right else (MARGIN, "start")
    sizes = range(LARGEST, 40, -10)
    size = next((s for s in sizes if len(_cut(title, (WIDTH - 2 * MARGIN) / s)) * s * 1.4 <= HEIGHT * 0.42), 40)
    rows: list[tuple[str, int, int, str]] = []
    top = 400
    for text, height, colour in ((title, size, INK), (subtitle, size // 2, INK)):
        for line in _cut(text, (WIDTH - 2 * MARGIN) / height):
            if top > HEIGHT - 460:
                break
            rows.append((line, top, height, colour))
            top += round(height * 1.4)
        top += 40
    rows.extend(
        (line, HEIGHT - 260 + n * 90, SMALLEST, PAPER)
        for n, line in enumerate(_cut(names, (WIDTH - 2 * MARGIN) / SMALLEST)[:3])
    )
    lines = "".join(
        f'<text x="{x}" y="{y}" font-size="{height}" fill="{colour}" text-anchor="{anchor}">{escape(line)}</text>'
        for line, y, height, colour in rows
    )
    direction = ' direction="rtl"' if right else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 '
        f'{WIDTH} {HEIGHT}" '
        f'xml:lang="{escape(language)}" role="img" aria-labelledby="t"><title id="t">{escape(title)}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/><rect width="{WIDTH}" height="60" fill="{BAND}"/>'
        f'<rect y="{HEIGHT - 420}" width="{WIDTH}" height="420" fill="{BAND}"/>'
        f'<g font-family="sans-serif"{direction}>{lines}</g></svg>\n'
    )


def _width(text: str) -> float:
    """A rough width in ems: letters of East Asian scripts are an em wide, others about half of it."""
    return sum(1.0 if ord(c) > 0x2E7F else 0.55 for c in text)


def _cut(text: str, ems: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        while _width(word) > ems:
            keep = max(1, int(ems))
            lines.append(word[:keep])
            word = word[keep:]
        if lines and _width(f"{lines[-1]} {word}") <= ems:
            lines[-1] = f"{lines[-1]} {word}"
        elif word:
            lines.append(word)
    return lines
