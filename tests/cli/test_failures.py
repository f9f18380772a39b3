"""What goes wrong on the command line: the right exit code, one clear line, no traceback, nothing damaged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.books import BODY, ebook, ebook_process, page, picture, refused

OLD = b"an older book"


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "a.html").write_text(page("<p>One.</p>"))
    return tmp_path


def build(folder: Path, *arguments: str | bytes | Path, run=ebook, **how: object):
    return run("build", *arguments, "--no-check", folder=folder, **how)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "a.html", "-o", "x.epub", "--no-check", "--json"), 0),
        (("build", "a.html", "gone.html", "-o", "x.epub", "--no-check"), 1),
        (("biuld",), 2),
        (("build", "gone.html"), 3),
        (("check", "bad.epub", "--no-ace", "--no-epubcheck", "--json"), 4),
        (("build", "a.html", "-o", "a.html/x.epub", "--no-check"), 5),
        (("rules", "--help"), 0),
    ],
)
def test_process_ends_and_says_what_the_command_line_here_does(folder, arguments, code):
    """The other tests of the command line start no process; this one says that they may."""
    (folder / "bad.epub").write_bytes(b"no book")
    here, apart = (run(*arguments, folder=folder) for run in (ebook, ebook_process))
    assert (here.returncode, here.stdout, here.stderr) == (apart.returncode, apart.stdout, apart.stderr)
    assert here.returncode == code and b"Traceback" not in here.stderr


@pytest.mark.parametrize("command", ["build", "normalise", "glossary", "check"])
def test_command_without_inputs_says_what_to_name(tmp_path, command):
    line = refused(ebook(command, folder=tmp_path), 2)
    assert f"ebook {command}" in line


def test_no_command_shows_the_help(tmp_path):
    done = ebook(folder=tmp_path)
    assert b"Usage" in done.stdout + done.stderr and b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.html", b"", "empty.html is empty"),
        ("blank.txt", b" \n\xef\xbb\xbf\n", "blank.txt"),
        ("binary.html", b"\x7fELF\x02\x01" + bytes(range(256)) * 9, "a program"),
        ("picture.html", picture(), "a PNG picture"),
        ("book.pdf", b"%PDF-1.7\n", "a PDF document"),
        ("bare.html", b"<html><body><div></div></body></html>", "no readable text"),
        ("noise.txt", bytes((n * 73 + 11) % 256 for n in range(5000)), "no text"),
        ("archive.md", b"PK\x03\x04" + b"\x00" * 50, "zip"),
    ],
)
def test_what_is_no_article_ends_in_3(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    assert said in refused(build(tmp_path, name), 3)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_missing_file_ends_in_3(tmp_path):
    line = refused(build(tmp_path, "gone.html"), 3)
    assert "gone.html" in line and "No such file" in line


def test_empty_folder_ends_in_3(tmp_path):
    (tmp_path / "nothing").mkdir()
    assert "nothing holds no articles" in refused(build(tmp_path, "nothing"), 3)


def test_when_every_article_fails_nothing_is_built(tmp_path):
    (tmp_path / "a.html").write_bytes(b"")
    assert "none of 2 inputs" in refused(build(tmp_path, "a.html", "b.html"), 3)


def test_empty_standard_input_ends_in_3(tmp_path):
    refused(build(tmp_path, "-", "-o", "x.epub"), 3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--theme", "plian"), "plain"),
        (("--theme", "../plain"), "no theme"),
        (("--theme", ""), "theme"),
        (("--contents-depth", "9"), "contents-depth"),
        (("--contents-depth", "two"), "contents-depth"),
        (("--fail-on", "bad"), "fail-on"),
        (("--jobs", "-1"), "jobs"),
        (("--language", "no such tongue"), "language tag"),
        (("--css", "gone.css"), "gone.css"),
        (("--thme", "plain"), "--theme"),
        (("--date", "tomorrow"), "date"),
        (("--output",), "output"),
    ],
)
def test_wrong_option_ends_in_2_and_says_which(folder, arguments, said):
    assert said in refused(ebook("build", "a.html", "--no-check", *arguments, folder=folder), 2)
    assert not list(folder.glob("*.epub"))


def test_unknown_command_ends_in_2(tmp_path):
    assert "biuld" in refused(ebook("biuld", folder=tmp_path), 2)


@pytest.mark.parametrize(
    "css",
    [
        "h1 { position: fixed }",
        "@import 'x.css';",
        "h1 { background: url(https://example.org/x.png) }",
        'h1 { background: url("https://example.org/x.png") }',
        "h1 { margin }",
        'h1 { background: url("map.png") }',
    ],
)
def test_style_sheet_that_books_cannot_have_ends_in_2(folder, css):
    (folder / "my.css").write_text(css)
    assert "line 1" in refused(build(folder, "a.html", "--css", "my.css"), 2)


def test_output_that_is_a_folder_ends_in_2(folder):
    (folder / "out").mkdir()
    assert "out is a folder" in refused(build(folder, "a.html", "-o", "out"), 2)


@pytest.mark.parametrize("how", ["same", "path", "link", "hard link"])
def test_output_that_is_an_input_ends_in_2_and_the_input_stays(folder, how):
    target = {
        "same": "a.html",
        "path": "./../" + folder.name + "/a.html",
        "link": "link.epub",
        "hard link": "hard.epub",
    }[how]
    if how == "link":
        (folder / target).symlink_to("a.html")
    elif how == "hard link":
        os.link(folder / "a.html", folder / target)
    before = (folder / "a.html").read_bytes()
    assert "one of the inputs" in refused(build(folder, "a.html", "-o", target), 2)
    assert (folder / "a.html").read_bytes() == before


def test_output_that_is_the_book_description_ends_in_2(folder):
    (folder / "book.toml").write_text('title = "A"\narticles = ["a.html"]\n')
    refused(build(folder, "book.toml", "-o", "book.toml"), 2)
    assert (folder / "book.toml").read_text().startswith("title")


def test_output_that_is_a_picture_or_style_sheet_of_the_input_is_not_replaced(folder):
    (folder / "my.css").write_text("h1 { margin: 1em }")
    refused(build(folder, "a.html", "--css", "my.css", "-o", "my.css"), 2)
    assert (folder / "my.css").read_text() == "h1 { margin: 1em }"


def test_folder_that_cannot_be_written_ends_in_5(folder):
    (folder / "file.txt").write_text("x")
    assert "cannot be written" in refused(build(folder, "a.html", "-o", "file.txt/book.epub"), 5)
    assert "cannot be written" in refused(build(folder, "a.html", "-o", "file.txt/deeper/book.epub"), 5)


def test_name_that_is_too_long_ends_in_5(folder):
    refused(build(folder, "a.html", "-o", "x" * 300 + ".epub"), 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "A"\narticels = ["a.html"]\n', "line 2: unknown key “articels”"),
        ('title = 5\narticles = ["a.html"]\n', "line 1"),
        ("title = \n", "line 1"),
        ('articles = ["a.html"]\n[options]\nglosary = true\n', "line 3"),
        ('articles = ["a.html"]\ntheme = "plian"\n', "plain"),
        ('articles = ["a.html"]\ncss = "gone.css"\n', "gone.css"),
    ],
)
def test_wrong_book_description_ends_in_2_with_the_line(folder, text, said):
    (folder / "book.toml").write_text(text)
    assert said in refused(build(folder, "book.toml"), 2)


def test_missing_java_builds_the_book_says_not_checked_and_ends_in_5(folder):
    done = ebook("build", "a.html", "-o", "x.epub", folder=folder, EBOOK_JAVA="nonexistent")
    assert done.returncode == 5
    assert b"not checked" in done.stdout and b"Java" in done.stderr
    assert (folder / "x.epub").exists()


def test_check_that_was_not_wanted_is_said_and_fine(folder):
    done = build(folder, "a.html", "-o", "x.epub")
    assert done.returncode == 0
    assert b"not checked" in done.stdout and b"--no-check" in done.stderr


def test_one_bad_article_is_named_and_the_others_are_built(folder):
    (folder / "bad.html").write_bytes(b"\x7fELF" + b"\x00" * 99)
    done = build(folder, "a.html", "bad.html", "gone.html", "-o", "x.epub")
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "bad.html" in said and "gone.html" in said and "Traceback" not in said
    assert done.stdout.decode().startswith("x.epub: 1 article")


def test_one_bad_article_of_a_collection_does_not_move_the_others(folder):
    (folder / "b.html").write_text(page("<p>Two.</p>", title="The second night"))
    (folder / "book.toml").write_text(
        'title = "A"\n[[section]]\ntitle = "P"\narticles = ["gone.html", "a.html"]\n[[section]]\ntitle = "Q"\narticles = ["b.html"]\n'
    )
    done = build(folder, "book.toml", "-o", "x.epub", "--json")
    import json

    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(a["status"], a["title"]) for a in report["articles"]] == [
        ("failed", ""),
        ("built", "The night of the flood"),
        ("built", "The second night"),
    ]


@pytest.mark.parametrize("arguments", [("gone.html",), ("a.html", "--theme", "none"), ("a.html", "--css", "bad.css")])
def test_older_book_is_untouched_when_the_build_fails(folder, arguments):
    (folder / "bad.css").write_text("@import 'x';")
    (folder / "x.epub").write_bytes(OLD)
    assert build(folder, *arguments, "-o", "x.epub").returncode in (2, 3)
    assert (folder / "x.epub").read_bytes() == OLD
    assert not [p for p in folder.iterdir() if p.name.startswith(".")]


def test_older_book_is_untouched_when_the_new_one_is_invalid(folder):
    (folder / "x.epub").write_bytes(OLD)
    java = folder / "java"
    java.write_text(
        '#!/bin/sh\nwhile [ "$1" != --json ]; do shift; done\necho \'{"checker":{"nFatal":0,"nError":1},"messages":[{"ID":"RSC-005","severity":"ERROR",'
        '"message":"Wrong","locations":[{"path":"a.xhtml","line":3}]}]}\' > "$2"\nexit 1\n'
    )
    java.chmod(0o755)
    line = refused(ebook("build", "a.html", "-o", "x.epub", folder=folder, EBOOK_JAVA=str(java)), 4)
    assert "x.epub was not written" in line and "a.xhtml" in line
    assert (folder / "x.epub").read_bytes() == OLD


@pytest.mark.parametrize(("data", "code"), [(None, 3), (b"no book", 4), (b"", 4)])
def test_check_of_what_is_no_book(tmp_path, data, code):
    if data is not None:
        (tmp_path / "x.epub").write_bytes(data)
    done = ebook("check", "x.epub", "--no-ace", "--no-epubcheck", folder=tmp_path)
    assert done.returncode == code and b"Traceback" not in done.stderr


def test_check_of_a_folder_ends_in_3(tmp_path):
    assert "cannot be read" in refused(ebook("check", ".", folder=tmp_path), 3)


def test_check_of_a_damaged_book_is_no_crash(folder):
    build(folder, "a.html", "-o", "x.epub")
    data = (folder / "x.epub").read_bytes()
    at = data.index(b"EPUB/chapter-01.xhtml") + 60
    (folder / "x.epub").write_bytes(data[:at] + bytes(b ^ 0xFF for b in data[at : at + 40]) + data[at + 40 :])
    done = ebook("check", "x.epub", "--no-ace", "--no-epubcheck", folder=folder)
    assert (done.returncode, b"Traceback" in done.stderr) == (4, False)


@pytest.mark.parametrize(
    "name",
    [
        b"a\nb.html",
        b"bell\x07.html",
        b"caf\xe9.html",
        b"\xe2\x80\xae.html",
        b"<b>&amp;.html",
        b"-dash.html"[1:],
        b"a'b\"c.html",
    ],
)
def test_odd_file_name_is_no_crash(tmp_path, name):
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(page("<p>One.</p>"))
    run = ebook if name.isascii() else ebook_process  # letters that are none in the process's own encoding
    done = build(tmp_path, name, "-o", "x.epub", "--json", run=run)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr.decode()[-300:]


@pytest.mark.parametrize(
    "arguments", [("--title", "a\x07b"), ("--creator", "a\x1bb"), ("--publisher", "\x0c"), ("--subtitle", "￾")]
)
def test_control_characters_in_an_option_are_no_crash(folder, arguments):
    done = build(folder, "a.html", "-o", "x.epub", *arguments)
    assert done.returncode in (0, 2) and b"Traceback" not in done.stderr


@pytest.mark.parametrize("epoch", ["99999999999999999999", "253402300800", "-5", "soon", "²"])
def test_odd_source_date_is_no_crash(folder, epoch):
    done = build(folder, "a.html", "-o", "x.epub", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode in (0, 2) and b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "given",
    [
        b'{"id": 1, "text": "caf\xff"}\n',
        b'{"id": "\\ud800", "text": "x"}\n',
        b'{"id": 1, "text": "the \\ud800 Emergency Water Committee (EWC)"}\n',
    ],
)
def test_odd_letters_in_lines_are_no_crash(tmp_path, given):
    done = ebook_process("glossary", "--jsonl", folder=tmp_path, given=given, PYTHONIOENCODING="utf-8:strict")
    assert done.returncode in (0, 2) and b"Traceback" not in done.stderr


@pytest.mark.parametrize("given", [b"nonsense\n", b"[]\n", b'"text"\n', b'{"id": 1}\n', b"5\n"])
def test_wrong_line_is_named_with_its_number(tmp_path, given):
    assert "line 2" in refused(
        ebook("glossary", "--jsonl", folder=tmp_path, given=b'{"id": 1, "text": "x"}\n' + given), 2
    )


def test_picture_that_is_none_does_not_cost_the_article(folder):
    (folder / "map.png").write_bytes(b"no picture at all")
    (folder / "b.html").write_text(page('<p><img src="map.png" alt="A map of the river"></p>'))
    for seed in "123":
        done = build(folder, "b.html", "-o", "x.epub", run=ebook_process, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr.decode()
    assert b"image.unreadable" in done.stderr


def test_reader_that_stops_early_is_no_crash(tmp_path):
    import subprocess
    import sys

    from tests.tools import ROOT

    done = subprocess.run(
        f"{sys.executable} -m ebook rules | head -1",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def test_findings_at_the_threshold_end_in_1(folder):
    (folder / "b.html").write_text(
        f'<html lang="en"><body><h1>T</h1>{BODY}<p><img src="map.png"></p>{BODY}</body></html>'
    )
    assert build(folder, "b.html", "-o", "x.epub").returncode == 0
    assert build(folder, "b.html", "-o", "x.epub", "--fail-on", "review").returncode == 1
    assert build(folder, "b.html", "-o", "x.epub", "--fail-on", "fatal").returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"name": "somebody\'s own", "metadata": {}}'),
        ("a.json", "[1, 2]"),
        ("a.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Mine.</p></body></html>'),
        ("a.xhtml", "notes"),
    ],
)
def test_chapter_does_not_replace_a_file_that_is_not_its_own(folder, name, text):
    (folder / "out").mkdir()
    (folder / "out" / name).write_text(text)
    line = refused(ebook("normalise", "a.html", "-o", "out", folder=folder), 2)
    assert name in line and "not made by ebook" in line
    assert [(p.name, p.read_text()) for p in (folder / "out").iterdir()] == [(name, text)]


def test_list_does_not_replace_a_file_that_is_not_its_own(folder):
    (folder / "mine.xhtml").write_text("notes")
    (folder / "list.txt").write_text("a.html\tout/a.xhtml\t\na.html\tmine.xhtml\t\n")
    assert "mine.xhtml" in refused(ebook("normalise", "--list", "list.txt", folder=folder), 2)
    assert (folder / "mine.xhtml").read_text() == "notes" and not (folder / "out").exists()


def test_chapter_replaces_the_one_of_an_earlier_run(folder):
    (folder / "out").mkdir()
    (folder / "out" / "a.json").write_bytes(b"")
    for _ in range(2):
        assert ebook("normalise", "a.html", "-o", "out", folder=folder).returncode == 0
    (folder / "list.txt").write_text("a.html\tout/a.xhtml\t\n")
    assert ebook("normalise", "--list", "list.txt", folder=folder).returncode == 0
