"""Extended descriptions of pictures: found in the page, set beside the picture."""

from __future__ import annotations

import pytest

from ebook.model import Alternative, Image
from ebook.normalise import normalise
from ebook.options import Options
from ebook.passes.descriptions import SAYS_DESCRIPTION, found_descriptions
from ebook.pictures import digest
from tests.books import page
from tests.tools import chapter_of, chapter_tree, check_noop, make_article, words_of

LONG = "<h2>Rain</h2><p>In May little rain fell.</p><table><tr><th>Month</th><th>mm</th></tr><tr><td>May</td><td>3</td></tr></table>"
CHART = '<figure><img src="rain.png" alt="Line chart"{}/><figcaption>Figure 1. Rain by month</figcaption></figure>'
HIDDEN = f'<div id="d1" class="sr-only">{LONG}</div>'


def made(body: str, **options: object):
    """The chapter of a page, as a tree, and its rules."""
    chapter = chapter_of(page(body), **options)
    return chapter_tree(chapter), [f.rule for f in chapter.findings]


def descriptions_in(tree):
    return [e for e in tree.iter("{*}aside") if e.get("class") == "description"]


@pytest.mark.parametrize(
    "body",
    [
        '<figure aria-describedby="c"><img src="a.png" alt="A boat"/><figcaption id="c">A boat at the quay</figcaption></figure>',
        '<p><img src="a.png" alt="A boat" class="wide"/></p><details><summary>More about boats</summary><p>They float.</p></details>',
        "<p>Words.</p><details><summary>Data</summary><p>They float.</p></details>",
        "<table><tr><td>1</td></tr></table>",
    ],
)
def test_what_describes_no_picture_stays(body):
    check_noop(found_descriptions, body.replace(' aria-describedby="c"', ""))
    tree, rules = made(body)
    assert not descriptions_in(tree) and "description.found" not in rules


@pytest.mark.parametrize(
    "body",
    [
        CHART.format(' longdesc="#d1"') + HIDDEN,
        CHART.format(' aria-details="d1"') + HIDDEN,
        CHART.format(' aria-describedby="d1"') + HIDDEN,
        CHART.format(' aria-details="l"') + '<p><a id="l" href="#d1">Description</a></p>' + HIDDEN,
        CHART.format("") + f"<details><summary>Text description</summary>{LONG}</details>",
        CHART.format("").replace("</figure>", f"<details><summary>Data table</summary>{LONG}</details></figure>"),
        f'<figure aria-describedby="d1"><img src="rain.png" alt="Line chart"/><figcaption>Figure 1</figcaption></figure>{HIDDEN}',
    ],
)
def test_description_stands_beside_its_picture(body):
    tree, rules = made(body)
    (aside,) = descriptions_in(tree)
    image = next(tree.iter("{*}img"))
    assert image.get("aria-details") == aside.get("id")
    assert aside.getprevious().tag.endswith("figure")
    assert words_of(aside) == "Extended description: Figure 1RainIn May little rain fell.MonthmmMay3"
    assert [c.get("scope") for c in aside.iter("{*}th")] == ["col", "col"]
    assert rules.count("description.found") == 1
    assert not list(tree.iter("{*}details")) and not tree.xpath("//@aria-describedby | //@longdesc")


def test_visible_description_stays_where_it_is_and_the_picture_names_it():
    tree, _ = made(CHART.format(' aria-describedby="d1"') + f'<div id="d1">{LONG}</div>')
    assert not descriptions_in(tree)
    name = next(tree.iter("{*}img")).get("aria-details")
    assert [words_of(e) for e in tree.iter() if e.get("id") == name] == ["Rain"]


def test_hidden_sentence_stands_in_for_a_missing_alternative_and_for_no_other():
    body = '<p>See <img src="a.png"{}/> here.</p><p id="s" class="sr-only">A boat lies at the quay.</p>'
    tree, _ = made(body.format(' aria-describedby="s"'))
    assert next(tree.iter("{*}img")).get("alt") == "A boat lies at the quay."
    assert words_of(tree).count("A boat lies") == 0
    tree, _ = made(body.format(' alt="A boat" aria-describedby="s"'))
    assert next(tree.iter("{*}img")).get("alt") == "A boat"


def test_name_points_nowhere_and_nothing_happens():
    tree, _ = made(CHART.format(' longdesc="#gone" aria-describedby="gone"'))
    assert not descriptions_in(tree) and next(tree.iter("{*}img")).get("aria-details") is None


@pytest.mark.parametrize(
    "summary", ["Long description", "Version texte", "Bildbeschreibung", "Datos del gráfico", "Beskrivelse", "データ"]
)
def test_summary_says_description_in_many_languages(summary):
    assert SAYS_DESCRIPTION.search(summary)


@pytest.mark.parametrize("summary", ["Read more", "Update", "Mehr dazu", "Lire la suite", "Dateline"])
def test_other_summary_does_not(summary):
    assert not SAYS_DESCRIPTION.search(summary)


def test_written_description_wins_and_survives_a_second_run():
    image = Image(reference="rain.png", data=b"rain", media_type="image/png")
    words = "Rain by month.\n\nMonth | mm\n--- | ---\nMay | 3\n\n- dry\n- wet"
    choice = Alternative(picture=digest(b"rain"), state="", description=words)
    body = (
        "<h1>The night of the flood</h1><p>The river rose in the night, and it stood at the quay.</p>"
        + CHART.format(' longdesc="#d1"')
        + HIDDEN
    )
    first = normalise(make_article(body, images=(image,)), Options(alternatives=(choice,)))
    (aside,) = descriptions_in(chapter_tree(first))
    assert words_of(aside) == "Extended description: Figure 1Rain by month.MonthmmMay3drywet"
    again = chapter_of(first.xhtml)
    assert again.xhtml == first.xhtml


def test_summary_of_a_table_is_read_before_it():
    table = '<table summary="{}"><tr><th>Month</th><th>mm</th></tr><tr><td>May</td><td>3</td></tr><tr><td>June</td><td>4</td></tr></table>'
    tree, _ = made(table.format("Rain fell mostly in June."))
    assert next(tree.iter("{*}table")).getprevious().text == "Rain fell mostly in June."
    tree, _ = made(table.format("table"))
    assert next(tree.iter("{*}table")).getprevious().text != "table"
