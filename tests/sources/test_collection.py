"""`book.toml`: what it gives, and what it says to an editor who mistyped."""

from __future__ import annotations

from pathlib import Path

import pytest

from ebook.errors import UnreadableInput, UsageProblem
from ebook.model import Person
from ebook.sources.collection import ROLES, read_plan
from tests.tools import SAMPLES

GOOD = 'title = "The River"\nlanguage = "en"\narticles = ["one.html"]\n'


def plan_of(folder: Path, text: str):
    path = folder / "book.toml"
    path.write_text(text, "utf-8")
    return read_plan(path)


def refusal(folder: Path, text: str) -> UsageProblem:
    with pytest.raises(UsageProblem) as caught:
        plan_of(folder, text)
    assert str(folder / "book.toml") in str(caught.value)
    return caught.value


def test_everything_it_says_arrives(tmp_path):
    plan = plan_of(
        tmp_path,
        """
title = "The River"
subtitle = "Nine pieces"
language = "en_gb"
publisher = "Towpath"
creators = [{ name = "Agnes Tillery", role = "edt", file-as = "Tillery, Agnes" }, { name = "Tobias Renn" }]
date = "2026-04"
description = "About a river."
rights = "CC BY 4.0"
identifier = "urn:isbn:9780000000002"
theme = "dyslexia"
css = "my.css"
collection = { name = "Samples", position = 1.5, type = "set" }
[[section]]
title = "News"
articles = ["news/one.html", "two.txt"]
[[section]]
title = "Voices"
articles = ["three.md"]
[options]
glossary = false
contents-depth = 3
article-language = "fr"
""",
    )
    edition = plan.edition
    assert plan.articles == tuple(str(tmp_path / n) for n in ("news/one.html", "two.txt", "three.md"))
    assert edition.parts == (("News", 2), ("Voices", 1))
    assert edition.creators == (
        Person(name="Agnes Tillery", role="edt", file_as="Tillery, Agnes"),
        Person(name="Tobias Renn"),
    )
    assert (
        edition.title,
        edition.language,
        edition.collection,
        edition.collection_position,
        edition.collection_type,
    ) == ("The River", "en-GB", "Samples", "1.5", "set")
    assert plan.options == {
        "theme": "dyslexia",
        "css": str(tmp_path / "my.css"),
        "glossary": False,
        "contents_depth": 3,
        "language": "fr",
    }


def test_sample_collection_is_right():
    assert len(read_plan(SAMPLES / "book.toml").articles) == 9


def test_byte_order_mark_and_foreign_line_ends_do_not_matter(tmp_path):
    (tmp_path / "book.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_plan(tmp_path / "book.toml").edition.title == "The River"


@pytest.mark.parametrize(
    ("text", "line", "wrong", "right"),
    [
        (f'{GOOD}publiser = "x"\n', 4, "publiser", "publisher"),
        ('titel = "The River"\narticles = ["a"]\n', 1, "titel", "title"),
        (f"{GOOD}[options]\ncontent-depth = 2\n", 5, "content-depth", "contents-depth"),
        (f'{GOOD}[[section]]\ntitle = "A"\narticels = ["b"]\n', 6, "articels", "articles"),
        (f'{GOOD}creators = [ {{ nmae = "A" }} ]\n', 4, "nmae", "name"),
        (f'{GOOD}collection = {{ name = "A", postion = 1 }}\n', 4, "postion", "position"),
        (f'{GOOD}[sections]\ntitle = "A"\n', 4, "sections", "section"),
    ],
)
def test_unknown_key_is_named_with_its_line_and_the_nearest_right_one(tmp_path, text, line, wrong, right):
    error = refusal(tmp_path, text)
    assert f"line {line}: unknown key “{wrong}”" in str(error)
    assert f"“{right}”" in error.hint


def test_key_like_no_other_gets_the_list_of_known_ones(tmp_path):
    assert "title" in refusal(tmp_path, f"{GOOD}xyzzy = 1\n").hint


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('title = 5\narticles = ["a"]\n', 1, "“title” must be text"),
        ('articles = "a.html"\n', 1, "“articles” must be a list"),
        (f'{GOOD}creators = "Agnes"\n', 4, "“creators” must be a list"),
        (f'{GOOD}creators = ["Agnes"]\n', 4, "must hold tables"),
        (f'{GOOD}[options]\nglossary = "yes"\n', 5, "true or false"),
        (f"{GOOD}[options]\ncontents-depth = true\n", 5, "a whole number"),
        (f"{GOOD}[options]\ncontents-depth = 9\n", 5, "from 1 to 6"),
        ("articles = [1, 2]\n", 1, "must hold file names"),
        (f'{GOOD}collection = "Samples"\n', 4, "“collection” must be a table"),
        (f"{GOOD}options = []\n", 4, "“options” must be a table"),
        (f"{GOOD}date = 2026-04-01\n", 4, "“date” must be text"),
        (f'{GOOD}date = "tomorrow"\n', 4, "no date"),
        (f'{GOOD}date = "2026-13-45"\n', 4, "no date"),
        ('language = "no such tongue"\narticles = ["a"]\n', 1, "no language tag"),
        (f'{GOOD}collection = {{ name = "A", type = "heap" }}\n', 4, "“series” or “set”"),
        (f'{GOOD}collection = {{ name = "A", position = "first" }}\n', 4, "a number"),
        (f'{GOOD}creators = [ {{ role = "edt" }} ]\n', 4, "without a name"),
        (f'{GOOD}creators = [ {{ name = "A", role = "editor" }} ]\n', 4, "no role"),
        (f'{GOOD}[[section]]\narticles = ["b"]\n', 4, "without a title"),
        (f'{GOOD}[[section]]\ntitle = 7\narticles = ["b"]\n', 5, "“title” must be text"),
        (f'{GOOD}[[section]]\ntitle = "A"\narticles = "b"\n', 6, "“articles” must be a list"),
    ],
)
def test_wrong_value_is_named_with_its_line(tmp_path, text, line, said):
    error = refusal(tmp_path, text)
    assert said in str(error)
    assert f"line {line}:" in str(error)


def test_wrong_article_language_is_refused_like_any_other(tmp_path):
    assert "language tag" in str(refusal(tmp_path, f'{GOOD}[options]\narticle-language = "no such tongue"\n'))


def test_unknown_role_gets_the_known_ones(tmp_path):
    hint = refusal(tmp_path, f'{GOOD}creators = [ {{ name = "A", role = "editor" }} ]\n').hint
    assert all(role in hint for role in ROLES)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_is_taken(tmp_path, role):
    assert (
        plan_of(tmp_path, f'{GOOD}creators = [ {{ name = "A", role = "{role}" }} ]\n').edition.creators[0].role == role
    )


@pytest.mark.parametrize("text", ["title = \n", "title", "[[section]\n", "a = " + "[" * 5000])
def test_broken_toml_is_refused_with_its_place(tmp_path, text):
    assert "valid TOML" in str(refusal(tmp_path, text))


def test_collection_without_articles_is_refused(tmp_path):
    assert "names no articles" in str(refusal(tmp_path, 'title = "The River"\n'))


def test_other_encoding_is_refused(tmp_path):
    (tmp_path / "book.toml").write_bytes('title = "Fluß"\n'.encode("latin-1"))
    with pytest.raises(UsageProblem, match="not UTF-8"):
        read_plan(tmp_path / "book.toml")


def test_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_plan(tmp_path / "book.toml")
