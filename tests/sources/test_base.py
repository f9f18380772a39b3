"""`<base href>`: links, frames and pictures lead where a browser would go."""

from __future__ import annotations

import pytest

from ebook import sources
from ebook.markup import parse
from tests.books import LIMITS, picture

URL = "https://towpath.example.org/notes/river.html"


def read(tmp_path, base: str, body: str, *, url: str = URL):
    path = tmp_path / "page.html"
    path.write_text(f'<html><head><base target="_top"><base {base}><title>T</title></head><body>{body}</body></html>')
    return parse(sources.read(sources.Reference(source=str(path), url=url), **LIMITS).body)


def link(tmp_path, base: str, href: str, *, url: str = URL, more: str = "") -> str:
    tree = read(tmp_path, base, f'<p>One <a href="{href}">two</a></p>{more}', url=url)
    return str(next(tree.iter("a")).get("href"))


def source(tmp_path, base: str, attributes: str, *, url: str = URL) -> dict[str, str]:
    image = next(read(tmp_path, base, f"<p>One <img {attributes}></p>", url=url).iter("img"))
    return {str(k): str(v) for k, v in image.attrib.items() if not str(k).startswith("data-line")}


@pytest.mark.parametrize(
    "base",
    ["", 'href=""', 'href="."', f'href="{URL}"', 'href="javascript:x"', 'href="data:,x"', f'href="{"../" * 999}"'],
)
def test_page_without_another_base_keeps_its_addresses(tmp_path, base):
    assert link(tmp_path, base, "mill.html") == "mill.html"
    assert source(tmp_path, base, 'src="a.png"')["src"] == "a.png"


@pytest.mark.parametrize(
    ("base", "href", "leads"),
    [
        ("/", "mill.html", "https://towpath.example.org/mill.html"),
        ("/", "./mill.html", "https://towpath.example.org/mill.html"),
        ("/", "/mill.html", "https://towpath.example.org/mill.html"),
        ("/", "mill.html#wheel", "https://towpath.example.org/mill.html#wheel"),
        ("/", "#gone", "https://towpath.example.org/#gone"),
        ("../", "mill.html", "https://towpath.example.org/mill.html"),
        ("https://weir.example.org/a/b", "c", "https://weir.example.org/a/c"),
        ("https://weir.example.org/a/", "?n=2", "https://weir.example.org/a/?n=2"),
        ("https://weir.example.org/", "//x.example.org/y", "//x.example.org/y"),
        ("https://weir.example.org/", "mailto:a@example.org", "mailto:a@example.org"),
        ("https://weir.example.org/", "HTTPS://x.example.org/y", "HTTPS://x.example.org/y"),
        ("https://[oops/", "mill.html", "mill.html"),
    ],
)
def test_link_leads_where_the_base_says(tmp_path, base, href, leads):
    assert link(tmp_path, f'href="{base}"', href) == leads


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        ("/", "#here", URL),
        ("/notes/", "river.html#here", URL),
        ("/", "notes/river.html#here", URL),
        (URL, "river.html#here", ""),
        (URL, "#here", ""),
    ],
)
def test_place_in_the_page_is_still_one(tmp_path, base, href, url):
    assert link(tmp_path, f'href="{base}"', href, url=url, more='<h2 id="here">H</h2>') == "#here"


def test_base_without_a_known_address_is_a_folder_beside_the_page(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "map.png").write_bytes(picture())
    path = tmp_path / "page.html"
    path.write_text('<base href="deep/"><p>One <img src="map.png" alt="A map"> <a href="b.html">two</a></p>')
    article = sources.read(sources.Reference(source=str(path)), **LIMITS)
    assert [image.reference for image in article.images] == ["deep/map.png"]
    assert 'href="deep/b.html"' in article.body


def test_every_address_of_a_picture_follows_the_base(tmp_path):
    found = source(tmp_path, 'href="/i/"', 'src="a.png" data-src="b.png" srcset="c.png 400w, d.png 1200w"')
    assert found["src"] == "https://towpath.example.org/i/a.png"
    assert found["data-src"] == "https://towpath.example.org/i/b.png"
    assert found["srcset"] == "https://towpath.example.org/i/c.png 400w, https://towpath.example.org/i/d.png 1200w"


def test_picture_that_lies_beside_the_page_is_taken_along(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    assert source(tmp_path, 'href="https://weir.example.org/"', 'src="map.png" alt="A map"')["src"] == "map.png"


def test_sources_around_a_picture_and_frames_follow_the_base(tmp_path):
    body = '<p>One</p><picture><source srcset="a.webp"><img src="a.png"></picture><iframe src="film"></iframe>'
    tree = read(tmp_path, 'href="/i/"', body)
    assert [e.get("srcset") or e.get("src") for e in tree.iter("source", "img", "iframe")] == [
        "https://towpath.example.org/i/a.webp",
        "https://towpath.example.org/i/a.png",
        "https://towpath.example.org/i/film",
    ]
