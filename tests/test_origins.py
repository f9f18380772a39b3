"""Where each value of a chapter's metadata comes from, whoever found it."""

from __future__ import annotations

import pytest

from tests.tools import chapter_of

ENGLISH = "The river is at the bridge and it was as high as it has ever been in the memory of the town, for that is how it is. "
FRENCH = "La rivière est dans la ville et les gens qui sont sur le pont ne sont pas plus de dix avec une barque. "


def origins(text: str, **options: object) -> dict[str, str]:
    return dict(chapter_of(text, **options).metadata.origins)


def page(body: str, *, lang: str = 'lang="en"', head: str = "") -> str:
    return f"<html {lang}><head>{head}</head><body><article>{body}</article></body></html>"


def test_stated_values_keep_their_origins():
    found = origins(page(f"<h1>River notes</h1><p>{ENGLISH}</p>", head="<title>River notes</title>"))
    assert (found["title"], found["language"]) == ("heading", "html")


@pytest.mark.parametrize("stated", ['lang="en"', 'lang="en-US"'])
def test_language_that_the_text_contradicts_comes_from_the_text(stated):
    chapter = chapter_of(page(f"<h1>La rivière</h1><p>{FRENCH * 6}</p>", lang=stated))
    assert dict(chapter.metadata.origins)["language"] == "text"
    assert chapter.metadata.language == "fr"
    assert "language.contradicted" in [f.rule for f in chapter.findings]


def test_language_that_a_user_says_and_the_text_contradicts_comes_from_the_text():
    chapter = chapter_of(page(f"<h1>La rivière</h1><p>{FRENCH * 6}</p>", lang=""), language="en")
    assert dict(chapter.metadata.origins)["language"] == "text"
    assert "language.contradicted" in [f.rule for f in chapter.findings]


def test_language_that_a_user_says_has_no_origin():
    assert "language" not in origins(page(f"<h1>River</h1><p>{ENGLISH}</p>", lang=""), language="en")


@pytest.mark.parametrize(("text", "origin"), [(ENGLISH * 3, "text"), ("Xqz 123 zzq", "assumed")])
def test_language_that_nobody_states_is_read_from_the_text_or_assumed(text, origin):
    assert origins(page(f"<h1>T</h1><p>{text}</p>", lang=""))["language"] == origin


def test_values_of_plain_text_come_from_the_text():
    found = origins(f"River to crest at dawn\n\nBy Ines Halloran\n\n14 March 2026\n\n{ENGLISH * 3}\n\n{ENGLISH * 2}\n")
    assert {found[name] for name in ("title", "authors", "published", "language")} == {"text"}


def test_title_of_markdown_comes_from_its_heading():
    assert origins(f"# River notes\n\n{ENGLISH}\n")["title"] == "heading"


def test_title_that_was_made_up_says_so():
    assert origins(page(f"<p>{ENGLISH}</p>"))["title"] == "first words"


def test_front_matter_stays_the_origin():
    found = origins(f"---\ntitle: River notes\nlang: en\n---\n\n# River notes\n\n{ENGLISH}\n")
    assert (found["title"], found["language"]) == ("front matter", "front matter")
