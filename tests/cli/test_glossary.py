"""`ebook glossary` and what an editor says of the glossary, on the command line."""

from __future__ import annotations

import doctest
import json
import os
import pty
import select
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import ebook as package
from ebook.cli.columns import shown, table, wrap
from ebook.errors import UsageProblem
from tests.books import ebook, page, refused
from tests.tools import ROOT

SDU = "<p>The Severn Dredging Unit (SDU) dug all night. The SDU rested at noon.</p>"
OTHER = "<p>The Student Debate Union (SDU) met in the hall, and the hall was cold.</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages that explain one short form in two ways."""
    (tmp_path / "a.html").write_text(page(SDU), encoding="utf-8")
    (tmp_path / "b.html").write_text(page(OTHER, title="The debate"), encoding="utf-8")
    return tmp_path


def found(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    """(term, meaning) of every entry that is printed."""
    done = ebook("glossary", *arguments, "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    return [(e["term"], e.get("expansion", e.get("definition"))) for e in json.loads(done.stdout)]


def glossary_in(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read("EPUB/glossary.xhtml").decode() if "EPUB/glossary.xhtml" in book.namelist() else ""


# What is printed


def test_a_line_for_each_entry_in_a_pipe(folder):
    done = ebook("glossary", "a.html", "b.html", folder=folder)
    head, *lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert head == ["TERM", "MEANING", "WHERE", "SCORE"]
    assert [line[:3] for line in lines] == [
        ["SDU", "Severn Dredging Unit", "a.html"],
        ["SDU", "Student Debate Union", "b.html"],
    ]
    assert all(0 <= float(line[3]) <= 1 for line in lines)


def test_the_columns_are_named_in_a_pipe_where_nothing_is_explained(folder):
    (folder / "c.html").write_text(page("<p>All quiet.</p>"), encoding="utf-8")
    assert ebook("glossary", "c.html", folder=folder).stdout == b"TERM\tMEANING\tWHERE\tSCORE\n"


def test_a_terminal_is_told_that_there_are_no_entries(folder):
    (folder / "c.html").write_text(page("<p>All quiet.</p>"), encoding="utf-8")
    assert on_a_terminal(folder, "c.html") == ("", ["ebook: no entries"])
    shown_, said_ = on_a_terminal(folder, "a.html")
    assert "Severn Dredging Unit" in shown_ and said_ == []


def on_a_terminal(folder: Path, *arguments: str) -> tuple[str, list[str]]:
    """What `ebook glossary` shows on a terminal, and the lines on standard error."""
    reader, terminal = pty.openpty()
    command = [sys.executable, "-m", "ebook", "glossary", *arguments]
    with os.fdopen(reader, "rb", buffering=0) as output:
        done = subprocess.run(
            command, stdout=terminal, stderr=subprocess.PIPE, cwd=folder, env={"PYTHONPATH": str(ROOT)}, check=True
        )
        shown_ = output.read(10_000) if select.select([output], [], [], 0)[0] else b""
        os.close(terminal)
    return shown_.decode(), done.stderr.decode().splitlines()


def test_json_names_article_sentence_and_source(folder):
    (entry,) = json.loads(ebook("glossary", "a.html", "--json", folder=folder).stdout)
    score = entry.pop("score")
    assert 0 < score <= 1
    assert entry == {
        "kind": "abbreviation",
        "term": "SDU",
        "expansion": "Severn Dredging Unit",
        "article": "a.html",
        "articles": ["a.html"],
        "sentence": "The Severn Dredging Unit (SDU) dug all night.",
        "language": "en",
        "source": "found",
    }


def test_columns_fit_the_terminal():
    rows = [("SDU", "The unit of the county that digs the mud out of the river Severn", "a.html", "0.90")]
    for width in (80, 50, 30):
        lines = list(table(("TERM", "MEANING", "WHERE", "SCORE"), rows, width))
        assert all(shown(line) <= width for line in lines)
        assert lines[0].split() == ["TERM", "MEANING", "WHERE", "SCORE"]
    assert len(list(table(("TERM", "MEANING"), [("a", "b")], 80))) == 2


def test_wide_letters_take_two_columns_and_no_letter_is_lost():
    assert shown("水位") == 4
    text = "水位は川の深さを示す unbelievablylongword e\u0301t"
    assert "".join(wrap(text, 7)).replace(" ", "") == text.replace(" ", "")
    assert all(shown(line) <= 7 for line in wrap(text, 7))


# Thresholds


def test_a_threshold_leaves_out_what_is_not_sure_enough(folder):
    assert found(folder, "a.html", "--threshold", "1") == []
    assert found(folder, "a.html", "--threshold", "0") == [("SDU", "Severn Dredging Unit")]
    assert found(folder, "a.html", "--glossary-threshold", "1") == []
    ebook("build", "a.html", "--no-check", "--glossary-threshold", "1", "-o", "x.epub", folder=folder)
    assert glossary_in(folder / "x.epub") == ""
    (folder / "book.toml").write_text('articles = ["a.html"]\n[options]\nglossary-threshold = 1\n')
    assert found(folder, "book.toml") == []
    assert found(folder, "book.toml", "--threshold", "0.1") == [("SDU", "Severn Dredging Unit")]


@pytest.mark.parametrize("value", ["2", "-0.1", "nan", "much", "inf"])
def test_a_threshold_is_a_number_from_0_to_1(folder, value):
    assert "0 to 1" in refused(ebook("glossary", "a.html", f"--threshold={value}", folder=folder), 2)
    assert "0 to 1" in refused(ebook("build", "a.html", f"--glossary-threshold={value}", folder=folder), 2)


# Lines in, lines out


def test_lines_are_answered_one_by_one(tmp_path):
    command = [sys.executable, "-m", "ebook", "glossary", "--jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}
    ) as running:
        assert running.stdin and running.stdout
        for number in range(3):
            line = {"id": number, "text": "The Severn Dredging Unit (SDU) dug.", "lang": "en"}
            running.stdin.write(json.dumps(line).encode() + b"\n")
            running.stdin.flush()
            answer = json.loads(running.stdout.readline())
            assert (answer["id"], set(answer["entries"][0])) == (number, {"kind", "term", "expansion", "score"})
        running.stdin.close()
        assert running.wait(60) == 0


def answers(folder: Path, line: dict[str, str], *options: str) -> list[str]:
    """The terms that a line is answered with."""
    done = ebook("glossary", "--jsonl", *options, folder=folder, given=json.dumps(line).encode())
    assert done.returncode == 0, done.stderr
    return [entry["term"] for entry in json.loads(done.stdout)["entries"]]


def test_lines_take_a_threshold_and_all_entries_without_one(tmp_path):
    line = {"id": "1", "text": "The Severn Dredging Unit (SDU) dug."}
    assert answers(tmp_path, line) == ["SDU"]
    assert answers(tmp_path, line, "--glossary-threshold", "1") == []
    assert answers(tmp_path, line, "--threshold", "1") == []


def test_lines_that_name_no_language_are_of_the_one_that_is_asked_for(tmp_path):
    text = "Als Wehr bezeichnet man ein Bauwerk, das einen Fluss aufstaut."
    assert answers(tmp_path, {"id": "1", "text": text}) == []
    assert answers(tmp_path, {"id": "1", "text": text}, "--language", "de") == ["Wehr"]
    assert answers(tmp_path, {"id": "1", "text": text, "lang": "de"}, "--language", "en") == ["Wehr"]


@pytest.mark.parametrize("options", [["--json"], ["--glossary-file", "x.toml"], ["--jobs", "2"], ["--edit"]])
def test_options_that_say_nothing_of_lines_are_refused(tmp_path, options):
    said = refused(ebook("glossary", "--jsonl", *options, folder=tmp_path), 2)
    assert options[0] in said and "--jsonl" in said


def test_a_line_whose_language_is_none_is_named(tmp_path):
    given = b'{"id": 1, "text": "x", "lang": "de"}\n{"id": 2, "text": "x", "lang": "german"}\n'
    said_ = refused(ebook("glossary", "--jsonl", folder=tmp_path, given=given), 2)
    assert "line 2: “german” is no language tag. Use a BCP 47 tag" in said_


@pytest.mark.parametrize("line", ['{"id": 1, "text": null}', '{"id": 1, "text": "x", "lang": 5}', "[" * 100000])
def test_a_line_that_is_none_is_named(tmp_path, line):
    given = f'{{"id": 1, "text": "x"}}\n{line}\n'.encode()
    assert "line 2 is no" in refused(ebook("glossary", "--jsonl", folder=tmp_path, given=given), 2)


# The editor's file


def test_the_file_is_written_completed_and_taken_up_by_a_build(folder):
    done = ebook("glossary", "a.html", "b.html", "--edit", folder=folder)
    assert (done.returncode, done.stdout) == (0, b"glossary.toml: 2 entries (2 found)\n")
    text = (folder / "glossary.toml").read_text("utf-8")
    text = text.replace('meaning = "Severn Dredging Unit"', 'meaning = "Severn Dredgers" # ours', 1)
    before, _, rest = text.rpartition('state = "found"')
    (folder / "glossary.toml").write_text(f'{before}state = "forbidden"{rest}', encoding="utf-8")
    assert found(folder, "a.html", "b.html") == [("SDU", "Severn Dredgers")]
    ebook("build", "a.html", "b.html", "--no-check", "-o", "x.epub", folder=folder)
    assert "Severn Dredgers" in glossary_in(folder / "x.epub")
    assert "Student" not in glossary_in(folder / "x.epub")
    again = ebook("glossary", "a.html", "b.html", "--edit", folder=folder)
    assert again.stdout == b"glossary.toml: 2 entries (1 corrected, 1 forbidden)\n"
    assert 'meaning = "Severn Dredgers" # ours' in (folder / "glossary.toml").read_text("utf-8")


def test_a_spreadsheet_does_as_well(folder):
    ebook("glossary", "a.html", "--edit", "glossary.csv", folder=folder)
    data = (folder / "glossary.csv").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"term","kind","meaning","state"')
    (folder / "glossary.csv").write_bytes(data.replace(b'"found"', b'"forbidden"'))
    assert found(folder, "a.html") == []
    done = ebook("glossary", "b.html", "a.html", "--edit", folder=folder)
    assert done.stdout == b"glossary.csv: 2 entries (1 found, 1 forbidden); 1 new\n"


def test_what_articles_do_not_explain_any_more_is_marked(folder):
    ebook("glossary", "a.html", "b.html", "--edit", folder=folder)
    (folder / "a.html").write_text(page("<p>All quiet.</p>"), encoding="utf-8")
    done = ebook("glossary", "a.html", "b.html", "--edit", folder=folder)
    assert done.stdout == b"glossary.toml: 2 entries (1 found); 1 gone\n"
    assert found(folder, "a.html", "b.html") == [("SDU", "Student Debate Union")]


def test_the_file_is_named_on_the_command_line_or_in_book_toml(folder):
    own = '[[term]]\nterm = "SDU"\nmeaning = "Small Dry Upland"\narticle = "../a.html"\n'
    (folder / "words").mkdir()
    (folder / "words" / "ours.toml").write_text(own, encoding="utf-8")
    assert found(folder, "a.html", "--glossary-file", "words/ours.toml") == [("SDU", "Small Dry Upland")]
    (folder / "book.toml").write_text('glossary-file = "words/ours.toml"\narticles = ["a.html", "b.html"]\n')
    expected = [("SDU", "Small Dry Upland"), ("SDU", "Student Debate Union")]
    assert found(folder, "book.toml") == expected
    ebook("build", "book.toml", "--no-check", "-o", "x.epub", folder=folder)
    assert "Small Dry Upland" in glossary_in(folder / "x.epub")
    done = ebook("glossary", "book.toml", "--edit", folder=folder)
    assert done.stdout.startswith(b"words/ours.toml: 2 entries")


def test_the_order_of_the_file_is_kept_where_asked_for(folder):
    own = '[[term]]\nterm = "Weir"\nmeaning = "A low dam."\n[[term]]\nterm = "Crest"\nmeaning = "The highest stage."\n'
    (folder / "glossary.toml").write_text(own, encoding="utf-8")
    assert [t for t, _ in found(folder, "a.html")] == ["Crest", "SDU", "Weir"]
    (folder / "glossary.toml").write_text('order = "file"\n' + own, encoding="utf-8")
    assert [t for t, _ in found(folder, "a.html")] == ["Weir", "Crest", "SDU"]
    (folder / "glossary.toml").write_text(own, encoding="utf-8")
    (folder / "book.toml").write_text('articles = ["a.html"]\n[options]\nglossary-order = "file"\n')
    assert [t for t, _ in found(folder, "book.toml")] == ["Weir", "Crest", "SDU"]


def test_json_holds_every_entry_of_the_file(folder):
    report = json.loads(ebook("glossary", "--edit", "a.html", "--json", folder=folder).stdout)
    assert (report["file"], report["open"], report["failed"]) == ("glossary.toml", 1, [])
    assert report["entries"][0]["found-meaning"] == "Severn Dredging Unit"


def test_nothing_explained_writes_nothing(folder):
    (folder / "c.html").write_text(page("<p>All quiet.</p>"), encoding="utf-8")
    done = ebook("glossary", "c.html", "--edit", folder=folder)
    assert (done.returncode, done.stdout) == (0, b"Nothing is explained; glossary.toml was not written\n")
    assert not (folder / "glossary.toml").exists()


def test_the_file_is_no_article(folder):
    ebook("glossary", "a.html", "--edit", folder=folder)
    ebook("glossary", "a.html", "--edit", "ours.csv", folder=folder)
    done = ebook("build", ".", "--no-check", "-o", "x.epub", folder=folder)
    assert done.stdout.decode().startswith("x.epub: 2 articles")
    for name in ("glossary.toml", "ours.csv"):
        assert "belongs to ebook glossary" in refused(ebook("build", name, folder=folder), 2)


def test_a_reviewer_sees_the_words_of_the_editor(folder):
    (folder / "glossary.toml").write_text('[[term]]\nterm = "SDU"\nmeaning = "Severn Dredgers"\n', encoding="utf-8")
    report = json.loads(ebook("review", "a.html", "--json", folder=folder).stdout)
    (term,) = [d for d in report["decisions"] if d["kind"] == "term"]
    assert (term["what"], term["decision"].startswith("Severn Dredgers"), term["approved"]) == ("SDU", True, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["glossary"], "there is nothing to read. Name articles"),
        (["glossary", "--edit=glossary.toml"], "no article to read is named. Name the articles as well"),
        (["glossary", "--edit", "bad.toml"], "no article to read is named"),
        (["glossary", "a.html", "--edit=nodir/x.toml"], "the folder nodir is not there"),
        (["glossary", "a.html", "--glossary-file", "."], ". is a folder. Name the file in it: glossary.toml"),
        (["build", "a.html", "--glossary-file", "."], ". is a folder. Name the file in it: glossary.toml"),
        (["glossary", "a.html", "--edit=ours.csv", "--glossary-file", "own.toml"], "ours.csv has entries already"),
        (["glossary", "a.html", "--edit=x.csv", "--glossary-file", "none.toml"], "none.toml is not there"),
        (["glossary", "-", "--edit"], "--edit=glossary.toml"),
        (["glossary", "a.html", "--edit", "a.html"], "no name for a glossary"),
        (
            ["glossary", "a.html", "--edit", "bad.toml"],
            "bad.toml, line 3: unknown key “meanin”. Did you mean “meaning”?",
        ),
        (["glossary", "a.html", "--glossary-file", "bad.toml"], "bad.toml, line 3"),
        (["build", "a.html", "--glossary-file", "bad.toml"], "bad.toml, line 3"),
        (["build", "a.html", "--glossary-file", "bad.csv"], "bad.csv, line 1"),
        (["review", "a.html", "--glossary-file", "bad.csv"], "bad.csv, line 1"),
        (["build", "a.html", "--glossary-file", "none.toml"], "none.toml is not there"),
        (["build", "a.html", "--glossary-file", "bad.toml", "-o", "bad.toml"], "line 3"),
        (["glossary", "--jsonl", "a.html"], "standard input alone"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(folder, arguments, said):
    (folder / "bad.toml").write_text('[[term]]\nterm = "SDU"\nmeanin = "x"\n', encoding="utf-8")
    (folder / "bad.csv").write_text("word,meaning\nSDU,x\n", encoding="utf-8")
    (folder / "ours.csv").write_text("term,meaning\nSDU,x\n", encoding="utf-8")
    (folder / "own.toml").write_text('[[term]]\nterm = "SDU"\nmeaning = "x"\n', encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert said in refused(ebook(*arguments, folder=folder), 2)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_two_files_beside_the_articles_are_one_too_many(folder):
    (folder / "glossary.toml").write_text("", encoding="utf-8")
    (folder / "glossary.csv").write_text("term,meaning\n", encoding="utf-8")
    assert "both there" in refused(ebook("build", "a.html", folder=folder), 2)
    assert found(folder, "a.html", "--glossary-file", "glossary.toml") == [("SDU", "Severn Dredging Unit")]


# From one file to another


DECIDED = """\
order = "file"

[[term]]
term = "weir"
meaning = "A low dam."  # ours

[[term]]
term = "SDU"
meaning = "Small Dry Upland"
article = "a.html"
"""


def said(folder: Path, *arguments: str) -> list[str]:
    """The lines on standard error of a run that ends well."""
    done = ebook(*arguments, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stderr.decode().splitlines()


def test_a_new_file_beside_another_takes_over_its_decisions(folder):
    (folder / "glossary.toml").write_text(DECIDED, encoding="utf-8")
    lines = said(folder, "glossary", "a.html", "--edit=glossary.csv")
    assert lines == [
        "ebook: glossary.csv has taken over 2 entries of glossary.toml",
        'ebook: a CSV file has no place for the order: write glossary-order = "file" under [options] in book.toml',
        "ebook: glossary.toml is there as well, and a build stops where both are. Remove or rename glossary.toml",
    ]
    assert (folder / "glossary.toml").read_text("utf-8") == DECIDED
    assert "Remove one or rename it" in refused(ebook("build", "a.html", folder=folder), 2)
    (folder / "glossary.toml").unlink()
    assert found(folder, "a.html") == [("SDU", "Small Dry Upland"), ("weir", "A low dam.")]
    assert said(folder, "glossary", "a.html", "--edit") == []
    said(folder, "glossary", "a.html", "--edit=glossary.toml")
    (folder / "glossary.csv").unlink()
    assert found(folder, "a.html") == [("SDU", "Small Dry Upland"), ("weir", "A low dam.")]


def test_a_file_that_has_entries_takes_nothing_over(folder):
    (folder / "glossary.toml").write_text(DECIDED, encoding="utf-8")
    (folder / "glossary.csv").write_text("term,meaning\nSDU,Silt Disposal Unit\n", encoding="utf-8")
    lines = said(folder, "glossary", "a.html", "--edit=glossary.csv")
    assert lines == [
        "ebook: glossary.toml is there as well, and a build stops where both are. "
        "Remove or rename the one you do not need"
    ]
    assert "weir" not in (folder / "glossary.csv").read_text("utf-8")


def test_a_file_elsewhere_names_the_articles_from_there(folder):
    (folder / "glossary.toml").write_text(DECIDED, encoding="utf-8")
    (folder / "words").mkdir()
    lines = said(folder, "glossary", "a.html", "--edit=words/ours.toml")
    assert lines == [
        "ebook: words/ours.toml has taken over 2 entries of glossary.toml",
        "ebook: a build reads words/ours.toml only where it is named: --glossary-file words/ours.toml",
    ]
    text = (folder / "words" / "ours.toml").read_text("utf-8")
    assert 'article = "../a.html"' in text and 'order = "file"' in text
    expected = [("weir", "A low dam."), ("SDU", "Small Dry Upland")]
    assert found(folder, "a.html", "--glossary-file", "words/ours.toml") == expected
    assert said(folder, "glossary", "a.html", "--edit=words/ours.toml") == []


def test_the_file_that_is_named_is_taken_over(folder):
    (folder / "own.toml").write_text(DECIDED, encoding="utf-8")
    lines = said(folder, "glossary", "a.html", "--edit=glossary.csv", "--glossary-file", "own.toml")
    assert lines[0] == "ebook: glossary.csv has taken over 2 entries of own.toml"
    assert found(folder, "a.html") == [("SDU", "Small Dry Upland"), ("weir", "A low dam.")]
    said(folder, "glossary", "a.html", "--edit", "--glossary-file", "own.toml")
    assert (folder / "own.toml").read_text("utf-8") == DECIDED


def test_the_file_of_book_toml_is_taken_over_and_the_new_one_must_be_named_there(folder):
    (folder / "own.toml").write_text(DECIDED, encoding="utf-8")
    (folder / "book.toml").write_text('glossary-file = "own.toml"\narticles = ["a.html"]\n')
    lines = said(folder, "glossary", "book.toml", "--edit=new.toml")
    assert lines == [
        "ebook: new.toml has taken over 2 entries of own.toml",
        'ebook: a build reads new.toml only where it is named: glossary-file = "new.toml" in book.toml',
    ]


def test_a_change_of_the_articles_is_told_once(folder):
    ebook("glossary", "a.html", "--edit", folder=folder)
    text = (folder / "glossary.toml").read_text("utf-8")
    (folder / "glossary.toml").write_text(text.replace('state = "found"', 'state = "kept"'), encoding="utf-8")
    (folder / "a.html").write_text(page(SDU.replace("Dredging", "Digging")), encoding="utf-8")
    assert said(folder, "glossary", "a.html", "--edit") == [
        "ebook: “SDU” was “Severn Dredging Unit” in a.html and is “Severn Digging Unit” now; "
        "the book goes on to say “Severn Dredging Unit”. Decide, or take the mark out"
    ]
    done = ebook("glossary", "a.html", "--edit", folder=folder)
    assert (done.stdout, done.stderr) == (b"glossary.toml: 1 entry (1 kept); 1 changed\n", b"")
    assert found(folder, "a.html") == [("SDU", "Severn Dredging Unit")]


# What reaches nothing


LOST = """\
[[term]]
term = "weir"
meaning = "A low dam."
article = "debates.html"

[[term]]
term = "sill"
meaning = "A step."
see = ["SUD", "dredger", "sdu", "IT"]

[[term]]
term = "IT"
state = "forbidden"

[[term]]
term = "SDR"
meaning = "Severn Dredging Room"
state = "corrected"

[[term]]
term = "quai"
respelling = "key"
"""
EXPECTED = [
    "ebook: glossary.toml, line 1: “weir” is for debates.html, which is not there. Did you mean debate.html?",
    "ebook: glossary.toml, line 6: “sill” points to “SUD”, which is in no entry. Did you mean SDU?",
    "ebook: glossary.toml, line 6: “sill” points to “dredger”, which is in no entry. "
    "Correct it, or write an entry for it",
    "ebook: glossary.toml, line 6: “sill” points to “IT”, which is in no entry. Correct it, or write an entry for it",
    "ebook: glossary.toml, line 11: “IT” is forbidden, but stands in none of these articles. "
    "Correct the term, or take the entry out",
    "ebook: glossary.toml, line 15: “SDR” is corrected, but stands in none of these articles. Did you mean SDU?",
    "ebook: glossary.toml, line 20: “quai” has no meaning, and no article explains it. "
    "Correct the term, or take the entry out",
]


def test_words_of_the_editor_that_reach_nothing_are_said(folder):
    (folder / "b.html").rename(folder / "debate.html")
    (folder / "glossary.toml").write_text(LOST, encoding="utf-8")
    assert said(folder, "glossary", "a.html", "debate.html") == EXPECTED
    build = ("build", "a.html", "debate.html", "--no-check", "-o", "x.epub")
    assert [line for line in said(folder, *build) if "glossary.toml" in line] == EXPECTED
    report = json.loads(ebook(*build, "--json", folder=folder).stdout)
    assert [f"ebook: {line}" for line in report["unused"]] == EXPECTED
    assert not [line for line in said(folder, *build, "--no-glossary") if "glossary.toml" in line]
    lines = said(folder, "glossary", "a.html", "debate.html", "--edit")
    assert [line.partition(": “")[2] for line in lines] == [line.partition(": “")[2] for line in EXPECTED]


def test_words_that_reach_something_or_are_for_another_book_are_not_said(folder):
    own = """\
[[term]]
term = "weir"
meaning = "A low dam, which no article names."
see = ["SDU", "flour", "bakers"]

[[term]]
term = "flour"
state = "forbidden"

[[term]]
term = "bakers"
meaning = "Who bake."
article = "b.html"

[[term]]
term = "SDU"
respelling = "ess-dee-YOU"

[[term]]
term = "debate"
state = "forbidden"
article = "b.html"
"""
    (folder / "glossary.toml").write_text(own.replace(', "flour"', ""), encoding="utf-8")
    assert said(folder, "glossary", "a.html") == []
    ebook("glossary", "a.html", "b.html", "--edit", folder=folder)
    text = (folder / "glossary.toml").read_text("utf-8").replace('state = "found"', 'state = "kept"')
    (folder / "glossary.toml").write_text(text, encoding="utf-8")
    assert said(folder, "glossary", "a.html") == []


def test_a_decision_whose_term_has_gone_is_said_until_the_file_is_brought_up_to_date(folder):
    ebook("glossary", "a.html", "--edit", folder=folder)
    text = (folder / "glossary.toml").read_text("utf-8").replace('state = "found"', 'state = "kept"')
    (folder / "glossary.toml").write_text(text, encoding="utf-8")
    (folder / "a.html").write_text(page("<p>All quiet.</p>"), encoding="utf-8")
    (line,) = said(folder, "glossary", "a.html")
    assert "“SDU” is kept, but stands in none of these articles. Bring the file up to date" in line
    assert said(folder, "glossary", "a.html", "--edit") == []
    assert said(folder, "glossary", "a.html") == []


def test_an_article_may_be_named_as_the_output_names_it(folder):
    (folder / "articles").mkdir()
    for name in ("a.html", "b.html"):
        (folder / name).rename(folder / "articles" / name)
    own = '[[term]]\nterm = "SDU"\nmeaning = "Small Dry Upland"\narticle = "articles/b.html"\n'
    file = folder / "articles" / "glossary.toml"
    file.write_text(own, encoding="utf-8")
    expected = [("SDU", "Severn Dredging Unit"), ("SDU", "Small Dry Upland")]
    assert sorted(found(folder, "articles")) == expected
    assert said(folder, "glossary", "articles") == []
    assert said(folder, "glossary", "articles", "--edit") == []
    assert 'article = "b.html"' in file.read_text("utf-8") and "articles/" not in file.read_text("utf-8")
    assert sorted(found(folder, "articles")) == expected
    file.write_text(own, encoding="utf-8")
    (line,) = said(folder / "articles", "glossary", ".")  # from here there is no such name
    assert line.endswith("“SDU” is for articles/b.html, which is not there. Did you mean b.html?")


def test_the_same_entry_under_both_names_of_an_article_stays_readable(folder):
    (folder / "articles").mkdir()
    (folder / "a.html").rename(folder / "articles" / "a.html")
    table = '[[term]]\nterm = "weir"\nmeaning = "A low dam."\narticle = "{}"\n'
    file = folder / "articles" / "glossary.toml"
    file.write_text(table.format("a.html") + table.format("articles/a.html"), encoding="utf-8")
    assert ebook("glossary", "articles", "--edit", folder=folder).returncode == 0
    assert ("weir", "A low dam.") in found(folder, "articles")


def test_entries_that_no_book_shows_are_counted(folder):
    ebook("glossary", "a.html", "b.html", "--threshold=0", "--edit", folder=folder)
    done = ebook("glossary", "a.html", "b.html", "--threshold=1", "--edit", folder=folder)
    said_ = "glossary.toml: 2 entries (2 found); 2 less sure than 1: not in the book until you keep them\n"
    assert done.stdout.decode() == said_
    text = (folder / "glossary.toml").read_text("utf-8")
    assert "`score` tells how sure" in text and "not in the book until you keep it" in text.replace("\n# ", " ")
    (folder / "glossary.toml").write_text(text.replace('state = "found"', 'state = "kept"', 1), encoding="utf-8")
    report = json.loads(
        ebook("glossary", "a.html", "b.html", "--threshold=1", "--edit", "--json", folder=folder).stdout
    )
    assert report["unsure"] == 1
    assert len(found(folder, "a.html", "b.html", "--threshold=1")) == 1


def test_a_line_of_a_spreadsheet_is_named(folder):
    (folder / "glossary.csv").write_text('term,meaning,state\nweir,"A low\ndam.",\nIT,,forbidden\n', encoding="utf-8")
    (line,) = said(folder, "glossary", "a.html")
    assert line.startswith("ebook: glossary.csv, line 4: “IT” is forbidden")


# From Python


def test_entries_of_a_text_have_evidence_and_a_threshold():
    text = "It rained. Dr. May of the Severn Dredging Unit (SDU) dug all night. It stopped."
    (term,) = package.glossary_of_text(text, language="en")
    assert (term.term, term.meaning, term.source) == ("SDU", "Severn Dredging Unit", "found")
    assert term.sentence == "Dr. May of the Severn Dredging Unit (SDU) dug all night."
    assert package.glossary_of_text(text, threshold=1.0) == []
    assert package.glossary_of_text("", threshold=0) == []


@pytest.mark.parametrize(
    "wrong", [{"threshold": 3}, {"threshold": -0.1}, {"threshold": float("nan")}, {"language": "xx yy"}]
)
def test_what_is_no_threshold_and_no_language_is_refused(wrong):
    with pytest.raises(UsageProblem, match=r"no number from 0 to 1|no language tag"):
        package.glossary_of_text("The Severn Dredging Unit (SDU) dug.", **wrong)


def test_the_example_of_the_function_is_true():
    examples = doctest.DocTestFinder().find(
        package.glossary_of_text, globs={"glossary_of_text": package.glossary_of_text}
    )
    assert sum(len(e.examples) for e in examples) == 2
    assert all(doctest.DocTestRunner().run(e).failed == 0 for e in examples)


def test_an_article_of_a_name_that_no_disk_holds_is_not_there(folder: Path):
    long = "A weir is a dam. " * 20
    (folder / "glossary.csv").write_text(
        f'term,meaning,state,article,found-term,found-meaning\nweir,weir,,"{long}",,\n'
        f'SRU,Severn Rowing Union,found,"{long}",SRU,Severn Rowing Union\n',
        encoding="utf-8",
    )
    for arguments in (("glossary",), ("glossary", "--edit=glossary.csv")):
        done = ebook(*arguments, "a.html", folder=folder)
        assert done.returncode == 0, done.stderr
        said = done.stderr.decode()
        assert "glossary.csv, line 2: “weir” is for A weir is a dam." in said
        assert "which is not there" in said
    assert '"gone"' in (folder / "glossary.csv").read_text("utf-8-sig")
