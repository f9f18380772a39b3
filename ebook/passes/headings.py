"""Close gaps in the heading outline, with one main heading.

    <h1>A</h1><h3>B</h3><h3>C</h3><h1>D</h1>   ->   <h1>A</h1><h2>B</h2><h2>C</h2><h2>D</h2>

EPUB Accessibility 1.1 follows WCAG 1.3.1: the outline is how many readers move about. Siblings stay siblings.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import HEADINGS, Element, closest, drop, elements, inside, is_blank, level_of, place, text_of, unwrap
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

BELOW_ALL = 7
"""Level of lines that only look like headings: under every real one, beside each other."""
LONGEST = 100
"""Characters of a bold or bare line that may be a heading."""
QUESTIONS = 2
"""Bold questions that make an interview; its other bold lines are then the interviewer's too."""
LONGEST_QUESTION = 200
SIGNALS = frozenset(
    "note notes nb n.b. tip tips hint warning caution attention danger important info hinweis tipp achtung "
    "warnung wichtig remarque astuce avertissement nota consejo advertencia atención avviso attenzione "
    "suggerimento dica aviso".split()
)
"""Words that tell what kind of remark follows: they call its first words, and head nothing."""


def headings(tree: Element, article: Article) -> Iterator[Finding]:
    made = set()
    for element in _bold_lines(tree) if article.kind is not Kind.TEXT else _bare_lines(tree):
        yield rule("heading.from-bold").at(place(article.source, element))
        element.tag = "h6"
        for line in elements(element, "br"):
            line.tail = " " + (line.tail or "")
            drop(line)
        made.add(element)
    stack: list[tuple[int, int]] = []
    for heading in elements(tree, *HEADINGS):
        if _is_quoted_whole(heading):
            heading.tag = "p"
            continue
        if _is_ornament(heading):
            heading.tag = "p"
            continue
        if is_blank(heading):
            yield rule("heading.empty").at(place(article.source, heading))
            unwrap(heading) if heading.get("id") and len(heading) else drop(heading)
            continue
        found = BELOW_ALL if heading in made else level_of(heading)
        in_header = inside(heading, "header")
        if in_header and heading.tag == "h1" and not stack:
            stack = [(0, 1)]
            continue
        if inside(heading, "section") and heading.get("id") == "notes-title":
            heading.tag = "h2"
            continue
        current = stack[-1][1] if stack else 1
        if inside(heading, "aside", "blockquote", "figure", "td", "th", "li", "dd"):
            heading.tag = f"h{min(current + 1, 6)}"
            continue
        while len(stack) > 1 and stack[-1][0] >= found:
            stack.pop()
        level = min((stack[-1][1] if stack else 1) + 1, 6)
        stack.append((found, level))
        if heading not in made and found != level:
            where = place(article.source, heading)
            if found == 1:
                yield rule("heading.second-h1").at(where)
            elif found > level:
                yield rule("heading.skipped").at(where, found=found, after=level - 1, level=level)
        heading.tag = f"h{level}"


def _is_ornament(heading: Element) -> bool:
    """Whether a heading is a row of signs: it parts what stands around it and heads nothing."""
    text = text_of(heading)
    return bool(text) and heading.tag != "h1" and not any(map(str.isalnum, text)) and not len(heading)


def _is_quoted_whole(heading: Element) -> bool:
    """Whether a heading is all that a quotation says: then its rank was only for the size of the letters."""
    quote = closest(heading, "blockquote")
    return quote is not None and bool(text_of(heading)) and text_of(quote) == text_of(heading)


def _bold_lines(tree: Element) -> list[Element]:
    """Paragraphs that are bold as a whole, short, no sentence, and have text after them."""
    found = []
    interview = sum(_is_bold(p) and text_of(p).endswith("?") for p in tree.iter("p")) >= QUESTIONS
    for paragraph in elements(tree, "p"):
        text = text_of(paragraph)
        limit = LONGEST_QUESTION if interview else LONGEST
        if (
            not 2 <= len(text) <= limit
            or text[-1] in (",;:" if interview else ".,;:…")
            or not any(map(str.isalnum, text))
            or text.casefold() in SIGNALS
            or paragraph.get("class")
            or closest(paragraph, "li", "td", "th", "aside", "figure", "blockquote", "header", "dd") is not None
        ):
            continue
        bold = [b for b in paragraph if b.tag in ("strong", "b")]
        if len(bold) != 1 or text_of(bold[0]) != text:
            continue
        after = paragraph.getnext()
        if (
            after is None
            or after.tag not in ("p", "ul", "ol", "figure", "blockquote", "table", "pre", "dl")
            or _is_bold(after)
        ):
            continue
        unwrap(bold[0])
        found.append(paragraph)
    return found


def _is_bold(paragraph: Element) -> bool:
    bold = [b for b in paragraph if b.tag in ("strong", "b")]
    return len(bold) == 1 and text_of(bold[0]) == text_of(paragraph)


def _bare_lines(tree: Element) -> list[Element]:
    """Short lines between the paragraphs of a plain text that are no sentences."""
    found = []
    for paragraph in elements(tree, "p"):
        text = text_of(paragraph)
        before, after = paragraph.getprevious(), paragraph.getnext()
        if (
            inside(paragraph, "header", "aside", "li", "section")
            or before is None
            or after is None
            or before.tag not in ("p", "aside")
            or after.tag != "p"
        ):
            continue
        if not (
            2 <= len(text) <= 60
            and len(text.split()) <= 9
            and text[:1].isupper()
            and text[-1] not in ".,;:!…”\"'’)"
            and ":" not in text
            and "/" not in text
        ):
            continue
        if len(text_of(after)) >= 100 and len(text_of(before)) >= 80:
            found.append(paragraph)
    return found
