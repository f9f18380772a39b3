"""What holds for every chapter, however broken the page it was made from."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ebook.markup import BLOCKS, HEADINGS, Element, elements, level_of, parse
from ebook.model import Article, Kind, Metadata
from ebook.normalise import normalise
from ebook.options import Options
from ebook.passes import PASSES
from ebook.passes.main_content import main_content
from ebook.sources.html import body_text, parse_page
from tests.messy import PROSE, fragments, messy, words
from tests.promises import broken, unstable_passes
from tests.tools import chapter_of

quick = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def page(fragment: str) -> str:
    """A page with a title, a paragraph and the fragment as its article."""
    return f"<html lang=en><body><article><h1>High water</h1><p>{PROSE}</p>{fragment}</article></body></html>"


def read(fragment: str, kind: Kind) -> Article:
    """The fragment as an article, whatever a judge of pages would say of it."""
    return Article(
        source="a.html", kind=kind, body=body_text(parse_page(page(fragment))), metadata=Metadata(language="en")
    )


def body_of(xhtml: str) -> Element:
    return next(parse(xhtml[xhtml.index("<html") :]).iter("body"))


@quick
@given(messy)
def test_every_promise_is_kept_for_a_messy_page(fragment: str) -> None:
    assert broken(page(fragment).encode()) == []


@quick
@given(messy)
def test_every_promise_is_kept_for_a_messy_fragment(fragment: str) -> None:
    assert broken(fragment.encode()) == []


@quick
@given(st.binary(max_size=300))
def test_every_promise_is_kept_for_any_bytes(data: bytes) -> None:
    assert broken(data) == []


@quick
@given(st.text(max_size=300))
def test_every_promise_is_kept_for_any_text(text: str) -> None:
    assert broken(text.encode("utf-8", "replace")) == []


@quick
@given(messy, st.sampled_from([Kind.PAGE, Kind.MARKDOWN]))
def test_heading_levels_never_skip(fragment: str, kind: Kind) -> None:
    tree = repaired(read(fragment, kind))
    levels = [level_of(h) for h in elements(tree, *HEADINGS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd"},
    "tr": {"td", "th"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "table": {"caption", "thead", "tbody", "tfoot"},
}
"""What may stand directly in an element that holds no text (HTML §4.4, §4.9)."""
PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "figcaption": {"figure"},
}


@quick
@given(messy, st.sampled_from([Kind.PAGE, Kind.MARKDOWN]))
def test_every_element_stands_where_html_allows_it(fragment: str, kind: Kind) -> None:
    tree = repaired(read(fragment, kind))
    for element in elements(tree):
        tag, parent = str(element.tag), element.getparent()
        if tag in CHILDREN:
            assert {str(c.tag) for c in element} <= CHILDREN[tag], etree.tostring(element)
            assert not "".join([element.text or "", *(c.tail or "" for c in element)]).strip(), etree.tostring(element)
            assert len(element), etree.tostring(element)
        if tag in PARENTS:
            assert parent is not None and parent.tag in PARENTS[tag], tag
        if tag in ("p", "dt", *HEADINGS) or tag not in BLOCKS:
            assert not any(c is not element and c.tag in BLOCKS for c in element.iter()), etree.tostring(element)
        if tag in ("a", "dfn", "abbr", "time"):
            assert next(element.iterancestors(tag), None) is None, tag
        if tag == "img":
            assert element.get("alt") is not None and element.get("src")


@quick
@given(messy, st.sampled_from([Kind.PAGE, Kind.MARKDOWN]))
def test_second_run_of_every_pass_changes_nothing(fragment: str, kind: Kind) -> None:
    assert list(unstable_passes(read(fragment, kind))) == []


@quick
@given(fragments)
def test_no_word_of_a_broken_fragment_is_lost(fragment: str) -> None:
    article = read(fragment, Kind.MARKDOWN)
    assert words_in(parse(article.body)) - words_in(body_of(normalise(article, Options()).xhtml)) == set()


@quick
@given(st.lists(words(least=12, most=60), min_size=2, max_size=6))
def test_no_word_of_a_plain_text_is_lost(paragraphs: list[str]) -> None:
    kept = words_in(body_of(chapter_of("\n\n".join(["Of high water", *paragraphs])).xhtml))
    assert set(" ".join(paragraphs).split()) - kept == set()


marked = st.tuples(
    words(least=4, most=12),
    st.sampled_from(["*{}*", "**{}**", "[{}](https://example.org/x)", "`{}`", "{}\\\n", "~~{}~~", "<b>{}</b>"]),
    words(least=4, most=12),
)
lines = marked.map(lambda t: f"{t[0]} {t[1].format('xoxo ' + t[0])} {t[2]}")
blocks = st.one_of(
    lines,
    lines.map("> {}".format),
    st.lists(lines, min_size=2, max_size=4).map(lambda x: "\n".join(f"- {i}" for i in x)),
    words(least=2).map("## {}".format),
    words().map("```python\n{} = 1\n```".format),
    words(least=2).map("| {0} | B |\n|---|---|\n| 1 | {0} |".format),
)


@quick
@given(st.lists(blocks, min_size=1, max_size=8))
def test_no_word_of_a_markdown_text_is_lost(parts: list[str]) -> None:
    text = "# High water\n\n" + "\n\n".join(parts)
    written = set(re.findall(r"\b(?:[bdfgklmnprstvz][aeiou]){2}\b", " ".join(parts))) | {"high", "water"}
    assert written - words_in(body_of(chapter_of(text).xhtml)) == set()


@quick
@given(st.lists(words(least=25, most=70), min_size=3, max_size=6))
def test_no_word_of_an_article_in_a_page_is_lost(paragraphs: list[str]) -> None:
    xhtml = chapter_of(page("".join(f"<p>{p.capitalize()}.</p>" for p in paragraphs))).xhtml
    assert set(" ".join(paragraphs).split()) - words_in(body_of(xhtml)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01 a b c",
        "a\x0bb c d",
        "<p>a&#1;b c</p>",
        "# a\x1b b",
        "<p>\ufffe a</p>",
        "<p>a\x00b</p>",
        "<p>a <!-- x --> \x0b b</p>",
        "<p>a <!-- x --> \f b</p>",
    ],
)
def test_control_characters_never_reach_the_book(text: str) -> None:
    xhtml = chapter_of(text).xhtml
    etree.fromstring(xhtml.encode())
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", xhtml)


def repaired(article: Article) -> Element:
    """The tree of an article after every pass but the one that judges what is article."""
    tree = parse(article.body)
    for repair in PASSES:
        if repair is not main_content:
            list(repair(tree, article))
    return tree


def words_in(tree: Element) -> set[str]:
    """The words of a tree; an element parts words."""
    return set(re.findall(r"\w+", " ".join(map(str, tree.itertext())).lower()))
