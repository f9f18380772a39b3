"""Where the sentence around a term begins and ends."""

from __future__ import annotations

import pytest

from ebook.binding.glossary import sentences as module
from ebook.binding.glossary import terms_in
from ebook.binding.glossary.sentences import Sentences, sentences
from ebook.markup import parse


@pytest.mark.parametrize(
    "text",
    [
        "It rained.|The water rose!|“Will it fall?”|Nobody knew.",
        "Dr. Renn of St. Mary’s met J. B. Tillery at No. 9 of the quay.|They went home.",
        "Am 27. März stieg das Wasser.|Es fiel.",
        "Le fleuve monte…|«\u00a0Partez\u00a0!\u00a0»|Ils partent.",
        "川の水位が上がった。|夜が明けた。",
    ],
)
def test_sentences_are_cut_where_they_end(text: str) -> None:
    assert sentences(text.replace("。|", "。").replace("|", " ")) == text.split("|")


def test_sentence_is_the_one_that_the_element_stands_in() -> None:
    tree = parse("<p>A stage is not that. A <i>good</i> <dfn>stage</dfn> is the height of it all. A stage!</p>")
    (term,) = tree.iter("dfn")
    assert Sentences().around(term) == "A good stage is the height of it all."


def test_sentences_of_a_block_are_cut_once_for_all_of_its_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    monkeypatch.setattr(module, "sentences", lambda text: cut.append(text) or sentences(text))
    terms = "".join(f'A <dfn title="The height of the water">stage{n}</dfn> is read twice a day. ' for n in range(9))
    found = terms_in(parse(f'<section lang="en"><p>{terms}</p><p>{terms}</p></section>'))
    assert len(found) == 18 and len(cut) == 2
    assert found[8].sentence == "A stage8 is read twice a day."


def test_line_without_an_end_is_no_sentence() -> None:
    tree = parse(f"<p>{'the mill and ' * 200}a <dfn>stage</dfn> of it.</p>")
    (term,) = tree.iter("dfn")
    assert Sentences().around(term) == ""


def test_term_that_stands_alone_has_no_sentence() -> None:
    (term,) = parse("<p><dfn>stage</dfn></p>").iter("dfn")
    assert Sentences().around(term) == ""


def test_readings_are_no_words_of_a_sentence() -> None:
    ruby = "<ruby>流量<rt>りゅうりょう</rt></ruby>"
    tree = parse(
        f'<body lang="ja"><section><h1>川</h1><p><dfn>{ruby}</dfn>とは、<ruby>川<rt>かわ</rt></ruby>の水の量のことである。</p></section></body>'
    )
    (term,) = terms_in(tree)
    assert (term.term, term.meaning, term.sentence) == ("流量", "川の水の量", "流量とは、川の水の量のことである。")
