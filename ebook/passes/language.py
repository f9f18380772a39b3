"""Say which language the article is in, and in which direction it runs.

    <body>   ->   <body lang="en" xml:lang="en">

A speech synthesiser that is told the wrong language cannot be understood (WCAG 3.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.languages import SCRIPT_LANGUAGES, direction_of, guess, script_of, standard_tag
from ebook.markup import Element, place, set_language, text_of
from ebook.model import Article
from ebook.rules import Finding, rule

FALLBACK = "en"
UNDETERMINED = frozenset({"und", "mul", "mis", "zxx"})
"""Tags that say that no language is stated (ISO 639-2)."""
_SEVERAL = {
    "ARABIC": {"ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ks"},
    "CYRILLIC": {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt"},
    "CJK": {"zh", "ja", "ko", "yue"},
    "HIRAGANA": {"ja"},
    "HEBREW": {"he", "yi"},
    "DEVANAGARI": {"hi", "mr", "ne", "sa"},
}
"""Languages that share a script."""


def language(tree: Element, article: Article) -> Iterator[Finding]:
    text = text_of(tree)
    stated = standard_tag(article.metadata.language) or standard_tag(tree.get("lang", ""))
    if stated.split("-")[0] in UNDETERMINED:
        stated = ""
    where = place(article.source, next(tree.iter("p", "h1", "h2", "li"), tree))
    script = script_of(text)
    primary = stated.split("-")[0]
    contradicted = (
        bool(stated)
        and len(text) > 200
        and script in SCRIPT_LANGUAGES
        and (primary in ("en", "fr", "de", "es", "it", "pt", "nl", "da") and primary not in _SEVERAL.get(script, set()))
    )
    chosen = "" if contradicted else stated
    if not chosen:
        chosen = guess(text)
        if chosen:
            yield rule("language.guessed").at(where, language=chosen)
    if not chosen:
        chosen = FALLBACK
        yield rule("language.unknown").at(where, language=chosen)
    set_language(tree, chosen)
    if direction_of(chosen) == "rtl":
        tree.set("dir", "rtl")
    else:
        tree.attrib.pop("dir", None)
