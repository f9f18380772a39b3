"""Where the sentence around a term begins and ends."""

from __future__ import annotations

import pytest

from ebook.binding.glossary.sentences import sentence_around, sentences
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
    assert sentence_around(term) == "A good stage is the height of it all."


def test_term_that_stands_alone_has_no_sentence() -> None:
    (term,) = parse("<p><dfn>stage</dfn></p>").iter("dfn")
    assert sentence_around(term) == ""
