"""The judge weighs facts about the blocks of a page: article high, site low."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from ebook.judge import forest
from ebook.judge.features import NAMES, Page, facts
from ebook.judge.forest import read_trees
from ebook.judge.headline import headline
from ebook.judge.signs import BIT, Signs
from ebook.markup import new, parse

PROSE = (
    "The river rose before dawn, and by the time the ferryman woke, the lower street was a canal with doors.",
    "Nobody had read the gauge since Tuesday; the book in the mill shows a gap of three days, and then a number.",
    "By evening the water had gone back to its bed, and the town began to carry its pianos down the stairs again.",
    "The gauge is read twice a day now, and the readings hang in the window of the bakery for everyone to see.",
)
MENU = (
    "<nav><ul>"
    + "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("Home", "Sport", "Weather", "Jobs"))
    + "</ul></nav>"
)
TEASERS = (
    '<div class="most-read"><h3>Most read</h3><ul>'
    + '<li><a href="/x">Ten bridges of note</a></li>' * 6
    + "</ul></div>"
)
COMMENTS = (
    '<section id="comments"><h3>2 comments</h3>' + f'<div class="comment"><p>{PROSE[1]}</p></div>' * 2 + "</section>"
)


def page(*, before: str = MENU, after: str = TEASERS, text: str = "".join(f"<p>{p}</p>" for p in PROSE)) -> Page:
    body = f"<body>{before}<main><article><h1>High water</h1>{text}</article></main>{after}<footer><p>© The Gazette</p></footer></body>"
    return Page(parse(body), title="High water", summary="")


def chances(judged: Page) -> dict[str, float]:
    return dict(zip([b.text for b in judged.blocks], forest.chances(facts(judged)), strict=True))


def test_every_block_has_every_fact() -> None:
    judged = page()
    assert {len(row) for row in facts(judged)} == {len(NAMES)}
    assert len(facts(judged)) == len(judged.blocks)


def test_prose_is_article_and_the_site_is_not() -> None:
    found = chances(page())
    assert min(found[p] for p in PROSE) > 0.5
    assert max(found[t] for t in ("Home", "Sport", "Ten bridges of note", "© The Gazette")) < 0.3


def test_comments_are_not_article_though_they_are_prose() -> None:
    judged = page(after=COMMENTS)
    rows = [
        row
        for block, row in zip(judged.blocks, facts(judged), strict=True)
        if block.box.parent and block.box.parent.signs & BIT["comments"]
    ]
    assert rows and max(forest.chances(rows)) < 0.5


def test_core_is_the_box_of_the_prose() -> None:
    assert page().core.tag == "article"
    assert page(after=COMMENTS * 4).core.tag == "article"


@pytest.mark.parametrize("title", ["High water", "High water – The Gazette", ""])
def test_headline_is_found_by_title_and_tag(title: str) -> None:
    blocks = page().blocks
    found = headline(blocks, title)
    assert found is not None and blocks[found].text == "High water"


def test_page_without_text_has_no_facts() -> None:
    assert facts(Page(parse("<body><img src='a.png'/></body>"), title="", summary="")) == []


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ({"class": "post-comments"}, "comments"),
        ({"class": "articleBody"}, "body"),
        ({"id": "site-footer"}, "footer"),
        ({"class": "wp-caption-text"}, "media"),
        ({"role": "navigation"}, "nav"),
        ({"class": "relatedPosts"}, "related"),
    ],
)
def test_names_tell_the_kind_of_a_box(names: dict[str, str], kind: str) -> None:
    element = new("div")
    for name, value in names.items():
        element.set(name, value)
    assert Signs().of(element) & BIT[kind]


def test_names_that_only_look_alike_tell_nothing() -> None:
    assert not Signs().of(new("div", class_="position-relative")) & BIT["related"]
    assert not Signs().of(new("div", class_="shadow")) & BIT["advert"]
    assert Signs().of(new("div")) == 0


def test_forest_of_other_features_is_refused() -> None:
    data = json.loads(files("ebook.judge").joinpath("forest.json").read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="train_judge"):
        read_trees(json.dumps({**data, "features": data["features"][1:]}))


def test_same_page_gives_the_same_chances() -> None:
    assert chances(page()) == chances(page())
