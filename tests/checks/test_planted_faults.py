"""Each rule finds faults planted into a good book, and leaves look-alikes alone."""

from __future__ import annotations

import io

import pytest
from PIL import Image as Pillow

from ebook.checks.ours import check_ours
from ebook.epub import write
from ebook.rules import Finding, Severity
from tests.books import OPF, book_of, changed, moving, page, picture
from tests.checks import planted

ONE, TWO, NAV, SHEET = "EPUB/chapter-01.xhtml", "EPUB/chapter-02.xhtml", "EPUB/nav.xhtml", "EPUB/style.css"
SOURCES = "EPUB/sources.xhtml"
_END = b"</section>\n</main>"


_FEATURE = '<meta property="schema:accessibilityFeature">{}</meta>'
_CONFORMS = '<meta property="dcterms:conformsTo">{}</meta>'


@pytest.fixture(scope="module")
def good() -> bytes:
    author = '<meta name="author" content="Ines Halloran"/>'
    first = page("<h2>Water</h2><p>It rose.</p>", head=author)
    data = write(book_of(first, page("<p>It fell.</p>", title="The day after", head=author)))
    return changed(data, {SHEET: b"a { text-decoration: underline }\n", "EPUB/cover.png": picture(size=(640, 480))})


def found(data: bytes) -> list[Finding]:
    """What is found above information, claims left out: these are judged by tests of their own."""
    return [f for f in check_ours(data, "book.epub") if not f.rule.startswith(("book.claim", "book.hazard"))]


def above(data: bytes) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in found(data) if f.severity.rank > Severity.INFO.rank]


def with_fragment(good: bytes, fragment: str, file: str = ONE) -> bytes:
    return changed(good, {file: lambda content: content.replace(_END, fragment.encode() + _END, 1)})


def swapped(good: bytes, file: str, old: str, new: str) -> bytes:
    def change(content: bytes) -> bytes:
        assert old.encode() in content, content.decode()
        return content.replace(old.encode(), new.encode())

    return changed(good, {file: change})


def test_good_book_is_left_alone(good: bytes) -> None:
    assert found(good) == []


@pytest.mark.parametrize(("rule", "fragment"), [(r, f) for r, fs in planted.FRAGMENTS.items() for f in fs])
def test_fault_in_a_chapter_is_found_where_it_stands(good: bytes, rule: str, fragment: str) -> None:
    data = with_fragment(good, "\n" + fragment)
    places = [f.place for f in found(data) if f.rule == rule]
    assert places, [(f.rule, f.message) for f in found(data)]
    assert {p.file for p in places} == {ONE}
    assert all(p.line == places[0].line > 0 for p in places)


@pytest.mark.parametrize("fragment", planted.CLEAN)
def test_look_alike_in_a_chapter_is_left_alone(good: bytes, fragment: str) -> None:
    data = changed(with_fragment(good, fragment), {"EPUB/images/ornament.png": picture()})
    assert [f for f in above(data) if "ornament.png" not in f[1]] == []


@pytest.mark.parametrize(("rule", "sheet"), [(r, s) for r, sheets in planted.SHEETS.items() for s in sheets])
def test_fault_in_a_style_sheet_is_found_in_its_line(good: bytes, rule: str, sheet: str) -> None:
    data = changed(good, {SHEET: b"a { text-decoration: underline }\n" + sheet.encode()})
    lines = {(f.place.file, f.place.line) for f in found(data) if f.rule == rule}
    assert lines in ({(SHEET, 2)}, {(SHEET, 0)}), [(f.rule, f.place) for f in found(data)]


@pytest.mark.parametrize("sheet", planted.CLEAN_SHEETS)
def test_clean_style_sheet_is_left_alone(good: bytes, sheet: str) -> None:
    assert above(changed(good, {SHEET: sheet.encode()})) == []


def test_style_element_is_judged_with_the_lines_of_its_document(good: bytes) -> None:
    data = swapped(good, ONE, "</head>", "<style>\np { margin: 0 }\np { text-align: justify }</style></head>")
    (finding,) = [f for f in found(data) if f.rule == "css.justified"]
    assert finding.place.file == ONE and finding.place.line > 7


def test_bold_title_of_a_chapter_without_headings_is_shown(good: bytes) -> None:
    data = changed(good, {TWO: lambda d: d.replace(b"<h1", b"<p><b").replace(b"</h1>", b"</b></p>")})
    (finding,) = [f for f in found(data) if f.rule == "book.no-heading"]
    assert finding.place.snippet == "The day after"


def test_chapter_of_a_part_may_start_at_level_two(good: bytes) -> None:
    data = changed(good, {TWO: lambda d: d.replace(b"<h1", b"<h2").replace(b"</h1>", b"</h2>")})
    assert found(data) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (ONE, "<main>", "<div>", "book.no-main"),
        (TWO, "<title>The day after</title>", "<title>The night of the flood</title>", "book.titles-alike"),
        (ONE, "<title>The night of the flood</title>", "<title>chapter-01.xhtml</title>", "book.title-says-nothing"),
        (ONE, "<title>The night of the flood</title>", "<title>Untitled</title>", "book.title-says-nothing"),
        (NAV, ">The day after<", ">Anything else<", "book.contents-label"),
        (NAV, 'epub:type="bodymatter"', 'epub:type="loi"', "book.landmarks-poor"),
        (ONE, 'lang="en" xml:lang="en"', 'xml:lang="en"', "book.language-half"),
        (ONE, 'lang="en" xml:lang="en"', 'lang="en"', "book.language-half"),
        (OPF, "<dc:language>en</dc:language>", "<dc:language>fr</dc:language>", "book.book-language"),
        (OPF, ' xml:lang="en"', "", "book.package-language"),
        (OPF, "</metadata>", '<meta property="rendition:layout">pre-paginated</meta></metadata>', "book.fixed-layout"),
        (OPF, "</metadata>", '<meta property="group-position">first</meta></metadata>', "book.series-position"),
    ],
)
def test_fault_in_the_frame_of_the_book_is_found(good: bytes, file: str, old: str, new: str, rule: str) -> None:
    data = swapped(good, file, old, new)
    if new == "<div>":
        data = swapped(data, file, "</main>", "</div>")
    found_at = [f.place.file for f in found(data) if f.rule == rule]
    assert found_at and found_at[0] in (file, ONE), [(f.rule, f.message) for f in found(data)]


def test_text_in_another_language_than_declared_needs_a_person(good: bytes) -> None:
    data = with_fragment(good, f"<p>{planted.LONG}</p>")
    assert found(data) == []
    stated = swapped(data, ONE, 'lang="en" xml:lang="en"', 'lang="de" xml:lang="de"')
    assert [f.rule for f in found(stated)] == ["book.language-doubtful"]


def test_author_that_nobody_names_needs_a_person(good: bytes) -> None:
    data = changed(
        good, {OPF: lambda d: d.replace(b"dc:creator", b"dc:relation").replace(b"dc:contributor", b"dc:type")}
    )
    assert "book.no-creator" in {f.rule for f in found(data)}


def test_contents_in_another_order_than_the_book_are_found(good: bytes) -> None:
    def turned(content: bytes) -> bytes:
        return content.replace(b"chapter-01", b"X").replace(b"chapter-02", b"chapter-01").replace(b"X", b"chapter-02")

    rules = {f.rule for f in found(changed(good, {NAV: turned}))}
    assert "book.contents-order" in rules


def test_document_outside_of_the_reading_order_must_be_linked(good: bytes) -> None:
    data = swapped(good, OPF, 'idref="chapter-02"', 'idref="chapter-02" linear="no"')
    data = changed(data, {f: lambda d: d.replace(b"chapter-02.xhtml", b"chapter-01.xhtml") for f in (NAV, SOURCES)})
    assert "book.unreachable" in {f.rule for f in found(data)}
    linked = with_fragment(data, '<p><a href="chapter-02.xhtml">What came after</a></p>')
    assert "book.unreachable" not in {f.rule for f in found(linked)}


_MARK = '<span epub:type="pagebreak" role="doc-pagebreak" id="p{0}" aria-label="{0}"></span>'
_LIST = '<nav epub:type="page-list" role="doc-pagelist" aria-label="Pages"><ol>{}</ol></nav></body>'
_ENTRY = '<li><a href="chapter-0{}.xhtml#p{}">{}</a></li>'


def paged(good: bytes, *entries: str, source: bool = True) -> bytes:
    data = with_fragment(with_fragment(good, _MARK.format(1)), _MARK.format(2), TWO)
    if entries:
        data = swapped(data, NAV, "</body>", _LIST.format("".join(entries)))
    meta = '<meta property="pageBreakSource">none</meta></metadata>'
    return swapped(data, OPF, "</metadata>", meta) if source else data


@pytest.mark.parametrize(
    ("entries", "source", "rules"),
    [
        ((_ENTRY.format(1, 1, 1), _ENTRY.format(2, 2, 2)), True, set()),
        ((_ENTRY.format(1, 1, 1), _ENTRY.format(2, 2, 2)), False, {"book.pages-without-source"}),
        ((_ENTRY.format(1, 1, 1),), True, {"book.page-not-listed"}),
        ((), True, {"book.page-not-listed"}),
        ((_ENTRY.format(2, 2, 2), _ENTRY.format(1, 1, 1)), True, {"book.pages-out-of-order"}),
    ],
)
def test_pages_are_listed_in_order_with_their_source(
    good: bytes, entries: tuple[str, ...], source: bool, rules: set[str]
) -> None:
    assert {f.rule for f in found(paged(good, *entries, source=source))} == rules


def test_page_without_a_number_is_found(good: bytes) -> None:
    data = swapped(paged(good), ONE, ' aria-label="1"', "")
    assert "book.page-without-number" in {f.rule for f in found(data)}


@pytest.mark.parametrize("back", [True, False])
def test_entry_of_a_glossary_leads_back(good: bytes, back: bool) -> None:
    link = '<a role="doc-backlink" href="chapter-01.xhtml#g9">Back to stage in the first chapter</a>' if back else ""
    data = with_fragment(
        good, '<p>The <a role="doc-glossref" epub:type="glossref" id="g9" href="chapter-02.xhtml#t9">stage</a></p>'
    )
    data = with_fragment(
        data, f'<dl><dt id="t9"><dfn>stage</dfn></dt><dd>Height. {link}</dd><dt>weir</dt><dd>x</dd></dl>', TWO
    )
    assert ("book.term-without-way-back" in {f.rule for f in found(data)}) is not back


def test_picture_that_moves_needs_a_person(good: bytes) -> None:
    fragment = '<p><img src="images/m.gif" alt="Rain that falls on a lake"/></p>'
    item = '<item id="m9" href="images/m.gif" media-type="image/gif"/></manifest>'
    data = changed(
        swapped(with_fragment(good, fragment), OPF, "</manifest>", item), {"EPUB/images/m.gif": moving("GIF")}
    )
    assert {f.rule for f in found(data) if f.place.file == ONE} >= {"book.image-moving"}
    still = changed(data, {"EPUB/images/m.gif": picture("GIF")})
    assert "book.image-moving" not in {f.rule for f in found(still)}


def test_recording_with_a_transcript_beside_it_is_left_alone(good: bytes) -> None:
    fragment = (
        '<audio src="a.mp3" controls="controls"></audio><p><a href="chapter-02.xhtml">Transcript of the talk</a></p>'
    )
    assert "book.media-without-text" not in {f.rule for f in found(with_fragment(good, fragment))}


def test_sound_on_the_web_that_the_manifest_lists_is_no_fault_of_its_own(good: bytes) -> None:
    fragment = '<p><audio src="https://example.org/a.mp3" controls="controls"></audio></p>'
    item = '<item id="a9" href="https://example.org/a.mp3" media-type="audio/mpeg"/></manifest>'
    assert "book.remote" in {f.rule for f in found(with_fragment(good, fragment))}
    assert "book.remote" not in {
        f.rule for f in found(swapped(with_fragment(good, fragment), OPF, "</manifest>", item))
    }


def test_deeply_nested_document_is_refused_in_words(good: bytes) -> None:
    data = with_fragment(good, "<div>" * 3000 + "x" + "</div>" * 3000)
    assert any(f.rule == "book.malformed" for f in found(data))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("</metadata>", _FEATURE.format("transcript") + "</metadata>", "book.claim-false"),
        ("</metadata>", _FEATURE.format("printPageNumbers") + "</metadata>", "book.claim-deprecated"),
        ("</metadata>", _FEATURE.format("none") + "</metadata>", "book.claim-contradiction"),
        ('Hazard">none<', 'Hazard">noSoundHazard<', "book.hazard-missing"),
        ("</metadata>", _CONFORMS.format("EPUB Accessibility 1.1, WCAG AA") + "</metadata>", "book.conformance-form"),
        (
            "</metadata>",
            _CONFORMS.format("EPUB Accessibility 1.1 - WCAG 2.2 Level AA") + "</metadata>",
            "book.conformance-nobody",
        ),
        (_FEATURE.format("tableOfContents"), "", "book.claim-missing"),
    ],
)
def test_claim_that_is_not_true_is_found_in_the_package(good: bytes, old: str, new: str, rule: str) -> None:
    assert rule in {f.rule for f in check_ours(swapped(good, OPF, old, new), "book.epub") if f.place.file == OPF}


def test_picture_that_flashes_fails(good: bytes) -> None:
    fragment = '<p><img src="images/m.gif" alt="Lightning over a lake"/></p>'
    item = '<item id="m9" href="images/m.gif" media-type="image/gif"/></manifest>'
    data = swapped(with_fragment(good, fragment), OPF, "</manifest>", item)
    frames = [Pillow.new("L", (40, 30), shade) for shade in (0, 255) * 8]
    target = io.BytesIO()
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], duration=50, loop=0)
    assert "book.image-flashing" in {f.rule for f in found(changed(data, {"EPUB/images/m.gif": target.getvalue()}))}
