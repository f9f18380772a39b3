"""Markdown to an article."""

from __future__ import annotations

import pytest

from ebook.errors import UnreadableInput
from ebook.markup import elements, parse, text_of
from ebook.model import Metadata
from ebook.sources.markdown import read_markdown
from tests.tools import chapter_of, chapter_tree, words_of

HTML = "{http://www.w3.org/1999/xhtml}"
MATH = "{http://www.w3.org/1998/Math/MathML}math"


def body(text: str):
    return parse(read_markdown(text, "a.md").body)


def formulas(text: str) -> list[str]:
    return [s.get("data-tex", "") for s in body(text).iter("span") if s.get("data-tex")]


def test_front_matter_is_metadata_and_not_text():
    article = read_markdown(
        """---
title: How rivers flow
subtitle: A little mathematics
author: Tobias Renn and Priya Castellane
date: 2026-03-22
lang: en_gb
url: https://example.org/flow
license: CC BY 4.0
publisher: Towpath
---

Stand on the bridge.
""",
        "a.md",
    )
    assert article.metadata == Metadata(
        title="How rivers flow",
        subtitle="A little mathematics",
        authors=("Tobias Renn", "Priya Castellane"),
        published="2026-03-22",
        language="en-GB",
        url="https://example.org/flow",
        licence="CC BY 4.0",
        publisher="Towpath",
    )
    assert text_of(parse(article.body)) == "Stand on the bridge."
    assert article.findings == ()


def test_authors_in_a_list_are_taken_one_by_one():
    text = "---\nauthors:\n  - Tobias Renn\n  - name: Castellane, Priya\n---\n\nText.\n"
    assert read_markdown(text, "a.md").metadata.authors == ("Tobias Renn", "Castellane, Priya")


def test_values_that_look_like_other_types_stay_text():
    assert read_markdown("---\ntitle: 1953\nsubtitle: no\n---\n\nText.\n", "a.md").metadata.title == "1953"
    assert read_markdown("---\ntitle: 1953\nsubtitle: no\n---\n\nText.\n", "a.md").metadata.subtitle == "no"


@pytest.mark.parametrize(
    "matter", ["title: [broken", "title: a\n\tb: c", "- one\n- two", "just words: and: more: colons", 'title: "open']
)
def test_broken_front_matter_is_reported_and_the_article_is_read(matter):
    article = read_markdown(f"---\n{matter}\n---\n\nStand on the bridge.\n", "a.md")
    assert [f.rule for f in article.findings] == ["metadata.unusable"]
    assert "Stand on the bridge." in text_of(parse(article.body))


def test_bomb_of_aliases_is_refused_and_the_article_is_read():
    layers = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12))
    article = read_markdown(f"---\nl0: &l0 lol\n{layers}\ntitle: *l11\n---\n\nStand on the bridge.\n", "a.md")
    assert [f.rule for f in article.findings] == ["metadata.unusable"]
    assert text_of(parse(article.body)) == "Stand on the bridge."


def test_ampersand_in_a_title_is_no_anchor():
    article = read_markdown("---\ntitle: Bread & water, R&D\n---\n\nText.\n", "a.md")
    assert (article.metadata.title, article.findings) == ("Bread & water, R&D", ())


def test_line_of_dashes_alone_is_no_front_matter():
    assert "first words" in text_of(body("---\n\nThe first words.\n\n---\n\nMore.\n"))


def test_footnotes_lead_there_and_back():
    chapter = chapter_of(
        "# Title\n\nA claim.[^a] Again.[^a] Another.[^b]\n\n[^a]: The *first* note.\n[^b]: The second.\n",
        source="a.md",
        language="en",
    )
    tree = chapter_tree(chapter)
    ids = {e.get("id") for e in tree.iter() if e.get("id")}
    notes = [e for e in tree.iter(f"{HTML}li") if (e.get("id") or "").startswith("note-")]
    assert [words_of(n).split("↩")[0].strip() for n in notes] == ["The first note.", "The second."]
    links = list(tree.iter(f"{HTML}a"))
    assert [a.get("role") for a in links].count("doc-noteref") == 3
    assert [a.get("role") for a in links].count("doc-backlink") == 3
    assert all(a.get("href")[1:] in ids for a in links)


def test_definition_list_is_one():
    tree = body("Stage\n: The height of the water.\n\nCrest\n: The highest stage.\n: The peak.\n")
    assert [e.tag for e in tree.iter("dt", "dd")] == ["dt", "dd", "dt", "dd", "dd"]


def test_table_keeps_headers_and_cells():
    tree = body("| Bed | n |\n|:----|--:|\n| Earth | 0.022 |\n| Reeds | 0.080 |\n")
    assert [text_of(c) for c in tree.iter("th")] == ["Bed", "n"]
    assert [text_of(c) for c in tree.iter("td")] == ["Earth", "0.022", "Reeds", "0.080"]


@pytest.mark.parametrize(
    "text", ["Let $x^2$ be.", r"Let \(x^2\) be.", "Let $$x^2$$ be.", "$$\nx^2\n$$\n", "\\[\nx^2\n\\]\n", r"\[x^2\]"]
)
def test_every_notation_of_a_formula_is_read(text):
    assert formulas(text) == ["x^2"]


def test_formula_becomes_mathml_in_the_chapter():
    tree = chapter_tree(chapter_of("# Flow\n\nThe volume is $Q = v A$ and \\(b_i\\).\n", source="a.md", language="en"))
    assert len(list(tree.iter(MATH))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Bread costs $5 and milk costs $10.",
        "Between $100 and $200 a day, or $1,000-$2,000.",
        "It cost US$ 5 or A$ 7 then.",
        "Write \\$x\\$ for money.",
        "One $ sign alone.",
        "From $5 (down from $8) to $3.50.",
        "She paid $20, he paid $30; together $50.",
    ],
)
def test_amounts_of_money_stay_text(text):
    assert formulas(text) == []
    assert text_of(body(text)) == text.replace("\\$", "$")


def test_code_is_left_alone():
    tree = body("Write `$x$` and `\\(y\\)`.\n\n```sh\necho $HOME and $PATH\n```\n")
    assert [text_of(c) for c in tree.iter("code")] == ["$x$", "\\(y\\)", "echo $HOME and $PATH"]
    assert not [s for s in tree.iter("span") if s.get("data-tex")]


def test_listed_abbreviation_is_explained_where_it_is_used_first():
    tree = chapter_tree(
        chapter_of(
            "# Pages\n\nThe HTML standard is long.\n\n*[HTML]: HyperText Markup Language\n",
            source="a.md",
            language="en",
        )
    )
    assert [(a.text, a.get("title")) for a in tree.iter(f"{HTML}abbr")] == [("HTML", "HyperText Markup Language")]
    assert "*[" not in words_of(tree)


def test_abbreviation_list_inside_code_is_code():
    assert "*[HTML]: HyperText Markup Language" in text_of(
        body("How to write it:\n\n```\n*[HTML]: HyperText Markup Language\n```\n")
    )


def test_raw_html_is_kept_and_scripts_are_not():
    tree = body("<ruby>川<rt>かわ</rt></ruby> flows.\n\n<script>alert(1)</script>\n")
    assert len(elements(tree, "ruby")) == 1
    assert "alert" not in text_of(tree)


def test_braces_in_running_text_are_words():
    assert (
        text_of(body("Put {name} where the name belongs, and {#this} too.\n"))
        == "Put {name} where the name belongs, and {#this} too."
    )


def test_struck_text_and_hard_breaks_are_kept():
    tree = body("It was ~~ten~~ nine,  \nnot eight.\n")
    assert len(elements(tree, "s", "del")) == 1 and len(elements(tree, "br")) == 1


def test_markdown_without_words_is_refused():
    with pytest.raises(UnreadableInput, match=r"a\.md has no readable text"):
        read_markdown("---\ntitle: A\n---\n", "a.md")


@pytest.mark.parametrize("depth", [15, 21, 45, 130, 3000])
@pytest.mark.parametrize("kind", ["quotations", "lists in a line", "lists", "mixed"])
def test_words_that_are_nested_deeply_are_kept(kind, depth):
    text = {
        "quotations": "> " * depth + "deepest",
        "lists in a line": "- " * depth + "deepest",
        "lists": "".join(f"{'  ' * n}- word{n}\n" for n in range(min(depth, 300)))
        + "  " * min(depth, 300)
        + "- deepest",
        "mixed": " " * (4 * depth) + "1. > " * depth + "deepest",
    }[kind]
    body = read_markdown(f"# Title\n\nFirst words.\n\n{text}\n\nLast words.\n", "a.md").body
    assert "First words" in body and "deepest" in body and "Last words" in body
