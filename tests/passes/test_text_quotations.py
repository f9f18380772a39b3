"""A quotation that names who said it is one; speech is not."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.text_quotations import text_quotations
from tests.tools import check_noop, check_transformed


@pytest.mark.parametrize(
    "body",
    [
        "<p>“Rivers talk to those who live beside them.”</p><p>Ann Lee was silent.</p>",
        "<p>Rivers talk to those who live beside them.</p><p>— Ann Lee</p>",
        "<p>“Who read the gauge?”</p><p>— Nobody</p><p>— And the keeper?</p>",
        "<p>“Who read the gauge?” he asked.</p><p>— The keeper read it, and nobody else; that was the rule. And so on.</p>",
    ],
)
def test_speech_and_prose_stay(body: str) -> None:
    check_noop(text_quotations, body, kind=Kind.TEXT)


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.MARKDOWN])
def test_other_kinds_are_left_alone(kind: Kind) -> None:
    check_noop(text_quotations, "<p>“Rivers talk to those who live there.”</p><p>— Ann Lee</p>", kind=kind)


@pytest.mark.parametrize("marks", ["“”", "„“", "«»", '""'])
def test_quotation_with_its_source_is_one(marks: str) -> None:
    quote = f"{marks[0]}Rivers talk to those who live beside them.{marks[1]}"
    check_transformed(
        text_quotations,
        f"<p>{quote}</p><p>— Ann Lee</p>",
        f'<blockquote><p>{quote}</p></blockquote><p class="attribution">— Ann Lee</p>',
        kind=Kind.TEXT,
    )


def test_source_after_an_indented_quotation_is_its_source() -> None:
    check_transformed(
        text_quotations,
        "<blockquote><p>Rivers talk.</p></blockquote><p>— Ann Lee</p>",
        '<blockquote><p>Rivers talk.</p></blockquote><p class="attribution">— Ann Lee</p>',
        kind=Kind.TEXT,
    )
