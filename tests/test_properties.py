"""What holds for every chapter, however broken the page it was made from."""

from __future__ import annotations

import re
from copy import deepcopy
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
from tests.tools import chapter_of

quick = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)

PROSE = "The gauge at the bridge has been read by hand every morning since the great flood, and the books are kept in the mill."
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

NAMES = ["a", "b", "1a", "x y", "fn1", "café", "section-1", "title", "note-1", ""]
ATTRIBUTES = [
    "",
    "",
    "",
    *(f'id="{n}"' for n in NAMES),
    'lang="fr_FR"',
    'lang="!"',
    'xml:lang="ar"',
    'dir="RTL"',
    'style="x:y"',
    'onclick="x()"',
    '@click="x"',
    "hidden",
    'class="hero"',
    'role="button"',
    "align=left",
    'colspan="0"',
    'rowspan="9999"',
    'start="x"',
    'a"b',
    "x='y",
]
INLINE = "b i em strong span a code sup sub q font u abbr dfn time small label o:p".split()
BLOCK = "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th caption blockquote figure figcaption aside section header center address".split()
VOID = [
    "<br>",
    "<br/><br/>",
    "<hr>",
    '<img src="a.png" alt="A map of it">',
    '<img src="b.png">',
    '<img src="c.png" alt="">',
]
NOTES = [
    '<sup><a href="#fn1">1</a></sup>',
    '<a href="#a">[2]</a>',
    "<sup>3</sup>",
    '<ol><li id="fn1">Xo.</li></ol>',
    '<p id="a">[2] Xo</p>',
    '<p><a name="b"></a>3. Xo</p>',
    '<a class="footnote-ref" href="#1a"><sup>4</sup></a>',
    '<a href="#gone">Xo</a>',
    '<a href="#café">Xo</a>',
]
ODD = [
    "\x0b",
    "\x1b",
    "\ufffe",
    "\u200b",
    "&#0;",
    "&#x1F;",
    "&nbsp;",
    "&bogus;",
    "<!-- x -- y -->",
    "<![CDATA[x]]>",
    "<?x y?>",
    "<",
    "&",
    "]]>",
]


@st.composite
def words(draw: st.DrawFn, least: int = 1, most: int = 6) -> str:
    """Words no site and no convention knows."""
    return " ".join(
        draw(
            st.lists(
                st.sampled_from(SYLLABLES).flatmap(lambda s: st.sampled_from(SYLLABLES).map(s.__add__)),
                min_size=least,
                max_size=most,
            )
        )
    )


def tags(names: list[str]) -> st.SearchStrategy[str]:
    """A start or an end tag, not always of the same element."""
    opened = st.tuples(st.sampled_from(names), st.sampled_from(ATTRIBUTES)).map(lambda t: f"<{t[0]} {t[1]}>")
    linked = st.sampled_from(NAMES).map(lambda n: f'<a href="#{n}">')
    return st.one_of(opened, st.sampled_from(names).map("</{}>".format), linked)


soup = st.lists(
    st.one_of(words(), tags(INLINE), tags(BLOCK), st.sampled_from(VOID), st.sampled_from(NOTES), st.sampled_from(ODD)),
    max_size=40,
).map(" ".join)
"""Tags and text in no order at all."""


def nested(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements closed where they should be, but placed where they should not."""
    holder = st.sampled_from([*INLINE, *BLOCK])
    return st.tuples(holder, st.lists(content, max_size=4)).map(lambda t: f"<{t[0]}>{' '.join(t[1])}</{t[0]}>")


fragments = st.lists(st.recursive(st.one_of(words(), st.sampled_from(VOID)), nested, max_leaves=14), max_size=6).map(
    " ".join
)
"""Well-nested HTML that ignores every content model: blocks in spans, rows without tables, lists in paragraphs."""
messy = st.one_of(soup, fragments)


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
def test_every_chapter_is_sound(fragment: str) -> None:
    xhtml = chapter_of(page(fragment)).xhtml
    etree.fromstring(xhtml.encode())
    body = body_of(xhtml)
    assert len(elements(body, "h1")) == 1
    ids = [e.get("id") for e in body.iter() if e.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", i, re.A) for i in ids)
    targets = [a.get("href", "")[1:] for a in body.iter("a") if a.get("href", "").startswith("#")]
    assert set(targets) <= set(ids)
    named = [i for e in body.iter() for i in e.get("aria-labelledby", "").split()]
    assert set(named) <= set(ids)


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
    article = read(fragment, kind)
    tree = repaired(article)
    once = canonical(tree)
    for repair in PASSES:
        if repair is not main_content:
            list(repair(tree, article))
            assert canonical(tree) == once, repair.__name__


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


def canonical(tree: Element) -> bytes:
    """A tree as bytes; the order of attributes and white space at the edges of blocks, which nobody sees, do not count."""
    copy = deepcopy(tree)
    for block in elements(copy, *BLOCKS - {"pre"}):
        if len(block) and block[-1].tail:
            block[-1].tail = block[-1].tail.rstrip()
        elif not len(block) and block.text:
            block.text = block.text.rstrip()
        block.text = (block.text or "").lstrip()
    return etree.tostring(copy, method="c14n")
