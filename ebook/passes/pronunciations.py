"""Say of phonetic writing that it is that, so that a synthesiser can be told how a word sounds.

    <dfn>Loire</dfn> <span class="IPA">/lwaʁ/</span>   ->   <dfn>Loire</dfn> <span lang="fr-fonipa">/lwaʁ/</span>

`fonipa` is BCP 47's own word for the International Phonetic Alphabet. The glossary takes its terms' sounds from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import (
    Element,
    elements,
    inside,
    language_of,
    new,
    raw_text,
    replace_text,
    set_language,
    text_nodes,
    text_of,
    tokens,
)
from ebook.model import Article
from ebook.rules import Finding

VARIANT = "fonipa"
_CLASSES = frozenset("ipa ipa1 ipa-text pronunciation-ipa".split())
_LETTERS = "ˈˌːˑəɪʊɛɜɐɔæɑɒʌɨʉɯɤøœɶŋɲɳɴθðʃʒɕʑʂʐɡɣɢʁʀɹɾɻɫɬɮʎʔʕħβɸçʝχʋɥɰʰʲʷ̃͡"
_WRITTEN = re.compile(
    rf"/(?=[^/]{{0,60}}[{_LETTERS}])[^\s/\d][^/\n<>{{}}=]{{0,60}}/|\[(?=[^\]]{{0,60}}[ˈˌː])[^\[\]\d\n]{{2,60}}\]"
)
"""Phonetic writing between its marks: a letter that only it has, and nothing that no word has."""
_SKIPPED = ("code", "pre", "math", "kbd", "samp", "a", "script")


def pronunciations(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree, "span", "i", "a", "small"):
        if tokens(element, "class") & _CLASSES and text_of(element) and element.tag != "a":
            _mark(element)
    words = raw_text(tree)
    if not any(letter in words for letter in _LETTERS):
        return
    for node, is_tail, text in text_nodes(tree, skip=_SKIPPED):
        holder = node.getparent() if is_tail else node
        if holder is None or inside(holder, *_SKIPPED) or language_of(holder).endswith(VARIANT):
            continue
        parts: list[str | Element] = []
        end = 0
        for match in _WRITTEN.finditer(text):
            span = new("span", match[0])
            set_language(span, phonetic(language_of(holder) or article.metadata.language))
            parts += [text[end : match.start()], span]
            end = match.end()
        if parts:
            replace_text(node, is_tail, [*parts, text[end:]])
    yield from ()


def phonetic(language: str) -> str:
    """The tag of the phonetic writing of a language."""
    plain = language.replace("_", "-").removesuffix(f"-{VARIANT}").partition("-x-")[0]
    return f"{plain or 'und'}-{VARIANT}"


def _mark(element: Element) -> None:
    language = language_of(element)
    if not language.endswith(VARIANT):
        set_language(element, phonetic(language))
