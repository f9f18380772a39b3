"""Say which language the article is in, and in which direction it runs.

    <body>   ->   <body lang="en" xml:lang="en">

A speech synthesiser that is told the wrong language cannot be understood (WCAG 3.1.1). What the page declares is
believed unless the whole text is plainly in another language: many templates declare English over everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.languages import direction_of, standard_tag
from ebook.markup import Element, place, set_language, text_of
from ebook.model import Article
from ebook.recognition import contradicts, guess
from ebook.rules import Finding, rule

FALLBACK = "en"
UNDETERMINED = frozenset({"und", "mul", "mis", "zxx"})
"""Tags that say that no language is stated (ISO 639-2)."""


def language(tree: Element, article: Article) -> Iterator[Finding]:
    text = text_of(tree)
    stated = standard_tag(article.metadata.language) or standard_tag(tree.get("lang", ""))
    if stated.split("-")[0] in UNDETERMINED:
        stated = ""
    where = place(article.source, next(tree.iter("p", "h1", "h2", "li"), tree))
    chosen = stated
    read = contradicts(text, stated) if stated else guess(text)
    if read:
        chosen = read
        yield rule("language.contradicted" if stated else "language.guessed").at(where, language=read, stated=stated)
    if not chosen:
        chosen = FALLBACK
        yield rule("language.unknown").at(where, language=chosen)
    set_language(tree, chosen)
    if direction_of(chosen) == "rtl":
        tree.set("dir", "rtl")
    else:
        tree.attrib.pop("dir", None)
