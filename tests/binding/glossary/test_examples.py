"""Quotations of long sentences: cut where a reader would, never so that they say something else."""

from __future__ import annotations

import pytest

from ebook.binding.glossary.examples import LONGEST, example
from ebook.model import Term

FLOOD = "the bakers of the lower town carried their flour up to the attics by the light of two lamps"
NIGHT = "and the children of the mill slept on the stairs of the old town hall until the bells rang at noon"


def quoted(sentence: str, *, term: str = "SDU", meaning: str = "Severn Dredging Unit", language: str = "en") -> str:
    return example(Term(kind="abbreviation", term=term, meaning=meaning, sentence=sentence, language=language))


def test_sentence_of_bearable_length_is_quoted_whole() -> None:
    sentence = f"The Severn Dredging Unit (SDU) dug all night, but {FLOOD}."
    assert len(sentence) <= LONGEST and quoted(sentence) == sentence


def test_end_is_left_out_from_a_clause_on() -> None:
    sentence = (
        f"The Severn Dredging Unit (SDU) dug in the old harbour all night, {FLOOD}, {NIGHT.replace('until', 'as')}."
    )
    assert quoted(sentence) == f"The Severn Dredging Unit (SDU) dug in the old harbour all night, {FLOOD} …"


def test_beginning_is_left_out_up_to_a_clause() -> None:
    sentence = f"When {FLOOD}, {NIGHT.replace('until', 'as')}, the Severn Dredging Unit (SDU) dug in the old harbour."
    assert (
        quoted(sentence) == f"… {NIGHT.replace('until', 'as')}, the Severn Dredging Unit (SDU) dug in the old harbour."
    )


def test_quotation_begins_and_ends_neither_in_brackets_nor_in_quotation_marks() -> None:
    inner = f"a barge, two boats, a crane; {FLOOD}; {FLOOD}"
    for before, after in (("(", ")"), ("“", "”"), ('"', '"'), ("[", "]")):
        cut = quoted(
            f"In that night the Severn Dredging Unit (SDU) of the county used every tool {before}{inner}{after}."
        )
        assert cut == "In that night the Severn Dredging Unit (SDU) of the county used every tool …"


def test_term_in_long_brackets_is_not_torn_out_of_them() -> None:
    assert quoted(f"The men rowed home ({FLOOD}, {FLOOD}, and the SDU dug, {FLOOD}).") == ""


def test_sentence_without_clauses_is_cut_behind_a_word_that_can_end_a_line() -> None:
    sentence = "The Severn Dredging Unit (SDU) " + "dug up the sand and mud of the " * 12 + "harbour."
    cut = quoted(sentence)
    assert cut.endswith(("sand …", "mud …", "dug …")) and len(cut) <= LONGEST + 2


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", f"It is wrong that {FLOOD}, {FLOOD}, {FLOOD}, or that the SDU dug in the old harbour of the town."),
        ("en", f"The SDU digs in the old harbour of the town each night, {FLOOD}, {FLOOD}, unless the men are ill."),
        ("en", f"The SDU digs in the old harbour of the town each night, {FLOOD}, {FLOOD}, which the mayor denied."),
        ("de", "Die SDU gräbt jede Nacht im alten Hafen, " + "die Bäcker tragen das Mehl auf den Boden, " * 6 + "nur sonntags."),
        ("fr", "La SDU creuse chaque nuit dans le port, " + "les boulangers montent la farine, " * 8 + "sauf le dimanche."),
    ],
)  # fmt: skip
def test_sentence_whose_cut_would_say_something_else_is_not_quoted(language: str, sentence: str) -> None:
    assert len(sentence) > LONGEST and quoted(sentence, language=language) == ""


def test_language_whose_negations_are_unknown_is_not_cut() -> None:
    sentence = "SDU kopie w porcie, " + "piekarze niosą mąkę na strych, " * 10 + "a dzieci śpią."
    assert quoted(sentence, language="pl") == ""
