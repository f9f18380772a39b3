"""What the commands give: results on standard output in known shapes, everything else on standard error."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from ebook.cli.output import show_findings
from ebook.passes import PASSES
from ebook.rules import RULES, Place, rule
from tests.books import ebook, ebook_process, page, picture
from tests.tools import SAMPLES

EWC = "<p>The Emergency Water Committee (EWC) met at two.</p><dl><dt>Crest</dt><dd>The highest stage of a flood.</dd></dl>"
FINDING = {"rule", "severity", "message", "remedy", "source", "place"}
SEVERITIES = {"fatal", "error", "warning", "review", "info"}


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "a.html").write_text(page(EWC + '<p><img src="gone.png"></p>'))
    (tmp_path / "b.md").write_text(
        "---\nauthor: Ines Halloran\ndate: 2026-03-14\nlang: en\n---\n\n# The second night\n\nThe EWC met again.[^1]\n\n[^1]: At four.\n"
    )
    return tmp_path


def is_finding(value: dict) -> bool:
    return (
        set(value) == FINDING
        and value["severity"] in SEVERITIES
        and value["source"] in ("ebook", "epubcheck", "ace")
        and set(value["place"]) == {"file", "line", "snippet"}
    )


def test_book_is_named_after_its_title(folder):
    done = ebook("build", "a.html", "--no-check", folder=folder)
    assert (done.returncode, (folder / "the-night-of-the-flood.epub").exists()) == (0, True)
    assert done.stdout.decode().splitlines() == ["the-night-of-the-flood.epub: 1 article, not checked"]


def test_nothing_dances_in_a_pipe(folder):
    done = ebook("build", "a.html", "b.md", "--no-check", "-o", "x.epub", folder=folder)
    assert not any(sign in done.stdout + done.stderr for sign in (b"\r", b"\x1b", b"\x08"))


def test_quiet_shows_the_result_and_no_findings(folder):
    done = ebook("build", "a.html", "--no-check", "-q", "-o", "x.epub", folder=folder)
    assert b"alt.missing" not in done.stderr and b"repairs" not in done.stderr


def test_build_report_has_its_shape(folder):
    done = ebook("build", "a.html", "gone.html", "--no-check", "--json", "-o", "x.epub", folder=folder)
    report = json.loads(done.stdout)
    assert set(report) == {
        "book",
        "articles",
        "findings",
        "formulas",
        "pictures",
        "verdict",
        "conformance",
        "evidence",
        "outdated",
        "tables",
        "unused",
    }
    assert (report["book"], report["verdict"]) == ("x.epub", "not-checked")
    assert [set(a) for a in report["articles"]] == [{"input", "title", "status", "findings"}] * 2
    assert [(a["input"], a["status"]) for a in report["articles"]] == [("a.html", "built"), ("gone.html", "failed")]
    findings = [f for a in report["articles"] for f in a["findings"]] + report["findings"]
    assert findings and all(map(is_finding, findings))
    assert "alt.missing" in {f["rule"] for f in findings} and "article.failed" in {f["rule"] for f in findings}


def test_check_report_has_its_shape(folder):
    ebook("build", "a.html", "--no-check", "-o", "x.epub", folder=folder)
    (folder / "y.epub").write_bytes(b"no book")
    done = ebook("check", "x.epub", "y.epub", "--json", "--no-ace", "--no-epubcheck", folder=folder)
    report = json.loads(done.stdout)
    assert done.returncode == 4
    assert [(b["path"], b["verdict"]) for b in report["books"]] == [("x.epub", "not-checked"), ("y.epub", "invalid")]
    assert {f["severity"] for f in report["books"][0]["findings"]} <= {"review", "info"}
    assert all(map(is_finding, report["books"][1]["findings"])) and report["books"][1]["findings"]


def test_check_without_java_ends_in_5_and_is_never_valid(folder):
    ebook("build", "a.html", "--no-check", "-o", "x.epub", folder=folder)
    done = ebook("check", "x.epub", "--no-ace", "--json", folder=folder, EBOOK_JAVA="nonexistent")
    assert (done.returncode, json.loads(done.stdout)["books"][0]["verdict"]) == (5, "not-checked")


def test_glossary_entries_have_their_shape(folder):
    entries = json.loads(ebook("glossary", "a.html", "b.md", "--json", folder=folder).stdout)
    facts = {"score", "article", "articles", "sentence", "language", "source"}
    assert [{k: v for k, v in e.items() if k not in facts} for e in entries] == [
        {"kind": "definition", "term": "Crest", "definition": "The highest stage of a flood."},
        {"kind": "abbreviation", "term": "EWC", "expansion": "Emergency Water Committee"},
    ]
    assert all(facts <= set(e) for e in entries)
    assert [(e["article"], e["articles"], e["language"]) for e in entries] == [
        ("a.html", ["a.html"], "en"),
        ("a.html", ["a.html"], "en"),
    ]
    assert all(0 <= e["score"] <= 1 for e in entries)


def test_glossary_names_what_it_could_not_read(folder):
    done = ebook("glossary", "a.html", "gone.html", folder=folder)
    assert (done.returncode, done.stdout.decode().splitlines()[2].split("\t")[:2]) == (
        1,
        ["EWC", "Emergency Water Committee"],
    )
    assert b"gone.html" in done.stderr


def test_lines_in_give_lines_out_in_order(tmp_path):
    lines = [
        {"id": 7, "text": "The Emergency Water Committee (EWC) met.", "lang": "en"},
        {"id": "x", "text": "Nothing here."},
        {"id": None, "text": "L’Organisation mondiale de la santé (OMS) siège.", "lang": "fr"},
    ]
    done = ebook("glossary", "--jsonl", folder=tmp_path, given="\n\n".join(map(json.dumps, lines)).encode())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["id"] for f in found] == [7, "x", None]
    assert [[(e["kind"], e["term"], e["expansion"]) for e in f["entries"]] for f in found] == [
        [("abbreviation", "EWC", "Emergency Water Committee")],
        [],
        [("abbreviation", "OMS", "Organisation mondiale de la santé")],
    ]


@pytest.mark.parametrize(
    ("command", "keys", "count"),
    [
        ("rules", {"id", "severity", "subject", "title", "why", "help", "references"}, len(RULES)),
        ("themes", {"name", "title", "summary", "fonts"}, 4),
        ("passes", {"name", "summary"}, len(PASSES)),
    ],
)
def test_lists_have_their_shape_and_read_the_registries(tmp_path, command, keys, count):
    listed = json.loads(ebook(command, "--json", folder=tmp_path).stdout)
    assert len(listed) == count
    assert all(set(entry) == keys for entry in listed)
    plain = ebook(command, folder=tmp_path)
    assert plain.returncode == 0 and all((e.get("id") or e["name"]).encode() in plain.stdout for e in listed)


def test_doctor_says_what_is_missing_and_how_to_get_it(tmp_path):
    done = ebook("doctor", "--json", folder=tmp_path, EBOOK_JAVA="nonexistent")
    java = next(t for t in json.loads(done.stdout) if t["name"] == "Java")
    assert (done.returncode, java["found"]) == (5, "") and java["remedy"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed(tmp_path, shell):
    done = ebook("completion", shell, folder=tmp_path)
    assert (done.returncode, b"_EBOOK_COMPLETE" in done.stdout) == (0, True), done.stderr.decode()[-300:]


def test_help_lists_commands_and_exit_codes(tmp_path):
    said = ebook("--help", folder=tmp_path).stdout.decode()
    assert all(
        word in said
        for word in (
            "build",
            "normalise",
            "glossary",
            "check",
            "rules",
            "themes",
            "passes",
            "doctor",
            "Exit codes",
            "130",
        )
    )


def test_standard_input_is_an_article(tmp_path):
    done = ebook("build", "-", "--no-check", "-o", "x.epub", folder=tmp_path, given=page("<p>One.</p>").encode())
    assert done.returncode == 0
    assert b"The night of the flood" in zipfile.ZipFile(tmp_path / "x.epub").read("EPUB/chapter-01.xhtml")


def test_chapter_is_printed(folder):
    done = ebook("normalise", "b.md", folder=folder)
    assert done.returncode == 0
    assert etree.fromstring(done.stdout.strip()).tag == "{http://www.w3.org/1999/xhtml}html"


def test_chapters_are_written_with_pictures_and_metadata(folder):
    (folder / "images").mkdir()
    (folder / "images" / "map.png").write_bytes(picture())
    (folder / "c.html").write_text(page('<p><img src="images/map.png" alt="A map of the river"></p>'))
    done = ebook("normalise", "b.md", "c.html", "-o", "out", folder=folder)
    assert done.stdout.decode().split() == ["out/b.xhtml", "out/c.xhtml"]
    assert [p.read_bytes() for p in (folder / "out" / "images").iterdir()] == [picture()]
    said = json.loads((folder / "out" / "b.json").read_text())
    assert (said["metadata"]["title"], said["metadata"]["authors"], said["metadata"]["published"]) == (
        "The second night",
        ["Ines Halloran"],
        "2026-03-14",
    )
    etree.parse(folder / "out" / "b.xhtml")


def test_pictures_are_never_written_outside_of_the_output(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "a.html").write_text(page('<p><img src="../map.png" alt="A map of the river"></p>'))
    ebook("normalise", tmp_path, "-o", "deep/out", folder=tmp_path / "page")
    assert not (tmp_path / "page" / "deep" / "map.png").exists()


def test_list_does_many_and_names_what_failed(folder):
    (folder / "list.txt").write_text(
        "a.html\tout/a.xhtml\thttps://courier.example.org/a\ngone.html\tout/gone.xhtml\t\nb.md\tout/b.xhtml\t\n\n"
    )
    done = ebook("normalise", "--list", "list.txt", folder=folder)
    assert done.returncode == 1
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["a.xhtml", "b.xhtml"]
    assert done.stderr.decode().count("\n") == 1 and b"gone.html" in done.stderr
    assert 'href="https://courier.example.org/a"' in (folder / "out" / "a.xhtml").read_text()


def test_options_of_the_command_line_win_over_the_book_description(folder):
    (folder / "book.toml").write_text(
        'title = "From the file"\npublisher = "Towpath"\narticles = ["a.html"]\n[options]\nglossary = true\n'
    )
    ebook(
        "build",
        "book.toml",
        "--no-check",
        "-o",
        "x.epub",
        "--title",
        "From the line",
        "--creator",
        "Agnes Tillery",
        "--no-glossary",
        folder=folder,
    )
    archive = zipfile.ZipFile(folder / "x.epub")
    package = archive.read("EPUB/content.opf").decode()
    assert (
        "From the line" in package
        and "Towpath" in package
        and "Agnes Tillery" in package
        and "From the file" not in package
    )
    assert "EPUB/glossary.xhtml" not in archive.namelist()


def test_given_source_date_is_the_modification(folder):
    ebook("build", "a.html", "--no-check", "-o", "x.epub", folder=folder, SOURCE_DATE_EPOCH="1700000000")
    assert b"2023-11-14T22:13:20Z" in zipfile.ZipFile(folder / "x.epub").read("EPUB/content.opf")


@pytest.mark.epubcheck
def test_book_is_valid_and_says_so(folder):
    done = ebook_process("build", "a.html", "b.md", "-o", "x.epub", "--json", folder=folder)
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (0, "valid")


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_sample_collection_is_valid(tmp_path):
    done = ebook("build", SAMPLES / "book.toml", "--theme", "dyslexia", "-q", "-o", "x.epub", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()


def test_one_repair_is_not_called_repairs(capsys):
    quiet = rule("list.made").at(Place(file="a.html"), count=3)
    show_findings([quiet])
    show_findings([quiet, quiet])
    assert capsys.readouterr().err.splitlines() == [
        "1 repair or removal was made; --json lists it",
        "2 repairs and removals were made; --json lists them",
    ]
