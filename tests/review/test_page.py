"""The review sheet as a page: it needs nothing from anywhere, and no text of an article becomes markup in it."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from ebook import pipeline
from ebook.review.page import page
from ebook.review.sheets import row_of
from ebook.review.signs import is_sign
from tests.review.folder import ALT, BODY, of_kind, reviewed

HOSTILE = '</td><script>alert(1)</script>" onfocus="x'


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> pipeline.Review:
    return reviewed(tmp_path_factory.mktemp("page"))


def tree_of(found: pipeline.Review, recorded: dict | None = None) -> etree._Element:
    return etree.fromstring(page(found.items, recorded or {}, found.opened, found.title), etree.HTMLParser())


def test_every_decision_has_a_row_under_the_heading_of_its_kind(found):
    tree = tree_of(found)
    assert [r.get("data-key") for r in tree.iter("tr") if r.get("data-key")] == [i.key for i in found.items]
    assert [h.text for h in tree.iter("h2")][:3] == [
        "Text alternatives",
        "Pictures taken as decoration",
        "Header cells that were guessed",
    ]


def test_an_entry_has_its_sentence_beside_its_meaning(found):
    shown = page(found.items, {}, found.opened, "Floods").decode()
    quoted = 'Found in the text: <q lang="en">The Emergency Water Committee (EWC) met at two.</q>'
    assert f'<td><span lang="en">Emergency Water Committee</span><br/><small>{quoted}</small></td>' in shown


def test_cells_have_header_cells(found):
    heads = list(tree_of(found).iter("th"))
    assert heads and {h.get("scope") for h in heads} == {"col", "row"}


def test_picture_stands_beside_its_words(found):
    row = next(r for r in tree_of(found).iter("tr") if r.get("data-kind") == "alt")
    assert row.find(".//img").get("src").startswith("data:image/png;base64,")
    assert ALT in "".join(row.itertext()) and row.find("td[@lang='en']") is not None


def test_page_loads_nothing(found):
    said = page(found.items, {}, found.opened, found.title).decode()
    addresses = re.findall(r'(?:src|href)="([^"]*)"', said)
    assert all(a.startswith(("data:", "#")) for a in addresses)
    assert "default-src 'none'" in said.replace("&#x27;", "'")


def test_same_decisions_give_the_same_page(found):
    first, again = (page(found.items, {}, found.opened, found.title) for _ in range(2))
    assert first == again


def test_text_of_an_article_is_no_markup(tmp_path):
    alt = HOSTILE.replace("<", "&lt;").replace('"', "&quot;")
    found = reviewed(tmp_path, alt=alt)
    (item,) = of_kind(found, "alt")
    assert item.decision == HOSTILE
    tree = tree_of(found)
    assert len(list(tree.iter("script"))) == 1 and not tree.xpath("//*[@onfocus]")
    assert tree.xpath("//tr[@data-kind='alt']")[0].get("data-decision") == HOSTILE


def test_answers_are_filled_in(found):
    alt = found.items[0]
    said = {alt.key: row_of(alt)}
    said[alt.key] = type(said[alt.key])(key=alt.key, approved="yes", by="Ana", date="2026-03-14", comment="Good")
    row = tree_of(found, said).xpath(f"//tr[@data-key='{alt.key}']")[0]
    assert row.find(".//input").get("checked") is not None and row.find(".//textarea").text == "Good"


def test_what_cannot_be_approved_has_no_box(tmp_path):
    found = reviewed(tmp_path, body=BODY.replace(' alt="{alt}"', ""))
    section = tree_of(found).xpath("//section[@aria-labelledby='undescribed']")[0]
    assert not list(section.iter("input")) and list(section.iter("img"))


def test_large_picture_is_shown_small(tmp_path):
    from PIL import Image as Pillow

    found = reviewed(tmp_path)
    noise = Pillow.effect_noise((1200, 900), 80).convert("RGB")
    noise.save(tmp_path / "delta.png")
    assert (tmp_path / "delta.png").stat().st_size > 500_000
    found = pipeline.review(tmp_path / "book.toml")
    assert len(page(found.items, {}, found.opened, found.title)) < 100_000


def test_page_and_sheets_say_what_they_are(found):
    assert is_sign(page(found.items, {}, found.opened, found.title)[:400])
    assert is_sign(b"\xef\xbb\xbfkey;kind;article;place") and not is_sign(b"key,value\n1,2")
