"""The list of pictures: written, brought up to date, filled in by people and programs, taken up by a build."""

from __future__ import annotations

import shutil
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import ebook
from ebook import alt
from ebook.errors import UnreadableInput, UsageProblem
from ebook.inventory import wide_tables
from ebook.model import Alternative
from ebook.normalise import normalise
from ebook.options import Options
from ebook.sources import from_text
from tests.books import page, picture, wide_table
from tests.tools import read_epub, words_of

BARE = '<p>Before.</p><p><img src="{}"></p><p>After.</p>'


class Articles:
    """A folder of articles with the words for changing and building them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.list = folder / "alt.toml"

    def write(self, name: str, body: str, **pictures: str) -> Path:
        """A page, and pictures of one colour: `map_png="teal"`."""
        for file, colour in pictures.items():
            (self.folder / file.replace("_", ".")).write_bytes(picture(colour=colour))
        path = self.folder / name
        path.write_text(page(body, title=name.split(".")[0].title()), encoding="utf-8")
        return path

    def entries(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = tomllib.loads(self.list.read_text("utf-8")).get("image", [])
        return found

    def fill(self, number: int, **fields: str) -> None:
        """What a person types into one table."""
        parts = self.list.read_text("utf-8").split("[[image]]")
        lines = [line for line in parts[number].splitlines() if line.split(" = ")[0] not in fields]
        parts[number] = "\n".join([*lines, *(f'{k} = "{v}"' for k, v in fields.items())]) + "\n\n"
        self.list.write_text("[[image]]".join(parts), encoding="utf-8")

    def book(self, *inputs: Path, **more: Any) -> tuple[str, ebook.BuildResult]:
        """The first chapter of a book and what came of the build."""
        target = self.folder.parent / "book.epub"
        result = ebook.build(*inputs, output=target, options={"check": False}, **more)
        return read_epub(target.read_bytes())["EPUB/chapter-01.xhtml"].decode(), result


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    (tmp_path / "in").mkdir()
    return Articles(tmp_path / "in")


def open_findings(result: ebook.BuildResult) -> list[str]:
    return [f.rule for f in result.all_findings if f.rule.startswith("alt.")]


def test_the_list_names_each_picture_with_a_small_copy(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    result = alt.alt(source)
    assert result.path == articles.list
    (entry,) = articles.entries()
    assert (entry["state"], entry["alt"], entry["article"]) == ("missing", "", "gate.html")
    assert entry["context"] == "Before. […] After."
    assert (articles.folder / entry["file"]).is_file()
    assert Path(entry["file"]).parts[0] == "alt-images"


def test_the_same_articles_give_the_same_list(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png") + BARE.format("b.png"), map_png="teal", b_png="navy")
    alt.alt(source)
    first = articles.list.read_bytes()
    alt.alt(source)
    assert articles.list.read_bytes() == first
    articles.list.unlink()
    alt.alt(articles.folder)
    assert articles.list.read_bytes() == first


def test_a_build_takes_up_what_a_person_wrote(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    chapter, result = articles.book(source)
    assert 'alt="Undescribed image"' in chapter
    assert open_findings(result) == ["alt.missing"]
    assert result.pictures == {"described": 0, "decorative": 0, "missing": 1, "poor": 0, "suggested": 0}
    alt.alt(source)
    assert articles.book(source)[0] == chapter
    articles.fill(1, state="described", alt="A gate, half open", author="Ann")
    chapter, result = articles.book(source)
    assert 'alt="A gate, half open"' in chapter
    assert open_findings(result) == []
    assert result.pictures["described"] == 1
    assert [m.value for m in result.book.meta if m.value == "alternativeText"]
    articles.fill(1, state="decorative", alt="")
    assert 'alt="" role="presentation"' in articles.book(source)[0]


def test_the_same_inputs_with_the_list_give_the_same_bytes(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    alt.alt(source)
    articles.fill(1, state="described", alt="A gate")
    target = articles.folder.parent / "book.epub"
    articles.book(source)
    first = target.read_bytes()
    before = articles.list.read_bytes()
    articles.book(source)
    assert target.read_bytes() == first
    assert articles.list.read_bytes() == before


def test_words_stay_when_the_article_changes_and_the_picture_moves(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    alt.alt(source)
    articles.fill(1, state="described", alt="A gate", author="Ann", date="2026-04-01")
    (articles.folder / "sub").mkdir()
    shutil.move(articles.folder / "map.png", articles.folder / "sub" / "other.png")
    articles.write("gate.html", "<p>All new.</p>" + BARE.format("sub/other.png"))
    assert 'alt="A gate"' in articles.book(source)[0]
    alt.alt(source)
    (entry,) = articles.entries()
    assert (entry["alt"], entry["state"], entry["author"], entry["date"]) == (
        "A gate",
        "described",
        "Ann",
        "2026-04-01",
    )
    assert entry["reference"] == "sub/other.png"


def test_the_articles_own_new_words_are_followed_unless_a_person_decided(articles: Articles) -> None:
    body = '<p>Before.</p><p><img src="map.png" alt="{}"></p><p>After.</p>'
    source = articles.write("gate.html", body.format("A gate"), map_png="teal")
    alt.alt(source)
    articles.write("gate.html", body.format("An iron gate"))
    assert 'alt="An iron gate"' in articles.book(source)[0]
    alt.alt(source)
    assert articles.entries()[0]["alt"] == "An iron gate"
    articles.fill(1, alt="An open gate")
    articles.write("gate.html", body.format("A closed gate"))
    assert 'alt="An open gate"' in articles.book(source)[0]
    alt.alt(source)
    assert articles.entries()[0]["alt"] == "An open gate"
    assert articles.entries()[0]["found-alt"] == "A closed gate"


def test_new_pictures_are_added_and_gone_ones_kept(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    alt.alt(source)
    articles.fill(1, state="described", alt="A gate")
    articles.write("gate.html", BARE.format("new.png"), new_png="navy")
    result = alt.alt(source)
    assert [(e["alt"], e.get("gone", False)) for e in articles.entries()] == [("", False), ("A gate", True)]
    assert len(result.open) == 1
    articles.write("gate.html", BARE.format("map.png"))
    assert 'alt="A gate"' in articles.book(source)[0]
    alt.alt(source)
    assert [(e["alt"], e.get("gone", False)) for e in articles.entries()] == [("A gate", False), ("", True)]


def test_articles_that_were_not_asked_for_keep_their_pictures(articles: Articles) -> None:
    one = articles.write("one.html", BARE.format("a.png"), a_png="teal")
    two = articles.write("two.html", BARE.format("b.png"), b_png="navy")
    alt.alt(one)
    alt.alt(two)
    assert [(e["article"], "gone" in e) for e in articles.entries()] == [("two.html", False), ("one.html", False)]


def test_a_changed_picture_gets_the_words_of_the_one_before_as_a_suggestion(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    alt.alt(source)
    articles.fill(1, state="described", alt="A gate")
    articles.write("gate.html", BARE.format("map.png"), map_png="navy")
    alt.alt(source)
    entry = articles.entries()[0]
    assert (entry["state"], entry["suggestion"], entry["by"]) == ("suggested", "A gate", "earlier picture")
    assert 'alt="Undescribed image"' in articles.book(source)[0]


def test_words_of_another_author_for_the_same_picture_are_a_suggestion(articles: Articles) -> None:
    articles.write("one.html", BARE.format("a.png"), a_png="teal")
    articles.write("two.html", '<p>Before.</p><p><img src="a.png" alt="A gate"></p><p>After.</p>')
    alt.alt(articles.folder)
    (entry,) = articles.entries()
    assert (entry["state"], entry["suggestion"], entry["by"]) == ("suggested", "A gate", "article: two.html")
    assert entry["places"] == 2


def test_poor_words_of_a_person_are_in_the_book_and_still_wait(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    alt.alt(source)
    articles.fill(1, state="described", alt="DSC_0042.jpg")
    result = alt.alt(source)
    assert result.entries[0].state == "poor"
    assert len(result.open) == 1
    chapter, built = articles.book(source)
    assert 'alt="DSC_0042.jpg"' in chapter
    assert open_findings(built) == ["alt.poor"]
    articles.fill(1, state="accepted")
    assert open_findings(articles.book(source)[1]) == []
    assert alt.alt(source).open == ()


def test_another_list_is_taken_over_without_loss(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png") + BARE.format("b.png"), map_png="teal", b_png="navy")
    alt.alt(source)
    saved = articles.folder.parent / "saved.toml"
    shutil.copy(articles.list, saved)
    articles.fill(2, state="described", alt="A boat")
    other = Articles(articles.folder)
    other.list = saved
    other.fill(1, state="described", alt="A gate", author="Ann")
    alt.alt(source, imported=saved)
    assert [(e["alt"], e["author"]) for e in articles.entries()] == [("A gate", "Ann"), ("A boat", "")]


# Suggestions by a program


def program(folder: Path, text: str) -> str:
    """A command that runs this Python."""
    path = folder / "look it.py"
    path.write_text(text, encoding="utf-8")
    return f"'{sys.executable}' '{path}' --picture={{image}}"


def test_a_program_suggests_and_only_an_accepted_suggestion_is_in_the_book(articles: Articles, tmp_path: Path) -> None:
    source = articles.write(
        "gate.html", BARE.format("map.png") + '<p>In <img src="b.png" alt=""> line.</p>', map_png="teal", b_png="navy"
    )
    log = tmp_path / "log"
    command = program(
        tmp_path,
        "import sys\nfrom PIL import Image\n"
        f"open({str(log)!r}, 'a').write('once\\n')\n"
        "print(' A picture of', *Image.open(sys.argv[1].split('=', 1)[1]).size, '\\n')\n"
        "print('noise', file=sys.stderr)\n",
    )
    result = alt.alt(source, command=command)
    entry = result.entries[0]
    assert (entry.state, entry.suggestion, entry.by) == (
        "suggested",
        "A picture of 40 30",
        f"command: {Path(sys.executable).name}",
    )
    alt.alt(source, command=command)
    assert log.read_text() == "once\n"
    chapter, built = articles.book(source)
    assert "A picture of" not in chapter
    assert built.pictures["suggested"] == 1
    assert open_findings(built) == ["alt.missing"]
    articles.fill(1, state="accepted")
    assert 'alt="A picture of 40 30"' in articles.book(source)[0]
    alt.alt(source, command=command)
    assert articles.entries()[0]["alt"] == "A picture of 40 30"
    assert articles.entries()[0]["by"].startswith("command: ")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; print('oh no', file=sys.stderr); sys.exit(3)", "it ended with 3 (oh no)"),
        ("", "it said nothing"),
        ("print('image.png')", "describes nothing"),
        ("print('x ' * 3000)", "more than 2000 characters"),
        (
            "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])",
            "took longer",
        ),
    ],
)
def test_a_program_that_fails_is_a_finding_and_the_list_is_written(
    articles: Articles, tmp_path: Path, code: str, reason: str
) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    seconds = 1.5 if "sleep" in code else 60
    result = alt.alt(source, command=program(tmp_path, code), seconds=seconds)
    (finding,) = result.findings
    assert finding.rule == "alt.command-failed"
    assert reason in finding.message
    assert articles.entries()[0]["state"] == "missing"


def test_a_command_is_never_run_by_a_shell(articles: Articles, tmp_path: Path) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    result = alt.alt(source, command=f"echo {{image}} ; touch {tmp_path / 'made'} $(touch {tmp_path / 'made'})")
    assert not (tmp_path / "made").exists()
    assert "; touch" in result.entries[0].suggestion
    (finding,) = alt.alt(
        articles.write("b.html", BARE.format("b.png"), b_png="navy"), command="no-such-thing {image}"
    ).findings
    assert "could not be started" in finding.message


@pytest.mark.parametrize("command", ["describe", "describe 'x {image}", "{image}"])
def test_a_command_that_cannot_work_is_refused_before_anything_is_read(articles: Articles, command: str) -> None:
    with pytest.raises(UsageProblem):
        alt.alt(articles.folder / "not-there.html", command=command)


# What belongs to the list is never an article, and nothing else is overwritten


def test_a_folder_with_a_list_builds_as_before(articles: Articles) -> None:
    articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    alt.alt(articles.folder, page="")
    assert (articles.folder / "alt.html").is_file()
    for inputs in (
        [articles.folder],
        sorted(articles.folder.glob("*.*ml")),
        [*sorted(articles.folder.glob("alt*")), articles.folder / "gate.html"],
    ):
        assert [a.source for a in articles.book(*inputs)[1].articles] == [str(articles.folder / "gate.html")]
    with pytest.raises(UsageProblem, match="is no article"):
        articles.book(articles.list)


def test_a_book_toml_names_its_list(articles: Articles) -> None:
    articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    plan = articles.folder / "book.toml"
    plan.write_text('title = "Gates"\nalt = "words/pictures.toml"\narticles = ["gate.html"]\n')
    with pytest.raises(UsageProblem, match=r"pictures\.toml is not there"):
        articles.book(plan)
    alt.alt(plan)
    articles.list = articles.folder / "words" / "pictures.toml"
    assert articles.entries()[0]["article"] == "../gate.html"
    articles.fill(1, state="described", alt="A gate")
    assert 'alt="A gate"' in articles.book(plan)[0]
    assert 'alt="A gate"' in articles.book(articles.folder / "gate.html", alt=articles.list)[0]


def test_a_broken_list_stops_the_build_and_nothing_is_written(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    articles.list.write_text("[[image]]\nhash = 'a'\nstate = 'fine'\n")
    before = articles.list.read_bytes()
    for work in (articles.book, alt.alt):
        with pytest.raises(UsageProblem, match=r"alt\.toml, line 3: “fine” is no state"):
            work(source)
    assert articles.list.read_bytes() == before
    assert not (articles.folder / "alt-images").exists()


def test_nothing_but_lists_and_pages_of_ours_is_replaced(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    plan = articles.folder / "own.toml"
    plan.write_text('title = "x"\n')
    for wrong in ({"output": plan}, {"output": source}, {"page": source}, {"page": plan}, {"output": articles.folder}):
        before = source.read_bytes(), plan.read_bytes()
        with pytest.raises(UsageProblem):
            alt.alt(source, **wrong)  # type: ignore[arg-type]
        assert (source.read_bytes(), plan.read_bytes()) == before
    other = articles.write("other.html", "")
    with pytest.raises(UsageProblem):
        alt.alt(source, page=other)


def test_articles_without_pictures_need_no_list(articles: Articles) -> None:
    source = articles.write("gate.html", "<p>Words.</p>")
    assert alt.alt(source).entries == ()
    assert not articles.list.exists()


def test_an_article_that_cannot_be_read_loses_no_words(articles: Articles) -> None:
    one = articles.write("one.html", BARE.format("a.png"), a_png="teal")
    two = articles.write("two.html", BARE.format("b.png"), b_png="navy")
    alt.alt(one, two)
    articles.fill(2, state="described", alt="A boat")
    two.write_text("")
    result = alt.alt(one, two)
    assert len(result.failed) == 1
    assert [(e["alt"], "gone" in e) for e in articles.entries()] == [("", False), ("A boat", False)]
    one.unlink()
    with pytest.raises((UnreadableInput, ebook.NothingBuilt)):
        alt.alt(one)


class Tables(Articles):
    """A folder of articles with wide tables."""

    def tables(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = tomllib.loads(self.list.read_text("utf-8")).get("table", [])
        return found

    def describe(self, words: str, state: str = "offered") -> None:
        """What a person types into the last table."""
        start, _, end = self.list.read_text("utf-8").rpartition('description = ""')
        head, _, rest = start.rpartition(f'state = "{self.tables()[-1]["state"]}"')
        self.list.write_text(f'{head}state = "{state}"{rest}description = "{words}"{end}', encoding="utf-8")

    def descriptions(self, *inputs: Path) -> str:
        """The page of descriptions of a book."""
        self.book(*inputs)
        files = read_epub((self.folder.parent / "book.epub").read_bytes())
        return files.get("EPUB/descriptions.xhtml", b"").decode()


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    (tmp_path / "in").mkdir()
    return Tables(tmp_path / "in")


def test_a_wide_table_is_offered_and_is_no_failure(tables: Tables) -> None:
    source = tables.write("gate.html", wide_table() + wide_table("Table 2. Small", columns=3))
    result = alt.alt(source)
    (entry,) = tables.tables()
    assert (entry["state"], entry["reason"], entry["article"]) == ("offered", "9 columns", "gate.html")
    assert entry["caption"] == "Table 1. Levels of the river"
    assert (len(result.open), len(result.offered), result.findings) == (0, 1, ())
    assert tables.book(source)[1].tables == {"described": 0, "readable": 0, "offered": 1}
    assert tables.descriptions(source) == ""


def test_the_description_of_a_table_is_one_link_away_and_stays_when_the_article_changes(tables: Tables) -> None:
    source = tables.write("gate.html", wide_table())
    alt.alt(source)
    tables.describe("The water falls.")
    changed = f"<p>New.</p>{wide_table('Table 1. Rain', columns=7)}<p>More.</p>" + wide_table("Table 2. Levels")
    for body, name in ((wide_table(), "Table 1"), (changed, "Table 2")):
        tables.write("gate.html", body)
        chapter, result = tables.book(source)
        tree = etree.fromstring(chapter.encode())
        (table,) = tree.xpath("//*[local-name()='table'][@aria-details]")
        (link,) = tree.xpath("//*[@id=$id]", id=table.get("aria-details"))
        line, region = link.getparent(), table.getparent()
        assert words_of(link) == f"Extended description: {name}"
        assert line.getnext() is region and words_of(line.getprevious()).startswith(name)  # beside the caption
        said = tables.descriptions(source)
        assert "<p>The water falls.</p>" in said
        assert f'href="chapter-01.xhtml#{link.get("id")}" role="doc-backlink"' in said
        assert result.unused == () and result.tables["described"] == 1
        alt.alt(source)
        assert [t["description"] for t in tables.tables() if t["state"] == "described"] == ["The water falls."]


def test_a_chapter_with_a_described_table_stays_as_it_is(tables: Tables) -> None:
    choice = Alternative(picture="", state="", description="The water falls.")
    article = from_text(page(wide_table()), "gate.html")
    plain = normalise(article, Options())
    (found,) = wide_tables([plain])
    options = Options(alternatives=(replace(choice, picture=found.hash),))
    first = normalise(article, options)
    assert first.xhtml.count("The water falls.") == 1
    assert normalise(from_text(first.xhtml, "gate.xhtml"), options).xhtml == first.xhtml
    assert wide_tables([first])[0].hash == found.hash


def test_a_table_that_needs_no_description_is_offered_no_more(tables: Tables) -> None:
    source = tables.write("gate.html", wide_table())
    alt.alt(source)
    tables.describe("", state="readable")
    assert tables.book(source)[1].tables == {"described": 0, "readable": 1, "offered": 0}
    assert alt.alt(source).offered == ()
    assert tables.tables()[0]["state"] == "readable"


def test_the_words_for_a_table_with_new_numbers_wait_for_a_person(tables: Tables) -> None:
    source = tables.write("gate.html", wide_table())
    alt.alt(source)
    tables.describe("The water falls.")
    tables.write("gate.html", wide_table(first=20))
    assert tables.descriptions(source) == ""
    alt.alt(source)
    new, old = tables.tables()
    assert (new["state"], new["suggestion"], new["by"]) == ("suggested", "The water falls.", "earlier table")
    assert old["gone"] and old["description"] == "The water falls."
    assert tables.descriptions(source) == ""
    tables.write("gate.html", wide_table())  # the old numbers are back
    assert "The water falls." in tables.descriptions(source)


def test_the_page_shows_a_table_with_its_cells_alone(tables: Tables) -> None:
    source = tables.write("gate.html", wide_table().replace("North", "<script>x</script>North &lt;b&gt;"))
    result = alt.alt(source, page="")
    assert result.page
    text = result.page.read_text("utf-8")
    assert "Table 1: description" in text and "North &lt;b&gt;" in text
    assert '"kind": "table"' in text


def test_an_imported_file_speaks_only_of_what_is_listed(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    other = articles.write("other.html", BARE.format("b.png") + wide_table(), b_png="navy")
    saved = articles.folder / "saved.toml"
    alt.alt(source, other, output=saved)
    result = alt.alt(source, imported=saved)
    assert result.left_out == 2
    assert [e.reference for e in result.entries] == ["map.png"]


def test_words_for_a_mistyped_hash_are_told(articles: Articles) -> None:
    source = articles.write("gate.html", BARE.format("map.png"), map_png="teal")
    other = articles.write("other.html", BARE.format("b.png"), b_png="navy")
    alt.alt(source, other)
    articles.fill(1, state="described", alt="A gate")
    articles.fill(2, state="described", alt="A boat")
    assert articles.book(source)[1].unused == ()  # the other article was not asked for
    right = articles.entries()[0]["hash"]
    articles.fill(1, hash="0" * 4 + right[4:])
    (line,) = articles.book(source)[1].unused
    assert f"has words for 0000{right[4:]}, which is in none" in line
    assert line.endswith(f"Did you mean {right}?")
    alt.alt(source)  # which now knows that it is gone
    assert articles.book(source)[1].unused == ()
