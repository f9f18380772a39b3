"""What a person decided about a picture comes before what the page says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ebook.markup import parse, serialise
from ebook.model import Alternative, Image
from ebook.normalise import normalise
from ebook.options import Options
from ebook.passes.alternatives import alternatives
from ebook.pictures import digest
from ebook.rules import Finding
from tests.tools import check_noop, make_article

MAP = Image(reference="map.png", data=b"map", media_type="image/png", width=40, height=30)
TEXT = "<p>The river rose in the night, and by the morning it stood at the second step of the quay.</p>"


def choice(state: str = "described", alt: str = "The delta", **more: object) -> Alternative:
    return Alternative(picture=digest(MAP.data), state=state, alt=alt, **more)  # type: ignore[arg-type]


def built(body: str, *choices: Alternative) -> tuple[str, list[Finding]]:
    """The chapter of a body with decisions, and what was found."""
    chapter = normalise(
        make_article(f"<h1>Flood</h1>{TEXT}{body}{TEXT[:60]}</p>", images=(MAP,)), Options(alternatives=choices)
    )
    again = normalise(
        replace(
            make_article(""),
            body=chapter.xhtml[chapter.xhtml.index("<body") : chapter.xhtml.index("</html>")],
            images=(MAP,),
        ),
        Options(alternatives=choices),
    )
    assert again.xhtml == chapter.xhtml
    return chapter.xhtml, [f for f in chapter.findings if f.rule.startswith("alt.") or f.rule == "link.wordless"]


def test_without_a_decision_nothing_changes() -> None:
    check_noop(alternatives, '<p><img src="map.png" alt="Map"/></p>', images=(MAP,))


def test_a_page_cannot_decide_in_our_name() -> None:
    article = make_article('<p><img src="map.png" data-decided="accepted"/></p>', images=(MAP,))
    tree = parse(article.body)
    assert list(alternatives(tree, article)) == []
    assert "data-decided" not in serialise(tree)


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="map.png">',
        '<img src="map.png" alt="">',
        '<img src="map.png" alt="DSC_0042.jpg">',
        '<img src="map.png" alt="Something else" title="A title" aria-label="A label">',
        '<img src="map.png" role="presentation" alt="">',
        '<img src="dot.gif" data-src="map.png">',
    ],
)
def test_the_words_of_a_person_are_in_the_book_and_nothing_is_open(markup: str) -> None:
    chapter, findings = built(f"<p>{markup}</p>".replace('">', '"/>'), choice())
    assert 'alt="The delta"' in chapter
    assert "presentation" not in chapter
    assert findings == []


def test_a_decision_for_decoration_holds_even_with_a_caption_and_a_title() -> None:
    chapter, findings = built(
        '<figure><img src="map.png" title="Map of it"/><figcaption>The delta</figcaption></figure>',
        choice("decorative", ""),
    )
    assert '<img src="map.png" alt="" role="presentation"/>' in chapter
    assert findings == []


def test_a_link_around_a_picture_is_kept_once_the_picture_is_described() -> None:
    link = '<p>See <a href="https://example.org/"><img src="map.png"/></a> there.</p>'
    assert [f.rule for f in built(link)[1]] == ["alt.missing", "link.wordless"]
    chapter, findings = built(link, choice())
    assert '<a href="https://example.org/"><img src="map.png" alt="The delta"/></a>' in chapter
    assert findings == []


def test_poor_words_of_a_person_are_reported_unless_they_were_accepted() -> None:
    markup = '<p><img src="map.png"/></p>'
    chapter, findings = built(markup, choice(alt="image"))
    assert 'alt="image"' in chapter
    assert [f.rule for f in findings] == ["alt.poor"]
    assert built(markup, choice("accepted", "image"))[1] == []


def test_another_picture_is_left_alone() -> None:
    chapter, findings = built('<p><img src="map.png"/></p>', replace(choice(), picture="0" * 32))
    assert 'alt="Undescribed image"' in chapter
    assert [f.rule for f in findings] == ["alt.missing"]


def test_of_several_places_one_that_its_author_described_keeps_its_words() -> None:
    body = '<p><img src="map.png" alt="The river in 1901"/></p>'
    assert 'alt="The river in 1901"' in built(body, choice(places=2))[0]
    assert 'alt="The delta"' in built(body, choice(places=2, article_alt="The river in 1901"))[0]
    assert 'alt="The delta"' in built(body, choice(places=1))[0]


def test_a_description_alone_changes_no_words() -> None:
    chapter, findings = built('<p><img src="map.png"/></p>', choice("", "", description="A long one"))
    assert 'alt="Undescribed image"' in chapter
    assert [f.rule for f in findings] == ["alt.missing"]


def test_a_picture_that_a_person_described_is_not_taken_for_a_button_or_a_spacer() -> None:
    markup = '<p>See <a href="a.html"><img src="map.png" width="30" height="30"/></a> there.</p>'
    assert "<img" in built(markup, choice(alt="Share"))[0]
    tiny = '<p><img src="map.png" width="2" height="90"/></p>'
    assert 'alt="A hair"' in built(tiny, choice(alt="A hair"))[0]
    assert "<img" not in built(tiny)[0]
