"""Faults that a reading of the code found: each was seen before it was mended."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image as Pillow

import ebook
from ebook.errors import UnreadableInput, UsageProblem
from ebook.markup import parse
from ebook.model import Article, Kind
from ebook.passes.notes import notes
from ebook.sources import Reference, expand, from_text
from ebook.sources.sniff import kind_of
from tests.books import ebook as run
from tests.tools import ROOT, XHTML, chapter_of, read_epub, words_of

PROSE = "<p>The river rose in the night, and by the morning it stood at the second step of the quay.</p>"


def page(body: str, head: str = "") -> str:
    return (
        f"<html lang='en'><head><title>Flood</title>{head}</head><body><h1>Flood</h1>{PROSE}{body}{PROSE}</body></html>"
    )


def build(text: str, folder: Path, *, check: bool = False) -> dict[str, bytes]:
    (folder / "a.html").write_text(text)
    ebook.build(folder / "a.html", output=folder / "a.epub", options={"check": check})
    return read_epub((folder / "a.epub").read_bytes())


def picture(colour: str) -> bytes:
    data = io.BytesIO()
    Pillow.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


def test_normalise_never_writes_over_its_input(tmp_path: Path) -> None:
    (tmp_path / "p.xhtml").write_text(page(""))
    before = (tmp_path / "p.xhtml").read_bytes()
    assert run("normalise", "p.xhtml", "-o", ".", folder=tmp_path).returncode == 2
    assert (tmp_path / "p.xhtml").read_bytes() == before


def test_pictures_of_one_name_in_two_inputs_are_both_written(tmp_path: Path) -> None:
    for name, colour in (("one", "red"), ("two", "blue")):
        (tmp_path / name / "img").mkdir(parents=True)
        (tmp_path / name / "img" / "a.png").write_bytes(picture(colour))
        (tmp_path / name / f"{name}.html").write_text(page('<p><img src="img/a.png" alt="The quay at dawn"></p>'))
    assert run("normalise", "one/one.html", "two/two.html", "-o", "out", folder=tmp_path).returncode == 0
    assert {f.read_bytes() for f in (tmp_path / "out").rglob("*.png")} == {picture("red"), picture("blue")}


def test_archive_that_is_no_book_is_not_replaced(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "report.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    before = (tmp_path / "report.docx").read_bytes()
    (tmp_path / "a.html").write_text(page(""))
    with pytest.raises(UsageProblem):
        ebook.build(tmp_path / "a.html", output=tmp_path / "report.docx", options={"check": False})
    assert (tmp_path / "report.docx").read_bytes() == before


def test_dates_as_headings_of_a_diary_stay() -> None:
    days = "".join(f"<h2>{n} March 2026</h2><p>Rain again.</p>" for n in range(1, 5))
    chapter = chapter_of(f"<html lang='en'><head><title>Diary</title></head><body><h1>Diary</h1>{days}</body></html>")
    tree = etree.fromstring(chapter.xhtml.encode())
    assert len(list(tree.iter(f"{XHTML}h2"))) == 4


def test_unreferenced_notes_of_several_lists_keep_their_order() -> None:
    items = "".join(
        f'<ol><li id="n{n}">Note {n}.</li><li>Extra {n}a.</li><li>Extra {n}b.</li></ol>' for n in range(1, 9)
    )
    references = "".join(f'<p>Word<sup><a href="#n{n}">{n}</a></sup>.</p>' for n in range(1, 9))
    seen = set()
    for _ in range(6):
        padding = [object() for _ in range(1000 * len(seen) + 17)]
        tree = parse(f'<body lang="en">{references}{items}</body>')
        list(notes(tree, Article(source="a", kind=Kind.PAGE, body="")))
        seen.add(words_of(tree))
        del padding
    assert len(seen) == 1
    text = seen.pop()
    extras = [text.index(f"Extra {n}a.") for n in range(1, 9)]
    assert extras == sorted(extras)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="http://[bad">',
        '<link rel="canonical" href="http://x y|z/{a}">',
        '<link rel="license" href="https://example.org/a b|{c}">',
    ],
)
@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_address_that_is_none_does_not_cost_the_book(head: str, tmp_path: Path) -> None:
    build(page("", head), tmp_path, check=True)


@pytest.mark.parametrize(
    "body",
    [
        "<p>A <dfn><a href='https://example.org/'>gauge</a></dfn> is a measure of the level of a river.</p>",
        "<p>Rain<a href='#fn1' id='r1' role='doc-noteref'><sup>1</sup></a>.</p><section role='doc-endnotes'><hr>"
        "<ol><li id='fn1'><p>Heavy.<a href='#r1' role='doc-backlink'>↩</a></p></li></ol></section>",
        "<h2><img src='gone.png' alt='The second day'></h2>",
        "<p><math><mi width='3' mathvariant='x' columnalign='left'>x</mi></math></p>",
        "<p><ruby>base</ruby></p>",
        "<p><a href='http://x:99999/'>a port</a> <a href='http://..../'>a host</a> <a href='mailto:'>nobody</a></p>",
    ],
)
@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_odd_markup_still_makes_a_valid_book(body: str, tmp_path: Path) -> None:
    build(page(body), tmp_path, check=True)


def test_notes_of_a_page_that_pandoc_made_are_gathered(tmp_path: Path) -> None:
    body = (
        "<p>Rain<a href='#fn1' id='r1' role='doc-noteref'><sup>1</sup></a>.</p><section role='doc-endnotes'><hr>"
        "<ol><li id='fn1'><p>Heavy rain.<a href='#r1' role='doc-backlink'>↩</a></p></li></ol></section>"
    )
    tree = etree.fromstring(build(page(body), tmp_path)["EPUB/chapter-01.xhtml"])
    sections = [s for s in tree.iter(f"{XHTML}section") if s.get("role") == "doc-endnotes"]
    assert [words_of(s) for s in sections] == ["NotesHeavy rain. ↩"]


def test_symbolic_link_that_leaves_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The key is under the third stone of the quay.")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(page(""))
    (tmp_path / "in" / "notes.txt").symlink_to(tmp_path / "secret.txt")
    assert expand((str(tmp_path / "in"),)).references == (
        Reference(source=str(tmp_path / "in" / "a.html"), root=str(tmp_path / "in")),
    )


def test_check_runs_no_program_of_the_folder_it_is_started_in(tmp_path: Path) -> None:
    trap = tmp_path / "node_modules" / ".bin" / "ace-cli"
    trap.parent.mkdir(parents=True)
    trap.write_text("#!/bin/sh\ntouch ran\n")
    trap.chmod(0o755)
    build(page(""), tmp_path)
    script = "from ebook.checks import tools; print(tools.ace())"
    variables = {
        **{k: v for k, v in os.environ.items() if k != "EBOOK_ACE"},
        "PYTHONPATH": str(ROOT),
        "PATH": "/nowhere",
    }
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=variables, capture_output=True)
    assert done.stdout.strip() == b""


@pytest.mark.parametrize("tag", ["und", "mul", "zxx"])
def test_tag_that_states_no_language_is_not_taken_for_one(tag: str) -> None:
    chapter = chapter_of(page("").replace("lang='en'", f"lang='{tag}'"))
    assert chapter.metadata.language == "en"


def test_many_comments_before_a_text_and_many_brackets_come_to_an_end() -> None:
    assert kind_of("<!-- a -->\n" * 40 + "Some words.") is Kind.TEXT
    assert kind_of("[a](" * 5000) is Kind.TEXT


def test_comments_alone_are_refused_and_markdown_after_one_is_read() -> None:
    with pytest.raises(UnreadableInput):
        from_text("<!-- nothing here -->", "a.html")
    assert kind_of("<!-- markdownlint-disable -->\n# The river\n\nIt **rose**.") is Kind.MARKDOWN


def test_script_in_a_drawing_of_a_book_is_reported(tmp_path: Path) -> None:
    from ebook.checks.ours import check_ours
    from tests.books import changed

    build(page("").replace("Flood", "洪水"), tmp_path)  # a title that the cover's font lacks: a drawn cover
    data = (tmp_path / "a.epub").read_bytes()
    assert not [f for f in check_ours(data, "a.epub") if f.rule == "book.active"]
    bad = changed(data, {"EPUB/cover.svg": lambda d: d.replace(b"</svg>", b"<script>x()</script></svg>")})
    assert [f.rule for f in check_ours(bad, "a.epub") if f.rule == "book.active"] == ["book.active"]


def test_every_rule_of_the_catalogue_is_reported_somewhere() -> None:
    code = "".join(f.read_text("utf-8") for f in (ROOT / "ebook").rglob("*.py") if f.name != "rules.py")
    assert [r.id for r in ebook.RULES if f'"{r.id}"' not in code] == []


def test_reference_to_a_note_that_is_not_there_is_reported_and_leads_nowhere() -> None:
    chapter = chapter_of(page('<p>Rain<sup><a href="#fn9">9</a></sup> fell.</p>'))
    assert [f.rule for f in chapter.findings if f.rule in ("note.missing", "link.dead")] == ["note.missing"]
    assert "fn9" not in chapter.xhtml
    assert "9" in words_of(etree.fromstring(chapter.xhtml.encode()))


def test_way_back_from_the_glossary_is_in_its_own_languages(sample_book: Path) -> None:
    glossary = etree.fromstring(read_epub(sample_book.read_bytes())["EPUB/glossary.xhtml"])
    foreign = [a for a in glossary.iter(f"{XHTML}a") if a.get("href", "").startswith("chapter-07")]
    assert [(a.get("lang"), a[0].get("lang"), a[0].get("dir")) for a in foreign] == [(None, "ar", "rtl")]
    assert foreign[0].text == "EWC in “"


@pytest.mark.parametrize("command", ["build", "normalise", "glossary"])
def test_language_that_is_none_is_refused_by_every_command(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(""))
    done = run(command, "a.html", "--language", "no nsense", folder=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
