"""`ebook check --explain` and `--statement`: evidence for each claim, plain words, codes for shops."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.books import ebook
from tests.claimed import PICTURE, epub, metas

FAST = ("--no-epubcheck", "--no-ace")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("explained")
    said = metas([("schema:accessibilityFeature", "alternativeText"), ("schema:accessMode", "textual")])
    (made / "a.epub").write_bytes(epub(f'<img src="{PICTURE}"/>', metadata=said))
    return made


def test_each_claim_comes_with_its_evidence(folder):
    shown = ebook("check", "a.epub", *FAST, "--explain", folder=folder).stdout.decode()
    assert "FALSE:    schema:accessibilityFeature alternativeText" in shown
    assert "0 of 1 informative image with a text alternative, 1 without alt" in shown
    assert "lacking: EPUB/one.xhtml" in shown
    assert "true:     schema:accessMode textual" in shown
    assert "missing:  schema:accessMode visual" in shown
    assert "not met:  dcterms:conformsTo" in shown and "failing: book." in shown


def test_statement_and_codes_for_shops(folder):
    shown = ebook("check", "a.epub", *FAST, "--statement", folder=folder).stdout.decode()
    assert "Ways of reading\n" in shown and "0 of 1 images are described" in shown
    assert "09 11: Table of contents navigation" in shown
    assert "FALSE" not in shown


def test_both_for_machines(folder):
    done = ebook("check", "a.epub", *FAST, "--explain", "--statement", "--json", folder=folder)
    (book,) = json.loads(done.stdout)["books"]
    by_value = {c["value"]: c for c in book["explained"]}
    assert by_value["alternativeText"]["refuted"] and by_value["alternativeText"]["stated"]
    assert by_value["alternativeText"]["lacking"][0]["file"] == "EPUB/one.xhtml"
    assert book["statement"]["sections"][0]["key"] == "ways"
    assert {"type": "12", "value": "00", "meaning": "No known hazards or warnings"} in book["onix"]


def test_without_the_options_nothing_is_added(folder):
    (book,) = json.loads(ebook("check", "a.epub", *FAST, "--json", folder=folder).stdout)["books"]
    assert not {"explained", "statement", "onix"} & set(book)


def test_file_that_is_no_book_is_explained_by_its_findings_alone(folder):
    (folder / "b.epub").write_bytes(b"no book")
    done = ebook("check", "b.epub", *FAST, "--explain", "--statement", folder=folder)
    assert b"Traceback" not in done.stderr and b"Ways of reading" not in done.stdout


def test_page_and_contact_are_asked_for_on_the_command_line_or_in_the_plan(folder):
    (folder / "one.md").write_text("# One\n\nThe river rose.\n")
    (folder / "book.toml").write_text(
        'title = "Notes"\ncontact = "access@example.org"\narticles = ["one.md"]\n[options]\naccessibility-page = true\n'
    )
    for arguments in (("book.toml",), ("one.md", "--contact", "access@example.org")):
        done = ebook("build", *arguments, "--no-check", "-q", "-o", "out.epub", folder=folder)
        assert done.returncode == 0, done.stderr
        shown = ebook("check", "out.epub", *FAST, folder=folder)
        assert shown.returncode == 0 and b"error" not in shown.stderr
        from tests.tools import read_epub

        assert b"mailto:access@example.org" in read_epub((folder / "out.epub").read_bytes())["EPUB/accessibility.xhtml"]
