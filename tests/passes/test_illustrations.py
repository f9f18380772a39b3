"""Pictures belong to the words they stand among."""

from __future__ import annotations

import pytest

from ebook.markup import parse
from ebook.passes.illustrations import illustrations

P = '<p class="k">The river rose in the night and stood at the mill by noon.</p>'
GONE = "<p>Ten more stories you should not miss this week</p>"


def names(body: str) -> list[str]:
    tree = parse(f"<body>{body}</body>")
    found = illustrations(tree, {e for e in tree.iter() if e.get("class") == "k"})
    return [str(e.get("src") or e.tag) for e in tree.iter("img", "figure", "figcaption", "div") if e in found]


@pytest.mark.parametrize(
    "body",
    [
        f'{P}<p><img src="a"/></p>{P}',
        f'{P}<div><div><img src="a"/></div></div>{P}',
        '<p class="k">Words and <img src="a"/> words</p>',
        f'{P}<p><img src="a"/></p>',
        f'<article><h1>High water</h1><p>By Ann</p><div><img src="a"/></div>{P}</article>',
        f'{P}<p><a href="a-large.jpg"><img src="a"/></a></p>{P}',
        f'{P}<p><a href="/photo/1"><img src="a"/></a></p>{P}',
        f'{P}<aside>{GONE}</aside><p><img src="a"/></p>{P}',
        f'{P}<div><h3>Gallery: the mill in high water</h3><div><a href="#"><img src="a"/></a> 9</div></div>{P}',
    ],
)
def test_picture_among_kept_words_belongs(body: str) -> None:
    assert names(body) == ["a"]


@pytest.mark.parametrize(
    "body",
    [
        f'{P}<nav><img src="a"/></nav>{P}',
        f'{P}<aside><img src="a"/>{GONE}</aside>{P}',
        f'<div>{P}{P}</div><div><img src="a"/>{GONE}</div>',
        f'{P}<ul><li><a href="/x"><img src="a"/>More about rivers</a></li></ul>{P}',
        f'{P}<a href="/shop"><img src="a"/></a>',
        f'<a href="/"><img src="a"/></a><h1>High water</h1>{P}',
        f'{P}<div class="related-posts"><img src="a"/></div>{P}',
        f'{P}<div style="display: none"><img src="a"/></div>{P}',
        f'{P}<img class="avatar" src="a"/>{P}',
        f'{P}<div><h3>More about the mill and its people</h3><a href="/mill"><img src="a"/></a></div>{P}',
        f'{P}<div class="optin-popup"><h3>Three films about the river for you</h3><img src="a"/></div>{P}',
        f'{P}<ul><li><a href="#2"><img src="a"/></a></li></ul>{P}',
    ],
)
def test_picture_among_other_words_or_of_the_site_does_not(body: str) -> None:
    assert names(body) == []


def test_figure_and_caption_go_with_their_picture() -> None:
    body = f'{P}<figure><img src="a"/><figcaption>The delta of the river from above</figcaption></figure>{P}'
    assert names(body) == ["figure", "a", "figcaption"]
    body = f'{P}<p><img src="a"/></p><div class="caption">The delta of the river from above</div>{P}'
    assert names(body) == ["a", "div"]


def test_caption_of_a_teaser_goes_with_it() -> None:
    body = f'{P}{P}<div>{GONE}<figure><img src="a"/><figcaption>The delta from above</figcaption></figure>{GONE}</div>'
    assert names(body) == []


def test_caption_in_the_line_of_its_picture_does_not_make_it_a_teaser() -> None:
    caption = '<span class="photo-caption">The delta of the river, seen from the mill above the weir</span>'
    body = f'<h1>High water</h1><div>{P}</div><article><div><img src="a"/><br/>{caption}</div>{P}{P}</article>'
    tree = parse(f"<body>{body}</body>")
    found = illustrations(tree, {e for e in tree.iter() if e.get("class") == "k"})
    assert {e.tag for e in found} == {"img", "span"}
