"""Lists hold items alone, typed bullets become items, and no word falls between."""

from __future__ import annotations

import pytest

from ebook.markup import parse
from ebook.passes.lists import lists
from tests.tools import check_noop, check_transformed, run_pass


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>",
        "<ol><li>one</li></ol>",
        "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dt>d</dt><dd>e</dd></dl>",
        "<p>• a single bullet</p>",
        "<p>– Who is there?</p><p>– The river.</p>",
        "<p>1. one</p><p>3. three</p>",
        "<p>2024. A year</p><p>2025. Another</p>",
        "<p>7. seven</p><p>8. eight</p>",
        "<p>• one</p><p>* two</p>",
        "<p>3.5 metres</p><p>3.6 metres</p>",
        "<p>one<br/>two</p>",
        "<p>1999. one<br/>2. two</p>",
        "<p>1. one<br/>3. two</p>",
    ],
)
def test_what_is_a_list_or_none_stays(body: str) -> None:
    check_noop(lists, body)


@pytest.mark.parametrize(
    "body",
    [
        "<ul>one<li>two</li></ul>",
        "<ul><li>one</li>two<li>three</li></ul>",
        "<ul><li>one</li><b>two</b> three<li>four</li></ul>",
        "<ul><li>one</li><br/>two<li>three</li></ul>",
        "<ul><p>one</p>two</ul>",
        "<ul><ul><li>one</li></ul>two<li>three</li></ul>",
        "<dl>one<dt>two</dt><dd>three</dd></dl>",
        "<dl><dt>one</dt>two<dd>three</dd>four</dl>",
        "<dl><dt>one</dt><br/>two<dd>three</dd></dl>",
        "<dl><dt>one</dt><dd>two</dd><p>three</p>four</dl>",
        "<dl><dd>one</dd><dt>two</dt><dd>three</dd></dl>",
        "<dl><div><dt>one</dt><dd>two</dd></div>three</dl>",
        "<div>one<p>• two<br/>• three</p>four</div>",
        "<div><li>one</li>two<li>three</li>four</div>",
        "<div><p>• one</p><p>• two</p>three</div>",
    ],
)
def test_every_word_in_and_around_a_broken_list_stays(body: str) -> None:
    result, _ = run_pass(lists, body)
    for word in ("one", "two", "three", "four"):
        assert result.count(word) == body.count(word), word
    for element in parse(f"<body>{result}</body>").iter("ul", "ol", "dl"):
        assert not "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
        assert {child.tag for child in element} <= ({"dt", "dd"} if element.tag == "dl" else {"li"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<ul><li>one</li><ul><li>two</li></ul></ul>", "<ul><li>one<ul><li>two</li></ul></li></ul>"),
        ("<ul><p>one</p><li>two</li></ul>", "<ul><li><p>one</p></li><li>two</li></ul>"),
        ("<menu><li>one</li></menu>", "<ul><li>one</li></ul>"),
        ("<ul><li>one</li><li> </li></ul>", "<ul><li>one</li></ul>"),
        ("<div><li>one</li><li>two</li></div>", "<div><ul><li>one</li><li>two</li></ul></div>"),
        ("<p>a</p><ul> </ul><p>b</p>", "<p>a</p><p>b</p>"),
    ],
)
def test_list_holds_items_alone(before: str, after: str) -> None:
    check_transformed(lists, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<dl><dt>a</dt><dd>b</dd><p>c</p></dl>", "<dl><dt>a</dt><dd>b</dd><dd><p>c</p></dd></dl>"),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<dl><dd>x</dd><dt>a</dt><dd>b</dd></dl>", "<div>x</div><dl><dt>a</dt><dd>b</dd></dl>"),
        ("<dl><dt>a</dt></dl>", "<div><p>a</p></div>"),
    ],
)
def test_definition_list_holds_pairs(before: str, after: str) -> None:
    check_transformed(lists, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>• one</p><p>• two</p>", "<ul><li>one</li><li>two</li></ul>"),
        ("<p>* <b>one</b></p><p>* two</p>", "<ul><li><b>one</b></li><li>two</li></ul>"),
        ("<p>1. one</p><p>2. two</p>", "<ol><li>one</li><li>two</li></ol>"),
        ("<p>2) two</p><p>3) three</p>", '<ol start="2"><li>two</li><li>three</li></ol>'),
        ("<p>Take:<br/>• one<br/>• two</p>", "<p>Take:</p><ul><li>one</li><li>two</li></ul>"),
        ("<p>Take:<br/>1. one<br/>2. two</p>", "<p>Take:</p><ol><li>one</li><li>two</li></ol>"),
        ("<p>2) one<br/>3) two</p>", '<ol start="2"><li>one</li><li>two</li></ol>'),
        ("<p>– one</p><p>– two</p><p>– three</p>", "<ul><li>one</li><li>two</li><li>three</li></ul>"),
    ],
)
def test_typed_bullets_become_a_list_and_are_reported(before: str, after: str) -> None:
    found = check_transformed(lists, before, after)
    assert [f.rule for f in found] == ["list.made"]
    assert str(after.count("<li>")) in found[0].message


def test_empty_item_without_a_list_goes() -> None:
    check_transformed(lists, "<p>one</p><li/>", "<p>one</p>")


def test_lines_broken_in_spans_that_say_nothing_become_a_list() -> None:
    result, found = run_pass(
        lists,
        "<p>These came first:<span><br/>1. Finland <span><br/>2. Norway<span><br/>3. Iceland</span></span></span></p>",
    )
    assert "<ol><li>Finland </li><li>Norway</li><li>Iceland</li></ol>" in result
    assert [f.rule for f in found] == ["list.made"]


def test_broken_lines_in_a_span_that_says_something_stay() -> None:
    check_noop(lists, '<p>a<span lang="fr">b<br/>c</span></p>')
