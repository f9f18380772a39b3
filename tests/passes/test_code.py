"""Code is its text and its language, nothing a page draws round it."""

from __future__ import annotations

import pytest

from ebook.markup import parse, text_of
from ebook.passes.code import code
from tests.tools import check_noop, check_transformed, run_pass


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


@pytest.mark.parametrize(
    "drawn",
    [
        '<pre><span class="line">a = 1</span><span class="line">b = 2</span></pre>',
        '<pre><code><span class="line">a = 1</span>\n<span class="line">b = 2</span></code></pre>',
        "<pre><code>a = 1</code><code>b = 2</code></pre>",
        '<pre><ol><li class="L0">a = 1</li><li class="L1">b = 2</li></ol></pre>',
        '<pre><div><span class="x">1</span><div>a = 1</div></div><div><span class="x">2</span><div>b = 2</div></div></pre>',
        '<pre><span style="display:flex"><span style="user-select:none">1</span><span>a = 1\n</span></span>'
        '<span style="display:flex"><span style="user-select:none">2</span><span>b = 2\n</span></span></pre>',
        '<pre><code><div class="code__header"><button>Copy</button></div><div>a = 1\nb = 2\n</div></code></pre>',
        "<code><pre>a = 1\nb = 2</pre></code>",
        '<code style="white-space: pre">\na = 1\nb = 2\n</code>',
        '<div class="code-block">a = 1\nb = 2</div>',
        '<table class="highlight"><tr><td class="blob-num" data-line-number="1"/><td class="blob-code">a = 1</td></tr>'
        '<tr><td class="blob-num" data-line-number="2"/><td class="blob-code">b = 2</td></tr></table>',
        '<table class="crayon-table"><tr><td class="crayon-nums"><div>1</div><div>2</div></td><td class="crayon-code">'
        '<div class="crayon-pre"><div class="crayon-line">a = 1</div><div class="crayon-line">b = 2</div></div></td></tr></table>',
        '<div class="syntaxhighlighter"><table><tr><td class="gutter"><div class="line">1</div><div class="line">2</div></td>'
        '<td class="code"><div class="container"><div class="line"><code>a</code><code> = 1</code></div>'
        '<div class="line"><code>b = 2</code></div></div></td></tr></table></div>',
        '<code><table><tr><td class="rouge-gutter"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code">'
        "<pre>a = 1\nb = 2\n</pre></td></tr></table></code>",
        '<table><tr><td><pre><span class="line">1</span><br/><span class="line">2</span><br/></pre></td><td><pre>'
        '<span class="line">a = 1</span><br/><span class="line">b = 2</span><br/></pre></td></tr></table>',
        '<div class="CodeMirror-code"><div><div class="CodeMirror-gutter-wrapper"><div>1</div></div>'
        '<pre class="CodeMirror-line"><span>a = 1</span></pre></div><div><div class="CodeMirror-gutter-wrapper"><div>2</div>'
        '</div><pre class="CodeMirror-line"><span>b = 2</span></pre></div></div>',
        '<div class="cm-content"><div class="cm-line">a = 1</div><div class="cm-line">b = 2</div></div>',
        '<div class="view-lines"><div class="view-line">a = 1</div><div class="view-line">b = 2</div></div>',
        '<div><code class="block">a = 1</code><pre><span>b = 2</span></pre></div>',
    ],
)
def test_lines_are_kept_whatever_highlighter_drew_them(drawn: str) -> None:
    result, _ = run_pass(code, f"<div>{drawn}</div>")
    assert [text for pre in parse(result).iter("pre") for text in pre.itertext()] == ["a = 1\nb = 2"]
    assert text_of(parse(result)) == "a = 1 b = 2"


def test_empty_lines_of_line_elements_stay() -> None:
    check_transformed(
        code,
        '<pre><div class="line">a;</div><div class="line"></div><div class="line">b;</div></pre>',
        "<pre><code>a;\n\nb;</code></pre>",
    )


@pytest.mark.parametrize(
    ("before", "language"),
    [
        ('<pre class="brush: php; title: x">a;</pre>', "php"),
        ('<pre class="sourceCode python"><code>a;</code></pre>', "python"),
        ('<pre><code class="hljs rust">a;</code></pre>', "rust"),
        ('<pre lang="cpp">a;</pre>', "cpp"),
        ('<pre data-enlighter-language="go">a;</pre>', "go"),
    ],
)
def test_language_is_read_from_names_beside_it(before: str, language: str) -> None:
    check_transformed(code, before, f'<pre><code class="language-{language}">a;</code></pre>')


def test_language_of_people_is_no_language_of_code() -> None:
    check_transformed(
        code, '<div class="lang-de"><pre>a;</pre></div>', '<div class="lang-de"><pre><code>a;</code></pre></div>'
    )


def test_label_over_a_listing_becomes_its_language_and_is_reported() -> None:
    result, found = run_pass(
        code,
        "<div><div><span>Java</span><button>Copy</button></div><div><pre><span>a;</span></pre></div></div><p>Java</p>",
    )
    assert result == '<div><div><pre><code class="language-java">a;</code></pre></div></div><p>Java</p>'
    assert [f.rule for f in found] == ["removed.furniture"]


def test_label_within_a_listing_becomes_its_language() -> None:
    check_transformed(
        code,
        "<pre><div><div>python</div><div><button>Copy code</button></div><div><code><span>a;</span></code></div></div></pre>",
        '<pre><code class="language-python">a;</code></pre>',
    )


def test_column_of_line_numbers_beside_a_listing_goes() -> None:
    check_transformed(
        code,
        '<div><div class="line-numbers"><a>1</a><a>2</a></div><pre><code>a;\nb;</code></pre></div>',
        "<div><pre><code>a;\nb;</code></pre></div>",
    )


def test_name_of_a_file_over_a_listing_stays() -> None:
    check_transformed(
        code,
        '<pre><code><div class="header">river.py</div><div>a;</div></code></pre>',
        "<p>river.py</p><pre><code>a;</code></pre>",
    )


def test_table_of_numbers_and_words_stays() -> None:
    check_noop(
        code, '<table><tr><td>1</td><td class="code">FR</td></tr><tr><td>2</td><td class="code">DE</td></tr></table>'
    )


def test_what_shows_under_the_pointer_goes() -> None:
    check_transformed(
        code,
        '<pre><span>a<span class="twoslash-popup-container">const a: int</span></span>;</pre>',
        "<pre><code>a;</code></pre>",
    )


def test_words_the_author_stressed_in_a_listing_stay_stressed() -> None:
    check_transformed(
        code,
        '<pre class="synopsis">\nTAKE <em><code>boat</code></em> [ TO <span><em>bank</em></span> ];\n</pre>',
        "<pre><code>TAKE <em>boat</em> [ TO <em>bank</em> ];</code></pre>",
    )


def test_colours_of_a_listing_are_no_stress() -> None:
    check_transformed(
        code,
        '<pre><span class="k"><b>take</b></span> <span class="n">boat</span>;</pre>',
        "<pre><code>take boat;</code></pre>",
    )


def test_line_named_as_numbers_are_elsewhere_stays() -> None:
    lines = '<span class="ln">a;</span>\n<span class="ln">b;</span>'
    check_transformed(code, f"<pre>{lines}</pre>", "<pre><code>a;\nb;</code></pre>")
    check_transformed(code, '<pre><span class="ln">1</span>a;</pre>', "<pre><code>a;</code></pre>")


def test_verse_in_a_box_that_keeps_lines_is_no_listing() -> None:
    check_noop(code, '<div style="white-space: pre-wrap; font-family: monospace">The tide\nwas low</div>')


def test_kind_of_a_post_is_no_language() -> None:
    check_noop(code, '<div class="post type-post"><pre>The tide was low</pre></div>')


def test_name_of_an_embedded_gist_stays_and_its_links_are_reported() -> None:
    found = check_transformed(
        code,
        '<div><pre>a;</pre><div class="gist-meta"><a href="r">view raw</a><a href="g">weir.py</a> hosted by <a href="h">GitHub</a></div></div>',
        "<div><pre><code>a;</code></pre><p>weir.py</p></div>",
    )
    assert [f.rule for f in found] == ["removed.furniture"]


COLOURED = '&lt;font color="#0a0"&gt;mill&lt;/font&gt; open &lt;u style="color:red"&gt;gate&lt;/u&gt; &lt;river&gt;'


def test_colours_of_a_drawn_terminal_go() -> None:
    result, _ = run_pass(code, f'<div class="termy"><pre><span>$</span> {COLOURED}</pre></div>')
    assert "<code>$ mill open gate &lt;river&gt;</code>" in result


def test_markup_in_any_other_listing_stays() -> None:
    result, _ = run_pass(code, f"<div><pre><span>$</span> {COLOURED}</pre></div>")
    assert "&lt;font color=" in result
