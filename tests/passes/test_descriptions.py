"""Extended descriptions of pictures: found in the page, set beside the picture."""

from __future__ import annotations

import pytest

from ebook.model import Alternative, Image
from ebook.normalise import normalise
from ebook.options import Options
from ebook.passes.descriptions import SAYS_DESCRIPTION, found_descriptions
from ebook.pictures import digest
from tests.books import page, wide_table
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


VISIBLE = f'<div id="d1">{LONG}</div>'


@pytest.mark.parametrize("how", ["aria-describedby", "aria-details", "longdesc"])
@pytest.mark.parametrize(
    "box",
    [
        VISIBLE,
        f'<section id="d1" class="box" role="note">{LONG}</section>',
        f'<aside id="d1">{LONG}</aside>',
        f"<div><div><div id='d1'>{LONG}</div></div></div>",
    ],
)
def test_visible_description_keeps_its_box_with_all_its_blocks(how, box):
    value = "#d1" if how == "longdesc" else "d1"
    tree, rules = made(CHART.format(f' {how}="{value}"') + "<p>Between.</p>" + box)
    assert not descriptions_in(tree) and "description.found" not in rules
    (named,) = tree.xpath("//*[@id=$id]", id=next(tree.iter("{*}img")).get("aria-details"))
    assert named.tag.endswith("aside")
    assert words_of(named) == "RainIn May little rain fell.MonthmmMay3Back to Figure 1"
    (label,) = tree.xpath("//*[@id=$id]", id=named.get("aria-labelledby"))
    assert words_of(label) == "Rain"
    assert words_of(named.getprevious()) == "Between."
    assert words_of(tree).count("In May little rain fell.") == 1


def test_visible_description_is_linked_beside_the_picture_and_leads_back():
    tree, _ = made(CHART.format(' longdesc="#d1"') + "<p>Between.</p>" + VISIBLE)
    (box,) = tree.xpath("//*[@id='d1']")
    line = next(tree.iter("{*}figure")).getnext()
    (link,) = line
    assert (words_of(line), link.get("href")) == ("Extended description: Figure 1", "#d1")
    (back,) = box.xpath(".//*[@role='doc-backlink']")
    assert back.get("href") == f"#{link.get('id')}"


def test_visible_section_under_a_named_heading_gets_a_box():
    body = LONG.replace("<h2>", '<h2 id="d1">') + "<h2>Later</h2>"
    tree, _ = made(CHART.format(' longdesc="#d1"') + "<p>Between.</p>" + body)
    (box,) = tree.xpath("//*[@id='d1']")
    assert words_of(box) == "RainIn May little rain fell.MonthmmMay3Back to Figure 1"
    assert words_of(box.getnext()) == "Later"


def test_box_without_a_heading_says_what_it_describes():
    tree, _ = made(CHART.format(' longdesc="#d1"') + '<ul id="d1"><li>May was dry</li><li>June was wet</li></ul>')
    (box,) = tree.xpath("//*[@id='d1']")
    assert words_of(box) == "Extended description: Figure 1May was dryJune was wetBack to Figure 1"
    assert box[0].get("id") == box.get("aria-labelledby")


def test_two_pictures_share_one_visible_description():
    second = '<figure><img src="map.png" alt="Map" aria-details="d1"/><figcaption>The delta</figcaption></figure>'
    tree, _ = made(CHART.format(' longdesc="#d1"') + second + VISIBLE)
    (box,) = tree.xpath("//*[@id='d1']")
    backs = box.xpath(".//*[@role='doc-backlink']")
    assert [words_of(b) for b in backs] == ["Back to Figure 1", "Back to The delta"]
    links = [e for b in backs for e in tree.iter("{*}a") if e.get("id") == b.get("href")[1:]]
    assert [e.get("href") for e in links] == ["#d1", "#d1"]
    assert len({e.get("id") for e in links}) == 2


def test_link_of_the_page_itself_is_not_doubled():
    chart = CHART.format(' longdesc="#d1"').replace("</figcaption>", ' <a href="#d1">In words</a></figcaption>')
    tree, _ = made(chart + VISIBLE)
    links = [e for e in tree.iter("{*}a") if e.get("href") == "#d1"]
    assert [words_of(e) for e in links] == ["In words"]
    (back,) = tree.xpath("//*[@role='doc-backlink']")
    assert back.get("href") == f"#{links[0].get('id')}"


def test_visible_description_of_a_table_is_linked_before_it():
    tree, _ = made(wide_table().replace("<table>", '<table aria-details="d1">') + VISIBLE)
    (table, _) = tree.iter("{*}table")
    region = table.getparent()
    assert words_of(region.getprevious()) == "Extended description: Table 1"
    assert words_of(region.getprevious().getprevious()) == "Table 1. Levels of the river"


def test_visible_description_outside_the_article_is_kept_as_an_extended_one():
    body = (
        f"<article><h1>Rain</h1>{'<p>The river rose in the night, and it stood at the quay.</p>' * 9}{CHART}</article>"
    )
    aside = f'<footer><div id="d1">{LONG}</div></footer>'
    tree, _ = made(body.replace("{}", ' longdesc="#d1"') + aside)
    name = next(tree.iter("{*}img")).get("aria-details")
    (found,) = tree.xpath("//*[@id=$id]", id=name)
    assert "In May little rain fell." in words_of(found)
    assert words_of(tree).count("In May little rain fell.") == 1


@pytest.mark.parametrize(
    "body",
    [CHART.format(' aria-describedby="s"') + '<p id="s">Rain fell.</p>', CHART.format(' longdesc="#gone"') + VISIBLE],
)
def test_line_beside_a_picture_is_no_extended_description(body):
    tree, _ = made(body)
    assert next(tree.iter("{*}img")).get("aria-details") is None
    assert not tree.xpath("//*[local-name()='aside']")


def test_chapter_with_a_visible_description_stays_as_it_is():
    first = chapter_of(page(CHART.format(' longdesc="#d1"') + "<p>Between.</p>" + VISIBLE))
    assert chapter_of(first.xhtml).xhtml == first.xhtml


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
