"""Accessibility metadata: only what the finished book proves."""

from __future__ import annotations

import pytest

from ebook.binding.accessibility import Evidence, claims
from ebook.model import Edition
from tests.books import book_of, bound, chapter_of_file, chapters_of, moving, page, picture, stated


def of(evidence: Evidence, **how: object) -> dict[str, list[str]]:
    meta = claims(evidence, **{"language": "en", "articles": 2, "guessed_tables": 0, "restyled": False, **how})  # type: ignore[arg-type]
    return {
        name: stated(meta, f"schema:{name}")
        for name in (
            "accessMode",
            "accessModeSufficient",
            "accessibilityFeature",
            "accessibilityHazard",
            "accessibilitySummary",
        )
    }


def with_picture(folder, attributes: str, data: bytes | None = None, name: str = "map.png"):
    (folder / name).write_bytes(data or picture())
    (folder / "article.html").write_text(page(f'<p><img src="{name}" {attributes}></p>'))
    return bound(chapter_of_file(folder / "article.html"))


def test_text_alone_is_textual_and_claims_no_descriptions():
    said = of(Evidence())
    assert said["accessMode"] == ["textual"]
    assert said["accessModeSufficient"] == ["textual"]
    assert "alternativeText" not in said["accessibilityFeature"]
    assert said["accessibilityHazard"] == ["none"]


def test_described_pictures_are_claimed():
    said = of(Evidence(informative=3))
    assert said["accessMode"] == ["textual", "visual"]
    assert said["accessModeSufficient"] == ["textual"]
    assert "alternativeText" in said["accessibilityFeature"]


@pytest.mark.parametrize("evidence", [Evidence(informative=3, undescribed=1), Evidence(informative=3, doubtful=1)])
def test_one_undescribed_picture_takes_the_claims_it_makes_false(evidence):
    said = of(evidence)
    assert "alternativeText" not in said["accessibilityFeature"]
    assert said["accessModeSufficient"] == ["textual,visual"]
    assert "1 of 3" in said["accessibilitySummary"][0]


def test_pictures_that_are_not_in_the_book_are_counted():
    assert "2." in of(Evidence(left_out=2))["accessibilitySummary"][0]


@pytest.mark.parametrize(
    ("evidence", "feature"), [(Evidence(formulas=1), "MathML"), (Evidence(ruby=1), "rubyAnnotations")]
)
def test_feature_is_claimed_where_it_is_found_alone(evidence, feature):
    assert feature in of(evidence)["accessibilityFeature"]
    assert feature not in of(Evidence())["accessibilityFeature"]


@pytest.mark.parametrize(
    ("evidence", "how", "feature"),
    [
        (Evidence(gaps=1), {}, "structuralNavigation"),
        (Evidence(unreached=1), {}, "tableOfContents"),
        (Evidence(), {"restyled": True}, "displayTransformability"),
    ],
)
def test_feature_is_not_claimed_where_something_speaks_against_it(evidence, how, feature):
    assert feature in of(Evidence())["accessibilityFeature"]
    assert feature not in of(evidence, **how)["accessibilityFeature"]


@pytest.mark.parametrize(
    "evidence", [Evidence(), Evidence(informative=4, undescribed=2, formulas=1, animated=1, linked_media=1, left_out=1)]
)
def test_no_conformance_is_claimed_and_every_property_is_there(evidence):
    meta = claims(evidence, language="en", articles=1, guessed_tables=1, restyled=True)
    assert not [m for m in meta if "conformsTo" in m.property or "certifi" in m.property]
    assert all(of(evidence).values())
    assert len({(m.property, m.value) for m in meta}) == len(meta)


def test_summary_speaks_the_language_of_the_book():
    assert of(Evidence(informative=3, undescribed=1), language="fr")["accessibilitySummary"][0].startswith("Ce livre")
    assert (
        of(Evidence(), articles=1, language="de")["accessibilitySummary"]
        != of(Evidence(), language="de")["accessibilitySummary"]
    )


def test_book_with_an_undescribed_picture_does_not_claim_descriptions(tmp_path):
    meta = with_picture(tmp_path, "").meta
    assert "alternativeText" not in stated(meta, "schema:accessibilityFeature")
    assert "textual" not in stated(meta, "schema:accessModeSufficient")
    assert "1 of 1" in stated(meta, "schema:accessibilitySummary")[0]


@pytest.mark.parametrize("attributes", ['alt="IMG_2041.jpg"', 'alt="image"', 'alt="Photo 3"'])
def test_poor_description_is_no_description(tmp_path, attributes):
    assert "alternativeText" not in stated(with_picture(tmp_path, attributes).meta, "schema:accessibilityFeature")


def test_book_with_a_described_picture_claims_it(tmp_path):
    meta = with_picture(tmp_path, 'alt="The bridge at night, with water up to the railing"').meta
    assert "alternativeText" in stated(meta, "schema:accessibilityFeature")
    assert stated(meta, "schema:accessModeSufficient") == ["textual"]


def test_decoration_and_cover_are_no_information(tmp_path):
    meta = with_picture(tmp_path, 'alt=""').meta
    assert stated(meta, "schema:accessMode") == ["textual"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (moving("GIF"), "a.gif"),
        (moving("WEBP"), "a.webp"),
        (moving("PNG"), "a.png"),
        (moving("WEBP", icc_profile=b"x" * 3000), "b.webp"),
    ],
)
def test_moving_picture_may_be_a_hazard(tmp_path, data, name):
    assert "none" not in stated(
        with_picture(tmp_path, 'alt="Water that rises and falls"', data, name).meta, "schema:accessibilityHazard"
    )


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "JPEG"])
def test_still_picture_is_no_hazard(tmp_path, form):
    assert stated(
        with_picture(tmp_path, 'alt="Water that stands still"', picture(form)).meta, "schema:accessibilityHazard"
    ) == ["none"]


def test_formula_is_claimed_and_marked_in_the_manifest():
    book = book_of("# Flow\n\nThe volume is $Q = v A$ per second.\n")
    assert "MathML" in stated(book.meta, "schema:accessibilityFeature")
    assert next(d.properties for d in book.documents if d.name == "chapter-01.xhtml") == ("mathml",)


def test_missing_picture_is_counted_in_the_summary():
    (summary,) = stated(
        book_of(page("<p><img src='gone.png' alt='The bridge at night'></p>"), edition=Edition(language="en")).meta,
        "schema:accessibilitySummary",
    )
    assert "not included: 1" in summary


def test_style_of_the_user_that_limits_readers_takes_the_claim():
    assert "displayTransformability" not in stated(
        bound(*chapters_of(page("<p>x</p>")), restyled=True).meta, "schema:accessibilityFeature"
    )
