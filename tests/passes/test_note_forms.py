"""Notes are found in every form that publishing systems and writers give them."""

from __future__ import annotations

import pytest

from ebook.passes.notes import notes
from tests.passes.test_notes import noted
from tests.tools import check_noop, run_pass


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<p>Text<sup class="reference" id="cite_ref-a"><a href="#cite_note-a">[note 1]</a></sup></p>'
            '<div class="reflist"><ol class="references"><li id="cite_note-a">'
            '<span class="mw-cite-backlink"><b><a href="#cite_ref-a">^</a></b></span>'
            ' <span class="reference-text">A note.</span></li></ol></div>',
            id="mw-group",
        ),
        pytest.param(
            "<p>"
            'Text<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" '
            'class="footnote-anchor">1</a></p><div class="footnote" data-component-name="FootnoteToDOM">'
            '<a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
            '<div class="footnote-content"><p>A note.</p></div></div>',
            id="substack",
        ),
        pytest.param(
            '<p>Text<sup class="modern-footnotes-footnote" data-mfn="1">'
            '<a href="javascript:void(0)" role="button">1</a></sup>'
            '<span id="mfn-content-1" role="tooltip" class="modern-footnotes-footnote__note">A note.</span>'
            "</p>",
            id="modern-footnotes",
        ),
        pytest.param(
            '<p>Text<span id="easy-footnote-1-9" class="easy-footnote-margin-adjust"></span>'
            '<span class="easy-footnote"><a href="#easy-footnote-bottom-1-9" title="A note."><sup>1</sup>'
            '</a></span></p><div class="easy-footnote-title"><h4>Notes</h4></div>'
            '<ol class="easy-footnotes-wrapper"><li class="easy-footnote-single">'
            '<span id="easy-footnote-bottom-1-9" class="easy-footnote-margin-adjust"></span>'
            'A note.<a class="easy-footnote-to-top" href="#easy-footnote-1-9"></a></li></ol>',
            id="easy-footnotes",
        ),
        pytest.param(
            '<p>Text<span class="footnote_referrer"><a role="button">'
            '<sup id="footnote_plugin_tooltip_1" class="footnote_plugin_tooltip_text">[1]</sup></a>'
            '<span id="footnote_plugin_tooltip_text_1" class="footnote_tooltip">A note.</span></span></p>',
            id="footnotes-plugin",
        ),
        pytest.param(
            '<p>Text<sup><a href="#fn_ref_1" id="fn_tip_1">[1]</a></sup></p><table class="footnotes_table">'
            '<tbody><tr><th id="fn_ref_1" class="footnote_plugin_index"><a href="#fn_tip_1">1</a></th>'
            '<td class="footnote_plugin_text">A note.</td></tr></tbody></table>',
            id="footnotes-plugin-table",
        ),
        pytest.param(
            "<p>"
            'Text<button class="bigfoot-footnote__button" data-bigfoot-footnote="&lt;p&gt;A note in '
            'full.&lt;/p&gt;">1</button></p>',
            id="bigfoot",
        ),
        pytest.param(
            '<p>Text<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">'
            '1</a></sup></p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote">'
            '<p>A note. <a href="#fnref:1" class="reversefootnote" role="doc-backlink">↩</a></p></li></ol>'
            "</div>",
            id="kramdown",
        ),
        pytest.param(
            "<p>Text<sup>"
            '<a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref="" '
            'aria-describedby="footnote-label">1</a></sup></p><section data-footnotes="" class="footnotes">'
            '<h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>'
            'A note. <a href="#user-content-fnref-1" data-footnote-backref="" class="data-footnote-backref" '
            'aria-label="Back to reference 1">↩</a></p></li></ol></section>',
            id="gfm",
        ),
        pytest.param(
            '<p>Text<sup><a href="#fn-1" id="user-content-fnref-1">1</a></sup></p>'
            '<section class="footnotes"><ol><li id="user-content-fn-1"><p>A note. <a href="#fnref-1">↩</a>'
            "</p></li></ol></section>",
            id="gfm-bare",
        ),
        pytest.param(
            '<p>Text<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref">'
            '<span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a></p>'
            '<aside class="footnote-list brackets">'
            '<aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label">'
            '<span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a>'
            '<span class="fn-bracket">]</span></span><p>A note.</p></aside></aside>',
            id="docutils-new",
        ),
        pytest.param(
            '<p>Text <a class="footnote-reference" href="#id2" id="id1">[1]</a></p>'
            '<table class="docutils footnote" id="id2"><colgroup><col/><col/></colgroup><tbody><tr>'
            '<td class="label"><a class="fn-backref" href="#id1">[1]</a></td><td>A note.</td></tr></tbody>'
            "</table>",
            id="docutils-table",
        ),
        pytest.param(
            '<p>Text <a class="footnote-reference brackets" href="#id2" id="id1">1</a></p>'
            '<dl class="footnote brackets"><dt class="label" id="id2"><span class="brackets">'
            '<a class="fn-backref" href="#id1">1</a></span></dt><dd><p>A note.</p></dd></dl>',
            id="sphinx-dl",
        ),
        pytest.param(
            '<p>Text<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">'
            '1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">'
            '1</sup><span class="ltx_tag ltx_tag_note">1</span>A note.</span></span></span> on.</p>',
            id="latexml",
        ),
        pytest.param(
            '<p>Text<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup>'
            '</a></sup></p><div id="sdfootnote1"><p class="sdfootnote">'
            '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> A note.</p></div>',
            id="libreoffice",
        ),
        pytest.param(
            '<p>Text<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr/><div><p>'
            '<a href="#ftnt_ref1" id="ftnt1">[1]</a><span> A note.</span></p></div>',
            id="gdocs",
        ),
        pytest.param(
            '<p>Text<a href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference">[1]</span>'
            '</a></p><div><hr/><div id="ftn1"><p class="MsoFootnoteText">'
            '<a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> A note.</p></div></div>',
            id="word",
        ),
        pytest.param(
            '<p>Text<label for="sn-1" class="margin-toggle sidenote-number"></label>'
            '<input type="checkbox" id="sn-1" class="margin-toggle"/><span class="sidenote">A note.</span>'
            " on.</p>",
            id="tufte",
        ),
        pytest.param(
            '<p>Text<label for="mn-1" class="margin-toggle">⊕</label>'
            '<input type="checkbox" id="mn-1" class="margin-toggle"/><span class="marginnote">A note.</span>'
            " on.</p>",
            id="tufte-margin",
        ),
        pytest.param(
            "<p>Text<d-footnote>A note.</d-footnote> on.</p>",
            id="distill",
        ),
        pytest.param(
            '<div class="paragraph"><p>Text<sup class="footnote">'
            '[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1" title="View footnote.">1</a>'
            ']</sup></p></div><div id="footnotes"><hr/><div class="footnote" id="_footnotedef_1">'
            '<a href="#_footnoteref_1">1</a>. A note.</div></div>',
            id="asciidoctor",
        ),
        pytest.param(
            '<p>Text<sup><a id="fnr.1" class="footref" href="#fn.1" role="doc-backlink">1</a></sup></p>'
            '<div id="footnotes"><h2 class="footnotes">Footnotes: </h2><div id="text-footnotes">'
            '<div class="footdef"><sup><a id="fn.1" class="footnum" href="#fnr.1" role="doc-backlink">1</a>'
            '</sup> <div class="footpara" role="doc-footnote"><p class="footpara">A note.</p></div></div>'
            "</div></div>",
            id="org",
        ),
        pytest.param(
            "<p>Text.¹ on</p><p>More.</p><p>¹ A note.</p>",
            id="unicode",
        ),
        pytest.param(
            "<p>Text [1] on.</p><p>More.</p><p>[1] A note.</p>",
            id="brackets",
        ),
        pytest.param(
            "<p>Text.[1] on.[2]</p><h2>References</h2><p>[1] A note.</p><p>[2] Another note.</p>",
            id="brackets-2",
        ),
        pytest.param(
            "<p>Text.[1] on.[2]</p><h2>References</h2><ol><li>A note.</li><li>Another note.</li></ol>",
            id="brackets-ol",
        ),
        pytest.param(
            "<p>Text<sup class='footnote'>"
            "<a href='#fn-12-1' id='fnref-12-1' onclick='return fdfootnote_show(12)'>1</a></sup></p>"
            "<div class='footnotes' id='footnotes-12'><div class='footnotedivider'></div><ol>"
            "<li id='fn-12-1'>A note. <span class='footnotereverse'><a href='#fnref-12-1'>↩</a></span></li>"
            "</ol></div>",
            id="fd-footnotes",
        ),
        pytest.param(
            '<p>Text<sup><a href="#fn__1" id="fnt__1" class="fn_top">1)</a></sup></p><div class="footnotes">'
            '<div class="fn"><sup><a href="#fnt__1" id="fn__1" class="fn_bot">1)</a></sup>'
            ' <div class="content">A note.</div></div></div>',
            id="dokuwiki",
        ),
        pytest.param(
            '<p>Text<sup class="footnote" id="fnrev1"><a href="#fn1">1</a></sup></p>'
            '<p class="footnote" id="fn1"><a href="#fnrev1"><sup>1</sup></a> A note.</p>',
            id="textile",
        ),
        pytest.param(
            "<p>Text<sup>"
            '<a data-track="click" href="/articles/s1#ref-CR1" id="ref-link-1" title="Smith, J. A note.">'
            '1</a></sup></p><div><ol class="c-article-references">'
            '<li class="c-article-references__item" data-counter="1.">'
            '<p class="c-article-references__text" id="ref-CR1">A note.</p></li></ol></div>',
            id="nature",
        ),
        pytest.param(
            '<p>Text<sup title="A note in full.">1</sup> on</p>',
            id="sup-title",
        ),
        pytest.param(
            '<p>Text<span class="footnote-tooltip-trigger" data-tooltip="A note in full.">1</span> on</p>',
            id="tooltip-span",
        ),
        pytest.param(
            '<p>Text<sup class="footnote-reference" id="fr-n-1"><a href="#footnote-n">1</a></sup></p><hr/>'
            '<ol class="footnote-definition"><li id="footnote-n"><p>A note. <a href="#fr-n-1">↩</a></p></li>'
            "</ol>",
            id="mdbook",
        ),
        pytest.param(
            '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
            '<div class="no-row-height column-margin column-container"><div id="fn1"><p><sup>1</sup>'
            "\xa0A note.</p></div></div>",
            id="quarto-margin",
        ),
        pytest.param(
            "<p>Text<sup>*</sup> and<sup>†</sup></p><p>* A note.</p><p>† Another note.</p>",
            id="starsup",
        ),
        pytest.param(
            '<p>Text<button popovertarget="p1" class="fn">1</button> on</p><div popover="" id="p1">A note.</div>',
            id="popover",
        ),
        pytest.param(
            '<p>Text<a aria-describedby="n1" href="#">1</a> on</p><div id="n1">A note.</div>',
            id="describedby",
        ),
        pytest.param(
            '<p>Text <cite class="ltx_cite">[<a href="#bib.bib1" title="" class="ltx_ref">1</a>]</cite></p>'
            '<ul class="ltx_biblist"><li id="bib.bib1" class="ltx_bibitem">'
            '<span class="ltx_tag ltx_tag_bibitem">[1]</span> <span class="ltx_bibblock">A note.</span></li>'
            "</ul>",
            id="arxiv-cite",
        ),
        pytest.param(
            "<p>Text<sup>1</sup></p><h3>Notes</h3><p><strong>1.</strong> A note.</p>",
            id="fnref-endnote-strong",
        ),
        pytest.param(
            '<p>Text<sup><a href="#f1">1</a></sup></p><dl><dt id="f1">1</dt><dd>A note.</dd></dl>',
            id="dl",
        ),
    ],
)
def test_note_is_gathered_whatever_its_form(body: str) -> None:
    text, rows, references = noted(body)
    assert rows[0].rstrip(" ") in ("A note.", "A note in full.")
    assert references[0] == "1"
    assert "note" not in text


def test_note_whose_number_is_a_heading_is_what_follows() -> None:
    text, rows, _ = noted(
        '<p>Text<a class="footnote" id="D1" href="#F1"><sup>1</sup></a></p><div><h4>Footnotes</h4>'
        '<h5><a id="F1" href="#D1">(1)</a></h5><p>A note.</p><p>More of it.</p></div><hr/><p>End.</p>'
    )
    assert rows == ["A note.More of it."]
    assert text == "Text1End."


def test_bold_note_after_the_text_is_found_and_what_follows_stays() -> None:
    text, rows, _ = noted(
        "<p>Text<sup>1</sup> on<sup>2</sup></p><p><b><sup>1</sup> 2024:</b> One.</p><p><b><sup>2</sup> 2025:</b> Two.</p>"
        "<p><b>Update:</b> More.</p>"
    )
    assert rows == ["2024: One.", "2025: Two."]
    assert text == "Text1 on2Update: More."


def test_blocks_between_two_notes_belong_to_the_first() -> None:
    text, rows, _ = noted(
        "<p>Text<sup>1</sup> on<sup>2</sup></p><hr/><p><strong>1</strong> One.</p><ul><li>More.</li></ul>"
        "<p><strong>2</strong> Two.</p>"
    )
    assert rows[0].startswith("One.") and "More." in rows[0]
    assert text == "Text1 on2"


def test_blocks_between_notes_in_the_text_stay_in_the_text() -> None:
    text, rows, _ = noted(
        '<p>A<sup><a href="#n1">1</a></sup></p><p id="n1">1. One.</p><p>Middle.</p><p>B<sup><a href="#n2">2</a></sup></p>'
        '<p id="n2">2. Two.</p>'
    )
    assert rows == ["One.", "Two."]
    assert text == "A1Middle.B2"


def test_note_in_the_text_that_the_page_repeats_at_its_end_stands_once() -> None:
    _, rows, _ = noted(
        '<p>Text.<label class="footref" for="fn.1">1</label><input id="fn.1" type="checkbox"/><span class="sidenote">'
        '<sup>1</sup> A note.</span></p><footer><div class="footdef"><sup><a id="fn.1" href="#fnr.1">1</a></sup> '
        "<div><p>A note.</p></div></div></footer>"
    )
    assert rows == ["A note."]


def test_several_notes_in_one_paragraph_come_apart() -> None:
    _, rows, references = noted(
        '<p>A<a href="#one"><sup>1</sup></a> B<a href="#two"><sup>2</sup></a></p><p id="footnote"><a name="one"><sup>1</sup></a>'
        ' One. <a href="#">↩</a><br/><br/><a name="two"><sup>2</sup></a> Two. <a href="#">↩</a></p>'
    )
    assert rows == ["One.", "Two."]
    assert references == ["1", "2"]


def test_exponents_are_no_marks_where_notes_are() -> None:
    text, rows, references = noted(
        "<p>Of 5 km<sup>2</sup> one half.<sup>1</sup> The rest.<sup>2</sup></p><p><sup>1</sup> One.</p><p><sup>2</sup> Two.</p>"
    )
    assert rows == ["One.", "Two."]
    assert references == ["1", "2"]
    assert text == "Of 5 km2 one half.1 The rest.2"


@pytest.mark.parametrize(
    "body",
    [
        '<p>By (<a href="#t1">1</a>) we know.</p><h3><a name="t1"></a>Theorem 1</h3><p>For any river.</p>',
        "<p>See x<sup>2</sup> and y<sup>3</sup>.</p><p>2 boats.</p><p>3 boats.</p>",
        "<p>Text.* on</p><p>* A line that stands near.</p>",
        "<p>Items:</p><p>* one</p><p>* two</p><p>It rained.* Then not.</p>",
        "<p>An array a[1] and a[2].</p><ol><li>First.</li><li>Second.</li></ol>",
        '<p>Text <span title="The whole of it here">1</span> on.</p>',
        "<pre>x[1]</pre><p>[1] A line.</p>",
        '<p><label for="q1">1</label><input id="q1" type="checkbox"/> A question.</p>',
        '<p>Text <a aria-describedby="h" href="#">1</a></p><h2 id="h">Rain</h2>',
        '<p>Text <a aria-describedby="t" href="https://example.org/">1</a></p><p id="t">A line of the text.</p>',
        "<p>Over 7 km<sup>2</sup> of land.</p><p>1 boat<br/>2 boats<br/>3 boats</p>",
    ],
)
def test_what_looks_like_a_note_and_is_none_stays(body: str) -> None:
    check_noop(notes, body)


def test_markup_of_a_note_in_the_text_stays() -> None:
    result, _ = run_pass(
        notes, '<p>A<span class="sidenote">See <a href="https://example.org/">the <em>report</em></a>.</span> on.</p>'
    )
    assert 'See <a href="https://example.org/">the <em>report</em></a>. <a href="#noteref-1"' in result
    assert result.startswith('<p>A<a href="#note-1"')


def test_notes_in_the_lines_of_one_paragraph_come_apart_with_all_their_lines() -> None:
    _, rows, references = noted(
        "<p>A.<sup>1</sup> B.<sup>2</sup></p><p><sup>1</sup> One note<br/>in <em>two</em> lines<br/><sup>2</sup> The other.</p>"
    )
    assert rows == ["One notein two lines", "The other."]
    assert references == ["1", "2"]


def test_colon_behind_the_bracket_of_a_note_goes_with_it() -> None:
    _, rows, _ = noted("<p>A.[1]</p><p>[1]: A note: long.</p>")
    assert rows == ["A note: long."]


def test_table_that_held_a_note_leaves_no_number_behind() -> None:
    text, rows, _ = noted(
        '<p>A.<a class="footnote-reference" href="#f1" id="r1">[1]</a></p>'
        '<table id="f1"><tbody><tr><td><a class="fn-backref" href="#r1">[1]</a></td><td>A note.</td></tr></tbody></table>'
    )
    assert (text, rows) == ("A.1", ["A note."])


def test_mark_that_is_a_link_becomes_the_reference_itself() -> None:
    result, _ = run_pass(
        notes, '<p>A.<sup><a href="javascript:void(0)" aria-describedby="n1">1</a></sup></p><p id="n1">A note.</p>'
    )
    assert result.startswith('<p>A.<a href="#note-1" id="noteref-1" role="doc-noteref" epub:type="noteref">1</a></p>')


def test_note_of_a_script_that_the_page_repeats_at_its_end_stands_once() -> None:
    _, rows, references = noted(
        '<p>A.<button data-footnote-number="1" data-bigfoot-footnote="&lt;p&gt;A long note.&lt;/p&gt;"></button></p>'
        '<ol><li id="fn:1"><p>A long note.</p></li></ol>'
    )
    assert (rows, references) == (["A long note."], ["1"])


def test_second_title_of_notes_goes_with_what_stood_under_it() -> None:
    marks = '<p>A.<sup><a href="#n1">1</a></sup> B.<sup><a href="#n2">2</a></sup></p>'
    lists = '<h2>Notes</h2><ol><li id="n1">One.</li></ol><h2>References</h2><div><ol><li id="n2">Two.</li></ol></div>'
    text, rows, _ = noted(f"{marks}{lists}")
    assert (text, rows) == ("A.1 B.2", ["One.", "Two."])
    text, _, _ = noted(f"{marks}{lists}<p>And a book.</p>")
    assert text == "A.1 B.2 References And a book." or text == "A.1 B.2ReferencesAnd a book."


def test_title_in_a_box_of_its_own_stands_over_the_notes() -> None:
    result, _ = run_pass(
        notes,
        '<p>A.<sup><a href="#n1">1</a></sup></p><div class="t"><h4>Sources:</h4></div><ol><li id="n1">One.</li></ol>',
    )
    assert '<h2 id="notes-title">Sources:</h2>' in result and "<h4>" not in result
