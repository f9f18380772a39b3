"""Formulas in words: an inventory for whoever reviews the book, and, where asked for, a line below each formula.

A reading system that knows MathML speaks the formula itself, in the reader's way; words in `alttext` it would read as
well (DAISY knowledge base, MathML). So words stand in the text only where the editor asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import Element, closest, elements, language_of, new, set_language, text_of
from ebook.model import Chapter, Formula
from ebook.spoken import speak, voice
from ebook.words import say

KIND = "spoken-formula"
"""Class of the paragraph that says the formula before it: what `describedMath` is claimed by."""


def say_formulas(tree: Element, chapter: Chapter, *, shown: bool) -> Iterator[Formula]:
    """Every formula in words; with `shown`, those on lines of their own are said in the text too."""
    for formula in elements(tree, "math"):
        language = voice(language_of(formula))
        words = speak(formula, language)
        display = formula.get("display") == "block"
        if shown and display and words and closest(formula, "aside", "figcaption", "caption", "a") is None:
            _set(formula, words, language)
        yield Formula(
            source=chapter.source,
            words=words,
            language=language,
            tex=next((text_of(a) for a in formula.iter("annotation")), ""),
            display=display,
        )


def _set(formula: Element, words: str, language: str) -> None:
    """A paragraph behind the one that holds the formula; behind the formula itself where text goes on after it."""
    line = new("p", say("description-formula", language, words=words), class_=KIND)
    if language_of(formula).split("-")[0].lower() != language:
        set_language(line, language)
    block = formula
    for node in formula.iterancestors():
        if node.tag not in ("p", "span", "em", "strong"):
            break
        block = node
    following = block.getnext()
    while following is not None and following.get("class") == KIND:  # several formulas in one paragraph
        block, following = following, following.getnext()
    line.tail, block.tail = block.tail, None
    block.addnext(line)
