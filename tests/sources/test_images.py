"""Pictures that come along with a page."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from lxml import etree

from ebook import sources
from ebook.drawings import clean_drawing
from ebook.markup import parse
from ebook.model import Article
from ebook.sources.images import with_images
from tests.books import LIMITS, bound, chapter_of_file, picture
from tests.tools import make_article

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30">{}</svg>'
)


def read(folder: Path, body: str, *, root: str = "", **limits: int) -> Article:
    path = folder / "article.html"
    path.write_text(f"<html lang='en'><body><h1>Title</h1><p>The river rose in the night.</p>{body}</body></html>")
    return sources.read(sources.Reference(source=str(path), root=root), **{**LIMITS, **limits})


def rules(article: Article) -> list[str]:
    return [f.rule for f in article.findings]


def drawn(content: str) -> str:
    return clean_drawing(SVG.format(content).encode())[0].decode()


def test_picture_beside_the_page_is_taken_as_it_is(tmp_path):
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "map.png").write_bytes(picture())
    article = read(tmp_path, '<img src="images/map.png" alt="A map of the river">')
    (image,) = article.images
    assert (image.reference, image.media_type, image.width, image.height, image.data) == (
        "images/map.png",
        "image/png",
        40,
        30,
        picture(),
    )
    assert rules(article) == []


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("a map.png", "a%20map.png"),
        ("a map.png", "a map.png"),
        ("map.png", "map.png?v=2"),
        ("map.png", "./map.png"),
        ("fluß.png", "flu%C3%9F.png"),
        ("MAP.PNG", "MAP.PNG"),
    ],
)
def test_address_is_read_as_browsers_read_it(tmp_path, name, address):
    (tmp_path / name).write_bytes(picture())
    assert [i.reference for i in read(tmp_path, f'<img src="{address}" alt="A map">').images] == [address]


def test_picture_shown_twice_is_taken_once(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    assert len(read(tmp_path, '<img src="map.png" alt="A map"><img src="map.png" alt="A map">').images) == 1


@pytest.mark.parametrize(
    "attributes",
    [
        'src="dot.gif" data-src="map.png"',
        'srcset="map.png 800w, small.png 300w"',
        'data-srcset="map.png 2x"',
        'data-lazy-src="map.png"',
    ],
)
def test_lazy_picture_is_found(tmp_path, attributes):
    (tmp_path / "map.png").write_bytes(picture())
    assert "map.png" in [i.reference for i in read(tmp_path, f"<img {attributes} alt='A map'>").images]


@pytest.mark.parametrize(
    ("form", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("GIF", "image/gif"), ("WEBP", "image/webp")]
)
def test_content_decides_the_type_not_the_name(tmp_path, form, media_type):
    (tmp_path / "map.bmp").write_bytes(picture(form))
    assert read(tmp_path, '<img src="map.bmp" alt="A map">').images[0].media_type == media_type


@pytest.mark.parametrize(("form", "media_type"), [("AVIF", "image/jpeg"), ("BMP", "image/png"), ("TIFF", "image/jpeg")])
def test_picture_that_books_cannot_show_is_converted_and_reported(tmp_path, form, media_type):
    (tmp_path / "map").write_bytes(picture(form))
    article = read(tmp_path, '<img src="map" alt="A map"><p>x</p>')
    assert [i.media_type for i in article.images] == [media_type]
    assert (article.images[0].width, article.images[0].height) == (40, 30)
    assert rules(article) == ["image.converted"]


def test_transparency_survives_conversion(tmp_path):
    from io import BytesIO

    from PIL import Image

    target = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(target, "TIFF")
    (tmp_path / "map.tiff").write_bytes(target.getvalue())
    (image,) = read(tmp_path, '<img src="map.tiff" alt="A map">').images
    assert Image.open(BytesIO(image.data)).convert("RGBA").getpixel((5, 5))[3] == 0


def test_picture_above_the_limit_is_scaled_down(tmp_path):
    (tmp_path / "map.png").write_bytes(picture(size=(5000, 50)))
    (image,) = read(tmp_path, '<img src="map.png" alt="A map">', max_pixels=100_000).images
    assert image.width <= 4096


def test_picture_outside_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "page").mkdir()
    article = read(tmp_path / "page", '<img src="../secret.png" alt="A secret">')
    assert article.images == ()
    assert rules(article) == ["image.outside"]


def test_picture_beside_the_folder_of_its_page_is_taken_from_a_collection(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    (tmp_path / "page").mkdir()
    assert [
        i.reference for i in read(tmp_path / "page", '<img src="../map.png" alt="A map">', root=str(tmp_path)).images
    ] == ["../map.png"]


def test_link_of_the_file_system_does_not_lead_outside(tmp_path):
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "map.png").symlink_to(tmp_path / "secret.png")
    article = read(tmp_path / "page", '<img src="map.png" alt="A map">')
    assert (article.images, rules(article)) == ((), ["image.outside"])


@pytest.mark.parametrize("form", ["{}", "file://{}", "//localhost{}", "..%2F..%2F..%2F..{}"])
def test_absolute_address_reads_no_file(tmp_path, form):
    (tmp_path / "map.png").write_bytes(picture())
    (tmp_path / "page").mkdir()
    assert read(tmp_path / "page", f'<img src="{form.format(tmp_path / "map.png")}" alt="A map">').images == ()


def test_pipe_in_place_of_a_picture_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "map.png")
    assert read(tmp_path, '<img src="map.png" alt="A map">').images == ()


def test_standard_input_takes_no_files_along(tmp_path, monkeypatch):
    (tmp_path / "map.png").write_bytes(picture())
    monkeypatch.chdir(tmp_path)
    article = sources.from_text("<html><body><p>Text</p><img src='map.png' alt='A map'></body></html>", "-")
    assert with_images(article, None, None, max_pixels=10**6).images == ()


def test_missing_picture_is_reported_once_and_its_words_stay(tmp_path):
    read(tmp_path, '<figure><img src="gone.png" alt="The bridge at night"><figcaption>The bridge</figcaption></figure>')
    chapter = chapter_of_file(tmp_path / "article.html")
    book = bound(chapter)
    assert [f.rule for f in (*chapter.findings, *book.findings) if f.rule.startswith("image.")] == ["image.missing"]
    assert "The bridge at night" in next(d.xhtml for d in book.documents if d.name == "chapter-01.xhtml")


def test_picture_in_its_address_is_taken_and_the_address_gets_short(tmp_path):
    data = picture("JPEG")
    article = read(tmp_path, f'<img src="data:image/jpeg;base64,{base64.b64encode(data).decode()}" alt="A map">')
    (image,) = article.images
    assert (image.data, image.media_type) == (data, "image/jpeg")
    assert [i.get("src") for i in parse(article.body).iter("img")] == [image.reference]
    assert "base64" not in article.body


def test_drawing_in_its_address_is_cleaned(tmp_path):
    data = SVG.format('<script>alert(1)</script><rect width="40" height="30"/><text>' + "x" * 80 + "</text>")
    article = read(
        tmp_path, f'<img src="data:image/svg+xml;base64,{base64.b64encode(data.encode()).decode()}" alt="A map">'
    )
    assert [i.media_type for i in article.images] == ["image/svg+xml"]
    assert b"script" not in article.images[0].data


@pytest.mark.parametrize(
    "address",
    [
        "data:",
        "data:image/png",
        "data:image/png;base64,",
        "data:image/png;base64,!!!",
        "data:image/png;base64," + "A" * 400,
        "data:text/html,<p>x</p>" + "x" * 200,
    ],
)
def test_broken_picture_in_an_address_stops_nothing(tmp_path, address):
    assert read(tmp_path, f"<img src='{address}' alt='A map'>").images == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture at all",
        picture()[:60],
        b"<svg xmlns='http://www.w3.org/2000/svg'><g>",
        b"\xff\xd8\xff\xe0" + b"\x00" * 50,
        b'<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
    ],
)
def test_broken_file_is_reported_and_left_out(tmp_path, data):
    (tmp_path / "map.png").write_bytes(data)
    article = read(tmp_path, '<img src="map.png" alt="A map">')
    assert (article.images, rules(article)) == ((), ["image.unreadable"])


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)" width="4" height="4"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>",
        '<image xlink:href="https://example.org/x.png"/>',
        '<use xlink:href="https://example.org/x.svg#a"/>',
        '<image href="https://example.org/x.png"/>',
        "<style>@import url(https://example.org/x.css);</style>",
        '<rect style="fill:url(https://example.org/x.svg#a)"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"><rect width="4" height="4"/></a>',
        '<animate attributeName="x" to="5"/>',
        "<handler>x</handler>",
    ],
)
def test_drawing_is_made_safe(bad):
    clean = drawn(f'{bad}<circle r="4"/>')
    for word in (
        "alert",
        "script",
        "example.org",
        "onload",
        "foreignObject",
        "animate",
        "javascript",
        "handler",
        "<set",
    ):
        assert word not in clean
    assert "circle" in clean
    etree.fromstring(clean.encode())


@pytest.mark.parametrize(
    "good",
    [
        '<path d="M0 0L9 9" fill="#369" stroke-width="2" transform="rotate(4)"/>',
        '<use xlink:href="#a"/>',
        '<rect fill="url(#g)"/>',
        "<style>.a { fill: red }</style>",
        '<g clip-path="url(#c)"><text x="4" y="4">Water <tspan>level</tspan> today</text></g>',
        "<title>Levels</title><desc>The levels of a week.</desc>",
        """<rect fill="url('#g')"/>""",
        '<rect style="fill: url( #g )"/>',
        "<rect style='fill:url(\"#g\")'/>",
    ],
)
def test_harmless_part_of_a_drawing_is_kept(good):
    def shape(text: str):
        return [(str(e.tag), dict(e.attrib), (e.text or "").strip()) for e in etree.fromstring(text.encode()).iter()][
            1:
        ]

    assert shape(drawn(good)) == shape(SVG.format(good))


def test_words_of_a_drawing_survive_the_links_around_them():
    clean = drawn('<text>Level <a xlink:href="https://example.org/">today</a> at noon</text>')
    assert "Level today at noon" in " ".join("".join(etree.fromstring(clean.encode()).itertext()).split())


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30"', (40, 30)),
        ('width="1in" height="10mm"', (96, 38)),
        ('viewBox="0 0 200 100"', (200, 100)),
        ('width="100%" height="100%" viewBox="0,0,200,100"', (200, 100)),
        ("", (0, 0)),
        ('width="1.2.3" height="."', (0, 0)),
    ],
)
def test_size_of_a_drawing_is_known_where_it_says_so(attributes, size):
    assert clean_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><g/></svg>'.encode())[1:] == size


def test_drawing_without_a_namespace_gets_one():
    clean, _, _ = clean_drawing(b'<svg width="4" height="4"><rect width="4" height="4"/></svg>')
    assert {e.tag for e in etree.fromstring(clean).iter()} == {
        "{http://www.w3.org/2000/svg}svg",
        "{http://www.w3.org/2000/svg}rect",
    }


def test_article_without_pictures_is_not_touched(tmp_path):
    article = make_article("<p>Text</p>")
    assert with_images(article, tmp_path, tmp_path, max_pixels=10**6) is article


CHART = '<svg viewBox="0 0 600 400" {}><path d="M0 0h9"/><text>5 m</text></svg>'


def test_drawing_in_a_page_becomes_a_picture_with_its_words(tmp_path):
    article = read(
        tmp_path, '<svg viewBox="0 0 600 400"><title>Levels</title><desc>They rise</desc><path d="M0 0"/></svg>'
    )
    (image,) = article.images
    assert (image.media_type, image.width, image.height) == ("image/svg+xml", 600, 400)
    (shown,) = parse(article.body).iter("img")
    assert (shown.get("src"), shown.get("alt")) == (image.reference, "Levels. They rise")


@pytest.mark.parametrize(
    "drawing",
    [
        CHART.format('aria-hidden="true"'),
        '<svg width="16" height="16" role="img" aria-label="Share"><path d="M0 0"/></svg>',
        '<a href="/"><svg viewBox="0 0 600 400" aria-label="The Gazette"><path d="M0 0"/></svg></a>',
        '<svg viewBox="0 0 600 400" role="img"><use href="#sprite"/></svg>',
        '<svg><path d="M0 0"/></svg>',
    ],
)
def test_icons_are_no_pictures(tmp_path, drawing):
    assert read(tmp_path, f"<p>a {drawing}</p>").images == ()


def test_drawing_with_much_in_it_is_a_picture_without_words(tmp_path):
    (shown,) = parse(read(tmp_path, CHART.format("")).body).iter("img")
    assert shown.get("alt") is None


def test_preview_in_the_page_gives_way_to_the_picture(tmp_path):
    data = "data:image/png;base64," + base64.b64encode(picture()).decode()
    article = read(tmp_path, f'<img src="{data}" data-src="https://a.example/map.png" alt="A map">')
    assert article.images == ()
    assert "https://a.example/map.png" in chapter_of_file(tmp_path / "article.html").xhtml


def test_empty_drawing_that_keeps_a_place_is_no_picture(tmp_path):
    place = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1400 900' width='1400' height='900'%3E%3C/svg%3E"
    assert read(tmp_path, f'<img src="{place}" alt="A map">').images == ()


def test_larger_version_beside_the_page_is_taken(tmp_path):
    for name in ("map.png", "map-small.png"):
        (tmp_path / name).write_bytes(picture())
    (image,) = read(tmp_path, '<a href="map.png"><img src="map-small.png" alt="A map"></a>').images
    assert image.reference == "map.png"


@pytest.mark.parametrize(
    "attributes",
    [
        'width="1em" height="1em" viewBox="0 0 512 512"',
        'style="height: 2em" viewBox="0 0 512 512"',
        'width="20" viewBox="0 0 512 512"',
        'class="svg-inline--fa fa-bell" viewBox="0 0 512 512"',
    ],
)
def test_sign_drawn_on_a_large_grid_is_an_icon(tmp_path, attributes):
    drawing = f'<svg {attributes} role="img" aria-label="Alarm"><path d="M0 0h9"/></svg>'
    assert read(tmp_path, f"<p>Ring {drawing} at noon.</p>").images == ()


def test_drawing_that_a_style_makes_large_is_a_picture(tmp_path):
    drawing = '<svg style="width:20em" viewBox="0 0 32 16"><title>Levels</title><path d="M0 0h9"/></svg>'
    (shown,) = parse(read(tmp_path, f"<p>{drawing}</p>").body).iter("img")
    assert shown.get("alt") == "Levels"
