"""Articles in one book: what is equal in two of them never meets, and what belongs together does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ebook.checks.ours import check_ours
from ebook.epub import write
from ebook.model import Edition, Metadata
from ebook.rules import Severity
from tests.books import (
    BODY,
    book_of,
    bound,
    chapter_of_file,
    chapters_of,
    files_of,
    find,
    page,
    picture,
    stated,
    tree_of,
)

NOTED = "# The night\n\n## Water\n\nA claim.[^1] Another.[^2]\n\n## Water\n\nText.\n\n[^1]: First note of {0}.\n[^2]: Second note of {0}.\n"


def sound(book) -> None:
    """Nothing in the finished book is wrong: ids are unique, every link arrives."""
    failures = [f for f in check_ours(write(book), "book.epub") if f.severity.rank > Severity.REVIEW.rank]
    assert [str(f.place) + f.message for f in failures] == []


def hrefs(book, name: str) -> list[str]:
    return [a.get("href") for a in find(tree_of(book, name), "//h:section//h:a[@href]")]


def test_equal_notes_and_headings_of_two_articles_stay_apart():
    book = book_of(NOTED.format("one"), NOTED.format("two"))
    sound(book)
    for name, word in (("chapter-01.xhtml", "one"), ("chapter-02.xhtml", "two")):
        tree = tree_of(book, name)
        assert "".join(find(tree, "//*[@id='note-1']")[0].itertext()).startswith(f"First note of {word}")
        assert all(h.startswith("#") for h in hrefs(book, name) if "note" in h)
    targets = [p.href for c in book.contents for p in c.children]
    assert len(targets) == len(set(targets)) == 6


@pytest.mark.parametrize(
    "body",
    [
        '<p id="title">One.</p><h2 id="notes-title">Two</h2><p id="note-1">Three.</p><p id="noteref-1">Four.</p><p>A <sup><a href="#fn">1</a></sup></p><ol><li id="fn">The note of it.</li></ol>',
        '<h2 id="section-1">One</h2><p>x</p><h2>Two</h2><p>x</p><h2 id="section-2">Three</h2><p>x</p>',
        '<h2 id="a">One</h2><p id="a">Two</p><p id="A">Three</p><p id="1 2">Four</p><p id="">Five</p><p><a href="#a">up</a> <a href="#1%202">up</a> <a href="#nowhere">up</a></p>',
        '<p>The Emergency Water Committee (EWC) met.</p><p id="use-term-ewc">The EWC met again.</p>',
    ],
)
def test_ids_of_the_author_do_not_meet_ours(body):
    sound(book_of(page(body), page(body)))


def test_two_articles_of_one_name_get_two_files():
    one, two = chapters_of(page("<p>One.</p>"), page("<p>Two.</p>"))
    book = bound(one, replace(two, source=one.source))
    names = [d.name for d in book.documents]
    assert len(names) == len(set(names))
    sound(book)


def test_pictures_of_one_name_in_two_folders_stay_two(tmp_path):
    chapters = []
    for name, colour in (("a", "teal"), ("b", "red")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "map.png").write_bytes(picture(colour=colour))
        (tmp_path / name / "article.html").write_text(page(f'<p><img src="map.png" alt="The {colour} map"></p>'))
        chapters.append(chapter_of_file(tmp_path / name / "article.html"))
    book = bound(*chapters)
    files = files_of(book)
    for number, colour in ((1, "teal"), (2, "red")):
        (image,) = find(tree_of(book, f"chapter-0{number}.xhtml"), "//h:img")
        assert image.get("alt") == f"The {colour} map"
        assert files["EPUB/" + image.get("src")] == picture(colour=colour)
    sound(book)


def test_one_picture_in_two_articles_is_held_once(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    (tmp_path / "copy.png").write_bytes(picture())
    chapters = []
    for name, image in (("a", "map.png"), ("b", "copy.png")):
        (tmp_path / f"{name}.html").write_text(page(f'<p><img src="{image}" alt="The map"></p>'))
        chapters.append(chapter_of_file(tmp_path / f"{name}.html"))
    assert sum(r.name.startswith("images/") for r in bound(*chapters).resources) == 1


def linked(*links: str, url: str = "") -> str:
    return page(
        "".join(f'<p>See <a href="{href}">the other story of that night</a>.</p>' for href in links),
        head=f'<link rel="canonical" href="{url}">' if url else "",
    )


def test_link_to_another_article_leads_into_the_book():
    book = book_of(
        linked("two.html", "./two.html#water", "two.html#gone", "two.html?print=1"),
        page('<h2 id="water">Water</h2><p>Text.</p>'),
    )
    assert hrefs(book, "chapter-01.xhtml") == [
        "chapter-02.xhtml",
        "chapter-02.xhtml#water",
        "chapter-02.xhtml",
        "chapter-02.xhtml",
    ]
    sound(book)


def test_link_to_the_address_of_another_article_leads_into_the_book():
    home, other = "https://courier.example.org/a/one", "https://courier.example.org/b/two"
    links = (other, "http://www.courier.example.org/b/two/", "/b/two", "../b/two#water", "//courier.example.org/b/two")
    book = book_of(
        linked(*links, url=home),
        page('<h2 id="water">Water</h2><p>Text.</p>', head=f'<link rel="canonical" href="{other}">'),
    )
    assert hrefs(book, "chapter-01.xhtml") == ["chapter-02.xhtml"] * 3 + ["chapter-02.xhtml#water", "chapter-02.xhtml"]
    sound(book)


def test_link_to_its_own_address_stays_in_the_chapter():
    home = "https://courier.example.org/a/one"
    book = book_of(
        page(
            f'<h2 id="water">Water</h2><p>Text.</p><p><a href="{home}#water">Back to the water</a></p>',
            head=f'<link rel="canonical" href="{home}">',
        ),
        page("<p>x</p>"),
    )
    assert hrefs(book, "chapter-01.xhtml") in (["#water"], ["chapter-01.xhtml#water"])


def test_different_queries_are_different_pages():
    book = book_of(
        linked("https://courier.example.org/?id=3", url="https://courier.example.org/?id=1"),
        page("<p>x</p>", head='<link rel="canonical" href="https://courier.example.org/?id=2">'),
    )
    assert hrefs(book, "chapter-01.xhtml") == ["https://courier.example.org/?id=3"]


def test_link_to_the_web_stays_and_a_relative_one_becomes_whole():
    book = book_of(
        linked(
            "https://example.org/x?a=1&amp;b=2#c",
            "map.html",
            "mailto:a@example.org",
            url="https://courier.example.org/a/one",
        )
    )
    assert hrefs(book, "chapter-01.xhtml") == [
        "https://example.org/x?a=1&b=2#c",
        "https://courier.example.org/a/map.html",
        "mailto:a@example.org",
    ]


def test_link_that_leads_nowhere_becomes_text_and_is_reported():
    book = book_of(linked("gone.html"))
    assert hrefs(book, "chapter-01.xhtml") == []
    assert "the other story of that night" in "".join(tree_of(book, "chapter-01.xhtml").itertext())
    assert [f.rule for f in book.findings] == ["link.dead"]


def test_link_between_markdown_articles_in_folders_arrives(tmp_path):
    for path, text in (
        ("a/one.md", "# One\n\nSee [the other story](../b/two%20stories.md#water)."),
        ("b/two stories.md", "# Two\n\n## Water\n\nText.\n"),
    ):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    book = bound(*(chapter_of_file(tmp_path / p, tmp_path) for p in ("a/one.md", "b/two stories.md")))
    assert hrefs(book, "chapter-01.xhtml")[0].startswith("chapter-02.xhtml")


def test_contents_nest_as_the_headings_do():
    text = page("<h2>A</h2><p>x</p><h3>A1</h3><p>x</p><h4>A1a</h4><p>x</p><h3>A2</h3><p>x</p><h2>B</h2><p>x</p>")
    for depth, expected in ((1, ""), (2, "A() B()"), (3, "A(A1() A2()) B()"), (4, "A(A1(A1a()) A2()) B()")):

        def shown(points) -> str:
            return " ".join(f"{p.title}({shown(p.children)})" for p in points)

        book = book_of(text, contents_depth=depth)
        chapter = next(p for p in book.contents if p.href == "chapter-01.xhtml")
        assert shown(chapter.children) == expected
        sound(book)


def test_contents_hold_every_document_in_reading_order():
    book = book_of(
        page("<p>x</p>"), page("<p>x</p>"), edition=Edition(title="Two nights", parts=(("First", 1), ("Second", 1)))
    )
    listed = [p.href.partition("#")[0] for top in book.contents for p in (top, *top.children)]
    assert list(dict.fromkeys(listed)) == [d.name for d in book.documents if d.name != "nav.xhtml"]


def test_parts_open_with_a_page_and_hold_their_articles():
    book = book_of(
        page("<p>x</p>"), page("<p>x</p>"), page("<p>x</p>"), edition=Edition(title="T", parts=(("", 1), ("Night", 2)))
    )
    part = next(p for p in book.contents if p.title == "Night")
    assert [p.href for p in part.children] == ["chapter-02.xhtml", "chapter-03.xhtml"]
    names = [d.name for d in book.documents]
    assert names.index("chapter-01.xhtml") < names.index(part.href) < names.index("chapter-02.xhtml")
    sound(book)


def test_foreign_titles_in_the_contents_say_their_language():
    book = book_of(
        page("<p>x</p>"),
        page("<p>ارتفع النهر في الليل ووصل إلى الدرجة الثانية من الرصيف.</p>", language="ar", title="ليلة الفيضان"),
        edition=Edition(language="en"),
    )
    (link,) = find(tree_of(book, "nav.xhtml"), "//h:nav[@id='toc']//h:a[@href='chapter-02.xhtml']")
    assert (link.get("lang"), link.get("dir")) == ("ar", "rtl")


def test_landmarks_lead_to_what_there_is():
    plain = {kind for kind, _, _ in book_of("# One\n\nText without anything.\n").landmarks}
    rich = {
        kind for kind, _, _ in book_of(NOTED.format("one") + "\nThe Emergency Water Committee (EWC) met.\n").landmarks
    }
    assert {"cover", "titlepage", "toc", "bodymatter"} <= plain
    assert rich - plain == {"endnotes", "glossary"}


def test_book_in_arabic_runs_from_right_to_left():
    book = book_of(
        page("<p>ارتفع النهر في الليل ووصل إلى الدرجة الثانية من الرصيف.</p>", language="ar", title="ليلة الفيضان")
    )
    assert (book.language, book.direction) == ("ar", "rtl")
    assert all(tree_of(book, d.name).get("dir") == "rtl" for d in book.documents)
    sound(book)


@pytest.mark.parametrize(
    ("attribute", "words"),
    [
        (' alt="The bridge at night"', "Image not included: The bridge at night"),
        ("", "Image not included; it has no description."),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        '<p>Look: <img src="gone.png"{}> There.</p>',
        '<p><img src="gone.png"{}></p>',
        '<figure><img src="gone.png"{}><figcaption>Caption.</figcaption></figure>',
        '<ul><li>One</li><li>Two <img src="gone.png"{}></li></ul>',
        '<table><tr><th>A</th></tr><tr><td><img src="https://example.org/x.png"{}></td></tr></table>',
        '<p>See <a href="https://example.org/"><img src="gone.png"{}></a> there.</p>',
    ],
)
def test_words_stand_where_a_picture_is_not(body, attribute, words):
    book = book_of(page(body.format(attribute)))
    tree = tree_of(book, "chapter-01.xhtml")
    assert words in "".join(tree.itertext())
    assert find(tree, "//h:img") == []
    sound(book)


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="map-large.png"><img src="map.png" alt="The bridge at night"></a></p>',
        '<div><a href="https://example.org/"><img src="map.png" alt="The bridge at night"></a></div>',
        '<ul><li><img src="map.png" alt="The bridge at night"></li></ul>',
    ],
)
def test_picture_in_a_link_or_a_list_of_its_own_is_kept(tmp_path, body):
    (tmp_path / "map.png").write_bytes(picture())
    (tmp_path / "a.html").write_text(page(body))
    assert [
        i.get("alt") for i in find(tree_of(bound(chapter_of_file(tmp_path / "a.html")), "chapter-01.xhtml"), "//h:img")
    ] == ["The bridge at night"]


def test_picture_at_the_end_of_a_page_is_not_dropped_in_silence():
    text = f'<html lang="en"><head><title>The night</title></head><body><h1>The night</h1>{BODY}<p><img src="gone.png" alt="The bridge at night"></p></body></html>'
    assert "The bridge at night" in "".join(tree_of(book_of(text), "chapter-01.xhtml").itertext())


def test_missing_decoration_leaves_nothing():
    book = book_of(page('<p>Look.<img src="gone.png" alt=""> There.</p>'))
    assert "Look. There." in "".join(tree_of(book, "chapter-01.xhtml").itertext())


def test_words_for_a_missing_picture_are_in_the_language_of_the_text():
    text = page(
        "<p>Le fleuve est monté pendant la nuit.</p><p><img src='gone.png' alt='Le pont la nuit'></p><p>À midi, l’eau a commencé à descendre et la ville a dormi.</p>",
        language="fr",
        title="La nuit",
    )
    assert "Image non incluse\u00a0: Le pont la nuit" in "".join(
        tree_of(book_of(text, edition=Edition(language="en")), "chapter-01.xhtml").itertext()
    )


def test_title_of_one_article_is_the_title_of_the_book_and_the_editors_wins():
    assert book_of(page("<p>x</p>")).title == "The night of the flood"
    assert book_of(page("<p>x</p>"), edition=Edition(title="Mine")).title == "Mine"


def test_title_with_markup_in_it_is_text_everywhere():
    book = book_of(
        page("<p>x</p>"),
        edition=Edition(
            title='Salt & <b>"pepper"</b>',
            subtitle="a < b",
            publisher="A & B",
            description="x <y> & z",
            rights="© & more",
        ),
    )
    sound(book)
    assert stated(book.meta, "dc:title") == ['Salt & <b>"pepper"</b>: a < b']


def test_most_used_language_is_that_of_the_book():
    french = page("<p>Le fleuve est monté pendant la nuit.</p>", language="fr", title="La nuit")
    assert book_of(page("<p>x</p>"), french, french).language == "fr"


@pytest.mark.parametrize("theme", ["plain", "dyslexia", "high-contrast", "large-print"])
def test_every_theme_makes_a_sound_book(theme):
    book = bound(*chapters_of(page("<p>x</p>")), theme=theme)
    sound(book)
    style = next(r.data.decode() for r in book.resources if r.name == "style.css")
    held = {r.name for r in book.resources}
    assert set(re.findall(r'url\("([^"]+)"\)', style)) <= held


def test_every_source_is_named_with_what_is_known_of_it():
    (chapter,) = chapters_of(page("<p>x</p>"))
    metadata = Metadata(
        title="The night",
        language="en",
        authors=("Ines Halloran", "Tobias Renn"),
        publisher="The Courier",
        published="2026-03-14",
        url="https://courier.example.org/a?b=1&c=2",
        licence="CC BY 4.0",
    )
    text = "".join(tree_of(bound(replace(chapter, metadata=metadata)), "sources.xhtml").itertext())
    for word in ("The night", "Ines Halloran and Tobias Renn", "The Courier", "March 14, 2026", "CC BY 4.0"):
        assert word in text


def test_bodies_of_the_articles_arrive_whole():
    assert BODY[3:-4] in "".join(tree_of(book_of(page("<p>x</p>")), "chapter-01.xhtml").itertext())
