"""Code is its text and its language, nothing a page draws round it."""

from __future__ import annotations

import pytest

from ebook.passes.code import code
from tests.tools import check_noop, check_transformed


@pytest.mark.parametrize(
    "body",
    [
        "<p>Type <code>ls</code> now.</p>",
        '<pre><code class="language-python">x = 1\n\ny = 2</code></pre>',
        "<pre>The tide was low\n  and the heron late</pre>",
        "<p><code>open(<var>path</var>)</code></p>",
        "<table><tr><td>List</td><td><pre><code>ls -l</code></pre></td></tr></table>",
    ],
)
def test_clean_code_and_typeset_verse_stay(body: str) -> None:
    check_noop(code, body)


def test_colouring_and_line_numbers_go() -> None:
    check_transformed(
        code,
        '<div class="highlight-python"><pre><span class="lineno">1</span><span class="n">x</span> = 1</pre></div>',
        '<div class="highlight-python"><pre><code class="language-python">x = 1</code></pre></div>',
    )


@pytest.mark.parametrize(
    ("before", "language"),
    [
        ('<pre><code class="language-rust">a;</code></pre>', "rust"),
        ('<pre class="brush:js">a;</pre>', "js"),
        ('<pre data-lang="C++">a;</pre>', "c++"),
        ('<div class="highlight highlight-source-shell"><pre>a;</pre></div>', "shell"),
    ],
)
def test_language_is_read_from_the_habits_of_highlighters(before: str, language: str) -> None:
    start = before[: before.index("<pre")]
    end = "</div>" if start else ""
    check_transformed(code, before, f'{start}<pre><code class="language-{language}">a;</code></pre>{end}')


@pytest.mark.parametrize("name", ["language-plaintext", "language-none", "example"])
def test_no_language_is_made_up(name: str) -> None:
    check_transformed(code, f'<pre><code class="{name}">a;</code></pre>', "<pre><code>a;</code></pre>")


@pytest.mark.parametrize(
    "lines",
    [
        "a = 1<br/>b = 2",
        "<div>a = 1</div><div>b = 2</div>",
        "<code>a = 1\nb = 2</code>",
        "\na = 1\nb = 2\n",
        "a\u00a0= 1\nb\u00a0= 2",
    ],
)
def test_each_line_of_code_stays_one_line(lines: str) -> None:
    check_transformed(code, f"<pre>{lines}</pre>", "<pre><code>a = 1\nb = 2</code></pre>")


def test_indentation_stays() -> None:
    check_transformed(code, "<pre>\n    if x:\n        y()\n</pre>", "<pre><code>    if x:\n        y()</code></pre>")


def test_table_that_lays_out_line_numbers_goes() -> None:
    check_transformed(
        code,
        '<table><tr><td class="gutter"><pre>1\n2</pre></td><td><pre><code>a = 1\nb = 2</code></pre></td></tr></table>',
        "<pre><code>a = 1\nb = 2</code></pre>",
    )


def test_copy_button_goes_and_the_target_of_links_stays() -> None:
    check_transformed(
        code,
        '<pre id="listing"><code>a;</code><button>Copy</button></pre>after',
        '<pre id="listing"><code>a;</code></pre>after',
    )


def test_empty_listing_goes() -> None:
    check_transformed(code, "<p>a</p><pre> \n</pre><p>b</p>", "<p>a</p><p>b</p>")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p><tt>ls</tt></p>", "<p><code>ls</code></p>"),
        ('<p><code class="hl"><span>ls</span> -l</code></p>', "<p><code>ls -l</code></p>"),
    ],
)
def test_inline_code_is_plain(before: str, after: str) -> None:
    check_transformed(code, before, after)


def test_line_break_in_inline_code_still_parts_its_words() -> None:
    check_noop(code, "<p><code>one<br/>two</code></p>")
