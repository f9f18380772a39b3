"""A quotation holds the words quoted; who said them stands outside."""

from __future__ import annotations

import pytest

from ebook.passes.quotations import quotations
from tests.tools import check_noop, check_transformed


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote><p>Rivers talk.</p></blockquote>",
        "<blockquote><p>— Ann Lee</p></blockquote>",
        "<blockquote><p>He read <cite>The Delta</cite> twice.</p></blockquote>",
        "<blockquote><p>— Who is there?</p><p>— The river.</p><p>— Come in.</p></blockquote>",
        "<blockquote><p>Rivers talk.</p><p>Few listen — or answer.</p></blockquote>",
        '<blockquote><img src="a.png" alt="A letter"/></blockquote>',
        "<p>— Ann Lee</p>",
    ],
)
def test_quoted_words_stay(body: str) -> None:
    check_noop(quotations, body)


@pytest.mark.parametrize(
    ("quoted", "source", "said"),
    [
        ("<p>Rivers talk.</p>", "<p>— Ann Lee</p>", "— Ann Lee"),
        ("<p>Rivers talk.</p>", "<footer>Ann <b>Lee</b></footer>", "Ann <b>Lee</b>"),
        ("<p>Rivers talk.</p>", "<cite>Ann Lee</cite>", "Ann Lee"),
        ("Rivers talk.", "<p>– Ann Lee, ferryman</p>", "– Ann Lee, ferryman"),
    ],
)
def test_source_of_a_quotation_stands_after_it(quoted: str, source: str, said: str) -> None:
    check_transformed(
        quotations,
        f"<blockquote>{quoted}{source}</blockquote>",
        f'<blockquote>{quoted}</blockquote><p class="attribution">{said}</p>',
    )


def test_text_after_a_quotation_stays_after_its_source() -> None:
    check_transformed(
        quotations,
        "<div><blockquote><p>Rivers talk.</p><p>— Ann Lee</p></blockquote>and so on</div>",
        '<div><blockquote><p>Rivers talk.</p></blockquote><p class="attribution">— Ann Lee</p>and so on</div>',
    )


@pytest.mark.parametrize(
    "source",
    ["<p><cite>Ann Lee</cite></p>", '<p class="quote-author">Ann Lee</p>', '<span class="source">Ann Lee</span>'],
)
def test_source_is_known_by_its_name(source: str) -> None:
    check_transformed(
        quotations,
        f"<blockquote><p>Rivers talk.</p>{source}</blockquote>",
        '<blockquote><p>Rivers talk.</p></blockquote><p class="attribution">Ann Lee</p>',
    )


def test_embedded_post_is_a_quotation_with_its_source() -> None:
    check_transformed(
        quotations,
        '<blockquote class="twitter-tweet"><p>Rivers rise.</p>— Ann Lee (@ann) '
        '<a href="https://twitter.com/ann/status/1">May 1</a></blockquote>',
        '<blockquote class="twitter-tweet"><p>Rivers rise.</p></blockquote><p class="attribution">— Ann Lee (@ann) '
        '<a href="https://twitter.com/ann/status/1">May 1</a></p>',
    )


def test_embedded_post_without_a_link_to_itself_gets_one() -> None:
    check_transformed(
        quotations,
        '<blockquote class="tiktok-embed" cite="https://example.org/@ann/video/1"><p>Rivers rise.</p></blockquote>',
        '<blockquote class="tiktok-embed" cite="https://example.org/@ann/video/1"><p>Rivers rise.</p></blockquote>'
        '<p class="attribution"><a href="https://example.org/@ann/video/1">example.org/@ann/video/1</a></p>',
    )


def test_address_of_a_quotation_stays_where_a_book_can_hold_it() -> None:
    check_noop(quotations, '<blockquote cite="https://example.org/delta"><p>Rivers talk.</p></blockquote>')
    check_transformed(
        quotations,
        '<blockquote cite="delta.html"><p>Rivers talk.</p></blockquote>',
        "<blockquote><p>Rivers talk.</p></blockquote>",
    )


def test_empty_quotation_goes() -> None:
    check_transformed(quotations, "<div>a<blockquote> </blockquote>b</div>", "<div>ab</div>")
